#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "check/agenda_when.h"

static const struct {
    const char *text;
    Date date; /* year 0: no date */
    const char *found;
    bool is_wrong;
} dates[] = {
    {"Thursday 25th April 2019", {2019, 4, 25}, "25th April 2019", false},
    {"on Thursday, 25 April, 2019 at 10am", {2019, 4, 25}, "25 April, 2019", false},
    {"Thurs 25 Apr 2019", {2019, 4, 25}, "25 Apr 2019", false},
    {"Wednesday the 3rd of September 2025", {2025, 9, 3}, "3rd of September 2025", false},
    {"2 Sept 2025", {2025, 9, 2}, "2 Sept 2025", false},
    {"April 25, 2019", {2019, 4, 25}, "April 25, 2019", false},
    {"25/04/19", {2019, 4, 25}, "25/04/19", false},
    {"25/4/2019", {2019, 4, 25}, "25/4/2019", false},
    {"25.04.2019", {2019, 4, 25}, "25.04.2019", false},
    {"25-04-2019", {2019, 4, 25}, "25-04-2019", false},
    {"25-Apr-2019", {2019, 4, 25}, "25-Apr-2019", false},
    {"2019-04-25", {2019, 4, 25}, "2019-04-25", false},
    {"Friday 25 April 2019", {2019, 4, 25}, "25 April 2019", true},
    {"Sat 29 February 2020", {2020, 2, 29}, "29 February 2020", false},
    /* Never guessed. */
    {"Thursday 25 April", {0}, "", false},
    {"31/04/19", {0}, "", false},
    {"04/25/2019", {0}, "", false},
    {"29 February 2019", {0}, "", false},
    {"version 1.2.3", {0}, "", false},
    {"item 10.1.19.4", {0}, "", false},
    {"April 2019", {0}, "", false},
    {"may 12 people", {0}, "", false},
    {"0191 498 0000", {0}, "", false},
    {"PB/25/04/2019", {0}, "", false},
};

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        Str text = str_of(dates[i].text);
        Date date = {0};
        Span span = {0};
        bool is_wrong = false;
        bool is_found = when_find_date(text, 0, &date, &span, &is_wrong);
        if (is_found != (dates[i].date.year != 0))
            print_error("%s\n", dates[i].text);
        assert_int_equal(is_found, dates[i].date.year != 0);
        if (!is_found)
            continue;
        assert_int_equal(day_of(date), day_of(dates[i].date));
        assert_true(str_eq(span_of(span, text), str_of(dates[i].found)));
        assert_int_equal(is_wrong, dates[i].is_wrong);
    }
}

static const struct {
    const char *text;
    bool is_time;
    int start, end; /* as hhmm; -1 not known; start -2: no time */
} times[] = {
    {"10.00am", false, 1000, -1},
    {"10am", false, 1000, -1},
    {"at 2.30 p.m. in", false, 1430, -1},
    {"14:30–16:00", false, 1430, 1600},
    {"14:30 - 16:00", false, 1430, 1600},
    {"10.00 – 12.30", true, 1000, 1230},
    {"2pm to 4pm", false, 1400, 1600},
    {"from 2 to 4pm", false, 1400, 1600},
    {"10–12.30pm", false, 1000, 1230},
    {"9.30 - 10.15am", false, 930, 1015},
    {"9.30 to 1.00", true, 930, 1300},
    {"1400hrs - 1600 hrs", false, 1400, 1600},
    {"12 noon", false, 1200, -1},
    {"noon", false, 1200, -1},
    {"12.15am", false, 15, -1},
    {"12pm", false, 1200, -1},
    {"7.30 pm", false, 1930, -1},
    {"19:00", false, 1900, -1},
    {"10.30", true, 1030, -1},
    {"9", true, 900, -1},
    {"19.30 pm", false, 1930, -1},
    {"10.30", false, -2, -1},
    {"section 4.15 of the plan", false, -2, -1},
    {"25:00", false, -2, -1},
    {"10:75", false, -2, -1},
    {"10 amendments", false, -2, -1},
    {"12.5%", true, -2, -1},
    {"2019", true, -2, -1},
};

static int hhmm(int minutes)
{
    return minutes < 0 ? -1 : minutes / 60 * 100 + minutes % 60;
}

static void test_times(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) {
        TimeRange range = NO_TIME;
        Span span;
        bool is_found = when_find_time(str_of(times[i].text), 0, times[i].is_time, &range, &span);
        if (is_found != (times[i].start != -2) || (is_found && hhmm(range.start) != times[i].start))
            print_error("%s: %d\n", times[i].text, hhmm(range.start));
        assert_int_equal(is_found, times[i].start != -2);
        if (!is_found)
            continue;
        assert_int_equal(hhmm(range.start), times[i].start);
        assert_int_equal(hhmm(range.end), times[i].end);
    }
}

static const struct {
    const char *text;
    bool is_duration;
    int minutes; /* -1: none */
} durations[] = {
    {"10 mins", false, 10},
    {"10 minutes", false, 10},
    {"(5 min)", false, 5},
    {"20-minute talk", false, 20},
    {"15'", false, 15},
    {"10m", false, 10},
    {"1 hour", false, 60},
    {"1 hr 30 mins", false, 90},
    {"1 hour and 15 minutes", false, 75},
    {"1.5 hours", false, 90},
    {"½ hour", false, 30},
    {"1½ hours", false, 90},
    {"15", true, 15},
    {"15", false, -1},
    {"10 million", false, -1},
    {"minutes of 4 May", false, -1},
    {"10 members", false, -1},
    {"Verbal", true, -1},
};

static void test_durations(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof durations / sizeof durations[0]; i++) {
        unsigned minutes = 0;
        Span span;
        bool is_found = when_find_duration(str_of(durations[i].text), 0, durations[i].is_duration,
                                           &minutes, &span);
        int got = is_found ? (int)minutes : -1;
        if (got != durations[i].minutes)
            print_error("%s: %d\n", durations[i].text, got);
        assert_int_equal(got, durations[i].minutes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_durations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
