#include "cli/command.h"
#include "cli/message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char config_name[] = ".plainpaper.yaml";

static const char config_text[] =
#include "cli/config_template.inc"
    ;

static ExitStatus write_text(int file)
{
    for (size_t done = 0; done < sizeof config_text - 1;) {
        ssize_t n = write(file, config_text + done, sizeof config_text - 1 - done);
        if (n < 0) {
            say("%s: Cannot be written: %s.", config_name, strerror(errno));
            return EXIT_NOT_CHECKED;
        }
        done += (size_t)n;
    }
    return EXIT_CLEAN;
}

ExitStatus init_run(const Options *options)
{
    if (options->operands.len) {
        say("The command init takes no path; it writes %s into the folder you are in.",
            config_name);
        return EXIT_USAGE;
    }
    int file = open(config_name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0 && errno == EEXIST) {
        say("%s is here already and was left as it is.", config_name);
        return EXIT_USAGE;
    }
    if (file < 0) {
        say("%s: Cannot be written: %s.", config_name, strerror(errno));
        return EXIT_USAGE;
    }
    ExitStatus status = write_text(file);
    if (close(file) != 0 && status == EXIT_CLEAN)
        status = EXIT_NOT_CHECKED;
    if (status != EXIT_CLEAN)
        (void)unlink(config_name);
    else
        fprintf(stderr,
                "plainpaper: wrote %s; open it and take away the # where you want a change.\n",
                config_name);
    return status;
}
