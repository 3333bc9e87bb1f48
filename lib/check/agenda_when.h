/* When: dates, times of day and lengths of time as British agendas write them.
 *
 * Nothing is filled in: a date needs its year, and a figure is a time only where
 * its form ("10:30", "2pm") or its place ("Time" above it) says so. */
#ifndef PLAINPAPER_CHECK_AGENDA_WHEN_H
#define PLAINPAPER_CHECK_AGENDA_WHEN_H

#include "base/span.h"
#include "check/clear_days.h"

/* A stretch of the day in minutes after midnight; -1 for what is not known. */
typedef struct TimeRange {
    int start, end;
} TimeRange;

#define NO_TIME ((TimeRange){-1, -1})

/* The first date in TEXT at or after FROM: "Thursday 25th April 2019", "April 25,
 * 2019", "25/04/19", "25.4.2019", "2019-04-25". Two-figure years are 20xx. False
 * when there is none, as for "25 April" and "31/04/19". *ret_has_wrong_weekday is
 * set when the weekday written is not that of the date. */
bool when_find_date(Str text, size_t from, Date *ret, Span *ret_span, bool *ret_has_wrong_weekday);

/* The first time or range in TEXT at or after FROM: "10.00am", "14:30–16:00", "from
 * 2 to 4pm", "1400 hrs", "noon". With IS_TIME the figures are known to be a time, so that
 * "10.30" and "9" will do. */
bool when_find_time(Str text, size_t from, bool is_time, TimeRange *ret, Span *ret_span);

/* The same, if it begins at byte AT of TEXT. */
bool when_time_at(Str text, size_t at, bool is_time, TimeRange *ret, Span *ret_span);

/* The first length of time in TEXT at or after FROM, in minutes: "10 mins", "1 hour 30
 * minutes", "1.5 hours", "5'". With IS_DURATION a bare figure is minutes. */
bool when_find_duration(Str text, size_t from, bool is_duration, unsigned *ret_minutes,
                        Span *ret_span);

/* The same, if it begins at byte AT of TEXT. */
bool when_duration_at(Str text, size_t at, bool is_duration, unsigned *ret_minutes, Span *ret_span);

#endif
