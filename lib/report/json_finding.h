/* The JSON of a finding, and of a place in a paper. Keys and their order are a promise to
 * scripts. */
#ifndef PLAINPAPER_REPORT_JSON_FINDING_H
#define PLAINPAPER_REPORT_JSON_FINDING_H

#include "check/finding.h"

/* Appends the object of AT. */
void location_write_json(const Location *at, Buf *ret);

/* Appends the object of FINDING, with its file first unless PATH is empty. */
void finding_write_json(const Finding *finding, Str path, Buf *ret);

#endif
