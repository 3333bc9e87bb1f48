#include "check/acronym_fit.h"

enum { MEANING_WORDS_MAX = 16 };

/* Does the paper use all the words of LONG_FORM that carry meaning, two or more? */
static bool paper_speaks_of(const CheckContext *context, Str long_form)
{
    size_t n = 0;
    for (size_t start = 0; start < long_form.len && n < MEANING_WORDS_MAX;) {
        size_t end = start;
        while (end < long_form.len && ascii_is_alpha((unsigned char)long_form.data[end]))
            end++;
        Str word = str_sub(long_form, start, end);
        start = end + 1;
        if (word.len < 3 || str_eq(word, STR("and")) || str_eq(word, STR("the")) ||
            str_eq(word, STR("for")))
            continue;
        if (!word_list_has(context->words, word_hash(word)))
            return false;
        n++;
    }
    return n >= 2;
}

/* Of several meanings the one of which the paper speaks: where cells say "Green" and
 * "Amber" and "Red", RAG is no question. False when none or several are. */
static bool pick_spoken_of(const CheckContext *context, Meanings *meanings)
{
    const Term *spoken_of = NULL;
    size_t n = 0;
    for (size_t i = 0; i < meanings->len && meanings->len > 1; i++)
        if (paper_speaks_of(context, meanings->items[i]->long_form)) {
            spoken_of = meanings->items[i];
            n++;
        }
    if (n == 1)
        *meanings = (Meanings){.items = {spoken_of}, .len = 1};
    return n == 1;
}

static bool paper_has(const CheckContext *context, Str word)
{
    return word_list_has(context->words, word_hash(word));
}

/* Has the paper one of the words that TERM is met near? */
static bool is_near_its_words(const CheckContext *context, const Term *term)
{
    for (size_t i = 0; i < term->only_near.len; i++)
        if (paper_has(context, term->only_near.items[i]))
            return true;
    return false;
}

bool paper_is_public_service(const CheckContext *context)
{
    enum { SIGNS_MIN = 2 };
    static const char *const signs[] = {
        "borough",  "carers",   "clinical",   "cllr",     "councillor", "councillors", "councils",
        "district", "gp",       "healthcare", "hospital", "hospitals",  "icb",         "nhs",
        "parish",   "patients", "residents",  "scrutiny", "wards",
    };
    size_t n = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs && n < SIGNS_MIN; i++)
        n += paper_has(context, str_of(signs[i]));
    return n == SIGNS_MIN;
}

void meanings_fit(const CheckContext *context, Meanings *meanings)
{
    Meanings fitting = {.are_own = meanings->are_own};
    if (meanings->len < 2 || pick_spoken_of(context, meanings))
        return;
    for (size_t i = 0; i < meanings->len; i++) {
        const Term *term = meanings->items[i];
        if (!term->only_near.len || is_near_its_words(context, term))
            fitting.items[fitting.len++] = term;
    }
    bool is_sure = fitting.len > 1 || (fitting.len && fitting.items[0]->only_near.len);
    if (is_sure || (fitting.len && context->is_public_service))
        *meanings = fitting;
}
