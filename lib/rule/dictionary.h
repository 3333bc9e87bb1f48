/* Dictionaries: term lists from CSV, and the one trie that finds the terms of
 * all rules in a single pass over a block's words.
 *
 * A term is one word or more. Its words are looked up by hash and compared by
 * their letters, so a collision cannot make a finding. Where it has a space or a
 * hyphen between words, either may stand; any other mark must be as the term
 * writes it ("and/or", "A&E"; spaces around it are let pass). A term with a
 * capital letter matches only so written. A term whose part of speech lets it
 * inflect matches all its forms: those of its head (inflect_head). Every term
 * matches with a possessive 's as well. */
#ifndef PLAINPAPER_RULE_DICTIONARY_H
#define PLAINPAPER_RULE_DICTIONARY_H

#include "base/diagnostic.h"
#include "base/loader.h"
#include "rule/rule.h"
#include "text/inflect.h"
#include "text/prose.h"

enum { TERM_BYTES_MAX = 200 };

/* One row of a dictionary, or one plain phrase of a rule. */
typedef struct Term {
    Str term;      /* as written */
    StrList plain; /* alternatives, best first, in base form */
    Str note;
    Str source;
    Str long_form;     /* of acronym lists and glossaries; else empty */
    StrList guards;    /* unless_near: with one of these in the same sentence, no finding */
    StrList only_near; /* unless empty: a finding only with one of these in the sentence */
    bool is_general;   /* of acronym lists: met in papers of any field */
    PartOfSpeech part; /* PART_FIXED: matched only as written */
    bool is_cased;     /* matched only in these capitals */
    bool is_exact;     /* a space stands for no hyphen, nor the other way (tokens of rule files) */
    bool is_from_dictionary; /* a row of a CSV file; else a token or `swap` key of a rule file */
    bool has_severity;       /* its own, instead of the rule's */
    int severity;            /* Severity */
    const Rule *rule;
    size_t index; /* of the Swap or token it stands for in its rule */
} Term;

/* A term found: words [first, last] of the block, in FORM of its base. */
typedef struct TermMatch {
    const Term *term;
    size_t first_word, last_word;
    Inflection form;
} TermMatch;

typedef struct TermTrie TermTrie;

TermTrie *term_trie_new(void);

/* Adds TERM, which must outlive the trie, with all its forms. */
void term_trie_add(TermTrie *trie, const Term *term);

/* Packs the trie for look-up; nothing is added after that. */
void term_trie_finish(TermTrie *trie);

/* Calls EACH for the terms that start at every word of PROSE: of each rule the
 * longest, and none inside a longer one of the same rule. Guards are checked.
 * Words in code, in addresses and in hidden blocks start no term. */
void term_trie_match(const TermTrie *trie, const Prose *prose,
                     void (*each)(void *context, const TermMatch *match), void *context);

/* Does one of the words in RULE's `unless_near` stand in the sentence of word
 * WORD_INDEX? Terms of the trie are held against them already; this is for what a
 * rule finds by patterns. */
bool term_trie_rule_is_guarded(const TermTrie *trie, const Rule *rule, const Prose *prose,
                               size_t word_index);

/* All terms whose words are just WORDS, for looking one up ("PSIRF"): calls
 * EACH in the order they were added. */
void term_trie_find(const TermTrie *trie, Str words, void (*each)(void *context, const Term *term),
                    void *context);

void term_trie_free(TermTrie *trie);

/* A dictionary file in memory, rows in file order. */
typedef struct Dictionary {
    Str path;
    Term *terms; /* `rule` is not set */
    size_t n_terms;
    bool has_long_forms, has_parts; /* has a column `long`, `part` */
} Dictionary;

/* Reads CSV BYTES of file PATH into ARENA. The header row names the columns:
 * `term` is required; known besides are plain, long, note, unless_near, only_near, field,
 * source, part, severity. A term may come again with another `long`. STATUS_CONFIG, with
 * file, line and column in SINK, for an unknown column, a row of another length,
 * an empty or repeated term, text that is not UTF-8, or an open quotation mark. */
PP_MUST_USE Status dictionary_read(Str path, Str bytes, Arena *arena, DiagnosticSink *sink,
                                   Dictionary *ret);

#endif
