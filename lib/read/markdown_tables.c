#include "read/markdown_tables.h"

static void skip_blanks(Cursor *row)
{
    char c;
    while (row->offset < row->line_end && (c = cursor_peek(row)) && strchr(" \t\v\f", c))
        row->offset++;
}

Cursor row_at(const Source *source, size_t line, size_t start)
{
    Span content = {start, line_content(source, line, 0).end};
    Cursor row = cursor_at(source, line, content, line, 0);
    if (cursor_skip_run(&row, '|', 1))
        skip_blanks(&row);
    return row;
}

Span row_next_cell(Cursor *row)
{
    const char *text = row->source->text.data;
    Span span = {row->offset, row->offset};
    while (span.end < row->line_end &&
           (text[span.end] != '|' || (span.end > span.start && text[span.end - 1] == '\\')))
        span.end++;
    row->offset = span.end;
    if (cursor_skip_run(row, '|', 1))
        skip_blanks(row);
    while (span.start < span.end && ascii_is_space((unsigned char)text[span.start]))
        span.start++;
    while (span.end > span.start && ascii_is_space((unsigned char)text[span.end - 1]))
        span.end--;
    return span;
}

static size_t count_row(Cursor row)
{
    size_t n = 0;
    for (; row.offset < row.line_end; n++)
        row_next_cell(&row);
    return n;
}

static size_t content_start(const TableLines *lines, size_t line)
{
    return line == lines->first ? lines->start
                                : line_content(lines->source, line, lines->quote_depth).start;
}

static bool is_delimiter(const TableLines *lines, size_t line)
{
    Span content = line_content(lines->source, line, lines->quote_depth);
    bool has_dash = false;
    for (size_t i = content.start; i < content.end; i++) {
        char c = lines->source->text.data[i];
        if (!c || !strchr("|-: \t\v\f", c))
            return false;
        has_dash |= c == '-';
    }
    return has_dash && count_row(row_at(lines->source, line, content.start)) == lines->n_columns;
}

size_t table_header_line(const TableLines *lines)
{
    for (size_t line = lines->first; line < lines->last; line++) {
        Cursor header = row_at(lines->source, line, content_start(lines, line));
        if (is_delimiter(lines, line + 1) && count_row(header) == lines->n_columns)
            return line;
    }
    return lines->first;
}

/* Steps, each about a nanosecond. */
enum {
    STEPS_FREE = 100 * 1000 * 1000,
    STEPS_PER_BYTE = 1000,
    STEPS_PER_CELL = 200,
};

/* Lines that may yet be one paragraph, and the table that they may have become. */
typedef struct Run {
    size_t n_lines, n_bytes;
    size_t n_last_cells; /* in the line before */
    size_t n_columns;    /* of the table we are in; 0 when in none */
} Run;

static bool is_one_of(char c, const char *set)
{
    return c && strchr(set, c);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* LINE without quote marks and blanks in front, as far as these cannot be part
 * of a paragraph, and without blanks behind. */
static Str bare_line(Str line)
{
    enum { INDENT_MAX = 3 };
    size_t start = 0;
    for (;;) {
        size_t i = start;
        while (i < line.len && i < start + INDENT_MAX && line.data[i] == ' ')
            i++;
        if (i == line.len || line.data[i] != '>')
            break;
        start = i + 1;
    }
    line = str_sub(line, start, line.len);
    while (line.len && ascii_is_space((unsigned char)line.data[line.len - 1]))
        line.len--;
    return line;
}

static size_t count_cells(Str line)
{
    size_t n = 1;
    const char *end = line.data + line.len, *at = line.data;
    while (at < end && (at = memchr(at, '|', (size_t)(end - at)))) {
        bool is_outer = at == line.data || at == end - 1;
        bool is_escaped = at > line.data && at[-1] == '\\';
        n += !is_outer && !is_escaped;
        at++;
    }
    return n;
}

/* A line of dashes, perhaps behind the marks of a list. */
static bool may_be_delimiter(Str line)
{
    size_t i = line.len;
    bool has_dash = false;
    while (i > 0 && is_one_of(line.data[i - 1], "|-: \t\v\f"))
        has_dash |= line.data[--i] == '-';
    return has_dash && (i == 0 || !ascii_is_alpha((unsigned char)line.data[i - 1]));
}

/* True for a blank line and for one that begins a heading or a list item. */
static bool ends_paragraph(Str line)
{
    size_t i = 0;
    while (i < line.len && line.data[i] == ' ')
        i++;
    if (i == line.len)
        return true;
    if (i > 3)
        return false;
    size_t mark = i;
    while (i < line.len && i < mark + 6 && line.data[i] == '#')
        i++;
    if (i == mark && is_one_of(line.data[i], "-*+"))
        i++;
    return i > mark && i < line.len && is_blank(line.data[i]);
}

/* Steps that LINE costs as a line of dashes; begins a table when it fits the line before. */
static size_t cost_of_delimiter(Run *run, size_t n_cells)
{
    size_t cost = run->n_lines * run->n_bytes;
    if (n_cells == run->n_last_cells)
        *run = (Run){.n_columns = n_cells};
    return cost;
}

static size_t cost_of_line(Run *run, Str line)
{
    size_t n_bytes = line.len;
    line = bare_line(line);
    size_t n_cells = count_cells(line);
    size_t cost = n_cells * n_cells + run->n_columns * STEPS_PER_CELL;
    if (ends_paragraph(line))
        *run = (Run){0};
    else if (run->n_lines && may_be_delimiter(line))
        cost += cost_of_delimiter(run, n_cells);
    run->n_lines++;
    run->n_bytes += n_bytes;
    run->n_last_cells = n_cells;
    return cost;
}

static bool has(Str text, Str mark)
{
    return str_find(text, mark, 0) < text.len;
}

bool tables_may_be_in(Str text)
{
    if (has(text, STR("|")) || has(text, STR("\v")) || has(text, STR("\f")))
        return true;
    for (size_t at = str_find(text, STR(":"), 0); at < text.len;
         at = str_find(text, STR(":"), at + 1))
        if ((at && text.data[at - 1] == '-') || (at + 1 < text.len && text.data[at + 1] == '-'))
            return true;
    return false;
}

size_t tables_too_costly_at(const Source *source, size_t first_line)
{
    size_t steps = 0;
    size_t limit = STEPS_FREE + STEPS_PER_BYTE * source->text.len;
    Run run = {0};
    for (size_t i = first_line; i <= source->line_starts.len; i++) {
        steps += cost_of_line(&run, source_line(source, i));
        if (steps > limit)
            return i;
    }
    return 0;
}
