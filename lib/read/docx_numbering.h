/* Numbering: the labels of lists and numbered headings ("4.1", "(a)", "•"),
 * counted as Word counts them. */
#ifndef PLAINPAPER_READ_DOCX_NUMBERING_H
#define PLAINPAPER_READ_DOCX_NUMBERING_H

#include "read/docx_styles.h"

enum { LIST_LEVELS = 9 };

typedef struct Numbering Numbering;

typedef struct ListLabel {
    Str label; /* in the arena; empty when nothing is shown */
    bool is_ordered;
    int number; /* of this level */
} ListLabel;

/* Reads part PART (empty: no lists are defined). STYLES resolves lists that
 * are defined through a style. The caller frees it; texts live in ARENA. */
Numbering *numbering_read(Package *package, Str part, Styles *styles, Arena *arena);
void numbering_free(Numbering *numbering);

/* Level of list NUM_ID that belongs to the paragraph style STYLE_ID; 0 when none does. */
int numbering_level_of_style(const Numbering *numbering, int num_id, Str style_id);

/* Counts one paragraph at LEVEL (from 0) of list NUM_ID and says its label. */
ListLabel numbering_next(Numbering *numbering, int num_id, int level);

/* Appends NUMBER in lower-case letters (a, b, …, z, aa, bb) or Roman digits. */
void append_letters(Buf *buf, int number);
void append_roman(Buf *buf, int number);

#endif
