/* GitHub: one workflow command a finding, which the site shows beside the line.
 * Escaping is that of the actions toolkit: %, CR and LF everywhere, in
 * properties also colon and comma; other control characters are made visible. */
#include "report/reporter.h"

#include "report/place.h"
#include "report/uri.h"
#include "report/visible.h"

struct ReportState {
    Buf scratch;
};

static const char *const commands[] = {
    [SEVERITY_SUGGESTION] = "notice",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_ERROR] = "error",
};

_Static_assert(sizeof commands / sizeof commands[0] == SEVERITY_COUNT, "one command each");

static void append_escaped(Buf *ret, Str text, bool is_property)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '%' || c == '\r' || c == '\n' || (is_property && (c == ':' || c == ',')))
            buf_printf(ret, "%%%02X", (unsigned char)c);
        else if ((unsigned char)c < 0x20 || c == 0x7F)
            visible_append(ret, str_sub(text, i, i + 1));
        else
            buf_append_char(ret, c);
    }
}

/* The site drops the columns of a finding that goes over several lines, with a warning. */
static void append_lines(Buf *ret, const Location *at)
{
    size_t last = place_last_line(at);
    buf_printf(ret, ",line=%zu", at->start.line);
    if (last > at->start.line)
        buf_printf(ret, ",endLine=%zu", last);
    else if (at->end.line > at->start.line)
        buf_printf(ret, ",col=%zu", at->start.column);
    else
        buf_printf(ret, ",col=%zu,endColumn=%zu", at->start.column, at->end.column);
}

static void append_message(ReportState *state, const Finding *finding, Buf *ret)
{
    Buf *text = &state->scratch;
    buf_clear(text);
    if (!place_has_lines(&finding->location) && finding->location.precision != PRECISION_DOCUMENT) {
        place_append(&finding->location, text);
        buf_append(text, STR(": "));
    }
    buf_append(text, finding->message);
    for (size_t i = 0; i < finding->suggestions.len; i++) {
        buf_append(text, i ? STR(", ") : STR(" Try: "));
        buf_append(text, finding->suggestions.items[i]);
    }
    append_escaped(ret, buf_str(text), false);
}

static void append_finding(ReportState *state, Str path, const Finding *finding, Buf *ret)
{
    buf_clear(&state->scratch);
    path_append_plain(&state->scratch, path);
    buf_printf(ret, "::%s file=", commands[finding->severity]);
    append_escaped(ret, buf_str(&state->scratch), true);
    if (place_has_lines(&finding->location))
        append_lines(ret, &finding->location);
    buf_append(ret, STR(",title="));
    append_escaped(ret, finding->rule->id, true);
    buf_append(ret, STR("::"));
    append_message(state, finding, ret);
    buf_append_char(ret, '\n');
}

static ReportState *github_begin(const ReportOptions *options, Buf *ret)
{
    (void)options;
    (void)ret;
    return mem_calloc(1, sizeof(ReportState));
}

static void github_document(ReportState *state, const ReportDocument *document, Buf *ret)
{
    if (!document->result)
        return;
    const FindingList *findings = &document->result->findings;
    for (size_t i = 0; i < findings->len; i++)
        append_finding(state, document->path, &findings->items[i], ret);
}

static void github_end(ReportState *state, const ReportSummary *summary, Buf *ret)
{
    (void)summary;
    (void)ret;
    buf_free(&state->scratch);
    mem_free(state);
}

const Reporter reporter_github = {
    .name = {"github", 6},
    .begin = github_begin,
    .document = github_document,
    .end = github_end,
};
