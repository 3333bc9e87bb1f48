/* Places: where a block's text says what a short form means.
 *
 * Brackets in both orders, several short forms in one bracket, remarks beside
 * the short form, and what stands outside brackets: "X, or Y,", "Y stands for
 * X", "X, hereafter Y". Blocks are looked at as text, so emphasis, links and line
 * ends do not hide a definition. */
#ifndef PLAINPAPER_CHECK_ACRONYM_PLACES_H
#define PLAINPAPER_CHECK_ACRONYM_PLACES_H

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
    bool is_name;       /* only a name spelt out somewhere, not set beside the short form */
} Explanation;

typedef ARRAY(Explanation) ExplanationList;

/* Adds what the brackets of PROSE explain. */
void explanations_in_brackets(const Prose *prose, ExplanationList *list);

/* Adds what the words around SHORT_FORM, used in PROSE from word FIRST on, say of it. */
void explanations_around(const Prose *prose, size_t first, const ShortForm *short_form,
                         ExplanationList *list);

/* Adds what the markup of PROSE explains (HTML abbr). */
void explanations_in_markup(const Prose *prose, ExplanationList *list);

/* Index of the first word of PROSE that begins at or after OFFSET. */
size_t word_index_from(const Prose *prose, size_t offset);

#endif
