#include "rule/scope.h"

static const char *const parts[] = {
#define SCOPE(name, text) text,
#include "rule/scopes.def"
#undef SCOPE
};

_Static_assert(sizeof parts / sizeof parts[0] == SCOPE_PART_COUNT, "one text a part");
_Static_assert(SCOPE_PART_COUNT <= 32, "a ScopeSet holds every part");

Str scope_part_text(ScopePart part)
{
    return str_of(parts[part]);
}

static bool part_parse(Str word, ScopeSet *ret)
{
    for (size_t i = 0; i < SCOPE_PART_COUNT; i++) {
        if (!str_eq(word, str_of(parts[i])))
            continue;
        *ret = (ScopeSet)1 << i;
        return true;
    }
    return false;
}

/* Reads one chain ("~text.heading.h2") into TERM. */
static bool chain_parse(Str chain, ScopeTerm *term, Str *ret_word)
{
    chain = str_trim(chain);
    bool is_negated = str_starts_with(chain, STR("~"));
    chain = str_trim(str_sub(chain, is_negated, chain.len));
    ScopeSet all = 0;
    for (size_t start = 0; start <= chain.len;) {
        size_t dot = str_find(chain, STR("."), start);
        Str word = str_trim(str_sub(chain, start, dot));
        ScopeSet part;
        if (!part_parse(word, &part)) {
            *ret_word = word;
            return false;
        }
        all |= part;
        /* The key of a front matter field is no part of its own. */
        if (part == SCOPE_SET(FRONTMATTER))
            break;
        start = dot + 1;
    }
    if (!is_negated) {
        term->all |= all;
        return true;
    }
    /* "~text.heading" means: not a heading; being text is true of every block. */
    ScopeSet narrow = all & ~SCOPE_SET(TEXT);
    term->none |= narrow ? narrow : all;
    return true;
}

bool scope_add(Scope *scope, Str selector, Arena *arena, Str *ret_word)
{
    ScopeTerm term = {0};
    for (size_t start = 0; start <= selector.len;) {
        size_t end = str_find(selector, STR("&"), start);
        if (!chain_parse(str_sub(selector, start, end), &term, ret_word))
            return false;
        start = end + 1;
    }
    ScopeTerm *terms = arena_new_array(arena, ScopeTerm, scope->n_terms + 1);
    if (scope->n_terms)
        memcpy(terms, scope->terms, scope->n_terms * sizeof *terms);
    terms[scope->n_terms++] = term;
    scope->terms = terms;
    return true;
}

bool scope_matches(const Scope *scope, ScopeSet block)
{
    for (size_t i = 0; i < scope->n_terms; i++)
        if ((block & scope->terms[i].all) == scope->terms[i].all && !(block & scope->terms[i].none))
            return true;
    return scope->n_terms == 0;
}

bool scope_asks(const Scope *scope, ScopePart part)
{
    for (size_t i = 0; i < scope->n_terms; i++)
        if (scope->terms[i].all & ((ScopeSet)1 << part))
            return true;
    return false;
}
