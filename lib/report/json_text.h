/* JSON written straight into a Buf, for what a report has thousands of: a finding costs a
 * tenth of what it costs as a tree of values (json_value.h), and reads the same. The caller
 * appends what stands between values: JSON_FIRST or JSON_NEXT before each of an object. */
#ifndef PLAINPAPER_REPORT_JSON_TEXT_H
#define PLAINPAPER_REPORT_JSON_TEXT_H

#include "base/buf.h"

/* What stands before the value of KEY, a literal with nothing to escape. */
#define JSON_FIRST(key) STR("{\"" key "\": ")
#define JSON_NEXT(key)  STR(", \"" key "\": ")

/* Bytes of TEXT that are not well-formed UTF-8 become U+FFFD. */
void json_text(Str text, Buf *ret);

/* As json_text; null when TEXT is empty. */
void json_text_or_null(Str text, Buf *ret);

/* The array of N TEXTS. */
void json_list(const Str *texts, size_t n, Buf *ret);

/* N; null unless IS_KNOWN. */
void json_size_or_null(bool is_known, size_t n, Buf *ret);

#endif
