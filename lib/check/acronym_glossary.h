/* Glossaries: long forms that do not stand in the same block as their
 * short form. */
#ifndef PLAINPAPER_CHECK_ACRONYM_GLOSSARY_H
#define PLAINPAPER_CHECK_ACRONYM_GLOSSARY_H

#include "check/acronym_places.h"

/* Adds what rows of tables and definition lists explain: a short form alone in a
 * cell or term, its long form alone in the next, or the other way round. */
void explanations_in_glossaries(const ProseList *proses, ExplanationList *list);

/* The first block of the cell or definition just behind block INDEX, where that begins a
 * cell of a table row or is a term of a definition list; else NULL. */
const Prose *glossary_cell_beside(const ProseList *proses, size_t index);

#endif
