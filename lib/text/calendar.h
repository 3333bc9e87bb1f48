/* The names of months and weekdays, for all who read dates. */
#ifndef PLAINPAPER_TEXT_CALENDAR_H
#define PLAINPAPER_TEXT_CALENDAR_H

#include "base/str.h"

enum { MONTHS = 12, WEEKDAYS = 7 };

/* In small letters, from January and from Sunday on. */
extern const char *const month_names[MONTHS], *const weekday_names[WEEKDAYS];

/* Is WORD such a name, in full and in any case? */
bool is_month_name(Str word);
bool is_weekday_name(Str word);

#endif
