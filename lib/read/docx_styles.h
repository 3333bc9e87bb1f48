/* Styles: what a Word file's named styles say, worked out through `w:basedOn`,
 * and the cascade of one run of text. Styles are told apart by their name in
 * Word ("heading 1"), which is the same in every language, not by their id. */
#ifndef PLAINPAPER_READ_DOCX_STYLES_H
#define PLAINPAPER_READ_DOCX_STYLES_H

#include "read/docx_props.h"

typedef enum StyleType {
    STYLE_PARAGRAPH = 0,
    STYLE_CHARACTER,
    STYLE_TABLE,
    STYLE_NUMBERING,
} StyleType;

/* Which cells of a table a part of its style is for, least first. */
typedef enum TablePlace {
    PLACE_WHOLE = 0,
    PLACE_ODD_ROW,
    PLACE_EVEN_ROW,
    PLACE_FIRST_COLUMN,
    PLACE_FIRST_ROW,
    TABLE_PLACE_COUNT
} TablePlace;

typedef struct TableLook {
    RunProps run;
    Colour shading;
    bool has_shading;
    bool is_header, has_header; /* w:tblHeader: its rows name the columns */
} TableLook;

/* What a paragraph is, by its style's name or one that it is based on. */
typedef enum StyleRole {
    ROLE_NONE = 0,
    ROLE_TITLE,
    ROLE_CAPTION,
    ROLE_QUOTE,
    ROLE_CODE,
    ROLE_CONTENTS, /* a line of a table of contents */
    ROLE_BULLET,   /* "list bullet 2": list_level counts from 0 */
    ROLE_NUMBER,   /* "list number" */
} StyleRole;

typedef struct Style {
    Str id, name; /* interned; the name in lower case */
    StyleType type;
    Str based_on;
    RunProps run;             /* its own, and once resolved with those it is based on */
    ParagraphProps paragraph; /* likewise */
    const TableLook *looks;   /* TABLE_PLACE_COUNT of a table style; else NULL */
    bool keeps_rows;          /* of a table style: no row goes on over the page (w:cantSplit) */
    bool is_default;
    uint8_t heading_level; /* 1 to 9, 0 for no heading */
    StyleRole role;
    uint8_t list_level; /* of ROLE_BULLET and ROLE_NUMBER */
} Style;

typedef struct Styles {
    Arena *arena;
    PropsContext context;
    Style *items; /* in order of id */
    size_t n_items;
    const Style *default_paragraph, *default_character, *default_table; /* never NULL */
    RunProps run_defaults;
    ParagraphProps paragraph_defaults;
    const Style *guessed; /* last one made for an id that the file does not define */
} Styles;

/* Reads part PART into *RET (empty PART: none defined). All lives in ARENA;
 * CONTEXT is borrowed as long. */
void styles_read(Package *package, Str part, const PropsContext *context, Arena *arena,
                 Styles *ret);

/* The style with ID; for an empty ID the default of TYPE, and for an ID that is
 * not defined one guessed from it ("Heading1" is "heading 1"). Never NULL. */
const Style *styles_find(Styles *styles, Str id, StyleType type);

/* Lays defaults, TABLE (may be NULL), PARAGRAPH, CHARACTER (may be NULL) and
 * DIRECT (may be NULL) over one another. What is on or off is combined by
 * exclusive or through the styles (ECMA-376 part 1, 17.7.3). */
RunProps styles_cascade(const Styles *styles, const RunProps *table, const Style *paragraph,
                        const Style *character, const RunProps *direct);

/* The same for a paragraph. */
ParagraphProps styles_paragraph(const Styles *styles, const Style *paragraph,
                                const ParagraphProps *direct);

#endif
