/* Lint: one paper through all rules in one walk. */
#ifndef PLAINPAPER_CHECK_LINT_H
#define PLAINPAPER_CHECK_LINT_H

#include "check/check.h"

typedef struct LintOptions {
    bool keeps_repeats;       /* do not fold repeats of a finding into one */
    bool is_agenda;           /* the paper is an agenda, whatever it looks like */
    size_t n_corrections_max; /* misspelt words a paper for which corrections are worked out */
} LintOptions;

/* An acronym as the reports tell of it. */
typedef struct AcronymFact {
    Str short_form, long_form; /* long_form empty when the paper gives none */
    bool is_known;
    size_t n_uses;
    Location first_use;
    bool has_definition;
    Location definition;
} AcronymFact;

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
