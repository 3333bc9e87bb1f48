#include "cli/message.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

/* What steers the line or the terminal, in a file name say, and what is no UTF-8. */
static bool is_unsafe(Str character, uint32_t code_point)
{
    bool is_broken = code_point == UTF8_REPLACEMENT && character.len == 1;
    return is_broken || utf8_is_control(code_point);
}

static void print_line(Str line)
{
    fputs("plainpaper: ", stderr);
    for (size_t i = 0; i < line.len;) {
        uint32_t code_point;
        Str character = str_sub(line, i, i + utf8_decode(line, i, &code_point));
        i += character.len;
        for (size_t k = 0; k < character.len; k++)
            fprintf(stderr, is_unsafe(character, code_point) ? "\\x%02X" : "%c",
                    (unsigned char)character.data[k]);
    }
    putc('\n', stderr);
}

static void append_va(Buf *line, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len > 0) {
        buf_reserve(line, (size_t)len + 1);
        (void)vsnprintf(line->data + line->len, (size_t)len + 1, format, again);
        line->len += (size_t)len;
    }
    va_end(again);
}

void say(const char *format, ...)
{
    Buf line = {0};
    va_list args;
    va_start(args, format);
    append_va(&line, format, args);
    va_end(args);
    print_line(buf_str(&line));
    buf_free(&line);
}

void say_nearest(Str nearest, const char *format, ...)
{
    Buf line = {0};
    va_list args;
    va_start(args, format);
    append_va(&line, format, args);
    va_end(args);
    if (nearest.len)
        buf_printf(&line, " Did you mean “%.*s”?", STR_ARG(nearest));
    print_line(buf_str(&line));
    buf_free(&line);
}

void say_diagnostics(const DiagnosticSink *sink, bool is_quiet)
{
    Buf line = {0};
    for (size_t i = 0; i < sink->items.len; i++) {
        const Diagnostic *item = &sink->items.items[i];
        if (is_quiet && diagnostic_level(item->code) == DIAGNOSTIC_WARNING)
            continue;
        buf_clear(&line);
        if (item->path.len) {
            buf_append(&line, item->path);
            if (item->line)
                buf_printf(&line, ":%zu", item->line);
            if (item->line && item->column)
                buf_printf(&line, ":%zu", item->column);
            buf_append(&line, STR(": "));
        }
        buf_append(&line, item->message);
        print_line(buf_str(&line));
    }
    buf_free(&line);
}
