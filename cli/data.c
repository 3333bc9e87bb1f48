#include "cli/data.h"

#include "base/array.h"
#include "base/file_loader.h"
#include "cli/message.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(Str path)
{
    struct stat info;
    return stat(path.data, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool is_file(Str path)
{
    struct stat info;
    return stat(path.data, &info) == 0 && S_ISREG(info.st_mode);
}

static bool holds_data(Arena *arena, Str folder, Data *ret)
{
    ret->rules = arena_printf(arena, "%.*s/rules", STR_ARG(folder));
    ret->dictionaries = arena_printf(arena, "%.*s/dictionaries", STR_ARG(folder));
    return is_folder(ret->rules) && is_folder(ret->dictionaries);
}

/* The folder the running program lies in; empty when the system does not tell. */
static Str program_folder(Arena *arena)
{
    enum { PATH_BYTES_MAX = 4096 };
    char *path = arena_alloc(arena, PATH_BYTES_MAX);
    ssize_t n = readlink("/proc/self/exe", path, PATH_BYTES_MAX - 1);
    while (n > 0 && path[n - 1] != '/')
        n--;
    return n > 0 ? arena_str(arena, (Str){path, (size_t)n - 1}) : (Str){0};
}

/* A build folder may lie in the sources or elsewhere: the second is known from
 * when it was made. A program that was moved away from it is not in it. */
static bool find_for_build(Arena *arena, Str program, Data *ret)
{
    Str above = arena_printf(arena, "%.*s/../..", STR_ARG(program));
    if (is_file(arena_printf(arena, "%.*s/cli/commands.def", STR_ARG(above))) &&
        holds_data(arena, above, ret))
        return true;
    return str_starts_with(program, STR(PLAINPAPER_BUILD_ROOT "/")) &&
           holds_data(arena, STR(PLAINPAPER_SOURCE_ROOT), ret);
}

static bool find_folders(Arena *arena, Data *ret)
{
    const char *named = getenv("PLAINPAPER_DATA");
    if (named && *named) {
        if (holds_data(arena, str_of(named), ret))
            return true;
        say("PLAINPAPER_DATA is %s, but no rules and dictionaries are there. Unset it.", named);
        return false;
    }
    Str program = program_folder(arena);
    Str beside = arena_printf(arena, "%.*s/../share/plainpaper", STR_ARG(program));
    if (program.len && (holds_data(arena, beside, ret) || find_for_build(arena, program, ret)))
        return true;
    if (holds_data(arena, STR(PLAINPAPER_DATA_FOLDER), ret))
        return true;
    say("The rules are missing at %s. Install again, or set PLAINPAPER_DATA.",
        PLAINPAPER_DATA_FOLDER);
    return false;
}

typedef struct WordLists {
    Arena *arena;
    Str folder;
    ARRAY(Str) paths;
} WordLists;

static Status note_word_list(void *context, Str name, bool is_a_folder)
{
    WordLists *lists = context;
    if (!is_a_folder && str_ends_with(name, STR(".dic")) && !str_eq(name, STR("en_GB.dic")))
        array_push(&lists->paths,
                   arena_printf(lists->arena, "%.*s/%.*s", STR_ARG(lists->folder), STR_ARG(name)));
    return STATUS_OK;
}

static bool find_main_lexicon(Arena *arena, Str folder, LexiconFiles *ret)
{
    ret->aff = arena_printf(arena, "%.*s/en_GB.aff", STR_ARG(folder));
    ret->dic = arena_printf(arena, "%.*s/en_GB.dic", STR_ARG(folder));
    return is_file(ret->aff) && is_file(ret->dic);
}

/* No lexicon is no reason to stop: the check of spelling says so itself. */
static void find_lexicon(Arena *arena, Data *data)
{
    if (!find_main_lexicon(arena, data->dictionaries, &data->lexicon))
        (void)find_main_lexicon(arena, STR("/usr/share/hunspell"), &data->lexicon);
    WordLists lists = {.arena = arena, .folder = data->dictionaries};
    const Loader *loader = file_loader();
    if (loader->list(loader, data->dictionaries, note_word_list, &lists) == STATUS_OK) {
        Str *extra = arena_new_array(arena, Str, lists.paths.len);
        for (size_t i = 0; i < lists.paths.len; i++)
            extra[i] = lists.paths.items[i];
        data->lexicon.extra = extra;
        data->lexicon.n_extra = lists.paths.len;
    }
    array_free(&lists.paths);
}

/* The list of known words lies with the dictionaries, or where the build makes it. */
static void read_known_words(Arena *arena, Data *data)
{
    const Loader *loader = file_loader();
    Str here = arena_printf(arena, "%.*s/known-words.bin", STR_ARG(data->dictionaries));
    if (!is_file(here))
        here = STR(PLAINPAPER_BUILD_ROOT "/dictionaries/known-words.bin");
    if (loader->read(loader, here, &data->known_words) == STATUS_OK)
        data->lexicon.known = buf_str(&data->known_words);
}

bool data_find(Arena *arena, Data *ret)
{
    *ret = (Data){0};
    if (!find_folders(arena, ret))
        return false;
    find_lexicon(arena, ret);
    read_known_words(arena, ret);
    return true;
}

void data_free(Data *data)
{
    buf_free(&data->known_words);
}
