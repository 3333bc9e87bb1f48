/* URI: a file's path as a URI reference (RFC 3986). */
#ifndef PLAINPAPER_REPORT_URI_H
#define PLAINPAPER_REPORT_URI_H

#include "base/buf.h"

/* Appends PATH: every byte but letters, digits, "-._~" and "/" as %XX. An
 * absolute path becomes a file: URI; a leading "./" is left out. */
void uri_append_path(Buf *buf, Str path);

#endif
