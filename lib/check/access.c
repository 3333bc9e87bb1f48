#include "check/access.h"

#include "base/utf8.h"

static bool is_plain(char c)
{
    return c > ' ' && c < 0x7F;
}

/* The end of the run that begins at START and is seen as it stands: ASCII characters, no
 * white space but single blanks among them. */
static size_t plain_end(Str text, size_t start)
{
    size_t end = start;
    while (end < text.len &&
           (is_plain(text.data[end]) || (text.data[end] == ' ' && end > start &&
                                         end + 1 < text.len && is_plain(text.data[end + 1]))))
        end++;
    return end;
}

/* White space, or the place of a picture or sign without words. */
static bool shows_nothing(uint32_t c)
{
    return utf8_is_space(c) || c == 0xFFFC;
}

/* Appends PIECE with its white space squeezed; *owes_blank tells whether a blank is owed. */
static void append_squeezed(Str piece, Buf *buf, bool *owes_blank)
{
    for (size_t i = 0, end; i < piece.len; i = end) {
        uint32_t c = 'x';
        end = plain_end(piece, i);
        if (end == i)
            end += utf8_decode(piece, i, &c);
        if (shows_nothing(c)) {
            *owes_blank = true;
            continue;
        }
        if (*owes_blank && buf->len)
            buf_append_char(buf, ' ');
        *owes_blank = false;
        buf_append(buf, str_sub(piece, i, end));
    }
}

static bool has_literal(const Node *node)
{
    return node->kind == NODE_TEXT || node->kind == NODE_CODE || node->kind == NODE_CODE_BLOCK;
}

static void append_text(const Node *node, Buf *buf)
{
    bool owes_blank = false;
    NodeIter iter = node_iter(node);
    while (node_iter_next(&iter)) {
        const Node *at = iter.node;
        if (iter.event == NODE_EXIT) {
            owes_blank |= node_class(at->kind) != NODE_CLASS_INLINE;
            continue;
        }
        if (at->is_hidden)
            node_iter_skip(&iter);
        else if (has_literal(at))
            append_squeezed(at->as.text.literal, buf, &owes_blank);
        else if (at->kind == NODE_SOFT_BREAK || at->kind == NODE_LINE_BREAK)
            owes_blank = true;
    }
}

/* NODE or the one below it that holds all its text, as far as it is not in pieces. */
static const Node *innermost(const Node *node)
{
    while (node->first_child && !node->first_child->next && !node->is_hidden)
        node = node->first_child;
    return node;
}

Str access_text(const Node *node, Arena *arena)
{
    const Node *inner = innermost(node);
    Str literal = has_literal(inner) && !inner->is_hidden ? inner->as.text.literal : (Str){0};
    if (literal.len && plain_end(literal, 0) == literal.len)
        return literal;
    Buf buf = {0};
    append_text(node, &buf);
    Str text = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}

static bool literal_shows(Str literal)
{
    uint32_t c;
    for (size_t i = 0; i < literal.len;) {
        i += utf8_decode(literal, i, &c);
        if (!shows_nothing(c))
            return true;
    }
    return false;
}

bool access_has_text(const Node *node)
{
    NodeIter iter = node_iter(node);
    while (node_iter_next(&iter))
        if (iter.node->is_hidden)
            node_iter_skip(&iter);
        else if (has_literal(iter.node) && literal_shows(iter.node->as.text.literal))
            return true;
    return false;
}

bool access_is_heard(const Node *node)
{
    for (const Node *at = node; at; at = at->parent)
        if (at->is_hidden || at->is_unread)
            return false;
    return true;
}

bool access_is_read(const Document *document, const Node *node)
{
    PartRole role = document->parts[node->part].role;
    return role != PART_HEADER && role != PART_FOOTER && access_is_heard(node);
}

bool access_is_body(const Document *document, const Node *node)
{
    PartRole role = document->parts[node->part].role;
    return role == PART_BODY || role == PART_TEXT_BOX;
}

bool access_is_contents(const Node *node)
{
    Str role;
    for (const Node *at = node; at; at = at->parent)
        if (node_is_text_block(at))
            return node_attribute(at, STR("role"), &role) && str_eq(role, STR("contents"));
    return false;
}

bool access_list_has(StrList values, Str text)
{
    for (size_t i = 0; i < values.len; i++)
        if (str_eq_nocase(values.items[i], text))
            return true;
    return false;
}

AccessLook access_look(const Node *text)
{
    const TextStyle *style = text->text_style;
    AccessLook look = {.is_bold = style && style->bold,
                       .is_italic = style && style->italic,
                       .is_underlined = style && style->underline};
    for (const Node *at = text->parent; at && !node_is_text_block(at); at = at->parent) {
        look.is_bold |= at->kind == NODE_STRONG;
        look.is_italic |= at->kind == NODE_EMPHASIS;
        look.is_underlined |= at->kind == NODE_UNDERLINE;
        look.is_linked |= at->kind == NODE_LINK;
    }
    return look;
}

bool access_is_code(const Node *text)
{
    static const char *const fonts[] = {"consolas", "courier",   "lucida console",
                                        "menlo",    "monospace", "andale mono"};
    Str font = text->text_style ? text->text_style->font : (Str){0};
    for (size_t i = 0; i < sizeof fonts / sizeof fonts[0]; i++)
        if (str_eq_nocase(str_sub(font, 0, strlen(fonts[i])), str_of(fonts[i])))
            return true;
    return false;
}

bool access_is_blank(const Node *block)
{
    NodeIter iter = node_iter(block);
    while (node_iter_next(&iter)) {
        const Node *at = iter.node;
        if (iter.event != NODE_ENTER)
            continue;
        if (at->is_hidden)
            node_iter_skip(&iter);
        else if (at->kind == NODE_IMAGE || at->kind == NODE_EMBED)
            return false;
        else if (has_literal(at) && !str_is_blank(at->as.text.literal))
            return false;
    }
    return true;
}

Place access_place_of(const Trait *trait)
{
    if (trait->node)
        return (Place){.node = trait->node};
    return (Place){.span = trait->span, .in_source = !span_is_empty(trait->span)};
}

size_t access_find(Str text, Str part, size_t from)
{
    for (size_t at = from; part.len && at + part.len <= text.len; at++)
        if (ascii_lower(text.data[at]) == ascii_lower(part.data[0]) &&
            str_eq_nocase(str_sub(text, at, at + part.len), part))
            return at;
    return text.len;
}

bool access_holds(Str text, Str part)
{
    return access_find(text, part, 0) < text.len;
}

bool access_holds_any(Str text, StrList parts)
{
    for (size_t i = 0; i < parts.len; i++)
        if (access_holds(text, parts.items[i]))
            return true;
    return false;
}

void access_emit(CheckContext *context, const Rule *rule, const Node *node, StrList args)
{
    finding_emit(context, rule, &(FindingDraft){.place = {.node = node}, .args = args});
}

void access_emit_by_format(CheckContext *context, const Rule *rule, FindingDraft draft)
{
    Severity severity;
    Str text = rule_option_text(rule, format_text(context->document->format), (Str){0});
    if (!severity_parse(text, &severity))
        return;
    draft.has_severity = severity < rule->severity;
    draft.severity = severity;
    finding_emit(context, rule, &draft);
}
