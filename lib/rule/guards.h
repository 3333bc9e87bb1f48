/* Guards: words that, in the sentence of a match, say that it is meant in
 * another sense ("deliver" near "baby"). All guards of a run share one table, so
 * that a sentence is looked through once however many guards a term has. A guard
 * of several words must stand there in this order; every word of a guard may take
 * any form it has as a noun or a verb. */
#ifndef PLAINPAPER_RULE_GUARDS_H
#define PLAINPAPER_RULE_GUARDS_H

#include "base/array.h"
#include "rule/rule.h"
#include "text/prose.h"

/* A form of a guard word. Two words may share a form: it then stands here twice. */
typedef struct GuardForm {
    uint64_t hash;
    uint32_t word;
} GuardForm;

/* Words [first, first + n) of Guards.words; of Guards.phrases likewise. */
typedef struct GuardRange {
    uint32_t first, n;
} GuardRange;

/* All zeroes is the empty table. */
typedef struct Guards {
    ARRAY(GuardForm) forms;
    uint32_t *slots; /* open addressing by hash: index in forms + 1 */
    size_t n_slots;
    ARRAY(uint64_t) known;   /* hash of each distinct word, by its number */
    ARRAY(uint32_t) words;   /* of all phrases, one behind the other */
    ARRAY(GuardRange) phrases;
    ARRAY(GuardRange) sets;
} Guards;

/* Adds the guards PHRASES; the number of their set, 0 when there are none. */
uint32_t guards_add(Guards *guards, StrList phrases);

/* Does a guard of SET stand among words [FIRST, END) of PROSE? Never for set 0. */
bool guards_hold(const Guards *guards, uint32_t set, const Prose *prose, size_t first, size_t end);

void guards_free(Guards *guards);

#endif
