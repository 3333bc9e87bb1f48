/* States are numbered nodes; an edge leads from a state by one word to the next.
 * One table finds all edges by (state, hash of the word). Nearly all words of a
 * text lead nowhere: two small sets of bits, one for first words and one for those
 * behind them, tell so before that table is asked. */
#include "base/hash.h"
#include "base/utf8.h"
#include "rule/dictionary.h"
#include "rule/guard.h"
#include "text/token.h"

enum { ROOT = 0, SLOTS_MIN = 1024, FILTER_BITS_MIN = 1024, FILTER_BITS_MAX = 1 << 18 };
enum { RULES_ON_STACK = 64, UNUSABLE = WORD_IN_CODE | WORD_IN_ADDRESS };

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

/* A bit for each edge, where its key falls; others share it by chance. */
typedef struct Filter {
    uint64_t *bits;
    size_t n_bits; /* a power of two */
} Filter;

struct TermTrie {
    Buf texts;
    ARRAY(Edge) edges;
    uint32_t *slots; /* open addressing: index in edges + 1 */
    size_t n_slots;
    ARRAY(TrieNode) nodes;
    ARRAY(Output) outputs;
    ARRAY(const Rule *) rules;
    Filter first_words, later_words;
    WordArray words; /* scratch while adding */
    Buf folded;
};

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
    mem_free(trie->first_words.bits);
    mem_free(trie->later_words.bits);
    mem_free(trie);
}

/* Edges. */

static uint64_t edge_key(uint32_t state, uint64_t hash)
{
    return (hash ^ state * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xD6E8FEB86659FD93);
}

static size_t slot_of(const TermTrie *trie, uint64_t key)
{
    return (size_t)(key >> 32) & (trie->n_slots - 1);
}

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

static Str text_at(const TermTrie *trie, uint32_t start, size_t len)
{
    return (Str){trie->texts.data + start, len};
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

/* Reading the text of words. */

/* The next character of S, folded: small letter, straight apostrophe; 0 at the end. */
static uint32_t next_folded(Str s, size_t *at)
{
    while (*at < s.len) {
        uint32_t c;
        *at += utf8_decode(s, *at, &c);
        if (c == 0xAD) /* a soft hyphen is not seen */
            continue;
        return c == 0x2019 ? '\'' : utf8_lower(c);
    }
    return 0;
}

static void append_folded(Buf *buf, Str s)
{
    size_t at = 0;
    for (uint32_t c; (c = next_folded(s, &at)) != 0;)
        utf8_append(buf, c);
}

/* Is WORD, folded, the text FOLDED? */
static bool is_folded_as(Str word, Str folded)
{
    if (word.len == folded.len) {
        size_t i = 0;
        while (i < word.len && ascii_lower(word.data[i]) == folded.data[i])
            i++;
        if (i == word.len)
            return true;
    }
    size_t at = 0, other = 0;
    for (;;) {
        uint32_t a = next_folded(word, &at), b = next_folded(folded, &other);
        if (a != b)
            return false;
        if (!a)
            return true;
    }
}

/* Same letters in the same capitals, whatever the apostrophes and soft hyphens. */
static bool is_written_as(Str word, Str exact)
{
    size_t at = 0, other = 0;
    while (at < word.len || other < exact.len) {
        uint32_t a = 0, b = 0;
        if (at < word.len)
            at += utf8_decode(word, at, &a);
        if (a == 0xAD)
            continue;
        if (other < exact.len)
            other += utf8_decode(exact, other, &b);
        if ((a == 0x2019 ? '\'' : a) != (b == 0x2019 ? '\'' : b))
            return false;
    }
    return true;
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
    tokenise(term->term, &trie->words);
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

/* Looking up. */

static size_t filter_bit(const Filter *filter, uint64_t key)
{
    return (size_t)(key >> 20) & (filter->n_bits - 1);
}

static void filter_set(Filter *filter, uint64_t key)
{
    size_t bit = filter_bit(filter, key);
    filter->bits[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static bool filter_has(const Filter *filter, uint64_t key)
{
    size_t bit = filter_bit(filter, key);
    return filter->bits[bit / 64] >> (bit % 64) & 1;
}

static void filter_init(Filter *filter, size_t n_keys)
{
    filter->n_bits = FILTER_BITS_MIN;
    while (filter->n_bits < n_keys * 16 && filter->n_bits < FILTER_BITS_MAX)
        filter->n_bits *= 2;
    filter->bits = mem_calloc(filter->n_bits / 64, sizeof *filter->bits);
}

void term_trie_finish(TermTrie *trie)
{
    size_t n_first = 0;
    for (size_t i = 0; i < trie->edges.len; i++)
        n_first += trie->edges.items[i].state == ROOT;
    filter_init(&trie->first_words, n_first);
    filter_init(&trie->later_words, trie->edges.len - n_first);
    for (size_t i = 0; i < trie->edges.len; i++) {
        const Edge *edge = &trie->edges.items[i];
        if (edge->state == ROOT)
            filter_set(&trie->first_words, edge->hash);
        else
            filter_set(&trie->later_words, edge_key(edge->state, edge->hash));
    }
    array_free(&trie->words);
    buf_free(&trie->folded);
    if (!trie->n_slots)
        grow_slots(trie);
}

/* What stands before word INDEX, without the white space around it. */
static Str marks_before(const Prose *prose, size_t index)
{
    size_t end = word_span(&prose->words[index - 1]).end;
    return str_trim(str_sub(prose->text, end, prose->words[index].start));
}

static bool gap_fits(const TermTrie *trie, const Edge *edge, const Prose *prose, size_t index)
{
    uint8_t gap = prose->words[index].gap;
    switch ((GapRule)edge->gap) {
    case GAP_ANY:
        return true;
    case GAP_LOOSE:
        return gap == GAP_SPACE || gap == GAP_HYPHEN;
    case GAP_BLANK:
        return gap == GAP_SPACE;
    case GAP_DASHED:
        return gap == GAP_HYPHEN;
    case GAP_MARKED:
        return is_folded_as(marks_before(prose, index),
                            text_at(trie, edge->marks, edge->marks_len));
    }
    return false;
}

/* The state that WORD, taken as the text TEXT with HASH, leads to from STATE; ROOT
 * when to none. */
static uint32_t follow(const TermTrie *trie, uint32_t state, const Prose *prose, size_t index,
                       Str text, uint64_t hash)
{
    uint64_t key = edge_key(state, hash);
    if (state != ROOT && !filter_has(&trie->later_words, key))
        return ROOT;
    size_t slot = slot_of(trie, key);
    for (; trie->slots[slot]; slot = (slot + 1) & (trie->n_slots - 1)) {
        const Edge *edge = &trie->edges.items[trie->slots[slot] - 1];
        if (edge->hash == hash && edge->state == state &&
            is_folded_as(text, text_at(trie, edge->text, edge->text_len)) &&
            gap_fits(trie, edge, prose, index))
            return edge->next;
    }
    return ROOT;
}

static uint32_t follow_word(const TermTrie *trie, uint32_t state, const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index];
    return follow(trie, state, prose, index, word_text(prose, word), word->hash);
}

/* TEXT without a possessive 's; empty when it has none. */
static Str cut_possessive(Str text)
{
    if (str_ends_with(text, STR("'s")))
        return str_sub(text, 0, text.len - 2);
    if (str_ends_with(text, STR("\xE2\x80\x99s")))
        return str_sub(text, 0, text.len - 4);
    return (Str){0};
}

/* Are the words from FIRST to LAST written as OUTPUT wants them? The last one may
 * carry a possessive. */
static bool capitals_fit(const TermTrie *trie, const Output *output, const Prose *prose,
                         size_t first, size_t last, bool is_possessive)
{
    Str rest = text_at(trie, output->exact, output->exact_len);
    for (size_t i = first; rest.len; i++) {
        size_t end = str_find(rest, STR("\n"), 1);
        Str text = word_text(prose, &prose->words[i]);
        if (is_possessive && i == last)
            text = cut_possessive(text);
        if (!is_written_as(text, str_sub(rest, 1, end)))
            return false;
        rest = str_sub(rest, end, rest.len);
    }
    return true;
}

/* One pass over one block. */
typedef struct Search {
    const TermTrie *trie;
    const Prose *prose;
    void (*each)(void *context, const TermMatch *match);
    void *context;
    uint32_t *rule_ends; /* of each rule: past the last word it has matched */
} Search;

static bool is_guarded(const Search *search, const Term *term, size_t index)
{
    return guards_stand_near(term->guards, search->prose, index) ||
           (term->rule && guards_stand_near(term->rule->guards, search->prose, index));
}

static Inflection possessive_of(uint8_t form)
{
    return form == FORM_PLURAL ? FORM_PLURAL_POSSESSIVE : FORM_POSSESSIVE;
}

/* A guarded term is taken as read: nothing shorter inside it is told either. */
static void take_output(Search *search, const Output *output, size_t first, size_t last,
                        bool is_possessive)
{
    if (first < search->rule_ends[output->rule])
        return;
    if (output->exact_len &&
        !capitals_fit(search->trie, output, search->prose, first, last, is_possessive))
        return;
    search->rule_ends[output->rule] = (uint32_t)last + 1;
    if (is_guarded(search, output->term, first))
        return;
    TermMatch match = {.term = output->term, .first_word = first, .last_word = last};
    match.form = is_possessive ? possessive_of(output->form) : (Inflection)output->form;
    search->each(search->context, &match);
}

/* Terms that end in STATE: those just so written before forms of others. */
static void take_outputs(Search *search, uint32_t state, size_t first, size_t last,
                         bool is_possessive)
{
    const TermTrie *trie = search->trie;
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t o = trie->nodes.items[state].first_output; o;) {
            const Output *output = &trie->outputs.items[o - 1];
            if ((output->form == FORM_BASE) == (pass == 0))
                take_output(search, output, first, last, is_possessive);
            o = output->next;
        }
    }
}

/* Looks for terms whose last word is word INDEX without its possessive 's. */
static void search_possessive(Search *search, uint32_t state, size_t first, size_t index)
{
    const Word *word = &search->prose->words[index];
    Str text = word->shape & WORD_HAS_APOSTROPHE ? cut_possessive(word_text(search->prose, word))
                                                 : (Str){0};
    if (!text.len)
        return;
    state = follow(search->trie, state, search->prose, index, text, word_hash(text));
    if (state != ROOT)
        take_outputs(search, state, first, index, true);
}

static void search_from(Search *search, size_t first)
{
    const TermTrie *trie = search->trie;
    const Prose *prose = search->prose;
    uint32_t state = ROOT;
    size_t i = first;
    for (; i < prose->n_words && !(prose->words[i].shape & UNUSABLE); i++) {
        uint32_t next = follow_word(trie, state, prose, i);
        if (next == ROOT) {
            search_possessive(search, state, first, i);
            break;
        }
        state = next;
    }
    for (; state != ROOT; state = trie->nodes.items[state].parent)
        take_outputs(search, state, first, --i, false);
}

void term_trie_match(const TermTrie *trie, const Prose *prose,
                     void (*each)(void *context, const TermMatch *match), void *context)
{
    uint32_t on_stack[RULES_ON_STACK] = {0};
    bool has_many = trie->rules.len > RULES_ON_STACK;
    if (prose->block && prose->block->is_hidden)
        return;
    Search search = {
        .trie = trie, .prose = prose, .each = each, .context = context, .rule_ends = on_stack};
    if (has_many)
        search.rule_ends = mem_calloc(trie->rules.len, sizeof *search.rule_ends);
    for (size_t i = 0; i < prose->n_words; i++)
        if (filter_has(&trie->first_words, prose->words[i].hash) ||
            (prose->words[i].shape & WORD_HAS_APOSTROPHE))
            search_from(&search, i);
    if (has_many)
        mem_free(search.rule_ends);
}

bool term_trie_rule_is_guarded(const TermTrie *trie, const Rule *rule, const Prose *prose,
                               size_t word_index)
{
    (void)trie;
    return guards_stand_near(rule->guards, prose, word_index);
}

void term_trie_find(const TermTrie *trie, Str words, void (*each)(void *context, const Term *term),
                    void *context)
{
    WordArray found = {0};
    tokenise(words, &found);
    Prose prose = {.text = words, .words = found.items, .n_words = found.len};
    uint32_t state = ROOT;
    for (size_t i = 0; i < found.len; i++) {
        state = follow_word(trie, state, &prose, i);
        if (state == ROOT)
            break;
    }
    for (uint32_t o = state == ROOT ? 0 : trie->nodes.items[state].first_output; o;) {
        const Output *output = &trie->outputs.items[o - 1];
        if (!output->exact_len || capitals_fit(trie, output, &prose, 0, found.len - 1, false))
            each(context, output->term);
        o = output->next;
    }
    array_free(&found);
}
