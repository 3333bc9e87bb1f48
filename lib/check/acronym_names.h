/* Names: long forms that stand somewhere in a paper as words of their own, never
 * set beside their short form: "United Nations" where UN is used. */
#ifndef PLAINPAPER_CHECK_ACRONYM_NAMES_H
#define PLAINPAPER_CHECK_ACRONYM_NAMES_H

#include "check/acronym_explain.h"

/* A short form that nothing explains, and the block that uses it first. */
typedef struct SoughtForm {
    Str text;
    const Prose *first_use;
} SoughtForm;

typedef ARRAY(SoughtForm) SoughtFormArray;

/* So many zeros stand behind the initials of each block. */
enum { INITIALS_PADDING = 4 };

/* What a name's search asks of a word first, in one byte. */
enum {
    INITIAL_LETTER = 31,       /* its first letter, the same for capital and small */
    INITIAL_IS_UPPER = 1 << 5, /* it has a capital */
    INITIAL_BEGINS = 1 << 6,   /* a long form may begin with it: wrong only by saying yes */
};

/* That byte of WORD, whose first byte is C. */
static inline uint8_t initial_of(const Word *word, char c)
{
    const unsigned wrong = WORD_LATER_UPPER | WORD_HAS_DIGIT | WORD_IN_CODE | WORD_IN_ADDRESS;
    unsigned is_upper = word->shape & WORD_FIRST_UPPER; /* 0 or 1 */
    unsigned begins = (word->len + is_upper > 2) & !(word->shape & wrong);
    return (uint8_t)(((unsigned)c & INITIAL_LETTER) | is_upper * INITIAL_IS_UPPER |
                     begins * INITIAL_BEGINS);
}

/* Adds the words in PROSES that spell out one of SOUGHT with every initial, the first
 * place for each. A name of three words is taken wherever it stands; two words only near
 * the first use or when they stand there twice, as three words in small letters do.
 * INITIALS, N of them and padded once more, holds the initial_of every word, block by block,
 * padded. */
void explanations_in_names(const ProseList *proses, const uint8_t *initials, size_t n,
                           const SoughtFormArray *sought, ExplanationList *list);

#endif
