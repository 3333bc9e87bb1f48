#include "cli/progress.h"

#include "report/visible.h"

#include <stdio.h>
#include <unistd.h>

void progress_start(Progress *progress, bool is_quiet)
{
    *progress = (Progress){.is_on = !is_quiet && isatty(STDERR_FILENO)};
    (void)clock_gettime(CLOCK_MONOTONIC, &progress->start);
    progress->last = progress->start;
}

static double seconds_between(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

void progress_show(Progress *progress, size_t done, size_t total, Str path)
{
    enum { PATH_BYTES_SHOWN = 48 }; /* so that the line stays one line */
    struct timespec now;
    if (!progress->is_on || clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return;
    if (seconds_between(progress->start, now) < 1.0 || seconds_between(progress->last, now) < 0.1)
        return;
    progress->last = now;
    progress->is_drawn = true;
    Str shown = path;
    while (shown.len > PATH_BYTES_SHOWN || (shown.len && (shown.data[0] & 0xC0) == 0x80))
        shown = str_sub(shown, 1, shown.len);
    Buf line = {0};
    buf_printf(&line, "\r\033[KChecking %zu of %zu: %s", done + 1, total,
               shown.len < path.len ? "…" : "");
    visible_append(&line, shown);
    (void)fwrite(line.data, 1, line.len, stderr);
    (void)fflush(stderr);
    buf_free(&line);
}

void progress_wipe(Progress *progress)
{
    if (progress->is_drawn)
        fputs("\r\033[K", stderr);
    progress->is_drawn = false;
}
