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

static size_t count_lines(Str lines)
{
    size_t n = 1;
    for (size_t i = 0; i < lines.len; i++)
        n += lines.data[i] == '\n';
    return n;
}

void word_list_read(WordList *list, Str lines)
{
    *list = (WordList){ .n_slots = 16 };
    while (list->n_slots < 2 * count_lines(lines))
        list->n_slots *= 2;
    list->slots = mem_calloc(list->n_slots, sizeof *list->slots);
    for (size_t start = 0; start < lines.len;) {
        size_t end = str_find(lines, STR("\n"), start);
        Str word = str_trim(str_sub(lines, start, end));
        if (word.len) {
            *slot_of(list, word_hash(word)) = word_hash(word);
            list->n_words++;
        }
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
    *list = (WordList){ 0 };
}
