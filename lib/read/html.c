#include "read/reader.h"

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

const Reader reader_html = {
    .format = FORMAT_HTML,
    .extensions = { ".html .htm .xhtml", 17 },
    .sniff = html_sniff,
    .read = html_read,
};
