/* Buf: an owned, growing run of bytes. All zeroes is the empty Buf. */
#ifndef PLAINPAPER_BASE_BUF_H
#define PLAINPAPER_BASE_BUF_H

#include "base/str.h"

typedef struct Buf {
    char *data;
    size_t len;
    size_t capacity;
} Buf;

void buf_reserve(Buf *buf, size_t more_bytes);

static inline void buf_append(Buf *buf, Str s)
{
    if (!s.len)
        return;
    if (s.len > buf->capacity - buf->len)
        buf_reserve(buf, s.len);
    memcpy(buf->data + buf->len, s.data, s.len);
    buf->len += s.len;
}

static inline void buf_append_char(Buf *buf, char c)
{
    if (buf->len == buf->capacity)
        buf_reserve(buf, 1);
    buf->data[buf->len++] = c;
}

/* Appends N in decimal figures. */
void buf_append_number(Buf *buf, size_t n);

__attribute__((format(printf, 2, 3))) void buf_printf(Buf *buf, const char *format, ...);

/* What BUF holds, valid until it next changes. */
static inline Str buf_str(const Buf *buf)
{
    return (Str){buf->data, buf->len};
}

/* Empties BUF and keeps its memory for the next use. */
static inline void buf_clear(Buf *buf)
{
    buf->len = 0;
}

void buf_free(Buf *buf);

#endif
