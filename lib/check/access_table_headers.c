/* access.table-headers-attr, access.table-header-unused: do headers and cells find
 * each other? Follows the HTML standard, 4.9.12.2 "Forming relationships between
 * data cells and header cells"; tables are told by their rows alone, so headers of
 * row and column groups are taken as used. */
#include "check/access.h"
#include "check/checks.h"

#include <stdlib.h>

enum { SLOTS_MAX = 1000000, COLUMNS_MAX = 1000, REACH_MAX = 200, NO_CELL = -1, TWO_CELLS = -2 };

typedef struct GridCell {
    const Node *node;
    size_t x, y, width, height;
    bool is_header;
} GridCell;

/* The table as slots, each with the index of the cell that covers it. */
typedef struct Grid {
    ARRAY(GridCell) cells;
    int *slots;
    bool *row_has_data, *column_has_data; /* anything but headers */
    size_t n_rows, n_columns;
} Grid;

static int *grid_slot(const Grid *grid, size_t x, size_t y)
{
    return &grid->slots[y * grid->n_columns + x];
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool is_cell(const Node *node)
{
    return node->kind == NODE_TABLE_CELL && !node->is_hidden;
}

/* The most columns that any row can need: spans from above reach into a row. */
static void grid_measure(Grid *grid, const Node *table)
{
    size_t reaching_down = 0;
    for (const Node *row = node_first_row(table); row; row = node_next_row(row)) {
        size_t n = 0;
        for (const Node *cell = row->first_child; cell; cell = cell->next) {
            size_t width = is_cell(cell) ? cell->as.cell.column_span : 0;
            n += width;
            reaching_down += is_cell(cell) && cell->as.cell.row_span > 1 ? width : 0;
        }
        grid->n_rows++;
        if (n > grid->n_columns)
            grid->n_columns = n;
    }
    grid->n_columns = least(grid->n_columns + reaching_down, COLUMNS_MAX);
}

static void grid_place(Grid *grid, const Node *node, size_t x, size_t y)
{
    GridCell cell = {
        .node = node,
        .x = x,
        .y = y,
        .width = least(node->as.cell.column_span, grid->n_columns - x),
        .height = least(node->as.cell.row_span, grid->n_rows - y),
        .is_header = node->as.cell.is_header,
    };
    for (size_t down = 0; down < cell.height; down++)
        for (size_t right = 0; right < cell.width; right++) {
            int *slot = grid_slot(grid, x + right, y + down);
            *slot = *slot == NO_CELL ? (int)grid->cells.len : TWO_CELLS;
        }
    for (size_t down = 0; !cell.is_header && down < cell.height; down++)
        grid->row_has_data[y + down] = true;
    for (size_t right = 0; !cell.is_header && right < cell.width; right++)
        grid->column_has_data[x + right] = true;
    array_push(&grid->cells, cell);
}

/* False when TABLE is too large to look at. */
static bool grid_init(Grid *grid, const Node *table)
{
    grid_measure(grid, table);
    if (!grid->n_rows || !grid->n_columns || grid->n_rows > SLOTS_MAX / grid->n_columns)
        return false;
    size_t n_slots = grid->n_rows * grid->n_columns;
    grid->slots = mem_calloc(n_slots, sizeof *grid->slots);
    grid->row_has_data = mem_calloc(grid->n_rows, sizeof(bool));
    grid->column_has_data = mem_calloc(grid->n_columns, sizeof(bool));
    for (size_t i = 0; i < n_slots; i++)
        grid->slots[i] = NO_CELL;
    size_t y = 0;
    for (const Node *row = node_first_row(table); row; row = node_next_row(row)) {
        size_t x = 0;
        for (const Node *cell = row->first_child; cell; cell = cell->next) {
            while (x < grid->n_columns && *grid_slot(grid, x, y) != NO_CELL)
                x++;
            if (is_cell(cell) && x < grid->n_columns)
                grid_place(grid, cell, x, y);
        }
        y++;
    }
    return true;
}

static void grid_free(Grid *grid)
{
    array_free(&grid->cells);
    mem_free(grid->slots);
    mem_free(grid->row_has_data);
    mem_free(grid->column_has_data);
}

/* The one cell at a slot, or NULL. */
static const GridCell *grid_at(const Grid *grid, size_t x, size_t y)
{
    int index = *grid_slot(grid, x, y);
    return index >= 0 ? &grid->cells.items[index] : NULL;
}

static bool any_of(const bool *flags, size_t start, size_t n)
{
    for (size_t i = start; i < start + n; i++)
        if (flags[i])
            return true;
    return false;
}

typedef enum HeaderScope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW, SCOPE_GROUP } HeaderScope;

static HeaderScope scope_stated(const Node *cell)
{
    Str value;
    if (node_attribute(cell, STR("role"), &value)) {
        if (str_eq_nocase(value, STR("columnheader")))
            return SCOPE_COLUMN;
        if (str_eq_nocase(value, STR("rowheader")))
            return SCOPE_ROW;
    }
    if (!node_attribute(cell, STR("scope"), &value))
        return SCOPE_NONE;
    if (str_eq_nocase(value, STR("col")))
        return SCOPE_COLUMN;
    if (str_eq_nocase(value, STR("row")))
        return SCOPE_ROW;
    bool is_group = str_eq_nocase(value, STR("rowgroup")) || str_eq_nocase(value, STR("colgroup"));
    return is_group ? SCOPE_GROUP : SCOPE_NONE;
}

/* What the cells around a header make of it where it states no scope. */
static HeaderScope scope_found(const Grid *grid, const GridCell *header)
{
    HeaderScope scope = scope_stated(header->node);
    if (scope != SCOPE_NONE)
        return scope;
    if (!any_of(grid->row_has_data, header->y, header->height))
        return SCOPE_COLUMN;
    bool has_data = any_of(grid->column_has_data, header->x, header->width);
    return has_data ? SCOPE_NONE : SCOPE_ROW;
}

/* Does the HTML standard's scan from CELL upwards (or leftwards) meet HEADER? Once
 * data has been passed, headers in front of it hide others just as wide. */
static bool scan_meets(const Grid *grid, const GridCell *cell, const GridCell *header, size_t from,
                       bool is_upwards)
{
    bool in_block = cell->is_header, hides = false, block_hides = false;
    size_t n = is_upwards ? cell->y : cell->x;
    if (in_block)
        block_hides = is_upwards ? cell->x == header->x && cell->width == header->width
                                 : cell->y == header->y && cell->height == header->height;
    while (n-- > 0) {
        const GridCell *at = is_upwards ? grid_at(grid, from, n) : grid_at(grid, n, from);
        if (!at)
            continue;
        if (at == header)
            return !hides;
        if (at->is_header) {
            in_block = true;
            block_hides |= is_upwards ? at->x == header->x && at->width == header->width
                                      : at->y == header->y && at->height == header->height;
        } else if (in_block) {
            in_block = false;
            hides |= block_hides;
            block_hides = false;
        }
    }
    return false;
}

static bool names_own_headers(const GridCell *cell)
{
    Str ids;
    return node_attribute(cell->node, STR("headers"), &ids) && !str_is_blank(ids);
}

/* Is HEADER that of any cell below it in its columns? Taken as such when none of
 * the REACH_MAX nearest tells. */
static bool heads_column(const Grid *grid, const GridCell *header)
{
    for (size_t x = header->x; x < header->x + header->width; x++)
        for (size_t y = header->y + header->height; y < grid->n_rows; y++) {
            const GridCell *cell = grid_at(grid, x, y);
            if (y - header->y - header->height > REACH_MAX)
                return true;
            if (cell && cell != header && !names_own_headers(cell) &&
                scan_meets(grid, cell, header, x, true))
                return true;
        }
    return false;
}

static bool heads_row(const Grid *grid, const GridCell *header)
{
    for (size_t y = header->y; y < header->y + header->height; y++)
        for (size_t x = header->x + header->width; x < grid->n_columns; x++) {
            const GridCell *cell = grid_at(grid, x, y);
            if (x - header->x - header->width > REACH_MAX)
                return true;
            if (cell && cell != header && !names_own_headers(cell) &&
                scan_meets(grid, cell, header, y, false))
                return true;
        }
    return false;
}

/* Cuts the next word off the front of *IDS; empty when there is none left. */
static Str next_id(Str *ids)
{
    size_t start = 0;
    while (start < ids->len && ascii_is_space((unsigned char)ids->data[start]))
        start++;
    size_t end = start;
    while (end < ids->len && !ascii_is_space((unsigned char)ids->data[end]))
        end++;
    Str id = str_sub(*ids, start, end);
    *ids = str_sub(*ids, end, ids->len);
    return id;
}

/* A sorted list of ids. */
typedef ARRAY(Str) IdSet;

static int compare_ids(const void *left, const void *right)
{
    return str_compare(*(const Str *)left, *(const Str *)right);
}

static void id_set_sort(IdSet *set)
{
    if (set->len)
        qsort(set->items, set->len, sizeof *set->items, compare_ids);
}

static bool id_set_has(const IdSet *set, Str id)
{
    return set->len && bsearch(&id, set->items, set->len, sizeof *set->items, compare_ids);
}

static Str id_of(const GridCell *cell)
{
    Str id = {0};
    (void)node_attribute(cell->node, STR("id"), &id);
    return id;
}

/* The ids that cells name as theirs, each its own left out. */
static IdSet ids_named(const Grid *grid)
{
    IdSet set = {0};
    for (size_t i = 0; i < grid->cells.len; i++) {
        const GridCell *cell = &grid->cells.items[i];
        Str ids = {0};
        (void)node_attribute(cell->node, STR("headers"), &ids);
        for (Str id = next_id(&ids); id.len; id = next_id(&ids))
            if (!str_eq(id, id_of(cell)))
                array_push(&set, id);
    }
    id_set_sort(&set);
    return set;
}

static IdSet ids_of_headers(const Grid *grid)
{
    IdSet set = {0};
    for (size_t i = 0; i < grid->cells.len; i++)
        if (grid->cells.items[i].is_header)
            array_push(&set, id_of(&grid->cells.items[i]));
    id_set_sort(&set);
    return set;
}

static bool is_used(const Grid *grid, const GridCell *header, const IdSet *named)
{
    HeaderScope scope = scope_found(grid, header);
    return scope == SCOPE_GROUP || (scope == SCOPE_COLUMN && heads_column(grid, header)) ||
           (scope == SCOPE_ROW && heads_row(grid, header)) || id_set_has(named, id_of(header));
}

static bool is_asked_for(const Node *node)
{
    return node->kind == NODE_TABLE && !node->as.table.is_layout && access_is_heard(node);
}

static void report_unused(CheckContext *context, const Rule *rule, const Grid *grid)
{
    IdSet named = ids_named(grid);
    for (size_t i = 0; i < grid->cells.len; i++) {
        const GridCell *header = &grid->cells.items[i];
        if (header->is_header && !is_used(grid, header, &named) && access_has_text(header->node))
            access_emit(context, rule, header->node,
                        STR_LIST(access_quote(header->node, context->arena)));
    }
    array_free(&named);
}

/* Args: the header cell's text. */
void table_header_unused_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    Grid grid = {.n_rows = 0};
    if (!is_asked_for(node))
        return;
    if (grid_init(&grid, node))
        report_unused(context, rule, &grid);
    grid_free(&grid);
}

/* The first id that CELL names and that no other header of its table has. */
static Str lost_id(const GridCell *cell, const IdSet *headers)
{
    Str ids = {0};
    (void)node_attribute(cell->node, STR("headers"), &ids);
    for (Str id = next_id(&ids); id.len; id = next_id(&ids))
        if (str_eq(id, id_of(cell)) || !id_set_has(headers, id))
            return id;
    return (Str){0};
}

static void report_lost(CheckContext *context, const Rule *rule, const Grid *grid)
{
    IdSet headers = ids_of_headers(grid);
    for (size_t i = 0; i < grid->cells.len; i++) {
        const Node *node = grid->cells.items[i].node;
        Str id = lost_id(&grid->cells.items[i], &headers);
        if (id.len)
            access_emit(context, rule, node, STR_LIST(access_quote(node, context->arena), id));
    }
    array_free(&headers);
}

/* Args: the cell's text, the id that leads to no header of its table. */
void table_headers_attr_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    Grid grid = {.n_rows = 0};
    if (!is_asked_for(node))
        return;
    if (grid_init(&grid, node))
        report_lost(context, rule, &grid);
    grid_free(&grid);
}
