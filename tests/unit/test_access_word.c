/* The access.* rules on what only Word tells of: trees put together by hand. */
#include "access_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static const char body_text[] = "Every ward had fewer falls last month.";

static const char long_text[] =
    "Every ward had fewer falls last month, and those that had none say "
    "what they did to keep it so.";

static const TextStyle plain = {.size_half_points = 24};
static const TextStyle bold = {.size_half_points = 24, .bold = true};
static const TextStyle large = {.size_half_points = 28};
static const TextStyle small = {.size_half_points = 20};
static const TextStyle serif = {.size_half_points = 24, .font = {"Times New Roman", 15}};
static const TextStyle code = {.size_half_points = 24, .font = {"Consolas", 8}};
static const TextStyle grey = {.size_half_points = 24, .colour = {.rgb = 0x999999, .is_set = true}};
static const TextStyle capitals = {.size_half_points = 24, .all_caps = true};
static const TextStyle underlined = {.size_half_points = 24, .underline = true};

static Document *paper(void)
{
    Document *document = document_new(FORMAT_DOCX, STR("paper.docx"), STR(""));
    document->has_lines = false;
    document->title = STR("Quality report");
    document->language = STR("en-GB");
    return document;
}

static Node *add(Document *document, Node *parent, NodeKind kind)
{
    Node *node = node_new(&document->arena, kind);
    node_append_child(parent, node);
    return node;
}

static Node *add_text(Document *document, Node *parent, NodeKind kind, const char *text,
                      const TextStyle *style)
{
    Node *block = add(document, parent, kind);
    if (kind == NODE_HEADING)
        block->as.heading.level = 1;
    if (*text) {
        Node *leaf = add(document, block, NODE_TEXT);
        leaf->as.text.literal = str_of(text);
        leaf->as.text.is_verbatim = true;
        leaf->text_style = style;
    }
    return block;
}

/* Expects N findings of RULE in DOCUMENT, and frees it. */
static void expect(Document *document, const char *rule, size_t n)
{
    document_finish(document);
    LintResult *result = access_check(document);
    size_t found = access_count(result, rule, NULL);
    lint_result_free(result);
    document_free(document);
    if (found != n)
        fail_msg("%s: %zu findings, not %zu", rule, found, n);
}

/* A first line in LOOK and style STYLE above running text. */
static Document *paper_with_line(const TextStyle *look, const char *style)
{
    Document *document = paper();
    Node *line = add_text(document, document->root, NODE_PARAGRAPH, "What we found", look);
    BlockStyle *block_style = arena_new(&document->arena, BlockStyle);
    *block_style = (BlockStyle){.name = str_of(style)};
    line->block_style = block_style;
    for (int i = 0; i < 3; i++)
        add_text(document, document->root, NODE_PARAGRAPH, body_text, &plain);
    return document;
}

static void test_fake_heading(void **state)
{
    (void)state;
    expect(paper_with_line(&bold, "normal"), "heading-fake", 1);
    expect(paper_with_line(&large, "normal"), "heading-fake", 1);
    expect(paper_with_line(&underlined, "normal"), "heading-fake", 1);
    expect(paper_with_line(&plain, "normal"), "heading-fake", 0);
    expect(paper_with_line(&bold, "subtitle"), "heading-fake", 0);

    Document *document = paper();
    static const Attribute contents = {{"role", 4}, {"contents", 8}};
    Node *line = add_text(document, document->root, NODE_PARAGRAPH, "Falls", &bold);
    line->attributes = &contents;
    line->n_attributes = 1;
    add_text(document, document->root, NODE_PARAGRAPH, body_text, &plain);
    expect(document, "heading-fake", 0);

    document = paper(); /* empty paragraphs between do not matter */
    add_text(document, document->root, NODE_PARAGRAPH, "", NULL);
    add_text(document, document->root, NODE_PARAGRAPH, "What we found", &bold);
    add_text(document, document->root, NODE_PARAGRAPH, "", NULL);
    add_text(document, document->root, NODE_PARAGRAPH, body_text, &plain);
    expect(document, "heading-fake", 1);
}

static void test_main_headings(void **state)
{
    (void)state;
    Document *document = paper();
    for (int i = 0; i < 3; i++)
        add_text(document, document->root, NODE_HEADING, "Falls", &plain);
    document_finish(document);
    LintResult *result = access_check(document);
    const Finding *first = NULL;
    assert_int_equal(access_count(result, "heading-h1-count", &first), 2);
    assert_int_equal(first->severity, SEVERITY_SUGGESTION);
    lint_result_free(result);
    document_free(document);
}

static Document *paper_in(const TextStyle *look)
{
    Document *document = paper();
    for (int i = 0; i < 3; i++)
        add_text(document, document->root, NODE_PARAGRAPH, body_text, look);
    return document;
}

static Document *paper_set(BlockStyle style, const char *text)
{
    Document *document = paper();
    for (int i = 0; i < 3; i++)
        add_text(document, document->root, NODE_PARAGRAPH, text, &plain);
    BlockStyle *kept = arena_new(&document->arena, BlockStyle);
    *kept = style;
    for (Node *block = document->root->first_child; block; block = block->next)
        block->block_style = kept;
    return document;
}

static void test_looks(void **state)
{
    (void)state;
    expect(paper_in(&small), "text-small", 1);
    expect(paper_in(&plain), "text-small", 0);
    Document *document = paper_in(&plain);
    Node *leaf = add(document, document->root->first_child, NODE_CODE);
    leaf->as.text.literal = str_of(body_text);
    leaf->text_style = &small;
    expect(document, "text-small", 0);
    expect(paper_in(&serif), "text-serif", 1);
    expect(paper_in(&plain), "text-serif", 0);
    expect(paper_in(&grey), "text-contrast", 3);
    expect(paper_in(&plain), "text-contrast", 0);
    expect(paper_in(&capitals), "text-allcaps", 3);
    expect(paper_in(&underlined), "text-underline", 3);
    expect(paper_set((BlockStyle){.alignment = ALIGN_JUSTIFIED}, long_text), "text-justified", 1);
    expect(paper_set((BlockStyle){.alignment = ALIGN_LEFT}, long_text), "text-justified", 0);
    expect(paper_set((BlockStyle){.line_spacing_percent = 100}, long_text), "line-spacing-tight",
           1);
    expect(paper_set((BlockStyle){.line_spacing_percent = 115}, long_text), "line-spacing-tight",
           0);
    expect(paper_set((BlockStyle){.line_spacing_percent = 0}, long_text), "line-spacing-tight", 0);
    expect(paper_set((BlockStyle){.line_spacing_percent = 100}, body_text), "line-spacing-tight",
           0);
}

/* A run of faint text is told once, in all its words, however Word cuts it. */
static void test_runs(void **state)
{
    (void)state;
    Document *document = paper();
    Node *block = add_text(document, document->root, NODE_PARAGRAPH, "F", &grey);
    static const char *const rest[] = {"alls on", " the", " wards"};
    for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++) {
        Node *leaf = add(document, block, NODE_TEXT);
        leaf->as.text.literal = str_of(rest[i]);
        leaf->text_style = &grey;
    }
    document_finish(document);
    LintResult *result = access_check(document);
    const Finding *finding = NULL;
    assert_int_equal(access_count(result, "text-contrast", &finding), 1);
    assert_true(str_find(finding->message, STR("“Falls on the wards”"), 0) < finding->message.len);
    lint_result_free(result);
    document_free(document);
}

/* Word's own outline: a title, and chapters of level 1. */
static void test_title(void **state)
{
    (void)state;
    Document *document = paper();
    Node *title = add_text(document, document->root, NODE_HEADING, "Falls", &plain);
    BlockStyle *style = arena_new(&document->arena, BlockStyle);
    *style = (BlockStyle){.name = STR("title")};
    title->block_style = style;
    add_text(document, document->root, NODE_HEADING, "By ward", &plain);
    add_text(document, document->root, NODE_HEADING, "By month", &plain);
    expect(document, "heading-h1-count", 0);
}

/* What stands in a footer is not read out: pictures and tables there pass. */
static void test_margins(void **state)
{
    (void)state;
    static const Part parts[] = {{{"word/document.xml", 17}, PART_BODY},
                                 {{"word/footer1.xml", 16}, PART_FOOTER}};
    for (uint16_t part = 0; part < 2; part++) {
        Document *document = paper();
        document->parts = parts;
        document->n_parts = 2;
        Node *block = add_text(document, document->root, NODE_PARAGRAPH, body_text, &plain);
        Node *image = add(document, block, NODE_IMAGE);
        image->part = part;
        expect(document, "img-alt-missing", part == 0);
    }
}

/* N empty paragraphs, with a heading or text behind them. */
static Document *paper_with_gap(int n, NodeKind next)
{
    Document *document = paper_in(&plain);
    for (int i = 0; i < n; i++)
        add_text(document, document->root, NODE_PARAGRAPH, "", NULL);
    add_text(document, document->root, next, "Staff", &plain);
    return document;
}

static void test_gaps(void **state)
{
    (void)state;
    expect(paper_with_gap(5, NODE_HEADING), "page-break-manual", 1);
    expect(paper_with_gap(5, NODE_HEADING), "blank-runs", 0);
    expect(paper_with_gap(5, NODE_PARAGRAPH), "page-break-manual", 0);
    expect(paper_with_gap(3, NODE_PARAGRAPH), "blank-runs", 1);
    expect(paper_with_gap(2, NODE_PARAGRAPH), "blank-runs", 0);

    const TextStyle *const looks[] = {&plain, &code};
    for (size_t i = 0; i < 2; i++) {
        Document *document = paper();
        add_text(document, document->root, NODE_PARAGRAPH, "      <block>", looks[i]);
        expect(document, "blank-runs", i == 0);
    }
}

static Document *paper_with_chart(const char *text)
{
    Document *document = paper();
    add_text(document, document->root, NODE_PARAGRAPH, text, &plain);
    Node *block = add(document, document->root, NODE_PARAGRAPH);
    Node *chart = add(document, block, NODE_EMBED);
    chart->as.embed.what = STR("chart");
    return document;
}

static void test_charts(void **state)
{
    (void)state;
    expect(paper_with_chart(body_text), "img-alt-missing", 1);
    expect(paper_with_chart(body_text), "chart-no-text-summary", 1);
    expect(paper_with_chart("The chart below tells of falls."), "chart-no-text-summary", 0);

    static const Attribute floats = {{"floating", 8}, {"true", 4}};
    Document *document = paper_with_chart(body_text);
    Node *chart = document->root->last_child->first_child;
    chart->attributes = &floats;
    chart->n_attributes = 1;
    expect(document, "object-floating", 1);
}

static void test_state_of_file(void **state)
{
    (void)state;
    Document *document = paper_in(&plain);
    document->is_protected = document->has_comments = true;
    document->title = STR("Document1");
    document->language = (Str){0};
    document_finish(document);
    LintResult *result = access_check(document);
    const Finding *language = NULL;
    assert_int_equal(access_count(result, "doc-locked", NULL), 1);
    assert_int_equal(access_count(result, "tracked-changes-left", NULL), 1);
    assert_int_equal(access_count(result, "doc-title-missing", NULL), 1);
    assert_int_equal(access_count(result, "doc-lang-missing", &language), 1);
    assert_int_equal(language->severity, SEVERITY_WARNING);
    lint_result_free(result);
    document_free(document);

    expect(paper_in(&plain), "doc-locked", 0);
    expect(paper_in(&plain), "tracked-changes-left", 0);
    expect(paper_in(&plain), "doc-title-missing", 0);
    expect(paper_in(&plain), "doc-lang-missing", 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fake_heading), cmocka_unit_test(test_main_headings),
        cmocka_unit_test(test_looks),        cmocka_unit_test(test_gaps),
        cmocka_unit_test(test_charts),       cmocka_unit_test(test_state_of_file),
        cmocka_unit_test(test_runs),         cmocka_unit_test(test_title),
        cmocka_unit_test(test_margins),
    };
    access_load(argc > 1 ? argv[1] : ".");
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    access_unload();
    return n_failed;
}
