#include "check/agenda_when.h"

#include "text/calendar.h"

/* A place in a text; the functions below move it only when they find something. */
typedef struct Cursor {
    Str text;
    size_t at;
} Cursor;

static unsigned char peek(const Cursor *c)
{
    return c->at < c->text.len ? (unsigned char)c->text.data[c->at] : 0;
}

static bool take_text(Cursor *c, Str wanted)
{
    if (!str_eq_nocase(str_sub(c->text, c->at, c->at + wanted.len), wanted))
        return false;
    c->at += wanted.len;
    return true;
}

static void skip_blanks(Cursor *c)
{
    while (ascii_is_space(peek(c)) || take_text(c, STR("\xC2\xA0")))
        if (ascii_is_space(peek(c)))
            c->at++;
}

/* A number of at most MAX_DIGITS figures; how many it has, or 0. */
static size_t take_number(Cursor *c, size_t max_digits, int *ret)
{
    size_t n = 0;
    int value = 0;
    while (c->at + n < c->text.len && ascii_is_digit((unsigned char)c->text.data[c->at + n]))
        if (n < 9)
            value = value * 10 + (c->text.data[c->at + n++] - '0');
        else
            return 0;
    if (n == 0 || n > max_digits)
        return 0;
    c->at += n;
    *ret = value;
    return n;
}

/* The letters from here on. */
static Str word_at(const Cursor *c)
{
    size_t end = c->at;
    while (end < c->text.len && ascii_is_alpha((unsigned char)c->text.data[end]))
        end++;
    return str_sub(c->text, c->at, end);
}

/* Takes a word that is one of N NAMES, or its first three letters or more; its place. */
static bool take_name(Cursor *c, const char *const *names, int n, int *ret)
{
    Str word = word_at(c);
    for (int i = 0; word.len >= 3 && i < n; i++) {
        if (names[i][0] != ascii_lower(word.data[0]))
            continue;
        Str name = str_of(names[i]);
        if (word.len <= name.len && str_eq_nocase(word, str_sub(name, 0, word.len))) {
            c->at += word.len;
            *ret = i;
            return true;
        }
    }
    return false;
}

static bool take_month(Cursor *c, int *ret)
{
    int index;
    if (!take_name(c, month_names, MONTHS, &index))
        return false;
    (void)take_text(c, STR("."));
    *ret = index + 1;
    return true;
}

static void skip_ordinal(Cursor *c)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < 4; i++) {
        Cursor after = *c;
        if (take_text(&after, str_of(endings[i])) && !ascii_is_alpha(peek(&after))) {
            *c = after;
            return;
        }
    }
}

static bool take_year(Cursor *c, Date *ret)
{
    int year;
    size_t n = take_number(c, 4, &year);
    if (n != 4 && n != 2)
        return false;
    ret->year = n == 2 ? 2000 + year : year;
    return true;
}

static void skip_comma(Cursor *c)
{
    skip_blanks(c);
    (void)take_text(c, STR(","));
    skip_blanks(c);
}

/* "25th April 2019", "25 of April, 2019" */
static bool take_day_month_year(Cursor *c, Date *ret)
{
    Cursor at = *c;
    if (!take_number(&at, 2, &ret->day))
        return false;
    skip_ordinal(&at);
    skip_blanks(&at);
    if (take_text(&at, STR("of ")))
        skip_blanks(&at);
    (void)take_text(&at, STR("-"));
    if (!take_month(&at, &ret->month))
        return false;
    skip_comma(&at);
    (void)take_text(&at, STR("-"));
    if (!take_year(&at, ret))
        return false;
    *c = at;
    return true;
}

/* "April 25, 2019" */
static bool take_month_day_year(Cursor *c, Date *ret)
{
    Cursor at = *c;
    if (!take_month(&at, &ret->month))
        return false;
    skip_blanks(&at);
    if (!take_number(&at, 2, &ret->day))
        return false;
    skip_ordinal(&at);
    skip_comma(&at);
    Cursor before = at;
    if (take_number(&at, 4, &ret->year) != 4) {
        *c = before;
        return false;
    }
    *c = at;
    return true;
}

/* "25/04/19", "25.4.2019", "2019-04-25" */
static bool take_figures(Cursor *c, Date *ret)
{
    Cursor at = *c;
    int first;
    size_t n = take_number(&at, 4, &first);
    unsigned char mark = peek(&at);
    if (!n || n == 3 || (mark != '/' && mark != '.' && mark != '-'))
        return false;
    at.at++;
    if (!take_number(&at, 2, &ret->month) || peek(&at) != mark)
        return false;
    at.at++;
    if (n == 4) {
        ret->year = first;
        if (mark == '.' || !take_number(&at, 2, &ret->day))
            return false;
    } else {
        ret->day = first;
        if (!take_year(&at, ret))
            return false;
    }
    *c = at;
    return true;
}

/* The weekday written just before START of TEXT, or -1. */
static int weekday_before(Str text, size_t start)
{
    Str before = str_trim(str_sub(text, 0, start));
    while (before.len && (before.data[before.len - 1] == ',' || before.data[before.len - 1] == '.'))
        before.len--;
    if (str_ends_with(before, STR(" the")))
        before = str_trim(str_sub(before, 0, before.len - 4));
    size_t from = before.len;
    while (from && ascii_is_alpha((unsigned char)before.data[from - 1]))
        from--;
    Cursor c = {before, from};
    int index;
    return take_name(&c, weekday_names, WEEKDAYS, &index) && c.at == before.len ? index : -1;
}

static bool starts_token(Str text, size_t at)
{
    if (!at)
        return true;
    unsigned char before = (unsigned char)text.data[at - 1], here = (unsigned char)text.data[at];
    if (ascii_is_digit(here))
        return !ascii_is_digit(before) && before != '.' && before != '/' && before != ':' &&
               !(before == '-' && at >= 2 && ascii_is_digit((unsigned char)text.data[at - 2]));
    return ascii_is_alpha(here) && !ascii_is_alpha(before);
}

static bool ends_token(const Cursor *c)
{
    Cursor next = {c->text, c->at + 1};
    return !ascii_is_digit(peek(c)) && !ascii_is_alpha(peek(c)) && peek(c) != '/' &&
           !((peek(c) == '.' || peek(c) == '-') && ascii_is_digit(peek(&next)));
}

bool when_find_date(Str text, size_t from, Date *ret, Span *ret_span, bool *ret_has_wrong_weekday)
{
    for (size_t at = from; at < text.len; at++) {
        if (!starts_token(text, at))
            continue;
        Cursor c = {text, at};
        Date date = {0};
        bool is_found = take_day_month_year(&c, &date) || take_figures(&c, &date) ||
                        take_month_day_year(&c, &date);
        if (!is_found || !ends_token(&c) || !date_is_valid(date) || date.year < 1900)
            continue;
        int weekday = weekday_before(text, at);
        *ret = date;
        *ret_span = (Span){at, c.at};
        *ret_has_wrong_weekday = weekday >= 0 && weekday != day_weekday(day_of(date));
        return true;
    }
    return false;
}

/* Half of the day, as written or not. */
typedef enum Half { HALF_NONE, HALF_AM, HALF_PM } Half;

typedef struct Clock {
    int minutes; /* after midnight, or after noon when half is PM and still to be added */
    Half half;
    bool is_clear; /* by its form alone */
} Clock;

static Half take_half(Cursor *c)
{
    static const struct {
        const char *text;
        Half half;
    } halves[] = {{"a.m.", HALF_AM}, {"p.m.", HALF_PM}, {"a.m", HALF_AM}, {"p.m", HALF_PM},
                  {"am", HALF_AM},   {"pm", HALF_PM},   {"noon", HALF_PM}};
    Cursor at = *c;
    skip_blanks(&at);
    for (size_t i = 0; i < sizeof halves / sizeof halves[0]; i++) {
        Cursor after = at;
        if (take_text(&after, str_of(halves[i].text)) && !ascii_is_alpha(peek(&after))) {
            *c = after;
            return halves[i].half;
        }
    }
    return HALF_NONE;
}

static bool take_hours_word(Cursor *c)
{
    Cursor at = *c;
    skip_blanks(&at);
    bool is_there =
        take_text(&at, STR("hours")) || take_text(&at, STR("hrs")) || take_text(&at, STR("h"));
    if (!is_there || ascii_is_alpha(peek(&at)))
        return false;
    *c = at;
    return true;
}

static bool take_named_time(Cursor *c, Clock *ret)
{
    if (take_text(c, STR("midday")) || take_text(c, STR("noon"))) {
        *ret = (Clock){12 * 60, HALF_NONE, true};
        return !ascii_is_alpha(peek(c));
    }
    return false;
}

/* "10.30", "10:30", "10" and "1030 hrs" up to what is behind them. */
static bool take_clock_figures(Cursor *c, Clock *ret)
{
    int hours, minutes = 0;
    size_t n = take_number(c, 4, &hours);
    if (n == 4) {
        minutes = hours % 100;
        hours /= 100;
        ret->is_clear = take_hours_word(c);
        if (!ret->is_clear)
            return false;
    } else if (n == 0 || n == 3) {
        return false;
    } else if (peek(c) == ':' || peek(c) == '.') {
        ret->is_clear = peek(c) == ':';
        Cursor after = {c->text, c->at + 1};
        if (take_number(&after, 2, &minutes) == 2)
            *c = after;
        else if (ret->is_clear || ascii_is_digit(peek(&(Cursor){c->text, c->at + 1})))
            return false;
    }
    ret->minutes = hours * 60 + minutes;
    return hours < 24 && minutes < 60;
}

static bool take_clock(Cursor *c, Clock *ret)
{
    *ret = (Clock){0};
    Cursor at = *c;
    if (!take_named_time(&at, ret)) {
        if (!take_clock_figures(&at, ret))
            return false;
        ret->half = take_half(&at);
        if (ret->half == HALF_NONE && take_hours_word(&at))
            ret->is_clear = true;
        ret->is_clear |= ret->half != HALF_NONE;
        int hour = ret->minutes / 60;
        if (ret->half != HALF_NONE && (hour > 12 || hour == 0))
            ret->half = HALF_NONE; /* "14:30 pm" */
        if (ret->half == HALF_PM && hour < 12)
            ret->minutes += 12 * 60;
        if (ret->half == HALF_AM && hour == 12)
            ret->minutes -= 12 * 60;
    }
    if (ascii_is_digit(peek(&at)) || ascii_is_alpha(peek(&at)) || peek(&at) == '%' ||
        peek(&at) == '/')
        return false;
    *c = at;
    return true;
}

static bool take_range_mark(Cursor *c)
{
    static const char *const marks[] = {"–", "—", "-", "to ", "until ", "till "};
    Cursor at = *c;
    skip_blanks(&at);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (take_text(&at, str_of(marks[i]))) {
            skip_blanks(&at);
            *c = at;
            return true;
        }
    return false;
}

/* "2 to 4pm" begins in the afternoon, "10–12.30pm" in the morning; "9.30–1.00"
 * ends in the afternoon. */
static void settle_halves(Clock *start, Clock *end)
{
    enum { HALF_DAY = 12 * 60 };
    if (end->half == HALF_PM && start->half == HALF_NONE &&
        start->minutes + HALF_DAY <= end->minutes)
        start->minutes += HALF_DAY;
    if (end->half == HALF_NONE && end->minutes <= start->minutes && end->minutes < HALF_DAY)
        end->minutes += HALF_DAY;
}

bool when_time_at(Str text, size_t at, bool is_time, TimeRange *ret, Span *ret_span)
{
    Cursor c = {text, at};
    Clock start, end;
    if (!starts_token(text, at) || !take_clock(&c, &start))
        return false;
    Cursor after = c;
    bool has_end = take_range_mark(&after) && take_clock(&after, &end);
    if (!is_time && !start.is_clear && !(has_end && end.is_clear))
        return false;
    *ret = (TimeRange){start.minutes, -1};
    if (has_end) {
        settle_halves(&start, &end);
        *ret = (TimeRange){start.minutes, end.minutes > start.minutes ? end.minutes : -1};
        c = after;
    }
    *ret_span = (Span){at, c.at};
    return true;
}

bool when_find_time(Str text, size_t from, bool is_time, TimeRange *ret, Span *ret_span)
{
    for (size_t at = from; at < text.len; at++)
        if (when_time_at(text, at, is_time, ret, ret_span))
            return true;
    return false;
}

/* A whole number or one with a half: "10", "1.5", "1½", "½". In tenths. */
static bool take_amount(Cursor *c, int *ret_tenths)
{
    int whole = 0, part;
    Cursor at = *c;
    bool has_whole = take_number(&at, 3, &whole) > 0;
    int tenths = whole * 10;
    Cursor fraction = {at.text, at.at + 1};
    if (take_text(&at, STR("½")))
        tenths += 5;
    else if (!has_whole)
        return false;
    else if (peek(&at) == '.' && take_number(&fraction, 1, &part)) {
        tenths += part;
        at = fraction;
    }
    *c = at;
    *ret_tenths = tenths;
    return true;
}

static bool take_unit(Cursor *c, const char *const *units, size_t n)
{
    Cursor at = *c;
    skip_blanks(&at);
    (void)take_text(&at, STR("-"));
    for (size_t i = 0; i < n; i++) {
        Cursor after = at;
        if (take_text(&after, str_of(units[i])) && !ascii_is_alpha(peek(&after))) {
            *c = after;
            return true;
        }
    }
    return false;
}

static const char *const hour_units[] = {"hours", "hour", "hrs", "hr", "h"};
static const char *const minute_units[] = {"minutes", "minute", "mins", "min", "m", "'", "’", "′"};

static bool take_minutes(Cursor *c, unsigned *ret)
{
    int tenths;
    Cursor at = *c;
    if (!take_amount(&at, &tenths) || !take_unit(&at, minute_units, 8))
        return false;
    *ret = (unsigned)tenths / 10;
    *c = at;
    return true;
}

static bool take_duration(Cursor *c, unsigned *ret)
{
    int tenths;
    unsigned minutes = 0;
    Cursor at = *c;
    if (take_minutes(c, ret))
        return true;
    if (!take_amount(&at, &tenths) || !take_unit(&at, hour_units, 5))
        return false;
    Cursor after = at;
    skip_blanks(&after);
    if (take_text(&after, STR("and")))
        skip_blanks(&after);
    if (take_minutes(&after, &minutes))
        at = after;
    *ret = (unsigned)(tenths * 6) + minutes;
    *c = at;
    return true;
}

bool when_duration_at(Str text, size_t at, bool is_duration, unsigned *ret_minutes, Span *ret_span)
{
    int tenths;
    Cursor c = {text, at};
    if (!starts_token(text, at) && !str_starts_with(str_sub(text, at, text.len), STR("½")))
        return false;
    bool is_found = take_duration(&c, ret_minutes);
    if (!is_found && is_duration && take_amount(&c, &tenths) && ends_token(&c)) {
        *ret_minutes = (unsigned)tenths / 10;
        is_found = true;
    }
    *ret_span = (Span){at, c.at};
    return is_found;
}

bool when_find_duration(Str text, size_t from, bool is_duration, unsigned *ret_minutes,
                        Span *ret_span)
{
    for (size_t at = from; at < text.len; at++)
        if (when_duration_at(text, at, is_duration, ret_minutes, ret_span))
            return true;
    return false;
}
