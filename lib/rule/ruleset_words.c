/* The words that a glossary explains: of the dictionaries that rules mark for it, those
 * that a reader would look up.
 *
 * A reader looks up a word seldom met ("reablement", "ultra vires") and the name of a
 * thing that its words alone do not tell ("risk register"). Everyday words and phrases
 * with a shorter equal ("subject to the provisions of") are advice for authors. */
#include "rule/ruleset_load.h"

#include "base/utf8.h"

enum { BASES_MAX = 8, SHORT_WORD_BYTES = 3 };

typedef struct LookUp {
    const RuleSet *set;
    Arena *scratch;
} LookUp;

/* Does IS_MET say so of WORD or of what it is a form of? */
static bool is_met_in_a_form(const LookUp *look_up, Str word,
                             bool (*is_met)(const RuleSet *, uint64_t))
{
    static const PartOfSpeech parts[] = {PART_NOUN, PART_VERB};
    Str bases[BASES_MAX];
    if (is_met(look_up->set, word_hash(word)))
        return true;
    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
        size_t n = inflect_bases(word, parts[p], bases, BASES_MAX, look_up->scratch);
        for (size_t i = 0; i < n; i++)
            if (is_met(look_up->set, word_hash(bases[i])))
                return true;
    }
    return false;
}

static bool is_small_word(Str word)
{
    static const char *const words[] = {
        "a",     "all",  "an",   "and",  "as",    "at",    "be",      "by",  "did",
        "for",   "from", "go",   "have", "if",    "in",    "into",    "is",  "it",
        "no",    "not",  "of",   "off",  "on",    "or",    "our",     "out", "over",
        "since", "than", "that", "the",  "their", "these", "this",    "to",  "under",
        "until", "up",   "upon", "we",   "which", "with",  "without", "you"};
    return str_is_listed(word, words, sizeof words / sizeof *words);
}

/* What the words of a term are like. */
typedef struct TermWords {
    size_t n;
    bool has_rare;    /* one that general readers seldom meet; false without word lists */
    bool is_familiar; /* the last one is met often */
    bool is_first_small, is_last_small;
} TermWords;

static void note_word(const LookUp *look_up, Str word, TermWords *ret)
{
    bool is_small = is_small_word(word);
    ret->is_first_small |= !ret->n && is_small;
    ret->is_last_small = is_small;
    ret->n++;
    ret->is_familiar = is_met_in_a_form(look_up, word, ruleset_is_familiar);
    ret->has_rare |= look_up->set->common.n_words && word.len > SHORT_WORD_BYTES &&
                     !ret->is_familiar && !is_met_in_a_form(look_up, word, ruleset_is_common);
}

static TermWords words_of(const LookUp *look_up, Str term)
{
    TermWords words = {.n = 0};
    Buf lower = {0};
    utf8_append_lower(&lower, term);
    Str text = buf_str(&lower);
    for (size_t start = 0; start < text.len;) {
        size_t end = start;
        while (end < text.len && (ascii_is_alpha((unsigned char)text.data[end]) ||
                                  (unsigned char)text.data[end] >= 0x80))
            end++;
        if (end > start)
            note_word(look_up, str_sub(text, start, end), &words);
        start = end + 1;
    }
    buf_free(&lower);
    return words;
}

static bool is_looked_up(const LookUp *look_up, const Term *term)
{
    if (!term->plain.len)
        return false;
    TermWords words = words_of(look_up, term->term);
    if (words.has_rare)
        return true;
    if (words.n == 1 && words.is_familiar)
        return false;
    return term->part == PART_NOUN || term->part == PART_ADJECTIVE ||
           (term->part == PART_FIXED && !words.is_first_small && !words.is_last_small);
}

void add_looked_up(const Loading *loading, const Rule *rule, const Dictionary *dictionary)
{
    Arena scratch = {0};
    LookUp look_up = {loading->set, &scratch};
    Term *terms = arena_new_array(&loading->set->arena, Term, dictionary->n_terms);
    for (size_t i = 0; i < dictionary->n_terms; i++) {
        terms[i] = dictionary->terms[i];
        terms[i].rule = rule;
        if (is_looked_up(&look_up, &terms[i]))
            term_trie_add(loading->set->words, &terms[i]);
    }
    arena_free(&scratch);
}
