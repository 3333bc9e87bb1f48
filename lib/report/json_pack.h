/* The JSON of a meeting pack. Keys and their order are a promise to scripts. */
#ifndef PLAINPAPER_REPORT_JSON_PACK_H
#define PLAINPAPER_REPORT_JSON_PACK_H

#include "check/pack.h"

/* Appends the object of PACK; null when PACK is NULL. */
void pack_write_json(const PackResult *pack, Buf *ret);

#endif
