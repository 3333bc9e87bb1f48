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

/* What patterns of words stand between, and others. */
#define WORDS_START    "(?m)\\b(?:"
#define WORDS_END      ")\\b"
#define ANYWHERE_START "(?m)(?:"

/* Compiles SOURCE, made of the texts of PIECES (a text, a list or a map) alone or
 * with others; NULL and told when it does not compile, with the piece to blame. */
const Pattern *rule_pattern(RuleReading *reading, Str source, unsigned flags,
                            const YamlNode *pieces);

/* As rule_pattern for PIECE with BEFORE and AFTER around it. */
const Pattern *rule_pattern_between(RuleReading *reading, unsigned flags, const YamlNode *piece,
                                    const char *before, const char *after);

/* Hands PATTERN to the caller of the reading, who frees it. */
Pattern *rule_keep_pattern(RuleReading *reading, Pattern *pattern);

/* PATTERN_CASELESS when `ignorecase` says so, else 0. */
unsigned rule_case_flag(const RuleReading *reading);

/* Column of byte OFFSET of the text of NODE, as well as it is known. */
size_t rule_column(const YamlNode *node, size_t offset);

/* Joins the tokens by "|", plain phrases left out where SKIPS_PHRASES. How many were
 * joined. */
size_t rule_join_tokens(const RuleReading *reading, bool skips_phrases, Buf *source);

void rule_compile_existence(RuleReading *reading);
void rule_compile_substitution(RuleReading *reading);

/* Fills rule->as and rule->exception from the values: compiles all patterns. */
void rule_compile(RuleReading *reading);

#endif
