#include "cli/report_run.h"

#include "cli/message.h"

#include <stdlib.h>

static const Reporter *find_reporter(Str name)
{
    const Reporter *reporter = reporter_named(name.len ? name : STR("text"));
    if (reporter)
        return reporter;
    size_t n;
    const Reporter *const *all = reporters_all(&n);
    Buf names = {0};
    for (size_t i = 0; i < n; i++)
        buf_printf(&names, "%s%.*s", i ? " " : "", STR_ARG(all[i]->name));
    say("Option --format does not know “%.*s”; choose from: %.*s.", STR_ARG(name),
        STR_ARG(buf_str(&names)));
    buf_free(&names);
    return NULL;
}

bool report_run_open(ReportRun *ret, const Options *options)
{
    *ret = (ReportRun){.reporter = find_reporter(options_text(options, OPT_FORMAT))};
    return ret->reporter && paper_run_open(&ret->papers, options);
}

PaperOptions report_run_options(ReportRun *run)
{
    PaperOptions options = paper_run_options(&run->papers);
    options.lint.has_fingerprints = run->reporter->shows_fingerprints;
    return options;
}

static bool wants_colour(const PaperRun *run)
{
    Str when = options_text(run->options, OPT_COLOUR);
    if (when.len && !str_eq(when, STR("auto")))
        return str_eq(when, STR("always"));
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return !(no_colour && *no_colour) && !(terminal && str_eq(str_of(terminal), STR("dumb"))) &&
           output_is_terminal(&run->output);
}

void report_run_begin(ReportRun *run, const PackResult *pack)
{
    ReportOptions report = {.has_colour = wants_colour(&run->papers),
                            .is_quiet = run->papers.is_quiet,
                            .rules = run->papers.session.rules,
                            .pack = pack,
                            .version = STR(PLAINPAPER_VERSION)};
    run->summary.n_passed_over = run->papers.inputs.n_passed_over;
    run->report = run->reporter->begin(&report, &run->papers.text);
}

void report_run_add(ReportRun *run, const Paper *paper)
{
    ReportDocument document = paper_as_document(paper);
    report_summary_add(&run->summary, &document);
    run->reporter->document(run->report, &document, &run->papers.text);
    paper_run_write(&run->papers);
}

static ExitStatus status_of(const ReportRun *run)
{
    const ReportSummary *summary = &run->summary;
    const Config *config = &run->papers.session.config;
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
    run->reporter->end(run->report, &run->summary, &run->papers.text);
    return paper_run_close(&run->papers) ? status_of(run) : EXIT_NOT_CHECKED;
}

void report_run_free(ReportRun *run)
{
    paper_run_free(&run->papers);
}
