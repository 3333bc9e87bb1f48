#include "cli/paper_run.h"

#include "cli/message.h"
#include "cli/path.h"

enum { WRITE_AT_BYTES = 64 * 1024 };

static bool find_jobs(const PaperRun *run, size_t *ret)
{
    Str text = options_text(run->options, OPT_JOBS);
    *ret = run->session.config.jobs ? run->session.config.jobs : jobs_default();
    if (!options_has(run->options, OPT_JOBS) || jobs_parse(text, ret))
        return true;
    say("Option --jobs wants a number from 1 to %d, not “%.*s”.", JOBS_MAX, STR_ARG(text));
    return false;
}

static bool is_named_paper(const Options *options, Str path)
{
    for (size_t i = 0; i < options->operands.len; i++)
        if (path_is_same_file(options->operands.items[i], path))
            return true;
    return path_is_same_file(options_text(options, OPT_AGENDA), path);
}

/* A report must not take the place of a paper; in a folder, that of the last run is none. */
static bool take_output(PaperRun *run, OptionId id)
{
    Str path = options_text(run->options, id);
    if (!path.len || str_eq(path, STR("-")))
        return true;
    if (is_named_paper(run->options, path)) {
        say("%.*s: This paper would be overwritten. Give --%s another name.", STR_ARG(path),
            option_row(id)->name);
        return false;
    }
    array_push(&run->inputs.outputs, path);
    return true;
}

static void find_inputs(PaperRun *run)
{
    for (size_t i = 0; i < run->options->operands.len; i++)
        inputs_add(&run->inputs, run->options->operands.items[i]);
    inputs_drop_repeats(&run->inputs);
}

bool paper_run_open(PaperRun *ret, const Options *options)
{
    *ret = (PaperRun){.options = options, .is_quiet = options_has(options, OPT_QUIET)};
    if (!session_open(&ret->session, options) || !find_jobs(ret, &ret->n_jobs) ||
        !take_output(ret, OPT_OUTPUT) || !take_output(ret, OPT_COMPANION) ||
        !output_open(&ret->output, options_text(options, OPT_OUTPUT)))
        return false;
    find_inputs(ret);
    progress_start(&ret->progress, ret->is_quiet);
    return true;
}

PaperOptions paper_run_options(PaperRun *run)
{
    return (PaperOptions){
        .rules = run->session.rules,
        .lexicon = &run->session.data.lexicon,
        .reader = options_has(run->options, OPT_INPUT_FORMAT)
                      ? reader_named(options_text(run->options, OPT_INPUT_FORMAT))
                      : NULL,
        .stdin_path = options_text(run->options, OPT_STDIN_PATH),
        .lint = {.keeps_repeats = options_has(run->options, OPT_ALL)},
    };
}

void paper_run_tell(PaperRun *run, const Paper *paper)
{
    progress_wipe(&run->progress);
    say_diagnostics(&paper->diagnostics, run->is_quiet);
}

void paper_run_wait(PaperRun *run, size_t index)
{
    progress_show(&run->progress, index, run->inputs.items.len,
                  run->inputs.items.items[index].path);
}

void paper_run_write(PaperRun *run)
{
    if (run->text.len >= WRITE_AT_BYTES || output_is_terminal(&run->output))
        output_write(&run->output, &run->text);
}

bool paper_run_close(PaperRun *run)
{
    progress_wipe(&run->progress);
    output_write(&run->output, &run->text);
    return output_close(&run->output);
}

void paper_run_free(PaperRun *run)
{
    buf_free(&run->text);
    inputs_free(&run->inputs);
    session_close(&run->session);
}
