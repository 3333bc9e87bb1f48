/* Fit: which of the meanings of a short form are likely in a paper, by the words it has. */
#ifndef PLAINPAPER_CHECK_ACRONYM_FIT_H
#define PLAINPAPER_CHECK_ACRONYM_FIT_H

#include "check/acronym_meanings.h"
#include "check/check.h"

/* The kind of the paper in CONTEXT, whose acronyms are found: of a health service or council, for
 * which the acronym list was made; of another field; or too short to tell. */
PaperKind paper_kind(const CheckContext *context);

/* Leaves those of MEANINGS that fit the paper, where the short form is met first at FIRST_USE: the
 * one whose words it uses; else the usual ones, and of the rarer those with a word of their own
 * (only_near) in the paper, or just the one with such a word in that sentence. One usual
 * meaning alone is left only in papers of health services and councils, or when it is general;
 * else all are. In a paper of another field two or three letters have only general meanings,
 * perhaps none, and rarer ones that are not general need their words in that sentence. */
void meanings_fit(const CheckContext *context, const AcronymUse *first_use, Meanings *meanings);

#endif
