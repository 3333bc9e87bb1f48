#include "read/html_names.h"

#include <stdlib.h>

void html_names_hear(HtmlNames *names, Str text, bool is_hidden)
{
    if (!names->is_on || !text.len)
        return;
    if (!names->heard.len || array_last(&names->heard)->is_hidden != is_hidden)
        array_push(&names->heard, (HtmlHeard){.start = names->text.len, .is_hidden = is_hidden});
    buf_append(&names->text, text);
}

size_t html_names_open(HtmlNames *names, Str id, Str label, bool is_hidden)
{
    size_t start = names->text.len;
    array_push(&names->ids, (HtmlId){.id = id,
                                     .label = label,
                                     .start = start,
                                     .end = start,
                                     .order = names->ids.len,
                                     .is_hidden = is_hidden});
    return names->ids.len - 1;
}

void html_names_close(HtmlNames *names, size_t index)
{
    names->ids.items[index].end = names->text.len;
}

void html_names_refer(HtmlNames *names, Node *node, Str ids)
{
    if (names->is_on)
        array_push(&names->references, (HtmlReference){.node = node, .ids = ids});
}

void html_names_tie(HtmlNames *names, Str ids, HtmlLook *look)
{
    if (names->is_on)
        array_push(&names->ties, (HtmlTie){.ids = ids, .look = look});
}

void html_append_collapsed(Buf *buf, Str text)
{
    size_t begin = buf->len;
    for (size_t i = 0; i < text.len; i++) {
        bool is_space = ascii_is_space((unsigned char)text.data[i]);
        if (!is_space)
            buf_append_char(buf, text.data[i]);
        else if (buf->len > begin && buf->data[buf->len - 1] != ' ')
            buf_append_char(buf, ' ');
    }
}

static int compare_ids(const void *a, const void *b)
{
    const HtmlId *x = a, *y = b;
    int order = str_compare(x->id, y->id);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

/* The first element of that id in the file, or NULL. */
static HtmlId *find_id(const HtmlNames *names, Str id)
{
    size_t low = 0, high = names->ids.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(names->ids.items[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    HtmlId *found = low < names->ids.len ? &names->ids.items[low] : NULL;
    return found && str_eq(found->id, id) ? found : NULL;
}

/* Index of the stretch that holds OFFSET. */
static size_t stretch_at(const HtmlNames *names, size_t offset)
{
    size_t low = 0, high = names->heard.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (names->heard.items[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Appends what is told of the text of ID; only as much of it as a name may have. */
static void append_heard(const HtmlNames *names, const HtmlId *id, Buf *buf)
{
    size_t at = id->start;
    size_t last = id->end - at > 4 * HTML_NAME_BYTES_MAX ? at + 4 * HTML_NAME_BYTES_MAX : id->end;
    for (size_t i = stretch_at(names, at); at < last && i < names->heard.len; i++) {
        size_t end = i + 1 < names->heard.len ? names->heard.items[i + 1].start : names->text.len;
        if (end > last)
            end = last;
        if (id->is_hidden || !names->heard.items[i].is_hidden)
            buf_append(buf, str_sub(buf_str(&names->text), at, end));
        at = end;
    }
}

/* TEXT collapsed, trimmed and cut to the length of a name, in ARENA. */
static Str name_of(Str text, Arena *arena)
{
    Buf buf = {0};
    html_append_collapsed(&buf, text);
    Str name = str_trim(buf_str(&buf));
    if (name.len > HTML_NAME_BYTES_MAX) {
        name.len = HTML_NAME_BYTES_MAX;
        while (name.len && ((unsigned char)name.data[name.len] & 0xC0) == 0x80)
            name.len--;
    }
    name = arena_str(arena, name);
    buf_free(&buf);
    return name;
}

static Str name_of_id(const HtmlNames *names, HtmlId *id, Arena *arena)
{
    if (id->is_named)
        return id->name;
    Buf buf = {0};
    if (str_is_blank(id->label))
        append_heard(names, id, &buf);
    else
        buf_append(&buf, id->label);
    id->name = name_of(buf_str(&buf), arena);
    id->is_named = true;
    buf_free(&buf);
    return id->name;
}

/* Takes the next id off the front of *LIST; empty when none is left. */
static Str next_id(Str *list)
{
    size_t start = 0;
    while (start < list->len && ascii_is_space((unsigned char)list->data[start]))
        start++;
    size_t end = start;
    while (end < list->len && !ascii_is_space((unsigned char)list->data[end]))
        end++;
    Str id = str_sub(*list, start, end);
    *list = str_sub(*list, end, list->len);
    return id;
}

static Str name_of_list(const HtmlNames *names, Str list, Arena *arena)
{
    Buf buf = {0};
    Str only = {0};
    size_t n = 0;
    for (Str word = next_id(&list); word.len && buf.len < HTML_NAME_BYTES_MAX;
         word = next_id(&list)) {
        HtmlId *id = find_id(names, word);
        if (!id)
            continue;
        only = name_of_id(names, id, arena);
        buf_append(&buf, only);
        buf_append_char(&buf, ' ');
        n++;
    }
    Str name = n > 1 ? name_of(buf_str(&buf), arena) : only;
    buf_free(&buf);
    return name;
}

static void set_label(Node *node, Str name)
{
    for (size_t i = 0; i < node->n_attributes; i++)
        if (str_eq(node->attributes[i].name, STR("aria-label")))
            ((Attribute *)node->attributes)[i].value = name;
}

static void set_name(Node *node, Str name)
{
    switch (node->kind) {
    case NODE_IMAGE:
        node->as.image.alt = name;
        node->as.image.has_alt = true;
        break;
    case NODE_LINK:
        node->as.link.label = name;
        break;
    case NODE_EMBED:
        node->as.embed.name = name;
        node->as.embed.has_name = true;
        break;
    default:
        set_label(node, name);
        break;
    }
}

static void resolve_tie(const HtmlNames *names, HtmlTie tie)
{
    for (Str word = next_id(&tie.ids); word.len; word = next_id(&tie.ids)) {
        const HtmlId *id = find_id(names, word);
        HtmlLook *look = tie.look ? tie.look : id ? id->look : NULL;
        if (id && look && (id->is_disabled || !tie.look))
            html_look_disable(look);
    }
}

void html_names_resolve(HtmlNames *names, Arena *arena)
{
    if (!names->ids.len || (!names->references.len && !names->ties.len))
        return;
    qsort(names->ids.items, names->ids.len, sizeof *names->ids.items, compare_ids);
    for (size_t i = 0; i < names->ties.len; i++)
        resolve_tie(names, names->ties.items[i]);
    for (size_t i = 0; i < names->references.len; i++) {
        const HtmlReference *reference = &names->references.items[i];
        Str name = name_of_list(names, reference->ids, arena);
        if (!str_is_blank(name))
            set_name(reference->node, name);
    }
}

void html_names_free(HtmlNames *names)
{
    buf_free(&names->text);
    array_free(&names->heard);
    array_free(&names->ids);
    array_free(&names->references);
    array_free(&names->ties);
}
