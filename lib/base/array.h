/* A growing array of any type:
 *     ARRAY(Word) words = { 0 };
 *     array_push(&words, word);
 *     array_free(&words);
 * All zeroes is the empty array. Items move when it grows: keep indexes, not
 * pointers. A named array type is `typedef ARRAY(Word) WordArray;`. */
#ifndef PLAINPAPER_BASE_ARRAY_H
#define PLAINPAPER_BASE_ARRAY_H

#include "base/memory.h"

#include <stddef.h>

#define ARRAY(type)                                                                                \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t len;                                                                                \
        size_t capacity;                                                                           \
    }

#define array_reserve(array, more)                                                                 \
    do {                                                                                           \
        size_t need_ = (array)->len + (more);                                                      \
        if (need_ > (array)->capacity) {                                                           \
            size_t size_ = (array)->capacity ? (array)->capacity * 2 : 8;                          \
            (array)->capacity = size_ < need_ ? need_ : size_;                                     \
            (array)->items =                                                                       \
                mem_realloc((array)->items, (array)->capacity, sizeof(*(array)->items));           \
        }                                                                                          \
    } while (0)

#define array_push(array, ...)                                                                     \
    do {                                                                                           \
        array_reserve((array), 1);                                                                 \
        (array)->items[(array)->len++] = (__VA_ARGS__);                                            \
    } while (0)

#define array_last(array) (&(array)->items[(array)->len - 1])

#define array_free(array)                                                                          \
    do {                                                                                           \
        mem_free((array)->items);                                                                  \
        (array)->items = NULL;                                                                     \
        (array)->len = 0;                                                                          \
        (array)->capacity = 0;                                                                     \
    } while (0)

#endif
