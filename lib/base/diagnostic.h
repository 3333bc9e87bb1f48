/* Diagnostics: what the tool could not do, for the person who runs it. They
 * never say anything about the author's text (that is a Finding) and never
 * steer the program (that is a Status).
 *
 * A message is one plain line of at most 20 words that says what is wrong and
 * what to do; file and line are kept beside it and must not be repeated in it. */
#ifndef PLAINPAPER_BASE_DIAGNOSTIC_H
#define PLAINPAPER_BASE_DIAGNOSTIC_H

#include "base/arena.h"
#include "base/array.h"

typedef enum DiagnosticLevel {
    DIAGNOSTIC_WARNING = 0,
    DIAGNOSTIC_ERROR,
} DiagnosticLevel;

typedef enum DiagnosticCode {
#define DIAGNOSTIC(name, text, level) DIAG_##name,
#include "base/diagnostics.def"
#undef DIAGNOSTIC
    DIAG_COUNT
} DiagnosticCode;

typedef struct Diagnostic {
    DiagnosticCode code;
    Str path;      /* the file it is about; may be empty */
    size_t line;   /* from 1; 0 when not known */
    size_t column; /* from 1; 0 when not known */
    Str message;
} Diagnostic;

/* Collects diagnostics in the order they come; the arena owns their texts. */
typedef struct DiagnosticSink {
    Arena arena;
    ARRAY(Diagnostic) items;
    size_t n_errors;
} DiagnosticSink;

/* The text of a code, such as "file-damaged", and its level. */
Str diagnostic_code_text(DiagnosticCode code);
DiagnosticLevel diagnostic_level(DiagnosticCode code);

/* Adds one to SINK (NULL: dropped). PATH and the printed message are copied.
 * LINE and COLUMN count from 1, 0 when not known. */
__attribute__((format(printf, 6, 7))) void diagnostic_add(DiagnosticSink *sink, DiagnosticCode code,
                                                          Str path, size_t line, size_t column,
                                                          const char *format, ...);

void diagnostic_sink_free(DiagnosticSink *sink);

#endif
