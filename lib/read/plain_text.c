#include "read/reader.h"

#include "base/utf8.h"
#include "read/encoding.h"

/* One paper being read, and what is open where we stand in it. */
typedef struct Reading {
    Document *document;
    Node *list;      /* NULL when none is open; stays open over blank lines */
    Node *paragraph; /* NULL behind a blank line */
} Reading;

static Node *new_node(Reading *reading, Node *parent, NodeKind kind, Span span)
{
    Node *node = node_new(&reading->document->arena, kind);
    node->span = span;
    node_append_child(parent, node);
    return node;
}

static size_t skip_blanks(Str s, size_t from)
{
    while (from < s.len && (s.data[from] == ' ' || s.data[from] == '\t'))
        from++;
    return from;
}

typedef struct Marker {
    size_t len;         /* with the blanks behind it; 0 when there is none */
    Str label;          /* the number as written; empty for a bullet */
    bool may_interrupt; /* clear enough to open a list in the middle of a paragraph */
} Marker;

static size_t bullet_length(Str s)
{
    static const char *const bullets[] = {"-", "*", "+", "•", "·", "◦", "▪", "–", "\xEF\x82\xB7"};
    for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++)
        if (str_starts_with(s, str_of(bullets[i])))
            return strlen(bullets[i]);
    return 0;
}

/* Length of "1.", "12)", "4.1.2", "a.", "(a)", "(iv)", or 0. No marker: a bare
 * number ("2024 was …") and a capital with a full stop ("J. Smith"). */
static size_t number_length(Str s)
{
    enum { NUMBER_BYTES_MAX = 8, ROMAN_BYTES_MAX = 4 };
    bool is_bracketed = s.len && s.data[0] == '(';
    size_t i = is_bracketed, n_digits = 0, n_dots = 0, n_letters = 0;
    bool has_upper = false;
    for (; i < s.len && i < NUMBER_BYTES_MAX; i++) {
        unsigned char c = (unsigned char)s.data[i];
        bool is_dot_inside = c == '.' && n_digits && !is_bracketed;
        if (!is_dot_inside && !ascii_is_digit(c) && !ascii_is_alpha(c))
            break;
        n_dots += is_dot_inside;
        n_digits += ascii_is_digit(c);
        n_letters += ascii_is_alpha(c);
        has_upper |= ascii_is_upper(c);
    }
    char end = i < s.len ? s.data[i] : '\0';
    if (n_digits && n_letters)
        return 0;
    if (n_digits)
        return end == ')' && !n_dots ? i + 1 : is_bracketed || !n_dots ? 0 : i;
    if (is_bracketed)
        return end == ')' && n_letters && n_letters <= ROMAN_BYTES_MAX ? i + 1 : 0;
    return n_letters == 1 && (end == ')' || (end == '.' && !has_upper)) ? i + 1 : 0;
}

/* "1.", "(1)", "a)", "(i)": the first of a list. */
static bool is_first_number(Str label)
{
    Str bare = str_sub(label, label.data[0] == '(', label.len - 1);
    return str_eq(bare, STR("1")) || str_eq_nocase(bare, STR("a")) || str_eq_nocase(bare, STR("i"));
}

static Marker marker_of(Str s)
{
    size_t bullet = bullet_length(s), n = bullet ? bullet : number_length(s);
    size_t text = skip_blanks(s, n);
    if (!n || text == n || text == s.len)
        return (Marker){0};
    if (bullet)
        return (Marker){.len = text, .may_interrupt = !str_starts_with(s, STR("–"))};
    Str label = str_sub(s, 0, n);
    return (Marker){.len = text, .label = label, .may_interrupt = is_first_number(label)};
}

static void grow_span(Reading *reading, size_t end)
{
    for (Node *node = reading->paragraph; node; node = node->parent)
        node->span.end = end;
}

static void add_text(Reading *reading, Span span)
{
    if (reading->paragraph->last_child) {
        size_t end = reading->paragraph->last_child->span.end;
        new_node(reading, reading->paragraph, NODE_SOFT_BREAK, (Span){end, span.start});
    }
    Node *text = new_node(reading, reading->paragraph, NODE_TEXT, span);
    text->as.text.literal = span_of(span, reading->document->source.text);
    text->as.text.is_verbatim = true;
    grow_span(reading, span.end);
}

/* A list holds either numbers or bullets. */
static void open_item(Reading *reading, size_t start, Str label)
{
    Span span = {start, start};
    if (reading->list && reading->list->as.list.is_ordered != (label.len > 0))
        reading->list = NULL;
    if (!reading->list) {
        reading->list = new_node(reading, reading->document->root, NODE_LIST, span);
        reading->list->as.list.is_ordered = label.len > 0;
        for (size_t i = 0; i < label.len && ascii_is_digit((unsigned char)label.data[i]); i++)
            reading->list->as.list.start = reading->list->as.list.start * 10 + label.data[i] - '0';
    }
    Node *item = new_node(reading, reading->list, NODE_ITEM, span);
    item->as.item.label = label;
    reading->paragraph = new_node(reading, item, NODE_PARAGRAPH, span);
}

static void read_line(Reading *reading, Span line)
{
    Str text = reading->document->source.text;
    while (line.start < line.end && ascii_is_space((unsigned char)text.data[line.start]))
        line.start++;
    while (line.end > line.start && ascii_is_space((unsigned char)text.data[line.end - 1]))
        line.end--;
    if (span_is_empty(line)) {
        reading->paragraph = NULL;
        return;
    }
    Marker marker = marker_of(span_of(line, text));
    if (marker.len && (marker.may_interrupt || reading->list || !reading->paragraph)) {
        open_item(reading, line.start, marker.label);
        line.start += marker.len;
    } else if (!reading->paragraph) {
        reading->list = NULL;
        reading->paragraph = new_node(reading, reading->document->root, NODE_PARAGRAPH, line);
    }
    add_text(reading, line);
}

static Status text_read(Str name, Str bytes, const ReadOptions *options, Document **ret)
{
    Document *document = document_new(FORMAT_TEXT, name, bytes);
    const Source *source = &document->source;
    Status status = encoding_decode(&document->source, STR(""), options->sink);
    if (status != STATUS_OK) {
        document_free(document);
        return status;
    }
    Reading reading = {.document = document};
    for (size_t i = 1; i <= source->line_starts.len; i++)
        read_line(&reading, (Span){source_line_start(source, i), source_line_start(source, i + 1)});
    document->root->span = (Span){0, source->text.len};
    document_finish(document);
    *ret = document;
    return STATUS_OK;
}

static bool text_sniff(Str bytes)
{
    return bytes.len && !memchr(bytes.data, 0, bytes.len) && utf8_find_invalid(bytes) == bytes.len;
}

const Reader reader_text = {
    .format = FORMAT_TEXT,
    .extensions = {".txt", 4},
    .sniff = text_sniff,
    .read = text_read,
};
