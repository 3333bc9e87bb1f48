/* What every tree that a reader gives must hold, whatever it read. */
#ifndef PLAINPAPER_TESTS_READ_PROMISES_H
#define PLAINPAPER_TESTS_READ_PROMISES_H

#include "document/document.h"

/* Appends one line to RET for each promise of node.h that DOCUMENT breaks:
 * containers hold blocks and text blocks inlines; a span lies in the source; a
 * text said to be verbatim is what its span covers; within a text block texts
 * stand in order. */
void promises_check(const Document *document, Buf *ret);

#endif
