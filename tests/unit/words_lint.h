/* For tests about words: the built-in rules over a piece of Markdown. */
#ifndef PLAINPAPER_TESTS_WORDS_LINT_H
#define PLAINPAPER_TESTS_WORDS_LINT_H

#include "base/file_loader.h"
#include "check/lint.h"
#include "read/reader.h"

typedef struct WordsLint {
    RuleSet *rules;
    Checker *checker;
} WordsLint;

/* Loads rules and dictionaries below ROOT; false when that fails. */
static inline bool words_lint_open(WordsLint *lint, const char *root, Arena *arena)
{
    Str rules = arena_printf(arena, "%s/rules", root);
    Str dictionaries = arena_printf(arena, "%s/dictionaries", root);
    DiagnosticSink sink = {0};
    RuleSources sources = {.loader = file_loader(),
                           .rule_folders = {&rules, 1},
                           .dictionary_folders = {&dictionaries, 1}};
    bool is_ok = ruleset_load(&sources, &sink, &lint->rules) == STATUS_OK;
    diagnostic_sink_free(&sink);
    if (!is_ok)
        return false;
    Str health = arena_printf(arena, "%s/dictionaries/health.dic", root);
    lint->checker = checker_new(lint->rules, lexicon_new(&(LexiconFiles){
                                                 .aff = STR("/usr/share/hunspell/en_GB.aff"),
                                                 .dic = STR("/usr/share/hunspell/en_GB.dic"),
                                                 .extra = (const Str[]){health},
                                                 .n_extra = 1,
                                             }));
    return true;
}

static inline void words_lint_close(WordsLint *lint)
{
    checker_free(lint->checker);
    ruleset_free(lint->rules);
}

/* The findings of TEXT, Markdown or (when it begins with <) HTML; the caller frees them. */
static inline LintResult *words_lint(WordsLint *lint, Str text)
{
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    Document *document = NULL;
    LintResult *result = NULL;
    bool is_html = str_starts_with(text, STR("<"));
    const Reader *reader = reader_of(is_html ? FORMAT_HTML : FORMAT_MARKDOWN);
    Str name = is_html ? STR("paper.html") : STR("paper.md");
    if (reader->read(name, text, &options, &document) == STATUS_OK)
        result = lint_run(lint->checker, document, &(LintOptions){0}, &sink);
    document_free(document);
    diagnostic_sink_free(&sink);
    return result;
}

#endif
