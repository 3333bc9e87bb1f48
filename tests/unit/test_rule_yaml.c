/* Rule files: every complaint with its place, and what each kind compiles to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "rule/formula.h"
#include "rule/rule_yaml.h"

typedef struct Loaded {
    Arena arena;
    PatternArray patterns;
    DiagnosticSink sink;
    RuleFile file;
    Status status;
} Loaded;

static const OptionSpec limits[] = {
    {.name = {"max", 3}, .type = OPTION_NUMBER, .minimum = 1, .maximum = 100},
    {.name = {"known", 5}, .type = OPTION_LIST, .is_added_to = true},
    {.name = {"style", 5}, .type = OPTION_TEXT},
    {.name = {"any", 3}, .type = OPTION_NUMBER},
};

static const OptionSpec *options_of(Str check, size_t *ret_n)
{
    *ret_n = sizeof limits / sizeof limits[0];
    if (str_eq(check, STR("test.rule")) || str_eq(check, STR("existence")))
        return limits;
    *ret_n = 0;
    return NULL;
}

static void load(const char *text, Loaded *ret)
{
    *ret = (Loaded){0};
    RuleContext context = {.arena = &ret->arena,
                           .patterns = &ret->patterns,
                           .sink = &ret->sink,
                           .options_of = options_of};
    ret->status =
        rule_yaml_read(STR("r.yaml"), STR("test.rule"), str_of(text), &context, &ret->file);
}

static void unload(Loaded *loaded)
{
    for (size_t i = 0; i < loaded->patterns.len; i++)
        pattern_free(loaded->patterns.items[i]);
    array_free(&loaded->patterns);
    diagnostic_sink_free(&loaded->sink);
    arena_free(&loaded->arena);
}

#define EXISTENCE "extends: existence\nmessage: m\n"
#define SWAP      "extends: substitution\nmessage: m\n"

static const struct {
    const char *text;
    const char *want; /* "line:column code message", each behind a line feed */
} faults[] = {
    {"", "1:1 rule-syntax This is not a rule: begin with a line such as \"extends: existence\"."},
    {"- a\n",
     "1:1 rule-syntax This is not a rule: begin with a line such as \"extends: existence\"."},
    {"a: [b\n", "2:1 rule-syntax This is not valid YAML: did not find expected ',' or ']'."},
    {"a: b\na: c\n", "2:1 rule-syntax Key \"a\" is here twice: keep one."},
    {"a: *b\n", "1:4 rule-syntax This alias names nothing that stands before it."},
    {"? [a]\n: b\n", "1:3 rule-syntax A key must be a text."},
    {"a: b\n---\nc: d\n",
     "2:1 rule-syntax Only one document may stand in this file: remove the line \"---\"."},
    {"message: \"caf\xFF\"\n",
     "1:0 rule-syntax This is not valid YAML: invalid leading UTF-8 octet."},
    {"message: m\n", "1:1 rule-value-wrong Key \"extends\" must say which kind of rule this is, "
                     "such as existence."},
    {"extends: [existence]\n", "1:10 rule-value-wrong Key \"extends\" must say which kind of rule "
                               "this is, such as existence."},
    {"extends: existance\nmessage: m\n",
     "1:10 rule-value-wrong No kind of rule is called \"existance\": did you mean \"existence\"?"},
    {"extends: script\nmessage: m\n",
     "1:10 rule-unsupported Rules of kind \"script\" are not supported: leave this file out."},
    {"extends: sequence\nmessage: m\n",
     "1:10 rule-unsupported Rules of kind \"sequence\" are not supported: leave this file out."},
    {EXISTENCE "tokns: [a]\n",
     "3:1 rule-key-unknown Unknown key \"tokns\": did you mean \"tokens\"?"},
    {EXISTENCE "zzzzzz: 1\ntokens: [a]\n",
     "3:1 rule-key-unknown Unknown key \"zzzzzz\": remove it."},
    {EXISTENCE "swap: {a: b}\n",
     "3:1 rule-key-unknown Key \"swap\" has no meaning in a rule that extends \"existence\":"
     " remove it."},
    {"extends: existence\ntokens: [a]\n",
     "1:1 rule-value-wrong Key \"message\" is missing: say what the author should change."},
    {EXISTENCE, "1:1 rule-value-wrong Key \"tokens\" is missing: list the words to look for."},
    {EXISTENCE "tokens: {a: b}\n", "3:9 rule-value-wrong Key \"tokens\" takes a list of texts."},
    {EXISTENCE "tokens:\n  - a\n  - [b]\n",
     "5:5 rule-value-wrong Key \"tokens\" takes a list of texts."},
    {EXISTENCE "tokens: [a]\nignorecase: maybe\n",
     "4:13 rule-value-wrong Key \"ignorecase\" takes true or false."},
    {EXISTENCE "tokens: [a]\nignorecase: \"true\"\n",
     "4:13 rule-value-wrong Key \"ignorecase\" takes true or false."},
    {EXISTENCE "tokens: [a]\nlimit: -1\n",
     "4:8 rule-value-wrong Key \"limit\" takes a whole number from 0."},
    {EXISTENCE "tokens: [a]\nlimit: 1.5\n",
     "4:8 rule-value-wrong Key \"limit\" takes a whole number from 0."},
    {EXISTENCE "tokens: [a]\nlink: [a]\n", "4:7 rule-value-wrong Key \"link\" takes one text."},
    {EXISTENCE "tokens: [a]\nlevel: warn\n",
     "4:8 rule-value-wrong Key \"level\" takes error, warning or suggestion, not \"warn\"."},
    {EXISTENCE "tokens: [a]\nscope: headding\n",
     "4:8 rule-value-wrong No scope is called \"headding\": did you mean \"heading\"?"},
    {EXISTENCE "tokens: [a]\nscope: [text, code]\n",
     "4:15 rule-value-wrong Scope \"code\" is not a kind of block: use \"raw\"."},
    {EXISTENCE "tokens: [a]\nexamples: {bad: [x], worse: [y]}\n",
     "4:22 rule-key-unknown Under \"examples\" stand lists \"bad\" and \"good\" and options "
     "\"with\","
     " not \"worse\"."},
    {EXISTENCE "tokens: [a]\naction: {nam: replace}\n",
     "4:10 rule-key-unknown Under \"action\" stand \"name\" and \"params\", not \"nam\"."},
    {EXISTENCE "tokens: [a]\naction: {name: swap}\n",
     "4:9 rule-value-wrong Key \"name\" takes suggest, replace, remove, convert or edit,"
     " not \"swap\"."},
    {EXISTENCE "tokens:\n  - 'fine'\n  - 'abc(d'\n",
     "5:11 rule-pattern-wrong This pattern does not work: missing closing parenthesis."},
    {EXISTENCE "tokens:\n  - a[b\n", "4:8 rule-pattern-wrong This pattern does not work: missing "
                                     "terminating ] for character class."},
    {EXISTENCE "tokens: ['(?<=a+)b']\n",
     "3:11 rule-pattern-wrong This pattern does not work: each alternative of a lookbehind must"
     " have a fixed length."},
    {EXISTENCE "tokens: [a]\nexceptions: [b, '(c']\n",
     "4:20 rule-pattern-wrong This pattern does not work: missing closing parenthesis."},
    {EXISTENCE "tokens: [a]\noptions: {mx: 1}\n",
     "4:11 rule-key-unknown Unknown option \"mx\": did you mean \"max\"?"},
    {EXISTENCE "tokens: [a]\noptions: {zzzzzz: 1}\n",
     "4:11 rule-key-unknown Unknown option \"zzzzzz\": remove it."},
    {EXISTENCE "tokens: [a]\noptions: {max: many}\n",
     "4:11 rule-value-wrong Option \"max\" takes a number."},
    {EXISTENCE "tokens: [a]\noptions: {max: 101}\n",
     "4:11 rule-value-wrong Option \"max\" takes a number from 1 to 100."},
    {EXISTENCE "tokens: [a]\noptions: {style: [a, b]}\n",
     "4:11 rule-value-wrong Option \"style\" takes one value."},
    {EXISTENCE "tokens: [a]\noptions: {max: {a: b}}\n",
     "4:16 rule-value-wrong Key \"max\" takes a list of texts."},
    {SWAP, "1:1 rule-value-wrong Key \"swap\" is missing: list words and what to write instead."},
    {SWAP "swap: [a]\n", "3:7 rule-value-wrong Key \"swap\" takes pairs of key and value."},
    {SWAP "swap:\n  a: [b]\n",
     "4:6 rule-value-wrong Advice in \"swap\" must be one text; split several by \"|\"."},
    {SWAP "swap:\n  '': b\n", "4:3 rule-value-wrong A key of \"swap\" is empty: remove it."},
    {SWAP "swap:\n  'a(b': c\n",
     "4:7 rule-pattern-wrong This pattern does not work: missing closing parenthesis."},
    {"extends: occurrence\nmessage: m\n",
     "1:1 rule-value-wrong Key \"token\" is missing: give the pattern to count.\n"
     "1:1 rule-value-wrong Key \"max\" is missing: say how many matches are too many."},
    {"extends: repetition\nmessage: m\n",
     "1:1 rule-value-wrong Key \"tokens\" is missing: list what to look for."},
    {"extends: consistency\nmessage: m\n",
     "1:1 rule-value-wrong Key \"either\" is missing: give pairs of spellings."},
    {"extends: consistency\nmessage: m\neither:\n  a: [b]\n",
     "4:6 rule-value-wrong Each line of \"either\" takes two texts: \"one: other\"."},
    {"extends: consistency\nmessage: m\neither:\n  a: 'b('\n",
     "4:9 rule-pattern-wrong This pattern does not work: missing closing parenthesis."},
    {"extends: conditional\nmessage: m\n",
     "1:1 rule-value-wrong Key \"first\" is missing: give the pattern to look for.\n"
     "1:1 rule-value-wrong Key \"second\" is missing: give the pattern that must be there too."},
    {"extends: capitalization\nmessage: m\n",
     "1:1 rule-value-wrong Key \"match\" is missing: say which capitals, such as \"$sentence\"."},
    {"extends: capitalization\nmessage: m\nmatch: $sentense\n",
     "3:8 rule-value-wrong Nothing is called \"$sentense\": did you mean \"$sentence\"?"},
    {"extends: capitalization\nmessage: m\nmatch: $title\nstyle: MLA\n",
     "4:8 rule-value-wrong Key \"style\" takes AP or Chicago, not \"MLA\"."},
    {"extends: capitalization\nmessage: m\nmatch: $title\nthreshold: high\n",
     "4:12 rule-value-wrong Key \"threshold\" takes a number."},
    {"extends: metric\nmessage: m\nformula: words / sentense\ncondition: '> 3'\n",
     "3:18 rule-value-wrong This formula does not work: no count or function has this name."},
    {"extends: metric\nmessage: m\nformula: words / (\ncondition: about 3\n",
     "3:19 rule-value-wrong This formula does not work: a number or a count is missing here.\n"
     "4:12 rule-value-wrong Key \"condition\" takes a sign and a number, such as \"> 10\"."},
    {"extends: readability\nmessage: m\nmetrics: [SMOK]\ngrade: 8\n",
     "3:11 rule-value-wrong No score is called \"SMOK\": did you mean \"SMOG\"?"},
    {"extends: readability\nmessage: m\n",
     "1:1 rule-value-wrong Key \"metrics\" is missing: list at least one score.\n"
     "1:1 rule-value-wrong Key \"grade\" is missing: say which school grade is the limit."},
    {"extends: spelling\nmessage: m\nfilters: ['[a']\n",
     "3:14 rule-pattern-wrong This pattern does not work: missing terminating ] for character"
     " class."},
    {"extends: structure\nmessage: m\ncheck: no.such\n",
     "3:8 rule-value-wrong No check is called \"no.such\": name one under the key \"check\"."},
};

static void test_faults(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        Loaded loaded;
        load(faults[i].text, &loaded);
        assert_int_equal(loaded.status, STATUS_CONFIG);
        assert_null(loaded.file.rule);
        Buf told = {0};
        for (size_t k = 0; k < loaded.sink.items.len; k++) {
            const Diagnostic *item = &loaded.sink.items.items[k];
            assert_string_equal(item->path.data, "r.yaml");
            buf_printf(&told, "%s%zu:%zu %.*s %.*s", k ? "\n" : "", item->line, item->column,
                       STR_ARG(diagnostic_code_text(item->code)), STR_ARG(item->message));
        }
        buf_append_char(&told, '\0');
        assert_string_equal(told.data, faults[i].want);
        buf_free(&told);
        unload(&loaded);
    }
}

/* All matches of PATTERN in TEXT, joined by "|". */
static void check_matches(const Pattern *pattern, const char *text, const char *want)
{
    Matcher *matcher = matcher_new();
    Buf found = {0};
    Str s = str_of(text);
    for (size_t from = 0; pattern_match(pattern, matcher, s, from) == MATCH_FOUND;) {
        Span span = matcher_group(matcher, 0);
        if (found.len)
            buf_append_char(&found, '|');
        buf_append(&found, span_of(span, s));
        from = span.end > span.start ? span.end : span.end + 1;
    }
    buf_append_char(&found, '\0');
    assert_string_equal(found.data, want);
    buf_free(&found);
    matcher_free(matcher);
}

static Rule *load_well(const char *text, Loaded *ret)
{
    load(text, ret);
    for (size_t i = 0; i < ret->sink.items.len; i++)
        print_error("%s\n", ret->sink.items.items[i].message.data);
    assert_int_equal(ret->status, STATUS_OK);
    return ret->file.rule;
}

/* What an existence rule finds with its pattern, and which terms it gives the trie. */
static const struct {
    const char *keys;
    const char *terms;        /* joined by "|" */
    const char *text, *found; /* NULL: it has no pattern */
} existences[] = {
    {"tokens: [step change, don't]\n", "step change|don't", NULL, NULL},
    {"tokens: ['a.c', plain word]\n", "plain word", "abc xabc axc. A-C", "abc|axc"},
    {"tokens: ['a.c']\nignorecase: true\n", "", "abc ABC", "abc|ABC"},
    {"tokens: ['ab|c']\nnonword: true\n", "", "xaby c", "ab|c"},
    {"raw: ['a+', 'b']\n", "", "ab aab b", "ab|aab"},
    {"raw: ['very ']\ntokens: [big, bad]\n", "", "very big, big, very bad", "very big|very bad"},
    {"raw: [' indeed']\nappend: true\ntokens: [big]\n", "", "big, big indeed", "big indeed"},
    {"tokens: ['', ' ', x y]\n", "x y", NULL, NULL},
    {"tokens: ['a b ']\n", "", "a b c", "a b "},
    {"tokens: ['e.g', 'caf\xC3\xA9']\n", "caf\xC3\xA9", "e.g exg", "e.g|exg"},
    {"tokens: ['\\u00e9t\\u00e9']\n", "", "un \xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9"},
    {"tokens: [x, 'a|b']\n", "x", "b a", "b|a"},
    {"tokens: one\n", "one", NULL, NULL},
    {"dictionary: jargon-office\n", "", NULL, NULL},
};

static void test_existence(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof existences / sizeof existences[0]; i++) {
        Loaded loaded;
        Buf text = {0};
        buf_printf(&text, EXISTENCE "%s", existences[i].keys);
        buf_append_char(&text, '\0');
        const Rule *rule = load_well(text.data, &loaded);
        buf_clear(&text);
        for (size_t k = 0; k < loaded.file.n_terms; k++) {
            const Term *term = &loaded.file.terms[k];
            buf_printf(&text, "%s%.*s", k ? "|" : "", STR_ARG(term->term));
            assert_ptr_equal(term->rule, rule);
            assert_int_equal(term->part, PART_FIXED);
            assert_true(term->is_exact);
            assert_false(term->is_from_dictionary);
            assert_true(term->is_cased);
        }
        buf_append_char(&text, '\0');
        assert_string_equal(text.data, existences[i].terms);
        buf_free(&text);
        if (existences[i].text)
            check_matches(rule->as.existence.patterns.items[0], existences[i].text,
                          existences[i].found);
        else
            assert_int_equal(rule->as.existence.patterns.len, 0);
        unload(&loaded);
    }
}

static void test_substitution(void **state)
{
    (void)state;
    Loaded loaded;
    const Rule *rule = load_well(SWAP "ignorecase: true\ncapitalize: true\nswap:\n"
                                      "  utilise: use\n"
                                      "  prior to: before|ahead of\n"
                                      "  '(?:in )?(order) to': to\n"
                                      "  ab: 'x\\|y'\n"
                                      "  aa: ''\n"
                                      "  log[ -]in: log(?:ged)? in\n",
                                 &loaded);
    const Swap *swaps = rule->as.substitution.swaps;
    assert_int_equal(rule->as.substitution.n_swaps, 6);
    assert_true(rule->as.substitution.is_capitalised);
    assert_true(rule->as.substitution.ignores_case);
    static const char *const order[] = {
        "(?:in )?(order) to", "log[ -]in", "prior to", "utilise", "aa", "ab"};
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(swaps[i].observed.data, order[i]);
    check_matches(swaps[0].pattern, "In order to, reorder to, order to", "In order to|order to");
    assert_null(swaps[2].pattern);
    assert_int_equal(loaded.file.n_terms, 4);
    assert_int_equal(loaded.file.terms[0].index, 2);
    assert_false(loaded.file.terms[0].is_cased);
    assert_int_equal(swaps[2].suggestions.len, 2);
    assert_string_equal(swaps[2].suggestions.items[1].data, "ahead of");
    assert_int_equal(swaps[4].suggestions.len, 0);
    assert_int_equal(swaps[5].suggestions.len, 1);
    assert_string_equal(swaps[5].suggestions.items[0].data, "x|y");

    Matcher *matcher = matcher_new();
    assert_true(swap_is_accepted(rule, &swaps[1], matcher, STR("Logged in")));
    assert_false(swap_is_accepted(rule, &swaps[1], matcher, STR("log-in")));
    assert_true(swap_is_accepted(rule, &swaps[3], matcher, STR("use")));
    assert_false(swap_is_accepted(rule, &swaps[3], matcher, STR("Use")));
    assert_true(swap_is_accepted(rule, &swaps[2], matcher, STR("BEFORE")));
    matcher_free(matcher);
    unload(&loaded);
}

/* A plain single piece of advice is compared as written even with ignorecase. */
static void test_substitution_actions(void **state)
{
    (void)state;
    Loaded loaded;
    const Rule *rule = load_well(SWAP "ignorecase: true\naction: {name: replace}\n"
                                      "exceptions: [the World, '(?i)planet']\n"
                                      "swap:\n  internet: Internet|web(?:s)\n",
                                 &loaded);
    const Swap *swap = &rule->as.substitution.swaps[0];
    Matcher *matcher = matcher_new();
    assert_true(rule->as.substitution.has_action_replace);
    assert_null(swap->accepted);
    assert_true(swap_is_accepted(rule, swap, matcher, STR("Internet")));
    assert_false(swap_is_accepted(rule, swap, matcher, STR("internet")));
    assert_true(rule_has_exception(rule, matcher, STR("in the World now")));
    assert_false(rule_has_exception(rule, matcher, STR("in the world now")));
    assert_true(rule_has_exception(rule, matcher, STR("PLANET")));
    assert_false(rule_has_exception(rule, matcher, STR("planets")));
    matcher_free(matcher);
    unload(&loaded);
}

static void test_counting_kinds(void **state)
{
    (void)state;
    Loaded loaded;
    const Rule *rule =
        load_well("extends: occurrence\nmessage: m\ntoken: '^a'\nmax: 3\nmin: 1\n", &loaded);
    assert_int_equal(rule->as.occurrence.max, 3);
    assert_int_equal(rule->as.occurrence.min, 1);
    check_matches(rule->as.occurrence.token, "ab\nac\nba", "a|a");
    unload(&loaded);

    rule = load_well("extends: repetition\nmessage: m\ntokens: ['[a-z]+', '\\d']\nalpha: true\n"
                     "ignorecase: true\n",
                     &loaded);
    assert_true(rule->as.repetition.letters_only);
    assert_true(rule->as.repetition.ignores_case);
    check_matches(rule->as.repetition.token, "The 7", "The|7");
    unload(&loaded);

    rule = load_well("extends: consistency\nmessage: m\nignorecase: true\neither:\n"
                     "  advis(e)r: advisor\n  '(?<x>judg)ement': '[(]?judgment'\n",
                     &loaded);
    assert_int_equal(rule->as.consistency.n_pairs, 2);
    assert_int_equal(pattern_n_groups(rule->as.consistency.either), 4);
    assert_string_equal(rule->as.consistency.sides[1].data, "advisor");
    Matcher *matcher = matcher_new();
    assert_int_equal(pattern_match(rule->as.consistency.either, matcher, STR("a judgment"), 0),
                     MATCH_FOUND);
    assert_int_equal(matcher_group(matcher, 4).start, 2);
    assert_int_equal(matcher_group(matcher, 3).start, SIZE_MAX);
    matcher_free(matcher);
    unload(&loaded);
}

static void test_other_kinds(void **state)
{
    (void)state;
    Loaded loaded;
    const Rule *rule = load_well("extends: conditional\nmessage: m\nfirst: '\\b([A-Z]{3})\\b'\n"
                                 "second: '\\(([A-Z]{3})\\)'\nignorecase: true\n",
                                 &loaded);
    check_matches(rule->as.conditional.first, "ABC abc", "ABC");
    assert_int_equal(pattern_n_groups(rule->as.conditional.second), 1);
    unload(&loaded);

    rule = load_well("extends: capitalization\nmessage: m\nmatch: $sentence\nscope: heading\n"
                     "indicators: [':']\nprefix: '\\d+\\. '\nstyle: chicago\n",
                     &loaded);
    assert_int_equal(rule->as.capitalisation.match, CAPITALISE_SENTENCE);
    assert_int_equal(rule->as.capitalisation.style, TITLE_CHICAGO);
    assert_true(rule->as.capitalisation.threshold > 0.79);
    assert_int_equal(rule->as.capitalisation.indicators.len, 1);
    check_matches(rule->as.capitalisation.prefix, "4. What 5. is", "4. ");
    assert_true(scope_matches(&rule->scope, SCOPE_SET(TEXT) | SCOPE_SET(HEADING)));
    assert_false(scope_matches(&rule->scope, SCOPE_SET(TEXT) | SCOPE_SET(PARAGRAPH)));
    unload(&loaded);

    rule = load_well("extends: metric\nmessage: m\nformula: words / sentences + 1\n"
                     "condition: '>= 2.5'\nscope: text\n",
                     &loaded);
    double values[VARIABLE_COUNT] = {[VARIABLE_WORDS] = 9, [VARIABLE_SENTENCES] = 6};
    assert_true(formula_compare(formula_value(rule->as.metric.formula, values),
                                (FormulaComparison)rule->as.metric.comparison,
                                rule->as.metric.limit));
    assert_true(scope_asks(&rule->scope, SCOPE_BIT_SUMMARY));
    unload(&loaded);

    rule = load_well(
        "extends: readability\nmessage: m\nmetrics: [smog, Flesch-Kincaid]\ngrade: 9.5\n", &loaded);
    assert_int_equal(rule->as.readability.metrics, METRIC_SMOG | METRIC_FLESCH_KINCAID);
    unload(&loaded);

    rule = load_well("extends: spelling\nmessage: m\ndictionaries: [health]\nignore: words.txt\n"
                     "filters: ['[A-Z]+', x]\ncustom: yes\n",
                     &loaded);
    assert_true(rule->as.spelling.is_custom);
    assert_int_equal(rule->as.spelling.ignore_files.len, 1);
    assert_int_equal(loaded.file.ignore_line, 4);
    check_matches(rule->as.spelling.filter, "aBCx", "BC|x");
    unload(&loaded);
}

static void test_common_keys(void **state)
{
    (void)state;
    Loaded loaded;
    const Rule *rule = load_well(
        "extends: structure\nmessage: &m 'Say %s'\nlevel: suggestion\nenabled: false\nlimit: 2\n"
        "link: https://example.org\nwhy: *m\nsources: GOV.UK\nvocab: false\npos: NN\n"
        "examples:\n  bad: [a, b]\n  good: c\n  with: {max: 3}\n"
        "unless_near: [baby, parcel]\ndictionary: [a.csv, b]\n"
        "options:\n  max: 12\n  known: [NHS, GP]\n  style: plain\n  any: -1\n"
        "scope: ['heading.h2', '~blockquote & paragraph']\n",
        &loaded);
    assert_string_equal(rule->id.data, "test.rule");
    assert_int_equal(rule->family.len, 4);
    assert_int_equal(rule->kind, RULE_STRUCTURE);
    assert_int_equal(rule->severity, SEVERITY_SUGGESTION);
    assert_false(rule->is_on);
    assert_int_equal(rule->limit, 2);
    assert_string_equal(rule->why.data, "Say %s");
    assert_string_equal(rule->link.data, "https://example.org");
    assert_int_equal(rule->bad_examples.len, 2);
    assert_int_equal(rule->good_examples.len, 1);
    assert_int_equal(rule->n_example_options, 1);
    assert_int_equal(rule->sources.len, 1);
    assert_int_equal(rule->guards.len, 2);
    assert_int_equal(rule->dictionaries.len, 2);
    assert_int_equal(loaded.file.dictionary_line, 16);
    assert_string_equal(rule->as.own.check.data, "test.rule");
    assert_true(rule_option_number(rule, STR("max"), 0) > 11.9);
    assert_true(rule_option_number(rule, STR("min"), 7) > 6.9);
    assert_true(rule_option_number(rule, STR("any"), 7) < 0);
    assert_true(str_list_has(rule_option_list(rule, STR("known")), STR("GP")));
    assert_false(str_list_has(rule_option_list(rule, STR("known")), STR("NH")));
    assert_true(str_eq(rule_option_text(rule, STR("style"), STR("x")), STR("plain")));
    assert_true(str_eq(rule_option_text(rule, STR("none"), STR("x")), STR("x")));
    assert_int_equal(rule->scope.n_terms, 2);
    assert_int_equal(rule->options[1].line, 19);
    assert_int_equal(rule->options[1].column, 3);
    unload(&loaded);

    rule = load_well(EXISTENCE "tokens: [a]\ndescription: d\n", &loaded);
    assert_int_equal(rule->severity, SEVERITY_WARNING);
    assert_true(rule->is_on);
    assert_string_equal(rule->why.data, "d");
    assert_true(scope_matches(&rule->scope, SCOPE_SET(TEXT)));
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_faults),         cmocka_unit_test(test_existence),
        cmocka_unit_test(test_substitution),   cmocka_unit_test(test_substitution_actions),
        cmocka_unit_test(test_counting_kinds), cmocka_unit_test(test_other_kinds),
        cmocka_unit_test(test_common_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
