/* access.form-control-untitled, html-structure: fields and markup that no node of the
 * paper's text tells of. */
#include "check/access.h"
#include "check/checks.h"

/* No args. */
void form_control_untitled_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    for (size_t i = 0; i < document->traits.len; i++) {
        const Trait *trait = &document->traits.items[i];
        if (trait->kind == TRAIT_NAMELESS_CONTROL)
            finding_emit(context, rule,
                         &(FindingDraft){.place = access_place_of(trait), .fold_key = rule->id});
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
