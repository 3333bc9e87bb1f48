/* jargon.double-negative: "not uncommon", "not without", "no fewer than". */
#include "check/checks.h"

#include "check/word_set.h"
#include "check/word_traits.h"

static const char adverbs[] = "at all entirely wholly completely particularly altogether so very "
                              "usually generally always necessarily really that an a";

/* "not", "never", "isn't" */
static bool is_negative(const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index];
    if (word->shape & WORD_HAS_APOSTROPHE) {
        Str text = word_text(prose, word);
        return str_ends_with(text, STR("n't")) || str_ends_with(text, STR("n’t"));
    }
    return word->traits & TRAIT_NEGATIVE;
}

/* The word to say instead of word INDEX, from the rule's `words` ("uncommon=common"). */
static Str opposite_of(const Rule *rule, const Prose *prose, size_t index)
{
    if (!word_has_trait(prose, index, TRAIT_OPPOSED))
        return (Str){0};
    StrList pairs = rule_option_list(rule, STR("words"));
    Str word = word_text(prose, &prose->words[index]);
    for (size_t i = 0; i < pairs.len; i++) {
        size_t mark = str_find(pairs.items[i], STR("="), 0);
        if (mark < pairs.items[i].len && str_eq_nocase(str_sub(pairs.items[i], 0, mark), word))
            return str_sub(pairs.items[i], mark + 1, pairs.items[i].len);
    }
    return (Str){0};
}

/* The second negative after the one at word FIRST; 0 when none follows at once. */
static size_t second_negative(const Rule *rule, const Prose *prose, size_t first, Str *ret_opposite)
{
    for (size_t i = first + 1; i < prose->n_words && i <= first + 3; i++) {
        if (prose->words[i].gap != GAP_SPACE)
            return 0;
        *ret_opposite = opposite_of(rule, prose, i);
        if (ret_opposite->len)
            return i;
        if (!word_is_any(prose, i, adverbs))
            return 0;
    }
    return 0;
}

/* "if not impossible", "whether or not unlikely": the first belongs elsewhere. */
static bool is_aside(const Prose *prose, size_t first)
{
    return first && word_is_any(prose, first - 1, "if or but and though although why whether");
}

void double_negative_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    if (restraint_keeps_block(context->restraint, (size_t)(prose - context->proses.items)) ||
        !scope_matches(&rule->scope, prose_scope(context, prose)))
        return;
    for (size_t i = 0; i + 1 < prose->n_words; i++) {
        if (!is_negative(prose, i))
            continue;
        Str opposite;
        size_t last = second_negative(rule, prose, i, &opposite);
        if (!last || is_aside(prose, i) || words_are_quoted(prose, i, last))
            continue;
        Span span = words_span(prose, i, last);
        Str text = span_of(span, prose->text);
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = prose, .span = span},
                                     .args = STR_LIST(opposite, text),
                                     .suggestions = STR_LIST(opposite),
                                     .fold_key = text});
        i = last;
    }
}
