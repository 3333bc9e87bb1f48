/* Definition: do the letters of a short form fit the words beside it?
 *
 * The idea of a candidate beside a bracket is Schwartz and Hearst's ("A simple
 * algorithm for identifying abbreviation definitions in biomedical text", PSB
 * 2003); that different ways to take letters from words are right more or less
 * often is Sohn and others' ("Abbreviation definition identification based on
 * automatic precision estimates", BMC Bioinformatics 2008). Here all ways are
 * weighed against each other at once: every letter taken from within a word and
 * every word left out costs something, the cheapest way is found by dynamic
 * programming, and its cost a letter tells how far to trust it. */
#ifndef PLAINPAPER_CHECK_ACRONYM_DEFINITION_H
#define PLAINPAPER_CHECK_ACRONYM_DEFINITION_H

#include "text/prose.h"

/* Words [first, end) of PROSE among which a long form is sought. */
typedef struct AlignWindow {
    const Prose *prose;
    size_t first_word, end_word;
    bool is_fixed; /* the long form begins with the first word; else it may begin later */
} AlignWindow;

typedef struct AlignMatch {
    size_t first_word;  /* where the long form begins; it ends with the window */
    double reliability; /* 0 to 1 */
} AlignMatch;

/* Below this a match of letters is taken for chance. */
#define ALIGN_RELIABLE 0.5

/* Does any word of WINDOW hold the first letter of SHORT_FORM, so that an alignment can begin?
 * Quick, and wrong only by saying yes. */
bool acronym_may_align(const AlignWindow *window, Str short_form);

/* Fits SHORT_FORM to the words of WINDOW. False when its letters cannot be
 * found there in order, or only by leaving out too much. */
bool acronym_align(const AlignWindow *window, Str short_form, AlignMatch *ret);

/* Words that long forms may skip or use: of, and, for, the … */
bool is_linking_word(Str word);

#endif
