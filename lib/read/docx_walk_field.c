#include "read/docx_walk.h"

static void show_link(Walk *walk)
{
    tree_link(&walk->tree, walk->links.len ? *array_last(&walk->links) : NULL);
}

static void link_push(Walk *walk, const LinkTarget *link)
{
    array_push(&walk->links, link);
    show_link(walk);
}

/* Fields and elements may overlap, so the link that ends need not be the last. */
static void link_remove(Walk *walk, const LinkTarget *link)
{
    size_t at = walk->links.len;
    while (at > 0 && walk->links.items[at - 1] != link)
        at--;
    if (!at)
        return;
    for (size_t i = at; i < walk->links.len; i++)
        walk->links.items[i - 1] = walk->links.items[i];
    walk->links.len--;
    show_link(walk);
}

/* Acts on an instruction; the link that it opens, or NULL. */
static const LinkTarget *field_open(Walk *walk, Str instruction, FieldKind *ret_kind)
{
    Arena *arena = &walk->document->arena;
    LinkTarget target = {{0}, {0}};
    *ret_kind = field_parse(instruction, arena, &target);
    if (*ret_kind == FIELD_CONTENTS) {
        walk->n_contents++;
        if (walk->tree.frames.len)
            tree_contents(&walk->tree);
    }
    if (*ret_kind == FIELD_CLOCK && walk->tree.frames.len)
        tree_clock(&walk->tree);
    if (*ret_kind != FIELD_LINK)
        return NULL;
    LinkTarget *link = arena_new(arena, LinkTarget);
    *link = target;
    link_push(walk, link);
    return link;
}

void walk_note_page_field(Walk *walk, Str instruction)
{
    bool is_margin = walk->role == PART_HEADER || walk->role == PART_FOOTER;
    Str text = str_trim(instruction);
    size_t end = 0;
    while (end < text.len && ascii_is_alpha((unsigned char)text.data[end]))
        end++;
    if (!is_margin || walk->has_page_numbers || !str_eq_nocase(str_sub(text, 0, end), STR("PAGE")))
        return;
    walk->has_page_numbers = true;
    document_add_trait(walk->document, TRAIT_PAGE_NUMBERS, (Str){0}, NULL, (Span){0, 0});
}

static void field_begin(Walk *walk)
{
    array_push(&walk->fields, (Field){.kind = FIELD_OTHER});
    walk->n_instructions++;
}

static void field_separate(Walk *walk)
{
    Field *field = walk->fields.len ? array_last(&walk->fields) : NULL;
    if (!field || field->is_in_result)
        return;
    field->is_in_result = true;
    walk->n_instructions--;
    if (walk->n_instructions == 0)
        field->link = field_open(walk, buf_str(&field->instruction), &field->kind);
}

static void field_end(Walk *walk)
{
    if (!walk->fields.len)
        return;
    Field *field = array_last(&walk->fields);
    walk_note_page_field(walk, buf_str(&field->instruction));
    if (!field->is_in_result)
        walk->n_instructions--;
    if (field->link)
        link_remove(walk, field->link);
    if (field->kind == FIELD_CONTENTS)
        walk->n_contents--;
    buf_free(&field->instruction);
    walk->fields.len--;
}

void walk_field_char(Walk *walk, const Element *element)
{
    Str type = element_text(element, NS_W, "fldCharType");
    walk_need_run(walk);
    if (str_eq(type, STR("begin")))
        field_begin(walk);
    else if (str_eq(type, STR("separate")))
        field_separate(walk);
    else if (str_eq(type, STR("end")))
        field_end(walk);
}

/* A field whose instruction goes on past its paragraph has lost its end: it
 * must not hide the rest of the paper. */
void walk_fields_settle(Walk *walk)
{
    while (walk->n_instructions)
        field_end(walk);
}

void walk_fields_clear(Walk *walk)
{
    while (walk->fields.len)
        field_end(walk);
    walk->link_elements.len = 0;
    walk->links.len = 0;
    walk->tree.link = NULL;
}

/* Where a w:hyperlink leads; NULL when nowhere, for then it is no link. */
static const LinkTarget *hyperlink_target(Walk *walk, const Element *element)
{
    Arena *arena = &walk->document->arena;
    const Relation *relation = relations_find(&walk->relations, element_text(element, NS_R, "id"));
    Str url = relation ? relation->target : (Str){0};
    Str anchor = element_text(element, NS_W, "anchor");
    if (!relation && !anchor.len)
        return NULL;
    LinkTarget *link = arena_new(arena, LinkTarget);
    link->url = anchor.len ? arena_printf(arena, "%.*s#%.*s", STR_ARG(url), STR_ARG(anchor)) : url;
    link->title = intern_str(walk->props.intern, element_text(element, NS_W, "tooltip"));
    return link;
}

void walk_link_begin(Walk *walk, const Element *element)
{
    walk_need_paragraph(walk);
    LinkElement open = {0};
    if (element->tag == W_hyperlink) {
        open.link = hyperlink_target(walk, element);
        if (open.link)
            link_push(walk, open.link);
    } else {
        FieldKind kind;
        walk_note_page_field(walk, element_text(element, NS_W, "instr"));
        open.link = field_open(walk, element_text(element, NS_W, "instr"), &kind);
        open.is_contents = kind == FIELD_CONTENTS;
    }
    array_push(&walk->link_elements, open);
}

void walk_link_end(Walk *walk)
{
    if (!walk->link_elements.len)
        return;
    LinkElement *open = array_last(&walk->link_elements);
    if (open->link)
        link_remove(walk, open->link);
    if (open->is_contents)
        walk->n_contents--;
    walk->link_elements.len--;
}
