/* A run that ends in a report, for check and pack: rules, inputs, reporter, output. */
#ifndef PLAINPAPER_CLI_REPORT_RUN_H
#define PLAINPAPER_CLI_REPORT_RUN_H

#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/run_jobs.h"
#include "cli/session.h"
#include "report/reporter.h"

typedef struct ReportRun {
    const Options *options;
    Session session;
    InputList inputs;
    const Reporter *reporter;
    ReportState *report;
    ReportSummary summary;
    Output output;
    Progress progress;
    size_t n_jobs;
    Buf text; /* written by the reporter, not yet to the output */
    bool is_quiet;
} ReportRun;

/* Reads options, configuration and rules, finds the inputs and opens the output.
 * False when anything is wrong: that has been said. The caller frees *RET either way. */
bool report_run_open(ReportRun *ret, const Options *options);

/* How papers are read and checked. */
PaperOptions report_run_paper_options(ReportRun *run);

/* Starts the report; PACK is NULL for single papers. */
void report_run_begin(ReportRun *run, const PackResult *pack);

/* Says what PAPER's diagnostics tell, and adds PAPER to the report. */
void report_run_tell(ReportRun *run, const Paper *paper);
void report_run_add(ReportRun *run, const Paper *paper);

/* Shows that input INDEX is being waited for. */
void report_run_wait(ReportRun *run, size_t index);

/* Ends the report; what the program ends with. */
ExitStatus report_run_end(ReportRun *run);

void report_run_free(ReportRun *run);

#endif
