#include "cli/message.h"
#include "cli/report_run.h"

static void paper_done(void *context, Paper *paper)
{
    ReportRun *run = context;
    paper_run_tell(&run->papers, paper);
    report_run_add(run, paper);
}

static void paper_waiting(void *context, size_t index)
{
    ReportRun *run = context;
    paper_run_wait(&run->papers, index);
}

ExitStatus check_run(const Options *options)
{
    if (!options->operands.len) {
        say("Which papers? For example: plainpaper check paper.docx, or - for standard input.");
        return EXIT_USAGE;
    }
    ReportRun run;
    ExitStatus status = EXIT_USAGE;
    if (report_run_open(&run, options)) {
        PaperOptions paper_options = report_run_options(&run);
        report_run_begin(&run, NULL);
        run_jobs(&run.papers.inputs, &paper_options, run.papers.n_jobs,
                 &(JobEvents){&run, paper_done, paper_waiting});
        status = report_run_end(&run);
    }
    report_run_free(&run);
    return status;
}
