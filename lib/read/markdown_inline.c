#include "read/markdown_inline.h"

#include "read/markdown_tag.h"

void inline_begin(InlineBuilder *builder, Node *block, Cursor cursor)
{
    builder->block = builder->parent = block;
    builder->cursor = cursor;
    builder->mode = TEXT_PLAIN;
    builder->is_lost = false;
    builder->image = NULL;
    builder->n_images = builder->n_links = builder->n_tags = 0;
    builder->address_end = 0;
}

void inline_code(InlineBuilder *builder, Str literal, size_t line)
{
    inline_end_address(builder);
    Span inner;
    if (builder->is_lost || !cursor_skip_code(&builder->cursor, &inner))
        nodes_add_lost(builder, NODE_CODE, literal, line);
    else if (builder->image)
        buf_append(&builder->alt, literal);
    else if (str_eq(span_of(inner, builder->document->source.text), literal))
        nodes_add_verbatim(builder, NODE_CODE, inner);
    else
        nodes_add_different(builder, NODE_CODE, literal, inner);
}

void inline_break(InlineBuilder *builder, NodeKind kind)
{
    inline_end_address(builder);
    Cursor *cursor = &builder->cursor;
    size_t start = cursor->offset;
    cursor_skip_run(cursor, ' ', SIZE_MAX);
    if (kind == NODE_LINE_BREAK && cursor->offset < cursor->line_end)
        cursor_skip_run(cursor, '\\', 1);
    while (cursor_peek(cursor) == ' ' || cursor_peek(cursor) == '\t')
        cursor->offset++;
    if (cursor_peek(cursor) != '\n' || !cursor_next_line(cursor))
        builder->is_lost = true;
    if (builder->image)
        buf_append_char(&builder->alt, ' ');
    else
        nodes_add(builder, kind, start);
}

void inline_footnote_reference(InlineBuilder *builder)
{
    inline_end_address(builder);
    Str label = {0};
    size_t start = builder->cursor.offset;
    if (builder->is_lost || !cursor_skip_footnote_reference(&builder->cursor, &label))
        builder->is_lost = true;
    if (!builder->image)
        nodes_add(builder, NODE_FOOTNOTE_REFERENCE, start)->as.footnote.label = label;
}

static void open_node(InlineBuilder *builder, NodeKind kind, size_t start)
{
    if (!builder->image)
        builder->parent = nodes_add(builder, kind, start);
}

static void close_node(InlineBuilder *builder)
{
    if (builder->image)
        return;
    nodes_undo_tags(builder);
    Node *node = builder->parent;
    builder->parent = node->parent;
    if (builder->is_lost)
        nodes_place_lost(builder, node);
    else
        node->span.end = builder->cursor.offset;
}

void inline_end(InlineBuilder *builder)
{
    inline_end_address(builder);
    nodes_undo_tags(builder);
    builder->block = builder->parent = NULL;
}

/* The marks of emphasis: the parser has said that they are there. */
static void skip_marks(InlineBuilder *builder, NodeKind kind)
{
    Cursor *cursor = &builder->cursor;
    char mark = cursor_peek(cursor);
    size_t n_max = kind == NODE_EMPHASIS ? 1 : 2;
    if ((mark != '*' && mark != '_') || cursor_skip_run(cursor, mark, n_max) < n_max)
        builder->is_lost = true;
}

void inline_open(InlineBuilder *builder, NodeKind kind)
{
    inline_end_address(builder);
    size_t start = builder->cursor.offset;
    skip_marks(builder, kind);
    open_node(builder, kind, start);
}

void inline_close(InlineBuilder *builder, NodeKind kind)
{
    inline_end_address(builder);
    skip_marks(builder, kind);
    close_node(builder);
}

void inline_open_link(InlineBuilder *builder, Str url, Str title)
{
    inline_end_address(builder);
    Cursor *cursor = &builder->cursor;
    size_t start = cursor->offset;
    builder->n_links++;
    if (cursor_skip_run(cursor, '<', 1))
        builder->mode = TEXT_AUTOLINK;
    else if (!cursor_skip_run(cursor, '[', 1))
        builder->is_lost = true;
    open_node(builder, NODE_LINK, start);
    if (builder->image)
        return;
    builder->parent->as.link.url = arena_str(&builder->document->arena, url);
    builder->parent->as.link.title = arena_str(&builder->document->arena, title);
}

void inline_close_link(InlineBuilder *builder)
{
    inline_end_address(builder);
    Cursor *cursor = &builder->cursor;
    Str url = {0};
    if (!builder->image) {
        nodes_undo_tags(builder);
        url = builder->parent->as.link.url;
    }
    bool is_found = builder->mode == TEXT_AUTOLINK ? cursor_skip_run(cursor, '>', 1) == 1
                                                   : cursor_skip_link_tail(cursor, url);
    builder->is_lost |= !is_found;
    builder->mode = TEXT_PLAIN;
    builder->n_links--;
    close_node(builder);
}

void inline_open_image(InlineBuilder *builder, Str url, Str title)
{
    inline_end_address(builder);
    Arena *arena = &builder->document->arena;
    size_t start = builder->cursor.offset;
    if (!cursor_skip_run(&builder->cursor, '!', 1) || !cursor_skip_run(&builder->cursor, '[', 1))
        builder->is_lost = true;
    if (builder->n_images++)
        return;
    buf_clear(&builder->alt);
    builder->image = nodes_add(builder, NODE_IMAGE, start);
    builder->image->as.image.url = arena_str(arena, url);
    builder->image->as.image.title = arena_str(arena, title);
}

void inline_close_image(InlineBuilder *builder)
{
    inline_end_address(builder);
    Str url = builder->n_images == 1 ? builder->image->as.image.url : (Str){0};
    if (!builder->is_lost)
        builder->is_lost = !cursor_skip_link_tail(&builder->cursor, url);
    if (--builder->n_images)
        return;
    Node *image = builder->image;
    builder->image = NULL;
    image->as.image.alt = arena_str(&builder->document->arena, buf_str(&builder->alt));
    image->as.image.has_alt = !str_is_blank(image->as.image.alt);
    if (builder->is_lost)
        nodes_place_lost(builder, image);
    else
        image->span.end = builder->cursor.offset;
}

static void add_image_tag(InlineBuilder *builder, const Tag *tag, size_t start)
{
    Arena *arena = &builder->document->arena;
    Node *image = nodes_add(builder, NODE_IMAGE, start);
    (void)tag_attribute(tag, STR("src"), arena, &image->as.image.url);
    (void)tag_attribute(tag, STR("title"), arena, &image->as.image.title);
    image->as.image.has_alt = tag_attribute(tag, STR("alt"), arena, &image->as.image.alt);
    image->as.image.is_decorative = image->as.image.has_alt && !image->as.image.alt.len;
}

static void open_tag(InlineBuilder *builder, const Tag *tag, size_t start)
{
    if (builder->n_tags == INLINE_TAGS_MAX)
        return;
    Arena *arena = &builder->document->arena;
    Node *node = nodes_add(builder, tag->becomes, start);
    (void)tag_attribute(tag, STR("lang"), arena, &node->language);
    if (node->kind == NODE_LINK) {
        (void)tag_attribute(tag, STR("href"), arena, &node->as.link.url);
        (void)tag_attribute(tag, STR("title"), arena, &node->as.link.title);
        (void)tag_attribute(tag, STR("aria-label"), arena, &node->as.link.label);
    } else if (node->kind == NODE_ABBREVIATION) {
        (void)tag_attribute(tag, STR("title"), arena, &node->as.abbreviation.title);
    }
    nodes_begin_tag(builder, tag->name, node, tag->is_code);
}

static void text_to_code(Node *node)
{
    NodeIter iter = node_iter(node);
    while (node_iter_next(&iter))
        if (iter.event == NODE_ENTER && iter.node->kind == NODE_TEXT)
            ((Node *)iter.node)->kind = NODE_CODE;
}

static void close_tag(InlineBuilder *builder, const Tag *tag)
{
    if (!nodes_has_tag(builder, tag->name))
        return;
    OpenTag open = nodes_end_tag(builder, tag->name, builder->cursor.offset);
    if (open.is_code)
        text_to_code(open.node);
}

void inline_html(InlineBuilder *builder, Str raw)
{
    inline_end_address(builder);
    size_t start = builder->cursor.offset;
    if (builder->is_lost || !cursor_skip_raw(&builder->cursor, raw))
        builder->is_lost = true;
    if (builder->image)
        return;
    raw = arena_str(&builder->document->arena, raw);
    Tag tag = tag_parse(raw);
    switch (tag.kind) {
    case TAG_OPEN:
        open_tag(builder, &tag, start);
        break;
    case TAG_CLOSE:
        close_tag(builder, &tag);
        break;
    case TAG_LINE_BREAK:
        nodes_add(builder, NODE_LINE_BREAK, start);
        break;
    case TAG_IMAGE:
        add_image_tag(builder, &tag, start);
        break;
    case TAG_OTHER:
        break;
    }
}

void inline_builder_free(InlineBuilder *builder)
{
    buf_free(&builder->alt);
}
