/* Any encoding to UTF-8, with the way back to the file's own bytes. */
#ifndef PLAINPAPER_READ_ENCODING_H
#define PLAINPAPER_READ_ENCODING_H

#include "base/diagnostic.h"
#include "base/source.h"

/* Fills SOURCE's text (and marks) from its bytes. A byte order mark decides;
 * else DECLARED (an encoding name from the document; may be empty); else UTF-8
 * where the bytes are well formed, else UTF-16 where they begin with two ASCII
 * characters of it, else Windows-1252, both with a warning. A leading
 * UTF-8 byte order mark is left out of the text. Bytes that make no character
 * become U+FFFD, with one warning. STATUS_UNSUPPORTED for an encoding that is
 * not known, and for a zip, PDF or old Office file; STATUS_LIMIT when larger than
 * SOURCE_BYTES_MAX: told to SINK. */
PP_MUST_USE Status encoding_decode(Source *source, Str declared, DiagnosticSink *sink);

#endif
