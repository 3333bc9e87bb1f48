/* How a message names a thing: by words that its author sees in or beside it. */
#include "check/access.h"

#include "base/utf8.h"

enum { NAME_WORDS_MAX = 5, NAME_BYTES_MAX = 60 };

static bool is_folded(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_space((unsigned char)text.data[i]) &&
            (text.data[i] != ' ' || !i || text.data[i - 1] == ' '))
            return false;
    return true;
}

/* TEXT with every run of white space as one blank. */
static Str fold_blanks(Str text, Arena *arena)
{
    if (is_folded(text))
        return text;
    Buf folded = {0};
    bool is_after_blank = true;
    for (size_t i = 0; i < text.len; i++) {
        bool is_blank = ascii_is_space((unsigned char)text.data[i]);
        if (!is_blank || !is_after_blank)
            buf_append_char(&folded, is_blank ? ' ' : text.data[i]);
        is_after_blank = is_blank;
    }
    Str result = str_trim(arena_str(arena, buf_str(&folded)));
    buf_free(&folded);
    return result;
}

Str access_short(Str text, Arena *arena)
{
    enum { LOOKED_AT_BYTES = 1024 }; /* more is cut in any case */
    text = str_trim(text);
    if (text.len <= LOOKED_AT_BYTES)
        text = fold_blanks(text, arena);
    size_t end = 0, n_words = 0;
    while (end < text.len) {
        size_t next = str_find(text, STR(" "), end + 1);
        if (n_words == NAME_WORDS_MAX || (n_words && next > NAME_BYTES_MAX))
            break;
        n_words++;
        end = next;
    }
    if (end <= NAME_BYTES_MAX)
        return end == text.len ? text
                               : arena_printf(arena, "%.*s…", STR_ARG(str_sub(text, 0, end)));
    end = NAME_BYTES_MAX;
    while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80)
        end--;
    return arena_printf(arena, "%.*s…", STR_ARG(str_sub(text, 0, end)));
}

Str access_quote(const Node *node, Arena *arena)
{
    return access_short(access_text(node, arena), arena);
}

Str access_link_name(const Node *link, Arena *arena)
{
    const Node *only = link->first_child;
    if (only && !only->next && only->kind == NODE_TEXT && str_is_blank(link->as.link.label) &&
        !str_is_blank(only->as.text.literal) && access_is_heard(only))
        return str_trim(only->as.text.literal);
    Buf name = {0};
    node_append_name(link, &name);
    Str text = arena_str(arena, str_trim(buf_str(&name)));
    buf_free(&name);
    return text;
}

Str access_table_name(const Node *table, Arena *arena)
{
    for (const Node *row = node_first_row(table); row; row = node_next_row(row))
        for (const Node *cell = row->first_child; cell; cell = cell->next) {
            Str text = access_quote(cell, arena);
            if (text.len)
                return arena_printf(arena, "The table “%.*s”", STR_ARG(text));
        }
    return STR("This table");
}

/* The block that NODE stands in; NULL for none. */
static const Node *block_of(const Node *node)
{
    while (node && !node_is_text_block(node))
        node = node->parent;
    return node;
}

static Str caption_text(const Node *block, Arena *arena)
{
    return block && block->kind == NODE_CAPTION ? access_quote(block, arena) : (Str){0};
}

/* What the caption beside NODE says: of its figure, or below or above its paragraph. */
static Str caption_of(const Node *node, Arena *arena)
{
    const Node *figure = node_ancestor(node, NODE_FIGURE), *block = block_of(node);
    Str caption = {0};
    for (const Node *child = figure ? figure->first_child : NULL; child && !caption.len;
         child = child->next)
        caption = caption_text(child, arena);
    if (!caption.len && block)
        caption = caption_text(block->next, arena);
    if (!caption.len && block)
        caption = caption_text(block->previous, arena);
    return caption;
}

/* What authors call NODE. */
static Str kind_of_thing(const Node *node)
{
    static const struct {
        const char *what, *kind;
    } kinds[] = {
        {"canvas", "drawing"},     {"drawing", "drawing"}, {"frame", "embedded page"},
        {"svg", "drawing"},        {"object", "object"},   {"image-button", "picture button"},
        {"page", "embedded page"},
    };
    if (node->kind == NODE_IMAGE)
        return STR("picture");
    if (node->kind != NODE_EMBED)
        return node->kind == NODE_PARAGRAPH ? STR("frame") : STR("text box");
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (str_eq(node->as.embed.what, str_of(kinds[i].what)))
            return str_of(kinds[i].kind);
    return node->as.embed.what;
}

/* The file or page that NODE shows; empty where it tells none. */
static Str address_of(const Node *node)
{
    Str url = node->kind == NODE_IMAGE   ? node->as.image.url
              : node->kind == NODE_EMBED ? node->as.embed.url
                                         : (Str){0};
    bool is_named =
        !str_starts_with(url, STR("data:")) && !str_starts_with(url, STR("javascript:"));
    return is_named ? str_trim(str_file_name(str_sub(url, 0, str_find(url, STR("?"), 0))))
                    : (Str){0};
}

/* The text of NODE, if it has a letter or number in it: a box to tick names nothing. */
static Str telling_text(const Node *node, Arena *arena)
{
    Str text = access_quote(node, arena);
    uint32_t c = 0;
    for (size_t i = 0; i < text.len && !utf8_is_letter(c) && !utf8_is_digit(c);)
        i += utf8_decode(text, i, &c);
    return utf8_is_letter(c) || utf8_is_digit(c) ? text : (Str){0};
}

Str access_beside(const Node *node, Arena *arena)
{
    Str text = telling_text(node, arena);
    for (const Node *at = node; at && !text.len; at = at->parent) {
        for (const Node *other = at->previous; other && !text.len; other = other->previous)
            text = telling_text(other, arena);
        for (const Node *other = at->next; other && !text.len; other = other->next)
            text = telling_text(other, arena);
    }
    return text;
}

Str access_where(const CheckContext *context, const Node *node)
{
    Arena *arena = context->arena;
    Str below = {0}, above = {0};
    for (const Node *at = node->next; at && !below.len; at = at->next)
        below = access_quote(at, arena);
    for (const Node *at = node->previous; at && !below.len && !above.len; at = at->previous)
        above = access_quote(at, arena);
    if (context->document->has_lines || (!below.len && !above.len))
        return STR("here");
    return below.len ? arena_printf(arena, "above “%.*s”", STR_ARG(below))
                     : arena_printf(arena, "below “%.*s”", STR_ARG(above));
}

Str access_name(const CheckContext *context, const Node *node)
{
    Arena *arena = context->arena;
    bool is_set_in = node->kind == NODE_IMAGE || node->kind == NODE_EMBED;
    Str kind = kind_of_thing(node);
    Str name = is_set_in ? caption_of(node, arena) : access_quote(node, arena);
    if (!name.len && context->document->has_lines)
        name = access_short(address_of(node), arena);
    if (name.len)
        return arena_printf(arena, "The %.*s “%.*s”", STR_ARG(kind), STR_ARG(name));
    const Node *block = block_of(node);
    Str beside =
        context->document->has_lines ? (Str){0} : access_beside(block ? block : node, arena);
    if (!beside.len)
        return arena_printf(arena, "This %.*s", STR_ARG(kind));
    return arena_printf(arena, "The %.*s by “%.*s”", STR_ARG(kind), STR_ARG(beside));
}
