#include "read/html_faults.h"

#include <stdlib.h>

static void check_tab_order(Document *document, const HtmlOpened *opened)
{
    Str order = str_trim(html_attribute(opened->attributes, STR("tabindex")));
    if (html_number(order, 0, 100000))
        document_add_trait(document, TRAIT_TAB_ORDER, order, NULL, opened->tag);
}

/* The value of KEY in "width=device-width, user-scalable=no". */
static Str viewport_value(Str content, Str key)
{
    for (size_t start = 0; start < content.len;) {
        size_t end = start;
        while (end < content.len && content.data[end] != ',' && content.data[end] != ';')
            end++;
        Str one = str_sub(content, start, end);
        size_t equals = str_find(one, STR("="), 0);
        if (str_eq_nocase(str_trim(str_sub(one, 0, equals)), key))
            return str_trim(str_sub(one, equals + 1, one.len));
        start = end + 1;
    }
    return (Str){0};
}

/* WCAG 1.4.4 asks for twice the size. */
static void check_zoom(Document *document, const HtmlOpened *opened)
{
    static const char *const no[] = {"0", "no"};
    if (!str_eq(opened->name, STR("meta")) ||
        !str_eq_nocase(html_attribute(opened->attributes, STR("name")), STR("viewport")))
        return;
    Str content = html_attribute(opened->attributes, STR("content"));
    Str most = viewport_value(content, STR("maximum-scale"));
    if (STR_IS_LISTED(viewport_value(content, STR("user-scalable")), no) ||
        (most.len && html_number(most, 2, 100) < 2))
        document_add_trait(document, TRAIT_ZOOM_BLOCKED, (Str){0}, NULL, opened->tag);
}

static void check_motion(Document *document, const HtmlOpened *opened)
{
    static const char *const moving[] = {"blink", "marquee"};
    static const char *const playing[] = {"audio", "video"};
    HtmlAttributes attributes = opened->attributes;
    if (STR_IS_LISTED(opened->name, moving))
        document_add_trait(document, TRAIT_MOVING_TEXT, opened->name, NULL, opened->tag);
    if (STR_IS_LISTED(opened->name, playing) && html_has_attribute(attributes, STR("autoplay")) &&
        !html_has_attribute(attributes, STR("muted")) &&
        !html_has_attribute(attributes, STR("controls")))
        document_add_trait(document, TRAIT_AUTOPLAY, opened->name, NULL, opened->tag);
}

static void check_list_parts(Document *document, const HtmlOpened *opened)
{
    static const char *const lists[] = {"menu", "ol", "ul"};
    static const char *const in_lists[] = {"li", "script", "template"};
    static const char *const in_definitions[] = {"dd", "div", "dt", "script", "template"};
    static const char *const parts[] = {"dd", "dt", "li"};
    bool is_wrong =
        (STR_IS_LISTED(opened->around, lists) && !STR_IS_LISTED(opened->name, in_lists)) ||
        (str_eq(opened->around, STR("dl")) && !STR_IS_LISTED(opened->name, in_definitions)) ||
        (STR_IS_LISTED(opened->name, parts) && !opened->in_list);
    if (is_wrong && opened->name.len && !html_has_attribute(opened->attributes, STR("role")))
        document_add_trait(document, TRAIT_LIST_PARTS, opened->name, NULL, opened->tag);
}

/* Fields whose name is their own `value` or picture are not asked about, nor those that a
 * style sheet takes away by their class. */
static bool is_field(const HtmlOpened *opened)
{
    static const char *const others[] = {"button", "hidden", "image", "reset", "submit"};
    static const char *const fields[] = {"select", "textarea"};
    if (str_eq(str_trim(html_attribute(opened->attributes, STR("class"))), STR("hidden")))
        return false;
    if (str_eq(opened->name, STR("input")))
        return !STR_IS_LISTED(str_trim(html_attribute(opened->attributes, STR("type"))), others);
    return STR_IS_LISTED(opened->name, fields);
}

static bool has_own_name(HtmlAttributes attributes)
{
    static const char *const names[] = {"aria-label", "aria-labelledby", "title", "placeholder"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!str_is_blank(html_attribute(attributes, str_of(names[i]))))
            return true;
    return false;
}

static void note_field(HtmlFaults *faults, Document *document, const HtmlOpened *opened)
{
    Arena *arena = &document->arena;
    if (str_eq(opened->name, STR("label"))) {
        Str target = arena_str(arena, html_attribute(opened->attributes, STR("for")));
        array_push(&faults->labels, (HtmlLabel){.target = target});
        faults->label_depth = opened->depth;
    } else if (is_field(opened)) {
        array_push(&faults->fields,
                   (HtmlField){
                       .id = arena_str(arena, html_attribute(opened->attributes, STR("id"))),
                       .name = arena_str(arena, html_attribute(opened->attributes, STR("name"))),
                       .span = opened->tag,
                       .is_named = has_own_name(opened->attributes) || !opened->is_heard,
                       .label = faults->label_depth ? faults->labels.len : 0,
                   });
    }
}

static void note_uses(HtmlFaults *faults, Document *document, HtmlAttributes attributes)
{
    static const char *const names[] = {"for", "headers", "aria-labelledby", "aria-describedby"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        Str list = html_attribute(attributes, str_of(names[n]));
        for (size_t start = 0; start < list.len;) {
            size_t end = start;
            while (end < list.len && !ascii_is_space((unsigned char)list.data[end]))
                end++;
            if (end > start)
                array_push(&faults->used, arena_str(&document->arena, str_sub(list, start, end)));
            start = end + 1;
        }
    }
}

static void note_ids(HtmlFaults *faults, Document *document, const HtmlOpened *opened)
{
    Str id = html_attribute(opened->attributes, STR("id"));
    if (id.len)
        array_push(&faults->ids, (HtmlPlacedId){arena_str(&document->arena, id), opened->tag});
    note_uses(faults, document, opened->attributes);
}

void html_faults_open(HtmlFaults *faults, Document *document, const HtmlOpened *opened)
{
    if (span_is_empty(opened->tag))
        return;
    check_motion(document, opened);
    check_zoom(document, opened);
    if (opened->is_heard)
        check_tab_order(document, opened);
    if (!opened->is_page)
        return;
    if (opened->is_heard)
        check_list_parts(document, opened);
    note_field(faults, document, opened);
    note_ids(faults, document, opened);
}

void html_faults_text(HtmlFaults *faults, Str text)
{
    if (faults->label_depth && !str_is_blank(text))
        array_last(&faults->labels)->has_text = true;
}

void html_faults_close(HtmlFaults *faults, size_t depth)
{
    if (faults->label_depth == depth)
        faults->label_depth = 0;
}

static int compare_ids(const void *left, const void *right)
{
    const HtmlPlacedId *a = left, *b = right;
    int order = str_compare(a->id, b->id);
    return order ? order : (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static int compare_words(const void *left, const void *right)
{
    return str_compare(*(const Str *)left, *(const Str *)right);
}

static bool is_among(const StrArray *sorted, Str word)
{
    return sorted->len &&
           bsearch(&word, sorted->items, sorted->len, sizeof *sorted->items, compare_words);
}

/* An id given twice is told where it comes again, if something refers to it. */
static void tell_ids(HtmlFaults *faults, Document *document)
{
    if (!faults->used.len || faults->ids.len < 2)
        return;
    qsort(faults->ids.items, faults->ids.len, sizeof *faults->ids.items, compare_ids);
    qsort(faults->used.items, faults->used.len, sizeof *faults->used.items, compare_words);
    for (size_t i = 1; i < faults->ids.len; i++) {
        const HtmlPlacedId *again = &faults->ids.items[i];
        if (str_eq(again->id, again[-1].id) && is_among(&faults->used, again->id))
            document_add_trait(document, TRAIT_ID_TWICE, again->id, NULL, again->span);
    }
}

/* A label with text names the field inside it and the one with the id it is `for`. */
static void tell_fields(const HtmlFaults *faults, Document *document)
{
    StrArray targets = {0};
    for (size_t i = 0; i < faults->labels.len; i++)
        if (faults->labels.items[i].has_text && faults->labels.items[i].target.len)
            array_push(&targets, faults->labels.items[i].target);
    if (targets.len)
        qsort(targets.items, targets.len, sizeof *targets.items, compare_words);
    for (size_t i = 0; i < faults->fields.len; i++) {
        const HtmlField *field = &faults->fields.items[i];
        bool is_inside = field->label && faults->labels.items[field->label - 1].has_text;
        if (!field->is_named && !is_inside && !is_among(&targets, field->id))
            document_add_trait(document, TRAIT_NAMELESS_CONTROL,
                               field->name.len ? field->name : field->id, NULL, field->span);
    }
    array_free(&targets);
}

void html_faults_finish(HtmlFaults *faults, Document *document)
{
    tell_fields(faults, document);
    tell_ids(faults, document);
}

void html_faults_free(HtmlFaults *faults)
{
    array_free(&faults->fields);
    array_free(&faults->labels);
    array_free(&faults->ids);
    array_free(&faults->used);
}
