/* Syllables of English words, counted by rule: vowel groups, mended for silent
 * and sounded endings, hiatus and prefixes, with a short list of exceptions.
 * Measured against a pronouncing dictionary by tests/bench. */
#ifndef PLAINPAPER_TEXT_SYLLABLE_H
#define PLAINPAPER_TEXT_SYLLABLE_H

#include "base/str.h"

/* Syllables of WORD as spoken, at least 1. A number counts 1; letters of a
 * short form in capitals are spoken one by one ("NHS" is 3). */
size_t syllable_count(Str word);

#endif
