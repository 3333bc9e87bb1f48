#include "check/terms.h"

#include "check/jargon_hidden_verb.h"
#include "check/pieces.h"
#include "check/term_fit.h"
#include "check/word_set.h"

/* A term found. Of a hidden verb the match is the whole phrase, the form its verb's. */
typedef struct Candidate {
    TermMatch match;
    PartOfSpeech part;
    bool drops_words; /* the suggestion leaves out words that say something */
} Candidate;

typedef struct TermsWalk {
    CheckContext *context;
    const Prose *prose;
    ScopeSet scope;
    ARRAY(Candidate) candidates;
    size_t longest; /* words from the first to the last of any candidate, at most */
} TermsWalk;

static void collect(void *user, const TermMatch *match)
{
    TermsWalk *walk = user;
    const Rule *rule = match->term->rule;
    if (!scope_matches(&rule->scope, walk->scope))
        return;
    Candidate candidate = {.match = *match, .part = match->term->part};
    if (rule->kind == RULE_STRUCTURE) {
        if (!hidden_verb_widen(walk->prose, &candidate.match, &candidate.drops_words))
            return;
        candidate.part = PART_VERB;
    }
    size_t len = candidate.match.last_word - candidate.match.first_word;
    walk->longest = len > walk->longest ? len : walk->longest;
    array_push(&walk->candidates, candidate);
}

static bool is_capitalised(const Prose *prose, size_t word_index)
{
    return prose->words[word_index].shape & WORD_FIRST_UPPER;
}

static bool opens_sentence(const Prose *prose, size_t word_index)
{
    const Sentence *sentence = prose_sentence_at(prose, word_index);
    return !word_index || (sentence && sentence->first_word == word_index);
}

/* SUGGESTION with the capitals of ORIGINAL. */
static Str in_case_of(Str suggestion, Str original, Arena *arena)
{
    Buf fitted = {0};
    inflect_match_case(suggestion, original, &fitted);
    Str text = arena_str(arena, buf_str(&fitted));
    buf_free(&fitted);
    return text;
}

/* SUGGESTION with the capitals of what it replaces; those of a short form are its own. */
static Str fit_case(const TermsWalk *walk, const TermMatch *match, Str suggestion, Arena *arena)
{
    const Prose *prose = walk->prose;
    Str original = span_of(words_span(prose, match->first_word, match->last_word), prose->text);
    if (match->term->is_cased)
        original = opens_sentence(prose, match->first_word) ? STR("A") : STR("a");
    return in_case_of(suggestion, original, arena);
}

/* Must the finding take in the word before it, an article that the SUGGESTION goes
 * without, or that has another sound before it? */
static bool takes_in_article(const Prose *prose, size_t first_word, Str suggestion)
{
    if (first_word == 0 || prose->words[first_word].gap != GAP_SPACE || !suggestion.len ||
        !word_is_article(prose, first_word - 1))
        return false;
    if (term_suggestion_takes_no_article(suggestion))
        return true;
    bool is_an = word_is_any(prose, first_word - 1, "an");
    return !word_is_any(prose, first_word - 1, "the") && is_an != inflect_takes_an(suggestion);
}

static Str with_article(const Prose *prose, size_t article_word, Str suggestion, Arena *arena)
{
    bool is_upper = is_capitalised(prose, article_word);
    if (term_suggestion_takes_no_article(suggestion))
        return in_case_of(suggestion, is_upper ? STR("A") : STR("a"), arena);
    Str article = word_text(prose, &prose->words[article_word]);
    if (!str_eq_nocase(article, STR("the")))
        article = inflect_takes_an(suggestion) ? (is_upper ? STR("An") : STR("an"))
                                               : (is_upper ? STR("A") : STR("a"));
    return arena_printf(arena, "%.*s %.*s", STR_ARG(article), STR_ARG(suggestion));
}

/* A term without a plainer word: its note, said of the words found. */
static Str note_on(Str observed, Str note, Arena *arena)
{
    if (!note.len)
        return note;
    return arena_printf(arena, "“%.*s”: %c%.*s", STR_ARG(observed), ascii_lower(note.data[0]),
                        STR_ARG(str_sub(note, 1, note.len)));
}

static void take_plain(void *context, const Term *term)
{
    StrList *plain = context;
    if (!plain->len)
        *plain = term->plain;
}

/* What to say instead of TERM: as the organisation's own list has it, else the dictionary. */
static StrList plain_words(const CheckContext *context, const Term *term)
{
    const TermTrie *own = ruleset_glossary(context->checker->rules);
    StrList plain = {0};
    if (own && term->is_from_dictionary)
        term_trie_find(own, term->term, take_plain, &plain);
    return plain.len ? plain : term->plain;
}

/* PLAIN in the form of what it replaces, small letters as the list has them. */
static Str fit_form(const TermsWalk *walk, const Candidate *candidate, Str plain, Arena *arena)
{
    Inflection form = candidate->part == PART_VERB
                          ? term_form_in_place(walk->prose, &candidate->match)
                          : candidate->match.form;
    Buf buf = {0};
    inflect_phrase(plain, candidate->part, form, &buf);
    Str text = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}

/* Puts those of PLAIN that can stand where the term stands, in its form, into FITTED
 * (room for all); how many. *RET_MEANING is the first, whether it can or not; *RET_HAS_GAP:
 * one has a gap to fill. */
static size_t fit_plain(const TermsWalk *walk, const Candidate *candidate, StrList plain,
                        Str *fitted, Str *ret_meaning, bool *ret_has_gap)
{
    Arena *arena = walk->context->arena;
    bool is_possessive =
        candidate->match.form == FORM_POSSESSIVE || candidate->match.form == FORM_PLURAL_POSSESSIVE;
    size_t n = 0;
    for (size_t i = 0; i < plain.len; i++) {
        bool is_phrase = memchr(plain.items[i].data, ' ', plain.items[i].len) != NULL;
        Str form = is_possessive && is_phrase ? plain.items[i]
                                              : fit_form(walk, candidate, plain.items[i], arena);
        form = term_suggestion_close(walk->prose, &candidate->match, form, arena, ret_has_gap);
        if (i == 0)
            *ret_meaning = form;
        if (is_possessive && is_phrase)
            continue; /* "services that give care's" is no English */
        if (!candidate->match.term->is_from_dictionary ||
            term_suggestion_fits(walk->prose, &candidate->match, candidate->part, form))
            fitted[n++] = form;
    }
    return n;
}

/* A term whose meaning cannot take its place: the meaning, said of the words found. */
static Str meaning_of(Str observed, Str meaning, Arena *arena)
{
    return arena_printf(arena, "“%.*s” means “%.*s”. Say so in plain words.", STR_ARG(observed),
                        STR_ARG(meaning));
}

static void emit_term(TermsWalk *walk, const Candidate *candidate)
{
    const TermMatch *match = &candidate->match;
    CheckContext *context = walk->context;
    const Prose *prose = walk->prose;
    const Term *term = match->term;
    Arena *arena = context->arena;
    StrList plain = plain_words(context, term);
    Str meaning = {0}, *fitted = arena_new_array(arena, Str, plain.len);
    bool has_gap = false;
    size_t n_fitted = fit_plain(walk, candidate, plain, fitted, &meaning, &has_gap);
    size_t first = match->first_word;
    bool takes_article = n_fitted && takes_in_article(prose, first, fitted[0]);
    first -= takes_article;
    for (size_t i = 0; i < n_fitted; i++)
        fitted[i] = takes_article ? with_article(prose, first, fitted[i], arena)
                                  : fit_case(walk, match, fitted[i], arena);
    StrList suggestions = {fitted, n_fitted};
    Span span = words_span(prose, first, match->last_word);
    Str observed = span_of(span, prose->text);
    Str message = {0};
    if (!suggestions.len)
        message = meaning.len ? meaning_of(observed, meaning, arena)
                              : note_on(observed, term->note, arena);
    Str expected = suggestions.len ? suggestions_text(term->rule, suggestions, arena) : observed;
    StrList both = STR_LIST(expected, observed), alone = STR_LIST(observed);
    StrList args = term->rule->kind == RULE_EXISTENCE ? alone : both;
    finding_emit(
        context, term->rule,
        &(FindingDraft){.place = {.prose = prose, .span = span},
                        .args = args,
                        .suggestions = suggestions,
                        .message = message,
                        .has_severity = term->has_severity,
                        .severity = (Severity)term->severity,
                        .can_replace = suggestions.len > 0 && !candidate->drops_words && !has_gap,
                        .fold_key = term->term});
}

/* Explained once, a term is no riddle any more; a label stays a label. */
static bool is_explained(const TermsWalk *walk, const TermMatch *match)
{
    Restraint *restraint = walk->context->restraint;
    size_t first = match->first_word, last = match->last_word;
    if (str_eq(match->term->rule->family, STR("people")))
        return false;
    if (restraint_knows(restraint, walk->prose, first, last))
        return true;
    if (!words_are_explained(walk->prose, first, last))
        return false;
    restraint_learn(restraint, walk->prose, first, last);
    return true;
}

/* "self-assurance mechanism": the first word belongs to what stands before the hyphen. */
static bool hangs_on_prefix(const Prose *prose, size_t first)
{
    return first && prose->words[first].gap == GAP_HYPHEN &&
           word_is_any(prose, first - 1, "self non un re co pre post ex half well ill");
}

/* "the Gamepad API": a short form behind a name is part of it. */
static bool ends_name(const TermsWalk *walk, const TermMatch *match)
{
    size_t first = match->first_word;
    return match->term->is_cased && first && !opens_sentence(walk->prose, first - 1) &&
           walk->prose->words[first].gap == GAP_SPACE && is_capitalised(walk->prose, first - 1);
}

/* Names, quotations and explanations protect the terms of the dictionaries; the
 * phrases of a rule file are found wherever they stand, as its author expects. */
static bool is_protected(const TermsWalk *walk, const TermMatch *match)
{
    const Rule *rule = match->term->rule;
    const Prose *prose = walk->prose;
    size_t first = match->first_word, last = match->last_word;
    Str observed = span_of(words_span(prose, first, last), prose->text);
    if (rule->exception && rule_has_exception(rule, walk->context->checker->matcher, observed))
        return true;
    if (!match->term->is_from_dictionary)
        return false;
    return hangs_on_prefix(prose, first) || ends_name(walk, match) ||
           words_are_quoted(prose, first, last) || words_are_mentioned(prose, first, last) ||
           (!match->term->is_cased && words_are_named(prose, first, last, walk->scope)) ||
           is_explained(walk, match);
}

static bool covers(const TermMatch *other, const TermMatch *match, bool is_earlier)
{
    if (other->first_word > match->last_word || other->last_word < match->first_word)
        return false;
    size_t n = match->last_word - match->first_word, n_other = other->last_word - other->first_word;
    return n_other > n || (n_other == n && is_earlier);
}

/* Of findings by several rules on the same words, the one on most words stands. Candidates
 * are in the order of their words but for the widened, which begin sooner: by no more than
 * the longest has. */
static bool is_covered(const TermsWalk *walk, size_t index)
{
    const Candidate *items = walk->candidates.items;
    const TermMatch *match = &items[index].match;
    size_t longest = walk->longest;
    for (size_t i = index;
         i > 0 && items[i - 1].match.first_word + 2 * longest >= match->first_word; i--)
        if (covers(&items[i - 1].match, match, true))
            return true;
    for (size_t i = index + 1;
         i < walk->candidates.len && items[i].match.first_word <= match->last_word + longest; i++)
        if (covers(&items[i].match, match, false))
            return true;
    return false;
}

void terms_check(CheckContext *context, const Prose *prose)
{
    if (!prose->n_words)
        return;
    TermsWalk walk = {.context = context, .prose = prose, .scope = prose_scope(context, prose)};
    term_trie_match(ruleset_terms(context->checker->rules), prose, collect, &walk);
    bool is_kept =
        !context->is_english ||
        restraint_keeps_block(context->restraint, (size_t)(prose - context->proses.items));
    for (size_t i = 0; i < walk.candidates.len; i++) {
        const Candidate *candidate = &walk.candidates.items[i];
        const TermMatch *match = &candidate->match;
        if (is_kept && match->term->is_from_dictionary)
            continue;
        if (!is_covered(&walk, i) && !is_protected(&walk, match))
            emit_term(&walk, candidate);
    }
    array_free(&walk.candidates);
}
