#include "report/uri.h"

static bool is_kept(unsigned char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~' ||
           c == '/';
}

void uri_append_path(Buf *buf, Str path)
{
    while (str_starts_with(path, STR("./")))
        path = str_sub(path, 2, path.len);
    if (str_starts_with(path, STR("/")))
        buf_append(buf, STR("file://"));
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.data[i];
        if (is_kept(c))
            buf_append_char(buf, (char)c);
        else
            buf_printf(buf, "%%%02X", c);
    }
}
