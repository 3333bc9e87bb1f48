/* Gathering: what is found of each short form while a paper is read, before it is
 * settled what is one. */
#ifndef PLAINPAPER_CHECK_ACRONYM_GATHER_H
#define PLAINPAPER_CHECK_ACRONYM_GATHER_H

#include "check/acronym.h"
#include "check/acronym_explain.h"
#include "check/word_filter.h"

/* What is gathered of one short form. */
typedef struct Draft {
    Str folded;
    Str shown;         /* as the paper defines it; empty when it does not */
    size_t n_spoken;   /* uses that open a block, a colon behind: "TB: I agree." */
    size_t n_letters;  /* uses behind a name: "Dr Lola Ade FRCP" */
    size_t n_taken;    /* uses that became those of a joined short form */
    size_t n_firm;     /* uses that cannot be a shouted word or a label */
    bool is_word_like; /* may be a word in capitals, and in the end: is one */
    bool is_dotted;
    bool is_initials;      /* of somebody listed as present */
    bool is_attendee;      /* it stands in a list of those at a meeting */
    bool is_person;        /* it spells out somebody's name */
    bool is_written_small; /* the paper also has it as a word in small letters */
    ARRAY(AcronymUse) uses;
    ARRAY(AcronymDefinition) definitions;
} Draft;

/* A short form the paper explains that no shape gives away ("apm", "IL-2"): found
 * again by its first word. */
typedef struct OddForm {
    uint64_t first_hash;
    Str text;
} OddForm;

/* Two short forms with only a slash or hyphen between them: "TCP/IP". */
typedef struct Joint {
    size_t left, right;         /* drafts */
    size_t left_use, right_use; /* which of their uses */
    const Prose *prose;
    Span span; /* of both, in prose->text */
    bool has_slash;
} Joint;

typedef struct Gathering {
    const ProseList *proses;
    Lexicon *lexicon; /* may be NULL */
    Arena *arena;     /* of the result */
    ARRAY(Draft) drafts;
    size_t *slots; /* index of a draft + 1; 0 is free */
    size_t n_slots;
    ARRAY(Joint) joints;
    ARRAY(OddForm) odd_forms;
    WordFilter odd_words; /* the first word of each */
} Gathering;

/* The draft of FOLDED, or NULL. */
Draft *draft_find(const Gathering *gathering, Str folded);

/* The draft of FOLDED, made when there is none yet. It moves when another is made. */
Draft *draft_of(Gathering *gathering, Str folded);

/* Shares definitions between drafts: "U.S." is explained where "US" is, "GIS" where "GiS" is. */
void share_definitions(Gathering *gathering);

/* Finds all definitions and uses in gathering->proses. */
void gather_acronyms(Gathering *gathering);

void gathering_free(Gathering *gathering);

/* Are A and B the same letters, whatever their case, dots and hyphens? */
bool same_letters(Str a, Str b);

#endif
