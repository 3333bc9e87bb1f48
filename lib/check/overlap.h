/* Overlap: of findings about words that share a word, one stands. */
#ifndef PLAINPAPER_CHECK_OVERLAP_H
#define PLAINPAPER_CHECK_OVERLAP_H

#include "check/finding.h"

/* Takes out of FINDINGS those of the families acronyms, jargon, people and spelling
 * that another of them covers: acronyms stand before terms, terms before spelling,
 * what yields behind all others, and else the longer before the shorter. */
void findings_settle(FindingList *findings);

#endif
