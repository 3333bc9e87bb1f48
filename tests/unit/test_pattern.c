/* Patterns, scopes, formulas: the small tools rules are made of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/buf.h"
#include "rule/formula.h"
#include "rule/nearest.h"
#include "rule/pattern_gate.h"
#include "rule/scope.h"

static const struct {
    const char *source;
    unsigned flags;
    const char *text;
    const char *match; /* NULL: none */
} matches[] = {
    {"b+", 0, "abbc", "bb"},
    {"B+", 0, "abbc", NULL},
    {"B+", PATTERN_CASELESS, "abbc", "bb"},
    {"\xC3\x89T\xC3\x89", PATTERN_CASELESS, "un \xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9"},
    {"\\b\\w+\\b", 0, "\xE2\x80\x9C\xC3\xA9t\xC3\xA9\xE2\x80\x9D", "\xC3\xA9t\xC3\xA9"},
    {"^b", 0, "a\nb", NULL},
    {"^b", PATTERN_MULTILINE, "a\nb", "b"},
    {".", 0, "\xC3\xA9", "\xC3\xA9"},
    {"(?<year>\\d{4})-\\k<year>", 0, "2024-2024", "2024-2024"},
    {"(?<a>x)|(?<a>y)", 0, "y", "y"},
    {"caf\\u00e9", 0, "caf\xC3\xA9", "caf\xC3\xA9"},
    {"\\\\u00e9", 0, "\\u00e9", "\\u00e9"},
    {"(?<!not )ready", 0, "not ready, ready", "ready"},
    {"", 0, "", ""},
};

/* Texts that a pattern need not be tried on, and those on which it must. */
static const struct {
    const char *pattern, *without, *with;
} needs[] = {
    {"(?m)\\b(?:shown|marked) in (?:dark )?(?:red|green)\\b", "shown on the red line",
     "Shown in RED"},
    {"\\band/or\\b", "and, or", "and/or"},
    {"(?<=[a-z])\\((?:s|es)\\)(?!\\w)", "paper (some)", "box(es)"},
    {"\\bw/o?\\b", "with", "w/o"},
    {"[\u2192\u21D2]", "a \u2013 b", "a \u2192 b"},
    {"colou?r", "collar", "color"},
    {"abc+de", "ab", "abccde"},
    {"x(?:one|two)*y(?:three){2}", "xytwo", "xythreethree"},
    {"kelvin", "calvin", "\u212Aelvin"},
    {"(?i)left|right", "lift", "RIGHT"},
    {"(?:a|b|)tion", "tin", "tion"},
    {"\\d{2}\\.txt", "12.tx", "12.txt"},
    {"[]x]abc", "ab]", "]abc"},
    {"[a-z]-end", "end", "x-end"},
    {"Été", "zzz", "ÉTÉ"},
    {"he|she|his|hers", "usr", "ushers"},
    {"(?!0?(\\d)/\\1/)\\d/\\d/\\d", "1, 2, 3", "1/2/3"},
    {"(?-i:(?<=[a-z] )&(?= [a-z]))", "a and b", "a & b"},
    {"^[\\x{1F300}-\\x{1FAFF}\u2705]\\x{FE0F}?(?=\\s)", "\u2713 a", "\U0001F389 a"},
    {"^[\\x{1F300}-\\x{1FAFF}\u2705]\\x{FE0F}?(?=\\s)", "\u2713 a", "\u2705 a"},
};

/* Those of which nothing is known: each text may match. */
static const char *const open_patterns[] = {
    "(?x)a b c", "\\Qabc\\E", "[[:alpha:]]bc", "a{b", "abc|.", "(?>abc)", "(abc)?", "ÉÈ",
};

static bool is_let_through(Pattern *pattern, Str text)
{
    PatternGate *gate = pattern_gate_new(&pattern, (const bool[]){true}, 1);
    uint64_t able[1];
    assert_int_equal(pattern_gate_set_len(gate), 1);
    pattern_gate_open(gate, text, able);
    pattern_gate_free(gate);
    return able[0] & 1;
}

static bool may_match(const char *source, const char *text)
{
    Pattern *pattern;
    PatternError error;
    assert_int_equal(pattern_compile(str_of(source), PATTERN_CASELESS, &pattern, &error),
                     STATUS_OK);
    bool may = is_let_through(pattern, str_of(text));
    pattern_free(pattern);
    return may;
}

static void test_needs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++) {
        assert_false(may_match(needs[i].pattern, needs[i].without));
        assert_true(may_match(needs[i].pattern, needs[i].with));
    }
    for (size_t i = 0; i < sizeof open_patterns / sizeof open_patterns[0]; i++)
        assert_true(may_match(open_patterns[i], "zzz"));
}

static void test_matches(void **state)
{
    (void)state;
    Matcher *matcher = matcher_new();
    for (int fast = 0; fast < 2; fast++) {
        for (size_t i = 0; i < sizeof matches / sizeof matches[0]; i++) {
            Pattern *pattern;
            PatternError error;
            assert_int_equal(
                pattern_compile(str_of(matches[i].source), matches[i].flags, &pattern, &error),
                STATUS_OK);
            if (fast)
                pattern_speed_up(pattern);
            Str text = str_of(matches[i].text);
            MatchResult result = pattern_match(pattern, matcher, text, 0);
            assert_int_equal(result, matches[i].match ? MATCH_FOUND : MATCH_NONE);
            assert_true(is_let_through(pattern, text) || result == MATCH_NONE);
            Span span = matcher_group(matcher, 0);
            if (matches[i].match)
                assert_true(str_eq(span_of(span, text), str_of(matches[i].match)));
            else
                assert_int_equal(span.start, SIZE_MAX);
            pattern_free(pattern);
        }
    }
    matcher_free(matcher);
}

static void test_groups_and_from(void **state)
{
    (void)state;
    Pattern *pattern;
    PatternError error;
    assert_int_equal(pattern_compile(STR("(a)|(b)(c)?"), 0, &pattern, &error), STATUS_OK);
    assert_int_equal(pattern_n_groups(pattern), 3);
    Matcher *matcher = matcher_new();
    assert_int_equal(pattern_match(pattern, matcher, STR("ab"), 1), MATCH_FOUND);
    assert_int_equal(matcher_group(matcher, 0).start, 1);
    assert_int_equal(matcher_group(matcher, 1).start, SIZE_MAX);
    assert_int_equal(matcher_group(matcher, 2).end, 2);
    assert_int_equal(matcher_group(matcher, 3).start, SIZE_MAX);
    assert_int_equal(matcher_group(matcher, 99).start, SIZE_MAX);
    assert_int_equal(pattern_match(pattern, matcher, STR("ab"), 2), MATCH_NONE);
    assert_int_equal(pattern_match(pattern, matcher, STR("ab"), 3), MATCH_NONE);
    assert_int_equal(pattern_match(pattern, matcher, (Str){0}, 0), MATCH_NONE);
    pattern_free(pattern);
    matcher_free(matcher);
    pattern_free(NULL);
    matcher_free(NULL);
}

/* A pattern that doubles its work with every letter must give up, not go on. */
static void test_limit(void **state)
{
    (void)state;
    Buf text = {0};
    for (int i = 0; i < 60; i++)
        buf_append_char(&text, 'a');
    buf_append(&text, STR("b1b"));
    Matcher *matcher = matcher_new();
    for (int fast = 0; fast < 2; fast++) {
        Pattern *pattern;
        PatternError error;
        assert_int_equal(pattern_compile(STR("(?:(a+)+)+\\db"), 0, &pattern, &error), STATUS_OK);
        if (fast)
            pattern_speed_up(pattern);
        assert_int_equal(pattern_match(pattern, matcher, buf_str(&text), 0), MATCH_LIMIT);
        assert_int_equal(matcher_group(matcher, 0).start, SIZE_MAX);
        pattern_free(pattern);
    }
    matcher_free(matcher);
    buf_free(&text);
}

static void test_broken_patterns(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        size_t offset;
        const char *message;
    } broken[] = {
        {"a(b", 3, "missing closing parenthesis"},
        {"[a", 2, "missing terminating ] for character class"},
        {"*a", 0, "quantifier does not follow a repeatable item"},
        {"(?<=a+)b", 0, "each alternative of a lookbehind must have a fixed length"},
        {"\\C", 2, "using \\C is disabled by the application"},
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        Pattern *pattern = NULL;
        PatternError error;
        assert_int_equal(pattern_compile(str_of(broken[i].source), 0, &pattern, &error),
                         STATUS_SYNTAX);
        assert_null(pattern);
        assert_int_equal(error.offset, broken[i].offset);
        assert_string_equal(error.message, broken[i].message);
    }
}

static void test_scopes(void **state)
{
    (void)state;
    enum {
        H2 = 1 << SCOPE_BIT_TEXT | 1 << SCOPE_BIT_HEADING | 1 << SCOPE_BIT_H2,
        PARAGRAPH = 1 << SCOPE_BIT_TEXT | 1 << SCOPE_BIT_PARAGRAPH,
        QUOTED = PARAGRAPH | 1 << SCOPE_BIT_BLOCKQUOTE,
    };
    static const struct {
        const char *selector;
        ScopeSet block;
        bool want;
    } rows[] = {
        {"text", PARAGRAPH, true},
        {"text", H2, true},
        {"heading", H2, true},
        {"heading", PARAGRAPH, false},
        {"text.heading.h2", H2, true},
        {"heading.h3", H2, false},
        {"~heading", PARAGRAPH, true},
        {"~heading", H2, false},
        {"~text.heading", PARAGRAPH, true},
        {"~blockquote & paragraph", PARAGRAPH, true},
        {"~blockquote & paragraph", QUOTED, false},
        {"paragraph&~h2", H2, false},
    };
    Arena arena = {0};
    Str word;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Scope scope = {0};
        assert_true(scope_add(&scope, str_of(rows[i].selector), &arena, &word));
        if (scope_matches(&scope, rows[i].block) != rows[i].want)
            fail_msg("%s", rows[i].selector);
    }
    Scope scope = {0};
    assert_true(scope_add(&scope, STR("raw"), &arena, &word));
    assert_true(scope_add(&scope, STR("heading"), &arena, &word));
    assert_true(scope_matches(&scope, H2));
    assert_false(scope_matches(&scope, PARAGRAPH));
    assert_true(scope_asks(&scope, SCOPE_BIT_RAW));
    assert_false(scope_asks(&scope, SCOPE_BIT_SENTENCE));
    assert_false(scope_add(&scope, STR("heading.h9"), &arena, &word));
    assert_true(str_eq(word, STR("h9")));
    assert_false(scope_add(&scope, STR(""), &arena, &word));
    assert_false(scope_add(&scope, STR("a & & b"), &arena, &word));
    assert_true(str_eq(scope_part_text(SCOPE_BIT_H2), STR("h2")));
    arena_free(&arena);
}

static void test_formulas(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double want;
    } good[] = {
        {"1 + 2 * 3", 7},
        {"(1 + 2) * 3", 9},
        {"10 - 4 - 3", 3},
        {"12 / 4 / 3", 1},
        {"-2 * -3", 6},
        {"- - 2", 2},
        {"words / sentences", 5},
        {"math.sqrt(16) + 1", 5},
        {"math.max(2, words)", 10},
        {"math.pow(2, 3)", 8},
        {"math.floor(2.9) + math.ceil(0.1)", 3},
        {"math.min(1,2) + math.abs(0-3)", 4},
        {".5 * 4", 2},
        {"math.log(1)", 0},
        {"polysyllabic_words + heading_h1", 0},
    };
    static const struct {
        const char *text;
        size_t offset;
        const char *problem;
    } bad[] = {
        {"", 0, "a number or a count is missing here"},
        {"1 +", 3, "a number or a count is missing here"},
        {"(1", 2, "a closing bracket is missing here"},
        {"1)", 1, "the formula should end here"},
        {"1 2", 2, "the formula should end here"},
        {"words + wrods", 8, "no count or function has this name"},
        {"1..2", 0, "this is not a number"},
        {"math.sqrt 4", 10, "an opening bracket is missing here"},
        {"math.pow(2)", 10, "this function needs two values with a comma between"},
    };
    double values[VARIABLE_COUNT] = {[VARIABLE_WORDS] = 10, [VARIABLE_SENTENCES] = 2};
    Arena arena = {0};
    const Formula *formula;
    size_t offset;
    const char *problem;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_int_equal(formula_parse(str_of(good[i].text), &arena, &formula, &offset, &problem),
                         STATUS_OK);
        double value = formula_value(formula, values);
        if (!(value > good[i].want - 1e-9 && value < good[i].want + 1e-9))
            fail_msg("%s is %g", good[i].text, value);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(formula_parse(str_of(bad[i].text), &arena, &formula, &offset, &problem),
                         STATUS_SYNTAX);
        assert_string_equal(problem, bad[i].problem);
        assert_int_equal(offset, bad[i].offset);
    }
    Buf deep = {0};
    for (int i = 0; i < 100000; i++)
        buf_append_char(&deep, '(');
    assert_int_equal(formula_parse(buf_str(&deep), &arena, &formula, &offset, &problem),
                     STATUS_SYNTAX);
    buf_clear(&deep);
    for (int i = 0; i < 100000; i++)
        buf_append(&deep, STR("1+"));
    buf_append_char(&deep, '1');
    assert_int_equal(formula_parse(buf_str(&deep), &arena, &formula, &offset, &problem),
                     STATUS_SYNTAX);
    buf_free(&deep);
    assert_int_equal(formula_parse(STR("1 / 0"), &arena, &formula, &offset, &problem), STATUS_OK);
    double none = formula_value(formula, values);
    assert_false(formula_compare(none, COMPARE_ABOVE, 0));
    assert_false(formula_compare(none, COMPARE_NOT_EQUAL, 0));
    arena_free(&arena);
}

static void test_conditions(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
        bool want;
    } rows[] = {
        {"> 10", 10.5, true}, {">10", 10, false}, {">= 10", 10, true}, {"< 10", 9, true},
        {"<= 10", 11, false}, {"== 3", 3, true},  {"!= 3", 3, false},  {" != -3 ", 3, true},
    };
    static const char *const wrong[] = {"", "10", "> ", "=> 3", "> ten", "> 1 2"};
    FormulaComparison comparison;
    double limit;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_true(formula_condition_parse(str_of(rows[i].text), &comparison, &limit));
        assert_int_equal(formula_compare(rows[i].value, comparison, limit), rows[i].want);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(formula_condition_parse(str_of(wrong[i]), &comparison, &limit));
}

static void test_nearest(void **state)
{
    (void)state;
    static const Str known[] = {{"tokens", 6}, {"token", 5}, {"swap", 4}, {"scope", 5}, {"ok", 2}};
    static const char *const rows[][2] = {
        {"tokns", "tokens"}, {"TOKENS", "tokens"}, {"sawp", "swap"}, {"scopes", "scope"},
        {"okk", "ok"},       {"zzzz", ""},         {"", ""},         {"sequence", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Str best = nearest_of(str_of(rows[i][0]), known, 5);
        if (!str_eq(best, str_of(rows[i][1])))
            fail_msg("%s: %.*s", rows[i][0], STR_ARG(best));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_matches),         cmocka_unit_test(test_needs),
        cmocka_unit_test(test_groups_and_from), cmocka_unit_test(test_limit),
        cmocka_unit_test(test_broken_patterns), cmocka_unit_test(test_scopes),
        cmocka_unit_test(test_formulas),        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
