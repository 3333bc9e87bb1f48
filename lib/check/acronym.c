#include "check/acronym.h"

#include "check/acronym_gather.h"
#include "check/acronym_shapes.h"
#include "check/acronym_text.h"

#include <stdlib.h>

/* What settles whether a word is a short form. */
typedef struct Verdict {
    const RuleSet *rules; /* may be NULL */
    Lexicon *lexicon;     /* may be NULL */
    StrList known;
} Verdict;

static void note_term(void *context, const Term *term)
{
    (void)term;
    *(bool *)context = true;
}

static bool is_listed(const Verdict *verdict, Str folded)
{
    bool is_found = false;
    if (!verdict->rules)
        return false;
    const TermTrie *tries[] = {ruleset_acronyms(verdict->rules), ruleset_glossary(verdict->rules)};
    for (size_t i = 0; i < 2; i++)
        if (tries[i] && !is_found)
            term_trie_find(tries[i], folded, note_term, &is_found);
    return is_found;
}

/* Every reader knows what the list says, with or without dots, and "e.g.". */
static bool is_known(const Verdict *verdict, Str folded)
{
    if (str_find(folded, STR("."), 0) == folded.len)
        return str_list_has(verdict->known, folded);
    if (count_capitals(folded) == 0)
        return true;
    for (size_t i = 0; i < verdict->known.len; i++)
        if (same_letters(verdict->known.items[i], folded))
            return true;
    return false;
}

/* Is DRAFT, though it reads as a word in capitals, a short form by how the paper has it:
 * in capitals more than once and never in small letters ("AIDS")? */
static bool is_settled(const Draft *draft)
{
    return draft->n_firm > 1 && !draft->is_written_small &&
           count_capitals(draft->folded) == draft->folded.len && !is_function_word(draft->folded);
}

/* Is DRAFT a short form after all that was seen of it? */
static bool is_kept(const Verdict *verdict, const Draft *draft)
{
    if (!draft->uses.len || draft->is_person)
        return false;
    for (size_t i = 0; i < draft->definitions.len; i++)
        if (!draft->definitions.items[i].is_name)
            return true;
    bool may_be_word =
        draft->is_word_like && is_plain_word(verdict->lexicon, draft->folded) && !is_settled(draft);
    if (may_be_word && !draft->n_firm)
        return false;
    bool is_in_list = is_known(verdict, draft->folded) || is_listed(verdict, draft->folded);
    return is_in_list || (draft->n_firm && !may_be_word);
}

static int compare_order(const Prose *a, size_t a_at, const Prose *b, size_t b_at)
{
    if (a != b)
        return a < b ? -1 : 1;
    return (a_at > b_at) - (a_at < b_at);
}

/* In reading order, names that are only spelt out last. */
static int compare_definitions(const void *left, const void *right)
{
    const AcronymDefinition *a = left, *b = right;
    if (a->is_name != b->is_name)
        return a->is_name - b->is_name;
    return compare_order(a->prose, a->long_span.start, b->prose, b->long_span.start);
}

static int compare_acronyms(const void *left, const void *right)
{
    const Acronym *a = left, *b = right;
    return compare_order(a->uses[0].prose, a->uses[0].span.start, b->uses[0].prose,
                         b->uses[0].span.start);
}

/* The form to show: as defined, else the singular, with the last stop of "U.S.". */
static Str shown_form(const Draft *draft)
{
    if (draft->shown.len || !draft->is_dotted)
        return draft->shown.len ? draft->shown : draft->folded;
    Str text = span_of(draft->uses.items[0].span, draft->uses.items[0].prose->text);
    return text.len == draft->folded.len + 1 ? text : draft->folded;
}

static Acronym finish(const Draft *draft, bool is_known_to_all, Arena *arena)
{
    AcronymUse *uses = arena_new_array(arena, AcronymUse, draft->uses.len);
    memcpy(uses, draft->uses.items, draft->uses.len * sizeof *uses);
    AcronymDefinition *definitions =
        arena_new_array(arena, AcronymDefinition, draft->definitions.len);
    if (draft->definitions.len) {
        memcpy(definitions, draft->definitions.items, draft->definitions.len * sizeof *definitions);
        qsort(definitions, draft->definitions.len, sizeof *definitions, compare_definitions);
    }
    return (Acronym){.short_form = shown_form(draft),
                     .folded = draft->folded,
                     .is_known = is_known_to_all,
                     .uses = uses,
                     .n_uses = draft->uses.len,
                     .definitions = definitions,
                     .n_definitions = draft->definitions.len};
}

static AcronymList finish_all(const Gathering *gathering, const Verdict *verdict)
{
    Acronym *items = arena_new_array(gathering->arena, Acronym, gathering->drafts.len);
    size_t n = 0;
    for (size_t i = 0; i < gathering->drafts.len; i++) {
        const Draft *draft = &gathering->drafts.items[i];
        if (is_kept(verdict, draft))
            items[n++] = finish(draft, is_known(verdict, draft->folded), gathering->arena);
    }
    if (n)
        qsort(items, n, sizeof *items, compare_acronyms);
    return (AcronymList){items, n};
}

static StrList known_short_forms(const RuleSet *rules)
{
    const Rule *rule = rules ? ruleset_find(rules, STR("acronyms.undefined")) : NULL;
    return rule ? rule_option_list(rule, STR("known")) : (StrList){0};
}

AcronymList acronyms_find(const Document *document, const ProseList *proses, const RuleSet *rules,
                          Lexicon *lexicon, Arena *arena)
{
    (void)document;
    Gathering gathering = {.proses = proses, .lexicon = lexicon, .arena = arena};
    gather_acronyms(&gathering);
    Verdict verdict = {rules, lexicon, known_short_forms(rules)};
    AcronymList list = finish_all(&gathering, &verdict);
    gathering_free(&gathering);
    return list;
}
