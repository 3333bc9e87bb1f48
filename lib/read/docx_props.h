/* Properties of runs and paragraphs as a Word file states them, in a style or
 * directly: what is not stated is left to what stands below in the cascade. */
#ifndef PLAINPAPER_READ_DOCX_PROPS_H
#define PLAINPAPER_READ_DOCX_PROPS_H

#include "read/docx_intern.h"
#include "read/docx_theme.h"

/* Properties that are on or off, as bits. */
enum {
    TOGGLE_BOLD = 1 << 0,
    TOGGLE_ITALIC = 1 << 1,
    TOGGLE_CAPS = 1 << 2,
    TOGGLE_SMALL_CAPS = 1 << 3,
    TOGGLE_STRIKE = 1 << 4,
    TOGGLE_VANISH = 1 << 5,
    TOGGLE_BOLD_COMPLEX = 1 << 6, /* of complex scripts, such as those from right to left */
    TOGGLE_ITALIC_COMPLEX = 1 << 7,
};

/* Which of the other properties are stated. */
enum {
    RUN_UNDERLINE = 1 << 0,
    RUN_VERTICAL = 1 << 1,
    RUN_COLOUR = 1 << 2,
    RUN_HIGHLIGHT = 1 << 3,
    RUN_SHADING = 1 << 4,
    RUN_FONT = 1 << 5,
    RUN_LANGUAGE = 1 << 6,
    RUN_SIZE = 1 << 7,
    RUN_SIZE_COMPLEX = 1 << 8,
    RUN_FONT_COMPLEX = 1 << 9,
    RUN_RIGHT_TO_LEFT = 1 << 10,
    RUN_COMPLEX = 1 << 11,
};

typedef enum VerticalAlignment {
    VERTICAL_BASELINE = 0,
    VERTICAL_SUPERSCRIPT,
    VERTICAL_SUBSCRIPT,
} VerticalAlignment;

typedef struct RunProps {
    uint8_t toggles_stated, toggles; /* bits TOGGLE_… */
    uint16_t stated;                 /* bits RUN_… */
    uint8_t vertical;
    bool underline;
    bool is_right_to_left, is_complex; /* either: set as complex scripts are */
    uint16_t size_half_points, size_complex;
    Colour colour, highlight, shading; /* stated and unset: "auto" or "none" */
    Str font, font_complex, language;  /* interned */
    Str style;                         /* id of the character style; interned; direct only */
} RunProps;

enum {
    PARAGRAPH_OUTLINE = 1 << 0,
    PARAGRAPH_ALIGNMENT = 1 << 1,
    PARAGRAPH_LINE = 1 << 2,
    PARAGRAPH_BREAK = 1 << 3,
    PARAGRAPH_NUMBERING = 1 << 4, /* num_id */
    PARAGRAPH_LEVEL = 1 << 5,     /* list_level */
    PARAGRAPH_SHADING = 1 << 6,
};

typedef enum LineRule {
    LINE_AUTO = 0, /* line in 240ths of single spacing */
    LINE_EXACT,    /* line in twentieths of a point */
    LINE_AT_LEAST,
} LineRule;

typedef struct ParagraphProps {
    uint8_t stated;    /* bits PARAGRAPH_… */
    uint8_t outline;   /* 0 is level 1; 9 is body text */
    uint8_t alignment; /* Alignment */
    uint8_t line_rule; /* LineRule */
    uint16_t line;
    bool page_break_before;
    int num_id;     /* 0: no numbering */
    int list_level; /* from 0 */
    Colour shading;
    Str style; /* id of the paragraph style; interned; direct only */
} ParagraphProps;

/* What reading properties needs. */
typedef struct PropsContext {
    const Theme *theme;
    Intern *intern;
} PropsContext;

/* Takes over what ELEMENT, a child of w:rPr, states. */
void run_props_take(RunProps *props, const Element *element, const PropsContext *context);

/* Takes over what ELEMENT, a descendant of w:pPr outside w:rPr, states. True
 * when its children are to be read too. */
bool paragraph_props_take(ParagraphProps *props, const Element *element,
                          const PropsContext *context);

/* Where a run, its cascade done, is set as complex scripts are (w:rtl, w:cs), its size, font,
 * bold and italics are those stated for them. */
void run_props_settle(RunProps *props);

/* Lays what ABOVE states over BELOW. */
void run_props_lay(RunProps *below, const RunProps *above);
void paragraph_props_lay(ParagraphProps *below, const ParagraphProps *above);

#endif
