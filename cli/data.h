/* Data: where the rules and dictionaries that come with the program lie. */
#ifndef PLAINPAPER_CLI_DATA_H
#define PLAINPAPER_CLI_DATA_H

#include "base/arena.h"
#include "rule/lexicon.h"

typedef struct Data {
    Str rules, dictionaries; /* folders */
    LexiconFiles lexicon;
    Buf known_words; /* what lexicon.known borrows */
} Data;

/* Finds the data: in $PLAINPAPER_DATA where that is set; else beside the program
 * (../share/plainpaper), above the build folder it was built in, or where it was
 * to be installed. False when there is none: that has been said. Texts in ARENA; the
 * caller frees *RET either way. */
bool data_find(Arena *arena, Data *ret);

void data_free(Data *data);

#endif
