/* Tree: the second step of reading a Word file. The first step (docx_body)
 * says what it meets in the XML; the Tree makes a paper's nodes of it: lists
 * out of numbered paragraphs, row spans out of merged cells, headings out of
 * styles, pages out of recorded breaks, strong and emphasis out of runs.
 *
 * A Frame is a place that holds blocks: a part, a note, a table cell, a text
 * box. What is called out of order (a cell outside of a table, text outside of
 * a paragraph) opens what it needs. */
#ifndef PLAINPAPER_READ_DOCX_TREE_H
#define PLAINPAPER_READ_DOCX_TREE_H

#include "document/document.h"
#include "read/docx_fill.h"
#include "read/docx_numbering.h"

enum { TREE_NODES_MAX = 2000000, INLINES_OPEN_MAX = 8 };

typedef struct LinkTarget {
    Str url, title;
} LinkTarget;

typedef struct OpenInline {
    NodeKind kind;
    const LinkTarget *link; /* of a NODE_LINK */
    Node *node;
} OpenInline;

typedef struct ParagraphState {
    Node *node;  /* stands in no container while `is_joined_on` */
    Node *boxes; /* holds the text boxes anchored in it, until it ends; may be NULL */
    const Style *style;
    RunProps base;     /* how its text looks where no run says otherwise */
    Colour ground;     /* what is behind it */
    bool is_joined_on; /* the next paragraph goes on with it */
    bool has_break;    /* a page break waits for text to part */

    OpenInline open[INLINES_OPEN_MAX];
    size_t n_open;

    uint32_t n_runs;
    bool in_run;
    RunProps run;                /* effective */
    const TextStyle *text_style; /* of the run */
    bool is_code;
    size_t run_bytes;   /* of the run's text, given so far */
    NodeKind text_kind; /* of the text that waits */
} ParagraphState;

typedef struct TableState {
    Node *table, *row;
    const Style *style;
    bool has_first_row, has_first_column, has_bands;
    unsigned n_rows, n_header_rows;
    unsigned column; /* grid column where the next cell begins */
    bool is_row_deleted;
    Colour ground;        /* that the table itself states */
    ARRAY(Node *) merges; /* by grid column: the cell that goes on downwards, or NULL */
} TableState;

typedef struct OpenList {
    int num_id, level;
    Str label; /* of its last item */
    int number;
    Node *list;
} OpenList;

typedef struct Frame {
    Node *container;
    Node *quote; /* open block quote, or NULL */
    OpenList lists[LIST_LEVELS + 1];
    size_t n_lists;
    bool in_paragraph, in_table;
    ParagraphState paragraph;
    TableState table;
    RunProps table_run; /* what the table's style says of the text in this cell */
    Colour ground;      /* of this cell, box or page */
} Frame;

typedef struct Tree {
    Document *document;
    Styles *styles;
    Numbering *numbering;
    Intern *intern;
    ARRAY(Frame) frames;
    Buf text; /* of the present run, waiting to become a node */
    const LinkTarget *link;
    uint16_t part;
    size_t n_nodes;
    Fill page_fill;

    unsigned page;
    bool is_counting_pages; /* in the body */
    bool is_page_fresh;     /* no content on this page yet */
    bool is_section_fresh;  /* no content in this section yet */
    bool has_rendered_break;
    size_t n_characters;    /* of the body's text */
    bool has_section_break; /* a break came while the section was fresh */
    unsigned n_sections;
    ARRAY(Node *) section_blocks;
} Tree;

/* The parts of a paragraph that a Tree needs to know at its start. */
typedef struct ParagraphStart {
    ParagraphProps props; /* stated directly */
    RunProps mark;        /* of its paragraph mark */
    bool is_joined_on;    /* its mark is deleted or it is a dropped capital: the next
                             paragraph goes on with it */
    bool is_contents;     /* stands in a table of contents */
    bool is_floating;     /* in a frame beside the text */
} ParagraphStart;

typedef struct CellStart {
    unsigned column_span;
    bool is_merge_start, is_merged; /* w:vMerge */
    bool is_joined_left;            /* w:hMerge: goes on with the cell before */
    Colour shading;
    bool has_shading;
    uint16_t width_twips; /* 0 not stated */
} CellStart;

void tree_init(Tree *tree, Document *document, Styles *styles, Numbering *numbering,
               Intern *intern);

/* Frees what the Tree needed; the document stays. */
void tree_release(Tree *tree);

/* True when the paper has more nodes than we take; give it nothing more. */
bool tree_is_full(const Tree *tree);

/* A new node of the present part. */
Node *tree_node(Tree *tree, NodeKind kind);
Frame *tree_frame(Tree *tree);

/* Gives NODE one more attribute; VALUE is interned or literal. */
void tree_attribute(Tree *tree, Node *node, Str name, Str value);

/* Parts: `part` is the index in the document's parts. Part 0 is the body. */
void tree_part_begin(Tree *tree, PartRole role, Str name, uint16_t part);
void tree_part_end(Tree *tree);
void tree_note_begin(Tree *tree, Str label);
void tree_note_end(Tree *tree);
/* What the page is filled with, from here on. */
void tree_page_fill(Tree *tree, const Fill *fill);
/* A text box filled with FILL: comes after the paragraph that it is anchored in. */
void tree_box_begin(Tree *tree, const Fill *fill);
void tree_box_end(Tree *tree);

/* Blocks. */
void tree_paragraph_begin(Tree *tree, const ParagraphStart *start);
void tree_paragraph_end(Tree *tree);
/* Ends a paragraph that is open, though its mark be deleted. */
void tree_paragraph_close(Tree *tree);
/* The paragraph that is open stands in a table of contents. */
void tree_contents(Tree *tree);
/* The paragraph that is open shows a day or time that Word puts there anew each time. */
void tree_clock(Tree *tree);
/* The container for a block that is in no list or quote. */
Node *tree_block_container(Tree *tree);

void tree_table_begin(Tree *tree);
void tree_table_end(Tree *tree);
void tree_row_begin(Tree *tree);
void tree_row_end(Tree *tree);
/* Whether the row that is open names the columns (w:tblHeader, 17.4.50): Word
 * repeats it on each page, and takes it so only at the top of the table. */
void tree_row_header(Tree *tree, bool is_header);
void tree_cell_begin(Tree *tree, const CellStart *start);
void tree_cell_end(Tree *tree);
/* The table that is open in the present frame; opens one when there is none. */
TableState *tree_table(Tree *tree);

/* Inlines. The run's text is what tree_text and tree_code are given. */
void tree_run_begin(Tree *tree, const RunProps *direct);
void tree_run_end(Tree *tree);
void tree_text(Tree *tree, Str text);
void tree_code(Tree *tree, Str text);
/* Text drawn as a picture, as large and in what colours nobody tells. */
void tree_drawn_text(Tree *tree, Str text);
void tree_line_break(Tree *tree);
void tree_link(Tree *tree, const LinkTarget *link); /* from here on; NULL: none */
void tree_reference(Tree *tree, Str label);
/* Puts an image or embed at the present place. */
void tree_object(Tree *tree, Node *node);
/* Makes a node of the text that waits. */
void tree_flush(Tree *tree);

/* Pages. */
void tree_rendered_break(Tree *tree); /* that Word recorded when it last laid out the paper */
void tree_hard_break(Tree *tree);     /* that the author put in */
void tree_break_before(Tree *tree);   /* a paragraph that always begins a page */
/* A section ends that began on a new page (or not). */
void tree_section_end(Tree *tree, bool is_on_new_page);
/* Says on which page BLOCK begins, unless that is known. */
void tree_place(Tree *tree, Node *block);
/* The same when content comes into BLOCK. */
void tree_fill(Tree *tree, Node *block);
/* Takes page numbers and number of pages away again where the file does not
 * bear them out: without recorded breaks the author's own must lead to the number
 * of pages recorded, and that must have room for the text. */
void tree_finish_pages(Tree *tree);

#endif
