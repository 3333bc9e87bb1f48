/* The one tokenising pass: words, their shapes and hashes, and what stands
 * between them. Only prose.c uses it; all others use the words it made. */
#ifndef PLAINPAPER_TEXT_TOKEN_H
#define PLAINPAPER_TEXT_TOKEN_H

#include "text/word.h"

/* Appends the words of TEXT (well-formed UTF-8) to WORDS. Does a round or square bracket open in
 * it? */
bool tokenise(Str text, WordArray *words);

#endif
