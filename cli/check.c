#include "cli/command.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/run_jobs.h"
#include "cli/session.h"
#include "report/reporter.h"

#include <stdlib.h>

enum { WRITE_AT_BYTES = 64 * 1024 };

/* One run of check, from its options to its exit status. */
typedef struct CheckRun {
    const Options *options;
    Session session;
    InputList inputs;
    const Reporter *reporter;
    ReportState *report;
    ReportSummary summary;
    Output output;
    Progress progress;
    Buf text; /* written by the reporter, not yet to the output */
    bool is_quiet;
} CheckRun;

static const Reporter *find_reporter(Str name)
{
    const Reporter *reporter = reporter_named(name.len ? name : STR("text"));
    if (reporter)
        return reporter;
    size_t n;
    const Reporter *const *all = reporters_all(&n);
    Buf names = { 0 };
    for (size_t i = 0; i < n; i++)
        buf_printf(&names, "%s%.*s", i ? " " : "", STR_ARG(all[i]->name));
    say("Option --format does not know “%.*s”; choose from: %.*s.", STR_ARG(name),
        STR_ARG(buf_str(&names)));
    buf_free(&names);
    return NULL;
}

static bool find_jobs(const CheckRun *run, size_t *ret)
{
    Str text = options_text(run->options, OPT_JOBS);
    *ret = run->session.config.jobs ? run->session.config.jobs : jobs_default();
    if (!options_has(run->options, OPT_JOBS) || jobs_parse(text, ret))
        return true;
    say("Option --jobs wants a number from 1 to %d, not “%.*s”.", JOBS_MAX, STR_ARG(text));
    return false;
}

static bool wants_colour(const CheckRun *run)
{
    Str when = options_text(run->options, OPT_COLOUR);
    if (when.len && !str_eq(when, STR("auto")))
        return str_eq(when, STR("always"));
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return !(no_colour && *no_colour) && !(terminal && str_eq(str_of(terminal), STR("dumb"))) &&
           output_is_terminal(&run->output);
}

static void write_text(CheckRun *run, bool is_last)
{
    if (is_last || run->text.len >= WRITE_AT_BYTES || output_is_terminal(&run->output))
        output_write(&run->output, &run->text);
}

static void paper_done(void *context, const Paper *paper)
{
    CheckRun *run = context;
    ReportDocument document = { .path = paper->path,
                                .result = paper->result,
                                .diagnostics = &paper->diagnostics };
    progress_wipe(&run->progress);
    say_diagnostics(&paper->diagnostics, run->is_quiet);
    report_summary_add(&run->summary, &document);
    run->reporter->document(run->report, &document, &run->text);
    write_text(run, false);
}

static void paper_waiting(void *context, size_t index)
{
    CheckRun *run = context;
    progress_show(&run->progress, index, run->inputs.items.len, run->inputs.items.items[index].path);
}

static void check_papers(CheckRun *run, size_t n_jobs)
{
    PaperOptions options = {
        .rules = run->session.rules,
        .lexicon = &run->session.data.lexicon,
        .reader = options_has(run->options, OPT_INPUT_FORMAT)
                      ? reader_named(options_text(run->options, OPT_INPUT_FORMAT))
                      : NULL,
        .stdin_path = options_text(run->options, OPT_STDIN_PATH),
        .lint = { .keeps_repeats = options_has(run->options, OPT_ALL) },
    };
    ReportOptions report = { .has_colour = wants_colour(run),
                             .is_quiet = run->is_quiet,
                             .rules = run->session.rules,
                             .version = STR(PLAINPAPER_VERSION) };
    progress_start(&run->progress, run->is_quiet);
    run->summary.n_passed_over = run->inputs.n_passed_over;
    run->report = run->reporter->begin(&report, &run->text);
    run_jobs(&run->inputs, &options, n_jobs, &(JobEvents){ run, paper_done, paper_waiting });
    progress_wipe(&run->progress);
    run->reporter->end(run->report, &run->summary, &run->text);
    write_text(run, true);
}

static ExitStatus status_of(const CheckRun *run)
{
    const ReportSummary *summary = &run->summary;
    const Config *config = &run->session.config;
    if (summary->n_not_checked)
        return EXIT_NOT_CHECKED;
    size_t n_failing = 0;
    switch (config->has_fail_on ? config->fail_on : FAIL_ON_WARNING) {
    case FAIL_ON_SUGGESTION:
        n_failing += summary->n_suggestions; /* fall through */
    case FAIL_ON_WARNING:
        n_failing += summary->n_warnings; /* fall through */
    case FAIL_ON_ERROR:
        n_failing += summary->n_errors; /* fall through */
    case FAIL_ON_NEVER:
        break;
    }
    return n_failing ? EXIT_FINDINGS : EXIT_CLEAN;
}

static void find_inputs(CheckRun *run)
{
    for (size_t i = 0; i < run->options->operands.len; i++)
        inputs_add(&run->inputs, run->options->operands.items[i]);
    inputs_drop_repeats(&run->inputs);
}

static ExitStatus run_check(CheckRun *run)
{
    size_t n_jobs;
    run->reporter = find_reporter(options_text(run->options, OPT_FORMAT));
    if (!run->reporter || !session_open(&run->session, run->options) || !find_jobs(run, &n_jobs) ||
        !output_open(&run->output, options_text(run->options, OPT_OUTPUT)))
        return EXIT_USAGE;
    find_inputs(run);
    check_papers(run, n_jobs);
    return output_close(&run->output) ? status_of(run) : EXIT_NOT_CHECKED;
}

ExitStatus check_run(const Options *options)
{
    if (!options->operands.len) {
        say("Which papers? For example: plainpaper check paper.docx, or - for standard input.");
        return EXIT_USAGE;
    }
    CheckRun run = { .options = options, .is_quiet = options_has(options, OPT_QUIET) };
    ExitStatus status = run_check(&run);
    buf_free(&run.text);
    inputs_free(&run.inputs);
    session_close(&run.session);
    return status;
}
