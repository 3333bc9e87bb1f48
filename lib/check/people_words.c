#include "check/people_words.h"

#include "check/word_set.h"

WordList word_list_of_option(const Rule *rule, Str name)
{
    WordList list = {0};
    StrList words = rule_option_list(rule, name);
    for (size_t i = 0; i < words.len; i++)
        word_list_add(&list, words.items[i]);
    return list;
}

/* "patient safety", "child protection": the first word only says what kind. */
static bool only_describes(const Prose *prose, size_t index, const RuleSet *rules)
{
    static const char can_describe[] = "patient resident carer family child parent tenant pupil "
                                       "citizen customer visitor volunteer person";
    if (index + 1 >= prose->n_words || !word_is_any(prose, index, can_describe))
        return false;
    const Word *next = &prose->words[index + 1];
    return next->gap == GAP_HYPHEN ||
           (next->gap == GAP_SPACE && ruleset_is_noun(rules, next->hash));
}

bool words_name_people(const Prose *prose, size_t first, size_t end, const WordList *people,
                       const RuleSet *rules)
{
    for (size_t i = first; i < end; i++)
        if (word_list_has(people, prose->words[i].hash) && !only_describes(prose, i, rules))
            return true;
    return false;
}
