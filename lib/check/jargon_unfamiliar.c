/* jargon.unfamiliar: a word that general readers rarely meet and that no list holds.
 *
 * A word is judged once a paper, at its first use. Common words and their forms are
 * left out by hash and by inflection, misspelt ones are for the spelling rule, and
 * what another rule reported already is said once. */
#include "check/checks.h"

#include "check/word_set.h"
#include "check/word_traits.h"
#include "rule/word_list.h"
#include "text/english.h"

enum { WORD_BYTES_MIN = 5, BASES_MAX = 8, WORD_BYTES_MAX = 40, PASSAGE_WORDS_MIN = 12 };

static bool is_plain(const Prose *prose, const Word *word)
{
    const unsigned left_alone = WORD_FIRST_UPPER | WORD_LATER_UPPER | WORD_HAS_DIGIT |
                                WORD_IN_CODE | WORD_IN_ADDRESS | WORD_IN_QUOTE | WORD_IN_EMPHASIS |
                                WORD_HAS_APOSTROPHE | WORD_NON_ASCII;
    if (word->len < WORD_BYTES_MIN || word->len > WORD_BYTES_MAX || (word->shape & left_alone))
        return false;
    size_t end = word_span(word).end;
    char before = word->start ? prose->text.data[word->start - 1] : ' ';
    char after = end < prose->text.len ? prose->text.data[end] : ' ';
    return !strchr("-_@#\\/.<&=", before) && !strchr("-_@\\/>=&", after);
}

static bool is_known_base(const RuleSet *rules, Str base)
{
    return ruleset_is_common(rules, word_hash(base));
}

/* Is WORD a form of a common word (cohorts, triaged)? */
static bool is_form_of_common(const RuleSet *rules, Str word, Arena *scratch)
{
    static const PartOfSpeech parts[] = {PART_NOUN, PART_VERB};
    Str bases[BASES_MAX];
    for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
        size_t n = inflect_bases(word, parts[p], bases, BASES_MAX, scratch);
        for (size_t i = 0; i < n; i++)
            if (is_known_base(rules, bases[i]))
                return true;
    }
    return false;
}

/* Is STEM, or STEM with an e or y put back, common? */
static bool is_common_stem(const RuleSet *rules, Str stem, const char *ending, Arena *scratch)
{
    Str whole = arena_printf(scratch, "%.*s%s", STR_ARG(stem), ending);
    return stem.len > 2 &&
           (is_known_base(rules, whole) || is_form_of_common(rules, whole, scratch));
}

/* Made of a common word in a way every reader can undo: "unpaid", "quickly", "joiner". */
static bool is_derived(const RuleSet *rules, Str word, Arena *scratch)
{
    static const char *const prefixes[] = {"un", "re", "non", "mis", "over", "under", "pre", "co"};
    static const char *const endings[][2] = {
        {"ly", ""},          {"ily", "y"},   {"ly", "le"}, {"ness", ""},       {"iness", "y"},
        {"er", ""},          {"er", "e"},    {"ers", ""},  {"ers", "e"},       {"able", ""},
        {"able", "e"},       {"less", ""},   {"ful", ""},  {"est", ""},        {"iest", "y"},
        {"ier", "y"},        {"ish", ""},    {"ment", ""}, {"isation", "ise"}, {"ising", "ise"},
        {"ability", "able"}, {"ity", ""},    {"ists", ""}, {"ist", ""},        {"men", "man"},
        {"al", ""},          {"ally", "al"}, {"or", "e"},  {"ors", "e"},       {"ion", "e"},
        {"ions", "e"},
    };
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        Str ending = str_of(endings[i][0]);
        if (str_ends_with(word, ending) &&
            is_common_stem(rules, str_sub(word, 0, word.len - ending.len), endings[i][1], scratch))
            return true;
    }
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        Str prefix = str_of(prefixes[i]);
        if (str_starts_with(word, prefix) && word.len > prefix.len + 3 &&
            is_common_stem(rules, str_sub(word, prefix.len, word.len), "", scratch))
            return true;
    }
    return false;
}

/* "workplace", "footpath": two common words in one. */
static bool is_compound(const RuleSet *rules, Str word)
{
    for (size_t cut = 3; cut + 3 <= word.len; cut++) {
        Str front = str_sub(word, 0, cut), back = str_sub(word, cut, word.len);
        if (ruleset_is_familiar(rules, word_hash(front)) &&
            ruleset_is_familiar(rules, word_hash(back)))
            return true;
    }
    return false;
}

static void note_term(void *context, const Term *term)
{
    bool *is_listed = context;
    (void)term;
    *is_listed = true;
}

/* A list that holds the word knows better when it is one for insiders. What costs
 * least is asked first. */
static bool is_unfamiliar(const CheckContext *context, const Word *word, Str text, Arena *scratch)
{
    const RuleSet *rules = context->checker->rules;
    bool is_listed = false;
    if (!lexicon_knows(context->checker->lexicon, text, word->hash) || is_compound(rules, text))
        return false;
    term_trie_find(ruleset_terms(rules), text, note_term, &is_listed);
    return !is_listed && !is_form_of_common(rules, text, scratch) &&
           !is_derived(rules, text, scratch);
}

enum { VERDICT_FAMILIAR = 1, VERDICT_UNFAMILIAR };

/* As is_unfamiliar, worked out once a run for each word. */
static bool is_unfamiliar_kept(const CheckContext *context, const Word *word, Str text,
                               Arena *scratch)
{
    WordMap *verdicts = &context->checker->unfamiliar;
    uint32_t verdict;
    if (!word_map_get(verdicts, word->hash, &verdict)) {
        verdict =
            is_unfamiliar(context, word, text, scratch) ? VERDICT_UNFAMILIAR : VERDICT_FAMILIAR;
        word_map_put(verdicts, word->hash, verdict);
    }
    return verdict == VERDICT_UNFAMILIAR;
}

/* The words of TEXT go into SEEN. */
static void add_words(WordList *seen, Str text)
{
    for (size_t start = 0; start < text.len;) {
        size_t end = start;
        while (end < text.len && ascii_is_alpha((unsigned char)text.data[end]))
            end++;
        if (end > start)
            word_list_add(seen, str_sub(text, start, end));
        start = end + 1;
    }
}

/* Words that need no judgement: those of findings about words. */
static WordList words_settled(const CheckContext *context)
{
    static const Str families[] = {{"jargon", 6}, {"people", 6}, {"acronyms", 8}, {"spelling", 8}};
    WordList seen = {0};
    for (size_t i = 0; i < context->findings->len; i++) {
        const Finding *finding = &context->findings->items[i];
        for (size_t k = 0; k < sizeof families / sizeof families[0]; k++)
            if (str_eq(finding->rule->family, families[k]))
                add_words(&seen, finding->match);
    }
    return seen;
}

static void check_words(CheckContext *context, const Rule *rule, const Prose *prose, WordList *seen,
                        Arena *scratch)
{
    for (size_t i = 0; i < prose->n_words; i++) {
        const Word *word = &prose->words[i];
        if ((word->traits & (TRAIT_COMMON | TRAIT_EXPECTED)) || !is_plain(prose, word) ||
            word_list_has(seen, word->hash))
            continue;
        Str text = word_text(prose, word);
        (void)word_list_add_hash(seen, word->hash);
        if (!is_unfamiliar_kept(context, word, text, scratch) || words_are_explained(prose, i, i) ||
            words_are_mentioned(prose, i, i) || restraint_knows(context->restraint, prose, i, i))
            continue;
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = prose, .span = word_span(word)},
                                     .args = STR_LIST(text),
                                     .fold_key = text,
                                     .yields = true});
    }
}

void unfamiliar_on_document(CheckContext *context, const Rule *rule)
{
    if (!context->checker->lexicon || !lexicon_is_available(context->checker->lexicon))
        return;
    Arena scratch = {0};
    WordList seen = words_settled(context);
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        bool is_foreign =
            prose->n_words >= PASSAGE_WORDS_MIN && !words_are_english(prose, 0, prose->n_words);
        if (!prose->is_shouted && !is_foreign && !restraint_keeps_block(context->restraint, i) &&
            scope_matches(&rule->scope, prose_scope(context, prose)))
            check_words(context, rule, prose, &seen, &scratch);
    }
    word_list_free(&seen);
    arena_free(&scratch);
}
