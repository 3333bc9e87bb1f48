/* Vocabulary: the distinct words of a run. Each is looked into once, when it is first
 * met, and every word of a Prose then carries what is known of it by itself: so no
 * check needs to look words up. Scratch for one thread; it only grows. */
#ifndef PLAINPAPER_TEXT_VOCABULARY_H
#define PLAINPAPER_TEXT_VOCABULARY_H

#include "text/word.h"
#include "text/word_map.h"

typedef struct Vocabulary {
    /* The bits above WORD_IS_SMALL of the word of this word_hash, 24 in all, as its
     * owner gives them meaning; NULL: none. */
    uint32_t (*traits_of)(const void *data, uint64_t hash);
    const void *data; /* for traits_of */
    WordMap facts;
} Vocabulary;

/* Sets the traits and syllables of the N words at WORDS, which stand in TEXT. VOCABULARY
 * may be NULL: then only what the words themselves tell is set. */
void vocabulary_tell(Vocabulary *vocabulary, Str text, Word *words, size_t n);

void vocabulary_free(Vocabulary *vocabulary);

#endif
