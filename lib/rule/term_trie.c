/* The trie is one hash table of steps: (state, what stands between, word) leads to
 * the next state. States are numbers; 0 is the root. A word that begins no term is
 * turned away by a bitmap before the table is asked. */
#include "rule/dictionary.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "rule/guard.h"
#include "text/token.h"

#include <stdlib.h>

enum { FILTER_BITS = 1 << 18, FOUND_MAX = 24, RULES_MAX = 64 };

/* How two words of a term are joined; a term's step must find the same. */
typedef enum Joint {
    JOINT_FIRST = 0,
    JOINT_LOOSE, /* white space or a hyphen */
    JOINT_SLASH,
    JOINT_AMPERSAND,
    JOINT_DOT,
    JOINT_NONE, /* no term goes on over this */
} Joint;

typedef struct Step {
    uint64_t key; /* of state, joint and word; 0 is a free slot */
    uint32_t to;
    uint32_t text; /* offset of the word in small letters, to tell collisions */
    uint16_t text_len;
} Step;

/* A term that ends in a state. */
typedef struct Ending {
    uint32_t term;
    uint32_t next; /* index + 1 of the one added before it; 0 is none */
    uint8_t form;  /* Inflection */
} Ending;

struct TermTrie {
    Arena arena;
    Buf texts;
    Step *steps;
    size_t n_steps, n_slots;
    ARRAY(uint32_t) endings_of; /* by state: index + 1 of its newest ending */
    ARRAY(Ending) endings;
    ARRAY(const Term *) terms;
    uint8_t *filter;
};

TermTrie *term_trie_new(void)
{
    TermTrie *trie = mem_calloc(1, sizeof *trie);
    trie->n_slots = 1024;
    trie->steps = mem_calloc(trie->n_slots, sizeof *trie->steps);
    trie->filter = mem_calloc(FILTER_BITS / 8, 1);
    array_push(&trie->endings_of, 0);
    return trie;
}

void term_trie_free(TermTrie *trie)
{
    if (!trie)
        return;
    mem_free(trie->steps);
    mem_free(trie->filter);
    array_free(&trie->endings_of);
    array_free(&trie->endings);
    array_free(&trie->terms);
    buf_free(&trie->texts);
    arena_free(&trie->arena);
    mem_free(trie);
}

static Joint joint_of(unsigned gap)
{
    switch (gap) {
    case GAP_SPACE:
    case GAP_HYPHEN:
        return JOINT_LOOSE;
    case GAP_SLASH:
        return JOINT_SLASH;
    case GAP_AMPERSAND:
        return JOINT_AMPERSAND;
    case GAP_DOT:
        return JOINT_DOT;
    default:
        return JOINT_NONE;
    }
}

static uint64_t step_key(uint32_t state, Joint joint, uint64_t hash)
{
    uint64_t key = hash ^ (((uint64_t)state << 3 | joint) * UINT64_C(0x9E3779B97F4A7C15));
    key ^= key >> 29;
    return key ? key : 1;
}

static Step *find_slot(const TermTrie *trie, uint64_t key)
{
    size_t slot = (size_t)(key * UINT64_C(0xBF58476D1CE4E5B9) >> 32) & (trie->n_slots - 1);
    while (trie->steps[slot].key && trie->steps[slot].key != key)
        slot = (slot + 1) & (trie->n_slots - 1);
    return &trie->steps[slot];
}

static void grow(TermTrie *trie)
{
    Step *old = trie->steps;
    size_t n_old = trie->n_slots;
    trie->n_slots *= 2;
    trie->steps = mem_calloc(trie->n_slots, sizeof *trie->steps);
    for (size_t i = 0; i < n_old; i++)
        if (old[i].key)
            *find_slot(trie, old[i].key) = old[i];
    mem_free(old);
}

/* Keeps WORD in small letters, U+2019 as an apostrophe. */
static void keep_text(TermTrie *trie, Step *step, Str word)
{
    size_t start = trie->texts.len;
    for (size_t i = 0; i < word.len;) {
        uint32_t c;
        i += utf8_decode(word, i, &c);
        utf8_append(&trie->texts, c == 0x2019 ? '\'' : utf8_lower(c));
    }
    step->text = (uint32_t)start;
    step->text_len = (uint16_t)(trie->texts.len - start);
}

static uint32_t add_step(TermTrie *trie, uint32_t state, Joint joint, uint64_t hash, Str word)
{
    if (4 * (trie->n_steps + 1) > 3 * trie->n_slots)
        grow(trie);
    uint64_t key = step_key(state, joint, hash);
    Step *step = find_slot(trie, key);
    if (!step->key) {
        step->key = key;
        step->to = (uint32_t)trie->endings_of.len;
        keep_text(trie, step, word);
        array_push(&trie->endings_of, 0);
        trie->n_steps++;
    }
    return step->to;
}

/* Does WORD spell, but for capitals, what the step was made for? */
static bool spells(const TermTrie *trie, const Step *step, Str word)
{
    const char *kept = trie->texts.data + step->text;
    if (word.len == step->text_len) {
        size_t i = 0;
        while (i < word.len && ascii_lower(word.data[i]) == kept[i])
            i++;
        if (i == word.len)
            return true;
    }
    size_t k = 0;
    for (size_t i = 0; i < word.len;) {
        uint32_t c, d;
        i += utf8_decode(word, i, &c);
        if (c == 0xAD)
            continue;
        if (k >= step->text_len)
            return false;
        k += utf8_decode((Str){kept, step->text_len}, k, &d);
        if ((c == 0x2019 ? '\'' : utf8_lower(c)) != d)
            return false;
    }
    return k == step->text_len;
}

/* The state that WORD leads to from STATE, or 0. */
static uint32_t take_step(const TermTrie *trie, uint32_t state, Joint joint, uint64_t hash,
                          Str word)
{
    const Step *step = find_slot(trie, step_key(state, joint, hash));
    return step->key && spells(trie, step, word) ? step->to : 0;
}

/* A term being added: its words, and which of them takes its forms. */
typedef struct Adding {
    TermTrie *trie;
    Str text;
    WordArray words;
    size_t head;
    uint32_t term;
} Adding;

/* Adds the path of the term with HEAD_TEXT in place of its head word. */
static void add_path(Adding *adding, Str head_text, Inflection form)
{
    TermTrie *trie = adding->trie;
    uint32_t state = 0;
    for (size_t i = 0; i < adding->words.len; i++) {
        const Word *word = &adding->words.items[i];
        bool is_head = i == adding->head && head_text.len;
        Str text = is_head ? head_text : span_of(word_span(word), adding->text);
        uint64_t hash = is_head ? word_hash(head_text) : word->hash;
        Joint joint = i ? joint_of(word->gap) : JOINT_FIRST;
        if (i == 0)
            trie->filter[(hash % FILTER_BITS) / 8] |= (uint8_t)(1U << (hash % 8));
        state = add_step(trie, state, joint, hash, text);
    }
    array_push(&trie->endings, (Ending){.term = adding->term,
                                        .next = trie->endings_of.items[state],
                                        .form = (uint8_t)form});
    trie->endings_of.items[state] = (uint32_t)trie->endings.len;
}

static void add_form(void *context, Str form_text, Inflection form)
{
    add_path(context, form_text, form);
}

/* Index of the word of ADDING that inflects, or SIZE_MAX. */
static size_t head_of(const Adding *adding, PartOfSpeech part)
{
    Span head = inflect_head(adding->text, part);
    for (size_t i = 0; i < adding->words.len; i++)
        if (!span_is_empty(head) && span_overlaps(word_span(&adding->words.items[i]), head))
            return i;
    return SIZE_MAX;
}

void term_trie_add(TermTrie *trie, const Term *term)
{
    Adding adding = {.trie = trie, .text = term->term, .term = (uint32_t)trie->terms.len};
    tokenise(term->term, &adding.words);
    if (adding.words.len) {
        Term *copy = arena_new(&trie->arena, Term);
        *copy = *term;
        array_push(&trie->terms, copy);
        adding.head = head_of(&adding, term->part);
        add_path(&adding, (Str){0}, FORM_BASE);
        if (adding.head != SIZE_MAX) {
            Str head = span_of(word_span(&adding.words.items[adding.head]), adding.text);
            inflect_each(head, term->part, add_form, &adding);
        }
    }
    array_free(&adding.words);
}

void term_trie_finish(TermTrie *trie)
{
    (void)trie; /* ready as it is: the table was packed while it grew */
}

static bool may_start(const TermTrie *trie, uint64_t hash)
{
    return trie->filter[(hash % FILTER_BITS) / 8] & (1U << (hash % 8));
}

/* The letters of the match have a capital just where the term has one. */
static bool has_same_capitals(const Term *term, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool wants_upper = i < term->term.len && ascii_is_upper((unsigned char)term->term.data[i]);
        if (ascii_is_upper((unsigned char)text.data[i]) != wants_upper)
            return false;
    }
    return true;
}

/* A token of a rule file means its blanks and hyphens as they are. */
static bool has_same_joints(const Term *term, Str text)
{
    for (size_t i = 0; i < text.len && i < term->term.len; i++)
        if ((text.data[i] == '-') != (term->term.data[i] == '-'))
            return false;
    return true;
}

typedef struct Search {
    const TermTrie *trie;
    const Prose *prose;
    TermMatch found[FOUND_MAX]; /* from the present word, the longest of each rule */
    size_t n_found;
    const Rule *rules[RULES_MAX]; /* with the word behind each one's last match */
    size_t ends[RULES_MAX];
    size_t n_rules;
} Search;

static void keep_longest(Search *search, const TermMatch *match)
{
    for (size_t i = 0; i < search->n_found; i++) {
        TermMatch *other = &search->found[i];
        if (other->term->rule != match->term->rule)
            continue;
        if (match->last_word > other->last_word)
            *other = *match;
        return;
    }
    if (search->n_found < FOUND_MAX)
        search->found[search->n_found++] = *match;
}

static void collect_endings(Search *search, uint32_t state, size_t first, size_t last)
{
    const TermTrie *trie = search->trie;
    Str text = span_of(words_span(search->prose, first, last), search->prose->text);
    for (uint32_t at = trie->endings_of.items[state]; at; at = trie->endings.items[at - 1].next) {
        const Ending *ending = &trie->endings.items[at - 1];
        const Term *term = trie->terms.items[ending->term];
        if ((term->is_cased && !has_same_capitals(term, text)) ||
            (term->is_exact && !has_same_joints(term, text)) ||
            guards_stand_near(term->guards, search->prose, first))
            continue;
        keep_longest(search, &(TermMatch){term, first, last, (Inflection)ending->form});
    }
}

static void search_from(Search *search, size_t first)
{
    const unsigned left_alone = WORD_IN_CODE | WORD_IN_ADDRESS;
    const Prose *prose = search->prose;
    uint32_t state = 0;
    search->n_found = 0;
    for (size_t i = first; i < prose->n_words; i++) {
        const Word *word = &prose->words[i];
        Joint joint = i == first ? JOINT_FIRST : joint_of(word->gap);
        if (joint == JOINT_NONE || (word->shape & left_alone))
            return;
        state = take_step(search->trie, state, joint, word->hash, word_text(prose, word));
        if (!state)
            return;
        if (search->trie->endings_of.items[state])
            collect_endings(search, state, first, i);
    }
}

/* True when RULE has a match that reaches past word FIRST; notes the new END. */
static bool overlaps(Search *search, const Rule *rule, size_t first, size_t end)
{
    for (size_t i = 0; i < search->n_rules; i++) {
        if (search->rules[i] != rule)
            continue;
        if (first < search->ends[i])
            return true;
        search->ends[i] = end;
        return false;
    }
    if (search->n_rules < RULES_MAX) {
        search->rules[search->n_rules] = rule;
        search->ends[search->n_rules++] = end;
    }
    return false;
}

void term_trie_match(const TermTrie *trie, const Prose *prose,
                     void (*each)(void *context, const TermMatch *match), void *context)
{
    Search search = {.trie = trie, .prose = prose};
    for (size_t i = 0; i < prose->n_words; i++) {
        if (!may_start(trie, prose->words[i].hash))
            continue;
        search_from(&search, i);
        for (size_t k = 0; k < search.n_found; k++) {
            const TermMatch *match = &search.found[k];
            if (!overlaps(&search, match->term->rule, match->first_word, match->last_word + 1))
                each(context, match);
        }
    }
}

bool term_trie_rule_is_guarded(const TermTrie *trie, const Rule *rule, const Prose *prose,
                               size_t word_index)
{
    (void)trie;
    return guards_stand_near(rule->guards, prose, word_index);
}

/* Endings are linked newest first; callers get them as they were added. */
static void each_in_order(const TermTrie *trie, uint32_t at,
                          void (*each)(void *context, const Term *term), void *context)
{
    uint32_t order[FOUND_MAX];
    size_t n = 0;
    for (; at && n < FOUND_MAX; at = trie->endings.items[at - 1].next)
        order[n++] = trie->endings.items[at - 1].term;
    while (n)
        each(context, trie->terms.items[order[--n]]);
}

void term_trie_find(const TermTrie *trie, Str words, void (*each)(void *context, const Term *term),
                    void *context)
{
    WordArray tokens = {0};
    tokenise(words, &tokens);
    uint32_t state = 0;
    for (size_t i = 0; i < tokens.len; i++) {
        const Word *word = &tokens.items[i];
        Joint joint = i ? joint_of(word->gap) : JOINT_FIRST;
        state = take_step(trie, state, joint, word->hash, span_of(word_span(word), words));
        if (!state)
            break;
    }
    if (tokens.len && state)
        each_in_order(trie, trie->endings_of.items[state], each, context);
    array_free(&tokens);
}
