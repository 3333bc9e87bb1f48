#include "report/sarif_rules.h"

Str sarif_level(Severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return STR("error");
    case SEVERITY_WARNING:
        return STR("warning");
    default:
        return STR("note");
    }
}

SarifRules sarif_rules_of(const RuleSet *rules)
{
    SarifRules list = {0};
    size_t n = 0;
    const Rule *const *all = rules ? ruleset_all(rules, &n) : NULL;
    for (size_t i = 0; i < n; i++)
        if (all[i]->is_on)
            array_push(&list.on, all[i]);
    return list;
}

bool sarif_rules_find(const SarifRules *rules, Str id, size_t *ret)
{
    size_t low = 0, high = rules->on.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(rules->on.items[middle]->id, id);
        if (order == 0) {
            *ret = middle;
            return true;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* "acronyms.defined-late" as "AcronymsDefinedLate", the form SARIF viewers expect. */
static void append_name(Buf *buf, Str id)
{
    bool is_start = true;
    for (size_t i = 0; i < id.len; i++) {
        char c = id.data[i];
        if (c == '.' || c == '-' || c == '_') {
            is_start = true;
            continue;
        }
        buf_append_char(buf, is_start ? ascii_upper(c) : c);
        is_start = false;
    }
}

/* A rule's message with "…" where each finding has its own words. */
static void append_summary(Buf *buf, Str message)
{
    for (size_t i = 0; i < message.len; i++) {
        if (message.data[i] != '%' || i + 1 == message.len) {
            buf_append_char(buf, message.data[i] == '\n' ? ' ' : message.data[i]);
            continue;
        }
        i++;
        buf_append(buf, message.data[i] == '%' ? STR("%") : STR("…"));
    }
}

static void append_list(Buf *buf, Str title, StrList list, bool is_code)
{
    if (!list.len)
        return;
    buf_append(buf, STR("\n\n"));
    buf_append(buf, title);
    buf_append(buf, STR(":\n"));
    for (size_t i = 0; i < list.len; i++) {
        Str item = str_trim(list.items[i]);
        buf_append(buf, STR("\n- "));
        if (is_code)
            buf_append(buf, STR("“"));
        for (size_t j = 0; j < item.len; j++) /* an example may be a small paper of its own */
            buf_append(buf, item.data[j] == '\n' ? STR("\n  ") : str_sub(item, j, j + 1));
        if (is_code)
            buf_append(buf, STR("”"));
    }
}

/* Markdown that stands as itself: the backslash is allowed before any of these. */
static void append_markdown_escaped(Buf *buf, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (memchr("\\`*_[]<>#|~&", text.data[i], 12))
            buf_append_char(buf, '\\');
        buf_append_char(buf, text.data[i]);
    }
}

static json_t *text_object(Str text)
{
    json_t *object = value_object();
    value_put(object, "text", value_text(text));
    return object;
}

static void append_help(Buf *buf, const Rule *rule)
{
    buf_append(buf, str_trim(rule->why));
    append_list(buf, STR("Instead of"), rule->bad_examples, true);
    append_list(buf, STR("Write"), rule->good_examples, true);
    append_list(buf, STR("Sources"), rule->sources, false);
}

static json_t *help_value(const Rule *rule)
{
    Buf text = {0}, markdown = {0};
    append_help(&text, rule);
    append_markdown_escaped(&markdown, buf_str(&text));
    json_t *help = text_object(str_trim(buf_str(&text)));
    value_put(help, "markdown", value_text(str_trim(buf_str(&markdown))));
    buf_free(&text);
    buf_free(&markdown);
    return help;
}

static json_t *configuration_value(const Rule *rule)
{
    json_t *object = value_object();
    value_put(object, "level", value_text(sarif_level(rule->severity)));
    return object;
}

static json_t *properties_value(const Rule *rule)
{
    json_t *object = value_object(), *tags = value_array();
    value_add(tags, value_text(rule->family));
    value_put(object, "tags", tags);
    return object;
}

static void put_built(json_t *object, const char *key, void (*append)(Buf *buf, Str text), Str text,
                      bool is_message)
{
    Buf buf = {0};
    append(&buf, text);
    value_put(object, key, is_message ? text_object(buf_str(&buf)) : value_text(buf_str(&buf)));
    buf_free(&buf);
}

json_t *sarif_rule_value(const Rule *rule)
{
    json_t *object = value_object();
    value_put(object, "id", value_text(rule->id));
    put_built(object, "name", append_name, rule->id, false);
    put_built(object, "shortDescription", append_summary, rule->message, true);
    if (!str_is_blank(rule->why)) {
        value_put(object, "fullDescription", text_object(str_trim(rule->why)));
        value_put(object, "help", help_value(rule));
    }
    if (str_starts_with(rule->link, STR("https://")) || str_starts_with(rule->link, STR("http://")))
        value_put(object, "helpUri", value_text(rule->link));
    value_put(object, "defaultConfiguration", configuration_value(rule));
    value_put(object, "properties", properties_value(rule));
    return object;
}
