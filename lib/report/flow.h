/* Flow: words laid out in lines of a terminal, with or without colour. */
#ifndef PLAINPAPER_REPORT_FLOW_H
#define PLAINPAPER_REPORT_FLOW_H

#include "base/buf.h"

enum { FLOW_COLUMNS_MAX = 80 };

typedef enum FlowStyle {
    FLOW_PLAIN = 0,
    FLOW_BOLD,
    FLOW_DIM,
    FLOW_RED,
    FLOW_YELLOW,
    FLOW_CYAN,
} FlowStyle;

typedef struct Flow {
    Buf *buf; /* borrowed */
    bool has_colour;
    size_t indent;    /* of the lines after the first */
    size_t column;    /* where the next character goes, from 0 */
    bool needs_space; /* a word stands there, so the next needs a blank in front */
} Flow;

/* Starts a line at column START; the lines it breaks into start at INDENT. */
void flow_start(Flow *flow, size_t start, size_t indent);

/* Adds the words of TEXT, made visible, in STYLE; they break between words so
 * that lines stay within FLOW_COLUMNS_MAX where words allow. */
void flow_words(Flow *flow, Str text, FlowStyle style);

/* Adds TEXT as it stands, made visible, in STYLE; words go on close behind it. */
void flow_text(Flow *flow, Str text, FlowStyle style);

/* Ends the line. */
void flow_end(Flow *flow);

#endif
