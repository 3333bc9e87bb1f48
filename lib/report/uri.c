#include "report/uri.h"

static bool is_kept(unsigned char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~' ||
           c == '/';
}

void path_append_plain(Buf *buf, Str path)
{
    size_t begin = buf->len;
    const char *slash = str_starts_with(path, STR("/")) ? "/" : "";
    for (size_t start = 0; start < path.len;) {
        size_t end = str_find(path, STR("/"), start);
        Str step = str_sub(path, start, end);
        start = end + 1;
        if (!step.len || str_eq(step, STR(".")))
            continue;
        buf_append(buf, str_of(slash));
        buf_append(buf, step);
        slash = "/";
    }
    if (buf->len == begin)
        buf_append(buf, path);
}

void uri_append_path(Buf *buf, Str path)
{
    Buf plain = {0};
    path_append_plain(&plain, path);
    if (str_starts_with(path, STR("/")))
        buf_append(buf, STR("file://"));
    for (size_t i = 0; i < plain.len; i++) {
        unsigned char c = (unsigned char)plain.data[i];
        if (is_kept(c))
            buf_append_char(buf, (char)c);
        else
            buf_printf(buf, "%%%02X", c);
    }
    buf_free(&plain);
}
