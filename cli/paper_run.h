/* A run over papers: rules, inputs, output, progress. What check, pack and glossary share. */
#ifndef PLAINPAPER_CLI_PAPER_RUN_H
#define PLAINPAPER_CLI_PAPER_RUN_H

#include "cli/output.h"
#include "cli/progress.h"
#include "cli/run_jobs.h"
#include "cli/session.h"

typedef struct PaperRun {
    const Options *options;
    Session session;
    InputList inputs;
    Output output;
    Progress progress;
    size_t n_jobs;
    Buf text; /* not yet written to the output */
    bool is_quiet;
} PaperRun;

/* Reads options, configuration and rules, finds the inputs and opens the output.
 * False when anything is wrong: that has been said. The caller frees *RET either way. */
bool paper_run_open(PaperRun *ret, const Options *options);

/* How papers are read and checked. */
PaperOptions paper_run_options(PaperRun *run);

/* Says what PAPER's diagnostics tell. */
void paper_run_tell(PaperRun *run, const Paper *paper);

/* Shows that input INDEX is being waited for. */
void paper_run_wait(PaperRun *run, size_t index);

/* Writes the text so far where there is enough of it, or where people watch. */
void paper_run_write(PaperRun *run);

/* Writes the rest. False, and said, when anything could not be written. */
bool paper_run_close(PaperRun *run);

void paper_run_free(PaperRun *run);

#endif
