/* Colours and numbers as CSS writes them. */
#ifndef PLAINPAPER_READ_HTML_COLOUR_H
#define PLAINPAPER_READ_HTML_COLOUR_H

#include "base/str.h"

#include <stdint.h>

/* A colour with its opacity, 0 to 1. */
typedef struct HtmlColour {
    uint32_t rgb;
    double alpha;
} HtmlColour;

/* Reads any colour notation of sRGB: #rgb, #rrggbbaa, rgb(), rgba(), hsl(), names. */
bool html_colour(Str text, HtmlColour *ret);

/* The colour of these channels, each cut to 0 to 255. */
uint32_t html_rgb(double red, double green, double blue);

/* The number at *AT of TEXT after blanks and commas, and what follows it at once
 * ('%', a unit) left there; false when there is none. No locale has a say. */
bool html_next_number(Str text, size_t *at, double *ret);

/* Passes a percent sign at *AT of TEXT; false when there is none. */
bool html_skip_percent(Str text, size_t *at);

/* VALUE cut to 0 to MAX. */
double html_clamp(double value, double max);

#endif
