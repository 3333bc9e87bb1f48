#include "text/syllable.h"

#include "base/utf8.h"

enum { LETTERS_MAX = 64, SPELT_OUT_MAX = 4, AFTER_E_MAX = 6 };

/* The letters of a word, small, accents and apostrophes taken off. */
typedef struct Letters {
    char text[LETTERS_MAX];
    size_t len;
} Letters;

/* How many syllables a run of vowels makes, by the letters around it. The first
 * rule that fits decides; a run of one vowel, and one without a rule, makes 1. */
typedef struct VowelRule {
    char vowels[4];
    const char *before; /* one of these letters stands before; NULL: any or none */
    const char *after;  /* the word goes on like this; "$" is its end; NULL: any */
    int n;
} VowelRule;

static const VowelRule vowel_rules[] = {
    {"ia", "cgst", "l", 1},  {"ia", "cgst", "n", 1},   {"ia", "cgst", "$", 1},
    {"ia", "r", "ge", 1},    {"ia", NULL, NULL, 2},    {"iai", NULL, NULL, 2},
    {"io", "tsgcx", "n", 1}, {"io", "tsgcx", "u", 1},  {"io", "l", "n", 1},
    {"io", NULL, NULL, 2},   {"iou", "tcxg", NULL, 1}, {"iou", NULL, NULL, 2},
    {"iu", NULL, NULL, 2},   {"ie", NULL, "ty", 2},    {"ie", "ct", "n", 1},
    {"ie", NULL, "nt", 2},   {"ie", NULL, "nc", 2},    {"ie", NULL, "r$", 2},
    {"ie", NULL, "st$", 2},  {"iew", NULL, NULL, 1},   {"iao", NULL, NULL, 3},
    {"ioa", NULL, NULL, 3},  {"ea", "r", "te", 2},     {"ea", "r", "ti", 2},
    {"ea", "r", "to", 2},    {"ea", "r", "ct", 2},     {"ea", "r", "ss", 2},
    {"ea", "r", "pp", 2},    {"ea", "r", "rr", 2},     {"ea", "rdn", "$", 2},
    {"ea", "n", "r$", 2},    {"eo", "g", "n", 1},      {"eo", "p", "pl", 1},
    {"eo", "m", "n", 1},     {"eo", NULL, NULL, 2},    {"eou", "g", NULL, 1},
    {"eou", NULL, NULL, 2},  {"eu", "s", "m", 2},      {"ua", "qg", NULL, 1},
    {"ua", NULL, NULL, 2},   {"uo", "q", NULL, 1},     {"uo", NULL, NULL, 2},
    {"uou", NULL, NULL, 2},  {"uie", "qg", NULL, 1},   {"uie", NULL, NULL, 2},
    {"ue", "qg", NULL, 1},   {"ue", NULL, "nt", 2},    {"ue", NULL, "nc", 2},
    {"ue", NULL, "l", 2},    {"ui", "qgr", NULL, 1},   {"ui", NULL, "ty", 2},
    {"ui", NULL, "ti", 2},   {"ui", NULL, "to", 2},    {"ui", NULL, "ng", 2},
    {"oi", "g", "ng", 2},    {"oi", "d", "ng", 2},     {"ei", "e", "ng", 2},
    {"ei", NULL, "ty", 2},   {"ei", "r", "nf", 2},     {"ei", "r", "nt", 2},
    {"ei", "r", "ns", 2},    {"ei", "r", "nv", 2},     {"ei", NULL, "ng$", 2},
    {"ayi", NULL, NULL, 2},  {"oyi", NULL, NULL, 2},   {"eyi", NULL, NULL, 2},
    {"uyi", NULL, NULL, 2},  {"eei", NULL, NULL, 2},   {"oe", NULL, "t", 2},
    {"oe", NULL, "m", 2},    {"oo", "c", "rd", 2},     {"oo", "c", "pe", 2},
    {"oa", "c", "li", 2},    {"ee", "r", "xa", 2},     {"ee", "r", "mp", 2},
    {"ee", "r", "va", 2},    {"ao", NULL, NULL, 2},    {"uea", NULL, NULL, 2},
    {"ya", "dlr", NULL, 2},  {"yi", NULL, "ng", 2},    {"ye", "r", NULL, 2},
};

/* Endings that follow a silent e, as in "hopeful" or "placement". */
static const char *const after_silent_e[] = {
    "ful",  "fully", "guard", "hold",  "house", "keeper", "land",  "less", "line",
    "ly",   "man",   "men",   "ment",  "ments", "ness",   "place", "side", "some",
    "town", "ware",  "well",  "where", "wide",  "wise",   "wood",  "work", "works",
};

static bool is_vowel_or_y(char c)
{
    return ascii_is_vowel(c) || c == 'y';
}

static bool is_one_of(char c, const char *set)
{
    return c && strchr(set, c) != NULL;
}

static inline bool ends_with(const Letters *word, Str ending)
{
    return str_ends_with((Str){word->text, word->len}, ending);
}

/* Letter at INDEX from the end, 1 being the last; 0 when there is none. */
static char from_end(const Letters *word, size_t index)
{
    return index <= word->len ? word->text[word->len - index] : '\0';
}

static bool goes_on(const Letters *word, size_t at, const char *after)
{
    for (; *after; after++, at++) {
        if (*after == '$')
            return at == word->len;
        if (at >= word->len || word->text[at] != *after)
            return false;
    }
    return true;
}

static int vowels_count(const Letters *word, size_t start, size_t end)
{
    Str run = {word->text + start, end - start};
    char before = start ? word->text[start - 1] : '\0';
    if (run.len < 2)
        return 1;
    for (size_t i = 0; i < sizeof vowel_rules / sizeof vowel_rules[0]; i++) {
        const VowelRule *rule = &vowel_rules[i];
        if (rule->vowels[0] == run.data[0] && rule->vowels[1] == run.data[1] &&
            str_eq(run, str_of(rule->vowels)) &&
            (!rule->before || is_one_of(before, rule->before)) &&
            (!rule->after || goes_on(word, end, rule->after)))
            return rule->n;
    }
    return run.len >= 4 ? 2 : 1;
}

/* "eye", "eyes", "played": the e behind the y is silent. */
static bool is_silent_after_y(const Letters *word, size_t at)
{
    if (word->text[at] != 'e')
        return false;
    return at + 1 == word->len || (at + 2 == word->len && is_one_of(word->text[at + 1], "sd"));
}

/* A y in front of a vowel begins a syllable ("beyond") unless a consonant leads. */
static bool is_consonant_y(const Letters *word, size_t at)
{
    return word->text[at] == 'y' && at + 1 < word->len && is_vowel_or_y(word->text[at + 1]) &&
           (at == 0 || is_one_of(word->text[at - 1], "aeiou")) && word->text[at + 1] != 'i' &&
           !is_silent_after_y(word, at + 1);
}

static int count_runs(const Letters *word)
{
    int n = 0;
    for (size_t i = 0; i < word->len;) {
        if (!is_vowel_or_y(word->text[i]) || is_consonant_y(word, i)) {
            i++;
            continue;
        }
        size_t end = i + 1;
        while (end < word->len && is_vowel_or_y(word->text[end]) && !is_consonant_y(word, end))
            end++;
        n += vowels_count(word, i, end);
        i = end;
    }
    return n;
}

/* "table", "centre": l or r after a consonant is sounded before a last e. */
static bool is_sounded_le(const Letters *word, size_t n_after)
{
    char sound = from_end(word, n_after + 1), before = from_end(word, n_after + 2);
    if (sound == 'l')
        return before && !is_vowel_or_y(before) && before != 'l' && before != 'r';
    return sound == 'r' && is_one_of(before, "tb");
}

/* The e of a last -e, -es or -ed is silent after a consonant. */
static int silent_ending(const Letters *word)
{
    if (ends_with(word, STR("e")))
        return from_end(word, 2) && !is_vowel_or_y(from_end(word, 2)) && !is_sounded_le(word, 1);
    char before = from_end(word, 3);
    if (!before || is_vowel_or_y(before))
        return 0;
    if (ends_with(word, STR("es")))
        return !is_one_of(before, "sxzcg") && !ends_with(word, STR("shes")) &&
               !ends_with(word, STR("ches")) && !is_sounded_le(word, 2);
    if (ends_with(word, STR("ed")))
        return !is_one_of(before, "td") && !is_sounded_le(word, 2);
    return 0;
}

static int silent_inside(const Letters *word)
{
    for (size_t n_after = 2; n_after <= AFTER_E_MAX && n_after + 3 < word->len; n_after++) {
        Str ending = {word->text + word->len - n_after, n_after};
        if (from_end(word, n_after + 1) != 'e' || !STR_IS_ONE_OF(ending, after_silent_e))
            continue;
        char before = from_end(word, n_after + 2);
        return !is_vowel_or_y(before) && !is_sounded_le(word, n_after + 1);
    }
    return ends_with(word, STR("ically")); /* said "-ickly" */
}

static int sounded_ending(const Letters *word)
{
    return ends_with(word, STR("ism")) || ends_with(word, STR("isms")) ||
           ends_with(word, STR("asm")) || ends_with(word, STR("thm")) ||
           ends_with(word, STR("thms"));
}

/* Takes accents off: only what stands in words used in English. */
static char plain_letter(uint32_t c)
{
    static const char latin[] = "aaaaaaaceeeeiiiidnooooo/ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
    if (c < 0x80)
        return ascii_lower((char)c);
    return c >= 0xC0 && c <= 0xFF ? latin[c - 0xC0] : '\0';
}

static Letters letters_of(Str word)
{
    Letters letters = {.len = 0};
    for (size_t i = 0; i < word.len && letters.len < LETTERS_MAX;) {
        uint32_t c;
        i += utf8_decode(word, i, &c);
        char letter = plain_letter(c);
        if (c == 0xEF || c == 0xEB) /* naïve, Noël: the vowel is spoken apart */
            letters.text[letters.len++] = 'h';
        if (c == 0xE9 && i == word.len) /* café: a last é is no silent e */
            letter = 'i';
        if (letters.len < LETTERS_MAX && ascii_is_lower((unsigned char)letter))
            letters.text[letters.len++] = letter;
    }
    return letters;
}

/* "NHS", "MDT": said letter by letter; w has three syllables. */
static size_t spelt_out(Str word)
{
    size_t n = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (!ascii_is_upper((unsigned char)word.data[i]))
            return 0;
        n += word.data[i] == 'W' ? 3 : 1;
    }
    return word.len >= 2 && word.len <= SPELT_OUT_MAX ? n : 0;
}

size_t syllable_count(Str word)
{
    size_t n_spelt = spelt_out(word);
    if (n_spelt)
        return n_spelt;
    bool is_negated = str_ends_with(word, STR("n't")) || str_ends_with(word, STR("n’t"));
    if (str_ends_with(word, STR("'s")) || str_ends_with(word, STR("’s")))
        word = str_sub(word, 0, word.len - (word.data[word.len - 2] == '\'' ? 2 : 4));
    Letters letters = letters_of(word);
    int n = count_runs(&letters);
    if (n > 1)
        n -= silent_ending(&letters);
    if (n > 1)
        n -= silent_inside(&letters);
    n += sounded_ending(&letters);
    /* "didn't", "couldn't" but not "can't", "weren't". */
    n += is_negated && letters.len > 3 && is_one_of(from_end(&letters, 3), "ds");
    return n > 1 ? (size_t)n : 1;
}
