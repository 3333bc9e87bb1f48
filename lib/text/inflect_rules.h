/* The rules of spelling that inflect.c and inflect_base.c share. Words are in
 * small letters unless said otherwise. */
#ifndef PLAINPAPER_TEXT_INFLECT_RULES_H
#define PLAINPAPER_TEXT_INFLECT_RULES_H

#include "text/inflect.h"

typedef struct IrregularVerb {
    Str base, past, participle; /* alternatives, which begin alike, split by "|" */
} IrregularVerb;

typedef struct IrregularNoun {
    Str singular, plural; /* likewise */
} IrregularNoun;

/* The row of BASE, or NULL when it is regular. */
const IrregularVerb *irregular_verb(Str base);
const IrregularNoun *irregular_noun(Str singular);

/* All rows, for looking up the other way. */
const IrregularVerb *irregular_verbs(size_t *ret_n);
const IrregularNoun *irregular_nouns(size_t *ret_n);

/* Takes the next alternative off *REST ("learnt|learned"); false when none is left. */
bool next_alternative(Str *rest, Str *ret);

/* Is WORD one of "learnt|learned"? */
bool has_alternative(Str alternatives, Str word);

/* Does the last letter double before -ed and -ing (stopped, travelled)? */
bool doubles_last(Str verb);

#endif
