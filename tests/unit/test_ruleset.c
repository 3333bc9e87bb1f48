/* Rule sets: folders, replacement, settings, selection, dictionaries, glossaries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "memory_loader.h"
#include "rule/ruleset.h"

#define RULE(kind, keys) "extends: " kind "\nmessage: m\n" keys

static const MemoryFile files[] = {
    {"dict/acronyms.csv",
     "term,long,plain\nCPA,care programme approach,care plan\nCPA,cost per act,\n"},
    {"dict/broken.csv", "term\n\n\"a\n"},
    {"dict/office.csv",
     "term,plain,part,unless_near\nutilise,use,verb,\npathway,steps,noun,garden\n"},
    {"dict/words.txt", "one\r\n# not this\n\ntwo\n"},
    {"lists/glossary.csv", "term,plain\nhuddle,short talk\n"},
    {"more/jargon/.hidden.yaml", "nonsense"},
    {"more/jargon/office.yml",
     RULE("existence", "level: error\ntokens: [blue sky]\nignorecase: true\n")},
    {"more/own/new.rule.yaml", RULE("existence", "tokens: ['a.b']\n")},
    {"one-family/cat.yaml", RULE("existence", "tokens: [cat]\n")},
    {"rules/.git/x.yaml", "nonsense"},
    {"rules/README.md", "nonsense"},
    {"rules/acronyms/undefined.yaml",
     RULE("acronym", "dictionary: acronyms\noptions: {known: [NHS], max: 3}\n")},
    {"rules/jargon/README.txt", "nonsense"},
    {"rules/jargon/deep/x.yaml", "nonsense"},
    {"rules/jargon/off.yaml",
     RULE("substitution", "enabled: false\nswap: {foo: bar}\nignorecase: true\n")},
    {"rules/jargon/office.yaml",
     RULE("substitution", "dictionary: office.csv\nunless_near: [joke]\n")},
    {"rules/profiles/board.yaml", "nonsense"},
    {"rules/spelling/unknown.yaml", RULE("spelling", "ignore: words.txt\n")},
    {"twice/a/x.yaml", RULE("existence", "tokens: [a]\n")},
    {"twice/a/x.yml", RULE("existence", "tokens: [a]\n")},
    {"wrong/a/bad.yaml", RULE("existence", "tokns: [a]\n")},
    {"wrong/a/broken.yaml", RULE("existence", "dictionary: broken\n")},
    {"wrong/a/ignore.yaml", RULE("spelling", "ignore: wordz.txt\n")},
    {"wrong/a/missing.yaml", RULE("existence", "dictionary: [offize, qqqqqqqqq]\n")},
    {"wrong/a/worse.yaml", "extends: existance\nmessage: m\n"},
};

static const OptionSpec specs[] = {
    {.name = {"max", 3}, .type = OPTION_NUMBER},
    {.name = {"known", 5}, .type = OPTION_LIST, .is_added_to = true},
};

static const OptionSpec *options_of(Str check, size_t *ret_n)
{
    (void)check;
    *ret_n = 2;
    return specs;
}

typedef struct Fixture {
    MemoryFiles memory;
    Loader loader;
    RuleSources sources;
    DiagnosticSink sink;
    RuleSet *rules;
    Str rule_folders[2], dictionary_folders[1];
} Fixture;

static void set_up(Fixture *fixture, const char *first, const char *second)
{
    *fixture = (Fixture){.memory = {files, sizeof files / sizeof files[0]}};
    fixture->loader = memory_loader(&fixture->memory);
    fixture->rule_folders[0] = str_of(first);
    fixture->rule_folders[1] = str_of(second);
    fixture->dictionary_folders[0] = STR("dict");
    fixture->sources = (RuleSources){.loader = &fixture->loader,
                                     .rule_folders = {fixture->rule_folders, second ? 2 : 1},
                                     .dictionary_folders = {fixture->dictionary_folders, 1},
                                     .options_of = options_of};
}

static void tear_down(Fixture *fixture)
{
    ruleset_free(fixture->rules);
    diagnostic_sink_free(&fixture->sink);
}

static Status load(Fixture *fixture)
{
    return ruleset_load(&fixture->sources, &fixture->sink, &fixture->rules);
}

/* What was told, one a line: "path:line:column code message". */
static void check_told(const Fixture *fixture, const char *want)
{
    Buf told = {0};
    for (size_t i = 0; i < fixture->sink.items.len; i++) {
        const Diagnostic *item = &fixture->sink.items.items[i];
        buf_printf(&told, "%.*s:%zu:%zu %.*s %.*s\n", STR_ARG(item->path), item->line, item->column,
                   STR_ARG(diagnostic_code_text(item->code)), STR_ARG(item->message));
    }
    buf_append_char(&told, '\0');
    assert_string_equal(told.data, want);
    buf_free(&told);
}

/* Ids of all rules in order; "-" in front of those that are off. */
static void check_rules(const Fixture *fixture, const char *want)
{
    size_t n;
    const Rule *const *all = ruleset_all(fixture->rules, &n);
    Buf ids = {0};
    for (size_t i = 0; i < n; i++)
        buf_printf(&ids, "%s%s%.*s", i ? " " : "", all[i]->is_on ? "" : "-", STR_ARG(all[i]->id));
    buf_append_char(&ids, '\0');
    assert_string_equal(ids.data, want);
    buf_free(&ids);
}

typedef struct Found {
    Buf buf;
    const Prose *prose;
} Found;

static void write_match(void *context, const TermMatch *match)
{
    Found *found = context;
    Span span = words_span(found->prose, match->first_word, match->last_word);
    buf_printf(&found->buf, "%.*s:%.*s ", STR_ARG(match->term->rule->id),
               STR_ARG(span_of(span, found->prose->text)));
}

static void check_matches(const Fixture *fixture, const char *text, const char *want)
{
    Arena arena = {0};
    Prose prose = prose_of_text(str_of(text), &arena);
    Found found = {.prose = &prose};
    term_trie_match(ruleset_terms(fixture->rules), &prose, write_match, &found);
    buf_append_char(&found.buf, '\0');
    assert_string_equal(found.buf.data, want);
    buf_free(&found.buf);
    arena_free(&arena);
}

static void write_term(void *context, const Term *term)
{
    buf_printf(context, "%.*s;", STR_ARG(term->long_form.len ? term->long_form : term->term));
}

static void check_find(const TermTrie *trie, const char *words, const char *want)
{
    Buf found = {0};
    term_trie_find(trie, str_of(words), write_term, &found);
    buf_append_char(&found, '\0');
    assert_string_equal(found.data, want);
    buf_free(&found);
}

static void test_load(void **state)
{
    (void)state;
    Fixture fixture;
    set_up(&fixture, "rules", NULL);
    assert_int_equal(load(&fixture), STATUS_OK);
    check_told(&fixture, "");
    check_rules(&fixture, "acronyms.undefined -jargon.off jargon.office spelling.unknown");
    check_matches(&fixture, "We utilised the pathway, foo.",
                  "jargon.office:utilised jargon.office:pathway ");
    check_matches(&fixture, "A garden pathway. A joke to utilise.", "");
    check_find(ruleset_acronyms(fixture.rules), "CPA", "care programme approach;cost per act;");
    check_find(ruleset_terms(fixture.rules), "CPA", "");
    assert_null(ruleset_glossary(fixture.rules));
    const Rule *rule = ruleset_find(fixture.rules, STR("spelling.unknown"));
    assert_int_equal(rule->as.spelling.words.len, 2);
    assert_true(str_eq(rule->as.spelling.words.items[0], STR("one")));
    assert_true(str_eq(rule->as.spelling.words.items[1], STR("two")));
    assert_null(ruleset_find(fixture.rules, STR("jargon")));
    assert_true(str_eq(ruleset_nearest(fixture.rules, STR("jargn")), STR("jargon")));
    assert_true(
        str_eq(ruleset_nearest(fixture.rules, STR("jargon.offices")), STR("jargon.office")));
    assert_int_equal(ruleset_nearest(fixture.rules, STR("zzzzzz")).len, 0);
    tear_down(&fixture);
}

static void test_later_folder_replaces(void **state)
{
    (void)state;
    Fixture fixture;
    set_up(&fixture, "rules", "more");
    assert_int_equal(load(&fixture), STATUS_OK);
    check_rules(&fixture, "acronyms.undefined -jargon.off jargon.office own.new spelling.unknown");
    const Rule *rule = ruleset_find(fixture.rules, STR("jargon.office"));
    assert_int_equal(rule->severity, SEVERITY_ERROR);
    assert_string_equal(rule->path.data, "more/jargon/office.yml");
    check_matches(&fixture, "utilise blue sky, blue-sky", "jargon.office:blue sky ");
    tear_down(&fixture);
}

static void test_folder_as_family(void **state)
{
    (void)state;
    Fixture fixture;
    set_up(&fixture, "one-family/", NULL);
    fixture.rule_folders[0].len--; /* the slash at its end is the loader's affair */
    assert_int_equal(load(&fixture), STATUS_OK);
    check_rules(&fixture, "one-family.cat");
    tear_down(&fixture);
}

static void test_settings(void **state)
{
    (void)state;
    static const Str known[] = {{"GP", 2}};
    static const Str six[] = {{"6", 1}};
    static const RuleOption options[] = {
        {.name = {"known", 5}, .values = {known, 1}},
        {.name = {"max", 3}, .values = {six, 1}},
    };
    const RuleSetting settings[] = {
        {.rule = STR("jargon"), .has_severity = true, .severity = SEVERITY_ERROR},
        {.rule = STR("jargon.off"), .has_on = true, .is_on = true},
        {.rule = STR("spelling"), .has_on = true, .is_on = false},
        {.rule = STR("acronyms.undefined"), .options = options, .n_options = 2},
    };
    Fixture fixture;
    set_up(&fixture, "rules", NULL);
    fixture.sources.settings = settings;
    fixture.sources.n_settings = 4;
    assert_int_equal(load(&fixture), STATUS_OK);
    check_rules(&fixture, "acronyms.undefined jargon.off jargon.office -spelling.unknown");
    check_matches(&fixture, "Foo utilises", "jargon.off:Foo jargon.office:utilises ");
    assert_int_equal(ruleset_find(fixture.rules, STR("jargon.off"))->severity, SEVERITY_ERROR);
    const Rule *rule = ruleset_find(fixture.rules, STR("acronyms.undefined"));
    assert_int_equal(rule->severity, SEVERITY_WARNING);
    StrList list = rule_option_list(rule, STR("known"));
    assert_int_equal(list.len, 2);
    assert_true(str_list_has(list, STR("NHS")) && str_list_has(list, STR("GP")));
    assert_true(rule_option_number(rule, STR("max"), 0) > 5.9);
    assert_int_equal(rule_option_list(rule, STR("max")).len, 1);
    tear_down(&fixture);
}

static void test_selection(void **state)
{
    (void)state;
    static const struct {
        Str only[2];
        size_t n_only;
        Str skip[1];
        size_t n_skip;
        const char *want;
    } rows[] = {
        {{{0}},
         0,
         {{"jargon", 6}},
         1,
         "acronyms.undefined -jargon.off -jargon.office spelling.unknown"},
        {{{"jargon", 6}},
         1,
         {{0}},
         0,
         "-acronyms.undefined -jargon.off jargon.office -spelling.unknown"},
        {{{"jargon.off", 10}},
         1,
         {{0}},
         0,
         "-acronyms.undefined jargon.off -jargon.office -spelling.unknown"},
        {{{"jargon", 6}, {"spelling", 8}},
         2,
         {{"jargon.office", 13}},
         1,
         "-acronyms.undefined -jargon.off -jargon.office spelling.unknown"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture fixture;
        set_up(&fixture, "rules", NULL);
        fixture.sources.only = (StrList){rows[i].only, rows[i].n_only};
        fixture.sources.skip = (StrList){rows[i].skip, rows[i].n_skip};
        assert_int_equal(load(&fixture), STATUS_OK);
        check_rules(&fixture, rows[i].want);
        tear_down(&fixture);
    }
}

static void test_glossary(void **state)
{
    (void)state;
    const Str glossaries[] = {STR("lists/glossary.csv")};
    Fixture fixture;
    set_up(&fixture, "rules", NULL);
    fixture.sources.glossaries = (StrList){glossaries, 1};
    assert_int_equal(load(&fixture), STATUS_OK);
    check_find(ruleset_glossary(fixture.rules), "huddles", "huddle;");
    check_find(ruleset_glossary(fixture.rules), "huddled", "");
    tear_down(&fixture);
}

static void test_faults(void **state)
{
    (void)state;
    Fixture fixture;
    set_up(&fixture, "wrong", NULL);
    assert_int_equal(load(&fixture), STATUS_CONFIG);
    assert_null(fixture.rules);
    check_told(&fixture,
               "wrong/a/bad.yaml:3:1 rule-key-unknown Unknown key \"tokns\": did you mean"
               " \"tokens\"?\n"
               "wrong/a/worse.yaml:1:10 rule-value-wrong No kind of rule is called \"existance\":"
               " did you mean \"existence\"?\n"
               "dict/broken.csv:3:1 dictionary-broken A quotation mark is opened here and never"
               " closed.\n"
               "wrong/a/missing.yaml:3:13 rule-value-wrong No dictionary is called \"offize.csv\":"
               " did you mean \"office.csv\"?\n"
               "wrong/a/missing.yaml:3:13 rule-value-wrong No dictionary is called"
               " \"qqqqqqqqq.csv\": put it beside the others.\n"
               "wrong/a/ignore.yaml:3:9 rule-value-wrong The word list \"wordz.txt\" is not"
               " there.\n");
    tear_down(&fixture);
}

static void test_duplicate(void **state)
{
    (void)state;
    Fixture fixture;
    set_up(&fixture, "twice", NULL);
    assert_int_equal(load(&fixture), STATUS_CONFIG);
    check_told(&fixture, "twice/a/x.yml:0:0 rule-duplicate Another file is also rule \"a.x\":"
                         " rename or remove one.\n");
    tear_down(&fixture);
}

static void test_missing_files(void **state)
{
    (void)state;
    const Str glossaries[] = {STR("lists/none.csv")};
    Fixture fixture;
    set_up(&fixture, "rules", "nowhere");
    fixture.sources.glossaries = (StrList){glossaries, 1};
    assert_int_equal(load(&fixture), STATUS_IO);
    check_told(&fixture, "nowhere:0:0 rule-unreadable This folder cannot be read: check that it is"
                         " there.\n"
                         "lists/none.csv:0:0 config-wrong This glossary cannot be read: check that"
                         " it is there.\n");
    tear_down(&fixture);
}

static void test_wrong_names(void **state)
{
    (void)state;
    static const Str many[] = {{"many", 4}};
    static const RuleOption options[] = {
        {.name = {"mox", 3}, .line = 5, .column = 3},
        {.name = {"max", 3}, .values = {many, 1}, .line = 6, .column = 3},
    };
    const RuleSetting settings[] = {
        {.rule = STR("jargn"), .path = STR(".plainpaper.yaml"), .line = 7},
        {.rule = STR("acronyms.undefined"),
         .options = options,
         .n_options = 2,
         .path = STR(".plainpaper.yaml"),
         .line = 4},
    };
    const Str only[] = {STR("speling")}, skip[] = {STR("qqqqqqq")};
    Fixture fixture;
    set_up(&fixture, "rules", NULL);
    fixture.sources.settings = settings;
    fixture.sources.n_settings = 2;
    fixture.sources.only = (StrList){only, 1};
    fixture.sources.skip = (StrList){skip, 1};
    assert_int_equal(load(&fixture), STATUS_CONFIG);
    check_told(&fixture,
               ".plainpaper.yaml:7:0 config-wrong No rule or family is called \"jargn\": did you"
               " mean \"jargon\"?\n"
               ".plainpaper.yaml:5:3 config-wrong Unknown option \"mox\": did you mean \"max\"?\n"
               ".plainpaper.yaml:6:3 config-wrong Option \"max\" takes a number.\n"
               ":0:0 config-wrong No rule or family is called \"speling\": did you mean"
               " \"spelling\"?\n"
               ":0:0 config-wrong No rule or family is called \"qqqqqqq\": see"
               " \"plainpaper rules\".\n");
    tear_down(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_load),          cmocka_unit_test(test_later_folder_replaces),
        cmocka_unit_test(test_settings),      cmocka_unit_test(test_folder_as_family),
        cmocka_unit_test(test_selection),     cmocka_unit_test(test_glossary),
        cmocka_unit_test(test_faults),        cmocka_unit_test(test_duplicate),
        cmocka_unit_test(test_missing_files), cmocka_unit_test(test_wrong_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
