#include "check/acronym_meanings.h"

#include "base/hash.h"
#include "check/acronym_shapes.h"

/* A row without a long form stands only alone. */
static void add_meaning(void *context, const Term *term)
{
    Meanings *meanings = context;
    if (meanings->len && !meanings->items[0]->long_form.len)
        meanings->len = 0;
    if ((!term->long_form.len && (!meanings->are_own || meanings->len)) ||
        meanings->len == MEANINGS_MAX)
        return;
    for (size_t i = 0; i < meanings->len; i++)
        if (str_eq_nocase(meanings->items[i]->long_form, term->long_form))
            return;
    meanings->items[meanings->len++] = term;
}

/* What TRIE (may be NULL) has of FOLDED, as it is written or else in capitals. */
static Meanings look_up(const TermTrie *trie, Str folded, bool are_own)
{
    Meanings meanings = {.are_own = are_own};
    char capitals[SHORT_FORM_BYTES_MAX];
    if (!trie)
        return meanings;
    term_trie_find(trie, folded, add_meaning, &meanings);
    if (meanings.len || folded.len < 3 || folded.len > sizeof capitals ||
        count_capitals(folded) == folded.len)
        return meanings;
    for (size_t i = 0; i < folded.len; i++)
        capitals[i] = ascii_upper(folded.data[i]);
    term_trie_find(trie, (Str){capitals, folded.len}, add_meaning, &meanings);
    return meanings;
}

Meanings own_meanings_of(const RuleSet *rules, Str folded)
{
    return look_up(ruleset_glossary(rules), folded, true);
}

Meanings listed_meanings_of(const RuleSet *rules, Str folded)
{
    return look_up(ruleset_acronyms(rules), folded, false);
}

Meanings meanings_of(const RuleSet *rules, Str folded)
{
    Meanings own = own_meanings_of(rules, folded);
    return own.len ? own : listed_meanings_of(rules, folded);
}

enum { KEY_WORDS_MAX = 24 };

/* The words of a long form that carry meaning, as hashes of their beginnings, so that
 * "boards" and "board" are one. */
typedef struct LongKey {
    uint64_t words[KEY_WORDS_MAX];
    size_t len;
} LongKey;

static LongKey key_of(Str long_form)
{
    LongKey key = {.len = 0};
    uint64_t hash = HASH_SEED;
    size_t n = 0;
    for (size_t i = 0; i <= long_form.len && key.len < KEY_WORDS_MAX; i++) {
        unsigned char c = i < long_form.len ? (unsigned char)long_form.data[i] : ' ';
        bool is_letter = ascii_is_alpha(c) || ascii_is_digit(c) || c >= 0x80;
        if (is_letter && n++ < 5)
            hash = hash_byte(hash, (unsigned char)ascii_lower((char)c));
        if (is_letter)
            continue;
        if (n > 3)
            key.words[key.len++] = hash;
        n = 0;
        hash = HASH_SEED;
    }
    return key;
}

static size_t count_shared(const LongKey *x, const LongKey *y)
{
    size_t n = 0;
    for (size_t i = 0; i < x->len; i++)
        for (size_t k = 0; k < y->len; k++)
            n += x->words[i] == y->words[k];
    return n;
}

bool long_forms_agree(Str a, Str b)
{
    LongKey x = key_of(a), y = key_of(b);
    size_t least = x.len < y.len ? x.len : y.len;
    return !least || 2 * count_shared(&x, &y) >= least;
}

bool long_forms_are_equal(Str a, Str b)
{
    LongKey x = key_of(a), y = key_of(b);
    return x.len && x.len == y.len && count_shared(&x, &y) >= x.len;
}

bool is_long_form_of(Str long_form, Str short_form)
{
    static const char *const asides[] = {"also ",  "called ", "formerly ",
                                         "known ", "now ",    "previously "};
    for (size_t i = 0; i < sizeof asides / sizeof *asides; i++)
        if (str_starts_with(long_form, str_of(asides[i])))
            return false;
    return long_form.len && short_form.len && str_find(long_form, STR(" "), 0) < long_form.len &&
           ascii_lower(long_form.data[0]) == ascii_lower(short_form.data[0]);
}
