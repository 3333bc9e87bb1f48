/* Can a suggestion stand where a term stands? "Sorting people by risk" says what "risk
 * stratification" is, yet "the sorting people by risk models" is no English. What does
 * not fit is told as a meaning and not as a replacement. */
#ifndef PLAINPAPER_CHECK_TERM_FIT_H
#define PLAINPAPER_CHECK_TERM_FIT_H

#include "rule/dictionary.h"

/* Does SUGGESTION, in small letters, fit in place of MATCH, a term of PART? */
bool term_suggestion_fits(const Prose *prose, const TermMatch *match, PartOfSpeech part,
                          Str suggestion);

/* The form that a suggestion for MATCH, a verb, must have: what looks like a past is a
 * participle behind "was" or "has". */
Inflection term_form_in_place(const Prose *prose, const TermMatch *match);

/* SUGGESTION without the gap it has for an object ("make … simpler"), unless an object
 * follows MATCH: then the gap stays, for the author to fill, and *RET_HAS_GAP is true.
 * An "it" that stands for the object goes when the object is there. */
Str term_suggestion_close(const Prose *prose, const TermMatch *match, Str suggestion, Arena *arena,
                          bool *ret_has_gap);

/* "how bad it was", "the same midwife", "keeping staff": a meaning that takes no
 * article, so that an article in front of the term has to go. */
bool term_suggestion_takes_no_article(Str suggestion);

#endif
