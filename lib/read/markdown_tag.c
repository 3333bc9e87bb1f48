#include "read/markdown_tag.h"

#include "base/utf8.h"

#include <libxml/HTMLparser.h>

static const struct {
    Str name;
    NodeKind becomes;
    bool is_code;
} elements[] = {
    {{"b", 1}, NODE_STRONG, false},
    {{"strong", 6}, NODE_STRONG, false},
    {{"i", 1}, NODE_EMPHASIS, false},
    {{"em", 2}, NODE_EMPHASIS, false},
    {{"u", 1}, NODE_UNDERLINE, false},
    {{"ins", 3}, NODE_UNDERLINE, false},
    {{"s", 1}, NODE_STRIKE, false},
    {{"del", 3}, NODE_STRIKE, false},
    {{"strike", 6}, NODE_STRIKE, false},
    {{"sup", 3}, NODE_SUPERSCRIPT, false},
    {{"a", 1}, NODE_LINK, false},
    {{"abbr", 4}, NODE_ABBREVIATION, false},
    {{"acronym", 7}, NODE_ABBREVIATION, false},
    {{"q", 1}, NODE_QUOTATION, false},
    {{"span", 4}, NODE_SPAN, false},
    {{"code", 4}, NODE_SPAN, true},
    {{"kbd", 3}, NODE_SPAN, true},
    {{"samp", 4}, NODE_SPAN, true},
    {{"tt", 2}, NODE_SPAN, true},
};

static bool is_name_char(char c)
{
    return ascii_is_alpha((unsigned char)c) || ascii_is_digit((unsigned char)c) || c == '-';
}

static void find_element(Tag *tag)
{
    for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++) {
        if (!str_eq_nocase(tag->name, elements[i].name))
            continue;
        tag->becomes = elements[i].becomes;
        tag->is_code = elements[i].is_code;
        return;
    }
    tag->kind = TAG_OTHER;
}

Tag tag_parse(Str raw)
{
    Tag tag = {.kind = TAG_OPEN};
    size_t start = 1;
    if (raw.len > 1 && raw.data[1] == '/') {
        tag.kind = TAG_CLOSE;
        start = 2;
    }
    size_t end = start;
    while (end < raw.len && is_name_char(raw.data[end]))
        end++;
    tag.name = str_sub(raw, start, end);
    tag.attributes = str_sub(raw, end, raw.len - 1);
    if (str_eq_nocase(tag.name, STR("br")))
        tag.kind = TAG_LINE_BREAK;
    else if (str_eq_nocase(tag.name, STR("img")))
        tag.kind = TAG_IMAGE;
    else
        find_element(&tag);
    return tag;
}

static uint32_t numeric_entity(Str digits)
{
    bool is_hex = digits.len && (digits.data[0] == 'x' || digits.data[0] == 'X');
    uint32_t code_point = 0;
    for (size_t i = is_hex; i < digits.len && code_point < 0x110000; i++) {
        char c = ascii_lower(digits.data[i]);
        uint32_t value =
            ascii_is_digit((unsigned char)c) ? (uint32_t)(c - '0') : (uint32_t)(c - 'a') + 10;
        if (value >= (is_hex ? 16u : 10u))
            return UTF8_REPLACEMENT;
        code_point = code_point * (is_hex ? 16 : 10) + value;
    }
    bool is_valid =
        code_point && code_point < 0x110000 && (code_point < 0xD800 || code_point > 0xDFFF);
    return is_valid ? code_point : UTF8_REPLACEMENT;
}

/* The code point that the entity called NAME ("amp", "#39") means, or 0. */
static uint32_t entity_code_point(Str name)
{
    char c_name[32];
    if (name.len > 1 && name.data[0] == '#')
        return numeric_entity(str_sub(name, 1, name.len));
    if (!name.len || name.len >= sizeof c_name)
        return 0;
    memcpy(c_name, name.data, name.len);
    c_name[name.len] = '\0';
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)c_name);
    return entity ? entity->value : 0;
}

static Str resolve_entities(Str value, Arena *arena)
{
    if (!value.len || !memchr(value.data, '&', value.len))
        return arena_str(arena, value);
    Buf resolved = {0};
    for (size_t i = 0; i < value.len;) {
        size_t end = value.data[i] == '&' ? str_find(str_sub(value, 0, i + 32), STR(";"), i) : 0;
        uint32_t code_point = end > i && end < value.len && value.data[end] == ';'
                                  ? entity_code_point(str_sub(value, i + 1, end))
                                  : 0;
        if (code_point) {
            utf8_append(&resolved, code_point);
            i = end + 1;
        } else {
            buf_append_char(&resolved, value.data[i++]);
        }
    }
    Str ret = arena_str(arena, buf_str(&resolved));
    buf_free(&resolved);
    return ret;
}

static size_t skip_space(Str s, size_t i)
{
    while (i < s.len && ascii_is_space((unsigned char)s.data[i]))
        i++;
    return i;
}

static size_t skip_name(Str s, size_t i)
{
    while (i < s.len && !ascii_is_space((unsigned char)s.data[i]) && s.data[i] != '=' &&
           s.data[i] != '/')
        i++;
    return i;
}

/* The value at I, quoted or not; returns where it ends. */
static size_t read_value(Str s, size_t i, Str *ret)
{
    char quote = i < s.len ? s.data[i] : '\0';
    size_t end = i;
    if (quote == '"' || quote == '\'') {
        end = str_find(s, (Str){&quote, 1}, ++i);
        *ret = str_sub(s, i, end);
        return end + 1;
    }
    while (end < s.len && !ascii_is_space((unsigned char)s.data[end]))
        end++;
    *ret = str_sub(s, i, end);
    return end;
}

bool tag_attribute(const Tag *tag, Str name, Arena *arena, Str *ret)
{
    Str s = tag->attributes;
    for (size_t i = skip_space(s, 0); i < s.len; i = skip_space(s, i)) {
        size_t start = i;
        i = skip_name(s, i);
        if (i == start) { /* a stray mark */
            i++;
            continue;
        }
        Str found = str_sub(s, start, i), value = {0};
        size_t equals = skip_space(s, i);
        if (equals < s.len && s.data[equals] == '=')
            i = read_value(s, skip_space(s, equals + 1), &value);
        if (str_eq_nocase(found, name)) {
            *ret = resolve_entities(value, arena);
            return true;
        }
    }
    return false;
}
