#include "fuzz.h"

#include "base/file_loader.h"
#include "check/pack.h"
#include "read/reader.h"
#include "rule/dictionary.h"
#include "rule/rule_yaml.h"

/* Each format as a paper and as an agenda; then term lists and rule files. */
enum { TARGET_DICTIONARY = 2 * FORMAT_COUNT, TARGET_RULE, TARGETS };

_Static_assert((int)TARGETS == (int)FUZZ_TARGETS, "fuzz.h tells how many targets there are");

/* The rules and dictionaries that come with the program, loaded at the first input. */
static Checker *built_in_checker(void)
{
    static Checker *checker;
    static RuleSet *rules;
    if (checker)
        return checker;
    const Str folder = STR(SOURCE_ROOT "/rules"), lists = STR(SOURCE_ROOT "/dictionaries");
    RuleSources sources = {.loader = file_loader(),
                           .rule_folders = {&folder, 1},
                           .dictionary_folders = {&lists, 1},
                           .wants_words = true};
    DiagnosticSink sink = {0};
    if (ruleset_load(&sources, &sink, &rules) != STATUS_OK)
        __builtin_trap();
    diagnostic_sink_free(&sink);
    LexiconFiles files = {.aff = STR("/usr/share/hunspell/en_GB.aff"),
                          .dic = STR("/usr/share/hunspell/en_GB.dic")};
    checker = checker_new(rules, lexicon_new(&files));
    return checker;
}

/* Every span of the tree lies in the source. */
static void assert_in_bounds(const Document *document)
{
    NodeIter iter = node_iter(document->root);
    while (document->has_lines && node_iter_next(&iter))
        if (iter.node->span.end > document->source.text.len ||
            iter.node->span.start > iter.node->span.end)
            __builtin_trap();
}

/* What a finding marks lies in its excerpt. */
static void assert_placed(const FindingList *findings)
{
    for (size_t i = 0; i < findings->len; i++) {
        const Finding *finding = &findings->items[i];
        if (finding->in_excerpt.start > finding->in_excerpt.end ||
            finding->in_excerpt.end > finding->excerpt.len || !finding->message.len)
            __builtin_trap();
    }
}

static void check_paper(const Document *document, bool is_agenda, DiagnosticSink *sink)
{
    Checker *checker = built_in_checker();
    LintResult *result = lint_run(checker, document, &(LintOptions){.is_agenda = is_agenda}, sink);
    assert_placed(&result->findings);
    PackInput input = {document, result};
    pack_result_free(pack_run(checker, &input, 1, pack_find_agenda(&input, 1)));
    lint_result_free(result);
}

static void read_paper(Format format, bool is_agenda, Str bytes)
{
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    Document *document = NULL;
    if (reader_of(format)->read(STR("paper"), bytes, &options, &document) == STATUS_OK) {
        assert_in_bounds(document);
        check_paper(document, is_agenda, &sink);
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

static void read_rule(Str bytes)
{
    Arena arena = {0};
    DiagnosticSink sink = {0};
    PatternArray patterns = {0};
    RuleFile file;
    RuleContext context = {.arena = &arena, .patterns = &patterns, .sink = &sink};
    if (rule_yaml_read(STR("rule.yaml"), STR("test.rule"), bytes, &context, &file) != STATUS_OK &&
        !sink.n_errors)
        __builtin_trap();
    for (size_t i = 0; i < patterns.len; i++)
        pattern_free(patterns.items[i]);
    array_free(&patterns);
    diagnostic_sink_free(&sink);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size)
        return 0;
    Str bytes = {(const char *)data + 1, size - 1};
    unsigned target = data[0] % TARGETS;
    if (target == TARGET_DICTIONARY)
        read_dictionary(bytes);
    else if (target == TARGET_RULE)
        read_rule(bytes);
    else
        read_paper((Format)(target % FORMAT_COUNT), target >= FORMAT_COUNT, bytes);
    return 0;
}
