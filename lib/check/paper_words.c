#include "check/paper_words.h"

#include "check/acronym_glossary.h"

#include <stdlib.h>

/* A word of a list, met in the paper. */
typedef struct Sighting {
    const Term *term;
    bool is_own; /* of the organisation's list */
    const Prose *prose;
    size_t first_word, last_word;
} Sighting;

typedef ARRAY(Sighting) SightingArray;

typedef struct Search {
    const CheckContext *context;
    const Prose *prose;
    bool is_own;
    SightingArray here; /* in this prose */
    SightingArray all;
} Search;

static void note(void *user, const TermMatch *match)
{
    Search *search = user;
    array_push(&search->here, (Sighting){match->term, search->is_own, search->prose,
                                         match->first_word, match->last_word});
}

/* Of words that lie over each other the longest stands, then the organisation's own. */
static bool is_covered(const Search *search, size_t index)
{
    const Sighting *own = &search->here.items[index];
    size_t n = own->last_word - own->first_word;
    for (size_t i = 0; i < search->here.len; i++) {
        const Sighting *other = &search->here.items[i];
        size_t n_other = other->last_word - other->first_word;
        bool overlaps = other->first_word <= own->last_word && other->last_word >= own->first_word;
        if (i != index && overlaps && (n_other > n || (n_other == n && i < index)))
            return true;
    }
    return false;
}

/* Is it another's words, or part of a name? What the organisation lists may be a name. */
static bool is_left_alone(const Search *search, const Sighting *seen)
{
    const Prose *prose = seen->prose;
    ScopeSet scope = prose_scope(search->context, prose);
    return words_are_quoted(prose, seen->first_word, seen->last_word) ||
           (!seen->is_own && !seen->term->is_cased &&
            words_are_named(prose, seen->first_word, seen->last_word, scope));
}

static void search_prose(Search *search, const Prose *prose)
{
    const RuleSet *rules = search->context->checker->rules;
    const TermTrie *tries[] = {ruleset_glossary(rules),
                               search->context->is_english ? ruleset_words(rules) : NULL};
    search->prose = prose;
    search->here.len = 0;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        search->is_own = i == 0;
        if (tries[i])
            term_trie_match(tries[i], prose, note, search);
    }
    for (size_t i = 0; i < search->here.len; i++)
        if (!is_covered(search, i) && !is_left_alone(search, &search->here.items[i]))
            array_push(&search->all, search->here.items[i]);
}

/* By word, then in reading order. */
static int compare_sightings(const void *left, const void *right)
{
    const Sighting *a = left, *b = right;
    int order = str_compare(a->term->term, b->term->term);
    if (!order)
        order = (a->prose > b->prose) - (a->prose < b->prose);
    return order ? order : (a->first_word > b->first_word) - (a->first_word < b->first_word);
}

/* Where the paper says what SEEN means; an empty span when it does not. *ret_prose is
 * where that stands: a glossary has it in the cell beside the word. */
static Span explanation_of(const CheckContext *context, const Sighting *seen,
                           const Prose **ret_prose)
{
    size_t index = (size_t)(seen->prose - context->proses.items);
    bool is_alone = seen->first_word == 0 && seen->last_word + 1 == seen->prose->n_words;
    *ret_prose = seen->prose;
    if (!restraint_keeps_block(context->restraint, index))
        return words_explanation(seen->prose, seen->first_word, seen->last_word);
    const Prose *beside = is_alone ? glossary_cell_beside(&context->proses, index) : NULL;
    if (!beside || !restraint_knows(context->restraint, seen->prose, 0, seen->last_word))
        return (Span){0, 0};
    *ret_prose = beside;
    return (Span){0, beside->text.len};
}

static Location locate(const CheckContext *context, const Prose *prose, Span span)
{
    return place_locate(context, (Place){.prose = prose, .span = span});
}

/* The fact of the N sightings of one word. */
static WordFact fact_of(const CheckContext *context, const Sighting *seen, size_t n)
{
    WordFact fact = {.term = seen->term, .is_own = seen->is_own, .n_uses = n};
    fact.first_use =
        locate(context, seen->prose, words_span(seen->prose, seen->first_word, seen->last_word));
    for (size_t i = 0; i < n && !fact.said.len; i++) {
        const Prose *prose;
        Span span = explanation_of(context, &seen[i], &prose);
        fact.said = arena_str(context->arena, str_trim(span_of(span, prose->text)));
        if (fact.said.len)
            fact.said_at = locate(context, prose, span);
    }
    return fact;
}

void paper_words_find(const CheckContext *context, WordFactList *ret)
{
    Search search = {.context = context};
    if (!ruleset_words(context->checker->rules))
        return;
    for (size_t i = 0; i < context->proses.len; i++)
        search_prose(&search, &context->proses.items[i]);
    const SightingArray *all = &search.all;
    if (all->len)
        qsort(all->items, all->len, sizeof *all->items, compare_sightings);
    for (size_t i = 0, end; i < all->len; i = end) {
        for (end = i + 1; end < all->len; end++)
            if (!str_eq(all->items[end].term->term, all->items[i].term->term))
                break;
        array_push(ret, fact_of(context, &all->items[i], end - i));
    }
    array_free(&search.here);
    array_free(&search.all);
}
