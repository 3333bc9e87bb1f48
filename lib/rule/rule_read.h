/* What rule_yaml.c (keys and shapes) hands to rule_compile.c (their meaning). */
#ifndef PLAINPAPER_RULE_RULE_READ_H
#define PLAINPAPER_RULE_RULE_READ_H

#include "rule/rule_yaml.h"
#include "rule/yaml_tree.h"

typedef enum RuleKey {
#define RULE_KEY(name, text, shape, kinds) KEY_##name,
#include "rule/rule_keys.def"
#undef RULE_KEY
    KEY_COUNT
} RuleKey;

/* One rule file while it is read. Every value here has the shape its key wants. */
typedef struct RuleReading {
    const RuleContext *context;
    Str path;
    const YamlNode *root;
    const YamlNode *values[KEY_COUNT]; /* NULL where the key is not given */
    Rule *rule;
    ARRAY(Term) terms;
    bool has_failed;
} RuleReading;

/* Tells what is wrong at NODE and marks the reading as failed. */
#define rule_fail(reading, code, node, ...)                                                        \
    ((reading)->has_failed = true,                                                                 \
     diagnostic_add((reading)->context->sink, (code), (reading)->path, (node)->line,               \
                    (node)->column, __VA_ARGS__))

/* Value of KEY, or what stands for it when it is not given. */
bool rule_read_bool(const RuleReading *reading, RuleKey key);
unsigned rule_read_count(const RuleReading *reading, RuleKey key);
double rule_read_number(const RuleReading *reading, RuleKey key, double fallback);
Str rule_read_text(const RuleReading *reading, RuleKey key);
StrList rule_read_list(const RuleReading *reading, RuleKey key);

/* The value of KEY; when it is not given, tells so ("HINT") and returns NULL. */
const YamlNode *rule_read_required(RuleReading *reading, RuleKey key, const char *hint);

/* The entries of LIST: of a text (or nothing) one (or none), itself. */
size_t rule_list_length(const YamlNode *list);
const YamlNode *rule_list_item(const YamlNode *list, size_t index);

/* Fills rule->as and rule->exception from the values: compiles all patterns. */
void rule_compile(RuleReading *reading);

#endif
