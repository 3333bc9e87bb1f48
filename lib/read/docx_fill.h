/* Fill: what a shape or page is filled with, as far as it is one colour. Text on a
 * gradient, a pattern or a picture stands on a ground that is not known. */
#ifndef PLAINPAPER_READ_DOCX_FILL_H
#define PLAINPAPER_READ_DOCX_FILL_H

#include "read/docx_theme.h"

typedef struct Fill {
    Colour colour; /* unset: nothing fills it, or it is not known with what */
    bool is_unknown;
    bool awaits_colour; /* a:solidFill was met, its colour not yet */
} Fill;

/* What is behind text on FILL: none, a colour, or one that is not known. */
static inline Colour fill_ground(const Fill *fill)
{
    Colour ground = fill->colour;
    ground.is_unknown = fill->is_unknown;
    return ground;
}

/* Takes what ELEMENT, in the properties of a shape (a:solidFill, v:rect …) or v:fill,
 * says of its fill. Colours that are made lighter or darker are not known. */
void fill_take(Fill *fill, const Element *element, const Theme *theme);

/* The fill that a colour of VML ("#1F497D [3215]", "white") says; white when empty. */
Fill fill_of_vml(Str colour);

#endif
