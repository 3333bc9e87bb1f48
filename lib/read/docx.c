#include "read/reader.h"

static Status docx_read(Str name, Str bytes, const ReadOptions *options, Document **ret)
{
    (void)bytes;
    (void)ret;
    diagnostic_add(options->sink, DIAG_FORMAT_UNKNOWN, name, 0, 0, "Not read yet.");
    return STATUS_UNSUPPORTED;
}

static bool docx_sniff(Str bytes)
{
    (void)bytes;
    return false;
}

const Reader reader_docx = {
    .format = FORMAT_DOCX,
    .extensions = { ".docx .docm .dotx", 17 },
    .sniff = docx_sniff,
    .read = docx_read,
};
