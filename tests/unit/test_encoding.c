#include "read/encoding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#define BYTES(literal)                                                                             \
    {                                                                                              \
        "" literal, sizeof(literal) - 1                                                            \
    }

typedef struct Case {
    const char *name;
    Str bytes, declared, text;
    Status status;
    int diagnostic; /* the only one expected, or -1 */
} Case;

static const Case cases[] = {
    {"empty", BYTES(""), BYTES(""), BYTES(""), STATUS_OK, -1},
    {"ascii", BYTES("plain"), BYTES(""), BYTES("plain"), STATUS_OK, -1},
    {"utf-8",
     BYTES("\xC2\xA3"
           "5"),
     BYTES(""),
     BYTES("\xC2\xA3"
           "5"),
     STATUS_OK, -1},
    {"utf-8 mark", BYTES("\xEF\xBB\xBFhi"), BYTES(""), BYTES("hi"), STATUS_OK, -1},
    {"mark beats name", BYTES("\xEF\xBB\xBF\xC2\xA3"), BYTES("latin1"), BYTES("\xC2\xA3"),
     STATUS_OK, -1},
    {"guessed",
     BYTES("\xA3"
           "5 \x96 \x80"
           "6"),
     BYTES(""),
     BYTES("\xC2\xA3"
           "5 \xE2\x80\x93 \xE2\x82\xAC"
           "6"),
     STATUS_OK, DIAG_ENCODING_GUESSED},
    {"latin 1 is windows-1252", BYTES("it\x92s"), BYTES("ISO-8859-1"), BYTES("it\xE2\x80\x99s"),
     STATUS_OK, -1},
    {"byte without character", BYTES("a\x81z"), BYTES("windows-1252"), BYTES("a\xEF\xBF\xBDz"),
     STATUS_OK, DIAG_ENCODING_DAMAGED},
    {"broken utf-8", BYTES("a\xFF\xC2z"), BYTES("utf-8"), BYTES("a\xEF\xBF\xBD\xEF\xBF\xBDz"),
     STATUS_OK, DIAG_ENCODING_DAMAGED},
    {"utf-16 little",
     BYTES("\xFF\xFE"
           "A\0\xA3\0\x3D\xD8\x00\xDE"),
     BYTES(""), BYTES("A\xC2\xA3\xF0\x9F\x98\x80"), STATUS_OK, -1},
    {"utf-16 big", BYTES("\xFE\xFF\0A\0\xA3\xD8\x3D\xDE\x00"), BYTES(""),
     BYTES("A\xC2\xA3\xF0\x9F\x98\x80"), STATUS_OK, -1},
    {"utf-16 little, guessed", BYTES("#\0 \0\xA3\0"), BYTES(""), BYTES("# \xC2\xA3"), STATUS_OK,
     DIAG_ENCODING_GUESSED},
    {"utf-16 big, guessed", BYTES("\0#\0 \0\xA3"), BYTES(""), BYTES("# \xC2\xA3"), STATUS_OK,
     DIAG_ENCODING_GUESSED},
    {"no utf-16 but a stray NUL", BYTES("a\0bc"), BYTES(""), BYTES("a\0bc"), STATUS_OK, -1},
    {"utf-16 cut short",
     BYTES("\xFF\xFE"
           "A\0\x3D"),
     BYTES(""), BYTES("A\xEF\xBF\xBD"), STATUS_OK, DIAG_ENCODING_DAMAGED},
    {"declared utf-16, is not", BYTES("ab"), BYTES("UTF-16"), BYTES("ab"), STATUS_OK, -1},
    {"utf-32", BYTES("\xFF\xFE\0\0A\0\0\0\xA3\0\0\0"), BYTES(""), BYTES("A\xC2\xA3"), STATUS_OK,
     -1},
    {"iso-8859-15", BYTES("5\xA4"), BYTES(" iso-8859-15 "), BYTES("5\xE2\x82\xAC"), STATUS_OK, -1},
    {"shift_jis", BYTES("a\x82\xA0z"), BYTES("shift_jis"), BYTES("a\xE3\x81\x82z"), STATUS_OK, -1},
    {"unknown", BYTES("a"), BYTES("x-martian"), BYTES(""), STATUS_UNSUPPORTED,
     DIAG_ENCODING_UNSUPPORTED},
    {"zip", BYTES("PK\x03\x04..."), BYTES(""), BYTES(""), STATUS_UNSUPPORTED, DIAG_FORMAT_UNKNOWN},
    {"pdf", BYTES("%PDF-1.4"), BYTES("utf-8"), BYTES(""), STATUS_UNSUPPORTED, DIAG_FORMAT_UNKNOWN},
    {"iconv options refused", BYTES("a"), BYTES("latin2//IGNORE"), BYTES(""), STATUS_UNSUPPORTED,
     DIAG_ENCODING_UNSUPPORTED},
};

static void test_decode(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Case *c = &cases[i];
        DiagnosticSink sink = {0};
        Source source;
        source_init(&source, STR("paper.txt"), c->bytes);
        Status status = encoding_decode(&source, c->declared, &sink);
        size_t n_expected = c->diagnostic >= 0;
        bool is_diagnostic_right =
            sink.items.len == n_expected &&
            (!n_expected || sink.items.items[0].code == (DiagnosticCode)c->diagnostic);
        if (status != c->status || !str_eq(source.text, c->text) || !is_diagnostic_right)
            fail_msg("%s: status %d, %zu diagnostics, text “%.*s”", c->name, status, sink.items.len,
                     STR_ARG(source.text));
        source_free(&source);
        diagnostic_sink_free(&sink);
    }
}

/* Every character leads back to the bytes it came from. */
static void test_way_back(void **state)
{
    (void)state;
    static const struct {
        Str bytes, declared;
        struct {
            size_t text, original;
        } points[4];
    } ways[] = {
        {BYTES("one \xA3 two"), BYTES("windows-1252"), {{0, 0}, {4, 4}, {6, 5}, {8, 7}}},
        {BYTES("\xEF\xBB\xBF"
               "abc"),
         BYTES(""),
         {{0, 3}, {1, 4}, {2, 5}, {3, 6}}},
        {BYTES("\xFF\xFE"
               "a\0\xA3\0b\0"),
         BYTES(""),
         {{0, 2}, {1, 4}, {3, 6}, {4, 8}}},
        {BYTES("abc"), BYTES(""), {{0, 0}, {1, 1}, {2, 2}, {3, 3}}},
    };
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        DiagnosticSink sink = {0};
        Source source;
        source_init(&source, STR("paper.txt"), ways[i].bytes);
        assert_int_equal(encoding_decode(&source, ways[i].declared, &sink), STATUS_OK);
        for (size_t p = 0; p < 4; p++)
            assert_int_equal(source_original_offset(&source, ways[i].points[p].text),
                             ways[i].points[p].original);
        source_free(&source);
        diagnostic_sink_free(&sink);
    }
}

static void test_utf8_is_not_copied(void **state)
{
    (void)state;
    DiagnosticSink sink = {0};
    Source source;
    Str bytes = STR("caf\xC3\xA9\n");
    source_init(&source, STR("paper.txt"), bytes);
    assert_int_equal(encoding_decode(&source, STR(""), &sink), STATUS_OK);
    assert_ptr_equal(source.text.data, bytes.data);
    assert_int_equal(source.marks.len, 0);
    source_free(&source);
    diagnostic_sink_free(&sink);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode),
        cmocka_unit_test(test_way_back),
        cmocka_unit_test(test_utf8_is_not_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
