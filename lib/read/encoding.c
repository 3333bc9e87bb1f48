#include "read/encoding.h"

Status encoding_decode(Source *source, Str declared, DiagnosticSink *sink)
{
    (void)declared;
    (void)sink;
    source_set_text(source, source->bytes);
    return STATUS_OK;
}
