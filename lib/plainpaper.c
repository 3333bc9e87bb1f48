/* The public functions over the rooms of the library: no work is done here. */
#include "plainpaper_inner.h"

#include "base/file_loader.h"
#include "read/reader.h"

#define SAME(public_name, name) _Static_assert((int)(public_name) == (int)(name), #public_name)
SAME(PP_OK, STATUS_OK);
SAME(PP_IO, STATUS_IO);
SAME(PP_SYNTAX, STATUS_SYNTAX);
SAME(PP_UNSUPPORTED, STATUS_UNSUPPORTED);
SAME(PP_LIMIT, STATUS_LIMIT);
SAME(PP_CONFIG, STATUS_CONFIG);
SAME(PP_CONFIG, STATUS_COUNT - 1);
SAME(PP_SUGGESTION, SEVERITY_SUGGESTION);
SAME(PP_WARNING, SEVERITY_WARNING);
SAME(PP_ERROR, SEVERITY_ERROR);
SAME(PP_ERROR, SEVERITY_COUNT - 1);
SAME(PP_EXACT, PRECISION_EXACT);
SAME(PP_LINE, PRECISION_LINE);
SAME(PP_BLOCK, PRECISION_BLOCK);
SAME(PP_DOCUMENT, PRECISION_DOCUMENT);
SAME(PP_DOCUMENT, PRECISION_COUNT - 1);
SAME(PP_WORD_EXPLAINED, GLOSSARY_EXPLAINED);
SAME(PP_WORD_SEVERAL, GLOSSARY_SEVERAL);
SAME(PP_WORD_UNEXPLAINED, GLOSSARY_UNEXPLAINED);
SAME(PP_SOURCE_GLOSSARY, SAID_BY_LIST);
SAME(PP_SOURCE_PAPER, SAID_BY_PAPER);
SAME(PP_SOURCE_DICTIONARY, SAID_BY_DICTIONARY);
#undef SAME

struct pp_checker {
    const pp_rules *rules;
    Checker *checker;
};

struct pp_finding {
    Finding finding; /* never made: a Finding of a report is looked at as one */
};

const char *pp_version(void)
{
    return PLAINPAPER_VERSION;
}

pp_diagnostics *pp_diagnostics_new(void)
{
    return mem_calloc(1, sizeof(pp_diagnostics));
}

void pp_diagnostics_free(pp_diagnostics *diagnostics)
{
    if (!diagnostics)
        return;
    diagnostic_sink_free(&diagnostics->sink);
    mem_free(diagnostics);
}

size_t pp_diagnostics_count(const pp_diagnostics *diagnostics)
{
    return diagnostics->sink.items.len;
}

static const Diagnostic *diagnostic_at(const pp_diagnostics *diagnostics, size_t index)
{
    return &diagnostics->sink.items.items[index];
}

bool pp_diagnostics_is_error(const pp_diagnostics *diagnostics, size_t index)
{
    return diagnostic_level(diagnostic_at(diagnostics, index)->code) == DIAGNOSTIC_ERROR;
}

const char *pp_diagnostics_code(const pp_diagnostics *diagnostics, size_t index, size_t *ret_len)
{
    return give(diagnostic_code_text(diagnostic_at(diagnostics, index)->code), ret_len);
}

const char *pp_diagnostics_message(const pp_diagnostics *diagnostics, size_t index, size_t *ret_len)
{
    return give(diagnostic_at(diagnostics, index)->message, ret_len);
}

const char *pp_diagnostics_path(const pp_diagnostics *diagnostics, size_t index, size_t *ret_len)
{
    return give(diagnostic_at(diagnostics, index)->path, ret_len);
}

size_t pp_diagnostics_line(const pp_diagnostics *diagnostics, size_t index)
{
    return diagnostic_at(diagnostics, index)->line;
}

size_t pp_diagnostics_column(const pp_diagnostics *diagnostics, size_t index)
{
    return diagnostic_at(diagnostics, index)->column;
}

/* FIRST (may be empty), then LIST, which ends in NULL. */
static StrList list_of(Str first, const char *const *list, Arena *arena)
{
    size_t n = 0, len = 0;
    while (list && list[n])
        n++;
    Str *items = arena_new_array(arena, Str, n + 1);
    if (first.len)
        items[len++] = first;
    for (size_t i = 0; i < n; i++)
        items[len++] = arena_str(arena, str_of(list[i]));
    return (StrList){items, len};
}

static Str path_in(const char *folder, const char *name, Arena *arena)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static void set_spelling(pp_rules *rules, const Loader *loader, const char *data_folder,
                         const pp_options *options)
{
    Arena *arena = &rules->arena;
    Str known = path_in(data_folder, "dictionaries/known-words.bin", arena);
    bool has_known = loader->read(loader, known, &rules->known_words) == STATUS_OK;
    Str *extra = arena_new(arena, Str);
    *extra = path_in(data_folder, "dictionaries/health.dic", arena);
    rules->has_spelling = options->spelling_aff && options->spelling_dic;
    rules->spelling = (LexiconFiles){
        .aff = arena_str(arena, str_of(options->spelling_aff)),
        .dic = arena_str(arena, str_of(options->spelling_dic)),
        .extra = extra,
        .n_extra = 1,
        .known = has_known ? buf_str(&rules->known_words) : (Str){0},
    };
}

pp_status pp_rules_load(const pp_loader *loader, const char *data_folder, const pp_options *options,
                        pp_diagnostics *diagnostics, pp_rules **ret)
{
    static const pp_options defaults;
    if (!options)
        options = &defaults;
    readers_prepare();
    pp_rules *rules = mem_calloc(1, sizeof *rules);
    pp_diagnostics unheard = {0};
    Arena *arena = &rules->arena;
    Loader outside = inner_loader(loader);
    RuleSources sources = {
        .loader = loader ? &outside : file_loader(),
        .rule_folders = list_of(path_in(data_folder, "rules", arena), options->rule_folders, arena),
        .dictionary_folders = list_of(path_in(data_folder, "dictionaries", arena), NULL, arena),
        .only = list_of((Str){0}, options->only, arena),
        .skip = list_of((Str){0}, options->skip, arena),
        .glossaries = list_of((Str){0}, options->glossaries, arena),
        .wants_words = options->explains_words,
    };
    set_spelling(rules, sources.loader, data_folder, options);
    rules->lint = (LintOptions){.keeps_repeats = options->keeps_repeats, .has_fingerprints = true};
    DiagnosticSink *sink = diagnostics ? &diagnostics->sink : &unheard.sink;
    Status status = ruleset_load(&sources, sink, &rules->set);
    diagnostic_sink_free(&unheard.sink);
    if (status == STATUS_OK)
        *ret = rules;
    else
        pp_rules_free(rules);
    return (pp_status)status;
}

void pp_rules_free(pp_rules *rules)
{
    if (!rules)
        return;
    ruleset_free(rules->set);
    buf_free(&rules->known_words);
    arena_free(&rules->arena);
    mem_free(rules);
}

pp_checker *pp_checker_new(const pp_rules *rules)
{
    pp_checker *checker = mem_calloc(1, sizeof *checker);
    Lexicon *lexicon = rules->has_spelling ? lexicon_new(&rules->spelling) : NULL;
    checker->rules = rules;
    checker->checker = checker_new(rules->set, lexicon);
    return checker;
}

void pp_checker_free(pp_checker *checker)
{
    if (!checker)
        return;
    checker_free(checker->checker);
    mem_free(checker);
}

static Status read_and_lint(const pp_checker *checker, Str bytes, const char *format,
                            pp_report *report)
{
    Str name = report->document.path;
    DiagnosticSink *sink = &report->diagnostics.sink;
    if (bytes.len > SOURCE_BYTES_MAX) {
        diagnostic_add(sink, DIAG_FILE_TOO_LARGE, name, 0, 0,
                       "This paper is larger than 256 MB; check a shorter one.");
        return STATUS_LIMIT;
    }
    const Reader *reader = format ? reader_named(str_of(format)) : reader_for(name, bytes);
    if (!reader) {
        diagnostic_add(sink, DIAG_FORMAT_UNKNOWN, name, 0, 0,
                       "We cannot read this kind of file; use Word, HTML, Markdown or text.");
        return STATUS_UNSUPPORTED;
    }
    Document *document = NULL;
    Status status = reader->read(name, bytes, &(ReadOptions){.sink = sink}, &document);
    if (status == STATUS_OK)
        report->result = lint_run(checker->checker, document, &checker->rules->lint, sink);
    document_free(document);
    return status;
}

pp_status pp_check(pp_checker *checker, const char *name, const void *bytes, size_t len_bytes,
                   const char *format, pp_report **ret)
{
    pp_report *report = mem_calloc(1, sizeof *report);
    report->rules = checker->rules;
    report->document = (ReportDocument){
        .path = arena_str(&report->arena, str_of(name)),
        .diagnostics = &report->diagnostics.sink,
    };
    Str paper = len_bytes ? (Str){bytes, len_bytes} : STR("");
    Status status = read_and_lint(checker, paper, format, report);
    report->document.result = report->result;
    *ret = report;
    return (pp_status)status;
}

void pp_report_free(pp_report *report)
{
    if (!report)
        return;
    lint_result_free(report->result);
    diagnostic_sink_free(&report->diagnostics.sink);
    arena_free(&report->arena);
    mem_free(report);
}

bool pp_report_is_whole(const pp_report *report)
{
    return report_document_is_whole(&report->document);
}

const pp_diagnostics *pp_report_diagnostics(const pp_report *report)
{
    return &report->diagnostics;
}

const char *pp_report_title(const pp_report *report, size_t *ret_len)
{
    return give(report->result ? report->result->title : (Str){0}, ret_len);
}

pp_statistics pp_report_statistics(const pp_report *report)
{
    const LintResult *result = report->result;
    if (!result)
        return (pp_statistics){0};
    const Readability *readability = &result->readability;
    bool has_scores = readability->has_scores;
    return (pp_statistics){
        .words = readability->all.words,
        .sentences = readability->all.sentences,
        .paragraphs = readability->all.paragraphs,
        .pages = readability->pages,
        .reading_minutes = result->reading_minutes,
        .has_scores = has_scores,
        .reading_age = has_scores ? readability->reading_age : 0,
        .difficulty = has_scores ? result->difficulty : 0,
    };
}

size_t pp_report_count(const pp_report *report)
{
    return report->result ? report->result->findings.len : 0;
}

size_t pp_report_count_of(const pp_report *report, pp_severity severity)
{
    size_t n = 0;
    for (size_t i = 0; i < pp_report_count(report); i++)
        n += report->result->findings.items[i].severity == (Severity)severity;
    return n;
}

const pp_finding *pp_report_finding(const pp_report *report, size_t index)
{
    return (const pp_finding *)&report->result->findings.items[index];
}

const char *pp_finding_rule(const pp_finding *finding, size_t *ret_len)
{
    return give(finding->finding.rule->id, ret_len);
}

pp_severity pp_finding_severity(const pp_finding *finding)
{
    return (pp_severity)finding->finding.severity;
}

const char *pp_finding_message(const pp_finding *finding, size_t *ret_len)
{
    return give(finding->finding.message, ret_len);
}

const char *pp_finding_match(const pp_finding *finding, size_t *ret_len)
{
    return give(finding->finding.match, ret_len);
}

const char *pp_finding_excerpt(const pp_finding *finding, size_t *ret_len)
{
    return give(finding->finding.excerpt, ret_len);
}

size_t pp_finding_suggestion_count(const pp_finding *finding)
{
    return finding->finding.suggestions.len;
}

const char *pp_finding_suggestion(const pp_finding *finding, size_t index, size_t *ret_len)
{
    return give(finding->finding.suggestions.items[index], ret_len);
}

bool pp_finding_can_replace(const pp_finding *finding)
{
    return finding->finding.can_replace;
}

pp_location public_location(const Location *at)
{
    pp_location location = {.precision = (pp_precision)at->precision};
    if (at->precision == PRECISION_DOCUMENT)
        return location;
    location.paragraph = at->paragraph;
    location.page = at->page;
    if (!at->has_lines)
        return location;
    location.line = at->start.line;
    location.column = at->start.column;
    location.end_line = at->end.line;
    location.end_column = at->end.column;
    location.offset = at->offset;
    location.length = at->length;
    return location;
}

pp_location pp_finding_location(const pp_finding *finding)
{
    return public_location(&finding->finding.location);
}

size_t pp_finding_heading_count(const pp_finding *finding)
{
    return finding->finding.location.headings.len;
}

const char *pp_finding_heading(const pp_finding *finding, size_t index, size_t *ret_len)
{
    return give(finding->finding.location.headings.items[index], ret_len);
}

const char *pp_finding_part(const pp_finding *finding, size_t *ret_len)
{
    return give(finding->finding.location.part, ret_len);
}

unsigned long long pp_finding_fingerprint(const pp_finding *finding)
{
    return finding->finding.fingerprint;
}

void buf_flush(Buf *buf, pp_take write, void *context)
{
    if (buf->len)
        write(context, buf->data, buf->len);
    buf_clear(buf);
}

pp_status pp_reports_write(const pp_report *const *reports, size_t n_reports, const char *format,
                           pp_take write, void *context)
{
    const Reporter *reporter = reporter_named(str_of(format));
    if (!reporter)
        return PP_UNSUPPORTED;
    ReportOptions options = {.rules = n_reports ? reports[0]->rules->set : NULL,
                             .version = str_of(pp_version())};
    ReportSummary summary = {0};
    Buf buf = {0};
    ReportState *state = reporter->begin(&options, &buf);
    for (size_t i = 0; i < n_reports; i++) {
        report_summary_add(&summary, &reports[i]->document);
        reporter->document(state, &reports[i]->document, &buf);
        buf_flush(&buf, write, context);
    }
    reporter->end(state, &summary, &buf);
    buf_flush(&buf, write, context);
    buf_free(&buf);
    return PP_OK;
}
