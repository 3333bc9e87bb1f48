/* Where blocks and inlines go in the tree. */
#include "read/html_builder.h"

void html_mark(HtmlBuilder *b, const HtmlElement *element, Node *node)
{
    node->is_hidden = html_element_is_hidden(element);
    node->is_unread = element->is_unread;
    node->attributes = element->attributes;
    node->n_attributes = element->n_attributes;
    if (element->references.len)
        html_names_refer(&b->names, node, element->references);
}

static Str pending_language(const HtmlElement *element)
{
    return element->language.len ? element->language : element->language_around;
}

void html_take_language(HtmlElement *element, Node *node)
{
    node->language = pending_language(element);
    element->language = element->language_around = (Str){0};
}

Str html_language_for_children(const HtmlElement *around)
{
    if (around->effect == HTML_EFFECT_INLINE)
        return around->language_around;
    return around->effect == HTML_EFFECT_BLOCK ? (Str){0} : pending_language(around);
}

/* The last child of PARENT where it is *IMPLIED, else a new one of KIND. */
static Node *implied_child(HtmlBuilder *b, Node *parent, NodeKind kind, Node **implied)
{
    if (*implied && parent->last_child == *implied)
        return *implied;
    *implied = node_new(&b->document->arena, kind);
    (*implied)->span = (Span){b->end, b->end};
    node_append_child(parent, *implied);
    return *implied;
}

/* The container for a block of KIND: PRESENT, or what has to stand between. */
static Node *container_for(HtmlBuilder *b, Node *present, NodeKind kind)
{
    switch (present->kind) {
    case NODE_TABLE:
        if (kind == NODE_TABLE_ROW || kind == NODE_CAPTION)
            return present;
        present = implied_child(b, present, NODE_TABLE_ROW, &b->implied_row);
        return kind == NODE_TABLE_CELL
                   ? present
                   : implied_child(b, present, NODE_TABLE_CELL, &b->implied_cell);
    case NODE_TABLE_ROW:
        return kind == NODE_TABLE_CELL
                   ? present
                   : implied_child(b, present, NODE_TABLE_CELL, &b->implied_cell);
    case NODE_LIST: {
        Node *last = present->last_child;
        return kind == NODE_ITEM ? present : implied_child(b, present, NODE_ITEM, &last);
    }
    case NODE_DEFINITION_LIST: {
        Node *last = present->last_child && present->last_child->kind == NODE_DEFINITION
                         ? present->last_child
                         : NULL;
        bool fits = kind == NODE_DEFINITION || kind == NODE_DEFINITION_TERM;
        return fits ? present : implied_child(b, present, NODE_DEFINITION, &last);
    }
    default:
        return present;
    }
}

void html_place_block(HtmlBuilder *b, Node *node)
{
    node_append_child(container_for(b, b->container, node->kind), node);
}

/* Ends NODE at END, and with it the implied ones around it. */
void html_end_node(Node *node, size_t end)
{
    for (int i = 0; node && i < 3; i++, node = node->parent)
        if (node->span.end < end)
            node->span.end = end;
}

void html_end_block(HtmlBuilder *b)
{
    html_end_code(b);
    if (!b->block)
        return;
    html_trim_block(b);
    for (size_t i = 0; i < b->n_placed; i++) {
        html_end_node(b->inlines.items[i].node, b->end);
        b->inlines.items[i].node = NULL;
    }
    html_end_node(b->block, b->end);
    b->n_placed = 0;
    b->block = NULL;
    b->has_content = false;
    b->paragraph = 0;
}

void html_begin_block(HtmlBuilder *b, Node *node)
{
    const HtmlLook *look = html_top(b)->look;
    if (look && look->block.alignment != ALIGN_UNSET)
        node->block_style = &look->block;
    b->block = node;
    b->has_content = false;
    b->space = NULL;
}

/* Where NODE starts: at its TAG, unless other nodes or the start of the one around
 * it stand between that and its first content at START. */
static size_t start_at_tag(const Node *node, size_t tag, size_t start)
{
    size_t earliest = node->previous ? node->previous->span.end : node->parent->span.start;
    return tag >= earliest ? tag : start;
}

/* Implied rows and cells begin no later than what they were implied for. */
static void cover_start(const Node *node)
{
    for (Node *above = node->parent; above && above->span.start > node->span.start;
         above = above->parent)
        above->span.start = node->span.start;
}

/* A paragraph that starts at START, for the p that waits for its first content or
 * for text that stands free. */
static void open_paragraph(HtmlBuilder *b, size_t start)
{
    HtmlElement *context = &b->elements.items[html_top(b)->context];
    Node *node = node_new(&b->document->arena, NODE_PARAGRAPH);
    node->span = (Span){start, start};
    size_t tag = start;
    if (b->paragraph) {
        context = &b->elements.items[b->paragraph - 1];
        html_mark(b, context, node);
        context->node = node;
        tag = context->start;
        b->paragraph = 0;
    } else {
        node->is_hidden = html_element_is_hidden(context);
        node->is_unread = context->is_unread;
        if (b->inlines.len)
            tag = b->elements.items[b->inlines.items[0].element].start;
    }
    node->language = pending_language(context);
    html_place_block(b, node);
    node->span.start = start_at_tag(node, tag, start);
    cover_start(node);
    html_begin_block(b, node);
}

static Node *place_inline(HtmlBuilder *b, HtmlInline *open, Node *parent, size_t start)
{
    HtmlElement *element = &b->elements.items[open->element];
    Node *node = node_new(&b->document->arena, open->kind);
    html_mark(b, element, node);
    node->language = element->language;
    if (open->kind == NODE_LINK) {
        node->as.link.url = open->url;
        node->as.link.title = open->title;
        node->as.link.label = open->label;
    } else if (open->kind == NODE_ABBREVIATION) {
        node->as.abbreviation.title = open->title;
    }
    HtmlPiece *piece = arena_new(&b->document->arena, HtmlPiece);
    *piece = (HtmlPiece){.node = node, .before = open->pieces};
    open->pieces = piece;
    node_append_child(parent, node);
    start = start_at_tag(node, element->start, start);
    node->span = (Span){start, start};
    open->node = node;
    return node;
}

Node *html_inline_parent(HtmlBuilder *b, size_t start)
{
    size_t n = b->inlines.len < HTML_INLINE_DEPTH_MAX ? b->inlines.len : HTML_INLINE_DEPTH_MAX;
    if (!b->block)
        open_paragraph(b, start);
    Node *parent = b->n_placed ? b->inlines.items[b->n_placed - 1].node : b->block;
    for (; b->n_placed < n; b->n_placed++)
        parent = place_inline(b, &b->inlines.items[b->n_placed], parent, start);
    return parent;
}

void html_append_inline(HtmlBuilder *b, Node *node)
{
    Node *parent = html_inline_parent(b, node->span.start);
    node->is_hidden = html_element_is_hidden(html_top(b));
    node->is_unread = node->is_unread || html_top(b)->is_unread;
    if (node->kind == NODE_TEXT && html_top(b)->look)
        node->text_style = &html_top(b)->look->shown;
    node_append_child(parent, node);
    b->has_content = true;
    b->space = NULL;
    if (b->end < node->span.end && node->precision == PRECISION_EXACT)
        b->end = node->span.end;
}
