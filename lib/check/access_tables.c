/* access.table-*: can a table be followed by ear, cell by cell? */
#include "check/access.h"
#include "check/checks.h"

/* What a table is made of. */
typedef struct Shape {
    size_t n_rows, n_columns;
    size_t n_across; /* the most cells in a row, however many columns they span */
    size_t n_cells, n_empty;
    size_t n_headers; /* header cells with text */
    size_t n_long;    /* cells with more words than a cell of data has */
    bool has_blocks;  /* headings, lists, tables or several paragraphs in a cell */
} Shape;

enum { CELL_WORDS_MAX = 25, LABEL_WORDS_MAX = 6, COLUMN_NAME_WORDS_MAX = 15 };

static const Node *first_row(const Node *table)
{
    const Node *row = table->first_child;
    while (row && (row->kind != NODE_TABLE_ROW || row->is_hidden))
        row = row->next;
    return row;
}

static const Node *next_row(const Node *row)
{
    do
        row = row->next;
    while (row && (row->kind != NODE_TABLE_ROW || row->is_hidden));
    return row;
}

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

static size_t cell_n_words(const Node *cell)
{
    Buf text = {0};
    access_append_text(cell, &text);
    size_t n = access_n_words(buf_str(&text));
    buf_free(&text);
    return n;
}

static void shape_add_cell(Shape *shape, const Node *row, const Node *cell)
{
    bool has_content = !access_is_blank(cell);
    shape->n_cells++;
    shape->n_empty += !has_content;
    shape->n_headers += has_content && (cell->as.cell.is_header || row->as.row.is_header);
    shape->has_blocks |= cell_has_blocks(cell);
    shape->n_long += cell_n_words(cell) > CELL_WORDS_MAX;
}

static Shape shape_of(const Node *table)
{
    Shape shape = {0};
    for (const Node *row = first_row(table); row; row = next_row(row)) {
        size_t n_columns = row_n_columns(row);
        shape.n_rows++;
        if (n_columns > shape.n_columns)
            shape.n_columns = n_columns;
        size_t n_before = shape.n_cells;
        for (const Node *cell = row->first_child; cell; cell = cell->next)
            shape_add_cell(&shape, row, cell);
        if (shape.n_cells - n_before > shape.n_across)
            shape.n_across = shape.n_cells - n_before;
    }
    return shape;
}

static bool is_table(const CheckContext *context, const Node *node)
{
    return node->kind == NODE_TABLE && !node->as.table.is_layout &&
           access_is_read(context->document, node);
}

Str access_table_name(const Node *table, Arena *arena)
{
    for (const Node *row = first_row(table); row; row = next_row(row))
        for (const Node *cell = row->first_child; cell; cell = cell->next) {
            Str text = access_quote(cell, arena);
            if (text.len)
                return arena_printf(arena, "The table “%.*s”", STR_ARG(text));
        }
    return STR("This table");
}

static bool text_is_bold(const Node *block)
{
    bool has_text = false;
    NodeIter iter = node_iter(block);
    while (node_iter_next(&iter)) {
        const Node *at = iter.node;
        if (iter.event != NODE_ENTER || at->kind != NODE_TEXT || str_is_blank(at->as.text.literal))
            continue;
        if (!access_look(at).is_bold)
            return false;
        has_text = true;
    }
    return has_text;
}

/* Does CELL look like what stands before a value: "Date:", "Author", bold or not? */
static bool is_label(const Node *cell, bool *ret_is_marked)
{
    Buf text = {0};
    access_append_text(cell, &text);
    Str label = buf_str(&text);
    bool starts_with_letter = label.len && !ascii_is_digit((unsigned char)label.data[0]);
    bool is_short = starts_with_letter && access_n_words(label) <= LABEL_WORDS_MAX;
    *ret_is_marked = is_short && (str_ends_with(label, STR(":")) || text_is_bold(cell));
    buf_free(&text);
    return is_short;
}

static bool has_digit(const Node *cell)
{
    Buf text = {0};
    access_append_text(cell, &text);
    bool is_found = false;
    for (size_t i = 0; i < text.len && !is_found; i++)
        is_found = ascii_is_digit((unsigned char)text.data[i]);
    buf_free(&text);
    return is_found;
}

/* Does the first row name what stands below: words above figures, or bold above
 * plain? */
static bool first_row_names_columns(const Node *table)
{
    const Node *first = first_row(table);
    bool is_bold = true;
    for (const Node *cell = first->first_child; cell; cell = cell->next)
        is_bold &= text_is_bold(cell);
    size_t n_rows = 0, n_figures = 0, n_bold = 0;
    for (const Node *row = next_row(first); row; row = next_row(row)) {
        n_rows++;
        n_figures += row->last_child && has_digit(row->last_child);
        n_bold += row->last_child && text_is_bold(row->last_child);
    }
    bool is_above_figures =
        first->last_child && !has_digit(first->last_child) && n_figures == n_rows;
    return (is_bold && !n_bold) || is_above_figures;
}

/* Markdown has no table without a header row, so authors leave it blank. */
static bool row_is_blank(const Node *row)
{
    Buf text = {0};
    access_append_text(row, &text);
    bool is_blank = str_is_blank(buf_str(&text));
    buf_free(&text);
    return is_blank;
}

/* Front sheets: a label and its value in each row. It asks for a header column,
 * not a row, and reads well without: all first cells are labels, and are marked
 * as such or stand before one value. */
static bool is_key_value(const Node *table, const Shape *shape)
{
    size_t n_marked = 0;
    for (const Node *row = first_row(table); row; row = next_row(row)) {
        bool is_marked = false;
        if (row_is_blank(row)) {
            n_marked++;
            continue;
        }
        bool is_whole_row = row->first_child && !row->first_child->next;
        if (!row->first_child || (!is_whole_row && !is_label(row->first_child, &is_marked)))
            return false;
        n_marked += is_marked || is_whole_row;
    }
    if (n_marked == shape->n_rows && shape->n_columns <= 4)
        return true;
    return shape->n_columns == 2 && !first_row_names_columns(table);
}

static bool is_signature(const Rule *rule, const Node *table)
{
    Buf text = {0};
    access_append_text(table, &text);
    StrList words = rule_option_list(rule, STR("signatures"));
    bool is_found = false;
    Str all = buf_str(&text);
    for (size_t i = 0; i < words.len && !is_found; i++)
        for (size_t at = 0; at + words.items[i].len <= all.len && !is_found; at++)
            is_found = (!at || !ascii_is_alpha((unsigned char)all.data[at - 1])) &&
                       str_eq_nocase(str_sub(all, at, at + words.items[i].len), words.items[i]);
    buf_free(&text);
    return is_found;
}

/* Without marked headers, a table of prose, boxes or mostly nothing lays out a page. */
static bool is_layout(const Shape *shape)
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
    Buf whole = {0}, first = {0};
    access_append_text(cell, &whole);
    if (cell->first_child)
        access_append_text(cell->first_child, &first);
    bool is_name = has_sign(buf_str(&whole)) && !is_labelled(buf_str(&first)) &&
                   access_n_words(buf_str(&whole)) <= COLUMN_NAME_WORDS_MAX;
    buf_free(&whole);
    buf_free(&first);
    return is_name;
}

static size_t row_n_filled(const Node *row)
{
    size_t n = 0;
    for (const Node *cell = row->first_child; cell; cell = cell->next)
        n += !access_is_blank(cell);
    return n;
}

/* The row that can be marked as header: the first of several cells, in which only
 * the corner may be empty. NULL in forms, cards, letterheads. */
static const Node *naming_row(const Node *table)
{
    const Node *row = first_row(table);
    while (row && (!row_n_filled(row) || !row->first_child->next))
        row = next_row(row);
    for (const Node *cell = row ? row->first_child : NULL; cell; cell = cell->next) {
        bool is_corner = cell == row->first_child && access_is_blank(cell);
        if (!is_corner && !is_column_name(cell))
            return NULL;
    }
    return row;
}

/* Do most rows below ROW hold values for several columns? */
static bool heads_data(const Node *row)
{
    size_t n_rows = 0, n_data = 0;
    for (row = next_row(row); row; row = next_row(row)) {
        n_rows++;
        n_data += row_n_filled(row) > 1;
    }
    return n_data && 2 * n_data >= n_rows;
}

/* Args: the table ("The table “Area”" or "This table"). Option `signatures`:
 * words that tell a block for signing. */
void table_no_header_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!is_table(context, node))
        return;
    Shape shape = shape_of(node);
    if (shape.n_headers || is_layout(&shape) || holds_table(node) || is_key_value(node, &shape) ||
        is_signature(rule, node))
        return;
    const Node *names = naming_row(node);
    if (!names || !heads_data(names))
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

/* Does TABLE show data in columns, marked as such or not? */
static bool is_data(const Node *table)
{
    Shape shape = shape_of(table);
    const Node *names = naming_row(table);
    return shape.n_headers ||
           (!is_layout(&shape) && !holds_table(table) && names && heads_data(names));
}

/* Do the cells of ROW name the days of a week? Then its gaps and columns are meant. */
static bool names_days(const Node *row)
{
    static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    size_t n = 0;
    for (const Node *cell = row ? row->first_child : NULL; cell; cell = cell->next) {
        Buf text = {0};
        access_append_text(cell, &text);
        Str start = str_sub(buf_str(&text), 0, 3);
        for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
            n += str_eq_nocase(start, str_of(days[i]));
        buf_free(&text);
    }
    return n >= 5;
}

enum { GRID_COLUMNS_MAX = 256 };

/* The grid columns of TABLE at which a cell of any row begins. Rows that are reached
 * from above count as if they were not: what reaches down is told in any case. */
typedef struct Edges {
    bool is_used[GRID_COLUMNS_MAX];
} Edges;

static void edges_take(Edges *edges, const Node *table)
{
    for (const Node *row = first_row(table); row; row = next_row(row)) {
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

/* The first cell that spans others, save a title across the whole first row. */
static const Node *merged_cell(const Node *table)
{
    Edges edges = {0};
    edges_take(&edges, table);
    for (const Node *row = first_row(table); row; row = next_row(row)) {
        bool is_title = row == first_row(table) && row->first_child && !row->first_child->next;
        size_t column = 0;
        for (const Node *cell = row->first_child; cell && !is_title; cell = cell->next) {
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
    if (!is_table(context, node) || !is_data(node))
        return;
    const Node *cell = merged_cell(node);
    if (cell)
        access_emit(context, rule, cell, STR_LIST(access_table_name(node, context->arena)));
}

/* Args: the inner table. */
void table_nested_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const Node *outer = is_table(context, node) ? node_ancestor(node, NODE_TABLE) : NULL;
    if (outer && !outer->as.table.is_layout && !access_is_blank(node))
        access_emit(context, rule, node, STR_LIST(access_table_name(node, context->arena)));
}

/* Args: the table. One row, one column, or mostly long text: no table of data. */
void table_layout_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!is_table(context, node))
        return;
    Shape shape = shape_of(node);
    bool is_line = shape.n_rows == 1 || shape.n_columns == 1;
    bool is_prose = shape.n_columns <= 2 && shape.has_blocks && 2 * shape.n_long > shape.n_cells;
    if (shape.n_cells > shape.n_empty && (is_line || is_prose))
        access_emit(context, rule, node, STR_LIST(access_table_name(node, context->arena)));
}

/* The empty cells below NAMES, but not those of a column that is left free as a whole:
 * it waits to be filled in. */
static size_t n_gaps(const Node *names)
{
    bool is_filled[GRID_COLUMNS_MAX] = {false};
    size_t n_empty[GRID_COLUMNS_MAX] = {0};
    for (const Node *row = next_row(names); row; row = next_row(row)) {
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

/* Args: the table, the number of empty cells. Options: `percent`, the most; `cells`,
 * the smallest table looked at; `signatures`. */
void table_empty_cells_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!is_table(context, node))
        return;
    Shape shape = shape_of(node);
    const Node *names = naming_row(node);
    size_t most = (size_t)rule_option_number(rule, STR("percent"), 30);
    if (shape.n_cells < (size_t)rule_option_number(rule, STR("cells"), 9) || shape.n_rows < 3 ||
        !names || !heads_data(names) || names_days(names) || is_signature(rule, node))
        return;
    size_t n_empty = n_gaps(names);
    Arena *arena = context->arena;
    if (100 * n_empty > most * shape.n_cells)
        access_emit(context, rule, node,
                    STR_LIST(access_table_name(node, arena), access_number(n_empty, arena)));
}

/* Args: the table, the number of columns. Option `columns`: the most. */
void table_wide_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!is_table(context, node) || !is_data(node) || names_days(naming_row(node)))
        return;
    size_t n = shape_of(node).n_across;
    Arena *arena = context->arena;
    if (n > (size_t)rule_option_number(rule, STR("columns"), 7))
        access_emit(context, rule, node,
                    STR_LIST(access_table_name(node, arena), access_number(n, arena)));
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
static bool has_title_row(const Node *table, const Shape *shape)
{
    const Node *row = first_row(table);
    return shape->n_columns > 1 && row->first_child && !row->first_child->next &&
           !row_is_blank(row);
}

/* Args: the table. */
void table_no_caption_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!is_table(context, node) || has_caption(node) || has_lead_in(node) || !node->previous ||
        node_ancestor(node, NODE_TABLE) || node_ancestor(node, NODE_FIGURE))
        return;
    Shape shape = shape_of(node);
    if (is_layout(&shape) || is_key_value(node, &shape) || has_title_row(node, &shape) ||
        !is_data(node))
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
        Buf text = {0};
        access_append_text(block, &text);
        n_lines += 1 + text.len / per_line;
        buf_free(&text);
    }
    return n_lines;
}

static bool is_long_row(const Node *row, size_t n_columns, size_t lines)
{
    for (const Node *cell = row->first_child; cell; cell = cell->next)
        if (cell_n_lines(cell, n_columns) > lines)
            return true;
    return false;
}

/* Args: the table. Option `lines`: the most a row may have that goes on over the page.
 * A table of one row lays out a page, and must break. */
void table_row_splits_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!is_table(context, node))
        return;
    Shape shape = shape_of(node);
    size_t lines = (size_t)rule_option_number(rule, STR("lines"), 3);
    for (const Node *row = first_row(node); row && !is_layout(&shape); row = next_row(row)) {
        if (!row->as.row.may_split || !is_long_row(row, shape.n_columns, lines))
            continue;
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.node = row},
                                     .args = STR_LIST(access_table_name(node, context->arena)),
                                     .fold_key = rule->id});
        return;
    }
}
