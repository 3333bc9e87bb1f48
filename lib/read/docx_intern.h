/* Intern: one copy of each value, so that a paper of a million runs keeps a few
 * dozen styles. Values are compared by their bytes: zero their padding. */
#ifndef PLAINPAPER_READ_DOCX_INTERN_H
#define PLAINPAPER_READ_DOCX_INTERN_H

#include "base/arena.h"

typedef struct InternSlot InternSlot;

typedef struct Intern {
    Arena *arena; /* owns the values */
    InternSlot *slots;
    size_t n_slots, n_values;
} Intern;

/* The one copy of the SIZE_BYTES at VALUE. */
const void *intern_value(Intern *intern, const void *value, size_t size_bytes);

/* The one copy of TEXT; equal texts have equal pointers. */
Str intern_str(Intern *intern, Str text);

/* Frees the table; the values stay in the arena. */
void intern_free(Intern *intern);

#endif
