#include "text/syllable.h"

static bool is_vowel(char c)
{
    c = ascii_lower(c);
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

size_t syllable_count(Str word)
{
    size_t n = 0;
    bool in_group = false;
    for (size_t i = 0; i < word.len; i++) {
        bool vowel = is_vowel(word.data[i]);
        n += vowel && !in_group;
        in_group = vowel;
    }
    if (n > 1 && word.len > 2 && ascii_lower(word.data[word.len - 1]) == 'e' &&
        !is_vowel(word.data[word.len - 2]))
        n--;
    return n ? n : 1;
}
