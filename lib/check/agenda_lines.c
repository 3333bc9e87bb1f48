#include "check/agenda_lines.h"

#include "check/agenda_fields.h"
#include "check/agenda_words.h"

static int list_depth(const Node *block)
{
    int depth = 0;
    for (const Node *above = block->parent; above; above = above->parent)
        depth += above->kind == NODE_ITEM;
    return depth;
}

static const Node *outermost_table(const Node *block)
{
    const Node *table = NULL;
    for (const Node *above = block->parent; above; above = above->parent)
        if (above->kind == NODE_TABLE)
            table = above;
    return table;
}

/* The number of ITEM as its list shows it; empty for a bullet. */
static Str number_of_item(const Node *item, Arena *arena)
{
    Str label = item->as.item.label, number;
    if (label.len && item_number(arena_printf(arena, "%.*s ", STR_ARG(label)), &number))
        return number;
    if (!item->parent || item->parent->kind != NODE_LIST || !item->parent->as.list.is_ordered ||
        label.len)
        return (Str){0};
    int position = item->parent->as.list.start;
    for (const Node *before = item->previous; before; before = before->previous)
        position += before->kind == NODE_ITEM;
    return arena_printf(arena, "%d", position);
}

static bool is_all_bold(const Prose *prose, Span span)
{
    size_t n = 0;
    for (size_t i = 0; i < prose->n_words; i++) {
        if (!span_contains(span, word_span(&prose->words[i])))
            continue;
        if (!(prose->words[i].shape & WORD_IN_EMPHASIS))
            return false;
        n++;
    }
    return n > 0;
}

Str first_link(const Node *block)
{
    NodeIter iter = node_iter(block);
    while (node_iter_next(&iter)) {
        bool is_link = iter.event == NODE_ENTER && iter.node->kind == NODE_LINK;
        Str url = is_link ? iter.node->as.link.url : (Str){0};
        if (url.len && !str_starts_with(url, STR("mailto:")) && !str_starts_with(url, STR("tel:")))
            return url;
    }
    return (Str){0};
}

/* A block's own facts, the same for all its lines. */
static AgendaLine line_of_block(const Prose *prose)
{
    const Node *block = prose->block;
    return (AgendaLine){
        .prose = prose,
        .heading_level = block->kind == NODE_HEADING ? block->as.heading.level : 0,
        .list_depth = list_depth(block),
        .is_term = block->kind == NODE_DEFINITION_TERM,
        .table = outermost_table(block),
        .link = first_link(block),
    };
}

static void add_line(AgendaLine line, Span span, Arena *arena, AgendaLineArray *ret)
{
    line.span = span_trim(span, line.prose->text);
    line.text = span_of(line.span, line.prose->text);
    if (!line.text.len)
        return;
    line.title = line.text;
    const Node *item = line.prose->block->parent;
    bool is_first_block = item && item->kind == NODE_ITEM && !line.prose->block->previous;
    line.opens_item = is_first_block && str_is_blank(str_sub(line.prose->text, 0, line.span.start));
    if (line.opens_item)
        line.number = number_of_item(item, arena);
    size_t at = line.number.len ? 0 : item_number(line.text, &line.number);
    line.title = str_sub(line.text, at, line.text.len);
    line.is_bold = !line.heading_level && is_all_bold(line.prose, line.span);
    array_push(ret, line);
}

bool is_date_alone(Str line)
{
    enum { WEEKDAY_BYTES_MAX = 14, DATE_BYTES_MAX = 60 };
    Date date;
    Span span;
    bool is_wrong;
    return line.len <= DATE_BYTES_MAX && when_find_date(line, 0, &date, &span, &is_wrong) &&
           span.start <= WEEKDAY_BYTES_MAX && str_trim(str_sub(line, span.end, line.len)).len <= 1;
}

/* Does a new thing begin at the start of TEXT: a label, an item, a point? */
static bool begins_anew(Str text)
{
    Str rest, number;
    TimeRange time;
    Span span;
    size_t letter = text.len && text.data[0] == '(';
    bool is_point = text.len > letter + 2 && ascii_is_lower((unsigned char)text.data[letter]) &&
                    (text.data[letter + 1] == ')' || (!letter && text.data[1] == '.'));
    return is_point || field_opening(text, &rest) != FIELD_NONE || item_number(text, &number) ||
           when_time_at(text, 0, false, &time, &span) || is_date_alone(text);
}

/* "Lead: Jo Bloggs", and behind it a sentence of its own. */
static bool ends_field(Str line, Str next)
{
    Str value;
    AgendaField field = field_opening(line, &value);
    return field > FIELD_TITLE && field < FIELD_DATE && value.len &&
           value.data[value.len - 1] != ',' && next.len &&
           ascii_is_upper((unsigned char)next.data[0]);
}

/* Where the line that begins at START ends. Lines of Markdown run on in one
 * paragraph, but authors mean a new line before a label or a number. */
static size_t line_end(const Prose *prose, size_t start)
{
    size_t end = str_find(prose->text, STR("\n"), start);
    const Segment *segment = source_map_segment(&prose->map, start);
    const Segment *behind = prose->map.segments + prose->map.n_segments;
    for (; segment && segment < behind && segment->text_start < end; segment++) {
        if (segment->text_start > start && segment->node &&
            segment->node->kind == NODE_SOFT_BREAK) {
            Str line = str_sub(prose->text, start, segment->text_start);
            Str next = str_sub(prose->text, segment->text_start + 1, end);
            if (begins_anew(next) || ends_field(line, next))
                return segment->text_start;
        }
    }
    return end;
}

void agenda_lines_of(const ProseList *proses, Arena *arena, AgendaLineArray *ret)
{
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        if (prose->block->part)
            continue;
        AgendaLine line = line_of_block(prose);
        for (size_t start = 0; start < prose->text.len;) {
            size_t end = line_end(prose, start);
            add_line(line, (Span){start, end}, arena, ret);
            start = end + 1;
        }
    }
}
