/* Raw HTML tags inside a Markdown paragraph: one tag at a time, as written. */
#ifndef PLAINPAPER_READ_MARKDOWN_TAG_H
#define PLAINPAPER_READ_MARKDOWN_TAG_H

#include "document/node.h"

typedef enum TagKind {
    TAG_OTHER, /* comments, declarations and elements of no meaning to us */
    TAG_OPEN,
    TAG_CLOSE,
    TAG_LINE_BREAK,
    TAG_IMAGE,
} TagKind;

typedef struct Tag {
    TagKind kind;
    Str name;
    Str attributes;   /* from behind the name to the closing mark */
    NodeKind becomes; /* of an element: the node it is read as */
    bool is_code;     /* its text is code */
} Tag;

/* What RAW (`<…>`) is. */
Tag tag_parse(Str raw);

/* The attribute NAME of TAG with entities resolved, in ARENA; false when absent. */
bool tag_attribute(const Tag *tag, Str name, Arena *arena, Str *ret);

#endif
