/* One item of an agenda, filled from the texts that belong to it. For agenda*.c only. */
#ifndef PLAINPAPER_CHECK_AGENDA_ITEM_H
#define PLAINPAPER_CHECK_AGENDA_ITEM_H

#include "check/agenda_fields.h"
#include "check/agenda_words.h"

/* Puts VALUE, which stands in a column or behind a label for FIELD, into ITEM. */
void item_set_field(AgendaItem *item, AgendaField field, Str value);

/* Takes TITLE, with all that is put behind it or in brackets ("Budget – Jo Bloggs
 * (10 mins, for decision)"). The title left over may live in ARENA. */
void item_set_title(AgendaItem *item, Str title, Arena *arena);

/* Takes the parts of TEXT, parted by commas or semicolons, as what stands in brackets;
 * false when they say nothing known. One part of no known form among others is who
 * leads: "(Matron, 30 minutes, for decision)". */
bool item_take_pieces(AgendaItem *item, Str text);

/* Is FIELD one that an item has below its title: who leads, its paper, its time … */
bool is_field_of_item(AgendaField field);

/* Takes a line that stands under the title: "Lead: Jo Bloggs", "Members are asked to
 * approve the budget." */
void item_add_line(AgendaItem *item, Str line);

/* Does TEXT, all of it, name a time of day: "10.00", "2pm–3pm"? */
bool is_whole_time(Str text, bool is_time, TimeRange *ret);

/* Does TEXT, all of it, name a length of time, in minutes: "10 mins", "1½ hours"? */
bool is_whole_duration(Str text, unsigned *ret);

#endif
