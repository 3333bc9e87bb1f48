/* Jobs: many papers at once, told of in their own order. The only file with threads. */
#ifndef PLAINPAPER_CLI_RUN_JOBS_H
#define PLAINPAPER_CLI_RUN_JOBS_H

#include "cli/paper.h"

/* Called in the thread of run_jobs. */
typedef struct JobEvents {
    void *context;

    /* PAPER is next in order. What is left in it is freed after this returns. */
    void (*done)(void *context, Paper *paper);

    /* Input INDEX, next in order, is not done yet; several times a second. */
    void (*waiting)(void *context, size_t index);
} JobEvents;

/* Checks all of INPUTS, N_JOBS at the same time. Each thread has its own checker;
 * few results wait in memory at any time, however many inputs there are. */
void run_jobs(const InputList *inputs, const PaperOptions *options, size_t n_jobs,
              const JobEvents *events);

/* Processors this machine has ready. */
size_t jobs_default(void);

#endif
