/* jargon.passive: something is done, and no one does it. */
#include "check/checks.h"

#include "check/word_set.h"
#include "rule/word_list.h"

enum { AGENT_WORDS_MAX = 10 };

static const char forms_of_be[] = "is are was were be been being";

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
static size_t participle_after(const Prose *prose, const WordList *participles,
                               const Sentence *sentence, size_t be)
{
    for (size_t i = be + 1; i < sentence->end_word && i <= be + 3; i++) {
        if (prose->words[i].gap != GAP_SPACE)
            return 0;
        if (word_list_has(participles, prose->words[i].hash))
            return i;
        if (!is_between(prose, i))
            return 0;
    }
    return 0;
}

static void check_sentence(CheckContext *context, const Rule *rule, const Prose *prose,
                           const Sentence *sentence, const WordList *participles)
{
    for (size_t i = sentence->first_word + 1; i + 1 < sentence->end_word; i++) {
        if (prose->words[i].len > 5 || !word_is_any(prose, i, forms_of_be))
            continue;
        size_t participle = participle_after(prose, participles, sentence, i);
        if (!participle)
            continue;
        if (has_agent(prose, sentence, participle) || words_are_quoted(prose, i, participle)) {
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

static WordList participles_of(const Rule *rule)
{
    WordList list = {0};
    StrList words = rule_option_list(rule, STR("participles"));
    for (size_t i = 0; i < words.len; i++)
        word_list_add(&list, words.items[i]);
    return list;
}

void passive_on_document(CheckContext *context, const Rule *rule)
{
    WordList participles = participles_of(rule);
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->block->kind != NODE_PARAGRAPH || restraint_keeps_block(context->restraint, i) ||
            !scope_matches(&rule->scope, scope_of(context->document, prose->block)))
            continue;
        for (size_t k = 0; k < prose->n_sentences; k++)
            check_sentence(context, rule, prose, &prose->sentences[k], &participles);
    }
    word_list_free(&participles);
}
