#include "report/companion.h"

#include "report/glossary_text.h"
#include "report/page.h"

#include <math.h>

static void write_heading(Page *page, const char *text)
{
    page_text(page, str_of(text));
    page_heading(page, 2);
}

static void append_name(Page *page, const PackItem *item)
{
    if (item->number.len)
        page_printf(page, "Item %.*s: ", STR_ARG(item->number));
    page_text(page, item->title);
}

static void append_minutes(Page *page, double minutes)
{
    long n = lround(minutes) ? lround(minutes) : 1;
    page_printf(page, "%ld %s", n, n == 1 ? "minute" : "minutes");
}

static void write_meeting(Page *page, const PackResult *pack)
{
    Buf when = {0};
    if (date_is_known(pack->date))
        day_append(day_of(pack->date), true, &when);
    if (pack->time.start >= 0)
        buf_printf(&when, "%s%d:%02d", when.len ? ", " : "", pack->time.start / 60,
                   pack->time.start % 60);
    if (pack->time.start >= 0 && pack->time.end >= 0)
        buf_printf(&when, " to %d:%02d", pack->time.end / 60, pack->time.end % 60);
    if (pack->place.len)
        buf_printf(&when, "%s%.*s", when.len ? ", " : "", STR_ARG(pack->place));
    page_text(page, buf_str(&when));
    if (when.len)
        page_paragraph(page);
    buf_free(&when);
    page_printf(page, "There %s %zu %s. Reading all of it takes about ",
                pack->n_papers == 1 ? "is" : "are", pack->n_papers,
                pack->n_papers == 1 ? "paper" : "papers");
    append_minutes(page, pack->careful_minutes);
    page_text(page, STR(" with care."));
    page_paragraph(page);
    if (pack->contact.len) {
        page_printf(page, "Whom to ask: %.*s", STR_ARG(pack->contact));
        page_paragraph(page);
    }
}

static bool is_decision(const PackItem *item)
{
    return str_eq(item->purpose, STR("decision")) && !item->is_standing && !item->is_break;
}

static void write_decisions(Page *page, const PackResult *pack)
{
    size_t n = 0;
    write_heading(page, "What is decided");
    for (size_t i = 0; i < pack->items.len; i++) {
        const PackItem *item = &pack->items.items[i];
        if (!is_decision(item))
            continue;
        n++;
        append_name(page, item);
        if (item->ask.len)
            page_printf(page, ". “%.*s”", STR_ARG(item->ask));
        page_point(page);
    }
    if (!n) {
        page_text(page, STR("The agenda names no decision."));
        page_paragraph(page);
    }
}

static void write_people(Page *page, const PackResult *pack)
{
    size_t n = 0;
    write_heading(page, "Where patients and the public come in");
    for (size_t i = 0; i < pack->items.len; i++) {
        if (!pack->items.items[i].is_patient_voice)
            continue;
        n++;
        append_name(page, &pack->items.items[i]);
        page_point(page);
    }
    if (!n) {
        page_text(page, STR("No item is set aside for them."));
        page_paragraph(page);
    }
}

static void write_reading(Page *page, const PackResult *pack)
{
    size_t n = 0;
    write_heading(page, "How long each paper takes");
    for (size_t i = 0; i < pack->items.len; i++) {
        const PackItem *item = &pack->items.items[i];
        if (!item->paper.len)
            continue;
        n++;
        append_name(page, item);
        page_text(page, STR(" – "));
        append_minutes(page, item->reading_minutes);
        page_point(page);
    }
    if (!n) {
        page_text(page, STR("No paper could be matched to an item."));
        page_paragraph(page);
    }
}

/* The short forms; the sheet of `plainpaper glossary` has more. */
static void write_words(Page *page, const PackResult *pack)
{
    size_t n = 0;
    for (size_t i = 0; i < pack->glossary->entries.len; i++) {
        const GlossaryEntry *entry = &pack->glossary->entries.items[i];
        if (!entry->is_short_form || entry->is_known || entry->state == GLOSSARY_UNEXPLAINED)
            continue;
        if (!n++)
            write_heading(page, "What the words mean");
        page_printf(page, "%.*s: ", STR_ARG(entry->term));
        glossary_append_meanings(entry, page);
        if (entry->state == GLOSSARY_SEVERAL)
            page_text(page, STR(". Ask which one is meant"));
        page_point(page);
    }
}

static void write_question(Page *page, const PackItem *item, bool is_open, const char *question,
                           size_t *n)
{
    if (!is_open)
        return;
    if (!*n)
        write_heading(page, "Questions worth asking");
    ++*n;
    append_name(page, item);
    page_printf(page, " – %s", question);
    page_point(page);
}

static void write_questions(Page *page, const PackResult *pack)
{
    size_t n = 0;
    bool has_voice = false;
    for (size_t i = 0; i < pack->items.len; i++) {
        const PackItem *item = &pack->items.items[i];
        has_voice |= item->is_patient_voice;
        if (!is_decision(item))
            continue;
        write_question(page, item, !item->paper.len, "what is there to read before we decide?", &n);
        write_question(page, item, item->has_no_impact, "whom does this touch, and how?", &n);
        write_question(page, item, item->has_no_options, "what else was looked at?", &n);
        write_question(page, item, item->has_no_owner, "who will see to it?", &n);
        write_question(page, item, item->has_no_date, "by when?", &n);
    }
    if (has_voice || !pack->items.len)
        return;
    if (!n)
        write_heading(page, "Questions worth asking");
    page_text(page, STR("How were patients or the public heard before this meeting?"));
    page_point(page);
}

static void write_page(Page *page, const PackResult *pack)
{
    page_text(page, STR("Before the meeting"));
    if (pack->title.len)
        page_printf(page, ": %.*s", STR_ARG(pack->title));
    page_heading(page, 1);
    write_meeting(page, pack);
    write_decisions(page, pack);
    write_people(page, pack);
    write_reading(page, pack);
    write_words(page, pack);
    write_questions(page, pack);
}

void companion_write(const PackResult *pack, bool is_html, Buf *ret)
{
    Page page = page_begin(is_html, STR("Before the meeting"),
                           STR("body { font: 1.125rem/1.5 sans-serif; max-width: 40rem; "
                               "margin: 1rem auto; padding: 0 1rem }"),
                           ret);
    write_page(&page, pack);
    page_end(&page);
}
