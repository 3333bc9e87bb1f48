#include "promises.h"

static bool holds_literal(const Node *node)
{
    return node->kind == NODE_TEXT || node->kind == NODE_CODE || node->kind == NODE_CODE_BLOCK;
}

static void check_nesting(const Node *node, Buf *ret)
{
    if (!node->parent)
        return;
    bool is_inline = node_class(node->kind) == NODE_CLASS_INLINE;
    bool in_container = node_class(node->parent->kind) == NODE_CLASS_CONTAINER;
    if (is_inline == in_container)
        buf_printf(ret, "%.*s in %.*s\n", STR_ARG(node_kind_text(node->kind)),
                   STR_ARG(node_kind_text(node->parent->kind)));
}

static void check_span(const Document *document, const Node *node, Buf *ret)
{
    Str text = document->source.text;
    if (node->span.start > node->span.end || node->span.end > text.len) {
        buf_printf(ret, "%.*s [%zu,%zu) is out of bounds\n", STR_ARG(node_kind_text(node->kind)),
                   node->span.start, node->span.end);
        return;
    }
    if (holds_literal(node) && node->as.text.is_verbatim && node->precision == PRECISION_EXACT &&
        !str_eq(span_of(node->span, text), node->as.text.literal))
        buf_printf(ret, "text at [%zu,%zu) is not “%.*s”\n", node->span.start, node->span.end,
                   STR_ARG(node->as.text.literal));
}

void promises_check(const Document *document, Buf *ret)
{
    size_t end_of_previous = 0;
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter)) {
        const Node *node = iter.node;
        if (iter.event != NODE_ENTER)
            continue;
        check_nesting(node, ret);
        if (!document->has_lines)
            continue;
        check_span(document, node, ret);
        if (node_is_text_block(node))
            end_of_previous = 0;
        if (!holds_literal(node) || node->precision != PRECISION_EXACT)
            continue;
        if (node->span.start < end_of_previous)
            buf_printf(ret, "text at [%zu,%zu) stands before the text in front of it\n",
                       node->span.start, node->span.end);
        end_of_previous = node->span.end;
    }
}
