/* WordList: a plain list of words, one a line, asked by word hash. */
#ifndef PLAINPAPER_RULE_WORD_LIST_H
#define PLAINPAPER_RULE_WORD_LIST_H

#include "base/str.h"

#include <stdint.h>

typedef struct WordList {
    uint64_t *slots; /* open addressing; 0 is free */
    size_t n_slots;
    size_t n_words;
} WordList;

/* Reads LINES, one word each; the caller frees the list. */
void word_list_read(WordList *list, Str lines);

/* Adds one word. */
void word_list_add(WordList *list, Str word);

/* Adds the word of this word_hash; false when LIST has it already. */
bool word_list_add_hash(WordList *list, uint64_t hash);

/* Does LIST have the word of this word_hash? False for an empty list. */
bool word_list_has(const WordList *list, uint64_t hash);

void word_list_free(WordList *list);

#endif
