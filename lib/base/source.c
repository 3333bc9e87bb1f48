#include "base/source.h"

#include "base/utf8.h"

void source_init(Source *source, Str name, Str bytes)
{
    *source = (Source){.name = name, .bytes = bytes};
}

/* Counts code points step by step where a line is so long that counting them anew
 * for each position would take as long as the line is. */
static void count_characters(Source *source)
{
    size_t longest = 0, n = 0;
    Str text = source->text;
    source->characters.len = 0;
    for (size_t i = 0; i < source->line_starts.len; i++) {
        size_t end = i + 1 < source->line_starts.len ? source->line_starts.items[i + 1] : text.len;
        size_t len = end - source->line_starts.items[i];
        longest = len > longest ? len : longest;
    }
    if (longest <= SOURCE_STEP_BYTES)
        return;
    for (size_t at = 0; at <= text.len; at += SOURCE_STEP_BYTES) {
        array_push(&source->characters, n);
        n += utf8_length(str_sub(text, at, at + SOURCE_STEP_BYTES));
    }
}

/* Code points of the text before OFFSET. */
static size_t characters_before(const Source *source, size_t offset)
{
    size_t step = offset / SOURCE_STEP_BYTES;
    return source->characters.items[step] +
           utf8_length(str_sub(source->text, step * SOURCE_STEP_BYTES, offset));
}

void source_set_text(Source *source, Str text)
{
    source->text = text;
    source->line_starts.len = 0;
    array_push(&source->line_starts, 0);
    for (size_t i = 0; i < text.len;) {
        const char *lf = memchr(text.data + i, '\n', text.len - i);
        size_t line_end = lf ? (size_t)(lf - text.data) : text.len;
        const char *cr = memchr(text.data + i, '\r', line_end - i);
        if (cr && cr + 1 != lf) { /* a lone CR ends a line too */
            i = (size_t)(cr - text.data) + 1;
            array_push(&source->line_starts, (uint32_t)i);
            continue;
        }
        i = line_end + 1;
        if (lf)
            array_push(&source->line_starts, (uint32_t)i);
    }
    count_characters(source);
}

/* Index of the line that OFFSET stands on. */
static size_t line_index(const Source *source, size_t offset)
{
    size_t low = 0, high = source->line_starts.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->line_starts.items[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

Position source_position(const Source *source, size_t offset)
{
    if (offset > source->text.len)
        offset = source->text.len;
    if (!source->line_starts.len)
        return (Position){1, 1};
    size_t index = line_index(source, offset);
    size_t start = source->line_starts.items[index];
    size_t n = offset - start > SOURCE_STEP_BYTES && source->characters.len
                   ? characters_before(source, offset) - characters_before(source, start)
                   : utf8_length(str_sub(source->text, start, offset));
    return (Position){index + 1, n + 1};
}

void source_span_positions(const Source *source, Span span, Position *ret_start, Position *ret_end)
{
    *ret_start = source_position(source, span.start);
    size_t next_line = source_line_start(source, ret_start->line + 1);
    if (span.end < next_line && !span_is_empty(span) && span_len(span) <= SOURCE_STEP_BYTES)
        *ret_end = (Position){ret_start->line,
                              ret_start->column + utf8_length(span_of(span, source->text))};
    else
        *ret_end = source_position(source, span.end);
}

Str source_line(const Source *source, size_t line)
{
    size_t start = source_line_start(source, line);
    Str s = str_sub(source->text, start, source_line_start(source, line + 1));
    while (s.len && (s.data[s.len - 1] == '\n' || s.data[s.len - 1] == '\r'))
        s.len--;
    return s;
}

size_t source_original_offset(const Source *source, size_t offset)
{
    if (!source->marks.len)
        return offset;
    size_t low = 0, high = source->marks.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->marks.items[middle].text <= offset)
            low = middle;
        else
            high = middle;
    }
    return source->marks.items[low].original + (offset - source->marks.items[low].text);
}

void source_free(Source *source)
{
    buf_free(&source->transcoded);
    array_free(&source->marks);
    array_free(&source->line_starts);
    array_free(&source->characters);
}
