#include "report/json_text.h"

#include "base/utf8.h"
#include "report/json_value.h"

void json_key(Str key, Buf *ret)
{
    buf_append(ret, ret->data[ret->len - 1] == '{' ? STR("\"") : STR(", \""));
    buf_append(ret, key);
    buf_append(ret, STR("\": "));
}

static void escape(unsigned char c, Buf *ret)
{
    static const char controls[] = "btn\0fr"; /* from 0x08 on */
    const char *mark = c >= '\b' && c <= '\r' ? &controls[c - '\b'] : "";
    if (c == '"' || c == '\\') {
        buf_append_char(ret, '\\');
        buf_append_char(ret, (char)c);
    } else if (*mark) {
        buf_append_char(ret, '\\');
        buf_append_char(ret, *mark);
    } else {
        buf_printf(ret, "\\u%04X", c);
    }
}

/* Where TEXT has its next byte to escape, from FROM on; its length when none. Looked at
 * eight at a time, by the bits that carry over into the highest of each byte. *RET_ODD
 * gets a bit for bytes passed that are not ASCII. */
static size_t find_escaped(Str text, size_t from, uint64_t *ret_odd)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
    size_t at = from;
    for (; at + 8 <= text.len; at += 8) {
        uint64_t bytes;
        memcpy(&bytes, text.data + at, sizeof bytes);
        uint64_t quotes = bytes ^ (ones * '"'), slashes = bytes ^ (ones * '\\');
        uint64_t escaped = ((bytes - ones * ' ') | (quotes - ones) | (slashes - ones)) & ~bytes;
        if (escaped & highs)
            break;
        *ret_odd |= bytes & highs;
    }
    for (; at < text.len; at++) {
        unsigned char c = (unsigned char)text.data[at];
        if (c < ' ' || c == '"' || c == '\\')
            break;
        *ret_odd |= c & 0x80u;
    }
    return at;
}

void json_text(Str text, Buf *ret)
{
    size_t start = ret->len;
    uint64_t odd = 0;
    buf_append_char(ret, '"');
    for (size_t at = 0; at < text.len; at++) {
        size_t end = find_escaped(text, at, &odd);
        buf_append(ret, str_sub(text, at, end));
        at = end;
        if (at < text.len)
            escape((unsigned char)text.data[at], ret);
    }
    buf_append_char(ret, '"');
    if (odd && utf8_find_invalid(text) < text.len) {
        ret->len = start;
        value_write(value_text(text), ret);
    }
}

void json_text_or_null(Str text, Buf *ret)
{
    if (text.len)
        json_text(text, ret);
    else
        buf_append(ret, STR("null"));
}

void json_size(size_t n, Buf *ret)
{
    char digits[24];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + n % 10);
    while (n /= 10);
    buf_append(ret, (Str){digits + at, sizeof digits - at});
}

void json_size_or_null(bool is_known, size_t n, Buf *ret)
{
    if (is_known)
        json_size(n, ret);
    else
        buf_append(ret, STR("null"));
}
