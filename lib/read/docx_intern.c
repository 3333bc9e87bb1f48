#include "read/docx_intern.h"

#include "base/hash.h"
#include "base/memory.h"

struct InternSlot {
    uint64_t hash;
    Str value; /* NULL data: free */
};

static InternSlot *slot_for(InternSlot *slots, size_t n_slots, uint64_t hash, Str value)
{
    size_t at = (size_t)hash & (n_slots - 1);
    while (slots[at].value.data && (slots[at].hash != hash || !str_eq(slots[at].value, value)))
        at = (at + 1) & (n_slots - 1);
    return &slots[at];
}

static void intern_grow(Intern *intern)
{
    size_t n_slots = intern->n_slots ? intern->n_slots * 2 : 64;
    InternSlot *slots = mem_calloc(n_slots, sizeof *slots);
    for (size_t i = 0; i < intern->n_slots; i++)
        if (intern->slots[i].value.data)
            *slot_for(slots, n_slots, intern->slots[i].hash, intern->slots[i].value) =
                intern->slots[i];
    mem_free(intern->slots);
    intern->slots = slots;
    intern->n_slots = n_slots;
}

Str intern_str(Intern *intern, Str text)
{
    if (!text.len)
        return (Str){0};
    if (intern->n_values * 2 >= intern->n_slots)
        intern_grow(intern);
    uint64_t hash = hash_bytes(text);
    InternSlot *slot = slot_for(intern->slots, intern->n_slots, hash, text);
    if (!slot->value.data) {
        *slot = (InternSlot){hash, arena_str(intern->arena, text)};
        intern->n_values++;
    }
    return slot->value;
}

const void *intern_value(Intern *intern, const void *value, size_t size_bytes)
{
    return intern_str(intern, (Str){value, size_bytes}).data;
}

void intern_free(Intern *intern)
{
    mem_free(intern->slots);
    intern->slots = NULL;
    intern->n_slots = intern->n_values = 0;
}
