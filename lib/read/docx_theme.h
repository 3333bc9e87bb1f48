/* Theme: the fonts and colours that a Word file's styles refer to by name. */
#ifndef PLAINPAPER_READ_DOCX_THEME_H
#define PLAINPAPER_READ_DOCX_THEME_H

#include "document/style.h"
#include "read/docx_xml.h"

enum { THEME_COLOURS = 12 };

typedef struct Theme {
    Colour colours[THEME_COLOURS]; /* dk1 lt1 dk2 lt2 accent1-6 hlink folHlink */
    Str major_font, minor_font;
} Theme;

/* Reads part PART into *RET; an empty Theme when it has none. */
void theme_read(Package *package, Str part, Arena *arena, Theme *ret);

/* The font that "minorHAnsi" and the like stand for; empty when not known. */
Str theme_font(const Theme *theme, Str name);

/* The colour that the attributes of ELEMENT (`w:color`, or with IS_FILL the
 * ground of `w:shd`) say. Unset for "auto" and where nothing is said; unknown where
 * they name one that the theme lacks. */
Colour theme_colour(const Theme *theme, const Element *element, bool is_fill);

/* The colour that a:schemeClr calls NAME ("accent1", "bg1"); unset when not known. */
Colour theme_scheme_colour(const Theme *theme, Str name);

/* Reads six hexadecimal digits. */
Colour colour_of_hex(Str text);

#endif
