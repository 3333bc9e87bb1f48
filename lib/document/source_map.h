/* SourceMap: from a block's plain text back to the nodes and the source bytes
 * it was made of. Segments stand in order and cover the text without gaps. */
#ifndef PLAINPAPER_DOCUMENT_SOURCE_MAP_H
#define PLAINPAPER_DOCUMENT_SOURCE_MAP_H

#include "document/node.h"

typedef struct Segment {
    uint32_t text_start; /* in the plain text; ends where the next one starts */
    bool is_verbatim;    /* byte for byte the source; else it maps as a whole */
    Precision precision;
    Span source;      /* in Source.text (Word: in the run's text) */
    const Node *node; /* the text node, break or image it comes from */
} Segment;

typedef struct SourceMap {
    Segment *segments;
    size_t n_segments;
    size_t text_len;
} SourceMap;

/* The segment that holds byte OFFSET of the text (the last one for the end);
 * NULL when the map is empty. */
const Segment *source_map_segment(const SourceMap *map, size_t offset);

/* Where the bytes IN_TEXT came from: from the source of its first byte to that
 * of its last. *ret_precision is the least sure of the segments crossed. */
Span source_map_span(const SourceMap *map, Span in_text, Precision *ret_precision);

/* Are the bytes that IN_TEXT came from its very words, but for white space and the
 * marks of emphasis between them? Code, pictures, entities, tags and link targets
 * make it false: then the place of IN_TEXT holds more than its words. */
bool source_map_is_plain(const SourceMap *map, Span in_text, Str source);

#endif
