/* access.img-*, access.*-alt-missing: is every picture told to those who cannot see it? */
#include "check/access.h"
#include "check/checks.h"

#include "base/utf8.h"

static bool is_chart(const Node *node)
{
    return node->kind == NODE_EMBED && (str_eq(node->as.embed.what, STR("chart")) ||
                                        str_eq(node->as.embed.what, STR("diagram")));
}

static bool is_untold(const Node *node)
{
    if (node->kind == NODE_IMAGE)
        return !node->as.image.is_decorative && str_is_blank(node->as.image.alt);
    return is_chart(node) && str_is_blank(node->as.embed.name);
}

/* A chart, or a drawing that a page calls one, whose message the text should have too. */
static bool needs_summary(const Rule *rule, const Node *node)
{
    if (is_chart(node))
        return true;
    if (node->kind != NODE_EMBED)
        return false;
    bool is_drawn =
        str_eq(node->as.embed.what, STR("svg")) || str_eq(node->as.embed.what, STR("drawing"));
    return str_eq(node->as.embed.what, STR("canvas")) ||
           (is_drawn &&
            access_holds_any(node->as.embed.name, rule_option_list(rule, STR("charts"))));
}

/* "The <img> element": in Markdown a word about pages that has lost its letters, not a picture
 * that a script fills. */
static bool shows_none(const Document *document, const Node *node)
{
    return document->format == FORMAT_MARKDOWN && node->kind == NODE_IMAGE &&
           str_is_blank(node->as.image.url);
}

/* Args: the picture ("The picture “Figure 2”"). */
void img_alt_missing_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (is_untold(node) && access_is_read(context->document, node) &&
        !shows_none(context->document, node))
        access_emit(context, rule, node, STR_LIST(access_name(context, node)));
}

static void embed_check(CheckContext *context, const Rule *rule, const Node *node, Str what)
{
    if (node->kind == NODE_EMBED && str_eq(node->as.embed.what, what) &&
        access_is_read(context->document, node) && str_is_blank(node->as.embed.name))
        access_emit(context, rule, node, STR_LIST(access_name(context, node)));
}

/* Args of these four: the thing. A frame that the keyboard never enters needs no title. */
void frame_title_missing_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    Str order;
    if (!node_attribute(node, STR("tabindex"), &order) ||
        !str_starts_with(str_trim(order), STR("-")))
        embed_check(context, rule, node, STR("frame"));
}

void object_alt_missing_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    embed_check(context, rule, node, STR("object"));
}

void svg_alt_missing_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    embed_check(context, rule, node, STR("svg"));
}

void image_button_alt_missing_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    embed_check(context, rule, node, STR("image-button"));
}

/* The text alternative of a picture or chart; empty for all else. */
static Str alternative_of(const Node *node)
{
    if (node->kind == NODE_IMAGE && !node->as.image.is_decorative)
        return str_trim(node->as.image.alt);
    if (node->kind == NODE_EMBED && !str_eq(node->as.embed.what, STR("frame")))
        return str_trim(node->as.embed.name);
    return (Str){0};
}

/* "Picture 3": a word that programs use, with nothing or a number behind it. */
static bool is_default_name(const Rule *rule, Str alt)
{
    size_t end = alt.len;
    while (end > 0 && (ascii_is_digit((unsigned char)alt.data[end - 1]) ||
                       alt.data[end - 1] == ' ' || alt.data[end - 1] == '_'))
        end--;
    enum { MARK_LEN_MAX = 2 }; /* "4": the mark that a picture shows */
    return (end || alt.len > MARK_LEN_MAX) &&
           access_list_has(rule_option_list(rule, STR("names")), str_sub(alt, 0, end));
}

/* "IMG_2041.JPG": one word, or a few without a sentence in it, and its kind of file. */
static bool is_file_name(const Rule *rule, Str alt)
{
    StrList endings = rule_option_list(rule, STR("endings"));
    for (size_t i = 0; i < endings.len; i++) {
        Str ending = endings.items[i];
        if (alt.len > ending.len &&
            str_eq_nocase(str_sub(alt, alt.len - ending.len, alt.len), ending))
            return true;
    }
    return false;
}

/* Args: the description. Options: `names`, words that programs put there;
 * `endings`, of files. */
void img_alt_filename_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    Str alt = alternative_of(node);
    if (alt.len && (is_default_name(rule, alt) || is_file_name(rule, alt)) &&
        access_is_read(context->document, node))
        access_emit(context, rule, node, STR_LIST(access_short(alt, context->arena)));
}

/* Args: the picture, the number of characters. Option `characters`: the most that are heard out. */
void img_alt_long_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    size_t n = utf8_length(alternative_of(node));
    if (n > (size_t)rule_option_number(rule, STR("characters"), 150) &&
        access_is_read(context->document, node))
        access_emit(context, rule, node,
                    STR_LIST(access_name(context, node), arena_number(context->arena, n)));
}

/* Does a block of the section that NODE stands in speak of a chart? */
static bool section_mentions(const CheckContext *context, const Rule *rule, const Node *node)
{
    StrList words = rule_option_list(rule, STR("words"));
    bool is_mentioned = false, has_passed = false;
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->block->kind == NODE_HEADING) {
            if (has_passed)
                break;
            is_mentioned = false;
        }
        for (const Node *at = node; at; at = at->parent)
            has_passed |= at == prose->block;
        for (size_t w = 0; w < prose->n_words && !is_mentioned; w++)
            is_mentioned = access_list_has(words, word_text(prose, &prose->words[w]));
    }
    return is_mentioned;
}

/* Args: the chart. Options: `words`, those by which a text speaks of a chart; `charts`, what a
 * drawing's name calls it that is one. */
void chart_no_text_summary_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (needs_summary(rule, node) && access_is_heard(node) &&
        !section_mentions(context, rule, node))
        access_emit(context, rule, node, STR_LIST(access_name(context, node)));
}
