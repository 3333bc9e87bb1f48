/* The JSON report. Its keys and their order are a promise to scripts: see the
 * contract before changing any. Each paper is written as soon as it is checked,
 * and each finding by itself, so that no paper is held twice. */
#include "report/json_value.h"
#include "report/reporter.h"

#include "read/reader.h"

struct ReportState {
    bool has_document; /* one is written, so the next needs a comma */
};

static const char *const precisions[] = {
    [PRECISION_EXACT] = "exact",
    [PRECISION_LINE] = "line",
    [PRECISION_BLOCK] = "block",
    [PRECISION_DOCUMENT] = "document",
};

_Static_assert(sizeof precisions / sizeof precisions[0] == PRECISION_COUNT, "one text each");

static json_t *list_value(StrList list)
{
    json_t *array = value_array();
    for (size_t i = 0; i < list.len; i++)
        value_add(array, value_text(list.items[i]));
    return array;
}

static void put_location(json_t *object, const Location *at)
{
    bool is_placed = at->precision != PRECISION_DOCUMENT;
    bool has_lines = is_placed && at->has_lines;
    value_put(object, "line", value_size_or_null(has_lines, at->start.line));
    value_put(object, "column", value_size_or_null(has_lines, at->start.column));
    value_put(object, "end_line", value_size_or_null(has_lines, at->end.line));
    value_put(object, "end_column", value_size_or_null(has_lines, at->end.column));
    value_put(object, "offset", value_size_or_null(has_lines, at->offset));
    value_put(object, "length", value_size_or_null(has_lines, at->length));
    value_put(object, "heading", list_value(at->headings));
    value_put(object, "paragraph", value_size_or_null(is_placed && at->paragraph, at->paragraph));
    value_put(object, "page", value_size_or_null(is_placed && at->page, at->page));
    value_put(object, "part", value_text_or_null(at->part));
}

static json_t *location_value(const Location *at)
{
    json_t *object = value_object();
    put_location(object, at);
    return object;
}

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

static json_t *acronym_value(const AcronymFact *fact)
{
    json_t *object = value_object();
    value_put(object, "short", value_text(fact->short_form));
    value_put(object, "long", value_text_or_null(fact->long_form));
    value_put(object, "known", value_bool(fact->is_known));
    value_put(object, "uses", value_size(fact->n_uses));
    value_put(object, "first_use", location_value(&fact->first_use));
    value_put(object, "definition",
              fact->has_definition ? location_value(&fact->definition) : value_null());
    return object;
}

static json_t *finding_value(const Finding *finding)
{
    json_t *object = value_object();
    value_put(object, "rule", value_text(finding->rule->id));
    value_put(object, "severity", value_text(severity_text(finding->severity)));
    value_put(object, "message", value_text(finding->message));
    value_put(object, "match", value_text_or_null(finding->match));
    value_put(object, "suggestions", list_value(finding->suggestions));
    value_put(object, "precision", value_text(str_of(precisions[finding->location.precision])));
    put_location(object, &finding->location);
    value_put(object, "excerpt", value_text_or_null(finding->excerpt));
    return object;
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
        value_write(acronym_value(&result->acronyms.items[i]), ret);
    }
    buf_append(ret, STR("]"));
}

static void write_findings(const LintResult *result, Buf *ret)
{
    buf_append(ret, STR(", \"findings\": ["));
    for (size_t i = 0; result && i < result->findings.len; i++) {
        buf_append(ret, i ? STR(", ") : STR(""));
        value_write(finding_value(&result->findings.items[i]), ret);
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
    return mem_calloc(1, sizeof(ReportState));
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
    buf_append(ret, STR("],\n \"pack\": null,\n \"summary\": "));
    value_write(object, ret);
    buf_append(ret, STR("}\n"));
    mem_free(state);
}

const Reporter reporter_json = {
    .name = {"json", 4},
    .begin = json_begin,
    .document = json_document,
    .end = json_end,
};
