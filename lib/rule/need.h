/* Need: texts of which a pattern's match must hold one. A pattern is slow and most
 * blocks have no match, so a block's letters are noted once, in small sets of bits,
 * and each pattern first asks these whether it can match at all. Worked out from
 * the pattern's own text; where that is too clever for us there is no need, and
 * the pattern is always tried. */
#ifndef PLAINPAPER_RULE_NEED_H
#define PLAINPAPER_RULE_NEED_H

#include "base/array.h"
#include "base/str.h"

#include <stdint.h>

enum { TEXT_GRAMS_BITS = 4096 };

/* Which bytes, and which runs of three, stand in a text; capitals count as small. */
typedef struct TextGrams {
    uint64_t grams[TEXT_GRAMS_BITS / 64];
    bool has_byte[256];
    bool has_odd_letter; /* one beyond ASCII that is a case of one in it: "K", "ſ" */
} TextGrams;

void text_grams(Str text, TextGrams *ret);

enum { NEED_GRAMS_MAX = 6 };

/* One text by its runs of three, or, when it is shorter, by its bytes. */
typedef struct NeedText {
    uint16_t grams[NEED_GRAMS_MAX];
    uint8_t n_grams;
    uint8_t n_bytes;
    unsigned char bytes[2];
} NeedText;

/* No texts: nothing is known. */
typedef struct Need {
    ARRAY(NeedText) texts;
} Need;

/* Works out what a match of PATTERN (PCRE2, whatever its case) needs; need_free. */
void need_init(Need *need, Str pattern);

/* False when no text with these GRAMS can hold a match. */
bool need_is_met(const Need *need, const TextGrams *grams);

void need_free(Need *need);

#endif
