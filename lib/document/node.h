/* Node: one piece of a paper's tree, the same whatever format it came from.
 *
 * Invariants:
 * - Containers (document, part, list, item, table, row, cell, quote, footnote,
 *   definition list …) hold blocks only; text blocks (heading, paragraph,
 *   caption, definition term, code block) hold inlines only. A reader puts
 *   stray inlines into a paragraph of its own. A cell or item with text thus
 *   always holds a paragraph.
 * - Text stands only in NODE_TEXT, NODE_CODE and NODE_CODE_BLOCK (literal).
 * - `span` is in Source.text: of a text node, its own characters; of an
 *   inline container, from its opening to its closing mark; of a block, from
 *   its first to past its last byte. Where only the line or less is known,
 *   `precision` says so and `span` covers that line or block. Word has no
 *   lines: there the span of a text node is bytes of its run's text.
 * - All nodes and texts live in the Document's arena. */
#ifndef PLAINPAPER_DOCUMENT_NODE_H
#define PLAINPAPER_DOCUMENT_NODE_H

#include "base/arena.h"
#include "base/source.h"
#include "document/style.h"

typedef enum NodeKind {
#define NODE(name, text, class) NODE_##name,
#include "document/nodes.def"
#undef NODE
    NODE_KIND_COUNT
} NodeKind;

typedef enum NodeClass {
    NODE_CLASS_CONTAINER,  /* holds blocks */
    NODE_CLASS_TEXT_BLOCK, /* holds inlines */
    NODE_CLASS_INLINE,
} NodeClass;

/* What a part of the file is to the reader of the paper. */
typedef enum PartRole {
    PART_BODY = 0,
    PART_HEADER,
    PART_FOOTER,
    PART_FOOTNOTES,
    PART_ENDNOTES,
    PART_COMMENTS,
    PART_TEXT_BOX,
} PartRole;

/* An attribute of the markup that a check may need and that no field holds. */
typedef struct Attribute {
    Str name; /* lower case */
    Str value;
} Attribute;

typedef struct Node Node;
struct Node {
    NodeKind kind;
    Precision precision;
    Node *parent, *previous, *next, *first_child, *last_child;
    Span span;
    uint32_t
        paragraph;  /* of a text block: its number in reading order from 1; 0 while not numbered */
    uint16_t page;  /* of a text block, from 1; 0 when the file does not say */
    uint16_t part;  /* index of the document's part it stands in; 0 the body */
    bool is_hidden; /* neither shown nor read aloud: no finding may point here */
    bool is_unread; /* shown, but kept from screen readers (aria-hidden, presentation) */
    Str language;   /* BCP 47 tag marked on this very element, else empty */
    const BlockStyle *block_style; /* NULL when the format says nothing of style */
    const TextStyle *text_style;   /* of text nodes; NULL likewise */
    const Attribute *attributes;
    size_t n_attributes;
    union {
        struct {
            Str literal;
            bool is_verbatim; /* literal and source are the same bytes; else one maps to the other
                                 as a whole */
            uint32_t run;     /* Word: which run of the paragraph, from 0 */
        } text;               /* TEXT, CODE, CODE_BLOCK */
        struct {
            int level; /* from 1 */
        } heading;
        struct {
            bool is_ordered;
            int start;
        } list;
        struct {
            Str label; /* the number or bullet as shown ("4.1", "(a)"), where the file tells */
        } item;
        struct {
            Str summary;    /* what the markup says the table is; may be empty */
            bool is_layout; /* marked as having no data meaning (role=presentation) */
        } table;
        struct {
            bool is_header;
            bool may_split; /* over two pages (Word) */
        } row;
        struct {
            bool is_header;
            uint16_t column_span, row_span; /* at least 1 */
            uint16_t width_twips;           /* 0 not known */
        } cell;
        struct {
            Str url, title;
            Str label; /* a name that replaces the content for those who listen; may be empty */
        } link;
        struct {
            Str url, title;
            Str alt;
            bool has_alt;       /* a text alternative is given, empty or not */
            bool is_decorative; /* marked as saying nothing */
        } image;
        struct {
            Str title; /* the long form */
        } abbreviation;
        struct {
            PartRole role;
            Str name; /* "word/footnotes.xml"; empty for text formats */
        } part;
        struct {
            Str label;
        } footnote; /* FOOTNOTE and FOOTNOTE_REFERENCE */
        struct {
            Str what; /* "frame", "object" (picture, sound or film), "page" (any other), "svg" (a
                       * drawing marked as a picture), "drawing" (one that is not), "image-button",
                       * "canvas", "audio", "video", "chart", … */
            Str url;  /* where it lies; may be empty */
            Str name; /* its text alternative */
            bool has_name;
        } embed;
    } as;
};

NodeClass node_class(NodeKind kind);

/* "heading", "table-cell", …: for dumps and tests. */
Str node_kind_text(NodeKind kind);

static inline bool node_is_text_block(const Node *node)
{
    return node_class(node->kind) == NODE_CLASS_TEXT_BLOCK;
}

/* A new node without relations, in ARENA. */
Node *node_new(Arena *arena, NodeKind kind);

void node_append_child(Node *parent, Node *child);

/* Takes NODE out of its tree; its children go with it. */
void node_unlink(Node *node);

/* The nearest ancestor of NODE of KIND, or NULL. */
const Node *node_ancestor(const Node *node, NodeKind kind);

/* The rows of TABLE that show, one after the other; NULL behind the last:
 *     for (const Node *row = node_first_row(table); row; row = node_next_row(row)) */
const Node *node_first_row(const Node *table);
const Node *node_next_row(const Node *row);

/* Value of the attribute NAME (lower case) in *RET; false when absent. */
bool node_attribute(const Node *node, Str name, Str *ret);

/* Appends to BUF the text a reader sees below NODE: text and code, a space for
 * a line break, alternative texts of images in their place. */
void node_append_text(const Node *node, Buf *buf);

/* Appends to BUF the name by which NODE is told to those who listen: its
 * label, else the text and the names of what it holds, else its title. What is
 * hidden or kept from screen readers is left out. A result that is blank
 * (str_is_blank) means it has none. */
void node_append_name(const Node *node, Buf *buf);

/* Depth-first walk that meets each node twice, on the way in and on the way
 * out, without recursion:
 *     NodeIter iter = node_iter(root);
 *     while (node_iter_next(&iter))
 *         if (iter.event == NODE_ENTER) … iter.node …
 * Nodes without children also get both events. */
typedef enum NodeEvent { NODE_ENTER, NODE_EXIT } NodeEvent;

typedef struct NodeIter {
    const Node *root;
    const Node *node;
    NodeEvent event;
} NodeIter;

static inline NodeIter node_iter(const Node *root)
{
    return (NodeIter){.root = root};
}

static inline bool node_iter_next(NodeIter *iter)
{
    if (!iter->node) {
        iter->node = iter->root;
        iter->event = NODE_ENTER;
        return iter->root != NULL;
    }
    if (iter->event == NODE_ENTER) {
        if (iter->node->first_child)
            iter->node = iter->node->first_child;
        else
            iter->event = NODE_EXIT;
        return true;
    }
    if (iter->node == iter->root)
        return false;
    if (iter->node->next) {
        iter->node = iter->node->next;
        iter->event = NODE_ENTER;
    } else {
        iter->node = iter->node->parent;
    }
    return true;
}

/* Goes on behind the present node without entering its children. */
static inline void node_iter_skip(NodeIter *iter)
{
    iter->event = NODE_EXIT;
}

#endif
