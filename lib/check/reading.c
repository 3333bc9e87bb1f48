/* reading.*: long sentences, long paragraphs, reading age. */
#include "check/checks.h"

#include "text/readability.h"

static Str number_text(Arena *arena, double value)
{
    return arena_printf(arena, "%.0f", value);
}

static Severity milder(Severity severity)
{
    return severity > SEVERITY_SUGGESTION ? severity - 1 : severity;
}

void sentence_long_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    size_t warn = (size_t)rule_option_number(rule, STR("max"), 25);
    size_t advise = (size_t)rule_option_number(rule, STR("advise"), 0);
    size_t limit = advise && advise < warn ? advise : warn;
    if (prose->block->kind == NODE_HEADING || prose->block->kind == NODE_CAPTION)
        return;
    for (size_t i = 0; i < prose->n_sentences; i++) {
        const Sentence *sentence = &prose->sentences[i];
        if (sentence->end_word - sentence->first_word <= limit)
            continue;
        size_t n = words_spoken(prose, sentence->first_word, sentence->end_word);
        if (n <= limit)
            continue;
        Str count = number_text(context->arena, (double)n);
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = prose, .span = sentence->span},
                                     .args = STR_LIST(count),
                                     .has_severity = n <= warn,
                                     .severity = milder(rule->severity)});
    }
}

void paragraph_long_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    if (!is_running_text(prose->block))
        return;
    size_t max_words = (size_t)rule_option_number(rule, STR("words"), 80);
    size_t max_sentences = (size_t)rule_option_number(rule, STR("sentences"), 3);
    size_t n_words = words_spoken(prose, 0, prose->n_words);
    if (n_words <= max_words && prose->n_sentences <= max_sentences)
        return;
    Span span = words_span(prose, 0, prose->n_words - 1);
    Str sentences = number_text(context->arena, (double)prose->n_sentences);
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.prose = prose, .span = span},
                        .args = STR_LIST(sentences, number_text(context->arena, (double)n_words))});
}

void reading_age_on_document(CheckContext *context, const Rule *rule)
{
    const Readability *readability = context->readability;
    size_t min_words = (size_t)rule_option_number(rule, STR("min-words"), 100);
    double warn = rule_option_number(rule, STR("max"), 17);
    double advise = rule_option_number(rule, STR("advise"), 14);
    if (!readability->has_scores || readability->prose.words < min_words)
        return;
    double age = readability->reading_age;
    if (age <= advise && age <= warn)
        return;
    Arena *arena = context->arena;
    double per_sentence = (double)readability->prose.words / (double)readability->prose.sentences;
    double long_share =
        100.0 * (double)readability->prose.polysyllables / (double)readability->prose.words;
    finding_emit(
        context, rule,
        &(FindingDraft){.args = STR_LIST(number_text(arena, age), number_text(arena, per_sentence),
                                         number_text(arena, long_share)),
                        .has_severity = age <= warn,
                        .severity = milder(rule->severity)});
}
