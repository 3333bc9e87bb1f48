#include "report/page.h"

#include "report/visible.h"

#include <stdarg.h>
#include <stdio.h>

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
        case '"':
            buf_append(out, STR("&quot;"));
            break;
        default:
            buf_append_char(out, text.data[i]);
        }
    }
}

/* Would Markdown begin a block of its own with the character at AT: a heading, a quotation,
 * a list? */
static bool begins_block(Str text, size_t at)
{
    if (strchr("#>-+=", text.data[at]))
        return at == 0;
    size_t n_digits = 0;
    while (n_digits < at && ascii_is_digit((unsigned char)text.data[n_digits]))
        n_digits++;
    return strchr(".)", text.data[at]) && at && n_digits == at;
}

/* Does the ampersand at AT begin an entity: "&lt;"? */
static bool begins_entity(Str text, size_t at)
{
    size_t end = at + 1;
    while (end < text.len &&
           (text.data[end] == '#' || ascii_is_digit((unsigned char)text.data[end]) ||
            ascii_is_alpha((unsigned char)text.data[end])))
        end++;
    return end > at + 1 && end < text.len && text.data[end] == ';';
}

/* What Markdown would take for its own is escaped. */
static void append_markdown(Buf *out, Str text, bool is_first)
{
    while (is_first && text.len && text.data[0] == ' ')
        text = str_sub(text, 1, text.len);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        bool is_mark = strchr("\\`*_[]<|~", c) || (c == '&' && begins_entity(text, i)) ||
                       (is_first && begins_block(text, i));
        if (is_mark)
            buf_append_char(out, '\\');
        buf_append_char(out, c);
    }
}

void page_text(Page *page, Str text)
{
    Buf plain = {0};
    visible_append_line(&plain, text);
    if (page->is_html)
        append_html(&page->line, buf_str(&plain));
    else
        append_markdown(&page->line, buf_str(&plain), !page->line.len);
    buf_free(&plain);
}

void page_printf(Page *page, const char *format, ...)
{
    Buf text = {0};
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    buf_reserve(&text, (size_t)len + 1);
    va_start(args, format);
    (void)vsnprintf(text.data, (size_t)len + 1, format, args);
    va_end(args);
    page_text(page, (Str){text.data, (size_t)len});
    buf_free(&text);
}

/* The most backticks in a row. */
static size_t longest_fence(Str text)
{
    size_t longest = 0, n = 0;
    for (size_t i = 0; i < text.len; i++) {
        n = text.data[i] == '`' ? n + 1 : 0;
        longest = n > longest ? n : longest;
    }
    return longest;
}

static void append_fence(Buf *out, size_t n)
{
    while (n--)
        buf_append_char(out, '`');
}

/* In code Markdown knows no escapes; only a bar in a table has one. */
static void append_code(Page *page, Str text)
{
    size_t fence = longest_fence(text) + 1;
    bool needs_space = text.data[0] == '`' || text.data[text.len - 1] == '`';
    append_fence(&page->line, fence);
    if (needs_space)
        buf_append_char(&page->line, ' ');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '|' && page->is_in_table)
            buf_append_char(&page->line, '\\');
        buf_append_char(&page->line, text.data[i]);
    }
    if (needs_space)
        buf_append_char(&page->line, ' ');
    append_fence(&page->line, fence);
}

void page_copied(Page *page, Str text)
{
    Buf plain = {0};
    visible_append_line(&plain, str_trim(text));
    if (plain.len && page->is_html) {
        buf_append(&page->line, STR("<samp>"));
        append_html(&page->line, buf_str(&plain));
        buf_append(&page->line, STR("</samp>"));
    } else if (plain.len) {
        append_code(page, buf_str(&plain));
    }
    buf_free(&plain);
}

static void write_line(Page *page)
{
    buf_append(page->out, buf_str(&page->line));
    buf_clear(&page->line);
}

static void end_list(Page *page)
{
    if (page->is_in_list)
        buf_append(page->out, page->is_html ? STR("</ul>\n") : STR("\n"));
    page->is_in_list = false;
}

void page_heading(Page *page, int level)
{
    end_list(page);
    if (page->is_html)
        buf_printf(page->out, "<h%d>", level);
    else
        buf_printf(page->out, "%.*s ", level, "######");
    write_line(page);
    if (page->is_html)
        buf_printf(page->out, "</h%d>\n", level);
    else
        buf_append(page->out, STR("\n\n"));
}

void page_paragraph(Page *page)
{
    end_list(page);
    buf_append(page->out, page->is_html ? STR("<p>") : STR(""));
    write_line(page);
    buf_append(page->out, page->is_html ? STR("</p>\n") : STR("\n\n"));
}

void page_point(Page *page)
{
    if (!page->is_in_list && page->is_html)
        buf_append(page->out, STR("<ul>\n"));
    page->is_in_list = true;
    buf_append(page->out, page->is_html ? STR("<li>") : STR("- "));
    write_line(page);
    buf_append(page->out, page->is_html ? STR("</li>\n") : STR("\n"));
}

void page_table_begin(Page *page, Str caption, const Str *columns, size_t n)
{
    end_list(page);
    if (page->is_html) {
        page_text(page, caption);
        buf_append(page->out, STR("<table>\n<caption>"));
        write_line(page);
        buf_append(page->out, STR("</caption>\n<thead>\n<tr>"));
    } else {
        buf_append(page->out, STR("|"));
    }
    for (size_t i = 0; i < n; i++) {
        page_text(page, columns[i]);
        buf_append(page->out, page->is_html ? STR("<th scope=\"col\">") : STR(" "));
        write_line(page);
        buf_append(page->out, page->is_html ? STR("</th>") : STR(" |"));
    }
    buf_append(page->out, page->is_html ? STR("</tr>\n</thead>\n<tbody>\n") : STR("\n|"));
    for (size_t i = 0; i < n && !page->is_html; i++)
        buf_append(page->out, STR(" --- |"));
    buf_append(page->out, page->is_html ? STR("") : STR("\n"));
    page->is_in_table = true;
}

void page_cell(Page *page)
{
    bool is_first = !page->is_in_row;
    page->is_in_row = true;
    if (!page->is_html) {
        buf_append(page->out, is_first ? STR("| ") : STR(" "));
        write_line(page);
        buf_append(page->out, STR(" |"));
        return;
    }
    buf_append(page->out, is_first ? STR("<tr><th scope=\"row\">") : STR("<td>"));
    write_line(page);
    buf_append(page->out, is_first ? STR("</th>") : STR("</td>"));
}

void page_row_end(Page *page)
{
    page->is_in_row = false;
    buf_append(page->out, page->is_html ? STR("</tr>\n") : STR("\n"));
}

void page_table_end(Page *page)
{
    page->is_in_table = false;
    buf_append(page->out, page->is_html ? STR("</tbody>\n</table>\n") : STR("\n"));
}

Page page_begin(bool is_html, Str title, Str style, Buf *ret)
{
    Page page = {.is_html = is_html, .out = ret};
    if (!is_html)
        return page;
    buf_append(ret, STR("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, "
                        "initial-scale=1\">\n<title>"));
    page_text(&page, title);
    write_line(&page);
    buf_printf(ret, "</title>\n<style>%.*s</style>\n</head>\n<body>\n<main>\n", STR_ARG(style));
    return page;
}

void page_end(Page *page)
{
    end_list(page);
    while (!page->is_html && str_ends_with(buf_str(page->out), STR("\n\n")))
        page->out->len--;
    if (page->is_html)
        buf_append(page->out, STR("</main>\n</body>\n</html>\n"));
    buf_free(&page->line);
}
