#define _XOPEN_SOURCE 700 /* realpath */

#include "cli/output.h"

#include "cli/message.h"
#include "cli/unfinished.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Links are followed to the file itself, so that a link stays one. */
static Str resolve(Arena *arena, Str path)
{
    char *real = realpath(path.data, NULL);
    Str target = real ? arena_str(arena, str_of(real)) : path;
    free(real);
    return target;
}

/* The mode a plain open would have given: mkstemp's own is for the owner alone. */
static void give_mode(int file, const char *old)
{
    struct stat info;
    mode_t mask = umask(0);
    (void)umask(mask);
    mode_t mode = stat(old, &info) == 0 ? info.st_mode & 0777 : 0666 & ~mask;
    (void)fchmod(file, mode);
}

static bool is_special(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode);
}

bool output_open(Output *output, Str path)
{
    *output = (Output){.file = STDOUT_FILENO};
    if (!path.len || str_eq(path, STR("-")))
        return true;
    output->path = arena_str(&output->arena, path);
    if (is_special(output->path.data)) {
        output->file = open(output->path.data, O_WRONLY | O_CLOEXEC);
    } else {
        output->target = resolve(&output->arena, output->path);
        output->temporary = arena_printf(&output->arena, "%.*s.XXXXXX", STR_ARG(output->target));
        output->file = unfinished_create((char *)output->temporary.data);
    }
    if (output->file >= 0) {
        if (output->target.len)
            give_mode(output->file, output->target.data);
        return true;
    }
    say("%s: The report cannot be written there: %s.", output->path.data, strerror(errno));
    arena_free(&output->arena);
    return false;
}

void output_write(Output *output, Buf *text)
{
    for (size_t done = 0; done < text->len && !output->error;) {
        ssize_t n = write(output->file, text->data + done, text->len - done);
        if (n >= 0)
            done += (size_t)n;
        else if (errno != EINTR)
            output->error = errno;
    }
    buf_clear(text);
}

bool output_is_terminal(const Output *output)
{
    return isatty(output->file);
}

static void settle(Output *output)
{
    if (!output->error && rename(output->temporary.data, output->target.data) != 0)
        output->error = errno;
    if (output->error)
        unfinished_remove();
    else
        unfinished_keep();
}

bool output_close(Output *output)
{
    if (close(output->file) != 0 && !output->error)
        output->error = errno;
    if (output->target.len)
        settle(output);
    if (output->error)
        say("%s: The report could not be wholly written: %s.",
            output->path.len ? output->path.data : "standard output", strerror(output->error));
    arena_free(&output->arena);
    return !output->error;
}
