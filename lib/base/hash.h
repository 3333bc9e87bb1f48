/* 64-bit FNV-1a (Fowler, Noll, Vo), for tables keyed by words. */
#ifndef PLAINPAPER_BASE_HASH_H
#define PLAINPAPER_BASE_HASH_H

#include "base/str.h"

#include <stdint.h>

#define HASH_SEED UINT64_C(0xCBF29CE484222325)

static inline uint64_t hash_byte(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * UINT64_C(0x100000001B3);
}

static inline uint64_t hash_bytes(Str s)
{
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < s.len; i++)
        hash = hash_byte(hash, (unsigned char)s.data[i]);
    return hash;
}

#endif
