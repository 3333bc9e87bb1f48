/* NearWords: which everyday word was meant? Finds words of a list that are one slip
 * away: a letter too many, missing, wrong, or two changed round. Hunspell's own
 * suggestions take milliseconds a word; this takes some ten microseconds. */
#ifndef PLAINPAPER_RULE_NEAR_WORDS_H
#define PLAINPAPER_RULE_NEAR_WORDS_H

#include "base/array.h"
#include "base/str.h"

#include <stdint.h>

/* A word with what tells quickly that it is too far away. */
typedef struct NearWord {
    uint32_t letters; /* one bit a letter of the alphabet that stands in it */
    uint16_t len;
    uint32_t start; /* in the lines */
} NearWord;

typedef struct NearWords {
    Str lines; /* borrowed */
    ARRAY(NearWord) words;
} NearWords;

/* Reads LINES (borrowed), one word in small letters each; the caller frees. */
void near_words_read(NearWords *near_words, Str lines);

/* Up to MAX words one slip away from WORD (small letters) into RET; how many. The
 * order is that of the list. */
size_t near_words_find(const NearWords *near_words, Str word, size_t max, Str *ret);

void near_words_free(NearWords *near_words);

#endif
