#include "rule/known_words.h"

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

bool known_words_has(const KnownWords *words, uint64_t hash)
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
