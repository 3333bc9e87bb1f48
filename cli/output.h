/* Output: where the report goes. A file takes its place only when it is whole. */
#ifndef PLAINPAPER_CLI_OUTPUT_H
#define PLAINPAPER_CLI_OUTPUT_H

#include "base/arena.h"
#include "base/buf.h"

typedef struct Output {
    Arena arena;
    int file;
    Str path;      /* as the user gave it; empty for standard output */
    Str target;    /* what the whole file is renamed to; empty when written in place */
    Str temporary; /* beside it */
    int error;     /* errno of the first write that failed; 0 while all is well */
} Output;

/* Opens PATH, or standard output when it is empty or "-". False when it cannot be
 * written there: that has been said. */
bool output_open(Output *output, Str path);

/* Writes and empties TEXT. After a failure it only empties it. */
void output_write(Output *output, Buf *text);

bool output_is_terminal(const Output *output);

/* Puts a whole file in its place; a file that is not whole is removed. False, and
 * said, when anything of it could not be written. */
bool output_close(Output *output);

#endif
