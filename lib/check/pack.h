/* Pack: an agenda and its papers as one meeting pack: which paper belongs to which
 * item, what the whole asks of its readers, and the rules that need more than one
 * paper (overload.pack-*, overload.duplicate-content, agenda.paper-missing …). */
#ifndef PLAINPAPER_CHECK_PACK_H
#define PLAINPAPER_CHECK_PACK_H

#include "check/glossary.h"

/* One file of the pack, already checked. All borrowed; the result is changed: findings
 * of an agenda that belong to no single place move to the pack. */
typedef struct PackInput {
    const Document *document; /* NULL when it could not be read */
    LintResult *result;       /* NULL likewise */
} PackInput;

/* A finding and the file it belongs to. */
typedef struct PackFinding {
    Str path;
    Finding finding;
} PackFinding;

typedef struct PackItem {
    Str number, title;
    Str purpose;      /* "decision", "discussion", "information"; empty when not said */
    Str ask;          /* the sentence in which its paper says what is asked; or empty */
    unsigned minutes; /* 0 not known */
    Str paper;        /* path; empty when none is in the pack */
    bool is_standing, is_break;
    bool has_no_options, has_no_impact, has_no_owner, has_no_date; /* of a decision's paper */
    bool is_patient_voice;
    size_t n_words, n_pages, n_findings;
    double reading_minutes;
} PackItem;

typedef struct PackResult {
    Arena arena;
    Str agenda; /* path; empty when the pack has none */
    Str title;
    size_t n_papers; /* without the agenda */
    size_t n_words;  /* of the papers; what stands in two of their appendices counts once */
    size_t n_pages;  /* recorded, else worked out from words */
    double reading_minutes, careful_minutes; /* at 238 and at 150 words a minute */
    unsigned meeting_minutes;                /* 0 not known */
    size_t n_items;                          /* neither standing nor breaks */
    double to_note_share;
    bool has_to_note_share;
    ARRAY(PackItem) items; /* all */
    Date date, sent;
    TimeRange time;
    Str place, link, contact;
    unsigned clear_days; /* only when both dates are known */
    unsigned required_clear_days;
    Str notice_working;   /* how the days were counted; empty when a date is missing */
    ARRAY(Str) not_found; /* "the date of the meeting", … */
    Glossary *glossary;   /* of all papers read */
    ARRAY(PackFinding) findings;
    ARRAY(PackFinding) best; /* five that would help most */
} PackResult;

enum { PACK_NO_AGENDA = -1 };

/* The index of the agenda among the N INPUTS: the one whose name says so and that
 * reads like one, else the first that reads like one; PACK_NO_AGENDA when none does. */
int pack_find_agenda(const PackInput *inputs, size_t n);

/* Checks the pack of N INPUTS whose agenda is input AGENDA (may be PACK_NO_AGENDA).
 * The caller frees the result, which borrows the rules and
 * the inputs' results. */
PackResult *pack_run(Checker *checker, const PackInput *inputs, size_t n, int agenda);

void pack_result_free(PackResult *result);

#endif
