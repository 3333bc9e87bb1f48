/* Shapes: what looks like a short form, and what only seems to.
 *
 * Looks at letters and at the words right beside; whether a paper explains a short
 * form is settled elsewhere. Not short forms: Roman numerals, postcodes, reference
 * codes, measures behind a number, initials of people, names with a capital inside
 * ("SharePoint"). */
#ifndef PLAINPAPER_CHECK_ACRONYM_SHAPES_H
#define PLAINPAPER_CHECK_ACRONYM_SHAPES_H

#include "check/acronym_lookalikes.h"

enum { SHORT_FORM_BYTES_MAX = 24 };

/* A run of words that is used as a short form. */
typedef struct ShortForm {
    size_t last_word;  /* the run's last word */
    Span span;         /* in prose->text, its last full stop included: "U.S." */
    Str text;          /* as written */
    Str folded;        /* singular, without possessive and last stop: "ICB" of "ICBs" and "ICB's" */
    bool is_word_like; /* four capitals and more, or small letters among them: may be a word */
    bool is_dotted;    /* "e.g.", "U.S." */
} ShortForm;

/* May a short form begin with WORD, when NEXT_GAP is the gap of the word behind it? Quick, and
 * wrong only by saying yes. */
static inline bool word_may_be_short_form(const Word *word, uint8_t next_gap)
{
    if (word->shape & (WORD_LATER_UPPER | WORD_ALL_UPPER | WORD_HAS_DIGIT))
        return is_joint(next_gap) || (word->len > 1 && !is_number(word));
    return next_gap == GAP_DOT && word->len <= 2;
}

/* The same of word INDEX of PROSE. */
static inline bool short_form_may_begin(const Prose *prose, size_t index)
{
    bool is_last = index + 1 == prose->n_words;
    return word_may_be_short_form(&prose->words[index],
                                  is_last ? GAP_START : prose->words[index + 1].gap);
}

/* Reads the short form that begins with word INDEX of PROSE into *ret. False when
 * there is none; ret->last_word is then the last word of what was looked at as one. */
bool short_form_at(const Prose *prose, size_t index, ShortForm *ret);

/* Is TEXT, one word, told to be a short form by its letters alone? */
bool is_plain_short_form(Str text);

/* Is the short form that begins with word INDEX one of a row of capitals
 * ("PLEASE READ THIS NOW"), where any word may be one that is shouted? */
bool stands_among_capitals(const Prose *prose, size_t index);

/* Can TEXT, alone in a bracket or a glossary cell, be a short form? */
bool short_form_fits(Str text);

/* TEXT without a plural or possessive ending. */
Str short_form_fold(Str text);

/* ASCII capital letters in TEXT. */
size_t count_capitals(Str text);

/* ASCII letters and digits in TEXT. */
size_t count_letters(Str text);

#endif
