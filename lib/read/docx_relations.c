#include "read/docx_relations.h"

#include <stdlib.h>

typedef struct RelationReader {
    Arena *arena;
    Str folder; /* of the part whose relations these are, with its slash */
    ARRAY(Relation) items;
} RelationReader;

static Str folder_of(Str part)
{
    size_t len = part.len;
    while (len > 0 && part.data[len - 1] != '/')
        len--;
    return str_sub(part, 0, len);
}

static Str last_step(Str address)
{
    size_t start = folder_of(address).len;
    return str_sub(address, start, address.len);
}

/* Takes the last step off the path in BUF. */
static void path_up(Buf *path)
{
    if (path->len)
        path->len--;
    while (path->len && path->data[path->len - 1] != '/')
        path->len--;
}

/* TARGET seen from FOLDER as a part name: cannot lead out of the package. */
static Str resolve(Arena *arena, Str folder, Str target)
{
    Buf path = {0};
    if (!str_starts_with(target, STR("/")) && !str_starts_with(target, STR("\\")))
        buf_append(&path, folder);
    for (size_t start = 0; start < target.len;) {
        size_t end = start;
        while (end < target.len && target.data[end] != '/' && target.data[end] != '\\')
            end++;
        Str step = str_sub(target, start, end);
        if (str_eq(step, STR("..")))
            path_up(&path);
        else if (step.len && !str_eq(step, STR("."))) {
            buf_append(&path, step);
            if (end < target.len)
                buf_append_char(&path, '/');
        }
        start = end + 1;
    }
    Str part = arena_str(arena, buf_str(&path));
    buf_free(&path);
    return part;
}

static bool relation_start(void *user, const Element *element)
{
    RelationReader *reader = user;
    if (element->tag != REL_Relationship)
        return true;
    Str target = element_text(element, NS_NONE, "Target");
    Relation relation = {
        .id = arena_str(reader->arena, element_text(element, NS_NONE, "Id")),
        .type = arena_str(reader->arena, last_step(element_text(element, NS_NONE, "Type"))),
        .is_external = str_eq_nocase(element_text(element, NS_NONE, "TargetMode"), STR("External")),
    };
    relation.target = relation.is_external ? arena_str(reader->arena, target)
                                           : resolve(reader->arena, reader->folder, target);
    array_push(&reader->items, relation);
    return false;
}

static int by_id(const void *a, const void *b)
{
    return str_compare(((const Relation *)a)->id, ((const Relation *)b)->id);
}

static Str relations_name(Arena *arena, Str part)
{
    Str folder = folder_of(part);
    Str file = last_step(part);
    return arena_printf(arena, "%.*s_rels/%.*s.rels", STR_ARG(folder), STR_ARG(file));
}

PartResult relations_read(Package *package, Str part, Arena *arena, Relations *ret)
{
    static const XmlHandler handler = {.start = relation_start};
    RelationReader reader = {.arena = arena, .folder = folder_of(part)};
    PartResult result = xml_read_part(package, relations_name(arena, part), &handler, &reader);
    Relation *items = arena_new_array(arena, Relation, reader.items.len);
    if (reader.items.len) {
        memcpy(items, reader.items.items, reader.items.len * sizeof *items);
        qsort(items, reader.items.len, sizeof *items, by_id);
    }
    *ret = (Relations){items, reader.items.len};
    array_free(&reader.items);
    return result;
}

const Relation *relations_find(const Relations *relations, Str id)
{
    if (!relations->len)
        return NULL;
    Relation wanted = {.id = id};
    return bsearch(&wanted, relations->items, relations->len, sizeof wanted, by_id);
}

Str relations_part(const Relations *relations, Str type)
{
    for (size_t i = 0; i < relations->len; i++)
        if (!relations->items[i].is_external && str_eq(relations->items[i].type, type))
            return relations->items[i].target;
    return (Str){0};
}

typedef struct ContentTypeReader {
    Arena *arena;
    MainPart main;
    Str part; /* when set: only what this part is */
} ContentTypeReader;

static OfficeKind office_kind(Str content_type)
{
    static const struct {
        const char *text;
        OfficeKind kind;
    } kinds[] = {
        {"wordprocessingml", OFFICE_WORD},       {"ms-word", OFFICE_WORD},
        {"spreadsheetml", OFFICE_SPREADSHEET},   {"ms-excel", OFFICE_SPREADSHEET},
        {"presentationml", OFFICE_PRESENTATION}, {"ms-powerpoint", OFFICE_PRESENTATION},
    };
    if (str_find(content_type, STR("main+xml"), 0) == content_type.len)
        return OFFICE_UNKNOWN;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (str_find(content_type, str_of(kinds[i].text), 0) < content_type.len)
            return kinds[i].kind;
    return OFFICE_UNKNOWN;
}

static bool content_type_start(void *user, const Element *element)
{
    ContentTypeReader *reader = user;
    if (element->tag != CT_Override)
        return true;
    Str part = element_text(element, NS_NONE, "PartName");
    if (str_starts_with(part, STR("/")))
        part = str_sub(part, 1, part.len);
    OfficeKind kind = office_kind(element_text(element, NS_NONE, "ContentType"));
    bool is_wanted = reader->part.len ? str_eq_nocase(part, reader->part) : !reader->main.kind;
    if (kind && is_wanted)
        reader->main = (MainPart){kind, arena_str(reader->arena, part)};
    return false;
}

MainPart main_part_find(Package *package, const Relations *relations, Arena *arena)
{
    static const XmlHandler handler = {.start = content_type_start};
    ContentTypeReader reader = {.arena = arena,
                                .part = relations_part(relations, STR("officeDocument"))};
    if (package_kind(package) != PACKAGE_BARE)
        (void)xml_read_part(package, STR("[Content_Types].xml"), &handler, &reader);
    if (reader.part.len)
        reader.main.name = reader.part;
    if (!reader.main.name.len)
        reader.main.name = STR("word/document.xml");
    return reader.main;
}
