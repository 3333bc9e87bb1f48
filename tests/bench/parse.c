/* The yardstick of the benchmark: cmark-gfm parses each file given, with the
 * extensions plainpaper uses, and walks its text. Prints the bytes of text seen. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const extensions[] = {"table", "strikethrough", "autolink"};

static size_t walk(cmark_node *root)
{
    size_t n_bytes = 0;
    cmark_iter *iter = cmark_iter_new(root);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
            n_bytes += strlen(cmark_node_get_literal(node));
    }
    cmark_iter_free(iter);
    return n_bytes;
}

static size_t parse(const char *bytes, size_t len)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (size_t i = 0; i < sizeof extensions / sizeof extensions[0]; i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, bytes, len);
    cmark_node *root = cmark_parser_finish(parser);
    size_t n_bytes = walk(root);
    cmark_node_free(root);
    cmark_parser_free(parser);
    return n_bytes;
}

static char *read_file(const char *path, size_t *ret_len)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(1);
    }
    long size = ftell(file);
    rewind(file);
    char *bytes = malloc(size > 0 ? (size_t)size : 1);
    *ret_len = bytes ? fread(bytes, 1, (size_t)size, file) : 0;
    (void)fclose(file);
    return bytes;
}

int main(int argc, char **argv)
{
    size_t n_bytes = 0;
    cmark_gfm_core_extensions_ensure_registered();
    for (int i = 1; i < argc; i++) {
        size_t len;
        char *bytes = read_file(argv[i], &len);
        n_bytes += parse(bytes, len);
        free(bytes);
    }
    printf("%zu\n", n_bytes);
    return 0;
}
