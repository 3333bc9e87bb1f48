/* Inputs: the papers that the paths of the command line stand for. */
#ifndef PLAINPAPER_CLI_INPUTS_H
#define PLAINPAPER_CLI_INPUTS_H

#include "base/arena.h"
#include "base/array.h"

typedef enum InputKind {
    INPUT_FILE,
    INPUT_WORD_FOLDER, /* an unzipped Word file */
    INPUT_STDIN,
    INPUT_NO_PAPERS,  /* a folder, named or met, in which there is nothing to check */
    INPUT_UNLISTABLE, /* a folder that may not be looked into */
} InputKind;

typedef struct Input {
    InputKind kind;
    Str path;
} Input;

typedef struct InputList {
    Arena arena;
    ARRAY(Input) items;   /* in the order to report: as named, folders in byte order */
    ARRAY(Str) outputs;   /* borrowed paths of what the run writes: no paper in a folder */
    size_t n_passed_over; /* files met in folders that no reader knows */
} InputList;

/* Adds what PATH stands for; `-` is standard input. Whether a file is there and
 * can be read shows when it is. Folders are walked: hidden entries, version
 * control folders, links to folders and Word's lock files are left out. */
void inputs_add(InputList *list, Str path);

/* Leaves out paths that are there twice, and keeps the first. */
void inputs_drop_repeats(InputList *list);

void inputs_free(InputList *list);

#endif
