/* Agendas and facts of a meeting that stand in tables. */
#include "check/agenda_read.h"

enum { COLUMNS_MAX = 12, HEADER_ROWS_MAX = 3, LATE_BYTES_MAX = 60 };

typedef struct Cell {
    Str text;           /* trimmed, blocks parted by line feeds */
    const Prose *prose; /* its first text block; NULL when empty */
    const Node *node;
} Cell;

typedef struct Row {
    Cell cells[COLUMNS_MAX];
    size_t n;        /* cells, spans counted in */
    size_t n_filled; /* cells with text */
} Row;

typedef struct Columns {
    AgendaField fields[COLUMNS_MAX];
    size_t n;
    size_t n_header_rows;
    bool has_title;
} Columns;

/* All rows of a table, read once. */
typedef struct Grid {
    const Row *rows;
    size_t n;
} Grid;

struct AgendaTable {
    Grid grid;
    Columns columns;
    bool has_columns; /* such as an agenda has, among them one of titles */
};

static Cell read_cell(const AgendaReading *reading, const Node *node)
{
    Cell cell = {.node = node};
    Buf text = {0};
    NodeIter iter = node_iter(node);
    while (node_iter_next(&iter)) {
        if (iter.event != NODE_ENTER || !node_is_text_block(iter.node))
            continue;
        const Prose *prose = prose_of(reading->proses, iter.node);
        if (!prose || str_is_blank(prose->text))
            continue;
        if (!cell.prose)
            cell.prose = prose;
        if (text.len)
            buf_append_char(&text, '\n');
        buf_append(&text, str_trim(prose->text));
    }
    cell.text = arena_str(reading->arena, buf_str(&text));
    buf_free(&text);
    return cell;
}

static Row read_row(const AgendaReading *reading, const Node *node)
{
    Row row = {.n = 0};
    for (const Node *cell = node->first_child; cell; cell = cell->next) {
        if (cell->kind != NODE_TABLE_CELL || row.n == COLUMNS_MAX)
            continue;
        Cell read = read_cell(reading, cell);
        row.cells[row.n++] = read;
        row.n_filled += read.text.len > 0;
        for (unsigned i = 1; i < cell->as.cell.column_span && row.n < COLUMNS_MAX; i++)
            row.cells[row.n++] = (Cell){.node = cell};
    }
    return row;
}

static Grid read_grid(const AgendaReading *reading, const Node *table)
{
    size_t n = 0;
    for (const Node *row = node_first_row(table); row; row = node_next_row(row))
        n++;
    Row *rows = arena_new_array(reading->arena, Row, n);
    n = 0;
    for (const Node *row = node_first_row(table); row; row = node_next_row(row))
        rows[n++] = read_row(reading, row);
    return (Grid){rows, n};
}

static Str first_line(Str text)
{
    return str_trim(str_sub(text, 0, str_find(text, STR("\n"), 0)));
}

static bool is_item_field(AgendaField field)
{
    return field >= FIELD_NUMBER && field <= FIELD_DURATION;
}

/* What the cells of ROW name columns as; how many of them name any. */
static size_t name_columns(const Row *row, Columns *ret)
{
    size_t n_known = 0;
    *ret = (Columns){.n = row->n};
    for (size_t i = 0; i < row->n; i++) {
        AgendaField field = field_of(first_line(row->cells[i].text));
        if (field == FIELD_NONE && row->cells[i].text.len)
            field = field_of(row->cells[i].text);
        ret->fields[i] = field;
        n_known += field != FIELD_NONE;
        ret->has_title |= field == FIELD_TITLE;
    }
    return n_known;
}

/* "Item | Subject", "Agenda | Item": of two columns for the title, the one with
 * the shorter texts is the number. */
static void settle_number_column(const Grid *grid, Columns *columns)
{
    size_t titles[2], n = 0, lengths[2] = {0, 0};
    for (size_t i = 0; i < columns->n; i++)
        if (columns->fields[i] == FIELD_TITLE && n < 2)
            titles[n++] = i;
    if (n < 2)
        return;
    for (size_t r = 0; r < grid->n; r++)
        for (size_t i = 0; i < 2; i++)
            lengths[i] += titles[i] < grid->rows[r].n ? grid->rows[r].cells[titles[i]].text.len : 0;
    columns->fields[titles[lengths[0] <= lengths[1] ? 0 : 1]] = FIELD_NUMBER;
}

/* What the figures of TEXT are: a time, a length of time, a number. */
static AgendaField field_of_figures(Str text)
{
    Str number;
    TimeRange time;
    unsigned minutes;
    if (is_whole_time(text, false, &time))
        return FIELD_TIME;
    if (is_whole_duration(text, &minutes))
        return FIELD_DURATION;
    bool is_number =
        text.len <= 8 && (item_number(text, &number) == text.len ||
                          (ascii_is_digit((unsigned char)text.data[0]) && text.len <= 3));
    return is_number ? FIELD_NUMBER : FIELD_NONE;
}

static AgendaField field_of_value(Str text)
{
    AgendaField field = field_of_figures(text);
    if (field != FIELD_NONE)
        return field;
    if (is_paper_reference(text) || (text.len <= LATE_BYTES_MAX && late_words_in(text).len))
        return FIELD_PAPER;
    if (is_person(text))
        return FIELD_LEAD;
    return text.len <= 24 && purposes_in(text, true) ? FIELD_PURPOSE : FIELD_NONE;
}

/* The field that FIELD_OF_TEXT finds in most of column INDEX's texts; FIELD_NONE when none. */
static AgendaField guess_column(const Grid *grid, size_t index, AgendaField (*field_of_text)(Str))
{
    size_t counts[FIELD_OTHER + 1] = {0}, n = 0;
    for (size_t r = 0; r < grid->n; r++) {
        const Row *row = &grid->rows[r];
        if (index >= row->n || !row->cells[index].text.len || row->n_filled < 2)
            continue;
        n++;
        counts[field_of_text(first_line(row->cells[index].text))]++;
    }
    for (AgendaField field = FIELD_NUMBER; field <= FIELD_DURATION; field++)
        if (field != FIELD_TITLE && counts[field] * 2 > n)
            return field;
    return FIELD_NONE;
}

static bool has_order(const Grid *grid, size_t n_columns)
{
    for (size_t i = 0; i < n_columns; i++) {
        AgendaField field = guess_column(grid, i, field_of_figures);
        if (field == FIELD_NUMBER || field == FIELD_TIME)
            return true;
    }
    return false;
}

/* Bytes of column INDEX's texts, in rows of more than one. */
static size_t column_bytes(const Grid *grid, size_t index)
{
    size_t len = 0;
    for (size_t r = 0; r < grid->n; r++)
        if (index < grid->rows[r].n && grid->rows[r].n_filled >= 2)
            len += grid->rows[r].cells[index].text.len;
    return len;
}

/* A table without names over its columns lists items when one column has numbers or
 * times and another long texts. */
static bool guess_columns(const Grid *grid, Columns *ret)
{
    size_t n_rows = 0;
    *ret = (Columns){.n = 0};
    for (size_t r = 0; r < grid->n; r++) {
        const Row *row = &grid->rows[r];
        ret->n = row->n > ret->n ? row->n : ret->n;
        n_rows += row->n_filled >= 2;
    }
    if (n_rows < 3 || ret->n < 2 || !has_order(grid, ret->n))
        return false;
    size_t title = COLUMNS_MAX;
    for (size_t i = 0; i < ret->n; i++) {
        ret->fields[i] = guess_column(grid, i, field_of_value);
        bool may_be_title = ret->fields[i] == FIELD_NONE || ret->fields[i] == FIELD_LEAD;
        if (may_be_title &&
            (title == COLUMNS_MAX || column_bytes(grid, i) > column_bytes(grid, title)))
            title = i;
    }
    if (title == COLUMNS_MAX)
        return false;
    ret->fields[title] = FIELD_TITLE;
    ret->has_title = true;
    return true;
}

static bool find_columns(const Grid *grid, Columns *ret)
{
    for (size_t r = 0; r < grid->n && r < HEADER_ROWS_MAX; r++) {
        const Row *row = &grid->rows[r];
        size_t n_known = name_columns(row, ret);
        bool has_item_field = false;
        for (size_t i = 0; i < ret->n; i++)
            has_item_field |= is_item_field(ret->fields[i]) && ret->fields[i] != FIELD_TITLE;
        ret->n_header_rows = r + 1;
        if (ret->has_title && n_known >= 2) {
            settle_number_column(grid, ret);
            return true;
        }
        if (!ret->has_title && n_known >= 2 && has_item_field && n_known < ret->n &&
            r + 1 < grid->n && ret->n >= 3) {
            /* One column has no name that we know: it is the title. */
            for (size_t i = 0; i < ret->n; i++)
                if (ret->fields[i] == FIELD_NONE && (i || row->cells[i].text.len)) {
                    ret->fields[i] = FIELD_TITLE;
                    ret->has_title = true;
                    return true;
                }
        }
    }
    return guess_columns(grid, ret);
}

const AgendaTable *table_read(const AgendaReading *reading, const Node *node)
{
    AgendaTable *table = arena_new(reading->arena, AgendaTable);
    table->grid = read_grid(reading, node);
    table->has_columns = table->grid.n >= 3 && find_columns(&table->grid, &table->columns);
    return table;
}

bool table_is_agenda(const AgendaTable *table)
{
    return table->has_columns;
}

static const Cell *title_cell(const Row *row, const Columns *columns)
{
    for (size_t i = 0; i < row->n && i < columns->n; i++)
        if (columns->fields[i] == FIELD_TITLE && row->cells[i].text.len)
            return &row->cells[i];
    return NULL;
}

static void read_lines_of_title(AgendaReading *reading, AgendaItem *item, Str text)
{
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, STR("\n"), start);
        Str line = str_trim(str_sub(text, start, end));
        if (start == 0) {
            Str number;
            size_t at = item_number(line, &number);
            if (at && !item->number.len)
                item->number = number;
            item_set_title(item, str_sub(line, at, line.len), reading->arena);
        } else if (line.len) {
            Str number;
            item->n_points += item_number(line, &number) > 0;
            item_add_line(item, line);
        }
        reading_add_details(reading, line);
        start = end + 1;
    }
}

static void read_item_row(AgendaReading *reading, const Row *row, const Columns *columns,
                          const Cell *title)
{
    AgendaItem *item = reading_open_item(reading);
    item->prose = title->prose;
    item->span = (Span){0, first_line(title->prose->text).len};
    for (size_t i = 0; i < row->n && i < columns->n; i++) {
        const Cell *cell = &row->cells[i];
        Str number;
        if (!cell->text.len || cell == title)
            continue;
        if (columns->fields[i] == FIELD_NUMBER) {
            bool has_form = item_number(arena_printf(reading->arena, "%.*s. ", STR_ARG(cell->text)),
                                        &number) > 0;
            item->number = has_form ? number : cell->text;
        } else {
            item_set_field(item, columns->fields[i], cell->text);
        }
        if (columns->fields[i] == FIELD_PAPER && !item->link.len)
            item->link = first_link(cell->prose->block);
    }
    if (!item->link.len)
        item->link = first_link(title->prose->block);
    read_lines_of_title(reading, item, title->text);
}

static const Cell *only_cell(const Row *row)
{
    size_t i = 0;
    while (i + 1 < row->n && !row->cells[i].text.len)
        i++;
    return &row->cells[i];
}

static Str only_text(const Row *row)
{
    return only_cell(row)->text;
}

void table_take_items(AgendaReading *reading, const AgendaTable *table)
{
    const Columns *columns = &table->columns;
    for (size_t r = columns->n_header_rows; r < table->grid.n; r++) {
        const Row *row = &table->grid.rows[r];
        if (!row->n_filled)
            continue;
        const Cell *title = title_cell(row, columns);
        Str number;
        Str alone = row->n_filled == 1 && row->n > 2 ? only_text(row) : (Str){0};
        bool is_across = alone.len && (!title || title->node->as.cell.column_span > 1);
        if (is_across && !item_number(alone, &number) && !is_break_title(alone))
            reading_open_section(reading, alone);
        else if (title || is_across)
            read_item_row(reading, row, columns, title ? title : only_cell(row));
    }
}

/* "Date: 3 May 2027", in a cell of its own. */
static void take_labelled(AgendaReading *reading, const Cell *cell)
{
    for (size_t start = 0; start < cell->text.len;) {
        size_t end = str_find(cell->text, STR("\n"), start);
        Str line = str_sub(cell->text, start, end), value;
        AgendaField field = field_opening(line, &value);
        AgendaFact at = {value, cell->prose, {0, cell->prose->text.len}};
        if (field != FIELD_NONE && value.len)
            reading_take_fact(reading, field, value, at);
        start = end + 1;
    }
}

void table_take_facts(AgendaReading *reading, const AgendaTable *table)
{
    for (size_t r = 0; r < table->grid.n; r++) {
        const Row *row = &table->grid.rows[r];
        for (size_t i = 0; i < row->n; i++)
            take_labelled(reading, &row->cells[i]);
        for (size_t i = 0; i + 1 < row->n; i++) {
            const Cell *value = &row->cells[i + 1];
            AgendaField field = row->cells[i].text.len ? field_of(row->cells[i].text) : FIELD_NONE;
            if (field == FIELD_NONE || !value->text.len)
                continue;
            AgendaFact at = {value->text, value->prose, {0, value->prose->text.len}};
            reading_take_fact(reading, field, value->text, at);
        }
    }
}
