/* Document: one paper, read. Owns its tree, texts and source index in one arena. */
#ifndef PLAINPAPER_DOCUMENT_DOCUMENT_H
#define PLAINPAPER_DOCUMENT_DOCUMENT_H

#include "base/array.h"
#include "base/diagnostic.h"
#include "document/node.h"

typedef enum Format {
#define FORMAT(name, text) FORMAT_##name,
#include "document/formats.def"
#undef FORMAT
    FORMAT_COUNT
} Format;

typedef enum TraitKind {
#define TRAIT(name, text) TRAIT_##name,
#include "document/traits.def"
#undef TRAIT
    TRAIT_COUNT
} TraitKind;

/* Something about how the file is made, with its place: at a node, or in the source. */
typedef struct Trait {
    TraitKind kind;
    Str detail;       /* see traits.def; may be empty */
    const Node *node; /* NULL: SPAN tells */
    Span span;        /* in Source.text; empty for the paper as a whole */
} Trait;

/* One file inside the paper (Word), or the paper itself as part 0. */
typedef struct Part {
    Str name; /* "word/document.xml"; empty for formats of one part */
    PartRole role;
} Part;

typedef struct Document {
    Arena arena;
    Source source;
    Format format;
    Node *root; /* NODE_DOCUMENT: the body's blocks, then a NODE_PART for each other part */
    const Part *parts;
    size_t n_parts;

    Str title;            /* from the file's own title field, trimmed; empty when there is none */
    bool has_title_field; /* the format's title field exists, empty or not */
    Span title_span;      /* empty when it has no place in Source.text */
    Str language;         /* BCP 47 tag of the whole paper; empty when not marked */
    bool has_language_field;
    bool is_fragment;         /* HTML without html, head or title: meant for insertion elsewhere */
    bool has_refresh;         /* it reloads or moves to another page by itself */
    unsigned refresh_seconds; /* after that long */
    Span refresh_span;        /* where it says so */
    bool has_lines;           /* false for Word: no line or column to tell */
    bool has_styles; /* some block or text tells how it looks; known from document_finish on */
    unsigned pages;  /* as the file records; 0 when it does not */

    ARRAY(Trait) traits; /* those of one kind in order of place, but for ID_TWICE */

    /* What the file says of its own state (Word). */
    bool has_tracked_changes, has_comments, is_protected;
    bool is_text_alone; /* a bare document.xml: no title, language, styles or margins to tell */
} Document;

/* "markdown", "html", "docx", "text": as --input-format and JSON name them. */
Str format_text(Format format);

/* A new empty paper over borrowed NAME and BYTES, with a root; the caller owns it. */
Document *document_new(Format format, Str name, Str bytes);

/* "section-upright", "columns", …: for dumps and tests. */
Str trait_text(TraitKind kind);

/* Notes a trait of DOCUMENT; the text of DETAIL is copied. */
void document_add_trait(Document *document, TraitKind kind, Str detail, const Node *node,
                        Span span);

/* Called by a reader when the tree is whole: numbers the text blocks that
 * have content in reading order, and notes whether any node has a style. */
void document_finish(Document *document);

/* Frees the paper and all that hangs on it; NULL is fine. */
void document_free(Document *document);

#endif
