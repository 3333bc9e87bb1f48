/* People: initials of persons, as minutes use them, are no short forms. */
#ifndef PLAINPAPER_CHECK_ACRONYM_PEOPLE_H
#define PLAINPAPER_CHECK_ACRONYM_PEOPLE_H

#include "check/acronym_places.h"
#include "rule/lexicon.h"

/* Is what FOUND spells out the name of a person? By a title in front, by standing in
 * a list of those present, or by being words that are only ever names. LEXICON may
 * be NULL. */
bool explains_person(const Explanation *found, const ProseList *proses, Lexicon *lexicon);

/* The initials that block INDEX is, when the block before it is the name they stand
 * for, as in a table of those present: "Dr Lola Ade", "LA". Empty otherwise. */
Str initials_beside_name(const ProseList *proses, size_t index);

#endif
