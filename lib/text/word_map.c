#include "text/word_map.h"

#include "base/memory.h"

enum { SLOTS_MIN = 256 };

static void grow(WordMap *map)
{
    WordMap grown = {.n_slots = map->n_slots ? 4 * map->n_slots : SLOTS_MIN, .n_used = map->n_used};
    grown.slots = mem_calloc(grown.n_slots, sizeof *grown.slots);
    for (size_t i = 0; i < map->n_slots; i++)
        if (map->slots[i].hash)
            *word_map_slot(&grown, map->slots[i].hash) = map->slots[i];
    mem_free(map->slots);
    *map = grown;
}

void word_map_put(WordMap *map, uint64_t hash, uint32_t value)
{
    if (2 * (map->n_used + 1) > map->n_slots)
        grow(map);
    WordMapSlot *slot = word_map_slot(map, word_map_key(hash));
    map->n_used += !slot->hash;
    *slot = (WordMapSlot){word_map_key(hash), value};
}

void word_map_free(WordMap *map)
{
    mem_free(map->slots);
    *map = (WordMap){0};
}
