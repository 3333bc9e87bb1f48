#include "rule/yaml_tree.h"

#include "base/hash.h"

#include <yaml.h>

/* A list or map whose end has not come yet. */
typedef struct Frame {
    YamlNode *node;
    size_t first_entry;  /* its entries start here on the stack */
    const YamlNode *key; /* of a map: read, its value not yet */
    Str anchor;          /* its name, for aliases behind its end */
} Frame;

typedef struct Anchor {
    Str name;
    const YamlNode *node;
} Anchor;

typedef struct TreeBuilder {
    Str path, bytes;
    DiagnosticCode code;
    Arena *arena;
    DiagnosticSink *sink;
    yaml_parser_t parser;
    Frame frames[YAML_DEPTH_MAX];
    size_t n_frames;
    ARRAY(YamlEntry) entries; /* of all open frames */
    ARRAY(Anchor) anchors;
    const YamlNode *root;
    size_t n_documents;
} TreeBuilder;

static Status fail_at(TreeBuilder *builder, yaml_mark_t mark, const char *problem)
{
    diagnostic_add(builder->sink, builder->code, builder->path, mark.line + 1, mark.column + 1,
                   "%s", problem);
    return STATUS_CONFIG;
}

static Status fail_syntax(TreeBuilder *builder)
{
    const yaml_parser_t *parser = &builder->parser;
    size_t line = parser->problem_mark.line + 1, column = parser->problem_mark.column + 1;
    if (parser->error == YAML_READER_ERROR) { /* knows the byte only */
        line = 1;
        column = 0;
        for (size_t i = 0; i < parser->problem_offset && i < builder->bytes.len; i++)
            line += builder->bytes.data[i] == '\n';
    }
    diagnostic_add(builder->sink, builder->code, builder->path, line, column,
                   "This is not valid YAML: %s.", parser->problem ? parser->problem : "damaged");
    return STATUS_CONFIG;
}

static bool has_twice(const YamlEntry *entries, size_t n, size_t *ret)
{
    for (size_t i = 1; i < n; i++) {
        for (size_t k = 0; k < i; k++) {
            if (str_eq(entries[i].key->text, entries[k].key->text)) {
                *ret = i;
                return true;
            }
        }
    }
    return false;
}

/* Puts NODE where the innermost open list or map wants it. */
static Status place(TreeBuilder *builder, const YamlNode *node)
{
    if (!builder->n_frames) {
        builder->root = node;
        return STATUS_OK;
    }
    Frame *frame = &builder->frames[builder->n_frames - 1];
    if (frame->node->kind == YAML_MAP && !frame->key) {
        if (node->kind != YAML_TEXT) {
            diagnostic_add(builder->sink, builder->code, builder->path, node->line, node->column,
                           "A key must be a text.");
            return STATUS_CONFIG;
        }
        frame->key = node;
        return STATUS_OK;
    }
    array_push(&builder->entries, (YamlEntry){frame->key, node});
    frame->key = NULL;
    return STATUS_OK;
}

static Str anchor_name(TreeBuilder *builder, const yaml_char_t *anchor)
{
    return anchor ? arena_str(builder->arena, str_of((const char *)anchor)) : (Str){0};
}

static void remember_anchor(TreeBuilder *builder, Str name, const YamlNode *node)
{
    if (name.len)
        array_push(&builder->anchors, (Anchor){name, node});
}

static YamlNode *node_at(TreeBuilder *builder, YamlKind kind, yaml_mark_t mark)
{
    YamlNode *node = arena_new(builder->arena, YamlNode);
    node->kind = kind;
    node->line = mark.line + 1;
    node->column = mark.column + 1;
    return node;
}

static Status add_text(TreeBuilder *builder, const yaml_event_t *event)
{
    YamlNode *node = node_at(builder, YAML_TEXT, event->start_mark);
    Str value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    node->text = arena_str(builder->arena, value);
    yaml_scalar_style_t style = event->data.scalar.style;
    node->is_plain = style == YAML_PLAIN_SCALAR_STYLE;
    size_t marks = node->is_plain ? 0 : 2;
    bool is_flow = style != YAML_LITERAL_SCALAR_STYLE && style != YAML_FOLDED_SCALAR_STYLE;
    node->is_literal = is_flow && event->start_mark.line == event->end_mark.line &&
                       event->end_mark.index - event->start_mark.index == value.len + marks;
    remember_anchor(builder, anchor_name(builder, event->data.scalar.anchor), node);
    return place(builder, node);
}

static Status add_alias(TreeBuilder *builder, const yaml_event_t *event)
{
    Str name = str_of((const char *)event->data.alias.anchor);
    for (size_t i = builder->anchors.len; i > 0; i--)
        if (str_eq(builder->anchors.items[i - 1].name, name))
            return place(builder, builder->anchors.items[i - 1].node);
    return fail_at(builder, event->start_mark, "This alias names nothing that stands before it.");
}

static Status open_frame(TreeBuilder *builder, YamlKind kind, const yaml_char_t *anchor,
                         yaml_mark_t mark)
{
    if (builder->n_frames == YAML_DEPTH_MAX)
        return fail_at(builder, mark, "Lists and maps stand too deep in each other.");
    builder->frames[builder->n_frames++] = (Frame){.node = node_at(builder, kind, mark),
                                                   .first_entry = builder->entries.len,
                                                   .anchor = anchor_name(builder, anchor)};
    return STATUS_OK;
}

static Status close_frame(TreeBuilder *builder)
{
    const Frame *frame = &builder->frames[--builder->n_frames];
    YamlNode *node = frame->node;
    size_t n = builder->entries.len - frame->first_entry, again;
    YamlEntry *entries = arena_new_array(builder->arena, YamlEntry, n);
    if (n)
        memcpy(entries, builder->entries.items + frame->first_entry, n * sizeof *entries);
    builder->entries.len = frame->first_entry;
    node->entries = entries;
    node->n_entries = n;
    if (node->kind == YAML_MAP && has_twice(entries, n, &again)) {
        const YamlNode *key = entries[again].key;
        diagnostic_add(builder->sink, builder->code, builder->path, key->line, key->column,
                       "Key \"%.*s\" is here twice: keep one.", STR_ARG(key->text));
        return STATUS_CONFIG;
    }
    remember_anchor(builder, frame->anchor, node);
    return place(builder, node);
}

static Status take_event(TreeBuilder *builder, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (builder->n_documents++)
            return fail_at(builder, event->start_mark,
                           "Only one document may stand in this file: remove the line \"---\".");
        return STATUS_OK;
    case YAML_SCALAR_EVENT:
        return add_text(builder, event);
    case YAML_ALIAS_EVENT:
        return add_alias(builder, event);
    case YAML_SEQUENCE_START_EVENT:
        return open_frame(builder, YAML_LIST, event->data.sequence_start.anchor, event->start_mark);
    case YAML_MAPPING_START_EVENT:
        return open_frame(builder, YAML_MAP, event->data.mapping_start.anchor, event->start_mark);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return close_frame(builder);
    default:
        return STATUS_OK;
    }
}

static Status build_tree(TreeBuilder *builder)
{
    for (;;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&builder->parser, &event))
            return fail_syntax(builder);
        bool is_end = event.type == YAML_STREAM_END_EVENT;
        Status status = take_event(builder, &event);
        yaml_event_delete(&event);
        if (status != STATUS_OK || is_end)
            return status;
    }
}

Status yaml_tree_read(Str path, Str bytes, DiagnosticCode code, Arena *arena, DiagnosticSink *sink,
                      const YamlNode **ret)
{
    TreeBuilder builder = {
        .path = path, .bytes = bytes, .code = code, .arena = arena, .sink = sink};
    if (bytes.len > YAML_BYTES_MAX) {
        diagnostic_add(sink, code, path, 0, 0, "This file is too large: split it.");
        return STATUS_CONFIG;
    }
    if (!yaml_parser_initialize(&builder.parser))
        pp_out_of_memory(sizeof builder.parser);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)bytes.data, bytes.len);
    Status status = build_tree(&builder);
    yaml_parser_delete(&builder.parser);
    array_free(&builder.entries);
    array_free(&builder.anchors);
    if (status == STATUS_OK)
        *ret = builder.root;
    return status;
}

const YamlNode *yaml_map_get(const YamlNode *map, Str key)
{
    for (size_t i = 0; map->kind == YAML_MAP && i < map->n_entries; i++)
        if (str_eq(map->entries[i].key->text, key))
            return map->entries[i].value;
    return NULL;
}

bool yaml_is_null(const YamlNode *node)
{
    return node->kind == YAML_TEXT && node->is_plain &&
           (!node->text.len || str_eq(node->text, STR("~")) ||
            str_eq_nocase(node->text, STR("null")));
}

bool yaml_bool(const YamlNode *node, bool *ret)
{
    static const char *const words[] = {"false", "true", "no", "yes", "off", "on"};
    for (size_t i = 0; node->kind == YAML_TEXT && i < sizeof words / sizeof words[0]; i++) {
        if (node->is_plain && str_eq_nocase(node->text, str_of(words[i]))) {
            *ret = i % 2;
            return true;
        }
    }
    return false;
}
