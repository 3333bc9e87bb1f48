/* Relations: which part, or outside address, a part refers to by an id, and
 * which part of the package is which. */
#ifndef PLAINPAPER_READ_DOCX_RELATIONS_H
#define PLAINPAPER_READ_DOCX_RELATIONS_H

#include "read/docx_xml.h"

typedef struct Relation {
    Str id;
    Str type;   /* last step of its address: "styles", "hyperlink", "officeDocument" */
    Str target; /* a part name, or as written when external */
    bool is_external;
} Relation;

/* In order of id. Texts live in the arena it was read into. */
typedef struct Relations {
    const Relation *items;
    size_t len;
} Relations;

/* Reads the relations of part PART (empty: of the package) into *RET; none when
 * the file has none. */
PartResult relations_read(Package *package, Str part, Arena *arena, Relations *ret);

/* The relation with ID, or NULL. */
const Relation *relations_find(const Relations *relations, Str id);

/* The part of TYPE within the package; empty when there is none. */
Str relations_part(const Relations *relations, Str type);

/* What the content types say of a package that has no relations: its main
 * part, and what kind of file it is. */
typedef enum OfficeKind {
    OFFICE_UNKNOWN = 0,
    OFFICE_WORD,
    OFFICE_SPREADSHEET,
    OFFICE_PRESENTATION,
} OfficeKind;

typedef struct MainPart {
    OfficeKind kind;
    Str name; /* empty when not found */
} MainPart;

/* Finds the main part: by the package's relations, else by content type, else
 * by its usual name. */
MainPart main_part_find(Package *package, const Relations *relations, Arena *arena);

#endif
