/* A Loader over files that a test holds in memory:
 *     static const MemoryFile files[] = {{"rules/jargon/a.yaml", "extends: …"}};
 *     MemoryFiles memory = {files, 1};
 *     Loader loader = memory_loader(&memory);
 * Folders are what the paths say. */
#ifndef PLAINPAPER_TESTS_MEMORY_LOADER_H
#define PLAINPAPER_TESTS_MEMORY_LOADER_H

#include "base/loader.h"

typedef struct MemoryFile {
    const char *path;
    const char *text;
} MemoryFile;

typedef struct MemoryFiles {
    const MemoryFile *files; /* paths in byte order, for lists in byte order */
    size_t n;
} MemoryFiles;

static inline Status memory_read(const Loader *loader, Str path, Buf *ret)
{
    const MemoryFiles *memory = loader->user;
    for (size_t i = 0; i < memory->n; i++) {
        if (!str_eq(str_of(memory->files[i].path), path))
            continue;
        buf_append(ret, str_of(memory->files[i].text));
        return STATUS_OK;
    }
    return STATUS_IO;
}

static inline Status memory_list(const Loader *loader, Str path,
                                 Status (*each)(void *context, Str name, bool is_folder),
                                 void *context)
{
    const MemoryFiles *memory = loader->user;
    Status status = STATUS_IO;
    Str before = {0};
    for (size_t i = 0; i < memory->n; i++) {
        Str file = str_of(memory->files[i].path);
        if (!str_starts_with(file, path) || file.len <= path.len || file.data[path.len] != '/')
            continue;
        Str rest = str_sub(file, path.len + 1, file.len);
        size_t slash = str_find(rest, STR("/"), 0);
        Str name = str_sub(rest, 0, slash);
        if (str_eq(name, before))
            continue;
        before = name;
        status = each(context, name, slash < rest.len);
        if (status != STATUS_OK)
            return status;
    }
    return status;
}

static inline Loader memory_loader(MemoryFiles *memory)
{
    return (Loader){.user = memory, .read = memory_read, .list = memory_list};
}

#endif
