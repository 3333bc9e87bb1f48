#include "rule/word_list.h"

#include "base/memory.h"
#include "text/prose.h"

static uint64_t *slot_of(const WordList *list, uint64_t hash)
{
    size_t slot = (size_t)hash & (list->n_slots - 1);
    while (list->slots[slot] && list->slots[slot] != hash)
        slot = (slot + 1) & (list->n_slots - 1);
    return &list->slots[slot];
}

static void grow(WordList *list)
{
    WordList grown = {.n_slots = list->n_slots ? 2 * list->n_slots : 64, .n_words = list->n_words};
    grown.slots = mem_calloc(grown.n_slots, sizeof *grown.slots);
    for (size_t i = 0; i < list->n_slots; i++)
        if (list->slots[i])
            *slot_of(&grown, list->slots[i]) = list->slots[i];
    mem_free(list->slots);
    *list = grown;
}

bool word_list_add_hash(WordList *list, uint64_t hash)
{
    if (2 * (list->n_words + 1) > list->n_slots)
        grow(list);
    uint64_t *slot = slot_of(list, hash);
    bool is_new = !*slot;
    list->n_words += is_new;
    *slot = hash;
    return is_new;
}

void word_list_add(WordList *list, Str word)
{
    (void)word_list_add_hash(list, word_hash(word));
}

void word_list_read(WordList *list, Str lines)
{
    *list = (WordList){0};
    for (size_t start = 0; start < lines.len;) {
        size_t end = str_find(lines, STR("\n"), start);
        Str word = str_trim(str_sub(lines, start, end));
        if (word.len)
            word_list_add(list, word);
        start = end + 1;
    }
}

bool word_list_has(const WordList *list, uint64_t hash)
{
    return list->n_slots && *slot_of(list, hash) != 0;
}

void word_list_free(WordList *list)
{
    mem_free(list->slots);
    *list = (WordList){0};
}
