/* people.balance: does the paper speak of people, or of policies and processes? */
#include "check/checks.h"

#include "check/people_words.h"
#include "check/word_traits.h"

enum { SENTENCE_WORDS_MIN = 4 };

/* Sentences of a paper, and its longest stretch of processes without people. */
typedef struct Balance {
    size_t n_sentences, n_people, n_process, n_topics;
    size_t n_run, n_run_longest;
    const Prose *run_prose, *longest_prose; /* where the present and the longest run begin */
    Span run_span, longest_span;
} Balance;

/* The traits that words of SENTENCE have; addresses speak of nothing. */
static uint32_t traits_in(const Prose *prose, const Sentence *sentence)
{
    uint32_t traits = 0;
    for (size_t i = sentence->first_word; i < sentence->end_word; i++)
        if (!(prose->words[i].shape & (WORD_IN_ADDRESS | WORD_IN_CODE)))
            traits |= prose->words[i].traits;
    return traits;
}

static void go_on_with_run(Balance *balance, const Prose *prose, const Sentence *sentence)
{
    if (!balance->n_run++) {
        balance->run_prose = prose;
        balance->run_span = sentence->span;
    }
    if (balance->n_run > balance->n_run_longest) {
        balance->n_run_longest = balance->n_run;
        balance->longest_prose = balance->run_prose;
        balance->longest_span = balance->run_span;
    }
}

static void weigh_sentence(Balance *balance, const Prose *prose, const Sentence *sentence)
{
    uint32_t traits = traits_in(prose, sentence);
    balance->n_sentences++;
    balance->n_topics += (traits & TRAIT_TOPIC) != 0;
    if ((traits & TRAIT_PEOPLE) &&
        words_name_people(prose, sentence->first_word, sentence->end_word, TRAIT_PEOPLE)) {
        balance->n_people++;
        balance->n_run = 0;
    } else if (traits & TRAIT_PROCESS) {
        balance->n_process++;
        go_on_with_run(balance, prose, sentence);
    }
}

static void weigh_paper(const CheckContext *context, Balance *balance)
{
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->block->part || prose->block->kind != NODE_PARAGRAPH ||
            restraint_keeps_block(context->restraint, i))
            continue;
        for (size_t k = 0; k < prose->n_sentences; k++)
            if (prose->sentences[k].end_word - prose->sentences[k].first_word >= SENTENCE_WORDS_MIN)
                weigh_sentence(balance, prose, &prose->sentences[k]);
    }
}

static bool is_out_of_balance(const Balance *balance, const Rule *rule)
{
    double n_process = (double)balance->n_process;
    return (double)balance->n_sentences >= rule_option_number(rule, STR("min-sentences"), 20) &&
           (double)balance->n_topics >= rule_option_number(rule, STR("min-topic-share"), 0.15) *
                                            (double)balance->n_sentences &&
           n_process >=
               rule_option_number(rule, STR("min-share"), 0.3) * (double)balance->n_sentences &&
           n_process >= rule_option_number(rule, STR("ratio"), 3) * (double)balance->n_people;
}

static Str share_text(const CheckContext *context, size_t n, size_t of)
{
    return arena_number(context->arena, (100 * n + of / 2) / of);
}

void balance_on_document(CheckContext *context, const Rule *rule)
{
    Balance balance = {0};
    weigh_paper(context, &balance);
    if (is_out_of_balance(&balance, rule))
        finding_emit(
            context, rule,
            &(FindingDraft){
                .place = {.prose = balance.longest_prose, .span = balance.longest_span},
                .args = STR_LIST(share_text(context, balance.n_people, balance.n_sentences),
                                 share_text(context, balance.n_process, balance.n_sentences))});
}
