/* Colour: how well two colours can be told apart. */
#ifndef PLAINPAPER_DOCUMENT_COLOUR_H
#define PLAINPAPER_DOCUMENT_COLOUR_H

#include <stdint.h>

/* The contrast ratio of two opaque sRGB colours 0xRRGGBB, from 1 (the same) to 21
 * (black on white). Formula: WCAG 2.2, "contrast ratio" and "relative luminance". */
double colour_contrast(uint32_t a, uint32_t b);

#endif
