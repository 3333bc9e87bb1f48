/* "Did you mean …?": the known word that a mistyped one was probably meant to be. */
#ifndef PLAINPAPER_RULE_NEAREST_H
#define PLAINPAPER_RULE_NEAREST_H

#include "base/str.h"

/* Keeps the best of the words it is shown. Start with `{ .word = … }`. */
typedef struct Nearest {
    Str word;        /* as typed */
    Str best;        /* empty while none is near */
    size_t distance; /* of best; at most a third of the word's letters */
} Nearest;

/* Shows NEAREST one known word, which must outlive it. The first of equals wins. */
void nearest_offer(Nearest *nearest, Str known);

/* The nearest of KNOWN to WORD, or empty. */
Str nearest_of(Str word, const Str *known, size_t n);

#endif
