#include "read/html_markup.h"

enum { SNIFFED_BYTES = 1024 };

static bool is_name_char(char c)
{
    return ascii_is_alpha((unsigned char)c) || ascii_is_digit((unsigned char)c) || c == '-' ||
           c == '_' || c == '.' || c == ':';
}

/* The value that follows KEY and '=' in HEAD at or after *AT, which moves past it. */
static Str value_after(Str head, Str key, size_t *at)
{
    for (size_t i = *at; i + key.len <= head.len; i++) {
        if (!str_eq_nocase(str_sub(head, i, i + key.len), key))
            continue;
        size_t start = i + key.len;
        while (start < head.len && ascii_is_space((unsigned char)head.data[start]))
            start++;
        if (start == head.len || head.data[start] != '=')
            continue;
        start++;
        while (start < head.len && (ascii_is_space((unsigned char)head.data[start]) ||
                                    head.data[start] == '"' || head.data[start] == '\''))
            start++;
        size_t end = start;
        while (end < head.len && is_name_char(head.data[end]))
            end++;
        *at = end;
        return str_sub(head, start, end);
    }
    *at = head.len;
    return (Str){0};
}

/* HEAD was read as ASCII, so what calls itself UTF-16 is not (HTML standard). */
static Str believable(Str encoding)
{
    if (str_eq_nocase(str_sub(encoding, 0, 6), STR("utf-16")))
        return STR("utf-8");
    return encoding;
}

/* The charset declared by the meta element that starts at AT in HEAD, or empty. */
static Str charset_of_meta(Str head, size_t at)
{
    size_t end = str_find(head, STR(">"), at);
    Str meta = str_sub(head, at, end);
    size_t i = 0;
    return value_after(meta, STR("charset"), &i);
}

Str html_declared_encoding(Str bytes)
{
    Str head = str_sub(bytes, 0, SNIFFED_BYTES);
    size_t at = 0;
    if (str_starts_with(head, STR("<?xml"))) {
        Str declaration = str_sub(head, 0, str_find(head, STR("?>"), 0));
        Str encoding = value_after(declaration, STR("encoding"), &at);
        if (encoding.len)
            return believable(encoding);
    }
    for (at = 0; at < head.len; at++) {
        if (head.data[at] != '<')
            continue;
        if (str_starts_with(str_sub(head, at, head.len), STR("<!--"))) {
            at = str_find(head, STR("-->"), at + 2);
            continue;
        }
        if (!str_eq_nocase(str_sub(head, at, at + 5), STR("<meta")))
            continue;
        Str encoding = charset_of_meta(head, at);
        if (encoding.len)
            return believable(encoding);
    }
    return (Str){0};
}
