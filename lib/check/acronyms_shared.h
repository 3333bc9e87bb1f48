/* What the acronyms.* checks share: which uses readers meet in order. */
#ifndef PLAINPAPER_CHECK_ACRONYMS_SHARED_H
#define PLAINPAPER_CHECK_ACRONYMS_SHARED_H

#include "check/check.h"

/* Does BLOCK stand in the paper's body, not in a header, footer, note or comment? */
bool is_body_block(const CheckContext *context, const Node *block);

/* Does offset A of PROSE_A come before offset B of PROSE_B in reading order? */
bool stands_before(const Prose *prose_a, size_t a, const Prose *prose_b, size_t b);

/* Do readers meet USE as they read on, in the author's own words? Not in headers,
 * footers and comments, nor in a quotation. */
bool is_read_in_order(const CheckContext *context, const AcronymUse *use);

/* The first use of ACRONYM that readers meet so; NULL when there is none. */
const AcronymUse *first_read_use(const CheckContext *context, const Acronym *acronym);

#endif
