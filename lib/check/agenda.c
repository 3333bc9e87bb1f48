#include "check/agenda_read.h"

enum { ITEM_BYTES_MAX = 120 }; /* a longer line is no title */

size_t agenda_count_substantive(const Agenda *agenda)
{
    size_t n = 0;
    for (size_t i = 0; i < agenda->n_items; i++)
        n += !agenda->items[i].is_standing && !agenda->items[i].is_break;
    return n;
}

AgendaItem *reading_item(AgendaReading *reading)
{
    return reading->items.len ? array_last(&reading->items) : NULL;
}

/* "The Board is asked to:" and a list of what, each beginning with its verb. */
static unsigned purposes_asked(Str details)
{
    unsigned found = 0;
    size_t at = find_words(details, STR("asked to"));
    if (at == details.len)
        at = find_words(details, STR("recommended to"));
    for (size_t start = str_find(details, STR("\n"), at); start < details.len;) {
        size_t end = str_find(details, STR("\n"), start + 1);
        Str line = str_trim(str_sub(details, start, end));
        size_t word_end = 0;
        while (word_end < line.len && ascii_is_alpha((unsigned char)line.data[word_end]))
            word_end++;
        found |= purposes_in(str_sub(line, 0, word_end), true);
        start = end;
    }
    return found;
}

static void close_item(AgendaReading *reading)
{
    AgendaItem *item = reading_item(reading);
    if (item) {
        item->details = arena_str(reading->arena, buf_str(&reading->details));
        if (!item->purposes)
            item->purposes = purposes_asked(item->details);
        if (!item->purposes)
            item->purposes = reading->item_section_purposes;
    }
    buf_clear(&reading->details);
}

AgendaItem *reading_open_item(AgendaReading *reading)
{
    close_item(reading);
    AgendaItem item = {.time = NO_TIME, .is_consent = reading->is_consent};
    array_push(&reading->items, item);
    reading->is_item_open = true;
    reading->item_section_purposes = reading->section_purposes;
    return reading_item(reading);
}

void reading_add_details(AgendaReading *reading, Str line)
{
    if (reading->details.len)
        buf_append_char(&reading->details, '\n');
    buf_append(&reading->details, line);
}

void reading_open_section(AgendaReading *reading, Str title)
{
    reading->is_in_notes = reading->items.len && is_notes_heading(title);
    reading->is_consent = find_words(title, STR("consent")) < title.len;
    reading->section_purposes = purposes_in(title, false);
}

/* Which lines open items, when no table does. */
typedef enum Opener {
    OPENER_NONE,
    OPENER_NUMBERED_HEADING,
    OPENER_NUMBER,
    OPENER_TIME,
    OPENER_BULLET,
    OPENER_HEADING,
    OPENER_PARAGRAPH,
} Opener;

/* A time at the start of LINE and what follows it. */
static bool opens_with_time(Str line, size_t n_items, TimeRange *ret, Str *ret_rest)
{
    Span span;
    if (!line.len || !(ascii_is_digit((unsigned char)line.data[0])) ||
        !when_find_time(line, 0, true, ret, &span) || span.start || ret->start % 5)
        return false;
    Str written = span_of(span, line);
    bool has_mark = str_find(written, STR(":"), 0) < written.len ||
                    str_find(written, STR("m"), 0) < written.len || ret->end >= 0;
    bool may_be_number = str_find(written, STR("."), 0) < written.len && ret->end < 0;
    if (!has_mark && (!may_be_number || span.end < 4 || ret->start < 7 * 60 ||
                      n_items + 1 >= (size_t)ret->start / 60))
        return false;
    *ret_rest = str_trim(str_sub(line, span.end, line.len));
    while (ret_rest->len && (ret_rest->data[0] == ':' || ret_rest->data[0] == '-' ||
                             str_starts_with(*ret_rest, STR("–")) ||
                             str_starts_with(*ret_rest, STR("—")) || ret_rest->data[0] == '|'))
        *ret_rest = str_trim(
            str_sub(*ret_rest, (unsigned char)ret_rest->data[0] >= 0x80 ? 3 : 1, ret_rest->len));
    return ret_rest->len > 0;
}

static bool is_top_number(Str number)
{
    return number.len && !ascii_is_lower((unsigned char)number.data[0]) && number.data[0] != '(';
}

static bool is_agenda_heading(Str text)
{
    size_t at = find_words(text, STR("agenda"));
    if (at == text.len)
        return false;
    Str after = str_trim(str_sub(text, at + 6, text.len));
    static const char *const others[] = {
        "item", "for change", "setting", "items",           "no",
        "no.",  "number",     "ref",     "for sustainable", "planning"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (starts_with_words(after, str_of(others[i])))
            return false;
    return true;
}

typedef struct LineCounts {
    size_t by[OPENER_PARAGRAPH + 1];
} LineCounts;

static LineCounts count_lines(const AgendaLineArray *lines)
{
    LineCounts counts = {{0}};
    bool is_in_notes = false, is_below_heading = false;
    for (size_t i = 0; i < lines->len; i++) {
        const AgendaLine *line = &lines->items[i];
        TimeRange time;
        Str rest;
        if (line->heading_level || (line->is_bold && !line->number.len)) {
            is_in_notes = counts.by[OPENER_NUMBER] + counts.by[OPENER_TIME] > 0 &&
                          is_notes_heading(line->text);
            is_below_heading |= str_eq_nocase(str_trim(line->text), STR("agenda"));
        }
        if (line->table || is_in_notes)
            continue;
        bool has_time = opens_with_time(line->text, counts.by[OPENER_NUMBER], &time, &rest);
        if (has_time)
            counts.by[OPENER_TIME]++;
        else if (line->heading_level && is_top_number(line->number))
            counts.by[OPENER_NUMBERED_HEADING]++;
        else if (is_top_number(line->number) && line->list_depth <= 1)
            counts.by[OPENER_NUMBER]++;
        else if (line->heading_level > 1)
            counts.by[OPENER_HEADING]++;
        else if (line->opens_item && line->list_depth == 1)
            counts.by[OPENER_BULLET]++;
        else if (is_below_heading && !line->heading_level && !line->list_depth)
            counts.by[OPENER_PARAGRAPH]++;
    }
    return counts;
}

static Opener choose_opener(const AgendaLineArray *lines)
{
    LineCounts counts = count_lines(lines);
    const size_t *n = counts.by;
    if (n[OPENER_NUMBERED_HEADING] >= 3 && n[OPENER_NUMBERED_HEADING] * 4 >= n[OPENER_NUMBER])
        return OPENER_NUMBERED_HEADING;
    if (n[OPENER_NUMBER] >= 2 && n[OPENER_NUMBER] >= n[OPENER_TIME])
        return OPENER_NUMBER;
    if (n[OPENER_TIME] >= 2)
        return OPENER_TIME;
    if (n[OPENER_HEADING] >= 4 && n[OPENER_BULLET] < 3 * n[OPENER_HEADING])
        return OPENER_HEADING;
    if (n[OPENER_BULLET] >= 3)
        return OPENER_BULLET;
    if (n[OPENER_HEADING] >= 2)
        return OPENER_HEADING;
    return n[OPENER_PARAGRAPH] >= 3 ? OPENER_PARAGRAPH : OPENER_NONE;
}

static bool is_dotted(Str number)
{
    return str_find(number, STR("."), 0) < number.len;
}

/* Below a numbered heading, only a number of the same kind opens an item: the points
 * of a list inside an item do not. */
static bool opens_item(const AgendaReading *reading, Opener opener, const AgendaLine *line)
{
    TimeRange time;
    Str rest;
    switch (opener) {
    case OPENER_NUMBERED_HEADING:
        return is_top_number(line->number) && (line->heading_level || is_dotted(line->number));
    case OPENER_NUMBER:
        return is_top_number(line->number) && (line->list_depth <= 1 || is_dotted(line->number));
    case OPENER_TIME:
        return opens_with_time(line->text, reading->items.len, &time, &rest);
    case OPENER_BULLET:
        return line->opens_item && line->list_depth == 1;
    case OPENER_HEADING:
        return line->heading_level > 1 && field_of(line->text) == FIELD_NONE &&
               !is_agenda_heading(line->text);
    case OPENER_PARAGRAPH:
        return !line->heading_level && !line->list_depth;
    default:
        return false;
    }
}

static void open_item(AgendaReading *reading, const AgendaLine *line)
{
    AgendaItem *item = reading_open_item(reading);
    Str title = line->title, rest;
    TimeRange time;
    item->number = line->number;
    item->prose = line->prose;
    item->span = line->span;
    reading->item_depth = line->list_depth;
    Str whole = line->opens_item && line->number.len ? line->title : line->text;
    if (opens_with_time(whole, reading->items.len - 1, &time, &rest)) {
        Str number;
        size_t at = item_number(rest, &number);
        item_set_field(item, FIELD_TIME, str_sub(whole, 0, (size_t)(rest.data - whole.data)));
        if (!line->opens_item || !line->number.len)
            item->number = at ? number : (Str){0};
        title = str_sub(rest, at, rest.len);
    } else if (opens_with_time(title, 0, &time, &rest)) {
        item_set_field(item, FIELD_TIME, str_sub(title, 0, (size_t)(rest.data - title.data)));
        title = rest;
    }
    item->link = first_link(line->prose->block);
    item_set_title(item, title, reading->arena);
    reading_add_details(reading, line->text);
}

/* Does LINE still speak of the item above it? */
static bool belongs_to_item(const AgendaReading *reading, const AgendaLine *line)
{
    if (!reading->is_item_open || reading->is_in_notes || line->heading_level)
        return false;
    Str rest;
    AgendaField field = field_opening(line->text, &rest);
    return field < FIELD_DATE;
}

static bool has_number(const AgendaReading *reading, Str number)
{
    for (size_t i = 0; number.len && i < reading->items.len; i++)
        if (str_eq(reading->items.items[i].number, number))
            return true;
    return false;
}

static void open_section(AgendaReading *reading, const AgendaLine *line)
{
    reading_open_section(reading, line->text);
    reading->has_begun |= str_eq_nocase(line->text, STR("agenda"));
    reading->is_item_open = false;
}

static void read_line(AgendaReading *reading, Opener opener, const AgendaLine *line)
{
    bool is_section =
        !line->number.len && (line->heading_level || (line->is_bold && !line->list_depth));
    if (is_section && reading->items.len && is_notes_heading(line->text))
        reading->is_in_notes = true;
    bool opens = !reading->is_in_notes && opens_item(reading, opener, line);
    if (opens && reading->has_table && has_number(reading, line->number)) {
        /* A heading over more on an item of the table above. */
        reading->is_item_open = false;
        return;
    }
    /* Paragraphs are items only below the word "Agenda". */
    if (opens && (opener != OPENER_PARAGRAPH || reading->has_begun)) {
        open_item(reading, line);
        return;
    }
    if (is_section) {
        open_section(reading, line);
    } else if (belongs_to_item(reading, line)) {
        AgendaItem *item = reading_item(reading);
        Str rest;
        /* Behind the list of items only what has a label is still about the last one. */
        if (line->list_depth >= reading->item_depth ||
            field_opening(line->text, &rest) != FIELD_NONE)
            item_add_line(item, line->text);
        if (!item->link.len)
            item->link = first_link(line->prose->block);
        reading_add_details(reading, line->text);
    }
    if (!reading->is_item_open || !line->list_depth)
        reading_take_line(reading, line);
}

static void read_lines(AgendaReading *reading, const AgendaLineArray *lines)
{
    Opener opener = choose_opener(lines);
    const Node *table = NULL;
    bool has_table = false;
    for (size_t i = 0; i < lines->len && !has_table; i++)
        has_table = lines->items[i].table && lines->items[i].table != table &&
                    table_is_agenda(reading, table = lines->items[i].table);
    if (has_table && opener != OPENER_NUMBERED_HEADING)
        opener = OPENER_NONE;
    reading->has_table = has_table;
    table = NULL;
    for (size_t i = 0; i < lines->len; i++) {
        const AgendaLine *line = &lines->items[i];
        if (line->table && line->table == table)
            continue;
        table = line->table;
        if (table && has_table && !reading->is_in_notes && table_is_agenda(reading, table))
            table_read_items(reading, table);
        else if (table)
            table_read_facts(reading, table);
        else
            read_line(reading, opener, line);
    }
    close_item(reading);
}

/* "1 Opening", with 1.1 and 1.2 below it, is no item but a part of the agenda. */
static bool has_items_below(const AgendaReading *reading, size_t index)
{
    Str number = reading->items.items[index].number;
    if (!number.len || is_dotted(number) || index + 1 == reading->items.len)
        return false;
    Str next = reading->items.items[index + 1].number;
    return next.len > number.len && str_starts_with(next, number) && next.data[number.len] == '.';
}

static bool is_only_a_heading(const AgendaItem *item)
{
    return !item->lead.len && !item->paper.len && !item->link.len && !item->has_minutes;
}

static void drop_parents(AgendaReading *reading)
{
    size_t kept = 0;
    unsigned inherited = 0;
    Str parent = {0};
    for (size_t i = 0; i < reading->items.len; i++) {
        AgendaItem item = reading->items.items[i];
        bool is_child = parent.len && str_starts_with(item.number, parent) &&
                        item.number.len > parent.len && item.number.data[parent.len] == '.';
        if (is_child && !item.purposes)
            item.purposes = inherited;
        if (has_items_below(reading, i) && is_only_a_heading(&item)) {
            parent = item.number;
            inherited = item.purposes;
            continue;
        }
        reading->items.items[kept++] = item;
    }
    reading->items.len = kept;
}

/* The time an item has is the time until the next begins, where the agenda gives
 * only beginnings. */
static void work_out_minutes(AgendaReading *reading)
{
    for (size_t i = 0; i < reading->items.len; i++) {
        AgendaItem *item = &reading->items.items[i];
        int end = i + 1 < reading->items.len ? reading->items.items[i + 1].time.start
                                             : reading->agenda.time.end;
        if (!item->has_minutes && item->time.start >= 0 && end > item->time.start)
            item->minutes = (unsigned)(end - item->time.start);
    }
}

static void finish(AgendaReading *reading)
{
    drop_parents(reading);
    work_out_minutes(reading);
    Agenda *agenda = &reading->agenda;
    AgendaItem *items = arena_new_array(reading->arena, AgendaItem, reading->items.len);
    for (size_t i = 0; i < reading->items.len; i++) {
        items[i] = reading->items.items[i];
        items[i].is_break = is_break_title(items[i].title);
        items[i].is_standing = !items[i].is_break && is_standing_title(items[i].title);
    }
    agenda->items = items;
    agenda->n_items = reading->items.len;
    if (agenda->time.start < 0 && agenda->n_items && items[0].time.start >= 0)
        agenda->time.start = items[0].time.start;
    array_free(&reading->items);
    buf_free(&reading->details);
}

Agenda agenda_read(const Document *document, const ProseList *proses, Arena *arena)
{
    AgendaReading reading = {.proses = proses, .arena = arena, .agenda = {.time = NO_TIME}};
    AgendaLineArray lines = {0};
    agenda_lines_of(proses, arena, &lines);
    read_lines(&reading, &lines);
    finish(&reading);
    if (!reading.agenda.title.len)
        reading.agenda.title = document->title;
    if (!reading.agenda.title.len && lines.len && lines.items[0].text.len <= ITEM_BYTES_MAX)
        reading.agenda.title = lines.items[0].text;
    array_free(&lines);
    return reading.agenda;
}

static Str file_name(Str path)
{
    for (size_t i = path.len; i-- > 0;)
        if (path.data[i] == '/' || path.data[i] == '\\')
            return str_sub(path, i + 1, path.len);
    return path;
}

/* The word in a file's name, where "_" and "-" part words too. */
static bool is_agenda_name(Str path)
{
    Str name = file_name(path);
    for (size_t at = 0; at + 6 <= name.len; at++)
        if (str_eq_nocase(str_sub(name, at, at + 6), STR("agenda")) &&
            !(at && ascii_is_alpha((unsigned char)name.data[at - 1])))
            return !(name.len > at + 6 && ascii_is_alpha((unsigned char)name.data[at + 6]));
    return false;
}

/* Items that every agenda has and little else does, each counted once. */
static size_t count_standing(const ProseList *proses)
{
    static const char *const openings[] = {"welcome",
                                           "apologies",
                                           "to receive apologies",
                                           "declarations of interest",
                                           "declaration of interest",
                                           "to receive declarations",
                                           "minutes of",
                                           "previous minutes",
                                           "matters arising",
                                           "any other business",
                                           "aob",
                                           "date of next meeting",
                                           "next meeting",
                                           "dates of future meetings"};
    enum { OPENINGS = sizeof openings / sizeof openings[0], LINE_BYTES_MAX = 90 };
    Arena arena = {0};
    AgendaLineArray lines = {0};
    bool has[OPENINGS] = {false};
    size_t n = 0;
    agenda_lines_of(proses, &arena, &lines);
    for (size_t i = 0; i < lines.len; i++)
        for (size_t k = 0; k < OPENINGS; k++)
            if (lines.items[i].text.len <= LINE_BYTES_MAX && !has[k] &&
                starts_with_words(lines.items[i].title, str_of(openings[k]))) {
                has[k] = true;
                n++;
            }
    array_free(&lines);
    arena_free(&arena);
    return n;
}

/* A record of a meeting has an agenda in it, but is none. */
static bool is_record(Str text)
{
    static const char *const words[] = {"minutes",     "notes",        "present",
                                        "attendees",   "action items", "actions",
                                        "resolutions", "regrets",      "summary of"};
    Str number;
    if (item_number(text, &number))
        return false;
    if (find_words(text, STR("agenda")) < text.len)
        return starts_with_words(text, STR("minutes")) || starts_with_words(text, STR("notes"));
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (starts_with_words(text, str_of(words[i])) ||
            (i == 0 && find_words(text, str_of(words[i])) < text.len))
            return true;
    return false;
}

/* What the first blocks say the paper is. */
typedef struct Heads {
    bool is_titled, has_heading; /* "Agenda" in its title, or in a heading below it */
    bool is_titled_record, is_record;
} Heads;

static Heads look_at_heads(const Document *document, const ProseList *proses)
{
    enum { HEAD_BLOCKS = 12 };
    Heads heads = {.is_titled = is_agenda_heading(document->title),
                   .is_titled_record = is_record(document->title)};
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        Str text = str_trim(prose->text);
        bool is_heading = prose->block->kind == NODE_HEADING;
        bool is_bold = i < HEAD_BLOCKS && prose->n_words && prose->n_words <= 12 &&
                       (prose->words[0].shape & WORD_IN_EMPHASIS);
        if (text.len > ITEM_BYTES_MAX || !(is_heading || is_bold || i == 0))
            continue;
        bool is_title = i == 0 || (is_heading && prose->block->as.heading.level == 1);
        bool says_agenda = i < HEAD_BLOCKS && is_agenda_heading(text);
        heads.is_titled |= says_agenda && is_title;
        heads.has_heading |= says_agenda;
        heads.is_titled_record |= is_title && is_record(text);
        heads.is_record |= is_heading && is_record(text);
    }
    return heads;
}

static size_t count_words(const ProseList *proses)
{
    size_t n = 0;
    for (size_t i = 0; i < proses->len; i++)
        n += proses->items[i].n_words;
    return n;
}

/* "2025-03-minutes.md", "board_notes.docx" */
static bool is_record_name(Str path)
{
    static const char *const words[] = {"minutes", "notes"};
    Str name = file_name(path);
    return has_any_words(name, words, sizeof words / sizeof words[0]);
}

bool agenda_is_one(const Document *document, const ProseList *proses, Str name)
{
    enum { WORDS_MAX = 4000, SHORT_WORDS_MAX = 1500, BLOCKS_MAX = 80, STANDING_MIN = 3 };
    Heads heads = look_at_heads(document, proses);
    size_t n_words = count_words(proses);
    if (heads.is_titled_record || is_record_name(name) || n_words > WORDS_MAX)
        return false;
    if (heads.is_titled || is_agenda_name(name))
        return true;
    ProseList head = {proses->items, proses->len < BLOCKS_MAX ? proses->len : BLOCKS_MAX};
    return n_words <= SHORT_WORDS_MAX && !heads.is_record &&
           (heads.has_heading || count_standing(&head) >= STANDING_MIN);
}
