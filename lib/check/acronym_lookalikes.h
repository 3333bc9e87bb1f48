/* Lookalikes: what has the shape of a short form, and is none by what stands beside it. */
#ifndef PLAINPAPER_CHECK_ACRONYM_LOOKALIKES_H
#define PLAINPAPER_CHECK_ACRONYM_LOOKALIKES_H

#include "text/prose.h"

/* Is word INDEX of PROSE one? States in addresses, "CC:" at the foot of a letter, PO boxes,
 * dates and parts of them, codes such as "RJ-45", grades, formulas, and what a mark makes a
 * handle, a variable or a sum of money. */
bool only_looks_short(const Prose *prose, size_t index);

/* Is TEXT a measure, or the time of another land, when a number stands before it? */
bool is_unit(Str text);

/* Is TEXT an everyday word by its looks: "retros", "Comp"? */
bool is_like_word(Str text);

/* Is TEXT a number to the base of sixteen, as in tables of characters: "20FF"? */
bool is_hexadecimal(Str text);

/* Digits and no letter. */
static inline bool is_number(const Word *word)
{
    return (word->shape & (WORD_HAS_DIGIT | WORD_HAS_LETTER)) == WORD_HAS_DIGIT;
}

/* Does GAP join two words? */
static inline bool is_joint(uint8_t gap)
{
    return gap == GAP_HYPHEN || gap == GAP_SLASH || gap == GAP_AMPERSAND || gap == GAP_DOT;
}

#endif
