#include "document/dump.h"

static void dump_escaped(Buf *ret, Str text)
{
    buf_append_char(ret, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '\n')
            buf_append(ret, STR("\\n"));
        else if (c == '"' || c == '\\')
            buf_printf(ret, "\\%c", c);
        else if (c < 0x20)
            buf_printf(ret, "\\x%02x", c);
        else
            buf_append_char(ret, (char)c);
    }
    buf_append_char(ret, '"');
}

static void dump_field(Buf *ret, const char *name, Str value)
{
    if (!value.len)
        return;
    buf_printf(ret, " %s=", name);
    dump_escaped(ret, value);
}

static void dump_holding(Buf *ret, const Node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
    case NODE_CODE:
    case NODE_CODE_BLOCK:
        buf_append_char(ret, ' ');
        if (node->as.text.is_verbatim)
            buf_append_char(ret, '=');
        dump_escaped(ret, node->as.text.literal);
        if (node->as.text.run)
            buf_printf(ret, " run=%u", (unsigned)node->as.text.run);
        break;
    case NODE_HEADING:
        buf_printf(ret, " level=%d", node->as.heading.level);
        break;
    case NODE_LIST:
        if (node->as.list.is_ordered)
            buf_printf(ret, " ordered start=%d", node->as.list.start);
        break;
    case NODE_ITEM:
        dump_field(ret, "label", node->as.item.label);
        break;
    case NODE_TABLE:
        dump_field(ret, "summary", node->as.table.summary);
        if (node->as.table.is_layout)
            buf_append(ret, STR(" layout"));
        break;
    case NODE_TABLE_ROW:
        if (node->as.row.is_header)
            buf_append(ret, STR(" header"));
        break;
    case NODE_TABLE_CELL:
        if (node->as.cell.is_header)
            buf_append(ret, STR(" header"));
        if (node->as.cell.column_span > 1)
            buf_printf(ret, " columns=%d", node->as.cell.column_span);
        if (node->as.cell.row_span > 1)
            buf_printf(ret, " rows=%d", node->as.cell.row_span);
        break;
    case NODE_LINK:
        dump_field(ret, "url", node->as.link.url);
        dump_field(ret, "title", node->as.link.title);
        dump_field(ret, "label", node->as.link.label);
        break;
    case NODE_IMAGE:
        dump_field(ret, "url", node->as.image.url);
        dump_field(ret, "title", node->as.image.title);
        if (node->as.image.has_alt) {
            buf_append(ret, STR(" alt="));
            dump_escaped(ret, node->as.image.alt);
        }
        if (node->as.image.is_decorative)
            buf_append(ret, STR(" decorative"));
        break;
    case NODE_ABBREVIATION:
        dump_field(ret, "title", node->as.abbreviation.title);
        break;
    case NODE_PART:
        dump_field(ret, "name", node->as.part.name);
        break;
    case NODE_FOOTNOTE:
    case NODE_FOOTNOTE_REFERENCE:
        dump_field(ret, "label", node->as.footnote.label);
        break;
    case NODE_EMBED:
        dump_field(ret, "what", node->as.embed.what);
        dump_field(ret, "url", node->as.embed.url);
        if (node->as.embed.has_name) {
            buf_append(ret, STR(" name="));
            dump_escaped(ret, node->as.embed.name);
        }
        break;
    default:
        break;
    }
}

static void dump_colour(Buf *ret, const char *name, Colour colour)
{
    if (colour.is_set)
        buf_printf(ret, " %s=%06x", name, (unsigned)colour.rgb);
    else if (colour.is_unknown)
        buf_printf(ret, " %s=unknown", name);
}

static void dump_style(Buf *ret, const Node *node)
{
    if (node->block_style) {
        dump_field(ret, "style", node->block_style->name);
        if (node->block_style->alignment == ALIGN_JUSTIFIED)
            buf_append(ret, STR(" justified"));
    }
    const TextStyle *style = node->text_style;
    if (!style)
        return;
    if (style->bold)
        buf_append(ret, STR(" bold"));
    if (style->italic)
        buf_append(ret, STR(" italic"));
    if (style->underline)
        buf_append(ret, STR(" underline"));
    if (style->all_caps)
        buf_append(ret, STR(" all-caps"));
    if (style->size_half_points)
        buf_printf(ret, " size=%g", style->size_half_points / 2.0);
    dump_colour(ret, "colour", style->colour);
    dump_colour(ret, "background", style->background);
    dump_field(ret, "font", style->font);
}

static void dump_place(Buf *ret, const Document *document, const Node *node)
{
    static const char *const precisions[PRECISION_COUNT] = {"", "~line", "~block", "~document"};
    if (document->has_lines || node->kind == NODE_TEXT)
        buf_printf(ret, " [%zu,%zu)%s", node->span.start, node->span.end,
                   precisions[node->precision]);
    if (node->paragraph)
        buf_printf(ret, " #%u", (unsigned)node->paragraph);
    if (node->page)
        buf_printf(ret, " page=%u", (unsigned)node->page);
    dump_field(ret, "lang", node->language);
    if (node->is_hidden)
        buf_append(ret, STR(" hidden"));
    if (node->is_unread)
        buf_append(ret, STR(" unread"));
    for (size_t i = 0; i < node->n_attributes; i++) {
        buf_printf(ret, " @%.*s=", STR_ARG(node->attributes[i].name));
        dump_escaped(ret, node->attributes[i].value);
    }
}

static void dump_trait(Buf *ret, const Trait *trait)
{
    Str text = trait_text(trait->kind);
    buf_printf(ret, "trait %.*s", STR_ARG(text));
    dump_field(ret, "detail", trait->detail);
    if (trait->node)
        buf_printf(ret, " #%u", (unsigned)trait->node->paragraph);
    else if (!span_is_empty(trait->span))
        buf_printf(ret, " [%zu,%zu)", trait->span.start, trait->span.end);
    buf_append_char(ret, '\n');
}

void document_dump(const Document *document, Buf *ret)
{
    dump_field(ret, "title", document->title);
    dump_field(ret, "language", document->language);
    if (document->pages)
        buf_printf(ret, " pages=%u", document->pages);
    if (document->has_refresh)
        buf_printf(ret, " refresh=%u", document->refresh_seconds);
    if (document->is_fragment)
        buf_append(ret, STR(" fragment"));
    buf_append_char(ret, '\n');
    size_t depth = 0;
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter)) {
        if (iter.event == NODE_EXIT) {
            depth--;
            continue;
        }
        for (size_t i = 0; i < depth; i++)
            buf_append(ret, STR("  "));
        buf_append(ret, node_kind_text(iter.node->kind));
        dump_holding(ret, iter.node);
        dump_style(ret, iter.node);
        dump_place(ret, document, iter.node);
        buf_append_char(ret, '\n');
        depth++;
    }
    for (size_t i = 0; i < document->traits.len; i++)
        dump_trait(ret, &document->traits.items[i]);
}
