/* How text looks, as far as style attributes, style elements (css.h) and the old
 * presentational attributes tell. Style sheets in files of their own are not read: where
 * a page has one, colours count only where an element sets both text and background. */
#ifndef PLAINPAPER_READ_HTML_STYLE_H
#define PLAINPAPER_READ_HTML_STYLE_H

#include "document/style.h"
#include "read/html_colour.h"
#include "read/html_markup.h"

enum { HTML_STOPS_MAX = 8 };

/* How the text of an element looks. Elements without style of their own share
 * that of the element around them. */
typedef struct HtmlLook {
    TextStyle shown;  /* for the nodes: colours as they meet the eye */
    BlockStyle block; /* for blocks: alignment */
    HtmlColour text;
    bool has_text, has_background;
    bool names_colours;             /* some element so far says of what colour it is */
    uint32_t background;            /* opaque; what lies behind the text */
    uint32_t stops[HTML_STOPS_MAX]; /* of a gradient behind it: the colours it runs through */
    size_t n_stops;
    double opacity; /* of the element as a whole, over `behind` */
    uint32_t behind;
    bool has_behind;
    double size_points; /* 0 while not set */
    bool is_disabled;   /* of a control out of use: contrast does not matter (WCAG 1.4.3) */
} HtmlLook;

/* The look of an element in AROUND (NULL: nothing set). AROUND itself where the
 * element changes nothing. MATCHES: the rules about it. HAS_SHEET: the
 * page has a style sheet that was not read; IS_PAGE: it is
 * a page of its own, which a browser shows black on white. */
HtmlLook *html_look(HtmlLook *around, const HtmlTag *tag, HtmlAttributes attributes,
                    HtmlRuleMatches matches, bool has_sheet, bool is_page, Arena *arena);

/* The text is that of a control out of use, as comes to light only later. */
void html_look_disable(HtmlLook *look);

#endif
