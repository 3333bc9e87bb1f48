/* people.patient-impact-missing: a paper that asks for a decision and has no sentence
 * on the people it will touch. */
#include "check/checks.h"

#include "check/people_words.h"
#include "check/word_set.h"
#include "check/word_traits.h"

static const char deciding[] =
    "approve agree decide endorse ratify adopt authorise support consider "
    "accept confirm delegate";

/* "The board is asked to approve", "It is recommended that": word INDEX is "asked". */
static bool asks(const Prose *prose, size_t index)
{
    if (word_has_trait(prose, index, TRAIT_ASKING) &&
        word_is_any(prose, index, "asked invited requested recommended"))
        return (word_is_any(prose, index + 1, "to") && word_is_any(prose, index + 2, deciding)) ||
               (word_is_any(prose, index, "recommended") && word_is_any(prose, index + 1, "that"));
    return prose->n_words <= 8 && word_is_any(prose, index, "for") &&
           word_is_any(prose, index + 1, "decision approval");
}

static bool asks_by_heading(const Prose *prose)
{
    for (size_t i = 0; i < 4 && prose->block->kind == NODE_HEADING; i++)
        if (word_is_any(prose, i, "recommendation recommendations"))
            return true;
    return false;
}

/* Where PROSE asks for a decision; false when it does not. */
static bool find_ask(const Prose *prose, Span *ret)
{
    if (!prose->n_words)
        return false;
    if (asks_by_heading(prose)) {
        *ret = words_span(prose, 0, prose->n_words - 1);
        return true;
    }
    for (size_t i = 0; i + 1 < prose->n_words; i++)
        if (asks(prose, i)) {
            *ret = prose_sentence_at(prose, i)->span;
            return true;
        }
    return false;
}

void patient_impact_missing_on_document(CheckContext *context, const Rule *rule)
{
    const Prose *asking = NULL;
    Span span = {0};
    bool has_people = false;
    for (size_t i = 0; i < context->proses.len && !has_people; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->block->part)
            continue;
        if (!asking && find_ask(prose, &span))
            asking = prose;
        has_people = prose->block->kind != NODE_HEADING &&
                     words_name_people(prose, 0, prose->n_words, TRAIT_TOUCHED);
    }
    size_t min_words = (size_t)rule_option_number(rule, STR("min-words"), 100);
    if (asking && !has_people && context->readability->all.words >= min_words)
        finding_emit(context, rule, &(FindingDraft){.place = {.prose = asking, .span = span}});
}
