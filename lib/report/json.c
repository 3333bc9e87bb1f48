/* The JSON report. Its keys and their order are a promise to scripts: see the
 * contract before changing any. Each paper is written as soon as it is checked,
 * and each finding by itself, so that no paper is held twice. */
#include "report/json_text.h"
#include "report/json_value.h"
#include "report/json_pack.h"
#include "report/reporter.h"

#include "read/reader.h"

struct ReportState {
    const PackResult *pack;
    bool has_document; /* one is written, so the next needs a comma */
};

static const char *const precisions[] = {
    [PRECISION_EXACT] = "exact",
    [PRECISION_LINE] = "line",
    [PRECISION_BLOCK] = "block",
    [PRECISION_DOCUMENT] = "document",
};

_Static_assert(sizeof precisions / sizeof precisions[0] == PRECISION_COUNT, "one text each");

static void write_list(StrList list, Buf *ret)
{
    buf_append_char(ret, '[');
    for (size_t i = 0; i < list.len; i++) {
        buf_append(ret, i ? STR(", ") : STR(""));
        json_text(list.items[i], ret);
    }
    buf_append_char(ret, ']');
}

static void write_size(Str key, bool is_known, size_t n, Buf *ret)
{
    json_key(key, ret);
    json_size_or_null(is_known, n, ret);
}

static void write_place(const Location *at, Buf *ret)
{
    bool is_placed = at->precision != PRECISION_DOCUMENT;
    bool has_lines = is_placed && at->has_lines;
    write_size(STR("line"), has_lines, at->start.line, ret);
    write_size(STR("column"), has_lines, at->start.column, ret);
    write_size(STR("end_line"), has_lines, at->end.line, ret);
    write_size(STR("end_column"), has_lines, at->end.column, ret);
    write_size(STR("offset"), has_lines, at->offset, ret);
    write_size(STR("length"), has_lines, at->length, ret);
    json_key(STR("heading"), ret);
    write_list(at->headings, ret);
    write_size(STR("paragraph"), is_placed && at->paragraph, at->paragraph, ret);
    write_size(STR("page"), is_placed && at->page, at->page, ret);
    json_key(STR("part"), ret);
    json_text_or_null(at->part, ret);
}

static void write_location(const Location *at, Buf *ret)
{
    buf_append_char(ret, '{');
    write_place(at, ret);
    buf_append_char(ret, '}');
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

static void write_acronym(const AcronymFact *fact, Buf *ret)
{
    buf_append_char(ret, '{');
    json_key(STR("short"), ret);
    json_text(fact->short_form, ret);
    json_key(STR("long"), ret);
    json_text_or_null(fact->long_form, ret);
    json_key(STR("known"), ret);
    buf_append(ret, fact->is_known ? STR("true") : STR("false"));
    write_size(STR("uses"), true, fact->n_uses, ret);
    json_key(STR("first_use"), ret);
    write_location(&fact->first_use, ret);
    json_key(STR("definition"), ret);
    if (fact->has_definition)
        write_location(&fact->definition, ret);
    else
        buf_append(ret, STR("null"));
    buf_append_char(ret, '}');
}

void finding_write_json(const Finding *finding, Str path, Buf *ret)
{
    buf_append_char(ret, '{');
    if (path.len) {
        json_key(STR("path"), ret);
        json_text(path, ret);
    }
    json_key(STR("rule"), ret);
    json_text(finding->rule->id, ret);
    json_key(STR("severity"), ret);
    json_text(severity_text(finding->severity), ret);
    json_key(STR("message"), ret);
    json_text(finding->message, ret);
    json_key(STR("match"), ret);
    json_text_or_null(finding->match, ret);
    json_key(STR("suggestions"), ret);
    write_list(finding->suggestions, ret);
    json_key(STR("precision"), ret);
    json_text(str_of(precisions[finding->location.precision]), ret);
    write_place(&finding->location, ret);
    json_key(STR("excerpt"), ret);
    json_text_or_null(finding->excerpt, ret);
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
