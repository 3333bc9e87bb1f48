/* Span: half-open byte range [start, end). Of what, the holder says. */
#ifndef PLAINPAPER_BASE_SPAN_H
#define PLAINPAPER_BASE_SPAN_H

#include "base/str.h"

typedef struct Span {
    size_t start;
    size_t end;
} Span;

static inline size_t span_len(Span span)
{
    return span.end - span.start;
}

static inline bool span_is_empty(Span span)
{
    return span.end <= span.start;
}

static inline bool span_contains(Span outer, Span inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

static inline bool span_overlaps(Span a, Span b)
{
    return a.start < b.end && b.start < a.end;
}

static inline Str span_of(Span span, Str text)
{
    return str_sub(text, span.start, span.end);
}

/* SPAN of TEXT without the white space at its ends; empty at its start when it has no more. */
static inline Span span_trim(Span span, Str text)
{
    Str trimmed = str_trim(span_of(span, text));
    size_t start = trimmed.len ? (size_t)(trimmed.data - text.data) : span.start;
    return (Span){start, start + trimmed.len};
}

#endif
