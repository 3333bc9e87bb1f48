/* Check: the code that carries out one kind of rule, and what it works with.
 *
 * A check is pure: it gets a piece of a paper and emits findings. It knows no
 * format. Which check carries out a rule is settled by checks.def; a rule that is
 * off never gets here. */
#ifndef PLAINPAPER_CHECK_CHECK_H
#define PLAINPAPER_CHECK_CHECK_H

#include "check/acronym.h"
#include "check/agenda.h"
#include "check/finding.h"
#include "check/restraint.h"
#include "rule/lexicon.h"
#include "rule/ruleset.h"
#include "rule/word_list.h"
#include "text/readability.h"

/* Scratch of one thread: what matching and spelling need. Papers may be checked
 * with it one after another; it learns nothing that changes a result. */
typedef struct Checker {
    const RuleSet *rules;
    Matcher *matcher;
    Lexicon *lexicon; /* NULL: no spelling */
    struct WordTraits *traits;
    Vocabulary vocabulary;
    WordMap unfamiliar;                          /* verdicts of jargon.unfamiliar */
    struct ActiveRules *active[2][FORMAT_COUNT]; /* the rules to carry out, by whether the paper is
                                                    English and by its format */
} Checker;

typedef enum PaperKind { PAPER_UNKNOWN, PAPER_PUBLIC_SERVICE, PAPER_OTHER } PaperKind;

typedef struct CheckContext {
    Checker *checker;
    const Document *document;
    ProseList proses;
    const Readability *readability;
    const AcronymList *acronyms;
    const WordList *words; /* all of the paper; empty when it has no acronyms */
    const Agenda *agenda;  /* what it says when the paper is an agenda; else NULL */
    Restraint *restraint;
    bool is_english; /* paper_is_english: else no rule about English words is asked */
    PaperKind kind;  /* paper_kind; not known where there are no acronyms */
    DiagnosticSink *sink;
    FindingList *findings;
    Arena *arena;              /* of the result */
    const ScopeSet *scopes;    /* of each prose's block: scope_of */
    const StrList *headings;   /* of each prose: the headings above it */
    ARRAY(const Node *) links; /* met on the walk */
    size_t n_notes;            /* references to footnotes, met on the walk */
    StrList present_headings;  /* during the walk: those above the present node */
    size_t *n_by_rule;    /* findings so far of rules with a `limit`, by index in ruleset_all */
    uint64_t *able;       /* patterns that may match in `able_in`: pattern_gate_open */
    const Prose *able_in; /* the prose that patterns were last asked about; NULL at first */
    struct TableShape *table_shape; /* of the last table asked about; NULL at first */
} CheckContext;

/* Where a finding stands: words of a block, a node, bytes of the source, or (all
 * unset) the paper. */
typedef struct Place {
    const Prose *prose;
    Span span;        /* in prose->text; in Source.text when in_source */
    const Node *node; /* when it is about a node as a whole */
    bool in_source;
} Place;

typedef struct FindingDraft {
    Place place;
    StrList args; /* for the %s of the rule's message, in order */
    StrList suggestions;
    Str match;         /* shown as the match, where it is not the text of the place */
    Str excerpt;       /* shown instead of the line it stands in */
    Str message;       /* instead of the rule's, already whole; empty: the rule's */
    Str wording;       /* instead of the rule's, with %s for ARGS; empty: the rule's */
    bool has_severity; /* not the rule's own severity but this one */
    Severity severity;
    bool can_replace;
    bool yields;         /* gives way to any other finding about the same words */
    bool is_about_block; /* not about its words, though it shows them: no rival of theirs */
    Str fold_key;        /* empty: never folded */
} FindingDraft;

/* Adds a finding of RULE. All texts are copied. It is worded as the rule's option
 * "message-docx" (or -html, -markdown, -text: the paper's format) says, where the rule
 * has one, else as its message. */
void finding_emit(CheckContext *context, const Rule *rule, const FindingDraft *draft);

/* Where PLACE is, for lists that are not findings (first use of an acronym). */
Location place_locate(const CheckContext *context, Place place);

/* The wording that RULE has under option NAME for papers in the format of the paper:
 * option "NAME-docx", say, or else NAME itself; empty when it has neither. */
Str wording_of(const CheckContext *context, const Rule *rule, Str name);

/* A StrList of the Strs given: STR_LIST(a, b). Lives as long as the enclosing block. */
#define STR_LIST(...)                                                                              \
    ((StrList){(const Str[]){__VA_ARGS__}, sizeof((const Str[]){__VA_ARGS__}) / sizeof(Str)})

typedef struct Check {
    Str name; /* a kind of the shared vocabulary, or the id of the one rule it carries out */
    void (*on_document)(CheckContext *context, const Rule *rule); /* once, after the walk */
    void (*on_node)(CheckContext *context, const Rule *rule, const Node *node);
    uint64_t node_kinds; /* which on_node is given, a bit for each NodeKind; 0: all */
    void (*on_prose)(CheckContext *context, const Rule *rule, const Prose *prose);
} Check;

/* The check that carries out RULE, or NULL when there is none. */
const Check *check_for(const Rule *rule);

/* The check of RULE's own id beside that of its kind: what RULE looks for and words
 * cannot say. NULL when there is none. */
const Check *check_beside(const Rule *rule);

/* The scope_of the block of PROSE, which is one of the context's. */
static inline ScopeSet prose_scope(const CheckContext *context, const Prose *prose)
{
    return context->scopes[prose - context->proses.items];
}

/* The bits of scope that BLOCK has (format, list, table, heading level, …). */
ScopeSet scope_of(const Document *document, const Node *block);

#endif
