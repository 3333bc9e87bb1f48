#include "report/text_totals.h"

#include <math.h>

void text_totals_add(TextTotals *totals, const ReportDocument *document)
{
    if (!totals->first_rule.len && document->result && document->result->findings.len)
        totals->first_rule =
            arena_str(&totals->arena, document->result->findings.items[0].rule->id);
    if (report_document_is_whole(document))
        return;
    Str path = arena_str(&totals->arena, document->path);
    if (document->result)
        array_push(&totals->partial, path);
    else
        array_push(&totals->unread, path);
}

void text_totals_free(TextTotals *totals)
{
    array_free(&totals->unread);
    array_free(&totals->partial);
    arena_free(&totals->arena);
}

/* "1,204 words", "1 word" */
static void append_count(Buf *buf, size_t n, const char *one, const char *many)
{
    size_t scale = 1;
    while (n / scale >= 1000)
        scale *= 1000;
    buf_printf(buf, "%zu", n / scale);
    while (scale > 1) {
        scale /= 1000;
        buf_printf(buf, ",%03zu", n / scale % 1000);
    }
    buf_printf(buf, " %s", n == 1 ? one : many);
}

static void write_sentence(Flow *flow, const Buf *text)
{
    flow_start(flow, 0, 2);
    flow_words(flow, buf_str(text), FLOW_PLAIN);
    flow_end(flow);
}

void text_write_measure(const LintResult *result, Flow *flow)
{
    Buf buf = {0};
    const Readability *readability = &result->readability;
    append_count(&buf, readability->all.words, "word", "words");
    if (result->reading_minutes >= 0.5) {
        buf_append(&buf, STR(", "));
        append_count(&buf, (size_t)lround(result->reading_minutes), "minute to read",
                     "minutes to read");
    } else if (readability->all.words) {
        buf_append(&buf, STR(", less than a minute to read"));
    }
    if (readability->pages) {
        buf_append(&buf, STR(", "));
        append_count(&buf, readability->pages, "page", "pages");
    }
    if (readability->has_scores)
        buf_printf(&buf, ", reading age %ld", lround(readability->reading_age));
    buf_append_char(&buf, '.');
    write_sentence(flow, &buf);
    buf_free(&buf);
}

static size_t n_findings(const ReportSummary *summary)
{
    return summary->n_errors + summary->n_warnings + summary->n_suggestions;
}

/* One part of the list of findings: "2 things shut readers out". The first part
 * says what is counted. */
static void append_part(Buf *buf, bool *is_first, size_t n, const char *one, const char *many)
{
    if (!n)
        return;
    if (!*is_first)
        buf_append(buf, STR(", "));
    buf_printf(buf, "%zu %s%s", n, *is_first ? (n == 1 ? "thing " : "things ") : "",
               n == 1 ? one : many);
    *is_first = false;
}

static void write_findings(const ReportSummary *summary, Flow *flow)
{
    Buf buf = {0};
    bool is_first = true;
    if (!n_findings(summary) && summary->n_not_checked) {
        buf_append(&buf, STR("Nothing to change in what could be checked"));
    } else if (!n_findings(summary)) {
        buf_append(&buf, STR("Nothing to change in "));
        append_count(&buf, summary->n_documents, "paper", "papers");
    } else {
        append_count(&buf, summary->n_documents, "paper", "papers");
        buf_append(&buf, STR(": "));
        append_part(&buf, &is_first, summary->n_errors, "shuts readers out", "shut readers out");
        append_part(&buf, &is_first, summary->n_warnings, "to fix before you send",
                    "to fix before you send");
        append_part(&buf, &is_first, summary->n_suggestions, "to consider", "to consider");
    }
    buf_append_char(&buf, '.');
    write_sentence(flow, &buf);
    buf_free(&buf);
}

/* "1 paper could not be read:" and their paths, just as they are called. */
static void write_paths(Flow *flow, const Str *paths, size_t n, const char *what)
{
    if (!n)
        return;
    Buf buf = {0};
    append_count(&buf, n, "paper", "papers");
    buf_printf(&buf, " could %s:", what);
    write_sentence(flow, &buf);
    buf_free(&buf);
    for (size_t i = 0; i < n; i++) {
        flow_start(flow, 2, 2);
        flow_text(flow, paths[i], FLOW_PLAIN);
        flow_end(flow);
    }
}

static void write_passed_over(Flow *flow, size_t n)
{
    if (!n)
        return;
    Buf buf = {0};
    append_count(&buf, n, "file", "files");
    buf_append(&buf, n == 1 ? STR(" of another kind was passed over.")
                            : STR(" of other kinds were passed over."));
    write_sentence(flow, &buf);
    buf_free(&buf);
}

/* Inputs that never became a paper, such as a folder that could not be opened. */
static void write_other_inputs(Flow *flow, size_t n)
{
    if (!n)
        return;
    Buf buf = {0};
    append_count(&buf, n, "other input", "other inputs");
    buf_append(&buf, STR(" could not be checked."));
    write_sentence(flow, &buf);
    buf_free(&buf);
}

static void write_hint(Flow *flow, Str rule)
{
    if (!rule.len)
        return;
    Buf buf = {0};
    buf_append(&buf, STR("To see the reason for a rule in brackets, type: plainpaper rules "));
    buf_append(&buf, rule);
    write_sentence(flow, &buf);
    buf_free(&buf);
}

void text_write_totals(const TextTotals *totals, const ReportSummary *summary, Flow *flow)
{
    size_t n_named = totals->unread.len + totals->partial.len;
    if (summary->n_documents) {
        write_findings(summary, flow);
    } else {
        flow_text(flow, STR("No papers were checked."), FLOW_PLAIN);
        flow_end(flow);
    }
    write_paths(flow, totals->unread.items, totals->unread.len, "not be read");
    write_paths(flow, totals->partial.items, totals->partial.len, "only be checked in part");
    if (summary->n_not_checked > n_named)
        write_other_inputs(flow, summary->n_not_checked - n_named);
    write_passed_over(flow, summary->n_passed_over);
    write_hint(flow, totals->first_rule);
}
