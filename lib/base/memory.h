/* Memory from the heap, never NULL. Every other module takes its memory from
 * here or from an Arena; when there is none left, one handler ends the program. */
#ifndef PLAINPAPER_BASE_MEMORY_H
#define PLAINPAPER_BASE_MEMORY_H

#include <stddef.h>

/* Zeroed memory for COUNT objects of SIZE bytes; the caller owns it. */
void *mem_calloc(size_t count, size_t size);

/* Grows or shrinks POINTER (may be NULL) to COUNT objects of SIZE bytes. */
void *mem_realloc(void *pointer, size_t count, size_t size);

/* Gives memory back; NULL is fine. */
void mem_free(void *pointer);

/* Called when SIZE_BYTES cannot be had. The default aborts; a program that
 * links the library may define its own function of this name, which must not return. */
_Noreturn void pp_out_of_memory(size_t size_bytes);

#endif
