/* HtmlBuilder: from a stream of tags and pieces of text to the tree of a paper.
 *
 * Opening and closing come in pairs, properly nested; the parser sees to that.
 * A text block is opened by the first thing it holds, inline elements are put
 * into it only then, and a block inside inlines ends it: what follows gets a
 * paragraph with the inlines once more. */
#ifndef PLAINPAPER_READ_HTML_BUILDER_H
#define PLAINPAPER_READ_HTML_BUILDER_H

#include "document/document.h"
#include "read/css.h"
#include "read/html_faults.h"
#include "read/html_markup.h"
#include "read/html_names.h"
#include "read/html_style.h"

enum {
    HTML_INLINE_DEPTH_MAX = 32,    /* nodes for inlines in inlines; deeper ones are transparent */
    HTML_CONTAINER_DEPTH_MAX = 200 /* likewise for containers */
};

/* What closing an element has to undo. */
typedef enum HtmlEffect {
    HTML_EFFECT_NONE = 0,
    HTML_EFFECT_FLOW,  /* ends the text block */
    HTML_EFFECT_BLOCK, /* a text block of its own */
    HTML_EFFECT_CONTAINER,
    HTML_EFFECT_INLINE,
    HTML_EFFECT_CODE,
    HTML_EFFECT_PRE,
    HTML_EFFECT_TITLE,
    HTML_EFFECT_SVG,
    HTML_EFFECT_SVG_TITLE,
    HTML_EFFECT_SHEET,
} HtmlEffect;

/* An element that is open. */
typedef struct HtmlElement {
    const HtmlTag *tag;
    HtmlRole role;
    HtmlEffect effect;
    Str name; /* as the parser has it */
    bool is_implied;
    size_t start;                /* of its tag */
    Node *node;                  /* its block or container, once there is one */
    Node *outer;                 /* of a container: the one around it */
    Str language;                /* marked on it */
    Str language_around;         /* marked on elements around it that leave no node */
    const Attribute *attributes; /* those worth keeping */
    size_t n_attributes;
    Str references;    /* ids that name it */
    HtmlLook *look;    /* of its text; NULL when nothing is said */
    size_t context;    /* index of the nearest element, itself included, that is no inline */
    size_t id;         /* in names, plus 1 */
    bool is_gone;      /* display: none */
    bool is_invisible; /* visibility: hidden */
    bool is_unread;
    bool in_head_rows;
    bool has_role;
    bool in_list, in_definitions;
} HtmlElement;

/* One of the nodes that a link or other inline became. */
typedef struct HtmlPiece {
    Node *node;
    struct HtmlPiece *before;
} HtmlPiece;

/* An inline element that is open, and its node in the present text block. */
typedef struct HtmlInline {
    NodeKind kind;
    size_t element;
    Node *node;
    HtmlPiece *pieces;
    Str url, title, label;
} HtmlInline;

/* Text gathered to become one literal. */
typedef struct HtmlGathered {
    Buf text;
    Span span;
    bool is_verbatim;
} HtmlGathered;

typedef struct HtmlBuilder {
    Document *document;
    bool is_fragment_inside; /* leave the document's own fields alone */
    bool is_xml;             /* XHTML: only there does xml:lang count */
    HtmlNames names;
    HtmlFaults faults;
    Css css;
    ARRAY(HtmlElement) elements;
    ARRAY(HtmlInline) inlines;
    Node *container;
    size_t container_depth;
    Node *implied_row, *implied_cell;

    Node *block;      /* the text block that is open, or NULL */
    size_t n_placed;  /* inlines that have a node in it: the first so many */
    bool has_content; /* something else than white space stands in it */
    Node *space;      /* the white space that ends it so far, or NULL */
    size_t end;       /* of what was read so far */
    Node *held;       /* the heading that html_hold_heading keeps open, or NULL */

    /* Depth of the element that causes it, from 1; 0 when none does. */
    size_t paragraph; /* a p whose node is not there yet */
    size_t skipped, pre, code, title, svg, svg_title, muted;
    HtmlGathered literal; /* of pre or code */
    HtmlGathered heading; /* of the title, or of a drawing's */
    Buf drawn;            /* text inside a drawing */
    Buf sheet;            /* of the style element that is open */
    bool has_sheet;       /* a style sheet was met that is not read */
    bool has_page_tags;   /* html, head, title or a document type */
} HtmlBuilder;

/* Starts building into CONTAINER of DOCUMENT. IS_FRAGMENT: not the whole paper. */
void html_builder_init(HtmlBuilder *builder, Document *document, Node *container, bool is_fragment);

/* An element begins; TAG covers its start tag (empty where it is implied). */
void html_open(HtmlBuilder *builder, Str name, HtmlAttributes attributes, Span tag);

/* The innermost element ends; END is past its end tag or its content. */
void html_close(HtmlBuilder *builder, size_t end);

/* The innermost element, a heading, ends for the parser but not for the reader:
 * its block stays open for what comes next, until html_release_heading. */
void html_hold_heading(HtmlBuilder *builder);
void html_release_heading(HtmlBuilder *builder, size_t end);

/* LITERAL stands at SPAN of the source. Where it is verbatim the node's text is
 * taken from there; else LITERAL is copied. */
void html_text(HtmlBuilder *builder, Str literal, Span span, bool is_verbatim, Precision precision);

/* TEXT is what a style or script element holds, or a piece of it. */
void html_raw_text(HtmlBuilder *builder, Str text);

/* Ends the style element that is open. */
void html_close_sheet(HtmlBuilder *builder);

/* Ends everything and works out the names. */
void html_builder_finish(HtmlBuilder *builder);

void html_builder_free(HtmlBuilder *builder);

/* For the builder's own files. */

/* The innermost element that is open. */
static inline HtmlElement *html_top(HtmlBuilder *builder)
{
    return array_last(&builder->elements);
}

static inline bool html_element_is_hidden(const HtmlElement *element)
{
    return element->is_gone || element->is_invisible;
}

/* Makes NODE the text block that is open. */
void html_begin_block(HtmlBuilder *builder, Node *node);

/* Ends the text block, if one is open. */
void html_end_block(HtmlBuilder *builder);

/* NODE, and with it what was implied around it, reaches to END at least. */
void html_end_node(Node *node, size_t end);

/* Gives NODE the language marked on ELEMENT or on those around it without a node,
 * so that no other node gets it. */
void html_take_language(HtmlElement *element, Node *node);

/* What an element opened in AROUND inherits of languages not yet on a node. */
Str html_language_for_children(const HtmlElement *around);

/* Puts NODE into the container where it may stand, with implied items, rows and
 * cells around it. */
void html_place_block(HtmlBuilder *builder, Node *node);

/* Makes sure that a text block is open, and the open inlines in it; START is
 * where what comes next stands. Returns the innermost. */
Node *html_inline_parent(HtmlBuilder *builder, size_t start);

/* Appends the new inline NODE, which is content, at its span. */
void html_append_inline(HtmlBuilder *builder, Node *node);

/* White space at SPAN, to be collapsed. */
void html_space(HtmlBuilder *builder, Span span);

/* Takes away the white space at the end of the block. */
void html_trim_block(HtmlBuilder *builder);

/* Makes the text gathered in code a node. */
void html_end_code(HtmlBuilder *builder);

/* Adds to what is gathered, as html_text has it. */
void html_gather(HtmlGathered *gathered, Str literal, Span span, bool is_verbatim);

/* Gives NODE the flags and attributes of ELEMENT, and the name it refers to. */
void html_mark(HtmlBuilder *builder, const HtmlElement *element, Node *node);

/* Adds the element TAG, which takes over what holds for all inside the one around. */
HtmlElement *html_push_element(HtmlBuilder *builder, const HtmlTag *tag, size_t start);

/* Reads what any element may carry: visibility, language, id, style, attributes to keep.
 * TAG is its start tag. */
void html_read_common(HtmlBuilder *builder, HtmlElement *element, HtmlAttributes attributes,
                      Span tag);

/* Notes whether ELEMENT, now that its effect is known, is a block to those inside. */
void html_settle_context(HtmlBuilder *builder, HtmlElement *element);

/* Blocks (html_blocks.c). The first tells whether CLASS is one. */
bool html_open_block(HtmlBuilder *builder, HtmlElement *element, HtmlClass class,
                     HtmlAttributes attributes, Span tag);
void html_open_flow(HtmlBuilder *builder, HtmlElement *element);
void html_close_container(HtmlBuilder *builder, HtmlElement *element, size_t end);
void html_close_block(HtmlBuilder *builder, HtmlElement *element, size_t end);
void html_close_pre(HtmlBuilder *builder, HtmlElement *element, size_t end);

/* Openers of things with names (html_objects.c). */
void html_open_image(HtmlBuilder *builder, HtmlElement *element, HtmlAttributes attributes,
                     Span tag);
void html_open_embed(HtmlBuilder *builder, HtmlElement *element, HtmlAttributes attributes,
                     Span tag);
void html_open_link(HtmlBuilder *builder, HtmlElement *element, HtmlAttributes attributes);
void html_open_area(HtmlBuilder *builder, HtmlElement *element, HtmlAttributes attributes,
                    Span tag);
void html_open_svg(HtmlBuilder *builder, HtmlElement *element, HtmlAttributes attributes, Span tag);
void html_open_in_svg(HtmlBuilder *builder, HtmlElement *element, HtmlAttributes attributes,
                      Span tag);
void html_close_svg(HtmlBuilder *builder, HtmlElement *element);
void html_close_svg_title(HtmlBuilder *builder);
void html_close_link(HtmlBuilder *builder, HtmlInline *link);

#endif
