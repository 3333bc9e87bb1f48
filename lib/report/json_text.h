/* JSON written straight into a Buf. The same values always give the same bytes. The caller
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

/* NUMBER, below 10^12 in size, to at most DECIMALS (1 or more) places, never -0; null unless
 * IS_KNOWN and finite. */
void json_decimal_or_null(bool is_known, double number, unsigned decimals, Buf *ret);

#endif
