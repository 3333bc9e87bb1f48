/* Names: long forms that stand somewhere in a paper as words of their own, never
 * set beside their short form: "United Nations" where UN is used. */
#ifndef PLAINPAPER_CHECK_ACRONYM_NAMES_H
#define PLAINPAPER_CHECK_ACRONYM_NAMES_H

#include "check/acronym_explain.h"

/* A short form that nothing explains, and the block that uses it first. */
typedef struct SoughtForm {
    Str text;
    const Prose *first_use;
} SoughtForm;

typedef ARRAY(SoughtForm) SoughtFormArray;

/* Adds the words in PROSES that spell out one of SOUGHT with every initial, the first
 * place for each. A name of three words is taken wherever it stands; two words only near
 * the first use or when they stand there twice, as three words in small letters do. */
void explanations_in_names(const ProseList *proses, const SoughtFormArray *sought,
                           ExplanationList *list);

#endif
