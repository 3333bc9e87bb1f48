#include "base/hash.h"
#include "base/utf8.h"
#include "rule/term_trie_parts.h"

enum { SLOTS_MIN = 1024, KEYS_PER_PART_MAX = 4 };

TermTrie *term_trie_new(void)
{
    TermTrie *trie = mem_calloc(1, sizeof *trie);
    array_push(&trie->nodes, (TrieNode){0});
    return trie;
}

void term_trie_free(TermTrie *trie)
{
    if (!trie)
        return;
    buf_free(&trie->texts);
    buf_free(&trie->folded);
    array_free(&trie->edges);
    array_free(&trie->nodes);
    array_free(&trie->outputs);
    array_free(&trie->rules);
    array_free(&trie->words);
    mem_free(trie->slots);
    mem_free(trie->lone_words.parts);
    mem_free(trie->pairs.parts);
    mem_free(trie->later_words.parts);
    mem_free(trie);
}

/* Edges. */

static size_t first_slot(const TermTrie *trie, uint32_t state, uint64_t hash)
{
    return slot_of(trie, edge_key(state, hash));
}

static void put_slot(TermTrie *trie, uint32_t index)
{
    const Edge *edge = &trie->edges.items[index];
    size_t slot = first_slot(trie, edge->state, edge->hash);
    while (trie->slots[slot])
        slot = (slot + 1) & (trie->n_slots - 1);
    trie->slots[slot] = index + 1;
}

static void grow_slots(TermTrie *trie)
{
    mem_free(trie->slots);
    trie->n_slots = trie->n_slots ? trie->n_slots * 4 : SLOTS_MIN;
    trie->slots = mem_calloc(trie->n_slots, sizeof *trie->slots);
    for (size_t i = 0; i < trie->edges.len; i++)
        put_slot(trie, (uint32_t)i);
}

static uint32_t store_text(TermTrie *trie, Str text)
{
    uint32_t start = (uint32_t)trie->texts.len;
    buf_append(&trie->texts, text);
    return start;
}

/* One step of a term: its word in small letters and what must stand before it. */
typedef struct Step {
    uint64_t hash;
    Str text;
    GapRule gap;
    Str marks;
} Step;

static bool edge_is(const TermTrie *trie, const Edge *edge, uint32_t state, const Step *step)
{
    return edge->hash == step->hash && edge->state == state && edge->gap == step->gap &&
           str_eq(text_at(trie, edge->text, edge->text_len), step->text) &&
           str_eq(text_at(trie, edge->marks, edge->marks_len), step->marks);
}

/* The state that STEP leads to from STATE, made when there is none. */
static uint32_t follow_or_add(TermTrie *trie, uint32_t state, const Step *step)
{
    if ((trie->edges.len + 1) * 2 > trie->n_slots)
        grow_slots(trie);
    size_t slot = first_slot(trie, state, step->hash);
    for (; trie->slots[slot]; slot = (slot + 1) & (trie->n_slots - 1)) {
        const Edge *edge = &trie->edges.items[trie->slots[slot] - 1];
        if (edge_is(trie, edge, state, step))
            return edge->next;
    }
    uint32_t next = (uint32_t)trie->nodes.len;
    array_push(&trie->nodes, (TrieNode){.parent = state});
    Edge edge = {.hash = step->hash,
                 .state = state,
                 .next = next,
                 .text = store_text(trie, step->text),
                 .text_len = (uint16_t)step->text.len,
                 .gap = (uint8_t)step->gap,
                 .marks = store_text(trie, step->marks),
                 .marks_len = (uint8_t)step->marks.len};
    array_push(&trie->edges, edge);
    trie->slots[slot] = (uint32_t)trie->edges.len;
    return next;
}

uint32_t term_next_folded(Str s, size_t *at)
{
    while (*at < s.len) {
        uint32_t c;
        *at += utf8_decode(s, *at, &c);
        if (c == 0xAD)
            continue;
        return c == 0x2019 ? '\'' : utf8_lower(c);
    }
    return 0;
}

static void append_folded(Buf *buf, Str s)
{
    size_t at = 0;
    for (uint32_t c; (c = term_next_folded(s, &at)) != 0;)
        utf8_append(buf, c);
}

/* Adding. */

static uint32_t rule_index(TermTrie *trie, const Rule *rule)
{
    for (size_t i = trie->rules.len; i > 0; i--)
        if (trie->rules.items[i - 1] == rule)
            return (uint32_t)i - 1;
    array_push(&trie->rules, rule);
    return (uint32_t)trie->rules.len - 1;
}

/* A term while its forms are added. */
typedef struct Adding {
    TermTrie *trie;
    const Term *term;
    uint32_t rule;
    size_t head;        /* index of the word that takes forms */
    Str head_text;      /* what stands in its place; empty: itself */
    uint32_t head_from; /* state in front of it */
    Inflection form;
} Adding;

static GapRule gap_of(const Term *term, const Word *word, Str *ret_marks)
{
    *ret_marks = (Str){0};
    if (word->gap == GAP_START)
        return GAP_ANY;
    if (word->gap == GAP_SPACE)
        return term->is_exact ? GAP_BLANK : GAP_LOOSE;
    if (word->gap == GAP_HYPHEN)
        return term->is_exact ? GAP_DASHED : GAP_LOOSE;
    size_t before = word_span(word - 1).end;
    *ret_marks = str_trim(str_sub(term->term, before, word->start));
    return GAP_MARKED;
}

static Str adding_text(const Adding *adding, size_t index)
{
    const Word *word = &adding->trie->words.items[index];
    if (index == adding->head && adding->head_text.len)
        return adding->head_text;
    return str_sub(adding->term->term, word->start, word_span(word).end);
}

static void add_output(const Adding *adding, uint32_t state)
{
    TermTrie *trie = adding->trie;
    Output output = {.term = adding->term, .rule = adding->rule, .form = (uint8_t)adding->form};
    if (adding->term->is_cased) {
        output.exact = (uint32_t)trie->texts.len;
        for (size_t i = 0; i < trie->words.len; i++) {
            buf_append_char(&trie->texts, '\n');
            buf_append(&trie->texts, adding_text(adding, i));
        }
        output.exact_len = (uint16_t)(trie->texts.len - output.exact);
    }
    array_push(&trie->outputs, output);
    uint32_t number = (uint32_t)trie->outputs.len;
    TrieNode *node = &trie->nodes.items[state];
    if (node->last_output)
        trie->outputs.items[node->last_output - 1].next = number;
    else
        node->first_output = number;
    node->last_output = number;
}

static bool is_plain_lower(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] >= 0x80 || ascii_is_upper((unsigned char)text.data[i]))
            return false;
    return true;
}

/* The state that word INDEX of the term leads to from STATE. */
static uint32_t add_step(const Adding *adding, uint32_t state, size_t index)
{
    TermTrie *trie = adding->trie;
    const Word *word = &trie->words.items[index];
    bool is_replaced = index == adding->head && adding->head_text.len;
    Str text = adding_text(adding, index);
    Step step = {.hash = is_replaced ? word_hash(text) : word->hash, .text = text};
    if (!is_plain_lower(text)) {
        buf_clear(&trie->folded);
        append_folded(&trie->folded, text);
        step.text = buf_str(&trie->folded);
    }
    step.gap = gap_of(adding->term, word, &step.marks);
    return follow_or_add(trie, state, &step);
}

/* Adds the words from FIRST on, behind STATE, and the term's end. */
static void add_path(Adding *adding, uint32_t state, size_t first)
{
    for (size_t i = first; i < adding->trie->words.len; i++) {
        if (i == adding->head)
            adding->head_from = state;
        state = add_step(adding, state, i);
    }
    add_output(adding, state);
}

static void add_form(void *context, Str form_text, Inflection form)
{
    Adding *adding = context;
    adding->head_text = form_text;
    adding->form = form;
    add_path(adding, adding->head_from, adding->head);
}

/* Index of the word that the head of TERM ends with; SIZE_MAX when it has none. */
static size_t head_word(const TermTrie *trie, const Term *term)
{
    if (term->part != PART_NOUN && term->part != PART_VERB)
        return SIZE_MAX;
    Span head = inflect_head(term->term, term->part);
    for (size_t i = trie->words.len; i > 0; i--)
        if (trie->words.items[i - 1].start < head.end)
            return i - 1;
    return SIZE_MAX;
}

void term_trie_add(TermTrie *trie, const Term *term)
{
    trie->words.len = 0;
    (void)tokenise(term->term, &trie->words);
    if (!trie->words.len || term->term.len > TERM_BYTES_MAX)
        return;
    Adding adding = {.trie = trie,
                     .term = term,
                     .rule = rule_index(trie, term->rule),
                     .head = head_word(trie, term)};
    add_path(&adding, ROOT, 0);
    if (adding.head != SIZE_MAX)
        inflect_each(adding_text(&adding, adding.head), term->part, add_form, &adding);
}

/* Packing. */

static void filter_set(Filter *filter, uint64_t key)
{
    *filter_part(filter, key) |= filter_bits(key);
}

static void filter_init(Filter *filter, size_t n_keys)
{
    filter->n_parts = 1;
    while (filter->n_parts < n_keys / KEYS_PER_PART_MAX)
        filter->n_parts *= 2;
    filter->parts = mem_calloc(filter->n_parts, sizeof *filter->parts);
}

static void set_filters(TermTrie *trie)
{
    /* The hash of the word that leads from ROOT to a state; 0 for states further on. */
    uint64_t *first = mem_calloc(trie->nodes.len, sizeof *first);
    for (size_t i = 0; i < trie->edges.len; i++)
        if (trie->edges.items[i].state == ROOT)
            first[trie->edges.items[i].next] = trie->edges.items[i].hash;
    for (size_t i = 0; i < trie->edges.len; i++) {
        const Edge *edge = &trie->edges.items[i];
        if (edge->state != ROOT)
            filter_set(&trie->later_words, edge_key(edge->state, edge->hash));
        else if (trie->nodes.items[edge->next].first_output)
            filter_set(&trie->lone_words, edge->hash);
        if (first[edge->state])
            filter_set(&trie->pairs, pair_key(first[edge->state], edge->hash));
    }
    mem_free(first);
}

void term_trie_finish(TermTrie *trie)
{
    size_t n_first = 0;
    for (size_t i = 0; i < trie->edges.len; i++)
        n_first += trie->edges.items[i].state == ROOT;
    filter_init(&trie->lone_words, n_first);
    filter_init(&trie->pairs, trie->edges.len - n_first);
    filter_init(&trie->later_words, trie->edges.len - n_first);
    set_filters(trie);
    array_free(&trie->words);
    buf_free(&trie->folded);
    if (!trie->n_slots)
        grow_slots(trie);
}
