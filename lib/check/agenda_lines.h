/* An agenda as lines: every line of every text block in reading order, with the
 * number, list or table it stands in. For agenda*.c only. */
#ifndef PLAINPAPER_CHECK_AGENDA_LINES_H
#define PLAINPAPER_CHECK_AGENDA_LINES_H

#include "base/array.h"
#include "text/prose.h"

typedef struct AgendaLine {
    const Prose *prose;
    Span span;         /* trimmed; in prose->text */
    Str text;          /* the same, never empty */
    Str number;        /* of the list item it opens, or written at its start; or empty */
    Str title;         /* text without a number at its start */
    int heading_level; /* 0: no heading */
    int list_depth;    /* 0: in no list */
    bool opens_item;   /* first line of its list item */
    bool is_bold;      /* all of it, and no heading */
    bool is_term;      /* a term of a definition list */
    const Node *table; /* the outermost table it stands in, or NULL */
    Str link;          /* first_link of its block */
} AgendaLine;

typedef ARRAY(AgendaLine) AgendaLineArray;

/* The first address of a page or file that BLOCK links to; empty when there is none. */
Str first_link(const Node *block);

/* Appends the lines of DOCUMENT's body to RET; numbers made up for lists live in ARENA. */
void agenda_lines_of(const ProseList *proses, Arena *arena, AgendaLineArray *ret);

/* Is all of LINE a date, perhaps with its day of the week? */
bool is_date_alone(Str line);

#endif
