#include "rule/known_words.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define MAGIC "PPKNOWN1"

enum { MAGIC_LEN = 8, NUMBER_LEN = 8, HEADER_LEN = MAGIC_LEN + NUMBER_LEN };

static uint64_t number_at(const unsigned char *bytes)
{
    uint64_t number = 0;
    for (size_t i = NUMBER_LEN; i-- > 0;)
        number = number << 8 | bytes[i];
    return number;
}

static void append_number(Buf *buf, uint64_t number)
{
    for (size_t i = 0; i < NUMBER_LEN; i++)
        buf_append_char(buf, (char)(unsigned char)(number >> (8 * i)));
}

bool known_words_open(Str bytes, uint64_t made_from, KnownWords *ret)
{
    *ret = (KnownWords){0};
    if (bytes.len < HEADER_LEN || (bytes.len - HEADER_LEN) % NUMBER_LEN ||
        !str_starts_with(bytes, STR(MAGIC)))
        return false;
    const unsigned char *at = (const unsigned char *)bytes.data + MAGIC_LEN;
    if (number_at(at) != made_from)
        return false;
    *ret = (KnownWords){at + NUMBER_LEN, (bytes.len - HEADER_LEN) / NUMBER_LEN};
    return true;
}

static bool has_hash(const KnownWords *words, uint64_t hash)
{
    size_t low = 0, high = words->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint64_t number = number_at(words->hashes + NUMBER_LEN * middle);
        if (number == hash)
            return true;
        if (number < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* Hashes of a word as written, with a small first letter, all small, and with only its
 * first letter large. */
typedef struct CaseHashes {
    uint64_t written, first_small, all_small, first_large;
    bool is_first_large, is_rest_small, is_all_large;
} CaseHashes;

static uint64_t hash_char(uint64_t hash, uint32_t c)
{
    return (hash ^ c) * UINT64_C(0x9E3779B97F4A7C15);
}

static CaseHashes case_hashes(Str word)
{
    CaseHashes hashes = {HASH_SEED, HASH_SEED, HASH_SEED, HASH_SEED, false, true, true};
    for (size_t i = 0; i < word.len;) {
        uint32_t c;
        bool is_first = i == 0;
        i += utf8_decode(word, i, &c);
        uint32_t small = utf8_lower(c);
        hashes.written = hash_char(hashes.written, c);
        hashes.first_small = hash_char(hashes.first_small, is_first ? small : c);
        hashes.all_small = hash_char(hashes.all_small, small);
        hashes.first_large = hash_char(hashes.first_large, is_first ? c : small);
        if (is_first)
            hashes.is_first_large = c != small;
        else
            hashes.is_rest_small &= c == small;
        hashes.is_all_large &= c == utf8_upper(c);
    }
    return hashes;
}

/* By Hunspell's rule of capitals: "Board" may be "board", and "BOARD" that or "Board". */
static bool has_written(const KnownWords *words, Str word)
{
    CaseHashes hashes = case_hashes(word);
    if (has_hash(words, hashes.written))
        return true;
    if (hashes.is_first_large && hashes.is_rest_small)
        return has_hash(words, hashes.first_small);
    return hashes.is_all_large &&
           (has_hash(words, hashes.all_small) || has_hash(words, hashes.first_large));
}

static bool is_number(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit((unsigned char)text.data[i]))
            return false;
    return true;
}

/* As Hunspell breaks words at hyphens and takes numbers as they are. */
static bool has_parts(const KnownWords *words, Str word)
{
    size_t hyphen = str_find(word, STR("-"), 0);
    if (hyphen == word.len)
        return false;
    for (size_t start = 0; start < word.len; start = hyphen + 1) {
        hyphen = str_find(word, STR("-"), start);
        Str part = str_sub(word, start, hyphen);
        if (!is_number(part) && !has_written(words, part))
            return false;
    }
    return true;
}

bool known_words_has(const KnownWords *words, Str word)
{
    return has_written(words, word) || has_parts(words, word);
}

uint64_t known_words_hash(Str word)
{
    return case_hashes(word).written;
}

static int compare(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

void known_words_write(uint64_t *hashes, size_t n, uint64_t made_from, Buf *ret)
{
    buf_append(ret, STR(MAGIC));
    append_number(ret, made_from);
    if (n)
        qsort(hashes, n, sizeof *hashes, compare);
    for (size_t i = 0; i < n; i++)
        if (!i || hashes[i] != hashes[i - 1])
            append_number(ret, hashes[i]);
}
