#include "check/word_traits.h"

#include "base/memory.h"

struct WordTraits {
    const RuleSet *rules;
    WordMap listed; /* traits of the words of all lists */
};

static void add_word(WordTraits *traits, Str word, uint32_t trait)
{
    uint64_t hash = word_hash(word);
    uint32_t known = 0;
    (void)word_map_get(&traits->listed, hash, &known);
    word_map_put(&traits->listed, hash, known | trait);
}

static void add_list(WordTraits *traits, Str words, uint32_t trait)
{
    for (size_t start = 0; start < words.len;) {
        size_t end = str_find(words, STR(" "), start);
        add_word(traits, str_sub(words, start, end), trait);
        start = end + 1;
    }
}

static void add_option(WordTraits *traits, Str rule_id, Str option, uint32_t trait)
{
    const Rule *rule = ruleset_find(traits->rules, rule_id);
    StrList words = rule ? rule_option_list(rule, option) : (StrList){0};
    for (size_t i = 0; i < words.len; i++)
        add_word(traits, str_sub(words.items[i], 0, str_find(words.items[i], STR("="), 0)), trait);
}

WordTraits *word_traits_new(const RuleSet *rules)
{
    WordTraits *traits = mem_calloc(1, sizeof *traits);
    traits->rules = rules;
#define WORD_TRAIT(name)
#define WORD_TRAIT_LIST(name, words) add_list(traits, STR(words), TRAIT_##name);
#define WORD_TRAIT_OPTION(name, rule, option)                                                      \
    add_option(traits, STR(rule), STR(option), TRAIT_##name);
#include "check/word_traits.def"
#undef WORD_TRAIT
#undef WORD_TRAIT_LIST
#undef WORD_TRAIT_OPTION
    return traits;
}

void word_traits_free(WordTraits *traits)
{
    if (!traits)
        return;
    word_map_free(&traits->listed);
    mem_free(traits);
}

uint32_t word_traits_of(const void *data, uint64_t hash)
{
    const WordTraits *traits = data;
    uint32_t bits = 0;
    (void)word_map_get(&traits->listed, hash, &bits);
    bits |= ruleset_is_familiar(traits->rules, hash) ? TRAIT_FAMILIAR : 0;
    bits |= ruleset_is_common(traits->rules, hash) ? TRAIT_COMMON : 0;
    bits |= ruleset_is_noun(traits->rules, hash) ? TRAIT_NOUN : 0;
    return bits;
}
