/* RuleSet: all rules of a run, compiled. Loaded once, immutable, shared. */
#ifndef PLAINPAPER_RULE_RULESET_H
#define PLAINPAPER_RULE_RULESET_H

#include "base/diagnostic.h"
#include "base/loader.h"
#include "rule/dictionary.h"
#include "rule/pattern_gate.h"
#include "rule/rule.h"

typedef struct RuleSet RuleSet;

/* A change to one rule or family, from a profile, a configuration or an option. */
typedef struct RuleSetting {
    Str rule; /* id or family */
    bool has_severity;
    Severity severity;
    bool has_on;
    bool is_on;
    const RuleOption *options; /* replace the rule's own; `known` adds to it */
    size_t n_options;
    Str path; /* where it was set, for messages; may be empty */
    size_t line;
} RuleSetting;

typedef struct RuleSources {
    const Loader *loader;
    StrList rule_folders;        /* the built-in one first; later ones add or replace by id */
    StrList dictionary_folders;  /* searched in order for a rule's `dictionary` */
    const RuleSetting *settings; /* applied in order */
    size_t n_settings;
    StrList only, skip;       /* ids or families; empty `only` is all */
    Str only_path, skip_path; /* where they were set, for messages; may be empty */
    size_t only_line, skip_line;
    StrList glossaries;    /* CSV paths: an organisation's own words */
    bool wants_words;      /* ruleset_words is asked for */
    OptionsOf *options_of; /* of the check layer; NULL: settings may name the options that
                              the rule's file has, and numbers must stay numbers */
} RuleSources;

/* Loads, checks and compiles everything. Rules are `<folder>/<family>/<name>.yaml`
 * (or .yml); in a folder without folders the files are one family of its name.
 * The folders `profiles` and `config` hold no rules. An id in `only` switches its
 * rule on; a family in it leaves rules that are off as they are. On any error in a rule file,
 * dictionary or setting: all of them go to SINK, the result is STATUS_CONFIG
 * (or STATUS_IO) and *ret is untouched. The caller frees *ret. */
PP_MUST_USE Status ruleset_load(const RuleSources *sources, DiagnosticSink *sink, RuleSet **ret);

void ruleset_free(RuleSet *rules);

/* All rules, on or off, sorted by id. */
const Rule *const *ruleset_all(const RuleSet *rules, size_t *ret_n);

/* The rule called ID, or NULL. */
const Rule *ruleset_find(const RuleSet *rules, Str id);

/* The trie of the terms of all rules that are on. */
const TermTrie *ruleset_terms(const RuleSet *rules);

/* The acronym list: terms with a long form; look up with term_trie_find. */
const TermTrie *ruleset_acronyms(const RuleSet *rules);

/* The organisation's own glossary in the same form; NULL when none was given. */
const TermTrie *ruleset_glossary(const RuleSet *rules);

/* Tells which patterns of the rules that are on can match in a text. */
const PatternGate *ruleset_gate(const RuleSet *rules);

/* The words that a glossary explains: what readers would look up in the dictionaries of
 * rules with the option `glossary: yes`, whether the rule is on or off. NULL unless
 * RuleSources.wants_words. */
const TermTrie *ruleset_words(const RuleSet *rules);

/* The dictionary NAME ("bank-holidays.csv") that a rule of kind agenda names; such a
 * one is no list of terms to find. NULL when no rule that is on names it. */
const Dictionary *ruleset_dictionary(const RuleSet *rules, Str name);

/* Do general readers meet the word of this word_hash often? Asked of the word list
 * `familiar.txt` in the dictionary folders; without one no word is familiar. */
bool ruleset_is_familiar(const RuleSet *rules, uint64_t hash);

/* Do they meet it now and then? Those of `familiar.txt` and `common.txt`; base forms. */
bool ruleset_is_common(const RuleSet *rules, uint64_t hash);

/* Is it a noun that stands in strings of nouns ("incident response plan")? Of `nouns.txt`. */
bool ruleset_is_noun(const RuleSet *rules, uint64_t hash);

/* The familiar words one slip away from WORD (small letters): near_words_find. */
size_t ruleset_near_words(const RuleSet *rules, Str word, size_t max, Str *ret);

/* The nearest known rule id or family to WORD, for "did you mean"; empty when none is near. */
Str ruleset_nearest(const RuleSet *rules, Str word);

#endif
