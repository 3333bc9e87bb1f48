/* Config: what .plainpaper.yaml says, and profiles, which have the same form. */
#ifndef PLAINPAPER_CLI_CONFIG_H
#define PLAINPAPER_CLI_CONFIG_H

#include "cli/options.h"
#include "rule/ruleset.h"

/* From which severity up the program ends with 1. */
typedef enum FailOn { FAIL_ON_ERROR, FAIL_ON_WARNING, FAIL_ON_SUGGESTION, FAIL_ON_NEVER } FailOn;

#define FAIL_ON_CHOICES "error warning suggestion never"

typedef ARRAY(RuleSetting) SettingArray;

/* Texts live in the arena it was read into; arrays are freed by config_free. */
typedef struct Config {
    StrArray only, skip;
    Str only_path, skip_path; /* the files they stand in */
    size_t only_line, skip_line;
    SettingArray settings; /* in the order written */
    StrArray glossaries;   /* paths, as the program can open them */
    StrArray rule_folders;
    bool has_fail_on;
    FailOn fail_on;
    size_t jobs; /* 0: not set */
    Str profile;
    size_t profile_line, profile_column;
} Config;

/* Adds what the file PATH says to *RET, a later value winning over an earlier.
 * STATUS_CONFIG or STATUS_IO when anything is wrong; all of it is told to SINK. */
PP_MUST_USE Status config_read(Str path, Arena *arena, DiagnosticSink *sink, Config *ret);

/* The .plainpaper.yaml of the present folder or the nearest above; empty when none. */
Str config_find(Arena *arena);

void config_free(Config *config);

#endif
