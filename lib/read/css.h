/* CSS: which rules of a page's style elements are about an element. A part of the
 * language only, as Debian has no CSS parser for C that is kept: selectors of elements,
 * classes, ids and attributes, inside of and right inside of others, in any medium but
 * print; rules for links that are hovered over and the like do not change how a page
 * looks by itself. What depends on more (siblings, :not(), the width of the screen) is
 * never guessed: such a rule is told as one that may hold, and counted.
 *
 * Rules are kept only where they set something that a Look has (html_style.h). */
#ifndef PLAINPAPER_READ_CSS_H
#define PLAINPAPER_READ_CSS_H

#include "base/array.h"
#include "read/html_markup.h"

typedef struct CssRule CssRule;

/* All zeroes has no rules. */
typedef struct Css {
    Arena arena;
    ARRAY(CssRule *) rules;
    ARRAY(HtmlRuleMatch) matches; /* of the element asked about last */
    size_t n_unsure;              /* rules of which nobody knows whether they hold */
    bool has_import;              /* it loads others, which are not read */
} Css;

/* Adds the rules of SHEET, which is copied. */
void css_add(Css *css, Str sheet);

/* An element and those around it, as selectors see them. */
typedef struct CssElement {
    Str name; /* lower case */
    HtmlAttributes attributes;
    bool has_all_attributes; /* or only the usual ones: class, id, role, title … */
} CssElement;

/* Gives element INDEX of those open, from the outermost. */
typedef CssElement CssElementAt(const void *open, size_t index);

/* The rules about the LAST of OPEN, weakest first; borrowed until the next call. */
HtmlRuleMatches css_match(Css *css, const void *open, CssElementAt *at, size_t last);

void css_free(Css *css);

#endif
