/* One fuzz target: any bytes are read as one format and checked by every rule of the
 * vocabulary that needs no files. The first byte chooses the format. */
#ifndef PLAINPAPER_TESTS_FUZZ_H
#define PLAINPAPER_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* As libFuzzer calls it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
