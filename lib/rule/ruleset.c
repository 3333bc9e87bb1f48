#include "rule/ruleset.h"

#include "rule/near_words.h"
#include "rule/nearest.h"
#include "rule/rule_yaml.h"
#include "rule/word_list.h"

#include <stdlib.h>

typedef ARRAY(Rule *) RuleArray;

struct RuleSet {
    Arena arena;
    PatternArray patterns;
    RuleArray rules; /* sorted by id */
    TermTrie *terms, *acronyms, *glossary;
    WordList familiar;
    NearWords near_words;
};

/* A rule file and which of the patterns are its own. */
typedef struct LoadedRule {
    RuleFile file;
    size_t folder; /* index of the rule folder it came from */
    size_t first_pattern, end_pattern;
} LoadedRule;

typedef struct LoadedDictionary {
    Str name; /* as rules name it, with its ending */
    Dictionary dictionary;
    bool is_broken, is_used;
} LoadedDictionary;

typedef struct Entry {
    Str name;
    bool is_folder;
} Entry;

typedef ARRAY(Entry) EntryArray;

typedef struct Loading {
    const RuleSources *sources;
    DiagnosticSink *sink;
    RuleSet *set;
    ARRAY(LoadedRule) rules;
    ARRAY(LoadedDictionary) dictionaries;
    Buf bytes; /* of the file being read */
    bool has_failed, has_failed_only_io;
} Loading;

static void failed(Loading *loading, Status status)
{
    loading->has_failed_only_io =
        status == STATUS_IO && (!loading->has_failed || loading->has_failed_only_io);
    loading->has_failed = true;
}

/* Files and folders. */

typedef struct Listing {
    EntryArray entries;
    Arena *arena;
} Listing;

static Status add_entry(void *context, Str name, bool is_folder)
{
    Listing *listing = context;
    if (!str_starts_with(name, STR(".")))
        array_push(&listing->entries, (Entry){arena_str(listing->arena, name), is_folder});
    return STATUS_OK;
}

static bool list_folder(Loading *loading, Str path, EntryArray *ret)
{
    const Loader *loader = loading->sources->loader;
    Listing listing = {.arena = &loading->set->arena};
    Status status = loader->list(loader, path, add_entry, &listing);
    *ret = listing.entries;
    if (status == STATUS_OK)
        return true;
    diagnostic_add(loading->sink, DIAG_RULE_UNREADABLE, path, 0, 0,
                   "This folder cannot be read: check that it is there.");
    failed(loading, STATUS_IO);
    return false;
}

static bool read_file(Loading *loading, Str path)
{
    const Loader *loader = loading->sources->loader;
    buf_clear(&loading->bytes);
    return loader->read(loader, path, &loading->bytes) == STATUS_OK;
}

static Str join_path(Loading *loading, Str folder, Str name)
{
    const char *slash = str_ends_with(folder, STR("/")) || !folder.len ? "" : "/";
    return arena_printf(&loading->set->arena, "%.*s%s%.*s", STR_ARG(folder), slash, STR_ARG(name));
}

static Str last_part(Str path)
{
    while (str_ends_with(path, STR("/")))
        path.len--;
    size_t start = path.len;
    while (start && path.data[start - 1] != '/')
        start--;
    return str_sub(path, start, path.len);
}

/* Rule files. */

static bool is_rule_file(Str name)
{
    return str_ends_with(name, STR(".yaml")) || str_ends_with(name, STR(".yml"));
}

/* Puts LOADED in the place of a rule of the same id, or at the end. */
static void keep_rule(Loading *loading, const LoadedRule *loaded)
{
    const Rule *rule = loaded->file.rule;
    for (size_t i = 0; i < loading->rules.len; i++) {
        LoadedRule *other = &loading->rules.items[i];
        if (!str_eq(other->file.rule->id, rule->id))
            continue;
        if (other->folder == loaded->folder) {
            diagnostic_add(loading->sink, DIAG_RULE_DUPLICATE, rule->path, 0, 0,
                           "Another file is also rule \"%.*s\": rename or remove one.",
                           STR_ARG(rule->id));
            failed(loading, STATUS_CONFIG);
        }
        *other = *loaded;
        return;
    }
    array_push(&loading->rules, *loaded);
}

static void load_rule(Loading *loading, size_t folder, Str family, Str path)
{
    Arena *arena = &loading->set->arena;
    if (!read_file(loading, path)) {
        diagnostic_add(loading->sink, DIAG_RULE_UNREADABLE, path, 0, 0,
                       "This rule file cannot be read: check its permissions.");
        failed(loading, STATUS_IO);
        return;
    }
    Str name = last_part(path);
    name = str_sub(name, 0, str_find(name, STR("."), 0));
    Str id = arena_printf(arena, "%.*s.%.*s", STR_ARG(family), STR_ARG(name));
    RuleContext context = {.arena = arena,
                           .patterns = &loading->set->patterns,
                           .sink = loading->sink,
                           .options_of = loading->sources->options_of};
    LoadedRule loaded = {.folder = folder, .first_pattern = loading->set->patterns.len};
    Status status = rule_yaml_read(path, id, buf_str(&loading->bytes), &context, &loaded.file);
    if (status != STATUS_OK) {
        failed(loading, status);
        return;
    }
    loaded.end_pattern = loading->set->patterns.len;
    keep_rule(loading, &loaded);
}

static void load_family(Loading *loading, size_t folder, Str family, Str path,
                        const EntryArray *entries)
{
    for (size_t i = 0; i < entries->len; i++) {
        Entry entry = entries->items[i];
        if (!entry.is_folder && is_rule_file(entry.name))
            load_rule(loading, folder, family, join_path(loading, path, entry.name));
    }
}

/* Loads `<folder>/<family>/<name>.yaml`; a folder without folders is one family. */
static void load_folder(Loading *loading, size_t index)
{
    Str folder = loading->sources->rule_folders.items[index];
    EntryArray entries;
    bool has_families = false;
    if (list_folder(loading, folder, &entries)) {
        for (size_t i = 0; i < entries.len; i++) {
            Str name = entries.items[i].name;
            if (!entries.items[i].is_folder)
                continue;
            has_families = true;
            if (str_eq(name, STR("profiles")) || str_eq(name, STR("config")))
                continue;
            EntryArray files;
            Str path = join_path(loading, folder, name);
            if (list_folder(loading, path, &files))
                load_family(loading, index, name, path, &files);
            array_free(&files);
        }
        if (!has_families)
            load_family(loading, index, last_part(folder), folder, &entries);
    }
    array_free(&entries);
}

/* Settings. */

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
    failed(loading, STATUS_CONFIG);
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
    failed(loading, STATUS_CONFIG);
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
            failed(loading, STATUS_CONFIG);
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

static StrList concatenate(Arena *arena, StrList a, StrList b)
{
    Str *items = arena_new_array(arena, Str, a.len + b.len);
    if (a.len)
        memcpy(items, a.items, a.len * sizeof *items);
    if (b.len)
        memcpy(items + a.len, b.items, b.len * sizeof *items);
    return (StrList){items, a.len + b.len};
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
    options[i].values = concatenate(arena, own, option->values);
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
        failed(loading, STATUS_CONFIG);
        return;
    }
    for (size_t i = 0; i < setting->n_options; i++)
        if (loading->sources->options_of || find_option(rule, setting->options[i].name))
            set_option(loading, rule, &setting->options[i]);
}

static void apply_settings(Loading *loading)
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
static void apply_selection(Loading *loading)
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

/* Dictionaries. */

static void tell_no_dictionary(Loading *loading, const RuleFile *file, Str name)
{
    const Loader *loader = loading->sources->loader;
    const StrList folders = loading->sources->dictionary_folders;
    Listing listing = {.arena = &loading->set->arena};
    Nearest nearest = {.word = name};
    for (size_t i = 0; i < folders.len; i++)
        (void)!loader->list(loader, folders.items[i], add_entry, &listing);
    for (size_t i = 0; i < listing.entries.len; i++)
        nearest_offer(&nearest, listing.entries.items[i].name);
    if (nearest.best.len)
        diagnostic_add(loading->sink, DIAG_RULE_VALUE_WRONG, file->rule->path,
                       file->dictionary_line, file->dictionary_column,
                       "No dictionary is called \"%.*s\": did you mean \"%.*s\"?", STR_ARG(name),
                       STR_ARG(nearest.best));
    else
        diagnostic_add(loading->sink, DIAG_RULE_VALUE_WRONG, file->rule->path,
                       file->dictionary_line, file->dictionary_column,
                       "No dictionary is called \"%.*s\": put it beside the others.",
                       STR_ARG(name));
    failed(loading, STATUS_CONFIG);
    array_free(&listing.entries);
}

/* Reads the file NAME of one of FOLDERS into loading->bytes; its path, or empty. */
static Str read_from(Loading *loading, StrList folders, Str name)
{
    for (size_t i = 0; i < folders.len; i++) {
        Str path = join_path(loading, folders.items[i], name);
        if (read_file(loading, path))
            return path;
    }
    return (Str){0};
}

static bool read_dictionary(Loading *loading, Str path, Dictionary *ret)
{
    Status status =
        dictionary_read(path, buf_str(&loading->bytes), &loading->set->arena, loading->sink, ret);
    if (status != STATUS_OK)
        failed(loading, status);
    return status == STATUS_OK;
}

/* The dictionary NAME, loaded when first asked for; NULL when it cannot be. */
static LoadedDictionary *dictionary_called(Loading *loading, const RuleFile *file, Str name)
{
    if (!str_ends_with(name, STR(".csv")))
        name = arena_printf(&loading->set->arena, "%.*s.csv", STR_ARG(name));
    for (size_t i = 0; i < loading->dictionaries.len; i++)
        if (str_eq(loading->dictionaries.items[i].name, name))
            return &loading->dictionaries.items[i];
    LoadedDictionary loaded = {.name = name};
    Str path = read_from(loading, loading->sources->dictionary_folders, name);
    if (!path.len) {
        tell_no_dictionary(loading, file, name);
        return NULL;
    }
    loaded.is_broken = !read_dictionary(loading, path, &loaded.dictionary);
    array_push(&loading->dictionaries, loaded);
    return array_last(&loading->dictionaries);
}

/* The terms themselves go into the trie; a second rule that uses them gets a copy. */
static void add_terms(Loading *loading, TermTrie *trie, LoadedDictionary *loaded, const Rule *rule)
{
    size_t n = loaded->dictionary.n_terms;
    Term *terms = loaded->dictionary.terms;
    if (loaded->is_used && n)
        terms = memcpy(arena_new_array(&loading->set->arena, Term, n), terms, n * sizeof *terms);
    loaded->is_used = true;
    for (size_t i = 0; i < n; i++) {
        terms[i].rule = rule;
        terms[i].index = i;
        term_trie_add(trie, &terms[i]);
    }
}

static void add_dictionary(Loading *loading, const Rule *rule, LoadedDictionary *loaded)
{
    if (loaded->is_broken)
        return;
    if (!loaded->dictionary.has_long_forms && rule->is_on)
        add_terms(loading, loading->set->terms, loaded, rule);
    else if (loaded->dictionary.has_long_forms && !loaded->is_used)
        add_terms(loading, loading->set->acronyms, loaded, NULL);
}

/* Acronym lists serve all rules about acronyms, so one that is off still brings its own. */
static void load_terms(Loading *loading)
{
    for (size_t i = 0; i < loading->rules.len; i++) {
        const RuleFile *file = &loading->rules.items[i].file;
        const Rule *rule = file->rule;
        if (!rule->is_on && rule->kind != RULE_ACRONYM)
            continue;
        for (size_t k = 0; rule->is_on && k < file->n_terms; k++)
            term_trie_add(loading->set->terms, &file->terms[k]);
        for (size_t k = 0; k < rule->dictionaries.len; k++) {
            LoadedDictionary *loaded =
                dictionary_called(loading, file, rule->dictionaries.items[k]);
            if (loaded)
                add_dictionary(loading, rule, loaded);
        }
    }
    term_trie_finish(loading->set->terms);
    term_trie_finish(loading->set->acronyms);
}

static void load_glossaries(Loading *loading)
{
    const StrList paths = loading->sources->glossaries;
    if (!paths.len)
        return;
    loading->set->glossary = term_trie_new();
    for (size_t i = 0; i < paths.len; i++) {
        Dictionary glossary = {0};
        if (!read_file(loading, paths.items[i])) {
            diagnostic_add(loading->sink, DIAG_CONFIG_WRONG, paths.items[i], 0, 0,
                           "This glossary cannot be read: check that it is there.");
            failed(loading, STATUS_IO);
            continue;
        }
        if (!read_dictionary(loading, paths.items[i], &glossary))
            continue;
        for (size_t k = 0; k < glossary.n_terms; k++) {
            Term *term = &glossary.terms[k];
            term->part = glossary.has_parts ? term->part : PART_NOUN;
            term->index = k;
            term_trie_add(loading->set->glossary, term);
        }
    }
    term_trie_finish(loading->set->glossary);
}

/* Word lists of spelling rules: one word a line. */

static StrList split_lines(Arena *arena, Str text)
{
    text = arena_str(arena, text);
    ARRAY(Str) lines = {0};
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, STR("\n"), start);
        Str line = str_trim(str_sub(text, start, end));
        if (line.len && line.data[0] != '#')
            array_push(&lines, line);
        start = end + 1;
    }
    Str *items = arena_new_array(arena, Str, lines.len);
    if (lines.len)
        memcpy(items, lines.items, lines.len * sizeof *items);
    StrList list = {items, lines.len};
    array_free(&lines);
    return list;
}

/* As written, from the rule folder or where Vale keeps such lists, or beside the
 * dictionaries. */
static void load_ignored(Loading *loading, const LoadedRule *loaded, Str name)
{
    Arena *arena = &loading->set->arena;
    Rule *rule = loaded->file.rule;
    Str folder = loading->sources->rule_folders.items[loaded->folder];
    const Str own[] = {folder, join_path(loading, folder, STR("config/ignore")),
                       join_path(loading, folder, rule->family)};
    Str path = read_from(loading, (StrList){own, 3}, name);
    if (!path.len)
        path = read_from(loading, loading->sources->dictionary_folders, name);
    if (!path.len) {
        diagnostic_add(loading->sink, DIAG_RULE_VALUE_WRONG, rule->path, loaded->file.ignore_line,
                       loaded->file.ignore_column, "The word list \"%.*s\" is not there.",
                       STR_ARG(name));
        failed(loading, STATUS_CONFIG);
        return;
    }
    StrList words = split_lines(arena, buf_str(&loading->bytes));
    rule->as.spelling.words = concatenate(arena, rule->as.spelling.words, words);
}

static void finish_rules(Loading *loading)
{
    for (size_t i = 0; i < loading->rules.len; i++) {
        const LoadedRule *loaded = &loading->rules.items[i];
        const Rule *rule = loaded->file.rule;
        array_push(&loading->set->rules, loaded->file.rule);
        if (!rule->is_on)
            continue;
        if (rule->kind == RULE_SPELLING)
            for (size_t k = 0; k < rule->as.spelling.ignore_files.len; k++)
                load_ignored(loading, loaded, rule->as.spelling.ignore_files.items[k]);
        for (size_t k = loaded->first_pattern; k < loaded->end_pattern; k++)
            pattern_speed_up(loading->set->patterns.items[k]);
    }
}

static int compare_rules(const void *a, const void *b)
{
    return str_compare((*(Rule *const *)a)->id, (*(Rule *const *)b)->id);
}

/* A run without the list is no error: then no rule asks for it either. */
static void load_familiar(Loading *loading)
{
    const StrList folders = loading->sources->dictionary_folders;
    for (size_t i = 0; i < folders.len && !loading->set->familiar.n_words; i++)
        if (read_file(loading, join_path(loading, folders.items[i], STR("familiar.txt")))) {
            Str lines = arena_str(&loading->set->arena, buf_str(&loading->bytes));
            word_list_read(&loading->set->familiar, lines);
            near_words_read(&loading->set->near_words, lines);
        }
}

static void load_all(Loading *loading)
{
    for (size_t i = 0; i < loading->sources->rule_folders.len; i++)
        load_folder(loading, i);
    apply_settings(loading);
    apply_selection(loading);
    load_terms(loading);
    load_glossaries(loading);
    load_familiar(loading);
    finish_rules(loading);
    RuleArray *rules = &loading->set->rules;
    if (rules->len)
        qsort(rules->items, rules->len, sizeof *rules->items, compare_rules);
}

Status ruleset_load(const RuleSources *sources, DiagnosticSink *sink, RuleSet **ret)
{
    RuleSet *set = mem_calloc(1, sizeof *set);
    set->terms = term_trie_new();
    set->acronyms = term_trie_new();
    Loading loading = {.sources = sources, .sink = sink, .set = set};
    load_all(&loading);
    array_free(&loading.rules);
    array_free(&loading.dictionaries);
    buf_free(&loading.bytes);
    if (loading.has_failed) {
        ruleset_free(set);
        return loading.has_failed_only_io ? STATUS_IO : STATUS_CONFIG;
    }
    *ret = set;
    return STATUS_OK;
}

void ruleset_free(RuleSet *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->patterns.len; i++)
        pattern_free(rules->patterns.items[i]);
    array_free(&rules->patterns);
    array_free(&rules->rules);
    term_trie_free(rules->terms);
    term_trie_free(rules->acronyms);
    term_trie_free(rules->glossary);
    word_list_free(&rules->familiar);
    near_words_free(&rules->near_words);
    arena_free(&rules->arena);
    mem_free(rules);
}

const Rule *const *ruleset_all(const RuleSet *rules, size_t *ret_n)
{
    *ret_n = rules->rules.len;
    return (const Rule *const *)rules->rules.items;
}

static int compare_id(const void *id, const void *rule)
{
    return str_compare(*(const Str *)id, (*(Rule *const *)rule)->id);
}

const Rule *ruleset_find(const RuleSet *rules, Str id)
{
    if (!rules->rules.len)
        return NULL;
    Rule *const *found =
        bsearch(&id, rules->rules.items, rules->rules.len, sizeof *rules->rules.items, compare_id);
    return found ? *found : NULL;
}

const TermTrie *ruleset_terms(const RuleSet *rules)
{
    return rules->terms;
}

bool ruleset_is_familiar(const RuleSet *rules, uint64_t hash)
{
    return word_list_has(&rules->familiar, hash);
}

size_t ruleset_near_words(const RuleSet *rules, Str word, size_t max, Str *ret)
{
    return near_words_find(&rules->near_words, word, max, ret);
}

const TermTrie *ruleset_acronyms(const RuleSet *rules)
{
    return rules->acronyms;
}

const TermTrie *ruleset_glossary(const RuleSet *rules)
{
    return rules->glossary;
}

Str ruleset_nearest(const RuleSet *rules, Str word)
{
    Nearest nearest = {.word = word};
    for (size_t i = 0; i < rules->rules.len; i++) {
        nearest_offer(&nearest, rules->rules.items[i]->family);
        nearest_offer(&nearest, rules->rules.items[i]->id);
    }
    return nearest.best;
}
