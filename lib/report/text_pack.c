#include "report/text_pack.h"

#include <math.h>

enum { INDENT = 2 };

static void write_line(Flow *flow, size_t indent, const Buf *text, FlowStyle style)
{
    flow_start(flow, indent, indent + INDENT);
    flow_words(flow, buf_str(text), style);
    flow_end(flow);
}

static void append_clock(Buf *buf, int minutes)
{
    buf_printf(buf, "%d:%02d", minutes / 60, minutes % 60);
}

/* "2 hours 5 minutes" */
static void append_time(Buf *buf, double minutes)
{
    if (minutes < 0.5) {
        buf_append(buf, STR("under a minute"));
        return;
    }
    long whole = lround(minutes), hours = whole / 60, rest = whole % 60;
    if (hours)
        buf_printf(buf, "%ld %s%s", hours, hours == 1 ? "hour" : "hours", rest ? " " : "");
    if (rest || !hours)
        buf_printf(buf, "%ld %s", rest, rest == 1 ? "minute" : "minutes");
}

static void write_meeting(const PackResult *pack, Flow *flow)
{
    Buf line = {0};
    if (!pack->agenda.len)
        return;
    buf_append(&line, STR("Agenda as read: "));
    buf_append(&line, pack->agenda);
    write_line(flow, 0, &line, FLOW_PLAIN);
    buf_clear(&line);
    if (date_is_known(pack->date))
        day_append(day_of(pack->date), true, &line);
    if (pack->time.start >= 0) {
        buf_append(&line, line.len ? STR(", ") : STR(""));
        append_clock(&line, pack->time.start);
    }
    if (pack->time.start >= 0 && pack->time.end >= 0) {
        buf_append(&line, STR(" to "));
        append_clock(&line, pack->time.end);
    }
    if (pack->place.len)
        buf_printf(&line, "%s%.*s", line.len ? ", " : "", STR_ARG(pack->place));
    if (line.len)
        write_line(flow, INDENT, &line, FLOW_PLAIN);
    buf_clear(&line);
    if (date_is_known(pack->sent)) {
        buf_append(&line, pack->notice_working);
        if (!line.len) {
            buf_append(&line, STR("Papers sent "));
            day_append(day_of(pack->sent), true, &line);
        }
        write_line(flow, INDENT, &line, FLOW_PLAIN);
    }
    buf_free(&line);
}

static void write_not_found(const PackResult *pack, Flow *flow)
{
    Buf line = {0};
    if (!pack->not_found.len)
        return;
    buf_append(&line, STR("Not found: "));
    for (size_t i = 0; i < pack->not_found.len; i++)
        buf_printf(&line, "%s%.*s", i ? ", " : "", STR_ARG(pack->not_found.items[i]));
    buf_append_char(&line, '.');
    write_line(flow, INDENT, &line, FLOW_PLAIN);
    buf_free(&line);
}

static void write_measure(const PackResult *pack, Flow *flow)
{
    Buf line = {0};
    buf_printf(&line, "%zu %s, %zu words, %zu %s: ", pack->n_papers,
               pack->n_papers == 1 ? "paper" : "papers", pack->n_words, pack->n_pages,
               pack->n_pages == 1 ? "page" : "pages");
    append_time(&line, pack->reading_minutes);
    buf_append(&line, STR(" to read, "));
    append_time(&line, pack->careful_minutes);
    buf_append(&line, STR(" with care"));
    if (pack->meeting_minutes) {
        buf_append(&line, STR("; the meeting takes "));
        append_time(&line, pack->meeting_minutes);
    }
    buf_append_char(&line, '.');
    write_line(flow, 0, &line, FLOW_PLAIN);
    buf_clear(&line);
    if (pack->has_to_note_share) {
        buf_printf(&line, "%zu %s of business; %ld%% only to note.", pack->n_items,
                   pack->n_items == 1 ? "item" : "items", lround(100 * pack->to_note_share));
        write_line(flow, 0, &line, FLOW_PLAIN);
    }
    buf_free(&line);
}

static void append_item(const PackItem *item, Buf *line)
{
    if (item->number.len)
        buf_printf(line, "%.*s ", STR_ARG(item->number));
    buf_append(line, item->title);
    buf_append_char(line, ':');
    if (item->purpose.len)
        buf_printf(line, " for %.*s,", STR_ARG(item->purpose));
    else
        buf_append(line, item->is_standing || item->is_break ? STR("") : STR(" purpose not said,"));
    if (item->minutes)
        buf_printf(line, " %u minutes,", item->minutes);
    if (item->paper.len) {
        buf_printf(line, " %zu %s, ", item->n_pages, item->n_pages == 1 ? "page" : "pages");
        append_time(line, item->reading_minutes);
        buf_printf(line, " to read (%.*s), %zu %s", STR_ARG(item->paper), item->n_findings,
                   item->n_findings == 1 ? "finding" : "findings");
    } else {
        buf_append(line, STR(" no paper"));
    }
}

static void write_items(const PackResult *pack, Flow *flow)
{
    Buf line = {0};
    for (size_t i = 0; i < pack->items.len; i++) {
        const PackItem *item = &pack->items.items[i];
        buf_clear(&line);
        append_item(item, &line);
        write_line(flow, INDENT, &line, FLOW_PLAIN);
        if (!item->ask.len)
            continue;
        buf_clear(&line);
        buf_printf(&line, "“%.*s”", STR_ARG(item->ask));
        write_line(flow, 3 * INDENT, &line, FLOW_DIM);
    }
    buf_free(&line);
}

static void write_words(const PackResult *pack, Flow *flow)
{
    Buf line = {0};
    size_t n = 0;
    for (size_t i = 0; i < pack->glossary->entries.len; i++) {
        const GlossaryEntry *entry = &pack->glossary->entries.items[i];
        if (!entry->is_short_form || entry->is_known || !glossary_count_unexplained(entry))
            continue;
        buf_printf(&line, "%s%.*s",
                   n++ ? ", " : "Short forms some paper does not explain: ", STR_ARG(entry->term));
        Str long_form = glossary_long_form(entry);
        if (long_form.len)
            buf_printf(&line, " (%.*s)", STR_ARG(long_form));
    }
    if (n) {
        buf_append_char(&line, '.');
        write_line(flow, 0, &line, FLOW_PLAIN);
    }
    buf_free(&line);
}

static void write_best(const PackResult *pack, Flow *flow)
{
    Buf line = {0};
    if (!pack->best.len)
        return;
    buf_append(&line, STR("What would help readers most:"));
    write_line(flow, 0, &line, FLOW_BOLD);
    for (size_t i = 0; i < pack->best.len; i++) {
        const PackFinding *best = &pack->best.items[i];
        buf_clear(&line);
        buf_printf(&line, "%zu. %.*s (%.*s)", i + 1, STR_ARG(best->finding.message),
                   STR_ARG(best->path));
        write_line(flow, INDENT, &line, FLOW_PLAIN);
    }
    buf_free(&line);
}

void text_write_pack(const PackResult *pack, Flow *flow)
{
    Buf title = {0};
    buf_append(&title, STR("Meeting pack"));
    if (pack->title.len)
        buf_printf(&title, ": %.*s", STR_ARG(pack->title));
    write_line(flow, 0, &title, FLOW_BOLD);
    buf_free(&title);
    write_meeting(pack, flow);
    write_not_found(pack, flow);
    write_measure(pack, flow);
    write_items(pack, flow);
    write_words(pack, flow);
    write_best(pack, flow);
}
