/* Runs the examples of every rule file: each `bad` gives a finding of its rule, each
 * `good` gives none. Every rule has a why, both kinds of example, and a source; those of
 * access.* name a WCAG criterion with its level, and who asks for it in the UK.
 *
 * An example is Markdown, HTML, elements of a Word file (word_paper.h), or a pack.
 *
 * usage: test_examples RULES_FOLDER DICTIONARIES_FOLDER [ID|FAMILY]... */
#include "base/file_loader.h"
#include "check/pack.h"
#include "read/reader.h"
#include "word_paper.h"

#include <stdio.h>

typedef struct Run {
    Checker *checker;
    size_t n_examples, n_failed;
} Run;

typedef struct Words {
    Arena arena;
    Str folder;
    ARRAY(Str) paths;
} Words;

static void fail(Run *run, const Rule *rule, const char *problem, Str example)
{
    run->n_failed++;
    printf("%.*s: %s%s%.*s\n", STR_ARG(rule->id), problem, example.len ? ":\n    " : "",
           STR_ARG(example));
}

static void print_diagnostics(const DiagnosticSink *sink)
{
    for (size_t i = 0; i < sink->items.len; i++)
        printf("%.*s:%zu:%zu: %.*s\n", STR_ARG(sink->items.items[i].path),
               sink->items.items[i].line, sink->items.items[i].column,
               STR_ARG(sink->items.items[i].message));
}

static size_t count_in_pack(Run *run, const Rule *rule, Str example);

/* How many findings RULE has in EXAMPLE. */
static size_t count_findings(Run *run, const Rule *rule, Str example)
{
    if (str_starts_with(example, STR("=== ")))
        return count_in_pack(run, rule, example);
    bool is_html = str_starts_with(str_trim(example), STR("<"));
    bool is_word = is_word_paper(example);
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    Document *document = NULL;
    Buf zip = {0};
    size_t n = 0;
    if (is_word)
        word_paper_zip(example, &zip);
    Str bytes = is_word ? buf_str(&zip) : example;
    Str name = is_word ? STR("example.docx") : is_html ? STR("example.html") : STR("example.md");
    if (reader_for(name, bytes)->read(name, bytes, &options, &document) == STATUS_OK) {
        LintResult *result = lint_run(run->checker, document, &(LintOptions){0}, &sink);
        for (size_t i = 0; i < result->findings.len; i++)
            n += result->findings.items[i].rule == rule;
        lint_result_free(result);
    } else {
        fail(run, rule, "this example cannot be read", example);
    }
    document_free(document);
    buf_free(&zip);
    print_diagnostics(&sink);
    diagnostic_sink_free(&sink);
    run->n_examples++;
    return n;
}

/* One paper of a pack example. */
typedef struct Member {
    Arena arena;
    Document *document;
    LintResult *result;
} Member;

enum { MEMBERS_MAX = 8 };

static void read_member(Run *run, Str name, Str text, DiagnosticSink *sink, Member *ret)
{
    ReadOptions options = {.sink = sink};
    *ret = (Member){.document = NULL};
    name = arena_str(&ret->arena, name);
    text = arena_str(&ret->arena, text);
    const Reader *reader = reader_for(name, text);
    if (reader && reader->read(name, text, &options, &ret->document) == STATUS_OK)
        ret->result = lint_run(run->checker, ret->document, &(LintOptions){0}, sink);
}

/* A pack example: each paper begins with a line "=== NAME". */
static size_t count_in_pack(Run *run, const Rule *rule, Str example)
{
    Member members[MEMBERS_MAX];
    PackInput inputs[MEMBERS_MAX] = {0};
    size_t n_members = 0, n = 0;
    DiagnosticSink sink = {0};
    for (size_t start = 4; start < example.len && n_members < MEMBERS_MAX;) {
        size_t line = str_find(example, STR("\n"), start),
               end = str_find(example, STR("\n=== "), line);
        read_member(run, str_sub(example, start, line), str_sub(example, line + 1, end), &sink,
                    &members[n_members]);
        inputs[n_members] = (PackInput){members[n_members].document, members[n_members].result};
        n_members++;
        start = end + 5;
    }
    PackResult *result =
        pack_run(run->checker, inputs, n_members, pack_find_agenda(inputs, n_members));
    for (size_t i = 0; i < result->findings.len; i++)
        n += result->findings.items[i].finding.rule == rule;
    pack_result_free(result);
    for (size_t i = 0; i < n_members; i++) {
        lint_result_free(members[i].result);
        document_free(members[i].document);
        arena_free(&members[i].arena);
    }
    print_diagnostics(&sink);
    diagnostic_sink_free(&sink);
    run->n_examples++;
    return n;
}

static bool has_start(Str text, const char *const *starts)
{
    for (; *starts; starts++)
        if (str_starts_with(text, str_of(*starts)))
            return true;
    return false;
}

/* "WCAG 2.2 1.1.1 Non-text Content (A)" */
static bool is_criterion(Str source)
{
    return str_starts_with(source, STR("WCAG 2.2 ")) &&
           (str_ends_with(source, STR(" (A)")) || str_ends_with(source, STR(" (AA)")) ||
            str_ends_with(source, STR(" (AAA)")));
}

static void check_anchors(Run *run, const Rule *rule)
{
    static const char *const uk[] = {
        "GOV.UK", "NHS ", "British Dyslexia", "UK Health", "Public Sector Bodies", NULL};
    bool has_criterion = false, has_uk = false;
    for (size_t i = 0; i < rule->sources.len; i++) {
        has_criterion |= is_criterion(rule->sources.items[i]);
        has_uk |= has_start(rule->sources.items[i], uk);
    }
    if (!has_criterion)
        fail(run, rule, "names no WCAG criterion with its level", (Str){0});
    if (!has_uk)
        fail(run, rule, "names no source from the UK", (Str){0});
}

static size_t n_words(Str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += text.data[i] != ' ' && (!i || text.data[i - 1] == ' ');
    return n;
}

/* What is said to people has at most 20 words, whatever the program they mend it with. */
static void check_wording(Run *run, const Rule *rule)
{
    enum { WORDS_MAX = 20 };
    if (n_words(rule->message) > WORDS_MAX)
        fail(run, rule, "has a message of more than 20 words", rule->message);
    for (size_t i = 0; i < rule->n_options; i++)
        if (str_starts_with(rule->options[i].name, STR("message-")) &&
            n_words(rule->options[i].values.items[0]) > WORDS_MAX)
            fail(run, rule, "has a message of more than 20 words",
                 rule->options[i].values.items[0]);
}

static void run_rule(Run *run, const Rule *rule)
{
    if (!rule->why.len)
        fail(run, rule, "has no why", (Str){0});
    if (!rule->sources.len)
        fail(run, rule, "has no sources", (Str){0});
    if (!rule->bad_examples.len || !rule->good_examples.len)
        fail(run, rule, "needs a bad and a good example", (Str){0});
    if (str_eq(rule->family, STR("access")))
        check_anchors(run, rule);
    check_wording(run, rule);
    for (size_t i = 0; i < rule->bad_examples.len; i++)
        if (!count_findings(run, rule, rule->bad_examples.items[i]))
            fail(run, rule, "is not found in its bad example", rule->bad_examples.items[i]);
    for (size_t i = 0; i < rule->good_examples.len; i++)
        if (count_findings(run, rule, rule->good_examples.items[i]))
            fail(run, rule, "is found in its good example", rule->good_examples.items[i]);
}

static Status note_words(void *context, Str name, bool is_folder)
{
    Words *words = context;
    if (!is_folder && str_ends_with(name, STR(".dic")))
        array_push(&words->paths,
                   arena_printf(&words->arena, "%.*s/%.*s", STR_ARG(words->folder), STR_ARG(name)));
    return STATUS_OK;
}

static Lexicon *load_lexicon(Words *words, Str folder)
{
    const Loader *loader = file_loader();
    words->folder = folder;
    if (loader->list(loader, folder, note_words, words) != STATUS_OK)
        return NULL;
    return lexicon_new(&(LexiconFiles){.aff = STR("/usr/share/hunspell/en_GB.aff"),
                                       .dic = STR("/usr/share/hunspell/en_GB.dic"),
                                       .extra = words->paths.items,
                                       .n_extra = words->paths.len});
}

/* Rules that are off until somebody asks for them have examples too, and some
 * want other options for them: a paper too long for one line say. */
static RuleSet *load_all_on(RuleSources *sources, const RuleSet *rules, DiagnosticSink *sink)
{
    RuleSet *all_on = NULL;
    ARRAY(RuleSetting) settings = {0};
    size_t n;
    const Rule *const *all = ruleset_all(rules, &n);
    for (size_t i = 0; i < n; i++)
        array_push(&settings, (RuleSetting){.rule = all[i]->id,
                                            .has_on = true,
                                            .is_on = true,
                                            .options = all[i]->example_options,
                                            .n_options = all[i]->n_example_options});
    sources->settings = settings.items;
    sources->n_settings = settings.len;
    if (ruleset_load(sources, sink, &all_on) != STATUS_OK)
        all_on = NULL;
    array_free(&settings);
    return all_on;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    Str rule_folder = str_of(argv[1]), dictionary_folder = str_of(argv[2]);
    ARRAY(Str) only = {0};
    for (int i = 3; i < argc; i++)
        array_push(&only, str_of(argv[i]));
    DiagnosticSink sink = {0};
    RuleSources sources = {.loader = file_loader(),
                           .rule_folders = {&rule_folder, 1},
                           .dictionary_folders = {&dictionary_folder, 1}};
    RuleSet *as_written = NULL, *rules = NULL;
    if (ruleset_load(&sources, &sink, &as_written) == STATUS_OK)
        rules = load_all_on(&sources, as_written, &sink);
    print_diagnostics(&sink);
    diagnostic_sink_free(&sink);
    if (!rules) {
        ruleset_free(as_written);
        return 1;
    }

    Words words = {0};
    Run run = {.checker = checker_new(rules, load_lexicon(&words, dictionary_folder))};
    size_t n, n_run = 0;
    const Rule *const *all = ruleset_all(rules, &n);
    StrList wanted = {only.items, only.len};
    for (size_t i = 0; i < n; i++) {
        if (wanted.len && !str_list_has(wanted, all[i]->id) &&
            !str_list_has(wanted, all[i]->family))
            continue;
        run_rule(&run, all[i]);
        n_run++;
    }
    printf("%zu rules, %zu examples, %zu faults\n", n_run, run.n_examples, run.n_failed);
    checker_free(run.checker);
    ruleset_free(rules);
    ruleset_free(as_written);
    array_free(&words.paths);
    arena_free(&words.arena);
    array_free(&only);
    return run.n_failed || !run.n_examples;
}
