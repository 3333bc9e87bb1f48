#include "read/html.h"

#include <libxml/parser.h>

void readers_prepare(void)
{
    xmlInitParser();
}

static Status html_read(Str name, Str bytes, const ReadOptions *options, Document **ret)
{
    (void)bytes;
    (void)ret;
    diagnostic_add(options->sink, DIAG_FORMAT_UNKNOWN, name, 0, 0, "Not read yet.");
    return STATUS_UNSUPPORTED;
}

static bool html_sniff(Str bytes)
{
    (void)bytes;
    return false;
}

Status html_read_fragment(Document *document, Node *parent, Span span, const ReadOptions *options)
{
    (void)parent;
    (void)span;
    diagnostic_add(options->sink, DIAG_FORMAT_UNKNOWN, document->source.name, 0, 0, "Not read yet.");
    return STATUS_UNSUPPORTED;
}

const Reader reader_html = {
    .format = FORMAT_HTML,
    .extensions = { ".html .htm .xhtml", 17 },
    .sniff = html_sniff,
    .read = html_read,
};
