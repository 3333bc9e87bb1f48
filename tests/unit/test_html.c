#include "base/utf8.h"
#include "document/document.h"
#include "read/html.h"
#include "read/html_markup.h"
#include "read/html_style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static Document *read_html(Str bytes, DiagnosticSink *sink)
{
    ReadOptions options = {.sink = sink};
    Document *document = NULL;
    assert_int_equal(reader_html.read(STR("test.html"), bytes, &options, &document), STATUS_OK);
    return document;
}

static const Node *first_of(const Document *document, NodeKind kind)
{
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter))
        if (iter.node->kind == kind)
            return iter.node;
    return NULL;
}

static void assert_str(Str got, const char *want)
{
    if (!str_eq(got, str_of(want)))
        fail_msg("got “%.*s”, want “%s”", STR_ARG(got), want);
}

/* The text that the reader must find exact: TEXT, at the bytes BYTES of the file. */
typedef struct Place {
    const char *text;
    const char *bytes;
} Place;

typedef struct PlaceCase {
    Str file;
    Place places[6];
} PlaceCase;

#define FILE_TEXT(literal)                                                                         \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

static const PlaceCase place_cases[] = {
    {FILE_TEXT("<p>A&amp;E"), {{"A", "A"}, {"&", "&amp;"}, {"E", "E"}}},
    {FILE_TEXT("<p>a &#x41;&#66;c"), {{"a ", "a "}, {"A", "&#x41;"}, {"B", "&#66;"}, {"c", "c"}}},
    {FILE_TEXT("<p>a&nosuch;b"), {{"a&nosuch;b", "a&nosuch;b"}}},
    {FILE_TEXT("<p>&#59;;&#59;"), {{";", "&#59;"}, {";", ";"}, {";", "&#59;"}}},
    {FILE_TEXT("<p>a</i>&amp;</i>&"), {{"a", "a"}, {"&", "&amp;"}, {"&", "&"}}},
    {FILE_TEXT("<p>1<2<<3&lt;<b>x"), {{"1<2<<3", "1<2<<3"}, {"<", "&lt;"}, {"x", "x"}}},
    {FILE_TEXT("<p>caf\xC3\xA9&eacute;\xC3\xA9"),
     {{"caf\xC3\xA9", "caf\xC3\xA9"}, {"\xC3\xA9", "&eacute;"}, {"\xC3\xA9", "\xC3\xA9"}}},
    {FILE_TEXT("<p>a\r\nb\r\n &amp;"), {{"a", "a"}, {"b", "b"}, {"&", "&amp;"}}},
    {FILE_TEXT("<p>a  b\tc"), {{"a ", "a "}, {"b", "b"}, {" ", "\t"}, {"c", "c"}}},
    {FILE_TEXT("<meta charset=latin1><p>\xE9t\xE9 &amp; \xA3"),
     {{"\xC3\xA9t\xC3\xA9 ", "\xE9t\xE9 "}, {"&", "&amp;"}, {" \xC2\xA3", " \xA3"}}},
    {FILE_TEXT("\xFF\xFE<\0p\0>\0\xE9\0&\0l\0t\0;\0\x14\x20"),
     {{"\xC3\xA9", "\xE9\0"}, {"<", "&\0l\0t\0;\0"}, {"\xE2\x80\x94", "\x14\x20"}}},
    {FILE_TEXT("\xEF\xBB\xBF<p>x&gt;"), {{"x", "x"}, {">", "&gt;"}}},
    {FILE_TEXT("<?xml version='1.0' encoding='iso-8859-1'?><p>\xE9"), {{"\xC3\xA9", "\xE9"}}},
    {FILE_TEXT("<p>a\0b"), {{"a\0b", "a\0b"}}},
    {FILE_TEXT("<p><code>a\0b</code>"), {{"a\0b", "a\0b"}}},
};

/* Is the original of NODE what PLACE says? */
static void check_place(const Document *document, const Node *node, const Place *place)
{
    const Source *source = &document->source;
    size_t start = source_original_offset(source, node->span.start);
    size_t end = source_original_offset(source, node->span.end);
    assert_int_equal(node->precision, PRECISION_EXACT);
    Str literal = node->as.text.literal;
    if (!memchr(literal.data, 0, literal.len))
        assert_int_equal(literal.len, strlen(place->text));
    assert_memory_equal(literal.data, place->text, literal.len);
    assert_memory_equal(source->bytes.data + start, place->bytes, end - start);
    if (node->as.text.is_verbatim)
        assert_true(str_eq(span_of(node->span, source->text), literal));
    else
        assert_false(str_eq(span_of(node->span, source->text), literal));
}

static void test_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof place_cases / sizeof *place_cases; i++) {
        DiagnosticSink sink = {0};
        Document *document = read_html(place_cases[i].file, &sink);
        const Place *place = place_cases[i].places;
        NodeIter iter = node_iter(document->root);
        while (node_iter_next(&iter)) {
            bool is_text = iter.node->kind == NODE_TEXT || iter.node->kind == NODE_CODE;
            if (iter.event != NODE_ENTER || !is_text)
                continue;
            assert_non_null(place->text);
            check_place(document, iter.node, place++);
        }
        assert_null(place->text);
        document_free(document);
        diagnostic_sink_free(&sink);
    }
}

/* Text longer than the parser's own buffer, of characters of every length, all
 * alike, so that a shift by one would not show in the text itself. */
static void test_long_text(void **state)
{
    (void)state;
    static const char *const characters[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
    for (size_t c = 0; c < 4; c++)
        for (size_t lead = 0; lead < 4; lead++) {
            Buf page = {0};
            DiagnosticSink sink = {0};
            buf_printf(&page, "<p>%.*s", (int)lead, "xxx");
            for (int i = 0; i < 3000; i++)
                buf_append(&page, str_of(characters[c]));
            size_t end = page.len;
            buf_append(&page, STR("</p>"));
            Document *document = read_html(buf_str(&page), &sink);
            const Node *text = first_of(document, NODE_TEXT);
            assert_null(text->next);
            assert_true(text->as.text.is_verbatim);
            assert_int_equal(text->span.start, 3);
            assert_int_equal(text->span.end, end);
            document_free(document);
            diagnostic_sink_free(&sink);
            buf_free(&page);
        }
}

/* Names of the first node of a kind, as those who listen get them. */
static const struct {
    const char *html;
    NodeKind kind;
    const char *name;
} name_cases[] = {
    {"<img alt='a' title='t'>", NODE_IMAGE, "a"},
    {"<img title='t'>", NODE_IMAGE, "t"},
    {"<img aria-label='l' alt='a'>", NODE_IMAGE, "l"},
    {"<img aria-label=' ' alt='a'>", NODE_IMAGE, "a"},
    {"<p id=i>x <b>y</b></p><img aria-labelledby=i aria-label='l'>", NODE_IMAGE, "x y"},
    {"<img aria-labelledby=i alt='a'><p id=i> </p>", NODE_IMAGE, "a"},
    {"<img aria-labelledby='i i'><p id=i>x</p><p id=i>y</p>", NODE_IMAGE, "x x"},
    {"<img alt='' title='t'>", NODE_IMAGE, ""},
    {"<img role=none alt='a'>", NODE_IMAGE, ""},
    {"<img role=none alt='a' tabindex=0>", NODE_IMAGE, "a"},
    {"<img role='nonsense presentation' alt='a'>", NODE_IMAGE, ""},
    {"<a href=x>a <i>b</i></a>", NODE_LINK, "a b"},
    {"<a href=x title=t> </a>", NODE_LINK, "t"},
    {"<a href=x title=t>a</a>", NODE_LINK, "a"},
    {"<a href=x><img alt=''></a>", NODE_LINK, ""},
    {"<a href=x><img src=y></a>", NODE_LINK, ""},
    {"<a href=x>a<img alt=b></a>", NODE_LINK, "ab"},
    {"<a href=x><span aria-hidden=true>a</span><span hidden>b</span></a>", NODE_LINK, ""},
    {"<a href=x aria-labelledby=i>a</a><b id=i hidden>c<i hidden>d</i></b>", NODE_LINK, "cd"},
    {"<a href=x aria-labelledby=i>a</a><b id=i>c<i hidden>d</i></b>", NODE_LINK, "c"},
    {"<a href=x aria-labelledby=i>a</a><b id=i aria-label=l>c</b>", NODE_LINK, "l"},
    {"<a href=x aria-labelledby=i>a</a><b id=i>c<i aria-label=l>d</i></b>", NODE_LINK, "cl"},
    {"<a href=x><h2></h2><p>a</p></a>", NODE_LINK, "a"},
    {"<a href=x><svg><title>s</title></svg></a>", NODE_LINK, "s"},
    {"<h1><span>a</span></h1>", NODE_HEADING, "a"},
    {"<h1 aria-label=l>a</h1>", NODE_HEADING, "l"},
    {"<h1 aria-label='' title=t></h1>", NODE_HEADING, "t"},
    {"<h1><img alt='a'></h1>", NODE_HEADING, "a"},
    {"<h1 aria-labelledby=i>a</h1><p id=i>x</p>", NODE_HEADING, "x"},
    {"<object data=x.mp3></object>", NODE_EMBED, ""},
    {"<object data=x.mp3 title=t>no</object>", NODE_EMBED, "t"},
    {"<svg role=img><desc>d</desc><title>s</title><text>no</text></svg>", NODE_EMBED, "s"},
    {"<svg role=img><g><title>no</title></g></svg>", NODE_EMBED, ""},
    {"<input type=IMAGE alt=a>", NODE_EMBED, "a"},
    {"<iframe title=t>no</iframe>", NODE_EMBED, "t"},
};

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof name_cases / sizeof *name_cases; i++) {
        DiagnosticSink sink = {0};
        Buf name = {0};
        Document *document = read_html(str_of(name_cases[i].html), &sink);
        const Node *node = first_of(document, name_cases[i].kind);
        assert_non_null(node);
        node_append_name(node, &name);
        if (!str_eq(str_trim(buf_str(&name)), str_of(name_cases[i].name)))
            fail_msg("%s is named “%.*s”, not “%s”", name_cases[i].html, STR_ARG(buf_str(&name)),
                     name_cases[i].name);
        buf_free(&name);
        document_free(document);
        diagnostic_sink_free(&sink);
    }
}

static void test_decorative(void **state)
{
    (void)state;
    static const struct {
        const char *html;
        bool is_decorative, has_alt;
    } cases[] = {
        {"<img alt=''>", true, true},
        {"<img>", false, false},
        {"<img role=presentation>", true, false},
        {"<img alt='' tabindex=0>", false, true},
        {"<img alt='' aria-label=x>", false, true},
        {"<img alt=' '>", false, true},
        {"<img role=none tabindex=-1>", false, false},
        {"<img title=x>", false, true},
        {"<div role=img></div>", false, false},
        {"<img role=none aria-live=off>", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        DiagnosticSink sink = {0};
        Document *document = read_html(str_of(cases[i].html), &sink);
        const Node *image = first_of(document, NODE_IMAGE);
        if (image->as.image.is_decorative != cases[i].is_decorative ||
            image->as.image.has_alt != cases[i].has_alt)
            fail_msg("%s: decorative %d, alt %d", cases[i].html, image->as.image.is_decorative,
                     image->as.image.has_alt);
        document_free(document);
        diagnostic_sink_free(&sink);
    }
}

static void test_fragment_inside(void **state)
{
    (void)state;
    Str text = STR("# x\n\n<h2 lang=cy>A&amp;B</h2><title>no</title><p>c\n\n# y\n");
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    Document *document = document_new(FORMAT_MARKDOWN, STR("x.md"), text);
    source_set_text(&document->source, text);
    Span span = {5, str_find(text, STR("\n\n# y"), 0)};
    assert_int_equal(html_read_fragment(document, document->root, span, &options), STATUS_OK);
    const Node *heading = document->root->first_child;
    assert_int_equal(heading->kind, NODE_HEADING);
    assert_str(span_of(heading->span, text), "<h2 lang=cy>A&amp;B</h2>");
    assert_str(span_of(heading->first_child->next->span, text), "&amp;");
    assert_str(span_of(heading->next->first_child->span, text), "c");
    assert_null(heading->next->next);
    assert_false(document->has_title_field);
    document_free(document);
    diagnostic_sink_free(&sink);
}

static void test_limits(void **state)
{
    (void)state;
    Buf deep = {0}, wide = {0};
    for (int i = 0; i < 100000; i++)
        buf_append(&deep, STR("<div>"));
    buf_append(&wide, STR("<p>before</p><p"));
    for (int i = 0; i < 100000; i++)
        buf_printf(&wide, " a%d", i);
    buf_append(&wide, STR(">after"));
    const Str pages[] = {buf_str(&deep), buf_str(&wide)};
    for (size_t i = 0; i < 2; i++) {
        DiagnosticSink sink = {0};
        Document *document = read_html(pages[i], &sink);
        assert_int_equal(sink.n_errors, 1);
        assert_int_equal(sink.items.items[0].code, DIAG_LIMIT_REACHED);
        assert_int_equal(document->root->first_child != NULL, i == 1);
        document_free(document);
        diagnostic_sink_free(&sink);
    }
    buf_free(&deep);
    buf_free(&wide);
}

/* A long path in a drawing has many blanks and is no crowd of attributes. */
static void test_long_attribute(void **state)
{
    (void)state;
    Buf page = {0};
    DiagnosticSink sink = {0};
    buf_append(&page, STR("<svg><path d=\""));
    for (int i = 0; i < 20000; i++)
        buf_append(&page, STR("M 1 1 "));
    buf_append(&page, STR("\"/></svg><p>after"));
    Document *document = read_html(buf_str(&page), &sink);
    assert_int_equal(sink.items.len, 0);
    assert_str(first_of(document, NODE_TEXT)->as.text.literal, "after");
    document_free(document);
    diagnostic_sink_free(&sink);
    buf_free(&page);
}

static void test_declared_encoding(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<meta charset=latin1>", "latin1"},
        {"<META CharSet = 'windows-1252' >", "windows-1252"},
        {"<meta http-equiv=content-type content=\"text/html; charset=iso-8859-15\">",
         "iso-8859-15"},
        {"<?xml version='1.0' encoding=\"utf-8\"?><meta charset=latin1>", "utf-8"},
        {"<meta charset=utf-16le>", "utf-8"},
        {"<meta name=x><meta charset=koi8-r>", "koi8-r"},
        {"<!-- <meta charset=latin1> --><p>", ""},
        {"<p>charset=latin1</p>", ""},
        {"<meta charset>", ""},
        {"<meta", ""},
        {"<!--", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(html_declared_encoding(str_of(cases[i][0])), cases[i][1]);
}

static void test_refresh(void **state)
{
    (void)state;
    static const struct {
        const char *content;
        int seconds; /* -1: the browser does nothing */
    } cases[] = {
        {"0", 0},
        {"5; url=x", 5},
        {" 7,x", 7},
        {"9 x", 9},
        {"3.9;x", 3},
        {".5", 0},
        {"", -1},
        {"x", -1},
        {"+5", -1},
        {"-1", -1},
        {"5x", -1},
        {"0: x", -1},
        {"99999999999999999999", 1000000000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned seconds = 12345;
        bool is_valid = html_refresh_seconds(str_of(cases[i].content), &seconds);
        assert_int_equal(is_valid ? (int)seconds : -1, cases[i].seconds);
    }
}

static void test_colours(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t rgb;
        int alpha_percent; /* -1: no colour */
    } cases[] = {
        {"#abc", 0xAABBCC, 100},
        {"#ABCDEF", 0xABCDEF, 100},
        {"#0008", 0x000000, 53},
        {"#ff000080", 0xFF0000, 50},
        {"rgb(1,2, 3)", 0x010203, 100},
        {"RGBA( 255 , 0 , 0 , .25 )", 0xFF0000, 25},
        {"rgb(100% 0% 50% / 10%)", 0xFF0080, 10},
        {"rgb(300, -5, 0)", 0xFF0000, 100},
        {"hsl(0, 100%, 50%)", 0xFF0000, 100},
        {"hsl(120deg 100% 25%)", 0x008000, 100},
        {"hsla(240, 100%, 50%, 0.5)", 0x0000FF, 50},
        {"RebeccaPurple", 0x663399, 100},
        {"yellowgreen", 0x9ACD32, 100},
        {"", 0, -1},
        {"#ab", 0, -1},
        {"#xyz", 0, -1},
        {"rgb(1,2)", 0, -1},
        {"rgb(", 0, -1},
        {"nocolour", 0, -1},
        {"var(--red)", 0, -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        HtmlColour colour = {0};
        bool is_colour = html_colour(str_of(cases[i].text), &colour);
        int alpha = is_colour ? (int)(colour.alpha * 100 + 0.5) : -1;
        if (alpha != cases[i].alpha_percent || (is_colour && colour.rgb != cases[i].rgb))
            fail_msg("“%s” is %06x at %d%%", cases[i].text, (unsigned)colour.rgb, alpha);
    }
}

/* Both tables are searched by halves. */
static void test_tables_in_order(void **state)
{
    (void)state;
    static const char *const tags[] = {
#define HTML_TAG(name, class, detail, what) name,
#include "read/html_tags.def"
#undef HTML_TAG
    };
    static const char *const roles[] = {
#define HTML_ROLE(name, meaning) name,
#include "read/html_roles.def"
#undef HTML_ROLE
    };
    for (size_t i = 1; i < sizeof tags / sizeof *tags; i++)
        assert_true(strcmp(tags[i - 1], tags[i]) < 0);
    for (size_t i = 1; i < sizeof roles / sizeof *roles; i++)
        assert_true(strcmp(roles[i - 1], roles[i]) < 0);
}

static void test_sniff(void **state)
{
    (void)state;
    assert_true(reader_html.sniff(STR("\xEF\xBB\xBF \n<!DOCTYPE HTML>")));
    assert_true(reader_html.sniff(STR("<?xml version='1.0'?><!-- x --><html>")));
    assert_false(reader_html.sniff(STR("# A heading\n<html>")));
    assert_false(reader_html.sniff(STR("<!--")));
    assert_false(reader_html.sniff(STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),          cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_names),           cmocka_unit_test(test_decorative),
        cmocka_unit_test(test_fragment_inside), cmocka_unit_test(test_limits),
        cmocka_unit_test(test_long_attribute),  cmocka_unit_test(test_declared_encoding),
        cmocka_unit_test(test_refresh),         cmocka_unit_test(test_colours),
        cmocka_unit_test(test_tables_in_order), cmocka_unit_test(test_sniff),
    };
    readers_prepare();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
