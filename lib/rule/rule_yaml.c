#include "rule/rule_yaml.h"

#include "base/utf8.h"
#include "rule/formula.h"
#include "rule/nearest.h"
#include "rule/rule_read.h"

#include <assert.h>
#include <stdlib.h>

typedef enum Shape {
    SHAPE_TEXT,
    SHAPE_BOOL,
    SHAPE_COUNT,
    SHAPE_NUMBER,
    SHAPE_LIST,
    SHAPE_MAP,
} Shape;

#define KIND(name) (UINT32_C(1) << RULE_##name)
#define ANY_KIND   UINT32_MAX

static const struct {
    Str text;
    Shape shape;
    uint32_t kinds;
} keys[] = {
#define RULE_KEY(name, text, shape, kinds) {{text, sizeof(text) - 1}, SHAPE_##shape, kinds},
#include "rule/rule_keys.def"
#undef RULE_KEY
};

static_assert(RULE_KIND_COUNT <= 32, "a key's kinds are bits");

enum { COUNT_MAX = 1000 * 1000 };

bool rule_read_bool(const RuleReading *reading, RuleKey key)
{
    bool value = false;
    return reading->values[key] && yaml_bool(reading->values[key], &value) && value;
}

unsigned rule_read_count(const RuleReading *reading, RuleKey key)
{
    return (unsigned)rule_read_number(reading, key, 0);
}

double rule_read_number(const RuleReading *reading, RuleKey key, double fallback)
{
    double value;
    const YamlNode *node = reading->values[key];
    return node && number_parse(node->text, &value) ? value : fallback;
}

Str rule_read_text(const RuleReading *reading, RuleKey key)
{
    const YamlNode *node = reading->values[key];
    return node && !yaml_is_null(node) ? node->text : (Str){0};
}

size_t rule_list_length(const YamlNode *list)
{
    if (!list)
        return 0;
    return list->kind == YAML_LIST ? list->n_entries : !yaml_is_null(list);
}

const YamlNode *rule_list_item(const YamlNode *list, size_t index)
{
    return list->kind == YAML_LIST ? list->entries[index].value : list;
}

static StrList texts_of(const RuleReading *reading, const YamlNode *list)
{
    size_t n = rule_list_length(list);
    Str *items = arena_new_array(reading->context->arena, Str, n);
    for (size_t i = 0; i < n; i++)
        items[i] = rule_list_item(list, i)->text;
    return (StrList){items, n};
}

StrList rule_read_list(const RuleReading *reading, RuleKey key)
{
    return texts_of(reading, reading->values[key]);
}

const YamlNode *rule_read_required(RuleReading *reading, RuleKey key, const char *hint)
{
    if (!reading->values[key])
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, reading->root, "Key \"%.*s\" is missing: %s.",
                  STR_ARG(keys[key].text), hint);
    return reading->values[key];
}

/* Is NODE a text, or a list of nothing but texts? */
static bool is_list_of_texts(const YamlNode *node, const YamlNode **ret_wrong)
{
    *ret_wrong = node;
    if (node->kind == YAML_MAP)
        return false;
    for (size_t i = 0; node->kind == YAML_LIST && i < node->n_entries; i++) {
        *ret_wrong = node->entries[i].value;
        if ((*ret_wrong)->kind != YAML_TEXT)
            return false;
    }
    return true;
}

static bool is_count(const YamlNode *node)
{
    double value;
    if (node->kind != YAML_TEXT || !number_parse(node->text, &value))
        return false;
    return value >= 0 && value <= COUNT_MAX && str_find(node->text, STR("."), 0) == node->text.len;
}

/* What a value of SHAPE must be, when NODE is not that; else NULL. */
static const char *shape_problem(Shape shape, const YamlNode *node, const YamlNode **ret_wrong)
{
    bool flag;
    double number;
    *ret_wrong = node;
    switch (shape) {
    case SHAPE_TEXT:
        return node->kind == YAML_TEXT ? NULL : "one text";
    case SHAPE_BOOL:
        return yaml_bool(node, &flag) ? NULL : "true or false";
    case SHAPE_COUNT:
        return is_count(node) ? NULL : "a whole number from 0";
    case SHAPE_NUMBER:
        return node->kind == YAML_TEXT && number_parse(node->text, &number) ? NULL : "a number";
    case SHAPE_LIST:
        return is_list_of_texts(node, ret_wrong) ? NULL : "a list of texts";
    case SHAPE_MAP:
        return node->kind == YAML_MAP || yaml_is_null(node) ? NULL : "pairs of key and value";
    }
    return NULL;
}

static void check_shape(RuleReading *reading, Str key, Shape shape, const YamlNode *value)
{
    const YamlNode *wrong;
    const char *wanted = shape_problem(shape, value, &wrong);
    if (wanted)
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, wrong, "Key \"%.*s\" takes %s.", STR_ARG(key),
                  wanted);
}

static void tell_unknown_key(RuleReading *reading, const YamlNode *key)
{
    Nearest nearest = {.word = key->text};
    for (size_t i = 0; i < KEY_COUNT; i++)
        if (keys[i].kinds & (UINT32_C(1) << reading->rule->kind))
            nearest_offer(&nearest, keys[i].text);
    if (nearest.best.len)
        rule_fail(reading, DIAG_RULE_KEY_UNKNOWN, key,
                  "Unknown key \"%.*s\": did you mean \"%.*s\"?", STR_ARG(key->text),
                  STR_ARG(nearest.best));
    else
        rule_fail(reading, DIAG_RULE_KEY_UNKNOWN, key, "Unknown key \"%.*s\": remove it.",
                  STR_ARG(key->text));
}

static void read_key(RuleReading *reading, const YamlEntry *entry)
{
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (!str_eq(keys[i].text, entry->key->text))
            continue;
        if (!(keys[i].kinds & (UINT32_C(1) << reading->rule->kind))) {
            rule_fail(reading, DIAG_RULE_KEY_UNKNOWN, entry->key,
                      "Key \"%.*s\" has no meaning in a rule that extends \"%.*s\": remove it.",
                      STR_ARG(entry->key->text), STR_ARG(rule_kind_text(reading->rule->kind)));
            return;
        }
        check_shape(reading, keys[i].text, keys[i].shape, entry->value);
        reading->values[i] = entry->value;
        return;
    }
    tell_unknown_key(reading, entry->key);
}

static void tell_unknown_kind(RuleReading *reading, const YamlNode *node)
{
    Nearest nearest = {.word = node->text};
    for (size_t i = 0; i < RULE_KIND_COUNT; i++)
        nearest_offer(&nearest, rule_kind_text((RuleKind)i));
    Str best = nearest.best.len ? nearest.best : rule_kind_text(RULE_EXISTENCE);
    rule_fail(reading, DIAG_RULE_VALUE_WRONG, node,
              "No kind of rule is called \"%.*s\": did you mean \"%.*s\"?", STR_ARG(node->text),
              STR_ARG(best));
}

/* Reads `extends`, on which all other keys depend. */
static bool read_kind(RuleReading *reading)
{
    const YamlNode *node = yaml_map_get(reading->root, STR("extends"));
    if (!node || node->kind != YAML_TEXT) {
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, node ? node : reading->root,
                  "Key \"extends\" must say which kind of rule this is, such as existence.");
        return false;
    }
    if (str_eq(node->text, STR("script")) || str_eq(node->text, STR("sequence"))) {
        rule_fail(reading, DIAG_RULE_UNSUPPORTED, node,
                  "Rules of kind \"%.*s\" are not supported: leave this file out.",
                  STR_ARG(node->text));
        return false;
    }
    for (size_t i = 0; i < RULE_KIND_COUNT; i++) {
        if (str_eq(node->text, rule_kind_text((RuleKind)i))) {
            reading->rule->kind = (RuleKind)i;
            return true;
        }
    }
    tell_unknown_kind(reading, node);
    return false;
}

static void read_level(RuleReading *reading)
{
    Rule *rule = reading->rule;
    const YamlNode *node = reading->values[KEY_LEVEL];
    rule->severity = SEVERITY_WARNING;
    if (node && !severity_parse(node->text, &rule->severity))
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, node,
                  "Key \"level\" takes error, warning or suggestion, not \"%.*s\".",
                  STR_ARG(node->text));
}

static void tell_unknown_scope(RuleReading *reading, const YamlNode *node, Str word)
{
    static const char *const inline_scopes[] = {"code", "link", "strong", "emphasis"};
    for (size_t i = 0; i < sizeof inline_scopes / sizeof inline_scopes[0]; i++) {
        if (str_eq(word, str_of(inline_scopes[i]))) {
            rule_fail(reading, DIAG_RULE_VALUE_WRONG, node,
                      "Scope \"%.*s\" is not a kind of block: use \"raw\".", STR_ARG(word));
            return;
        }
    }
    Nearest nearest = {.word = word};
    for (size_t i = 0; i < SCOPE_PART_COUNT; i++)
        nearest_offer(&nearest, scope_part_text((ScopePart)i));
    Str best = nearest.best.len ? nearest.best : STR("text");
    rule_fail(reading, DIAG_RULE_VALUE_WRONG, node,
              "No scope is called \"%.*s\": did you mean \"%.*s\"?", STR_ARG(word), STR_ARG(best));
}

static void read_scope(RuleReading *reading)
{
    Rule *rule = reading->rule;
    Arena *arena = reading->context->arena;
    const YamlNode *node = reading->values[KEY_SCOPE];
    size_t n = rule_list_length(node);
    Str word;
    bool is_summary = rule->kind == RULE_READABILITY || rule->kind == RULE_METRIC;
    for (size_t i = 0; i < n; i++) {
        const YamlNode *item = rule_list_item(node, i);
        if (!scope_add(&rule->scope, item->text, arena, &word))
            tell_unknown_scope(reading, item, word);
    }
    if (is_summary)
        rule->scope = (Scope){0};
    if (!rule->scope.n_terms)
        (void)scope_add(&rule->scope, is_summary ? STR("summary") : STR("text"), arena, &word);
}

static void read_options(RuleReading *reading, const YamlNode *map, const RuleOption **ret,
                         size_t *ret_n)
{
    size_t n = map ? map->n_entries : 0;
    RuleOption *options = arena_new_array(reading->context->arena, RuleOption, n);
    for (size_t i = 0; i < n; i++) {
        const YamlEntry *entry = &map->entries[i];
        check_shape(reading, entry->key->text, SHAPE_LIST, entry->value);
        if (reading->has_failed)
            return;
        options[i] = (RuleOption){.name = entry->key->text,
                                  .values = texts_of(reading, entry->value),
                                  .line = entry->key->line,
                                  .column = entry->key->column};
        rule_option_settle(&options[i]);
    }
    *ret = options;
    *ret_n = n;
}

/* Reads ENTRY as the list of texts called NAME. */
static void read_texts(RuleReading *reading, const YamlEntry *entry, StrList *ret)
{
    const YamlNode *wrong;
    if (is_list_of_texts(entry->value, &wrong))
        *ret = texts_of(reading, entry->value);
    else
        check_shape(reading, entry->key->text, SHAPE_LIST, entry->value);
}

static void read_examples(RuleReading *reading)
{
    Rule *rule = reading->rule;
    const YamlNode *map = reading->values[KEY_EXAMPLES];
    for (size_t i = 0; map && i < map->n_entries; i++) {
        const YamlEntry *entry = &map->entries[i];
        Str key = entry->key->text;
        if (str_eq(key, STR("bad")))
            read_texts(reading, entry, &rule->bad_examples);
        else if (str_eq(key, STR("good")))
            read_texts(reading, entry, &rule->good_examples);
        else if (str_eq(key, STR("with")) && entry->value->kind == YAML_MAP)
            read_options(reading, entry->value, &rule->example_options, &rule->n_example_options);
        else
            rule_fail(reading, DIAG_RULE_KEY_UNKNOWN, entry->key,
                      "Under \"examples\" stand lists \"bad\" and \"good\" and options \"with\", "
                      "not \"%.*s\".",
                      STR_ARG(key));
    }
}

static void read_action(RuleReading *reading)
{
    static const char *const actions[] = {"suggest", "replace", "remove", "convert", "edit"};
    Rule *rule = reading->rule;
    const YamlNode *map = reading->values[KEY_ACTION];
    StrList names = {0};
    for (size_t i = 0; map && i < map->n_entries; i++) {
        const YamlEntry *entry = &map->entries[i];
        if (str_eq(entry->key->text, STR("name")))
            read_texts(reading, entry, &names);
        else if (str_eq(entry->key->text, STR("params")))
            read_texts(reading, entry, &rule->action_params);
        else
            rule_fail(reading, DIAG_RULE_KEY_UNKNOWN, entry->key,
                      "Under \"action\" stand \"name\" and \"params\", not \"%.*s\".",
                      STR_ARG(entry->key->text));
    }
    for (size_t i = 0; names.len && i < sizeof actions / sizeof actions[0]; i++)
        if (str_eq(names.items[0], str_of(actions[i])))
            rule->action = names.items[0];
    if (names.len && !rule->action.len)
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, map,
                  "Key \"name\" takes suggest, replace, remove, convert or edit, not \"%.*s\".",
                  STR_ARG(names.items[0]));
}

/* What every kind of rule has. */
static void read_common(RuleReading *reading)
{
    Rule *rule = reading->rule;
    (void)rule_read_required(reading, KEY_MESSAGE, "say what the author should change");
    rule->message = rule_read_text(reading, KEY_MESSAGE);
    rule->is_on = !reading->values[KEY_ENABLED] || rule_read_bool(reading, KEY_ENABLED);
    rule->link = rule_read_text(reading, KEY_LINK);
    rule->limit = rule_read_count(reading, KEY_LIMIT);
    rule->why = rule_read_text(reading, KEY_WHY);
    if (!rule->why.len)
        rule->why = rule_read_text(reading, KEY_DESCRIPTION);
    rule->sources = rule_read_list(reading, KEY_SOURCES);
    rule->guards = rule_read_list(reading, KEY_UNLESS_NEAR);
    rule->dictionaries = rule_read_list(reading, KEY_DICTIONARY);
    read_level(reading);
    read_scope(reading);
    read_examples(reading);
    read_action(reading);
    read_options(reading, reading->values[KEY_OPTIONS], &rule->options, &rule->n_options);
}

static void read_rule(RuleReading *reading)
{
    if (!read_kind(reading))
        return;
    for (size_t i = 0; i < reading->root->n_entries; i++)
        read_key(reading, &reading->root->entries[i]);
    if (reading->has_failed) /* the values are not what the rest may rely on */
        return;
    read_common(reading);
    rule_compile(reading);
    const Rule *rule = reading->rule;
    const RuleContext *context = reading->context;
    if (!rule_options_check(rule->options, rule->n_options, rule_check_name(rule),
                            context->options_of, DIAG_RULE_VALUE_WRONG, reading->path,
                            context->sink))
        reading->has_failed = true;
}

static void set_ret(const RuleReading *reading, RuleFile *ret)
{
    const YamlNode *dictionary = reading->values[KEY_DICTIONARY];
    const YamlNode *ignore = reading->values[KEY_IGNORE];
    size_t n = reading->terms.len;
    Term *terms = arena_new_array(reading->context->arena, Term, n);
    if (n)
        memcpy(terms, reading->terms.items, n * sizeof *terms);
    *ret = (RuleFile){.rule = reading->rule, .terms = terms, .n_terms = n};
    if (dictionary) {
        ret->dictionary_line = dictionary->line;
        ret->dictionary_column = dictionary->column;
    }
    if (ignore) {
        ret->ignore_line = ignore->line;
        ret->ignore_column = ignore->column;
    }
}

Status rule_yaml_read(Str path, Str id, Str bytes, const RuleContext *context, RuleFile *ret)
{
    const YamlNode *root = NULL;
    Status status =
        yaml_tree_read(path, bytes, DIAG_RULE_SYNTAX, context->arena, context->sink, &root);
    if (status != STATUS_OK)
        return status;
    if (!root || root->kind != YAML_MAP) {
        diagnostic_add(context->sink, DIAG_RULE_SYNTAX, path, 1, 1,
                       "This is not a rule: begin with a line such as \"extends: existence\".");
        return STATUS_CONFIG;
    }
    Rule *rule = arena_new(context->arena, Rule);
    rule->id = id;
    rule->family = str_sub(id, 0, str_find(id, STR("."), 0));
    rule->path = path;
    RuleReading reading = {.context = context, .path = path, .root = root, .rule = rule};
    read_rule(&reading);
    if (!reading.has_failed)
        set_ret(&reading, ret);
    array_free(&reading.terms);
    return reading.has_failed ? STATUS_CONFIG : STATUS_OK;
}
