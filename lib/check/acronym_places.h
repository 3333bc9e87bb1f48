/* Places: where a block's text says what a short form means.
 *
 * Brackets in both orders, several short forms in one bracket, remarks beside
 * the short form, and what stands outside brackets: "X, or Y,", "Y stands for
 * X", "X, hereafter Y". Blocks are looked at as text, so emphasis, links and line
 * ends do not hide a definition. */
#ifndef PLAINPAPER_CHECK_ACRONYM_PLACES_H
#define PLAINPAPER_CHECK_ACRONYM_PLACES_H

#include "check/acronym_explain.h"

/* Adds what the brackets of PROSE explain. */
void explanations_in_brackets(const Prose *prose, ExplanationList *list);

/* Adds what the words around SHORT_FORM, used in PROSE from word FIRST on, say of it. */
void explanations_around(const Prose *prose, size_t first, const ShortForm *short_form,
                         ExplanationList *list);

/* Adds what the markup of PROSE explains (HTML abbr). */
void explanations_in_markup(const Prose *prose, ExplanationList *list);

#endif
