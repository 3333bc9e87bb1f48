/* people.balance: does the paper speak of people, or of policies and processes? */
#include "check/checks.h"

#include "rule/word_list.h"

static WordList word_list_of(StrList words)
{
    WordList list = {0};
    for (size_t i = 0; i < words.len; i++)
        word_list_add(&list, words.items[i]);
    return list;
}

typedef struct Balance {
    size_t n_sentences, n_people, n_process;
} Balance;

static void weigh_sentence(const Prose *prose, const Sentence *sentence, const WordList *people,
                           const WordList *process, Balance *balance)
{
    bool has_people = false, has_process = false;
    for (size_t i = sentence->first_word; i < sentence->end_word; i++) {
        uint64_t hash = prose->words[i].hash;
        has_people = has_people || word_list_has(people, hash);
        has_process = has_process || (!has_people && word_list_has(process, hash));
    }
    balance->n_sentences++;
    if (has_people)
        balance->n_people++;
    else if (has_process)
        balance->n_process++;
}

void balance_on_document(CheckContext *context, const Rule *rule)
{
    WordList people = word_list_of(rule_option_list(rule, STR("people")));
    WordList process = word_list_of(rule_option_list(rule, STR("process")));
    Balance balance = {0};
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->block->part || prose->block->kind != NODE_PARAGRAPH)
            continue;
        for (size_t k = 0; k < prose->n_sentences; k++) {
            const Sentence *sentence = &prose->sentences[k];
            if (sentence->end_word - sentence->first_word >= 4)
                weigh_sentence(prose, sentence, &people, &process, &balance);
        }
    }
    word_list_free(&people);
    word_list_free(&process);
    double ratio = rule_option_number(rule, STR("ratio"), 3);
    double min_share = rule_option_number(rule, STR("min-share"), 0.2);
    if (balance.n_sentences < (size_t)rule_option_number(rule, STR("min-sentences"), 20) ||
        (double)balance.n_process < min_share * (double)balance.n_sentences ||
        (double)balance.n_process < ratio * (double)balance.n_people)
        return;
    Arena *arena = context->arena;
    finding_emit(context, rule,
                 &(FindingDraft){.args = STR_LIST(arena_printf(arena, "%zu", balance.n_process),
                                                  arena_printf(arena, "%zu", balance.n_sentences),
                                                  arena_printf(arena, "%zu", balance.n_people))});
}
