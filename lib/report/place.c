#include "report/place.h"

size_t place_last_line(const Location *at)
{
    bool is_at_start = at->end.column <= 1 && at->end.line > at->start.line;
    return is_at_start ? at->end.line - 1 : at->end.line;
}

/* What readers call the file's other parts; empty for the body. */
static Str part_in_words(Str part)
{
    static const struct {
        Str file, words;
    } names[] = {
        {{"footnotes", 9}, {"Footnotes", 9}}, {{"endnotes", 8}, {"Endnotes", 8}},
        {{"comments", 8}, {"Comments", 8}},   {{"header", 6}, {"Page header", 11}},
        {{"footer", 6}, {"Page footer", 11}},
    };
    size_t start = part.len;
    while (start > 0 && part.data[start - 1] != '/')
        start--;
    Str file = str_sub(part, start, part.len);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_starts_with(file, names[i].file))
            return names[i].words;
    return (Str){0};
}

static void append_lines(const Location *at, Buf *buf)
{
    size_t last = place_last_line(at);
    if (last > at->start.line)
        buf_printf(buf, "Lines %zu to %zu", at->start.line, last);
    else
        buf_printf(buf, "Line %zu", at->start.line);
}

void place_append_short(const Location *at, Buf *buf)
{
    if (at->precision == PRECISION_DOCUMENT) {
        buf_append(buf, STR("The whole paper"));
        return;
    }
    if (at->has_lines) {
        append_lines(at, buf);
        return;
    }
    size_t start = buf->len;
    buf_append(buf, part_in_words(at->part));
    if (at->page)
        buf_printf(buf, "%s %u", buf->len > start ? ", page" : "Page", at->page);
    if (at->paragraph)
        buf_printf(buf, "%s %u", buf->len > start ? ", paragraph" : "Paragraph", at->paragraph);
    if (buf->len == start)
        buf_append(buf, STR("Somewhere in the paper"));
}

void place_append(const Location *at, Buf *buf)
{
    place_append_short(at, buf);
    if (at->precision == PRECISION_DOCUMENT || at->has_lines || !at->headings.len)
        return;
    buf_append(buf, STR(", under “"));
    buf_append(buf, at->headings.items[at->headings.len - 1]);
    buf_append(buf, STR("”"));
}
