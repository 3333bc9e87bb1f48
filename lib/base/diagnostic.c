#include "base/diagnostic.h"

#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

static const struct {
    const char *text;
    DiagnosticLevel level;
} codes[] = {
#define DIAGNOSTIC(name, text, level) {text, DIAGNOSTIC_##level},
#include "base/diagnostics.def"
#undef DIAGNOSTIC
};

static_assert(sizeof codes / sizeof codes[0] == DIAG_COUNT, "one row a code");

Str diagnostic_code_text(DiagnosticCode code)
{
    return str_of(codes[code].text);
}

DiagnosticLevel diagnostic_level(DiagnosticCode code)
{
    return codes[code].level;
}

void diagnostic_add(DiagnosticSink *sink, DiagnosticCode code, Str path, size_t line, size_t column,
                    const char *format, ...)
{
    if (!sink)
        return;
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t len_bytes = len > 0 ? (size_t)len : 0;
    char *message = arena_alloc(&sink->arena, len_bytes + 1);
    (void)vsnprintf(message, len_bytes + 1, format, again);
    va_end(again);
    sink->n_errors += diagnostic_level(code) == DIAGNOSTIC_ERROR;
    array_push(&sink->items, (Diagnostic){.code = code,
                                          .path = arena_str(&sink->arena, path),
                                          .line = line,
                                          .column = column,
                                          .message = {message, len_bytes}});
}

void diagnostic_sink_free(DiagnosticSink *sink)
{
    arena_free(&sink->arena);
    array_free(&sink->items);
    sink->n_errors = 0;
}
