/* Loader: how the core gets at files. The caller passes one in; the core
 * opens nothing by itself, so that it also runs where there are no files. */
#ifndef PLAINPAPER_BASE_LOADER_H
#define PLAINPAPER_BASE_LOADER_H

#include "base/buf.h"
#include "base/status.h"

typedef struct Loader Loader;
struct Loader {
    void *user;

    /* Appends the whole file PATH to RET. STATUS_IO when it cannot be read. */
    PP_MUST_USE Status (*read)(const Loader *loader, Str path, Buf *ret);

    /* Calls EACH with the name (not the path) of every entry of folder PATH, in
     * byte order of names; IS_FOLDER tells which are folders. STATUS_IO when it
     * cannot be listed. Stops at, and returns, the first status that is not OK. */
    PP_MUST_USE Status (*list)(const Loader *loader, Str path,
                               Status (*each)(void *context, Str name, bool is_folder),
                               void *context);
};

#endif
