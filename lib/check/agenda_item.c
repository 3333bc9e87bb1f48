#include "check/agenda_item.h"

#include "text/calendar.h"

bool is_whole_time(Str text, bool is_time, TimeRange *ret)
{
    Span span;
    TimeRange range;
    text = str_trim(text);
    if (!when_time_at(text, 0, is_time, &range, &span) ||
        str_trim(str_sub(text, span.end, text.len)).len)
        return false;
    *ret = range;
    return true;
}

bool is_whole_duration(Str text, unsigned *ret)
{
    Span span;
    unsigned minutes;
    text = str_trim(text);
    if (!when_duration_at(text, 0, false, &minutes, &span) ||
        str_trim(str_sub(text, span.end, text.len)).len)
        return false;
    *ret = minutes;
    return true;
}

static void set_time(AgendaItem *item, TimeRange time)
{
    item->time = time;
    if (time.end > time.start && !item->has_minutes) {
        item->minutes = (unsigned)(time.end - time.start);
        item->has_minutes = true;
    }
}

static void set_minutes(AgendaItem *item, unsigned minutes)
{
    item->minutes = minutes;
    item->has_minutes = true;
}

static void set_purposes(AgendaItem *item, unsigned purposes)
{
    if (purposes)
        item->purposes |= purposes;
}

static void set_paper(AgendaItem *item, Str value)
{
    if (!item->late_words.len)
        item->late_words = late_words_in(value);
    bool is_nothing = !value.len || str_eq(value, STR("-")) || str_eq(value, STR("–")) ||
                      str_eq_nocase(value, STR("n/a")) || str_eq_nocase(value, STR("none")) ||
                      str_eq_nocase(value, STR("no"));
    if (!is_nothing && !item->paper.len)
        item->paper = value;
}

void item_set_field(AgendaItem *item, AgendaField field, Str value)
{
    TimeRange time;
    unsigned minutes;
    Span span;
    value = str_trim(value);
    switch (field) {
    case FIELD_PURPOSE:
        set_purposes(item, purposes_in(value, true));
        break;
    case FIELD_LEAD:
        item->lead = value;
        break;
    case FIELD_PAPER:
        set_paper(item, value);
        break;
    case FIELD_TIME:
        if (is_whole_duration(value, &minutes))
            set_minutes(item, minutes);
        else if (when_find_time(value, 0, true, &time, &span))
            set_time(item, time);
        if (!item->has_minutes && when_find_duration(value, 0, false, &minutes, &span))
            set_minutes(item, minutes);
        break;
    case FIELD_DURATION:
        if (when_find_duration(value, 0, true, &minutes, &span))
            set_minutes(item, minutes);
        break;
    case FIELD_NUMBER:
        item->number = value;
        break;
    default:
        break;
    }
}

bool is_field_of_item(AgendaField field)
{
    return field == FIELD_PURPOSE || field == FIELD_LEAD || field == FIELD_PAPER ||
           field == FIELD_TIME || field == FIELD_DURATION;
}

/* Takes PIECE when its form says what it is. */
static bool take_piece(AgendaItem *item, Str piece)
{
    TimeRange time;
    unsigned minutes;
    Str rest;
    piece = str_trim(piece);
    AgendaField field = field_opening(piece, &rest);
    if (is_field_of_item(field)) {
        item_set_field(item, field, rest);
        return true;
    }
    if (is_whole_duration(piece, &minutes)) {
        set_minutes(item, minutes);
        return true;
    }
    if (is_whole_time(piece, false, &time)) {
        set_time(item, time);
        return true;
    }
    bool is_asking = starts_with_words(piece, STR("for")) || starts_with_words(piece, STR("to"));
    bool names_person = is_person(piece), is_late = late_words_in(piece).len > 0;
    size_t n_words = str_count_words(piece);
    unsigned purposes = purposes_in(piece, n_words <= 3 && !names_person);
    if (purposes && n_words <= (is_asking ? 6 : 2) && !is_late) {
        set_purposes(item, purposes);
        return true;
    }
    if (is_late || is_paper_reference(piece)) {
        set_paper(item, piece);
        return true;
    }
    if (names_person && !item->lead.len) {
        item->lead = piece;
        return true;
    }
    return false;
}

/* "Wednesday 12 May": another day, and so no time of this meeting. */
static bool names_day(Str text)
{
    return has_any_words(text, weekday_names, WEEKDAYS) || has_any_words(text, month_names, MONTHS);
}

bool item_take_pieces(AgendaItem *item, Str text)
{
    AgendaItem tried = *item;
    size_t n_known = 0;
    Str unknown = {0};
    for (size_t start = 0; start <= text.len;) {
        size_t comma = str_find(text, STR(","), start), semicolon = str_find(text, STR(";"), start);
        size_t end = comma < semicolon ? comma : semicolon;
        Str piece = str_trim(str_sub(text, start, end));
        if (piece.len && take_piece(&tried, piece))
            n_known++;
        else if (piece.len && (unknown.len || tried.lead.len))
            return take_piece(item, text);
        else if (piece.len)
            unknown = piece;
        start = end + 1;
    }
    bool may_be_lead = n_known && unknown.len <= 40 && unknown.len &&
                       ascii_is_upper((unsigned char)unknown.data[0]);
    if (names_day(unknown))
        return false;
    if (unknown.len && !may_be_lead)
        return take_piece(item, text);
    if (unknown.len && !tried.lead.len)
        tried.lead = unknown;
    *item = tried;
    return true;
}

/* TITLE without brackets that say something of the item. */
static Str without_brackets(AgendaItem *item, Str title, Arena *arena)
{
    Buf left = {0};
    size_t from = 0;
    for (size_t open = str_find(title, STR("("), 0); open < title.len;
         open = str_find(title, STR("("), open + 1)) {
        size_t close = str_find(title, STR(")"), open);
        Str inside = str_sub(title, open + 1, close);
        if (close == title.len || !item_take_pieces(item, inside))
            continue;
        bool ends_there = close + 1 < title.len && strchr(".,;:", title.data[close + 1]);
        bool has_blank = open > from && title.data[open - 1] == ' ';
        buf_append(&left, str_sub(title, from, open - (ends_there && has_blank)));
        from = close + 1;
    }
    if (!from) {
        buf_free(&left);
        return title;
    }
    buf_append(&left, str_sub(title, from, title.len));
    Str result = arena_str(arena, str_trim(buf_str(&left)));
    buf_free(&left);
    return result;
}

/* Where the last part of TITLE begins, and the length of the mark before it. */
static size_t last_separator(Str title, size_t *ret_len)
{
    static const char *const marks[] = {" – ", " — ", " - ", "\t", " | ", " · ", "…", " / "};
    for (size_t at = title.len; at-- > 0;)
        for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
            if (title.data[at] == marks[i][0] &&
                str_starts_with(str_sub(title, at, title.len), str_of(marks[i]))) {
                *ret_len = strlen(marks[i]);
                return at;
            }
    return title.len;
}

/* "Update on the stile", "Stile – update", "Finance update" */
static bool tells_news(Str title)
{
    size_t at = find_words(title, STR("update")), len = 0;
    bool ends_title = at + strlen("update") == title.len;
    return at < title.len && (!at || ends_title || last_separator(title, &len) + len == at);
}

/* What stands behind a tab is in a column of its own: "4.05" is a time there, and a name
 * who leads. */
static void take_column(AgendaItem *item, Str text)
{
    enum { LEAD_BYTES_MAX = 40 };
    TimeRange time;
    if (str_find(text, STR("."), 0) < text.len && is_whole_time(text, true, &time))
        set_time(item, time);
    else if (text.len && !item_take_pieces(item, text) && !item->lead.len &&
             text.len <= LEAD_BYTES_MAX && ascii_is_upper((unsigned char)text.data[0]))
        item->lead = text;
}

/* "How do we spend £200? Decide": what for, by itself behind a sentence. */
static unsigned purposes_at_end(Str title)
{
    enum { WORDS_MAX = 3 };
    size_t last = 0;
    for (size_t end = sentence_end(title, 0); end < title.len; end = sentence_end(title, end))
        last = end;
    Str sentence = str_sub(title, last, title.len);
    return last && str_count_words(sentence) <= WORDS_MAX ? purposes_in(sentence, true) : 0;
}

void item_set_title(AgendaItem *item, Str title, Arena *arena)
{
    title = without_brackets(item, str_trim(title), arena);
    size_t len = 0;
    for (size_t at = last_separator(title, &len); at && at < title.len;
         at = last_separator(title, &len)) {
        Str piece = str_trim(str_sub(title, at + len, title.len));
        if (title.data[at] == '\t')
            take_column(item, piece);
        else if (piece.len && !item_take_pieces(item, piece))
            break;
        title = str_trim(str_sub(title, 0, at));
    }
    while (title.len && (title.data[title.len - 1] == ':' || title.data[title.len - 1] == ','))
        title = str_trim(str_sub(title, 0, title.len - 1));
    item->title = title;
    if (!item->purposes)
        item->purposes = purposes_in(title, false);
    if (!item->purposes)
        item->purposes = purposes_at_end(title);
    if (!item->purposes && tells_news(title))
        item->purposes = PURPOSE_INFORMATION;
    if (!item->late_words.len && str_count_words(title) < 12)
        item->late_words = late_words_in(title);
}
