/* Pieces: the stretches of text that a rule of the shared vocabulary is matched
 * on, by its scope: a block, a sentence, the summary, the raw source. */
#ifndef PLAINPAPER_CHECK_PIECES_H
#define PLAINPAPER_CHECK_PIECES_H

#include "check/check.h"

typedef struct Piece {
    Str text;
    const Prose *prose; /* NULL: text is the raw source, or the summary */
    size_t start;       /* of text in prose->text, or in Source.text */
} Piece;

typedef struct PieceIter {
    const Prose *prose;
    bool by_sentence, by_block, by_raw;
    Str raw;
    size_t next;
} PieceIter;

/* The pieces of PROSE that RULE wants. A rule of scope `raw` gets the whole
 * source once, with the first block of the paper. */
PieceIter pieces_of_prose(const CheckContext *context, const Rule *rule, const Prose *prose);

bool piece_next(PieceIter *iter, Piece *ret);

/* May one of PATTERNS match a piece of PROSE that RULE wants? False only where none can:
 * then its pieces need not be made. */
bool pieces_may_match(CheckContext *context, const Rule *rule, const Prose *prose,
                      PatternList patterns);

/* The next match of PATTERN in PIECE at or after *from that no exception covers;
 * moves *from behind it. Empty matches are passed over. Giving up at a limit is
 * told once as a diagnostic. */
bool piece_match(CheckContext *context, const Rule *rule, const Pattern *pattern,
                 const Piece *piece, size_t *from, Span *ret);

/* As piece_match, of whichever of PATTERNS matches first; of two at one place the
 * earlier one. */
bool piece_match_any(CheckContext *context, const Rule *rule, PatternList patterns,
                     const Piece *piece, size_t *from, Span *ret);

/* Where SPAN of PIECE stands. */
Place piece_place(const Piece *piece, Span span);

/* SUGGESTIONS for the %s of the rule's message: in its own quotation marks where
 * it has some around the %s, else each in “ ”; the last joined by "or". */
Str suggestions_text(const Rule *rule, StrList suggestions, Arena *arena);

#endif
