/* WordMap: a small number for each of many words, by their hash. All zeroes is the
 * empty map; it only grows. Scratch for one thread. */
#ifndef PLAINPAPER_TEXT_WORD_MAP_H
#define PLAINPAPER_TEXT_WORD_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct WordMapSlot {
    uint64_t hash; /* 0 is free */
    uint32_t value;
} WordMapSlot;

typedef struct WordMap {
    WordMapSlot *slots;
    size_t n_slots, n_used;
} WordMap;

/* The value of HASH into *RET; false when it has none. */
bool word_map_get(const WordMap *map, uint64_t hash, uint32_t *ret);

/* Gives HASH the value VALUE. */
void word_map_put(WordMap *map, uint64_t hash, uint32_t value);

void word_map_free(WordMap *map);

#endif
