#include "cli/command.h"
#include "cli/message.h"
#include "cli/paper_run.h"
#include "cli/path.h"
#include "report/glossary_sheet.h"

/* All papers are kept until the last is read. */
typedef struct GlossaryCommand {
    PaperRun run;
    ARRAY(Paper) papers;
} GlossaryCommand;

static void paper_done(void *context, Paper *paper)
{
    GlossaryCommand *command = context;
    paper_run_tell(&command->run, paper);
    array_push(&command->papers, *paper);
    *paper = (Paper){.path = {0}};
}

static void paper_waiting(void *context, size_t index)
{
    GlossaryCommand *command = context;
    paper_run_wait(&command->run, index);
}

/* As --format says, else as the name of the file does; the first format there is for
 * neither. */
static Str format_of(const Options *options)
{
    Str path = options_text(options, OPT_OUTPUT);
    if (options_has(options, OPT_SHEET_FORMAT))
        return options_text(options, OPT_SHEET_FORMAT);
    if (path_has_ending(path, ".html") || path_has_ending(path, ".htm"))
        return STR("html");
    return path_has_ending(path, ".csv") ? STR("csv") : STR("markdown");
}

/* Would an office program be asked to open Markdown? */
static bool is_of_other_kind(Str path)
{
    static const char *const endings[] = {".doc", ".docx", ".odt", ".ods",
                                          ".pdf", ".rtf",  ".xls", ".xlsx"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (path_has_ending(path, endings[i]))
            return true;
    return false;
}

static ExitStatus write_sheet(GlossaryCommand *command)
{
    size_t n = command->papers.len;
    ReportDocument *documents = mem_calloc(n + 1, sizeof *documents);
    const LintResult **results = mem_calloc(n + 1, sizeof *results);
    bool are_whole = true;
    for (size_t i = 0; i < n; i++) {
        documents[i] = paper_as_document(&command->papers.items[i]);
        results[i] = documents[i].result;
        are_whole = are_whole && report_document_is_whole(&documents[i]);
    }
    Glossary *glossary = glossary_of(command->run.session.rules, results, n);
    GlossarySheet sheet = {.glossary = glossary,
                           .documents = documents,
                           .n_documents = n,
                           .n_passed_over = command->run.inputs.n_passed_over,
                           .is_by_paper = options_has(command->run.options, OPT_BY_PAPER)};
    (void)glossary_write(&sheet, format_of(command->run.options), &command->run.text);
    glossary_free(glossary);
    mem_free(results);
    mem_free(documents);
    return paper_run_close(&command->run) && are_whole ? EXIT_CLEAN : EXIT_NOT_CHECKED;
}

static ExitStatus run_glossary(GlossaryCommand *command)
{
    PaperOptions paper_options = paper_run_options(&command->run);
    paper_options.lint.finds_words_only = true;
    run_jobs(&command->run.inputs, &paper_options, command->run.n_jobs,
             &(JobEvents){command, paper_done, paper_waiting});
    return write_sheet(command);
}

ExitStatus glossary_run(const Options *options)
{
    if (!options->operands.len) {
        say("Which papers? For example: plainpaper glossary papers/ -o words.html");
        return EXIT_USAGE;
    }
    Str path = options_text(options, OPT_OUTPUT);
    if (!options_has(options, OPT_SHEET_FORMAT) && is_of_other_kind(path)) {
        say("%.*s: A sheet of this kind is not written. Name it .html, .csv or .md.",
            STR_ARG(path));
        return EXIT_USAGE;
    }
    GlossaryCommand command = {.papers = {0}};
    ExitStatus status = EXIT_USAGE;
    if (paper_run_open(&command.run, options))
        status = run_glossary(&command);
    for (size_t i = 0; i < command.papers.len; i++)
        paper_free(&command.papers.items[i]);
    array_free(&command.papers);
    paper_run_free(&command.run);
    return status;
}
