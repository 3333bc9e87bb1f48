/* access.link-*: does a link say where it leads, read by itself? */
#include "check/access.h"
#include "check/checks.h"

static bool is_link(const Node *node)
{
    return node->kind == NODE_LINK && access_is_heard(node);
}

/* The bytes of the mark around a label that TEXT has at the end where EDGE stands and IS_THERE
 * looks; 0 for none. */
static size_t mark_len(Str text, char edge, bool (*is_there)(Str text, Str mark))
{
    static const char *const marks[] = {"…", "»", "›", "→", "“", "”", "‘", "’"};
    if ((unsigned char)edge < 0x80)
        return edge && strchr(".,:;!?()[]<>\"'", edge);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (is_there(text, str_of(marks[i])))
            return strlen(marks[i]);
    return 0;
}

/* TEXT without the marks that stand around a label: quotes, brackets, arrows. */
static Str bare_label(Str text)
{
    for (size_t n = 1; n && text.len;) {
        text = str_trim(text);
        n = text.len ? mark_len(text, text.data[0], str_starts_with) : 0;
        text = str_sub(text, n, text.len);
        size_t n_end = text.len ? mark_len(text, text.data[text.len - 1], str_ends_with) : 0;
        text.len -= n_end;
        n += n_end;
    }
    return text;
}

/* A line of contents: "[More details](#more-details)" names the part it leads to. */
static bool names_its_part(const Node *link, Str label)
{
    Str url = link->as.link.url;
    if (url.len != label.len + 1 || url.data[0] != '#')
        return false;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.data[i] == ' ' ? '-' : ascii_lower(label.data[i]);
        if (ascii_lower(url.data[i + 1]) != c)
            return false;
    }
    return true;
}

/* Args: the link's text. Option `phrases`: whole texts that say nothing. */
void link_text_generic_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!is_link(node))
        return;
    Arena scratch = {0};
    Str label = bare_label(access_link_name(node, &scratch));
    if (access_list_has(rule_option_list(rule, STR("phrases")), label) &&
        !names_its_part(node, label))
        access_emit(context, rule, node, STR_LIST(label));
    arena_free(&scratch);
}

/* An address as it would be typed: with a scheme, or "www." in front. */
static bool is_web_address(Str text)
{
    static const char *const starts[] = {"http://", "https://", "ftp://", "www."};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        Str start = str_of(starts[i]);
        if (text.len > start.len && str_eq_nocase(str_sub(text, 0, start.len), start))
            return true;
    }
    return false;
}

/* "www.anytown.nhs.uk/pals": short enough to be said aloud and typed. */
static bool is_short_address(Str text)
{
    return str_eq_nocase(str_sub(text, 0, 4), STR("www.")) && text.len <= 30;
}

/* Args: the address, cut. */
void link_text_url_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!is_link(node))
        return;
    Arena scratch = {0};
    Str text = bare_label(access_text(node, &scratch));
    bool is_one_word = is_web_address(text) && str_find(text, STR(" "), 0) == text.len;
    if (is_one_word && !is_short_address(text))
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.node = node},
                                     .args = STR_LIST(access_short(text, &scratch)),
                                     .fold_key = text});
    arena_free(&scratch);
}

static Str where_link_leads(const Node *link, Arena *arena)
{
    Str url = link->as.link.url;
    if (str_is_blank(url))
        return STR("This link");
    return arena_printf(arena, "The link to “%.*s”", STR_ARG(access_short(url, arena)));
}

/* Marks a place and leads nowhere: an anchor in Markdown, or in a Word file what
 * is left of a contents list. */
static bool is_left_over(const CheckContext *context, const Node *link)
{
    const Document *document = context->document;
    bool leads = document->format != FORMAT_MARKDOWN || link->as.link.url.len;
    return !link->first_child && (!document->has_lines || !leads);
}

static bool lacks_address(const CheckContext *context, const Node *link)
{
    Str url = str_trim(link->as.link.url);
    return context->document->format == FORMAT_MARKDOWN && (!url.len || str_eq(url, STR("#")));
}

/* Args: which link, what it lacks: a name or (Markdown) an address. */
void link_empty_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!is_link(node) || is_left_over(context, node))
        return;
    Arena scratch = {0};
    Str name = access_link_name(node, &scratch);
    if (!name.len)
        access_emit(
            context, rule, node,
            STR_LIST(where_link_leads(node, &scratch), STR("text that says where it leads")));
    else if (lacks_address(context, node))
        access_emit(context, rule, node,
                    STR_LIST(arena_printf(&scratch, "The link “%.*s”",
                                          STR_ARG(access_short(name, &scratch))),
                             STR("an address")));
    arena_free(&scratch);
}
