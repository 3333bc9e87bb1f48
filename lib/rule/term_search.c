#include "base/utf8.h"
#include "rule/guard.h"
#include "rule/term_trie_parts.h"

enum { RULES_ON_STACK = 64, UNUSABLE = WORD_IN_CODE | WORD_IN_ADDRESS };

/* Is WORD, folded, the text FOLDED? */
static bool is_folded_as(Str word, Str folded)
{
    if (word.len == folded.len) {
        if (!memcmp(word.data, folded.data, word.len))
            return true;
        size_t i = 0;
        while (i < word.len && ascii_lower(word.data[i]) == folded.data[i])
            i++;
        if (i == word.len)
            return true;
    }
    size_t at = 0, other = 0;
    for (;;) {
        uint32_t a = term_next_folded(word, &at), b = term_next_folded(folded, &other);
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
    if (term->only_near.len && !guards_stand_near(term->only_near, search->prose, index))
        return true;
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
    uint32_t first_output = trie->nodes.items[state].first_output;
    if (!first_output)
        return; /* only the beginning of terms */
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t o = first_output; o;) {
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

/* May a term begin with word INDEX? Words with an apostrophe may end in a possessive. */
static bool may_begin(const TermTrie *trie, const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index];
    if (filter_has(&trie->lone_words, word->hash) || (word->shape & WORD_HAS_APOSTROPHE))
        return true;
    return index + 1 < prose->n_words &&
           (filter_has(&trie->pairs, pair_key(word->hash, word[1].hash)) ||
            (word[1].shape & WORD_HAS_APOSTROPHE));
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
        if (may_begin(trie, prose, i))
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
    (void)tokenise(words, &found);
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
