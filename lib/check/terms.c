#include "check/terms.h"

#include "check/jargon_hidden_verb.h"
#include "check/pieces.h"

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
    array_push(&walk->candidates, candidate);
}

static bool is_capitalised(const Prose *prose, size_t word_index)
{
    return prose->words[word_index].shape & WORD_FIRST_UPPER;
}

/* SUGGESTION in the form and capitals of what it replaces. */
static Str fit_suggestion(const TermsWalk *walk, const Candidate *candidate, Str suggestion,
                          Arena *arena)
{
    const TermMatch *match = &candidate->match;
    Buf inflected = {0}, fitted = {0};
    inflect_phrase(suggestion, candidate->part, match->form, &inflected);
    Span span = words_span(walk->prose, match->first_word, match->last_word);
    inflect_match_case(buf_str(&inflected), span_of(span, walk->prose->text), &fitted);
    Str text = arena_str(arena, buf_str(&fitted));
    buf_free(&inflected);
    buf_free(&fitted);
    return text;
}

/* "how bad it was", "what we will do": a meaning that takes no article. */
static bool takes_no_article(Str suggestion)
{
    static const Str openings[] = {{"how ", 4},   {"what ", 5},    {"who ", 4}, {"when ", 5},
                                   {"where ", 6}, {"whether ", 8}, {"why ", 4}, {"the ", 4}};
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++)
        if (str_starts_with(suggestion, openings[i]))
            return true;
    return false;
}

/* "a", "an" in front of a match whose replacement begins with another sound:
 * then the finding takes the article in. */
static bool article_differs(const Prose *prose, size_t first_word, Str suggestion)
{
    if (first_word == 0 || prose->words[first_word].gap != GAP_SPACE || !suggestion.len ||
        takes_no_article(suggestion))
        return false;
    Str article = word_text(prose, &prose->words[first_word - 1]);
    bool is_an = str_eq_nocase(article, STR("an"));
    if (!is_an && !str_eq_nocase(article, STR("a")))
        return false;
    return is_an != inflect_takes_an(suggestion);
}

static Str with_article(const Prose *prose, size_t article_word, Str suggestion, Arena *arena)
{
    bool is_upper = is_capitalised(prose, article_word);
    const char *article =
        inflect_takes_an(suggestion) ? (is_upper ? "An" : "an") : (is_upper ? "A" : "a");
    return arena_printf(arena, "%s %.*s", article, STR_ARG(suggestion));
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

static void emit_term(TermsWalk *walk, const Candidate *candidate)
{
    const TermMatch *match = &candidate->match;
    CheckContext *context = walk->context;
    const Prose *prose = walk->prose;
    const Term *term = match->term;
    Arena *arena = context->arena;
    StrList plain = plain_words(context, term);
    Str *fitted = arena_new_array(arena, Str, plain.len);
    for (size_t i = 0; i < plain.len; i++)
        fitted[i] = fit_suggestion(walk, candidate, plain.items[i], arena);
    size_t first = match->first_word;
    if (plain.len && article_differs(prose, first, fitted[0])) {
        first--;
        for (size_t i = 0; i < plain.len; i++)
            fitted[i] = with_article(prose, first, fitted[i], arena);
    }
    StrList suggestions = {fitted, plain.len};
    Span span = words_span(prose, first, match->last_word);
    Str observed = span_of(span, prose->text);
    Str expected = suggestions.len ? suggestions_text(term->rule, suggestions, arena) : observed;
    StrList both = STR_LIST(expected, observed), alone = STR_LIST(observed);
    StrList args = term->rule->kind == RULE_EXISTENCE ? alone : both;
    finding_emit(context, term->rule,
                 &(FindingDraft){.place = {.prose = prose, .span = span},
                                 .args = args,
                                 .suggestions = suggestions,
                                 .message = suggestions.len ? (Str){0}
                                                            : note_on(observed, term->note, arena),
                                 .has_severity = term->has_severity,
                                 .severity = (Severity)term->severity,
                                 .can_replace = suggestions.len > 0 && !candidate->drops_words,
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
    return words_are_quoted(prose, first, last) || words_are_mentioned(prose, first, last) ||
           (!match->term->is_cased && words_are_named(prose, first, last, walk->scope)) ||
           is_explained(walk, match);
}

/* Of findings by several rules on the same words, the one on most words stands. */
static bool is_covered(const TermsWalk *walk, size_t index)
{
    const TermMatch *match = &walk->candidates.items[index].match;
    for (size_t i = 0; i < walk->candidates.len; i++) {
        const TermMatch *other = &walk->candidates.items[i].match;
        if (i == index || other->first_word > match->last_word ||
            other->last_word < match->first_word)
            continue;
        size_t n = match->last_word - match->first_word,
               n_other = other->last_word - other->first_word;
        if (n_other > n || (n_other == n && i < index))
            return true;
    }
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
