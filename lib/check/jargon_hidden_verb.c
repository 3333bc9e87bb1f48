#include "check/jargon_hidden_verb.h"

#include "check/word_set.h"
#include "check/word_traits.h"

enum { WORDS_BETWEEN_MAX = 2 };

/* After these the noun is itself the first part of another: "assessment tool". */
static bool goes_on_as_noun(const Prose *prose, size_t last)
{
    if (last + 1 >= prose->n_words ||
        word_is_any(prose, last, "of to in into on for with about against that"))
        return false;
    const Word *next = &prose->words[last + 1];
    if (next->gap == GAP_HYPHEN || next->gap == GAP_SLASH)
        return true;
    return next->gap == GAP_SPACE && !word_has_trait(prose, last + 1, TRAIT_AFTER_NOUN);
}

/* Looks for one verb, a phrase of one word or two, just before word END. */
typedef struct VerbSearch {
    Str before; /* the word that may be a form of the verb */
    bool is_found;
    Inflection form;
} VerbSearch;

static void compare_form(void *context, Str form_text, Inflection form)
{
    VerbSearch *search = context;
    if (!search->is_found && str_eq_nocase(form_text, search->before)) {
        search->is_found = true;
        search->form = form;
    }
}

static bool ends_with_verb(const Prose *prose, size_t end, Str verb, size_t *ret_first,
                           Inflection *ret_form)
{
    size_t gap = str_find(verb, STR(" "), 0);
    Str head = str_sub(verb, 0, gap), particle = str_sub(verb, gap + 1, verb.len);
    size_t n_words = particle.len ? 2 : 1;
    if (end < n_words)
        return false;
    size_t first = end - n_words;
    if (particle.len && !str_eq_nocase(word_text(prose, &prose->words[end - 1]), particle))
        return false;
    VerbSearch search = {.before = word_text(prose, &prose->words[first])};
    if (ascii_lower(search.before.data[0]) != ascii_lower(head.data[0]))
        return false;
    if (str_eq_nocase(head, search.before))
        compare_form(&search, search.before, FORM_BASE);
    else
        inflect_each(head, PART_VERB, compare_form, &search);
    *ret_first = first;
    *ret_form = search.form;
    return search.is_found;
}

/* VERBS parted by bars. */
static bool ends_with_any(const Prose *prose, size_t end, Str verbs, size_t *ret_first,
                          Inflection *ret_form)
{
    for (size_t start = 0; start < verbs.len;) {
        size_t stop = str_find(verbs, STR("|"), start);
        if (ends_with_verb(prose, end, str_sub(verbs, start, stop), ret_first, ret_form))
            return true;
        start = stop + 1;
    }
    return false;
}

static bool finds_verb(const Prose *prose, const Term *term, size_t end, size_t *ret_first,
                       Inflection *ret_form)
{
    StrList verbs = rule_option_list(term->rule, STR("verbs"));
    for (size_t i = 0; i < verbs.len; i++)
        if (ends_with_verb(prose, end, verbs.items[i], ret_first, ret_form))
            return true;
    return ends_with_any(prose, end, term->note, ret_first, ret_form);
}

bool hidden_verb_widen(const Prose *prose, TermMatch *match, bool *ret_drops_words)
{
    if (goes_on_as_noun(prose, match->last_word))
        return false;
    size_t end = match->first_word, n_between = 0;
    while (end && n_between < WORDS_BETWEEN_MAX && prose->words[end].gap == GAP_SPACE &&
           word_has_trait(prose, end - 1, TRAIT_WEIGHING)) {
        end--;
        n_between++;
    }
    if (end && prose->words[end].gap == GAP_SPACE &&
        word_has_trait(prose, end - 1, TRAIT_DETERMINER))
        end--;
    bool is_definite = word_is_any(prose, end, "the our their its his her");
    bool has_make = end && word_is_any(prose, end - 1, "make makes making made");
    if (!end || prose->words[end].gap != GAP_SPACE || (is_definite && has_make) || /* make it so */
        !finds_verb(prose, match->term, end, &match->first_word, &match->form))
        return false;
    *ret_drops_words = n_between > 0;
    return true;
}
