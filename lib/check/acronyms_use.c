/* acronyms.redefined, .unused, .dense: how short forms are used once explained. */
#include "check/checks.h"

#include "check/acronym_meanings.h"
#include "check/acronym_shapes.h"
#include "check/acronyms_shared.h"

bool is_body_block(const CheckContext *context, const Node *block)
{
    PartRole role =
        context->document->n_parts ? context->document->parts[block->part].role : PART_BODY;
    return role == PART_BODY || role == PART_TEXT_BOX;
}

bool stands_before(const Prose *prose_a, size_t a, const Prose *prose_b, size_t b)
{
    return prose_a == prose_b ? a < b : prose_a < prose_b;
}

bool is_read_in_order(const CheckContext *context, const AcronymUse *use)
{
    PartRole role = context->document->n_parts
                        ? context->document->parts[use->prose->block->part].role
                        : PART_BODY;
    return role != PART_HEADER && role != PART_FOOTER && role != PART_COMMENTS &&
           !node_ancestor(use->prose->block, NODE_BLOCK_QUOTE);
}

const AcronymUse *first_read_use(const CheckContext *context, const Acronym *acronym)
{
    for (size_t i = 0; i < acronym->n_uses; i++)
        if (is_read_in_order(context, &acronym->uses[i]))
            return &acronym->uses[i];
    return NULL;
}

void acronym_redefined_on_document(CheckContext *context, const Rule *rule)
{
    double reliable = rule_option_number(rule, STR("reliable"), 0.8);
    for (size_t i = 0; i < context->acronyms->len; i++) {
        const Acronym *acronym = &context->acronyms->items[i];
        const AcronymDefinition *first = NULL;
        for (size_t k = 0; k < acronym->n_definitions; k++) {
            const AcronymDefinition *definition = &acronym->definitions[k];
            if (definition->is_name || definition->reliability < reliable ||
                !is_long_form_of(definition->long_form, acronym->short_form))
                continue;
            if (!first)
                first = definition;
            if (long_forms_agree(first->long_form, definition->long_form))
                continue;
            finding_emit(context, rule,
                         &(FindingDraft){
                             .place = {.prose = definition->prose, .span = definition->long_span},
                             .args = STR_LIST(acronym->short_form, definition->long_form,
                                              first->long_form)});
            break;
        }
    }
}

/* Is DEFINITION set beside its short form in running text, not in a glossary? */
static bool is_inline(const AcronymDefinition *definition)
{
    return !definition->is_name && !span_is_empty(definition->short_span) &&
           !node_ancestor(definition->prose->block, NODE_TABLE) &&
           !node_ancestor(definition->prose->block, NODE_DEFINITION_LIST);
}

/* Used first and explained later, it is defined-late's. */
static bool is_used_before(const Acronym *acronym)
{
    const AcronymDefinition *definition = &acronym->definitions[0];
    const AcronymUse *use = &acronym->uses[0];
    return acronym->n_uses && !use->is_definition &&
           stands_before(use->prose, use->span.start, definition->prose,
                         definition->long_span.start);
}

static bool is_linked(const Prose *prose, size_t index)
{
    return index < prose->n_words && prose->words[index].shape & WORD_IN_LINK;
}

/* Does DEFINITION stand in the title of another paper: among other words of a link, or in one that
 * begins a heading or the item of a list? */
static bool is_in_title(const AcronymDefinition *definition)
{
    const Prose *prose = definition->prose;
    Span a = definition->long_span, b = definition->short_span;
    size_t first = prose_word_from(prose, a.start < b.start ? a.start : b.start);
    size_t behind = prose_word_from(prose, a.end > b.end ? a.end : b.end);
    bool is_item =
        !first && (prose->block->kind == NODE_HEADING || node_ancestor(prose->block, NODE_ITEM));
    return is_linked(prose, first) && behind && is_linked(prose, behind - 1) &&
           (is_item || is_linked(prose, behind) || (first && is_linked(prose, first - 1)));
}

void acronym_unused_on_document(CheckContext *context, const Rule *rule)
{
    size_t max = (size_t)rule_option_number(rule, STR("max"), 1);
    for (size_t i = 0; i < context->acronyms->len; i++) {
        const Acronym *acronym = &context->acronyms->items[i];
        if (!acronym->n_definitions || acronym->is_known || !count_capitals(acronym->folded) ||
            !is_inline(&acronym->definitions[0]) || is_in_title(&acronym->definitions[0]) ||
            is_used_before(acronym))
            continue;
        size_t n_others = 0;
        for (size_t k = 0; k < acronym->n_uses; k++)
            n_others += !acronym->uses[k].is_definition;
        if (n_others > max)
            continue;
        const AcronymDefinition *definition = &acronym->definitions[0];
        Str times = n_others ? STR("only once more") : STR("nowhere else");
        finding_emit(
            context, rule,
            &(FindingDraft){.place = {.prose = definition->prose, .span = definition->short_span},
                            .args = STR_LIST(acronym->short_form, times)});
    }
}

/* Short forms in one block. */
typedef struct Density {
    size_t n_uses, n_different;
} Density;

static Density *densities_of(const CheckContext *context)
{
    Density *densities = mem_calloc(context->proses.len + 1, sizeof *densities);
    for (size_t i = 0; i < context->acronyms->len; i++) {
        const Acronym *acronym = &context->acronyms->items[i];
        const Prose *before = NULL;
        for (size_t k = 0; k < acronym->n_uses && !acronym->is_known; k++) {
            const Prose *prose = acronym->uses[k].prose;
            Density *density = &densities[prose - context->proses.items];
            density->n_uses++;
            density->n_different += prose != before;
            before = prose;
        }
    }
    return densities;
}

void acronym_dense_on_document(CheckContext *context, const Rule *rule)
{
    size_t max = (size_t)rule_option_number(rule, STR("max"), 4);
    double share = rule_option_number(rule, STR("share"), 0.1);
    Density *densities = densities_of(context);
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        const Density *density = &densities[i];
        if (density->n_different <= max || prose->block->kind == NODE_HEADING ||
            node_ancestor(prose->block, NODE_TABLE) ||
            (double)density->n_uses < share * (double)prose->n_words)
            continue;
        Str n_different = arena_number(context->arena, density->n_different);
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = prose,
                                               .span = words_span(prose, 0, prose->n_words - 1)},
                                     .args = STR_LIST(n_different),
                                     .is_about_block = true});
    }
    mem_free(densities);
}
