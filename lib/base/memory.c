#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>

__attribute__((weak)) _Noreturn void pp_out_of_memory(size_t size_bytes)
{
    (void)size_bytes;
    abort();
}

void *mem_calloc(size_t count, size_t size)
{
    void *pointer = calloc(count ? count : 1, size ? size : 1);
    if (!pointer)
        pp_out_of_memory(size);
    return pointer;
}

void *mem_realloc(void *pointer, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        pp_out_of_memory(SIZE_MAX);
    size_t total = count * size;
    void *grown = realloc(pointer, total ? total : 1);
    if (!grown)
        pp_out_of_memory(total);
    return grown;
}

void mem_free(void *pointer)
{
    free(pointer);
}
