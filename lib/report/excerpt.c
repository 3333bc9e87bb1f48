#include "report/excerpt.h"

#include "base/utf8.h"
#include "report/visible.h"

/* TEXT from START for at most COLUMNS, whole characters: where that ends. */
static size_t end_after_columns(Str text, size_t start, size_t end, size_t columns)
{
    size_t at = start;
    while (at < end) {
        uint32_t code_point;
        size_t next = at + utf8_decode(text, at, &code_point);
        size_t width = visible_columns(str_sub(text, at, next));
        if (width > columns)
            break;
        columns -= width;
        at = next;
    }
    return at;
}

/* Start of the word that ends at or before AT, with the blanks behind it. */
static size_t word_before(Str text, size_t at)
{
    while (at > 0 && text.data[at - 1] == ' ')
        at--;
    while (at > 0 && text.data[at - 1] != ' ')
        at--;
    return at;
}

static size_t word_after(Str text, size_t at)
{
    while (at < text.len && text.data[at] == ' ')
        at++;
    while (at < text.len && text.data[at] != ' ')
        at++;
    return at;
}

/* SPAN grown by words to the left and right in turn while there are COLUMNS left. */
static Span grow(Str text, Span span, size_t columns)
{
    bool can_left = span.start > 0, can_right = span.end < text.len;
    while (can_left || can_right) {
        if (can_left) {
            size_t start = word_before(text, span.start);
            size_t width = visible_columns(str_sub(text, start, span.start));
            can_left = width <= columns && start < span.start;
            columns -= can_left ? width : 0;
            span.start = can_left ? start : span.start;
        }
        if (can_right) {
            size_t end = word_after(text, span.end);
            size_t width = visible_columns(str_sub(text, span.end, end));
            can_right = width <= columns && end > span.end;
            columns -= can_right ? width : 0;
            span.end = can_right ? end : span.end;
        }
    }
    return span;
}

/* As end_after_columns, but at the end of a word when there is one on the way. */
static size_t end_at_word(Str text, size_t start, size_t end, size_t columns)
{
    size_t cut = end_after_columns(text, start, end, columns);
    if (cut >= end || text.data[cut] == ' ')
        return cut;
    for (size_t at = cut; at > start; at--)
        if (text.data[at - 1] == ' ')
            return at - 1;
    return cut;
}

static Span shown_span(Str text, Span mark, size_t max_columns)
{
    if (visible_columns(text) <= max_columns)
        return (Span){0, text.len};
    size_t columns = max_columns > 2 ? max_columns - 2 : 0; /* for the two signs of omission */
    size_t marked = visible_columns(span_of(mark, text));
    if (marked >= columns)
        return (Span){mark.start, end_at_word(text, mark.start, mark.end, columns)};
    Span shown = grow(text, mark, columns - marked);
    if (span_is_empty(shown))
        shown.end = end_at_word(text, shown.start, text.len, columns);
    return shown;
}

ExcerptView excerpt_view(Str text, Span mark, size_t max_columns)
{
    mark.end = mark.end < text.len ? mark.end : text.len;
    if (span_is_empty(mark))
        mark = (Span){0};
    Span shown = shown_span(text, mark, max_columns);
    mark.end = mark.end < shown.end ? mark.end : shown.end;
    return (ExcerptView){
        .before = str_sub(text, shown.start, mark.start),
        .marked = str_sub(text, mark.start, mark.end),
        .after = str_sub(text, mark.end, shown.end),
        .is_cut_before = shown.start > 0,
        .is_cut_after = shown.end < text.len,
    };
}
