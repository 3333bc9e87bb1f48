/* YAML as a small tree that knows its places. The only room that knows libyaml;
 * rule files, profiles and the configuration are read through it.
 *
 * One document a file. Values are texts as written, lists or maps; what a text
 * means (a number, true or false) the reader of the tree decides. A node named
 * by an alias stands in the tree more than once. */
#ifndef PLAINPAPER_RULE_YAML_TREE_H
#define PLAINPAPER_RULE_YAML_TREE_H

#include "base/diagnostic.h"
#include "base/status.h"

typedef enum YamlKind {
    YAML_TEXT,
    YAML_LIST,
    YAML_MAP,
} YamlKind;

typedef struct YamlNode YamlNode;

typedef struct YamlEntry {
    const YamlNode *key; /* NULL in a list; a text in a map */
    const YamlNode *value;
} YamlEntry;

struct YamlNode {
    YamlKind kind;
    bool is_plain;   /* a text without quotation marks: may be a number, true, or nothing */
    bool is_literal; /* a text whose bytes stand in the file as they are, behind at most one
                        quotation mark (not folded, not a block) */
    Str text;
    const YamlEntry *entries;
    size_t n_entries;
    size_t line, column; /* from 1, columns in code points */
};

enum { YAML_BYTES_MAX = 4 * 1024 * 1024, YAML_DEPTH_MAX = 32 };

/* Reads BYTES of file PATH into ARENA. *ret is NULL when there is nothing in
 * it. STATUS_CONFIG, with a diagnostic of CODE, when it is no YAML, has a key
 * twice, is too deep or too large. */
PP_MUST_USE Status yaml_tree_read(Str path, Str bytes, DiagnosticCode code, Arena *arena,
                                  DiagnosticSink *sink, const YamlNode **ret);

/* The value of KEY in MAP, or NULL. */
const YamlNode *yaml_map_get(const YamlNode *map, Str key);

/* True when NODE is a plain text for nothing: empty, "~" or "null". */
bool yaml_is_null(const YamlNode *node);

/* Reads true/false, yes/no, on/off; false when NODE is none of them. */
bool yaml_bool(const YamlNode *node, bool *ret);

#endif
