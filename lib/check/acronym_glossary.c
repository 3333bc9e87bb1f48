#include "check/acronym_glossary.h"

#include "check/acronym_definition.h"
#include "check/acronym_text.h"

#define ROW_RELIABLE 0.5

enum { GLOSSARY_ENTRY_BYTES_MAX = 200 };

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

/* May a glossary entry end with C? */
static bool ends_entry(char c)
{
    return c == ';' || c == '(' || c == '\n' || c == '\0';
}

/* TEXT cut at its first semicolon, full stop or opening bracket. */
static Span entry_span(Str text)
{
    size_t end = 0;
    while (end < text.len && end < GLOSSARY_ENTRY_BYTES_MAX && !ends_entry(text.data[end]) &&
           !(text.data[end] == '.' && (end + 1 == text.len || text.data[end + 1] == ' ')))
        end++;
    while (end > 0 && ascii_is_space((unsigned char)text.data[end - 1]))
        end--;
    size_t start = 0;
    while (start < end && ascii_is_space((unsigned char)text.data[start]))
        start++;
    return (Span){start, end};
}

/* May PROSE be all of a short form? Quick, and wrong only by saying yes. */
static bool may_be_short_form(const Prose *prose)
{
    return prose->n_words && prose->n_words <= SHORT_FORM_BYTES_MAX / 2;
}

/* Explains the short form that is all of SHORT_CELL by what stands in LONG_CELL. */
static bool explain_row(const Prose *short_cell, const Prose *long_cell, ExplanationList *list)
{
    Str short_form = str_trim(short_cell->text);
    if (short_form.len > SHORT_FORM_BYTES_MAX || count_capitals(short_form) < 2 ||
        !short_form_fits(short_form) || !long_cell->n_words)
        return false;
    Span span = entry_span(long_cell->text);
    size_t first = prose_word_from(long_cell, span.start);
    size_t end = prose_word_from(long_cell, span.end);
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

const Prose *glossary_cell_beside(const ProseList *proses, size_t index)
{
    if (index + 1 >= proses->len)
        return NULL;
    const Prose *next = &proses->items[index + 1];
    const Node *cell = cell_of(proses->items[index].block);
    bool is_beside = cell && (next->block == cell->next || next->block->parent == cell->next);
    return is_beside ? next : NULL;
}

void explanations_in_glossaries(const ProseList *proses, ExplanationList *list)
{
    for (size_t i = 0; i + 1 < proses->len; i++) {
        const Prose *prose = &proses->items[i], *next = prose + 1;
        bool is_first = may_be_short_form(prose), is_second = may_be_short_form(next);
        if (!(is_first || is_second) || !glossary_cell_beside(proses, i))
            continue;
        if (!(is_first && explain_row(prose, next, list)) && is_second)
            explain_row(next, prose, list);
    }
}
