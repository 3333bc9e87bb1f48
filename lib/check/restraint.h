/* Restraint: words that a paper does not use on its reader but quotes, names,
 * lists or explains. Rules about words leave those alone.
 *
 * Made once a paper, before the walk. It learns as the walk goes on: a term that
 * the paper has explained is known to its reader from there on. */
#ifndef PLAINPAPER_CHECK_RESTRAINT_H
#define PLAINPAPER_CHECK_RESTRAINT_H

#include "base/arena.h"
#include "base/array.h"
#include "rule/rule.h"
#include "text/prose.h"

typedef struct Restraint {
    const bool *is_kept; /* by place in the ProseList: nothing in this block is the paper's own */
    ARRAY(uint64_t) explained; /* phrase_hash of what the paper explains; few */
} Restraint;

/* What PROSES, standing under HEADINGS (one list each), keep for themselves: block
 * quotes, glossaries, tables and lists of words to avoid. ARENA must outlive it;
 * the caller frees it with restraint_free. */
Restraint restraint_of(const ProseList *proses, const StrList *headings, Arena *arena);
void restraint_free(Restraint *restraint);

/* Is PROSE, item INDEX of the list, a block whose words are all left alone? */
static inline bool restraint_keeps_block(const Restraint *restraint, size_t index)
{
    return restraint->is_kept[index];
}

/* Are words [FIRST, LAST] quoted, in code or in an address? */
bool words_are_quoted(const Prose *prose, size_t first, size_t last);

/* Are words [FIRST, LAST] spoken about rather than used: "we no longer say …",
 * "the term …", alone in italics? */
bool words_are_mentioned(const Prose *prose, size_t first, size_t last);

/* Does the paper say there what words [FIRST, LAST] mean: "quorate (enough members
 * present)", "known as …", "… means"? */
bool words_are_explained(const Prose *prose, size_t first, size_t last);

/* The words in which it does so: behind "means" in a sentence that begins with words [FIRST,
 * LAST], or in a bracket behind them that opens with "i.e." or the like; an empty span
 * otherwise. */
Span words_explanation(const Prose *prose, size_t first, size_t last);

/* Remembers that words [FIRST, LAST] were explained. */
void restraint_learn(Restraint *restraint, const Prose *prose, size_t first, size_t last);

/* Were words [FIRST, LAST] explained before, or in a glossary? */
bool restraint_knows(const Restraint *restraint, const Prose *prose, size_t first, size_t last);

/* Are words [FIRST, LAST] part of a name: of a law, body, team, report, job? SCOPE
 * is of the block. */
bool words_are_named(const Prose *prose, size_t first, size_t last, ScopeSet scope);

#endif
