/* access.doc-lang-invalid, part-lang-invalid, lang-part-unmarked: is what a paper
 * says of its languages true? */
#include "check/access.h"
#include "check/checks.h"

#include <stdlib.h>

typedef struct Languages {
    const char *start, *thirds;
    bool is_code;
} Languages;

static const Languages languages[] = {
#define LANGUAGES(start, thirds, is_code) { start, thirds, is_code },
#include "check/languages.def"
#undef LANGUAGES
};

static int compare_starts(const void *key, const void *item)
{
    return memcmp(key, ((const Languages *)item)->start, 2);
}

/* Is PRIMARY, the first part of a tag, one that BCP 47 registers? */
static bool is_registered(Str primary)
{
    char letters[3];
    if (primary.len < 2 || primary.len > sizeof letters)
        return false;
    for (size_t i = 0; i < primary.len; i++)
        letters[i] = ascii_lower(primary.data[i]);
    const Languages *found = bsearch(letters, languages, sizeof languages / sizeof languages[0],
                                     sizeof languages[0], compare_starts);
    if (!found)
        return false;
    return primary.len == 2 ? found->is_code : strchr(found->thirds, letters[2]) != NULL;
}

static bool is_valid(Str tag)
{
    return is_registered(str_sub(tag, 0, str_find(tag, STR("-"), 0)));
}

/* Args: the tag. */
void doc_lang_invalid_on_document(CheckContext *context, const Rule *rule)
{
    Str tag = context->document->language;
    if (!str_is_blank(tag) && !is_valid(tag) && access_has_format(context, rule))
        access_emit(context, rule, NULL, STR_LIST(access_short(tag, context->arena)));
}

static bool has_something_heard(const Node *node)
{
    Buf text = { 0 };
    access_append_text(node, &text);
    bool has_text = text.len != 0;
    if (!has_text)
        node_append_name(node, &text);
    has_text = !str_is_blank(buf_str(&text));
    buf_free(&text);
    return has_text;
}

/* Args: the tag. What shows and says nothing has no language. */
void part_lang_invalid_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!node->language.len || is_valid(node->language) || !access_has_format(context, rule) ||
        !has_something_heard(node))
        return;
    Str tag = access_short(node->language, context->arena);
    finding_emit(context, rule,
                 &(FindingDraft){ .place = { .node = node },
                                  .args = STR_LIST(tag),
                                  .fold_key = tag.len ? tag : STR("blank") });
}
