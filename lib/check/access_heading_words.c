/* access.heading-long, -case, -duplicate: can the headings be scanned? */
#include "check/access.h"
#include "check/checks.h"
#include "check/word_filter.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>

static bool is_heading(const CheckContext *context, const Prose *prose)
{
    return prose->block->kind == NODE_HEADING && prose->n_words &&
           access_is_body(context->document, prose->block);
}

/* Args: the heading, its characters, the most. Options: `title` for level 1, `characters`
 * for all others. */
void heading_long_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    if (!is_heading(context, prose))
        return;
    bool is_title = prose->block->as.heading.level == 1;
    size_t most = (size_t)(is_title ? rule_option_number(rule, STR("title"), 65)
                                    : rule_option_number(rule, STR("characters"), 100));
    if (utf8_length(prose->text) <= most)
        return;
    Arena *arena = context->arena;
    Str text = access_text(prose->block, arena);
    size_t n = utf8_length(text);
    if (n > most)
        access_emit(
            context, rule, prose->block,
            STR_LIST(access_short(text, arena), arena_number(arena, n), arena_number(arena, most)));
}

/* A word that stands in a heading with a capital and needs none there: the paper
 * itself writes it small in its text. */
typedef struct Candidate {
    uint64_t hash;
    size_t prose; /* index */
    bool is_small_elsewhere;
} Candidate;

typedef ARRAY(Candidate) CandidateList;

static int compare_candidates(const void *left, const void *right)
{
    const Candidate *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->prose > b->prose) - (a->prose < b->prose);
}

/* A capital in the middle of a heading, behind a blank, on a word and not a short form. In a
 * link the capitals are those of the title that it leads to. */
static bool is_candidate(const Word *word)
{
    unsigned wrong =
        WORD_ALL_UPPER | WORD_LATER_UPPER | WORD_IN_CODE | WORD_IN_QUOTE | WORD_IN_LINK;
    return (word->shape & WORD_FIRST_UPPER) && !(word->shape & wrong) && word->len > 3 &&
           word->gap == GAP_SPACE;
}

enum { HEADING_WORDS_MAX = 20 }; /* past it, a clause set in a heading's style */

/* Those of the headings that have at LEAST so many. */
static CandidateList collect_candidates(const CheckContext *context, size_t least)
{
    CandidateList list = {0};
    for (size_t p = 0; p < context->proses.len; p++) {
        const Prose *prose = &context->proses.items[p];
        if (!is_heading(context, prose) || prose->block->as.heading.level == 1 ||
            prose->n_words > HEADING_WORDS_MAX)
            continue;
        size_t n_before = list.len;
        for (size_t i = 1; i < prose->n_words; i++)
            if (is_candidate(&prose->words[i]))
                array_push(&list, (Candidate){.hash = prose->words[i].hash, .prose = p});
        if (list.len - n_before < least)
            list.len = n_before;
    }
    if (list.len)
        qsort(list.items, list.len, sizeof *list.items, compare_candidates);
    return list;
}

/* The first candidate with HASH, or list->len. */
static size_t find_candidate(const CandidateList *list, uint64_t hash)
{
    size_t low = 0, high = list->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->len && list->items[low].hash == hash ? low : list->len;
}

static void mark_small(const CheckContext *context, CandidateList *list)
{
    WordFilter sought = {0};
    for (size_t i = 0; i < list->len; i++)
        word_filter_add(&sought, list->items[i].hash);
    for (size_t p = 0; p < context->proses.len; p++) {
        const Prose *prose = &context->proses.items[p];
        for (size_t i = 0; i < prose->n_words; i++) {
            uint64_t hash = prose->words[i].hash;
            if ((prose->words[i].shape & (WORD_FIRST_UPPER | WORD_IN_CODE | WORD_IN_ADDRESS)) ||
                !word_filter_has(&sought, hash))
                continue;
            for (size_t c = find_candidate(list, hash);
                 c < list->len && list->items[c].hash == hash && !list->items[c].is_small_elsewhere;
                 c++)
                list->items[c].is_small_elsewhere = true;
        }
    }
}

/* "MoJ Digital Accessibility Team", "Declaration on the Rights of the Child", "First
 * Quantum Hackathon in 2022": a body, a paper or an event of a year has a name. */
static bool is_name(const Rule *rule, const Prose *prose)
{
    StrList names = rule_option_list(rule, STR("names"));
    StrList links = STR_LIST(STR("on"), STR("of"), STR("for"));
    for (size_t i = 0; i < prose->n_words; i++) {
        Str word = word_text(prose, &prose->words[i]);
        if (!(prose->words[i].shape & WORD_HAS_LETTER) && word.len == 4)
            return true;
        bool is_last = i + 1 == prose->n_words;
        if (access_list_has(names, word) &&
            (is_last || access_list_has(links, word_text(prose, &prose->words[i + 1]))))
            return true;
    }
    return false;
}

/* Args: the heading. Options: `words`, how many words with a needless capital;
 * `names`, words that end a name, or stand in it before "on", "of" or "for". */
void heading_case_on_document(CheckContext *context, const Rule *rule)
{
    size_t least = (size_t)rule_option_number(rule, STR("words"), 3);
    CandidateList list = collect_candidates(context, least);
    size_t *n_needless = mem_calloc(context->proses.len + 1, sizeof *n_needless);
    if (list.len)
        mark_small(context, &list);
    for (size_t i = 0; i < list.len; i++)
        n_needless[list.items[i].prose] += list.items[i].is_small_elsewhere;
    for (size_t p = 0; p < context->proses.len; p++)
        if (n_needless[p] >= least && !is_name(rule, &context->proses.items[p]))
            access_emit(context, rule, context->proses.items[p].block,
                        STR_LIST(access_quote(context->proses.items[p].block, context->arena)));
    mem_free(n_needless);
    array_free(&list);
}

/* A heading, known by its words and by the heading it stands under. */
typedef struct Titled {
    uint64_t hash;
    size_t parent, prose; /* indexes; 0 is the top */
} Titled;

static int compare_titled(const void *left, const void *right)
{
    const Titled *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    if (a->parent != b->parent)
        return a->parent < b->parent ? -1 : 1;
    return (a->prose > b->prose) - (a->prose < b->prose);
}

/* Of the words of PROSE and of what code stands in it. */
static uint64_t words_hash(const Prose *prose)
{
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < prose->n_words; i++)
        hash = (hash ^ prose->words[i].hash) * UINT64_C(0x100000001B3);
    NodeIter iter = node_iter(prose->block);
    while (node_iter_next(&iter)) {
        const Node *at = iter.node;
        for (size_t i = 0;
             iter.event == NODE_ENTER && at->kind == NODE_CODE && i < at->as.text.literal.len; i++)
            hash = hash_byte(hash, (unsigned char)at->as.text.literal.data[i]);
    }
    return hash;
}

enum { LEVELS_MAX = 32 };

typedef ARRAY(Titled) TitledList;

/* Headings in tables repeat from row to row, and have the row to tell them apart. */
static TitledList collect_titled(const CheckContext *context)
{
    TitledList list = {0};
    size_t open[LEVELS_MAX] = {0}; /* the present heading of each level, plus 1 */
    for (size_t p = 0; p < context->proses.len; p++) {
        const Prose *prose = &context->proses.items[p];
        int level = prose->block->kind == NODE_HEADING ? prose->block->as.heading.level : 0;
        if (!is_heading(context, prose) || level < 1 || level >= LEVELS_MAX ||
            node_ancestor(prose->block, NODE_TABLE))
            continue;
        size_t parent = 0;
        for (int above = level - 1; above > 0 && !parent; above--)
            parent = open[above];
        open[level] = p + 1;
        memset(&open[level + 1], 0, sizeof open[0] * (size_t)(LEVELS_MAX - 1 - level));
        array_push(&list, (Titled){words_hash(prose), parent, p});
    }
    if (list.len)
        qsort(list.items, list.len, sizeof *list.items, compare_titled);
    return list;
}

/* Args: the heading. A second heading of level 1 is heading-h1-count's. */
void heading_duplicate_on_document(CheckContext *context, const Rule *rule)
{
    TitledList list = collect_titled(context);
    for (size_t i = 1; i < list.len; i++) {
        const Titled *one = &list.items[i], *before = one - 1;
        const Prose *prose = &context->proses.items[one->prose];
        int level = prose->block->as.heading.level;
        bool is_same = level > 1 && one->hash == before->hash && one->parent == before->parent &&
                       level == context->proses.items[before->prose].block->as.heading.level;
        if (is_same)
            access_emit(context, rule, prose->block,
                        STR_LIST(access_quote(prose->block, context->arena)));
    }
    array_free(&list);
}
