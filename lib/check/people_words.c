#include "check/people_words.h"

#include "check/word_traits.h"

/* "patient safety", "child protection": the first word only says what kind. */
static bool only_describes(const Prose *prose, size_t index)
{
    if (index + 1 >= prose->n_words || !word_has_trait(prose, index, TRAIT_CAN_DESCRIBE))
        return false;
    const Word *next = &prose->words[index + 1];
    return next->gap == GAP_HYPHEN || (next->gap == GAP_SPACE && (next->traits & TRAIT_NOUN));
}

bool words_name_people(const Prose *prose, size_t first, size_t end, uint32_t people)
{
    for (size_t i = first; i < end; i++)
        if (word_has_trait(prose, i, people) && !only_describes(prose, i))
            return true;
    return false;
}
