/* The nodes of one Markdown text block, with their places, and the elements that
 * are open in it. For markdown_inline.h only. */
#ifndef PLAINPAPER_READ_MARKDOWN_NODES_H
#define PLAINPAPER_READ_MARKDOWN_NODES_H

#include "document/document.h"
#include "read/markdown_align.h"

enum { INLINE_TAGS_MAX = 16 }; /* open in one another; more are ignored */

/* A raw HTML element or struck out text that may yet turn out not to be closed. */
typedef struct OpenTag {
    Str name; /* of the element; "~" or "~~" */
    Node *node;
    bool is_code;
} OpenTag;

typedef struct InlineBuilder {
    Document *document;
    Cursor cursor;
    Node *block;
    Node *parent; /* where the next node goes */
    TextMode mode;
    size_t n_links;     /* open in one another */
    size_t address_end; /* of the bare address we are in the middle of; 0 when in none */
    bool is_lost;
    Node *image;     /* the picture whose alternative text is being read, or NULL */
    size_t n_images; /* open in one another */
    Buf alt;
    OpenTag tags[INLINE_TAGS_MAX];
    size_t n_tags;
} InlineBuilder;

/* A node from START to the cursor, the last child of the builder's parent. */
Node *nodes_add(InlineBuilder *builder, NodeKind kind, size_t start);

/* A text of KIND that stands in SPAN as it is; lengthens a text just before. */
void nodes_add_verbatim(InlineBuilder *builder, NodeKind kind, Span span);

/* A text of KIND for which SPAN stands as a whole; LITERAL is copied. */
void nodes_add_different(InlineBuilder *builder, NodeKind kind, Str literal, Span span);

/* A text that was not found where it should be: on LINE (0 unknown), if it is
 * there. The block is lost from here on. LITERAL is copied. */
void nodes_add_lost(InlineBuilder *builder, NodeKind kind, Str literal, size_t line);

/* The block is all we can say of where NODE is. */
void nodes_place_lost(const InlineBuilder *builder, Node *node);

/* Opens NODE, just added, as an element called NAME (borrowed). There must be
 * fewer than INLINE_TAGS_MAX. */
void nodes_begin_tag(InlineBuilder *builder, Str name, Node *node, bool is_code);

/* Whether an element called NAME is open inside the innermost Markdown mark. */
bool nodes_has_tag(const InlineBuilder *builder, Str name);

/* Ends the innermost element called NAME at END, and undoes those inside it
 * that never ended. nodes_has_tag must hold. */
OpenTag nodes_end_tag(InlineBuilder *builder, Str name, size_t end);

/* Undoes the elements open inside the innermost Markdown mark: what they
 * hold takes their place. */
void nodes_undo_tags(InlineBuilder *builder);

#endif
