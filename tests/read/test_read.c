/* Golden tests of the readers.
 *
 *     test_read FOLDER            compares every fixture with its golden tree
 *     test_read FOLDER --write    writes the golden trees instead
 *
 * A fixture is any file of FOLDER's subfolders, or a folder named *.docx (an
 * unzipped Word file); its golden stands beside it as NAME.tree. The golden holds
 * document_dump's text, then one line for each diagnostic. Whatever the format,
 * the promises of promises.h must hold as well. */
#include "promises.h"

#include "base/buf.h"
#include "document/dump.h"
#include "read/reader.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct Run {
    Arena arena; /* paths */
    bool is_writing;
    int n_fixtures;
    int n_failures;
} Run;

__attribute__((format(printf, 3, 4))) static void fail(Run *run, const char *path,
                                                       const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s: ", path);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    run->n_failures++;
}

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static Status file_read(const Loader *loader, Str path, Buf *ret)
{
    (void)loader;
    Arena arena = {0};
    const char *c_path = arena_str(&arena, path).data;
    FILE *file = is_folder(c_path) ? NULL : fopen(c_path, "rb");
    arena_free(&arena);
    if (!file)
        return STATUS_IO;
    char chunk[4096];
    size_t n;
    while ((n = fread(chunk, 1, sizeof chunk, file)) > 0)
        buf_append(ret, (Str){chunk, n});
    fclose(file);
    return STATUS_OK;
}

static Status folder_list(const Loader *loader, Str path,
                          Status (*each)(void *context, Str name, bool is_folder), void *context)
{
    (void)loader;
    Arena arena = {0};
    struct dirent **entries = NULL;
    int n = scandir(arena_str(&arena, path).data, &entries, NULL, alphasort);
    Status status = n < 0 ? STATUS_IO : STATUS_OK;
    for (int i = 0; i < n; i++) {
        const char *name = entries[i]->d_name;
        const char *entry = arena_printf(&arena, "%.*s/%s", STR_ARG(path), name).data;
        if (status == STATUS_OK && name[0] != '.')
            status = each(context, str_of(name), is_folder(entry));
        free(entries[i]);
    }
    free(entries);
    arena_free(&arena);
    return status;
}

static const Loader loader = {.read = file_read, .list = folder_list};

static void dump_diagnostics(const DiagnosticSink *sink, Buf *ret)
{
    for (size_t i = 0; i < sink->items.len; i++) {
        const Diagnostic *diagnostic = &sink->items.items[i];
        buf_printf(ret, "! %.*s %zu:%zu %.*s\n", STR_ARG(diagnostic_code_text(diagnostic->code)),
                   diagnostic->line, diagnostic->column, STR_ARG(diagnostic->message));
    }
}

static void read_fixture(Run *run, const char *path, Str bytes, Buf *ret)
{
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink, .loader = &loader};
    const Reader *reader = reader_for(str_of(path), bytes);
    if (is_folder(path))
        options.folder = str_of(path);
    if (!reader) {
        fail(run, path, "no reader");
        return;
    }
    Document *document = NULL;
    Status status = reader->read(str_of(path), bytes, &options, &document);
    if (status == STATUS_OK) {
        document_dump(document, ret);
        Buf broken = {0};
        promises_check(document, &broken);
        if (broken.len)
            fail(run, path, "%.*s", STR_ARG(buf_str(&broken)));
        buf_free(&broken);
    } else {
        buf_printf(ret, "status %d\n", status);
        if (document || !sink.n_errors)
            fail(run, path, "a failed read leaves a document or no error");
    }
    dump_diagnostics(&sink, ret);
    document_free(document);
    diagnostic_sink_free(&sink);
}

static void write_golden(Run *run, const char *path, Str tree)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(tree.data, 1, tree.len, file) != tree.len)
        fail(run, path, "cannot be written");
    if (file)
        fclose(file);
}

static void compare_golden(Run *run, const char *path, Str tree)
{
    Buf golden = {0};
    if (file_read(&loader, str_of(path), &golden) != STATUS_OK)
        fail(run, path, "is missing; write it with --write");
    size_t line = 1, at = 0;
    while (at < tree.len && at < golden.len && tree.data[at] == golden.data[at])
        line += tree.data[at++] == '\n';
    if (!str_eq(tree, buf_str(&golden)))
        fail(run, path, "differs in line %zu; the reader gave:\n%.*s", line, STR_ARG(tree));
    buf_free(&golden);
}

static void test_fixture(Run *run, const char *path)
{
    Buf bytes = {0}, tree = {0};
    const char *golden_path = arena_printf(&run->arena, "%s.tree", path).data;
    run->n_fixtures++;
    if (!is_folder(path) && file_read(&loader, str_of(path), &bytes) != STATUS_OK)
        fail(run, path, "cannot be read");
    read_fixture(run, path, buf_str(&bytes), &tree);
    if (run->is_writing)
        write_golden(run, golden_path, buf_str(&tree));
    else
        compare_golden(run, golden_path, buf_str(&tree));
    buf_free(&bytes);
    buf_free(&tree);
}

typedef struct FolderVisit {
    Run *run;
    const char *path;
} FolderVisit;

static Status visit_entry(void *context, Str name, bool entry_is_folder)
{
    const FolderVisit *visit = context;
    const char *path = arena_printf(&visit->run->arena, "%s/%.*s", visit->path, STR_ARG(name)).data;
    if (str_ends_with(name, STR(".tree")))
        return STATUS_OK;
    if (!entry_is_folder || str_ends_with(name, STR(".docx")))
        test_fixture(visit->run, path);
    return STATUS_OK;
}

static Status visit_format(void *context, Str name, bool entry_is_folder)
{
    const FolderVisit *visit = context;
    const char *path = arena_printf(&visit->run->arena, "%s/%.*s", visit->path, STR_ARG(name)).data;
    if (!entry_is_folder)
        return STATUS_OK;
    return loader.list(&loader, str_of(path), visit_entry,
                       &(FolderVisit){.run = visit->run, .path = path});
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: test_read FOLDER [--write]\n");
        return 2;
    }
    Run run = {.is_writing = argc > 2 && strcmp(argv[2], "--write") == 0};
    Status status = loader.list(&loader, str_of(argv[1]), visit_format,
                                &(FolderVisit){.run = &run, .path = argv[1]});
    if (status != STATUS_OK || !run.n_fixtures)
        fail(&run, argv[1], "holds no fixtures");
    printf("%d fixtures, %d failures\n", run.n_fixtures, run.n_failures);
    arena_free(&run.arena);
    return run.n_failures ? 1 : 0;
}
