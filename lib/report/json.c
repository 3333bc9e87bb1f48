/* The JSON report. Its keys and their order are a promise to scripts: see the
 * contract before changing any. Each paper is written as soon as it is checked,
 * and each finding by itself, so that no paper is held twice. */
#include "report/json_finding.h"
#include "report/json_pack.h"
#include "report/json_text.h"
#include "report/reporter.h"

#include "read/reader.h"

struct ReportState {
    const PackResult *pack;
    bool has_document; /* one is written, so the next needs a comma */
};

/* RESULT may be NULL: then nothing is known. */
static void write_statistics(const LintResult *result, Buf *ret)
{
    static const LintResult nothing;
    bool has_counts = result != NULL;
    result = result ? result : &nothing;
    const Readability *read = &result->readability;
    const TextCounts *all = &read->all;
    bool has_scores = read->has_scores;
    buf_append(ret, JSON_FIRST("words"));
    json_size_or_null(has_counts, all->words, ret);
    buf_append(ret, JSON_NEXT("sentences"));
    json_size_or_null(has_counts, all->sentences, ret);
    buf_append(ret, JSON_NEXT("paragraphs"));
    json_size_or_null(has_counts, all->paragraphs, ret);
    buf_append(ret, JSON_NEXT("syllables"));
    json_size_or_null(has_counts, all->syllables, ret);
    buf_append(ret, JSON_NEXT("polysyllables"));
    json_size_or_null(has_counts, all->polysyllables, ret);
    buf_append(ret, JSON_NEXT("letters"));
    json_size_or_null(has_counts, all->letters, ret);
    buf_append(ret, JSON_NEXT("pages"));
    json_size_or_null(read->pages, read->pages, ret);
    buf_append(ret, JSON_NEXT("reading_minutes"));
    json_decimal_or_null(has_counts, result->reading_minutes, 2, ret);
    buf_append(ret, JSON_NEXT("flesch_reading_ease"));
    json_decimal_or_null(has_scores, read->flesch_reading_ease, 2, ret);
    buf_append(ret, JSON_NEXT("flesch_kincaid_grade"));
    json_decimal_or_null(has_scores, read->flesch_kincaid_grade, 2, ret);
    buf_append(ret, JSON_NEXT("smog"));
    json_decimal_or_null(has_scores, read->smog, 2, ret);
    buf_append(ret, JSON_NEXT("gunning_fog"));
    json_decimal_or_null(has_scores, read->gunning_fog, 2, ret);
    buf_append(ret, JSON_NEXT("reading_age"));
    json_decimal_or_null(has_scores, read->reading_age, 2, ret);
    buf_append(ret, JSON_NEXT("difficulty"));
    json_decimal_or_null(has_scores, result->difficulty, 1, ret);
    buf_append_char(ret, '}');
}

static void write_acronym(const AcronymFact *fact, Buf *ret)
{
    buf_append(ret, JSON_FIRST("short"));
    json_text(fact->short_form, ret);
    buf_append(ret, JSON_NEXT("long"));
    json_text_or_null(fact->long_form, ret);
    buf_append(ret, JSON_NEXT("known"));
    buf_append(ret, fact->is_known ? STR("true") : STR("false"));
    buf_append(ret, JSON_NEXT("uses"));
    buf_append_number(ret, fact->n_uses);
    buf_append(ret, JSON_NEXT("first_use"));
    location_write_json(&fact->first_use, ret);
    buf_append(ret, JSON_NEXT("definition"));
    if (fact->has_definition)
        location_write_json(&fact->definition, ret);
    else
        buf_append(ret, STR("null"));
    buf_append_char(ret, '}');
}

static void write_diagnostic(const Diagnostic *diagnostic, Buf *ret)
{
    bool is_error = diagnostic_level(diagnostic->code) == DIAGNOSTIC_ERROR;
    buf_append(ret, JSON_FIRST("level"));
    json_text(is_error ? STR("error") : STR("warning"), ret);
    buf_append(ret, JSON_NEXT("code"));
    json_text(diagnostic_code_text(diagnostic->code), ret);
    buf_append(ret, JSON_NEXT("message"));
    json_text(diagnostic->message, ret);
    buf_append(ret, JSON_NEXT("line"));
    json_size_or_null(diagnostic->line, diagnostic->line, ret);
    buf_append_char(ret, '}');
}

/* The format as read, or as the name tells for a paper that was not; else empty. */
static Str format_of(const ReportDocument *document)
{
    if (document->result)
        return format_text(document->result->format);
    const Reader *reader = reader_for(document->path, (Str){0});
    return reader ? format_text(reader->format) : (Str){0};
}

static void write_acronyms(const LintResult *result, Buf *ret)
{
    buf_append(ret, STR(", \"acronyms\": ["));
    for (size_t i = 0; result && i < result->acronyms.len; i++) {
        buf_append(ret, i ? STR(", ") : STR(""));
        write_acronym(&result->acronyms.items[i], ret);
    }
    buf_append(ret, STR("]"));
}

static void write_findings(const LintResult *result, Buf *ret)
{
    buf_append(ret, STR(", \"findings\": ["));
    for (size_t i = 0; result && i < result->findings.len; i++) {
        buf_append(ret, i ? STR(", ") : STR(""));
        finding_write_json(&result->findings.items[i], (Str){0}, ret);
    }
    buf_append(ret, STR("]"));
}

static void write_diagnostics(const DiagnosticSink *sink, Buf *ret)
{
    buf_append(ret, STR(", \"diagnostics\": ["));
    for (size_t i = 0; sink && i < sink->items.len; i++) {
        buf_append(ret, i ? STR(", ") : STR(""));
        write_diagnostic(&sink->items.items[i], ret);
    }
    buf_append(ret, STR("]"));
}

static ReportState *json_begin(const ReportOptions *options, Buf *ret)
{
    buf_append(ret, JSON_FIRST("plainpaper"));
    json_text(options->version, ret);
    buf_append(ret, STR(",\n \"documents\": ["));
    ReportState *state = mem_calloc(1, sizeof *state);
    state->pack = options->pack;
    return state;
}

static void json_document(ReportState *state, const ReportDocument *document, Buf *ret)
{
    const LintResult *result = document->result;
    buf_append(ret, state->has_document ? STR(",\n  {\"path\": ") : STR("\n  {\"path\": "));
    json_text(document->path, ret);
    buf_append(ret, JSON_NEXT("format"));
    json_text_or_null(format_of(document), ret);
    buf_append(ret, JSON_NEXT("title"));
    json_text_or_null(result ? result->title : (Str){0}, ret);
    buf_append(ret, JSON_NEXT("language"));
    json_text_or_null(result ? result->language : (Str){0}, ret);
    buf_append(ret, JSON_NEXT("statistics"));
    write_statistics(result, ret);
    write_acronyms(result, ret);
    write_findings(result, ret);
    write_diagnostics(document->diagnostics, ret);
    buf_append_char(ret, '}');
    state->has_document = true;
}

static void json_end(ReportState *state, const ReportSummary *summary, Buf *ret)
{
    buf_append(ret, STR("],\n \"pack\": "));
    pack_write_json(state->pack, ret);
    buf_append(ret, STR(",\n \"summary\": {\"documents\": "));
    buf_append_number(ret, summary->n_documents);
    buf_append(ret, JSON_NEXT("errors"));
    buf_append_number(ret, summary->n_errors);
    buf_append(ret, JSON_NEXT("warnings"));
    buf_append_number(ret, summary->n_warnings);
    buf_append(ret, JSON_NEXT("suggestions"));
    buf_append_number(ret, summary->n_suggestions);
    buf_append(ret, JSON_NEXT("not_checked"));
    buf_append_number(ret, summary->n_not_checked);
    buf_append(ret, STR("}}\n"));
    mem_free(state);
}

const Reporter reporter_json = {
    .name = {"json", 4},
    .shows_pack = true,
    .begin = json_begin,
    .document = json_document,
    .end = json_end,
};
