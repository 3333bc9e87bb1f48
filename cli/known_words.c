/* known-words AFF DIC [EXTRA.dic]... <CANDIDATES >LIST
 * Run by the build only: which of the CANDIDATES, one a line, and of the words of the
 * dictionaries themselves does Hunspell take? Writes the list that lexicons read. */
#include "base/file_loader.h"
#include "rule/lexicon.h"

#include <stdio.h>
#include <stdlib.h>

/* Appends the words of the .dic file PATH without what follows them ("walk/SDG"). */
static bool append_words(Str path, Buf *candidates)
{
    Buf file = {0};
    const Loader *loader = file_loader();
    bool is_read = loader->read(loader, path, &file) == STATUS_OK;
    Str text = buf_str(&file);
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, STR("\n"), start);
        Str line = str_sub(text, start, end);
        line = str_sub(line, 0, str_find(line, STR("/"), 0));
        buf_append(candidates, str_sub(line, 0, str_find(line, STR("\t"), 0)));
        buf_append_char(candidates, '\n');
        start = end + 1;
    }
    buf_free(&file);
    return is_read;
}

static bool gather(const LexiconFiles *files, Buf *candidates)
{
    const Loader *loader = file_loader();
    if (loader->read(loader, STR("/dev/stdin"), candidates) != STATUS_OK)
        return false;
    buf_append_char(candidates, '\n');
    if (!append_words(files->dic, candidates))
        return false;
    for (size_t i = 0; i < files->n_extra; i++)
        if (!append_words(files->extra[i], candidates))
            return false;
    return true;
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    Buf candidates = {0}, list = {0};
    if (argc < 3)
        return EXIT_FAILURE;
    LexiconFiles files = {.aff = str_of(argv[1]), .dic = str_of(argv[2])};
    Str *extra = arena_new_array(&arena, Str, (size_t)argc);
    for (int i = 3; i < argc; i++)
        extra[files.n_extra++] = str_of(argv[i]);
    files.extra = extra;
    bool is_done = gather(&files, &candidates) &&
                   lexicon_write_known(&files, buf_str(&candidates), &list) &&
                   fwrite(list.data, 1, list.len, stdout) == list.len && fflush(stdout) == 0;
    buf_free(&candidates);
    buf_free(&list);
    arena_free(&arena);
    return is_done ? EXIT_SUCCESS : EXIT_FAILURE;
}
