/* Finding: something the author may want to change, and just where it stands. */
#ifndef PLAINPAPER_CHECK_FINDING_H
#define PLAINPAPER_CHECK_FINDING_H

#include "document/document.h"
#include "rule/rule.h"
#include "text/prose.h"

/* Where something stands, in the reader's terms. What is not known is 0 or empty. */
typedef struct Location {
    Precision precision;
    bool has_lines;        /* line, column and bytes mean something (not in Word) */
    Position start, end;   /* end is behind the last character */
    size_t offset, length; /* bytes of the file */
    StrList headings;      /* the headings it stands under, outermost first */
    uint32_t paragraph;    /* in reading order from 1; 0 for the paper as a whole */
    uint32_t page;         /* 0 when not recorded */
    Str part;              /* "word/footnotes.xml"; empty in formats of one part */
    size_t in_paragraph;   /* byte in the paragraph's plain text: orders findings in Word */
} Location;

typedef struct Finding {
    const Rule *rule;
    Severity severity;
    Str message;
    Str match;           /* the author's words; empty when it is about a place */
    StrList suggestions; /* best first */
    bool can_replace;    /* a suggestion may stand in place of the match as it is */
    bool yields;         /* gives way to any other finding about the same words */
    bool is_about_block; /* not about its words, though it shows them: no rival of theirs */
    Location location;
    Str excerpt;          /* the line or part of the paragraph around it */
    Span in_excerpt;      /* where the match stands in it; empty when it does not */
    Str fold_key;         /* findings of one rule with the same key fold into the first */
    size_t count;         /* how often it stands in the paper, this one counted */
    uint64_t fingerprint; /* findings_give_fingerprints; stays when lines move: of rule, match,
                             excerpt */
} Finding;

typedef ARRAY(Finding) FindingList;

/* Puts FINDINGS in order of place, then rule; drops what is there twice; folds
 * repeats where FOLDS. Memory for texts comes from ARENA. */
void findings_finish(FindingList *findings, bool folds, Arena *arena);

/* Sets the fingerprints of finished FINDINGS: two that are alike in everything get
 * different ones, in their order. */
void findings_give_fingerprints(FindingList *findings);

#endif
