#include "check/clear_days.h"

#include <assert.h>

enum { SUNDAY = 0, SATURDAY = 6 };

static const char *const weekday_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                            "Thursday", "Friday", "Saturday"};
static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

static const Str nation_names[NATION_COUNT] = {
    {"england", 7}, {"wales", 5}, {"scotland", 8}, {"northern-ireland", 16}};

bool nation_parse(Str text, Nation *ret)
{
    for (Nation i = 0; i < NATION_COUNT; i++)
        if (str_eq(text, nation_names[i])) {
            *ret = i;
            return true;
        }
    return false;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool date_is_valid(Date date)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1)
        return false;
    return date.day <= lengths[date.month - 1] + (date.month == 2 && is_leap(date.year));
}

long day_of(Date date)
{
    long year = date.year - (date.month <= 2);
    long era = year / 400, of_era = year % 400;
    long of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Date date_of(long day)
{
    assert(day > -719468);
    long shifted = day + 719468, era = shifted / 146097, in_era = shifted % 146097;
    long of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    long in_year = in_era - (365 * of_era + of_era / 4 - of_era / 100);
    long month = (5 * in_year + 2) / 153;
    Date date = {.day = (int)(in_year - (153 * month + 2) / 5 + 1),
                 .month = (int)(month < 10 ? month + 3 : month - 9)};
    date.year = (int)(of_era + era * 400 + (date.month <= 2));
    return date;
}

int day_weekday(long day)
{
    return (int)(((day + 4) % 7 + 7) % 7);
}

long easter_of(int year)
{
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return day_of((Date){year, n / 31, n % 31 + 1});
}

void day_append(long day, bool has_year, Buf *ret)
{
    Date date = date_of(day);
    buf_printf(ret, "%s %d %s", weekday_names[day_weekday(day)], date.day,
               month_names[date.month - 1]);
    if (has_year)
        buf_printf(ret, " %d", date.year);
}

/* "2020-05-08" */
static bool parse_iso(Str text, Date *ret)
{
    if (text.len != 10 || text.data[4] != '-' || text.data[7] != '-')
        return false;
    int parts[3] = {0};
    for (size_t i = 0, part = 0; i < text.len; i++) {
        if (i == 4 || i == 7)
            part++;
        else if (ascii_is_digit((unsigned char)text.data[i]))
            parts[part] = parts[part] * 10 + (text.data[i] - '0');
        else
            return false;
    }
    *ret = (Date){parts[0], parts[1], parts[2]};
    return date_is_valid(*ret);
}

static bool read_change(const Term *row, HolidayChange *ret)
{
    static const Str extra = {"extra: ", 7}, moved = {"moved: ", 7};
    Date date;
    Nation nation;
    if (!parse_iso(row->term, &date) || !row->plain.len)
        return false;
    *ret = (HolidayChange){.day = day_of(date), .is_removed = str_starts_with(row->note, moved)};
    for (size_t i = 0; i < row->plain.len; i++) {
        if (!nation_parse(row->plain.items[i], &nation))
            return false;
        ret->nations |= 1u << nation;
    }
    ret->name = str_sub(row->note, extra.len, row->note.len);
    return ret->name.len && (ret->is_removed || str_starts_with(row->note, extra));
}

Status bank_holidays_of(const Dictionary *dictionary, Arena *arena, DiagnosticSink *sink,
                        BankHolidays *ret)
{
    HolidayChange *changes = arena_new_array(arena, HolidayChange, dictionary->n_terms);
    for (size_t i = 0; i < dictionary->n_terms; i++) {
        if (read_change(&dictionary->terms[i], &changes[i]))
            continue;
        diagnostic_add(
            sink, DIAG_DICTIONARY_BROKEN, dictionary->path, i + 2, 0,
            "Write a date as 2020-05-08, its nations, and extra: or moved: with a name.");
        return STATUS_CONFIG;
    }
    *ret = (BankHolidays){changes, dictionary->n_terms};
    return STATUS_OK;
}

static bool is_weekend(long day)
{
    return day_weekday(day) == SATURDAY || day_weekday(day) == SUNDAY;
}

static long next_weekday(long day)
{
    while (is_weekend(day))
        day++;
    return day;
}

/* The days kept for FIRST and the holiday on the day after it: what falls on a
 * weekend goes to the next weekdays that are free. */
static void pair_days(long first, long *ret_first, long *ret_second)
{
    long second = first + 1;
    if (!is_weekend(first) || is_weekend(second)) {
        *ret_first = next_weekday(first);
        *ret_second = next_weekday(second);
        if (*ret_second == *ret_first)
            ++*ret_second;
    } else { /* Sunday: the second keeps its Monday */
        *ret_second = second;
        *ret_first = second + 1;
    }
}

static Str winter_name(Nation nation, int year, long day)
{
    long first, second;
    pair_days(day_of((Date){year, 12, 25}), &first, &second);
    if (day == first)
        return STR("Christmas Day");
    if (day == second)
        return STR("Boxing Day");
    long new_year = day_of((Date){year, 1, 1});
    if (nation != NATION_SCOTLAND)
        return day == next_weekday(new_year) ? STR("New Year’s Day") : (Str){0};
    pair_days(new_year, &first, &second);
    if (day == first)
        return STR("New Year’s Day");
    return day == second ? STR("2 January") : (Str){0};
}

static long first_monday(int year, int month)
{
    long day = day_of((Date){year, month, 1});
    return day + (8 - day_weekday(day)) % 7;
}

static long last_monday_of_31(int year, int month)
{
    long day = day_of((Date){year, month, 31});
    return day - (day_weekday(day) + 6) % 7;
}

static Str monday_name(Nation nation, int year, long day)
{
    if (day == first_monday(year, 5))
        return STR("Early May bank holiday");
    if (day == last_monday_of_31(year, 5))
        return STR("Spring bank holiday");
    long summer = nation == NATION_SCOTLAND ? first_monday(year, 8) : last_monday_of_31(year, 8);
    return day == summer ? STR("Summer bank holiday") : (Str){0};
}

static Str national_name(Nation nation, int year, long day)
{
    if (nation == NATION_SCOTLAND && year >= 2007 &&
        day == next_weekday(day_of((Date){year, 11, 30})))
        return STR("St Andrew’s Day");
    if (nation != NATION_NORTHERN_IRELAND)
        return (Str){0};
    if (day == next_weekday(day_of((Date){year, 3, 17})))
        return STR("St Patrick’s Day");
    return day == next_weekday(day_of((Date){year, 7, 12})) ? STR("Battle of the Boyne") : (Str){0};
}

static Str worked_out_name(Nation nation, long day)
{
    int year = date_of(day).year;
    long easter = easter_of(year);
    if (day == easter - 2)
        return STR("Good Friday");
    if (day == easter + 1 && nation != NATION_SCOTLAND)
        return STR("Easter Monday");
    Str name = winter_name(nation, year, day);
    if (!name.len)
        name = monday_name(nation, year, day);
    return name.len ? name : national_name(nation, year, day);
}

Str bank_holiday_name(const BankHolidays *holidays, Nation nation, long day)
{
    for (size_t i = 0; i < holidays->n_changes; i++) {
        const HolidayChange *change = &holidays->changes[i];
        if (change->day == day && (change->nations & 1u << nation))
            return change->is_removed ? (Str){0} : change->name;
    }
    return worked_out_name(nation, day);
}

/* Good Friday to Easter Monday, whatever banks do on that Monday. */
static bool is_easter_break(Nation nation, long day)
{
    long easter = easter_of(date_of(day).year);
    return day >= easter - 2 && day <= easter + (nation != NATION_SCOTLAND);
}

static bool is_christmas_break(const BankHolidays *holidays, Nation nation, long day)
{
    Date date = date_of(day);
    if (date.month != 12 || date.day < 25)
        return false;
    while (!bank_holiday_name(holidays, nation, day).len && is_weekend(day))
        day++;
    date = date_of(day);
    return date.month == 12 && bank_holiday_name(holidays, nation, day).len > 0;
}

bool day_is_clear(const BankHolidays *holidays, ClearDayRule rule, long day)
{
    int weekday = day_weekday(day);
    if (weekday == SUNDAY || (weekday == SATURDAY && !rule.counts_saturdays))
        return false;
    return !bank_holiday_name(holidays, rule.nation, day).len &&
           !is_easter_break(rule.nation, day) && !is_christmas_break(holidays, rule.nation, day);
}

static long clear_day_before(const BankHolidays *holidays, ClearDayRule rule, long day)
{
    do
        day--;
    while (!day_is_clear(holidays, rule, day));
    return day;
}

long last_day_to_send(const BankHolidays *holidays, ClearDayRule rule, long meeting)
{
    long day = meeting;
    for (unsigned i = 0; i <= rule.n_days; i++)
        day = clear_day_before(holidays, rule, day);
    return day;
}

unsigned clear_days_between(const BankHolidays *holidays, ClearDayRule rule, long sent,
                            long meeting)
{
    unsigned n = 0;
    for (long day = sent + 1; day < meeting; day++)
        n += day_is_clear(holidays, rule, day);
    return n;
}

static void append_part(Buf *ret, Str part, bool *is_first)
{
    if (!*is_first)
        buf_append(ret, STR(", "));
    buf_append(ret, part);
    *is_first = false;
}

void clear_days_append_left_out(const BankHolidays *holidays, ClearDayRule rule, long sent,
                                long meeting, Buf *ret)
{
    bool is_first = true, has_easter = false, has_weekend = false;
    for (long day = sent + 1; day < meeting; day++) {
        has_easter |= is_easter_break(rule.nation, day);
        has_weekend |= is_weekend(day) && !day_is_clear(holidays, rule, day);
    }
    if (has_weekend)
        append_part(ret, rule.counts_saturdays ? STR("Sundays") : STR("Saturdays and Sundays"),
                    &is_first);
    if (has_easter)
        append_part(ret,
                    rule.nation == NATION_SCOTLAND ? STR("Good Friday to Easter Sunday")
                                                   : STR("Good Friday to Easter Monday"),
                    &is_first);
    for (long day = sent + 1; day < meeting; day++) {
        Str name = bank_holiday_name(holidays, rule.nation, day);
        if (name.len && !is_easter_break(rule.nation, day))
            append_part(ret, name, &is_first);
    }
}
