#include "check/check.h"

enum { EXCERPT_BYTES_MAX = 110 };

/* The text block that NODE is, holds first, stands in, or follows. */
static const Node *nearest_text_block(const Node *node)
{
    for (const Node *at = node; at; at = at->parent)
        if (node_is_text_block(at))
            return at;
    NodeIter iter = node_iter(node);
    while (node_iter_next(&iter))
        if (node_is_text_block(iter.node) && iter.node->paragraph)
            return iter.node;
    for (const Node *at = node; at; at = at->previous ? at->previous : at->parent)
        if (node_is_text_block(at))
            return at;
    return NULL;
}

/* The part's name, kept with the result: the document goes first. */
static Str part_name(const CheckContext *context, const Node *node)
{
    Str name = context->document->parts[node->part].name;
    return name.len ? arena_str(context->arena, name) : name;
}

static void locate_lines(const CheckContext *context, Span span, Location *location)
{
    const Source *source = &context->document->source;
    location->has_lines = true;
    source_span_positions(source, span, &location->start, &location->end);
    location->offset = source_original_offset(source, span.start);
    location->length = source_original_offset(source, span.end) - location->offset;
}

static Location locate_node(const CheckContext *context, const Node *node)
{
    const Node *block = nearest_text_block(node);
    Location location = {.precision = node->precision, .headings = context->present_headings};
    const Prose *prose = block ? prose_of(&context->proses, block) : NULL;
    if (prose)
        location.headings = context->headings[prose - context->proses.items];
    if (block) {
        location.paragraph = block->paragraph;
        location.page = block->page;
    }
    location.part = part_name(context, node);
    if (!context->document->has_lines)
        location.precision = PRECISION_BLOCK;
    else if (node->precision != PRECISION_DOCUMENT)
        locate_lines(context, node->span, &location);
    return location;
}

static Location locate_prose(const CheckContext *context, const Prose *prose, Span span)
{
    Location location = {
        .headings = context->headings[prose - context->proses.items],
        .paragraph = prose->block->paragraph,
        .page = prose->block->page,
        .part = part_name(context, prose->block),
        .in_paragraph = span.start,
    };
    Span in_source = source_map_span(&prose->map, span, &location.precision);
    if (!context->document->has_lines)
        return location;
    locate_lines(context, in_source, &location);
    Str source = context->document->source.text;
    if (location.precision == PRECISION_EXACT && !source_map_is_plain(&prose->map, span, source))
        location.precision =
            location.start.line == location.end.line ? PRECISION_LINE : PRECISION_BLOCK;
    return location;
}

Location place_locate(const CheckContext *context, Place place)
{
    if (place.prose)
        return locate_prose(context, place.prose, place.span);
    if (place.node && place.node->kind != NODE_DOCUMENT)
        return locate_node(context, place.node);
    Location location = {.precision = PRECISION_DOCUMENT};
    if (place.in_source) {
        location.precision = PRECISION_EXACT;
        locate_lines(context, place.span, &location);
    }
    return location;
}

/* Moves OFFSET in TEXT to the start of the character it falls into. */
static size_t snap_to_character(Str text, size_t offset)
{
    while (offset > 0 && offset < text.len && ((unsigned char)text.data[offset] & 0xC0) == 0x80)
        offset--;
    return offset;
}

/* The part of TEXT around SPAN that fits on a line, cut at blanks. */
static Span clip_around(Str text, Span span)
{
    if (text.len <= EXCERPT_BYTES_MAX)
        return (Span){0, text.len};
    size_t len = span_len(span) < EXCERPT_BYTES_MAX ? span_len(span) : EXCERPT_BYTES_MAX;
    size_t before = (EXCERPT_BYTES_MAX - len) / 2;
    size_t start = span.start > before ? span.start - before : 0;
    if (start + EXCERPT_BYTES_MAX > text.len)
        start = text.len - EXCERPT_BYTES_MAX;
    size_t end = start + EXCERPT_BYTES_MAX;
    while (start > 0 && start < span.start && text.data[start - 1] != ' ')
        start++;
    while (end < text.len && end > span.end && text.data[end] != ' ')
        end--;
    return (Span){snap_to_character(text, start), snap_to_character(text, end)};
}

/* Puts a blank in place of each MARK in the LEN bytes of TEXT. */
static void blank_out(char *text, size_t len, char mark)
{
    for (char *at = text; len && (at = memchr(at, mark, (size_t)(text + len - at)));)
        *at = ' ';
}

static void set_excerpt(Finding *finding, Str text, Span span, Arena *arena)
{
    Span clip = clip_around(text, span);
    Str cut = span_of(clip, text);
    char *copy = (char *)arena_str(arena, cut).data;
    for (const char *mark = "\t\n\v\f\r"; *mark; mark++)
        blank_out(copy, cut.len, *mark);
    finding->excerpt = (Str){copy, cut.len};
    size_t start = span.start > clip.start ? span.start : clip.start;
    size_t end = span.end < clip.end ? span.end : clip.end;
    finding->in_excerpt = (Span){start - clip.start, (end > start ? end : start) - clip.start};
}

/* The source line when the finding stands on one line of plain source; else its
 * paragraph. HTML is shown as its text: markup would hide the words. */
static void excerpt_of(const CheckContext *context, Place place, Finding *finding)
{
    const Location *at = &finding->location;
    const Document *document = context->document;
    bool is_one_line = at->has_lines && at->start.line == at->end.line;
    if (is_one_line && at->precision == PRECISION_EXACT && document->format != FORMAT_HTML) {
        size_t start = source_line_start(&document->source, at->start.line);
        Precision ignored;
        Span span = place.prose  ? source_map_span(&place.prose->map, place.span, &ignored)
                    : place.node ? place.node->span
                                 : place.span;
        set_excerpt(finding, source_line(&document->source, at->start.line),
                    (Span){span.start - start, span.end - start}, context->arena);
        return;
    }
    if (place.prose) {
        set_excerpt(finding, place.prose->text, place.span, context->arena);
        return;
    }
    const Node *block = place.node ? nearest_text_block(place.node) : NULL;
    const Prose *prose = block ? prose_of(&context->proses, block) : NULL;
    if (prose)
        set_excerpt(finding, prose->text, (Span){0, 0}, context->arena);
}

static StrList copy_list(StrList list, Arena *arena)
{
    Str *items = arena_new_array(arena, Str, list.len);
    for (size_t i = 0; i < list.len; i++)
        items[i] = arena_str(arena, list.items[i]);
    return (StrList){items, list.len};
}

/* MESSAGE on one line, with each %s (or %d, %v) replaced by the next of ARGS; "%%" is "%". */
static Str format_message(Str message, StrList args, Arena *arena)
{
    Buf buf = {0};
    size_t next = 0;
    for (const char *mark;
         message.len > 1 && (mark = memchr(message.data, '%', message.len - 1));) {
        size_t at = (size_t)(mark - message.data);
        buf_append(&buf, str_sub(message, 0, at));
        if (mark[1] == '%')
            buf_append_char(&buf, '%');
        else if (next < args.len)
            buf_append(&buf, args.items[next++]);
        message = str_sub(message, at + 2, message.len);
    }
    buf_append(&buf, message);
    blank_out(buf.data, buf.len, '\n');
    Str text = arena_str(arena, str_trim(buf_str(&buf)));
    buf_free(&buf);
    return text;
}

static size_t rule_index(const CheckContext *context, const Rule *rule)
{
    size_t n;
    const Rule *const *all = ruleset_all(context->checker->rules, &n);
    size_t low = 0, high = n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(all[middle]->id, rule->id) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

Str wording_of(const CheckContext *context, const Rule *rule, Str name)
{
    Str format = format_text(context->document->format), general = {0};
    for (size_t i = 0; i < rule->n_options; i++) {
        const RuleOption *option = &rule->options[i];
        if (!option->values.len || !str_starts_with(option->name, name))
            continue;
        Str ending = str_sub(option->name, name.len, option->name.len);
        if (str_starts_with(ending, STR("-")) && str_ends_with(ending, format) &&
            ending.len == format.len + 1)
            return option->values.items[0];
        if (!ending.len)
            general = option->values.items[0];
    }
    return general;
}

void finding_emit(CheckContext *context, const Rule *rule, const FindingDraft *draft)
{
    if (rule->limit && context->n_by_rule[rule_index(context, rule)]++ >= rule->limit)
        return;
    Arena *arena = context->arena;
    Finding finding = {
        .rule = rule,
        .severity = draft->has_severity ? draft->severity : rule->severity,
        .suggestions = copy_list(draft->suggestions, arena),
        .can_replace = draft->can_replace,
        .yields = draft->yields,
        .is_about_block = draft->is_about_block,
        .location = place_locate(context, draft->place),
        .fold_key = arena_str(arena, draft->fold_key),
        .count = 1,
    };
    Str match = draft->match;
    if (!match.len && draft->place.prose)
        match = span_of(draft->place.span, draft->place.prose->text);
    finding.match = arena_str(arena, match);
    Str wording = draft->wording.len ? draft->wording : wording_of(context, rule, STR("message"));
    if (!wording.len)
        wording = rule->message;
    finding.message = draft->message.len ? arena_str(arena, draft->message)
                                         : format_message(wording, draft->args, arena);
    if (draft->place.prose || draft->place.node || draft->place.in_source)
        excerpt_of(context, draft->place, &finding);
    if (draft->excerpt.len) {
        finding.excerpt = arena_str(arena, draft->excerpt);
        finding.in_excerpt = (Span){0, 0};
    }
    array_push(context->findings, finding);
}
