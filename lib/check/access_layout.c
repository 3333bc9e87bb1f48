/* access.blank-runs, page-break-manual, object-floating, toc-missing, footnote-heavy:
 * how the paper is laid out. */
#include "check/access.h"
#include "check/checks.h"

static bool is_empty_paragraph(const Node *node)
{
    return node && node->kind == NODE_PARAGRAPH && access_is_blank(node);
}

static bool starts_run(const Node *node)
{
    return is_empty_paragraph(node) && !is_empty_paragraph(node->previous);
}

/* Empty paragraphs from NODE on; *ret_next is what stands behind them. */
static size_t empty_run(const Node *node, const Node **ret_next)
{
    size_t n = 0;
    for (; is_empty_paragraph(node); node = node->next)
        n++;
    *ret_next = node;
    return n;
}

static size_t pushing_run(const Rule *rule)
{
    return (size_t)rule_option_number(rule, STR("paragraphs"), 5);
}

/* Args: the number of empty paragraphs. Option `paragraphs`: the least. */
void page_break_manual_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const Node *next;
    if (!starts_run(node))
        return;
    size_t n = empty_run(node, &next);
    if (n >= pushing_run(rule) && next && next->kind == NODE_HEADING)
        access_emit(context, rule, next, STR_LIST(access_number(n, context->arena)));
}

static void emit_blanks(CheckContext *context, const Rule *rule, const Node *node, size_t n,
                        Str what)
{
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.node = node},
                                 .args = STR_LIST(access_number(n, context->arena), what),
                                 .fold_key = what});
}

/* Line breaks in a row, with nothing but white space between. */
static size_t breaks_run(const Node *node)
{
    size_t n = 0;
    for (; node; node = node->next) {
        bool is_blank = node->kind == NODE_SOFT_BREAK ||
                        (node->kind == NODE_TEXT && str_is_blank(node->as.text.literal));
        if (node->kind == NODE_LINE_BREAK)
            n++;
        else if (!is_blank)
            break;
    }
    return n;
}

static bool is_first_break(const Node *node)
{
    for (node = node->previous; node; node = node->previous) {
        if (node->kind == NODE_LINE_BREAK)
            return false;
        if (node->kind != NODE_TEXT || !str_is_blank(node->as.text.literal))
            break;
    }
    return true;
}

/* The longest run of WHAT in TEXT. */
static size_t longest_run(Str text, Str what)
{
    size_t longest = 0, n = 0;
    for (size_t i = 0; i + what.len <= text.len;) {
        if (memcmp(text.data + i, what.data, what.len) == 0) {
            n++;
            i += what.len;
            longest = n > longest ? n : longest;
        } else {
            n = 0;
            i++;
        }
    }
    return longest;
}

static void check_text_blanks(CheckContext *context, const Rule *rule, const Node *node)
{
    Str text = node->as.text.literal;
    if (access_is_code(node))
        return;
    size_t n_spaces = longest_run(text, STR(" "));
    size_t n_tabs = longest_run(text, STR("\t"));
    if (n_spaces >= (size_t)rule_option_number(rule, STR("spaces"), 5) && !access_is_contents(node))
        emit_blanks(context, rule, node, n_spaces, STR("spaces"));
    else if (n_tabs >= (size_t)rule_option_number(rule, STR("tabs"), 3) &&
             !access_is_contents(node))
        emit_blanks(context, rule, node, n_tabs, STR("tabs"));
}

/* Args: how many, of what. Options: `formats`; `lines`, `spaces`, `tabs`, the least
 * of each; `paragraphs`, as for a page break, which is told elsewhere. */
void blank_runs_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    size_t lines = (size_t)rule_option_number(rule, STR("lines"), 3);
    const Node *next;
    if (!access_has_format(context, rule) || !access_is_body(context->document, node))
        return;
    if (node->kind == NODE_TEXT) {
        check_text_blanks(context, rule, node);
    } else if (node->kind == NODE_LINE_BREAK && is_first_break(node)) {
        size_t n = breaks_run(node);
        if (n >= lines)
            emit_blanks(context, rule, node, n, STR("line breaks"));
    } else if (starts_run(node)) {
        size_t n = empty_run(node, &next);
        bool is_page_break = n >= pushing_run(rule) && next && next->kind == NODE_HEADING;
        if (n >= lines && next && !is_page_break)
            emit_blanks(context, rule, node, n, STR("empty lines"));
    }
}

/* Args: what floats. */
void object_floating_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    Str floating;
    if (!node_attribute(node, STR("floating"), &floating) ||
        !access_is_body(context->document, node) || !access_is_heard(node) ||
        (node->kind == NODE_IMAGE && node->as.image.is_decorative))
        return;
    Str what = node->kind == NODE_IMAGE       ? STR("picture")
               : node->kind == NODE_EMBED     ? node->as.embed.what
               : node->kind == NODE_PARAGRAPH ? STR("frame")
                                              : STR("text box");
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.node = node}, .args = STR_LIST(what), .fold_key = what});
}

/* Does NODE belong to a list of contents: marked as one, or a link within the paper? */
static size_t contents_lines(const Node *node)
{
    Str role;
    if (node->kind == NODE_LINK)
        return str_starts_with(node->as.link.url, STR("#"));
    return node_attribute(node, STR("role"), &role) &&
                   (str_eq(role, STR("contents")) || str_eq(role, STR("doc-toc")))
               ? 3
               : 0;
}

/* Is HEADING one of the rule's `headings`, such as "Contents"? The list below it is
 * typed, if the rule comes to ask. */
static bool heads_contents(const CheckContext *context, const Rule *rule, const Node *heading)
{
    return heading->kind == NODE_HEADING && access_list_has(rule_option_list(rule, STR("headings")),
                                                            access_text(heading, context->arena));
}

/* Args: the number of words. Options: `words` and `pages`, the most without a list of
 * contents; `headings`, what stands above one. */
void toc_missing_on_document(CheckContext *context, const Rule *rule)
{
    size_t n_words = context->readability->all.words;
    size_t pages = (size_t)rule_option_number(rule, STR("pages"), 10);
    bool is_long = n_words > (size_t)rule_option_number(rule, STR("words"), 4000) ||
                   context->document->pages > pages;
    if (!is_long || context->document->is_fragment || !access_has_format(context, rule))
        return;
    size_t n_lines = 0, n_headings = 0;
    NodeIter iter = node_iter(context->document->root);
    while (node_iter_next(&iter) && n_lines < 3)
        if (iter.event == NODE_ENTER) {
            n_lines += heads_contents(context, rule, iter.node) ? 3 : contents_lines(iter.node);
            n_headings += iter.node->kind == NODE_HEADING;
        }
    if (n_lines < 3 && n_headings)
        access_emit(context, rule, NULL, STR_LIST(access_number(n_words, context->arena)));
}

/* Args: the number of notes. Options: `words`, the fewest to a note; `notes`, from
 * how many on. */
void footnote_heavy_on_document(CheckContext *context, const Rule *rule)
{
    size_t n = 0;
    NodeIter iter = node_iter(context->document->root);
    while (node_iter_next(&iter))
        n += iter.event == NODE_ENTER && iter.node->kind == NODE_FOOTNOTE_REFERENCE;
    size_t words = (size_t)rule_option_number(rule, STR("words"), 150);
    if (n >= (size_t)rule_option_number(rule, STR("notes"), 5) &&
        n * words > context->readability->all.words)
        access_emit(context, rule, NULL, STR_LIST(access_number(n, context->arena)));
}
