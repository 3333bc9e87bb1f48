#include "base/buf.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

enum { BYTES_MIN = 256 };

void buf_reserve(Buf *buf, size_t more_bytes)
{
    if (more_bytes > SIZE_MAX / 2 - buf->len)
        pp_out_of_memory(more_bytes);
    size_t need = buf->len + more_bytes;
    if (need <= buf->capacity)
        return;
    size_t size = buf->capacity ? buf->capacity * 2 : BYTES_MIN;
    buf->capacity = size < need ? need : size;
    buf->data = mem_realloc(buf->data, buf->capacity, 1);
}

void buf_append_number(Buf *buf, size_t n)
{
    char figures[24];
    size_t at = sizeof figures;
    do
        figures[--at] = (char)('0' + n % 10);
    while (n /= 10);
    buf_append(buf, (Str){figures + at, sizeof figures - at});
}

void buf_printf(Buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len > 0) {
        buf_reserve(buf, (size_t)len + 1);
        (void)vsnprintf(buf->data + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

void buf_free(Buf *buf)
{
    mem_free(buf->data);
    *buf = (Buf){0};
}
