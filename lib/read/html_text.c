#include "read/html_builder.h"

static bool is_exact_verbatim(const Node *node)
{
    return node && node->kind == NODE_TEXT && node->as.text.is_verbatim &&
           node->precision == PRECISION_EXACT;
}

/* A text node with LITERAL, which must live as long as the document. */
static Node *new_text(HtmlBuilder *b, Str literal, Span span, bool is_verbatim)
{
    Node *node = node_new(&b->document->arena, NODE_TEXT);
    node->span = span;
    node->as.text.literal = literal;
    node->as.text.is_verbatim = is_verbatim;
    return node;
}

/* Adds the bytes SPAN of the source, joined to the text in front where they touch. */
static Node *append_verbatim(HtmlBuilder *b, Span span)
{
    Node *parent = html_inline_parent(b, span.start);
    Node *last = parent->last_child;
    if (is_exact_verbatim(last) && last->span.end == span.start) {
        last->span.end = span.end;
        last->as.text.literal = span_of(last->span, b->document->source.text);
        b->end = span.end;
        return last;
    }
    Node *node = new_text(b, span_of(span, b->document->source.text), span, true);
    html_append_inline(b, node);
    return node;
}

static bool has_newline(Str text)
{
    return memchr(text.data, '\n', text.len) || memchr(text.data, '\r', text.len);
}

void html_space(HtmlBuilder *b, Span span)
{
    if (!b->block || !b->has_content || b->space)
        return;
    Str text = span_of(span, b->document->source.text);
    Node *node;
    if (!text.len || has_newline(text)) {
        node = node_new(&b->document->arena, NODE_SOFT_BREAK);
        node->span = span;
        html_append_inline(b, node);
    } else if (text.data[0] == ' ') {
        node = append_verbatim(b, (Span){span.start, span.start + 1});
    } else {
        node = new_text(b, STR(" "), span, false);
        html_append_inline(b, node);
    }
    b->space = node;
}

void html_trim_block(HtmlBuilder *b)
{
    Node *node = b->space;
    b->space = NULL;
    if (!node)
        return;
    bool is_last = b->end == node->span.end;
    if (node->kind == NODE_SOFT_BREAK || node->as.text.literal.len == 1) {
        node->span.end = node->span.start;
        node_unlink(node);
    } else {
        node->as.text.literal.len--;
        node->span.end--;
    }
    if (is_last)
        b->end = node->span.end;
}

void html_gather(HtmlGathered *gathered, Str literal, Span span, bool is_verbatim)
{
    if (!gathered->text.len) {
        gathered->span = span;
        gathered->is_verbatim = is_verbatim;
    } else {
        gathered->is_verbatim &= is_verbatim && gathered->span.end == span.start;
        gathered->span.end = span.end;
    }
    buf_append(&gathered->text, literal);
}

/* The bytes of GATHERED without the white space at both ends, and their place. */
static Str gathered_core(const HtmlGathered *gathered, Span *ret)
{
    Str text = buf_str(&gathered->text);
    size_t start = 0, end = text.len;
    while (start < end && ascii_is_space((unsigned char)text.data[start]))
        start++;
    while (end > start && ascii_is_space((unsigned char)text.data[end - 1]))
        end--;
    *ret = gathered->span;
    if (gathered->is_verbatim)
        *ret = (Span){gathered->span.start + start, gathered->span.start + end};
    return str_sub(text, start, end);
}

void html_end_code(HtmlBuilder *b)
{
    if (!b->code || b->pre || !b->literal.text.len)
        return;
    Span span;
    Str core = gathered_core(&b->literal, &span);
    if (core.len) {
        Buf collapsed = {0};
        html_append_collapsed(&collapsed, core);
        html_inline_parent(b, span.start);
        if (core.data != b->literal.text.data)
            html_space(b, (Span){b->literal.span.start, span.start});
        Node *node = node_new(&b->document->arena, NODE_CODE);
        node->as.text.is_verbatim = b->literal.is_verbatim && str_eq(buf_str(&collapsed), core);
        node->as.text.literal = arena_str(&b->document->arena, buf_str(&collapsed));
        node->span = span;
        buf_free(&collapsed);
        html_append_inline(b, node);
        if (core.data + core.len != b->literal.text.data + b->literal.text.len)
            html_space(b, (Span){span.end, b->literal.span.end});
    }
    buf_clear(&b->literal.text);
}

/* Past the words at AT that one blank parts from each other. */
static size_t end_of_words(Str text, size_t at, size_t end)
{
    while (at < end && !ascii_is_space((unsigned char)text.data[at])) {
        at++;
        bool goes_on = at + 1 < end && text.data[at] == ' ' &&
                       !ascii_is_space((unsigned char)text.data[at + 1]);
        at += goes_on;
    }
    return at;
}

/* Splits source text into words and white space. */
static void append_collapsed(HtmlBuilder *b, Span span)
{
    Str text = b->document->source.text;
    for (size_t at = span.start; at < span.end;) {
        size_t start = at;
        at = end_of_words(text, at, span.end);
        if (at > start) {
            append_verbatim(b, (Span){start, at});
            b->has_content = true;
            b->space = NULL;
        }
        start = at;
        while (at < span.end && ascii_is_space((unsigned char)text.data[at]))
            at++;
        if (at > start)
            html_space(b, (Span){start, at});
    }
}

static bool is_white(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_space((unsigned char)text.data[i]))
            return false;
    return true;
}

void html_text(HtmlBuilder *b, Str literal, Span span, bool is_verbatim, Precision precision)
{
    if (b->skipped)
        return;
    if (b->svg_title || b->title) {
        html_gather(&b->heading, literal, span, is_verbatim);
        return;
    }
    if (b->svg) {
        buf_append(&b->drawn, literal);
        return;
    }
    const HtmlElement *top = html_top(b);
    html_faults_text(&b->faults, literal);
    if (!b->muted)
        html_names_hear(&b->names, literal, html_element_is_hidden(top) || top->is_unread);
    if (b->pre || b->code) {
        html_gather(&b->literal, literal, span, is_verbatim && precision == PRECISION_EXACT);
    } else if (is_white(literal)) {
        html_space(b, span);
    } else if (is_verbatim && precision == PRECISION_EXACT) {
        append_collapsed(b, span);
    } else {
        Node *node = new_text(b, arena_str(&b->document->arena, literal), span, is_verbatim);
        node->precision = precision;
        html_append_inline(b, node);
    }
}

void html_raw_text(HtmlBuilder *b, Str text)
{
    if (html_top(b)->effect == HTML_EFFECT_SHEET)
        buf_append(&b->sheet, text);
}

void html_close_sheet(HtmlBuilder *b)
{
    css_add(&b->css, buf_str(&b->sheet));
    b->has_sheet |= b->css.has_import;
    buf_clear(&b->sheet);
}
