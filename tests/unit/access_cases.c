#include "access_cases.h"

#include "base/file_loader.h"
#include "read/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

static RuleSet *rules;
static Checker *checker;

void access_load(const char *root)
{
    DiagnosticSink sink = {0};
    Arena arena = {0};
    Str folder = arena_printf(&arena, "%s/rules", root);
    Str dictionaries = arena_printf(&arena, "%s/dictionaries", root);
    Str only = STR("access");
    RuleSources sources = {.loader = file_loader(),
                           .rule_folders = {&folder, 1},
                           .dictionary_folders = {&dictionaries, 1},
                           .only = {&only, 1}};
    if (ruleset_load(&sources, &sink, &rules) != STATUS_OK) {
        for (size_t i = 0; i < sink.items.len; i++)
            fprintf(stderr, "%.*s\n", STR_ARG(sink.items.items[i].message));
        exit(1);
    }
    checker = checker_new(rules, NULL);
    diagnostic_sink_free(&sink);
    arena_free(&arena);
}

void access_unload(void)
{
    checker_free(checker);
    ruleset_free(rules);
}

LintResult *access_check(const Document *document)
{
    DiagnosticSink sink = {0};
    LintResult *result = lint_run(checker, document, &(LintOptions){.keeps_repeats = true}, &sink);
    diagnostic_sink_free(&sink);
    return result;
}

size_t access_count(const LintResult *result, const char *rule, const Finding **ret_first)
{
    size_t n = 0;
    for (size_t i = 0; i < result->findings.len; i++) {
        const Finding *finding = &result->findings.items[i];
        Str id = finding->rule->id;
        if (!str_eq(str_sub(id, sizeof "access", id.len), str_of(rule)))
            continue;
        if (!n++ && ret_first)
            *ret_first = finding;
    }
    return n;
}

static void run_case(const AccessCase *c)
{
    Str text = str_of(c->paper);
    const Reader *reader = reader_of(c->paper[0] == '<' ? FORMAT_HTML : FORMAT_MARKDOWN);
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    Document *document = NULL;
    if (reader->read(STR("paper"), text, &options, &document) != STATUS_OK)
        fail_msg("cannot be read: %s", c->paper);
    LintResult *result = access_check(document);
    const Finding *first = NULL;
    size_t n = access_count(result, c->rule, &first);
    if (n != c->n_findings || (n && first->location.start.line != c->line))
        fail_msg("%s: %zu findings, the first on line %zu, not %zu on line %zu:\n%s", c->rule, n,
                 first ? first->location.start.line : 0, c->n_findings, c->line, c->paper);
    lint_result_free(result);
    document_free(document);
    diagnostic_sink_free(&sink);
}

void access_run(const AccessCase *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        run_case(&cases[i]);
}
