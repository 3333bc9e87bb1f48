/* What HTML's markup does to readers that no node of the tree tells of: fields without
 * a name, keys, zoom and quiet taken away, parts of lists out of place, ids given twice.
 * They become traits of the document. */
#ifndef PLAINPAPER_READ_HTML_FAULTS_H
#define PLAINPAPER_READ_HTML_FAULTS_H

#include "base/array.h"
#include "document/document.h"
#include "read/html_markup.h"

/* A field to fill in. */
typedef struct HtmlField {
    Str id, name; /* in the markup */
    Span span;
    bool is_named; /* to those who listen */
    size_t label;  /* index of the label around it, plus 1; 0 none */
} HtmlField;

typedef struct HtmlLabel {
    Str target; /* what its `for` says */
    bool has_text;
} HtmlLabel;

typedef struct HtmlPlacedId {
    Str id;
    Span span;
} HtmlPlacedId;

typedef ARRAY(Str) StrArray;

/* All zeroes is ready for use. */
typedef struct HtmlFaults {
    ARRAY(HtmlField) fields;
    ARRAY(HtmlLabel) labels;
    size_t label_depth; /* of the label that is open; 0 none */
    ARRAY(HtmlPlacedId) ids;
    StrArray used; /* ids that attributes refer to */
} HtmlFaults;

/* An element as the checks want to know it. */
typedef struct HtmlOpened {
    Str name;
    HtmlAttributes attributes;
    Span tag;
    size_t depth; /* of open elements, itself included */
    Str around;   /* the name of the element around it; empty when implied or with a role */
    bool in_list; /* inside ul, ol, menu (for li) or dl (for dt and dd) */
    bool is_heard;
    bool is_page; /* not a piece inside of another file, whose rest is not seen here */
} HtmlOpened;

/* Looks at an element that begins. */
void html_faults_open(HtmlFaults *faults, Document *document, const HtmlOpened *opened);

/* Text that is seen, or a picture's, stands here. */
void html_faults_text(HtmlFaults *faults, Str text);

/* The element at DEPTH ends. */
void html_faults_close(HtmlFaults *faults, size_t depth);

/* The file ends: what was referred to is known now. */
void html_faults_finish(HtmlFaults *faults, Document *document);

void html_faults_free(HtmlFaults *faults);

#endif
