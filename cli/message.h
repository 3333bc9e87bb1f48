/* What the program says to the person at the terminal, on stderr, a line each. */
#ifndef PLAINPAPER_CLI_MESSAGE_H
#define PLAINPAPER_CLI_MESSAGE_H

#include "base/buf.h"
#include "base/diagnostic.h"

/* Prints `plainpaper: …` and a line end. */
__attribute__((format(printf, 1, 2))) void say(const char *format, ...);

/* Prints `plainpaper: PATH:LINE:COL: message` for each diagnostic, what is not
 * known left out. Warnings are left out when IS_QUIET. */
void say_diagnostics(const DiagnosticSink *sink, bool is_quiet);

/* As `say`, with “(did you mean NEAREST?)” behind it when NEAREST is not empty. */
__attribute__((format(printf, 2, 3))) void say_nearest(Str nearest, const char *format, ...);

#endif
