/* jargon.passive: something is done, and no one does it. */
#include "check/checks.h"

#include "check/word_set.h"
#include "check/word_traits.h"

enum { AGENT_WORDS_MAX = 10 };

static const char obliging[] = "will must should shall not";
static const char due[] = "is are was were has have need needs ought due";

/* What the paper reports or asks for, not what is so in general or may be: "was
 * reviewed", "must be reviewed", "it is proposed"; not "is kept here", "can be seen". */
static bool is_action(const Prose *prose, size_t be)
{
    if (word_is_any(prose, be, "is are"))
        return word_is_any(prose, be - 1, "it") &&
               (word_is_any(prose, be + 2, "that to") || word_is_any(prose, be + 3, "that to"));
    if (be >= 2 && word_is_any(prose, be - 1, "to"))
        return word_is_any(prose, be - 2, due);
    if (word_is_any(prose, be - 1, "i"))
        return false;
    return !word_is_any(prose, be, "be") || word_is_any(prose, be - 1, obliging);
}

/* "made available" says how things are. */
static bool is_state(const Prose *prose, size_t participle)
{
    return word_is_any(prose, participle + 1, "available aware clear sure up source loop") ||
           (participle + 1 < prose->n_words && prose->words[participle + 1].gap == GAP_HYPHEN);
}

static bool is_condition(const Prose *prose, const Sentence *sentence)
{
    return word_is_any(prose, sentence->first_word, "if when where unless once until after before");
}

/* "by the board" later in the sentence: then someone does it. */
static bool has_agent(const Prose *prose, const Sentence *sentence, size_t participle)
{
    size_t end = sentence->end_word;
    if (end > participle + AGENT_WORDS_MAX)
        end = participle + AGENT_WORDS_MAX;
    for (size_t i = participle + 1; i < end; i++)
        if (word_is_any(prose, i, "by"))
            return true;
    return false;
}

static bool is_between(const Prose *prose, size_t index)
{
    return word_is_any(prose, index, "not also now then still already being since yet never") ||
           str_ends_with(word_text(prose, &prose->words[index]), STR("ly"));
}

/* The participle of the passive that begins with the form of "be" at word BE; 0 when
 * there is none. */
static size_t participle_after(const Prose *prose, const Sentence *sentence, size_t be)
{
    for (size_t i = be + 1; i < sentence->end_word && i <= be + 3; i++) {
        if (prose->words[i].gap != GAP_SPACE)
            return 0;
        if (prose->words[i].traits & TRAIT_PARTICIPLE)
            return i;
        if (!is_between(prose, i))
            return 0;
    }
    return 0;
}

static void check_sentence(CheckContext *context, const Rule *rule, const Prose *prose,
                           const Sentence *sentence)
{
    if (is_condition(prose, sentence))
        return;
    for (size_t i = sentence->first_word + 1; i + 1 < sentence->end_word; i++) {
        if (!word_has_trait(prose, i, TRAIT_FORM_OF_BE))
            continue;
        size_t participle = participle_after(prose, sentence, i);
        if (!participle || !is_action(prose, i))
            continue;
        if (has_agent(prose, sentence, participle) || is_state(prose, participle) ||
            words_are_quoted(prose, i, participle)) {
            i = participle;
            continue;
        }
        Span span = words_span(prose, i, participle);
        Str text = span_of(span, prose->text);
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = prose, .span = span},
                                     .args = STR_LIST(text),
                                     .yields = true});
        return;
    }
}

void passive_on_document(CheckContext *context, const Rule *rule)
{
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->block->kind != NODE_PARAGRAPH || restraint_keeps_block(context->restraint, i) ||
            !scope_matches(&rule->scope, prose_scope(context, prose)))
            continue;
        for (size_t k = 0; k < prose->n_sentences; k++)
            check_sentence(context, rule, prose, &prose->sentences[k]);
    }
}
