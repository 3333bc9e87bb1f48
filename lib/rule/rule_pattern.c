/* Patterns of a rule file: compiled, kept, and blamed on the right piece. */
#include "base/utf8.h"
#include "rule/rule_read.h"

size_t rule_column(const YamlNode *node, size_t offset)
{
    if (!node->is_literal)
        return node->column;
    Str before = str_sub(node->text, 0, offset);
    return node->column + !node->is_plain + utf8_length(before);
}

static void tell_pattern(RuleReading *reading, const YamlNode *node, const PatternError *error)
{
    reading->has_failed = true;
    diagnostic_add(reading->context->sink, DIAG_RULE_PATTERN_WRONG, reading->path, node->line,
                   rule_column(node, error->offset), "This pattern does not work: %s.",
                   error->message);
}

Pattern *rule_keep_pattern(RuleReading *reading, Pattern *pattern)
{
    array_push(reading->context->patterns, pattern);
    return pattern;
}

/* Tells what is wrong with PIECE when it does not compile by itself. */
static bool tell_if_broken(RuleReading *reading, const YamlNode *piece, unsigned flags)
{
    Pattern *pattern;
    PatternError error;
    if (!piece || piece->kind != YAML_TEXT)
        return false;
    if (pattern_compile(piece->text, flags, &pattern, &error) == STATUS_OK) {
        pattern_free(pattern);
        return false;
    }
    tell_pattern(reading, piece, &error);
    return true;
}

const Pattern *rule_pattern(RuleReading *reading, Str source, unsigned flags,
                            const YamlNode *pieces)
{
    Pattern *pattern;
    PatternError error;
    if (pattern_compile(source, flags, &pattern, &error) == STATUS_OK)
        return rule_keep_pattern(reading, pattern);
    if (tell_if_broken(reading, pieces, flags))
        return NULL;
    for (size_t i = 0; i < pieces->n_entries; i++)
        if (tell_if_broken(reading, pieces->entries[i].key, flags) ||
            tell_if_broken(reading, pieces->entries[i].value, flags))
            return NULL;
    error.offset = 0;
    tell_pattern(reading, pieces, &error);
    return NULL;
}

const Pattern *rule_pattern_between(RuleReading *reading, unsigned flags, const YamlNode *piece,
                                    const char *before, const char *after)
{
    Buf source = {0};
    buf_append(&source, str_of(before));
    buf_append(&source, piece->text);
    buf_append(&source, str_of(after));
    const Pattern *pattern = rule_pattern(reading, buf_str(&source), flags, piece);
    buf_free(&source);
    return pattern;
}

unsigned rule_case_flag(const RuleReading *reading)
{
    return rule_read_bool(reading, KEY_IGNORECASE) ? PATTERN_CASELESS : 0;
}
