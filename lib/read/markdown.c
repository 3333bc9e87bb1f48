#include "read/reader.h"

static Status markdown_read(Str name, Str bytes, const ReadOptions *options, Document **ret)
{
    (void)bytes;
    (void)ret;
    diagnostic_add(options->sink, DIAG_FORMAT_UNKNOWN, name, 0, 0, "Not read yet.");
    return STATUS_UNSUPPORTED;
}

static bool markdown_sniff(Str bytes)
{
    (void)bytes;
    return false;
}

const Reader reader_markdown = {
    .format = FORMAT_MARKDOWN,
    .extensions = { ".md .markdown", 13 },
    .sniff = markdown_sniff,
    .read = markdown_read,
};
