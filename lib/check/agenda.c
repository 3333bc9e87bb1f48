#include "check/agenda_read.h"

enum { ITEM_BYTES_MAX = 120 }; /* a longer line is no title */

size_t agenda_count_substantive(const Agenda *agenda)
{
    size_t n = 0;
    for (size_t i = 0; i < agenda->n_items; i++)
        n += !agenda->items[i].is_standing && !agenda->items[i].is_break;
    return n;
}

/* The item last opened, or NULL. */
static AgendaItem *last_item(AgendaReading *reading)
{
    return reading->items.len ? array_last(&reading->items) : NULL;
}

/* "The Board is asked to:" and a list of what, each beginning with its verb. */
static unsigned purposes_asked(Str details)
{
    static const char *const asks[] = {"asked to", "recommended to"};
    unsigned found = 0;
    Str ask;
    size_t at = find_any_words(details, 0, asks, sizeof asks / sizeof asks[0], &ask);
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
    AgendaItem *item = last_item(reading);
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
    return last_item(reading);
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
        !when_time_at(line, 0, true, ret, &span) || ret->start % 5)
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
    item->link = line->link;
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
    bool is_break = reading->items.len && !reading->has_table && is_break_title(line->title);
    bool opens = !reading->is_in_notes && (is_break || opens_item(reading, opener, line));
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
        AgendaItem *item = last_item(reading);
        Str rest;
        item->n_points += line->opens_item;
        /* Behind the list of items only what has a label is still about the last one. */
        if (line->list_depth >= reading->item_depth ||
            field_opening(line->text, &rest) != FIELD_NONE)
            item_add_line(item, line->text);
        if (!item->link.len)
            item->link = line->link;
        reading_add_details(reading, line->text);
    }
    if (!reading->is_item_open || !line->list_depth)
        reading_take_line(reading, line);
}

typedef ARRAY(const AgendaTable *) TableArray;

/* Appends the tables that LINES stand in to RET, in their order. */
static void read_tables(AgendaReading *reading, const AgendaLineArray *lines, TableArray *ret)
{
    const Node *node = NULL;
    for (size_t i = 0; i < lines->len; i++) {
        bool begins = lines->items[i].table && lines->items[i].table != node;
        node = lines->items[i].table;
        if (!begins)
            continue;
        array_push(ret, table_read(reading, node));
        reading->has_table |= table_is_agenda(*array_last(ret));
    }
}

static void take_table(AgendaReading *reading, const AgendaTable *table)
{
    if (!reading->is_in_notes && table_is_agenda(table))
        table_take_items(reading, table);
    else
        table_take_facts(reading, table);
}

static void read_lines(AgendaReading *reading, const AgendaLineArray *lines)
{
    TableArray tables = {0};
    read_tables(reading, lines, &tables);
    Opener opener = choose_opener(lines);
    if (reading->has_table && opener != OPENER_NUMBERED_HEADING)
        opener = OPENER_NONE;
    const Node *node = NULL;
    size_t n_tables = 0;
    for (size_t i = 0; i < lines->len; i++) {
        const AgendaLine *line = &lines->items[i];
        bool goes_on = line->table && line->table == node;
        node = line->table;
        if (!node)
            read_line(reading, opener, line);
        else if (!goes_on)
            take_table(reading, tables.items[n_tables++]);
    }
    array_free(&tables);
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

/* "2.00", "2.30" on the agenda of an afternoon, and "1.15" behind "12.30". */
static void settle_afternoon(AgendaReading *reading)
{
    enum { HALF_DAY = 12 * 60, GAP_MAX = 6 * 60 };
    int before = reading->agenda.time.start;
    for (size_t i = 0; i < reading->items.len; i++) {
        TimeRange *time = &reading->items.items[i].time;
        int later = time->start + HALF_DAY;
        if (time->start < 0)
            continue;
        if (time->start < before && later >= before && later <= before + GAP_MAX)
            *time = (TimeRange){later, time->end < 0 ? -1 : time->end + HALF_DAY};
        before = time->start;
    }
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
    settle_afternoon(reading);
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
