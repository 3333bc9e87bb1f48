/* The tree of a paper as indented text, for golden tests. */
#ifndef PLAINPAPER_DOCUMENT_DUMP_H
#define PLAINPAPER_DOCUMENT_DUMP_H

#include "document/document.h"

/* Appends one line a node to RET: two spaces an indent, the kind, what the
 * node holds, then [start,end) of its span, `~line`, `~block` or `~document`
 * where it is not exact, and `=` before a text that stands verbatim in the
 * source. Metadata of the paper comes first, its traits
 * last. */
void document_dump(const Document *document, Buf *ret);

#endif
