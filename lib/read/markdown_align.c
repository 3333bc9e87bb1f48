#include "read/markdown_align.h"

#include "base/utf8.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

bool markdown_is_mark(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

static size_t line_end_of(const Source *source, size_t line)
{
    Str text = source->text;
    size_t start = source_line_start(source, line), end = source_line_start(source, line + 1);
    while (end > start && (text.data[end - 1] == '\n' || text.data[end - 1] == '\r'))
        end--;
    return end;
}

Span line_content(const Source *source, size_t line, size_t quote_depth)
{
    const char *text = source->text.data;
    size_t i = source_line_start(source, line), end = line_end_of(source, line);
    for (;; i++) {
        while (i < end && is_blank(text[i]))
            i++;
        if (!quote_depth || i == end || text[i] != '>')
            return (Span){i, end};
        quote_depth--;
    }
}

Cursor cursor_at(const Source *source, size_t line, Span span, size_t last_line, size_t quote_depth)
{
    return (Cursor){
        .source = source,
        .offset = span.start,
        .line_end = span.end,
        .line = line,
        .last_line = last_line,
        .quote_depth = quote_depth,
    };
}

bool cursor_next_line(Cursor *cursor)
{
    if (cursor->line >= cursor->last_line || cursor->line >= cursor->source->line_starts.len)
        return false;
    Span content = line_content(cursor->source, cursor->line + 1, cursor->quote_depth);
    cursor->line++;
    cursor->offset = content.start;
    cursor->line_end = content.end;
    return true;
}

static char byte_at(const Cursor *cursor, size_t ahead)
{
    size_t offset = cursor->offset + ahead;
    return offset < cursor->line_end ? cursor->source->text.data[offset] : '\0';
}

static Str rest_of_line(const Cursor *cursor)
{
    return span_of((Span){cursor->offset, cursor->line_end}, cursor->source->text);
}

char cursor_peek(const Cursor *cursor)
{
    if (cursor->offset < cursor->line_end)
        return cursor->source->text.data[cursor->offset];
    return cursor->line < cursor->last_line ? '\n' : '\0';
}

/* One byte on; at a line's end, to the next line. False at the block's end. */
static bool advance(Cursor *cursor)
{
    if (cursor->offset >= cursor->line_end)
        return cursor_next_line(cursor);
    cursor->offset++;
    return true;
}

size_t cursor_skip_run(Cursor *cursor, char c, size_t max)
{
    size_t n = 0;
    while (n < max && cursor->offset < cursor->line_end && byte_at(cursor, 0) == c) {
        cursor->offset++;
        n++;
    }
    return n;
}

static void skip_blanks(Cursor *cursor)
{
    while (cursor->offset < cursor->line_end && is_blank(byte_at(cursor, 0)))
        cursor->offset++;
}

bool cursor_skip_heading_mark(Cursor *cursor, size_t level)
{
    Cursor ahead = *cursor;
    if (cursor_skip_run(&ahead, '#', SIZE_MAX) != level)
        return false;
    if (ahead.offset < ahead.line_end && !is_blank(byte_at(&ahead, 0)))
        return false;
    skip_blanks(&ahead);
    *cursor = ahead;
    return true;
}

/* White space, line ends included; returns whether there was any. */
static bool skip_space(Cursor *cursor)
{
    bool skipped = false;
    while (ascii_is_space((unsigned char)cursor_peek(cursor)) && advance(cursor))
        skipped = true;
    return skipped;
}

/* Past a byte, or past a backslash and the mark it escapes. */
static bool advance_escaped(Cursor *cursor)
{
    bool is_escape = byte_at(cursor, 0) == '\\' && markdown_is_mark(byte_at(cursor, 1));
    return advance(cursor) && (!is_escape || advance(cursor));
}

/* CommonMark 0.29, 6.6: `<…>`, or no blanks and balanced brackets. */
static bool skip_destination(Cursor *cursor)
{
    if (cursor_peek(cursor) == '<') {
        do {
            if (!advance_escaped(cursor) || cursor_peek(cursor) == '\n')
                return false;
        } while (cursor_peek(cursor) != '>');
        return advance(cursor);
    }
    size_t depth = 0;
    while (cursor->offset < cursor->line_end) {
        char c = byte_at(cursor, 0);
        if (ascii_is_space((unsigned char)c) || (c == ')' && !depth))
            break;
        depth += c == '(';
        depth -= c == ')';
        advance_escaped(cursor);
    }
    return true;
}

static bool skip_title(Cursor *cursor)
{
    char open = cursor_peek(cursor), close = open == '(' ? ')' : open;
    if (open != '"' && open != '\'' && open != '(')
        return false;
    do {
        if (!advance_escaped(cursor) || cursor_peek(cursor) == '\0')
            return false;
    } while (cursor_peek(cursor) != close);
    cursor->offset++;
    return true;
}

/* `[…]` without brackets inside. */
static bool skip_label(Cursor *cursor, bool *ret_is_empty)
{
    if (cursor_peek(cursor) != '[')
        return false;
    *ret_is_empty = true;
    advance(cursor);
    for (char c; (c = cursor_peek(cursor)) != ']';) {
        if (c == '[' || c == '\0')
            return false;
        *ret_is_empty &= ascii_is_space((unsigned char)c);
        if (!advance_escaped(cursor))
            return false;
    }
    cursor->offset++;
    return true;
}

/* Most destinations stand in the source just as they are, and nothing behind them. */
static bool skip_plain_destination(Cursor *cursor, Str url)
{
    Str rest = rest_of_line(cursor);
    if (rest.len <= url.len || rest.data[url.len] != ')' || !str_starts_with(rest, url))
        return false;
    cursor->offset += url.len;
    return true;
}

static bool skip_inline_tail(Cursor *cursor, Str url)
{
    if (cursor_peek(cursor) != '(')
        return false;
    advance(cursor);
    skip_space(cursor);
    if (!skip_plain_destination(cursor, url) && !skip_destination(cursor))
        return false;
    if (skip_space(cursor) && skip_title(cursor))
        skip_space(cursor);
    if (cursor_peek(cursor) != ')')
        return false;
    cursor->offset++;
    return true;
}

bool cursor_skip_link_tail(Cursor *cursor, Str url)
{
    if (cursor_peek(cursor) != ']')
        return false;
    cursor->offset++;
    Cursor ahead = *cursor;
    bool is_empty;
    if (!skip_inline_tail(&ahead, url)) {
        ahead = *cursor;
        if (!skip_label(&ahead, &is_empty))
            return true;
    }
    *cursor = ahead;
    return true;
}

static bool is_at_line_end(const Cursor *cursor)
{
    return cursor->offset >= cursor->line_end;
}

/* CommonMark 0.29, 4.7; leaves the cursor at the start of the line behind. */
static bool skip_definition(Cursor *cursor)
{
    bool is_empty;
    if (!skip_label(cursor, &is_empty) || is_empty || cursor_peek(cursor) != ':')
        return false;
    advance(cursor);
    skip_space(cursor);
    size_t before = cursor->offset;
    if (!skip_destination(cursor) || cursor->offset == before)
        return false;
    Cursor ahead = *cursor;
    bool has_title = skip_space(&ahead) && skip_title(&ahead);
    skip_blanks(&ahead);
    if (!has_title || !is_at_line_end(&ahead)) {
        ahead = *cursor;
        skip_blanks(&ahead);
        if (!is_at_line_end(&ahead))
            return false;
    }
    *cursor = ahead;
    return cursor_next_line(cursor);
}

void cursor_skip_definitions(Cursor *cursor)
{
    Cursor ahead = *cursor;
    while (cursor_peek(&ahead) == '[' && skip_definition(&ahead))
        *cursor = ahead;
}

/* The bytes of a code span without the blank that each end may have for show. */
static Span code_inner(const Cursor *cursor, Span span)
{
    Str inner = span_of(span, cursor->source->text);
    bool has_blanks = inner.len > 2 && inner.data[0] == ' ' && inner.data[inner.len - 1] == ' ';
    if (!has_blanks || str_is_blank(inner))
        return span;
    return (Span){span.start + 1, span.end - 1};
}

bool cursor_skip_code(Cursor *cursor, Span *ret_inner)
{
    Cursor ahead = *cursor;
    size_t n_marks = cursor_skip_run(&ahead, '`', SIZE_MAX);
    if (!n_marks)
        return false;
    size_t start = ahead.offset;
    for (;;) {
        const char *from = cursor->source->text.data + ahead.offset;
        const char *mark = memchr(from, '`', ahead.line_end - ahead.offset);
        if (!mark) {
            if (!cursor_next_line(&ahead))
                return false;
            continue;
        }
        ahead.offset += (size_t)(mark - from);
        size_t end = ahead.offset;
        if (cursor_skip_run(&ahead, '`', SIZE_MAX) != n_marks)
            continue;
        *ret_inner = code_inner(cursor, (Span){start, end});
        *cursor = ahead;
        return true;
    }
}

bool cursor_skip_raw(Cursor *cursor, Str literal)
{
    Cursor ahead = *cursor;
    for (size_t i = 0; i < literal.len; i++) {
        char c = literal.data[i];
        if (cursor_peek(&ahead) == '\\' && c == '|' && byte_at(&ahead, 1) == '|')
            ahead.offset++; /* in a table cell */
        if (cursor_peek(&ahead) != c || !advance(&ahead))
            return false;
    }
    *cursor = ahead;
    return true;
}

bool cursor_skip_footnote_reference(Cursor *cursor, Str *ret_label)
{
    if (byte_at(cursor, 0) != '[' || byte_at(cursor, 1) != '^')
        return false;
    size_t start = cursor->offset + 2;
    const char *text = cursor->source->text.data;
    const char *close = memchr(text + start, ']', cursor->line_end - start);
    if (!close)
        return false;
    cursor->offset = (size_t)(close - text) + 1;
    *ret_label = span_of((Span){start, cursor->offset - 1}, cursor->source->text);
    return true;
}

/* Length of something of the form of an entity that S starts with, or 0. */
static size_t entity_length(Str s)
{
    enum { ENTITY_BYTES_MAX = 40 };
    size_t i = 1;
    if (i < s.len && s.data[i] == '#')
        i++;
    size_t first = i;
    while (i < s.len && i < ENTITY_BYTES_MAX &&
           (ascii_is_alpha((unsigned char)s.data[i]) || ascii_is_digit((unsigned char)s.data[i])))
        i++;
    return i > first && i < s.len && s.data[i] == ';' ? i + 1 : 0;
}

/* True for the few entities that may mean "&" (and whose meaning could thus be
 * taken for their own first byte). */
static bool is_ampersand(Str entity)
{
    return str_eq_nocase(entity, STR("&amp;")) || str_eq(entity, STR("&#38;")) ||
           str_eq_nocase(entity, STR("&#x26;"));
}

/* Code points that stand second in the entities of two (HTML 5, 13.5). */
static bool is_second_of_entity(uint32_t code_point)
{
    return code_point == 0x0338 || code_point == 0x20D2 || code_point == 0xFE00 ||
           code_point == 0x20E5 || code_point == 0x0333 || code_point == 0x200A ||
           code_point == 0x0331 || code_point == 'j';
}

/* How many bytes of MEANT the entity SOURCE starts with has become. */
static size_t entity_meaning(Str entity, Str meant, Str behind)
{
    uint32_t code_point, second;
    size_t n = utf8_decode(meant, 0, &code_point);
    if (n >= meant.len)
        return n;
    size_t n_second = utf8_decode(meant, n, &second);
    bool is_pair = entity.data[1] != '#' && is_second_of_entity(second) &&
                   (second != 'j' || str_eq(entity, STR("&fjlig;"))) &&
                   !str_starts_with(behind, str_sub(meant, n, n + n_second));
    return is_pair ? n + n_second : n;
}

static Piece piece_of(Cursor *cursor, PieceKind kind, Str literal, size_t *done, size_t n_literal,
                      size_t n_source)
{
    Piece piece = {
        .kind = kind,
        .literal = str_sub(literal, *done, *done + n_literal),
        .span = {cursor->offset, cursor->offset + n_source},
    };
    cursor->offset += n_source;
    *done += n_literal;
    return piece;
}

/* At a backslash, `&` or NUL that may stand for something else. Fills RET and
 * returns true when it does. */
static bool next_difference(Cursor *cursor, Str literal, size_t *done, TextMode mode, Piece *ret)
{
    Str source = rest_of_line(cursor), meant = str_sub(literal, *done, literal.len);
    if (source.data[0] == '\0' && str_starts_with(meant, STR("\xEF\xBF\xBD"))) {
        *ret = piece_of(cursor, PIECE_DIFFERS, literal, done, 3, 1);
        return true;
    }
    if (str_starts_with(source, STR("\\\\|")) && meant.data[0] == '|') {
        *ret = piece_of(cursor, PIECE_DIFFERS, literal, done, 1, 3); /* in a table cell */
        return true;
    }
    if (source.data[0] == '\\') {
        bool is_escape = source.len > 1 && markdown_is_mark(source.data[1]) &&
                         source.data[1] == meant.data[0] && mode != TEXT_AUTOLINK;
        if (is_escape)
            *ret = piece_of(cursor, PIECE_DIFFERS, literal, done, 1, 2);
        return is_escape;
    }
    size_t n = source.data[0] == '&' ? entity_length(source) : 0;
    if (!n)
        return false;
    Str entity = str_sub(source, 0, n);
    if (str_starts_with(meant, entity) && !is_ampersand(entity))
        return false;
    size_t n_meant = entity_meaning(entity, meant, str_sub(source, n, source.len));
    *ret = piece_of(cursor, PIECE_DIFFERS, literal, done, n_meant, n);
    return true;
}

/* The bytes that SOURCE and MEANT share before anything that could differ. */
static size_t shared_length(Str source, Str meant)
{
    size_t i = 0, end = source.len < meant.len ? source.len : meant.len;
    while (i < end && source.data[i] == meant.data[i] && source.data[i] != '\\' &&
           source.data[i] != '&')
        i++;
    return i;
}

/* Most texts stand in the source just as they are. In a run of backslashes all that is left
 * looks alike again and again. */
static bool is_plain(Str source, Str meant)
{
    return source.len >= meant.len && !str_starts_with(meant, STR("\\")) &&
           memcmp(source.data, meant.data, meant.len) == 0 &&
           !memchr(meant.data, '\\', meant.len) && !memchr(meant.data, '&', meant.len);
}

static bool is_in_front_of_line(char c)
{
    return is_blank(c) || c == '>';
}

/* Blanks and quote marks in front of a line are text after all where a hard
 * break stands before the blanks, or too many blanks before the mark. Goes back to
 * where MEANT begins with them; false when it does not. */
static bool step_back(Cursor *cursor, Str meant)
{
    const char *text = cursor->source->text.data;
    size_t line_start = source_line_start(cursor->source, cursor->line);
    size_t n = 0;
    while (n < meant.len && is_in_front_of_line(meant.data[n]))
        n++;
    for (size_t start = cursor->offset; n && start > line_start;) {
        start--;
        if (!is_in_front_of_line(text[start]) || cursor->offset - start > n)
            return false;
        if (start + n <= cursor->line_end && memcmp(text + start, meant.data, n) == 0) {
            cursor->offset = start;
            return true;
        }
    }
    return false;
}

Piece cursor_next_piece(Cursor *cursor, Str literal, size_t *done, TextMode mode)
{
    Str source = rest_of_line(cursor), meant = str_sub(literal, *done, literal.len);
    if (is_plain(source, meant))
        return piece_of(cursor, PIECE_VERBATIM, literal, done, meant.len, meant.len);
    Piece piece;
    size_t n = 0;
    while (n < meant.len) {
        size_t shared = shared_length(str_sub(source, n, source.len), str_sub(meant, n, meant.len));
        n += shared;
        if (n >= meant.len || n >= source.len)
            break;
        Cursor ahead = *cursor;
        size_t ahead_done = *done + n;
        ahead.offset += n;
        bool differs = next_difference(&ahead, literal, &ahead_done, mode, &piece);
        if (n && (differs || source.data[n] != meant.data[n]))
            break;
        if (differs) {
            *cursor = ahead;
            *done = ahead_done;
            return piece;
        }
        if (source.data[n] != meant.data[n])
            break;
        n++; /* a backslash or `&` that is itself */
    }
    while (n && n < source.len && ((unsigned char)source.data[n] & 0xC0) == 0x80)
        n--; /* no half characters */
    if (n)
        return piece_of(cursor, PIECE_VERBATIM, literal, done, n, n);
    if (meant.data[0] == '\n' && is_at_line_end(cursor) && cursor_next_line(cursor)) {
        ++*done;
        return (Piece){.kind = PIECE_NEWLINE, .span = {cursor->offset, cursor->offset}};
    }
    if (step_back(cursor, meant))
        return cursor_next_piece(cursor, literal, done, mode);
    return (Piece){.kind = PIECE_LOST, .literal = meant};
}
