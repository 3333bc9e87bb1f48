#include "rule/ruleset_load.h"

/* Files and folders. */

typedef struct Listing {
    EntryArray entries;
    Arena *arena;
} Listing;

static Status add_entry(void *context, Str name, bool is_folder)
{
    Listing *listing = context;
    if (!str_starts_with(name, STR(".")))
        array_push(&listing->entries, (Entry){arena_str(listing->arena, name), is_folder});
    return STATUS_OK;
}

bool loading_list(Loading *loading, Str path, EntryArray *ret)
{
    const Loader *loader = loading->sources->loader;
    Listing listing = {.entries = *ret, .arena = &loading->set->arena};
    Status status = loader->list(loader, path, add_entry, &listing);
    *ret = listing.entries;
    return status == STATUS_OK;
}

bool loading_read(Loading *loading, Str path)
{
    const Loader *loader = loading->sources->loader;
    buf_clear(&loading->bytes);
    return loader->read(loader, path, &loading->bytes) == STATUS_OK;
}

Str loading_join(Loading *loading, Str folder, Str name)
{
    const char *slash = str_ends_with(folder, STR("/")) || !folder.len ? "" : "/";
    return arena_printf(&loading->set->arena, "%.*s%s%.*s", STR_ARG(folder), slash, STR_ARG(name));
}

/* As loading_list; a folder that cannot be listed is told. */
static bool open_folder(Loading *loading, Str path, EntryArray *ret)
{
    *ret = (EntryArray){0};
    if (loading_list(loading, path, ret))
        return true;
    diagnostic_add(loading->sink, DIAG_RULE_UNREADABLE, path, 0, 0,
                   "This folder cannot be read: check that it is there.");
    loading_fail(loading, STATUS_IO);
    return false;
}

static Str last_part(Str path)
{
    while (str_ends_with(path, STR("/")))
        path.len--;
    size_t start = path.len;
    while (start && path.data[start - 1] != '/')
        start--;
    return str_sub(path, start, path.len);
}

/* Rule files. */

static bool is_rule_file(Str name)
{
    return str_ends_with(name, STR(".yaml")) || str_ends_with(name, STR(".yml"));
}

/* Puts LOADED in the place of a rule of the same id, or at the end. */
static void keep_rule(Loading *loading, const LoadedRule *loaded)
{
    const Rule *rule = loaded->file.rule;
    for (size_t i = 0; i < loading->rules.len; i++) {
        LoadedRule *other = &loading->rules.items[i];
        if (!str_eq(other->file.rule->id, rule->id))
            continue;
        if (other->folder == loaded->folder) {
            diagnostic_add(loading->sink, DIAG_RULE_DUPLICATE, rule->path, 0, 0,
                           "Another file is also rule \"%.*s\": rename or remove one.",
                           STR_ARG(rule->id));
            loading_fail(loading, STATUS_CONFIG);
        }
        *other = *loaded;
        return;
    }
    array_push(&loading->rules, *loaded);
}

static void load_rule(Loading *loading, size_t folder, Str family, Str path)
{
    Arena *arena = &loading->set->arena;
    if (!loading_read(loading, path)) {
        diagnostic_add(loading->sink, DIAG_RULE_UNREADABLE, path, 0, 0,
                       "This rule file cannot be read: check its permissions.");
        loading_fail(loading, STATUS_IO);
        return;
    }
    Str name = last_part(path);
    name = str_sub(name, 0, str_find(name, STR("."), 0));
    Str id = arena_printf(arena, "%.*s.%.*s", STR_ARG(family), STR_ARG(name));
    RuleContext context = {.arena = arena,
                           .patterns = &loading->set->patterns,
                           .sink = loading->sink,
                           .options_of = loading->sources->options_of};
    LoadedRule loaded = {.folder = folder, .first_pattern = loading->set->patterns.len};
    Status status = rule_yaml_read(path, id, buf_str(&loading->bytes), &context, &loaded.file);
    if (status != STATUS_OK) {
        loading_fail(loading, status);
        return;
    }
    loaded.end_pattern = loading->set->patterns.len;
    keep_rule(loading, &loaded);
}

static void load_family(Loading *loading, size_t folder, Str family, Str path,
                        const EntryArray *entries)
{
    for (size_t i = 0; i < entries->len; i++) {
        Entry entry = entries->items[i];
        if (!entry.is_folder && is_rule_file(entry.name))
            load_rule(loading, folder, family, loading_join(loading, path, entry.name));
    }
}

/* Loads `<folder>/<family>/<name>.yaml`; a folder without folders is one family. */
void load_folder(Loading *loading, size_t index)
{
    Str folder = loading->sources->rule_folders.items[index];
    EntryArray entries;
    bool has_families = false;
    if (open_folder(loading, folder, &entries)) {
        for (size_t i = 0; i < entries.len; i++) {
            Str name = entries.items[i].name;
            if (!entries.items[i].is_folder)
                continue;
            has_families = true;
            if (str_eq(name, STR("profiles")) || str_eq(name, STR("config")))
                continue;
            EntryArray files;
            Str path = loading_join(loading, folder, name);
            if (open_folder(loading, path, &files))
                load_family(loading, index, name, path, &files);
            array_free(&files);
        }
        if (!has_families)
            load_family(loading, index, last_part(folder), folder, &entries);
    }
    array_free(&entries);
}
