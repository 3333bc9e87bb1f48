#include "base/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

/* Lines and columns counted one by one. */
static Position counted(Str text, size_t offset)
{
    Position at = {1, 1};
    for (size_t i = 0; i < offset; i++) {
        if (text.data[i] == '\n')
            at = (Position){at.line + 1, 1};
        else if (((unsigned char)text.data[i + 1] & 0xC0) != 0x80)
            at.column++;
    }
    return at;
}

static void assert_position(Position got, Position want, size_t at)
{
    if (got.line != want.line || got.column != want.column)
        fail_msg("byte %zu: %zu:%zu, not %zu:%zu", at, got.line, got.column, want.line,
                 want.column);
}

/* AT, or the start of the next character. */
static size_t next_character(Str text, size_t at)
{
    while (at < text.len && ((unsigned char)text.data[at] & 0xC0) == 0x80)
        at++;
    return at < text.len ? at : text.len;
}

/* However long a line is, the column is the number of characters before. */
static void test_columns_of_long_lines(void **state)
{
    (void)state;
    Buf text = {0};
    for (int line = 0; line < 3; line++) {
        for (int i = 0; i < 5000 * line + 3; i++)
            buf_append(&text, i % 7 ? STR("x") : STR("\xC3\xA9"));
        buf_append(&text, STR("\n"));
    }
    Source source;
    source_init(&source, STR("paper.txt"), buf_str(&text));
    source_set_text(&source, buf_str(&text));
    const size_t lens[] = {0, 1, 40, SOURCE_STEP_BYTES, SOURCE_STEP_BYTES + 1000};
    for (size_t i = 0; i < text.len; i += 61) {
        size_t at = next_character(buf_str(&text), i);
        Position start = counted(buf_str(&text), at), got_start, got_end;
        assert_position(source_position(&source, at), start, at);
        Span span = {at, next_character(buf_str(&text), at + lens[i % 5])};
        source_span_positions(&source, span, &got_start, &got_end);
        assert_position(got_start, start, at);
        assert_position(got_end, counted(buf_str(&text), span.end), span.end);
    }
    source_free(&source);
    buf_free(&text);
}

static void test_file_names(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"papers/minutes.md", "minutes.md"},
                                           {"C:\\papers\\minutes.md", "minutes.md"},
                                           {"minutes.md", "minutes.md"},
                                           {"papers/", ""},
                                           {"", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(str_eq(str_file_name(str_of(cases[i][0])), str_of(cases[i][1])));
}

static void test_named_rows(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int value;
    } rows[] = {{"due", 1}, {"due by", 2}, {"owner", 3}};
    static const struct {
        const char *name;
        int value; /* 0: no row */
    } cases[] = {{"due", 1},   {"Due By", 2}, {"OWNER", 3}, {"du", 0},
                 {"due b", 0}, {"owners", 0}, {"", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const void *row = str_row_named(str_of(cases[i].name), rows, 3, sizeof *rows);
        assert_ptr_equal(row, cases[i].value ? (const void *)&rows[cases[i].value - 1] : NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file_names),
        cmocka_unit_test(test_named_rows),
        cmocka_unit_test(test_columns_of_long_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
