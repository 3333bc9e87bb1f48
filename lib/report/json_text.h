/* JSON written straight into a Buf, for what a report has thousands of: a finding
 * costs a tenth of what it costs as a tree of values (json_value.h), and reads the
 * same. Objects begin with "{" and end with "}" that the caller appends. */
#ifndef PLAINPAPER_REPORT_JSON_TEXT_H
#define PLAINPAPER_REPORT_JSON_TEXT_H

#include "base/buf.h"

/* Appends KEY (nothing in it to escape), after a comma unless it is its object's first. */
void json_key(Str key, Buf *ret);

/* Bytes of TEXT that are not well-formed UTF-8 become U+FFFD. */
void json_text(Str text, Buf *ret);

/* As json_text; null when TEXT is empty. */
void json_text_or_null(Str text, Buf *ret);

void json_size(size_t n, Buf *ret);

/* As json_size; null unless IS_KNOWN. */
void json_size_or_null(bool is_known, size_t n, Buf *ret);

#endif
