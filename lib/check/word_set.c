#include "check/word_set.h"

bool is_any_word(Str word, const char *list)
{
    char first = word.len ? ascii_lower(word.data[0]) : '\0';
    for (const char *at = first ? strchr(list, first) : NULL; at; at = strchr(at + 1, first)) {
        if (at > list && at[-1] != ' ')
            continue;
        size_t n = 1;
        while (n < word.len && at[n] && ascii_lower(word.data[n]) == at[n])
            n++;
        if (n == word.len && (at[n] == ' ' || at[n] == '\0'))
            return true;
    }
    return false;
}

bool word_is_any(const Prose *prose, size_t index, const char *list)
{
    return index < prose->n_words && is_any_word(word_text(prose, &prose->words[index]), list);
}

bool word_is_article(const Prose *prose, size_t index)
{
    return word_is_any(prose, index, "a an the");
}

bool starts_with_words(Str text, Str phrase)
{
    bool begins_alike = text.len >= phrase.len && phrase.len &&
                        ascii_lower(text.data[0]) == ascii_lower(phrase.data[0]);
    return begins_alike && str_eq_nocase(str_sub(text, 0, phrase.len), phrase) &&
           !is_letter_at(text, phrase.len);
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

size_t words_opening(Str text, const char *const *phrases, size_t n)
{
    char first = text.len ? ascii_lower(text.data[0]) : '\0';
    for (size_t i = 0; i < n; i++)
        if (phrases[i][0] == first && starts_with_words(text, str_of(phrases[i])))
            return i;
    return n;
}

bool starts_with_any_words(Str text, const char *const *phrases, size_t n)
{
    return words_opening(text, phrases, n) < n;
}

/* A letter in either case, or another byte, as one of 32. */
static unsigned fold(char c)
{
    return (unsigned char)c & 0x1Fu;
}

size_t find_any_words(Str text, size_t from, const char *const *phrases, size_t n, Str *ret_phrase)
{
    uint32_t seconds[32] = {0}; /* for each first letter of a phrase, which come second */
    for (size_t i = 0; i < n; i++)
        seconds[fold(phrases[i][0])] |= UINT32_C(1) << fold(phrases[i][1]);
    for (size_t at = from; at + 1 < text.len; at++) {
        bool may_open = seconds[fold(text.data[at])] >> fold(text.data[at + 1]) & 1;
        if (!may_open || (at && is_letter_at(text, at - 1)))
            continue;
        size_t which = words_opening(str_sub(text, at, text.len), phrases, n);
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
