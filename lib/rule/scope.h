/* Scope: which blocks of a paper a rule looks at, in Vale's words: a selector is
 * a list of alternatives, each a chain of parts joined by `&`, each perhaps
 * negated by `~`: "heading", "text.heading.h2", "~blockquote & paragraph". */
#ifndef PLAINPAPER_RULE_SCOPE_H
#define PLAINPAPER_RULE_SCOPE_H

#include "base/arena.h"

#include <stdint.h>

/* What a block is, as bits; a block has all that are true of it. */
typedef uint32_t ScopeSet;

typedef enum ScopePart {
#define SCOPE(name, text) SCOPE_BIT_##name,
#include "rule/scopes.def"
#undef SCOPE
    SCOPE_PART_COUNT
} ScopePart;

#define SCOPE_SET(name) ((ScopeSet)1 << SCOPE_BIT_##name)

/* "heading", "summary", …: the word of PART in selectors. */
Str scope_part_text(ScopePart part);

typedef struct ScopeTerm {
    ScopeSet all;  /* every one of these */
    ScopeSet none; /* and none of these */
} ScopeTerm;

typedef struct Scope {
    const ScopeTerm *terms; /* any of them */
    size_t n_terms;
} Scope;

/* Reads SELECTOR and adds its alternatives to *scope. False, with the unknown
 * word in *ret_word, when it names what no block can be. */
bool scope_add(Scope *scope, Str selector, Arena *arena, Str *ret_word);

bool scope_matches(const Scope *scope, ScopeSet block);

/* Does any alternative of SCOPE ask for PART? (A rule of scope sentence is
 * given sentences, one of scope summary the text as a whole, and so on.) */
bool scope_asks(const Scope *scope, ScopePart part);

#endif
