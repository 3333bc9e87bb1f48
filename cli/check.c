#include "cli/command.h"
#include "cli/message.h"

ExitStatus check_run(const Options *options)
{
    (void)options;
    say("check is not built yet.");
    return EXIT_USAGE;
}
