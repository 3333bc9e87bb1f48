/* What a meeting pack asks of its readers: the summary on top of the text report. */
#ifndef PLAINPAPER_REPORT_TEXT_PACK_H
#define PLAINPAPER_REPORT_TEXT_PACK_H

#include "check/pack.h"
#include "report/flow.h"

/* Writes the summary of PACK; its findings follow by the caller. */
void text_write_pack(const PackResult *pack, Flow *flow);

#endif
