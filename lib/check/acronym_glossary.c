#include "check/acronym_glossary.h"

#include "base/hash.h"
#include "check/acronym_definition.h"
#include "check/acronym_text.h"

#define ROW_RELIABLE  0.5
#define NAME_RELIABLE 0.8

enum { GLOSSARY_ENTRY_BYTES_MAX = 200, NAME_WORDS_MIN = 3, NAME_WORDS_MAX = 8 };

/* The table row or definition list that BLOCK stands in as a whole, or NULL. */
static const Node *cell_of(const Node *block)
{
    const Node *parent = block->parent;
    if (block->kind == NODE_DEFINITION_TERM)
        return block;
    if (!parent || block->previous)
        return NULL;
    return parent->kind == NODE_TABLE_CELL || parent->kind == NODE_DEFINITION ? parent : NULL;
}

/* TEXT cut at its first semicolon, full stop or opening bracket. */
static Span entry_span(Str text)
{
    size_t end = 0;
    while (end < text.len && end < GLOSSARY_ENTRY_BYTES_MAX && !strchr(";(\n", text.data[end]) &&
           !(text.data[end] == '.' && (end + 1 == text.len || text.data[end + 1] == ' ')))
        end++;
    while (end > 0 && ascii_is_space((unsigned char)text.data[end - 1]))
        end--;
    size_t start = 0;
    while (start < end && ascii_is_space((unsigned char)text.data[start]))
        start++;
    return (Span){start, end};
}

/* Explains the short form that is all of SHORT_CELL by what stands in LONG_CELL. */
static bool explain_row(const Prose *short_cell, const Prose *long_cell, ExplanationList *list)
{
    Str short_form = str_trim(short_cell->text);
    if (count_capitals(short_form) < 2 || !short_form_fits(short_form) || !long_cell->n_words)
        return false;
    Span span = entry_span(long_cell->text);
    size_t first = word_index_from(long_cell, span.start);
    size_t end = word_index_from(long_cell, span.end);
    AlignMatch match;
    for (size_t last = end; last > first; last--) {
        char next =
            last < end ? long_cell->text.data[word_span(&long_cell->words[last - 1]).end] : ',';
        if (next != ',' && next != ':')
            continue;
        if (!acronym_align(&(AlignWindow){long_cell, first, last, true}, short_form, &match) ||
            match.reliability < ROW_RELIABLE)
            continue;
        Span found = {long_cell->words[first].start,
                      last < end ? word_span(&long_cell->words[last - 1]).end : span.end};
        if (span_len(found) <= short_form.len)
            return false;
        array_push(list, (Explanation){.short_form = short_form,
                                       .prose = long_cell,
                                       .long_span = found,
                                       .reliability = match.reliability});
        return true;
    }
    return false;
}

void explanations_in_glossaries(const ProseList *proses, ExplanationList *list)
{
    for (size_t i = 0; i + 1 < proses->len; i++) {
        const Prose *prose = &proses->items[i], *next = prose + 1;
        const Node *cell = cell_of(prose->block);
        if (!cell || (next->block != cell->next && next->block->parent != cell->next))
            continue;
        if (!explain_row(prose, next, list))
            explain_row(next, prose, list);
    }
}

static bool is_name_word(const Word *word)
{
    const unsigned wrong = WORD_LATER_UPPER | WORD_HAS_DIGIT | WORD_IN_CODE | WORD_IN_ADDRESS;
    return (word->shape & WORD_FIRST_UPPER) && !(word->shape & wrong) && word->len >= 2;
}

/* The short forms still sought, found by the hash of their capitals. */
typedef struct Sought {
    const StrArray *short_forms;
    size_t *slots; /* index + 1; 0 is free */
    bool *is_found;
    size_t mask;
} Sought;

/* Hash of the letters of SHORT_FORM, dots left out. */
static uint64_t hash_letters(Str short_form)
{
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < short_form.len; i++)
        if (short_form.data[i] != '.')
            hash = hash_byte(hash, (unsigned char)short_form.data[i]);
    return hash;
}

static Sought sought_new(const StrArray *short_forms)
{
    size_t n_slots = 16;
    while (n_slots < 2 * short_forms->len + 2)
        n_slots *= 2;
    Sought sought = {short_forms, mem_calloc(n_slots, sizeof *sought.slots),
                     mem_calloc(short_forms->len + 1, sizeof *sought.is_found), n_slots - 1};
    for (size_t i = 0; i < short_forms->len; i++) {
        size_t slot = (size_t)hash_letters(short_forms->items[i]) & sought.mask;
        while (sought.slots[slot])
            slot = (slot + 1) & sought.mask;
        sought.slots[slot] = i + 1;
    }
    return sought;
}

/* Notes the name in words [first, last] for each short form that has its initials. */
static void note_name(Sought *sought, uint64_t hash, const Prose *prose, size_t first, size_t last,
                      ExplanationList *list)
{
    for (size_t slot = (size_t)hash & sought->mask; sought->slots[slot];
         slot = (slot + 1) & sought->mask) {
        size_t index = sought->slots[slot] - 1;
        Str short_form = sought->short_forms->items[index];
        if (sought->is_found[index] || hash_letters(short_form) != hash)
            continue;
        sought->is_found[index] = true;
        array_push(list, (Explanation){.short_form = short_form,
                                       .prose = prose,
                                       .long_span = words_span(prose, first, last),
                                       .reliability = NAME_RELIABLE,
                                       .is_name = true});
    }
}

/* Looks up the names that begin with word FIRST: its initials and those of the words
 * with capitals behind it, small linking words passed over. */
static void names_at(Sought *sought, const Prose *prose, size_t first, ExplanationList *list)
{
    uint64_t hash = HASH_SEED;
    size_t w = first;
    for (size_t n = 1; n <= NAME_WORDS_MAX; n++, w++) {
        if (n > 1 && w < prose->n_words && prose->words[w].gap == GAP_SPACE &&
            prose->words[w].len <= 4 && is_linking_word(word_text(prose, &prose->words[w])))
            w++;
        if (w >= prose->n_words || !is_name_word(&prose->words[w]) ||
            (n > 1 && prose->words[w].gap != GAP_SPACE && prose->words[w].gap != GAP_HYPHEN))
            return;
        hash = hash_byte(hash, (unsigned char)prose->text.data[prose->words[w].start]);
        if (n >= NAME_WORDS_MIN)
            note_name(sought, hash, prose, first, w, list);
    }
}

void explanations_in_names(const ProseList *proses, const StrArray *short_forms,
                           ExplanationList *list)
{
    Sought sought = sought_new(short_forms);
    for (size_t p = 0; short_forms->len && p < proses->len; p++) {
        const Prose *prose = &proses->items[p];
        for (size_t w = 0; w + 1 < prose->n_words; w++)
            if (prose->words[w].shape & WORD_FIRST_UPPER)
                names_at(&sought, prose, w, list);
    }
    mem_free(sought.slots);
    mem_free(sought.is_found);
}
