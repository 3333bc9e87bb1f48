/* Rules about one paper's front matter and helps: summary, glossary. */
#include "check/agenda_words.h"
#include "check/checks.h"

static Str heading_text(const Prose *prose)
{
    Str number, text = str_trim(prose->text);
    return str_sub(text, item_number(text, &number), text.len);
}

static bool is_summary_heading(const Prose *prose, StrList names)
{
    if (prose->block->kind != NODE_HEADING || prose->block->part)
        return false;
    Str text = heading_text(prose);
    for (size_t i = 0; i < names.len; i++)
        if (starts_with_words(text, names.items[i]))
            return true;
    return false;
}

/* The blocks [first, end) under the summary's heading; false without one. */
static bool find_summary(const CheckContext *context, const Rule *rule, size_t *ret_first,
                         size_t *ret_end)
{
    const ProseList *proses = &context->proses;
    StrList names = rule_option_list(rule, STR("headings"));
    for (size_t i = 0; i < proses->len; i++) {
        if (!is_summary_heading(&proses->items[i], names))
            continue;
        int level = proses->items[i].block->as.heading.level;
        size_t end = i + 1;
        while (end < proses->len && !proses->items[end].block->part &&
               !(proses->items[end].block->kind == NODE_HEADING &&
                 proses->items[end].block->as.heading.level <= level))
            end++;
        *ret_first = i;
        *ret_end = end;
        return true;
    }
    return false;
}

void summary_long_on_document(CheckContext *context, const Rule *rule)
{
    size_t max = (size_t)rule_option_number(rule, STR("max"), 300);
    size_t first, end, n = 0;
    if (!find_summary(context, rule, &first, &end))
        return;
    for (size_t i = first + 1; i < end; i++)
        n += words_spoken(&context->proses.items[i], 0, context->proses.items[i].n_words);
    const Prose *heading = &context->proses.items[first];
    if (n > max)
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = heading, .span = {0, heading->text.len}},
                                     .args = STR_LIST(arena_number(context->arena, n),
                                                      arena_number(context->arena, max))});
}

/* A summary that is no easier than the paper helps nobody from outside. */
void plain_summary_missing_on_document(CheckContext *context, const Rule *rule)
{
    size_t min_words = (size_t)rule_option_number(rule, STR("min-words"), 500);
    double easy_age = rule_option_number(rule, STR("easy-age"), 12);
    size_t first, end;
    if (context->readability->all.words < min_words || !context->readability->has_scores ||
        !find_summary(context, rule, &first, &end))
        return;
    ProseList summary = {context->proses.items + first, end - first};
    Readability read = readability_of(context->document, &summary);
    const Prose *heading = &context->proses.items[first];
    if (!read.has_scores || read.reading_age < context->readability->reading_age ||
        read.reading_age <= easy_age)
        return;
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.prose = heading, .span = {0, heading->text.len}},
                        .args = STR_LIST(arena_printf(context->arena, "%.0f", read.reading_age))});
}

void glossary_missing_on_document(CheckContext *context, const Rule *rule)
{
    static const char *const names[] = {"glossary",       "words used", "word list",
                                        "abbreviations",  "acronyms",   "what the words mean",
                                        "terms used",     "key terms",  "definitions",
                                        "words explained"};
    size_t max = (size_t)rule_option_number(rule, STR("max"), 8), n = 0;
    for (size_t i = 0; i < context->acronyms->len; i++)
        n += !context->acronyms->items[i].is_known;
    if (n <= max)
        return;
    for (size_t i = 0; i < context->proses.len; i++)
        if (context->proses.items[i].n_words <= 8 &&
            starts_with_any_words(heading_text(&context->proses.items[i]), names,
                                  sizeof names / sizeof names[0]))
            return;
    finding_emit(context, rule, &(FindingDraft){.args = STR_LIST(arena_number(context->arena, n))});
}

/* An agenda that offers one file for everything. */
void attachment_format_on_document(CheckContext *context, const Rule *rule)
{
    size_t n_pdf = 0, n_other = 0;
    const Node *first = NULL;
    NodeIter iter = node_iter(context->document->root);
    while (context->agenda && node_iter_next(&iter)) {
        if (iter.event != NODE_ENTER || iter.node->kind != NODE_LINK)
            continue;
        Str url = iter.node->as.link.url;
        static const char *const papers[] = {".docx", ".doc", ".html", ".htm",
                                             ".md",   ".odt", ".txt"};
        bool is_pdf = url.len > 4 && str_eq_nocase(str_sub(url, url.len - 4, url.len), STR(".pdf"));
        for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++)
            n_other += str_ends_with(url, str_of(papers[i]));
        n_pdf += is_pdf;
        if (is_pdf && !first)
            first = iter.node;
    }
    if (n_pdf == 1 && !n_other && context->agenda->n_items > 2)
        finding_emit(context, rule, &(FindingDraft){.place = {.node = first}});
}
