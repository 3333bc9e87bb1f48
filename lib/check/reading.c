/* reading.*: long sentences, long paragraphs, reading age. */
#include "check/checks.h"

#include "text/english.h"
#include "text/readability.h"

#include <math.h>

static Str number_text(Arena *arena, double value)
{
    return arena_printf(arena, "%.0f", value);
}

static Severity milder(Severity severity)
{
    return severity > SEVERITY_SUGGESTION ? severity - 1 : severity;
}

/* Where SENTENCE begins to speak: past "4.2.1", "(iii)" and the like. */
static size_t first_said(const Prose *prose, const Sentence *sentence)
{
    const Word *words = prose->words;
    size_t first = sentence->first_word, at = first;
    bool has_letters = false;
    do
        has_letters |= (words[at].shape & WORD_HAS_LETTER) != 0;
    while (++at < sentence->end_word && words[at].gap == GAP_DOT);
    if (at == sentence->end_word || at - first > 6)
        return first;
    bool is_item = at == first + 1 && words[first].len <= 4 &&
                   prose->text.data[word_span(&words[first]).end] == ')';
    bool is_clause = first == 0 && !has_letters && (words[at].shape & WORD_FIRST_UPPER);
    return is_item || is_clause ? at : first;
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
        size_t n = words_spoken(prose, first_said(prose, sentence), sentence->end_word);
        if (n <= limit || !words_are_english(prose, sentence->first_word, sentence->end_word))
            continue;
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = prose, .span = sentence->span},
                                     .args = STR_LIST(arena_number(context->arena, n)),
                                     .has_severity = n <= warn,
                                     .severity = milder(rule->severity)});
    }
}

static Str count_text(Arena *arena, size_t n, const char *what)
{
    return arena_printf(arena, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

/* Lines of names, addresses and the like end without a stop. */
static size_t count_closed(const Prose *prose)
{
    size_t n = 0;
    for (size_t i = 0; i < prose->n_sentences; i++)
        n += prose->sentences[i].is_closed;
    return n;
}

void paragraph_long_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    if (!is_running_text(prose->block))
        return;
    size_t max_words = (size_t)rule_option_number(rule, STR("words"), 80);
    size_t max_sentences = (size_t)rule_option_number(rule, STR("sentences"), 3);
    size_t n_words = words_spoken(prose, 0, prose->n_words), n_closed = count_closed(prose);
    bool is_lines = prose->n_sentences > 2 && 2 * n_closed < prose->n_sentences;
    size_t n_sentences = n_closed + (n_closed < prose->n_sentences);
    if ((n_words <= max_words && n_sentences <= max_sentences) || is_lines ||
        !words_are_english(prose, 0, prose->n_words))
        return;
    Arena *arena = context->arena;
    Span span = words_span(prose, 0, prose->n_words - 1);
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.prose = prose, .span = span},
                                 .args = STR_LIST(count_text(arena, n_sentences, "sentence"),
                                                  count_text(arena, n_words, "word"))});
}

void reading_age_on_document(CheckContext *context, const Rule *rule)
{
    const Readability *readability = context->readability;
    size_t min_words = (size_t)rule_option_number(rule, STR("min-words"), 100);
    double warn = rule_option_number(rule, STR("max"), 17);
    double advise = rule_option_number(rule, STR("advise"), 14);
    if (!readability->has_scores || readability->prose.words < min_words)
        return;
    double age = round(readability->reading_age);
    double per_sentence = (double)readability->prose.words / (double)readability->prose.sentences;
    /* Lines of two or three words each are labels, of which the formula knows nothing. */
    if ((age <= advise && age <= warn) ||
        per_sentence < rule_option_number(rule, STR("min-sentence"), 8))
        return;
    Arena *arena = context->arena;
    double long_share =
        100.0 * (double)readability->prose.polysyllables / (double)readability->prose.words;
    finding_emit(
        context, rule,
        &(FindingDraft){.args = STR_LIST(number_text(arena, age), number_text(arena, advise),
                                         number_text(arena, per_sentence),
                                         number_text(arena, long_share)),
                        .has_severity = age <= warn,
                        .severity = milder(rule->severity)});
}
