#include "report/json_pack.h"

#include "report/json_finding.h"
#include "report/json_value.h"

static json_t *date_value(Date date)
{
    Buf text = {0};
    if (date_is_known(date))
        buf_printf(&text, "%04d-%02d-%02d", date.year, date.month, date.day);
    json_t *value = value_text_or_null(buf_str(&text));
    buf_free(&text);
    return value;
}

static json_t *clock_value(int minutes)
{
    Buf text = {0};
    if (minutes >= 0)
        buf_printf(&text, "%02d:%02d", minutes / 60, minutes % 60);
    json_t *value = value_text_or_null(buf_str(&text));
    buf_free(&text);
    return value;
}

static json_t *item_value(const PackItem *item)
{
    bool has_paper = item->paper.len > 0;
    json_t *object = value_object();
    value_put(object, "number", value_text_or_null(item->number));
    value_put(object, "title", value_text(item->title));
    value_put(object, "purpose", value_text_or_null(item->purpose));
    value_put(object, "minutes", value_size_or_null(item->minutes, item->minutes));
    value_put(object, "paper", value_text_or_null(item->paper));
    value_put(object, "words", value_size_or_null(has_paper, item->n_words));
    value_put(object, "reading_minutes",
              value_decimal_or_null(has_paper, item->reading_minutes, 2));
    value_put(object, "findings", value_size_or_null(has_paper, item->n_findings));
    value_put(object, "pages", value_size_or_null(has_paper, item->n_pages));
    value_put(object, "ask", value_text_or_null(item->ask));
    return object;
}

static json_t *meeting_value(const PackResult *pack)
{
    bool has_dates = date_is_known(pack->date) && date_is_known(pack->sent);
    json_t *object = value_object();
    value_put(object, "date", date_value(pack->date));
    value_put(object, "start", clock_value(pack->time.start));
    value_put(object, "end", clock_value(pack->time.end));
    value_put(object, "sent", date_value(pack->sent));
    value_put(object, "clear_days", value_size_or_null(has_dates, pack->clear_days));
    value_put(object, "required_clear_days",
              value_size_or_null(pack->required_clear_days, pack->required_clear_days));
    value_put(object, "working", value_text_or_null(pack->notice_working));
    value_put(object, "title", value_text_or_null(pack->title));
    value_put(object, "place", value_text_or_null(pack->place));
    value_put(object, "link", value_text_or_null(pack->link));
    value_put(object, "contact", value_text_or_null(pack->contact));
    value_put(object, "minutes", value_size_or_null(pack->meeting_minutes, pack->meeting_minutes));
    return object;
}

static json_t *words_value(const PackResult *pack)
{
    json_t *array = value_array();
    for (size_t i = 0; i < pack->glossary->entries.len; i++) {
        const GlossaryEntry *entry = &pack->glossary->entries.items[i];
        if (!entry->is_short_form || entry->is_known)
            continue;
        json_t *object = value_object();
        value_put(object, "short", value_text(entry->term));
        value_put(object, "long", value_text_or_null(glossary_long_form(entry)));
        value_put(object, "papers", value_size(entry->n_papers));
        value_put(object, "unexplained_in", value_size(glossary_count_unexplained(entry)));
        value_add(array, object);
    }
    return array;
}

static void write_key(const char *key, json_t *value, Buf *ret)
{
    buf_printf(ret, ", \"%s\": ", key);
    value_write(value, ret);
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

void pack_write_json(const PackResult *pack, Buf *ret)
{
    if (!pack) {
        buf_append(ret, STR("null"));
        return;
    }
    buf_append(ret, STR("{\"papers\": "));
    value_write(value_size(pack->n_papers), ret);
    write_key("words", value_size(pack->n_words), ret);
    write_key("pages", value_size(pack->n_pages), ret);
    write_key("reading_minutes", value_decimal_or_null(true, pack->reading_minutes, 2), ret);
    write_key("reading_minutes_careful", value_decimal_or_null(true, pack->careful_minutes, 2),
              ret);
    write_key("items", value_size(pack->n_items), ret);
    write_key("to_note_share",
              value_decimal_or_null(pack->has_to_note_share, pack->to_note_share, 3), ret);
    json_t *items = value_array(), *missing = value_array();
    for (size_t i = 0; i < pack->items.len; i++)
        value_add(items, item_value(&pack->items.items[i]));
    for (size_t i = 0; i < pack->not_found.len; i++)
        value_add(missing, value_text(pack->not_found.items[i]));
    write_key("by_item", items, ret);
    write_key("meeting", meeting_value(pack), ret);
    write_findings(pack, ret);
    write_key("agenda", value_text_or_null(pack->agenda), ret);
    write_key("not_found", missing, ret);
    write_key("glossary", words_value(pack), ret);
    buf_append_char(ret, '}');
}
