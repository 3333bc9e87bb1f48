#include "base/utf8.h"

#include <utf8proc.h>

size_t utf8_decode_long(Str s, size_t offset, uint32_t *ret)
{
    utf8proc_int32_t code_point;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.data + offset,
                                          (utf8proc_ssize_t)(s.len - offset), &code_point);
    if (n <= 0) {
        *ret = UTF8_REPLACEMENT;
        return 1;
    }
    *ret = (uint32_t)code_point;
    return (size_t)n;
}

size_t utf8_find_invalid(Str s)
{
    size_t i = 0;
    while (i < s.len) {
        uint64_t eight;
        if (s.len - i >= sizeof eight) {
            memcpy(&eight, s.data + i, sizeof eight);
            if (!(eight & UINT64_C(0x8080808080808080))) {
                i += sizeof eight;
                continue;
            }
        }
        if ((unsigned char)s.data[i] < 0x80) {
            i++;
            continue;
        }
        utf8proc_int32_t code_point;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.data + i,
                                              (utf8proc_ssize_t)(s.len - i), &code_point);
        if (n <= 0)
            return i;
        i += (size_t)n;
    }
    return s.len;
}

size_t utf8_length(Str s)
{
    size_t n = 0, i = 0;
    for (; s.len - i >= sizeof(uint64_t); i += sizeof(uint64_t)) {
        uint64_t eight;
        memcpy(&eight, s.data + i, sizeof eight);
        /* The high bit is set, and the next one not, in the bytes that continue a character. */
        uint64_t continues = eight & ~(eight << 1) & UINT64_C(0x8080808080808080);
        size_t n_continues = (size_t)((continues >> 7) * UINT64_C(0x0101010101010101) >> 56);
        n += sizeof eight - n_continues;
    }
    for (; i < s.len; i++)
        n += ((unsigned char)s.data[i] & 0xC0) != 0x80;
    return n;
}

void utf8_append(Buf *buf, uint32_t code_point)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)code_point, bytes);
    buf_append(buf, (Str){(const char *)bytes, n > 0 ? (size_t)n : 0});
}

static utf8proc_category_t category_of(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point);
}

bool utf8_is_letter(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_alpha((unsigned char)code_point);
    utf8proc_category_t category = category_of(code_point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool utf8_is_mark(uint32_t code_point)
{
    if (code_point < 0x80)
        return false;
    utf8proc_category_t category = category_of(code_point);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_upper(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_upper((unsigned char)code_point);
    utf8proc_category_t category = category_of(code_point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool utf8_is_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_lower((unsigned char)code_point);
    return category_of(code_point) == UTF8PROC_CATEGORY_LL;
}

bool utf8_is_digit(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_digit((unsigned char)code_point);
    return category_of(code_point) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_long_space(uint32_t code_point)
{
    utf8proc_category_t category = category_of(code_point);
    return category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
}

bool utf8_is_control(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point < 0x20 || code_point == 0x7F;
    if ((code_point >= 0x202A && code_point <= 0x202E) ||
        (code_point >= 0x2066 && code_point <= 0x2069))
        return true;
    utf8proc_category_t category = category_of(code_point);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

size_t utf8_columns(uint32_t code_point)
{
    if (code_point >= 0x20 && code_point < 0x7F)
        return 1;
    int columns = utf8proc_charwidth((utf8proc_int32_t)code_point);
    return columns > 0 ? (size_t)columns : 0;
}

uint32_t utf8_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return (unsigned char)ascii_lower((char)code_point);
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

uint32_t utf8_upper(uint32_t code_point)
{
    if (code_point < 0x80)
        return (unsigned char)ascii_upper((char)code_point);
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code_point);
}

void utf8_append_lower(Buf *buf, Str s)
{
    for (size_t i = 0; i < s.len;) {
        uint32_t code_point;
        i += utf8_decode(s, i, &code_point);
        utf8_append(buf, utf8_lower(code_point));
    }
}

void utf8_append_mended(Buf *buf, Str s)
{
    for (size_t i = 0; i < s.len;) {
        uint32_t code_point;
        i += utf8_decode(s, i, &code_point);
        utf8_append(buf, code_point);
    }
}

bool utf8_eq_nocase(Str s, Str t)
{
    size_t i = 0, j = 0;
    while (i < s.len && j < t.len) {
        uint32_t a, b;
        i += utf8_decode(s, i, &a);
        j += utf8_decode(t, j, &b);
        if (a != b && utf8_lower(a) != utf8_lower(b))
            return false;
    }
    return i == s.len && j == t.len;
}
