/* Runs made by hand, for the tests of the reporters. */
#ifndef PLAINPAPER_TESTS_REPORT_CASES_H
#define PLAINPAPER_TESTS_REPORT_CASES_H

#include "report/reporter.h"

typedef struct ReportCase {
    const char *name;
    void (*write)(const Reporter *reporter, const ReportOptions *options, Buf *ret);
} ReportCase;

extern const ReportCase report_cases[];
extern const size_t n_report_cases;

/* Rules of the cases, for ReportOptions; see report_cases.c. */
const RuleSet *report_case_rules(void);

#endif
