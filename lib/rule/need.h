/* Need: texts of which a pattern's match must hold one. A pattern is slow and most
 * blocks have no match, so all patterns' needs are looked for at once (PatternGate)
 * before any of them is tried. Worked out from the pattern's own text; where that is
 * too clever for us there is no need, and the pattern is always tried. */
#ifndef PLAINPAPER_RULE_NEED_H
#define PLAINPAPER_RULE_NEED_H

#include "base/array.h"
#include "base/buf.h"
#include "base/span.h"

/* No texts: nothing is known. */
typedef struct Need {
    Buf bytes; /* of all the texts; ASCII capitals as small letters */
    ARRAY(Span) texts;
} Need;

/* Works out what a match of PATTERN (PCRE2, whatever its case) needs; need_free. */
void need_init(Need *need, Str pattern);

void need_free(Need *need);

#endif
