#include "read/markdown_inline.h"

#include "read/markdown_address.h"
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

/* The block is all we can say of where NODE is. */
static void place_lost(const InlineBuilder *builder, Node *node)
{
    node->span = builder->block->span;
    node->precision = PRECISION_BLOCK;
}

static Node *add_node(InlineBuilder *builder, NodeKind kind, size_t start)
{
    Node *node = node_new(&builder->document->arena, kind);
    node->span = (Span){start, builder->cursor.offset};
    if (builder->is_lost)
        place_lost(builder, node);
    node_append_child(builder->parent, node);
    return node;
}

static void add_verbatim(InlineBuilder *builder, NodeKind kind, Span span)
{
    Str text = builder->document->source.text;
    Node *last = builder->parent->last_child;
    bool goes_on = last && last->kind == kind && kind == NODE_TEXT && last->as.text.is_verbatim &&
                   last->span.end == span.start;
    if (goes_on) {
        last->span.end = span.end;
        last->as.text.literal = span_of(last->span, text);
        return;
    }
    Node *node = add_node(builder, kind, span.start);
    node->span = span;
    node->as.text.literal = span_of(span, text);
    node->as.text.is_verbatim = true;
}

static void add_different(InlineBuilder *builder, NodeKind kind, Str literal, Span span)
{
    Node *node = add_node(builder, kind, span.start);
    node->span = span;
    node->as.text.literal = arena_str(&builder->document->arena, literal);
}

/* A text that was not found where it should be: on LINE, if it is there. */
static void add_lost(InlineBuilder *builder, NodeKind kind, Str literal, size_t line)
{
    const Source *source = &builder->document->source;
    builder->is_lost = true;
    if (builder->image) {
        buf_append(&builder->alt, literal);
        return;
    }
    Node *node = add_node(builder, kind, 0);
    node->as.text.literal = arena_str(&builder->document->arena, literal);
    Str text = source_line(source, line);
    size_t start = source_line_start(source, line);
    Span span = {start, start + text.len};
    if (!span_contains(builder->block->span, span) || str_find(text, literal, 0) == text.len)
        return;
    node->span = span;
    node->precision = PRECISION_LINE;
}

/* Hangs the children of NODE, the last of its parent, in its place. */
static void dissolve(Node *node)
{
    Node *parent = node->parent;
    node_unlink(node);
    for (Node *child = node->first_child; child; child = node->first_child) {
        node_unlink(child);
        node_append_child(parent, child);
    }
}

static bool is_in_tag(const InlineBuilder *builder)
{
    return builder->n_tags && builder->tags[builder->n_tags - 1].node == builder->parent;
}

static void dissolve_tag(InlineBuilder *builder)
{
    Node *node = builder->tags[--builder->n_tags].node;
    builder->parent = node->parent;
    dissolve(node);
}

/* Whether a raw element called NAME is open inside the innermost Markdown one. */
static bool has_open_tag(const InlineBuilder *builder, Str name)
{
    const Node *parent = builder->parent;
    for (size_t i = builder->n_tags; i > 0 && builder->tags[i - 1].node == parent; i--) {
        if (str_eq_nocase(builder->tags[i - 1].name, name))
            return true;
        parent = parent->parent;
    }
    return false;
}

/* Ends the innermost open element called NAME and those inside it that never
 * ended; has_open_tag must hold. */
static OpenTag end_tag(InlineBuilder *builder, Str name, size_t end)
{
    while (!str_eq_nocase(builder->tags[builder->n_tags - 1].name, name))
        dissolve_tag(builder);
    OpenTag open = builder->tags[--builder->n_tags];
    builder->parent = open.node->parent;
    if (builder->is_lost)
        place_lost(builder, open.node);
    else
        open.node->span.end = end;
    return open;
}

static void begin_tag(InlineBuilder *builder, Str name, Node *node, bool is_code)
{
    builder->tags[builder->n_tags++] = (OpenTag){name, node, is_code};
    builder->parent = node;
}

static bool is_space_at(Str text, size_t offset)
{
    return offset >= text.len || ascii_is_space((unsigned char)text.data[offset]);
}

static bool is_mark_at(Str text, size_t offset)
{
    return offset < text.len && markdown_is_mark(text.data[offset]);
}

/* Whether the run of `~` at MARKS can open what is struck out, by the rules for
 * emphasis (CommonMark 0.29, 6.4). */
static bool is_left_flanking(Str text, Span marks)
{
    bool space_before = is_space_at(text, marks.start - 1);
    return !is_space_at(text, marks.end) &&
           (!is_mark_at(text, marks.end) || space_before || is_mark_at(text, marks.start - 1));
}

static bool is_right_flanking(Str text, Span marks)
{
    bool space_after = is_space_at(text, marks.end);
    return !is_space_at(text, marks.start - 1) &&
           (!is_mark_at(text, marks.start - 1) || space_after || is_mark_at(text, marks.end));
}

/* The marks stay as a text in front of the node until we know that they close. */
static void open_strike(InlineBuilder *builder, Span marks)
{
    Str name = span_of(marks, builder->document->source.text);
    Node *text = add_node(builder, NODE_TEXT, marks.start);
    text->span = marks;
    text->as.text.literal = name;
    text->as.text.is_verbatim = true;
    begin_tag(builder, name, add_node(builder, NODE_STRIKE, marks.start), false);
}

/* Ends or begins what is struck out at MARKS; false when they are mere text. */
static bool add_strike(InlineBuilder *builder, Span text_before, Span marks)
{
    Str text = builder->document->source.text;
    Str name = span_of(marks, text);
    if (name.len > 2)
        return false;
    bool closes = is_right_flanking(text, marks) && has_open_tag(builder, name);
    bool opens = !closes && is_left_flanking(text, marks) && builder->n_tags < INLINE_TAGS_MAX;
    if (!closes && !opens)
        return false;
    if (!span_is_empty(text_before))
        add_verbatim(builder, NODE_TEXT, text_before);
    if (opens)
        open_strike(builder, marks);
    else
        node_unlink(end_tag(builder, name, marks.end).node->previous);
    return true;
}

/* Ends the link around a bare address; cmark may have cut it short. */
static void end_address(InlineBuilder *builder)
{
    if (!builder->address_end)
        return;
    Node *link = builder->parent;
    link->span.end = link->last_child->span.end;
    builder->parent = link->parent;
    builder->address_end = 0;
}

static void begin_address(InlineBuilder *builder, Address address)
{
    Str text = span_of(address.span, builder->document->source.text);
    Node *link = add_node(builder, NODE_LINK, address.span.start);
    link->as.link.url =
        arena_printf(&builder->document->arena, "%.*s%.*s", STR_ARG(address.scheme), STR_ARG(text));
    builder->parent = link;
    builder->address_end = address.span.end;
}

/* What of SPAN is part of the open address; returns the rest. */
static Span go_on_with_address(InlineBuilder *builder, Span span)
{
    size_t end = span.end < builder->address_end ? span.end : builder->address_end;
    if (end > span.start)
        add_verbatim(builder, NODE_TEXT, (Span){span.start, end});
    if (end == builder->address_end || span.end > end)
        end_address(builder);
    return (Span){end > span.start ? end : span.start, span.end};
}

/* Offset of the next byte in SPAN that may be part of an address or strike a text out. */
static size_t next_mark(const char *text, Span span)
{
    size_t i = span.start;
    for (; i < span.end; i++) {
        char c = text[i];
        if (c == ':' || c == '@' || c == '~' || (c == 'w' && text[i + 1] == 'w'))
            break;
    }
    return i;
}

/* At a `~`: strikes out or not. Returns how far the marks go. */
static size_t add_tildes(InlineBuilder *builder, Span *pending, size_t mark)
{
    const char *text = builder->document->source.text.data;
    Span marks = {mark, mark};
    while (marks.end < pending->end && text[marks.end] == '~')
        marks.end++;
    if (add_strike(builder, (Span){pending->start, mark}, marks))
        pending->start = marks.end;
    return marks.end;
}

static bool add_address(InlineBuilder *builder, Span *pending, size_t mark)
{
    Address address;
    Str text = builder->document->source.text;
    if (builder->n_links ||
        !address_find(text, mark, pending->start, builder->cursor.line_end, &address))
        return false;
    if (address.span.start > pending->start)
        add_verbatim(builder, NODE_TEXT, (Span){pending->start, address.span.start});
    begin_address(builder, address);
    *pending = go_on_with_address(builder, (Span){address.span.start, pending->end});
    return true;
}

/* A text that stands in the source as it is, with struck out text and addresses. */
static void add_plain(InlineBuilder *builder, Span span)
{
    const char *text = builder->document->source.text.data;
    if (builder->address_end)
        span = go_on_with_address(builder, span);
    for (size_t at = span.start; at < span.end;) {
        size_t mark = next_mark(text, (Span){at, span.end});
        if (mark == span.end)
            break;
        if (text[mark] == '~')
            at = add_tildes(builder, &span, mark);
        else
            at = add_address(builder, &span, mark) ? span.start : mark + 1;
    }
    if (!span_is_empty(span))
        add_verbatim(builder, NODE_TEXT, span);
}

static void add_piece(InlineBuilder *builder, Piece piece, size_t line)
{
    switch (piece.kind) {
    case PIECE_VERBATIM:
        if (builder->mode == TEXT_PLAIN)
            add_plain(builder, piece.span);
        else
            add_verbatim(builder, NODE_TEXT, piece.span);
        break;
    case PIECE_DIFFERS:
        if (piece.span.start >= builder->address_end)
            end_address(builder);
        add_different(builder, NODE_TEXT, piece.literal, piece.span);
        break;
    case PIECE_NEWLINE:
        end_address(builder);
        add_node(builder, NODE_SOFT_BREAK, piece.span.start);
        break;
    case PIECE_LOST:
        end_address(builder);
        add_lost(builder, NODE_TEXT, piece.literal, line);
        break;
    }
}

void inline_text(InlineBuilder *builder, Str literal, size_t line)
{
    size_t done = 0;
    while (done < literal.len && !builder->is_lost) {
        Piece piece = cursor_next_piece(&builder->cursor, literal, &done, builder->mode);
        builder->is_lost = piece.kind == PIECE_LOST;
        if (!builder->image)
            add_piece(builder, piece, line);
        else if (piece.kind == PIECE_NEWLINE)
            buf_append_char(&builder->alt, ' ');
        else
            buf_append(&builder->alt, piece.literal);
        if (builder->is_lost)
            return;
    }
    if (done < literal.len)
        add_lost(builder, NODE_TEXT, literal, line);
}

void inline_code(InlineBuilder *builder, Str literal, size_t line)
{
    end_address(builder);
    Span inner;
    if (builder->is_lost || !cursor_skip_code(&builder->cursor, &inner))
        add_lost(builder, NODE_CODE, literal, line);
    else if (builder->image)
        buf_append(&builder->alt, literal);
    else if (str_eq(span_of(inner, builder->document->source.text), literal))
        add_verbatim(builder, NODE_CODE, inner);
    else
        add_different(builder, NODE_CODE, literal, inner);
}

void inline_break(InlineBuilder *builder, NodeKind kind)
{
    end_address(builder);
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
        add_node(builder, kind, start);
}

void inline_footnote_reference(InlineBuilder *builder)
{
    end_address(builder);
    Str label = {0};
    size_t start = builder->cursor.offset;
    if (builder->is_lost || !cursor_skip_footnote_reference(&builder->cursor, &label))
        builder->is_lost = true;
    if (!builder->image)
        add_node(builder, NODE_FOOTNOTE_REFERENCE, start)->as.footnote.label = label;
}

static void open_node(InlineBuilder *builder, NodeKind kind, size_t start)
{
    if (!builder->image)
        builder->parent = add_node(builder, kind, start);
}

static void close_node(InlineBuilder *builder)
{
    if (builder->image)
        return;
    while (is_in_tag(builder))
        dissolve_tag(builder);
    Node *node = builder->parent;
    builder->parent = node->parent;
    if (builder->is_lost)
        place_lost(builder, node);
    else
        node->span.end = builder->cursor.offset;
}

void inline_end(InlineBuilder *builder)
{
    end_address(builder);
    while (is_in_tag(builder))
        dissolve_tag(builder);
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
    end_address(builder);
    size_t start = builder->cursor.offset;
    skip_marks(builder, kind);
    open_node(builder, kind, start);
}

void inline_close(InlineBuilder *builder, NodeKind kind)
{
    end_address(builder);
    skip_marks(builder, kind);
    close_node(builder);
}

void inline_open_link(InlineBuilder *builder, Str url, Str title)
{
    end_address(builder);
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
    end_address(builder);
    Cursor *cursor = &builder->cursor;
    bool is_found = builder->mode == TEXT_AUTOLINK ? cursor_skip_run(cursor, '>', 1) == 1
                                                   : cursor_skip_link_tail(cursor);
    builder->is_lost |= !is_found;
    builder->mode = TEXT_PLAIN;
    builder->n_links--;
    close_node(builder);
}

void inline_open_image(InlineBuilder *builder, Str url, Str title)
{
    end_address(builder);
    Arena *arena = &builder->document->arena;
    size_t start = builder->cursor.offset;
    if (!cursor_skip_run(&builder->cursor, '!', 1) || !cursor_skip_run(&builder->cursor, '[', 1))
        builder->is_lost = true;
    if (builder->n_images++)
        return;
    buf_clear(&builder->alt);
    builder->image = add_node(builder, NODE_IMAGE, start);
    builder->image->as.image.url = arena_str(arena, url);
    builder->image->as.image.title = arena_str(arena, title);
}

void inline_close_image(InlineBuilder *builder)
{
    end_address(builder);
    if (!builder->is_lost)
        builder->is_lost = !cursor_skip_link_tail(&builder->cursor);
    if (--builder->n_images)
        return;
    Node *image = builder->image;
    builder->image = NULL;
    image->as.image.alt = arena_str(&builder->document->arena, buf_str(&builder->alt));
    image->as.image.has_alt = !str_is_blank(image->as.image.alt);
    if (builder->is_lost)
        place_lost(builder, image);
    else
        image->span.end = builder->cursor.offset;
}

static void add_image_tag(InlineBuilder *builder, const Tag *tag, size_t start)
{
    Arena *arena = &builder->document->arena;
    Node *image = add_node(builder, NODE_IMAGE, start);
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
    Node *node = add_node(builder, tag->becomes, start);
    (void)tag_attribute(tag, STR("lang"), arena, &node->language);
    if (node->kind == NODE_LINK) {
        (void)tag_attribute(tag, STR("href"), arena, &node->as.link.url);
        (void)tag_attribute(tag, STR("title"), arena, &node->as.link.title);
        (void)tag_attribute(tag, STR("aria-label"), arena, &node->as.link.label);
    } else if (node->kind == NODE_ABBREVIATION) {
        (void)tag_attribute(tag, STR("title"), arena, &node->as.abbreviation.title);
    }
    begin_tag(builder, tag->name, node, tag->is_code);
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
    if (!has_open_tag(builder, tag->name))
        return;
    OpenTag open = end_tag(builder, tag->name, builder->cursor.offset);
    if (open.is_code)
        text_to_code(open.node);
}

void inline_html(InlineBuilder *builder, Str raw)
{
    end_address(builder);
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
        add_node(builder, NODE_LINE_BREAK, start);
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
