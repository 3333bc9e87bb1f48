/* One fuzz target: any bytes are read as one format, or as a term list or a rule, and
 * papers are checked by all built-in rules, as a paper or as an agenda. The first byte
 * chooses. */
#ifndef PLAINPAPER_TESTS_FUZZ_H
#define PLAINPAPER_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* What the first byte chooses from. */
enum { FUZZ_TARGETS = 10 };

/* As libFuzzer calls it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
