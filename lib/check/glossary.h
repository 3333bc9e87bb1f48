/* Glossary: the short forms and special words of several papers, each with what is said
 * of its meaning, by whom, and where it is used.
 *
 * The organisation's own list comes first, then what the papers say, then our
 * dictionaries; these are asked only where nobody else tells. Of several meanings that a
 * list or a dictionary knows none is picked. Short forms that every reader knows are
 * left out, unless a paper or the organisation explains them. */
#ifndef PLAINPAPER_CHECK_GLOSSARY_H
#define PLAINPAPER_CHECK_GLOSSARY_H

#include "check/lint.h"

typedef enum GlossarySource {
    SAID_BY_LIST, /* the organisation's own */
    SAID_BY_PAPER,
    SAID_BY_DICTIONARY,
} GlossarySource;

typedef struct GlossaryMeaning {
    GlossarySource source;
    Str long_form;             /* empty: none */
    Str plain;                 /* what it means in plain words; empty: none */
    bool has_dictionary_plain; /* `plain` is the dictionary's, the long form is not */
    size_t paper;              /* of SAID_BY_PAPER: which … */
    const Location *at;        /* … and where; else NULL */
    bool is_guess;             /* the paper has these words, but perhaps for something else */
    size_t same_as; /* the first meaning of the entry that says the same: perhaps itself */
} GlossaryMeaning;

/* What one paper makes of a word. */
typedef struct GlossaryUse {
    size_t paper;
    size_t n_uses;
    const Location *first;
    bool is_explained; /* there, by the paper itself */
} GlossaryUse;

typedef enum GlossaryState {
    GLOSSARY_EXPLAINED,
    GLOSSARY_SEVERAL, /* meanings, and nobody says which one */
    GLOSSARY_UNEXPLAINED,
} GlossaryState;

typedef struct GlossaryEntry {
    Str term;
    bool is_short_form;
    bool is_known; /* to every reader, but explained all the same */
    GlossaryState state;
    bool is_disputed;                /* two papers, or one and the organisation's list, differ */
    const GlossaryMeaning *meanings; /* the list's, the papers' in their order, the dictionary's */
    size_t n_meanings;
    const GlossaryUse *uses; /* in the order of the papers */
    size_t n_papers;
    size_t n_uses; /* in all papers */
} GlossaryEntry;

typedef struct Glossary {
    Arena arena;
    ARRAY(GlossaryEntry) entries; /* in the order of a word list: glossary_compare */
    ARRAY(Str) known;             /* short forms left out, because every reader knows them */
} Glossary;

/* The glossary of N papers; RESULTS has NULL for one that could not be read. The caller
 * frees it with glossary_free. It borrows the results; texts of entries end in a NUL
 * byte. */
Glossary *glossary_of(const RuleSet *rules, const LintResult *const *results, size_t n);

void glossary_free(Glossary *glossary);

/* The use of ENTRY in paper PAPER, or NULL. */
const GlossaryUse *glossary_use_in(const GlossaryEntry *entry, size_t paper);

/* How many papers use ENTRY without explaining it. */
size_t glossary_count_unexplained(const GlossaryEntry *entry);

/* The one long form of ENTRY; empty when there is none, or more than one. */
Str glossary_long_form(const GlossaryEntry *entry);

/* Does meaning INDEX of ENTRY tell readers something that no meaning before it tells? */
static inline bool glossary_is_first(const GlossaryEntry *entry, size_t index)
{
    return entry->meanings[index].same_as == index;
}

/* Is meaning INDEX one of those for the reader of paper PAPER: the list's; else the
 * paper's own; else all? */
bool glossary_is_for(const GlossaryEntry *entry, size_t index, size_t paper);

/* As a reader looks words up: word by word, whatever the capitals and marks; then by
 * bytes. Less than, equal to or more than 0. */
int glossary_compare(Str a, Str b);

#endif
