/* Help: --help of the program and of each command, made from the tables. */
#ifndef PLAINPAPER_CLI_HELP_H
#define PLAINPAPER_CLI_HELP_H

#include "cli/options.h"

/* Appends the help of the program to RET. */
void help_append_program(Buf *ret);

/* Appends the help of COMMAND to RET. */
void help_append_command(Command command, Buf *ret);

#endif
