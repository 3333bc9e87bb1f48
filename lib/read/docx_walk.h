/* Walk: the first step of reading a Word file. It follows the XML of the parts
 * that hold text, keeps what must be known of the elements around (properties,
 * fields, links, drawings, tracked changes) and tells the Tree what it meets.
 *
 * The text of a run is that of its w:t; w:tab is a tab, w:noBreakHyphen a
 * hyphen, w:softHyphen nothing, a w:sym its sign, WordArt its words. Breaks are nodes between, and
 * take no byte of it. Runs are counted in each paragraph from 0, those that a
 * text box or a deletion holds not among them. Mathematics is code: it is
 * there, but no words are looked for in it. */
#ifndef PLAINPAPER_READ_DOCX_WALK_H
#define PLAINPAPER_READ_DOCX_WALK_H

#include "read/docx_field.h"
#include "read/docx_fill.h"
#include "read/docx_relations.h"

/* Whose properties are being read. */
typedef enum WalkContext {
    CONTEXT_CONTENT = 0,
    CONTEXT_PARAGRAPH,
    CONTEXT_MARK, /* of the paragraph mark */
    CONTEXT_RUN,
    CONTEXT_TABLE,
    CONTEXT_ROW,
    CONTEXT_CELL,
    CONTEXT_SECTION,
    CONTEXT_CONTROL, /* w:sdt */
} WalkContext;

enum { CONTEXTS_MAX = 8 };

typedef struct Field {
    Buf instruction;
    bool is_in_result;
    FieldKind kind;
    const LinkTarget *link;
} Field;

/* A w:hyperlink or w:fldSimple that is open. */
typedef struct LinkElement {
    const LinkTarget *link; /* or NULL */
    bool is_contents;
} LinkElement;

typedef struct Drawing {
    bool is_picture, is_chart, is_diagram, is_shape, is_object;
    bool is_control; /* of a form, with a name of its own */
    bool is_rule;    /* a line across the page */
    bool has_box, is_floating, is_decorative;
    bool is_watermark;
    Str alt, title, url;
    Str words; /* of a watermark, or drawn as WordArt */
    Fill fill; /* of the shape met last */
} Drawing;

/* A w:sdt that is open. */
typedef struct Control {
    bool is_contents; /* a table of contents */
    bool is_field;    /* to be filled in or chosen from */
    bool is_titled;
} Control;

/* A w:sectPr: what is told of the section it ends. */
typedef struct SectionLook {
    unsigned n_columns;
    bool has_size, is_sideways;
} SectionLook;

/* A note that the text refers to. */
typedef struct NoteMark {
    int id;
    Str label;
} NoteMark;

typedef ARRAY(NoteMark) NoteMarks;

typedef struct TextPart {
    PartRole role;
    Str name;
} TextPart;

typedef struct Walk {
    Package *package;
    Document *document;
    Relations relations; /* of the part being read */
    PropsContext props;
    Tree tree;
    PartRole role;
    bool has_root, is_wrong_root;
    bool shows_background; /* the page's colour, by the settings */

    WalkContext contexts[CONTEXTS_MAX];
    size_t n_contexts;

    ParagraphStart paragraph;
    bool is_paragraph_pending;
    RunProps run;
    bool is_run_pending;
    CellStart cell;
    bool is_cell_pending;
    bool is_section_on_new_page, is_section_pending;
    SectionLook section;
    bool has_page_numbers;

    bool in_text, in_instruction, is_space_kept;
    Buf piece; /* text of the w:t being read */

    ARRAY(Field) fields;
    size_t n_instructions; /* fields that are not yet in their result */
    ARRAY(LinkElement) link_elements;
    ARRAY(const LinkTarget *) links;
    ARRAY(Control) controls;
    size_t n_contents; /* tables of contents that are open */
    size_t n_nameless; /* fields without a title that wait for the text they show */

    ARRAY(Drawing) drawings;
    NoteMarks footnotes, endnotes;
    ARRAY(TextPart) margins; /* headers and footers met */
} Walk;

void walk_init(Walk *walk, Package *package, Document *document, Styles *styles,
               Numbering *numbering);
void walk_release(Walk *walk);

/* Reads part NAME into the tree as part INDEX of the document. */
PartResult walk_part(Walk *walk, PartRole role, Str name, uint16_t index);

/* Used between the files of this module. */

/* Begins the run (paragraph, cell) that is met but not yet told to the Tree. */
void walk_need_run(Walk *walk);
void walk_need_paragraph(Walk *walk);
void walk_need_cell(Walk *walk);

/* A w:sectPr begins. */
void walk_section_begin(Walk *walk);

void walk_context_push(Walk *walk, WalkContext context);
/* Properties: an element inside w:pPr, w:rPr, w:tblPr … True: go into it. */
bool walk_props_start(Walk *walk, const Element *element);

/* What stands for text in a run: w:t, w:tab, w:sym … */
void walk_text_start(Walk *walk, const Element *element);
void walk_text_end(Walk *walk, Tag tag); /* of a w:t or m:t */

/* Fields and links. */
void walk_field_char(Walk *walk, const Element *element);
void walk_fields_settle(Walk *walk); /* at the end of a paragraph */
void walk_fields_clear(Walk *walk);  /* at the end of a part */
void walk_link_begin(Walk *walk, const Element *element);
void walk_link_end(Walk *walk);

/* A field's INSTRUCTION was read whole: notes the number of the page in a margin. */
void walk_note_page_field(Walk *walk, Str instruction);

/* Drawings. True: ELEMENT was taken care of. */
bool walk_drawing_start(Walk *walk, const Element *element);
void walk_drawing_end(Walk *walk);

#endif
