/* Is a word one of a few given in the code? For what stands around a finding;
 * lists that people may want to change belong into rule files. */
#ifndef PLAINPAPER_CHECK_WORD_SET_H
#define PLAINPAPER_CHECK_WORD_SET_H

#include "text/prose.h"

/* Is word INDEX of PROSE one of the words of LIST, small letters parted by blanks?
 * False beyond either end. */
bool word_is_any(const Prose *prose, size_t index, const char *list);

/* Does TEXT, capitals or not, hold one of the phrases of LIST, parted by bars? */
bool text_has_any(Str text, const char *list);

#endif
