/* NearWords: which everyday word was meant? Finds words of a list that are one slip
 * away: a letter too many, missing, wrong, or two changed round. Hunspell's own
 * suggestions take milliseconds a word; this takes some ten microseconds. */
#ifndef PLAINPAPER_RULE_NEAR_WORDS_H
#define PLAINPAPER_RULE_NEAR_WORDS_H

#include "base/array.h"
#include "base/str.h"

#include <stdint.h>

enum { NEAR_WORD_BYTES_MIN = 6, NEAR_WORD_CHAINS = 1024 };

/* A word, and the next that begins, or ends, with the same letters: index + 1. */
typedef struct NearWord {
    uint32_t start;   /* in the lines */
    uint32_t letters; /* a bit for each letter it has */
    uint16_t len;
    uint32_t next_head, next_tail;
} NearWord;

/* One slip leaves a word its first two letters or its last three, so that only the
 * words which share these are compared. */
typedef struct NearWords {
    Str lines; /* borrowed */
    ARRAY(NearWord) words;
    uint32_t heads[NEAR_WORD_CHAINS], tails[NEAR_WORD_CHAINS];
} NearWords;

/* Reads LINES (borrowed), one word in small letters each; the caller frees. */
void near_words_read(NearWords *near_words, Str lines);

/* Up to MAX words one slip away from WORD (small letters) into RET; how many. The
 * order is that of the list. None for a WORD shorter than NEAR_WORD_BYTES_MIN. */
size_t near_words_find(const NearWords *near_words, Str word, size_t max, Str *ret);

void near_words_free(NearWords *near_words);

#endif
