/* The JSON report. Its keys and their order are a promise to scripts: see the
 * contract before changing any. Each paper is written as soon as it is checked,
 * and each finding by itself, so that no paper is held twice. */
#include "report/json_finding.h"
#include "report/json_pack.h"
#include "report/json_text.h"
#include "report/json_value.h"
#include "report/reporter.h"

#include "read/reader.h"

struct ReportState {
    const PackResult *pack;
    bool has_document; /* one is written, so the next needs a comma */
};

/* RESULT may be NULL: then nothing is known. */
static json_t *statistics_value(const LintResult *result)
{
    static const LintResult nothing;
    const Readability *read = result ? &result->readability : &nothing.readability;
    const TextCounts *all = &read->all;
    bool has_counts = result != NULL, has_scores = read->has_scores;
    json_t *object = value_object();
    value_put(object, "words", value_size_or_null(has_counts, all->words));
    value_put(object, "sentences", value_size_or_null(has_counts, all->sentences));
    value_put(object, "paragraphs", value_size_or_null(has_counts, all->paragraphs));
    value_put(object, "syllables", value_size_or_null(has_counts, all->syllables));
    value_put(object, "polysyllables", value_size_or_null(has_counts, all->polysyllables));
    value_put(object, "letters", value_size_or_null(has_counts, all->letters));
    value_put(object, "pages", value_size_or_null(read->pages, read->pages));
    value_put(object, "reading_minutes",
              value_decimal_or_null(has_counts, result ? result->reading_minutes : 0, 2));
    value_put(object, "flesch_reading_ease",
              value_decimal_or_null(has_scores, read->flesch_reading_ease, 2));
    value_put(object, "flesch_kincaid_grade",
              value_decimal_or_null(has_scores, read->flesch_kincaid_grade, 2));
    value_put(object, "smog", value_decimal_or_null(has_scores, read->smog, 2));
    value_put(object, "gunning_fog", value_decimal_or_null(has_scores, read->gunning_fog, 2));
    value_put(object, "reading_age", value_decimal_or_null(has_scores, read->reading_age, 2));
    value_put(object, "difficulty",
              value_decimal_or_null(has_scores, result ? result->difficulty : 0, 1));
    return object;
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

static json_t *diagnostic_value(const Diagnostic *diagnostic)
{
    bool is_error = diagnostic_level(diagnostic->code) == DIAGNOSTIC_ERROR;
    json_t *object = value_object();
    value_put(object, "level", value_text(is_error ? STR("error") : STR("warning")));
    value_put(object, "code", value_text(diagnostic_code_text(diagnostic->code)));
    value_put(object, "message", value_text(diagnostic->message));
    value_put(object, "line", value_size_or_null(diagnostic->line, diagnostic->line));
    return object;
}

/* The format as read, or as the name tells for a paper that was not. */
static json_t *format_value(const ReportDocument *document)
{
    if (document->result)
        return value_text(format_text(document->result->format));
    const Reader *reader = reader_for(document->path, (Str){0});
    return reader ? value_text(format_text(reader->format)) : value_null();
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
        value_write(diagnostic_value(&sink->items.items[i]), ret);
    }
    buf_append(ret, STR("]"));
}

static ReportState *json_begin(const ReportOptions *options, Buf *ret)
{
    buf_append(ret, STR("{\"plainpaper\": "));
    value_write(value_text(options->version), ret);
    buf_append(ret, STR(",\n \"documents\": ["));
    ReportState *state = mem_calloc(1, sizeof *state);
    state->pack = options->pack;
    return state;
}

static void json_document(ReportState *state, const ReportDocument *document, Buf *ret)
{
    const LintResult *result = document->result;
    buf_append(ret, state->has_document ? STR(",\n  {\"path\": ") : STR("\n  {\"path\": "));
    value_write(value_text(document->path), ret);
    buf_append(ret, STR(", \"format\": "));
    value_write(format_value(document), ret);
    buf_append(ret, STR(", \"title\": "));
    value_write(value_text_or_null(result ? result->title : (Str){0}), ret);
    buf_append(ret, STR(", \"language\": "));
    value_write(value_text_or_null(result ? result->language : (Str){0}), ret);
    buf_append(ret, STR(", \"statistics\": "));
    value_write(statistics_value(result), ret);
    write_acronyms(result, ret);
    write_findings(result, ret);
    write_diagnostics(document->diagnostics, ret);
    buf_append(ret, STR("}"));
    state->has_document = true;
}

static void json_end(ReportState *state, const ReportSummary *summary, Buf *ret)
{
    json_t *object = value_object();
    value_put(object, "documents", value_size(summary->n_documents));
    value_put(object, "errors", value_size(summary->n_errors));
    value_put(object, "warnings", value_size(summary->n_warnings));
    value_put(object, "suggestions", value_size(summary->n_suggestions));
    value_put(object, "not_checked", value_size(summary->n_not_checked));
    buf_append(ret, STR("],\n \"pack\": "));
    pack_write_json(state->pack, ret);
    buf_append(ret, STR(",\n \"summary\": "));
    value_write(object, ret);
    buf_append(ret, STR("}\n"));
    mem_free(state);
}

const Reporter reporter_json = {
    .name = {"json", 4},
    .shows_pack = true,
    .begin = json_begin,
    .document = json_document,
    .end = json_end,
};
