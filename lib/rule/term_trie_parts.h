/* The inside of a TermTrie, for the files that build it (term_trie.c) and search it
 * (term_search.c).
 *
 * States are numbered nodes; an edge leads from a state by one word to the next.
 * One table finds all edges by (state, hash of the word). Nearly all words of a
 * text lead nowhere: small sets of bits tell so before that table is asked. Half of
 * all words begin some term, so first words are known by the word behind them too. */
#ifndef PLAINPAPER_RULE_TERM_TRIE_PARTS_H
#define PLAINPAPER_RULE_TERM_TRIE_PARTS_H

#include "rule/dictionary.h"
#include "text/token.h"

enum { ROOT = 0 };

/* What may stand in front of an edge's word. */
typedef enum GapRule {
    GAP_ANY,    /* of a first word */
    GAP_LOOSE,  /* white space or a hyphen */
    GAP_BLANK,  /* white space only */
    GAP_DASHED, /* a hyphen only */
    GAP_MARKED, /* just these marks */
} GapRule;

typedef struct Edge {
    uint64_t hash;
    uint32_t state, next;
    uint32_t text, marks; /* in TermTrie.texts: the word in small letters; the marks before it */
    uint16_t text_len;
    uint8_t marks_len;
    uint8_t gap; /* GapRule */
} Edge;

typedef struct TrieNode {
    uint32_t parent;
    uint32_t first_output, last_output; /* index + 1 */
} TrieNode;

typedef struct Output {
    const Term *term;
    uint32_t next;      /* index + 1 */
    uint32_t rule;      /* index in TermTrie.rules */
    uint32_t exact;     /* in TermTrie.texts: the words as written, each behind a line feed */
    uint16_t exact_len; /* 0 when capitals do not count */
    uint8_t form;       /* Inflection */
} Output;

/* Which keys may be there: each sets two bits of one part (a Bloom filter; Bloom 1970).
 * Others may have both by chance. */
typedef struct Filter {
    uint64_t *parts;
    size_t n_parts; /* a power of two */
} Filter;

struct TermTrie {
    Buf texts;
    ARRAY(Edge) edges;
    uint32_t *slots; /* open addressing: index in edges + 1 */
    size_t n_slots;
    ARRAY(TrieNode) nodes;
    ARRAY(Output) outputs;
    ARRAY(const Rule *) rules;
    Filter lone_words;  /* words that are a term by themselves */
    Filter pairs;       /* the first two words of terms (pair_key) */
    Filter later_words; /* edges behind a first word (edge_key) */
    WordArray words;    /* scratch while adding */
    Buf folded;
};

static inline uint64_t edge_key(uint32_t state, uint64_t hash)
{
    return (hash ^ state * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xD6E8FEB86659FD93);
}

/* Of a first word and the one behind it, by their hashes. */
static inline uint64_t pair_key(uint64_t first, uint64_t second)
{
    return (first * 3 ^ second) * UINT64_C(0xD6E8FEB86659FD93);
}

static inline size_t slot_of(const TermTrie *trie, uint64_t key)
{
    return (size_t)(key >> 32) & (trie->n_slots - 1);
}

static inline uint64_t *filter_part(const Filter *filter, uint64_t key)
{
    return &filter->parts[(size_t)(key >> 20) & (filter->n_parts - 1)];
}

static inline uint64_t filter_bits(uint64_t key)
{
    return UINT64_C(1) << (key >> 58) | UINT64_C(1) << (key >> 52 & 63);
}

static inline bool filter_has(const Filter *filter, uint64_t key)
{
    return !(~*filter_part(filter, key) & filter_bits(key));
}

static inline Str text_at(const TermTrie *trie, uint32_t start, size_t len)
{
    return (Str){trie->texts.data + start, len};
}

/* The next character of S at *AT, folded: small letter, straight apostrophe; 0 at
 * the end. Soft hyphens are not seen. */
uint32_t term_next_folded(Str s, size_t *at);

#endif
