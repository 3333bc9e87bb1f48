/* Plain files as the caller's kind of loader, and the caller's loader as the library's. */
#include "plainpaper_inner.h"

#include "base/file_loader.h"

static pp_status public_read(const pp_loader *loader, const char *path, pp_take take, void *context)
{
    (void)loader;
    Buf buf = {0};
    Status status = file_loader()->read(file_loader(), str_of(path), &buf);
    if (status == STATUS_OK)
        take(context, buf.data, buf.len);
    buf_free(&buf);
    return (pp_status)status;
}

typedef struct PublicEntry {
    pp_take_entry each;
    void *context;
} PublicEntry;

static Status public_entry(void *context, Str name, bool is_folder)
{
    const PublicEntry *entry = context;
    return (Status)entry->each(entry->context, name.data, is_folder);
}

static pp_status public_list(const pp_loader *loader, const char *path, pp_take_entry each,
                             void *context)
{
    (void)loader;
    return (pp_status)file_loader()->list(file_loader(), str_of(path), public_entry,
                                          &(PublicEntry){each, context});
}

const pp_loader *pp_file_loader(void)
{
    static const pp_loader loader = {.read = public_read, .list = public_list};
    return &loader;
}

static void inner_take(void *context, const void *bytes, size_t len_bytes)
{
    buf_append(context, (Str){bytes, len_bytes});
}

static Status inner_read(const Loader *loader, Str path, Buf *ret)
{
    const pp_loader *outer = loader->user;
    Arena arena = {0};
    pp_status status = outer->read(outer, arena_str(&arena, path).data, inner_take, ret);
    arena_free(&arena);
    return (Status)status;
}

typedef struct InnerEntry {
    Status (*each)(void *context, Str name, bool is_folder);
    void *context;
} InnerEntry;

static pp_status inner_entry(void *context, const char *name, bool is_folder)
{
    const InnerEntry *entry = context;
    return (pp_status)entry->each(entry->context, str_of(name), is_folder);
}

static Status inner_list(const Loader *loader, Str path,
                         Status (*each)(void *context, Str name, bool is_folder), void *context)
{
    const pp_loader *outer = loader->user;
    Arena arena = {0};
    pp_status status =
        outer->list(outer, arena_str(&arena, path).data, inner_entry, &(InnerEntry){each, context});
    arena_free(&arena);
    return (Status)status;
}

Loader inner_loader(const pp_loader *outer)
{
    return (Loader){.user = (void *)outer, .read = inner_read, .list = inner_list};
}
