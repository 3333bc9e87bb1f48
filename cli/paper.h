/* Paper: one input read and checked. May run in any thread; says nothing. */
#ifndef PLAINPAPER_CLI_PAPER_H
#define PLAINPAPER_CLI_PAPER_H

#include "check/lint.h"
#include "cli/inputs.h"
#include "read/reader.h"

typedef struct PaperOptions {
    const RuleSet *rules;
    const LexiconFiles *lexicon;
    const Reader *reader; /* for every paper, whatever its name; or NULL */
    Str stdin_path;       /* empty: Markdown without a name */
    LintOptions lint;
} PaperOptions;

typedef struct Paper {
    Str path;           /* borrowed */
    LintResult *result; /* NULL when it could not be read at all */
    DiagnosticSink diagnostics;
} Paper;

/* Reads and checks INPUT. The caller frees *RET with paper_free. */
void paper_check(Checker *checker, const PaperOptions *options, const Input *input, Paper *ret);

void paper_free(Paper *paper);

#endif
