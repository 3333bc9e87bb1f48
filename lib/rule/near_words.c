#include "rule/near_words.h"

#include "base/hash.h"

static size_t chain_of(Str letters)
{
    uint64_t hash = hash_bytes(letters);
    return (size_t)(hash ^ hash >> 10) % NEAR_WORD_CHAINS;
}

static size_t head_chain(Str word)
{
    return chain_of(str_sub(word, 0, 2));
}

static size_t tail_chain(Str word)
{
    return chain_of(str_sub(word, word.len - 3, word.len));
}

static Str text_of(const NearWords *near_words, const NearWord *word)
{
    return str_sub(near_words->lines, word->start, (size_t)word->start + word->len);
}

/* A bit for each letter that WORD has; signs share those of letters. */
static uint32_t letters_of(Str word)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < word.len; i++)
        letters |= UINT32_C(1) << (word.data[i] & 31);
    return letters;
}

/* A slip takes one letter away and brings one in, at most. */
static bool letters_are_near(uint32_t a, uint32_t b)
{
    uint32_t lost = a & ~b, gained = b & ~a;
    return !(lost & (lost - 1)) && !(gained & (gained - 1));
}

/* From the last word to the first, so that each chain has the order of the list. */
static void link_chains(NearWords *near_words)
{
    for (size_t i = near_words->words.len; i > 0; i--) {
        NearWord *word = &near_words->words.items[i - 1];
        Str text = text_of(near_words, word);
        uint32_t *head = &near_words->heads[head_chain(text)];
        uint32_t *tail = &near_words->tails[tail_chain(text)];
        word->next_head = *head;
        word->next_tail = *tail;
        *head = *tail = (uint32_t)i;
    }
}

void near_words_read(NearWords *near_words, Str lines)
{
    *near_words = (NearWords){.lines = lines};
    for (size_t start = 0; start < lines.len;) {
        size_t end = str_find(lines, STR("\n"), start);
        size_t len = (end < lines.len ? end : lines.len) - start;
        if (len + 1 >= NEAR_WORD_BYTES_MIN && len <= UINT16_MAX)
            array_push(&near_words->words,
                       (NearWord){.start = (uint32_t)start,
                                  .letters = letters_of(str_sub(lines, start, start + len)),
                                  .len = (uint16_t)len});
        start = end + 1;
    }
    link_chains(near_words);
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
    if (a.len == b.len + 1)
        return has_one_more(a, b);
    return a.len + 1 == b.len && has_one_more(b, a);
}

size_t near_words_find(const NearWords *near_words, Str word, size_t max, Str *ret)
{
    if (word.len < NEAR_WORD_BYTES_MIN)
        return 0;
    uint32_t head = near_words->heads[head_chain(word)];
    uint32_t tail = near_words->tails[tail_chain(word)];
    uint32_t letters = letters_of(word);
    size_t n = 0;
    while (n < max && (head || tail)) {
        uint32_t index = !tail || (head && head < tail) ? head : tail;
        const NearWord *other = &near_words->words.items[index - 1];
        if (index == head)
            head = other->next_head;
        if (index == tail)
            tail = other->next_tail;
        Str text = text_of(near_words, other);
        if (letters_are_near(letters, other->letters) && is_one_slip(word, text))
            ret[n++] = text;
    }
    return n;
}

void near_words_free(NearWords *near_words)
{
    array_free(&near_words->words);
}
