/* The same text in two papers: runs of 40 words, by a rolling hash over word hashes
 * (Karp and Rabin, 1987), held in one table for the whole pack. */
#include "check/agenda_words.h"
#include "check/pack_parts.h"
#include "text/word_map.h"

#define BASE UINT64_C(0x9E3779B97F4A7C15)

/* A window of N words moving over PROSE. */
typedef struct Roll {
    const Prose *prose;
    size_t n, next;
    uint64_t hash, leaving; /* BASE to the power n - 1 */
} Roll;

static Roll roll_new(const Prose *prose, size_t n)
{
    Roll roll = {.prose = prose, .n = n, .leaving = 1};
    for (size_t i = 1; i < n; i++)
        roll.leaving *= BASE;
    return roll;
}

/* The hash of the next window and its first word; false at the end. */
static bool roll_next(Roll *roll, uint64_t *ret_hash, size_t *ret_first)
{
    const Word *words = roll->prose->words;
    while (roll->next < roll->prose->n_words) {
        size_t i = roll->next++;
        if (i >= roll->n)
            roll->hash -= words[i - roll->n].hash * roll->leaving;
        roll->hash = roll->hash * BASE + words[i].hash;
        if (i + 1 >= roll->n) {
            *ret_hash = roll->hash ^ (roll->hash >> 29); /* its low bits depend on few words */
            *ret_first = i + 1 - roll->n;
            return true;
        }
    }
    return false;
}

static bool is_in_appendix(const CheckContext *context, const Prose *prose)
{
    StrList headings = context->headings[prose - context->proses.items];
    for (size_t i = 0; i < headings.len; i++)
        if (starts_with_words(headings.items[i], STR("appendix")) ||
            starts_with_words(headings.items[i], STR("annex")))
            return true;
    return false;
}

static bool is_standard_text(const Rule *rule, const Prose *prose)
{
    StrList names = rule_option_list(rule, STR("standard-text"));
    for (size_t i = 0; i < names.len; i++)
        if (find_words(prose->text, names.items[i]) < prose->text.len)
            return true;
    return false;
}

static void tell(PackRun *run, const Rule *rule, PackPaper *paper, const Prose *prose, size_t first,
                 size_t last, uint32_t other)
{
    if (is_standard_text(rule, prose))
        return;
    Str name = str_file_name(run->papers[other].input->result->path);
    Span span = words_span(prose, first, last);
    finding_emit(&paper->context, rule,
                 &(FindingDraft){.place = {.prose = prose, .span = span},
                                 .args = STR_LIST(name),
                                 .fold_key = name});
}

static void check_prose(PackRun *run, const Rule *rule, PackPaper *paper, const Prose *prose,
                        const WordMap *paper_of, size_t n)
{
    uint32_t own = (uint32_t)(paper - run->papers), other = UINT32_MAX, holder;
    size_t first = 0, last = 0, at;
    uint64_t hash;
    Roll roll = roll_new(prose, n);
    while (roll_next(&roll, &hash, &at)) {
        if (!word_map_get(paper_of, hash, &holder) || holder == own)
            continue;
        if (other == UINT32_MAX) {
            other = holder;
            first = at;
        }
        last = at + n - 1;
    }
    if (other == UINT32_MAX)
        return;
    if (is_in_appendix(&paper->context, prose))
        paper->n_shared_words += last - first + 1;
    if (rule)
        tell(run, rule, paper, prose, first, last, other);
}

static void put_paper(PackRun *run, const PackPaper *paper, WordMap *paper_of, size_t n)
{
    for (size_t i = 0; i < paper->context.proses.len; i++) {
        Roll roll = roll_new(&paper->context.proses.items[i], n);
        uint64_t hash;
        size_t at;
        uint32_t first;
        while (roll_next(&roll, &hash, &at))
            if (!word_map_get(paper_of, hash, &first))
                word_map_put(paper_of, hash, (uint32_t)(paper - run->papers));
    }
}

void pack_find_duplicates(PackRun *run)
{
    const Rule *rule = pack_rule(run, STR("overload.duplicate-content"));
    size_t n = rule ? (size_t)rule_option_number(rule, STR("words"), 40) : 40;
    n = n < 5 ? 5 : n;
    WordMap paper_of = {0};
    for (size_t i = 0; i < run->n_papers; i++) {
        PackPaper *paper = &run->papers[i];
        for (size_t k = 0; k < paper->context.proses.len; k++)
            check_prose(run, rule, paper, &paper->context.proses.items[k], &paper_of, n);
        put_paper(run, paper, &paper_of, n);
    }
    word_map_free(&paper_of);
}
