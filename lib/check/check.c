#include "check/check.h"

#include "check/checks.h"

static const Check checks[] = {
#define CHECK(text, document, node, prose)                                                         \
    {.name = {text, sizeof text - 1},                                                              \
     .on_document = (document),                                                                    \
     .on_node = (node),                                                                            \
     .on_prose = (prose)},
#define KIND(kind) ((uint64_t)1 << NODE_##kind)
#define NODE_CHECK(text, node, kinds)                                                              \
    {.name = {text, sizeof text - 1}, .on_node = (node), .node_kinds = (kinds)},
#define BOTH_CHECK(text, document, node, kinds)                                                    \
    {.name = {text, sizeof text - 1},                                                              \
     .on_document = (document),                                                                    \
     .on_node = (node),                                                                            \
     .node_kinds = (kinds)},
#include "check/checks.def"
#undef BOTH_CHECK
#undef NODE_CHECK
#undef KIND
#undef CHECK
};

static bool is_shared_kind(RuleKind kind)
{
    return kind < RULE_ACRONYM;
}

static const Check *check_called(Str name)
{
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++)
        if (str_eq(checks[i].name, name))
            return &checks[i];
    return NULL;
}

const Check *check_for(const Rule *rule)
{
    return check_called(is_shared_kind(rule->kind) ? rule_kind_text(rule->kind)
                                                   : rule->as.own.check);
}

const Check *check_beside(const Rule *rule)
{
    return is_shared_kind(rule->kind) ? check_called(rule->id) : NULL;
}

static ScopeSet scope_of_format(Format format)
{
    switch (format) {
    case FORMAT_MARKDOWN:
        return SCOPE_SET(MD);
    case FORMAT_HTML:
        return SCOPE_SET(HTML);
    case FORMAT_DOCX:
        return SCOPE_SET(DOCX);
    default:
        return SCOPE_SET(TXT);
    }
}

/* What the containers above BLOCK add. */
static ScopeSet scope_of_ancestors(const Node *block)
{
    ScopeSet set = 0;
    for (const Node *above = block->parent; above; above = above->parent) {
        switch (above->kind) {
        case NODE_LIST:
        case NODE_DEFINITION_LIST:
            set |= SCOPE_SET(LIST);
            break;
        case NODE_BLOCK_QUOTE:
            set |= SCOPE_SET(BLOCKQUOTE);
            break;
        case NODE_TABLE_CELL:
            set |=
                SCOPE_SET(TABLE) | (above->as.cell.is_header ? SCOPE_SET(HEADER) : SCOPE_SET(CELL));
            break;
        case NODE_TABLE:
            set |= SCOPE_SET(TABLE);
            break;
        case NODE_FIGURE:
            set |= SCOPE_SET(FIGURE);
            break;
        default:
            break;
        }
    }
    return set;
}

ScopeSet scope_of(const Document *document, const Node *block)
{
    ScopeSet set = SCOPE_SET(TEXT) | scope_of_format(document->format) | scope_of_ancestors(block);
    if (block->kind == NODE_HEADING) {
        int level = block->as.heading.level;
        set |= SCOPE_SET(HEADING);
        if (level >= 1 && level <= 6)
            set |= (ScopeSet)1 << (SCOPE_BIT_H1 + level - 1);
    } else if (block->kind == NODE_CAPTION) {
        set |= SCOPE_SET(CAPTION);
    } else if (!(set & (SCOPE_SET(LIST) | SCOPE_SET(TABLE) | SCOPE_SET(BLOCKQUOTE)))) {
        set |= SCOPE_SET(PARAGRAPH);
    }
    return set;
}
