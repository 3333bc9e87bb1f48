/* The drafts of a gathering, found by what they are of. */
#include "check/acronym_gather.h"

#include "base/hash.h"
#include "check/acronym_shapes.h"

#include <stdlib.h>

static void place_draft(Gathering *gathering, size_t index)
{
    size_t mask = gathering->n_slots - 1;
    size_t slot = (size_t)hash_bytes(gathering->drafts.items[index].folded) & mask;
    while (gathering->slots[slot])
        slot = (slot + 1) & mask;
    gathering->slots[slot] = index + 1;
}

static void grow_slots(Gathering *gathering)
{
    mem_free(gathering->slots);
    gathering->n_slots = gathering->n_slots ? gathering->n_slots * 2 : 64;
    gathering->slots = mem_calloc(gathering->n_slots, sizeof *gathering->slots);
    for (size_t i = 0; i < gathering->drafts.len; i++)
        place_draft(gathering, i);
}

Draft *draft_find(const Gathering *gathering, Str folded)
{
    if (!gathering->n_slots)
        return NULL;
    size_t mask = gathering->n_slots - 1;
    for (size_t slot = (size_t)hash_bytes(folded) & mask; gathering->slots[slot];
         slot = (slot + 1) & mask) {
        Draft *draft = &gathering->drafts.items[gathering->slots[slot] - 1];
        if (str_eq(draft->folded, folded))
            return draft;
    }
    return NULL;
}

Draft *draft_of(Gathering *gathering, Str folded)
{
    Draft *draft = draft_find(gathering, folded);
    if (draft)
        return draft;
    array_push(&gathering->drafts, (Draft){.folded = folded});
    if (gathering->drafts.len * 2 >= gathering->n_slots)
        grow_slots(gathering);
    else
        place_draft(gathering, gathering->drafts.len - 1);
    return array_last(&gathering->drafts);
}

static bool is_mark(char c)
{
    return c == '.' || c == '-';
}

bool same_letters(Str a, Str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.len && is_mark(a.data[i]))
            i++;
        while (k < b.len && is_mark(b.data[k]))
            k++;
        if (i == a.len || k == b.len)
            return i == a.len && k == b.len;
        if (ascii_lower(a.data[i++]) != ascii_lower(b.data[k++]))
            return false;
    }
}

/* A draft by the hash of its letters, whatever their case and dots. */
typedef struct LetterKey {
    uint64_t hash;
    size_t draft;
} LetterKey;

static int compare_keys(const void *left, const void *right)
{
    const LetterKey *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->draft > b->draft) - (a->draft < b->draft);
}

static uint64_t hash_of_letters(Str folded)
{
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < folded.len; i++)
        if (folded.data[i] != '.')
            hash = hash_byte(hash, (unsigned char)ascii_lower(folded.data[i]));
    return hash;
}

void share_definitions(Gathering *gathering)
{
    ARRAY(LetterKey) keys = {0};
    bool has_variants = false;
    WordFilter variants = {0}; /* of two drafts of the same letters one is not capitals alone */
    for (size_t i = 0; i < gathering->drafts.len; i++) {
        Str folded = gathering->drafts.items[i].folded;
        size_t n_capitals = count_capitals(folded);
        if (n_capitals < 2 || n_capitals == folded.len)
            continue;
        has_variants = true;
        word_filter_add(&variants, hash_of_letters(folded));
    }
    for (size_t i = 0; i < gathering->drafts.len && has_variants; i++) {
        Str folded = gathering->drafts.items[i].folded;
        uint64_t hash = hash_of_letters(folded);
        if (word_filter_has(&variants, hash) && count_capitals(folded) >= 2)
            array_push(&keys, (LetterKey){hash, i});
    }
    if (keys.len)
        qsort(keys.items, keys.len, sizeof *keys.items, compare_keys);
    for (size_t i = 0; i + 1 < keys.len; i++) {
        Draft *a = &gathering->drafts.items[keys.items[i].draft];
        Draft *b = &gathering->drafts.items[keys.items[i + 1].draft];
        if (keys.items[i].hash != keys.items[i + 1].hash || !same_letters(a->folded, b->folded))
            continue;
        if (a->definitions.len && !b->definitions.len)
            array_push(&b->definitions, a->definitions.items[0]);
        else if (b->definitions.len && !a->definitions.len)
            array_push(&a->definitions, b->definitions.items[0]);
    }
    array_free(&keys);
}
