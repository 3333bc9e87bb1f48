/* A run that ends in a report of findings, for check and pack. */
#ifndef PLAINPAPER_CLI_REPORT_RUN_H
#define PLAINPAPER_CLI_REPORT_RUN_H

#include "cli/command.h"
#include "cli/paper_run.h"
#include "report/reporter.h"

typedef struct ReportRun {
    PaperRun papers;
    const Reporter *reporter;
    ReportState *report;
    ReportSummary summary;
} ReportRun;

/* As paper_run_open, with the reporter that --format asks for. */
bool report_run_open(ReportRun *ret, const Options *options);

/* As paper_run_options, with what the reporter wants of each paper. */
PaperOptions report_run_options(ReportRun *run);

/* Starts the report; PACK is NULL for single papers. */
void report_run_begin(ReportRun *run, const PackResult *pack);

/* Adds PAPER to the report. */
void report_run_add(ReportRun *run, const Paper *paper);

/* Ends the report; what the program ends with. */
ExitStatus report_run_end(ReportRun *run);

void report_run_free(ReportRun *run);

#endif
