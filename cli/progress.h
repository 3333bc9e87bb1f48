/* Progress: one line on the terminal while a long run goes on. */
#ifndef PLAINPAPER_CLI_PROGRESS_H
#define PLAINPAPER_CLI_PROGRESS_H

#include "base/str.h"

#include <time.h>

typedef struct Progress {
    bool is_on;    /* stderr is a terminal and the user wants to see it */
    bool is_drawn; /* there is a line to wipe */
    struct timespec start, last;
} Progress;

void progress_start(Progress *progress, bool is_quiet);

/* Shows that paper DONE + 1 of TOTAL, called PATH, is being waited for. Draws
 * nothing in the first second, and after that at most ten times a second. */
void progress_show(Progress *progress, size_t done, size_t total, Str path);

/* Wipes the line, before anything else is printed. */
void progress_wipe(Progress *progress);

#endif
