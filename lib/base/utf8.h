/* UTF-8: decoding, checking, folding and character classes (by utf8proc). */
#ifndef PLAINPAPER_BASE_UTF8_H
#define PLAINPAPER_BASE_UTF8_H

#include "base/buf.h"

#include <stdint.h>

enum { UTF8_REPLACEMENT = 0xFFFD };

/* As utf8_decode, of what is not ASCII. */
size_t utf8_decode_long(Str s, size_t offset, uint32_t *ret);

/* Reads the code point at OFFSET (< S.len) into *RET; returns its length in
 * bytes. A broken sequence reads as U+FFFD of one byte. */
static inline size_t utf8_decode(Str s, size_t offset, uint32_t *ret)
{
    unsigned char first = (unsigned char)s.data[offset];
    if (first >= 0x80)
        return utf8_decode_long(s, offset, ret);
    *ret = first;
    return 1;
}

/* Offset of the first byte that is not well-formed UTF-8, or S.len. */
size_t utf8_find_invalid(Str s);

/* Number of code points in well-formed S. */
size_t utf8_length(Str s);

void utf8_append(Buf *buf, uint32_t code_point);

bool utf8_is_letter(uint32_t code_point);
bool utf8_is_mark(uint32_t code_point); /* an accent that joins the letter before it */
bool utf8_is_upper(uint32_t code_point);
bool utf8_is_lower(uint32_t code_point);
bool utf8_is_digit(uint32_t code_point);

/* As utf8_is_space, of what is not ASCII. */
bool utf8_is_long_space(uint32_t code_point);

/* White space, no-break and typographic spaces included. */
static inline bool utf8_is_space(uint32_t code_point)
{
    return code_point < 0x80 ? ascii_is_space((unsigned char)code_point)
                             : utf8_is_long_space(code_point);
}

/* Does it draw nothing and steer the line or the terminal instead: control
 * characters, line separators, marks that turn the direction of writing? */
bool utf8_is_control(uint32_t code_point);

/* Columns it takes on a terminal: 0, 1 or 2. */
size_t utf8_columns(uint32_t code_point);

/* Simple lower and upper case of one code point. */
uint32_t utf8_lower(uint32_t code_point);
uint32_t utf8_upper(uint32_t code_point);

/* Appends S in lower case to BUF. */
void utf8_append_lower(Buf *buf, Str s);

/* Appends S; bytes that are not well-formed UTF-8 become U+FFFD. */
void utf8_append_mended(Buf *buf, Str s);

/* True when S and T differ at most in case. */
bool utf8_eq_nocase(Str s, Str t);

#endif
