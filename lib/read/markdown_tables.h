/* Tables in Markdown: where their rows and cells stand, which cmark-gfm does not
 * say, and what they would cost. cmark-gfm 0.29.0.gfm.6 takes
 * quadratic time for the cells of a row and worse for a paragraph in front of
 * many lines of dashes, and fills every short row up to the table's width. No
 * paper is written that way, but a hostile file of a few kilobytes could be. */
#ifndef PLAINPAPER_READ_MARKDOWN_TABLES_H
#define PLAINPAPER_READ_MARKDOWN_TABLES_H

#include "read/markdown_align.h"

/* The lines FIRST to LAST of SOURCE among which a table stands. It may begin
 * with lines of a paragraph, whose last line became the table's header. */
typedef struct TableLines {
    const Source *source;
    size_t first, last;
    size_t start; /* offset of FIRST's content */
    size_t quote_depth;
    size_t n_columns;
} TableLines;

/* The line of the header: the one before the line of dashes. */
size_t table_header_line(const TableLines *lines);

/* A cursor on the first cell of LINE, whose content begins at START. */
Cursor row_at(const Source *source, size_t line, size_t start);

/* Moves over the next cell of ROW and tells where its text stands. */
Span row_next_cell(Cursor *row);

/* Can TEXT hold a table at all? One needs a line of dashes with a bar or a colon beside
 * them, or with white space that no heading's underline may have. */
bool tables_may_be_in(Str text);

/* The first line from FIRST_LINE on by which tables cost more time or memory
 * than a paper of that length may; 0 when there is none. An estimate of the work in
 * one pass over the lines, without block structure, that errs on the high side. */
size_t tables_too_costly_at(const Source *source, size_t first_line);

#endif
