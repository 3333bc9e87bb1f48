/* Meanings: what the organisation's own list, else the acronym list, says of a short
 * form; and whether two long forms mean the same. */
#ifndef PLAINPAPER_CHECK_ACRONYM_MEANINGS_H
#define PLAINPAPER_CHECK_ACRONYM_MEANINGS_H

#include "rule/ruleset.h"

enum { MEANINGS_MAX = 8 };

/* How reliable a definition must be to be held against another. */
#define DEFINITION_SURE 0.8

typedef struct Meanings {
    const Term *items[MEANINGS_MAX]; /* of different long forms; borrowed from the rules */
    size_t len;
    bool are_own; /* from the organisation's list, where a long form may be missing */
} Meanings;

/* What the organisation's own list says of the short form FOLDED, and what the acronym
 * list says: as it is written, or else in capitals: "QoF" is QOF. */
Meanings own_meanings_of(const RuleSet *rules, Str folded);
Meanings listed_meanings_of(const RuleSet *rules, Str folded);

/* The organisation's own where it has any; else the acronym list's. */
Meanings meanings_of(const RuleSet *rules, Str folded);

/* Do two long forms mean the same? At least half the words of the shorter are shared. */
bool long_forms_agree(Str a, Str b);

/* Have two long forms all words that carry meaning in common? */
bool long_forms_are_equal(Str a, Str b);

/* A long form is words, and begins with the letter that its short form begins with:
 * not "MCLG", "now called the HSCIC". */
bool is_long_form_of(Str long_form, Str short_form);

#endif
