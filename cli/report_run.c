#include "cli/report_run.h"

#include "cli/message.h"

#include <stdlib.h>

enum { WRITE_AT_BYTES = 64 * 1024 };

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

static bool find_jobs(const ReportRun *run, size_t *ret)
{
    Str text = options_text(run->options, OPT_JOBS);
    *ret = run->session.config.jobs ? run->session.config.jobs : jobs_default();
    if (!options_has(run->options, OPT_JOBS) || jobs_parse(text, ret))
        return true;
    say("Option --jobs wants a number from 1 to %d, not “%.*s”.", JOBS_MAX, STR_ARG(text));
    return false;
}

static bool wants_colour(const ReportRun *run)
{
    Str when = options_text(run->options, OPT_COLOUR);
    if (when.len && !str_eq(when, STR("auto")))
        return str_eq(when, STR("always"));
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return !(no_colour && *no_colour) && !(terminal && str_eq(str_of(terminal), STR("dumb"))) &&
           output_is_terminal(&run->output);
}

static void write_text(ReportRun *run, bool is_last)
{
    if (is_last || run->text.len >= WRITE_AT_BYTES || output_is_terminal(&run->output))
        output_write(&run->output, &run->text);
}

PaperOptions report_run_paper_options(ReportRun *run)
{
    return (PaperOptions){
        .rules = run->session.rules,
        .lexicon = &run->session.data.lexicon,
        .warm = &run->session.warm,
        .reader = options_has(run->options, OPT_INPUT_FORMAT)
                      ? reader_named(options_text(run->options, OPT_INPUT_FORMAT))
                      : NULL,
        .stdin_path = options_text(run->options, OPT_STDIN_PATH),
        .lint = { .keeps_repeats = options_has(run->options, OPT_ALL) },
    };
}

void report_run_begin(ReportRun *run, const PackResult *pack)
{
    ReportOptions report = { .has_colour = wants_colour(run),
                             .is_quiet = run->is_quiet,
                             .rules = run->session.rules,
                             .pack = pack,
                             .version = STR(PLAINPAPER_VERSION) };
    run->summary.n_passed_over = run->inputs.n_passed_over;
    run->report = run->reporter->begin(&report, &run->text);
}

void report_run_tell(ReportRun *run, const Paper *paper)
{
    progress_wipe(&run->progress);
    say_diagnostics(&paper->diagnostics, run->is_quiet);
}

void report_run_add(ReportRun *run, const Paper *paper)
{
    ReportDocument document = { .path = paper->path,
                                .result = paper->result,
                                .diagnostics = &paper->diagnostics };
    report_summary_add(&run->summary, &document);
    run->reporter->document(run->report, &document, &run->text);
    write_text(run, false);
}

void report_run_wait(ReportRun *run, size_t index)
{
    progress_show(&run->progress, index, run->inputs.items.len, run->inputs.items.items[index].path);
}

static ExitStatus status_of(const ReportRun *run)
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

ExitStatus report_run_end(ReportRun *run)
{
    progress_wipe(&run->progress);
    run->reporter->end(run->report, &run->summary, &run->text);
    write_text(run, true);
    return output_close(&run->output) ? status_of(run) : EXIT_NOT_CHECKED;
}

static void find_inputs(ReportRun *run)
{
    for (size_t i = 0; i < run->options->operands.len; i++)
        inputs_add(&run->inputs, run->options->operands.items[i]);
    inputs_drop_repeats(&run->inputs);
}

bool report_run_open(ReportRun *ret, const Options *options)
{
    *ret = (ReportRun){ .options = options, .is_quiet = options_has(options, OPT_QUIET) };
    ret->reporter = find_reporter(options_text(options, OPT_FORMAT));
    if (!ret->reporter || !session_open(&ret->session, options, true) || !find_jobs(ret, &ret->n_jobs) ||
        !output_open(&ret->output, options_text(options, OPT_OUTPUT)))
        return false;
    find_inputs(ret);
    progress_start(&ret->progress, ret->is_quiet);
    return true;
}

void report_run_free(ReportRun *run)
{
    buf_free(&run->text);
    inputs_free(&run->inputs);
    session_close(&run->session);
}
