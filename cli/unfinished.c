#include "cli/unfinished.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};

enum { N_SIGNALS = sizeof signals / sizeof signals[0] };

static _Atomic(char *) unfinished;

void unfinished_keep(void)
{
    atomic_store(&unfinished, NULL);
}

void unfinished_remove(void)
{
    const char *path = atomic_exchange(&unfinished, NULL);
    if (path)
        (void)unlink(path);
}

/* What the signal would have done follows when this returns. */
static void handle(int signal_number)
{
    unfinished_remove();
    (void)raise(signal_number);
}

/* What nohup, or a shell for its jobs, has told us to ignore stays ignored. */
static void handle_signals(void)
{
    for (size_t i = 0; i < N_SIGNALS; i++) {
        struct sigaction old, action = {.sa_handler = handle, .sa_flags = (int)SA_RESETHAND};
        if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            (void)sigaction(signals[i], &action, NULL);
    }
}

int unfinished_create(char *path)
{
    sigset_t held, before;
    (void)sigemptyset(&held);
    for (size_t i = 0; i < N_SIGNALS; i++)
        (void)sigaddset(&held, signals[i]);
    (void)sigprocmask(SIG_BLOCK, &held, &before);
    int file = mkstemp(path);
    if (file >= 0) {
        atomic_store(&unfinished, path);
        handle_signals();
    }
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return file;
}
