/* Options: the command line, read against options.def. */
#ifndef PLAINPAPER_CLI_OPTIONS_H
#define PLAINPAPER_CLI_OPTIONS_H

#include "base/array.h"
#include "base/buf.h"

typedef enum Command {
#define COMMAND(name, text, function, operands, help) COMMAND_##name,
#include "cli/commands.def"
#undef COMMAND
    COMMAND_COUNT
} Command;

typedef enum OptionId {
#define OPTION(name, letter, text, value, choices, commands, help) OPT_##name,
#include "cli/options.def"
#undef OPTION
    OPT_COUNT
} OptionId;

enum { JOBS_MAX = 256 };

typedef ARRAY(Str) StrArray;

/* All texts are borrowed from argv. */
typedef struct Options {
    Command command;
    StrArray values[OPT_COUNT]; /* in the order given; of a flag, empty texts */
    StrArray operands;
} Options;

/* Reads ARGV (N words, without the program's and the command's names) for
 * COMMAND. False when a word is wrong: that has been said on stderr. The caller
 * frees *RET either way. `--name VALUE`, `--name=VALUE`, `-xVALUE` and joined
 * single letters are known; `--` ends options. */
bool options_parse(Command command, size_t n, char *const *argv, Options *ret);

void options_free(Options *options);

bool options_has(const Options *options, OptionId id);

/* The value given last, or an empty text. */
Str options_text(const Options *options, OptionId id);

/* Adds to RET the values of ID, each split at commas, blanks around them cut. */
void options_list(const Options *options, OptionId id, StrArray *ret);

/* The place of WORD in a list of choices split by blanks; false when it is none. */
bool choice_find(Str choices, Str word, size_t *ret_index);

/* Reads a number of jobs, 1 to JOBS_MAX; false when TEXT is none. */
bool jobs_parse(Str text, size_t *ret);

/* The command called NAME; false when there is none, and then the nearest to it. */
bool command_find(Str name, Command *ret, Str *ret_nearest);

/* What options.def says of ID; NULL for a part it does not have. */
typedef struct OptionRow {
    char letter;
    const char *name, *value, *choices;
    unsigned commands; /* bits 1 << Command */
    const char *help;
} OptionRow;

const OptionRow *option_row(OptionId id);

#endif
