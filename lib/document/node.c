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

NodeIter node_iter(const Node *root)
{
    return (NodeIter){.root = root};
}

bool node_iter_next(NodeIter *iter)
{
    if (!iter->node) {
        iter->node = iter->root;
        iter->event = NODE_ENTER;
        return iter->root != NULL;
    }
    if (iter->event == NODE_ENTER) {
        if (iter->node->first_child)
            iter->node = iter->node->first_child;
        else
            iter->event = NODE_EXIT;
        return true;
    }
    if (iter->node == iter->root)
        return false;
    if (iter->node->next) {
        iter->node = iter->node->next;
        iter->event = NODE_ENTER;
    } else {
        iter->node = iter->node->parent;
    }
    return true;
}

void node_iter_skip(NodeIter *iter)
{
    iter->event = NODE_EXIT;
}
