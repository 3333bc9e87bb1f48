/* The reader's companion: one page for someone who reads a pack before the meeting.
 * It says only what the agenda and the papers say, and asks only after what they leave
 * out. */
#ifndef PLAINPAPER_REPORT_COMPANION_H
#define PLAINPAPER_REPORT_COMPANION_H

#include "check/pack.h"

/* Appends the page for PACK as Markdown, or as an HTML document. */
void companion_write(const PackResult *pack, bool is_html, Buf *ret);

#endif
