#include "document/node.h"

#include <assert.h>

static const struct {
    const char *text;
    NodeClass class;
} kinds[] = {
#define NODE(name, text, class) {text, NODE_CLASS_##class},
#include "document/nodes.def"
#undef NODE
};

static_assert(sizeof kinds / sizeof kinds[0] == NODE_KIND_COUNT, "one row a kind");

NodeClass node_class(NodeKind kind)
{
    return kinds[kind].class;
}

Str node_kind_text(NodeKind kind)
{
    return str_of(kinds[kind].text);
}

Node *node_new(Arena *arena, NodeKind kind)
{
    Node *node = arena_new(arena, Node);
    node->kind = kind;
    if (kind == NODE_TABLE_CELL)
        node->as.cell.column_span = node->as.cell.row_span = 1;
    return node;
}

void node_append_child(Node *parent, Node *child)
{
    assert(!child->parent);
    child->parent = parent;
    child->previous = parent->last_child;
    if (parent->last_child)
        parent->last_child->next = child;
    else
        parent->first_child = child;
    parent->last_child = child;
}

void node_unlink(Node *node)
{
    if (node->previous)
        node->previous->next = node->next;
    else if (node->parent)
        node->parent->first_child = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else if (node->parent)
        node->parent->last_child = node->previous;
    node->parent = node->previous = node->next = NULL;
}

const Node *node_ancestor(const Node *node, NodeKind kind)
{
    const Node *above = node->parent;
    while (above && above->kind != kind)
        above = above->parent;
    return above;
}

/* The first row from NODE on that shows. */
static const Node *shown_row(const Node *node)
{
    while (node && (node->kind != NODE_TABLE_ROW || node->is_hidden))
        node = node->next;
    return node;
}

const Node *node_first_row(const Node *table)
{
    return shown_row(table->first_child);
}

const Node *node_next_row(const Node *row)
{
    return shown_row(row->next);
}

bool node_attribute(const Node *node, Str name, Str *ret)
{
    for (size_t i = 0; i < node->n_attributes; i++) {
        if (!str_eq(node->attributes[i].name, name))
            continue;
        *ret = node->attributes[i].value;
        return true;
    }
    return false;
}

void node_append_text(const Node *node, Buf *buf)
{
    NodeIter iter = node_iter(node);
    while (node_iter_next(&iter)) {
        if (iter.event != NODE_ENTER)
            continue;
        switch (iter.node->kind) {
        case NODE_TEXT:
        case NODE_CODE:
        case NODE_CODE_BLOCK:
            buf_append(buf, iter.node->as.text.literal);
            break;
        case NODE_SOFT_BREAK:
        case NODE_LINE_BREAK:
            buf_append_char(buf, ' ');
            break;
        case NODE_IMAGE:
            buf_append(buf, iter.node->as.image.alt);
            break;
        default:
            break;
        }
    }
}

/* The name the markup gives NODE itself, which replaces its content; else blank. */
static Str own_name(const Node *node)
{
    Str name = {0};
    switch (node->kind) {
    case NODE_IMAGE:
        return node->as.image.is_decorative ? name : node->as.image.alt;
    case NODE_EMBED:
        return node->as.embed.name;
    case NODE_LINK:
        return node->as.link.label;
    default:
        (void)node_attribute(node, STR("aria-label"), &name);
        return name;
    }
}

static Str own_title(const Node *node)
{
    Str title = {0};
    if (node->kind == NODE_LINK)
        return node->as.link.title;
    (void)node_attribute(node, STR("title"), &title);
    return title;
}

static void append_heard(const Node *node, Buf *buf)
{
    if (node->kind == NODE_TEXT || node->kind == NODE_CODE || node->kind == NODE_CODE_BLOCK)
        buf_append(buf, node->as.text.literal);
    else if (node->kind == NODE_SOFT_BREAK || node->kind == NODE_LINE_BREAK)
        buf_append_char(buf, ' ');
}

void node_append_name(const Node *node, Buf *buf)
{
    size_t start = buf->len;
    NodeIter iter = node_iter(node);
    while (node_iter_next(&iter)) {
        if (iter.event != NODE_ENTER)
            continue;
        Str name = own_name(iter.node);
        if (iter.node->is_hidden || iter.node->is_unread) {
            node_iter_skip(&iter);
        } else if (!str_is_blank(name)) {
            buf_append(buf, name);
            node_iter_skip(&iter);
        } else {
            append_heard(iter.node, buf);
        }
    }
    if (str_is_blank(str_sub(buf_str(buf), start, buf->len)) && !node->is_hidden &&
        !node->is_unread)
        buf_append(buf, own_title(node));
}
