/* Glossaries and names: long forms that do not stand in the same block as their
 * short form. */
#ifndef PLAINPAPER_CHECK_ACRONYM_GLOSSARY_H
#define PLAINPAPER_CHECK_ACRONYM_GLOSSARY_H

#include "check/acronym_places.h"

/* Adds what rows of tables and definition lists explain: a short form alone in a
 * cell or term, its long form alone in the next, or the other way round. */
void explanations_in_glossaries(const ProseList *proses, ExplanationList *list);

typedef ARRAY(Str) StrArray;

/* Adds the names in PROSES that spell out one of SHORT_FORMS, capitals only, with
 * every initial ("Global Positioning System" for GPS): the first for each. */
void explanations_in_names(const ProseList *proses, const StrArray *short_forms,
                           ExplanationList *list);

#endif
