#include "report/visible.h"

#include "base/utf8.h"

enum { OBJECT_REPLACEMENT = 0xFFFC, ELLIPSIS = 0x2026 };

static uint32_t visible_character(uint32_t code_point)
{
    if (code_point == OBJECT_REPLACEMENT)
        return ELLIPSIS;
    if (!utf8_is_control(code_point))
        return code_point;
    if (code_point < 0x20)
        return 0x2400 + code_point;
    return code_point == 0x7F ? 0x2421 : UTF8_REPLACEMENT;
}

/* Bytes at the start of TEXT that are plain ASCII: they show as they are. */
static size_t plain_run(Str text, size_t start)
{
    size_t end = start;
    while (end < text.len && text.data[end] >= ' ' && text.data[end] < 0x7F)
        end++;
    return end - start;
}

void visible_append(Buf *buf, Str text)
{
    for (size_t i = 0; i < text.len;) {
        size_t run = plain_run(text, i);
        buf_append(buf, str_sub(text, i, i + run));
        i += run;
        if (i == text.len)
            break;
        uint32_t code_point;
        i += utf8_decode(text, i, &code_point);
        utf8_append(buf, visible_character(code_point));
    }
}

void visible_append_line(Buf *buf, Str text)
{
    Buf line = {0};
    bool has_gap = false;
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        size_t len = utf8_decode(text, i, &c);
        bool is_break = (c >= '\t' && c <= '\r') || c == 0x2028 || c == 0x2029;
        if (is_break && !has_gap)
            buf_append_char(&line, ' ');
        else if (!is_break)
            buf_append(&line, str_sub(text, i, i + len));
        has_gap = is_break;
        i += len;
    }
    visible_append(buf, buf_str(&line));
    buf_free(&line);
}

size_t visible_columns(Str text)
{
    size_t columns = 0;
    for (size_t i = 0; i < text.len;) {
        size_t run = plain_run(text, i);
        columns += run;
        i += run;
        if (i == text.len)
            break;
        uint32_t code_point;
        i += utf8_decode(text, i, &code_point);
        columns += utf8_columns(visible_character(code_point));
    }
    return columns;
}

bool visible_is_blank(Str text)
{
    for (size_t i = 0; i < text.len;) {
        uint32_t code_point;
        i += utf8_decode(text, i, &code_point);
        if (code_point != OBJECT_REPLACEMENT && !utf8_is_space(code_point))
            return false;
    }
    return true;
}
