/* Arena: memory that is given back all at once. Objects are never moved or
 * freed one by one; all live until arena_free. Memory comes zeroed. */
#ifndef PLAINPAPER_BASE_ARENA_H
#define PLAINPAPER_BASE_ARENA_H

#include "base/str.h"

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    ArenaChunk *chunks; /* newest first */
    char *next;         /* first free byte of the newest chunk */
    size_t left_bytes;
    size_t total_bytes; /* asked of the heap so far */
} Arena;

/* An Arena of all zeroes is ready for use. */

/* SIZE_BYTES of zeroed memory aligned for any type, owned by ARENA. */
void *arena_alloc(Arena *arena, size_t size_bytes);

#define arena_new(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define arena_new_array(arena, type, n) ((type *)arena_alloc((arena), sizeof(type) * (n)))

/* A copy of the SIZE_BYTES at BYTES, aligned for any type. */
void *arena_copy(Arena *arena, const void *bytes, size_t size_bytes);

/* A copy of S that ends in a NUL byte (not counted in its length). */
Str arena_str(Arena *arena, Str s);

/* N in decimal figures. */
Str arena_number(Arena *arena, size_t n);

/* As printf into the arena. */
__attribute__((format(printf, 2, 3))) Str arena_printf(Arena *arena, const char *format, ...);

/* Gives everything back and leaves an empty arena. */
void arena_free(Arena *arena);

#endif
