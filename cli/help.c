#include "cli/help.h"

#include "base/utf8.h"

static const struct {
    const char *name, *operands, *help;
} commands[COMMAND_COUNT] = {
#define COMMAND(name, text, function, operands, help) {text, operands, help},
#include "cli/commands.def"
#undef COMMAND
};

enum { HELP_COLUMN = 28, LINE_COLUMNS = 80 };

static void pad(Buf *ret, size_t columns)
{
    while (columns--)
        buf_append_char(ret, ' ');
}

/* Appends TEXT from HELP_COLUMN on, broken at blanks; COLUMN is where the line is. */
static void append_wrapped(Buf *ret, size_t column, Str text)
{
    if (column + 2 > HELP_COLUMN) {
        buf_append_char(ret, '\n');
        column = 0;
    }
    pad(ret, HELP_COLUMN - column);
    column = HELP_COLUMN;
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, STR(" "), start);
        Str word = str_sub(text, start, end);
        size_t width = utf8_length(word);
        if (column > HELP_COLUMN && column + 1 + width > LINE_COLUMNS) {
            buf_append_char(ret, '\n');
            pad(ret, HELP_COLUMN);
            column = HELP_COLUMN;
        } else if (column > HELP_COLUMN) {
            buf_append_char(ret, ' ');
            column++;
        }
        buf_append(ret, word);
        column += width;
        start = end + 1;
    }
    buf_append_char(ret, '\n');
}

static void append_row(Buf *ret, Str left, const char *help)
{
    buf_append(ret, left);
    append_wrapped(ret, utf8_length(left), str_of(help));
}

static void append_option(Buf *ret, const OptionRow *row)
{
    Buf left = {0};
    if (row->letter)
        buf_printf(&left, "  -%c, ", row->letter);
    else
        buf_append(&left, STR("      "));
    buf_printf(&left, "--%s", row->name);
    if (row->value)
        buf_printf(&left, " %s", row->value);
    append_row(ret, buf_str(&left), row->help);
    buf_free(&left);
}

static void append_options(Buf *ret, unsigned of_commands)
{
    buf_append(ret, STR("\nOptions:\n"));
    for (OptionId i = 0; i < OPT_COUNT; i++)
        if ((option_row(i)->commands & of_commands) == of_commands)
            append_option(ret, option_row(i));
}

void help_append_program(Buf *ret)
{
    buf_append(ret, STR("Usage: plainpaper COMMAND [OPTION]… [PATH]…\n"
                        "Shows where a meeting paper is hard to read for people outside.\n"
                        "\nCommands:\n"));
    for (Command i = 0; i < COMMAND_COUNT; i++) {
        Buf left = {0};
        buf_printf(&left, "  %s %s", commands[i].name, commands[i].operands);
        append_row(ret, buf_str(&left), commands[i].help);
        buf_free(&left);
    }
    append_options(ret, (1u << COMMAND_COUNT) - 1);
    buf_append(ret, STR("\nplainpaper COMMAND --help tells more of one command.\n"));
}

static void append_check_notes(Buf *ret)
{
    buf_append(ret,
               STR("\nReads Word (.docx .docm .dotx), Markdown (.md), web pages (.html) and\n"
                   "plain text (.txt). A folder is searched for such files.\n"
                   "\nExit status:\n"
                   "  0  nothing found at or above --fail-on\n"
                   "  1  something found at or above --fail-on\n"
                   "  2  an option, the configuration or a rule is wrong; nothing was checked\n"
                   "  3  a paper was not wholly checked, or the report not wholly written\n"));
}

void help_append_command(Command command, Buf *ret)
{
    buf_printf(ret, "Usage: plainpaper %s [OPTION]…", commands[command].name);
    if (*commands[command].operands)
        buf_printf(ret, " %s", commands[command].operands);
    buf_printf(ret, "\n%s\n", commands[command].help);
    append_options(ret, 1u << command);
    if (command == COMMAND_CHECK)
        append_check_notes(ret);
}
