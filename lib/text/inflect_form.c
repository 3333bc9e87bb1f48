/* Is a word a form of another? Told by what each has behind the letters they share. */
#include "text/inflect.h"
#include "text/inflect_rules.h"

/* ENDING is one that forms are made with. */
static bool is_ending(Str ending)
{
    static const char *const list[] = {"d", "ed", "es", "ing", "ren", "s"};
    return !ending.len || STR_IS_ONE_OF(ending, list);
}

/* What is left of base and word behind the letters that both share fits together. */
static bool tails_fit(Str base, Str word)
{
    if (!base.len)
        return is_ending(word);
    if (str_eq(base, STR("e")))
        return str_eq(word, STR("ing"));
    if (str_eq(base, STR("y")))
        return str_eq(word, STR("ies")) || str_eq(word, STR("ied"));
    if (str_eq(base, STR("ie")))
        return str_eq(word, STR("ying"));
    if (str_eq(base, STR("is")))
        return str_eq(word, STR("es"));
    return str_eq(base, STR("an")) && str_eq(word, STR("en"));
}

static size_t shared_length(Str a, Str b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.data[n] == b.data[n])
        n++;
    return n;
}

static bool is_s_or_z(char c)
{
    return c == 's' || c == 'z';
}

/* Lets through a few words that do not exist, which no text has. */
static bool is_regular_form(Str word, Str base)
{
    size_t n = shared_length(word, base);
    Str of_word = str_sub(word, n, word.len), of_base = str_sub(base, n, base.len);
    if (tails_fit(of_base, of_word))
        return true;
    if (n < 2 || !of_word.len)
        return false;
    if (!of_base.len) /* stopped, panicking */
        return (of_word.data[0] == base.data[n - 1] || of_word.data[0] == 'k') && of_word.len > 2 &&
               is_ending(str_sub(of_word, 1, of_word.len));
    if (!is_s_or_z(of_word.data[0]) || !is_s_or_z(of_base.data[0])) /* organise, organizing */
        return false;
    of_word = str_sub(of_word, 1, of_word.len);
    of_base = str_sub(of_base, 1, of_base.len);
    n = shared_length(of_word, of_base);
    return tails_fit(str_sub(of_base, n, of_base.len), str_sub(of_word, n, of_word.len));
}

bool has_alternative(Str alternatives, Str word)
{
    if (!alternatives.len || !word.len || alternatives.data[0] != word.data[0])
        return false;
    for (size_t start = 0; start + word.len <= alternatives.len; start++) {
        size_t i = 0;
        while (i < word.len && alternatives.data[start + i] == word.data[i])
            i++;
        size_t end = start + i;
        if (i == word.len && (end == alternatives.len || alternatives.data[end] == '|'))
            return true;
        while (end < alternatives.len && alternatives.data[end] != '|')
            end++;
        start = end;
    }
    return false;
}

BaseWord inflect_base(Str word)
{
    BaseWord base = {.word = word};
    const IrregularVerb *verb = irregular_verb(word);
    const IrregularNoun *noun = irregular_noun(word);
    if (verb) {
        base.irregular[0] = verb->past;
        base.irregular[1] = verb->participle;
    }
    if (noun)
        base.irregular[2] = noun->plural;
    return base;
}

bool inflect_is_form(Str word, const BaseWord *base)
{
    if (!word.len || !base->word.len)
        return false;
    if (str_ends_with(word, STR("'s")) && !str_ends_with(base->word, STR("'s")))
        word.len -= 2;
    if (is_regular_form(word, base->word))
        return true;
    for (size_t i = 0; i < sizeof base->irregular / sizeof base->irregular[0]; i++)
        if (base->irregular[i].len && has_alternative(base->irregular[i], word))
            return true;
    return false;
}
