#include "check/acronym_fit.h"

#include "check/acronym_text.h"

enum { MEANING_WORDS_MAX = 16 };

/* Does the paper use all the words of LONG_FORM that carry meaning, three or more? Two often stand
 * in it apart. */
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
    return n >= 3;
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

PaperKind paper_kind(const CheckContext *context)
{
    enum { SIGNS_MIN = 2, WORDS_MIN = 100, WORDS_TO_A_SIGN = 400 };
    static const char *const signs[] = {
        "borough",     "carers",    "charity",  "clinical",  "cllr",         "councillor",
        "councillors", "councils",  "district", "governors", "gp",           "healthcare",
        "hospital",    "hospitals", "icb",      "nhs",       "ofsted",       "parish",
        "patients",    "probation", "pupils",   "residents", "safeguarding", "scrutiny",
        "tenants",     "trustees",  "wards",
    };
    size_t n = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs && n < SIGNS_MIN; i++)
        n += paper_has(context, str_of(signs[i]));
    if (n == SIGNS_MIN)
        return PAPER_PUBLIC_SERVICE;
    bool is_short = context->words->n_words < WORDS_MIN + n * WORDS_TO_A_SIGN;
    return is_short ? PAPER_UNKNOWN : PAPER_OTHER;
}

/* Has the sentence of USE one of the words that TERM is met near? */
static bool stands_near_its_words(const AcronymUse *use, const Term *term)
{
    const Prose *prose = use->prose;
    const Sentence *sentence = sentence_of_word(prose, prose_word_from(prose, use->span.start));
    for (size_t i = 0; i < term->only_near.len; i++) {
        uint64_t hash = word_hash(term->only_near.items[i]);
        for (size_t w = sentence->first_word; w < sentence->end_word; w++)
            if (prose->words[w].hash == hash)
                return true;
    }
    return false;
}

/* Can TERM be meant at USE in the paper, which is of another field where IS_OTHER? */
static bool may_be_meant(const CheckContext *context, const AcronymUse *use, const Term *term,
                         bool is_other)
{
    enum { COMMON_LETTERS_MAX = 3 }; /* of short forms that each field has for something else */
    if (term->only_near.len)
        return is_other && !term->is_general ? stands_near_its_words(use, term)
                                             : is_near_its_words(context, term);
    return !is_other || term->is_general || term->term.len > COMMON_LETTERS_MAX;
}

/* Of several meanings the one whose words stand beside USE: "merge the PR" is no question. */
static void pick_nearest(const AcronymUse *use, Meanings *meanings)
{
    const Term *nearest = NULL;
    size_t n = 0;
    for (size_t i = 0; i < meanings->len; i++)
        if (stands_near_its_words(use, meanings->items[i])) {
            nearest = meanings->items[i];
            n++;
        }
    if (n == 1)
        *meanings = (Meanings){.items = {nearest}, .len = 1, .are_own = meanings->are_own};
}

void meanings_fit(const CheckContext *context, const AcronymUse *first_use, Meanings *meanings)
{
    Meanings fitting = {.are_own = meanings->are_own};
    bool is_other = context->kind == PAPER_OTHER && !meanings->are_own;
    if ((meanings->len < 2 && !is_other) || pick_spoken_of(context, meanings))
        return;
    for (size_t i = 0; i < meanings->len; i++)
        if (may_be_meant(context, first_use, meanings->items[i], is_other))
            fitting.items[fitting.len++] = meanings->items[i];
    if (fitting.len > 1)
        pick_nearest(first_use, &fitting);
    const Term *only = fitting.len == 1 ? fitting.items[0] : NULL;
    bool is_sure = fitting.len > 1 || (only && (only->only_near.len || only->is_general));
    if (is_sure || is_other || (only && context->kind == PAPER_PUBLIC_SERVICE))
        *meanings = fitting;
}
