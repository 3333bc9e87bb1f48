/* The glossary as a table for a spreadsheet: RFC 4180, with a byte order mark, without
 * which spreadsheets take UTF-8 for something else. The first three columns are those of
 * an organisation's own list, so that the sheet can become one. */
#include "report/glossary_sheet.h"

#include "report/place.h"
#include "report/visible.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct Row {
    Str term, long_form, plain, source, source_paper, state, paper;
    const Location *source_at, *first; /* or NULL */
    size_t n_uses, n_papers;           /* 0: not said */
} Row;

/* TEXT as one field. What a spreadsheet would work out as a formula gets an apostrophe in
 * front, which it does not show. */
static void append_field(Buf *ret, Str text, bool is_last)
{
    Buf field = {0};
    if (text.len && strchr("=+-@\t\r", text.data[0]))
        buf_append_char(&field, '\'');
    visible_append_line(&field, text);
    bool is_quoted = false;
    for (size_t i = 0; i < field.len && !is_quoted; i++)
        is_quoted = strchr(",\"", field.data[i]) || (i == 0 && field.data[i] == ' ');
    buf_append(ret, is_quoted ? STR("\"") : STR(""));
    for (size_t i = 0; i < field.len; i++) {
        if (field.data[i] == '"')
            buf_append_char(ret, '"');
        buf_append_char(ret, field.data[i]);
    }
    buf_append(ret, is_quoted ? STR("\"") : STR(""));
    buf_append(ret, is_last ? STR("\r\n") : STR(","));
    buf_free(&field);
}

static void append_place_field(Buf *ret, const Location *at, bool is_last)
{
    Buf place = {0};
    if (at)
        place_append_short(at, &place);
    append_field(ret, buf_str(&place), is_last);
    buf_free(&place);
}

static void append_number_field(Buf *ret, size_t n)
{
    if (n)
        buf_printf(ret, "%zu", n);
    buf_append_char(ret, ',');
}

static void append_row(Buf *ret, const Row *row)
{
    const Str texts[] = {row->term, row->long_form, row->plain, row->source, row->source_paper};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        append_field(ret, texts[i], false);
    append_place_field(ret, row->source_at, false);
    append_field(ret, row->state, false);
    append_number_field(ret, row->n_uses);
    append_number_field(ret, row->n_papers);
    append_field(ret, row->paper, false);
    const Location *first = row->first;
    bool has_heading = first && first->headings.len;
    append_field(ret, has_heading ? first->headings.items[first->headings.len - 1] : (Str){0},
                 false);
    append_place_field(ret, first, true);
}

static Str state_text(const GlossaryEntry *entry)
{
    if (entry->state == GLOSSARY_UNEXPLAINED)
        return STR("not explained");
    if (entry->state == GLOSSARY_SEVERAL)
        return STR("several meanings");
    return entry->is_disputed ? STR("explained in more than one way") : STR("explained");
}

static Str source_text(const GlossaryMeaning *meaning)
{
    switch (meaning->source) {
    case SAID_BY_LIST:
        return meaning->has_dictionary_plain
                   ? STR("organisation's list; plain words: our dictionary")
                   : STR("organisation's list");
    case SAID_BY_PAPER:
        return meaning->has_dictionary_plain ? STR("paper; plain words: our dictionary")
                                             : STR("paper");
    case SAID_BY_DICTIONARY:
        break;
    }
    return STR("our dictionary");
}

/* One row a meaning, or one when there is none; for the reader of USE's paper alone where
 * IS_ALONE. */
static void append_entry(const GlossarySheet *sheet, const GlossaryEntry *entry,
                         const GlossaryUse *use, bool is_alone, Buf *ret)
{
    Row row = {.term = entry->term,
               .state = state_text(entry),
               .n_uses = is_alone ? use->n_uses : entry->n_uses,
               .n_papers = entry->n_papers,
               .paper = sheet->documents[use->paper].path,
               .first = use->first};
    for (size_t i = 0; i < entry->n_meanings; i++) {
        const GlossaryMeaning *meaning = &entry->meanings[i];
        if (is_alone ? !glossary_is_for(entry, i, use->paper) : !glossary_is_first(entry, i))
            continue;
        row.long_form = meaning->long_form;
        row.plain = meaning->plain;
        row.source = source_text(meaning);
        row.source_paper = meaning->at ? sheet->documents[meaning->paper].path : (Str){0};
        row.source_at = meaning->at;
        append_row(ret, &row);
    }
    if (!entry->n_meanings)
        append_row(ret, &row);
}

static void append_not_looked_at(const GlossarySheet *sheet, Buf *ret)
{
    for (size_t i = 0; i < sheet->n_documents; i++) {
        const ReportDocument *document = &sheet->documents[i];
        if (!report_document_is_whole(document))
            append_row(ret, &(Row){.state = document->result ? STR("only part was looked at")
                                                             : STR("not looked at"),
                                   .paper = document->path});
    }
    if (sheet->n_passed_over) {
        Buf files = {0};
        buf_printf(&files, "%zu %s of other kinds in the folders", sheet->n_passed_over,
                   sheet->n_passed_over == 1 ? "file" : "files");
        append_row(ret, &(Row){.state = STR("not looked at"), .paper = buf_str(&files)});
        buf_free(&files);
    }
}

void glossary_write_csv(const GlossarySheet *sheet, Buf *ret)
{
    const Glossary *glossary = sheet->glossary;
    buf_append(ret, STR(BYTE_ORDER_MARK
                        "term,long,plain,source,source_paper,source_place,state,uses,papers,"
                        "paper,heading,place\r\n"));
    append_not_looked_at(sheet, ret);
    if (!sheet->is_by_paper) {
        for (size_t i = 0; i < glossary->entries.len; i++)
            append_entry(sheet, &glossary->entries.items[i], &glossary->entries.items[i].uses[0],
                         false, ret);
        return;
    }
    for (size_t paper = 0; paper < sheet->n_documents; paper++)
        for (size_t i = 0; i < glossary->entries.len; i++) {
            const GlossaryUse *use = glossary_use_in(&glossary->entries.items[i], paper);
            if (use)
                append_entry(sheet, &glossary->entries.items[i], use, true, ret);
        }
}
