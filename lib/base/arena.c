#include "base/arena.h"

#include "base/buf.h"
#include "base/memory.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

/* Many arenas hold a name or two: with its head the least chunk is still one that malloc
 * hands out quickly. */
enum { CHUNK_BYTES_MIN = 1008, CHUNK_BYTES_MAX = 1024 * 1024 };

static_assert(CHUNK_BYTES_MIN % alignof(max_align_t) == 0, "as arena_printf counts on");

struct ArenaChunk {
    ArenaChunk *older;
    alignas(max_align_t) char bytes[];
};

static void arena_grow(Arena *arena, size_t need_bytes)
{
    size_t size = arena->total_bytes < CHUNK_BYTES_MIN ? CHUNK_BYTES_MIN : arena->total_bytes;
    if (size > CHUNK_BYTES_MAX)
        size = CHUNK_BYTES_MAX;
    if (size < need_bytes)
        size = need_bytes;
    if (size > SIZE_MAX - sizeof(ArenaChunk))
        pp_out_of_memory(size);
    ArenaChunk *chunk = mem_realloc(NULL, sizeof(ArenaChunk) + size, 1);
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    arena->next = chunk->bytes;
    arena->left_bytes = size;
    arena->total_bytes += size;
}

/* SIZE_BYTES that hold anything: a chunk is zeroed only where it is used. */
static void *arena_take(Arena *arena, size_t size_bytes)
{
    const size_t align = alignof(max_align_t);
    if (size_bytes > SIZE_MAX - align)
        pp_out_of_memory(size_bytes);
    size_t rounded = size_bytes ? (size_bytes + align - 1) & ~(align - 1) : align;
    if (rounded > arena->left_bytes)
        arena_grow(arena, rounded);
    void *object = arena->next;
    arena->next += rounded;
    arena->left_bytes -= rounded;
    return object;
}

void *arena_alloc(Arena *arena, size_t size_bytes)
{
    void *object = arena_take(arena, size_bytes);
    if (size_bytes)
        memset(object, 0, size_bytes);
    return object;
}

void *arena_copy(Arena *arena, const void *bytes, size_t size_bytes)
{
    void *copy = arena_take(arena, size_bytes);
    if (size_bytes)
        memcpy(copy, bytes, size_bytes);
    return copy;
}

Str arena_str(Arena *arena, Str s)
{
    char *copy = arena_take(arena, s.len + 1);
    if (s.len)
        memcpy(copy, s.data, s.len);
    copy[s.len] = '\0';
    return (Str){copy, s.len};
}

Str arena_printf(Arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(arena->next, arena->left_bytes, format, args);
    va_end(args);
    size_t len_bytes = len > 0 ? (size_t)len : 0;
    bool fits = len_bytes < arena->left_bytes;
    char *text = arena_take(arena, len_bytes + 1); /* where it was written, when it fits */
    if (!fits)
        (void)vsnprintf(text, len_bytes + 1, format, again);
    va_end(again);
    return (Str){text, len_bytes};
}

void arena_free(Arena *arena)
{
    for (ArenaChunk *chunk = arena->chunks; chunk;) {
        ArenaChunk *older = chunk->older;
        mem_free(chunk);
        chunk = older;
    }
    *arena = (Arena){0};
}

Str arena_number(Arena *arena, size_t n)
{
    Buf figures = {0};
    buf_append_number(&figures, n);
    Str text = arena_str(arena, buf_str(&figures));
    buf_free(&figures);
    return text;
}
