/* What the keys of each kind mean: patterns put together as Vale 3.15.1 does. */
#include "rule/formula.h"
#include "rule/nearest.h"
#include "rule/rule_read.h"

#include <stdlib.h>

/* occurrence, repetition, conditional */

static void compile_occurrence(RuleReading *reading)
{
    Rule *rule = reading->rule;
    const YamlNode *token = rule_read_required(reading, KEY_TOKEN, "give the pattern to count");
    rule->as.occurrence.min = rule_read_count(reading, KEY_MIN);
    rule->as.occurrence.max = rule_read_count(reading, KEY_MAX);
    if (!rule->as.occurrence.min && !rule->as.occurrence.max)
        (void)rule_read_required(reading, KEY_MAX, "say how many matches are too many");
    if (token)
        rule->as.occurrence.token =
            rule_pattern(reading, token->text, rule_case_flag(reading) | PATTERN_MULTILINE, token);
}

static void compile_repetition(RuleReading *reading)
{
    Rule *rule = reading->rule;
    const YamlNode *tokens = rule_read_required(reading, KEY_TOKENS, "list what to look for");
    rule->as.repetition.max = rule_read_count(reading, KEY_MAX);
    rule->as.repetition.letters_only = rule_read_bool(reading, KEY_ALPHA);
    rule->as.repetition.ignores_case = rule_read_bool(reading, KEY_IGNORECASE);
    if (!tokens)
        return;
    Buf source = {0};
    buf_append_char(&source, '(');
    (void)rule_join_tokens(reading, false, &source);
    buf_append_char(&source, ')');
    rule->as.repetition.token =
        rule_pattern(reading, buf_str(&source), rule_case_flag(reading), tokens);
    buf_free(&source);
}

static void compile_conditional(RuleReading *reading)
{
    Rule *rule = reading->rule;
    const YamlNode *first = rule_read_required(reading, KEY_FIRST, "give the pattern to look for");
    const YamlNode *second =
        rule_read_required(reading, KEY_SECOND, "give the pattern that must be there too");
    /* Vale reads `ignorecase` here and does nothing with it. */
    if (first)
        rule->as.conditional.first = rule_pattern(reading, first->text, 0, first);
    if (second)
        rule->as.conditional.second = rule_pattern(reading, second->text, 0, second);
}

/* consistency */

/* Length of the opening of a capture group at SOURCE[I] ("(", "(?<name>",
 * "(?P<name>", "(?'name'"); 0 when there is none. */
static size_t capture_length(Str source, size_t i)
{
    if (source.data[i] != '(' || (i + 1 < source.len && source.data[i + 1] == '*'))
        return 0;
    if (i + 1 >= source.len || source.data[i + 1] != '?')
        return 1;
    size_t name = i + 2;
    if (name < source.len && source.data[name] == 'P')
        name++;
    if (name + 1 >= source.len)
        return 0;
    char open = source.data[name], next = source.data[name + 1];
    if (open != '\'' && (open != '<' || next == '=' || next == '!'))
        return 0;
    size_t end = str_find(source, open == '<' ? STR(">") : STR("'"), name + 1);
    return end < source.len ? end + 1 - i : 0;
}

/* Appends SOURCE with its capture groups made plain groups, so that only ours count. */
static void append_without_captures(Str source, Buf *buf)
{
    bool in_class = false;
    for (size_t i = 0; i < source.len; i++) {
        char c = source.data[i];
        if (c == '\\' && i + 1 < source.len) {
            buf_append(buf, str_sub(source, i, i + 2));
            i++;
            continue;
        }
        in_class = c == '[' || (in_class && c != ']');
        size_t n = in_class ? 0 : capture_length(source, i);
        if (n) {
            buf_append(buf, STR("(?:"));
            i += n - 1;
        } else {
            buf_append_char(buf, c);
        }
    }
}

static void append_side(Buf *source, const YamlNode *side)
{
    buf_append_char(source, '(');
    append_without_captures(side->text, source);
    buf_append_char(source, ')');
}

static void compile_consistency(RuleReading *reading)
{
    Rule *rule = reading->rule;
    bool is_words = !rule_read_bool(reading, KEY_NONWORD);
    const YamlNode *map = rule_read_required(reading, KEY_EITHER, "give pairs of spellings");
    size_t n = map ? map->n_entries : 0;
    if (!n)
        return;
    Str *sides = arena_new_array(reading->context->arena, Str, 2 * n);
    Buf source = {0};
    buf_append(&source, is_words ? STR(WORDS_START) : STR(ANYWHERE_START));
    for (size_t i = 0; i < n; i++) {
        const YamlEntry *pair = &map->entries[i];
        if (pair->value->kind != YAML_TEXT) {
            rule_fail(reading, DIAG_RULE_VALUE_WRONG, pair->value,
                      "Each line of \"either\" takes two texts: \"one: other\".");
            break;
        }
        if (i)
            buf_append_char(&source, '|');
        append_side(&source, pair->key);
        buf_append_char(&source, '|');
        append_side(&source, pair->value);
        sides[2 * i] = pair->key->text;
        sides[2 * i + 1] = pair->value->text;
    }
    buf_append(&source, is_words ? STR(WORDS_END) : STR(")"));
    if (!reading->has_failed)
        rule->as.consistency.either =
            rule_pattern(reading, buf_str(&source), rule_case_flag(reading), map);
    rule->as.consistency.n_pairs = n;
    rule->as.consistency.sides = sides;
    buf_free(&source);
}

/* capitalization */

static void read_capitalisation_match(RuleReading *reading, const YamlNode *match)
{
    static const char *const words[] = {"$title", "$sentence", "$lower", "$upper"};
    Rule *rule = reading->rule;
    rule->as.capitalisation.match = CAPITALISE_PATTERN;
    Nearest nearest = {.word = match->text};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (str_eq(match->text, str_of(words[i])))
            rule->as.capitalisation.match = (int)i;
        nearest_offer(&nearest, str_of(words[i]));
    }
    if (rule->as.capitalisation.match != CAPITALISE_PATTERN)
        return;
    if (str_starts_with(match->text, STR("$")))
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, match,
                  "Nothing is called \"%.*s\": did you mean \"%.*s\"?", STR_ARG(match->text),
                  STR_ARG(nearest.best.len ? nearest.best : STR("$sentence")));
    else
        rule->as.capitalisation.pattern = rule_pattern(reading, match->text, 0, match);
}

static void compile_capitalisation(RuleReading *reading)
{
    Rule *rule = reading->rule;
    const YamlNode *match =
        rule_read_required(reading, KEY_MATCH, "say which capitals, such as \"$sentence\"");
    const YamlNode *style = reading->values[KEY_STYLE], *prefix = reading->values[KEY_PREFIX];
    if (match)
        read_capitalisation_match(reading, match);
    rule->as.capitalisation.threshold = rule_read_number(reading, KEY_THRESHOLD, 0.8);
    rule->as.capitalisation.indicators = rule_read_list(reading, KEY_INDICATORS);
    if (style && str_eq_nocase(style->text, STR("Chicago")))
        rule->as.capitalisation.style = TITLE_CHICAGO;
    else if (style && !str_eq_nocase(style->text, STR("AP")))
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, style,
                  "Key \"style\" takes AP or Chicago, not \"%.*s\".", STR_ARG(style->text));
    if (prefix)
        rule->as.capitalisation.prefix = rule_pattern_between(reading, 0, prefix, "^(?:", ")");
}

/* readability, metric */

static void compile_readability(RuleReading *reading)
{
    static const Str names[] = {
        {"Gunning Fog", 11}, {"Coleman-Liau", 12},          {"Flesch-Kincaid", 14},
        {"SMOG", 4},         {"Automated Readability", 21},
    };
    Rule *rule = reading->rule;
    const YamlNode *metrics = rule_read_required(reading, KEY_METRICS, "list at least one score");
    (void)rule_read_required(reading, KEY_GRADE, "say which school grade is the limit");
    rule->as.readability.grade = rule_read_number(reading, KEY_GRADE, 0);
    for (size_t i = 0; i < rule_list_length(metrics); i++) {
        const YamlNode *item = rule_list_item(metrics, i);
        unsigned bit = 0;
        for (size_t k = 0; k < sizeof names / sizeof names[0]; k++)
            if (str_eq_nocase(item->text, names[k]))
                bit = 1U << k;
        Str best = nearest_of(item->text, names, sizeof names / sizeof names[0]);
        if (!bit)
            rule_fail(reading, DIAG_RULE_VALUE_WRONG, item,
                      "No score is called \"%.*s\": did you mean \"%.*s\"?", STR_ARG(item->text),
                      STR_ARG(best.len ? best : names[2]));
        rule->as.readability.metrics |= bit;
    }
}

static void compile_metric(RuleReading *reading)
{
    Rule *rule = reading->rule;
    const YamlNode *formula = rule_read_required(reading, KEY_FORMULA, "give the arithmetic");
    const YamlNode *condition =
        rule_read_required(reading, KEY_CONDITION, "give a limit such as \"> 10\"");
    size_t offset;
    const char *problem;
    if (formula && formula_parse(formula->text, reading->context->arena, &rule->as.metric.formula,
                                 &offset, &problem) != STATUS_OK) {
        reading->has_failed = true;
        diagnostic_add(reading->context->sink, DIAG_RULE_VALUE_WRONG, reading->path, formula->line,
                       rule_column(formula, offset), "This formula does not work: %s.", problem);
    }
    FormulaComparison comparison = COMPARE_ABOVE;
    if (condition && !formula_condition_parse(condition->text, &comparison, &rule->as.metric.limit))
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, condition,
                  "Key \"condition\" takes a sign and a number, such as \"> 10\".");
    rule->as.metric.comparison = (int)comparison;
    rule->as.metric.condition = rule_read_text(reading, KEY_CONDITION);
}

/* spelling */

static void compile_spelling(RuleReading *reading)
{
    Rule *rule = reading->rule;
    const YamlNode *filters = reading->values[KEY_FILTERS];
    rule->as.spelling.dictionaries = rule_read_list(reading, KEY_DICTIONARIES);
    rule->as.spelling.ignore_files = rule_read_list(reading, KEY_IGNORE);
    rule->as.spelling.is_custom = rule_read_bool(reading, KEY_CUSTOM);
    size_t n = rule_list_length(filters);
    if (!n)
        return;
    Buf source = {0};
    for (size_t i = 0; i < n; i++)
        buf_printf(&source, "%s(?:%.*s)", i ? "|" : "", STR_ARG(rule_list_item(filters, i)->text));
    rule->as.spelling.filter = rule_pattern(reading, buf_str(&source), 0, filters);
    buf_free(&source);
}

static void compile_own(RuleReading *reading)
{
    Str check = rule_read_text(reading, KEY_CHECK);
    Rule *rule = reading->rule;
    rule->as.own.check = check.len ? check : rule->id;
    const YamlNode *where = reading->values[KEY_CHECK];
    size_t n;
    OptionsOf *options_of = reading->context->options_of;
    if (options_of && !options_of(rule->as.own.check, &n))
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, where ? where : reading->root,
                  "No check is called \"%.*s\": name one under the key \"check\".",
                  STR_ARG(rule->as.own.check));
}

/* exceptions */

static int compare_longest(const void *a, const void *b)
{
    const Str *s = a, *t = b;
    if (s->len != t->len)
        return s->len > t->len ? -1 : 1;
    return str_compare(*s, *t);
}

/* All in one, the longest first; capitals count unless one begins with (?i). */
static void compile_exceptions(RuleReading *reading)
{
    Rule *rule = reading->rule;
    rule->exceptions = rule_read_list(reading, KEY_EXCEPTIONS);
    size_t n = rule->exceptions.len;
    if (!n)
        return;
    Str *sorted = arena_new_array(reading->context->arena, Str, n);
    memcpy(sorted, rule->exceptions.items, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, compare_longest);
    Buf source = {0};
    buf_append(&source, STR(WORDS_START));
    for (size_t i = 0; i < n; i++)
        buf_printf(&source, "%s(?:%.*s)", i ? "|" : "", STR_ARG(sorted[i]));
    buf_append(&source, STR(WORDS_END));
    rule->exception = rule_pattern(reading, buf_str(&source), 0, reading->values[KEY_EXCEPTIONS]);
    buf_free(&source);
}

void rule_compile(RuleReading *reading)
{
    compile_exceptions(reading);
    switch (reading->rule->kind) {
    case RULE_EXISTENCE:
        rule_compile_existence(reading);
        break;
    case RULE_SUBSTITUTION:
        rule_compile_substitution(reading);
        break;
    case RULE_OCCURRENCE:
        compile_occurrence(reading);
        break;
    case RULE_REPETITION:
        compile_repetition(reading);
        break;
    case RULE_CONSISTENCY:
        compile_consistency(reading);
        break;
    case RULE_CONDITIONAL:
        compile_conditional(reading);
        break;
    case RULE_CAPITALISATION:
        compile_capitalisation(reading);
        break;
    case RULE_METRIC:
        compile_metric(reading);
        break;
    case RULE_READABILITY:
        compile_readability(reading);
        break;
    case RULE_SPELLING:
        compile_spelling(reading);
        break;
    case RULE_ACRONYM:
    case RULE_STRUCTURE:
    case RULE_OVERLOAD:
    case RULE_AGENDA:
    case RULE_BALANCE:
    case RULE_KIND_COUNT:
        compile_own(reading);
        break;
    }
}
