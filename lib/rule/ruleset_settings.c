#include "rule/nearest.h"
#include "rule/ruleset_load.h"

static bool is_named(const Rule *rule, Str name)
{
    return str_eq(rule->id, name) || str_eq(rule->family, name);
}

static void offer_names(const Loading *loading, Nearest *nearest)
{
    for (size_t i = 0; i < loading->rules.len; i++) {
        const Rule *rule = loading->rules.items[i].file.rule;
        nearest_offer(nearest, rule->family);
        nearest_offer(nearest, rule->id);
    }
}

/* True when a rule or family is called NAME; else tells that none is. */
static bool check_name(Loading *loading, Str name, Str path, size_t line)
{
    for (size_t i = 0; i < loading->rules.len; i++)
        if (is_named(loading->rules.items[i].file.rule, name))
            return true;
    Nearest nearest = {.word = name};
    offer_names(loading, &nearest);
    if (nearest.best.len)
        diagnostic_add(loading->sink, DIAG_CONFIG_WRONG, path, line, 0,
                       "No rule or family is called \"%.*s\": did you mean \"%.*s\"?",
                       STR_ARG(name), STR_ARG(nearest.best));
    else
        diagnostic_add(loading->sink, DIAG_CONFIG_WRONG, path, line, 0,
                       "No rule or family is called \"%.*s\": see \"plainpaper rules\".",
                       STR_ARG(name));
    loading_fail(loading, STATUS_CONFIG);
    return false;
}

static bool option_adds(const Loading *loading, const Rule *rule, Str name)
{
    size_t n = 0;
    OptionsOf *options_of = loading->sources->options_of;
    const OptionSpec *specs = options_of ? options_of(rule_check_name(rule), &n) : NULL;
    for (size_t i = 0; i < n; i++)
        if (str_eq(specs[i].name, name))
            return specs[i].is_added_to;
    return !options_of && str_eq(name, STR("known"));
}

static const RuleOption *find_option(const Rule *rule, Str name)
{
    for (size_t i = 0; i < rule->n_options; i++)
        if (str_eq(rule->options[i].name, name))
            return &rule->options[i];
    return NULL;
}

static bool is_number(StrList values)
{
    Str text = values.len == 1 ? values.items[0] : (Str){0};
    size_t n_digits = 0, n_dots = 0;
    for (size_t i = 0; i < text.len; i++) {
        n_digits += ascii_is_digit((unsigned char)text.data[i]);
        n_dots += text.data[i] == '.';
    }
    return n_digits && n_dots < 2 && n_digits + n_dots == text.len;
}

static void tell_option_unknown(Loading *loading, const RuleSetting *setting,
                                const RuleOption *option)
{
    Nearest nearest = {.word = option->name};
    for (size_t i = 0; i < loading->rules.len; i++) {
        const Rule *rule = loading->rules.items[i].file.rule;
        for (size_t k = 0; is_named(rule, setting->rule) && k < rule->n_options; k++)
            nearest_offer(&nearest, rule->options[k].name);
    }
    if (nearest.best.len)
        diagnostic_add(loading->sink, DIAG_CONFIG_WRONG, setting->path, option->line,
                       option->column, "\"%.*s\" has no option \"%.*s\": did you mean \"%.*s\"?",
                       STR_ARG(setting->rule), STR_ARG(option->name), STR_ARG(nearest.best));
    else
        diagnostic_add(loading->sink, DIAG_CONFIG_WRONG, setting->path, option->line,
                       option->column, "\"%.*s\" has no option \"%.*s\": see \"plainpaper rules\".",
                       STR_ARG(setting->rule), STR_ARG(option->name));
    loading_fail(loading, STATUS_CONFIG);
}

/* Without a table of options, those of the rule files tell which there are. */
static bool check_option_of_files(Loading *loading, const RuleSetting *setting,
                                  const RuleOption *option)
{
    bool is_known = false;
    for (size_t i = 0; i < loading->rules.len; i++) {
        const Rule *rule = loading->rules.items[i].file.rule;
        const RuleOption *own =
            is_named(rule, setting->rule) ? find_option(rule, option->name) : NULL;
        if (own && is_number(own->values) && !is_number(option->values)) {
            diagnostic_add(loading->sink, DIAG_CONFIG_WRONG, setting->path, option->line,
                           option->column, "The option \"%.*s\" wants a number.",
                           STR_ARG(option->name));
            loading_fail(loading, STATUS_CONFIG);
            return false;
        }
        is_known |= own != NULL;
    }
    if (!is_known)
        tell_option_unknown(loading, setting, option);
    return is_known;
}

static bool check_options_of_files(Loading *loading, const RuleSetting *setting)
{
    bool is_well = true;
    for (size_t i = 0; i < setting->n_options; i++)
        is_well &= check_option_of_files(loading, setting, &setting->options[i]);
    return is_well;
}

static void set_option(Loading *loading, Rule *rule, const RuleOption *option)
{
    Arena *arena = &loading->set->arena;
    RuleOption *options = arena_new_array(arena, RuleOption, rule->n_options + 1);
    size_t n = rule->n_options, i = 0;
    if (n)
        memcpy(options, rule->options, n * sizeof *options);
    while (i < n && !str_eq(options[i].name, option->name))
        i++;
    StrList own =
        i < n && option_adds(loading, rule, option->name) ? options[i].values : (StrList){0};
    options[i] = *option;
    options[i].values = str_list_join(arena, own, option->values);
    rule_option_settle(&options[i]);
    rule->options = options;
    rule->n_options = i < n ? n : n + 1;
}

static void apply_setting(Loading *loading, const RuleSetting *setting, Rule *rule)
{
    if (setting->has_severity)
        rule->severity = setting->severity;
    if (setting->has_on)
        rule->is_on = setting->is_on;
    if (!rule_options_check(setting->options, setting->n_options, rule_check_name(rule),
                            loading->sources->options_of, DIAG_CONFIG_WRONG, setting->path,
                            loading->sink)) {
        loading_fail(loading, STATUS_CONFIG);
        return;
    }
    for (size_t i = 0; i < setting->n_options; i++)
        if (loading->sources->options_of || find_option(rule, setting->options[i].name))
            set_option(loading, rule, &setting->options[i]);
}

void apply_settings(Loading *loading)
{
    const RuleSources *sources = loading->sources;
    for (size_t i = 0; i < sources->n_settings; i++) {
        const RuleSetting *setting = &sources->settings[i];
        if (!check_name(loading, setting->rule, setting->path, setting->line))
            continue;
        if (!sources->options_of && !check_options_of_files(loading, setting))
            continue;
        for (size_t k = 0; k < loading->rules.len; k++)
            if (is_named(loading->rules.items[k].file.rule, setting->rule))
                apply_setting(loading, setting, loading->rules.items[k].file.rule);
    }
}

/* A rule asked for by its own name runs even when a profile switches it off. */
void apply_selection(Loading *loading)
{
    const RuleSources *sources = loading->sources;
    const StrList only = sources->only, skip = sources->skip;
    for (size_t i = 0; i < only.len; i++)
        (void)check_name(loading, only.items[i], sources->only_path, sources->only_line);
    for (size_t i = 0; i < skip.len; i++)
        (void)check_name(loading, skip.items[i], sources->skip_path, sources->skip_line);
    for (size_t i = 0; i < loading->rules.len; i++) {
        Rule *rule = loading->rules.items[i].file.rule;
        if (only.len && str_list_has(only, rule->id))
            rule->is_on = true;
        else if (only.len && !str_list_has(only, rule->family))
            rule->is_on = false;
        if (str_list_has(skip, rule->id) || str_list_has(skip, rule->family))
            rule->is_on = false;
    }
}
