/* The report for people: findings by their place, then what the paper asks of
 * its reader. Written for someone who has never seen a terminal. */
#include "report/text_totals.h"

#include "report/excerpt.h"
#include "report/flow.h"
#include "report/place.h"
#include "report/text_pack.h"
#include "report/visible.h"

enum { MESSAGE_INDENT = 2, EXCERPT_INDENT = 6 };

struct ReportState {
    Flow flow;
    const PackResult *pack; /* or NULL */
    bool is_quiet;
    bool has_output; /* something is written, so the next paper needs a blank line */
    Buf place, last_place;
    TextTotals totals;
};

static FlowStyle style_of(Severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return FLOW_RED;
    case SEVERITY_WARNING:
        return FLOW_YELLOW;
    default:
        return FLOW_CYAN;
    }
}

static void write_line(Flow *flow, Str text, FlowStyle style)
{
    flow_start(flow, 0, MESSAGE_INDENT);
    flow_words(flow, text, style);
    flow_end(flow);
}

/* The place, once for all findings that share it. */
static void write_place(ReportState *state, const Location *at)
{
    Flow *flow = &state->flow;
    buf_clear(&state->place);
    place_append(at, &state->place);
    if (str_eq(buf_str(&state->place), buf_str(&state->last_place)))
        return;
    flow_end(flow);
    write_line(flow, buf_str(&state->place), FLOW_BOLD);
    buf_clear(&state->last_place);
    buf_append(&state->last_place, buf_str(&state->place));
}

static void write_message(Flow *flow, const Finding *finding)
{
    flow_start(flow, MESSAGE_INDENT, 2 * MESSAGE_INDENT);
    flow_text(flow, severity_text(finding->severity), style_of(finding->severity));
    flow_text(flow, STR(": "), FLOW_PLAIN);
    flow_words(flow, finding->message, FLOW_PLAIN);
    Buf rule = {0};
    buf_printf(&rule, "(%.*s)", STR_ARG(finding->rule->id));
    flow_words(flow, buf_str(&rule), FLOW_DIM);
    flow_end(flow);
    buf_free(&rule);
}

static void write_underline(Flow *flow, size_t start, size_t n_columns, FlowStyle style)
{
    Buf line = {0};
    for (size_t i = 0; i < (n_columns ? n_columns : 1); i++)
        buf_append_char(&line, '~');
    flow_start(flow, start, start);
    flow_text(flow, buf_str(&line), style);
    flow_end(flow);
    buf_free(&line);
}

static void write_excerpt(Flow *flow, const Finding *finding)
{
    FlowStyle style = style_of(finding->severity);
    ExcerptView view =
        excerpt_view(finding->excerpt, finding->in_excerpt, FLOW_COLUMNS_MAX - EXCERPT_INDENT);
    flow_start(flow, EXCERPT_INDENT, EXCERPT_INDENT);
    flow_text(flow, view.is_cut_before ? STR("…") : STR(""), FLOW_DIM);
    flow_text(flow, view.before, FLOW_PLAIN);
    size_t start = flow->column;
    flow_text(flow, view.marked, FLOW_PLAIN);
    size_t end = flow->column;
    flow_text(flow, view.after, FLOW_PLAIN);
    flow_text(flow, view.is_cut_after ? STR("…") : STR(""), FLOW_DIM);
    flow_end(flow);
    if (view.marked.len)
        write_underline(flow, start, end - start, style);
}

static bool is_said(Str message, Str suggestion)
{
    Buf quoted = {0};
    buf_printf(&quoted, "“%.*s”", STR_ARG(suggestion));
    bool is_found = str_find(message, buf_str(&quoted), 0) < message.len;
    buf_free(&quoted);
    return is_found;
}

/* What the message has not said already. */
static void write_suggestions(Flow *flow, const Finding *finding)
{
    bool is_first = true;
    for (size_t i = 0; i < finding->suggestions.len; i++) {
        Str suggestion = finding->suggestions.items[i];
        if (is_said(finding->message, suggestion))
            continue;
        if (is_first) {
            flow_start(flow, EXCERPT_INDENT, EXCERPT_INDENT + 5);
            flow_text(flow, STR("try: "), FLOW_PLAIN);
        } else {
            flow_words(flow, STR("or"), FLOW_PLAIN);
        }
        flow_words(flow, suggestion, FLOW_PLAIN);
        is_first = false;
    }
    if (!is_first)
        flow_end(flow);
}

static void write_finding(ReportState *state, const Finding *finding)
{
    write_place(state, &finding->location);
    write_message(&state->flow, finding);
    if (!visible_is_blank(finding->excerpt))
        write_excerpt(&state->flow, finding);
    write_suggestions(&state->flow, finding);
}

static void write_header(ReportState *state, const ReportDocument *document)
{
    Flow *flow = &state->flow;
    if (state->has_output)
        flow_end(flow);
    state->has_output = true;
    flow_start(flow, 0, 0);
    flow_text(flow, document->path, FLOW_BOLD);
    flow_end(flow);
    if (document->result && document->result->title.len)
        write_line(flow, document->result->title, FLOW_PLAIN);
}

/* Did the summary on top find something in the paper PATH? */
static bool has_pack_findings(const PackResult *pack, Str path)
{
    for (size_t i = 0; pack && i < pack->findings.len; i++)
        if (str_eq(pack->findings.items[i].path, path))
            return true;
    return false;
}

/* What there is to say of a paper as a whole, below its findings. */
static void write_footer(ReportState *state, const ReportDocument *document)
{
    Flow *flow = &state->flow;
    const LintResult *result = document->result;
    flow_end(flow);
    if (!result) {
        write_line(flow, STR("Could not be read, so nothing in it was checked."), FLOW_RED);
        return;
    }
    bool is_whole = report_document_is_whole(document);
    if (!result->findings.len && is_whole && !has_pack_findings(state->pack, document->path))
        write_line(flow, STR("Nothing to change."), FLOW_PLAIN);
    if (!is_whole)
        write_line(flow, STR("Only part of this paper could be checked."), FLOW_RED);
    text_write_measure(result, flow);
}

/* Findings of the pack as a whole, each with the paper it belongs to. */
static void write_pack_findings(ReportState *state, const PackResult *pack)
{
    Str path = {0};
    for (size_t i = 0; i < pack->findings.len; i++) {
        const PackFinding *found = &pack->findings.items[i];
        if (!str_eq(found->path, path)) {
            path = found->path;
            flow_end(&state->flow);
            flow_start(&state->flow, 0, 0);
            flow_text(&state->flow, path, FLOW_BOLD);
            flow_end(&state->flow);
            buf_clear(&state->last_place);
        }
        write_finding(state, &found->finding);
    }
    state->has_output |= pack->findings.len > 0;
}

static ReportState *text_begin(const ReportOptions *options, Buf *ret)
{
    ReportState *state = mem_calloc(1, sizeof *state);
    state->flow.has_colour = options->has_colour;
    state->is_quiet = options->is_quiet;
    state->pack = options->pack;
    if (options->pack) {
        state->flow.buf = ret;
        state->has_output = !options->is_quiet;
        if (!options->is_quiet)
            text_write_pack(options->pack, &state->flow);
        write_pack_findings(state, options->pack);
    }
    return state;
}

static void text_document(ReportState *state, const ReportDocument *document, Buf *ret)
{
    state->flow.buf = ret;
    text_totals_add(&state->totals, document);
    size_t n_findings = document->result ? document->result->findings.len : 0;
    if (state->is_quiet && !n_findings)
        return;
    write_header(state, document);
    buf_clear(&state->last_place);
    for (size_t i = 0; i < n_findings; i++)
        write_finding(state, &document->result->findings.items[i]);
    if (!state->is_quiet)
        write_footer(state, document);
}

static void text_end(ReportState *state, const ReportSummary *summary, Buf *ret)
{
    state->flow.buf = ret;
    if (!state->is_quiet) {
        if (state->has_output)
            flow_end(&state->flow);
        text_write_totals(&state->totals, summary, &state->flow);
    }
    text_totals_free(&state->totals);
    buf_free(&state->place);
    buf_free(&state->last_place);
    mem_free(state);
}

const Reporter reporter_text = {
    .name = {"text", 4},
    .shows_pack = true,
    .begin = text_begin,
    .document = text_document,
    .end = text_end,
};
