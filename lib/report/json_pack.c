#include "report/json_pack.h"

#include "report/json_finding.h"
#include "report/json_text.h"

static void write_date(Date date, Buf *ret)
{
    if (date_is_known(date))
        buf_printf(ret, "\"%04d-%02d-%02d\"", date.year, date.month, date.day);
    else
        buf_append(ret, STR("null"));
}

static void write_clock(int minutes, Buf *ret)
{
    if (minutes >= 0)
        buf_printf(ret, "\"%02d:%02d\"", minutes / 60, minutes % 60);
    else
        buf_append(ret, STR("null"));
}

static void write_item(const PackItem *item, Buf *ret)
{
    bool has_paper = item->paper.len > 0;
    buf_append(ret, JSON_FIRST("number"));
    json_text_or_null(item->number, ret);
    buf_append(ret, JSON_NEXT("title"));
    json_text(item->title, ret);
    buf_append(ret, JSON_NEXT("purpose"));
    json_text_or_null(item->purpose, ret);
    buf_append(ret, JSON_NEXT("minutes"));
    json_size_or_null(item->minutes, item->minutes, ret);
    buf_append(ret, JSON_NEXT("paper"));
    json_text_or_null(item->paper, ret);
    buf_append(ret, JSON_NEXT("words"));
    json_size_or_null(has_paper, item->n_words, ret);
    buf_append(ret, JSON_NEXT("reading_minutes"));
    json_decimal_or_null(has_paper, item->reading_minutes, 2, ret);
    buf_append(ret, JSON_NEXT("findings"));
    json_size_or_null(has_paper, item->n_findings, ret);
    buf_append(ret, JSON_NEXT("pages"));
    json_size_or_null(has_paper, item->n_pages, ret);
    buf_append(ret, JSON_NEXT("ask"));
    json_text_or_null(item->ask, ret);
    buf_append_char(ret, '}');
}

static void write_items(const PackResult *pack, Buf *ret)
{
    buf_append_char(ret, '[');
    for (size_t i = 0; i < pack->items.len; i++) {
        buf_append(ret, i ? STR(", ") : STR(""));
        write_item(&pack->items.items[i], ret);
    }
    buf_append_char(ret, ']');
}

static void write_meeting(const PackResult *pack, Buf *ret)
{
    bool has_dates = date_is_known(pack->date) && date_is_known(pack->sent);
    buf_append(ret, JSON_FIRST("date"));
    write_date(pack->date, ret);
    buf_append(ret, JSON_NEXT("start"));
    write_clock(pack->time.start, ret);
    buf_append(ret, JSON_NEXT("end"));
    write_clock(pack->time.end, ret);
    buf_append(ret, JSON_NEXT("sent"));
    write_date(pack->sent, ret);
    buf_append(ret, JSON_NEXT("clear_days"));
    json_size_or_null(has_dates, pack->clear_days, ret);
    buf_append(ret, JSON_NEXT("required_clear_days"));
    json_size_or_null(pack->required_clear_days, pack->required_clear_days, ret);
    buf_append(ret, JSON_NEXT("working"));
    json_text_or_null(pack->notice_working, ret);
    buf_append(ret, JSON_NEXT("title"));
    json_text_or_null(pack->title, ret);
    buf_append(ret, JSON_NEXT("place"));
    json_text_or_null(pack->place, ret);
    buf_append(ret, JSON_NEXT("link"));
    json_text_or_null(pack->link, ret);
    buf_append(ret, JSON_NEXT("contact"));
    json_text_or_null(pack->contact, ret);
    buf_append(ret, JSON_NEXT("minutes"));
    json_size_or_null(pack->meeting_minutes, pack->meeting_minutes, ret);
    buf_append_char(ret, '}');
}

static void write_findings(const PackResult *pack, Buf *ret)
{
    buf_append(ret, STR(",\n  \"findings\": ["));
    for (size_t i = 0; i < pack->findings.len; i++) {
        buf_append(ret, i ? STR(",\n   ") : STR("\n   "));
        finding_write_json(&pack->findings.items[i].finding, pack->findings.items[i].path, ret);
    }
    buf_append_char(ret, ']');
}

static void write_words(const PackResult *pack, Buf *ret)
{
    size_t n = 0;
    buf_append_char(ret, '[');
    for (size_t i = 0; i < pack->glossary->entries.len; i++) {
        const GlossaryEntry *entry = &pack->glossary->entries.items[i];
        if (!entry->is_short_form || entry->is_known)
            continue;
        buf_append(ret, n++ ? STR(", ") : STR(""));
        buf_append(ret, JSON_FIRST("short"));
        json_text(entry->term, ret);
        buf_append(ret, JSON_NEXT("long"));
        json_text_or_null(glossary_long_form(entry), ret);
        buf_append(ret, JSON_NEXT("papers"));
        buf_append_number(ret, entry->n_papers);
        buf_append(ret, JSON_NEXT("unexplained_in"));
        buf_append_number(ret, glossary_count_unexplained(entry));
        buf_append_char(ret, '}');
    }
    buf_append_char(ret, ']');
}

void pack_write_json(const PackResult *pack, Buf *ret)
{
    if (!pack) {
        buf_append(ret, STR("null"));
        return;
    }
    buf_append(ret, JSON_FIRST("papers"));
    buf_append_number(ret, pack->n_papers);
    buf_append(ret, JSON_NEXT("words"));
    buf_append_number(ret, pack->n_words);
    buf_append(ret, JSON_NEXT("pages"));
    buf_append_number(ret, pack->n_pages);
    buf_append(ret, JSON_NEXT("reading_minutes"));
    json_decimal_or_null(true, pack->reading_minutes, 2, ret);
    buf_append(ret, JSON_NEXT("reading_minutes_careful"));
    json_decimal_or_null(true, pack->careful_minutes, 2, ret);
    buf_append(ret, JSON_NEXT("items"));
    buf_append_number(ret, pack->n_items);
    buf_append(ret, JSON_NEXT("to_note_share"));
    json_decimal_or_null(pack->has_to_note_share, pack->to_note_share, 3, ret);
    buf_append(ret, JSON_NEXT("by_item"));
    write_items(pack, ret);
    buf_append(ret, JSON_NEXT("meeting"));
    write_meeting(pack, ret);
    write_findings(pack, ret);
    buf_append(ret, JSON_NEXT("agenda"));
    json_text_or_null(pack->agenda, ret);
    buf_append(ret, JSON_NEXT("not_found"));
    json_list(pack->not_found.items, pack->not_found.len, ret);
    buf_append(ret, JSON_NEXT("glossary"));
    write_words(pack, ret);
    buf_append_char(ret, '}');
}
