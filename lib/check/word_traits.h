/* WordTraits: what checks ask of every word by itself, worked out once a run for each
 * distinct word; word_traits.def says what. A word carries the answers in its traits. */
#ifndef PLAINPAPER_CHECK_WORD_TRAITS_H
#define PLAINPAPER_CHECK_WORD_TRAITS_H

#include "rule/ruleset.h"
#include "text/prose.h"

enum WordTraitIndex {
    TRAIT_INDEX_SMALL = 0, /* WORD_IS_SMALL, of the text layer */
#define WORD_TRAIT(name)                      TRAIT_INDEX_##name,
#define WORD_TRAIT_LIST(name, words)          TRAIT_INDEX_##name,
#define WORD_TRAIT_OPTION(name, rule, option) TRAIT_INDEX_##name,
#include "check/word_traits.def"
#undef WORD_TRAIT
#undef WORD_TRAIT_LIST
#undef WORD_TRAIT_OPTION
};

enum WordTrait {
#define WORD_TRAIT(name)                      TRAIT_##name = 1 << TRAIT_INDEX_##name,
#define WORD_TRAIT_LIST(name, words)          TRAIT_##name = 1 << TRAIT_INDEX_##name,
#define WORD_TRAIT_OPTION(name, rule, option) TRAIT_##name = 1 << TRAIT_INDEX_##name,
#include "check/word_traits.def"
#undef WORD_TRAIT
#undef WORD_TRAIT_LIST
#undef WORD_TRAIT_OPTION
};

typedef struct WordTraits WordTraits;

/* The traits as RULES (borrowed) have them. The caller frees the result. */
WordTraits *word_traits_new(const RuleSet *rules);

void word_traits_free(WordTraits *traits);

/* The bits of the word of this word_hash; DATA is a WordTraits. For a Vocabulary. */
uint32_t word_traits_of(const void *data, uint64_t hash);

/* Has word INDEX of PROSE one of the TRAITS? False beyond either end. */
static inline bool word_has_trait(const Prose *prose, size_t index, uint32_t traits)
{
    return index < prose->n_words && (prose->words[index].traits & traits);
}

#endif
