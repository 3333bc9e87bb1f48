/* Paper: one input read and checked. May run in any thread; says nothing. */
#ifndef PLAINPAPER_CLI_PAPER_H
#define PLAINPAPER_CLI_PAPER_H

#include "check/lint.h"
#include "cli/inputs.h"
#include "read/reader.h"
#include "report/reporter.h"

typedef struct PaperOptions {
    const RuleSet *rules;
    const LexiconFiles *lexicon;
    const Reader *reader; /* for every paper, whatever its name; or NULL */
    Str stdin_path;       /* empty: a Word file, or else Markdown, without a name */
    LintOptions lint;
    Str agenda;          /* the path of the paper that is an agenda, whatever it looks like */
    bool keeps_document; /* the Document lives as long as its Paper */
} PaperOptions;

typedef struct Paper {
    Str path;           /* borrowed */
    LintResult *result; /* NULL when it could not be read at all */
    Document *document; /* NULL unless kept */
    Buf bytes;          /* of the file, when the document is kept */
    DiagnosticSink diagnostics;
} Paper;

/* Reads and checks INPUT. The caller frees *RET with paper_free. */
void paper_check(Checker *checker, const PaperOptions *options, const Input *input, Paper *ret);

/* PAPER as reports take it; borrows from it. */
ReportDocument paper_as_document(const Paper *paper);

void paper_free(Paper *paper);

#endif
