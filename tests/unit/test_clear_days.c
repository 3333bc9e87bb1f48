#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/file_loader.h"
#include "check/clear_days.h"

/* All bank holidays of a nation in a year, as "MMDD MMDD …". */
typedef struct YearCase {
    Nation nation;
    int year;
    const char *days;
} YearCase;

static const YearCase years[] = {
    {NATION_ENGLAND, 2015, "0101 0403 0406 0504 0525 0831 1225 1228"},
    {NATION_ENGLAND, 2016, "0101 0325 0328 0502 0530 0829 1226 1227"},
    {NATION_ENGLAND, 2017, "0102 0414 0417 0501 0529 0828 1225 1226"},
    {NATION_ENGLAND, 2019, "0101 0419 0422 0506 0527 0826 1225 1226"},
    {NATION_ENGLAND, 2020, "0101 0410 0413 0508 0525 0831 1225 1228"},
    {NATION_ENGLAND, 2021, "0101 0402 0405 0503 0531 0830 1227 1228"},
    {NATION_WALES, 2022, "0103 0415 0418 0502 0602 0603 0829 0919 1226 1227"},
    {NATION_ENGLAND, 2023, "0102 0407 0410 0501 0508 0529 0828 1225 1226"},
    {NATION_ENGLAND, 2026, "0101 0403 0406 0504 0525 0831 1225 1228"},
    {NATION_WALES, 2030, "0101 0419 0422 0506 0527 0826 1225 1226"},
    {NATION_SCOTLAND, 2017, "0102 0103 0414 0501 0529 0807 1130 1225 1226"},
    {NATION_SCOTLAND, 2019, "0101 0102 0419 0506 0527 0805 1202 1225 1226"},
    {NATION_SCOTLAND, 2021, "0101 0104 0402 0503 0531 0802 1130 1227 1228"},
    {NATION_SCOTLAND, 2022, "0103 0104 0415 0502 0602 0603 0801 0919 1130 1226 1227"},
    {NATION_SCOTLAND, 2023, "0102 0103 0407 0501 0508 0529 0807 1130 1225 1226"},
    {NATION_SCOTLAND, 2026, "0101 0102 0403 0504 0525 0615 0803 1130 1225 1228"},
    {NATION_NORTHERN_IRELAND, 2019, "0101 0318 0419 0422 0506 0527 0712 0826 1225 1226"},
    {NATION_NORTHERN_IRELAND, 2020, "0101 0317 0410 0413 0508 0525 0713 0831 1225 1228"},
    {NATION_NORTHERN_IRELAND, 2026, "0101 0317 0403 0406 0504 0525 0713 0831 1225 1228"},
};

static Arena arena;
static BankHolidays holidays;

static int set_up(void **state)
{
    (void)state;
    Buf bytes = {0};
    DiagnosticSink sink = {0};
    Dictionary dictionary;
    Str path = STR(SOURCE_ROOT "/dictionaries/bank-holidays.csv");
    if (file_loader()->read(file_loader(), path, &bytes) != STATUS_OK ||
        dictionary_read(path, buf_str(&bytes), &arena, &sink, &dictionary) != STATUS_OK ||
        bank_holidays_of(&dictionary, &arena, &sink, &holidays) != STATUS_OK)
        return -1;
    buf_free(&bytes);
    diagnostic_sink_free(&sink);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void test_holidays(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
        Buf found = {0};
        for (long day = day_of((Date){years[i].year, 1, 1});
             day <= day_of((Date){years[i].year, 12, 31}); day++)
            if (bank_holiday_name(&holidays, years[i].nation, day).len)
                buf_printf(&found, "%s%02d%02d", found.len ? " " : "", date_of(day).month,
                           date_of(day).day);
        buf_append_char(&found, '\0');
        assert_string_equal(found.data, years[i].days);
        buf_free(&found);
    }
}

static void test_days(void **state)
{
    (void)state;
    assert_int_equal(day_of((Date){1970, 1, 1}), 0);
    assert_int_equal(day_of((Date){2000, 3, 1}), 11017);
    assert_int_equal(day_weekday(day_of((Date){2019, 4, 25})), 4);
    assert_int_equal(day_weekday(day_of((Date){1969, 12, 31})), 3);
    for (long day = -200000; day < 200000; day += 17)
        assert_int_equal(day_of(date_of(day)), day);
    assert_true(date_is_valid((Date){2020, 2, 29}));
    assert_false(date_is_valid((Date){2019, 2, 29}));
    assert_false(date_is_valid((Date){2100, 2, 29}));
    assert_false(date_is_valid((Date){2019, 4, 31}));
    assert_false(date_is_valid((Date){2019, 13, 1}));
    assert_false(date_is_valid((Date){0}));
}

static void test_easter(void **state)
{
    (void)state;
    static const Date easters[] = {{1961, 4, 2},  {2008, 3, 23}, {2011, 4, 24}, {2015, 4, 5},
                                   {2019, 4, 21}, {2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5},
                                   {2030, 4, 21}, {2038, 4, 25}};
    for (size_t i = 0; i < sizeof easters / sizeof easters[0]; i++)
        assert_int_equal(easter_of(easters[i].year), day_of(easters[i]));
}

typedef struct SendCase {
    ClearDayRule rule;
    Date meeting, last;
} SendCase;

/* Nuneaton and Bedworth moved its meetings of 23 and 25 April 2019: Easter had been
 * forgotten. Leaving out weekends alone gives 15 and 17 April. */
static const SendCase sends[] = {
    {{NATION_ENGLAND, 5, false}, {2019, 4, 23}, {2019, 4, 11}},
    {{NATION_ENGLAND, 5, false}, {2019, 4, 25}, {2019, 4, 15}},
    {{NATION_ENGLAND, 5, true}, {2019, 4, 23}, {2019, 4, 12}},
    {{NATION_ENGLAND, 5, true}, {2019, 4, 25}, {2019, 4, 15}},
    {{NATION_WALES, 3, false}, {2019, 4, 23}, {2019, 4, 15}},
    {{NATION_WALES, 3, false}, {2019, 4, 25}, {2019, 4, 17}},
    {{NATION_ENGLAND, 3, true}, {2019, 4, 23}, {2019, 4, 15}},
    {{NATION_NORTHERN_IRELAND, 5, false}, {2019, 4, 23}, {2019, 4, 11}},
    {{NATION_NORTHERN_IRELAND, 5, false}, {2019, 4, 25}, {2019, 4, 15}},
    /* Banks in Scotland are open on Easter Monday. */
    {{NATION_SCOTLAND, 3, false}, {2019, 4, 23}, {2019, 4, 16}},
    {{NATION_SCOTLAND, 3, false}, {2019, 4, 25}, {2019, 4, 18}},
    /* No holiday near. */
    {{NATION_ENGLAND, 5, false}, {2019, 3, 14}, {2019, 3, 6}},
    {{NATION_ENGLAND, 5, true}, {2019, 3, 14}, {2019, 3, 7}},
    {{NATION_ENGLAND, 3, false}, {2019, 3, 14}, {2019, 3, 8}},
    /* New Year: Christmas Day and Boxing Day of 2021 were kept on 27 and 28. */
    {{NATION_ENGLAND, 5, false}, {2022, 1, 5}, {2021, 12, 23}},
    {{NATION_SCOTLAND, 3, false}, {2022, 1, 5}, {2021, 12, 24}},
    /* The Saturday after Christmas Day belongs to the break, those later do not. */
    {{NATION_ENGLAND, 3, true}, {2020, 12, 31}, {2020, 12, 23}},
    {{NATION_ENGLAND, 1, true}, {2026, 12, 29}, {2026, 12, 23}},
};

static void test_last_day_to_send(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sends / sizeof sends[0]; i++) {
        long meeting = day_of(sends[i].meeting);
        long last = last_day_to_send(&holidays, sends[i].rule, meeting);
        if (last != day_of(sends[i].last))
            print_error("case %zu: %d %d\n", i, date_of(last).day, date_of(last).month);
        assert_int_equal(last, day_of(sends[i].last));
        assert_int_equal(clear_days_between(&holidays, sends[i].rule, last, meeting),
                         sends[i].rule.n_days);
        do
            last++;
        while (!day_is_clear(&holidays, sends[i].rule, last));
        assert_true(clear_days_between(&holidays, sends[i].rule, last, meeting) <
                    sends[i].rule.n_days);
    }
}

static void test_exceptions_matter(void **state)
{
    (void)state;
    const BankHolidays none = {0};
    ClearDayRule rule = {NATION_ENGLAND, 5, false};
    long meeting = day_of((Date){2022, 9, 22});
    assert_int_equal(last_day_to_send(&holidays, rule, meeting), day_of((Date){2022, 9, 13}));
    assert_int_equal(last_day_to_send(&none, rule, meeting), day_of((Date){2022, 9, 14}));
    assert_int_equal(clear_days_between(&none, rule, meeting, meeting), 0);
    assert_int_equal(clear_days_between(&none, rule, meeting + 3, meeting), 0);
}

static void test_left_out(void **state)
{
    (void)state;
    static const struct {
        ClearDayRule rule;
        Date sent, meeting;
        const char *text;
    } cases[] = {
        {{NATION_ENGLAND, 5, true},
         {2019, 4, 15},
         {2019, 4, 25},
         "Sundays, Good Friday to Easter Monday"},
        {{NATION_ENGLAND, 5, false},
         {2022, 9, 13},
         {2022, 9, 22},
         "Saturdays and Sundays, State Funeral of Queen Elizabeth II"},
        {{NATION_ENGLAND, 3, false}, {2019, 3, 11}, {2019, 3, 14}, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf text = {0};
        clear_days_append_left_out(&holidays, cases[i].rule, day_of(cases[i].sent),
                                   day_of(cases[i].meeting), &text);
        buf_append_char(&text, '\0');
        assert_string_equal(text.data, cases[i].text);
        buf_free(&text);
    }
}

static void test_wrong_rows(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "2020-02-30,england,extra: Day", "8 May 2020,england,extra: Day",
        "2020-05-08,britain,extra: Day", "2020-05-08,,extra: Day",
        "2020-05-08,england,Day",        "2020-05-08,england,extra: ",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Buf bytes = {0};
        buf_printf(&bytes, "term,plain,note\n%s\n", rows[i]);
        DiagnosticSink sink = {0};
        Dictionary dictionary;
        BankHolidays ret;
        assert_int_equal(dictionary_read(STR("x.csv"), buf_str(&bytes), &arena, &sink, &dictionary),
                         STATUS_OK);
        assert_int_equal(bank_holidays_of(&dictionary, &arena, &sink, &ret), STATUS_CONFIG);
        assert_int_equal(sink.n_errors, 1);
        diagnostic_sink_free(&sink);
        buf_free(&bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_easter),
        cmocka_unit_test(test_holidays),
        cmocka_unit_test(test_last_day_to_send),
        cmocka_unit_test(test_exceptions_matter),
        cmocka_unit_test(test_left_out),
        cmocka_unit_test(test_wrong_rows),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
