/* Visible text: what a paper, or a file's name, holds, made safe to print. A
 * character that would steer the terminal or the line is shown by a sign of its
 * own, so that no paper can hide, colour or forge a line of a report. */
#ifndef PLAINPAPER_REPORT_VISIBLE_H
#define PLAINPAPER_REPORT_VISIBLE_H

#include "base/buf.h"

/* Appends TEXT: U+0000 to U+001F and U+007F by their pictures (U+2400 …), other
 * control characters and broken UTF-8 by U+FFFD, what stands for a picture or for
 * code (U+FFFC) by an ellipsis, all else as it is. */
void visible_append(Buf *buf, Str text);

/* As visible_append, on one line: a tab or a break of lines is a blank. */
void visible_append_line(Buf *buf, Str text);

/* Columns that TEXT takes on a terminal once made visible. */
size_t visible_columns(Str text);

/* True when TEXT has no words to show: only white space and U+FFFC. */
bool visible_is_blank(Str text);

#endif
