/* The glossary of a pack as a sheet for its readers: Markdown, a web page, or a table
 * for a spreadsheet. It says who explains a word, and what was not looked at. */
#ifndef PLAINPAPER_REPORT_GLOSSARY_SHEET_H
#define PLAINPAPER_REPORT_GLOSSARY_SHEET_H

#include "check/glossary.h"
#include "report/reporter.h"

/* All borrowed. */
typedef struct GlossarySheet {
    const Glossary *glossary;
    const ReportDocument *documents; /* its papers; those that could not be read as well */
    size_t n_documents;
    size_t n_passed_over; /* files of folders that no reader knows */
    bool is_by_paper;     /* what is explained is grouped by paper */
} GlossarySheet;

/* Appends SHEET to RET in FORMAT: markdown, html or csv; false, and nothing appended, for
 * another one. */
bool glossary_write(const GlossarySheet *sheet, Str format, Buf *ret);

/* Of the shared folders that all papers lie in, how many bytes their paths begin with. */
size_t glossary_shared_folder(const GlossarySheet *sheet);

/* As a table of RFC 4180 for a spreadsheet: glossary_csv.c. */
void glossary_write_csv(const GlossarySheet *sheet, Buf *ret);

#endif
