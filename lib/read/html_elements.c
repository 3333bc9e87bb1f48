/* What every element may carry or hands down to those inside it. */
#include "read/html_builder.h"

/* How many columns VALUE of `column-count` or `columns` asks for; 1 where it names none. */
static unsigned n_columns(Str value)
{
    for (size_t i = 0; i < value.len; i++) {
        bool is_first = !i || ascii_is_space((unsigned char)value.data[i - 1]);
        size_t end = i;
        while (end < value.len && ascii_is_digit((unsigned char)value.data[end]))
            end++;
        bool is_number = is_first && end > i &&
                         (end == value.len || ascii_is_space((unsigned char)value.data[end]));
        if (is_number)
            return html_number(str_sub(value, i, end), 1, 100);
    }
    return 1;
}

static void note_columns(HtmlBuilder *b, const HtmlElement *e, HtmlDeclaration one, Span tag)
{
    if (!str_eq_nocase(one.name, STR("column-count")) && !str_eq_nocase(one.name, STR("columns")))
        return;
    unsigned n = n_columns(one.value);
    if (n < 2 || html_element_is_hidden(e))
        return;
    Str detail = arena_printf(&b->document->arena, "%u", n);
    document_add_trait(b->document, TRAIT_COLUMNS, detail, NULL, tag);
}

/* One of the open elements as selectors see it; the innermost is not yet kept. */
typedef struct OpenElements {
    const HtmlBuilder *builder;
    HtmlAttributes innermost;
} OpenElements;

static CssElement element_at(const void *open, size_t index)
{
    const OpenElements *elements = open;
    const HtmlElement *e = &elements->builder->elements.items[index];
    bool is_innermost = index + 1 == elements->builder->elements.len;
    return (CssElement){
        .name = e->name,
        .attributes =
            is_innermost ? elements->innermost : (HtmlAttributes){e->attributes, e->n_attributes},
        .has_all_attributes = is_innermost,
    };
}

static HtmlRuleMatches rules_of(HtmlBuilder *b, HtmlAttributes attributes)
{
    OpenElements open = {.builder = b, .innermost = attributes};
    if (!b->css.rules.len)
        return (HtmlRuleMatches){0};
    return css_match(&b->css, &open, element_at, b->elements.len - 1);
}

static void read_visibility(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes,
                            HtmlRuleMatches matches, Span tag)
{
    if (str_eq(e->tag->name, STR("dialog")) && !html_has_attribute(attributes, STR("open")))
        e->is_gone = true;
    if (!attributes.n && !matches.n)
        return;
    HtmlStyling styling = {.matches = matches, .style = html_attribute(attributes, STR("style"))};
    bool is_gone = false;
    HtmlDeclaration declaration;
    if (html_has_attribute(attributes, STR("hidden")))
        e->is_gone = true;
    while (html_styling_next(&styling, &declaration)) {
        if (declaration.is_unsure)
            continue;
        note_columns(b, e, declaration, tag);
        if (str_eq_nocase(declaration.name, STR("display")))
            is_gone = str_eq_nocase(declaration.value, STR("none"));
        if (str_eq_nocase(declaration.name, STR("visibility")))
            e->is_invisible = str_eq_nocase(declaration.value, STR("hidden")) ||
                              str_eq_nocase(declaration.value, STR("collapse"));
    }
    e->is_gone |= is_gone;
    if (str_eq_nocase(str_trim(html_attribute(attributes, STR("aria-hidden"))), STR("true")))
        e->is_unread = true;
}

static bool is_kept(const HtmlTag *tag, Str name)
{
    static const char *const kept[] = {"class", "id",     "role",    "scope",
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
    bool has_lang = html_has_attribute(attributes, STR("lang"));
    Str name = has_lang ? STR("lang") : STR("xml:lang");
    if (has_lang || (b->is_xml && html_has_attribute(attributes, name)))
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
        e->id =
            1 + html_names_open(&b->names, arena_str(&b->document->arena, id), label, is_hidden);
    if (!b->muted && !str_is_blank(label)) {
        html_names_hear(&b->names, label, is_hidden);
        b->muted = b->elements.len;
    }
}

HtmlElement *html_push_element(HtmlBuilder *b, const HtmlTag *tag, size_t start)
{
    const HtmlElement *around = html_top(b);
    HtmlElement element = {
        .tag = tag,
        .start = start,
        .context = around->context,
        .language_around = html_language_for_children(around),
        .is_gone = around->is_gone,
        .is_invisible = around->is_invisible,
        .is_unread = around->is_unread,
        .in_head_rows = around->in_head_rows,
        .in_list = around->in_list,
        .in_definitions = around->in_definitions,
        .look = around->look,
    };
    array_push(&b->elements, element);
    return html_top(b);
}

void html_settle_context(HtmlBuilder *b, HtmlElement *e)
{
    bool is_block = e->effect == HTML_EFFECT_FLOW || e->effect == HTML_EFFECT_BLOCK ||
                    e->effect == HTML_EFFECT_CONTAINER;
    if (is_block)
        e->context = b->elements.len - 1;
}

/* The words of a label around a control out of use count as part of it. */
static void disable_label(HtmlBuilder *b, HtmlAttributes attributes)
{
    if (!html_has_attribute(attributes, STR("disabled")))
        return;
    for (size_t i = b->elements.len; i > 1; i--) {
        HtmlElement *e = &b->elements.items[i - 1];
        if (!str_eq(e->tag->name, STR("label")))
            continue;
        if (e->look)
            html_look_disable(e->look);
        return;
    }
}

/* Notes what ties labels to controls that stand elsewhere. */
static void note_ties(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes, bool has_own_look)
{
    Str target = html_attribute(attributes, STR("for"));
    bool is_disabled = e->look && e->look->is_disabled;
    if (e->id) {
        HtmlId *id = &b->names.ids.items[e->id - 1];
        id->look = has_own_look ? e->look : NULL;
        id->is_disabled = is_disabled;
    }
    if (is_disabled && e->references.len)
        html_names_tie(&b->names, e->references, NULL);
    if (target.len && has_own_look && str_eq(e->tag->name, STR("label")))
        html_names_tie(&b->names, arena_str(&b->document->arena, target), e->look);
}

void html_read_common(HtmlBuilder *b, HtmlElement *e, HtmlAttributes attributes, Span tag)
{
    HtmlRuleMatches matches = rules_of(b, attributes);
    read_visibility(b, e, attributes, matches, tag);
    if (!attributes.n) {
        e->look = html_look(e->look, e->tag, attributes, matches, b->has_sheet, b->has_page_tags,
                            &b->document->arena);
        return;
    }
    keep_attributes(b, e, attributes);
    read_language(b, e, attributes);
    note_id(b, e, attributes);
    disable_label(b, attributes);
    HtmlLook *around = e->look;
    e->look = html_look(around, e->tag, attributes, matches, b->has_sheet, b->has_page_tags,
                        &b->document->arena);
    note_ties(b, e, attributes, e->look && e->look != around);
}
