/* How a run of text or a block looks, once the format's own cascade is worked
 * out by the reader. What is not known is "unset" and never guessed. */
#ifndef PLAINPAPER_DOCUMENT_STYLE_H
#define PLAINPAPER_DOCUMENT_STYLE_H

#include "base/str.h"

#include <stdint.h>

/* An opaque sRGB colour 0xRRGGBB, or none. */
typedef struct Colour {
    uint32_t rgb;
    bool is_set;
    bool is_unknown; /* there is one (and is_set is false), but the file does not tell which */
} Colour;

static inline bool colour_is_stated(Colour colour)
{
    return colour.is_set || colour.is_unknown;
}

typedef struct TextStyle {
    uint16_t size_half_points; /* 0 unset */
    bool bold, italic, underline, strike, all_caps, small_caps, hidden;
    bool superscript, subscript;
    Colour colour;     /* unset also for Word's "auto" */
    Colour background; /* highlight or shading behind the text */
    Str font;          /* family name, empty when unset */
    Str language;      /* BCP 47 tag of the run, empty when unset */
} TextStyle;

typedef enum Alignment {
    ALIGN_UNSET = 0,
    ALIGN_LEFT,
    ALIGN_CENTRE,
    ALIGN_RIGHT,
    ALIGN_JUSTIFIED,
} Alignment;

typedef struct BlockStyle {
    Str name; /* the author's own style name ("heading 1"), empty when none */
    Alignment alignment;
    uint16_t size_half_points;     /* of the paragraph mark or style: body size; 0 unset */
    uint16_t line_spacing_percent; /* 100 is single; 0 unset */
    bool is_spacing_fixed;         /* stated in points: 100 is 1.2 times the letters' size */
    bool page_break_before;
    Colour background; /* of a table cell */
} BlockStyle;

#endif
