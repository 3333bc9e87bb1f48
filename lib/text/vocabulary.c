#include "text/vocabulary.h"

#include "text/english.h"
#include "text/syllable.h"

enum { SYLLABLE_BITS = 8 };

static uint32_t look_into(const Vocabulary *vocabulary, Str text, const Word *word)
{
    Str letters = span_of(word_span(word), text);
    size_t n = syllable_count(letters);
    uint32_t traits = word_is_small(letters) ? WORD_IS_SMALL : 0;
    if (vocabulary && vocabulary->traits_of)
        traits |= vocabulary->traits_of(vocabulary->data, word->hash);
    return traits << SYLLABLE_BITS | (uint32_t)(n < UINT8_MAX ? n : UINT8_MAX);
}

static uint32_t facts_of(Vocabulary *vocabulary, Str text, const Word *word)
{
    if (!vocabulary)
        return look_into(vocabulary, text, word);
    /* Capitals are spelt out, so "IT" and "it" are two words here. */
    uint64_t hash = word->hash ^ ((word->shape & WORD_ALL_UPPER) ? UINT64_C(1) << 50 : 0);
    uint32_t facts;
    if (!word_map_get(&vocabulary->facts, hash, &facts)) {
        facts = look_into(vocabulary, text, word);
        word_map_put(&vocabulary->facts, hash, facts);
    }
    return facts;
}

void vocabulary_tell(Vocabulary *vocabulary, Str text, Word *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t facts = facts_of(vocabulary, text, &words[i]);
        words[i].traits = facts >> SYLLABLE_BITS;
        words[i].n_syllables = (uint8_t)facts;
    }
}

void vocabulary_free(Vocabulary *vocabulary)
{
    word_map_free(&vocabulary->facts);
}
