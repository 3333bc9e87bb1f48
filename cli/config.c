#include "cli/config.h"

#include "base/file_loader.h"
#include "rule/nearest.h"
#include "rule/yaml_tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct ConfigReader {
    Str path, folder; /* the file, and where its paths begin */
    Arena *arena;
    DiagnosticSink *sink;
    Config *config;
} ConfigReader;

__attribute__((format(printf, 3, 4))) static void wrong(ConfigReader *reader, const YamlNode *node,
                                                        const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char message[256];
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    diagnostic_add(reader->sink, DIAG_CONFIG_WRONG, reader->path, node->line, node->column, "%s",
                   message);
}

static void wrong_word(ConfigReader *reader, const YamlNode *node, const char *what, Str nearest)
{
    if (nearest.len)
        wrong(reader, node, "%s “%.*s” is not known. Did you mean “%.*s”?", what,
              STR_ARG(node->text), STR_ARG(nearest));
    else
        wrong(reader, node, "%s “%.*s” is not known.", what, STR_ARG(node->text));
}

/* Value as text; false and told when it is none, or empty. */
static bool text_of(ConfigReader *reader, const YamlNode *node, Str *ret)
{
    if (node->kind != YAML_TEXT || !node->text.len) {
        wrong(reader, node, "One word is wanted here.");
        return false;
    }
    *ret = arena_str(reader->arena, node->text);
    return true;
}

/* Adds the texts of a list, or a single text. */
static void texts_of(ConfigReader *reader, const YamlNode *node, StrArray *ret)
{
    Str text;
    if (yaml_is_null(node))
        return;
    if (node->kind == YAML_MAP) {
        wrong(reader, node, "A list is wanted here, such as [one, two].");
    } else if (node->kind == YAML_TEXT) {
        if (text_of(reader, node, &text))
            array_push(ret, text);
    } else {
        for (size_t i = 0; i < node->n_entries; i++)
            if (text_of(reader, node->entries[i].value, &text))
                array_push(ret, text);
    }
}

/* As texts_of, each a path from the file's folder. */
static void paths_of(ConfigReader *reader, const YamlNode *node, StrArray *ret)
{
    size_t first = ret->len;
    texts_of(reader, node, ret);
    for (size_t i = first; i < ret->len; i++) {
        Str path = ret->items[i];
        if (path.data[0] != '/' && reader->folder.len)
            ret->items[i] =
                arena_printf(reader->arena, "%.*s%.*s", STR_ARG(reader->folder), STR_ARG(path));
    }
}

static StrList list_of(ConfigReader *reader, const YamlNode *node)
{
    StrArray texts = {0};
    texts_of(reader, node, &texts);
    Str *items = arena_new_array(reader->arena, Str, texts.len);
    for (size_t i = 0; i < texts.len; i++)
        items[i] = texts.items[i];
    StrList list = {items, texts.len};
    array_free(&texts);
    return list;
}

static RuleSetting setting_at(const ConfigReader *reader, Str rule, const YamlNode *node)
{
    return (RuleSetting){.rule = rule, .path = reader->path, .line = node->line};
}

/* One list that belongs to the options of one rule. */
static void set_list_option(ConfigReader *reader, const YamlNode *node, Str rule, Str option)
{
    RuleOption *made = arena_new(reader->arena, RuleOption);
    *made = (RuleOption){.name = option,
                         .values = list_of(reader, node),
                         .line = node->line,
                         .column = node->column};
    RuleSetting setting = setting_at(reader, rule, node);
    setting.options = made;
    setting.n_options = 1;
    array_push(&reader->config->settings, setting);
}

static void read_only(ConfigReader *reader, const YamlNode *node)
{
    reader->config->only.len = 0;
    texts_of(reader, node, &reader->config->only);
    reader->config->only_path = reader->path;
    reader->config->only_line = node->line;
}

static void read_skip(ConfigReader *reader, const YamlNode *node)
{
    texts_of(reader, node, &reader->config->skip);
    reader->config->skip_path = reader->path;
    reader->config->skip_line = node->line;
}

static void read_fail_on(ConfigReader *reader, const YamlNode *node)
{
    size_t index = 0;
    if (node->kind != YAML_TEXT || !choice_find(STR(FAIL_ON_CHOICES), node->text, &index)) {
        wrong(reader, node, "The key fail-on is error, warning, suggestion or never.");
        return;
    }
    reader->config->has_fail_on = true;
    reader->config->fail_on = (FailOn)index;
}

static void read_known_acronyms(ConfigReader *reader, const YamlNode *node)
{
    set_list_option(reader, node, STR("acronyms.undefined"), STR("known"));
}

static void read_words(ConfigReader *reader, const YamlNode *node)
{
    set_list_option(reader, node, STR("spelling.unknown"), STR("words"));
}

static void read_glossary(ConfigReader *reader, const YamlNode *node)
{
    paths_of(reader, node, &reader->config->glossaries);
}

static void read_rules(ConfigReader *reader, const YamlNode *node)
{
    paths_of(reader, node, &reader->config->rule_folders);
}

static void read_jobs(ConfigReader *reader, const YamlNode *node)
{
    if (node->kind != YAML_TEXT || !jobs_parse(node->text, &reader->config->jobs))
        wrong(reader, node, "The key jobs is a number from 1 to 256.");
}

static void read_profile(ConfigReader *reader, const YamlNode *node)
{
    if (text_of(reader, node, &reader->config->profile)) {
        reader->config->profile_line = node->line;
        reader->config->profile_column = node->column;
    }
}

/* “off”, “on” or a severity. */
static bool read_level(ConfigReader *reader, const YamlNode *node, RuleSetting *setting)
{
    bool is_on;
    if (yaml_bool(node, &is_on)) {
        setting->has_on = true;
        setting->is_on = is_on;
        return true;
    }
    if (node->kind == YAML_TEXT && severity_parse(node->text, &setting->severity)) {
        setting->has_severity = setting->has_on = setting->is_on = true;
        return true;
    }
    wrong(reader, node, "A rule’s severity is off, on, suggestion, warning or error.");
    return false;
}

static void read_rule_map(ConfigReader *reader, const YamlNode *map, RuleSetting *setting)
{
    RuleOption *options = arena_new_array(reader->arena, RuleOption, map->n_entries);
    for (size_t i = 0; i < map->n_entries; i++) {
        const YamlNode *key = map->entries[i].key, *value = map->entries[i].value;
        if (str_eq(key->text, STR("severity")))
            (void)read_level(reader, value, setting);
        else
            options[setting->n_options++] =
                (RuleOption){.name = arena_str(reader->arena, key->text),
                             .values = list_of(reader, value),
                             .line = key->line,
                             .column = key->column};
    }
    setting->options = options;
}

static void read_settings(ConfigReader *reader, const YamlNode *node)
{
    if (yaml_is_null(node))
        return;
    if (node->kind != YAML_MAP) {
        wrong(reader, node, "The key settings wants lines such as “jargon: off”.");
        return;
    }
    for (size_t i = 0; i < node->n_entries; i++) {
        const YamlNode *key = node->entries[i].key, *value = node->entries[i].value;
        RuleSetting setting = setting_at(reader, arena_str(reader->arena, key->text), key);
        if (value->kind == YAML_MAP)
            read_rule_map(reader, value, &setting);
        else if (!read_level(reader, value, &setting))
            continue;
        array_push(&reader->config->settings, setting);
    }
}

static const struct {
    const char *name;
    void (*read)(ConfigReader *reader, const YamlNode *value);
} keys[] = {
    {"only", read_only},       {"skip", read_skip},
    {"fail-on", read_fail_on}, {"known-acronyms", read_known_acronyms},
    {"words", read_words},     {"glossary", read_glossary},
    {"rules", read_rules},     {"settings", read_settings},
    {"jobs", read_jobs},       {"profile", read_profile},
};

static void read_key(ConfigReader *reader, const YamlNode *key, const YamlNode *value)
{
    Nearest nearest = {.word = key->text};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (str_eq(key->text, str_of(keys[i].name))) {
            keys[i].read(reader, value);
            return;
        }
        nearest_offer(&nearest, str_of(keys[i].name));
    }
    wrong_word(reader, key, "The key", nearest.best);
}

static void read_tree(ConfigReader *reader, const YamlNode *root)
{
    if (!root || yaml_is_null(root))
        return;
    if (root->kind != YAML_MAP) {
        wrong(reader, root, "A configuration has lines such as “fail-on: error”.");
        return;
    }
    for (size_t i = 0; i < root->n_entries; i++)
        read_key(reader, root->entries[i].key, root->entries[i].value);
}

/* PATH up to its last slash, that included. */
static Str folder_of(Str path)
{
    size_t end = path.len;
    while (end > 0 && path.data[end - 1] != '/')
        end--;
    return str_sub(path, 0, end);
}

Status config_read(Str path, Arena *arena, DiagnosticSink *sink, Config *ret)
{
    path = arena_str(arena, path);
    Buf bytes = {0};
    const Loader *loader = file_loader();
    if (loader->read(loader, path, &bytes) != STATUS_OK) {
        diagnostic_add(sink, DIAG_CONFIG_WRONG, path, 0, 0,
                       "This configuration cannot be read. Check the path.");
        buf_free(&bytes);
        return STATUS_IO;
    }
    size_t n_errors = sink->n_errors;
    const YamlNode *root;
    ConfigReader reader = {path, folder_of(path), arena, sink, ret};
    Status status = yaml_tree_read(path, buf_str(&bytes), DIAG_CONFIG_WRONG, arena, sink, &root);
    if (status == STATUS_OK)
        read_tree(&reader, root);
    buf_free(&bytes);
    return sink->n_errors > n_errors ? STATUS_CONFIG : status;
}

Str config_find(Arena *arena)
{
    /* By `..`, which needs no name of the folder we are in; the root is its own parent. */
    Buf path = {0};
    struct stat here, above;
    Str found = {0};
    while (!found.len && path.len < 3 * 256) {
        Str file = arena_printf(arena, "%.*s.plainpaper.yaml", STR_ARG(buf_str(&path)));
        Str folder = arena_printf(arena, "%.*s.", STR_ARG(buf_str(&path)));
        buf_append(&path, STR("../"));
        if (access(file.data, F_OK) == 0)
            found = file;
        else if (stat(folder.data, &here) != 0 ||
                 stat(arena_str(arena, buf_str(&path)).data, &above) != 0 ||
                 (here.st_dev == above.st_dev && here.st_ino == above.st_ino))
            break;
    }
    buf_free(&path);
    return found;
}

void config_free(Config *config)
{
    array_free(&config->only);
    array_free(&config->skip);
    array_free(&config->settings);
    array_free(&config->glossaries);
    array_free(&config->rule_folders);
}
