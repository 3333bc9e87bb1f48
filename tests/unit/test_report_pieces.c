/* The small pieces that the reporters are built of. */
#include "report/excerpt.h"
#include "report/flow.h"
#include "report/json_text.h"
#include "report/json_value.h"
#include "report/page.h"
#include "report/place.h"
#include "report/reporter.h"
#include "report/uri.h"
#include "report/visible.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

static void assert_text(Str got, const char *expected)
{
    if (!str_eq(got, str_of(expected)))
        fail_msg("“%.*s” is not “%.*s”", STR_ARG(got), STR_ARG(str_of(expected)));
}

static void test_visible(void **state)
{
    static const struct {
        const char *text, *visible;
        size_t columns;
    } cases[] = {
        {"", "", 0},
        {"plain ~", "plain ~", 7},
        {"a\x1B[1m\x7F", "a␛[1m␡", 6},
        {"tab\tline\n", "tab␉line␊", 9},
        {"\xC2\x9B", "\xEF\xBF\xBD", 1},
        {"\xE2\x80\xAE\xE2\x80\xA9\xE2\x81\xA7", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3},
        {"\xFF", "\xEF\xBF\xBD", 1},
        {"日本", "日本", 4},
        {"e\xCC\x81", "e\xCC\x81", 1},
        {"👍", "👍", 2},
        {"a\xEF\xBF\xBC.", "a….", 3},
        {"\xE2\x80\x8D", "\xE2\x80\x8D", 0}, /* joins the parts of one emoji */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf buf = {0};
        visible_append(&buf, str_of(cases[i].text));
        assert_text(buf_str(&buf), cases[i].visible);
        assert_int_equal(visible_columns(str_of(cases[i].text)), cases[i].columns);
        buf_free(&buf);
    }
}

static void test_blank(void **state)
{
    (void)state;
    assert_true(visible_is_blank((Str){0}));
    assert_true(visible_is_blank(STR(" \xC2\xA0\xEF\xBF\xBC")));
    assert_false(visible_is_blank(STR("\xEF\xBF\xBC.")));
    assert_false(visible_is_blank(STR("\xFF")));
}

static void test_uri(void **state)
{
    static const char *const cases[][2] = {
        {"papers/a-b_c.~1.md", "papers/a-b_c.~1.md"},
        {"./././a.md", "a.md"},
        {"../a.md", "../a.md"},
        {"a//b/./c.md", "a/b/c.md"},
        {".hidden/..x/.", ".hidden/..x"},
        {".", "."},
        {"a b%20.md", "a%20b%2520.md"},
        {"c:d,e?#[].md", "c%3Ad%2Ce%3F%23%5B%5D.md"},
        {"ü\xFF\n", "%C3%BC%FF%0A"},
        {"/srv//a.md", "file:///srv/a.md"},
        {"/", "file:///"},
        {"-", "-"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf buf = {0};
        uri_append_path(&buf, str_of(cases[i][0]));
        assert_text(buf_str(&buf), cases[i][1]);
        buf_free(&buf);
    }
}

static void test_excerpt(void **state)
{
    static const struct {
        const char *text;
        Span mark;
        const char *view; /* [ ] around what is marked */
    } cases[] = {
        {"one two three", {4, 7}, "one [two] three"},
        {"one two three", {0, 0}, "[]one two three"},
        {"one two three", {9, 2}, "[]one two three"},
        {"one two three", {8, 99}, "one two [three]"},
        {"one two three four five six", {0, 3}, "[one] two three four…"},
        {"one two three four five six", {24, 27}, "…three four five [six]"},
        {"one two three four five six", {14, 18}, "…two three [four] five…"},
        {"one two three four five six", {0, 27}, "[one two three four]…"},
        {"one two three four five six", {4, 27}, "…[two three four five]…"},
        {"one two three four five six", {0, 0}, "[]one two three four…"},
        {"onetwothreefourfivesixseven", {0, 0}, "[]onetwothreefourfivesix…"},
        {"onetwothreefourfivesixseven", {3, 6}, "one[two]…"},
        {"日本語日本語日本語日本語日本語", {0, 6}, "[日本]…"},
        {"日本語日本語日本語日本語日本語", {0, 45}, "[日本語日本語日本語日本]…"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ExcerptView view = excerpt_view(str_of(cases[i].text), cases[i].mark, 24);
        Buf buf = {0};
        buf_printf(&buf, "%s%.*s[%.*s]%.*s%s", view.is_cut_before ? "…" : "", STR_ARG(view.before),
                   STR_ARG(view.marked), STR_ARG(view.after), view.is_cut_after ? "…" : "");
        assert_text(buf_str(&buf), cases[i].view);
        assert_true(visible_columns(buf_str(&buf)) <= 26);
        buf_free(&buf);
    }
}

static void test_place(void **state)
{
    Str heading[] = {STR("1. Outer"), STR("1.1 Inner")};
    StrList headings = {heading, 2};
    const struct {
        Location at;
        const char *place;
    } cases[] = {
        {{.precision = PRECISION_DOCUMENT, .has_lines = true}, "The whole paper"},
        {{.has_lines = true, .start = {7, 1}, .end = {7, 4}, .headings = headings}, "Line 7"},
        {{.has_lines = true, .start = {7, 1}, .end = {8, 1}}, "Line 7"},
        {{.has_lines = true, .start = {7, 1}, .end = {8, 2}}, "Lines 7 to 8"},
        {{.has_lines = true, .start = {7, 1}, .end = {9, 1}}, "Lines 7 to 8"},
        {{.page = 2, .paragraph = 3, .headings = headings},
         "Page 2, paragraph 3, under “1.1 Inner”"},
        {{.paragraph = 3, .part = STR("word/document.xml")}, "Paragraph 3"},
        {{.page = 3, .part = STR("word/endnotes.xml")}, "Endnotes, page 3"},
        {{.paragraph = 3, .part = STR("word/comments.xml")}, "Comments, paragraph 3"},
        {{.part = STR("footer1.xml")}, "Page footer"},
        {{.part = STR("word/glossary/document.xml")}, "Somewhere in the paper"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf buf = {0};
        place_append(&cases[i].at, &buf);
        assert_text(buf_str(&buf), cases[i].place);
        buf_free(&buf);
    }
}

static void test_numbers(void **state)
{
    static const struct {
        double number;
        unsigned decimals;
        const char *json;
    } cases[] = {
        {0.1, 2, "0.1"},
        {12.05, 2, "12.05"},
        {-0.3, 3, "-0.3"},
        {1.0 / 3, 2, "0.33"},
        {2.675, 2, "2.68"},
        {-0.001, 2, "0.0"},
        {-0.0, 1, "0.0"},
        {99.95, 1, "100.0"},
        {206.835, 2, "206.84"},
        {17, 2, "17.0"},
        {(double)NAN, 2, "null"},
        {INFINITY, 2, "null"},
        {-1e9, 1, "-1000000000.0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf buf = {0};
        value_write(value_decimal_or_null(true, cases[i].number, cases[i].decimals), &buf);
        assert_text(buf_str(&buf), cases[i].json);
        buf_free(&buf);
    }
    Buf buf = {0};
    value_write(value_decimal_or_null(false, 1, 2), &buf);
    value_write(value_text((Str){"a\0\xED\xA0\x80", 5}), &buf);
    json_text((Str){"a\0\xED\xA0\x80", 5}, &buf);
    value_write(value_text((Str){0}), &buf);
    json_text((Str){0}, &buf);
    assert_text(buf_str(&buf), "null\"a\\u0000\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""
                               "\"a\\u0000\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"\"\"\"\"");
    buf_free(&buf);
}

static void test_registry(void **state)
{
    static const char *const names[] = {"text", "json", "sarif", "github"};
    size_t n;
    const Reporter *const *all = reporters_all(&n);
    (void)state;
    assert_int_equal(n, sizeof names / sizeof names[0]);
    for (size_t i = 0; i < n; i++) {
        assert_text(all[i]->name, names[i]);
        assert_ptr_equal(reporter_named(str_of(names[i])), all[i]);
    }
    assert_null(reporter_named(STR("jso")));
    assert_null(reporter_named((Str){0}));
}

/* TEXT as a paragraph, and copied into one. */
static void test_page(void **state)
{
    static const struct {
        const char *text, *markdown, *html, *copied_markdown, *copied_html;
    } cases[] = {
        {"plain", "plain", "plain", "`plain`", "<samp>plain</samp>"},
        {"# a", "\\# a", "# a", "`# a`", "<samp># a</samp>"},
        {"1. a", "1\\. a", "1. a", "`1. a`", "<samp>1. a</samp>"},
        {"- a - b", "\\- a - b", "- a - b", "`- a - b`", "<samp>- a - b</samp>"},
        {"v1. a", "v1. a", "v1. a", "`v1. a`", "<samp>v1. a</samp>"},
        {"A&E", "A&E", "A&amp;E", "`A&E`", "<samp>A&amp;E</samp>"},
        {"&lt;", "\\&lt;", "&amp;lt;", "`&lt;`", "<samp>&amp;lt;</samp>"},
        {"<b>*_[`", "\\<b>\\*\\_\\[\\`", "&lt;b&gt;*_[`", "`` <b>*_[` ``",
         "<samp>&lt;b&gt;*_[`</samp>"},
        {"a\n\nb\tc", "a b c", "a b c", "`a b c`", "<samp>a b c</samp>"},
        {"a\x1B"
         "b",
         "a␛b", "a␛b", "`a␛b`", "<samp>a␛b</samp>"},
    };
    (void)state;
    for (size_t i = 0; i < 4 * (sizeof cases / sizeof cases[0]); i++) {
        const char *expected[] = {cases[i / 4].markdown, cases[i / 4].html,
                                  cases[i / 4].copied_markdown, cases[i / 4].copied_html};
        Buf buf = {0};
        Page page = {.is_html = i % 2, .out = &buf};
        if (i % 4 < 2)
            page_text(&page, str_of(cases[i / 4].text));
        else
            page_copied(&page, str_of(cases[i / 4].text));
        page_paragraph(&page);
        Str got = buf_str(&buf);
        assert_text(i % 2 ? str_sub(got, 3, got.len - 5) : str_sub(got, 0, got.len - 2),
                    expected[i % 4]);
        buf_free(&buf);
        buf_free(&page.line);
    }
}

static void test_page_table(void **state)
{
    const Str columns[] = {STR("Word"), STR("Means")};
    (void)state;
    for (int is_html = 0; is_html < 2; is_html++) {
        Buf buf = {0};
        Page page = {.is_html = is_html, .out = &buf};
        page_table_begin(&page, STR("Words"), columns, 2);
        page_copied(&page, STR("a|b"));
        page_cell(&page);
        page_text(&page, STR("c|d"));
        page_cell(&page);
        page_row_end(&page);
        page_table_end(&page);
        assert_text(buf_str(&buf),
                    is_html
                        ? "<table>\n<caption>Words</caption>\n<thead>\n<tr><th scope=\"col\">Word"
                          "</th><th scope=\"col\">Means</th></tr>\n</thead>\n<tbody>\n<tr><th "
                          "scope=\"row\"><samp>a|b</samp></th><td>c|d</td></tr>\n</tbody>\n"
                          "</table>\n"
                        : "| Word | Means |\n| --- | --- |\n| `a\\|b` | c\\|d |\n\n");
        buf_free(&buf);
        buf_free(&page.line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_visible),    cmocka_unit_test(test_blank),
        cmocka_unit_test(test_uri),        cmocka_unit_test(test_excerpt),
        cmocka_unit_test(test_place),      cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_registry),   cmocka_unit_test(test_page),
        cmocka_unit_test(test_page_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
