/* Sentences of one block. Knows abbreviations ("e.g.", "Dr", "para."), initials,
 * numbered clauses ("4.1", "1. Purpose"), times ("10.30 a.m.") and ellipses.
 * The end of a block ends its last sentence. Only prose.c calls it. */
#ifndef PLAINPAPER_TEXT_SENTENCE_H
#define PLAINPAPER_TEXT_SENTENCE_H

#include "base/array.h"
#include "text/prose.h"

typedef ARRAY(Sentence) SentenceArray;

/* Appends the sentences of TEXT, whose words are WORDS[0..N_WORDS), to SENTENCES. */
void split_sentences(Str text, const Word *words, size_t n_words, SentenceArray *sentences);

#endif
