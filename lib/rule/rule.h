/* Rule: one rule file, typed. Loaded once, never changed, shared by all papers.
 * The meaning of the keys shared with Vale is that of Vale 3.15.1. */
#ifndef PLAINPAPER_RULE_RULE_H
#define PLAINPAPER_RULE_RULE_H

#include "base/array.h"
#include "rule/pattern.h"
#include "rule/scope.h"

#include <stdint.h>

typedef enum Severity {
    SEVERITY_SUGGESTION = 0,
    SEVERITY_WARNING,
    SEVERITY_ERROR,
    SEVERITY_COUNT
} Severity;

typedef enum RuleKind {
#define RULE_KIND(name, text) RULE_##name,
#include "rule/rule_kinds.def"
#undef RULE_KIND
    RULE_KIND_COUNT
} RuleKind;

typedef struct StrList {
    const Str *items;
    size_t len;
} StrList;

/* One key under `options`: a list holds one item for a single value. */
typedef struct RuleOption {
    Str name;
    StrList values;
    size_t line; /* in the rule file; 0 when not known */
    size_t column;
    double number; /* the first value as one, or NaN: rule_option_settle */
} RuleOption;

/* What a check allows under `options`. A check has a table of these, so that a
 * mistyped option is found when the rule file is read. */
typedef enum OptionType {
    OPTION_NUMBER,
    OPTION_TEXT,
    OPTION_LIST, /* of texts; one text is a list of one */
} OptionType;

typedef struct OptionSpec {
    Str name;
    OptionType type;
    double minimum, maximum; /* of a number; both 0: any */
    bool is_added_to;        /* a setting adds to the rule's own list and does not replace it */
} OptionSpec;

/* The options of CHECK (of a shared kind such as "existence": of that kind), and
 * how many. NULL when there is no such check. */
typedef const OptionSpec *OptionsOf(Str check, size_t *ret_n);

/* One line of `swap`. */
typedef struct Swap {
    Str observed;
    StrList suggestions;
    const Pattern *pattern;  /* NULL for a plain phrase, which the term trie finds */
    const Pattern *accepted; /* what already follows the advice, where the advice is a pattern */
} Swap;

typedef struct Rule {
    Str id; /* "family.rule-name" */
    Str family;
    Str path; /* its file, for messages */
    RuleKind kind;
    Severity severity;
    bool is_on; /* by the file, profile and configuration */
    Scope scope;
    Str message; /* with %s for what was found and so on */
    Str link;
    size_t limit; /* findings a paper; 0 is no limit */

    Str why;
    StrList bad_examples, good_examples;
    const RuleOption *example_options; /* `with`: options that the examples are checked with */
    size_t n_example_options;
    StrList sources;
    StrList dictionaries; /* file names, whose terms are this rule's too */
    StrList guards;       /* unless_near: see term_trie_rule_is_guarded */
    Str action;           /* "replace", "remove", …, as Vale has them; may be empty */
    StrList action_params;
    const RuleOption *options;
    size_t n_options;

    StrList exceptions;       /* as written */
    const Pattern *exception; /* all of them in one, or NULL */

    union {
        struct {
            PatternList
                patterns; /* of two at one place the earlier wins; plain phrases are in the trie */
        } existence;
        struct {
            const Swap *swaps;
            size_t n_swaps; /* longest `observed` first: of two at one place the earlier wins */
            bool has_action_replace; /* several suggestions are compared one by one */
            bool is_capitalised;     /* suggestions take a first capital when the match has one */
            bool ignores_case;
        } substitution;
        struct {
            const Pattern *token;
            unsigned min, max; /* 0: not set */
        } occurrence;
        struct {
            const Pattern *token;
            unsigned max;
            bool letters_only;
            bool ignores_case; /* when comparing one match with the next */
        } repetition;
        struct {
            const Pattern *either; /* one capture group a side: 2i+1 and 2i+2 of pair i */
            size_t n_pairs;
            const Str *sides; /* 2 * n_pairs */
        } consistency;
        struct {
            const Pattern *first, *second;
        } conditional;
        struct {
            int match; /* CapitalisationMatch */
            const Pattern *pattern;
            double threshold;
            int style; /* CapitalisationStyle */
            StrList indicators;
            const Pattern *prefix;
        } capitalisation;
        struct {
            const struct Formula *formula;
            Str condition;  /* "> 10" */
            int comparison; /* FormulaComparison */
            double limit;
        } metric;
        struct {
            unsigned metrics; /* bits of ReadabilityMetric */
            double grade;
        } readability;
        struct {
            StrList dictionaries;
            StrList ignore_files;  /* names of word lists, as written; their words are in `words` */
            StrList words;         /* accepted besides */
            const Pattern *filter; /* words it matches are not checked; or NULL */
            bool is_custom;
        } spelling;
        struct {
            Str check; /* name of the check that carries it out */
        } own;         /* acronym, structure, overload, agenda, balance */
    } as;
} Rule;

/* How a `capitalization` rule wants a block. */
typedef enum CapitalisationMatch {
    CAPITALISE_TITLE,
    CAPITALISE_SENTENCE,
    CAPITALISE_LOWER,
    CAPITALISE_UPPER,
    CAPITALISE_PATTERN,
} CapitalisationMatch;

typedef enum CapitalisationStyle { TITLE_AP, TITLE_CHICAGO } CapitalisationStyle;

/* Scores a `readability` rule may ask for, as bits. */
typedef enum ReadabilityMetric {
    METRIC_GUNNING_FOG = 1 << 0,
    METRIC_COLEMAN_LIAU = 1 << 1,
    METRIC_FLESCH_KINCAID = 1 << 2,
    METRIC_SMOG = 1 << 3,
    METRIC_AUTOMATED_READABILITY = 1 << 4,
} ReadabilityMetric;

Str severity_text(Severity severity);

/* Reads "error", "warning" or "suggestion"; false when TEXT is none of them. */
bool severity_parse(Str text, Severity *ret);

Str rule_kind_text(RuleKind kind);

/* Values of option NAME; an empty list when it is not set. */
StrList rule_option_list(const Rule *rule, Str name);

/* Works out the `number` of OPTION from its values. */
void rule_option_settle(RuleOption *option);

/* Option NAME as a number; FALLBACK when it is not set. (Options are checked
 * when the file is read: one that is no number does not get here.) */
double rule_option_number(const Rule *rule, Str name, double fallback);

/* Option NAME as text; FALLBACK when it is not set. */
Str rule_option_text(const Rule *rule, Str name, Str fallback);

/* Does OBSERVED already follow the advice of SWAP, so that there is nothing to say? */
bool swap_is_accepted(const Rule *rule, const Swap *swap, Matcher *matcher, Str observed);

/* Does one of the rule's exceptions stand in OBSERVED? */
bool rule_has_exception(const Rule *rule, Matcher *matcher, Str observed);

/* True when the list holds S. */
bool str_list_has(StrList list, Str s);

#endif
