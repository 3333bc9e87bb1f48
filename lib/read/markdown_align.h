/* Alignment: finding again in the source what a Markdown parser has read.
 *
 * cmark's byte columns cannot be trusted inside a block, so the reader walks
 * the parsed inlines in order and follows them here with a cursor over the
 * block's source lines. The cursor knows Markdown's marks (escapes, entities,
 * code spans, link tails, quote marks in front of lines) but decides nothing: the
 * parser has said what stands there, and a literal that cannot be found is
 * reported, never guessed. Every step is bounded by the bytes it passes.
 *
 * Lines count from 1 in Source. Knows nothing of cmark. */
#ifndef PLAINPAPER_READ_MARKDOWN_ALIGN_H
#define PLAINPAPER_READ_MARKDOWN_ALIGN_H

#include "base/source.h"

typedef struct Cursor {
    const Source *source;
    size_t offset;      /* where we stand, in Source.text */
    size_t line_end;    /* offset past the present line's last byte to read */
    size_t line;        /* the present line */
    size_t last_line;   /* of the block */
    size_t quote_depth; /* how many `>` may stand in front of each line */
} Cursor;

/* ASCII punctuation: what a backslash can escape. */
bool markdown_is_mark(char c);

/* A cursor on the bytes SPAN of LINE, for a block that ends with LAST_LINE. */
Cursor cursor_at(const Source *source, size_t line, Span span, size_t last_line,
                 size_t quote_depth);

/* Bytes of LINE without its line end, nor the blanks and up to QUOTE_DEPTH quote
 * marks in front of it. */
Span line_content(const Source *source, size_t line, size_t quote_depth);

/* Goes to the start of the next line's content; false behind the last line. */
bool cursor_next_line(Cursor *cursor);

/* The byte the cursor stands on; '\n' at a line's end, '\0' at the block's. */
char cursor_peek(const Cursor *cursor);

/* Moves over up to MAX bytes that are C; returns how many. */
size_t cursor_skip_run(Cursor *cursor, char c, size_t max);

/* Moves over a heading's LEVEL `#` and the blanks behind. False, and not moved, when
 * they are not there: then it is an underlined heading. */
bool cursor_skip_heading_mark(Cursor *cursor, size_t level);

/* Moves over link reference definitions at a block's start. */
void cursor_skip_definitions(Cursor *cursor);

/* Behind the text of a link to URL, or of a picture: moves over `]` and
 * `(address "title")`, `[label]`, `[]` or nothing. False, and not moved, when there is
 * no `]`. */
bool cursor_skip_link_tail(Cursor *cursor, Str url);

/* Moves over a code span and tells the bytes between its marks, without the one
 * blank on either side that is not part of it. False when none starts here. */
bool cursor_skip_code(Cursor *cursor, Span *ret_inner);

/* Moves over LITERAL, raw markup that may span lines. False when it is not here. */
bool cursor_skip_raw(Cursor *cursor, Str literal);

/* Moves over `[^label]` and tells the label. False when it is not here. */
bool cursor_skip_footnote_reference(Cursor *cursor, Str *ret_label);

/* How a text came from the source. */
typedef enum TextMode {
    TEXT_PLAIN,    /* escapes and entities stand for what they mean */
    TEXT_AUTOLINK, /* `<address>`: entities do, a backslash is itself */
} TextMode;

typedef enum PieceKind {
    PIECE_VERBATIM, /* literal and source are the same bytes */
    PIECE_DIFFERS,  /* an escape, an entity or the like: one stands for the other */
    PIECE_NEWLINE,  /* a line break inside the literal */
    PIECE_LOST,     /* the rest of the literal was not found here */
} PieceKind;

typedef struct Piece {
    PieceKind kind;
    Str literal; /* part of the literal aligned */
    Span span;
} Piece;

/* Aligns the next piece of LITERAL at *DONE and moves cursor and *DONE past
 * it. Call it until *DONE is LITERAL's length or the piece is lost. */
Piece cursor_next_piece(Cursor *cursor, Str literal, size_t *done, TextMode mode);

#endif
