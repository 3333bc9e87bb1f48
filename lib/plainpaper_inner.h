/* Inner side of plainpaper.h: what its files share. */
#ifndef PLAINPAPER_INNER_H
#define PLAINPAPER_INNER_H

#include "plainpaper.h"

#include "report/reporter.h"

struct pp_diagnostics {
    DiagnosticSink sink;
};

struct pp_rules {
    Arena arena;
    RuleSet *set;
    bool has_spelling;
    LexiconFiles spelling;
    Buf known_words; /* what spelling.known borrows */
    LintOptions lint;
};

struct pp_report {
    Arena arena;
    const pp_rules *rules;
    pp_diagnostics diagnostics;
    ReportDocument document;
    LintResult *result; /* owned; NULL when the paper could not be read */
};

/* The loader of the caller as one of the library; it borrows OUTER. */
Loader inner_loader(const pp_loader *outer);

/* TEXT as a C string; its length in *RET_LEN unless that is NULL. */
static inline const char *give(Str text, size_t *ret_len)
{
    if (ret_len)
        *ret_len = text.len;
    return text.len ? text.data : "";
}

/* AT as the caller is given it. */
pp_location public_location(const Location *at);

/* Gives WRITE what BUF holds, and empties it. */
void buf_flush(Buf *buf, pp_take write, void *context);

#endif
