/* access.doc-*, access.meta-refresh …: what a paper says of itself as a whole. */
#include "check/access.h"
#include "check/checks.h"

#include "text/english.h"

static bool has_main_heading(const CheckContext *context)
{
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->block->kind == NODE_HEADING && prose->block->as.heading.level == 1 &&
            !str_is_blank(prose->text))
            return true;
    }
    return false;
}

/* NAME of a file without folders and extension. */
static Str bare_file_name(Str name)
{
    Str file = str_file_name(name);
    for (size_t i = file.len; i > 0; i--)
        if (file.data[i - 1] == '.')
            return str_sub(file, 0, i - 1);
    return file;
}

/* "Document1", "Untitled", the file's own name: put there by a program. */
static bool is_placeholder(const Rule *rule, const Document *document)
{
    Str title = str_trim(document->title);
    Str file = document->source.name;
    if (access_list_has(rule_option_list(rule, STR("placeholders")), title))
        return true;
    return !document->has_lines &&
           (str_eq_nocase(title, bare_file_name(file)) || str_ends_with(file, title));
}

/* The heading that the paper opens with, if all others stand below it; else NULL. */
static const Node *opening_heading(const CheckContext *context)
{
    const Prose *first = &context->proses.items[0];
    if (first->block->kind != NODE_HEADING || !first->n_words)
        return NULL;
    for (size_t i = 1; i < context->proses.len; i++) {
        const Node *block = context->proses.items[i].block;
        if (block->kind == NODE_HEADING &&
            block->as.heading.level <= first->block->as.heading.level)
            return NULL;
    }
    return first->block;
}

/* No args. Severity by format; where headings may be the title (option
 * `heading-is-title`), one of level 1 will do. Options: `placeholders`, titles that
 * are none; `lowered`, the wording for one of another level that opens the paper (args: the
 * heading, its level). */
void doc_title_missing_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    if (document->is_fragment || document->is_text_alone)
        return;
    if (!str_is_blank(document->title) && !is_placeholder(rule, document))
        return;
    StrList formats = rule_option_list(rule, STR("heading-is-title"));
    bool is_heading = str_list_has(formats, format_text(document->format));
    if (is_heading && (has_main_heading(context) || !context->proses.len))
        return;
    const Node *opening = is_heading ? opening_heading(context) : NULL;
    if (!opening) {
        access_emit_by_format(context, rule, (FindingDraft){.args = {0}});
        return;
    }
    Arena *arena = context->arena;
    Str level = arena_number(arena, (size_t)opening->as.heading.level);
    access_emit_by_format(context, rule,
                          (FindingDraft){.place = {.node = opening},
                                         .args = STR_LIST(access_quote(opening, arena), level),
                                         .wording = wording_of(context, rule, STR("lowered"))});
}

/* Is most of the text marked, piece by piece (Word), as being in a language: any that
 * begins with START? */
static bool is_marked(const CheckContext *context, Str start)
{
    size_t n_marked = 0, n_all = 0;
    NodeIter iter = node_iter(context->document->root);
    while (node_iter_next(&iter)) {
        const Node *node = iter.node;
        if (iter.event != NODE_ENTER || node->kind != NODE_TEXT)
            continue;
        n_all += node->as.text.literal.len;
        for (const Node *at = node; at; at = at->parent)
            if (at->language.len) {
                bool is_it = str_eq_nocase(str_sub(at->language, 0, start.len), start);
                n_marked += is_it ? node->as.text.literal.len : 0;
                break;
            }
    }
    return 2 * n_marked > n_all;
}

/* Has the paper at least LEAST words, and as many of the small ones as English has? */
static bool reads_as_english(const CheckContext *context, size_t least)
{
    size_t n = 0, n_small = 0;
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        n += prose->n_words;
        for (size_t w = 0; w < prose->n_words; w++)
            n_small += word_is_small(word_text(prose, &prose->words[w]));
    }
    return context->is_english && n >= least && 4 * n_small >= n;
}

/* Is all that is English said to be in another language? Short papers do not tell. */
static bool states_other(const CheckContext *context, const Rule *rule)
{
    Str tag = context->document->language;
    size_t words = (size_t)rule_option_number(rule, STR("words"), 200);
    return !str_is_blank(tag) && !str_eq_nocase(str_sub(tag, 0, 2), STR("en")) &&
           reads_as_english(context, words) && !is_marked(context, STR("en"));
}

/* Has the paper words and no language, neither as a whole nor, where that will do (option
 * `by-part`), piece by piece? */
static bool states_none(const CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    bool by_part =
        str_list_has(rule_option_list(rule, STR("by-part")), format_text(document->format));
    bool is_told = by_part && (!context->readability->all.words || is_marked(context, STR("")));
    return !document->is_fragment && !document->is_text_alone && str_is_blank(document->language) &&
           !is_told;
}

/* Args: the language it states, if it does. Severity by format. Options: `wrong`, the
 * wording where that is not the text's; `words`, how many tell its language; `by-part`,
 * formats whose text may state it piece by piece, and which need none without words. */
void doc_lang_missing_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    if (states_none(context, rule))
        access_emit_by_format(context, rule, (FindingDraft){.args = {0}});
    else if (states_other(context, rule))
        finding_emit(
            context, rule,
            &(FindingDraft){.args = STR_LIST(access_short(document->language, context->arena)),
                            .wording = wording_of(context, rule, STR("wrong")),
                            .has_severity = rule->severity > SEVERITY_WARNING,
                            .severity = SEVERITY_WARNING});
}

/* Args: the seconds. A page that is left alone for 20 hours may reload (WCAG 2.2.1);
 * moving on at once is no limit on anyone's time. */
void meta_refresh_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    unsigned longest = (unsigned)rule_option_number(rule, STR("seconds"), 72000);
    if (!document->has_refresh || !document->refresh_seconds || document->refresh_seconds > longest)
        return;
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.span = document->refresh_span, .in_source = true},
                        .args = STR_LIST(arena_number(context->arena, document->refresh_seconds))});
}

/* No args. */
void doc_locked_on_document(CheckContext *context, const Rule *rule)
{
    if (context->document->is_protected)
        access_emit(context, rule, NULL, (StrList){0});
}

/* Args: what is left. */
void tracked_changes_left_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    if (!document->has_tracked_changes && !document->has_comments)
        return;
    Str what = !document->has_comments         ? STR("tracked changes")
               : document->has_tracked_changes ? STR("tracked changes and comments")
                                               : STR("comments");
    access_emit(context, rule, NULL, STR_LIST(what));
}
