/* Words of agendas: column names, labels, standing items, and how they are told.
 * For agenda*.c only. */
#ifndef PLAINPAPER_CHECK_AGENDA_WORDS_H
#define PLAINPAPER_CHECK_AGENDA_WORDS_H

#include "check/agenda.h"
#include "check/word_set.h"

/* What a column of a table, or a label before a colon, says it holds. */
typedef enum AgendaField {
    FIELD_NONE = 0,
    FIELD_NUMBER,
    FIELD_TITLE,
    FIELD_PURPOSE,
    FIELD_LEAD,
    FIELD_PAPER,
    FIELD_TIME,
    FIELD_DURATION,
    FIELD_DATE,
    FIELD_PLACE,
    FIELD_LINK,
    FIELD_SENT,
    FIELD_CONTACT,
    FIELD_OTHER, /* known, and nothing of an item or the meeting: "Name", "Role", "Quorum" */
} AgendaField;

/* What LABEL ("Presented by", "Date & time") names; FIELD_NONE when unknown. */
AgendaField field_of(Str label);

/* The field of a label that TEXT opens with ("Lead: Jo Bloggs"), and the rest of it. */
AgendaField field_opening(Str text, Str *ret_rest);

/* Length of the item number TEXT opens with ("1.", "4.2", "24/101", "Item 3:"), with
 * the blanks behind it, and the number itself; 0 when it opens with none. */
size_t item_number(Str text, Str *ret_number);

bool is_standing_title(Str title);
bool is_break_title(Str title);

/* "verbal", "to follow", "tabled" and the like in TEXT; empty when none is there. */
Str late_words_in(Str text);

/* "Paper A", "Enc 3", "Appendix 2" at the start of TEXT, or a file name in it. */
bool is_paper_reference(Str text);

/* "Chair", "Dr Jo Bloggs", "Director of Finance", "Jo Bloggs, Treasurer". */
bool is_person(Str text);

/* A heading over what is no longer the agenda: "Notes", "Public participation". */
bool is_notes_heading(Str text);

#endif
