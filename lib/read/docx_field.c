#include "read/docx_field.h"

/* The next word of *REST, without the quotation marks around it. */
static bool next_word(Str *rest, Str *ret)
{
    Str text = str_trim(*rest);
    if (!text.len)
        return false;
    bool is_quoted = text.data[0] == '"';
    size_t start = is_quoted ? 1 : 0;
    size_t end = start;
    while (end < text.len &&
           (is_quoted ? text.data[end] != '"' : !ascii_is_space((unsigned char)text.data[end])))
        end++;
    *ret = str_sub(text, start, end);
    *rest = str_sub(text, is_quoted ? end + 1 : end, text.len);
    return true;
}

static LinkTarget link_of(Str rest, Arena *arena)
{
    Str word, url = {0}, anchor = {0}, title = {0};
    while (next_word(&rest, &word)) {
        if (str_eq_nocase(word, STR("\\l")))
            (void)next_word(&rest, &anchor);
        else if (str_eq_nocase(word, STR("\\o")))
            (void)next_word(&rest, &title);
        else if (str_eq_nocase(word, STR("\\t")))
            (void)next_word(&rest, &word);
        else if (!str_starts_with(word, STR("\\")) && !url.len)
            url = word;
    }
    LinkTarget link = {.title = arena_str(arena, title)};
    link.url = anchor.len ? arena_printf(arena, "%.*s#%.*s", STR_ARG(url), STR_ARG(anchor))
                          : arena_str(arena, url);
    return link;
}

static bool is_clock(Str name)
{
    static const char *const names[] = {"DATE", "PRINTDATE", "SAVEDATE", "TIME"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_eq_nocase(name, str_of(names[i])))
            return true;
    return false;
}

FieldKind field_parse(Str instruction, Arena *arena, LinkTarget *ret_link)
{
    Str name;
    if (!next_word(&instruction, &name))
        return FIELD_OTHER;
    if (str_eq_nocase(name, STR("TOC")))
        return FIELD_CONTENTS;
    if (!str_eq_nocase(name, STR("HYPERLINK")))
        return is_clock(name) ? FIELD_CLOCK : FIELD_OTHER;
    *ret_link = link_of(instruction, arena);
    return FIELD_LINK;
}
