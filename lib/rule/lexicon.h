/* Lexicon: is this a word of British English? The only room that knows Hunspell.
 *
 * Hunspell's tables take some 60 ms to load, so a list of all it knows, made when the
 * program is built, answers in its place. Without one that fits the dictionaries,
 * Hunspell is loaded at the first question. Verdicts are kept by word hash. A Lexicon
 * is scratch for one thread. Hunspell shares a table between threads without a lock:
 * load lexicons (by a first lexicon_is_available) and free them one at a time. */
#ifndef PLAINPAPER_RULE_LEXICON_H
#define PLAINPAPER_RULE_LEXICON_H

#include "base/diagnostic.h"
#include "text/prose.h"

typedef struct Lexicon Lexicon;

/* Where the dictionaries lie. Paths are real files: Hunspell opens them itself. */
typedef struct LexiconFiles {
    Str aff, dic;     /* the main dictionary */
    const Str *extra; /* further .dic files */
    size_t n_extra;
    Str known; /* the bytes of a list of known words (known_words.h), or empty */
} LexiconFiles;

/* A lexicon that will load FILES (texts borrowed) when first asked. */
Lexicon *lexicon_new(const LexiconFiles *files);

/* False when its files cannot be loaded: every word then counts as known. */
bool lexicon_is_available(Lexicon *lexicon);

/* Is WORD, with its capitals as written, spelt right? HASH is its word_hash. */
bool lexicon_knows(Lexicon *lexicon, Str word, uint64_t hash);

/* Is WORD in small letters a word (so that "PLEASE" is shouted, "PSIRF" not)? */
bool lexicon_knows_lower(Lexicon *lexicon, Str word);

/* Appends to RET the bytes of a list of the CANDIDATES, one a line, that are spelt right
 * by FILES. False when FILES cannot be loaded. */
bool lexicon_write_known(const LexiconFiles *files, Str candidates, Buf *ret);

void lexicon_free(Lexicon *lexicon);

#endif
