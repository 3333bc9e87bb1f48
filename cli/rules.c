#include "cli/command.h"
#include "cli/message.h"

ExitStatus rules_run(const Options *options)
{
    (void)options;
    say("rules is not built yet.");
    return EXIT_USAGE;
}
