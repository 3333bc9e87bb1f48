/* Sentences of one block. Knows abbreviations ("e.g.", "Dr", "para."), initials,
 * numbered clauses ("4.1", "1. Purpose"), times ("10.30 a.m."), ellipses, lists that
 * run on ("…; (ii) visitors") and words in bold that open a block as its heading.
 * The end of a block ends its last sentence. Only prose.c calls it. */
#ifndef PLAINPAPER_TEXT_SENTENCE_H
#define PLAINPAPER_TEXT_SENTENCE_H

#include "base/array.h"
#include "text/word.h"

/* Words [first, end) of the block, and the bytes from its first word to past its
 * closing mark. */
typedef struct Sentence {
    uint32_t first_word, end_word;
    Span span;
    bool is_closed; /* ends with . ! ? or the like */
} Sentence;

typedef ARRAY(Sentence) SentenceArray;

/* Appends the sentences of TEXT, whose words are WORDS[0..N_WORDS), to SENTENCES. */
void split_sentences(Str text, const Word *words, size_t n_words, SentenceArray *sentences);

#endif
