#include "report/json_finding.h"

#include "report/json_text.h"

static const char *const precisions[] = {
    [PRECISION_EXACT] = "exact",
    [PRECISION_LINE] = "line",
    [PRECISION_BLOCK] = "block",
    [PRECISION_DOCUMENT] = "document",
};

_Static_assert(sizeof precisions / sizeof precisions[0] == PRECISION_COUNT, "one text each");

/* The keys of a LOCATION, without the brackets of an object. */
static void write_place(const Location *at, Buf *ret)
{
    bool is_placed = at->precision != PRECISION_DOCUMENT;
    bool has_lines = is_placed && at->has_lines;
    buf_append(ret, STR("\"line\": "));
    json_size_or_null(has_lines, at->start.line, ret);
    buf_append(ret, JSON_NEXT("column"));
    json_size_or_null(has_lines, at->start.column, ret);
    buf_append(ret, JSON_NEXT("end_line"));
    json_size_or_null(has_lines, at->end.line, ret);
    buf_append(ret, JSON_NEXT("end_column"));
    json_size_or_null(has_lines, at->end.column, ret);
    buf_append(ret, JSON_NEXT("offset"));
    json_size_or_null(has_lines, at->offset, ret);
    buf_append(ret, JSON_NEXT("length"));
    json_size_or_null(has_lines, at->length, ret);
    buf_append(ret, JSON_NEXT("heading"));
    json_list(at->headings.items, at->headings.len, ret);
    buf_append(ret, JSON_NEXT("paragraph"));
    json_size_or_null(is_placed && at->paragraph, at->paragraph, ret);
    buf_append(ret, JSON_NEXT("page"));
    json_size_or_null(is_placed && at->page, at->page, ret);
    buf_append(ret, JSON_NEXT("part"));
    json_text_or_null(at->part, ret);
}

void location_write_json(const Location *at, Buf *ret)
{
    buf_append_char(ret, '{');
    write_place(at, ret);
    buf_append_char(ret, '}');
}

void finding_write_json(const Finding *finding, Str path, Buf *ret)
{
    buf_append(ret, path.len ? JSON_FIRST("path") : JSON_FIRST("rule"));
    if (path.len) {
        json_text(path, ret);
        buf_append(ret, JSON_NEXT("rule"));
    }
    json_text(finding->rule->id, ret);
    buf_append(ret, STR(", \"severity\": \""));
    buf_append(ret, severity_text(finding->severity));
    buf_append(ret, STR("\", \"message\": "));
    json_text(finding->message, ret);
    buf_append(ret, JSON_NEXT("match"));
    json_text_or_null(finding->match, ret);
    buf_append(ret, JSON_NEXT("suggestions"));
    json_list(finding->suggestions.items, finding->suggestions.len, ret);
    buf_append(ret, STR(", \"precision\": \""));
    buf_append(ret, str_of(precisions[finding->location.precision]));
    buf_append(ret, STR("\", "));
    write_place(&finding->location, ret);
    buf_append(ret, JSON_NEXT("excerpt"));
    json_text_or_null(finding->excerpt, ret);
    buf_append_char(ret, '}');
}
