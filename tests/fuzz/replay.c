/* Feeds files to the fuzz target once each, for every target in turn, whole and cut
 * in the middle: a quick run of the corpus without a fuzzer.
 *
 * usage: replay FILE... */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void feed(const uint8_t *bytes, size_t len)
{
    uint8_t *data = malloc(len + 1);
    if (!data)
        abort();
    memcpy(data + 1, bytes, len);
    for (uint8_t target = 0; target < FUZZ_TARGETS; target++) {
        data[0] = target;
        (void)LLVMFuzzerTestOneInput(data, len + 1);
    }
    free(data);
}

static size_t read_file(const char *path, uint8_t **ret)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(1);
    }
    long size = ftell(file);
    rewind(file);
    *ret = malloc((size_t)size + 1);
    size_t len = *ret ? fread(*ret, 1, (size_t)size, file) : 0;
    (void)fclose(file);
    return len;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        uint8_t *bytes;
        size_t len = read_file(argv[i], &bytes);
        feed(bytes, len);
        feed(bytes, len / 2);
        free(bytes);
    }
    printf("%d files\n", argc - 1);
    return argc > 1 ? 0 : 1;
}
