/* access.link-same-text, -new-window, -pdf-unlabelled: what a link opens. */
#include "check/access.h"
#include "check/checks.h"

#include "base/hash.h"

#include <stdlib.h>

typedef struct NamedLink {
    uint64_t hash; /* of the name in small letters */
    size_t order;
    Str name, url;
    const Node *node;
} NamedLink;

static int compare_links(const void *left, const void *right)
{
    const NamedLink *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static uint64_t hash_lower(Str name)
{
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < name.len; i++)
        hash = hash_byte(hash, (unsigned char)ascii_lower(name.data[i]));
    return hash;
}

static Str bare_url(Str url)
{
    url = str_trim(url);
    return str_ends_with(url, STR("/")) ? str_sub(url, 0, url.len - 1) : url;
}

/* Several words: a name that says nothing is told by another rule; a number is a note's mark. */
static bool counts(const Rule *rule, Str name)
{
    bool has_letters = false, has_blanks = false;
    for (size_t i = 0; i < name.len && !(has_letters && has_blanks); i++) {
        has_letters |= ascii_is_alpha((unsigned char)name.data[i]);
        has_blanks |= ascii_is_space((unsigned char)name.data[i]);
    }
    return has_letters && has_blanks &&
           !access_list_has(rule_option_list(rule, STR("phrases")), name);
}

typedef ARRAY(NamedLink) LinkList;

static LinkList collect_links(const CheckContext *context, const Rule *rule, Arena *arena)
{
    LinkList links = {0};
    for (size_t i = 0; i < context->links.len; i++) {
        const Node *node = context->links.items[i];
        if (!node->as.link.url.len || !access_is_heard(node))
            continue;
        Str name = access_link_name(node, arena);
        if (counts(rule, name))
            array_push(&links, (NamedLink){hash_lower(name), links.len, name,
                                           bare_url(node->as.link.url), node});
    }
    if (links.len)
        qsort(links.items, links.len, sizeof *links.items, compare_links);
    return links;
}

/* Args: the links' text. Option `phrases`: texts that may lead to several places.
 * Told once a text, at the first link that leads elsewhere than the one before. */
void link_same_text_on_document(CheckContext *context, const Rule *rule)
{
    Arena scratch = {0};
    LinkList links = collect_links(context, rule, &scratch);
    for (size_t i = 1; i < links.len; i++) {
        const NamedLink *link = &links.items[i], *before = link - 1;
        if (link->hash == before->hash && !str_eq(link->url, before->url))
            finding_emit(context, rule,
                         &(FindingDraft){.place = {.node = link->node},
                                         .args = STR_LIST(access_short(link->name, &scratch)),
                                         .fold_key = link->name});
    }
    array_free(&links);
    arena_free(&scratch);
}

/* Args: the link's text. Option `warnings`: words that tell of the new window. */
void link_new_window_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    Str target;
    if (node->kind != NODE_LINK || !node_attribute(node, STR("target"), &target) ||
        !str_eq_nocase(target, STR("_blank")) || !access_is_heard(node))
        return;
    Arena scratch = {0};
    Str name = access_link_name(node, &scratch);
    bool is_told = access_holds_any(name, rule_option_list(rule, STR("warnings"))) ||
                   access_holds_any(node->as.link.title, rule_option_list(rule, STR("warnings")));
    if (!is_told && name.len)
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.node = node},
                                     .args = STR_LIST(access_short(name, &scratch)),
                                     .fold_key = rule->id});
    arena_free(&scratch);
}

/* What kind of file URL leads to, in lower case letters: "pdf"; empty when it is a page. */
static Str file_kind(const Rule *rule, Str url)
{
    size_t query = str_find(url, STR("?"), 0), hash = str_find(url, STR("#"), 0);
    Str path = str_sub(url, 0, query < hash ? query : hash);
    StrList kinds = rule_option_list(rule, STR("kinds"));
    for (size_t i = 0; i < kinds.len; i++) {
        Str kind = kinds.items[i];
        if (path.len > kind.len + 1 && path.data[path.len - kind.len - 1] == '.' &&
            str_eq_nocase(str_sub(path, path.len - kind.len, path.len), kind))
            return kind;
    }
    return (Str){0};
}

/* "(PDF, 2 MB)" may also stand right behind the link. */
static bool is_labelled(const Rule *rule, const Node *link, Str name, Str kind)
{
    StrList labels = rule_option_list(rule, STR("labels"));
    Str behind = {0};
    if (link->next && link->next->kind == NODE_TEXT)
        behind = str_sub(link->next->as.text.literal, 0, 25);
    return access_holds(name, kind) || access_holds_any(name, labels) ||
           access_holds(behind, kind) || access_holds_any(behind, labels);
}

/* Part of a longer sign, as in code: "<w:" in front of it leaves no place for a label. */
static bool is_fragment(const Node *link)
{
    if (link->first_child && link->first_child->kind == NODE_TEXT &&
        access_is_code(link->first_child))
        return true;
    if (!link->previous || link->previous->kind != NODE_TEXT)
        return false;
    Str before = link->previous->as.text.literal;
    unsigned char last = before.len ? (unsigned char)before.data[before.len - 1] : ' ';
    return last == '<' || last == ':' || last == '=' || last == '/' || last == '.' ||
           ascii_is_alpha(last) || ascii_is_digit(last);
}

/* Args: the link's text, the kind of file. Options: `kinds`, endings of names of
 * files; `labels`, words that tell of them. */
void link_pdf_unlabelled_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    Str kind = file_kind(rule, node->as.link.url);
    if (!kind.len || !access_is_heard(node) || is_fragment(node))
        return;
    Arena scratch = {0};
    Str name = access_link_name(node, &scratch);
    if (name.len && !is_labelled(rule, node, name, kind)) {
        char *upper = arena_alloc(&scratch, kind.len);
        for (size_t i = 0; i < kind.len; i++)
            upper[i] = ascii_upper(kind.data[i]);
        access_emit(context, rule, node,
                    STR_LIST(access_short(name, &scratch), (Str){upper, kind.len}));
    }
    arena_free(&scratch);
}

/* The name of the file that URL leads to, without folders and ending. */
static Str stem_of(Str url)
{
    Str path = str_sub(url, 0, str_find(url, STR("?"), 0));
    path = str_sub(path, 0, str_find(path, STR("#"), 0));
    size_t start = path.len, end = path.len;
    while (start > 0 && path.data[start - 1] != '/')
        start--;
    for (size_t i = path.len; i > start && end == path.len; i--)
        if (path.data[i - 1] == '.')
            end = i - 1;
    return str_sub(path, start, end);
}

static bool is_pdf(Str url)
{
    Str path = str_sub(url, 0, str_find(url, STR("?"), 0));
    path = str_sub(path, 0, str_find(path, STR("#"), 0));
    return path.len > 4 && str_eq_nocase(str_sub(path, path.len - 4, path.len), STR(".pdf"));
}

/* A link of the agenda to a paper, and by what its twin in another form is known. */
typedef struct PaperLink {
    const Node *node;
    Str stem, name;
    bool is_pdf;
} PaperLink;

typedef ARRAY(PaperLink) PaperLinks;

static PaperLinks collect_papers(const CheckContext *context, Arena *arena)
{
    PaperLinks links = {0};
    for (size_t i = 0; i < context->links.len; i++) {
        const Node *node = context->links.items[i];
        Str url = node->as.link.url;
        if (url.len && access_is_heard(node) && !str_starts_with(url, STR("#")) &&
            !str_starts_with(url, STR("mailto:")))
            array_push(&links,
                       (PaperLink){node, stem_of(url), access_link_name(node, arena), is_pdf(url)});
    }
    return links;
}

static bool has_twin(const PaperLinks *links, const PaperLink *pdf)
{
    for (size_t i = 0; i < links->len; i++) {
        const PaperLink *other = &links->items[i];
        if (!other->is_pdf &&
            (str_eq_nocase(other->stem, pdf->stem) || str_eq_nocase(other->name, pdf->name)))
            return true;
    }
    return false;
}

/* Args: how many papers. Option `papers`: from how many on (one bound file
 * for everything is agenda.attachment-format's). */
void pdf_only_on_document(CheckContext *context, const Rule *rule)
{
    if (!context->agenda)
        return;
    Arena scratch = {0};
    PaperLinks links = collect_papers(context, &scratch);
    const Node *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < links.len; i++) {
        if (!links.items[i].is_pdf || has_twin(&links, &links.items[i]))
            continue;
        first = first ? first : links.items[i].node;
        n++;
    }
    if (n >= (size_t)rule_option_number(rule, STR("papers"), 2))
        access_emit(context, rule, first, STR_LIST(arena_number(context->arena, n)));
    array_free(&links);
    arena_free(&scratch);
}
