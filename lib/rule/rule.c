#include "rule/rule.h"

#include <stdlib.h>

static const char *const kinds[] = {
#define RULE_KIND(name, text) text,
#include "rule/rule_kinds.def"
#undef RULE_KIND
};

_Static_assert(sizeof kinds / sizeof kinds[0] == RULE_KIND_COUNT, "one text a kind");

static const char *const severities[SEVERITY_COUNT] = {
    [SEVERITY_SUGGESTION] = "suggestion",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_ERROR] = "error",
};

Str severity_text(Severity severity)
{
    return str_of(severities[severity]);
}

bool severity_parse(Str text, Severity *ret)
{
    for (size_t i = 0; i < SEVERITY_COUNT; i++) {
        if (!str_eq(text, str_of(severities[i])))
            continue;
        *ret = (Severity)i;
        return true;
    }
    return false;
}

Str rule_kind_text(RuleKind kind)
{
    return str_of(kinds[kind]);
}

StrList rule_option_list(const Rule *rule, Str name)
{
    for (size_t i = 0; i < rule->n_options; i++)
        if (str_eq(rule->options[i].name, name))
            return rule->options[i].values;
    return (StrList){0};
}

Str rule_option_text(const Rule *rule, Str name, Str fallback)
{
    StrList values = rule_option_list(rule, name);
    return values.len ? values.items[0] : fallback;
}

double rule_option_number(const Rule *rule, Str name, double fallback)
{
    Str text = rule_option_text(rule, name, (Str){0});
    char digits[64];
    if (!text.len || text.len >= sizeof digits)
        return fallback;
    memcpy(digits, text.data, text.len);
    digits[text.len] = '\0';
    return strtod(digits, NULL);
}

bool str_list_has(StrList list, Str s)
{
    for (size_t i = 0; i < list.len; i++)
        if (str_eq(list.items[i], s))
            return true;
    return false;
}
