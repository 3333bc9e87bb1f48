/* What the tables of a Markdown paper would cost. cmark-gfm 0.29.0.gfm.6 takes
 * quadratic time for the cells of a row and worse for a paragraph in front of
 * many lines of dashes, and fills every short row up to the table's width. No
 * paper is written that way, but a hostile file of a few kilobytes could be. */
#ifndef PLAINPAPER_READ_MARKDOWN_TABLES_H
#define PLAINPAPER_READ_MARKDOWN_TABLES_H

#include "base/source.h"

/* The first line from FIRST_LINE on by which tables cost more time or memory
 * than a paper of that length may; 0 when there is none. An estimate of the work in
 * one pass over the lines, without block structure, that errs on the high side. */
size_t tables_too_costly_at(const Source *source, size_t first_line);

#endif
