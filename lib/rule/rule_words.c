/* existence and substitution: the kinds whose plain phrases go to the term trie. */
#include "base/utf8.h"
#include "rule/rule_read.h"

#include <stdlib.h>

/* More tokens than these are quicker as one pattern. */
enum { TOKENS_APART_MAX = 16 };

/* Nothing but letters, digits, single spaces and hyphens, and apostrophes inside
 * words: what means the same as a pattern and as a term. */
static bool is_plain_phrase(Str text)
{
    bool after_letter = false;
    char mark = 0;
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        i += utf8_decode(text, i, &c);
        bool is_letter = utf8_is_letter(c) || utf8_is_digit(c);
        if (!is_letter && (!after_letter || (c != ' ' && c != '-' && c != '\'')))
            return false;
        mark = is_letter ? 0 : (char)c;
        after_letter = is_letter;
    }
    return text.len && text.len <= TERM_BYTES_MAX && !mark;
}

static void add_term(RuleReading *reading, Str text, StrList plain, size_t index)
{
    array_push(&reading->terms, (Term){.term = text,
                                       .plain = plain,
                                       .part = PART_FIXED,
                                       .is_cased = !rule_case_flag(reading),
                                       .is_exact = true,
                                       .rule = reading->rule,
                                       .index = index});
}

/* existence */

static void join_raw(const RuleReading *reading, Buf *source)
{
    const YamlNode *raw = reading->values[KEY_RAW];
    for (size_t i = 0; i < rule_list_length(raw); i++)
        buf_append(source, rule_list_item(raw, i)->text);
}

/* Plain phrases of the tokens become terms. */
static void add_plain_phrases(RuleReading *reading)
{
    const YamlNode *tokens = reading->values[KEY_TOKENS];
    for (size_t i = 0; i < rule_list_length(tokens); i++) {
        Str token = rule_list_item(tokens, i)->text;
        if (is_plain_phrase(token))
            add_term(reading, token, (StrList){0}, i);
    }
}

size_t rule_join_tokens(const RuleReading *reading, bool skips_phrases, Buf *source)
{
    const YamlNode *tokens = reading->values[KEY_TOKENS];
    size_t n_joined = 0;
    for (size_t i = 0; i < rule_list_length(tokens); i++) {
        Str token = rule_list_item(tokens, i)->text;
        if (str_is_blank(token))
            continue;
        if (skips_phrases && is_plain_phrase(token))
            continue;
        if (n_joined++)
            buf_append_char(source, '|');
        buf_append(source, token);
    }
    return n_joined;
}

/* Does TOKEN tell a numbered group again ("\\1")? They count from the first token on. */
static bool tells_group_again(Str token)
{
    for (size_t i = 0; i + 1 < token.len; i++) {
        char next = token.data[i + 1];
        if (token.data[i] != '\\')
            continue;
        if ((next >= '1' && next <= '9') || next == 'g' || next == 'k')
            return true;
        i++;
    }
    return false;
}

/* Has TOKEN a mark such as "(?i)", which holds for the tokens behind it as well? */
static bool has_open_mark(Str token)
{
    for (size_t i = 0; (i = str_find(token, STR("(?"), i)) < token.len;) {
        i += 2;
        size_t start = i;
        while (i < token.len &&
               (ascii_is_alpha((unsigned char)token.data[i]) || token.data[i] == '-'))
            i++;
        if (i > start && i < token.len && token.data[i] == ')')
            return true;
    }
    return false;
}

/* The tokens that are patterns, in RET; more than MAX when there are too many, or when
 * they mean something else one by one. */
static size_t tokens_apart(const RuleReading *reading, bool is_words, size_t max,
                           const YamlNode **ret)
{
    const YamlNode *tokens = reading->values[KEY_TOKENS];
    size_t n = 0;
    for (size_t i = 0; i < rule_list_length(tokens); i++) {
        const YamlNode *token = rule_list_item(tokens, i);
        if (str_is_blank(token->text) || (is_words && is_plain_phrase(token->text)))
            continue;
        if (n == max || (n && tells_group_again(token->text)) || has_open_mark(token->text))
            return max + 1;
        ret[n++] = token;
    }
    return n;
}

static void keep_patterns(RuleReading *reading, const Pattern *const *patterns, size_t n)
{
    const Pattern **items = arena_new_array(reading->context->arena, const Pattern *, n);
    size_t len = 0;
    for (size_t i = 0; i < n; i++)
        if (patterns[i])
            items[len++] = patterns[i];
    reading->rule->as.existence.patterns = (PatternList){items, len};
}

static void compile_joined(RuleReading *reading, bool is_words)
{
    const YamlNode *tokens = reading->values[KEY_TOKENS], *raw = reading->values[KEY_RAW];
    bool has_raw = rule_list_length(raw), appends = rule_read_bool(reading, KEY_APPEND);
    Buf source = {0};
    if (!appends)
        join_raw(reading, &source);
    buf_append(&source, is_words ? STR(WORDS_START) : STR(ANYWHERE_START));
    bool has_phrases = is_words && !has_raw;
    if (has_phrases)
        add_plain_phrases(reading);
    size_t n_joined = rule_join_tokens(reading, has_phrases, &source);
    buf_append(&source, is_words ? STR(WORDS_END) : STR(")"));
    if (appends)
        join_raw(reading, &source);
    if (n_joined || has_raw) {
        const Pattern *pattern = rule_pattern(reading, buf_str(&source), rule_case_flag(reading),
                                              rule_list_length(tokens) ? tokens : raw);
        keep_patterns(reading, &pattern, 1);
    }
    buf_free(&source);
}

/* One pattern a token: PCRE2 then skips quickly to where each may begin, and each is only
 * looked for in blocks with letters it needs. */
static void compile_apart(RuleReading *reading, bool is_words, const YamlNode *const *tokens,
                          size_t n)
{
    const Pattern *patterns[TOKENS_APART_MAX];
    if (is_words)
        add_plain_phrases(reading);
    for (size_t i = 0; i < n; i++)
        patterns[i] = rule_pattern_between(reading, rule_case_flag(reading), tokens[i],
                                           is_words ? WORDS_START : ANYWHERE_START,
                                           is_words ? WORDS_END : ")");
    keep_patterns(reading, patterns, n);
}

void rule_compile_existence(RuleReading *reading)
{
    const YamlNode *apart[TOKENS_APART_MAX];
    bool has_tokens = rule_list_length(reading->values[KEY_TOKENS]);
    bool has_raw = rule_list_length(reading->values[KEY_RAW]);
    bool is_words = has_tokens && !rule_read_bool(reading, KEY_NONWORD);
    if (!has_tokens && !has_raw) {
        if (!reading->rule->dictionaries.len)
            (void)rule_read_required(reading, KEY_TOKENS, "list the words to look for");
        return;
    }
    size_t n = has_raw ? SIZE_MAX : tokens_apart(reading, is_words, TOKENS_APART_MAX, apart);
    if (n > TOKENS_APART_MAX)
        compile_joined(reading, is_words);
    else
        compile_apart(reading, is_words, apart, n);
}

/* substitution */

/* Splits VALUE at "|"; "\|" is a bar of the text. */
static StrList split_suggestions(Arena *arena, Str value)
{
    size_t n = 1;
    for (size_t i = 0; i < value.len; i++)
        n += value.data[i] == '|';
    Str *items = arena_new_array(arena, Str, n);
    StrList list = {items, 0};
    Buf text = {0};
    for (size_t i = 0; i <= value.len; i++) {
        bool is_escape = i + 1 < value.len && value.data[i] == '\\' && value.data[i + 1] == '|';
        if (i < value.len && (is_escape || value.data[i] != '|')) {
            i += is_escape;
            buf_append_char(&text, value.data[i]);
            continue;
        }
        Str item = str_trim(buf_str(&text));
        if (item.len)
            items[list.len++] = arena_str(arena, item);
        buf_clear(&text);
    }
    buf_free(&text);
    return list;
}

/* A longer key is looked for first, as Vale does; we order equals by their text. */
static int compare_swaps(const void *a, const void *b)
{
    const YamlEntry *x = a, *y = b;
    Str s = x->key->text, t = y->key->text;
    if (s.len != t.len)
        return s.len > t.len ? -1 : 1;
    return str_compare(s, t);
}

/* Advice that is a pattern itself tells what is right already. Advice that does
 * not compile is a text and no fault. */
static const Pattern *compile_accepted(RuleReading *reading, Str advice)
{
    if (advice.len == strcspn(advice.data, "\\^$.[]()*+?{}"))
        return NULL;
    Buf source = {0};
    PatternError error;
    Pattern *pattern = NULL;
    buf_printf(&source, "^(?:%.*s)$", STR_ARG(advice));
    if (pattern_compile(buf_str(&source), rule_case_flag(reading), &pattern, &error) == STATUS_OK)
        (void)rule_keep_pattern(reading, pattern);
    buf_free(&source);
    return pattern;
}

static void compile_swap(RuleReading *reading, const YamlEntry *entry, Swap *swap, size_t index)
{
    bool is_words = !rule_read_bool(reading, KEY_NONWORD);
    const YamlNode *key = entry->key;
    if (entry->value->kind != YAML_TEXT) {
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, entry->value,
                  "Advice in \"swap\" must be one text; split several by \"|\".");
        return;
    }
    if (str_is_blank(key->text)) {
        rule_fail(reading, DIAG_RULE_VALUE_WRONG, key, "A key of \"swap\" is empty: remove it.");
        return;
    }
    Str advice = yaml_is_null(entry->value) ? (Str){"", 0} : entry->value->text;
    swap->observed = key->text;
    swap->suggestions = split_suggestions(reading->context->arena, advice);
    if (!reading->rule->as.substitution.has_action_replace)
        swap->accepted = compile_accepted(reading, advice);
    if (is_words && is_plain_phrase(key->text))
        add_term(reading, key->text, swap->suggestions, index);
    else
        swap->pattern = rule_pattern_between(reading, rule_case_flag(reading), key,
                                             is_words ? WORDS_START : ANYWHERE_START,
                                             is_words ? WORDS_END : ")");
}

void rule_compile_substitution(RuleReading *reading)
{
    Rule *rule = reading->rule;
    Arena *arena = reading->context->arena;
    const YamlNode *map = reading->values[KEY_SWAP];
    rule->as.substitution.has_action_replace = str_eq(rule->action, STR("replace"));
    rule->as.substitution.is_capitalised = rule_read_bool(reading, KEY_CAPITALIZE);
    rule->as.substitution.ignores_case = rule_read_bool(reading, KEY_IGNORECASE);
    if (!map && !rule->dictionaries.len)
        (void)rule_read_required(reading, KEY_SWAP, "list words and what to write instead");
    size_t n = map ? map->n_entries : 0;
    YamlEntry *entries = arena_new_array(arena, YamlEntry, n);
    Swap *swaps = arena_new_array(arena, Swap, n);
    if (n) {
        memcpy(entries, map->entries, n * sizeof *entries);
        qsort(entries, n, sizeof *entries, compare_swaps);
    }
    for (size_t i = 0; i < n; i++)
        compile_swap(reading, &entries[i], &swaps[i], i);
    rule->as.substitution.swaps = swaps;
    rule->as.substitution.n_swaps = n;
}
