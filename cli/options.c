#include "cli/options.h"

#include "rule/nearest.h"
#include "cli/message.h"

enum {
#define COMMAND(name, text, function, operands, help) FOR_##name = 1 << COMMAND_##name,
#include "cli/commands.def"
#undef COMMAND
    FOR_PAPERS = FOR_CHECK | FOR_PACK,
    FOR_INPUTS = FOR_PAPERS | FOR_GLOSSARY,
    FOR_ALL = (1 << COMMAND_COUNT) - 1,
};

static const OptionRow rows[OPT_COUNT] = {
#define OPTION(id, letter, name, value, choices, commands, help)                                   \
    {letter, name, value, choices, commands, help},
#include "cli/options.def"
#undef OPTION
};

static const char *const command_names[COMMAND_COUNT] = {
#define COMMAND(name, text, function, operands, help) text,
#include "cli/commands.def"
#undef COMMAND
};

const OptionRow *option_row(OptionId id)
{
    return &rows[id];
}

static bool takes(Command command, OptionId id)
{
    return rows[id].commands & (1u << command);
}

bool command_find(Str name, Command *ret, Str *ret_nearest)
{
    Nearest nearest = {.word = name};
    for (Command i = 0; i < COMMAND_COUNT; i++) {
        if (str_eq(name, str_of(command_names[i]))) {
            *ret = i;
            return true;
        }
        nearest_offer(&nearest, str_of(command_names[i]));
    }
    *ret_nearest = nearest.best;
    return false;
}

bool choice_find(Str choices, Str word, size_t *ret_index)
{
    size_t index = 0;
    for (size_t start = 0; start < choices.len; index++) {
        size_t end = str_find(choices, STR(" "), start);
        if (str_eq(str_sub(choices, start, end), word)) {
            *ret_index = index;
            return true;
        }
        start = end + 1;
    }
    return false;
}

bool jobs_parse(Str text, size_t *ret)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_is_digit((unsigned char)text.data[i]) || n > JOBS_MAX)
            return false;
        n = n * 10 + (size_t)(text.data[i] - '0');
    }
    *ret = n;
    return n >= 1 && n <= JOBS_MAX;
}

static bool find_letter(Command command, char letter, OptionId *ret)
{
    for (OptionId i = 0; i < OPT_COUNT; i++)
        if (rows[i].letter == letter && takes(command, i)) {
            *ret = i;
            return true;
        }
    return false;
}

static bool find_name(Command command, Str name, OptionId *ret)
{
    for (OptionId i = 0; i < OPT_COUNT; i++)
        if (takes(command, i) && str_eq(name, str_of(rows[i].name))) {
            *ret = i;
            return true;
        }
    return false;
}

static void say_unknown(Command command, Str name)
{
    Nearest nearest = {.word = name};
    for (OptionId i = 0; i < OPT_COUNT; i++)
        if (takes(command, i))
            nearest_offer(&nearest, str_of(rows[i].name));
    if (nearest.best.len)
        say("Unknown option --%.*s. Did you mean --%.*s?", STR_ARG(name), STR_ARG(nearest.best));
    else
        say("Unknown option --%.*s. See plainpaper %s --help.", STR_ARG(name),
            command_names[command]);
}

/* Where parsing stands: a letter group such as -qo may be half read. */
typedef struct Cursor {
    size_t n, next;
    char *const *argv;
    Options *options;
} Cursor;

static bool take_value(Cursor *cursor, OptionId id, bool has_value, Str value)
{
    const OptionRow *row = &rows[id];
    if (!has_value && cursor->next < cursor->n)
        value = str_of(cursor->argv[cursor->next++]);
    if (!value.len) {
        say("Option --%s needs a value: --%s %s.", row->name, row->name, row->value);
        return false;
    }
    size_t index;
    if (row->choices && !choice_find(str_of(row->choices), value, &index)) {
        say("Option --%s does not know “%.*s”; choose from: %s.", row->name, STR_ARG(value),
            row->choices);
        return false;
    }
    array_push(&cursor->options->values[id], value);
    return true;
}

static bool take_flag(Cursor *cursor, OptionId id)
{
    array_push(&cursor->options->values[id], (Str){0});
    return true;
}

static bool parse_long(Cursor *cursor, Str word)
{
    size_t equals = str_find(word, STR("="), 0);
    Str name = str_sub(word, 0, equals);
    bool has_value = equals < word.len;
    OptionId id;
    if (!find_name(cursor->options->command, name, &id)) {
        say_unknown(cursor->options->command, name);
        return false;
    }
    if (rows[id].value)
        return take_value(cursor, id, has_value, str_sub(word, equals + 1, word.len));
    if (has_value) {
        say("Option --%s takes no value.", rows[id].name);
        return false;
    }
    return take_flag(cursor, id);
}

static bool parse_letters(Cursor *cursor, Str letters)
{
    for (size_t i = 0; i < letters.len; i++) {
        OptionId id;
        if (!find_letter(cursor->options->command, letters.data[i], &id)) {
            say("Unknown option -%.*s. See plainpaper %s --help.", STR_ARG(letters),
                command_names[cursor->options->command]);
            return false;
        }
        if (rows[id].value) {
            Str rest = str_sub(letters, i + 1, letters.len);
            return take_value(cursor, id, rest.len > 0, rest);
        }
        take_flag(cursor, id);
    }
    return true;
}

bool options_parse(Command command, size_t n, char *const *argv, Options *ret)
{
    *ret = (Options){.command = command};
    Cursor cursor = {.n = n, .argv = argv, .options = ret};
    bool has_ended = false;
    while (cursor.next < n) {
        Str word = str_of(argv[cursor.next++]);
        if (!word.len) {
            say("One argument is empty. Leave it out, or write what was to stand there.");
            return false;
        }
        if (!has_ended && str_eq(word, STR("--")))
            has_ended = true;
        else if (has_ended || word.len < 2 || word.data[0] != '-')
            array_push(&ret->operands, word);
        else if (!(word.data[1] == '-' ? parse_long(&cursor, str_sub(word, 2, word.len))
                                       : parse_letters(&cursor, str_sub(word, 1, word.len))))
            return false;
    }
    return true;
}

void options_free(Options *options)
{
    for (OptionId i = 0; i < OPT_COUNT; i++)
        array_free(&options->values[i]);
    array_free(&options->operands);
}

bool options_has(const Options *options, OptionId id)
{
    return options->values[id].len > 0;
}

Str options_text(const Options *options, OptionId id)
{
    return options_has(options, id) ? *array_last(&options->values[id]) : (Str){0};
}

void options_list(const Options *options, OptionId id, StrArray *ret)
{
    for (size_t i = 0; i < options->values[id].len; i++) {
        Str value = options->values[id].items[i];
        for (size_t start = 0; start <= value.len;) {
            size_t end = str_find(value, STR(","), start);
            Str part = str_trim(str_sub(value, start, end));
            if (part.len)
                array_push(ret, part);
            start = end + 1;
        }
    }
}
