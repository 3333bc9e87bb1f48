/* The functions that checks.def names, file by file. Only check.c includes this. */
#ifndef PLAINPAPER_CHECK_CHECKS_H
#define PLAINPAPER_CHECK_CHECKS_H

#include "check/check.h"

/* reading.c */
void sentence_long_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void paragraph_long_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void reading_age_on_document(CheckContext *context, const Rule *rule);

#endif
