/* What a paper asks of its readers, and where. */
#ifndef PLAINPAPER_CHECK_PAPER_ASK_H
#define PLAINPAPER_CHECK_PAPER_ASK_H

#include "check/check.h"

typedef struct PaperAsk {
    unsigned purposes;  /* as bits; of the sentence, else of the label or heading */
    bool has_sentence;  /* "The Board is asked to …" */
    bool has_label;     /* "Purpose: for decision" */
    const Prose *prose; /* where it stands: the sentence, or what names the purpose */
    Span span;
    size_t n_recommendations; /* points in the list under it */
} PaperAsk;

/* Finds the ask among PROSES; all zeroes when the paper asks for nothing. */
PaperAsk paper_ask_of(const ProseList *proses);

/* Does the paper speak of the people it affects: patients, residents, carers …? */
bool paper_speaks_of_people(const ProseList *proses);

#endif
