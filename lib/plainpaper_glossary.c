/* The public functions over glossaries. */
#include "plainpaper_inner.h"

#include "report/glossary_sheet.h"

struct pp_glossary {
    Glossary *glossary;
    ReportDocument *documents; /* of the reports */
    size_t n_documents;
};

pp_glossary *pp_glossary_new(const pp_report *const *reports, size_t n_reports)
{
    pp_glossary *glossary = mem_calloc(1, sizeof *glossary);
    const LintResult **results = mem_calloc(n_reports + 1, sizeof *results);
    glossary->documents = mem_calloc(n_reports + 1, sizeof *glossary->documents);
    glossary->n_documents = n_reports;
    for (size_t i = 0; i < n_reports; i++) {
        glossary->documents[i] = reports[i]->document;
        results[i] = reports[i]->result;
    }
    glossary->glossary = glossary_of(n_reports ? reports[0]->rules->set : NULL, results, n_reports);
    mem_free(results);
    return glossary;
}

void pp_glossary_free(pp_glossary *glossary)
{
    if (!glossary)
        return;
    glossary_free(glossary->glossary);
    mem_free(glossary->documents);
    mem_free(glossary);
}

size_t pp_glossary_count(const pp_glossary *glossary)
{
    return glossary->glossary->entries.len;
}

static const GlossaryEntry *entry_at(const pp_glossary *glossary, size_t index)
{
    return &glossary->glossary->entries.items[index];
}

const char *pp_glossary_word(const pp_glossary *glossary, size_t index, size_t *ret_len)
{
    return give(entry_at(glossary, index)->term, ret_len);
}

pp_word_state pp_glossary_state(const pp_glossary *glossary, size_t index)
{
    return (pp_word_state)entry_at(glossary, index)->state;
}

bool pp_glossary_is_disputed(const pp_glossary *glossary, size_t index)
{
    return entry_at(glossary, index)->is_disputed;
}

size_t pp_glossary_uses(const pp_glossary *glossary, size_t index)
{
    return entry_at(glossary, index)->n_uses;
}

size_t pp_glossary_first_report(const pp_glossary *glossary, size_t index)
{
    return entry_at(glossary, index)->uses[0].paper;
}

pp_location pp_glossary_first_use(const pp_glossary *glossary, size_t index)
{
    return public_location(entry_at(glossary, index)->uses[0].first);
}

size_t pp_glossary_meaning_count(const pp_glossary *glossary, size_t index)
{
    const GlossaryEntry *entry = entry_at(glossary, index);
    size_t n = 0;
    for (size_t i = 0; i < entry->n_meanings; i++)
        n += glossary_is_first(entry, i);
    return n;
}

/* The one that is the MEANING-th of those that differ. */
static const GlossaryMeaning *meaning_at(const pp_glossary *glossary, size_t index, size_t meaning)
{
    const GlossaryEntry *entry = entry_at(glossary, index);
    size_t i = 0;
    while (!glossary_is_first(entry, i) || meaning--)
        i++;
    return &entry->meanings[i];
}

pp_source pp_glossary_meaning_source(const pp_glossary *glossary, size_t index, size_t meaning)
{
    return (pp_source)meaning_at(glossary, index, meaning)->source;
}

const char *pp_glossary_meaning_long(const pp_glossary *glossary, size_t index, size_t meaning,
                                     size_t *ret_len)
{
    return give(meaning_at(glossary, index, meaning)->long_form, ret_len);
}

const char *pp_glossary_meaning_plain(const pp_glossary *glossary, size_t index, size_t meaning,
                                      size_t *ret_len)
{
    return give(meaning_at(glossary, index, meaning)->plain, ret_len);
}

pp_status pp_glossary_write(const pp_glossary *glossary, const char *format, bool by_paper,
                            pp_take write, void *context)
{
    GlossarySheet sheet = {.glossary = glossary->glossary,
                           .documents = glossary->documents,
                           .n_documents = glossary->n_documents,
                           .is_by_paper = by_paper};
    Buf buf = {0};
    bool is_known = glossary_write(&sheet, str_of(format), &buf);
    buf_flush(&buf, write, context);
    buf_free(&buf);
    return is_known ? PP_OK : PP_UNSUPPORTED;
}
