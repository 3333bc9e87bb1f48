/* access.table-*: can a table be followed by ear, cell by cell? */
#include "check/access_table.h"
#include "check/checks.h"

#include "base/utf8.h"

enum { GRID_COLUMNS_MAX = 256 };

/* Args: the table ("The table “Area”" or "This table"). Option `signatures`:
 * words that tell a block for signing. */
void table_no_header_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const TableShape *shape = access_table_shape(context, node);
    if (!shape || shape->n_headers || !shape->is_data || access_table_is_form(shape) ||
        access_table_is_signed(rule, node))
        return;
    Arena scratch = {0};
    access_emit(context, rule, node, STR_LIST(access_table_name(node, &scratch)));
    arena_free(&scratch);
}

/* Headers that span what they head are well marked by a scope. */
static bool is_scoped(const Node *cell)
{
    Str scope;
    return cell->as.cell.is_header && node_attribute(cell, STR("scope"), &scope);
}

/* The grid columns of TABLE at which a cell of any row begins. Rows that are reached
 * from above count as if they were not: what reaches down is told in any case. */
typedef struct Edges {
    bool is_used[GRID_COLUMNS_MAX];
} Edges;

static void edges_take(Edges *edges, const Node *table)
{
    for (const Node *row = node_first_row(table); row; row = node_next_row(row)) {
        size_t column = 0;
        for (const Node *cell = row->first_child; cell && column < GRID_COLUMNS_MAX;
             cell = cell->next) {
            edges->is_used[column] = true;
            column += cell->as.cell.column_span;
        }
    }
}

/* Does a cell of N columns from COLUMN on cover an edge? Dragging the borders of a
 * table leaves columns that no row uses, and cells that only seem to span. */
static bool covers_edge(const Edges *edges, size_t column, size_t n)
{
    for (size_t i = column + 1; i < column + n; i++)
        if (i >= GRID_COLUMNS_MAX || edges->is_used[i])
            return true;
    return false;
}

/* A title across the whole first row, or an empty row that draws a line. */
static bool is_title_or_line(const Node *table, const Node *row)
{
    bool is_alone = row->first_child && !row->first_child->next;
    return is_alone && (row == node_first_row(table) || access_is_blank(row->first_child));
}

/* The first cell that spans others, save titles and lines across the whole table. */
static const Node *merged_cell(const Node *table)
{
    Edges edges = {0};
    edges_take(&edges, table);
    for (const Node *row = node_first_row(table); row; row = node_next_row(row)) {
        size_t column = 0;
        const Node *first = is_title_or_line(table, row) ? NULL : row->first_child;
        for (const Node *cell = first; cell; cell = cell->next) {
            bool is_merged = cell->as.cell.row_span > 1 ||
                             covers_edge(&edges, column, cell->as.cell.column_span);
            if (is_merged && !is_scoped(cell))
                return cell;
            column += cell->as.cell.column_span;
        }
    }
    return NULL;
}

/* Args: the table. Told once a table, at its first merged cell. */
void table_merged_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const TableShape *shape = access_table_shape(context, node);
    const Node *cell = shape && shape->is_data ? merged_cell(node) : NULL;
    if (cell)
        access_emit(context, rule, cell, STR_LIST(access_table_name(node, context->arena)));
}

/* Args: the inner table. */
void table_nested_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const Node *outer = access_table_shape(context, node) ? node_ancestor(node, NODE_TABLE) : NULL;
    if (outer && !outer->as.table.is_layout && !access_is_blank(node))
        access_emit(context, rule, node, STR_LIST(access_table_name(node, context->arena)));
}

/* Args: the table. One row, one column, or mostly long text: no table of data. */
void table_layout_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const TableShape *shape = access_table_shape(context, node);
    if (!shape)
        return;
    bool is_line = shape->n_rows == 1 || shape->n_columns == 1;
    bool is_prose =
        shape->n_columns <= 2 && shape->has_blocks && 2 * shape->n_long > shape->n_cells;
    if (shape->n_cells > shape->n_empty && (is_line || is_prose))
        access_emit(context, rule, node, STR_LIST(access_table_name(node, context->arena)));
}

/* The empty cells below NAMES, but not those of a column that is left free as a whole:
 * it waits to be filled in. */
static size_t n_gaps(const Node *names)
{
    bool is_filled[GRID_COLUMNS_MAX] = {false};
    size_t n_empty[GRID_COLUMNS_MAX] = {0};
    for (const Node *row = node_next_row(names); row; row = node_next_row(row)) {
        size_t i = 0;
        for (const Node *cell = row->first_child; cell && i < GRID_COLUMNS_MAX; cell = cell->next) {
            bool is_blank = access_is_blank(cell);
            is_filled[i] |= !is_blank;
            n_empty[i++] += is_blank;
        }
    }
    size_t n = 0;
    for (size_t i = 0; i < GRID_COLUMNS_MAX; i++)
        n += is_filled[i] ? n_empty[i] : 0;
    return n;
}

/* Is ROW empty from edge to edge, no cell from above reaching down into it? */
static bool is_gap(const TableShape *shape, const Node *row)
{
    size_t n_columns = 0;
    for (const Node *cell = row->first_child; cell; cell = cell->next) {
        if (!access_is_blank(cell))
            return false;
        n_columns += cell->as.cell.column_span;
    }
    return n_columns >= shape->n_columns;
}

/* The first row with text below the header that has an empty row below it, and data below
 * that: rows at the end of a table wait to be filled in. */
static const Node *row_above_gap(const TableShape *shape)
{
    const Node *above = NULL;
    bool is_in_gap = false;
    for (const Node *row = shape->names; row; row = node_next_row(row)) {
        bool is_empty = is_gap(shape, row);
        if (is_in_gap && !is_empty)
            return above;
        is_in_gap = is_empty;
        above = is_empty ? above : row;
    }
    return NULL;
}

/* Args: the table, the number of empty cells. Options: `percent`, the most; `cells`,
 * the smallest table looked at; `signatures`; `row`, the wording for an empty row (args:
 * the table, the row above), which is told whatever the share. */
void table_empty_cells_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const TableShape *shape = access_table_shape(context, node);
    size_t most = (size_t)rule_option_number(rule, STR("percent"), 30);
    size_t cells_min = (size_t)rule_option_number(rule, STR("cells"), 9);
    if (!shape || shape->n_cells < cells_min || shape->n_rows < 3 || !shape->heads_data)
        return;
    size_t n_empty = n_gaps(shape->names);
    bool is_sparse = 100 * n_empty > most * shape->n_cells;
    const Node *above = is_sparse ? NULL : row_above_gap(shape);
    if ((!is_sparse && !above) || access_row_names_days(shape->names) ||
        access_table_is_signed(rule, node))
        return;
    Arena *arena = context->arena;
    Str name = access_table_name(node, arena);
    if (is_sparse)
        access_emit(context, rule, node, STR_LIST(name, arena_number(arena, n_empty)));
    else
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.node = above},
                                     .args = STR_LIST(name, access_quote(above, arena)),
                                     .wording = wording_of(context, rule, STR("row"))});
}

/* Args: the table, the number of columns. Option `columns`: the most. */
void table_wide_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const TableShape *shape = access_table_shape(context, node);
    size_t most = (size_t)rule_option_number(rule, STR("columns"), 7);
    Arena *arena = context->arena;
    if (shape && shape->is_data && shape->n_across > most && !access_row_names_days(shape->names))
        access_emit(context, rule, node,
                    STR_LIST(access_table_name(node, arena), arena_number(arena, shape->n_across)));
}

static bool has_caption(const Node *table)
{
    for (const Node *child = table->first_child; child; child = child->next)
        if (child->kind == NODE_CAPTION)
            return true;
    return table->as.table.summary.len || (table->next && table->next->kind == NODE_CAPTION);
}

/* A heading or a line of text in front of TABLE leads in to it. */
static bool has_lead_in(const Node *table)
{
    const Node *before = table->previous;
    while (before && node_is_text_block(before) && access_is_blank(before))
        before = before->previous;
    return before && (node_is_text_block(before) || before->kind == NODE_LIST);
}

/* One cell above all the others, as of a calendar: "November 2026". */
static bool has_title_row(const TableShape *shape)
{
    const Node *row = node_first_row(shape->table);
    return shape->n_columns > 1 && row->first_child && !row->first_child->next &&
           access_has_text(row);
}

/* Args: the table. */
void table_no_caption_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const TableShape *shape = access_table_shape(context, node);
    if (!shape || !shape->is_data || shape->is_layout || has_caption(node) || has_lead_in(node) ||
        !node->previous || node_ancestor(node, NODE_TABLE) || node_ancestor(node, NODE_FIGURE) ||
        access_table_is_form(shape) || has_title_row(shape))
        return;
    access_emit(context, rule, node, STR_LIST(access_table_name(node, context->arena)));
}

enum { LINE_TWIPS = 110, PAGE_TWIPS = 9000, LINES_MAX = 100 }; /* a letter's width; a page's */

/* About how many lines CELL takes: Word sets about one letter to 110 twips. */
static size_t cell_n_lines(const Node *cell, size_t n_columns)
{
    size_t width = cell->as.cell.width_twips ? cell->as.cell.width_twips
                                             : PAGE_TWIPS * cell->as.cell.column_span / n_columns;
    size_t per_line = width / LINE_TWIPS ? width / LINE_TWIPS : 1;
    size_t n_lines = 0;
    for (const Node *block = cell->first_child; block && n_lines < LINES_MAX; block = block->next) {
        Arena scratch = {0};
        n_lines += 1 + utf8_length(access_text(block, &scratch)) / per_line;
        arena_free(&scratch);
    }
    return n_lines;
}

static size_t row_n_lines(const Node *row, size_t n_columns)
{
    size_t most = 0;
    for (const Node *cell = row->first_child; cell; cell = cell->next) {
        size_t n = cell_n_lines(cell, n_columns);
        most = n > most ? n : most;
    }
    return most;
}

/* The first row that may go on over the page and is long enough to, but not as long as one. */
static const Node *splitting_row(const Rule *rule, const TableShape *shape)
{
    size_t lines = (size_t)rule_option_number(rule, STR("lines"), 3);
    size_t page = (size_t)rule_option_number(rule, STR("page"), 25);
    for (const Node *row = node_first_row(shape->table); row; row = node_next_row(row)) {
        size_t n = row->as.row.may_split ? row_n_lines(row, shape->n_columns) : 0;
        if (n > lines && n < page)
            return row;
    }
    return NULL;
}

/* Args: the table. Options: `lines`, the most a row may have that goes on over the page;
 * `page`, from how many on it must, as it fills most of one. Of tables of data only: what
 * lays out a page breaks with it. */
void table_row_splits_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const TableShape *shape = access_table_shape(context, node);
    const Node *row =
        shape && shape->is_data && !shape->is_layout ? splitting_row(rule, shape) : NULL;
    if (row && (shape->n_headers || !access_table_is_form(shape)))
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.node = row},
                                     .args = STR_LIST(access_table_name(node, context->arena)),
                                     .fold_key = rule->id});
}
