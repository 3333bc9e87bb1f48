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
    for (size_t at = 0; at < text.len; at += 61) {
        while (at + 1 < text.len && ((unsigned char)text.data[at] & 0xC0) == 0x80)
            at++;
        Position got = source_position(&source, at), want = counted(buf_str(&text), at);
        if (got.line != want.line || got.column != want.column)
            fail_msg("byte %zu: %zu:%zu, not %zu:%zu", at, got.line, got.column, want.line,
                     want.column);
    }
    source_free(&source);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_of_long_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
