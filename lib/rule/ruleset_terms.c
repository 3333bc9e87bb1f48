#include "rule/nearest.h"
#include "rule/ruleset_load.h"

/* Dictionaries. */

static void tell_no_dictionary(Loading *loading, const RuleFile *file, Str name)
{
    const StrList folders = loading->sources->dictionary_folders;
    EntryArray entries = {0};
    Nearest nearest = {.word = name};
    for (size_t i = 0; i < folders.len; i++)
        (void)loading_list(loading, folders.items[i], &entries);
    for (size_t i = 0; i < entries.len; i++)
        nearest_offer(&nearest, entries.items[i].name);
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
    loading_fail(loading, STATUS_CONFIG);
    array_free(&entries);
}

/* Reads the file NAME of one of FOLDERS into loading->bytes; its path, or empty. */
static Str read_from(Loading *loading, StrList folders, Str name)
{
    for (size_t i = 0; i < folders.len; i++) {
        Str path = loading_join(loading, folders.items[i], name);
        if (loading_read(loading, path))
            return path;
    }
    return (Str){0};
}

static bool read_dictionary(Loading *loading, Str path, Dictionary *ret)
{
    Status status =
        dictionary_read(path, buf_str(&loading->bytes), &loading->set->arena, loading->sink, ret);
    if (status != STATUS_OK)
        loading_fail(loading, status);
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
    if (rule->kind == RULE_AGENDA) {
        array_push(&loading->set->dictionaries,
                   (NamedDictionary){loaded->name, loaded->dictionary});
        return;
    }
    if (loaded->is_broken)
        return;
    if (!loaded->dictionary.has_long_forms && rule->is_on)
        add_terms(loading, loading->set->terms, loaded, rule);
    else if (loaded->dictionary.has_long_forms && !loaded->is_used)
        add_terms(loading, loading->set->acronyms, loaded, NULL);
}

/* Acronym lists serve all rules about acronyms, so one that is off still brings its own. */
void load_terms(Loading *loading)
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

void load_words(Loading *loading)
{
    if (!loading->sources->wants_words)
        return;
    loading->set->words = term_trie_new();
    for (size_t i = 0; i < loading->rules.len; i++) {
        const RuleFile *file = &loading->rules.items[i].file;
        const Rule *rule = file->rule;
        if (!str_eq(rule_option_text(rule, STR("glossary"), STR("no")), STR("yes")))
            continue;
        for (size_t k = 0; k < rule->dictionaries.len; k++) {
            LoadedDictionary *loaded =
                dictionary_called(loading, file, rule->dictionaries.items[k]);
            if (loaded && !loaded->is_broken)
                add_looked_up(loading, rule, &loaded->dictionary);
        }
    }
    term_trie_finish(loading->set->words);
}

void load_glossaries(Loading *loading)
{
    const StrList paths = loading->sources->glossaries;
    if (!paths.len)
        return;
    loading->set->glossary = term_trie_new();
    for (size_t i = 0; i < paths.len; i++) {
        Dictionary glossary = {0};
        if (!loading_read(loading, paths.items[i])) {
            diagnostic_add(loading->sink, DIAG_CONFIG_WRONG, paths.items[i], 0, 0,
                           "This glossary cannot be read: check that it is there.");
            loading_fail(loading, STATUS_IO);
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
void load_ignored(Loading *loading, const LoadedRule *loaded, Str name)
{
    Arena *arena = &loading->set->arena;
    Rule *rule = loaded->file.rule;
    Str folder = loading->sources->rule_folders.items[loaded->folder];
    const Str own[] = {folder, loading_join(loading, folder, STR("config/ignore")),
                       loading_join(loading, folder, rule->family)};
    Str path = read_from(loading, (StrList){own, 3}, name);
    if (!path.len)
        path = read_from(loading, loading->sources->dictionary_folders, name);
    if (!path.len) {
        diagnostic_add(loading->sink, DIAG_RULE_VALUE_WRONG, rule->path, loaded->file.ignore_line,
                       loaded->file.ignore_column, "The word list \"%.*s\" is not there.",
                       STR_ARG(name));
        loading_fail(loading, STATUS_CONFIG);
        return;
    }
    StrList words = split_lines(arena, buf_str(&loading->bytes));
    rule->as.spelling.words = str_list_join(arena, rule->as.spelling.words, words);
}

/* The lines of file NAME of the dictionary folders; empty when it is in none: then
 * no rule asks for them either. */
static Str load_lines(Loading *loading, Str name)
{
    const StrList folders = loading->sources->dictionary_folders;
    for (size_t i = 0; i < folders.len; i++)
        if (loading_read(loading, loading_join(loading, folders.items[i], name)))
            return arena_str(&loading->set->arena, buf_str(&loading->bytes));
    return (Str){0};
}

void load_word_lists(Loading *loading)
{
    RuleSet *set = loading->set;
    Str familiar = load_lines(loading, STR("familiar.txt"));
    word_list_read(&set->familiar, familiar);
    near_words_read(&set->near_words, familiar);
    word_list_read(&set->common, load_lines(loading, STR("common.txt")));
    word_list_read(&set->nouns, load_lines(loading, STR("nouns.txt")));
}
