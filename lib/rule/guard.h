/* Guards: words near a term that make it harmless ("deliver" near "baby"). */
#ifndef PLAINPAPER_RULE_GUARD_H
#define PLAINPAPER_RULE_GUARD_H

#include "rule/rule.h"
#include "text/prose.h"

/* Does one of GUARDS (base forms; phrases too) stand in the sentence of word
 * WORD_INDEX, in itself or with a common ending (babies, delivered)? */
bool guards_stand_near(StrList guards, const Prose *prose, size_t word_index);

#endif
