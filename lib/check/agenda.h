/* Agenda: what a meeting is about, read from the tables, lists, headings and lines
 * in which councils, health boards and charities write it down.
 *
 * Only what is written is taken; nothing is guessed. What was not found is empty,
 * 0 or -1, so that a report can say so. Texts borrow from the proses it was read
 * from, or live in the arena given. */
#ifndef PLAINPAPER_CHECK_AGENDA_H
#define PLAINPAPER_CHECK_AGENDA_H

#include "check/agenda_when.h"
#include "text/prose.h"

/* What an item is there for, as bits: an item may ask for more than one thing. */
enum {
    PURPOSE_DECISION = 1 << 0,   /* approve, agree, ratify, adopt, elect … */
    PURPOSE_DISCUSSION = 1 << 1, /* discuss, debate, comment, advise … */
    PURPOSE_INFORMATION = 1 << 2 /* note, receive, hear, assurance … */
};

/* "decision", "discussion", "information", the first of them that is set; empty
 * when none is. */
Str purpose_text(unsigned purposes);

/* What TEXT says the purpose is. Free text says it by "to" or "for" and a verb or
 * noun ("Members are asked to note"), or begins with it ("Election of Chair"); with
 * IS_LABELLED any such word counts. */
unsigned purposes_in(Str text, bool is_labelled);

typedef struct AgendaItem {
    Str number, title; /* number empty when there is none */
    unsigned purposes;
    Str lead;
    Str paper; /* reference as written: "Paper A", "Enc 3", a file name */
    Str link;  /* address of its paper, when it is a link */
    TimeRange time;
    unsigned minutes; /* given, or from its times; 0 not known */
    bool has_minutes; /* written down, not worked out from the next item */
    Str late_words;   /* "to follow", "verbal": the paper is not there; else empty */
    bool is_standing; /* apologies, minutes, any other business and their like */
    bool is_break;
    bool is_consent;    /* in a part of the agenda taken without discussion */
    size_t n_points;    /* numbered or lettered points below it, each with its own ask */
    const Prose *prose; /* where its title stands */
    Span span;
    Str details; /* all text of the item, lines parted by line feeds */
} AgendaItem;

/* A thing that an agenda says of its meeting, and where. */
typedef struct AgendaFact {
    Str text; /* empty: not said */
    const Prose *prose;
    Span span;
} AgendaFact;

typedef struct Agenda {
    Str title;
    Date date, sent;
    bool has_wrong_weekday; /* the weekday written beside the date is another */
    TimeRange time;
    AgendaFact date_at, sent_at, time_at, place, link, contact;
    const AgendaItem *items;
    size_t n_items;
} Agenda;

/* Does the paper called NAME (its path; may be empty) look like an agenda: by its
 * name, its title or first headings, or by the items every agenda has? */
bool agenda_is_one(const Document *document, const ProseList *proses, Str name);

/* Reads the agenda that DOCUMENT is. What is not found is left empty. */
Agenda agenda_read(const Document *document, const ProseList *proses, Arena *arena);

/* Items that are neither standing nor breaks. */
size_t agenda_count_substantive(const Agenda *agenda);

#endif
