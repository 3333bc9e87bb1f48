/* Source: one input as it came, and where its lines begin.
 *
 * `bytes` are the file's own bytes; `text` is the same in UTF-8. They are one
 * for UTF-8 input. Where the input was transcoded, source_original_offset
 * leads back. All spans in the program are offsets in `text`.
 * Word files have no lines: their Source has `bytes` and an empty `text`. */
#ifndef PLAINPAPER_BASE_SOURCE_H
#define PLAINPAPER_BASE_SOURCE_H

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/span.h"
#include "base/status.h"

#include <stdint.h>

enum { SOURCE_BYTES_MAX = 256 * 1024 * 1024, SOURCE_STEP_BYTES = 4096 };

/* A place where TEXT and original bytes are known to correspond. */
typedef struct SourceMark {
    size_t text;
    size_t original;
} SourceMark;

typedef struct Source {
    Str name;  /* as the user gave it; borrowed */
    Str bytes; /* borrowed; lives longer than the Source */
    Str text;
    Buf transcoded; /* owns text when it is not bytes */
    ARRAY(SourceMark)
    marks; /* in order; up to the next mark, bytes run in step; empty when text is bytes */
    ARRAY(size_t)
    characters; /* code points before every SOURCE_STEP_BYTES bytes; empty when no line is that long
                 */
    ARRAY(uint32_t) line_starts; /* offsets in text; filled by source_set_text */
} Source;

/* Line and column from 1; the column counts code points. */
typedef struct Position {
    size_t line;
    size_t column;
} Position;

/* How sure we are of a place. */
typedef enum Precision {
    PRECISION_EXACT = 0, /* these very bytes, or in Word these characters of the paragraph */
    PRECISION_LINE,      /* somewhere on this line */
    PRECISION_BLOCK,     /* somewhere in this paragraph, cell or heading */
    PRECISION_DOCUMENT,  /* the paper as a whole */
    PRECISION_COUNT
} Precision;

/* Starts a Source over borrowed NAME and BYTES, with no text yet. */
void source_init(Source *source, Str name, Str bytes);

/* Says what the UTF-8 text is (borrowed, or `transcoded`), and indexes its lines. */
void source_set_text(Source *source, Str text);

/* Line and column of OFFSET in text; offsets past the end are the end. */
Position source_position(const Source *source, size_t offset);

/* The same of both ends of SPAN. */
void source_span_positions(const Source *source, Span span, Position *ret_start, Position *ret_end);

/* The text of LINE (from 1) without its line end; empty when there is no such line. */
Str source_line(const Source *source, size_t line);

/* Offset in text where LINE (from 1) begins; its end when there is no such line. */
static inline size_t source_line_start(const Source *source, size_t line)
{
    return line >= 1 && line <= source->line_starts.len ? source->line_starts.items[line - 1]
                                                        : source->text.len;
}

/* Byte of the file that stands at OFFSET of text. */
size_t source_original_offset(const Source *source, size_t offset);

void source_free(Source *source);

#endif
