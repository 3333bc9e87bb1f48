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
