/* Things that have a name: pictures, links, frames, objects, drawings. The order
 * of the sources of a name is that of "Accessible Name and Description
 * Computation 1.1" and the "HTML Accessibility API Mappings". aria-labelledby,
 * which comes first, is looked up at the end of the file (html_names.h). */
#include "read/html_builder.h"

/* What aria-label says, else the first of FALLBACKS that is there and not blank. */
static Str name_from(HtmlBuilder *b, HtmlAttributes attributes, const char *const *fallbacks)
{
    Str name = str_trim(html_attribute(attributes, STR("aria-label")));
    for (; !name.len && *fallbacks; fallbacks++)
        name = str_trim(html_attribute(attributes, str_of(*fallbacks)));
    return arena_str(&b->document->arena, name);
}

static Str copy_of(HtmlBuilder *b, HtmlAttributes attributes, Str name)
{
    Str value = html_attribute(attributes, name);
    return value.len ? arena_str(&b->document->arena, value) : (Str){0};
}

static Node *append_object(HtmlBuilder *b, HtmlElement *e, NodeKind kind, Span tag)
{
    Node *node = node_new(&b->document->arena, kind);
    html_mark(b, e, node);
    node->language = e->language;
    node->span = tag;
    html_end_code(b);
    html_append_inline(b, node);
    return node;
}

/* An empty alt takes a picture out of what is read aloud, unless it can be
 * focused or is named by other means. */
static bool is_decorative(const HtmlElement *e, HtmlAttributes attributes)
{
    if (e->role == HTML_ROLE_PRESENTATION)
        return true;
    return e->tag->class == HTML_IMAGE && e->role == HTML_ROLE_UNSET &&
           html_has_attribute(attributes, STR("alt")) &&
           !html_attribute(attributes, STR("alt")).len && !html_is_exposed(e->tag, attributes);
}

void html_open_image(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes, Span tag)
{
    static const char *const of_img[] = {"alt", "title", NULL};
    static const char *const of_role[] = {"title", NULL};
    bool is_img = e->tag->class == HTML_IMAGE;
    Node *node = append_object(b, e, NODE_IMAGE, tag);
    node->as.image.url = copy_of(b, attributes, is_img ? STR("src") : STR("data"));
    node->as.image.title = copy_of(b, attributes, STR("title"));
    node->as.image.is_decorative = is_decorative(e, attributes);
    b->skipped = b->elements.len; /* what a picture holds is not told (children presentational) */
    if (!node->as.image.is_decorative) {
        node->as.image.alt = name_from(b, attributes, is_img ? of_img : of_role);
        html_faults_text(&b->faults, node->as.image.alt);
    }
    node->as.image.has_alt =
        node->as.image.alt.len || (is_img && html_has_attribute(attributes, STR("alt")));
}

static Node *append_embed(HtmlBuilder *b, HtmlElement *e, Str what, Str name, Span tag)
{
    Node *node = append_object(b, e, NODE_EMBED, tag);
    node->as.embed.what = what;
    node->as.embed.name = name;
    node->as.embed.has_name = name.len != 0;
    return node;
}

static bool holds_media(const HtmlElement *e, HtmlAttributes attributes)
{
    Str address = e->tag->class == HTML_OBJECT ? STR("data") : STR("src");
    return html_is_media(html_attribute(attributes, STR("type")),
                         html_attribute(attributes, address));
}

void html_open_embed(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes, Span tag)
{
    static const char *const of_embed[] = {"title", NULL};
    static const char *const of_button[] = {"alt", "title", NULL};
    bool is_button = e->tag->class == HTML_INPUT;
    bool is_object = str_eq(str_of(e->tag->what), STR("object"));
    bool is_page = is_object && !holds_media(e, attributes);
    if (is_button && !str_eq_nocase(html_attribute(attributes, STR("type")), STR("image")))
        return;
    if (!is_page && !e->tag->detail)
        b->skipped = b->elements.len; /* shown only where the thing itself cannot be */
    if (e->role == HTML_ROLE_PRESENTATION)
        return;
    Node *node = append_embed(b, e, is_page ? STR("page") : str_of(e->tag->what),
                              name_from(b, attributes, is_button ? of_button : of_embed), tag);
    node->as.embed.url = copy_of(b, attributes, is_object ? STR("data") : STR("src"));
}

static void push_link(HtmlBuilder *b, HtmlElement *e, HtmlInline link)
{
    html_end_code(b);
    e->effect = HTML_EFFECT_INLINE;
    link.element = b->elements.len - 1;
    array_push(&b->inlines, link);
}

void html_open_link(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes)
{
    static const char *const of_link[] = {NULL};
    bool is_plain = e->role == HTML_ROLE_UNSET && html_has_attribute(attributes, STR("href"));
    if (!is_plain && e->role != HTML_ROLE_LINK) {
        push_link(b, e, (HtmlInline){.kind = NODE_SPAN});
        return;
    }
    push_link(b, e,
              (HtmlInline){.kind = NODE_LINK,
                           .url = copy_of(b, attributes, STR("href")),
                           .title = str_trim(copy_of(b, attributes, STR("title"))),
                           .label = name_from(b, attributes, of_link)});
}

void html_open_area(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes, Span tag)
{
    static const char *const of_area[] = {"alt", NULL};
    if (!html_has_attribute(attributes, STR("href")))
        return;
    Node *node = append_object(b, e, NODE_LINK, tag);
    node->as.link.url = copy_of(b, attributes, STR("href"));
    node->as.link.title = str_trim(copy_of(b, attributes, STR("title")));
    node->as.link.label = name_from(b, attributes, of_area);
}

static Str name_of_node(const Node *node, Arena *arena)
{
    Buf buf = {0};
    node_append_name(node, &buf);
    Str name = arena_str(arena, str_trim(buf_str(&buf)));
    buf_free(&buf);
    return name;
}

/* A link around several blocks became several nodes. One without text is no
 * empty link as long as the others say where it leads. */
void html_close_link(HtmlBuilder *b, HtmlInline *link)
{
    if (!link->pieces || !link->pieces->before || link->label.len)
        return;
    Str name = {0};
    for (const HtmlPiece *piece = link->pieces; piece && !name.len; piece = piece->before)
        name = name_of_node(piece->node, &b->document->arena);
    for (const HtmlPiece *piece = link->pieces; piece; piece = piece->before)
        if (!name_of_node(piece->node, &b->document->arena).len)
            piece->node->as.link.label = name;
}

static bool is_graphic(const HtmlElement *e)
{
    return e->role == HTML_ROLE_IMAGE || e->role == HTML_ROLE_GRAPHIC;
}

void html_open_svg(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes, Span tag)
{
    static const char *const of_svg[] = {NULL};
    Node *node = append_embed(b, e, is_graphic(e) ? STR("svg") : STR("drawing"),
                              name_from(b, attributes, of_svg), tag);
    node->is_unread = node->is_unread || e->role == HTML_ROLE_PRESENTATION;
    e->effect = HTML_EFFECT_SVG;
    e->node = node;
    b->svg = b->elements.len;
    buf_clear(&b->drawn);
}

void html_open_in_svg(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes, Span tag)
{
    static const char *const of_shape[] = {NULL};
    const HtmlElement *around = e - 1;
    const HtmlElement *svg = &b->elements.items[b->svg - 1];
    if (e->tag->class == HTML_SKIP || e->tag->class == HTML_STYLE) {
        b->skipped = b->elements.len;
    } else if (e->tag->class == HTML_TITLE) {
        b->svg_title = b->elements.len;
        e->effect = HTML_EFFECT_SVG_TITLE;
        if (!around->node || around->node->as.embed.has_name)
            b->skipped = b->elements.len;
    } else if (is_graphic(e) && svg->role != HTML_ROLE_IMAGE) {
        e->node = append_embed(b, e, STR("svg"), name_from(b, attributes, of_shape), tag);
    }
}

static void name_drawing(HtmlBuilder *b, Node *node, Buf *text)
{
    Buf name = {0};
    html_append_collapsed(&name, buf_str(text));
    buf_clear(text);
    Str trimmed = str_trim(buf_str(&name));
    if (!node->as.embed.has_name && trimmed.len) {
        node->as.embed.name = arena_str(&b->document->arena, trimmed);
        node->as.embed.has_name = true;
    }
    buf_free(&name);
}

void html_close_svg_title(HtmlBuilder *b)
{
    Node *node = (html_top(b) - 1)->node;
    if (node)
        name_drawing(b, node, &b->heading.text);
    buf_clear(&b->heading.text);
    b->svg_title = 0;
}

/* Words drawn in a picture without a role are read out as text. */
void html_close_svg(HtmlBuilder *b, HtmlElement *e)
{
    if (e->role == HTML_ROLE_UNSET)
        name_drawing(b, e->node, &b->drawn);
    b->svg = 0;
}
