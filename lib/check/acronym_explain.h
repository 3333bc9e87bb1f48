/* Explain: does a long form stand just here, before or behind a short form? The
 * places where to ask are found by acronym_brackets.c and acronym_around.c. */
#ifndef PLAINPAPER_CHECK_ACRONYM_EXPLAIN_H
#define PLAINPAPER_CHECK_ACRONYM_EXPLAIN_H

#include "base/array.h"
#include "check/acronym_shapes.h"

/* A definition found. */
typedef struct Explanation {
    Str short_form;     /* as written */
    const Prose *prose; /* holds the long form */
    Span short_span;    /* in prose->text; empty when it stands elsewhere */
    Span long_span;     /* in prose->text */
    Str long_form;      /* empty: the text of long_span */
    double reliability;
    bool is_name; /* only a name spelt out somewhere, not set beside the short form */
    bool is_hint; /* such a name in small letters */
} Explanation;

typedef ARRAY(Explanation) ExplanationList;

/* How sure the letters must be in places that speak less plainly than a bracket
 * behind the long form. */
#define NEED_IN_BRACKET 0.5  /* beside other words in a bracket, or in front of it */
#define NEED_SEVERAL    0.85 /* "(SHORT, LONG FORM)" */
#define NEED_APART      0.95 /* no bracket at all */

/* no sign at all: every letter an initial, no word left over */
#define NEED_EXACT 0.99

/* Adds an explanation of what stands at SHORT_SPAN by what stands at LONG_SPAN. */
void explanation_add(ExplanationList *list, const Prose *prose, Span short_span, Span long_span,
                     double reliability);

/* Looks for the long form of SHORT_SPAN in the words that end before byte END. LEAST
 * is how sure the letters must be at least. */
bool explain_before(const Prose *prose, Span short_span, size_t end, double least,
                    ExplanationList *list);

/* Looks for it at the start of LONG_SPAN, with or without the words that introduce it. */
bool explain_behind(const Prose *prose, Span short_span, Span long_span, double least,
                    ExplanationList *list);

/* How a long form may end: SPAN without a bracket that is not closed in it. */
Span balance_span(Str text, Span span);

#endif
