/* access.img-*, access.*-alt-missing: is every picture told to those who cannot see it? */
#include "check/access.h"
#include "check/checks.h"

static bool is_told(const Node *image)
{
    return image->as.image.is_decorative || !str_is_blank(image->as.image.alt);
}

/* Where a picture lies, without folders and query: names it in a message. */
static Str file_name(Str url)
{
    size_t end = str_find(url, STR("?"), 0);
    size_t start = end;
    while (start > 0 && url.data[start - 1] != '/')
        start--;
    return str_sub(url, start, end);
}

static Str name_of_image(const Node *image, Arena *arena)
{
    Str name = str_trim(file_name(image->as.image.url));
    if (str_starts_with(image->as.image.url, STR("data:")) || !name.len)
        return STR("This picture");
    return arena_printf(arena, "Picture “%.*s”", STR_ARG(access_short(name, arena)));
}

/* Args: the picture ("Picture “chart.png”" or "This picture"). */
void img_alt_missing_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (node->kind == NODE_IMAGE && !is_told(node) && access_is_heard(node))
        access_emit(context, rule, node, STR_LIST(name_of_image(node, context->arena)));
}
