/* Fields: what a Word field instruction such as `HYPERLINK "https://…" \l "x"` says. */
#ifndef PLAINPAPER_READ_DOCX_FIELD_H
#define PLAINPAPER_READ_DOCX_FIELD_H

#include "read/docx_tree.h"

typedef enum FieldKind {
    FIELD_OTHER = 0, /* its result is text like any other */
    FIELD_LINK,
    FIELD_CONTENTS,
    FIELD_CLOCK, /* the day or time at which the file is shown, printed or saved */
} FieldKind;

/* Says what INSTRUCTION does; the target of a link, in ARENA, to *RET_LINK. */
FieldKind field_parse(Str instruction, Arena *arena, LinkTarget *ret_link);

#endif
