/* jargon.noun-string: four nouns or more in a row, which only insiders can take apart. */
#include "check/checks.h"

#include "check/word_set.h"
#include "check/word_traits.h"

/* Can word INDEX stand in a string of nouns? Names do not count. */
static bool is_string_noun(const Prose *prose, size_t index, bool opens)
{
    const Word *word = &prose->words[index];
    if (!(word->traits & TRAIT_NOUN))
        return false;
    const unsigned not_plain = WORD_IN_CODE | WORD_IN_ADDRESS | WORD_IN_QUOTE | WORD_HAS_DIGIT;
    bool is_prefix = index + 1 < prose->n_words && prose->words[index + 1].gap == GAP_HYPHEN &&
                     word_is_any(prose, index, "post self cross level end");
    if ((word->shape & not_plain) || is_prefix)
        return false;
    bool is_capital = word->shape & WORD_FIRST_UPPER;
    return !is_capital || opens || prose->is_shouted;
}

/* "third party …", "high level …", "end of year …": that noun belongs to the word before. */
static bool is_bound_to_word_before(const Prose *prose, size_t index)
{
    return (word_is_any(prose, index, "party person") &&
            word_is_any(prose, index - 1, "first second third")) ||
           (word_is_any(prose, index, "level") && word_is_any(prose, index - 1, "high low top")) ||
           (word_is_any(prose, index, "year") && word_is_any(prose, index - 1, "of mid full new"));
}

/* "user experience design lead": a job, which is called as it is called. */
static bool is_job(const Prose *prose, size_t last)
{
    return word_is_any(prose, last,
                       "lead leads manager managers officer officers director "
                       "directors nurse nurses coordinator coordinators");
}

static bool is_plural(const Prose *prose, size_t index)
{
    Str word = word_text(prose, &prose->words[index]);
    return (str_ends_with(word, STR("s")) && !str_ends_with(word, STR("ss")) &&
            !str_ends_with(word, STR("sis"))) ||
           word_is_any(prose, index, "staff people children women police data");
}

static bool is_joined(const Word *word)
{
    return word->gap == GAP_SPACE || word->gap == GAP_HYPHEN;
}

/* The end of the string of nouns that begins with word FIRST. A plural in it before
 * a word that may be a verb is its subject, and *RET_NEXT behind that verb: "teams
 * review …". */
static size_t string_end(const Prose *prose, size_t first, bool opens, size_t *ret_next)
{
    size_t end = first;
    while (end < prose->n_words && (end == first || is_joined(&prose->words[end])) &&
           is_string_noun(prose, end, opens && end == first)) {
        if (end > first && is_plural(prose, end - 1) &&
            word_has_trait(prose, end, TRAIT_ALSO_VERB)) {
            *ret_next = end + 1;
            return end;
        }
        end++;
    }
    *ret_next = end;
    return end;
}

/* A hyphened pair counts as one: "person-level". */
static size_t count_nouns(const Prose *prose, size_t first, size_t end)
{
    size_t n = 1;
    for (size_t i = first + 1; i < end; i++)
        n += prose->words[i].gap != GAP_HYPHEN;
    return n;
}

/* "Report safety incident trends": what opens a sentence may be an order. */
static bool is_order(const Prose *prose, size_t first, size_t end, bool opens, size_t min)
{
    return opens && word_has_trait(prose, first, TRAIT_ALSO_VERB) &&
           prose->block->kind != NODE_HEADING && count_nouns(prose, first, end) == min;
}

static void emit_string(CheckContext *context, const Rule *rule, const Prose *prose, size_t first,
                        size_t end)
{
    Span span = words_span(prose, first, end - 1);
    Str text = span_of(span, prose->text);
    finding_emit(
        context, rule,
        &(FindingDraft){
            .place = {.prose = prose, .span = span},
            .args = STR_LIST(arena_number(context->arena, count_nouns(prose, first, end)), text),
            .fold_key = text});
}

void noun_string_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    size_t min = (size_t)rule_option_number(rule, STR("min"), 4);
    if (!min ||
        restraint_keeps_block(context->restraint, (size_t)(prose - context->proses.items)) ||
        !scope_matches(&rule->scope, prose_scope(context, prose)))
        return;
    size_t opening = 0; /* index of the sentence that the walk is in */
    for (size_t i = 0; i + min <= prose->n_words;) {
        if (!(prose->words[i + min - 1].traits & TRAIT_NOUN)) {
            i += min; /* no string begins here and is long enough */
            continue;
        }
        while (opening + 1 < prose->n_sentences && prose->sentences[opening + 1].first_word <= i)
            opening++;
        bool opens = !i || (prose->n_sentences && prose->sentences[opening].first_word == i);
        if (!is_string_noun(prose, i, opens)) {
            i++;
            continue;
        }
        size_t next, end = string_end(prose, i, opens, &next);
        bool is_verb = i && word_has_trait(prose, i - 1, TRAIT_BEFORE_VERB) &&
                       word_has_trait(prose, i, TRAIT_ALSO_VERB);
        if (is_verb || (i && is_bound_to_word_before(prose, i)))
            i++;
        if (end > i && count_nouns(prose, i, end) >= min && !is_order(prose, i, end, opens, min) &&
            !is_job(prose, end - 1) && !words_are_mentioned(prose, i, end - 1) &&
            !words_are_explained(prose, i, end - 1))
            emit_string(context, rule, prose, i, end);
        i = next > i ? next : i + 1;
    }
}
