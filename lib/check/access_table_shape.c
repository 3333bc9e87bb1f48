/* What a table is made of: its rows and cells, and whether they show data in columns. */
#include "check/access_table.h"

enum { CELL_WORDS_MAX = 25, COLUMN_NAME_WORDS_MAX = 15 };

static size_t row_n_columns(const Node *row)
{
    size_t n = 0;
    for (const Node *cell = row->first_child; cell; cell = cell->next)
        n += cell->as.cell.column_span;
    return n;
}

static bool cell_has_blocks(const Node *cell)
{
    const Node *block = cell->first_child;
    return block && (block->next || block->kind != NODE_PARAGRAPH);
}

static bool is_long(const Node *cell)
{
    Arena scratch = {0};
    Str text = access_text(cell, &scratch);
    bool is_long = text.len > 2 * CELL_WORDS_MAX && str_count_words(text) > CELL_WORDS_MAX;
    arena_free(&scratch);
    return is_long;
}

static void shape_add_cell(TableShape *shape, const Node *row, const Node *cell)
{
    bool has_content = !access_is_blank(cell);
    shape->n_cells++;
    shape->n_empty += !has_content;
    shape->n_headers += has_content && (cell->as.cell.is_header || row->as.row.is_header);
    shape->has_blocks |= cell_has_blocks(cell);
    shape->n_long += has_content && is_long(cell);
}

static void count_cells(TableShape *shape)
{
    for (const Node *row = node_first_row(shape->table); row; row = node_next_row(row)) {
        size_t n_columns = row_n_columns(row);
        shape->n_rows++;
        if (n_columns > shape->n_columns)
            shape->n_columns = n_columns;
        size_t n_before = shape->n_cells;
        for (const Node *cell = row->first_child; cell; cell = cell->next)
            shape_add_cell(shape, row, cell);
        if (shape->n_cells - n_before > shape->n_across)
            shape->n_across = shape->n_cells - n_before;
    }
}

/* Without marked headers, a table of prose, boxes or mostly nothing lays out a page. */
static bool is_layout(const TableShape *shape)
{
    return shape->n_rows < 2 || shape->n_columns < 2 || 2 * shape->n_long > shape->n_cells ||
           2 * shape->n_empty >= shape->n_cells ||
           (shape->has_blocks && 4 * shape->n_long > shape->n_cells);
}

static bool holds_table(const Node *table)
{
    NodeIter iter = node_iter(table);
    while (node_iter_next(&iter))
        if (iter.node->kind == NODE_TABLE && iter.node != table)
            return true;
    return false;
}

/* "To:" and "From: Jane Smith" stand before or hold a value; "09:30" is a time. */
static bool is_labelled(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] == ':' &&
            (i + 1 == text.len || !ascii_is_digit((unsigned char)text.data[i + 1])))
            return true;
    return false;
}

/* Anything but a line to write on: "____", "...". */
static bool has_sign(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_space((unsigned char)text.data[i]) && text.data[i] != '_' &&
            text.data[i] != '.' && text.data[i] != '-')
            return true;
    return false;
}

/* A letterhead's name and address, or the title of the paper. */
static bool is_box(const Node *cell)
{
    enum { NAME_BLOCKS_MAX = 2 };
    size_t n_blocks = 0;
    for (const Node *block = cell->first_child; block; block = block->next) {
        if (block->kind == NODE_HEADING && block->as.heading.level == 1)
            return true;
        n_blocks += !access_is_blank(block);
    }
    return n_blocks > NAME_BLOCKS_MAX;
}

/* Could CELL name what stands below it? */
static bool is_column_name(const Node *cell)
{
    if (is_box(cell))
        return false;
    Arena scratch = {0};
    Str whole = access_text(cell, &scratch);
    Str first = cell->first_child ? access_text(cell->first_child, &scratch) : (Str){0};
    bool is_name =
        has_sign(whole) && !is_labelled(first) && str_count_words(whole) <= COLUMN_NAME_WORDS_MAX;
    arena_free(&scratch);
    return is_name;
}

static size_t row_n_filled(const Node *row)
{
    size_t n = 0;
    for (const Node *cell = row->first_child; cell; cell = cell->next)
        n += !access_is_blank(cell);
    return n;
}

/* Is all text of ROW that of links: "Back | Contents | Next"? */
static bool is_navigation(const Node *row)
{
    NodeIter iter = node_iter(row);
    while (node_iter_next(&iter)) {
        const Node *at = iter.node;
        if (iter.event == NODE_ENTER && at->kind == NODE_TEXT &&
            !str_is_blank(at->as.text.literal) && !access_look(at).is_linked)
            return false;
    }
    return true;
}

/* The row that can be marked as header: the first of several cells, in which only
 * the corner may be empty. NULL in forms, cards, letterheads, rows of links. */
static const Node *naming_row(const Node *table)
{
    const Node *row = node_first_row(table);
    while (row && (!row_n_filled(row) || !row->first_child->next))
        row = node_next_row(row);
    for (const Node *cell = row ? row->first_child : NULL; cell; cell = cell->next) {
        bool is_corner = cell == row->first_child && access_is_blank(cell);
        if (!is_corner && !is_column_name(cell))
            return NULL;
    }
    return row && !is_navigation(row) ? row : NULL;
}

/* Do most rows below ROW hold values for several columns? */
static bool heads_data(const Node *row)
{
    size_t n_rows = 0, n_data = 0;
    for (row = node_next_row(row); row; row = node_next_row(row)) {
        n_rows++;
        n_data += row_n_filled(row) > 1;
    }
    return n_data && 2 * n_data >= n_rows;
}

static TableShape shape_of(const Node *table)
{
    TableShape shape = {.table = table, .names = naming_row(table)};
    count_cells(&shape);
    shape.is_layout = is_layout(&shape);
    shape.heads_data = shape.names && heads_data(shape.names);
    shape.is_data =
        shape.n_headers || (!shape.is_layout && shape.heads_data && !holds_table(table));
    return shape;
}

const TableShape *access_table_shape(CheckContext *context, const Node *node)
{
    if (node->kind != NODE_TABLE || node->as.table.is_layout ||
        !access_is_read(context->document, node))
        return NULL;
    if (!context->table_shape)
        context->table_shape = arena_new(context->arena, TableShape);
    if (context->table_shape->table != node)
        *context->table_shape = shape_of(node);
    return context->table_shape;
}

bool access_row_names_days(const Node *row)
{
    static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    size_t n = 0;
    Arena scratch = {0};
    for (const Node *cell = row ? row->first_child : NULL; cell; cell = cell->next) {
        Str start = str_sub(access_text(cell, &scratch), 0, 3);
        for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
            n += str_eq_nocase(start, str_of(days[i]));
    }
    arena_free(&scratch);
    return n >= 5;
}
