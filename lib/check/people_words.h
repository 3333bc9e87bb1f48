/* Which sentences speak of people, and which of processes: for people.*. */
#ifndef PLAINPAPER_CHECK_PEOPLE_WORDS_H
#define PLAINPAPER_CHECK_PEOPLE_WORDS_H

#include "rule/ruleset.h"
#include "rule/word_list.h"
#include "text/prose.h"

/* The words of option NAME of RULE; the caller frees the list. */
WordList word_list_of_option(const Rule *rule, Str name);

/* Does one of words [FIRST, END) of PROSE stand for people? A word of PEOPLE does,
 * but not one in the singular in front of another noun ("patient safety"). */
bool words_name_people(const Prose *prose, size_t first, size_t end, const WordList *people,
                       const RuleSet *rules);

#endif
