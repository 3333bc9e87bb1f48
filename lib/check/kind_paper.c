/* The kinds of the shared vocabulary that look at a paper as a whole, or compare
 * a whole block: consistency, conditional, capitalization, metric, readability.
 * Meaning as in Vale 3.15.1. */
#include "check/checks.h"
#include "check/pieces.h"

#include "base/utf8.h"
#include "rule/formula.h"

#include <math.h>

/* The side of `either` that the last match took: its capture group, from 1. */
static size_t matched_group(const Matcher *matcher, size_t n_groups)
{
    for (size_t group = 1; group <= n_groups; group++)
        if (matcher_group(matcher, group).start != SIZE_MAX)
            return group;
    return 0;
}

void consistency_on_document(CheckContext *context, const Rule *rule)
{
    size_t n_sides = 2 * rule->as.consistency.n_pairs;
    bool *was_seen = mem_calloc(n_sides + 1, sizeof *was_seen);
    for (size_t i = 0; i < context->proses.len; i++) {
        PieceIter pieces = pieces_of_prose(context, rule, &context->proses.items[i]);
        Piece piece;
        while (piece_next(&pieces, &piece)) {
            size_t from = 0;
            Span span;
            while (piece_match(context, rule, rule->as.consistency.either, &piece, &from, &span)) {
                size_t side = matched_group(context->checker->matcher, n_sides);
                if (!side)
                    continue;
                was_seen[side] = true;
                size_t other = side % 2 ? side + 1 : side - 1;
                if (!was_seen[other])
                    continue;
                Str observed = span_of(span, piece.text);
                finding_emit(context, rule,
                             &(FindingDraft){.place = piece_place(&piece, span),
                                             .args = STR_LIST(observed),
                                             .fold_key = observed});
            }
        }
    }
    mem_free(was_seen);
}

typedef ARRAY(Str) StrArray;

static bool array_has(const StrArray *array, Str s)
{
    for (size_t i = 0; i < array->len; i++)
        if (str_eq(array->items[i], s))
            return true;
    return false;
}

/* Adds what `second` captures in PIECE; without a group, says whether it is there. */
static bool collect_second(CheckContext *context, const Rule *rule, const Piece *piece,
                           StrArray *found)
{
    const Pattern *second = rule->as.conditional.second;
    bool has_group = pattern_n_groups(second) > 0;
    size_t from = 0;
    Matcher *matcher = context->checker->matcher;
    while (pattern_match(second, matcher, piece->text, from) == MATCH_FOUND) {
        Span whole = matcher_group(matcher, 0), group = matcher_group(matcher, 1);
        if (!has_group)
            return true;
        if (group.start != SIZE_MAX)
            array_push(found, span_of(group, piece->text));
        from = whole.end > from ? whole.end : from + 1;
    }
    return false;
}

void conditional_on_document(CheckContext *context, const Rule *rule)
{
    StrArray found = {0};
    for (size_t i = 0; i < context->proses.len; i++) {
        PieceIter pieces = pieces_of_prose(context, rule, &context->proses.items[i]);
        Piece piece;
        while (piece_next(&pieces, &piece)) {
            bool is_satisfied = collect_second(context, rule, &piece, &found);
            size_t from = 0;
            Span span;
            while (!is_satisfied &&
                   piece_match(context, rule, rule->as.conditional.first, &piece, &from, &span)) {
                Str observed = span_of(span, piece.text);
                if (array_has(&found, observed))
                    continue;
                finding_emit(context, rule,
                             &(FindingDraft){.place = piece_place(&piece, span),
                                             .args = STR_LIST(observed),
                                             .fold_key = observed});
            }
        }
    }
    array_free(&found);
}

static bool is_minor_word(Str word, CapitalisationStyle style)
{
    static const char *const minor[] = {"a",  "an",  "and", "as", "at",  "but", "by", "for",
                                        "if", "in",  "nor", "of", "off", "on",  "or", "per",
                                        "so", "the", "to",  "up", "via", "vs",  "yet"};
    static const char *const chicago[] = {
        "about", "above", "after",   "along", "among", "around", "before", "between", "from",
        "into",  "over",  "through", "under", "upon",  "with",   "within", "without"};
    for (size_t i = 0; i < sizeof minor / sizeof minor[0]; i++)
        if (str_eq_nocase(word, str_of(minor[i])))
            return true;
    for (size_t i = 0; style == TITLE_CHICAGO && i < sizeof chicago / sizeof chicago[0]; i++)
        if (str_eq_nocase(word, str_of(chicago[i])))
            return true;
    return false;
}

static bool ends_with_indicator(const Rule *rule, const Prose *prose, size_t word_index)
{
    StrList indicators = rule->as.capitalisation.indicators;
    size_t end = prose->words[word_index].start;
    Str before = str_trim(str_sub(prose->text, 0, end));
    for (size_t i = 0; i < indicators.len; i++)
        if (str_ends_with(before, indicators.items[i]))
            return true;
    return false;
}

static bool is_excepted_word(CheckContext *context, const Rule *rule, Str word)
{
    return rule->exception &&
           pattern_match(rule->exception, context->checker->matcher, word, 0) == MATCH_FOUND;
}

/* Does word INDEX stand as a title or a sentence wants it? */
static bool conforms(CheckContext *context, const Rule *rule, const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index];
    Str text = word_text(prose, word);
    bool is_upper = word->shape & WORD_FIRST_UPPER;
    bool is_first = index == 0 || ends_with_indicator(rule, prose, index);
    if (!(word->shape & WORD_HAS_LETTER) || is_excepted_word(context, rule, text))
        return true;
    if ((word->shape & WORD_ALL_UPPER) && word->len > 1)
        return true;
    if (rule->as.capitalisation.match == CAPITALISE_SENTENCE)
        return is_first ? is_upper : !is_upper || str_eq(text, STR("I"));
    bool is_last = index + 1 == prose->n_words;
    if (!is_first && !is_last &&
        is_minor_word(text, (CapitalisationStyle)rule->as.capitalisation.style))
        return true;
    return is_upper;
}

static bool all_in_case(Str text, bool wants_upper)
{
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        i += utf8_decode(text, i, &c);
        if (wants_upper ? utf8_is_lower(c) : utf8_is_upper(c))
            return false;
    }
    return true;
}

static bool block_conforms(CheckContext *context, const Rule *rule, const Prose *prose)
{
    switch ((CapitalisationMatch)rule->as.capitalisation.match) {
    case CAPITALISE_LOWER:
        return all_in_case(prose->text, false);
    case CAPITALISE_UPPER:
        return all_in_case(prose->text, true);
    case CAPITALISE_PATTERN:
        return pattern_match(rule->as.capitalisation.pattern, context->checker->matcher,
                             prose->text, 0) == MATCH_FOUND;
    default:
        break;
    }
    size_t n = 0;
    for (size_t i = 0; i < prose->n_words; i++)
        n += conforms(context, rule, prose, i);
    return prose->n_words == 0 ||
           (double)n / (double)prose->n_words >= rule->as.capitalisation.threshold;
}

void capitalization_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    if (!scope_matches(&rule->scope, prose_scope(context, prose)))
        return;
    if (str_is_blank(prose->text) || block_conforms(context, rule, prose))
        return;
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.prose = prose, .span = {0, prose->text.len}},
                                 .args = STR_LIST(prose->text)});
}

static void fill_variables(const Readability *r, double *values)
{
    const TextCounts *n = &r->all;
    values[VARIABLE_PRE] = (double)r->n_code_blocks;
    values[VARIABLE_LIST] = (double)r->n_list_items;
    values[VARIABLE_BLOCKQUOTE] = (double)r->n_block_quotes;
    for (size_t i = 0; i < 6; i++)
        values[VARIABLE_HEADING_H1 + i] = (double)r->n_headings[i];
    values[VARIABLE_COMPLEX_WORDS] = (double)n->complex_words;
    values[VARIABLE_LONG_WORDS] = (double)n->long_words;
    values[VARIABLE_PARAGRAPHS] = (double)n->paragraphs;
    values[VARIABLE_SENTENCES] = (double)n->sentences;
    values[VARIABLE_CHARACTERS] = (double)n->letters;
    values[VARIABLE_WORDS] = (double)n->words;
    values[VARIABLE_POLYSYLLABIC_WORDS] = (double)n->polysyllables;
    values[VARIABLE_SYLLABLES] = (double)n->syllables;
}

static void emit_value(CheckContext *context, const Rule *rule, double value)
{
    Str text = arena_printf(context->arena, "%.2f", value);
    finding_emit(context, rule, &(FindingDraft){.args = STR_LIST(text)});
}

void metric_on_document(CheckContext *context, const Rule *rule)
{
    double values[VARIABLE_COUNT] = {0};
    fill_variables(context->readability, values);
    double value = formula_value(rule->as.metric.formula, values);
    if (isfinite(value) && formula_compare(value, (FormulaComparison)rule->as.metric.comparison,
                                           rule->as.metric.limit))
        emit_value(context, rule, value);
}

void readability_on_document(CheckContext *context, const Rule *rule)
{
    const Readability *r = context->readability;
    if (!r->has_scores)
        return;
    const struct {
        unsigned metric;
        double score;
    } scores[] = {
        {METRIC_GUNNING_FOG, r->gunning_fog},
        {METRIC_COLEMAN_LIAU, r->coleman_liau},
        {METRIC_FLESCH_KINCAID, r->flesch_kincaid_grade},
        {METRIC_SMOG, r->smog},
        {METRIC_AUTOMATED_READABILITY, r->automated_readability},
    };
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < sizeof scores / sizeof scores[0]; i++) {
        if (!(rule->as.readability.metrics & scores[i].metric))
            continue;
        sum += scores[i].score;
        n++;
    }
    if (n && sum / (double)n > rule->as.readability.grade)
        emit_value(context, rule, sum / (double)n);
}
