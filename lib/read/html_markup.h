/* What HTML's markup means by itself: elements, attributes, roles, styles,
 * encoding declarations. Knows neither the parser nor the tree. */
#ifndef PLAINPAPER_READ_HTML_MARKUP_H
#define PLAINPAPER_READ_HTML_MARKUP_H

#include "document/node.h"

/* What an element does to the tree. */
typedef enum HtmlClass {
    HTML_TRANSPARENT = 0, /* only its content counts */
    HTML_FLOW,            /* a block that leaves no node: div, section */
    HTML_PARAGRAPH,
    HTML_HEADING,
    HTML_LIST,
    HTML_ITEM,
    HTML_DEFINITIONS,
    HTML_TERM,
    HTML_DEFINITION,
    HTML_QUOTE,
    HTML_TABLE,
    HTML_ROWS, /* thead, tbody, tfoot */
    HTML_ROW,
    HTML_CELL,
    HTML_CAPTION,
    HTML_FIGURE,
    HTML_FIGURE_CAPTION,
    HTML_PRE,
    HTML_RULE,
    HTML_INLINE,
    HTML_ABBREVIATION,
    HTML_CODE,
    HTML_BREAK,
    HTML_IMAGE,
    HTML_LINK,
    HTML_AREA,
    HTML_EMBED,
    HTML_OBJECT,
    HTML_SVG,
    HTML_INPUT,
    HTML_SKIP, /* its content is not part of the paper */
    HTML_STYLE,
    HTML_VOID, /* says nothing and holds nothing */
    HTML_HTML,
    HTML_HEAD,
    HTML_TITLE,
    HTML_META,
    HTML_CLASS_COUNT
} HtmlClass;

typedef struct HtmlTag {
    Str name;
    HtmlClass class;
    int detail;       /* see html_tags.def */
    const char *what; /* of embeds */
} HtmlTag;

/* The attributes of one start tag, names in lower case; borrowed. */
typedef struct HtmlAttributes {
    const Attribute *items;
    size_t n;
} HtmlAttributes;

typedef enum HtmlRole {
    HTML_ROLE_UNSET = 0,
    HTML_ROLE_OTHER,
    HTML_ROLE_PRESENTATION,
    HTML_ROLE_HEADING,
    HTML_ROLE_IMAGE,
    HTML_ROLE_GRAPHIC,
    HTML_ROLE_LINK,
    HTML_ROLE_TABLE,
    HTML_ROLE_ROWS,
    HTML_ROLE_ROW,
    HTML_ROLE_CELL,
    HTML_ROLE_HEADER_CELL,
} HtmlRole;

/* One declaration of a style attribute or rule. */
typedef struct HtmlDeclaration {
    Str name, value; /* trimmed; value without "!important" */
    bool is_important;
    bool is_unsure; /* of a rule of which nobody knows whether it holds */
} HtmlDeclaration;

/* A rule of a style sheet that is about an element. */
typedef struct HtmlRuleMatch {
    Str declarations;
    size_t specificity, order;
    bool is_unsure;
} HtmlRuleMatch;

/* Weakest first. */
typedef struct HtmlRuleMatches {
    const HtmlRuleMatch *items;
    size_t n;
} HtmlRuleMatches;

/* All that is declared for one element, weakest first: by rules, then by its style
 * attribute; then what either says is important. */
typedef struct HtmlStyling {
    HtmlRuleMatches matches;
    Str style; /* the attribute */
    size_t next;
    bool in_important, is_unsure;
    Str rest;
} HtmlStyling;

/* The element called NAME (lower case); a transparent one when it is not known. */
const HtmlTag *html_tag(Str name);

/* Value of attribute NAME, empty when it is absent or empty. */
Str html_attribute(HtmlAttributes attributes, Str name);

bool html_has_attribute(HtmlAttributes attributes, Str name);

/* TEXT as a whole number of at least 0 after white space, as HTML reads them;
 * FALLBACK when it has none. At most MAX. */
unsigned html_number(Str text, unsigned fallback, unsigned max);

/* The role that an element's `role` attribute gives it: the first token that is
 * a role; a presentation role does not count on elements that can be focused or
 * carry a global aria attribute (WAI-ARIA 1.2, 5.4, conflict resolution). */
HtmlRole html_role(const HtmlTag *tag, HtmlAttributes attributes);

/* Must an element be told to those who listen whatever its role or alt says,
 * because it can be focused or carries a global aria attribute? */
bool html_is_exposed(const HtmlTag *tag, HtmlAttributes attributes);

/* Takes the next declaration of STYLING; false when none is left. */
bool html_styling_next(HtmlStyling *styling, HtmlDeclaration *ret);

/* Takes the next declaration off *STYLE; false when none is left. */
bool html_style_next(Str *style, HtmlDeclaration *ret);

/* Reads the content of <meta http-equiv=refresh> by the HTML standard's steps;
 * false when a browser would ignore it. */
bool html_refresh_seconds(Str content, unsigned *ret);

/* The encoding that the first 1,024 bytes declare in a meta element or an XML
 * declaration; empty when none is. Points into BYTES. */
Str html_declared_encoding(Str bytes);

/* True when an object of this type and address holds a picture, sound or film. */
bool html_is_media(Str type, Str address);

#endif
