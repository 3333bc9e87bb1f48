#include "rule/nearest.h"

#include <stdint.h>

enum { WORD_LEN_MAX = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Letters to add, drop, change or swap with a neighbour (optimal string
 * alignment distance), capitals aside. Both words are shorter than WORD_LEN_MAX. */
static size_t distance_between(Str a, Str b)
{
    uint8_t rows[3][WORD_LEN_MAX + 1];
    uint8_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b.len; j++)
        above[j] = (uint8_t)j;
    for (size_t i = 1; i <= a.len; i++) {
        row[0] = (uint8_t)i;
        for (size_t j = 1; j <= b.len; j++) {
            char x = ascii_lower(a.data[i - 1]), y = ascii_lower(b.data[j - 1]);
            size_t best = least(above[j - 1] + (size_t)(x != y), least(above[j], row[j - 1]) + 1U);
            if (i > 1 && j > 1 && x == ascii_lower(b.data[j - 2]) &&
                ascii_lower(a.data[i - 2]) == y)
                best = least(best, before[j - 2] + 1U);
            row[j] = (uint8_t)best;
        }
        uint8_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b.len];
}

void nearest_offer(Nearest *nearest, Str known)
{
    Str word = nearest->word;
    if (!word.len || word.len > WORD_LEN_MAX || known.len > WORD_LEN_MAX)
        return;
    size_t allowed = word.len < 6 ? 1 + (word.len > 3) : word.len / 3;
    size_t gap = word.len > known.len ? word.len - known.len : known.len - word.len;
    if (gap > allowed)
        return;
    size_t distance = distance_between(word, known);
    if (distance > allowed || (nearest->best.len && distance >= nearest->distance))
        return;
    nearest->best = known;
    nearest->distance = distance;
}

Str nearest_of(Str word, const Str *known, size_t n)
{
    Nearest nearest = {.word = word};
    for (size_t i = 0; i < n; i++)
        nearest_offer(&nearest, known[i]);
    return nearest.best;
}
