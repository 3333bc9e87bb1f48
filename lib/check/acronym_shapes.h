/* Shapes: what looks like a short form, and what only seems to.
 *
 * Looks at letters only; whether a paper explains a short form is settled
 * elsewhere. Not short forms: Roman numerals, postcodes, reference codes,
 * measures behind a number, initials of people, brand names with a capital
 * inside ("SharePoint"). */
#ifndef PLAINPAPER_CHECK_ACRONYM_SHAPES_H
#define PLAINPAPER_CHECK_ACRONYM_SHAPES_H

#include "text/prose.h"

enum { SHORT_FORM_BYTES_MAX = 24 };

/* A run of words that is used as a short form. */
typedef struct ShortForm {
    size_t first_word, last_word; /* both counted in */
    Span span;                    /* in prose->text, with its last dot: "U.S." */
    Str text;
    Str folded;    /* singular, without possessive */
    bool is_plain; /* small letters only ("apm"): a short form only if the paper explains it */
    bool is_word_like; /* capitals only, letters only, four and more: may be a shouted word */
} ShortForm;

/* The short form that begins at word INDEX of PROSE into *ret; false when there
 * is none. */
bool short_form_at(const Prose *prose, size_t index, ShortForm *ret);

/* Can TEXT, alone in a bracket or a glossary cell, be a short form? */
bool short_form_fits(Str text);

/* TEXT without a plural or possessive ending: "ICBs", "ICB's" and "ICBs'" are "ICB". */
Str short_form_fold(Str text);

/* "II", "XIV": made of I, V and X alone and well formed. */
bool is_roman_numeral(Str text);

/* Capital letters in TEXT (ASCII). */
size_t count_capitals(Str text);

#endif
