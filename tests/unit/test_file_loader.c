#include "base/arena.h"
#include "base/file_loader.h"
#include "base/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Folder {
    Arena arena;
    char path[64];
} Folder;

static const char *path_in(Folder *folder, const char *name)
{
    return arena_printf(&folder->arena, "%s/%s", folder->path, name).data;
}

static void write_file(Folder *folder, const char *name, Str bytes)
{
    FILE *file = fopen(path_in(folder, name), "wb");
    assert_non_null(file);
    if (bytes.len)
        assert_int_equal(fwrite(bytes.data, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

static int set_up(void **state)
{
    Folder *folder = calloc(1, sizeof *folder);
    (void)snprintf(folder->path, sizeof folder->path, "/tmp/plainpaper-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    write_file(folder, "b.md", (Str){"one\0two", 7});
    write_file(folder, "B.md", (Str){0});
    write_file(folder, ".hidden", STR("x"));
    assert_int_equal(mkdir(path_in(folder, "a"), 0700), 0);
    assert_int_equal(symlink(".", path_in(folder, "loop")), 0);
    assert_int_equal(symlink("b.md", path_in(folder, "link.md")), 0);
    *state = folder;
    return 0;
}

static int tear_down(void **state)
{
    Folder *folder = *state;
    const char *const names[] = {"b.md", "B.md", ".hidden", "loop", "link.md", "a"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        (void)remove(path_in(folder, names[i]));
    (void)rmdir(folder->path);
    arena_free(&folder->arena);
    free(folder);
    return 0;
}

static Status read_named(Folder *folder, const char *name, Buf *ret)
{
    const Loader *loader = file_loader();
    return loader->read(loader, str_of(path_in(folder, name)), ret);
}

static void test_read(void **state)
{
    Folder *folder = *state;
    Buf buf = {0};
    buf_append(&buf, STR("kept "));
    assert_int_equal(read_named(folder, "b.md", &buf), STATUS_OK);
    assert_true(str_eq(buf_str(&buf), (Str){"kept one\0two", 12}));
    assert_int_equal(read_named(folder, "B.md", &buf), STATUS_OK);
    assert_int_equal(buf.len, 12);
    assert_int_equal(read_named(folder, "link.md", &buf), STATUS_OK);
    assert_int_equal(buf.len, 19);
    buf_free(&buf);
}

static void test_read_refuses(void **state)
{
    Folder *folder = *state;
    Buf buf = {0};
    buf_append(&buf, STR("kept"));
    assert_int_equal(read_named(folder, "none.md", &buf), STATUS_IO);
    assert_int_equal(read_named(folder, "a", &buf), STATUS_IO);
    const Loader *loader = file_loader();
    assert_int_equal(loader->read(loader, (Str){0}, &buf), STATUS_IO);
    Str with_nul = arena_printf(&folder->arena, "%s/b.md_x", folder->path);
    ((char *)with_nul.data)[with_nul.len - 2] = '\0';
    assert_int_equal(loader->read(loader, with_nul, &buf), STATUS_IO);
    assert_int_equal(truncate(path_in(folder, "B.md"), (off_t)SOURCE_BYTES_MAX + 1), 0);
    assert_int_equal(read_named(folder, "B.md", &buf), STATUS_LIMIT);
    assert_true(str_eq(buf_str(&buf), STR("kept")));
    buf_free(&buf);
}

typedef struct Listing {
    Buf names;
    int n_left; /* stop after so many */
} Listing;

static Status note(void *context, Str name, bool is_folder)
{
    Listing *listing = context;
    buf_append(&listing->names, name);
    buf_append(&listing->names, is_folder ? STR("/ ") : STR(" "));
    return --listing->n_left ? STATUS_OK : STATUS_LIMIT;
}

static void test_list(void **state)
{
    Folder *folder = *state;
    const Loader *loader = file_loader();
    Listing all = {.n_left = 100};
    assert_int_equal(loader->list(loader, str_of(folder->path), note, &all), STATUS_OK);
    assert_true(str_eq(buf_str(&all.names), STR(".hidden B.md a/ b.md link.md loop ")));
    Listing two = {.n_left = 2};
    assert_int_equal(loader->list(loader, str_of(folder->path), note, &two), STATUS_LIMIT);
    assert_true(str_eq(buf_str(&two.names), STR(".hidden B.md ")));
    Listing none = {.n_left = 100};
    assert_int_equal(loader->list(loader, str_of(path_in(folder, "b.md")), note, &none), STATUS_IO);
    assert_int_equal(loader->list(loader, str_of(path_in(folder, "none")), note, &none), STATUS_IO);
    assert_int_equal(none.names.len, 0);
    buf_free(&all.names);
    buf_free(&two.names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_read_refuses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_list, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
