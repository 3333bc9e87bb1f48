#define _GNU_SOURCE /* memmem */
#include "base/str.h"

#include <stdint.h>
#include <stdlib.h>

int str_compare_alike(Str a, Str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.data, b.data, shared) : 0;
    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool str_eq_folded(Str a, Str b)
{
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.data[i]) != ascii_lower(b.data[i]))
            return false;
    return true;
}

size_t str_find(Str s, Str needle, size_t from)
{
    if (from >= s.len)
        return s.len;
    const char *rest = s.data + from;
    const char *hit = needle.len == 1 ? memchr(rest, needle.data[0], s.len - from)
                                      : memmem(rest, s.len - from, needle.data, needle.len);
    return hit ? (size_t)(hit - s.data) : s.len;
}

/* Length of the white space that S begins with: ASCII space or U+00A0. */
static size_t space_at_start(Str s)
{
    if (s.len && ascii_is_space((unsigned char)s.data[0]))
        return 1;
    return s.len >= 2 && memcmp(s.data, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static size_t space_at_end(Str s)
{
    if (s.len && ascii_is_space((unsigned char)s.data[s.len - 1]))
        return 1;
    return s.len >= 2 && memcmp(s.data + s.len - 2, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static Str trim_start(Str s)
{
    size_t n;
    while ((n = space_at_start(s)) != 0)
        s = str_sub(s, n, s.len);
    return s;
}

Str str_trim(Str s)
{
    size_t n;
    s = trim_start(s);
    while ((n = space_at_end(s)) != 0)
        s.len -= n;
    return s;
}

bool str_is_blank(Str s)
{
    return trim_start(s).len == 0;
}

static int compare_name(const void *key, const void *row)
{
    const Str *word = key;
    const char *name = *(const char *const *)row;
    size_t i = 0;
    while (i < word->len && name[i] && ascii_lower(word->data[i]) == name[i])
        i++;
    if (i == word->len)
        return name[i] ? -1 : 0;
    return (unsigned char)ascii_lower(word->data[i]) < (unsigned char)name[i] ? -1 : 1;
}

const void *str_row_named(Str word, const void *rows, size_t n, size_t row_size)
{
    return bsearch(&word, rows, n, row_size, compare_name);
}

bool str_is_listed(Str word, const char *const *names, size_t n)
{
    return str_row_named(word, names, n, sizeof *names) != NULL;
}

/* Order of WORD and the string ROW, in bytes. */
static int compare_word(Str word, const char *row)
{
    size_t i = 0;
    while (i < word.len && row[i] && word.data[i] == row[i])
        i++;
    if (i == word.len)
        return row[i] ? -1 : 0;
    return (unsigned char)word.data[i] < (unsigned char)row[i] ? -1 : 1;
}

bool str_is_one_of(Str word, const char *const *names, size_t n)
{
    size_t low = 0, high = n;
    unsigned char first = word.len ? (unsigned char)word.data[0] : '\0';
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = first - (unsigned char)names[middle][0];
        if (!order)
            order = compare_word(word, names[middle]);
        if (!order)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static uint32_t four_bytes(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* The bytes of NAME as a number that is ordered as they are. */
static inline uint64_t order_of(const char name[8])
{
    return (uint64_t)four_bytes(name) << 32 | four_bytes(name + 4);
}

bool str_is_short_one_of(Str word, const char (*names)[8], size_t n)
{
    uint64_t order = 0;
    if (!word.len || word.len > sizeof *names)
        return false;
    for (size_t i = 0; i < word.len; i++)
        order = order << 8 | (unsigned char)word.data[i];
    order <<= 8 * (sizeof *names - word.len);
    while (n > 1) { /* no branch depends on the order: processors would guess it wrong */
        size_t half = n / 2;
        names += order_of(names[half]) <= order ? half : 0;
        n -= half;
    }
    return n && order_of(*names) == order;
}

Str str_file_name(Str path)
{
    size_t start = path.len;
    while (start && path.data[start - 1] != '/' && path.data[start - 1] != '\\')
        start--;
    return str_sub(path, start, path.len);
}

size_t str_count_words(Str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += !ascii_is_space((unsigned char)s.data[i]) &&
             (!i || ascii_is_space((unsigned char)s.data[i - 1]));
    return n;
}
