/* What an agenda says of its meeting: date, times, place, when papers went out, whom
 * to ask. */
#include "check/agenda_read.h"

static void take_date(AgendaReading *reading, Str value, AgendaFact at)
{
    Span span;
    bool is_wrong;
    Date date;
    Agenda *agenda = &reading->agenda;
    if (date_is_known(agenda->date) || !when_find_date(value, 0, &date, &span, &is_wrong))
        return;
    agenda->date = date;
    agenda->has_wrong_weekday = is_wrong;
    agenda->date_at = at;
}

static void take_sent(AgendaReading *reading, Str value, AgendaFact at)
{
    Span span;
    bool is_wrong;
    Date date;
    Agenda *agenda = &reading->agenda;
    if (date_is_known(agenda->sent) || !when_find_date(value, 0, &date, &span, &is_wrong))
        return;
    agenda->sent = date;
    agenda->sent_at = at;
}

/* TEXT with the dates in it blanked, so that "25.04" is not taken for a time. */
static bool find_time_beside_date(Str text, bool is_time, TimeRange *ret)
{
    Date date;
    Span span, time_span;
    bool is_wrong;
    if (!when_find_date(text, 0, &date, &span, &is_wrong))
        return when_find_time(text, 0, is_time, ret, &time_span);
    return when_find_time(str_sub(text, span.end, text.len), 0, is_time, ret, &time_span) ||
           when_find_time(str_sub(text, 0, span.start), 0, is_time, ret, &time_span);
}

static void take_time(AgendaReading *reading, Str value, bool is_time, AgendaFact at)
{
    TimeRange time;
    if (reading->agenda.time.start >= 0 || !find_time_beside_date(value, is_time, &time))
        return;
    reading->agenda.time = time;
    reading->agenda.time_at = at;
}

static void take_text(AgendaFact *fact, Str value, AgendaFact at)
{
    if (fact->text.len || !value.len)
        return;
    *fact = at;
    fact->text = value;
}

void reading_take_fact(AgendaReading *reading, AgendaField field, Str value, AgendaFact at)
{
    Agenda *agenda = &reading->agenda;
    value = str_trim(value);
    switch (field) {
    case FIELD_DATE:
        take_date(reading, value, at);
        take_time(reading, value, false, at);
        break;
    case FIELD_TIME:
        take_date(reading, value, at);
        take_time(reading, value, true, at);
        break;
    case FIELD_PLACE:
        take_text(&agenda->place, value, at);
        break;
    case FIELD_LINK:
        take_text(&agenda->link, value, at);
        break;
    case FIELD_SENT:
        take_sent(reading, value, at);
        break;
    case FIELD_CONTACT:
        take_text(&agenda->contact, value, at);
        break;
    default:
        break;
    }
}

/* Is DATE's line about sending papers: "Papers were sent on …", "Published …"? */
static bool speaks_of_sending(Str line)
{
    static const char *const words[] = {"published",  "issued",      "despatched", "dispatched",
                                        "circulated", "papers sent", "were sent",  "sent on",
                                        "sent out",   "posted on"};
    static const char *const others[] = {"minutes", "deadline", "by"};
    Str found;
    size_t at = find_any_words(line, 0, words, sizeof words / sizeof words[0], &found);
    return at < line.len &&
           !has_any_words(str_sub(line, 0, at), others, sizeof others / sizeof others[0]);
}

/* A date by itself is that of the clerk's name, when it is before the meeting: the day
 * the summons was signed. */
static void take_signature_date(AgendaReading *reading, Str line, AgendaFact at)
{
    Date date;
    Span span;
    bool is_wrong;
    if (when_find_date(line, 0, &date, &span, &is_wrong) && date_is_known(reading->agenda.date) &&
        day_of(date) < day_of(reading->agenda.date))
        take_sent(reading, line, at);
}

/* "to be held in the Village Hall on Monday …": the words between. */
static Str place_in(Str line)
{
    static const char *const openings[] = {"held at",        "held in",       "held on line at",
                                           "meet in",        "meet at",       "meeting at",
                                           "takes place at", "takes place in"};
    Str place = {0};
    Str opening;
    size_t at = find_any_words(line, 0, openings, sizeof openings / sizeof openings[0], &opening);
    if (at < line.len)
        place = str_sub(line, at + opening.len, line.len);
    Span span;
    TimeRange time;
    size_t end = find_words(place, STR("on"));
    if (when_find_time(place, 0, false, &time, &span) && span.start < end)
        end = span.start;
    place = str_trim(str_sub(place, 0, end));
    if (str_ends_with(place, STR(" at")))
        place = str_trim(str_sub(place, 0, place.len - 3));
    while (place.len && (place.data[place.len - 1] == ',' || place.data[place.len - 1] == '.'))
        place.len--;
    if (starts_with_words(place, STR("public")) || starts_with_words(place, STR("private")))
        return (Str){0}; /* "held in public" */
    return place;
}

static bool has_place_word(Str text)
{
    static const char *const words[] = {
        "room",      "hall",      "chamber", "centre",   "house",          "office",
        "offices",   "suite",     "theatre", "surgery",  "library",        "church",
        "guildhall", "boardroom", "annexe",  "pavilion", "building",       "buildings",
        "teams",     "zoom",      "online",  "virtual",  "multi-location", "school"};
    return has_any_words(text, words, sizeof words / sizeof words[0]);
}

/* The place behind the date and time of LINE, or the short line that is one. */
static Str place_beside(Str line)
{
    enum { PLACE_BYTES_MAX = 90 };
    Date date;
    TimeRange time;
    Span date_span = {0, 0}, time_span = {0, 0};
    bool is_wrong;
    (void)when_find_date(line, 0, &date, &date_span, &is_wrong);
    (void)when_find_time(line, date_span.end, false, &time, &time_span);
    size_t from = time_span.end > date_span.end ? time_span.end : date_span.end;
    Str place = str_sub(line, from, sentence_end(line, from));
    for (size_t before = place.len + 1; place.len < before;) {
        static const char *const joins[] = {"in", "at", "the"};
        static const char *const marks[] = {",", "|", ".", "·", "–", "-"};
        before = place.len;
        place = str_trim(place);
        for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
            if (str_starts_with(place, str_of(marks[i])))
                place = str_trim(str_sub(place, strlen(marks[i]), place.len));
        for (size_t i = 0; i < 3; i++)
            if (starts_with_words(place, str_of(joins[i])))
                place = str_trim(str_sub(place, 2 + (i == 2), place.len));
    }
    while (place.len && (place.data[place.len - 1] == '.' || place.data[place.len - 1] == ':'))
        place.len--;
    return place.len <= PLACE_BYTES_MAX && has_place_word(place) ? place : (Str){0};
}

static bool is_meeting_address(Str url)
{
    static const char *const parts[] = {"teams.", "zoom.", "meet.", "webex", "youtube", "webcast"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (str_find(url, str_of(parts[i]), 0) < url.len)
            return true;
    return false;
}

static bool names_office(Str line)
{
    static const char *const words[] = {"secretary", "clerk", "democratic services",
                                        "governance team", "officer"};
    return has_any_words(line, words, sizeof words / sizeof words[0]);
}

/* "01632 960000": nine figures or more, with blanks at most between them. */
static bool has_phone_number(Str line)
{
    enum { FIGURES_MIN = 9 };
    size_t n = 0;
    for (size_t i = 0; i < line.len && n < FIGURES_MIN; i++)
        if (ascii_is_digit((unsigned char)line.data[i]))
            n++;
        else if (line.data[i] != ' ')
            n = 0;
    return n == FIGURES_MIN;
}

static bool is_contact_line(Str line)
{
    static const char *const words[] = {"contact", "queries", "questions", "enquiries",
                                        "email",   "e-mail",  "phone",     "telephone",
                                        "tel",     "call",    "ring"};
    static const char *const asking[] = {"ask", "tell", "message", "text"};
    if (str_find(line, STR("@"), 0) < line.len)
        return true;
    if (has_any_words(line, words, sizeof words / sizeof words[0]))
        return names_office(line) || str_find(line, STR("0"), 0) < line.len;
    return has_any_words(line, asking, sizeof asking / sizeof asking[0]) && has_phone_number(line);
}

static void take_title(AgendaReading *reading, const AgendaLine *line)
{
    Str text = line->text;
    if (reading->agenda.title.len || !(line->heading_level || line->is_bold))
        return;
    if (str_eq_nocase(text, STR("agenda")) || is_date_alone(text) || text.len < 4)
        return;
    Str rest;
    if (field_of(text) != FIELD_NONE || field_opening(text, &rest) != FIELD_NONE)
        return;
    reading->agenda.title = text;
}

/* A label that stands by itself over its value. */
static AgendaField field_of_meeting(Str label)
{
    AgendaField field = field_of(label);
    return field == FIELD_TIME || (field >= FIELD_DATE && field < FIELD_OTHER) ? field : FIELD_NONE;
}

void reading_take_line(AgendaReading *reading, const AgendaLine *line)
{
    Agenda *agenda = &reading->agenda;
    AgendaFact at = {line->text, line->prose, line->span};
    Str rest = {0};
    AgendaField field = field_opening(line->text, &rest);
    bool is_label = field != FIELD_NONE && rest.len;
    if (!is_label && reading->pending != FIELD_NONE) {
        reading_take_fact(reading, reading->pending, line->text, at);
        reading->pending = FIELD_NONE;
        return;
    }
    if (is_label) {
        reading_take_fact(reading, field, rest, at);
        if (field != FIELD_CONTACT)
            return;
    }
    if (!is_label && (line->heading_level || line->is_bold || line->is_term ||
                      line->text.data[line->text.len - 1] == ':'))
        reading->pending = field_of_meeting(line->text);
    if (reading->pending != FIELD_NONE)
        return;
    take_title(reading, line);
    bool is_sending = speaks_of_sending(line->text);
    if (is_sending) {
        take_sent(reading, line->text, at);
    } else if (date_is_known(agenda->date) && is_date_alone(line->text)) {
        take_signature_date(reading, line->text, at);
    } else if (!reading->items.len) {
        take_date(reading, line->text, at);
        if (date_is_known(agenda->date))
            take_time(reading, line->text, false, at);
    }
    Str place = place_in(line->text);
    if (!place.len && !reading->items.len && date_is_known(agenda->date) && !line->heading_level)
        place = place_beside(line->text);
    take_text(&agenda->place, place, at);
    if (is_meeting_address(line->link))
        take_text(&agenda->link, line->link, at);
    if (is_contact_line(line->text))
        take_text(&agenda->contact, line->text, at);
}
