/* Acronyms of a paper: every short form used, its long form where the paper gives
 * one, and where. Found once a paper, before the walk; the acronyms.* rules and
 * the reports only read this list. */
#ifndef PLAINPAPER_CHECK_ACRONYM_H
#define PLAINPAPER_CHECK_ACRONYM_H

#include "base/array.h"
#include "rule/lexicon.h"
#include "rule/ruleset.h"
#include "text/prose.h"

/* One use of a short form. */
typedef struct AcronymUse {
    const Prose *prose;
    Span span;          /* in prose->text */
    bool is_definition; /* it stands beside its long form here */
} AcronymUse;

/* One place where a paper says what a short form means. */
typedef struct AcronymDefinition {
    const Prose *prose;
    Span short_span, long_span; /* in prose->text; short_span is empty when it stands elsewhere */
    Str long_form;              /* as the paper words it */
    double reliability;         /* 0 to 1: how often its kind of match is right */
    bool is_name;               /* the long form only stands somewhere as a name */
    bool is_hint; /* as a name in small letters: readers are not told, but we can guess */
} AcronymDefinition;

typedef struct Acronym {
    Str short_form;         /* as the paper defines it, else the singular: "ICB" */
    Str folded;             /* singular, without possessive: "ICB" */
    bool is_known;          /* the rule file or configuration says every reader knows it */
    const AcronymUse *uses; /* in reading order */
    size_t n_uses;
    const AcronymDefinition *definitions; /* in reading order, mere names last; may agree */
    size_t n_definitions;
} Acronym;

typedef struct AcronymList {
    const Acronym *items; /* in order of first use */
    size_t len;
} AcronymList;

/* Finds the acronyms of a paper. RULES tell which every reader knows and which
 * are in the acronym list. LEXICON (may be NULL) tells shouted words from short
 * forms. Memory comes from ARENA; spans and texts point into PROSES. */
AcronymList acronyms_find(const Document *document, const ProseList *proses, const RuleSet *rules,
                          Lexicon *lexicon, Arena *arena);

#endif
