#include "rule/near_words.h"

static uint32_t letters_of(Str word)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < word.len; i++)
        if (ascii_is_lower((unsigned char)word.data[i]))
            letters |= (uint32_t)1 << (word.data[i] - 'a');
    return letters;
}

void near_words_read(NearWords *near_words, Str lines)
{
    *near_words = (NearWords){.lines = lines};
    for (size_t start = 0; start < lines.len;) {
        size_t end = str_find(lines, STR("\n"), start);
        Str word = str_sub(lines, start, end);
        if (word.len && word.len <= UINT16_MAX)
            array_push(&near_words->words, (NearWord){.letters = letters_of(word),
                                                      .len = (uint16_t)word.len,
                                                      .start = (uint32_t)start});
        start = end + 1;
    }
}

/* LONGER is SHORTER with one letter more. */
static bool has_one_more(Str longer, Str shorter)
{
    size_t i = 0;
    while (i < shorter.len && longer.data[i] == shorter.data[i])
        i++;
    return str_eq(str_sub(longer, i + 1, longer.len), str_sub(shorter, i, shorter.len));
}

/* A and B, of one length, differ in one letter or in two neighbours changed round. */
static bool differs_once(Str a, Str b)
{
    size_t i = 0;
    while (i < a.len && a.data[i] == b.data[i])
        i++;
    if (i == a.len)
        return false;
    if (str_eq(str_sub(a, i + 1, a.len), str_sub(b, i + 1, b.len)))
        return true;
    return i + 1 < a.len && a.data[i] == b.data[i + 1] && a.data[i + 1] == b.data[i] &&
           str_eq(str_sub(a, i + 2, a.len), str_sub(b, i + 2, b.len));
}

static bool is_one_slip(Str a, Str b)
{
    if (a.len == b.len)
        return differs_once(a, b);
    return a.len > b.len ? has_one_more(a, b) : has_one_more(b, a);
}

size_t near_words_find(const NearWords *near_words, Str word, size_t max, Str *ret)
{
    uint32_t letters = letters_of(word);
    size_t n = 0;
    for (size_t i = 0; i < near_words->words.len && n < max; i++) {
        const NearWord *other = &near_words->words.items[i];
        size_t len = other->len;
        if (len + 1 < word.len || len > word.len + 1 ||
            __builtin_popcount(letters ^ other->letters) > 2)
            continue;
        Str text = str_sub(near_words->lines, other->start, other->start + len);
        if (is_one_slip(word, text))
            ret[n++] = text;
    }
    return n;
}

void near_words_free(NearWords *near_words)
{
    array_free(&near_words->words);
}
