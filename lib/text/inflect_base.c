/* From a form back to its base: endings are taken off, and a candidate counts
 * only when inflect_each leads from it to the word again. */
#include "text/inflect.h"
#include "text/inflect_rules.h"

typedef struct Bases {
    Str word;
    PartOfSpeech part;
    Str *ret;
    size_t n, max;
    Arena *arena;
    bool is_form; /* of the candidate being tried */
} Bases;

static void compare_form(void *context, Str form_text, Inflection form)
{
    Bases *bases = context;
    (void)form;
    if (str_eq(form_text, bases->word))
        bases->is_form = true;
}

static void keep(Bases *bases, Str candidate)
{
    for (size_t i = 0; i < bases->n; i++)
        if (str_eq(bases->ret[i], candidate))
            return;
    if (bases->n < bases->max)
        bases->ret[bases->n++] = arena_str(bases->arena, candidate);
}

/* Tries STEM + ENDING as a base. */
static void try_base(Bases *bases, Str stem, Str ending)
{
    char text[64];
    if (!stem.len || stem.len + ending.len < 2 || stem.len + ending.len > sizeof text)
        return;
    memcpy(text, stem.data, stem.len);
    memcpy(text + stem.len, ending.data, ending.len);
    Str candidate = {text, stem.len + ending.len};
    bases->is_form = false;
    inflect_each(candidate, bases->part, compare_form, bases);
    if (bases->is_form)
        keep(bases, candidate);
}

/* Stems that nearly always lost an e: "us", "creat", "handl", "organis", "chang". */
static bool wants_e(Str stem)
{
    static const char *const ends[] = {"at", "iz", "is", "ys", "us", "uc", "v",  "u",  "dl",
                                       "bl", "tl", "pl", "gl", "kl", "zl", "fl", "ng", "rg",
                                       "dg", "ir", "ur", "as", "os", "rs", "ns", "c",  "iat"};
    static const char *const complete[] = {"eat", "oat", "ing", "ong", "scuss", "focus", "combat"};
    if (str_ends_with(stem, STR("creat")))
        return true;
    for (size_t i = 0; i < sizeof complete / sizeof complete[0]; i++)
        if (str_ends_with(stem, str_of(complete[i])))
            return false;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (str_ends_with(stem, str_of(ends[i])))
            return true;
    return false;
}

static size_t count_vowels(Str word)
{
    size_t n = 0;
    for (size_t i = 0; i < word.len; i++)
        n += ascii_is_vowel(word.data[i]);
    return n;
}

/* STEM ends in a doubled consonant: "fill", "pass" have it of their own. */
static void try_doubled(Bases *bases, Str stem)
{
    Str single = str_sub(stem, 0, stem.len - 1);
    char last = stem.data[stem.len - 1];
    bool is_own = last == 's' || last == 'f' || last == 'l' || last == 'z';
    if (is_own && (count_vowels(single) == 1 || !doubles_last(single)))
        try_base(bases, stem, STR(""));
    try_base(bases, single, STR(""));
}

/* What may stand before -ed and -ing. */
static void try_stem(Bases *bases, Str stem)
{
    size_t n = stem.len;
    if (n > 3 && stem.data[n - 1] == stem.data[n - 2] && !ascii_is_vowel(stem.data[n - 1]))
        try_doubled(bases, stem);
    if (n > 2 && stem.data[n - 1] == 'k')
        try_base(bases, str_sub(stem, 0, n - 1), STR(""));
    bool e_first = wants_e(stem);
    if (e_first)
        try_base(bases, stem, STR("e"));
    try_base(bases, stem, STR(""));
    if (!e_first)
        try_base(bases, stem, STR("e"));
}

static void try_endings_of_verb(Bases *bases)
{
    Str word = bases->word;
    if (str_ends_with(word, STR("ing")) && word.len != 5)
        try_stem(bases, str_sub(word, 0, word.len - 3));
    if (str_ends_with(word, STR("ying"))) /* "lying", but "studying" */
        try_base(bases, str_sub(word, 0, word.len - 4), STR("ie"));
    if (str_ends_with(word, STR("ing")) && word.len == 5)
        try_stem(bases, str_sub(word, 0, word.len - 3));
    if (str_ends_with(word, STR("ied")))
        try_base(bases, str_sub(word, 0, word.len - 3), STR("y"));
    if (str_ends_with(word, STR("ed")))
        try_stem(bases, str_sub(word, 0, word.len - 2));
}

/* Plurals of nouns and the third person of verbs. */
static void try_ending_s(Bases *bases)
{
    Str word = bases->word;
    if (str_ends_with(word, STR("ies")))
        try_base(bases, str_sub(word, 0, word.len - 3), STR("y"));
    if (str_ends_with(word, STR("ses")) && bases->part == PART_NOUN)
        try_base(bases, str_sub(word, 0, word.len - 2), STR("is"));
    if (str_ends_with(word, STR("es"))) {
        Str stem = str_sub(word, 0, word.len - 2);
        bool hissing = str_ends_with(stem, STR("ss")) || str_ends_with(stem, STR("sh")) ||
                       str_ends_with(stem, STR("ch")) || str_ends_with(stem, STR("x")) ||
                       str_ends_with(stem, STR("o"));
        if (hissing)
            try_base(bases, stem, STR(""));
        try_base(bases, stem, STR("e"));
        try_base(bases, stem, STR(""));
    }
    if (str_ends_with(word, STR("s")))
        try_base(bases, str_sub(word, 0, word.len - 1), STR(""));
}

static void try_endings_of_noun(Bases *bases)
{
    Str word = bases->word;
    if (str_ends_with(word, STR("men")))
        try_base(bases, str_sub(word, 0, word.len - 2), STR("an"));
    if (str_ends_with(word, STR("children")))
        try_base(bases, str_sub(word, 0, word.len - 3), STR(""));
}

static void look_up_verb(Bases *bases)
{
    size_t n;
    const IrregularVerb *verbs = irregular_verbs(&n);
    Str word = bases->word;
    if (str_eq(word, STR("am")) || str_eq(word, STR("is")) || str_eq(word, STR("are")))
        keep(bases, STR("be"));
    for (size_t i = 0; i < n; i++)
        if ((has_alternative(verbs[i].past, word) || has_alternative(verbs[i].participle, word)) &&
            !str_eq(word, verbs[i].base))
            keep(bases, verbs[i].base);
}

static void look_up_noun(Bases *bases)
{
    size_t n;
    const IrregularNoun *nouns = irregular_nouns(&n);
    for (size_t i = 0; i < n; i++)
        if (has_alternative(nouns[i].plural, bases->word) &&
            !str_eq(bases->word, nouns[i].singular))
            keep(bases, nouns[i].singular);
}

/* Of "boards'" and "board's" the word before the mark is what changes. */
static bool cut_possessive(Str *word)
{
    if (str_ends_with(*word, STR("'s"))) {
        word->len -= 2;
        return true;
    }
    if (str_ends_with(*word, STR("s'"))) {
        word->len -= 1;
        return true;
    }
    return false;
}

size_t inflect_bases(Str word, PartOfSpeech part, Str *ret, size_t max, Arena *arena)
{
    Bases bases = {.word = word, .part = part, .ret = ret, .max = max, .arena = arena};
    if (part == PART_VERB) {
        look_up_verb(&bases);
        try_endings_of_verb(&bases);
        try_ending_s(&bases);
    } else if (part == PART_NOUN) {
        bool is_possessive = cut_possessive(&bases.word);
        look_up_noun(&bases);
        try_endings_of_noun(&bases);
        try_ending_s(&bases);
        if (is_possessive && str_ends_with(word, STR("'s")))
            keep(&bases, bases.word);
    }
    return bases.n;
}
