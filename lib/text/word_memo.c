#include "text/word_memo.h"

#include "base/memory.h"

enum { SLOTS_MIN = 4096, VALUE_BITS = 8 };

static uint64_t *find_slot(const WordMemo *memo, uint64_t key)
{
    size_t slot = (size_t)(key >> VALUE_BITS) & (memo->n_slots - 1);
    while (memo->slots[slot] && (memo->slots[slot] ^ key) > UINT8_MAX)
        slot = (slot + 1) & (memo->n_slots - 1);
    return &memo->slots[slot];
}

bool word_memo_get(const WordMemo *memo, uint64_t hash, uint8_t *ret)
{
    const uint64_t *slot = memo->n_slots ? find_slot(memo, hash << VALUE_BITS) : NULL;
    if (!slot || !*slot)
        return false;
    *ret = (uint8_t)(*slot & UINT8_MAX);
    return true;
}

static void grow(WordMemo *memo)
{
    WordMemo grown = {.n_slots = memo->n_slots ? 2 * memo->n_slots : SLOTS_MIN,
                      .n_used = memo->n_used};
    grown.slots = mem_calloc(grown.n_slots, sizeof *grown.slots);
    for (size_t i = 0; i < memo->n_slots; i++)
        if (memo->slots[i])
            *find_slot(&grown, memo->slots[i] & ~(uint64_t)UINT8_MAX) = memo->slots[i];
    mem_free(memo->slots);
    *memo = grown;
}

void word_memo_put(WordMemo *memo, uint64_t hash, uint8_t value)
{
    if (2 * (memo->n_used + 1) > memo->n_slots)
        grow(memo);
    *find_slot(memo, hash << VALUE_BITS) = (hash << VALUE_BITS) | value;
    memo->n_used++;
}

void word_memo_free(WordMemo *memo)
{
    mem_free(memo->slots);
    *memo = (WordMemo){0};
}
