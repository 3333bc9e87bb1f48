#include "check/word_set.h"

/* Does TEXT, capitals or not, begin with the LEN bytes at SMALL (small letters)? */
static bool begins_with(const char *text, const char *small, size_t len)
{
    size_t i = 0;
    while (i < len && ascii_lower(text[i]) == small[i])
        i++;
    return i == len;
}

bool word_is_any(const Prose *prose, size_t index, const char *list)
{
    if (index >= prose->n_words)
        return false;
    const Word *word = &prose->words[index];
    const char *text = prose->text.data + word->start;
    for (const char *at = list; at; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (*at == ascii_lower(*text) && begins_with(text, at, word->len) &&
            (at[word->len] == ' ' || at[word->len] == '\0'))
            return true;
    }
    return false;
}

bool word_is_article(const Prose *prose, size_t index)
{
    return word_is_any(prose, index, "a an the");
}

static bool is_letter_at(Str text, size_t at)
{
    return at < text.len &&
           (ascii_is_alpha((unsigned char)text.data[at]) || (unsigned char)text.data[at] >= 0xC3);
}

bool starts_with_words(Str text, Str phrase)
{
    return str_eq_nocase(str_sub(text, 0, phrase.len), phrase) && !is_letter_at(text, phrase.len);
}

size_t find_words(Str text, Str phrase)
{
    char first = phrase.len ? ascii_lower(phrase.data[0]) : 0;
    for (size_t at = 0; at + phrase.len <= text.len; at++)
        if (ascii_lower(text.data[at]) == first && !(at && is_letter_at(text, at - 1)) &&
            starts_with_words(str_sub(text, at, text.len), phrase))
            return at;
    return text.len;
}

/* Which of PHRASES (small letters) TEXT opens with; N when with none. */
static size_t opening_of(Str text, const char *const *phrases, size_t n)
{
    char first = text.len ? ascii_lower(text.data[0]) : '\0';
    for (size_t i = 0; i < n; i++)
        if (phrases[i][0] == first && starts_with_words(text, str_of(phrases[i])))
            return i;
    return n;
}

bool starts_with_any_words(Str text, const char *const *phrases, size_t n)
{
    return opening_of(text, phrases, n) < n;
}

/* Two bytes as a text may begin with, whatever the case of letters: a place in a set of bits. */
static unsigned pair_of(char first, char second)
{
    return ((unsigned char)first & 0x1Fu) << 5 | ((unsigned char)second & 0x1Fu);
}

size_t find_any_words(Str text, size_t from, const char *const *phrases, size_t n, Str *ret_phrase)
{
    uint64_t pairs[16] = {0};
    for (size_t i = 0; i < n; i++) {
        unsigned pair = pair_of(phrases[i][0], phrases[i][1]);
        pairs[pair / 64] |= UINT64_C(1) << (pair % 64);
    }
    bool is_inside = from && is_letter_at(text, from - 1);
    for (size_t at = from; at + 1 < text.len; at++) {
        bool was_inside = is_inside;
        unsigned pair = pair_of(text.data[at], text.data[at + 1]);
        is_inside = is_letter_at(text, at);
        if (was_inside || !(pairs[pair / 64] >> (pair % 64) & 1))
            continue;
        size_t which = opening_of(str_sub(text, at, text.len), phrases, n);
        if (which < n) {
            *ret_phrase = str_of(phrases[which]);
            return at;
        }
    }
    return text.len;
}

bool has_any_words(Str text, const char *const *phrases, size_t n)
{
    Str found;
    return find_any_words(text, 0, phrases, n, &found) < text.len;
}

bool proses_have_words(const ProseList *proses, const char *const *phrases, size_t n)
{
    for (size_t i = 0; i < proses->len; i++)
        if (has_any_words(proses->items[i].text, phrases, n))
            return true;
    return false;
}
