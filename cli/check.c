#include "cli/message.h"
#include "cli/report_run.h"

static void paper_done(void *context, Paper *paper)
{
    report_run_tell(context, paper);
    report_run_add(context, paper);
}

static void paper_waiting(void *context, size_t index)
{
    report_run_wait(context, index);
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
        PaperOptions paper_options = report_run_paper_options(&run);
        report_run_begin(&run, NULL);
        run_jobs(&run.inputs, &paper_options, run.n_jobs,
                 &(JobEvents){ &run, paper_done, paper_waiting });
        status = report_run_end(&run);
    }
    report_run_free(&run);
    return status;
}
