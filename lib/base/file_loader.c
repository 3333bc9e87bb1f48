#include "base/file_loader.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK_BYTES = 64 * 1024 };

/* The whole of open file FD; the size it claims is only a hint. */
static Status read_all(int fd, Buf *ret)
{
    struct stat info;
    if (fstat(fd, &info) != 0 || S_ISDIR(info.st_mode))
        return STATUS_IO;
    if (S_ISREG(info.st_mode) && info.st_size > SOURCE_BYTES_MAX)
        return STATUS_LIMIT;
    if (S_ISREG(info.st_mode))
        buf_reserve(ret, (size_t)info.st_size + 1);
    size_t start = ret->len;
    while (ret->len - start <= SOURCE_BYTES_MAX) {
        if (ret->capacity == ret->len)
            buf_reserve(ret, CHUNK_BYTES);
        ssize_t n = read(fd, ret->data + ret->len, ret->capacity - ret->len);
        if (n == 0)
            return STATUS_OK;
        if (n < 0 && errno != EINTR)
            return STATUS_IO;
        ret->len += n > 0 ? (size_t)n : 0;
    }
    return STATUS_LIMIT;
}

/* PATH for the system, in ARENA; NULL when it holds a NUL, which no path can. */
static const char *system_path(Str path, Arena *arena)
{
    if (!path.len || memchr(path.data, '\0', path.len))
        return NULL;
    return arena_str(arena, path).data;
}

static Status file_read(const Loader *loader, Str path, Buf *ret)
{
    (void)loader;
    Arena arena = {0};
    const char *name = system_path(path, &arena);
    int fd = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
    arena_free(&arena);
    if (fd < 0)
        return STATUS_IO;
    size_t len_before = ret->len;
    Status status = read_all(fd, ret);
    if (status != STATUS_OK)
        ret->len = len_before;
    (void)close(fd);
    return status;
}

typedef struct Entry {
    Str name;
    bool is_folder;
} Entry;

typedef ARRAY(Entry) EntryList;

static int compare_entries(const void *left, const void *right)
{
    return str_compare(((const Entry *)left)->name, ((const Entry *)right)->name);
}

static bool is_folder(DIR *folder, const char *name)
{
    struct stat info;
    return fstatat(dirfd(folder), name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode);
}

static Status collect_entries(DIR *folder, Arena *arena, EntryList *ret)
{
    errno = 0;
    for (struct dirent *entry; (entry = readdir(folder)); errno = 0) {
        Str name = str_of(entry->d_name);
        if (str_eq(name, STR(".")) || str_eq(name, STR("..")))
            continue;
        array_push(ret, (Entry){arena_str(arena, name), is_folder(folder, entry->d_name)});
    }
    return errno ? STATUS_IO : STATUS_OK;
}

static Status folder_list(const Loader *loader, Str path,
                          Status (*each)(void *context, Str name, bool is_folder), void *context)
{
    (void)loader;
    Arena arena = {0};
    const char *name = system_path(path, &arena);
    DIR *folder = name ? opendir(name) : NULL;
    EntryList entries = {0};
    Status status = folder ? collect_entries(folder, &arena, &entries) : STATUS_IO;
    if (folder)
        (void)closedir(folder);
    if (entries.len)
        qsort(entries.items, entries.len, sizeof *entries.items, compare_entries);
    for (size_t i = 0; i < entries.len && status == STATUS_OK; i++)
        status = each(context, entries.items[i].name, entries.items[i].is_folder);
    array_free(&entries);
    arena_free(&arena);
    return status;
}

const Loader *file_loader(void)
{
    static const Loader loader = {.read = file_read, .list = folder_list};
    return &loader;
}
