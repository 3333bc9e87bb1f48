/* Readers: bytes of one format in, a Document out. Nothing above this layer
 * knows a format; libxml2, libzip and cmark-gfm are used in this layer only. */
#ifndef PLAINPAPER_READ_READER_H
#define PLAINPAPER_READ_READER_H

#include "base/loader.h"
#include "document/document.h"

typedef struct ReadOptions {
    DiagnosticSink *sink; /* gets what could not be read; never NULL */
    const Loader *loader; /* for an unzipped Word folder; NULL otherwise */
    Str folder;           /* path of that folder; empty otherwise */
} ReadOptions;

typedef struct Reader {
    Format format;
    Str extensions; /* with dots, split by blanks: ".md .markdown" */

    /* True when BYTES look like this format, whatever they are called. */
    bool (*sniff)(Str bytes);

    /* Reads BYTES (borrowed, must outlive the document) named NAME. On
     * STATUS_OK *ret is a finished Document that the caller frees. Otherwise
     * *ret is untouched and the sink holds at least one error. STATUS_OK with
     * errors in the sink means: read in part. */
    PP_MUST_USE Status (*read)(Str name, Str bytes, const ReadOptions *options, Document **ret);

    /* Sets up what it uses of foreign libraries; NULL when there is nothing to. */
    void (*prepare)(void);
} Reader;

/* Sets up the foreign libraries that cannot do so from several threads at once
 * (libxml2, cmark-gfm). Call it once before threads read; a program with one thread need not. */
void readers_prepare(void);

/* The reader of FORMAT. */
const Reader *reader_of(Format format);

/* The reader for a file called NAME that starts with BYTES: by extension, and
 * for `.xml` by content; NULL when none is known. */
const Reader *reader_for(Str name, Str bytes);

/* The reader called NAME in options ("markdown", "docx", …), or NULL. */
const Reader *reader_named(Str name);

extern const Reader reader_markdown, reader_html, reader_docx, reader_text;

#endif
