/* People: initials of persons, as minutes use them, are no short forms. */
#ifndef PLAINPAPER_CHECK_ACRONYM_PEOPLE_H
#define PLAINPAPER_CHECK_ACRONYM_PEOPLE_H

#include "check/acronym.h"
#include "check/acronym_places.h"
#include "rule/lexicon.h"

/* Is what FOUND spells out the name of a person? By a title in front, by standing in
 * a list of those present, or by being words that are only ever names. LEXICON may
 * be NULL. */
bool explains_person(const Explanation *found, const ProseList *proses, Lexicon *lexicon);

/* The initials that block INDEX is, when the block before it is the name they stand
 * for, as in a table of those present: "Dr Lola Ade", "LA". Empty otherwise. */
Str initials_beside_name(const ProseList *proses, size_t index);

typedef ARRAY(Str) InitialsArray;

/* Adds the initials of those whom PROSES list as present, "LA" for "Lola Ade". Without
 * LEXICON, which tells names from words, only of names that open a block. Texts come
 * from ARENA. */
void initials_of_attendees(const ProseList *proses, Lexicon *lexicon, Arena *arena,
                           InitialsArray *ret);

/* Are the capitals at word INDEX of PROSE letters behind a name, "Dr Lola Ade FRCP"? */
bool follows_name(const Prose *prose, size_t index);

/* Does a title stand right before word INDEX of PROSE, "Cllr JONES", or before what a hyphen
 * joins it to, "Mrs SMITH-JONES"? Titles in capitals, "MS", only where MAY_BE_SHOUTED. */
bool follows_title(const Prose *prose, size_t index, bool may_be_shouted);

/* Is word INDEX of PROSE, alone in a bracket, the initials of the name in front of it: "Dr
 * Ade (LA)", "L. Ade (LA)"? */
bool is_person_in_bracket(const Prose *prose, size_t index);

/* Does the sentence show that the words [first, last] of PROSE, which are also somebody's
 * initials, are no person here: "the HR team", "HR policy"? */
bool is_worded_as_thing(const Prose *prose, size_t first, size_t last);

/* Is ACRONYM only ever the name of a person, place or day in capitals, "MONDAY"? Not where a
 * sentence has it as a thing: "use DORA metrics". Without LEXICON false. Scratch comes from
 * ARENA. */
bool is_shouted_name(const Acronym *acronym, Lexicon *lexicon, Arena *arena);

/* Do the words [first, last] of PROSE stand alone in a list of those at a meeting,
 * "Apologies: LA, TB"? */
bool stands_for_attendee(const Prose *prose, size_t first, size_t last);

#endif
