#include "read/reader.h"

static const Reader *const readers[] = {
    [FORMAT_MARKDOWN] = &reader_markdown,
    [FORMAT_HTML] = &reader_html,
    [FORMAT_DOCX] = &reader_docx,
    [FORMAT_TEXT] = &reader_text,
};

_Static_assert(sizeof readers / sizeof readers[0] == FORMAT_COUNT, "one reader a format");

void readers_prepare(void)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (readers[i]->prepare)
            readers[i]->prepare();
}

const Reader *reader_of(Format format)
{
    return readers[format];
}

/* The file name extension of NAME with its dot, or empty. */
static Str extension_of(Str name)
{
    for (size_t i = name.len; i > 0; i--) {
        if (name.data[i - 1] == '/')
            break;
        if (name.data[i - 1] == '.')
            return str_sub(name, i - 1, name.len);
    }
    return (Str){0};
}

static bool has_extension(const Reader *reader, Str extension)
{
    Str list = reader->extensions;
    for (size_t start = 0; start < list.len;) {
        size_t end = str_find(list, STR(" "), start);
        if (str_eq_nocase(str_sub(list, start, end), extension))
            return true;
        start = end + 1;
    }
    return false;
}

const Reader *reader_for(Str name, Str bytes)
{
    Str extension = extension_of(name);
    if (!extension.len)
        return NULL;
    const Reader *named = NULL;
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (has_extension(readers[i], extension))
            named = readers[i];
    if (named)
        return named;
    if (!str_eq_nocase(extension, STR(".xml")))
        return NULL;
    return reader_docx.sniff(bytes) ? &reader_docx : NULL;
}

const Reader *reader_named(Str name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (str_eq(format_text((Format)i), name))
            return readers[i];
    return NULL;
}
