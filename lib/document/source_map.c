#include "document/source_map.h"

const Segment *source_map_segment(const SourceMap *map, size_t offset)
{
    if (!map->n_segments)
        return NULL;
    size_t low = 0, high = map->n_segments;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (map->segments[middle].text_start <= offset)
            low = middle;
        else
            high = middle;
    }
    return &map->segments[low];
}

Span source_map_span(const SourceMap *map, Span in_text, Precision *ret_precision)
{
    const Segment *first = source_map_segment(map, in_text.start);
    *ret_precision = PRECISION_DOCUMENT;
    if (!first)
        return (Span){0, 0};
    const Segment *last =
        in_text.end > in_text.start ? source_map_segment(map, in_text.end - 1) : first;
    *ret_precision = PRECISION_EXACT;
    Span span = {SIZE_MAX, 0};
    for (const Segment *s = first; s <= last; s++) {
        if (s->precision > *ret_precision)
            *ret_precision = s->precision;
        if (s->source.start < span.start)
            span.start = s->source.start;
        if (s->source.end > span.end)
            span.end = s->source.end;
    }
    if (first->is_verbatim && first->precision == PRECISION_EXACT &&
        span.start == first->source.start)
        span.start += in_text.start - first->text_start;
    if (last->is_verbatim && last->precision == PRECISION_EXACT && span.end == last->source.end)
        span.end = last->source.start + (in_text.end - last->text_start);
    return span;
}

/* Marks that part the words of a text without adding any: emphasis, brackets, the
 * prefix of a quoted line. The target of a link is no mark. */
static bool is_only_marks(Str gap)
{
    for (size_t i = 0; i < gap.len; i++)
        if (!ascii_is_space((unsigned char)gap.data[i]) && !strchr("*_[]>\\", gap.data[i]))
            return false;
    return true;
}

/* A break, or a mark written with a backslash before it. */
static bool is_plain_piece(const Segment *segment, Str source)
{
    if (segment->is_verbatim)
        return segment->node->kind == NODE_TEXT;
    Str bytes = span_of(segment->source, source);
    if (segment->node->kind == NODE_SOFT_BREAK || segment->node->kind == NODE_LINE_BREAK)
        return is_only_marks(bytes);
    return segment->node->kind == NODE_TEXT && bytes.len == 2 && bytes.data[0] == '\\';
}

bool source_map_is_plain(const SourceMap *map, Span in_text, Str source)
{
    const Segment *first = source_map_segment(map, in_text.start);
    if (!first || span_is_empty(in_text))
        return first != NULL;
    const Segment *last = source_map_segment(map, in_text.end - 1);
    for (const Segment *s = first; s <= last; s++) {
        if (!is_plain_piece(s, source))
            return false;
        if (s > first && (s->source.start < s[-1].source.end ||
                          !is_only_marks(str_sub(source, s[-1].source.end, s->source.start))))
            return false;
    }
    return true;
}
