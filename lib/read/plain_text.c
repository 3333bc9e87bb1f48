#include "read/reader.h"

static Status text_read(Str name, Str bytes, const ReadOptions *options, Document **ret)
{
    (void)bytes;
    (void)ret;
    diagnostic_add(options->sink, DIAG_FORMAT_UNKNOWN, name, 0, 0, "Not read yet.");
    return STATUS_UNSUPPORTED;
}

static bool text_sniff(Str bytes)
{
    (void)bytes;
    return false;
}

const Reader reader_text = {
    .format = FORMAT_TEXT,
    .extensions = { ".txt", 4 },
    .sniff = text_sniff,
    .read = text_read,
};
