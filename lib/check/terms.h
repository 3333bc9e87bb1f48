/* Terms: the phrases of every rule, found in one pass by the trie. */
#ifndef PLAINPAPER_CHECK_TERMS_H
#define PLAINPAPER_CHECK_TERMS_H

#include "check/check.h"

/* Emits a finding for each term of a rule that is on and whose scope has PROSE. */
void terms_check(CheckContext *context, const Prose *prose);

#endif
