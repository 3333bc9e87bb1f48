#include "read/markdown_nodes.h"

void nodes_place_lost(const InlineBuilder *builder, Node *node)
{
    node->span = builder->block->span;
    node->precision = PRECISION_BLOCK;
}

Node *nodes_add(InlineBuilder *builder, NodeKind kind, size_t start)
{
    Node *node = node_new(&builder->document->arena, kind);
    node->span = (Span){start, builder->cursor.offset};
    if (builder->is_lost)
        nodes_place_lost(builder, node);
    node_append_child(builder->parent, node);
    return node;
}

void nodes_add_verbatim(InlineBuilder *builder, NodeKind kind, Span span)
{
    Str text = builder->document->source.text;
    Node *last = builder->parent->last_child;
    bool goes_on = last && last->kind == kind && kind == NODE_TEXT && last->as.text.is_verbatim &&
                   last->span.end == span.start;
    if (goes_on) {
        last->span.end = span.end;
        last->as.text.literal = span_of(last->span, text);
        return;
    }
    Node *node = nodes_add(builder, kind, span.start);
    node->span = span;
    node->as.text.literal = span_of(span, text);
    node->as.text.is_verbatim = true;
}

void nodes_add_different(InlineBuilder *builder, NodeKind kind, Str literal, Span span)
{
    Node *node = nodes_add(builder, kind, span.start);
    node->span = span;
    node->as.text.literal = arena_str(&builder->document->arena, literal);
}

void nodes_add_lost(InlineBuilder *builder, NodeKind kind, Str literal, size_t line)
{
    const Source *source = &builder->document->source;
    builder->is_lost = true;
    if (builder->image) {
        buf_append(&builder->alt, literal);
        return;
    }
    Node *node = nodes_add(builder, kind, 0);
    node->as.text.literal = arena_str(&builder->document->arena, literal);
    Str text = source_line(source, line);
    size_t start = source_line_start(source, line);
    Span span = {start, start + text.len};
    if (!span_contains(builder->block->span, span) || str_find(text, literal, 0) == text.len)
        return;
    node->span = span;
    node->precision = PRECISION_LINE;
}

/* Hangs the children of NODE, the last of its parent, in its place. */
static void dissolve(Node *node)
{
    Node *parent = node->parent;
    node_unlink(node);
    for (Node *child = node->first_child; child; child = node->first_child) {
        node_unlink(child);
        node_append_child(parent, child);
    }
}

static bool is_in_tag(const InlineBuilder *builder)
{
    return builder->n_tags && builder->tags[builder->n_tags - 1].node == builder->parent;
}

static void dissolve_tag(InlineBuilder *builder)
{
    Node *node = builder->tags[--builder->n_tags].node;
    builder->parent = node->parent;
    dissolve(node);
}

bool nodes_has_tag(const InlineBuilder *builder, Str name)
{
    const Node *parent = builder->parent;
    for (size_t i = builder->n_tags; i > 0 && builder->tags[i - 1].node == parent; i--) {
        if (str_eq_nocase(builder->tags[i - 1].name, name))
            return true;
        parent = parent->parent;
    }
    return false;
}

OpenTag nodes_end_tag(InlineBuilder *builder, Str name, size_t end)
{
    while (!str_eq_nocase(builder->tags[builder->n_tags - 1].name, name))
        dissolve_tag(builder);
    OpenTag open = builder->tags[--builder->n_tags];
    builder->parent = open.node->parent;
    if (builder->is_lost)
        nodes_place_lost(builder, open.node);
    else
        open.node->span.end = end;
    return open;
}

void nodes_begin_tag(InlineBuilder *builder, Str name, Node *node, bool is_code)
{
    builder->tags[builder->n_tags++] = (OpenTag){name, node, is_code};
    builder->parent = node;
}

void nodes_undo_tags(InlineBuilder *builder)
{
    while (is_in_tag(builder))
        dissolve_tag(builder);
}
