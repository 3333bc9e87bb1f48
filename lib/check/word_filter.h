/* WordFilter: which words there are, by hash: quick, and wrong only by saying yes. All
 * zeroes is the empty filter. */
#ifndef PLAINPAPER_CHECK_WORD_FILTER_H
#define PLAINPAPER_CHECK_WORD_FILTER_H

#include <stdbool.h>
#include <stdint.h>

enum { WORD_FILTER_SLOTS = 256 };

typedef struct WordFilter {
    uint64_t bits[WORD_FILTER_SLOTS];
} WordFilter;

/* Adds the word of HASH. */
static inline void word_filter_add(WordFilter *filter, uint64_t hash)
{
    filter->bits[hash >> 6 & (WORD_FILTER_SLOTS - 1)] |= UINT64_C(1) << (hash & 63);
}

static inline bool word_filter_has(const WordFilter *filter, uint64_t hash)
{
    return filter->bits[hash >> 6 & (WORD_FILTER_SLOTS - 1)] >> (hash & 63) & 1;
}

#endif
