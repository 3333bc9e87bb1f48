#include "cli/command.h"
#include "base/file_loader.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/session.h"

enum { LINE_COLUMNS = 80, INDENT_COLUMNS = 4 };

/* Appends the rule's message, with … for what the check fills in. */
static void append_message(Buf *ret, const Rule *rule)
{
    Str message = rule->message;
    for (size_t start = 0; start < message.len;) {
        size_t end = str_find(message, STR("%"), start);
        buf_append(ret, str_sub(message, start, end));
        if (end < message.len)
            buf_append(ret, str_starts_with(str_sub(message, end, message.len), STR("%%"))
                                ? STR("%")
                                : STR("…"));
        start = end + 2;
    }
}

static Str level_of(const Rule *rule)
{
    return rule->is_on ? severity_text(rule->severity) : STR("off");
}

static void append_row(Buf *ret, const Rule *rule, size_t id_columns)
{
    buf_printf(ret, "%-*.*s  %-10.*s  ", (int)id_columns, STR_ARG(rule->id),
               STR_ARG(level_of(rule)));
    append_message(ret, rule);
    buf_append_char(ret, '\n');
}

/* Appends TEXT indented, broken at blanks; MARK stands before its first line. */
static void append_wrapped(Buf *ret, const char *mark, Str text)
{
    size_t column = 0;
    for (size_t start = 0; start < text.len;) {
        size_t end = start;
        while (end < text.len && !ascii_is_space((unsigned char)text.data[end]))
            end++;
        Str word = str_sub(text, start, end);
        start = end + 1;
        if (!word.len)
            continue;
        bool is_first = column == 0;
        if (is_first || column + 1 + word.len > LINE_COLUMNS) {
            buf_printf(ret, "%s%*s", is_first ? "" : "\n", INDENT_COLUMNS, is_first ? mark : "");
            column = INDENT_COLUMNS;
        } else {
            buf_append_char(ret, ' ');
            column++;
        }
        buf_append(ret, word);
        column += word.len;
    }
    buf_append_char(ret, '\n');
}

static void append_list(Buf *ret, const char *title, const char *mark, StrList items)
{
    if (!items.len)
        return;
    buf_printf(ret, "\n%s\n", title);
    for (size_t i = 0; i < items.len; i++)
        append_wrapped(ret, mark, items.items[i]);
}

/* Appends the lines of TEXT as they are, indented, MARK before the first. */
static void append_verbatim(Buf *ret, const char *mark, Str text)
{
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, STR("\n"), start);
        Str line = str_sub(text, start, end);
        if (line.len)
            buf_printf(ret, "%*s%.*s", INDENT_COLUMNS, start ? "" : mark, STR_ARG(line));
        buf_append_char(ret, '\n');
        start = end + 1;
    }
}

/* Examples are Markdown or HTML, in which a line end means something. */
static void append_examples(Buf *ret, const char *title, StrList examples)
{
    if (examples.len)
        buf_printf(ret, "\n%s\n", title);
    for (size_t i = 0; i < examples.len; i++)
        append_verbatim(ret, "- ", examples.items[i]);
}

static void append_options(Buf *ret, const Rule *rule)
{
    if (rule->n_options)
        buf_append(ret, STR("\nOptions, as they are set now\n"));
    for (size_t i = 0; i < rule->n_options; i++) {
        Buf line = {0};
        buf_printf(&line, "%.*s:", STR_ARG(rule->options[i].name));
        for (size_t j = 0; j < rule->options[i].values.len; j++)
            buf_printf(&line, "%s %.*s", j ? "," : "", STR_ARG(rule->options[i].values.items[j]));
        append_wrapped(ret, "", buf_str(&line));
        buf_free(&line);
    }
}

static void append_explanation(Buf *ret, const Rule *rule)
{
    buf_printf(ret, "%.*s  (%.*s)\n", STR_ARG(rule->id), STR_ARG(level_of(rule)));
    Buf message = {0};
    append_message(&message, rule);
    append_wrapped(ret, "", buf_str(&message));
    buf_free(&message);
    append_list(ret, "Why", "", (StrList){&rule->why, rule->why.len > 0});
    append_examples(ret, "Found in", rule->bad_examples);
    append_examples(ret, "Not found in", rule->good_examples);
    append_options(ret, rule);
    append_list(ret, "Word lists", "- ", rule->dictionaries);
    append_list(ret, "Sources", "- ", rule->sources);
    append_list(ret, "More", "", (StrList){&rule->link, rule->link.len > 0});
}

/* Appends one point of a checklist: what to look for, and who asks for it. */
static void append_point(Buf *ret, const Rule *rule)
{
    Buf message = {0}, sources = {0};
    buf_printf(ret, "[ ] %.*s  (%.*s)\n", STR_ARG(rule->id), STR_ARG(level_of(rule)));
    append_message(&message, rule);
    append_wrapped(ret, "", buf_str(&message));
    for (size_t i = 0; i < rule->sources.len; i++)
        buf_printf(&sources, "%s%.*s", i ? "; " : "Source: ", STR_ARG(rule->sources.items[i]));
    append_wrapped(ret, "", buf_str(&sources));
    buf_free(&message);
    buf_free(&sources);
}

/* Appends the rules of FAMILY as a checklist; false when there is none. */
static bool append_family(Buf *ret, const RuleSet *rules, Str family)
{
    size_t n;
    const Rule *const *all = ruleset_all(rules, &n);
    bool is_known = false;
    for (size_t i = 0; i < n; i++) {
        if (!str_eq(all[i]->family, family))
            continue;
        append_point(ret, all[i]);
        is_known = true;
    }
    return is_known;
}

static void append_all(Buf *ret, const RuleSet *rules)
{
    size_t n, id_columns = 0;
    const Rule *const *all = ruleset_all(rules, &n);
    for (size_t i = 0; i < n; i++)
        if (all[i]->id.len > id_columns)
            id_columns = all[i]->id.len;
    for (size_t i = 0; i < n; i++)
        append_row(ret, all[i], id_columns);
}

static ExitStatus append_answer(Buf *ret, const RuleSet *rules, Str word)
{
    const Rule *rule = word.len ? ruleset_find(rules, word) : NULL;
    if (rule)
        append_explanation(ret, rule);
    else if (!word.len)
        append_all(ret, rules);
    else if (!append_family(ret, rules, word)) {
        Str nearest = ruleset_nearest(rules, word);
        say_nearest(nearest, "There is no rule or family “%.*s”.%s", STR_ARG(word),
                    nearest.len ? "" : " To list them: plainpaper rules");
        return EXIT_USAGE;
    }
    return EXIT_CLEAN;
}

/* The profiles of one folder of rules, and where their list goes. */
typedef struct ProfileList {
    Arena arena;
    Str folder;
    Buf *ret;
} ProfileList;

/* A profile says what it is for in a comment on its first line. */
static Status append_profile(void *context, Str name, bool is_folder)
{
    ProfileList *list = context;
    if (is_folder || !str_ends_with(name, STR(".yaml")))
        return STATUS_OK;
    Buf bytes = {0};
    Str path = arena_printf(&list->arena, "%.*s/%.*s", STR_ARG(list->folder), STR_ARG(name));
    if (file_loader()->read(file_loader(), path, &bytes) == STATUS_OK) {
        Str text = buf_str(&bytes);
        Str line = str_trim(str_sub(text, 0, str_find(text, STR("\n"), 0)));
        bool is_comment = str_starts_with(line, STR("# "));
        buf_printf(list->ret, "%-16.*s %.*s\n", (int)(name.len - 5), name.data,
                   STR_ARG(is_comment ? str_sub(line, 2, line.len) : STR("")));
    }
    buf_free(&bytes);
    return STATUS_OK;
}

static void append_profiles(Buf *ret, const Session *session)
{
    ProfileList list = {.ret = ret};
    for (size_t i = 0; i <= session->config.rule_folders.len; i++) {
        Str rules = i ? session->config.rule_folders.items[i - 1] : session->data.rules;
        list.folder = arena_printf(&list.arena, "%.*s/profiles", STR_ARG(rules));
        /* A folder of rules need not have profiles. */
        (void)!file_loader()->list(file_loader(), list.folder, append_profile, &list);
    }
    arena_free(&list.arena);
}

static ExitStatus append_asked(Buf *ret, const Session *session, const Options *options)
{
    if (options_has(options, OPT_PROFILES)) {
        append_profiles(ret, session);
        return EXIT_CLEAN;
    }
    return append_answer(ret, session->rules,
                         options->operands.len ? options->operands.items[0] : (Str){0});
}

ExitStatus rules_run(const Options *options)
{
    if (options->operands.len > 1) {
        say("The command rules takes one rule or family, or none to list all.");
        return EXIT_USAGE;
    }
    Session session;
    Output output;
    Buf text = {0};
    ExitStatus status = EXIT_USAGE;
    if (session_open(&session, options))
        status = append_asked(&text, &session, options);
    if (status == EXIT_CLEAN && output_open(&output, (Str){0})) {
        output_write(&output, &text);
        if (!output_close(&output))
            status = EXIT_NOT_CHECKED;
    }
    buf_free(&text);
    session_close(&session);
    return status;
}
