/* The Loader over plain files, for programs that run where there are some. */
#ifndef PLAINPAPER_BASE_FILE_LOADER_H
#define PLAINPAPER_BASE_FILE_LOADER_H

#include "base/loader.h"

/* The loader; it has no state, may be used by any number of threads and is
 * never freed.
 * - read: also pipes and devices. STATUS_LIMIT, with *ret as it was, for more
 *   than SOURCE_BYTES_MAX bytes; STATUS_IO for folders.
 * - list: hidden entries too. A link to a file is a file; a link to a folder is
 *   not a folder, so that no walk goes round for ever. */
const Loader *file_loader(void);

#endif
