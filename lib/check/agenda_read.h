/* The reading of one agenda, shared by the files that do it. For agenda*.c only. */
#ifndef PLAINPAPER_CHECK_AGENDA_READ_H
#define PLAINPAPER_CHECK_AGENDA_READ_H

#include "check/agenda_item.h"
#include "check/agenda_lines.h"

typedef struct AgendaTable AgendaTable;

typedef struct AgendaReading {
    const ProseList *proses;
    Arena *arena;
    Agenda agenda;
    ARRAY(AgendaItem) items;
    Buf details;                    /* of the item last opened */
    unsigned section_purposes;      /* of the heading items stand under, "Items for decision" */
    unsigned item_section_purposes; /* the same when the last item was opened */
    bool is_item_open;              /* lines still belong to the last item */
    bool has_table;                 /* a table lists the items */
    int item_depth;                 /* of the list the last item stands in */
    bool has_begun;                 /* the word "Agenda" stood by itself */
    bool is_consent;                /* "Consent agenda" */
    bool is_in_notes;               /* what follows is no longer the agenda */
    AgendaField pending;            /* a label stood by itself; the next line is its value */
} AgendaReading;

/* Starts a new item; it takes over what the section above says. */
AgendaItem *reading_open_item(AgendaReading *reading);

/* Adds LINE to the open item's details. */
void reading_add_details(AgendaReading *reading, Str line);

/* A heading or full-width row that is no item. */
void reading_open_section(AgendaReading *reading, Str title);

/* Takes what TEXT says of the meeting: behind a label, or by its form. */
void reading_take_fact(AgendaReading *reading, AgendaField field, Str value, AgendaFact at);
void reading_take_line(AgendaReading *reading, const AgendaLine *line);

/* TABLE, its cells and what its columns hold; lives in the reading's arena. */
const AgendaTable *table_read(const AgendaReading *reading, const Node *table);

/* Does TABLE list items? Then they are read, else what it says of the meeting. */
bool table_is_agenda(const AgendaTable *table);
void table_take_items(AgendaReading *reading, const AgendaTable *table);
void table_take_facts(AgendaReading *reading, const AgendaTable *table);

#endif
