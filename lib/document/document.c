#include "document/document.h"

#include "base/memory.h"

#include <assert.h>

static const char *const formats[] = {
#define FORMAT(name, text) text,
#include "document/formats.def"
#undef FORMAT
};

static_assert(sizeof formats / sizeof formats[0] == FORMAT_COUNT, "one row a format");

static const char *const trait_texts[] = {
#define TRAIT(name, text) text,
#include "document/traits.def"
#undef TRAIT
};

static_assert(sizeof trait_texts / sizeof trait_texts[0] == TRAIT_COUNT, "one row a trait");

Str trait_text(TraitKind kind)
{
    return str_of(trait_texts[kind]);
}

void document_add_trait(Document *document, TraitKind kind, Str detail, const Node *node, Span span)
{
    array_push(&document->traits, (Trait){kind, arena_str(&document->arena, detail), node, span});
}

Str format_text(Format format)
{
    return str_of(formats[format]);
}

Document *document_new(Format format, Str name, Str bytes)
{
    Document *document = mem_calloc(1, sizeof *document);
    document->format = format;
    document->has_lines = true;
    document->root = node_new(&document->arena, NODE_DOCUMENT);
    Part *body = arena_new(&document->arena, Part);
    document->parts = body;
    document->n_parts = 1;
    source_init(&document->source, arena_str(&document->arena, name), bytes);
    return document;
}

static bool has_content(const Node *block)
{
    return block->first_child || block->as.text.literal.len;
}

void document_finish(Document *document)
{
    uint32_t number = 0;
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter)) {
        if (iter.event != NODE_ENTER)
            continue;
        document->has_styles |= iter.node->block_style || iter.node->text_style;
        if (node_is_text_block(iter.node) && !iter.node->is_hidden && has_content(iter.node))
            ((Node *)iter.node)->paragraph = ++number;
    }
}

void document_free(Document *document)
{
    if (!document)
        return;
    array_free(&document->traits);
    source_free(&document->source);
    arena_free(&document->arena);
    mem_free(document);
}
