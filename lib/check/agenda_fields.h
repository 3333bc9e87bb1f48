/* What agendas, minutes and papers put into columns and behind labels: agenda_labels.def
 * has their names. */
#ifndef PLAINPAPER_CHECK_AGENDA_FIELDS_H
#define PLAINPAPER_CHECK_AGENDA_FIELDS_H

#include "base/str.h"

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

#endif
