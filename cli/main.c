#include "cli/command.h"
#include "cli/help.h"
#include "cli/memory.h"
#include "cli/message.h"
#include "cli/unfinished.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static ExitStatus (*const functions[COMMAND_COUNT])(const Options *options) = {
#define COMMAND(name, text, function, operands, help) function,
#include "cli/commands.def"
#undef COMMAND
};

void pp_out_of_memory(size_t size_bytes)
{
    unfinished_remove();
    fprintf(stderr, "plainpaper: out of memory (%zu bytes more were needed).\n", size_bytes);
    _exit(EXIT_NOT_CHECKED);
}

/* Prints TEXT and takes it over. */
static ExitStatus print(Buf text)
{
    bool is_written = fwrite(text.data, 1, text.len, stdout) == text.len && fflush(stdout) == 0;
    buf_free(&text);
    if (!is_written)
        say("Standard output cannot be written.");
    return is_written ? EXIT_CLEAN : EXIT_NOT_CHECKED;
}

static ExitStatus print_help(void)
{
    Buf text = {0};
    help_append_program(&text);
    return print(text);
}

static ExitStatus print_version(void)
{
    Buf text = {0};
    buf_append(&text, STR("plainpaper " PLAINPAPER_VERSION "\n"));
    return print(text);
}

static ExitStatus run_command(Command command, size_t n, char *const *argv)
{
    Options options;
    ExitStatus status = EXIT_USAGE;
    if (options_parse(command, n, argv, &options)) {
        if (options_has(&options, OPT_HELP)) {
            Buf text = {0};
            help_append_command(command, &text);
            status = print(text);
        } else if (options_has(&options, OPT_VERSION)) {
            status = print_version();
        } else {
            status = functions[command](&options);
        }
    }
    options_free(&options);
    return status;
}

static ExitStatus say_unknown_command(Str word)
{
    Command command;
    Str nearest = {0};
    if (!command_find(word, &command, &nearest) && nearest.len)
        say("Unknown command “%.*s”. Did you mean %.*s?", STR_ARG(word), STR_ARG(nearest));
    else if (str_starts_with(word, STR("-")))
        say("Unknown option %.*s before the command. See plainpaper --help.", STR_ARG(word));
    else if (str_find(word, STR("."), 0) < word.len || str_find(word, STR("/"), 0) < word.len)
        say("Unknown command “%.*s”. To check a paper: plainpaper check PATH.", STR_ARG(word));
    else
        say("Unknown command “%.*s”. See plainpaper --help.", STR_ARG(word));
    return EXIT_USAGE;
}

int main(int argc, char **argv)
{
    memory_prepare();
    /* A reader that goes away, or a limit on the size of files, must not end us before
     * the exit status is right. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    if (argc < 2) {
        say("Which command? For example: plainpaper check paper.docx. See plainpaper --help.");
        return EXIT_USAGE;
    }
    Str word = str_of(argv[1]);
    Command command;
    Str nearest;
    if (str_eq(word, STR("--help")) || str_eq(word, STR("-h")))
        return print_help();
    if (str_eq(word, STR("--version")))
        return print_version();
    if (!command_find(word, &command, &nearest))
        return say_unknown_command(word);
    return run_command(command, (size_t)argc - 2, argv + 2);
}
