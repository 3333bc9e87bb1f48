#include "rule/ruleset.h"

#include "rule/nearest.h"
#include "rule/ruleset_load.h"

#include <stdlib.h>

void loading_fail(Loading *loading, Status status)
{
    loading->has_failed_only_io =
        status == STATUS_IO && (!loading->has_failed || loading->has_failed_only_io);
    loading->has_failed = true;
}

StrList str_list_join(Arena *arena, StrList a, StrList b)
{
    Str *items = arena_new_array(arena, Str, a.len + b.len);
    if (a.len)
        memcpy(items, a.items, a.len * sizeof *items);
    if (b.len)
        memcpy(items + a.len, b.items, b.len * sizeof *items);
    return (StrList){items, a.len + b.len};
}

static void finish_rules(Loading *loading)
{
    RuleSet *set = loading->set;
    bool *asked = mem_calloc(set->patterns.len + 1, sizeof *asked);
    for (size_t i = 0; i < loading->rules.len; i++) {
        const LoadedRule *loaded = &loading->rules.items[i];
        const Rule *rule = loaded->file.rule;
        array_push(&set->rules, loaded->file.rule);
        if (!rule->is_on)
            continue;
        if (rule->kind == RULE_SPELLING)
            for (size_t k = 0; k < rule->as.spelling.ignore_files.len; k++)
                load_ignored(loading, loaded, rule->as.spelling.ignore_files.items[k]);
        for (size_t k = loaded->first_pattern; k < loaded->end_pattern; k++) {
            pattern_speed_up(set->patterns.items[k]);
            asked[k] = true;
        }
    }
    set->gate = pattern_gate_new(set->patterns.items, asked, set->patterns.len);
    mem_free(asked);
}

static int compare_rules(const void *a, const void *b)
{
    return str_compare((*(Rule *const *)a)->id, (*(Rule *const *)b)->id);
}

static void load_all(Loading *loading)
{
    for (size_t i = 0; i < loading->sources->rule_folders.len; i++)
        load_folder(loading, i);
    apply_settings(loading);
    apply_selection(loading);
    load_terms(loading);
    load_glossaries(loading);
    load_word_lists(loading);
    load_words(loading);
    finish_rules(loading);
    RuleArray *rules = &loading->set->rules;
    if (rules->len)
        qsort(rules->items, rules->len, sizeof *rules->items, compare_rules);
}

Status ruleset_load(const RuleSources *sources, DiagnosticSink *sink, RuleSet **ret)
{
    RuleSet *set = mem_calloc(1, sizeof *set);
    set->terms = term_trie_new();
    set->acronyms = term_trie_new();
    Loading loading = {.sources = sources, .sink = sink, .set = set};
    load_all(&loading);
    array_free(&loading.rules);
    array_free(&loading.dictionaries);
    buf_free(&loading.bytes);
    if (loading.has_failed) {
        ruleset_free(set);
        return loading.has_failed_only_io ? STATUS_IO : STATUS_CONFIG;
    }
    *ret = set;
    return STATUS_OK;
}

void ruleset_free(RuleSet *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->patterns.len; i++)
        pattern_free(rules->patterns.items[i]);
    array_free(&rules->patterns);
    pattern_gate_free(rules->gate);
    array_free(&rules->rules);
    array_free(&rules->dictionaries);
    term_trie_free(rules->terms);
    term_trie_free(rules->acronyms);
    term_trie_free(rules->glossary);
    term_trie_free(rules->words);
    word_list_free(&rules->familiar);
    word_list_free(&rules->common);
    word_list_free(&rules->nouns);
    near_words_free(&rules->near_words);
    arena_free(&rules->arena);
    mem_free(rules);
}

const Rule *const *ruleset_all(const RuleSet *rules, size_t *ret_n)
{
    *ret_n = rules->rules.len;
    return (const Rule *const *)rules->rules.items;
}

static int compare_id(const void *id, const void *rule)
{
    return str_compare(*(const Str *)id, (*(Rule *const *)rule)->id);
}

const Rule *ruleset_find(const RuleSet *rules, Str id)
{
    if (!rules->rules.len)
        return NULL;
    Rule *const *found =
        bsearch(&id, rules->rules.items, rules->rules.len, sizeof *rules->rules.items, compare_id);
    return found ? *found : NULL;
}

const TermTrie *ruleset_terms(const RuleSet *rules)
{
    return rules->terms;
}

const Dictionary *ruleset_dictionary(const RuleSet *rules, Str name)
{
    for (size_t i = 0; i < rules->dictionaries.len; i++)
        if (str_eq(rules->dictionaries.items[i].name, name))
            return &rules->dictionaries.items[i].dictionary;
    return NULL;
}

const PatternGate *ruleset_gate(const RuleSet *rules)
{
    return rules->gate;
}

bool ruleset_is_familiar(const RuleSet *rules, uint64_t hash)
{
    return word_list_has(&rules->familiar, hash);
}

bool ruleset_is_common(const RuleSet *rules, uint64_t hash)
{
    return word_list_has(&rules->familiar, hash) || word_list_has(&rules->common, hash);
}

bool ruleset_is_noun(const RuleSet *rules, uint64_t hash)
{
    return word_list_has(&rules->nouns, hash);
}

size_t ruleset_near_words(const RuleSet *rules, Str word, size_t max, Str *ret)
{
    return near_words_find(&rules->near_words, word, max, ret);
}

const TermTrie *ruleset_acronyms(const RuleSet *rules)
{
    return rules->acronyms;
}

const TermTrie *ruleset_glossary(const RuleSet *rules)
{
    return rules->glossary;
}

const TermTrie *ruleset_words(const RuleSet *rules)
{
    return rules->words;
}

Str ruleset_nearest(const RuleSet *rules, Str word)
{
    Nearest nearest = {.word = word};
    for (size_t i = 0; i < rules->rules.len; i++) {
        nearest_offer(&nearest, rules->rules.items[i]->family);
        nearest_offer(&nearest, rules->rules.items[i]->id);
    }
    return nearest.best;
}
