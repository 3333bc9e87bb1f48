/* Blocks: what begins and ends them. */
#include "read/html_builder.h"

/* Headings, captions and terms keep the text of a div or p inside them. */
static bool block_is_sticky(const HtmlBuilder *b)
{
    return b->block && (b->block->kind == NODE_HEADING || b->block->kind == NODE_CAPTION ||
                        b->block->kind == NODE_DEFINITION_TERM);
}

void html_open_flow(HtmlBuilder *b, HtmlElement *e)
{
    e->effect = HTML_EFFECT_FLOW;
    if (block_is_sticky(b)) {
        html_end_code(b);
        html_space(b, (Span){b->end, b->end});
        return;
    }
    html_end_block(b);
    b->paragraph = 0;
}

static void open_paragraph_element(HtmlBuilder *b, HtmlElement *e)
{
    html_open_flow(b, e);
    if (b->block)
        return;
    e->effect = HTML_EFFECT_BLOCK;
    b->paragraph = b->elements.len;
}

static Node *open_block(HtmlBuilder *b, HtmlElement *e, NodeKind kind)
{
    html_end_block(b);
    b->paragraph = 0;
    Node *node = node_new(&b->document->arena, kind);
    node->span = (Span){e->start, b->end};
    html_mark(b, e, node);
    html_take_language(e, node);
    html_place_block(b, node);
    html_begin_block(b, node);
    e->effect = HTML_EFFECT_BLOCK;
    e->node = node;
    return node;
}

static void open_heading(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    int natural = e->tag->class == HTML_HEADING ? e->tag->detail : 2;
    Node *node = open_block(b, e, NODE_HEADING);
    unsigned level = html_number(html_attribute(attributes, STR("aria-level")), 0, 100);
    node->as.heading.level = level ? (int)level : natural;
}

static Node *open_container(HtmlBuilder *b, HtmlElement *e, NodeKind kind)
{
    html_end_block(b);
    b->paragraph = 0;
    if (b->container_depth >= HTML_CONTAINER_DEPTH_MAX) {
        e->effect = HTML_EFFECT_FLOW;
        return NULL;
    }
    Node *node = node_new(&b->document->arena, kind);
    node->span = (Span){e->start, b->end};
    html_mark(b, e, node);
    html_take_language(e, node);
    html_place_block(b, node);
    e->effect = HTML_EFFECT_CONTAINER;
    e->node = node;
    e->outer = b->container;
    b->container = node;
    b->container_depth++;
    return node;
}

static void open_list(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    Node *node = open_container(b, e, NODE_LIST);
    if (!node || !e->tag->detail)
        return;
    node->as.list.is_ordered = true;
    node->as.list.start = (int)html_number(html_attribute(attributes, STR("start")), 1, 1000000);
}

static void open_table(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    e->in_head_rows = false;
    Node *node = open_container(b, e, NODE_TABLE);
    if (!node)
        return;
    node->as.table.is_layout = e->role == HTML_ROLE_PRESENTATION;
    node->as.table.summary =
        arena_str(&b->document->arena, str_trim(html_attribute(attributes, STR("summary"))));
}

/* Opens the row or cell KIND where a table wants it; else it is a mere block, as
 * browsers have it. */
static Node *open_table_part(HtmlBuilder *b, HtmlElement *e, NodeKind kind)
{
    NodeKind around = b->container->kind;
    if (around == NODE_TABLE || (around == NODE_TABLE_ROW && kind == NODE_TABLE_CELL))
        return open_container(b, e, kind);
    html_open_flow(b, e);
    return NULL;
}

static void open_cell(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    Node *node = open_table_part(b, e, NODE_TABLE_CELL);
    if (!node)
        return;
    bool is_header = e->tag->class == HTML_CELL && e->tag->detail;
    if (e->role == HTML_ROLE_HEADER_CELL || e->role == HTML_ROLE_CELL)
        is_header = e->role == HTML_ROLE_HEADER_CELL;
    node->as.cell.is_header = is_header;
    if (e->look && e->look->block.background.is_set)
        node->block_style = &e->look->block;
    unsigned columns = html_number(html_attribute(attributes, STR("colspan")), 1, 1000);
    unsigned rows = html_number(html_attribute(attributes, STR("rowspan")), 1, 65534);
    node->as.cell.column_span = columns ? (uint16_t)columns : 1;
    node->as.cell.row_span = rows ? (uint16_t)rows : 1;
}

static void open_pre(HtmlBuilder *b, HtmlElement *e)
{
    open_block(b, e, NODE_CODE_BLOCK);
    e->effect = HTML_EFFECT_PRE;
    b->pre = b->elements.len;
}

static void open_rule(HtmlBuilder *b, HtmlElement *e, Span tag)
{
    html_end_block(b);
    b->paragraph = 0;
    Node *node = node_new(&b->document->arena, NODE_THEMATIC_BREAK);
    node->span = tag;
    html_mark(b, e, node);
    html_place_block(b, node);
    html_end_node(node, tag.end);
}

bool html_open_block(HtmlBuilder *b, HtmlElement *e, HtmlClass class, HtmlAttributes attributes,
                     Span tag)
{
    switch (class) {
    case HTML_FLOW:
        html_open_flow(b, e);
        return true;
    case HTML_PARAGRAPH:
        open_paragraph_element(b, e);
        return true;
    case HTML_HEADING:
        open_heading(b, e, attributes);
        return true;
    case HTML_LIST:
        open_list(b, e, attributes);
        return true;
    case HTML_ITEM:
        if (b->container->kind == NODE_LIST)
            open_container(b, e, NODE_ITEM);
        else
            html_open_flow(b, e);
        return true;
    case HTML_DEFINITIONS:
        open_container(b, e, NODE_DEFINITION_LIST);
        return true;
    case HTML_TERM:
        if (b->container->kind == NODE_DEFINITION_LIST)
            open_block(b, e, NODE_DEFINITION_TERM);
        else
            html_open_flow(b, e);
        return true;
    case HTML_DEFINITION:
        if (b->container->kind == NODE_DEFINITION_LIST)
            open_container(b, e, NODE_DEFINITION);
        else
            html_open_flow(b, e);
        return true;
    case HTML_QUOTE:
        open_container(b, e, NODE_BLOCK_QUOTE);
        return true;
    case HTML_TABLE:
        open_table(b, e, attributes);
        return true;
    case HTML_ROWS:
        html_open_flow(b, e);
        e->in_head_rows = e->tag->class == HTML_ROWS && e->tag->detail;
        return true;
    case HTML_ROW:
        open_table_part(b, e, NODE_TABLE_ROW);
        return true;
    case HTML_CELL:
        open_cell(b, e, attributes);
        return true;
    case HTML_CAPTION:
        if (b->container->kind == NODE_TABLE)
            open_block(b, e, NODE_CAPTION);
        else
            html_open_flow(b, e);
        return true;
    case HTML_FIGURE:
        open_container(b, e, NODE_FIGURE);
        return true;
    case HTML_FIGURE_CAPTION:
        if (b->container->kind == NODE_FIGURE)
            open_block(b, e, NODE_CAPTION);
        else
            open_paragraph_element(b, e);
        return true;
    case HTML_PRE:
        open_pre(b, e);
        return true;
    case HTML_RULE:
        open_rule(b, e, tag);
        return true;
    default:
        return false;
    }
}

static void close_row(Node *row)
{
    bool all = row->first_child != NULL;
    for (const Node *cell = row->first_child; cell; cell = cell->next)
        all = all && cell->as.cell.is_header;
    row->as.row.is_header = row->as.row.is_header || all;
}

/* A caption may come last in the file; readers of the tree want it first. */
static void close_table(Node *table)
{
    for (Node *child = table->first_child; child; child = child->next) {
        if (child->kind != NODE_CAPTION || child == table->first_child)
            continue;
        node_unlink(child);
        child->parent = table;
        child->next = table->first_child;
        table->first_child->previous = child;
        table->first_child = child;
        return;
    }
}

void html_close_container(HtmlBuilder *b, HtmlElement *e, size_t end)
{
    html_end_block(b);
    html_end_node(e->node, end);
    if (e->node->kind == NODE_TABLE_ROW) {
        e->node->as.row.is_header = e->in_head_rows && e->node->first_child;
        close_row(e->node);
    } else if (e->node->kind == NODE_TABLE) {
        close_table(e->node);
    }
    b->container = e->outer;
    b->container_depth--;
}

void html_close_block(HtmlBuilder *b, HtmlElement *e, size_t end)
{
    if (e->node && b->block == e->node) {
        html_end_block(b);
        html_end_node(e->node, end);
    } else {
        html_end_block(b);
    }
    b->paragraph = 0;
}

/* The line end right after <pre> is not part of it (HTML standard), and any line
 * end is one newline. */
static Str pre_literal(HtmlBuilder *b)
{
    Str text = buf_str(&b->literal.text);
    char *copy = arena_alloc(&b->document->arena, text.len + 1);
    size_t n = 0, i = 0;
    if (i < text.len && text.data[i] == '\r')
        i++;
    if (i < text.len && text.data[i] == '\n')
        i++;
    for (; i < text.len; i++)
        if (text.data[i] != '\r' || i + 1 == text.len || text.data[i + 1] != '\n')
            copy[n++] = text.data[i];
    return (Str){copy, n};
}

void html_close_pre(HtmlBuilder *b, HtmlElement *e, size_t end)
{
    e->node->as.text.literal = pre_literal(b);
    buf_clear(&b->literal.text);
    b->pre = 0;
    b->space = NULL;
    html_end_block(b);
    html_end_node(e->node, end);
}
