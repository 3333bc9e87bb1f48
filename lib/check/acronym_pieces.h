/* Pieces: a short form as its letters, and words as the pieces that may lend them. Only
 * acronym_definition.c weighs them against each other. */
#ifndef PLAINPAPER_CHECK_ACRONYM_PIECES_H
#define PLAINPAPER_CHECK_ACRONYM_PIECES_H

#include "check/acronym_definition.h"

#include <stdint.h>

enum { LETTERS_MAX = 16, PIECES_MAX = 40 };

/* How a piece of a word follows the piece before it. */
typedef enum Joint {
    JOINT_SPACE,  /* a word of its own */
    JOINT_MARK,   /* behind a hyphen, slash or other mark: "non-small" */
    JOINT_INSIDE, /* a change of case or to digits within one word: "HaCaT" */
} Joint;

/* A piece of a long form that may lend its first letter. */
typedef struct Piece {
    Str text;
    size_t word;
    Joint joint;
    bool is_linking;
    bool in_bracket;
    bool is_upper; /* capitals only: an abbreviation itself */
    bool is_number;
    bool after_comma;
} Piece;

/* A letter or digit of the short form. */
typedef struct Letter {
    uint32_t lower;
    bool is_digit, is_upper;
} Letter;

/* The letter or digit at byte I of TEXT, all zeroes when there is another mark; how many
 * bytes it takes. */
size_t letter_at(Str text, size_t i, Letter *ret);

/* Letters and digits of SHORT_FORM into LETTERS; how many, 0 when there are too many. */
size_t letters_of(Str short_form, Letter letters[LETTERS_MAX]);

/* The pieces of the words of WINDOW, the last PIECES_MAX of them. */
size_t pieces_of(const AlignWindow *window, Piece pieces[PIECES_MAX]);

#endif
