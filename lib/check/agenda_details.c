/* What stands under the title of an agenda's item. */
#include "check/agenda_item.h"

/* "asked to", "To approve", "we will talk about": does SENTENCE say what members are to do? */
static bool is_ask(Str sentence)
{
    static const char *const asks[] = {"asked to", "invited to", "recommended to", "talk about"};
    return starts_with_words(sentence, STR("to")) || starts_with_words(sentence, STR("for")) ||
           has_any_words(sentence, asks, sizeof asks / sizeof asks[0]);
}

/* "a. To approve", "(b) To note" without the letter. */
static Str without_letter(Str line)
{
    size_t at = line.len && line.data[0] == '(';
    if (line.len < at + 3 || !ascii_is_lower((unsigned char)line.data[at]) ||
        (line.data[at + 1] != ')' && line.data[at + 1] != '.'))
        return line;
    return str_trim(str_sub(line, at + 2, line.len));
}

static size_t part_end(Str line, size_t start)
{
    static const char *const marks[] = {"|", ";", "\t", "·"};
    size_t end = line.len;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t at = str_find(line, str_of(marks[i]), start);
        end = at < end ? at : end;
    }
    return end;
}

static void take_parts(AgendaItem *item, Str text)
{
    enum { PART_BYTES_MAX = 80 };
    for (size_t start = 0; start < text.len;) {
        size_t end = part_end(text, start);
        Str part = str_trim(str_sub(text, start, end));
        if (part.len && part.len <= PART_BYTES_MAX)
            (void)item_take_pieces(item, part);
        start = end + (str_starts_with(str_sub(text, end, text.len), STR("·")) ? 2 : 1);
    }
}

/* "To note.", "See paper 2.", "6.10pm, Jo Bloggs.": short, and no sentence of its own. */
static bool is_note(Str sentence)
{
    static const char *const openings[] = {"for", "to", "see"};
    return ascii_is_digit((unsigned char)sentence.data[0]) ||
           starts_with_any_words(sentence, openings, sizeof openings / sizeof openings[0]);
}

/* Takes the time that opens "7.05pm, two pupils from Year 6". */
static void take_opening_time(AgendaItem *item, Str sentence)
{
    TimeRange time;
    Str opening = str_sub(sentence, 0, str_find(sentence, STR(","), 0));
    if (item->time.start < 0 && is_whole_time(opening, false, &time))
        item_set_field(item, FIELD_TIME, opening);
}

static void add_sentence(AgendaItem *item, Str sentence)
{
    Str value;
    AgendaField field = field_opening(sentence, &value);
    bool has_parts = str_find(sentence, STR("|"), 0) < sentence.len ||
                     str_find(sentence, STR("\t"), 0) < sentence.len ||
                     str_find(sentence, STR(" · "), 0) < sentence.len;
    if (is_field_of_item(field) && !has_parts) {
        if (field == FIELD_LEAD && str_ends_with(value, STR(".")))
            value.len--;
        item_set_field(item, field, value);
        return;
    }
    if (is_note(sentence) && str_ends_with(sentence, STR(".")))
        sentence.len--;
    take_parts(item, sentence);
    take_opening_time(item, sentence);
    if (!item->purposes && is_ask(sentence))
        item->purposes = purposes_in(sentence, false);
}

void item_add_line(AgendaItem *item, Str line)
{
    Str text = without_letter(line);
    item->n_points += text.len < line.len;
    for (size_t start = 0; start < text.len;) {
        size_t end = sentence_end(text, start);
        Str sentence = str_trim(str_sub(text, start, end));
        if (sentence.len)
            add_sentence(item, sentence);
        start = end;
    }
}
