/* Page: one text as Markdown or as a web page: headings, paragraphs, points, tables.
 *
 * A block is made of inlines, added one after another, and then written by one of the
 * page_… functions for blocks. What comes from a paper is escaped, so that it can
 * neither forge a line nor bring in markup. */
#ifndef PLAINPAPER_REPORT_PAGE_H
#define PLAINPAPER_REPORT_PAGE_H

#include "base/buf.h"

typedef struct Page {
    bool is_html;
    Buf *out; /* borrowed */
    Buf line; /* the block being made */
    bool is_in_list, is_in_table, is_in_row;
} Page;

/* Starts a page in RET: as HTML with its head, which has TITLE and STYLE (rules of CSS,
 * as they stand). */
Page page_begin(bool is_html, Str title, Str style, Buf *ret);

/* Ends it and frees what PAGE holds. */
void page_end(Page *page);

/* Inlines: text; text as by printf; words copied from elsewhere letter by letter: a
 * file's name, a heading, a short form that is spoken about. */
void page_text(Page *page, Str text);
__attribute__((format(printf, 2, 3))) void page_printf(Page *page, const char *format, ...);
void page_copied(Page *page, Str text);

/* Blocks: write the inlines so far. LEVEL is 1 to 6. */
void page_heading(Page *page, int level);
void page_paragraph(Page *page);
void page_point(Page *page);

/* A table of N named COLUMNS. Its CAPTION stands in HTML only. The cells of each row are
 * written one by one; the first is the row's header. */
void page_table_begin(Page *page, Str caption, const Str *columns, size_t n);
void page_cell(Page *page);
void page_row_end(Page *page);
void page_table_end(Page *page);

#endif
