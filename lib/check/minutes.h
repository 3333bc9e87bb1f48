/* Minutes: what a meeting said and agreed. */
#ifndef PLAINPAPER_CHECK_MINUTES_H
#define PLAINPAPER_CHECK_MINUTES_H

#include "check/check.h"

/* Is the paper of CONTEXT, by its title or first lines, the minutes of a meeting? */
bool is_minutes(const CheckContext *context);

#endif
