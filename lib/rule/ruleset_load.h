/* Loading a RuleSet, in parts: files (ruleset_files.c), settings
 * (ruleset_settings.c), terms and word lists (ruleset_terms.c). */
#ifndef PLAINPAPER_RULE_RULESET_LOAD_H
#define PLAINPAPER_RULE_RULESET_LOAD_H

#include "rule/near_words.h"
#include "rule/pattern_gate.h"
#include "rule/rule_yaml.h"
#include "rule/ruleset.h"
#include "rule/word_list.h"

typedef ARRAY(Rule *) RuleArray;

/* A dictionary that is no list of terms to find: bank holidays, say. */
typedef struct NamedDictionary {
    Str name; /* with its ending */
    Dictionary dictionary;
} NamedDictionary;

struct RuleSet {
    Arena arena;
    PatternArray patterns;
    PatternGate *gate; /* of the patterns whose rules are on */
    RuleArray rules;   /* sorted by id */
    TermTrie *terms, *acronyms, *glossary, *words;
    WordList familiar, common, nouns;
    ARRAY(NamedDictionary) dictionaries; /* of agenda rules */
    NearWords near_words;
};

/* A rule file and which of the patterns are its own. */
typedef struct LoadedRule {
    RuleFile file;
    size_t folder; /* index of the rule folder it came from */
    size_t first_pattern, end_pattern;
} LoadedRule;

typedef struct LoadedDictionary {
    Str name; /* as rules name it, with its ending */
    Dictionary dictionary;
    bool is_broken, is_used;
} LoadedDictionary;

typedef struct Entry {
    Str name;
    bool is_folder;
} Entry;

typedef ARRAY(Entry) EntryArray;

typedef struct Loading {
    const RuleSources *sources;
    DiagnosticSink *sink;
    RuleSet *set;
    ARRAY(LoadedRule) rules;
    ARRAY(LoadedDictionary) dictionaries;
    Buf bytes; /* of the file being read */
    bool has_failed, has_failed_only_io;
} Loading;

/* Notes that the loading has failed with STATUS; it goes on to tell all faults. */
void loading_fail(Loading *loading, Status status);

/* Reads the file PATH into loading->bytes; false when it cannot be read. */
bool loading_read(Loading *loading, Str path);

/* The entries of folder PATH that are not hidden, added to *RET; false, told to
 * nobody, when it cannot be listed. */
bool loading_list(Loading *loading, Str path, EntryArray *ret);

/* FOLDER/NAME in the set's arena. */
Str loading_join(Loading *loading, Str folder, Str name);

StrList str_list_join(Arena *arena, StrList a, StrList b);

/* Loads the rules of rule folder INDEX. */
void load_folder(Loading *loading, size_t index);

void apply_settings(Loading *loading);
void apply_selection(Loading *loading);

/* Loads the dictionaries of all rules that are on and fills the tries. */
void load_terms(Loading *loading);
void load_glossaries(Loading *loading);
void load_word_lists(Loading *loading);

/* Fills the trie of the words that a glossary explains, where it is wanted; asks the word
 * lists. */
void load_words(Loading *loading);

/* Adds to it what readers look up of DICTIONARY, as terms of RULE. */
void add_looked_up(const Loading *loading, const Rule *rule, const Dictionary *dictionary);

/* Loads the word list NAME that spelling rule LOADED ignores. */
void load_ignored(Loading *loading, const LoadedRule *loaded, Str name);

#endif
