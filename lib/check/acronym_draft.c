/* The drafts of a gathering, found by what they are of. */
#include "check/acronym_gather.h"

#include "base/hash.h"

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
