/* jargon.hidden-verb: a verb hidden in a noun ("undertake an assessment of").
 *
 * The rule's dictionary lists the nouns, with the verb to say instead; `note` names
 * verbs that hide it besides those of the rule's option `verbs`. The term trie finds
 * the nouns, and this looks for the verb in front of each. */
#ifndef PLAINPAPER_CHECK_JARGON_HIDDEN_VERB_H
#define PLAINPAPER_CHECK_JARGON_HIDDEN_VERB_H

#include "rule/dictionary.h"

/* Widens *MATCH, a noun of the dictionary, to the whole phrase with its verb, in
 * the verb's form. *RET_DROPS_WORDS: words with a meaning of their own stand
 * between. False when no such verb stands there. */
bool hidden_verb_widen(const Prose *prose, TermMatch *match, bool *ret_drops_words);

#endif
