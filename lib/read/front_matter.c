#include "read/front_matter.h"

/* "title:", "author-name:": what tells YAML from text below a line of dashes. */
static bool is_key_line(Str line)
{
    size_t i = 0;
    while (i < line.len && (ascii_is_alpha((unsigned char)line.data[i]) ||
                            ascii_is_digit((unsigned char)line.data[i]) || line.data[i] == '_' ||
                            line.data[i] == '-' || line.data[i] == '.'))
        i++;
    return i > 0 && i < line.len && line.data[i] == ':' &&
           (i + 1 == line.len || ascii_is_space((unsigned char)line.data[i + 1]));
}

static bool is_mark(Str line, Str mark)
{
    return str_starts_with(line, mark) && str_is_blank(str_sub(line, mark.len, line.len));
}

/* The line that closes the front matter, or 0 when the paper has none: then a
 * line of dashes at the start is just a line. */
static size_t closing_line(const Source *source)
{
    bool is_first = true;
    if (!is_mark(source_line(source, 1), STR("---")))
        return 0;
    for (size_t i = 2; i <= source->line_starts.len; i++) {
        Str line = source_line(source, i);
        if (is_mark(line, STR("---")) || is_mark(line, STR("...")))
            return i;
        if (str_is_blank(line) || line.data[0] == '#')
            continue;
        if (is_first && !is_key_line(line))
            return 0;
        is_first = false;
    }
    return 0;
}

/* Cuts what follows a plain value: a comment. */
static Span without_comment(Span value, Str text)
{
    for (size_t i = value.start + 1; i < value.end; i++)
        if (text.data[i] == '#' && ascii_is_space((unsigned char)text.data[i - 1]))
            value.end = i;
    return value;
}

static Span trimmed(Span span, Str text)
{
    while (span.start < span.end && ascii_is_space((unsigned char)text.data[span.start]))
        span.start++;
    while (span.end > span.start && ascii_is_space((unsigned char)text.data[span.end - 1]))
        span.end--;
    return span;
}

/* The bytes between the quotation marks at VALUE's start; false when they do not close. */
static bool unquoted(Span *value, Str text)
{
    char quote = text.data[value->start];
    for (size_t i = value->start + 1; i < value->end; i++) {
        if (quote == '"' && text.data[i] == '\\') {
            i++;
        } else if (text.data[i] == quote) {
            *value = (Span){value->start + 1, i};
            return true;
        }
    }
    return false;
}

/* False when the value goes on over lines or cannot be understood. */
static bool read_value(Span *value, Str text)
{
    *value = trimmed(*value, text);
    if (span_is_empty(*value))
        return true;
    char first = text.data[value->start];
    if (first == '"' || first == '\'')
        return unquoted(value, text);
    if (first == '|' || first == '>' || first == '[' || first == '{')
        return false;
    *value = first == '#' ? (Span){value->start, value->start}
                          : trimmed(without_comment(*value, text), text);
    return true;
}

static void take_value(Document *document, Str key, Span value)
{
    Str text = span_of(value, document->source.text);
    if (str_eq(key, STR("title"))) {
        document->title = str_trim(text);
        document->title_span = value;
        document->has_title_field = true;
    } else {
        document->language = str_trim(text);
        document->has_language_field = true;
    }
}

static void read_line(Document *document, size_t number, DiagnosticSink *sink)
{
    static const Str keys[] = {{"title", 5}, {"lang", 4}, {"language", 8}};
    Str line = source_line(&document->source, number);
    size_t start = source_line_start(&document->source, number);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (!is_key_line(line) || !str_starts_with(line, keys[i]) || line.data[keys[i].len] != ':')
            continue;
        Span value = {start + keys[i].len + 1, start + line.len};
        if (read_value(&value, document->source.text))
            take_value(document, keys[i], value);
        else
            diagnostic_add(sink, DIAG_FRONT_MATTER_BROKEN, document->source.name, number, 1,
                           "The “%.*s” was not understood. Write it on one line, in closed "
                           "quotation marks.",
                           STR_ARG(keys[i]));
    }
}

size_t front_matter_read(Document *document, DiagnosticSink *sink)
{
    size_t n_lines = closing_line(&document->source);
    for (size_t i = 2; i < n_lines; i++)
        read_line(document, i, sink);
    return n_lines;
}

void title_from_heading(Document *document)
{
    NodeIter iter = node_iter(document->root);
    while (!document->has_title_field && node_iter_next(&iter)) {
        const Node *node = iter.node;
        if (iter.event != NODE_ENTER || node->kind != NODE_HEADING || node->as.heading.level != 1)
            continue;
        Buf text = {0};
        node_append_text(node, &text);
        Str title = str_trim(buf_str(&text));
        if (title.len) {
            document->title = arena_str(&document->arena, title);
            document->title_span = node->span;
            document->has_title_field = true;
        }
        buf_free(&text);
    }
}
