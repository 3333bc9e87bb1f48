/* Words of a paper that its readers may want explained: those that the organisation's
 * own list or the dictionaries for a glossary have, with what the paper says of them. */
#ifndef PLAINPAPER_CHECK_PAPER_WORDS_H
#define PLAINPAPER_CHECK_PAPER_WORDS_H

#include "check/lint.h"

/* Adds to RET the words of the paper in CONTEXT, in the order of a word list; of a paper
 * that is not in English only those of the organisation's list. None unless the rules were
 * loaded with RuleSources.wants_words. */
void paper_words_find(const CheckContext *context, WordFactList *ret);

#endif
