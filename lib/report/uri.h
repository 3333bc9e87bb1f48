/* URI: a file's path as code hosts know it, as it is or as a URI reference (RFC 3986). */
#ifndef PLAINPAPER_REPORT_URI_H
#define PLAINPAPER_REPORT_URI_H

#include "base/buf.h"

/* Appends PATH without "." steps and doubled slashes. */
void path_append_plain(Buf *buf, Str path);

/* Appends PATH so, every byte but letters, digits, "-._~" and "/" as %XX. An absolute
 * path becomes a file: URI. */
void uri_append_path(Buf *buf, Str path);

#endif
