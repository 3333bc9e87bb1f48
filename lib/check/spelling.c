/* The `spelling` kind. Precision comes first: with `names: skip` capitalised words
 * are left alone, and with `repeats: N` a word used N times is taken as meant. */
#include "check/checks.h"

#include "base/utf8.h"
#include "check/word_traits.h"
#include "text/english.h"

#include <stdlib.h>

enum { SUGGESTIONS_MAX = 3, WORD_BYTES_MIN = 4, LATIN_MAX = 0x24F };

/* A passage, or paper, of so many words of which so many per cent are unknown is in
 * another language, or no prose at all. */
enum {
    PASSAGE_WORDS = 8,
    FOREIGN_WORDS = 12,
    PASSAGE_PERCENT = 40,
    PAPER_WORDS = 40,
    PAPER_PERCENT = 25
};

/* A word that the dictionary does not know. */
typedef struct Unknown {
    const Prose *prose;
    const Word *word;
} Unknown;

typedef ARRAY(Unknown) UnknownList;

typedef struct Spelling {
    UnknownList unknown;
    size_t n_judged, n_unknown; /* foreign passages counted in */
} Spelling;

static bool is_joined_gap(unsigned gap)
{
    return gap == GAP_DOT || gap == GAP_JOINED || gap == GAP_SLASH || gap == GAP_HYPHEN ||
           gap == GAP_AMPERSAND;
}

/* Short forms, numbers, addresses, code, italics and parts of joined words are
 * nothing a dictionary can judge. */
static bool is_judged(const Prose *prose, const Word *word, bool skips_names)
{
    const unsigned left_alone = WORD_HAS_DIGIT | WORD_IN_CODE | WORD_IN_ADDRESS | WORD_LATER_UPPER |
                                WORD_ALL_UPPER | WORD_IN_EMPHASIS;
    if (word->len < WORD_BYTES_MIN || (word->shape & left_alone))
        return false;
    if (skips_names && (word->shape & WORD_FIRST_UPPER))
        return false;
    uint32_t first;
    (void)utf8_decode(prose->text, word->start, &first);
    if (first > LATIN_MAX)
        return false;
    bool is_last = word + 1 == prose->words + prose->n_words;
    if (is_joined_gap(word->gap) || (!is_last && is_joined_gap(word[1].gap)))
        return false;
    size_t end = word_span(word).end;
    bool is_cut = (word->start && strchr("._@#\\<", prose->text.data[word->start - 1])) ||
                  (end < prose->text.len && strchr("_@\\>=", prose->text.data[end]));
    return !is_cut;
}

static bool is_accepted(CheckContext *context, const Rule *rule, Str word)
{
    for (size_t i = 0; i < rule->as.spelling.words.len; i++)
        if (str_eq_nocase(rule->as.spelling.words.items[i], word))
            return true;
    StrList configured = rule_option_list(rule, STR("words"));
    for (size_t i = 0; i < configured.len; i++)
        if (str_eq_nocase(configured.items[i], word))
            return true;
    Matcher *matcher = context->checker->matcher;
    if (rule->as.spelling.filter &&
        pattern_match(rule->as.spelling.filter, matcher, word, 0) == MATCH_FOUND)
        return true;
    return rule->exception && pattern_match(rule->exception, matcher, word, 0) == MATCH_FOUND;
}

static void collect_unknown(CheckContext *context, const Rule *rule, const Prose *prose,
                            bool skips_names, Spelling *spelling)
{
    Lexicon *lexicon = context->checker->lexicon;
    if (prose->is_shouted || !scope_matches(&rule->scope, prose_scope(context, prose)))
        return;
    size_t n_judged = 0, n_before = spelling->unknown.len;
    for (size_t i = 0; i < prose->n_words; i++) {
        const Word *word = &prose->words[i];
        if (!is_judged(prose, word, skips_names))
            continue;
        n_judged++;
        bool is_common = (word->traits & TRAIT_COMMON) && !(word->shape & WORD_FIRST_UPPER);
        Str text = word_text(prose, word);
        if (!is_common && !lexicon_knows(lexicon, text, word->hash) &&
            !is_accepted(context, rule, text))
            array_push(&spelling->unknown, (Unknown){prose, word});
    }
    size_t n_unknown = spelling->unknown.len - n_before;
    spelling->n_judged += n_judged;
    spelling->n_unknown += n_unknown;
    bool is_foreign = n_unknown > 1 && prose->n_words >= FOREIGN_WORDS &&
                      !words_are_english(prose, 0, prose->n_words);
    if (is_foreign || (n_judged >= PASSAGE_WORDS && 100 * n_unknown > PASSAGE_PERCENT * n_judged))
        spelling->unknown.len = n_before;
}

static int compare_hashes(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* The hashes of UNKNOWN, sorted, so that repeats stand together. */
static uint64_t *sorted_hashes(const UnknownList *unknown)
{
    uint64_t *hashes = mem_calloc(unknown->len, sizeof *hashes);
    for (size_t i = 0; i < unknown->len; i++)
        hashes[i] = unknown->items[i].word->hash;
    qsort(hashes, unknown->len, sizeof *hashes, compare_hashes);
    return hashes;
}

static size_t count_hash(const uint64_t *hashes, size_t n, uint64_t hash)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hashes[middle] < hash)
            low = middle + 1;
        else
            high = middle;
    }
    size_t count = 0;
    while (low + count < n && hashes[low + count] == hash)
        count++;
    return count;
}

/* An everyday word one slip away makes a misspelling nearly certain. Without one the
 * word may be a term or a name that the dictionary lacks: then we only ask. */
static void emit_unknown(CheckContext *context, const Rule *rule, const Unknown *unknown)
{
    Str text = word_text(unknown->prose, unknown->word);
    Str suggestions[SUGGESTIONS_MAX];
    size_t n = ruleset_near_words(context->checker->rules, text, SUGGESTIONS_MAX, suggestions);
    bool is_sure = n > 0;
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.prose = unknown->prose, .span = word_span(unknown->word)},
                        .args = STR_LIST(text),
                        .suggestions = {suggestions, n},
                        .can_replace = n > 0,
                        .has_severity = !is_sure,
                        .severity = SEVERITY_SUGGESTION,
                        .fold_key = text});
}

/* Emits UNKNOWN but for words used REPEATS times or more (0: all). */
static void emit_all(CheckContext *context, const Rule *rule, const UnknownList *unknown,
                     size_t repeats)
{
    uint64_t *hashes = sorted_hashes(unknown);
    for (size_t i = 0; i < unknown->len; i++)
        if (!repeats || count_hash(hashes, unknown->len, unknown->items[i].word->hash) < repeats)
            emit_unknown(context, rule, &unknown->items[i]);
    mem_free(hashes);
}

void spelling_on_document(CheckContext *context, const Rule *rule)
{
    Lexicon *lexicon = context->checker->lexicon;
    if (!lexicon)
        return;
    if (!lexicon_is_available(lexicon)) {
        diagnostic_add(context->sink, DIAG_SPELLING_UNAVAILABLE, context->document->source.name, 0,
                       0,
                       "Spelling was not checked: install the British dictionary "
                       "(hunspell-en-gb).");
        return;
    }
    bool skips_names = str_eq(rule_option_text(rule, STR("names"), STR("check")), STR("skip"));
    size_t repeats = (size_t)rule_option_number(rule, STR("repeats"), 0);
    Spelling spelling = {0};
    for (size_t i = 0; i < context->proses.len; i++)
        collect_unknown(context, rule, &context->proses.items[i], skips_names, &spelling);
    if (spelling.n_judged >= PAPER_WORDS &&
        100 * spelling.n_unknown > PAPER_PERCENT * spelling.n_judged)
        diagnostic_add(context->sink, DIAG_CHECK_SKIPPED, context->document->source.name, 0, 0,
                       "Spelling was not checked: most of this paper is not in English.");
    else
        emit_all(context, rule, &spelling.unknown, repeats);
    array_free(&spelling.unknown);
}
