/* Session: what every command that needs rules has: data, configuration, rules. */
#ifndef PLAINPAPER_CLI_SESSION_H
#define PLAINPAPER_CLI_SESSION_H

#include "cli/config.h"
#include "cli/data.h"

typedef struct Session {
    Arena arena;
    Data data;
    Config config; /* profile, file and options in one */
    RuleSet *rules;
    bool wants_words; /* the rules are for a glossary */
} Session;

/* Finds the data, reads the configuration that OPTIONS ask for, and loads the rules.
 * False when anything of it is wrong: all of it has been said. The caller releases
 * *RET either way. */
bool session_open(Session *ret, const Options *options);

void session_close(Session *session);

#endif
