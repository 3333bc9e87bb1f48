/* The sentences of the text report: what a paper asks of its reader, and what a
 * run came to. They never call good what was not looked at. */
#ifndef PLAINPAPER_REPORT_TEXT_TOTALS_H
#define PLAINPAPER_REPORT_TEXT_TOTALS_H

#include "report/flow.h"
#include "report/reporter.h"

/* What a run leaves to be said at its end. */
typedef struct TextTotals {
    Arena arena;
    ARRAY(Str) unread, partial; /* paths of papers not checked, or not wholly */
    Str first_rule;             /* the first that found something; empty when none did */
} TextTotals;

/* Notes DOCUMENT; its path is copied. */
void text_totals_add(TextTotals *totals, const ReportDocument *document);

/* "1,204 words, 5 minutes to read, 6 pages, reading age 17." */
void text_write_measure(const LintResult *result, Flow *flow);

/* What all papers came to, and what was not checked. */
void text_write_totals(const TextTotals *totals, const ReportSummary *summary, Flow *flow);

void text_totals_free(TextTotals *totals);

#endif
