#include "text/word_map.h"

#include "base/memory.h"

enum { SLOTS_MIN = 256 };

static uint64_t key_of(uint64_t hash)
{
    return hash ? hash : 1;
}

static WordMapSlot *find_slot(const WordMap *map, uint64_t key)
{
    size_t slot = (size_t)key & (map->n_slots - 1);
    while (map->slots[slot].hash && map->slots[slot].hash != key)
        slot = (slot + 1) & (map->n_slots - 1);
    return &map->slots[slot];
}

bool word_map_get(const WordMap *map, uint64_t hash, uint32_t *ret)
{
    if (!map->n_slots)
        return false;
    const WordMapSlot *slot = find_slot(map, key_of(hash));
    *ret = slot->value;
    return slot->hash != 0;
}

static void grow(WordMap *map)
{
    WordMap grown = {.n_slots = map->n_slots ? 4 * map->n_slots : SLOTS_MIN, .n_used = map->n_used};
    grown.slots = mem_calloc(grown.n_slots, sizeof *grown.slots);
    for (size_t i = 0; i < map->n_slots; i++)
        if (map->slots[i].hash)
            *find_slot(&grown, map->slots[i].hash) = map->slots[i];
    mem_free(map->slots);
    *map = grown;
}

void word_map_put(WordMap *map, uint64_t hash, uint32_t value)
{
    if (2 * (map->n_used + 1) > map->n_slots)
        grow(map);
    WordMapSlot *slot = find_slot(map, key_of(hash));
    map->n_used += !slot->hash;
    *slot = (WordMapSlot){key_of(hash), value};
}

void word_map_free(WordMap *map)
{
    mem_free(map->slots);
    *map = (WordMap){0};
}
