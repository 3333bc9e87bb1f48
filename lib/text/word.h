/* Word: a run of letters, digits and marks, with apostrophes inside ("board's",
 * "don't"). Hyphens, slashes and ampersands part words; the gap in front of a word
 * says by what it is joined to the one before. */
#ifndef PLAINPAPER_TEXT_WORD_H
#define PLAINPAPER_TEXT_WORD_H

#include "base/array.h"
#include "base/span.h"

#include <stdint.h>

/* What stands between a word and the word before it. */
typedef enum WordGap {
    GAP_START = 0, /* nothing before it in the block */
    GAP_SPACE,     /* white space only */
    GAP_HYPHEN,    /* one hyphen, nothing else: "co-morbidity" */
    GAP_SLASH,     /* one slash, nothing else */
    GAP_AMPERSAND, /* one ampersand, nothing else: "A&E" */
    GAP_DOT,       /* one full stop, nothing else: "e.g", "U.S", "4.1" */
    GAP_JOINED,    /* one other mark, nothing else: "10:30", "(s" after a word */
    GAP_COMMA,     /* comma and white space */
    GAP_STOP,      /* . ! or ? then white space, perhaps with brackets or quotes */
    GAP_OTHER,     /* anything else: brackets, dashes, several marks, code */
} WordGap;

/* The letters of a word, as bits of Word.shape. */
enum {
    WORD_FIRST_UPPER = 1 << 0, /* begins with a capital */
    WORD_ALL_UPPER = 1 << 1,   /* has a capital and no small letter */
    WORD_LATER_UPPER = 1 << 2, /* a capital after the first letter: "LeDeR", "ICBs" */
    WORD_HAS_DIGIT = 1 << 3,
    WORD_HAS_LETTER = 1 << 4,
    WORD_HAS_APOSTROPHE = 1 << 5,
    WORD_NON_ASCII = 1 << 6,
    WORD_IN_CODE = 1 << 7, /* of a code block; no language check looks at it */
    WORD_IN_LINK = 1 << 8,
    WORD_IN_EMPHASIS = 1 << 9, /* italic or bold */
    WORD_IN_QUOTE = 1 << 10,   /* between quotation marks, or in a quotation element */
    WORD_IN_ADDRESS = 1 << 11, /* part of a web address, e-mail address or file name */
};

/* What is known of a word by itself, as bits of Word.traits: see Vocabulary. */
enum {
    WORD_IS_SMALL = 1 << 0, /* one of the small words that hold English together */
};

typedef struct Word {
    uint64_t hash;  /* of its letters in lower case, ’ as ' (word_hash) */
    uint32_t start; /* first byte in Prose.text */
    uint32_t traits;
    uint16_t len; /* bytes; a longer run of letters is cut there */
    uint16_t shape;
    uint8_t gap; /* WordGap */
    uint8_t n_syllables;
    uint8_t n_letters; /* letters and digits; 255 for more */
} Word;

typedef ARRAY(Word) WordArray;

/* Hash of WORD as Word.hash has it. */
uint64_t word_hash(Str word);

static inline Span word_span(const Word *word)
{
    return (Span){word->start, (size_t)word->start + word->len};
}

#endif
