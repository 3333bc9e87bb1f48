#include "cli/inputs.h"

#include "base/file_loader.h"
#include "cli/path.h"
#include "read/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static bool is_file(Str path)
{
    struct stat info;
    return stat(path.data, &info) == 0 && S_ISREG(info.st_mode);
}

static bool is_folder(Str path)
{
    struct stat info;
    return stat(path.data, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool is_word_folder(InputList *list, Str path)
{
    return is_file(arena_printf(&list->arena, "%.*s/[Content_Types].xml", STR_ARG(path)));
}

static void add(InputList *list, InputKind kind, Str path)
{
    array_push(&list->items, (Input){kind, arena_str(&list->arena, path)});
}

/* An .xml file is a paper only when it begins like one. */
static bool begins_like_paper(Str path)
{
    char start[4096];
    FILE *file = fopen(path.data, "rb");
    if (!file)
        return true; /* that it cannot be read must be told */
    size_t len = fread(start, 1, sizeof start, file);
    (void)fclose(file);
    return reader_for(path, (Str){start, len}) != NULL;
}

static bool is_paper(Str path)
{
    return reader_for(path, (Str){0}) || (path_has_ending(path, ".xml") && begins_like_paper(path));
}

static bool is_own_output(const InputList *list, Str path)
{
    for (size_t i = 0; i < list->outputs.len; i++)
        if (path_is_same_file(path, list->outputs.items[i]))
            return true;
    return false;
}

static bool is_left_out(Str name)
{
    return str_starts_with(name, STR(".")) || str_starts_with(name, STR("~$"));
}

static bool is_version_control(Str name)
{
    return str_eq(name, STR("CVS")) || str_eq(name, STR("_darcs")) || str_eq(name, STR("{arch}"));
}

typedef struct Walk {
    InputList *list;
    Str folder;
} Walk;

static void add_folder(InputList *list, Str path);

static Status add_entry(void *context, Str name, bool is_real_folder)
{
    const Walk *walk = context;
    InputList *list = walk->list;
    if (is_left_out(name) || (is_real_folder && is_version_control(name)))
        return STATUS_OK;
    const char *slash = str_ends_with(walk->folder, STR("/")) ? "" : "/";
    Str path =
        arena_printf(&list->arena, "%.*s%s%.*s", STR_ARG(walk->folder), slash, STR_ARG(name));
    if (is_real_folder)
        add_folder(list, path);
    else if (is_own_output(list, path))
        return STATUS_OK;
    else if (is_file(path) && is_paper(path))
        add(list, INPUT_FILE, path);
    else if (!is_folder(path))
        list->n_passed_over++;
    return STATUS_OK;
}

static void add_folder(InputList *list, Str path)
{
    if (is_word_folder(list, path)) {
        add(list, INPUT_WORD_FOLDER, path);
        return;
    }
    const Loader *loader = file_loader();
    if (loader->list(loader, path, add_entry, &(Walk){list, path}) != STATUS_OK)
        add(list, INPUT_UNLISTABLE, path);
}

void inputs_add(InputList *list, Str path)
{
    path = arena_str(&list->arena, path);
    size_t n_before = list->items.len;
    if (str_eq(path, STR("-")))
        add(list, INPUT_STDIN, path);
    else if (!is_folder(path))
        add(list, INPUT_FILE, path);
    else
        add_folder(list, path);
    if (list->items.len == n_before)
        add(list, INPUT_NO_PAPERS, path);
}

static int compare_places(const void *left, const void *right)
{
    const Input *a = *(const Input *const *)left, *b = *(const Input *const *)right;
    int order = str_compare(a->path, b->path);
    return order ? order : (a > b) - (a < b);
}

void inputs_drop_repeats(InputList *list)
{
    size_t n = list->items.len;
    Input **sorted = mem_calloc(n + 1, sizeof(Input *));
    bool *is_repeat = mem_calloc(n + 1, sizeof *is_repeat);
    for (size_t i = 0; i < n; i++)
        sorted[i] = &list->items.items[i];
    qsort(sorted, n, sizeof *sorted, compare_places);
    for (size_t i = 1; i < n; i++)
        is_repeat[sorted[i] - list->items.items] = str_eq(sorted[i]->path, sorted[i - 1]->path);
    list->items.len = 0;
    for (size_t i = 0; i < n; i++)
        if (!is_repeat[i])
            list->items.items[list->items.len++] = list->items.items[i];
    mem_free(is_repeat);
    mem_free(sorted);
}

void inputs_free(InputList *list)
{
    array_free(&list->outputs);
    array_free(&list->items);
    arena_free(&list->arena);
}
