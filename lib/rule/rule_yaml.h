/* One rule file, read: every key checked, every pattern compiled.
 *
 * What is wrong goes to the sink with file, line, column and the nearest right
 * word; all faults of a file are told, not only the first. */
#ifndef PLAINPAPER_RULE_RULE_YAML_H
#define PLAINPAPER_RULE_RULE_YAML_H

#include "base/diagnostic.h"
#include "rule/dictionary.h"
#include "rule/rule.h"

typedef ARRAY(Pattern *) PatternArray;

/* Where what is read goes. */
typedef struct RuleContext {
    Arena *arena;           /* owns the rule and its texts */
    PatternArray *patterns; /* gets every compiled pattern; the caller frees them */
    DiagnosticSink *sink;
    OptionsOf *options_of; /* NULL: options are not checked by name */
} RuleContext;

/* A rule, and what its file says beyond it. */
typedef struct RuleFile {
    Rule *rule;
    const Term *terms; /* its plain phrases, for the term trie */
    size_t n_terms;
    size_t dictionary_line, dictionary_column;
    size_t ignore_line, ignore_column;
} RuleFile;

/* Reads BYTES of the file PATH as the rule called ID ("family.rule-name").
 * STATUS_CONFIG when anything in it is wrong; *ret is then untouched. */
PP_MUST_USE Status rule_yaml_read(Str path, Str id, Str bytes, const RuleContext *context,
                                  RuleFile *ret);

/* Checks OPTIONS, set in file PATH, against what CHECK allows; tells SINK with
 * CODE what is wrong. True when all is well or OPTIONS_OF is NULL. */
bool rule_options_check(const RuleOption *options, size_t n_options, Str check,
                        OptionsOf *options_of, DiagnosticCode code, Str path, DiagnosticSink *sink);

/* The name under which the check layer knows what carries out RULE. */
Str rule_check_name(const Rule *rule);

#endif
