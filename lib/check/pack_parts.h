/* The checking of one pack, shared by pack*.c only. */
#ifndef PLAINPAPER_CHECK_PACK_PARTS_H
#define PLAINPAPER_CHECK_PACK_PARTS_H

#include "check/agenda_rules.h"
#include "check/pack.h"
#include "check/paper_ask.h"

enum { NO_ITEM = -1 };

typedef struct PackPaper {
    const PackInput *input;
    CheckContext context;
    FindingList findings; /* of pack rules, in this paper */
    PaperAsk ask;
    int item;              /* index in the agenda; NO_ITEM */
    size_t n_shared_words; /* of appendices that an earlier paper has too */
    size_t n_pages;
} PackPaper;

typedef struct PackRun {
    Checker *checker;
    Arena scratch;
    PackResult *result;
    PackPaper *papers; /* of all inputs read, the agenda with them */
    size_t n_papers;
    PackPaper *agenda_paper; /* or NULL */
    Agenda agenda;
} PackRun;

/* Finds for every paper the item it belongs to. */
void pack_match(PackRun *run);

/* overload.duplicate-content; notes words of shared appendices. */
void pack_find_duplicates(PackRun *run);

/* The rule ID when it is on, or NULL. */
const Rule *pack_rule(const PackRun *run, Str id);

/* The rules that look at the pack as a whole, after matching and counting. */
void pack_check(PackRun *run);

#endif
