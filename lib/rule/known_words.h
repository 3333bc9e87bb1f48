/* KnownWords: all words that Hunspell accepts with some dictionaries, found out once
 * when the program is built. Loading Hunspell costs more than checking a short paper.
 *
 * The bytes are a file: 8 bytes of name and version, the dictionaries it was made from
 * (64 bits), then the words' hashes (64 bits each) in rising order, all little-endian. */
#ifndef PLAINPAPER_RULE_KNOWN_WORDS_H
#define PLAINPAPER_RULE_KNOWN_WORDS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct KnownWords {
    const unsigned char *hashes; /* borrowed */
    size_t n;
} KnownWords;

/* Opens BYTES, which must outlive *RET. False when they are no such file, or were made
 * from other dictionaries than MADE_FROM says. */
bool known_words_open(Str bytes, uint64_t made_from, KnownWords *ret);

/* Is WORD one of them, by Hunspell's rules: "Board" may be "board", "BOARD" that or
 * "Board"; the parts of "well-meaning" may be known one by one; figures are known. */
bool known_words_has(const KnownWords *words, Str word);

/* What the file holds of WORD. */
uint64_t known_words_hash(Str word);

/* Appends the file of the N HASHES, which it sorts, to RET. */
void known_words_write(uint64_t *hashes, size_t n, uint64_t made_from, Buf *ret);

#endif
