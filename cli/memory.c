#define _DEFAULT_SOURCE /* madvise */
#include "cli/memory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>

enum { LUMP_BYTES = 64 * 1024 * 1024, LARGE_PAGE_BYTES = 2 * 1024 * 1024 };

/* A page is given out, and filled with noughts, when it is first touched. In pieces of
 * 4 KB that was a quarter of the time of a short run. Address space costs nothing,
 * unless it is limited. */
void memory_prepare(void)
{
    struct rlimit space;
    if (getrlimit(RLIMIT_AS, &space) != 0 || space.rlim_cur != RLIM_INFINITY)
        return;
    (void)mallopt(M_TOP_PAD, LUMP_BYTES);
    (void)mallopt(M_TRIM_THRESHOLD, 2 * LUMP_BYTES);
    (void)mallopt(M_MMAP_THRESHOLD, LUMP_BYTES / 2);
    /* Larger than what is left: the lump begins with it. */
    char *start = malloc(LARGE_PAGE_BYTES);
    if (!start)
        return;
    uintptr_t first =
        ((uintptr_t)start + LARGE_PAGE_BYTES - 1) & ~(uintptr_t)(LARGE_PAGE_BYTES - 1);
    (void)madvise((void *)first, LUMP_BYTES, MADV_HUGEPAGE);
    free(start);
}
