/* Place: where a finding stands, told as one would tell a colleague. */
#ifndef PLAINPAPER_REPORT_PLACE_H
#define PLAINPAPER_REPORT_PLACE_H

#include "check/finding.h"

/* Appends the place AT: "Line 12", "Lines 12 to 14"; in Word "Page 3,
 * paragraph 14, under “4. Quality”"; "The whole paper". The words of a heading
 * are the paper's own and not yet made visible. */
void place_append(const Location *at, Buf *buf);

/* As place_append without the heading: "Page 3, paragraph 14". */
void place_append_short(const Location *at, Buf *buf);

/* The last line that AT reaches: an end at the start of a line is that of the
 * line before. */
size_t place_last_line(const Location *at);

/* True when AT tells lines and columns. */
static inline bool place_has_lines(const Location *at)
{
    return at->has_lines && at->precision != PRECISION_DOCUMENT;
}

#endif
