#include "report/companion.h"

#include <math.h>

/* Writes the same page in two forms. */
typedef struct Page {
    bool is_html;
    bool is_in_list;
    Buf *out;
    Buf line; /* the text of the block being made */
} Page;

static void append_html(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.data[i]) {
        case '<':
            buf_append(out, STR("&lt;"));
            break;
        case '>':
            buf_append(out, STR("&gt;"));
            break;
        case '&':
            buf_append(out, STR("&amp;"));
            break;
        default:
            buf_append_char(out, text.data[i]);
        }
    }
}

/* Marks that Markdown would take for its own are escaped. */
static void append_markdown(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (memchr("\\`*_[]<>#|", text.data[i], 10))
            buf_append_char(out, '\\');
        buf_append_char(out, text.data[i] == '\n' ? ' ' : text.data[i]);
    }
}

static void end_list(Page *page)
{
    if (page->is_in_list)
        buf_append(page->out, page->is_html ? STR("</ul>\n") : STR("\n"));
    page->is_in_list = false;
}

static void write_text(Page *page)
{
    if (page->is_html)
        append_html(page->out, buf_str(&page->line));
    else
        append_markdown(page->out, buf_str(&page->line));
    buf_clear(&page->line);
}

static void write_block(Page *page, const char *html_tag, const char *markdown)
{
    end_list(page);
    if (page->is_html)
        buf_printf(page->out, "<%s>", html_tag);
    else
        buf_append(page->out, str_of(markdown));
    write_text(page);
    if (page->is_html)
        buf_printf(page->out, "</%s>\n", html_tag);
    else
        buf_append(page->out, STR("\n\n"));
}

static void write_heading(Page *page, const char *text)
{
    buf_append(&page->line, str_of(text));
    write_block(page, "h2", "## ");
}

static void write_paragraph(Page *page)
{
    write_block(page, "p", "");
}

static void write_point(Page *page)
{
    if (!page->is_in_list && page->is_html)
        buf_append(page->out, STR("<ul>\n"));
    page->is_in_list = true;
    buf_append(page->out, page->is_html ? STR("<li>") : STR("- "));
    write_text(page);
    buf_append(page->out, page->is_html ? STR("</li>\n") : STR("\n"));
}

static void append_name(Page *page, const PackItem *item)
{
    if (item->number.len)
        buf_printf(&page->line, "Item %.*s: ", STR_ARG(item->number));
    buf_append(&page->line, item->title);
}

static void append_minutes(Page *page, double minutes)
{
    long n = lround(minutes) ? lround(minutes) : 1;
    buf_printf(&page->line, "%ld %s", n, n == 1 ? "minute" : "minutes");
}

static void write_meeting(Page *page, const PackResult *pack)
{
    if (date_is_known(pack->date))
        day_append(day_of(pack->date), true, &page->line);
    if (pack->time.start >= 0)
        buf_printf(&page->line, "%s%d:%02d", page->line.len ? ", " : "", pack->time.start / 60,
                   pack->time.start % 60);
    if (pack->time.start >= 0 && pack->time.end >= 0)
        buf_printf(&page->line, " to %d:%02d", pack->time.end / 60, pack->time.end % 60);
    if (pack->place.len)
        buf_printf(&page->line, "%s%.*s", page->line.len ? ", " : "", STR_ARG(pack->place));
    if (page->line.len)
        write_paragraph(page);
    buf_printf(&page->line, "There %s %zu %s. Reading all of it takes about ",
               pack->n_papers == 1 ? "is" : "are", pack->n_papers,
               pack->n_papers == 1 ? "paper" : "papers");
    append_minutes(page, pack->careful_minutes);
    buf_append(&page->line, STR(" with care."));
    write_paragraph(page);
    if (pack->contact.len) {
        buf_printf(&page->line, "Whom to ask: %.*s", STR_ARG(pack->contact));
        write_paragraph(page);
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
            buf_printf(&page->line, ". “%.*s”", STR_ARG(item->ask));
        write_point(page);
    }
    if (!n) {
        buf_append(&page->line, STR("The agenda names no decision."));
        write_paragraph(page);
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
        write_point(page);
    }
    if (!n) {
        buf_append(&page->line, STR("No item is set aside for them."));
        write_paragraph(page);
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
        buf_append(&page->line, STR(" – "));
        append_minutes(page, item->reading_minutes);
        write_point(page);
    }
    if (!n) {
        buf_append(&page->line, STR("No paper could be matched to an item."));
        write_paragraph(page);
    }
}

static void write_words(Page *page, const PackResult *pack)
{
    size_t n = 0;
    for (size_t i = 0; i < pack->words.len; i++) {
        const PackWord *word = &pack->words.items[i];
        if (!word->long_form.len)
            continue;
        if (!n++)
            write_heading(page, "Words explained");
        buf_printf(&page->line, "%.*s: %.*s", STR_ARG(word->short_form), STR_ARG(word->long_form));
        write_point(page);
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
    buf_printf(&page->line, " – %s", question);
    write_point(page);
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
    buf_append(&page->line, STR("How were patients or the public heard before this meeting?"));
    write_point(page);
}

static void write_page(Page *page, const PackResult *pack)
{
    buf_append(&page->line, STR("Before the meeting"));
    if (pack->title.len)
        buf_printf(&page->line, ": %.*s", STR_ARG(pack->title));
    write_block(page, "h1", "# ");
    write_meeting(page, pack);
    write_decisions(page, pack);
    write_people(page, pack);
    write_reading(page, pack);
    write_words(page, pack);
    write_questions(page, pack);
    end_list(page);
}

void companion_write(const PackResult *pack, bool is_html, Buf *ret)
{
    Page page = {.is_html = is_html, .out = ret};
    if (is_html)
        buf_append(ret, STR("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                            "<title>Before the meeting</title>\n<style>body { font: 1.125rem/1.5 "
                            "sans-serif; max-width: 40rem; margin: 1rem auto; padding: 0 1rem }"
                            "</style>\n</head>\n<body>\n<main>\n"));
    write_page(&page, pack);
    if (is_html)
        buf_append(ret, STR("</main>\n</body>\n</html>\n"));
    buf_free(&page.line);
}
