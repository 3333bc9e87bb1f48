#include "check/pack.h"

#include "cli/message.h"
#include "cli/path.h"
#include "cli/report_run.h"
#include "report/companion.h"

/* A pack's papers are all kept until the last is read. */
typedef struct PackCommand {
    ReportRun run;
    ARRAY(Paper) papers;
    PackResult *pack;
} PackCommand;

static void paper_done(void *context, Paper *paper)
{
    PackCommand *command = context;
    paper_run_tell(&command->run.papers, paper);
    array_push(&command->papers, *paper);
    *paper = (Paper){.path = {0}};
}

static void paper_waiting(void *context, size_t index)
{
    PackCommand *command = context;
    paper_run_wait(&command->run.papers, index);
}

/* The paper called PATH, as far as it was read; else the one that reads like an agenda. */
static int find_agenda(const PackCommand *command, const PackInput *inputs, Str path)
{
    for (size_t i = 0; path.len && i < command->papers.len; i++)
        if (str_eq(command->papers.items[i].path, path))
            return command->papers.items[i].document ? (int)i : PACK_NO_AGENDA;
    return pack_find_agenda(inputs, command->papers.len);
}

static void check_pack(PackCommand *command)
{
    size_t n = command->papers.len;
    PackInput *inputs = mem_calloc(n + 1, sizeof *inputs);
    for (size_t i = 0; i < n; i++)
        inputs[i] = (PackInput){command->papers.items[i].document, command->papers.items[i].result};
    Str named = options_text(command->run.papers.options, OPT_AGENDA);
    int agenda = find_agenda(command, inputs, named);
    bool is_any_read = false;
    for (size_t i = 0; i < n; i++)
        is_any_read |= inputs[i].document != NULL;
    if (agenda == PACK_NO_AGENDA && is_any_read && !named.len)
        say("No agenda was found among these papers. Name it with --agenda FILE.");
    Checker *checker = checker_new(command->run.papers.session.rules, NULL);
    command->pack = pack_run(checker, inputs, n, agenda);
    checker_free(checker);
    mem_free(inputs);
}

/* For reporters that know papers only: each finding of the pack goes to its paper. */
static void give_to_papers(PackCommand *command)
{
    for (size_t i = 0; i < command->pack->findings.len; i++) {
        const PackFinding *found = &command->pack->findings.items[i];
        for (size_t k = 0; k < command->papers.len; k++) {
            LintResult *result = command->papers.items[k].result;
            if (result && str_eq(result->path, found->path)) {
                array_push(&result->findings, found->finding);
                break;
            }
        }
    }
}

static void count_findings(PackCommand *command)
{
    ReportSummary *summary = &command->run.summary;
    for (size_t i = 0; i < command->pack->findings.len; i++) {
        Severity severity = command->pack->findings.items[i].finding.severity;
        summary->n_errors += severity == SEVERITY_ERROR;
        summary->n_warnings += severity == SEVERITY_WARNING;
        summary->n_suggestions += severity == SEVERITY_SUGGESTION;
    }
}

static ExitStatus report(PackCommand *command)
{
    ReportRun *run = &command->run;
    if (run->reporter->shows_pack)
        count_findings(command);
    else
        give_to_papers(command);
    report_run_begin(run, command->pack);
    for (size_t i = 0; i < command->papers.len; i++)
        report_run_add(run, &command->papers.items[i]);
    return report_run_end(run);
}

static bool is_html_name(Str path)
{
    return path_has_ending(path, ".html") || path_has_ending(path, ".htm");
}

static bool write_companion(const PackCommand *command, Str path)
{
    Output output;
    Buf text = {0};
    if (!output_open(&output, path))
        return false;
    companion_write(command->pack, is_html_name(path), &text);
    output_write(&output, &text);
    buf_free(&text);
    return output_close(&output);
}

static bool options_are_right(const Options *options)
{
    Str companion = options_text(options, OPT_COMPANION);
    if (!options->operands.len) {
        say("Which papers? For example: plainpaper pack papers/ with the agenda in it.");
        return false;
    }
    if (companion.len && !is_html_name(companion) && !path_has_ending(companion, ".md")) {
        say("Option --companion wants a file that ends in .md or .html.");
        return false;
    }
    Str output = options_text(options, OPT_OUTPUT);
    if (companion.len && (str_eq(companion, output) || path_is_same_file(companion, output))) {
        say("Both --output and --companion name %.*s. Give each a name of its own.",
            STR_ARG(output));
        return false;
    }
    return true;
}

static ExitStatus run_pack(PackCommand *command, const Options *options)
{
    ReportRun *run = &command->run;
    Str agenda = options_text(options, OPT_AGENDA),
        companion = options_text(options, OPT_COMPANION);
    if (!report_run_open(run, options))
        return EXIT_USAGE;
    if (agenda.len) {
        inputs_add(&run->papers.inputs, agenda);
        inputs_drop_repeats(&run->papers.inputs);
    }
    PaperOptions paper_options = report_run_options(run);
    paper_options.keeps_document = true;
    paper_options.agenda = agenda;
    run_jobs(&run->papers.inputs, &paper_options, run->papers.n_jobs,
             &(JobEvents){command, paper_done, paper_waiting});
    check_pack(command);
    ExitStatus status = report(command);
    if (companion.len && !write_companion(command, companion))
        status = EXIT_NOT_CHECKED;
    return status;
}

ExitStatus pack_command_run(const Options *options)
{
    if (!options_are_right(options))
        return EXIT_USAGE;
    PackCommand command = {.pack = NULL};
    ExitStatus status = run_pack(&command, options);
    pack_result_free(command.pack);
    for (size_t i = 0; i < command.papers.len; i++)
        paper_free(&command.papers.items[i]);
    array_free(&command.papers);
    report_run_free(&command.run);
    return status;
}
