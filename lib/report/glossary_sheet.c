#include "report/glossary_sheet.h"

#include "report/excerpt.h"
#include "report/glossary_text.h"
#include "report/place.h"

enum { COPIED_COLUMNS_MAX = 60, ALL_PAPERS = -1 };

/* What writing goes by. */
typedef struct SheetPage {
    const GlossarySheet *sheet;
    Page page;
    size_t shared_folder; /* bytes of every path that say nothing */
} SheetPage;

size_t glossary_shared_folder(const GlossarySheet *sheet)
{
    if (sheet->n_documents < 2)
        return 0;
    Str first = sheet->documents[0].path;
    size_t shared = first.len;
    for (size_t i = 1; i < sheet->n_documents; i++) {
        Str path = sheet->documents[i].path;
        size_t n = 0;
        while (n < shared && n < path.len && path.data[n] == first.data[n])
            n++;
        shared = n;
    }
    while (shared && first.data[shared - 1] != '/')
        shared--;
    return shared;
}

static void add_text(SheetPage *out, const char *text)
{
    page_text(&out->page, str_of(text));
}

static void add_paragraph(SheetPage *out, const char *text)
{
    add_text(out, text);
    page_paragraph(&out->page);
}

static void add_heading(SheetPage *out, const char *text)
{
    add_text(out, text);
    page_heading(&out->page, 2);
}

/* Words from a paper, cut where they are long. */
static void add_copied(SheetPage *out, Str text)
{
    Buf cut = {0};
    ExcerptView view = excerpt_view(text, (Span){0, 0}, COPIED_COLUMNS_MAX);
    buf_append(&cut, view.before);
    buf_append(&cut, view.after);
    buf_append(&cut, view.is_cut_after ? STR("…") : STR(""));
    page_copied(&out->page, buf_str(&cut));
    buf_free(&cut);
}

static void add_paper(SheetPage *out, size_t paper)
{
    Str path = out->sheet->documents[paper].path;
    page_copied(&out->page, str_sub(path, out->shared_folder, path.len));
}

/* "Line 3, under `Quality`, in `quality.md`"; the paper only where there are several. */
static void add_place(SheetPage *out, size_t paper, const Location *at, bool names_paper)
{
    Buf place = {0};
    place_append_short(at, &place);
    page_text(&out->page, buf_str(&place));
    buf_free(&place);
    if (at->headings.len) {
        add_text(out, ", under ");
        add_copied(out, at->headings.items[at->headings.len - 1]);
    }
    if (names_paper && out->sheet->n_documents > 1) {
        add_text(out, " in ");
        add_paper(out, paper);
    }
}

static void add_source(SheetPage *out, const GlossaryMeaning *meaning)
{
    if (meaning->source == SAID_BY_LIST)
        add_text(out, "Organisation’s list");
    else if (meaning->source == SAID_BY_DICTIONARY)
        add_text(out, "Our dictionary");
    else if (out->sheet->n_documents > 1)
        add_paper(out, meaning->paper);
    else
        add_text(out, "The paper");
    if (meaning->has_dictionary_plain)
        add_text(out, "; plain words from our dictionary");
}

/* Is meaning INDEX of ENTRY shown to the reader of PAPER, or of ALL_PAPERS? */
static bool is_shown(const GlossaryEntry *entry, size_t index, int paper)
{
    return paper == ALL_PAPERS ? glossary_is_first(entry, index)
                               : glossary_is_for(entry, index, (size_t)paper);
}

static size_t count_shown(const GlossaryEntry *entry, int paper)
{
    size_t n = 0;
    for (size_t i = 0; i < entry->n_meanings; i++)
        n += is_shown(entry, i, paper);
    return n;
}

static void add_meanings_cell(SheetPage *out, const GlossaryEntry *entry, int paper)
{
    Buf text = {0};
    for (size_t i = 0; i < entry->n_meanings; i++) {
        if (!is_shown(entry, i, paper))
            continue;
        bool is_guess = entry->meanings[i].is_guess;
        buf_append(&text, text.len ? STR(". Or ") : STR(""));
        buf_append(&text, !is_guess ? STR("") : text.len ? STR("perhaps ") : STR("Perhaps "));
        glossary_append_meaning(&entry->meanings[i], &text);
    }
    page_text(&out->page, buf_str(&text));
    buf_free(&text);
    page_cell(&out->page);
}

static void add_sources_cell(SheetPage *out, const GlossaryEntry *entry, int paper)
{
    size_t n = 0;
    for (size_t i = 0; i < entry->n_meanings; i++) {
        if (!is_shown(entry, i, paper))
            continue;
        add_text(out, n++ ? ". Or " : "");
        add_source(out, &entry->meanings[i]);
    }
    page_cell(&out->page);
}

static void add_use_cells(SheetPage *out, const GlossaryEntry *entry, int paper)
{
    const GlossaryUse *use =
        paper == ALL_PAPERS ? &entry->uses[0] : glossary_use_in(entry, (size_t)paper);
    add_place(out, use->paper, use->first, paper == ALL_PAPERS);
    page_cell(&out->page);
    page_printf(&out->page, "%zu", paper == ALL_PAPERS ? entry->n_uses : use->n_uses);
    page_cell(&out->page);
    page_row_end(&out->page);
}

/* A word that is spoken about, and that nobody explains. */
static void add_open_term(SheetPage *out, const GlossaryEntry *entry)
{
    page_copied(&out->page, entry->term);
    page_cell(&out->page);
}

static bool is_in(const GlossaryEntry *entry, GlossaryState state, int paper)
{
    return entry->state == state && (paper == ALL_PAPERS || glossary_use_in(entry, (size_t)paper));
}

static size_t count(const GlossarySheet *sheet, GlossaryState state, int paper)
{
    size_t n = 0;
    for (size_t i = 0; i < sheet->glossary->entries.len; i++)
        n += is_in(&sheet->glossary->entries.items[i], state, paper);
    return n;
}

#define COLUMNS(...) (const Str[]){__VA_ARGS__}, sizeof((const Str[]){__VA_ARGS__}) / sizeof(Str)

static void write_explained(SheetPage *out, int paper)
{
    const GlossarySheet *sheet = out->sheet;
    if (!count(sheet, GLOSSARY_EXPLAINED, paper)) {
        add_paragraph(out, "We found no word with a known meaning here.");
        return;
    }
    page_table_begin(&out->page, STR("Words and what they mean"),
                     COLUMNS(STR("Word"), STR("What it means"), STR("Who says so"),
                             STR("First used"), STR("Times used")));
    for (size_t i = 0; i < sheet->glossary->entries.len; i++) {
        const GlossaryEntry *entry = &sheet->glossary->entries.items[i];
        if (!is_in(entry, GLOSSARY_EXPLAINED, paper))
            continue;
        if (entry->is_short_form &&
            (count_shown(entry, paper) > 1 || !glossary_long_form(entry).len))
            page_copied(&out->page, entry->term);
        else
            page_text(&out->page, entry->term);
        page_cell(&out->page);
        add_meanings_cell(out, entry, paper);
        add_sources_cell(out, entry, paper);
        add_use_cells(out, entry, paper);
    }
    page_table_end(&out->page);
}

static bool has_guesses(const Glossary *glossary)
{
    for (size_t i = 0; i < glossary->entries.len; i++)
        for (size_t k = 0; k < glossary->entries.items[i].n_meanings; k++)
            if (glossary->entries.items[i].meanings[k].is_guess)
                return true;
    return false;
}

static void write_several(SheetPage *out)
{
    const GlossarySheet *sheet = out->sheet;
    if (!count(sheet, GLOSSARY_SEVERAL, ALL_PAPERS))
        return;
    add_heading(out, "Which one is meant?");
    add_paragraph(out, "No paper makes plain which of these it means. Ask the author.");
    if (has_guesses(sheet->glossary))
        add_paragraph(out,
                      "“Perhaps” marks words that a paper has, but not beside the short form.");
    page_table_begin(
        &out->page, STR("Words with several meanings"),
        COLUMNS(STR("Word"), STR("Possible meaning"), STR("First used"), STR("Times used")));
    for (size_t i = 0; i < sheet->glossary->entries.len; i++) {
        const GlossaryEntry *entry = &sheet->glossary->entries.items[i];
        if (!is_in(entry, GLOSSARY_SEVERAL, ALL_PAPERS))
            continue;
        add_open_term(out, entry);
        add_meanings_cell(out, entry, ALL_PAPERS);
        add_use_cells(out, entry, ALL_PAPERS);
    }
    page_table_end(&out->page);
}

static void write_unexplained(SheetPage *out)
{
    const GlossarySheet *sheet = out->sheet;
    if (!count(sheet, GLOSSARY_UNEXPLAINED, ALL_PAPERS))
        return;
    add_heading(out, "What no one explains");
    add_paragraph(out,
                  "We do not know what these stand for, and no paper says so. Ask the author.");
    page_table_begin(&out->page, STR("Words without an explanation"),
                     COLUMNS(STR("Word"), STR("First used"), STR("Times used")));
    for (size_t i = 0; i < sheet->glossary->entries.len; i++) {
        const GlossaryEntry *entry = &sheet->glossary->entries.items[i];
        if (!is_in(entry, GLOSSARY_UNEXPLAINED, ALL_PAPERS))
            continue;
        add_open_term(out, entry);
        add_use_cells(out, entry, ALL_PAPERS);
    }
    page_table_end(&out->page);
}

static void add_dispute_row(SheetPage *out, const GlossaryEntry *entry,
                            const GlossaryMeaning *meaning)
{
    Buf text = {0};
    add_open_term(out, entry);
    if (meaning->source == SAID_BY_LIST) {
        add_text(out, "Organisation’s list");
    } else {
        if (out->sheet->n_documents == 1)
            add_text(out, "The paper: ");
        add_place(out, meaning->paper, meaning->at, true);
    }
    page_cell(&out->page);
    buf_append(&text, meaning->long_form.len ? meaning->long_form : meaning->plain);
    page_text(&out->page, buf_str(&text));
    buf_free(&text);
    page_cell(&out->page);
    page_row_end(&out->page);
}

static void write_disputes(SheetPage *out)
{
    const Glossary *glossary = out->sheet->glossary;
    size_t n = 0;
    for (size_t i = 0; i < glossary->entries.len; i++) {
        const GlossaryEntry *entry = &glossary->entries.items[i];
        if (!entry->is_disputed)
            continue;
        if (!n++) {
            add_heading(out, "Explained in more than one way");
            add_paragraph(out, "Here papers differ from each other, or from the organisation’s "
                               "list. Ask which is right.");
            page_table_begin(&out->page, STR("Words explained in more than one way"),
                             COLUMNS(STR("Word"), STR("Who says so"), STR("What it stands for")));
        }
        for (size_t k = 0; k < entry->n_meanings; k++)
            if (glossary_is_first(entry, k))
                add_dispute_row(out, entry, &entry->meanings[k]);
    }
    if (n)
        page_table_end(&out->page);
}

static Str problem_of(const ReportDocument *document)
{
    for (size_t i = 0; document->diagnostics && i < document->diagnostics->items.len; i++) {
        const Diagnostic *diagnostic = &document->diagnostics->items.items[i];
        if (diagnostic_level(diagnostic->code) == DIAGNOSTIC_ERROR)
            return diagnostic->message;
    }
    return STR("It could not be read.");
}

static void begin_not_looked_at(SheetPage *out, size_t n)
{
    if (n)
        return;
    add_heading(out, "Not looked at");
    add_paragraph(out, "Words of these are missing from this sheet.");
}

static void write_not_looked_at(SheetPage *out)
{
    size_t n = 0, n_passed_over = out->sheet->n_passed_over;
    for (size_t i = 0; i < out->sheet->n_documents; i++) {
        const ReportDocument *document = &out->sheet->documents[i];
        if (report_document_is_whole(document))
            continue;
        begin_not_looked_at(out, n++);
        add_paper(out, i);
        add_text(out, document->result ? ": only part of it was read. " : ": ");
        page_text(&out->page, problem_of(document));
        page_point(&out->page);
    }
    if (n_passed_over) {
        begin_not_looked_at(out, n);
        page_printf(&out->page, "%zu %s of other kinds in the folders.", n_passed_over,
                    n_passed_over == 1 ? "file" : "files");
        page_point(&out->page);
    }
}

static void write_known(SheetPage *out)
{
    const Glossary *glossary = out->sheet->glossary;
    if (!glossary->known.len)
        return;
    add_text(out, "Left out, because most readers know them: ");
    for (size_t i = 0; i < glossary->known.len; i++)
        page_printf(&out->page, "%s%.*s", i ? ", " : "", STR_ARG(glossary->known.items[i]));
    add_text(out, ".");
    page_paragraph(&out->page);
}

static void write_papers(SheetPage *out)
{
    size_t n = 0;
    if (out->sheet->n_documents < 2)
        return;
    add_heading(out, "The papers");
    for (size_t i = 0; i < out->sheet->n_documents; i++) {
        const ReportDocument *document = &out->sheet->documents[i];
        if (!document->result)
            continue;
        page_printf(&out->page, "Paper %zu: ", ++n);
        add_paper(out, i);
        if (document->result->title.len) {
            add_text(out, ", ");
            add_copied(out, document->result->title);
        }
        page_point(&out->page);
    }
}

static void write_by_paper(SheetPage *out)
{
    size_t n = 0;
    for (size_t i = 0; i < out->sheet->n_documents; i++) {
        const LintResult *result = out->sheet->documents[i].result;
        if (!result)
            continue;
        page_printf(&out->page, "Words of paper %zu: ", ++n);
        if (result->title.len)
            add_copied(out, result->title);
        else
            add_paper(out, i);
        page_heading(&out->page, 2);
        write_explained(out, (int)i);
    }
}

static size_t count_read(const GlossarySheet *sheet)
{
    size_t n = 0;
    for (size_t i = 0; i < sheet->n_documents; i++)
        n += sheet->documents[i].result != NULL;
    return n;
}

static void write_intro(SheetPage *out)
{
    const GlossarySheet *sheet = out->sheet;
    size_t n_read = count_read(sheet);
    size_t n_explained = count(sheet, GLOSSARY_EXPLAINED, ALL_PAPERS),
           n_open = sheet->glossary->entries.len - n_explained;
    add_text(out, "Words explained");
    page_heading(&out->page, 1);
    add_heading(out, "Summary");
    if (!n_read) {
        add_paragraph(out, "No paper could be read, so no word is explained here.");
        return;
    }
    const char *papers = n_read == 1 ? "paper" : "papers";
    if (n_explained)
        page_printf(&out->page, "This sheet explains %zu %s of %zu %s.", n_explained,
                    n_explained == 1 ? "word or short form" : "words and short forms", n_read,
                    papers);
    if (n_explained && n_open)
        page_printf(&out->page, " For %zu more you need to ask the author.", n_open);
    else if (n_open)
        page_printf(&out->page, "For %zu %s of %zu %s you need to ask the author.", n_open,
                    n_open == 1 ? "word" : "words", n_read, papers);
    else if (!n_explained)
        page_printf(&out->page, "We found no word to explain in %zu %s.", n_read, papers);
    page_paragraph(&out->page);
    if (n_explained)
        add_paragraph(out, "“Our dictionary” is the word list of the program that made this sheet. "
                           "Its meanings are usual ones: check that they fit.");
}

static void write_page(const GlossarySheet *sheet, bool is_html, Buf *ret)
{
    SheetPage out = {.sheet = sheet, .shared_folder = glossary_shared_folder(sheet)};
    out.page = page_begin(
        is_html, STR("Words explained"),
        STR("body { font: 1.125rem/1.5 sans-serif; max-width: 60rem; margin: 1rem auto; "
            "padding: 0 1rem } samp { font: inherit } table { border-collapse: collapse } "
            "caption { text-align: left; font-weight: bold; padding: 0.5rem 0 } "
            "th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: left; "
            "vertical-align: top }"),
        ret);
    write_intro(&out);
    write_not_looked_at(&out);
    if (sheet->is_by_paper) {
        write_by_paper(&out);
    } else if (count(sheet, GLOSSARY_EXPLAINED, ALL_PAPERS)) {
        add_heading(&out, "What they mean");
        write_explained(&out, ALL_PAPERS);
    }
    write_several(&out);
    write_unexplained(&out);
    write_disputes(&out);
    write_known(&out);
    write_papers(&out);
    page_end(&out.page);
}

bool glossary_write(const GlossarySheet *sheet, Str format, Buf *ret)
{
    if (str_eq(format, STR("csv")))
        glossary_write_csv(sheet, ret);
    else if (str_eq(format, STR("markdown")) || str_eq(format, STR("html")))
        write_page(sheet, str_eq(format, STR("html")), ret);
    else
        return false;
    return true;
}
