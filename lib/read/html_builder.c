#include "read/html_builder.h"

#include <assert.h>

void html_builder_init(HtmlBuilder *b, Document *document, Node *container, bool is_fragment)
{
    *b = (HtmlBuilder){
        .document = document,
        .container = container,
        .is_fragment_inside = is_fragment,
    };
    static const HtmlTag outermost = {.class = HTML_FLOW, .what = ""};
    array_push(&b->elements, (HtmlElement){.tag = &outermost});
}

void html_builder_free(HtmlBuilder *b)
{
    html_names_free(&b->names);
    html_faults_free(&b->faults);
    css_free(&b->css);
    array_free(&b->elements);
    array_free(&b->inlines);
    buf_free(&b->literal.text);
    buf_free(&b->heading.text);
    buf_free(&b->drawn);
    buf_free(&b->sheet);
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
    b->document->has_language_field =
        html_has_attribute(attributes, STR("lang")) ||
        (b->is_xml && html_has_attribute(attributes, STR("xml:lang")));
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
    return class == HTML_SKIP || class == HTML_STYLE || class == HTML_VOID || class == HTML_META ||
           class == HTML_TITLE || class == HTML_HTML || class == HTML_HEAD || class == HTML_INPUT;
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
    case HTML_STYLE:
        e->effect = HTML_EFFECT_SHEET;
        b->skipped = b->elements.len;
        break;
    case HTML_SKIP:
        b->skipped = b->elements.len;
        break;
    case HTML_VOID:
        if (str_eq_nocase(html_attribute(attributes, STR("rel")), STR("stylesheet")))
            b->has_sheet = true;
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

static void check_faults(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes, Span tag)
{
    const HtmlElement *around = e - 1;
    bool is_part = str_eq(e->name, STR("dt")) || str_eq(e->name, STR("dd"));
    HtmlOpened opened = {
        .name = e->name,
        .attributes = attributes,
        .tag = tag,
        .depth = b->elements.len,
        .around = around->has_role || around->is_implied ? (Str){0} : around->name,
        .in_list = is_part ? around->in_definitions : around->in_list,
        .is_heard = !html_element_is_hidden(e) && !e->is_unread,
        .is_page = !b->is_fragment_inside && !b->svg,
    };
    e->has_role = html_has_attribute(attributes, STR("role"));
    e->in_list |= e->tag->class == HTML_LIST;
    e->in_definitions |= e->tag->class == HTML_DEFINITIONS;
    html_faults_open(&b->faults, b->document, &opened);
}

void html_open(HtmlBuilder *b, Str name, HtmlAttributes attributes, Span tag)
{
    const HtmlTag *html = html_tag(span_is_empty(tag) ? (Str){0} : name);
    HtmlElement *e = html_push_element(b, html, tag.start);
    e->name = name;
    e->is_implied = span_is_empty(tag);
    if (b->skipped || b->title || b->svg_title)
        return;
    if (attributes.n)
        e->role = keeps_role_out(html->class) ? HTML_ROLE_UNSET : html_role(html, attributes);
    html_read_common(b, e, attributes, tag);
    check_faults(b, e, attributes, tag);
    if (b->svg) {
        html_open_in_svg(b, e, attributes, tag);
        return;
    }
    HtmlClass class = class_by_role(e);
    bool is_picture = class == HTML_IMAGE || class == HTML_EMBED || class == HTML_SVG;
    if (b->pre && !is_picture)
        return;
    if (!html_open_block(b, e, class, attributes, tag))
        open_as_inline(b, e, class, attributes, tag);
    html_settle_context(b, html_top(b));
    if (b->end < tag.end)
        b->end = tag.end;
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
        html_end_node(open->node, end);
        if (open->node->kind == NODE_LINK)
            b->has_content = true;
        b->n_placed = index;
    }
    if (open->kind == NODE_LINK)
        html_close_link(b, open);
    b->inlines.len--;
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
        html_open_flow(b, &flow); /* its end parts text as its beginning does */
        break;
    }
    case HTML_EFFECT_BLOCK:
        html_close_block(b, e, end);
        break;
    case HTML_EFFECT_CONTAINER:
        html_close_container(b, e, end);
        break;
    case HTML_EFFECT_INLINE:
        close_inline(b, end);
        break;
    case HTML_EFFECT_CODE:
        html_end_code(b);
        b->code = 0;
        break;
    case HTML_EFFECT_PRE:
        html_close_pre(b, e, end);
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
    case HTML_EFFECT_SHEET:
        html_close_sheet(b);
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
    html_faults_close(&b->faults, depth);
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
        html_end_node(b->held, end);
    b->held = NULL;
}

void html_builder_finish(HtmlBuilder *b)
{
    while (b->elements.len > 1)
        html_close(b, b->end);
    html_end_block(b);
    html_names_resolve(&b->names, &b->document->arena);
    html_faults_finish(&b->faults, b->document);
}
