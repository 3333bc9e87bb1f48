#include "read/markdown_inline.h"

#include "read/markdown_address.h"

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
    Node *text = nodes_add(builder, NODE_TEXT, marks.start);
    text->span = marks;
    text->as.text.literal = name;
    text->as.text.is_verbatim = true;
    nodes_begin_tag(builder, name, nodes_add(builder, NODE_STRIKE, marks.start), false);
}

/* Ends or begins what is struck out at MARKS; false when they are mere text. */
static bool add_strike(InlineBuilder *builder, Span text_before, Span marks)
{
    Str text = builder->document->source.text;
    Str name = span_of(marks, text);
    if (name.len > 2)
        return false;
    bool closes = is_right_flanking(text, marks) && nodes_has_tag(builder, name);
    bool opens = !closes && is_left_flanking(text, marks) && builder->n_tags < INLINE_TAGS_MAX;
    if (!closes && !opens)
        return false;
    if (!span_is_empty(text_before))
        nodes_add_verbatim(builder, NODE_TEXT, text_before);
    if (opens)
        open_strike(builder, marks);
    else
        node_unlink(nodes_end_tag(builder, name, marks.end).node->previous);
    return true;
}

void inline_end_address(InlineBuilder *builder)
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
    Node *link = nodes_add(builder, NODE_LINK, address.span.start);
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
        nodes_add_verbatim(builder, NODE_TEXT, (Span){span.start, end});
    if (end == builder->address_end || span.end > end)
        inline_end_address(builder);
    return (Span){end > span.start ? end : span.start, span.end};
}

/* Offset of the next byte in SPAN that may be part of an address or strike a text out. */
static size_t next_mark(Str text, Span span)
{
    static const bool may_be_mark[256] = {[':'] = true, ['@'] = true, ['~'] = true, ['w'] = true};
    for (size_t i = span.start; i < span.end; i++) {
        char c = text.data[i];
        if (may_be_mark[(unsigned char)c] &&
            (c != 'w' || (i + 1 < text.len && text.data[i + 1] == 'w')))
            return i;
    }
    return span.end;
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
    if (builder->n_links || nodes_has_tag(builder, STR("a")) ||
        !address_find(text, mark, pending->start, builder->cursor.line_end, &address))
        return false;
    if (address.span.start > pending->start)
        nodes_add_verbatim(builder, NODE_TEXT, (Span){pending->start, address.span.start});
    begin_address(builder, address);
    *pending = go_on_with_address(builder, (Span){address.span.start, pending->end});
    return true;
}

/* A text that stands in the source as it is, with struck out text and addresses. */
static void add_plain(InlineBuilder *builder, Span span)
{
    Str text = builder->document->source.text;
    if (builder->address_end)
        span = go_on_with_address(builder, span);
    for (size_t at = span.start; at < span.end;) {
        size_t mark = next_mark(text, (Span){at, span.end});
        if (mark == span.end)
            break;
        if (text.data[mark] == '~')
            at = add_tildes(builder, &span, mark);
        else
            at = add_address(builder, &span, mark) ? span.start : mark + 1;
    }
    if (!span_is_empty(span))
        nodes_add_verbatim(builder, NODE_TEXT, span);
}

static void add_piece(InlineBuilder *builder, Piece piece, size_t line)
{
    switch (piece.kind) {
    case PIECE_VERBATIM:
        if (builder->mode == TEXT_PLAIN)
            add_plain(builder, piece.span);
        else
            nodes_add_verbatim(builder, NODE_TEXT, piece.span);
        break;
    case PIECE_DIFFERS:
        if (piece.span.start >= builder->address_end)
            inline_end_address(builder);
        nodes_add_different(builder, NODE_TEXT, piece.literal, piece.span);
        break;
    case PIECE_NEWLINE:
        inline_end_address(builder);
        nodes_add(builder, NODE_SOFT_BREAK, piece.span.start);
        break;
    case PIECE_LOST:
        inline_end_address(builder);
        nodes_add_lost(builder, NODE_TEXT, piece.literal, line);
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
        nodes_add_lost(builder, NODE_TEXT, literal, line);
}
