#include "report/json_text.h"

#include "base/utf8.h"

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

/* Has one of EIGHT bytes to be escaped? Told by the bits that carry over into the highest of
 * each byte. *RET_ODD gets a bit for each that is not ASCII. */
static bool has_escaped(const char *eight, uint64_t *ret_odd)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
    uint64_t bytes;
    memcpy(&bytes, eight, sizeof bytes);
    uint64_t quotes = bytes ^ (ones * '"'), slashes = bytes ^ (ones * '\\');
    uint64_t escaped = ((bytes - ones * ' ') | (quotes - ones) | (slashes - ones)) & ~bytes;
    *ret_odd |= bytes & highs;
    return escaped & highs;
}

/* Where TEXT has its next byte to escape, from FROM on; its length when none. The last eight
 * are looked at as one, though some may have been before. */
static size_t find_escaped(Str text, size_t from, uint64_t *ret_odd)
{
    size_t at = from;
    while (at + 8 <= text.len && !has_escaped(text.data + at, ret_odd))
        at += 8;
    if (at + 8 > text.len && from + 8 <= text.len &&
        !has_escaped(text.data + text.len - 8, ret_odd))
        return text.len;
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
        Buf mended = {0};
        utf8_append_mended(&mended, text);
        ret->len = start;
        json_text(buf_str(&mended), ret);
        buf_free(&mended);
    }
}

void json_text_or_null(Str text, Buf *ret)
{
    if (text.len)
        json_text(text, ret);
    else
        buf_append(ret, STR("null"));
}

void json_list(const Str *texts, size_t n, Buf *ret)
{
    buf_append_char(ret, '[');
    for (size_t i = 0; i < n; i++) {
        buf_append(ret, i ? STR(", ") : STR(""));
        json_text(texts[i], ret);
    }
    buf_append_char(ret, ']');
}

void json_size_or_null(bool is_known, size_t n, Buf *ret)
{
    if (is_known)
        buf_append_number(ret, n);
    else
        buf_append(ret, STR("null"));
}
