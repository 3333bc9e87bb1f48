#include "text/calendar.h"

const char *const month_names[MONTHS] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
const char *const weekday_names[WEEKDAYS] = {"sunday",   "monday", "tuesday", "wednesday",
                                             "thursday", "friday", "saturday"};

static bool is_among(Str word, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(word, str_of(names[i])))
            return true;
    return false;
}

bool is_month_name(Str word)
{
    return is_among(word, month_names, MONTHS);
}

bool is_weekday_name(Str word)
{
    return is_among(word, weekday_names, WEEKDAYS);
}
