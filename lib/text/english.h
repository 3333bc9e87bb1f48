/* Is a passage English sentences? Told by the small words that hold English
 * together ("the", "of", "which"): they are some 40 of 100 words of running text,
 * and hardly any of a list of names or of another language. */
#ifndef PLAINPAPER_TEXT_ENGLISH_H
#define PLAINPAPER_TEXT_ENGLISH_H

#include "text/prose.h"

/* Is WORD one of those? (Words of a Prose know it: WORD_IS_SMALL.) */
bool word_is_small(Str word);

/* Are at least one in eight of words [FIRST, END) of PROSE such words? False for
 * no words at all. Sure only of a dozen words and more. */
bool words_are_english(const Prose *prose, size_t first, size_t end);

/* Is the paper of PROSES one for rules about English: true unless its passages of
 * a dozen words and more are nearly all something else. */
bool paper_is_english(const ProseList *proses);

#endif
