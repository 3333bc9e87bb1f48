/* Guards: words that, in the sentence of a match, say in which sense it is meant
 * ("deliver" near "baby", "flow" near "ward"). They are few at each match and many in all, so
 * they are looked at when there is a match and not made ready before. */
#ifndef PLAINPAPER_RULE_GUARD_H
#define PLAINPAPER_RULE_GUARD_H

#include "rule/rule.h"
#include "text/prose.h"

/* Words on either side of a match that are looked at: no real sentence is as long. */
enum { GUARD_REACH = 400 };

/* Does one of GUARDS stand in the sentence of word WORD_INDEX, within reach? Their words may
 * take any form they have as nouns or verbs, and any capitals; those of a phrase
 * must stand one behind the other. */
bool guards_stand_near(StrList guards, const Prose *prose, size_t word_index);

#endif
