/* Str: a borrowed run of bytes, pointer and length. A NUL inside is data. The
 * empty Str may have a NULL pointer. UTF-8 wherever it holds text. */
#ifndef PLAINPAPER_BASE_STR_H
#define PLAINPAPER_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct Str {
    const char *data;
    size_t len;
} Str;

/* A Str of a string literal. */
#define STR(literal) ((Str){"" literal, sizeof(literal) - 1})

/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).data ? (s).data : ""

static inline Str str_of(const char *c_string)
{
    return (Str){c_string, c_string ? strlen(c_string) : 0};
}

static inline bool str_eq(Str a, Str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

/* The bytes [START, END) of S; both are cut to its length. */
static inline Str str_sub(Str s, size_t start, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (start >= end)
        return (Str){s.data ? s.data + (start < s.len ? start : s.len) : NULL, 0};
    return (Str){s.data + start, end - start};
}

/* As str_compare, of texts that begin alike. */
int str_compare_alike(Str a, Str b);

/* Byte order, a shorter prefix first: below, at or above zero as memcmp. */
static inline int str_compare(Str a, Str b)
{
    if (a.len && b.len && a.data[0] != b.data[0])
        return (unsigned char)a.data[0] < (unsigned char)b.data[0] ? -1 : 1;
    return str_compare_alike(a, b);
}

/* As str_eq_nocase, of texts of one length. */
bool str_eq_folded(Str a, Str b);

/* Equal when ASCII letters are folded; other bytes must be the same. */
static inline bool str_eq_nocase(Str a, Str b)
{
    return a.len == b.len && str_eq_folded(a, b);
}

/* These two are asked of most words, nearly always in vain: one byte tells mostly. */
static inline bool str_starts_with(Str s, Str prefix)
{
    return s.len >= prefix.len &&
           (prefix.len == 0 ||
            (s.data[0] == prefix.data[0] && memcmp(s.data, prefix.data, prefix.len) == 0));
}

static inline bool str_ends_with(Str s, Str suffix)
{
    if (s.len < suffix.len || suffix.len == 0)
        return suffix.len == 0;
    const char *end = s.data + s.len - suffix.len;
    return s.data[s.len - 1] == suffix.data[suffix.len - 1] &&
           memcmp(end, suffix.data, suffix.len) == 0;
}

/* Offset of the first NEEDLE in S at or after FROM, or S.len when there is none. */
size_t str_find(Str s, Str needle, size_t from);

/* The one of N ROWS, each ROW_SIZE bytes and begun by its name (a `const char *` of small
 * letters), in the order of their names, that WORD names, ASCII capitals folded; or NULL. */
const void *str_row_named(Str word, const void *rows, size_t n, size_t row_size);

/* Is WORD, ASCII capitals folded, one of NAMES: N of them, small letters, sorted? */
bool str_is_listed(Str word, const char *const *names, size_t n);

/* The same with capitals as they are, NAMES in the order of their bytes. */
bool str_is_one_of(Str word, const char *const *names, size_t n);

/* The same of NAMES of at most eight bytes, padded with NULs: for lists that every word of a kind
 * is looked up in. */
bool str_is_short_one_of(Str word, const char (*names)[8], size_t n);

#define STR_IS_LISTED(word, names) str_is_listed((word), (names), sizeof(names) / sizeof *(names))
#define STR_IS_ONE_OF(word, names) str_is_one_of((word), (names), sizeof(names) / sizeof *(names))
#define STR_IS_SHORT_ONE_OF(word, names)                                                           \
    str_is_short_one_of((word), (names), sizeof(names) / sizeof *(names))

/* S without ASCII white space (and U+00A0) at both ends. */
Str str_trim(Str s);

/* True when S has nothing but white space, U+00A0 included. */
bool str_is_blank(Str s);

/* The last part of PATH, behind its slashes of either kind. */
Str str_file_name(Str path);

/* Runs of bytes in S that are no ASCII white space. */
size_t str_count_words(Str s);

static inline bool ascii_is_space(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool ascii_is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(unsigned char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_lower(unsigned char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_alpha(unsigned char c)
{
    return ascii_is_upper(c) || ascii_is_lower(c);
}

/* One of a, e, i, o, u, in either case. */
static inline bool ascii_is_vowel(char c)
{
    switch (c | 0x20) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
        return true;
    default:
        return false;
    }
}

static inline char ascii_lower(char c)
{
    return ascii_is_upper((unsigned char)c) ? (char)(c + ('a' - 'A')) : c;
}

static inline char ascii_upper(char c)
{
    return ascii_is_lower((unsigned char)c) ? (char)(c - ('a' - 'A')) : c;
}

#endif
