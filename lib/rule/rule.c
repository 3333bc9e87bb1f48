#include "rule/rule.h"

#include "base/utf8.h"
#include "rule/formula.h"

#include <assert.h>
#include <math.h>

static const Str severities[] = {
    {"suggestion", sizeof "suggestion" - 1},
    {"warning", sizeof "warning" - 1},
    {"error", sizeof "error" - 1},
};

static_assert(sizeof severities / sizeof severities[0] == SEVERITY_COUNT, "one text a severity");

static const Str kinds[] = {
#define RULE_KIND(name, text) {text, sizeof(text) - 1},
#include "rule/rule_kinds.def"
#undef RULE_KIND
};

Str severity_text(Severity severity)
{
    return severities[severity];
}

bool severity_parse(Str text, Severity *ret)
{
    for (size_t i = 0; i < SEVERITY_COUNT; i++) {
        if (str_eq(text, severities[i])) {
            *ret = (Severity)i;
            return true;
        }
    }
    return false;
}

Str rule_kind_text(RuleKind kind)
{
    return kinds[kind];
}

static const RuleOption *find_option(const Rule *rule, Str name)
{
    for (size_t i = 0; i < rule->n_options; i++)
        if (str_eq(rule->options[i].name, name))
            return &rule->options[i];
    return NULL;
}

StrList rule_option_list(const Rule *rule, Str name)
{
    const RuleOption *option = find_option(rule, name);
    return option ? option->values : (StrList){0};
}

Str rule_option_text(const Rule *rule, Str name, Str fallback)
{
    const RuleOption *option = find_option(rule, name);
    return option && option->values.len ? option->values.items[0] : fallback;
}

void rule_option_settle(RuleOption *option)
{
    if (!option->values.len || !number_parse(option->values.items[0], &option->number))
        option->number = NAN;
}

double rule_option_number(const Rule *rule, Str name, double fallback)
{
    const RuleOption *option = find_option(rule, name);
    return option && !isnan(option->number) ? option->number : fallback;
}

bool str_list_has(StrList list, Str s)
{
    for (size_t i = 0; i < list.len; i++)
        if (str_eq(list.items[i], s))
            return true;
    return false;
}

static bool is_found(const Pattern *pattern, Matcher *matcher, Str text)
{
    return pattern_match(pattern, matcher, text, 0) == MATCH_FOUND;
}

/* A single plain suggestion is compared as written, whatever `ignorecase` says:
 * that is how a rule asks for capitals ("internet: Internet"). */
bool swap_is_accepted(const Rule *rule, const Swap *swap, Matcher *matcher, Str observed)
{
    if (swap->accepted)
        return is_found(swap->accepted, matcher, observed);
    bool folds = rule->as.substitution.ignores_case && swap->suggestions.len > 1 &&
                 !rule->as.substitution.has_action_replace;
    for (size_t i = 0; i < swap->suggestions.len; i++) {
        Str suggestion = swap->suggestions.items[i];
        if (folds ? utf8_eq_nocase(suggestion, observed) : str_eq(suggestion, observed))
            return true;
    }
    return false;
}

bool rule_has_exception(const Rule *rule, Matcher *matcher, Str observed)
{
    return rule->exception && is_found(rule->exception, matcher, observed);
}
