#include "fuzz.h"

#include "check/lint.h"
#include "read/reader.h"
#include "rule/dictionary.h"
#include "rule/rule_yaml.h"

enum { TARGETS = FORMAT_COUNT + 1 };

/* Every span of the tree lies in the source. */
static void assert_in_bounds(const Document *document)
{
    NodeIter iter = node_iter(document->root);
    while (document->has_lines && node_iter_next(&iter))
        if (iter.node->span.end > document->source.text.len ||
            iter.node->span.start > iter.node->span.end)
            __builtin_trap();
}

static void read_paper(Format format, Str bytes)
{
    static const Loader no_files;
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    Document *document = NULL;
    if (reader_of(format)->read(STR("paper"), bytes, &options, &document) == STATUS_OK) {
        assert_in_bounds(document);
        RuleSources sources = {.loader = &no_files};
        RuleSet *rules = NULL;
        if (ruleset_load(&sources, &sink, &rules) == STATUS_OK) {
            Checker *checker = checker_new(rules, NULL);
            lint_result_free(lint_run(checker, document, &(LintOptions){0}, &sink));
            checker_free(checker);
            ruleset_free(rules);
        }
    } else if (!sink.n_errors) {
        __builtin_trap(); /* what cannot be read must be said */
    }
    document_free(document);
    diagnostic_sink_free(&sink);
}

static void read_dictionary(Str bytes)
{
    Arena arena = {0};
    DiagnosticSink sink = {0};
    Dictionary dictionary;
    if (dictionary_read(STR("terms.csv"), bytes, &arena, &sink, &dictionary) != STATUS_OK &&
        !sink.n_errors)
        __builtin_trap();
    diagnostic_sink_free(&sink);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size)
        return 0;
    Str bytes = {(const char *)data + 1, size - 1};
    unsigned target = data[0] % TARGETS;
    if (target < FORMAT_COUNT)
        read_paper((Format)target, bytes);
    else
        read_dictionary(bytes);
    return 0;
}
