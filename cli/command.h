/* Commands: what `plainpaper NAME` does. One file a command. */
#ifndef PLAINPAPER_CLI_COMMAND_H
#define PLAINPAPER_CLI_COMMAND_H

#include "cli/options.h"

/* What the program ends with; the higher wins. */
typedef enum ExitStatus {
    EXIT_CLEAN = 0,       /* nothing at or above --fail-on */
    EXIT_FINDINGS = 1,    /* findings at or above it */
    EXIT_USAGE = 2,       /* usage, configuration or rule file wrong: nothing was checked */
    EXIT_NOT_CHECKED = 3, /* an input was not wholly checked, or the report not wholly written */
} ExitStatus;

#define COMMAND(name, text, function, operands, help) ExitStatus function(const Options *options);
#include "cli/commands.def"
#undef COMMAND

#endif
