/* What all forms of a glossary say in the same words. */
#ifndef PLAINPAPER_REPORT_GLOSSARY_TEXT_H
#define PLAINPAPER_REPORT_GLOSSARY_TEXT_H

#include "check/glossary.h"
#include "report/page.h"

/* Appends "integrated care board: the body that plans local care", or what there is of it. */
void glossary_append_meaning(const GlossaryMeaning *meaning, Buf *ret);

/* Appends to PAGE all different meanings of ENTRY, parted by "; or". */
void glossary_append_meanings(const GlossaryEntry *entry, Page *page);

#endif
