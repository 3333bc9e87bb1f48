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

static bool is_letter_at(Str text, size_t at)
{
    return at < text.len && ascii_is_alpha((unsigned char)text.data[at]);
}

static bool text_has(Str text, Str phrase)
{
    for (size_t at = 0; at + phrase.len <= text.len; at++)
        if (begins_with(text.data + at, phrase.data, phrase.len) &&
            (!at || !is_letter_at(text, at - 1)) && !is_letter_at(text, at + phrase.len))
            return true;
    return false;
}

bool text_has_any(Str text, const char *list)
{
    for (const char *at = list; *at;) {
        size_t len = strcspn(at, "|");
        if (text_has(text, (Str){at, len}))
            return true;
        at += len + (at[len] == '|');
    }
    return false;
}
