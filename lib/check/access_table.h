/* What the access.table-* checks know of a table: how large it is, what its cells
 * hold, whether it shows data in columns. For access_table*.c only. */
#ifndef PLAINPAPER_CHECK_ACCESS_TABLE_H
#define PLAINPAPER_CHECK_ACCESS_TABLE_H

#include "check/access.h"

typedef struct TableShape {
    const Node *table;
    size_t n_rows, n_columns;
    size_t n_across; /* the most cells in a row, however many columns they span */
    size_t n_cells, n_empty;
    size_t n_headers;  /* header cells with text */
    size_t n_long;     /* cells with more words than a cell of data has */
    bool has_blocks;   /* headings, lists, tables or several paragraphs in a cell */
    bool is_layout;    /* looks as if it laid out a page, for want of marked headers */
    bool is_data;      /* shows data in columns, with its headers marked or not */
    const Node *names; /* the row that could be marked as header; NULL in forms, cards, letterheads,
                          navigation */
    bool heads_data;   /* below `names`, most rows hold values for several columns */
} TableShape;

/* The shape of NODE; NULL when it is no table to be told of: marked as layout, or not come
 * to by screen readers. The shape of the last table asked about is kept in CONTEXT, so that
 * all rules share it; it stays good until the next table is asked about. */
const TableShape *access_table_shape(CheckContext *context, const Node *node);

/* Does ROW name the days of a week? Then its gaps and columns are meant. */
bool access_row_names_days(const Node *row);

/* Front sheets: a label and its value in each row. Such a table asks for a header column,
 * not a row, and reads well without. */
bool access_table_is_form(const TableShape *shape);

/* Does TABLE hold a place to sign: one of the rule's `signatures`? */
bool access_table_is_signed(const Rule *rule, const Node *table);

#endif
