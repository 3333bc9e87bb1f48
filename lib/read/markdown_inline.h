/* The inlines of one Markdown text block, built with their places: the reader
 * reports what the parser found, in order, and this module follows it in the
 * source (markdown_align.h) and hangs nodes into the tree.
 *
 * Once something is not found where it should be, the block is lost: its later
 * nodes get the line or the block for a place, never a guessed one.
 * Knows nothing of cmark. */
#ifndef PLAINPAPER_READ_MARKDOWN_INLINE_H
#define PLAINPAPER_READ_MARKDOWN_INLINE_H

#include "read/markdown_nodes.h"

/* Starts on BLOCK (span set), whose content begins at CURSOR. */
void inline_begin(InlineBuilder *builder, Node *block, Cursor cursor);

/* Ends the block; what is left open in it is undone. */
void inline_end(InlineBuilder *builder);

/* A text, in which `~` and `~~` are paired and bare addresses become links. LINE is where the
 * parser thinks it is, for lost blocks; 0 unknown. */
void inline_text(InlineBuilder *builder, Str literal, size_t line);

/* Ends the link around a bare address, wherever it was going to end: what follows
 * is no text. Every other function here does so first. */
void inline_end_address(InlineBuilder *builder);

/* A code span. */
void inline_code(InlineBuilder *builder, Str literal, size_t line);

/* A line end, soft or hard. */
void inline_break(InlineBuilder *builder, NodeKind kind);

/* A raw HTML tag, comment or the like. */
void inline_html(InlineBuilder *builder, Str raw);

/* `[^label]`. */
void inline_footnote_reference(InlineBuilder *builder);

/* Emphasis or strong. */
void inline_open(InlineBuilder *builder, NodeKind kind);
void inline_close(InlineBuilder *builder, NodeKind kind);

/* URL and TITLE are copied. */
void inline_open_link(InlineBuilder *builder, Str url, Str title);
void inline_close_link(InlineBuilder *builder);

/* Between the two, text goes into the picture's alternative. */
void inline_open_image(InlineBuilder *builder, Str url, Str title);
void inline_close_image(InlineBuilder *builder);

/* Gives back what the builder holds. */
void inline_builder_free(InlineBuilder *builder);

#endif
