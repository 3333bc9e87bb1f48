/* Difficulty: how hard a paper is for a reader outside the organisation, from
 * 0 (plain) to 100. Our own measure. */
#ifndef PLAINPAPER_CHECK_DIFFICULTY_H
#define PLAINPAPER_CHECK_DIFFICULTY_H

#include "check/check.h"

/* The weighted mean of six readings of the running text, each laid on a scale from a
 * page that a child reads (0) to a journal article (1): words that general readers
 * seldom meet, words of three syllables and more, words a sentence, short forms,
 * figures, and remarks in brackets. 0 when there is no running text. */
double difficulty_of(const CheckContext *context);

#endif
