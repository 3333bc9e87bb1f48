/* Names that HTML gives by reference: aria-labelledby points at elements that
 * may stand anywhere in the file, so what is told of each id is noted while the
 * file is read and looked up at its end.
 *
 * All text is noted once, in one run; an id holds a range of it, so that nested
 * elements cost nothing more. */
#ifndef PLAINPAPER_READ_HTML_NAMES_H
#define PLAINPAPER_READ_HTML_NAMES_H

#include "base/array.h"
#include "base/buf.h"
#include "document/node.h"
#include "read/html_style.h"

enum { HTML_NAME_BYTES_MAX = 1000 }; /* a longer name is cut: nobody listens that long */

/* A stretch of the noted text that is all hidden or all not. */
typedef struct HtmlHeard {
    size_t start; /* in the text; ends where the next one starts */
    bool is_hidden;
} HtmlHeard;

typedef struct HtmlId {
    Str id;
    Str label;         /* the element's own name, which replaces its text */
    size_t start, end; /* of its text */
    size_t order;
    bool is_hidden; /* then its hidden text counts (accname, step 2A) */
    bool is_named;  /* name is worked out */
    Str name;
    HtmlLook *look;   /* of its text, where it has one of its own; else NULL */
    bool is_disabled; /* a control out of use */
} HtmlId;

/* A label tied by id to a control; out of use with it, its contrast does not matter
 * (WCAG 1.4.3). */
typedef struct HtmlTie {
    Str ids;
    HtmlLook *look; /* of a label `for` the control; NULL: IDS are those of its labels */
} HtmlTie;

typedef struct HtmlReference {
    Node *node;
    Str ids; /* split by white space */
} HtmlReference;

/* All zeroes is ready for use, and notes nothing until is_on is set. */
typedef struct HtmlNames {
    bool is_on;
    Buf text;
    ARRAY(HtmlHeard) heard;
    ARRAY(HtmlId) ids;
    ARRAY(HtmlReference) references;
    ARRAY(HtmlTie) ties;
} HtmlNames;

/* Notes TEXT as told at this place. */
void html_names_hear(HtmlNames *names, Str text, bool is_hidden);

/* Notes that an element with ID begins here; returns what html_names_close
 * wants at its end. ID and LABEL must live as long as NAMES. */
size_t html_names_open(HtmlNames *names, Str id, Str label, bool is_hidden);
void html_names_close(HtmlNames *names, size_t index);

/* Asks for NODE to be named after the elements IDS (borrowed until resolved). */
void html_names_refer(HtmlNames *names, Node *node, Str ids);

/* Notes a tie of label and control (IDS borrowed until resolved). */
void html_names_tie(HtmlNames *names, Str ids, HtmlLook *look);

/* Disables the looks of labels of controls out of use, and names every node asked for whose ids
 * lead to a name that is not blank: alt of an image, label of a link, name of an embed, else its
 * attribute aria-label, which must be there. Texts come from ARENA. */
void html_names_resolve(HtmlNames *names, Arena *arena);

void html_names_free(HtmlNames *names);

/* Appends TEXT to BUF with runs of white space as one blank, none at the start. */
void html_append_collapsed(Buf *buf, Str text);

#endif
