/* Options of rules, held against what their check allows. */
#include "rule/formula.h"
#include "rule/nearest.h"
#include "rule/rule_yaml.h"

Str rule_check_name(const Rule *rule)
{
    return rule->kind >= RULE_ACRONYM ? rule->as.own.check : rule_kind_text(rule->kind);
}

static const char *option_problem(const OptionSpec *spec, const RuleOption *option)
{
    double value;
    if (spec->type == OPTION_LIST)
        return NULL;
    if (option->values.len != 1)
        return "one value";
    if (spec->type == OPTION_TEXT)
        return NULL;
    return number_parse(option->values.items[0], &value) ? NULL : "a number";
}

static bool is_out_of_range(const OptionSpec *spec, const RuleOption *option)
{
    double value;
    bool has_range = spec->minimum < 0 || spec->minimum > 0 || spec->maximum > 0;
    if (spec->type != OPTION_NUMBER || !has_range)
        return false;
    return number_parse(option->values.items[0], &value) &&
           (value < spec->minimum || value > spec->maximum);
}

static bool tell_unknown_option(const RuleOption *option, const OptionSpec *specs, size_t n,
                                DiagnosticCode code, Str path, DiagnosticSink *sink)
{
    Nearest nearest = {.word = option->name};
    for (size_t i = 0; i < n; i++)
        nearest_offer(&nearest, specs[i].name);
    if (nearest.best.len)
        diagnostic_add(sink, code, path, option->line, option->column,
                       "Unknown option \"%.*s\": did you mean \"%.*s\"?", STR_ARG(option->name),
                       STR_ARG(nearest.best));
    else
        diagnostic_add(sink, code, path, option->line, option->column,
                       "Unknown option \"%.*s\": remove it.", STR_ARG(option->name));
    return false;
}

static bool check_option(const RuleOption *option, const OptionSpec *specs, size_t n,
                         DiagnosticCode code, Str path, DiagnosticSink *sink)
{
    size_t i = 0;
    while (i < n && !str_eq(specs[i].name, option->name))
        i++;
    if (i == n)
        return tell_unknown_option(option, specs, n,
                                   code == DIAG_RULE_VALUE_WRONG ? DIAG_RULE_KEY_UNKNOWN : code,
                                   path, sink);
    const char *wanted = option_problem(&specs[i], option);
    if (wanted)
        diagnostic_add(sink, code, path, option->line, option->column, "Option \"%.*s\" takes %s.",
                       STR_ARG(option->name), wanted);
    else if (is_out_of_range(&specs[i], option))
        diagnostic_add(sink, code, path, option->line, option->column,
                       "Option \"%.*s\" takes a number from %g to %g.", STR_ARG(option->name),
                       specs[i].minimum, specs[i].maximum);
    else
        return true;
    return false;
}

bool rule_options_check(const RuleOption *options, size_t n_options, Str check,
                        OptionsOf *options_of, DiagnosticCode code, Str path, DiagnosticSink *sink)
{
    size_t n_specs = 0;
    const OptionSpec *specs = options_of ? options_of(check, &n_specs) : NULL;
    bool is_well = true;
    for (size_t i = 0; options_of && i < n_options; i++)
        is_well &= check_option(&options[i], specs, n_specs, code, path, sink);
    return is_well;
}
