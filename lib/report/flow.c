#include "report/flow.h"

#include "report/visible.h"

static const char *const codes[] = {
    [FLOW_PLAIN] = "",         [FLOW_BOLD] = "\033[1m",      [FLOW_DIM] = "\033[2m",
    [FLOW_RED] = "\033[1;31m", [FLOW_YELLOW] = "\033[1;33m", [FLOW_CYAN] = "\033[1;36m",
};

static void append_spaces(Buf *buf, size_t n)
{
    for (size_t i = 0; i < n; i++)
        buf_append_char(buf, ' ');
}

void flow_start(Flow *flow, size_t start, size_t indent)
{
    append_spaces(flow->buf, start);
    flow->column = start;
    flow->indent = indent;
    flow->needs_space = false;
}

static void style_begin(const Flow *flow, FlowStyle style)
{
    if (flow->has_colour && style != FLOW_PLAIN)
        buf_append(flow->buf, str_of(codes[style]));
}

static void style_end(const Flow *flow, FlowStyle style)
{
    if (flow->has_colour && style != FLOW_PLAIN)
        buf_append(flow->buf, STR("\033[0m"));
}

static void add(Flow *flow, Str text)
{
    visible_append(flow->buf, text);
    flow->column += visible_columns(text);
}

void flow_text(Flow *flow, Str text, FlowStyle style)
{
    if (!text.len)
        return;
    style_begin(flow, style);
    add(flow, text);
    style_end(flow, style);
    flow->needs_space = false;
}

/* The space between two words, or a new line when WORD does not fit on this one. */
static void part_words(Flow *flow, Str word, FlowStyle style)
{
    if (flow->column + 1 + visible_columns(word) <= FLOW_COLUMNS_MAX) {
        add(flow, STR(" "));
        return;
    }
    style_end(flow, style);
    flow_end(flow);
    flow_start(flow, flow->indent, flow->indent);
    style_begin(flow, style);
}

void flow_words(Flow *flow, Str text, FlowStyle style)
{
    style_begin(flow, style);
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, STR(" "), at);
        Str word = str_sub(text, at, end);
        at = end + 1;
        if (!word.len)
            continue;
        if (flow->needs_space)
            part_words(flow, word, style);
        add(flow, word);
        flow->needs_space = true;
    }
    style_end(flow, style);
}

void flow_end(Flow *flow)
{
    buf_append_char(flow->buf, '\n');
    flow->column = 0;
}
