/* JSON values: jansson with the habits of our reports. Keys keep the order in
 * which they were put; the same values always give the same bytes; running out
 * of memory ends the program as everywhere (base/memory.h). */
#ifndef PLAINPAPER_REPORT_JSON_VALUE_H
#define PLAINPAPER_REPORT_JSON_VALUE_H

#include "base/buf.h"

#include <jansson.h>

/* New values; the caller owns them until they are put or added somewhere. */
json_t *value_object(void);
json_t *value_array(void);

/* Bytes of TEXT that are not well-formed UTF-8 become U+FFFD. */
json_t *value_text(Str text);

/* As value_text; null when TEXT is empty. */
json_t *value_text_or_null(Str text);

json_t *value_size(size_t n);

/* As value_size; null unless IS_KNOWN. */
json_t *value_size_or_null(bool is_known, size_t n);

/* NUMBER to DECIMALS places, never -0; null unless IS_KNOWN and finite. */
json_t *value_decimal_or_null(bool is_known, double number, unsigned decimals);

json_t *value_bool(bool truth);
json_t *value_null(void);

/* Puts VALUE (taken over) under KEY, after the keys put before. */
void value_put(json_t *object, const char *key, json_t *value);

/* Adds VALUE (taken over) at the end of ARRAY. */
void value_add(json_t *array, json_t *value);

/* Appends VALUE on one line, without a line end, and frees it. */
void value_write(json_t *value, Buf *ret);

#endif
