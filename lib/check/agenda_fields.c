#include "check/agenda_fields.h"

#include "check/word_set.h"

typedef struct FieldLabel {
    const char *label;
    AgendaField field;
} FieldLabel;

static const FieldLabel labels[] = {
#define AGENDA_LABEL(label, field) {label, FIELD_##field},
#include "check/agenda_labels.def"
#undef AGENDA_LABEL
};

enum { N_LABELS = sizeof labels / sizeof *labels };

AgendaField field_of(Str label)
{
    label = str_trim(label);
    while (label.len && (label.data[label.len - 1] == ':' || label.data[label.len - 1] == '?'))
        label = str_trim(str_sub(label, 0, label.len - 1));
    if (!label.len)
        return FIELD_NONE;
    const FieldLabel *known = str_row_named(label, labels, N_LABELS, sizeof *labels);
    if (known)
        return known->field;
    size_t slash = str_find(label, STR(" / "), 0); /* two languages */
    if (slash < label.len) {
        AgendaField first = field_of(str_sub(label, 0, slash));
        return first != FIELD_NONE ? first : field_of(str_sub(label, slash + 3, label.len));
    }
    if (label.len > 20 && starts_with_words(label, STR("the")) &&
        find_words(label, STR("asked to")) < label.len)
        return FIELD_PURPOSE;
    return FIELD_NONE;
}

AgendaField field_opening(Str text, Str *ret_rest)
{
    enum { LABEL_BYTES_MAX = 40 };
    Str opening = str_sub(text, 0, LABEL_BYTES_MAX + 1);
    size_t colon = str_find(opening, STR(":"), 0);
    if (colon < opening.len) {
        *ret_rest = str_trim(str_sub(text, colon + 1, text.len));
        return field_of(str_sub(text, 0, colon));
    }
    return FIELD_NONE;
}
