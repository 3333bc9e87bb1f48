#include "read/html_builder.h"

#include <assert.h>

void html_builder_init(HtmlBuilder *b, Document *document, Node *container, bool is_fragment)
{
    *b = (HtmlBuilder){
        .document = document,
        .container = container,
        .is_fragment_inside = is_fragment,
    };
    static const HtmlTag outermost = {.name = "", .class = HTML_FLOW, .what = ""};
    array_push(&b->elements, (HtmlElement){.tag = &outermost});
}

void html_builder_free(HtmlBuilder *b)
{
    html_names_free(&b->names);
    array_free(&b->elements);
    array_free(&b->inlines);
    buf_free(&b->literal.text);
    buf_free(&b->heading.text);
    buf_free(&b->drawn);
}

/* Where blocks and inlines go */

void html_mark(HtmlBuilder *b, const HtmlElement *element, Node *node)
{
    node->is_hidden = html_element_is_hidden(element);
    node->is_unread = element->is_unread;
    node->attributes = element->attributes;
    node->n_attributes = element->n_attributes;
    if (element->references.len)
        html_names_refer(&b->names, node, element->references);
}

static Str pending_language(const HtmlElement *element)
{
    return element->language.len ? element->language : element->language_around;
}

/* Gives NODE the language marked on ELEMENT or on those around it without a node. */
static void take_language(HtmlElement *element, Node *node)
{
    node->language = pending_language(element);
    element->language = element->language_around = (Str){0};
}

/* What an element opened in AROUND inherits of languages not yet on a node. */
static Str language_for_children(const HtmlElement *around)
{
    if (around->effect == HTML_EFFECT_INLINE)
        return around->language_around;
    return around->effect == HTML_EFFECT_BLOCK ? (Str){0} : pending_language(around);
}

/* The last child of PARENT where it is *IMPLIED, else a new one of KIND. */
static Node *implied_child(HtmlBuilder *b, Node *parent, NodeKind kind, Node **implied)
{
    if (*implied && parent->last_child == *implied)
        return *implied;
    *implied = node_new(&b->document->arena, kind);
    (*implied)->span = (Span){b->end, b->end};
    node_append_child(parent, *implied);
    return *implied;
}

/* The container for a block of KIND: PRESENT, or what has to stand between. */
static Node *container_for(HtmlBuilder *b, Node *present, NodeKind kind)
{
    switch (present->kind) {
    case NODE_TABLE:
        if (kind == NODE_TABLE_ROW || kind == NODE_CAPTION)
            return present;
        present = implied_child(b, present, NODE_TABLE_ROW, &b->implied_row);
        return kind == NODE_TABLE_CELL
                   ? present
                   : implied_child(b, present, NODE_TABLE_CELL, &b->implied_cell);
    case NODE_TABLE_ROW:
        return kind == NODE_TABLE_CELL
                   ? present
                   : implied_child(b, present, NODE_TABLE_CELL, &b->implied_cell);
    case NODE_LIST: {
        Node *last = present->last_child;
        return kind == NODE_ITEM ? present : implied_child(b, present, NODE_ITEM, &last);
    }
    case NODE_DEFINITION_LIST: {
        Node *last = present->last_child && present->last_child->kind == NODE_DEFINITION
                         ? present->last_child
                         : NULL;
        bool fits = kind == NODE_DEFINITION || kind == NODE_DEFINITION_TERM;
        return fits ? present : implied_child(b, present, NODE_DEFINITION, &last);
    }
    default:
        return present;
    }
}

void html_place_block(HtmlBuilder *b, Node *node)
{
    node_append_child(container_for(b, b->container, node->kind), node);
}

/* Ends NODE at END, and with it the implied ones around it. */
static void end_node(Node *node, size_t end)
{
    for (int i = 0; node && i < 3; i++, node = node->parent)
        if (node->span.end < end)
            node->span.end = end;
}

void html_end_block(HtmlBuilder *b)
{
    html_end_code(b);
    if (!b->block)
        return;
    html_trim_block(b);
    for (size_t i = 0; i < b->n_placed; i++) {
        end_node(b->inlines.items[i].node, b->end);
        b->inlines.items[i].node = NULL;
    }
    end_node(b->block, b->end);
    b->n_placed = 0;
    b->block = NULL;
    b->has_content = false;
    b->paragraph = 0;
}

static void begin_block(HtmlBuilder *b, Node *node)
{
    b->block = node;
    b->has_content = false;
    b->space = NULL;
}

/* Where NODE starts: at its TAG, unless other nodes or the start of the one around
 * it stand between that and its first content at START. */
static size_t start_at_tag(const Node *node, size_t tag, size_t start)
{
    size_t earliest = node->previous ? node->previous->span.end : node->parent->span.start;
    return tag >= earliest ? tag : start;
}

/* A paragraph that starts at START, for the p that waits for its first content or
 * for text that stands free. */
static void open_paragraph(HtmlBuilder *b, size_t start)
{
    HtmlElement *context = &b->elements.items[html_top(b)->context];
    Node *node = node_new(&b->document->arena, NODE_PARAGRAPH);
    node->span = (Span){start, start};
    size_t tag = start;
    if (b->paragraph) {
        context = &b->elements.items[b->paragraph - 1];
        html_mark(b, context, node);
        context->node = node;
        tag = context->start;
        b->paragraph = 0;
    } else {
        node->is_hidden = html_element_is_hidden(context);
        node->is_unread = context->is_unread;
        if (b->inlines.len)
            tag = b->elements.items[b->inlines.items[0].element].start;
    }
    node->language = pending_language(context);
    html_place_block(b, node);
    node->span.start = start_at_tag(node, tag, start);
    begin_block(b, node);
}

static Node *place_inline(HtmlBuilder *b, HtmlInline *open, Node *parent, size_t start)
{
    HtmlElement *element = &b->elements.items[open->element];
    Node *node = node_new(&b->document->arena, open->kind);
    html_mark(b, element, node);
    node->language = element->language;
    if (open->kind == NODE_LINK) {
        node->as.link.url = open->url;
        node->as.link.title = open->title;
        node->as.link.label = open->label;
    } else if (open->kind == NODE_ABBREVIATION) {
        node->as.abbreviation.title = open->title;
    }
    HtmlPiece *piece = arena_new(&b->document->arena, HtmlPiece);
    *piece = (HtmlPiece){.node = node, .before = open->pieces};
    open->pieces = piece;
    node_append_child(parent, node);
    start = start_at_tag(node, element->start, start);
    node->span = (Span){start, start};
    open->node = node;
    return node;
}

Node *html_inline_parent(HtmlBuilder *b, size_t start)
{
    size_t n = b->inlines.len < HTML_INLINE_DEPTH_MAX ? b->inlines.len : HTML_INLINE_DEPTH_MAX;
    if (!b->block)
        open_paragraph(b, start);
    Node *parent = b->n_placed ? b->inlines.items[b->n_placed - 1].node : b->block;
    for (; b->n_placed < n; b->n_placed++)
        parent = place_inline(b, &b->inlines.items[b->n_placed], parent, start);
    return parent;
}

void html_append_inline(HtmlBuilder *b, Node *node)
{
    Node *parent = html_inline_parent(b, node->span.start);
    node->is_hidden = html_element_is_hidden(html_top(b));
    node->is_unread = node->is_unread || html_top(b)->is_unread;
    node_append_child(parent, node);
    b->has_content = true;
    b->space = NULL;
    if (b->end < node->span.end && node->precision == PRECISION_EXACT)
        b->end = node->span.end;
}

/* Openers */

/* Headings, captions and terms keep the text of a div or p inside them. */
static bool block_is_sticky(const HtmlBuilder *b)
{
    return b->block && (b->block->kind == NODE_HEADING || b->block->kind == NODE_CAPTION ||
                        b->block->kind == NODE_DEFINITION_TERM);
}

static void open_flow(HtmlBuilder *b, HtmlElement *e)
{
    e->effect = HTML_EFFECT_FLOW;
    if (block_is_sticky(b)) {
        html_end_code(b);
        html_space(b, (Span){b->end, b->end});
        return;
    }
    html_end_block(b);
    b->paragraph = 0;
}

static void open_paragraph_element(HtmlBuilder *b, HtmlElement *e)
{
    open_flow(b, e);
    if (b->block)
        return;
    e->effect = HTML_EFFECT_BLOCK;
    b->paragraph = b->elements.len;
}

static Node *open_block(HtmlBuilder *b, HtmlElement *e, NodeKind kind)
{
    html_end_block(b);
    b->paragraph = 0;
    Node *node = node_new(&b->document->arena, kind);
    node->span = (Span){e->start, b->end};
    html_mark(b, e, node);
    take_language(e, node);
    html_place_block(b, node);
    begin_block(b, node);
    e->effect = HTML_EFFECT_BLOCK;
    e->node = node;
    return node;
}

static void open_heading(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    int natural = e->tag->class == HTML_HEADING ? e->tag->detail : 2;
    Node *node = open_block(b, e, NODE_HEADING);
    unsigned level = html_number(html_attribute(attributes, STR("aria-level")), 0, 100);
    node->as.heading.level = level ? (int)level : natural;
}

static Node *open_container(HtmlBuilder *b, HtmlElement *e, NodeKind kind)
{
    html_end_block(b);
    b->paragraph = 0;
    if (b->container_depth >= HTML_CONTAINER_DEPTH_MAX) {
        e->effect = HTML_EFFECT_FLOW;
        return NULL;
    }
    Node *node = node_new(&b->document->arena, kind);
    node->span = (Span){e->start, b->end};
    html_mark(b, e, node);
    take_language(e, node);
    html_place_block(b, node);
    e->effect = HTML_EFFECT_CONTAINER;
    e->node = node;
    e->outer = b->container;
    b->container = node;
    b->container_depth++;
    return node;
}

static void open_list(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    Node *node = open_container(b, e, NODE_LIST);
    if (!node || !e->tag->detail)
        return;
    node->as.list.is_ordered = true;
    node->as.list.start = (int)html_number(html_attribute(attributes, STR("start")), 1, 1000000);
}

static void open_table(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    e->in_head_rows = false;
    Node *node = open_container(b, e, NODE_TABLE);
    if (!node)
        return;
    node->as.table.is_layout = e->role == HTML_ROLE_PRESENTATION;
    node->as.table.summary =
        arena_str(&b->document->arena, str_trim(html_attribute(attributes, STR("summary"))));
}

/* Opens the row or cell KIND where a table wants it; else it is a mere block, as
 * browsers have it. */
static Node *open_table_part(HtmlBuilder *b, HtmlElement *e, NodeKind kind)
{
    NodeKind around = b->container->kind;
    if (around == NODE_TABLE || (around == NODE_TABLE_ROW && kind == NODE_TABLE_CELL))
        return open_container(b, e, kind);
    open_flow(b, e);
    return NULL;
}

static void open_cell(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    Node *node = open_table_part(b, e, NODE_TABLE_CELL);
    if (!node)
        return;
    bool is_header = e->tag->class == HTML_CELL && e->tag->detail;
    if (e->role == HTML_ROLE_HEADER_CELL || e->role == HTML_ROLE_CELL)
        is_header = e->role == HTML_ROLE_HEADER_CELL;
    node->as.cell.is_header = is_header;
    unsigned columns = html_number(html_attribute(attributes, STR("colspan")), 1, 1000);
    unsigned rows = html_number(html_attribute(attributes, STR("rowspan")), 1, 65534);
    node->as.cell.column_span = columns ? (uint16_t)columns : 1;
    node->as.cell.row_span = rows ? (uint16_t)rows : 1;
}

static void open_pre(HtmlBuilder *b, HtmlElement *e)
{
    open_block(b, e, NODE_CODE_BLOCK);
    e->effect = HTML_EFFECT_PRE;
    b->pre = b->elements.len;
}

static void open_rule(HtmlBuilder *b, HtmlElement *e, Span tag)
{
    html_end_block(b);
    b->paragraph = 0;
    Node *node = node_new(&b->document->arena, NODE_THEMATIC_BREAK);
    node->span = tag;
    html_mark(b, e, node);
    html_place_block(b, node);
    end_node(node, tag.end);
}

static void open_break(HtmlBuilder *b, HtmlElement *e, Span tag)
{
    Node *node = node_new(&b->document->arena, NODE_LINE_BREAK);
    node->span = tag;
    html_mark(b, e, node);
    html_end_code(b);
    html_trim_block(b);
    html_append_inline(b, node);
    b->has_content = false; /* white space after it counts for nothing */
}

static void open_inline(HtmlBuilder *b, HtmlElement *e, NodeKind kind, Str title)
{
    html_end_code(b);
    e->effect = HTML_EFFECT_INLINE;
    array_push(&b->inlines,
               (HtmlInline){.kind = kind, .element = b->elements.len - 1, .title = title});
}

static void open_code(HtmlBuilder *b, HtmlElement *e)
{
    if (b->code)
        return;
    e->effect = HTML_EFFECT_CODE;
    b->code = b->elements.len;
}

static void open_html(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    e->effect = HTML_EFFECT_FLOW;
    b->has_page_tags = true;
    Str language = e->language;
    e->language = (Str){0};
    if (b->is_fragment_inside)
        return;
    b->document->has_language_field = html_has_attribute(attributes, STR("lang")) ||
                                      html_has_attribute(attributes, STR("xml:lang"));
    b->document->language = str_trim(language);
}

static void open_title(HtmlBuilder *b, HtmlElement *e, Span tag)
{
    b->has_page_tags = true;
    if (b->document->has_title_field || b->is_fragment_inside) {
        b->skipped = b->elements.len;
        return;
    }
    b->document->has_title_field = true;
    b->title = b->elements.len;
    b->heading.span = (Span){tag.end, tag.end};
    e->effect = HTML_EFFECT_TITLE;
}

static void open_meta(HtmlBuilder *b, HtmlAttributes attributes, Span tag)
{
    Document *document = b->document;
    if (b->is_fragment_inside || document->has_refresh ||
        !str_eq_nocase(html_attribute(attributes, STR("http-equiv")), STR("refresh")))
        return;
    unsigned seconds;
    if (!html_refresh_seconds(html_attribute(attributes, STR("content")), &seconds))
        return;
    document->has_refresh = true;
    document->refresh_seconds = seconds;
    document->refresh_span = tag;
}

static void open_abbreviation(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    Str title = str_trim(html_attribute(attributes, STR("title")));
    if (title.len)
        open_inline(b, e, NODE_ABBREVIATION, arena_str(&b->document->arena, title));
}

/* An element that leaves no node, unless its language has to stand somewhere. */
static void open_transparent(HtmlBuilder *b, HtmlElement *e, Span tag)
{
    if (e->language.len && !span_is_empty(tag))
        open_inline(b, e, NODE_SPAN, (Str){0});
}

/* The class an element has by its role, where it has one. */
static HtmlClass class_by_role(const HtmlElement *e)
{
    HtmlClass class = e->tag->class;
    switch (e->role) {
    case HTML_ROLE_HEADING:
        return HTML_HEADING;
    case HTML_ROLE_TABLE:
        return HTML_TABLE;
    case HTML_ROLE_ROWS:
        return HTML_ROWS;
    case HTML_ROLE_ROW:
        return HTML_ROW;
    case HTML_ROLE_CELL:
    case HTML_ROLE_HEADER_CELL:
        return HTML_CELL;
    case HTML_ROLE_LINK:
        return HTML_LINK;
    case HTML_ROLE_IMAGE:
        return class == HTML_SVG ? class : HTML_IMAGE;
    case HTML_ROLE_PRESENTATION:
        return class == HTML_HEADING ? HTML_PARAGRAPH : class;
    case HTML_ROLE_OTHER:
        if (class == HTML_TABLE)
            return HTML_FLOW;
        return class == HTML_HEADING ? HTML_PARAGRAPH : class;
    default:
        return class;
    }
}

static bool keeps_role_out(HtmlClass class)
{
    return class == HTML_SKIP || class == HTML_STYLE || class == HTML_VOID ||
           class == HTML_META || class == HTML_TITLE || class == HTML_HTML || class == HTML_HEAD ||
           class == HTML_INPUT;
}

/* Blocks. */
static bool open_as_block(HtmlBuilder *b, HtmlElement *e, HtmlClass class,
                          HtmlAttributes attributes, Span tag)
{
    switch (class) {
    case HTML_FLOW:
        open_flow(b, e);
        return true;
    case HTML_PARAGRAPH:
        open_paragraph_element(b, e);
        return true;
    case HTML_HEADING:
        open_heading(b, e, attributes);
        return true;
    case HTML_LIST:
        open_list(b, e, attributes);
        return true;
    case HTML_ITEM:
        if (b->container->kind == NODE_LIST)
            open_container(b, e, NODE_ITEM);
        else
            open_flow(b, e);
        return true;
    case HTML_DEFINITIONS:
        open_container(b, e, NODE_DEFINITION_LIST);
        return true;
    case HTML_TERM:
        if (b->container->kind == NODE_DEFINITION_LIST)
            open_block(b, e, NODE_DEFINITION_TERM);
        else
            open_flow(b, e);
        return true;
    case HTML_DEFINITION:
        if (b->container->kind == NODE_DEFINITION_LIST)
            open_container(b, e, NODE_DEFINITION);
        else
            open_flow(b, e);
        return true;
    case HTML_QUOTE:
        open_container(b, e, NODE_BLOCK_QUOTE);
        return true;
    case HTML_TABLE:
        open_table(b, e, attributes);
        return true;
    case HTML_ROWS:
        open_flow(b, e);
        e->in_head_rows = e->tag->class == HTML_ROWS && e->tag->detail;
        return true;
    case HTML_ROW:
        open_table_part(b, e, NODE_TABLE_ROW);
        return true;
    case HTML_CELL:
        open_cell(b, e, attributes);
        return true;
    case HTML_CAPTION:
        if (b->container->kind == NODE_TABLE)
            open_block(b, e, NODE_CAPTION);
        else
            open_flow(b, e);
        return true;
    case HTML_FIGURE:
        open_container(b, e, NODE_FIGURE);
        return true;
    case HTML_FIGURE_CAPTION:
        if (b->container->kind == NODE_FIGURE)
            open_block(b, e, NODE_CAPTION);
        else
            open_paragraph_element(b, e);
        return true;
    case HTML_PRE:
        open_pre(b, e);
        return true;
    case HTML_RULE:
        open_rule(b, e, tag);
        return true;
    default:
        return false;
    }
}

/* Everything that is no block. */
static void open_as_inline(HtmlBuilder *b, HtmlElement *e, HtmlClass class,
                           HtmlAttributes attributes, Span tag)
{
    switch (class) {
    case HTML_INLINE:
        open_inline(b, e, (NodeKind)e->tag->detail, (Str){0});
        break;
    case HTML_ABBREVIATION:
        open_abbreviation(b, e, attributes);
        break;
    case HTML_CODE:
        open_code(b, e);
        break;
    case HTML_BREAK:
        open_break(b, e, tag);
        break;
    case HTML_IMAGE:
        html_open_image(b, e, attributes, tag);
        break;
    case HTML_LINK:
        html_open_link(b, e, attributes);
        break;
    case HTML_AREA:
        html_open_area(b, e, attributes, tag);
        break;
    case HTML_EMBED:
    case HTML_OBJECT:
    case HTML_INPUT:
        html_open_embed(b, e, attributes, tag);
        break;
    case HTML_SVG:
        html_open_svg(b, e, attributes, tag);
        break;
    case HTML_SKIP:
    case HTML_STYLE:
        b->skipped = b->elements.len;
        break;
    case HTML_HTML:
        open_html(b, e, attributes);
        break;
    case HTML_HEAD:
        b->has_page_tags = true;
        break;
    case HTML_TITLE:
        open_title(b, e, tag);
        break;
    case HTML_META:
        open_meta(b, attributes, tag);
        break;
    case HTML_TRANSPARENT:
        open_transparent(b, e, tag);
        break;
    default:
        break;
    }
}

/* What every element inherits or may carry */

static void read_visibility(HtmlElement *e, HtmlAttributes attributes)
{
    Str style = html_attribute(attributes, STR("style"));
    HtmlDeclaration declaration;
    if (html_has_attribute(attributes, STR("hidden")))
        e->is_gone = true;
    if (str_eq(str_of(e->tag->name), STR("dialog")) &&
        !html_has_attribute(attributes, STR("open")))
        e->is_gone = true;
    while (html_style_next(&style, &declaration)) {
        if (str_eq_nocase(declaration.name, STR("display")) &&
            str_eq_nocase(declaration.value, STR("none")))
            e->is_gone = true;
        if (str_eq_nocase(declaration.name, STR("visibility")))
            e->is_invisible = str_eq_nocase(declaration.value, STR("hidden")) ||
                              str_eq_nocase(declaration.value, STR("collapse"));
    }
    if (str_eq_nocase(str_trim(html_attribute(attributes, STR("aria-hidden"))), STR("true")))
        e->is_unread = true;
}

static bool is_kept(const HtmlTag *tag, Str name)
{
    static const char *const kept[] = {"class", "id",    "role",     "scope",
                                       "style", "target", "tabindex"};
    if (str_starts_with(name, STR("aria-")))
        return true;
    if (str_eq(name, STR("headers"))) /* not in a table made of divs */
        return tag->class == HTML_CELL;
    if (str_eq(name, STR("title"))) /* pictures and links have a field for it */
        return tag->class != HTML_IMAGE && tag->class != HTML_LINK && tag->class != HTML_AREA &&
               tag->class != HTML_ABBREVIATION;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (str_eq(name, str_of(kept[i])))
            return true;
    return false;
}

/* The attributes of element E that a check may want. What aria-labelledby will
 * say goes to aria-label. */
static void keep_attributes(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    size_t n = 0;
    for (size_t i = 0; i < attributes.n; i++)
        n += is_kept(e->tag, attributes.items[i].name);
    if (!n)
        return;
    Attribute *kept = arena_new_array(&b->document->arena, Attribute, n + 1);
    n = 0;
    for (size_t i = 0; i < attributes.n; i++) {
        Attribute a = attributes.items[i];
        if (!is_kept(e->tag, a.name))
            continue;
        kept[n] = (Attribute){.name = arena_str(&b->document->arena, a.name),
                              .value = arena_str(&b->document->arena, a.value)};
        if (str_eq(a.name, STR("aria-labelledby")))
            e->references = kept[n].value;
        n++;
    }
    if (e->references.len && !html_has_attribute(attributes, STR("aria-label")))
        kept[n++] = (Attribute){.name = STR("aria-label")};
    e->attributes = kept;
    e->n_attributes = n;
}

static void read_language(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    Str name = html_has_attribute(attributes, STR("lang")) ? STR("lang") : STR("xml:lang");
    if (html_has_attribute(attributes, name))
        e->language = arena_str(&b->document->arena, html_attribute(attributes, name));
}

/* Notes what references by id will find here. */
static void note_id(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    if (!b->names.is_on)
        return;
    Str label = str_trim(html_attribute(attributes, STR("aria-label")));
    if (!label.len && e->tag->class == HTML_IMAGE)
        label = html_attribute(attributes, STR("alt"));
    label = arena_str(&b->document->arena, label);
    Str id = html_attribute(attributes, STR("id"));
    bool is_hidden = html_element_is_hidden(e) || e->is_unread;
    if (id.len)
        e->id = 1 + html_names_open(&b->names, arena_str(&b->document->arena, id), label, is_hidden);
    if (!b->muted && !str_is_blank(label)) {
        html_names_hear(&b->names, label, is_hidden);
        b->muted = b->elements.len;
    }
}

/* The element around the new one hands down what holds for all inside it. */
static HtmlElement *push_element(HtmlBuilder *b, const HtmlTag *tag, size_t start)
{
    const HtmlElement *around = html_top(b);
    HtmlElement element = {
        .tag = tag,
        .start = start,
        .context = around->context,
        .language_around = language_for_children(around),
        .is_gone = around->is_gone,
        .is_invisible = around->is_invisible,
        .is_unread = around->is_unread,
        .in_head_rows = around->in_head_rows,
    };
    array_push(&b->elements, element);
    return html_top(b);
}

static void settle_context(HtmlBuilder *b, HtmlElement *e)
{
    bool is_block = e->effect == HTML_EFFECT_FLOW || e->effect == HTML_EFFECT_BLOCK ||
                    e->effect == HTML_EFFECT_CONTAINER;
    if (is_block)
        e->context = b->elements.len - 1;
}

void html_open(HtmlBuilder *b, Str name, HtmlAttributes attributes, Span tag)
{
    const HtmlTag *html = html_tag(span_is_empty(tag) ? (Str){0} : name);
    HtmlElement *e = push_element(b, html, tag.start);
    if (b->skipped || b->title || b->svg_title)
        return;
    read_visibility(e, attributes);
    if (attributes.n) {
        e->role = keeps_role_out(html->class) ? HTML_ROLE_UNSET : html_role(html, attributes);
        keep_attributes(b, e, attributes);
        read_language(b, e, attributes);
        note_id(b, e, attributes);
    }
    if (b->svg) {
        html_open_in_svg(b, e, attributes, tag);
        return;
    }
    HtmlClass class = class_by_role(e);
    bool is_picture = class == HTML_IMAGE || class == HTML_EMBED || class == HTML_SVG;
    if (b->pre && !is_picture)
        return;
    if (!open_as_block(b, e, class, attributes, tag))
        open_as_inline(b, e, class, attributes, tag);
    settle_context(b, html_top(b));
    if (b->end < tag.end)
        b->end = tag.end;
}

/* Closers */

static void close_row(Node *row)
{
    bool all = row->first_child != NULL;
    for (const Node *cell = row->first_child; cell; cell = cell->next)
        all = all && cell->as.cell.is_header;
    row->as.row.is_header = row->as.row.is_header || all;
}

/* A caption may come last in the file; readers of the tree want it first. */
static void close_table(Node *table)
{
    for (Node *child = table->first_child; child; child = child->next) {
        if (child->kind != NODE_CAPTION || child == table->first_child)
            continue;
        node_unlink(child);
        child->parent = table;
        child->next = table->first_child;
        table->first_child->previous = child;
        table->first_child = child;
        return;
    }
}

static void close_container(HtmlBuilder *b, HtmlElement *e, size_t end)
{
    html_end_block(b);
    end_node(e->node, end);
    if (e->node->kind == NODE_TABLE_ROW) {
        e->node->as.row.is_header = e->in_head_rows && e->node->first_child;
        close_row(e->node);
    } else if (e->node->kind == NODE_TABLE) {
        close_table(e->node);
    }
    b->container = e->outer;
    b->container_depth--;
}

static void close_block(HtmlBuilder *b, HtmlElement *e, size_t end)
{
    if (e->node && b->block == e->node) {
        html_end_block(b);
        end_node(e->node, end);
    } else {
        html_end_block(b);
    }
    b->paragraph = 0;
}

static void close_inline(HtmlBuilder *b, size_t end)
{
    HtmlInline *open = array_last(&b->inlines);
    size_t index = b->inlines.len - 1;
    html_end_code(b);
    if (open->kind == NODE_LINK && !open->pieces)
        (void)html_inline_parent(b, b->end);
    open = array_last(&b->inlines);
    if (open->node && b->n_placed > index) {
        end_node(open->node, end);
        if (open->node->kind == NODE_LINK)
            b->has_content = true;
        b->n_placed = index;
    }
    if (open->kind == NODE_LINK)
        html_close_link(b, open);
    b->inlines.len--;
}

/* The line end right after <pre> is not part of it (HTML standard), and any line
 * end is one newline. */
static Str pre_literal(HtmlBuilder *b)
{
    Str text = buf_str(&b->literal.text);
    char *copy = arena_alloc(&b->document->arena, text.len + 1);
    size_t n = 0, i = 0;
    if (i < text.len && text.data[i] == '\r')
        i++;
    if (i < text.len && text.data[i] == '\n')
        i++;
    for (; i < text.len; i++)
        if (text.data[i] != '\r' || i + 1 == text.len || text.data[i + 1] != '\n')
            copy[n++] = text.data[i];
    return (Str){copy, n};
}

static void close_pre(HtmlBuilder *b, HtmlElement *e, size_t end)
{
    e->node->as.text.literal = pre_literal(b);
    buf_clear(&b->literal.text);
    b->pre = 0;
    b->space = NULL;
    html_end_block(b);
    end_node(e->node, end);
}

static void close_title(HtmlBuilder *b)
{
    Buf title = {0};
    html_append_collapsed(&title, buf_str(&b->heading.text));
    b->document->title = arena_str(&b->document->arena, str_trim(buf_str(&title)));
    b->document->title_span = b->heading.span;
    buf_free(&title);
    buf_clear(&b->heading.text);
    b->title = 0;
}

static void undo_effect(HtmlBuilder *b, HtmlElement *e, size_t end)
{
    switch (e->effect) {
    case HTML_EFFECT_NONE:
        break;
    case HTML_EFFECT_FLOW: {
        HtmlElement flow = *e;
        open_flow(b, &flow); /* its end parts text as its beginning does */
        break;
    }
    case HTML_EFFECT_BLOCK:
        close_block(b, e, end);
        break;
    case HTML_EFFECT_CONTAINER:
        close_container(b, e, end);
        break;
    case HTML_EFFECT_INLINE:
        close_inline(b, end);
        break;
    case HTML_EFFECT_CODE:
        html_end_code(b);
        b->code = 0;
        break;
    case HTML_EFFECT_PRE:
        close_pre(b, e, end);
        break;
    case HTML_EFFECT_TITLE:
        close_title(b);
        break;
    case HTML_EFFECT_SVG:
        html_close_svg(b, e);
        break;
    case HTML_EFFECT_SVG_TITLE:
        html_close_svg_title(b);
        break;
    }
}

void html_close(HtmlBuilder *b, size_t end)
{
    if (b->elements.len <= 1)
        return;
    size_t depth = b->elements.len;
    HtmlElement element = *html_top(b);
    undo_effect(b, &element, end);
    if (element.id)
        html_names_close(&b->names, element.id - 1);
    if (b->muted == depth)
        b->muted = 0;
    if (b->skipped == depth)
        b->skipped = 0;
    assert(b->elements.len == depth);
    b->elements.len--;
    if (b->end < end && !b->skipped)
        b->end = end;
}

void html_hold_heading(HtmlBuilder *b)
{
    HtmlElement *top = html_top(b);
    if (!top->node || b->block != top->node)
        return;
    b->held = top->node;
    top->effect = HTML_EFFECT_NONE;
}

void html_release_heading(HtmlBuilder *b, size_t end)
{
    if (b->held && b->block == b->held)
        html_end_block(b);
    if (b->held)
        end_node(b->held, end);
    b->held = NULL;
}

void html_builder_finish(HtmlBuilder *b)
{
    while (b->elements.len > 1)
        html_close(b, b->end);
    html_end_block(b);
    html_names_resolve(&b->names, &b->document->arena);
}
