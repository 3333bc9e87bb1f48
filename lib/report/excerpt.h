/* Excerpt: a line of the paper with the finding's words underlined. */
#ifndef PLAINPAPER_REPORT_EXCERPT_H
#define PLAINPAPER_REPORT_EXCERPT_H

#include "base/buf.h"
#include "base/span.h"

/* What of an excerpt is shown: as much around the marked words as fits. */
typedef struct ExcerptView {
    Str before, marked, after;        /* side by side in the excerpt */
    bool is_cut_before, is_cut_after; /* something is left out there */
} ExcerptView;

/* The view of TEXT with MARK (may be empty) that takes at most MAX_COLUMNS on a
 * terminal, signs of omission counted in; cut between words where there are any. */
ExcerptView excerpt_view(Str text, Span mark, size_t max_columns);

#endif
