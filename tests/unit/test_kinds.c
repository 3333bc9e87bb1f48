/* The kinds of the shared rule vocabulary, each with the meaning of Vale 3.15.1:
 * a rule file, a paper in Markdown, and what is found where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "check/lint.h"
#include "memory_loader.h"
#include "read/reader.h"

typedef struct Case {
    const char *rule;
    const char *paper;
    const char *found; /* "line:column match" of each, joined by '|' */
} Case;

static const Case cases[] = {
    /* existence: tokens are whole words, whatever the case when asked */
    {"extends: existence\nmessage: m\nignorecase: true\ntokens: [obviously, very well]\n",
     "Obviously so, very\nwell. Obviouslyly.", "1:1 Obviously|1:15 very well"},
    {"extends: existence\nmessage: m\ntokens: [obviously]\n", "Obviously, obviously.",
     "1:12 obviously"},
    {"extends: existence\nmessage: m\ntokens: ['\\w+ly']\nexceptions: [only]\n",
     "It is only badly done.", "1:12 badly"},
    {"extends: existence\nmessage: m\nnonword: true\ntokens: ['\\.\\.']\n", "Well.. then.",
     "1:5 .."},
    {"extends: existence\nmessage: m\nraw: ['col', 'ou?r']\n", "color colour colr",
     "1:1 color|1:7 colour"},
    {"extends: existence\nmessage: m\nscope: heading\ntokens: [bad]\n",
     "# A bad one\n\nA bad line.", "1:5 bad"},
    {"extends: existence\nmessage: m\nscope: ['list', 'table.cell']\ntokens: [bad]\n",
     "bad\n\n- bad\n\n| a | b |\n|---|---|\n| bad | x |\n", "3:3 bad|7:3 bad"},
    {"extends: existence\nmessage: m\nscope: '~heading'\ntokens: [bad]\n", "# bad\n\nbad",
     "3:1 bad"},
    {"extends: existence\nmessage: m\ntokens: [bad]\n", "`bad` and [bad](http://bad.example)",
     "1:12 bad"},
    {"extends: existence\nmessage: m\nlimit: 1\ntokens: [bad]\n", "bad bad bad", "1:1 bad"},
    /* tokens mean what they mean as one pattern: the first to match, the earlier of two */
    {"extends: existence\nmessage: m\nnonword: true\ntokens: ['bc+', 'ab+', 'abc+']\n", "abcc abcc",
     "1:1 ab|1:6 ab"},
    {"extends: existence\nmessage: m\nnonword: true\ntokens: ['(?i)one\\d', 'two\\d']\n",
     "ONE1 TWO2", "1:1 ONE1|1:6 TWO2"},
    {"extends: existence\nmessage: m\nnonword: true\ntokens: ['(?:(?i)one)\\d', '(?i:t)wo\\d']\n",
     "ONE1 Two2 TWO2", "1:1 ONE1|1:6 Two2"},
    {"extends: existence\nmessage: m\nnonword: true\ntokens: ['(x)\\1', '(z)\\1', '(y)\\3']\n",
     "xx yy zz", "1:1 xx|1:4 yy"},
    /* raw: the source as it stands, with its places */
    {"extends: existence\nmessage: m\nscope: raw\nnonword: true\ntokens: ['TODO:']\n",
     "One.\n\nTwo. <!-- TODO: -->", "3:11 TODO:"},
    /* unless_near holds for patterns as for phrases */
    {"extends: existence\nmessage: m\ntokens: ['deliver\\w*']\nunless_near: [baby]\n",
     "We deliver care. She delivered two babies.", "1:4 deliver"},
    /* substitution: longest key first, nothing said when it is right already */
    {"extends: substitution\nmessage: \"%s %s\"\nignorecase: true\nswap:\n  e-mail: email\n  'web "
     "?site': website\n",
     "An e-mail, a web site, a website.", "1:4 e-mail|1:14 web site"},
    {"extends: substitution\nmessage: \"%s %s\"\nswap:\n  '(?:give|gave) rise to': cause\n",
     "It gave rise to doubt.", "1:4 gave rise to"},
    /* occurrence: counted block by block */
    {"extends: occurrence\nmessage: \"%s\"\nmax: 2\ntoken: ','\n", "a, b, c, d\n\na, b", "1:2 ,"},
    {"extends: occurrence\nmessage: \"%s\"\nscope: sentence\nmax: 3\ntoken: '\\b\\w+\\b'\n",
     "One two three. One two three four.", "1:16 One"},
    /* repetition */
    {"extends: repetition\nmessage: \"%s\"\nalpha: true\nignorecase: true\ntokens: ['[^\\s]+']\n",
     "This is is it. The the end. That that", "1:6 is is|1:16 The the|1:29 That that"},
    /* consistency: the later side is told once both were seen in the paper */
    {"extends: consistency\nmessage: \"%s\"\nignorecase: true\neither:\n  advisor: adviser\n",
     "An advisor.\n\nAn adviser.", "3:4 adviser"},
    /* conditional: a definition in a later block does not help */
    {"extends: conditional\nmessage: \"%s\"\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\w+ "
     ")+\\(([A-Z]{3,5})\\)'\n",
     "ABC is used.\n\nAll Big Cats (ABC) and ABC.\n\nABC again, XYZ not.", "1:1 ABC|5:12 XYZ"},
    {"extends: conditional\nmessage: \"%s\"\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: "
     "'\\b([A-Z]{3,5})\\b'\nexceptions: [ABC]\n",
     "ABC and XYZ.", ""},
    /* capitalization */
    {"extends: capitalization\nmessage: \"%s\"\nscope: heading\nmatch: $sentence\nthreshold: 1\n",
     "# A Plan For All\n\n# A plan for all\n", "1:3 A Plan For All"},
    {"extends: capitalization\nmessage: \"%s\"\nscope: heading\nmatch: $title\nthreshold: 1\n",
     "# A plan for All\n\n# A Plan for All\n", "1:3 A plan for All"},
    {"extends: capitalization\nmessage: \"%s\"\nscope: heading\nmatch: $lower\n",
     "# a plan\n\n# A\n", "3:3 A"},
    /* metric and readability: about the paper as a whole */
    {"extends: metric\nmessage: \"%s\"\nformula: words / sentences\ncondition: '> 3'\n",
     "One two three four five.", "0:0 "},
    {"extends: metric\nmessage: \"%s\"\nformula: words / sentences\ncondition: '> 9'\n",
     "One two three four five.", ""},
    {"extends: readability\nmessage: \"%s\"\nmetrics: [Flesch-Kincaid]\ngrade: 8\n",
     "The implementation of organisational transformation necessitates multidisciplinary "
     "collaboration.",
     "0:0 "},
    {"extends: readability\nmessage: \"%s\"\nmetrics: [Flesch-Kincaid]\ngrade: 8\n", "The cat sat.",
     ""},
};

static void join_findings(const LintResult *result, Buf *ret)
{
    for (size_t i = 0; i < result->findings.len; i++) {
        const Finding *finding = &result->findings.items[i];
        buf_printf(ret, "%s%zu:%zu %.*s", i ? "|" : "", finding->location.start.line,
                   finding->location.start.column, STR_ARG(finding->match));
    }
    buf_append_char(ret, '\0');
}

static void run_case(const Case *test)
{
    MemoryFile file = {"rules/house/rule.yaml", test->rule};
    MemoryFiles memory = {&file, 1};
    Loader loader = memory_loader(&memory);
    Str folder = STR("rules");
    RuleSources sources = {.loader = &loader, .rule_folders = {&folder, 1}};
    DiagnosticSink sink = {0};
    RuleSet *rules = NULL;
    if (ruleset_load(&sources, &sink, &rules) != STATUS_OK)
        fail_msg("%s\n%.*s", test->rule, STR_ARG(sink.items.items[0].message));
    Checker *checker = checker_new(rules, NULL);
    ReadOptions options = {.sink = &sink};
    Document *document = NULL;
    assert_int_equal(
        reader_markdown.read(STR("paper.md"), str_of(test->paper), &options, &document), STATUS_OK);
    LintResult *result = lint_run(checker, document, &(LintOptions){.keeps_repeats = true}, &sink);
    Buf found = {0};
    join_findings(result, &found);
    if (strcmp(found.data, test->found) != 0)
        fail_msg("%s\n%s\nfound %s\nnot   %s", test->rule, test->paper, found.data, test->found);
    buf_free(&found);
    lint_result_free(result);
    document_free(document);
    checker_free(checker);
    ruleset_free(rules);
    diagnostic_sink_free(&sink);
}

static void finds_as_vale_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        run_case(&cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_as_vale_does)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
