/* Reporters: findings in, one output format out. A reporter writes to a Buf; who
 * opens files and terminals is the caller. The only layer that knows jansson. */
#ifndef PLAINPAPER_REPORT_REPORTER_H
#define PLAINPAPER_REPORT_REPORTER_H

#include "check/pack.h"

/* One paper of a run, checked or not. */
typedef struct ReportDocument {
    Str path;
    const LintResult *result;          /* NULL when it could not be read at all */
    const DiagnosticSink *diagnostics; /* NULL: there are none */
} ReportDocument;

/* What is said at the end of a run. */
typedef struct ReportSummary {
    size_t n_documents; /* read, wholly or in part */
    size_t n_errors, n_warnings, n_suggestions;
    size_t n_not_checked; /* inputs that could not be read or wholly checked */
    size_t n_passed_over; /* files met in folders that no reader knows */
} ReportSummary;

typedef struct ReportOptions {
    bool has_colour;
    bool is_quiet; /* text: findings only, no lines on each paper and no totals */
    const RuleSet *rules;
    const PackResult *pack; /* NULL: the papers are no pack */
    Str version;            /* "0.1.0" */
} ReportOptions;

typedef struct ReportState ReportState; /* a reporter's own, between its calls */

typedef struct Reporter {
    Str name;        /* as --format names it */
    bool shows_pack; /* writes ReportOptions.pack itself; else its findings go to their papers */
    bool shows_fingerprints;
    ReportState *(*begin)(const ReportOptions *options, Buf *ret);
    void (*document)(ReportState *state, const ReportDocument *document, Buf *ret);
    /* Writes what closes the report and frees STATE. */
    void (*end)(ReportState *state, const ReportSummary *summary, Buf *ret);
} Reporter;

#define REPORTER(name) extern const Reporter reporter_##name;
#include "report/reporters.def"
#undef REPORTER

/* The reporter called NAME, or NULL. */
const Reporter *reporter_named(Str name);

/* All reporters in the order of reporters.def. */
const Reporter *const *reporters_all(size_t *ret_n);

/* True when DOCUMENT was read and checked from end to end. */
bool report_document_is_whole(const ReportDocument *document);

/* Adds what DOCUMENT has to SUMMARY. */
void report_summary_add(ReportSummary *summary, const ReportDocument *document);

#endif
