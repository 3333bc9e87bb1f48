#include "report/reporter.h"

static const Reporter *const reporters[] = {
#define REPORTER(name) &reporter_##name,
#include "report/reporters.def"
#undef REPORTER
};

enum { N_REPORTERS = sizeof reporters / sizeof reporters[0] };

const Reporter *reporter_named(Str name)
{
    for (size_t i = 0; i < N_REPORTERS; i++)
        if (str_eq(reporters[i]->name, name))
            return reporters[i];
    return NULL;
}

const Reporter *const *reporters_all(size_t *ret_n)
{
    *ret_n = N_REPORTERS;
    return reporters;
}

bool report_document_is_whole(const ReportDocument *document)
{
    return document->result && !(document->diagnostics && document->diagnostics->n_errors);
}

void report_summary_add(ReportSummary *summary, const ReportDocument *document)
{
    summary->n_not_checked += !report_document_is_whole(document);
    if (!document->result)
        return;
    summary->n_documents++;
    const FindingList *findings = &document->result->findings;
    for (size_t i = 0; i < findings->len; i++) {
        Severity severity = findings->items[i].severity;
        summary->n_errors += severity == SEVERITY_ERROR;
        summary->n_warnings += severity == SEVERITY_WARNING;
        summary->n_suggestions += severity == SEVERITY_SUGGESTION;
    }
}
