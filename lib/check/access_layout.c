/* access.object-floating, toc-missing, footnote-heavy: how the paper is laid out. */
#include "check/access.h"
#include "check/checks.h"

/* Args: what floats. */
void object_floating_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    Str floating;
    if (!node_attribute(node, STR("floating"), &floating) ||
        !access_is_body(context->document, node) || !access_is_heard(node) ||
        (node->kind == NODE_IMAGE && node->as.image.is_decorative))
        return;
    bool is_embed = node->kind == NODE_EMBED;
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.node = node},
                        .args = STR_LIST(access_name(context, node)),
                        .fold_key = is_embed ? node->as.embed.what : node_kind_text(node->kind)});
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
    if (!is_long || context->document->is_fragment)
        return;
    size_t n_lines = 0, n_headings = 0;
    NodeIter iter = node_iter(context->document->root);
    while (node_iter_next(&iter) && n_lines < 3)
        if (iter.event == NODE_ENTER) {
            n_lines += heads_contents(context, rule, iter.node) ? 3 : contents_lines(iter.node);
            n_headings += iter.node->kind == NODE_HEADING;
        }
    if (n_lines < 3 && n_headings)
        access_emit(context, rule, NULL, STR_LIST(arena_number(context->arena, n_words)));
}

/* Args: the number of notes. Options: `words`, the fewest to a note; `notes`, from
 * how many on. */
void footnote_heavy_on_document(CheckContext *context, const Rule *rule)
{
    size_t n = context->n_notes;
    size_t words = (size_t)rule_option_number(rule, STR("words"), 150);
    if (n >= (size_t)rule_option_number(rule, STR("notes"), 5) &&
        n * words > context->readability->all.words)
        access_emit(context, rule, NULL, STR_LIST(arena_number(context->arena, n)));
}
