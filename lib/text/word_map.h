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

/* HASH as slots have it. */
static inline uint64_t word_map_key(uint64_t hash)
{
    return hash ? hash : 1;
}

/* The slot that KEY has or would have; there must be slots. */
static inline WordMapSlot *word_map_slot(const WordMap *map, uint64_t key)
{
    size_t slot = (size_t)key & (map->n_slots - 1);
    while (map->slots[slot].hash && map->slots[slot].hash != key)
        slot = (slot + 1) & (map->n_slots - 1);
    return &map->slots[slot];
}

/* The value of HASH into *RET; false when it has none. */
static inline bool word_map_get(const WordMap *map, uint64_t hash, uint32_t *ret)
{
    if (!map->n_slots)
        return false;
    const WordMapSlot *slot = word_map_slot(map, word_map_key(hash));
    *ret = slot->value;
    return slot->hash != 0;
}

/* Gives HASH the value VALUE. */
void word_map_put(WordMap *map, uint64_t hash, uint32_t value);

void word_map_free(WordMap *map);

#endif
