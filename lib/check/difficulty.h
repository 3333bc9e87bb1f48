/* Difficulty: how hard a paper is for a reader outside the organisation, from
 * 0 (plain) to 100. Our own measure. */
#ifndef PLAINPAPER_CHECK_DIFFICULTY_H
#define PLAINPAPER_CHECK_DIFFICULTY_H

#include "check/check.h"

/* First version: the mean of four readings of the running text, each laid on a
 * scale from a page a child reads (0) to a journal article (100): words a
 * sentence, syllables a word, share of words of three syllables and more, share
 * of acronyms that are not explained. 0 when there is no running text. */
double difficulty_of(const CheckContext *context);

#endif
