#include "rule/guard.h"

/* Endings that a guard word may carry besides its base form. */
static bool is_ending(Str rest)
{
    static const char *const endings[] = {"s",  "es", "'s",  "’s", "s'",
                                          "ed", "d",  "ing", "er", "ers"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (str_eq_nocase(rest, str_of(endings[i])))
            return true;
    return rest.len == 0;
}

static bool begins_nocase(Str text, Str prefix)
{
    return text.len >= prefix.len && str_eq_nocase(str_sub(text, 0, prefix.len), prefix);
}

/* WORD is BASE, or BASE with an ending: cared, babies, planning. */
static bool is_form_of(Str word, Str base)
{
    if (!word.len || !base.len || ascii_lower(word.data[0]) != ascii_lower(base.data[0]))
        return false;
    if (begins_nocase(word, base)) {
        Str rest = str_sub(word, base.len, word.len);
        if (is_ending(rest))
            return true;
        return rest.len > 1 && ascii_lower(rest.data[0]) == ascii_lower(base.data[base.len - 1]) &&
               is_ending(str_sub(rest, 1, rest.len));
    }
    char last = base.data[base.len - 1];
    Str stem = str_sub(base, 0, base.len - 1);
    if (base.len < 3 || !begins_nocase(word, stem))
        return false;
    Str rest = str_sub(word, stem.len, word.len);
    if (last == 'y')
        return str_eq_nocase(rest, STR("ies")) || str_eq_nocase(rest, STR("ied"));
    return last == 'e' && str_eq_nocase(rest, STR("ing"));
}

/* The words of GUARD one after another at word AT of PROSE. */
static bool phrase_stands_at(Str guard, const Prose *prose, size_t at, size_t end)
{
    for (size_t start = 0; start < guard.len;) {
        while (start < guard.len && (guard.data[start] == ' ' || guard.data[start] == '-'))
            start++;
        size_t stop = start;
        while (stop < guard.len && guard.data[stop] != ' ' && guard.data[stop] != '-')
            stop++;
        if (stop == start)
            break;
        if (at >= end ||
            !is_form_of(word_text(prose, &prose->words[at]), str_sub(guard, start, stop)))
            return false;
        at++;
        start = stop;
    }
    return true;
}

bool guards_stand_near(StrList guards, const Prose *prose, size_t word_index)
{
    const Sentence *sentence = guards.len ? prose_sentence_at(prose, word_index) : NULL;
    if (!sentence)
        return false;
    for (size_t i = sentence->first_word; i < sentence->end_word; i++) {
        char first = ascii_lower(prose->text.data[prose->words[i].start]);
        for (size_t g = 0; g < guards.len; g++)
            if (guards.items[g].len && ascii_lower(guards.items[g].data[0]) == first &&
                phrase_stands_at(guards.items[g], prose, i, sentence->end_word))
                return true;
    }
    return false;
}
