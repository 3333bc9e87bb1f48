/* WordMemo: what was worked out of a word once, kept by its hash. All zeroes is the
 * empty memo; it only grows. Scratch for one thread. */
#ifndef PLAINPAPER_TEXT_WORD_MEMO_H
#define PLAINPAPER_TEXT_WORD_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct WordMemo {
    uint64_t *slots; /* the value in the low byte, the hash above; 0 is free */
    size_t n_slots, n_used;
} WordMemo;

/* The value noted for HASH into *RET; false when none is. */
bool word_memo_get(const WordMemo *memo, uint64_t hash, uint8_t *ret);

/* Notes VALUE (1 to 255) for HASH, which has none yet. */
void word_memo_put(WordMemo *memo, uint64_t hash, uint8_t value);

void word_memo_free(WordMemo *memo);

#endif
