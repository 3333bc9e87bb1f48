#include "read/docx_tree.h"

/* Word allows 63 columns; no more than this many are followed downwards. */
enum { COLUMNS_MAX = 1000 };

void tree_table_begin(Tree *tree)
{
    tree_paragraph_close(tree);
    tree_table_end(tree);
    Node *container = tree_block_container(tree);
    Frame *frame = tree_frame(tree);
    frame->in_table = true;
    frame->table = (TableState){
        .table = tree_node(tree, NODE_TABLE),
        .style = tree->styles->default_table,
    };
    node_append_child(container, frame->table.table);
}

void tree_table_end(Tree *tree)
{
    Frame *frame = tree_frame(tree);
    if (!frame->in_table)
        return;
    tree_row_end(tree);
    array_free(&frame->table.merges);
    frame->in_table = false;
}

TableState *tree_table(Tree *tree)
{
    if (!tree_frame(tree)->in_table)
        tree_table_begin(tree);
    return &tree_frame(tree)->table;
}

void tree_row_end(Tree *tree)
{
    Frame *frame = tree_frame(tree);
    TableState *table = &frame->table;
    if (!frame->in_table || !table->row)
        return;
    /* Of a deleted row nothing is left; one whose cells all carry on the row
     * above still counts as a row. */
    if (table->is_row_deleted) {
        node_unlink(table->row);
    } else {
        table->n_rows++;
        table->n_header_rows += table->row->as.row.is_header;
    }
    table->row = NULL;
}

static bool has_place(const TableState *table, TablePlace place)
{
    unsigned body_row = table->n_rows - (table->has_first_row ? 1u : 0u);
    switch (place) {
    case PLACE_WHOLE:
        return true;
    case PLACE_FIRST_ROW:
        return table->has_first_row && table->n_rows == 0;
    case PLACE_FIRST_COLUMN:
        return table->has_first_column && table->column == 0;
    case PLACE_ODD_ROW:
        return table->has_bands && body_row % 2 == 0;
    case PLACE_EVEN_ROW:
        return table->has_bands && body_row % 2 == 1;
    case TABLE_PLACE_COUNT:
        break;
    }
    return false;
}

static bool is_header_by_style(const TableState *table)
{
    bool is_header = false;
    for (int place = 0; table->style->looks && place < TABLE_PLACE_COUNT; place++)
        if (has_place(table, (TablePlace)place) && table->style->looks[place].has_header)
            is_header = table->style->looks[place].is_header;
    return is_header;
}

void tree_row_begin(Tree *tree)
{
    tree_row_end(tree);
    TableState *table = tree_table(tree);
    table->row = tree_node(tree, NODE_TABLE_ROW);
    table->column = 0;
    table->is_row_deleted = false;
    table->row->as.row.may_split = !table->style->keeps_rows;
    node_append_child(table->table, table->row);
    tree_row_header(tree, is_header_by_style(table));
}

void tree_row_header(Tree *tree, bool is_header)
{
    TableState *table = tree_table(tree);
    if (table->row)
        table->row->as.row.is_header = is_header && table->n_header_rows == table->n_rows;
}

/* What the table's style gives the cell that begins: its text and its ground. */
static void look_of_cell(const TableState *table, RunProps *ret_run, Colour *ret_ground)
{
    *ret_run = (RunProps){0};
    *ret_ground = (Colour){0};
    for (int place = 0; table->style->looks && place < TABLE_PLACE_COUNT; place++) {
        if (!has_place(table, (TablePlace)place))
            continue;
        const TableLook *look = &table->style->looks[place];
        run_props_lay(ret_run, &look->run);
        if (look->has_shading)
            *ret_ground = look->shading;
    }
    if (colour_is_stated(table->ground) && !colour_is_stated(*ret_ground))
        *ret_ground = table->ground;
}

static Node **merge_slot(TableState *table, unsigned column)
{
    if (column >= COLUMNS_MAX)
        return NULL;
    while (table->merges.len <= column)
        array_push(&table->merges, NULL);
    return &table->merges.items[column];
}

/* Does this cell only carry on the one above? Then that one grows, and what
 * this one holds, which Word does not show, stays out of the tree. */
static bool merge_cell(TableState *table, const CellStart *start, Node *cell)
{
    Node **slot = merge_slot(table, table->column);
    if (!slot)
        return false;
    if (start->is_merged && *slot) {
        if ((*slot)->as.cell.row_span < UINT16_MAX)
            (*slot)->as.cell.row_span++;
        return true;
    }
    for (unsigned i = 0; i < start->column_span; i++) {
        slot = merge_slot(table, table->column + i);
        if (slot)
            *slot = i == 0 && start->is_merge_start ? cell : NULL;
    }
    return false;
}

static void set_cell_style(Tree *tree, Node *cell, Colour ground)
{
    BlockStyle style;
    if (!colour_is_stated(ground))
        return;
    memset(&style, 0, sizeof style);
    style.background.rgb = ground.rgb;
    style.background.is_set = ground.is_set;
    style.background.is_unknown = ground.is_unknown;
    cell->block_style = intern_value(tree->intern, &style, sizeof style);
}

void tree_cell_begin(Tree *tree, const CellStart *start)
{
    TableState *table = tree_table(tree);
    if (!table->row)
        tree_row_begin(tree);
    Node *cell = tree_node(tree, NODE_TABLE_CELL);
    cell->as.cell.column_span = (uint16_t)start->column_span;
    cell->as.cell.is_header = table->row->as.row.is_header;
    cell->as.cell.width_twips = start->width_twips;
    if (start->is_joined_left && table->row->last_child)
        table->row->last_child->as.cell.column_span++;
    else if (!merge_cell(table, start, cell))
        node_append_child(table->row, cell);
    Frame inside = {.container = cell};
    look_of_cell(table, &inside.table_run, &inside.ground);
    if (start->has_shading)
        inside.ground = start->shading;
    set_cell_style(tree, cell, inside.ground);
    if (!colour_is_stated(inside.ground))
        inside.ground = tree_frame(tree)->ground;
    table->column += start->column_span;
    array_push(&tree->frames, inside);
}

void tree_cell_end(Tree *tree)
{
    if (tree->frames.len < 2)
        return;
    tree_paragraph_close(tree);
    tree_table_end(tree);
    tree->frames.len--;
}
