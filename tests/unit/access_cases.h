/* What the tests of the access.* rules share: the built-in rules, and a paper
 * checked with one of them. */
#ifndef PLAINPAPER_TESTS_ACCESS_CASES_H
#define PLAINPAPER_TESTS_ACCESS_CASES_H

#include "check/lint.h"

/* A paper as text: HTML when it begins with "<", else Markdown. */
typedef struct AccessCase {
    const char *rule; /* without "access." */
    const char *paper;
    size_t n_findings; /* of that rule */
    size_t line;       /* of the first; 0 for the paper as a whole */
} AccessCase;

/* Loads the rules of folder ROOT/rules/access; ends the test program when it cannot. */
void access_load(const char *root);
void access_unload(void);

/* Checks a paper with all rules; the caller frees the result. */
LintResult *access_check(const Document *document);

/* Number of findings of RULE; *ret_first is the first (may be NULL). */
size_t access_count(const LintResult *result, const char *rule, const Finding **ret_first);

/* Reads and checks each case, and fails on the first that comes out otherwise. */
void access_run(const AccessCase *cases, size_t n);

#endif
