#include "check/word_set.h"

bool word_is_any(const Prose *prose, size_t index, const char *list)
{
    if (index >= prose->n_words)
        return false;
    Str word = word_text(prose, &prose->words[index]);
    for (const char *at = list; *at;) {
        size_t len = strcspn(at, " ");
        if (str_eq_nocase((Str){at, len}, word))
            return true;
        at += len + (at[len] == ' ');
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
        if (str_eq_nocase(str_sub(text, at, at + phrase.len), phrase) &&
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
