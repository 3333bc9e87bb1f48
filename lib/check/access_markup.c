/* access.form-control-untitled, html-structure: fields and markup that no node of the
 * paper's text tells of. */
#include "check/access.h"
#include "check/checks.h"

/* The field that TRAIT tells of: by what its markup calls it, or the text it stands in. */
static Str name_of_field(const Trait *trait, Arena *arena)
{
    Str text = trait->node ? access_beside(trait->node, arena) : (Str){0};
    if (trait->detail.len)
        return arena_printf(arena, "The field “%.*s”", STR_ARG(access_short(trait->detail, arena)));
    return text.len ? arena_printf(arena, "The field by “%.*s”", STR_ARG(text)) : STR("This field");
}

/* A mark that a program fills in or goes by, "<Repeat Select="./Orders"/>", not a person. */
static bool is_for_program(const Trait *trait, Arena *arena)
{
    Str text = trait->node ? access_text(trait->node, arena) : (Str){0};
    size_t open = str_find(text, STR("<"), 0);
    return str_find(text, STR("/>"), open) < text.len || str_find(text, STR("#>"), open) < text.len;
}

/* Args: the field. */
void form_control_untitled_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    for (size_t i = 0; i < document->traits.len; i++) {
        const Trait *trait = &document->traits.items[i];
        if (trait->kind == TRAIT_NAMELESS_CONTROL && !is_for_program(trait, context->arena))
            finding_emit(context, rule,
                         &(FindingDraft){.place = access_place_of(trait),
                                         .args = STR_LIST(name_of_field(trait, context->arena)),
                                         .fold_key = rule->id});
    }
}

/* Args: what the trait's detail names. Options: for each fault its wording, under the
 * trait's name; `warnings`, the faults that are no errors. */
void html_structure_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    StrList warnings = rule_option_list(rule, STR("warnings"));
    for (size_t i = 0; i < document->traits.len; i++) {
        const Trait *trait = &document->traits.items[i];
        Str name = trait_text(trait->kind);
        Str wording = wording_of(context, rule, name);
        if (!wording.len)
            continue;
        bool is_mild = str_list_has(warnings, name) && rule->severity == SEVERITY_ERROR;
        finding_emit(context, rule,
                     &(FindingDraft){
                         .place = access_place_of(trait),
                         .args = STR_LIST(access_short(trait->detail, context->arena)),
                         .wording = wording,
                         .has_severity = is_mild,
                         .severity = SEVERITY_WARNING,
                         .fold_key = arena_printf(context->arena, "%.*s %.*s", STR_ARG(name),
                                                  STR_ARG(trait->detail)),
                     });
    }
}
