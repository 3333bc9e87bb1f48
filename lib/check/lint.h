/* Lint: one paper through all rules in one walk. */
#ifndef PLAINPAPER_CHECK_LINT_H
#define PLAINPAPER_CHECK_LINT_H

#include "check/acronym_meanings.h"
#include "check/check.h"

typedef struct LintOptions {
    bool keeps_repeats;    /* do not fold repeats of a finding into one */
    bool is_agenda;        /* the paper is an agenda, whatever it looks like */
    bool has_fingerprints; /* findings get theirs */
    bool finds_words_only; /* no findings: only what a glossary is made of */
} LintOptions;

/* What a paper says that a short form stands for. */
typedef struct LongFormFact {
    Str long_form;
    Location at;
} LongFormFact;

/* An acronym as the reports tell of it. */
typedef struct AcronymFact {
    Str short_form, long_form; /* long_form empty when the paper gives none */
    Str folded;                /* short_form in the singular, as lists have it */
    bool is_known;
    bool is_shouted_name; /* spelt like the name of a place or day, "MONDAY"; asked for a glossary
                             only */
    Meanings fitting;     /* of the acronym list's those that fit the paper; for a glossary only */
    size_t n_uses;
    Location first_use;
    bool has_definition;
    Location definition;
    double reliability;         /* of the definition, 0 to 1 */
    bool is_name;               /* it only stands somewhere as a name, not beside the short form */
    const LongFormFact *others; /* further definitions, sure ones, that mean something else */
    size_t n_others;
} AcronymFact;

/* A word that a glossary explains, as a paper uses it: paper_words_find. */
typedef struct WordFact {
    const Term *term; /* of the rules */
    bool is_own;      /* it stands in the organisation's list */
    size_t n_uses;
    Location first_use;
    Str said; /* what the paper says it means; empty when it does not */
    Location said_at;
} WordFact;

typedef ARRAY(WordFact) WordFactList;

/* All that is said of one paper. Independent of the Document once made. */
typedef struct LintResult {
    Arena arena;
    Str path;
    Format format;
    Str title, language; /* empty when not given */
    Readability readability;
    double reading_minutes;
    double difficulty; /* 0 plain to 100; only when readability.has_scores */
    ARRAY(AcronymFact) acronyms;
    WordFactList words; /* none unless RuleSources.wants_words */
    FindingList findings;
} LintResult;

/* A checker over RULES (borrowed, shared). LEXICON may be NULL; it is taken over. */
Checker *checker_new(const RuleSet *rules, Lexicon *lexicon);
void checker_free(Checker *checker);

/* What checks need of DOCUMENT, for those that run outside lint_run: the caller sets
 * findings, readability and acronyms. ARENA outlives the findings, SCRATCH the checks. */
CheckContext check_context(Checker *checker, const Document *document, Arena *arena,
                           Arena *scratch);

/* Checks DOCUMENT. What could not be checked goes to SINK. The caller frees the
 * result with lint_result_free; it borrows only the rules. */
LintResult *lint_run(Checker *checker, const Document *document, const LintOptions *options,
                     DiagnosticSink *sink);

void lint_result_free(LintResult *result);

#endif
