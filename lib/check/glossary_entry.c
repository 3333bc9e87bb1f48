/* What reports ask of an entry. */
#include "check/glossary.h"

const GlossaryUse *glossary_use_in(const GlossaryEntry *entry, size_t paper)
{
    for (size_t i = 0; i < entry->n_papers; i++)
        if (entry->uses[i].paper == paper)
            return &entry->uses[i];
    return NULL;
}

size_t glossary_count_unexplained(const GlossaryEntry *entry)
{
    size_t n = 0;
    for (size_t i = 0; i < entry->n_papers; i++)
        n += !entry->uses[i].is_explained;
    return n;
}

Str glossary_long_form(const GlossaryEntry *entry)
{
    size_t n = 0;
    for (size_t i = 0; i < entry->n_meanings; i++)
        n += glossary_is_first(entry, i);
    return n == 1 ? entry->meanings[0].long_form : (Str){0};
}

/* Does paper PAPER say itself what ENTRY means? */
static bool is_told_in(const GlossaryEntry *entry, size_t paper)
{
    for (size_t i = 0; i < entry->n_meanings; i++)
        if (entry->meanings[i].source == SAID_BY_PAPER && entry->meanings[i].paper == paper)
            return true;
    return false;
}

bool glossary_is_for(const GlossaryEntry *entry, size_t index, size_t paper)
{
    const GlossaryMeaning *meaning = &entry->meanings[index];
    if (entry->meanings[0].source == SAID_BY_LIST)
        return meaning->source == SAID_BY_LIST;
    if (entry->state == GLOSSARY_EXPLAINED && is_told_in(entry, paper))
        return meaning->paper == paper;
    return glossary_is_first(entry, index);
}
