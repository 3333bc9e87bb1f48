/* Clear days: dates, bank holidays of the four nations, and the last day on which
 * papers may go out for a meeting.
 *
 * A clear day is a day between: neither the day papers go out nor the day of the
 * meeting counts (R v Swansea CC ex parte Elitestone, 1993). Section 243 of the
 * Local Government Act 1972 leaves out Sundays, bank holidays and the Christmas
 * and Easter breaks; whether a Saturday counts is disputed and so a setting.
 *
 * Days are numbers: days since 1 January 1970, which was a Thursday. Nothing here
 * guesses: a date is only ever what somebody wrote. */
#ifndef PLAINPAPER_CHECK_CLEAR_DAYS_H
#define PLAINPAPER_CHECK_CLEAR_DAYS_H

#include "base/buf.h"
#include "rule/dictionary.h"

typedef struct Date {
    int year; /* 0: not known */
    int month, day;
} Date;

typedef enum Nation {
    NATION_ENGLAND = 0,
    NATION_WALES,
    NATION_SCOTLAND,
    NATION_NORTHERN_IRELAND,
    NATION_COUNT
} Nation;

/* "england", "wales", "scotland", "northern-ireland"; false for another TEXT. */
bool nation_parse(Str text, Nation *ret);

bool date_is_valid(Date date);
static inline bool date_is_known(Date date)
{
    return date.year != 0;
}

/* The number of DATE, and back (Howard Hinnant, chrono-compatible low-level date
 * algorithms: days_from_civil, civil_from_days). */
long day_of(Date date);
Date date_of(long day);

/* 0 Sunday to 6 Saturday. */
int day_weekday(long day);

/* Sunday of Easter by the anonymous Gregorian algorithm (Nature, 20 April 1876;
 * Meeus, Astronomical Algorithms, chapter 8). */
long easter_of(int year);

/* Appends "Thursday 25 April 2019", without the year unless HAS_YEAR. */
void day_append(long day, bool has_year, Buf *ret);

/* A day that was made a holiday, or stopped being one, by proclamation. */
typedef struct HolidayChange {
    long day;
    unsigned nations; /* bits 1 << Nation */
    bool is_removed;
    Str name;
} HolidayChange;

/* The exceptional days; the others are worked out. All zeroes: none. */
typedef struct BankHolidays {
    const HolidayChange *changes;
    size_t n_changes;
} BankHolidays;

/* Takes the rows of dictionaries/bank-holidays.csv: `term` a date as 2020-05-08,
 * `plain` the nations, `note` "extra: NAME" or "moved: NAME". STATUS_CONFIG, told
 * to SINK, for a row that is not so. Memory is ARENA's. */
PP_MUST_USE Status bank_holidays_of(const Dictionary *dictionary, Arena *arena,
                                    DiagnosticSink *sink, BankHolidays *ret);

/* The name of the bank holiday on DAY in NATION; empty when it is none. Worked out
 * from the Banking and Financial Dealings Act 1971 and custom, so right from 1978. */
Str bank_holiday_name(const BankHolidays *holidays, Nation nation, long day);

typedef struct ClearDayRule {
    Nation nation;
    unsigned n_days;
    bool counts_saturdays; /* a Saturday is a clear day, outside the breaks */
} ClearDayRule;

/* Does DAY count towards clear days? */
bool day_is_clear(const BankHolidays *holidays, ClearDayRule rule, long day);

/* The last day on which papers for MEETING may go out, so that RULE's number of
 * days that count lies between. Papers do go out on days that do not count, but
 * nobody sends them then: the day given is one that counts. */
long last_day_to_send(const BankHolidays *holidays, ClearDayRule rule, long meeting);

/* How many days that count lie between SENT and MEETING. */
unsigned clear_days_between(const BankHolidays *holidays, ClearDayRule rule, long sent,
                            long meeting);

/* Appends what is left out from MEETING back to SENT's day, as in "weekends and
 * Good Friday to Easter Monday"; nothing when nothing is. */
void clear_days_append_left_out(const BankHolidays *holidays, ClearDayRule rule, long sent,
                                long meeting, Buf *ret);

#endif
