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

/* How many bytes of TEXT from the start need no escape and are ASCII: looked at eight
 * at a time, by the bits that carry over into the highest of each byte. */
static size_t plain_len(Str text)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
    size_t at = 0;
    for (; at + 8 <= text.len; at += 8) {
        uint64_t bytes;
        memcpy(&bytes, text.data + at, sizeof bytes);
        uint64_t quotes = bytes ^ (ones * '"'), slashes = bytes ^ (ones * '\\');
        uint64_t odd = bytes | (bytes - ones * ' ') | (quotes - ones) | (slashes - ones);
        if (odd & highs)
            break;
    }
    while (at < text.len && text.data[at] >= ' ' && text.data[at] != '"' && text.data[at] != '\\')
        at++;
    return at;
}

void json_text(Str text, Buf *ret)
{
    size_t plain = plain_len(text);
    if (plain == text.len) {
        buf_append_char(ret, '"');
        buf_append(ret, text);
        buf_append_char(ret, '"');
        return;
    }
    if (utf8_find_invalid(text) < text.len) {
        value_write(value_text(text), ret);
        return;
    }
    buf_append_char(ret, '"');
    size_t start = 0;
    for (size_t i = plain; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        buf_append(ret, str_sub(text, start, i));
        escape(c, ret);
        start = i + 1;
    }
    buf_append(ret, str_sub(text, start, text.len));
    buf_append_char(ret, '"');
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
