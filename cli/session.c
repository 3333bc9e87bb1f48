#include "cli/session.h"

#include "base/file_loader.h"
#include "cli/message.h"

#include <unistd.h>

static Str config_path(Session *session, const Options *options)
{
    if (options_has(options, OPT_CONFIG))
        return options_text(options, OPT_CONFIG);
    return options_has(options, OPT_NO_CONFIG) ? (Str){0} : config_find(&session->arena);
}

/* `profiles/NAME.yaml` in the last of the FOLDERS of rules that has one. */
static Str find_profile(Arena *arena, const StrArray *folders, Str name)
{
    for (size_t i = folders->len; i-- > 0 && str_find(name, STR("/"), 0) == name.len;) {
        Str path = arena_printf(arena, "%.*s/profiles/%.*s.yaml", STR_ARG(folders->items[i]),
                                STR_ARG(name));
        if (access(path.data, F_OK) == 0)
            return path;
    }
    return (Str){0};
}

static void append_all(StrArray *to, const StrArray *from)
{
    for (size_t i = 0; i < from->len; i++)
        array_push(to, from->items[i]);
}

static Status read_profile(Session *session, const Options *options, const Config *file, Str path,
                           DiagnosticSink *sink)
{
    bool is_option = options_has(options, OPT_PROFILE);
    Str name = is_option ? options_text(options, OPT_PROFILE) : file->profile;
    if (!name.len)
        return STATUS_OK;
    StrArray folders = {0};
    array_push(&folders, session->data.rules);
    append_all(&folders, &file->rule_folders);
    append_all(&folders, &options->values[OPT_RULES]);
    Str profile = find_profile(&session->arena, &folders, name);
    array_free(&folders);
    if (profile.len)
        return config_read(profile, &session->arena, sink, &session->config);
    diagnostic_add(sink, DIAG_CONFIG_WRONG, is_option ? (Str){0} : path,
                   is_option ? 0 : file->profile_line, is_option ? 0 : file->profile_column,
                   "There is no profile “%.*s”. To list them: plainpaper rules --profiles",
                   STR_ARG(name));
    return STATUS_CONFIG;
}

/* What FILE says goes over what the profile said. */
static void merge(Config *config, const Config *file)
{
    if (file->only.len) {
        config->only.len = 0;
        append_all(&config->only, &file->only);
        config->only_path = file->only_path;
        config->only_line = file->only_line;
    }
    if (file->skip.len) {
        append_all(&config->skip, &file->skip);
        config->skip_path = file->skip_path;
        config->skip_line = file->skip_line;
    }
    for (size_t i = 0; i < file->settings.len; i++)
        array_push(&config->settings, file->settings.items[i]);
    append_all(&config->glossaries, &file->glossaries);
    append_all(&config->rule_folders, &file->rule_folders);
    if (file->has_fail_on) {
        config->has_fail_on = true;
        config->fail_on = file->fail_on;
    }
    if (file->jobs)
        config->jobs = file->jobs;
}

/* Options win over all that files say. */
static void apply_options(Config *config, const Options *options)
{
    if (options_has(options, OPT_ONLY)) {
        config->only.len = 0;
        config->only_path = (Str){0};
        config->only_line = 0;
        config->skip.len = 0; /* what is asked for here runs, whatever a file leaves out */
        options_list(options, OPT_ONLY, &config->only);
    }
    if (options_has(options, OPT_SKIP)) {
        config->skip_path = (Str){0};
        config->skip_line = 0;
        options_list(options, OPT_SKIP, &config->skip);
    }
    append_all(&config->glossaries, &options->values[OPT_GLOSSARY]);
    append_all(&config->rule_folders, &options->values[OPT_RULES]);
    if (options_has(options, OPT_NO_SPELLING))
        array_push(&config->settings, (RuleSetting){.rule = STR("spelling"), .has_on = true});
    size_t fail_on;
    if (choice_find(STR(FAIL_ON_CHOICES), options_text(options, OPT_FAIL_ON), &fail_on)) {
        config->has_fail_on = true;
        config->fail_on = (FailOn)fail_on;
    }
}

static bool read_config(Session *session, const Options *options, DiagnosticSink *sink)
{
    Config file = {0};
    Str path = config_path(session, options);
    Status status = path.len ? config_read(path, &session->arena, sink, &file) : STATUS_OK;
    if (status == STATUS_OK)
        status = read_profile(session, options, &file, path, sink);
    merge(&session->config, &file);
    config_free(&file);
    apply_options(&session->config, options);
    return status == STATUS_OK;
}

static StrList list_of(const StrArray *array)
{
    return (StrList){array->items, array->len};
}

static bool load_rules(Session *session, DiagnosticSink *sink)
{
    const Config *config = &session->config;
    StrArray folders = {0}, dictionaries = {0};
    array_push(&folders, session->data.rules);
    array_push(&dictionaries, session->data.dictionaries);
    append_all(&folders, &config->rule_folders);
    append_all(&dictionaries, &config->rule_folders);
    RuleSources sources = {.loader = file_loader(),
                           .rule_folders = list_of(&folders),
                           .dictionary_folders = list_of(&dictionaries),
                           .settings = config->settings.items,
                           .n_settings = config->settings.len,
                           .only = list_of(&config->only),
                           .only_path = config->only_path,
                           .only_line = config->only_line,
                           .skip = list_of(&config->skip),
                           .skip_path = config->skip_path,
                           .skip_line = config->skip_line,
                           .glossaries = list_of(&config->glossaries),
                           .wants_words = session->wants_words};
    Status status = ruleset_load(&sources, sink, &session->rules);
    array_free(&dictionaries);
    array_free(&folders);
    return status == STATUS_OK;
}

bool session_open(Session *ret, const Options *options)
{
    *ret = (Session){.wants_words = options->command == COMMAND_GLOSSARY};
    DiagnosticSink sink = {0};
    bool is_open = data_find(&ret->arena, &ret->data) && read_config(ret, options, &sink) &&
                   load_rules(ret, &sink);
    say_diagnostics(&sink, false);
    diagnostic_sink_free(&sink);
    return is_open;
}

void session_close(Session *session)
{
    ruleset_free(session->rules);
    config_free(&session->config);
    data_free(&session->data);
    arena_free(&session->arena);
}
