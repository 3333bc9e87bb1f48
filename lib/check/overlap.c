#include "check/overlap.h"

#include "base/memory.h"

#include <stdlib.h>

/* What a finding covers, and how strongly it holds its place (0 is strongest). */
typedef struct Claim {
    size_t index; /* in the list */
    uint32_t paragraph;
    size_t start, end;
    int rank;
} Claim;

enum { RANK_ACRONYM, RANK_TERM, RANK_SPELLING, RANK_YIELDS };

static int rank_of(const Finding *finding)
{
    if (str_eq(finding->rule->family, STR("acronyms")))
        return RANK_ACRONYM;
    if (str_eq(finding->rule->family, STR("spelling")))
        return RANK_SPELLING;
    return finding->yields ? RANK_YIELDS : RANK_TERM;
}

/* Rules of people.* that weigh a paper point at a sentence, but are not about its words. */
static bool is_about_words(const Finding *finding)
{
    const Rule *rule = finding->rule;
    if (!finding->match.len || finding->is_about_block ||
        finding->location.precision == PRECISION_DOCUMENT)
        return false;
    if (str_eq(rule->family, STR("people")))
        return rule->kind == RULE_SUBSTITUTION || rule->kind == RULE_EXISTENCE;
    return str_eq(rule->family, STR("jargon")) || str_eq(rule->family, STR("acronyms")) ||
           str_eq(rule->family, STR("spelling"));
}

static Claim claim_of(const FindingList *findings, size_t index)
{
    const Finding *finding = &findings->items[index];
    const Location *at = &finding->location;
    return (Claim){.index = index,
                   .paragraph = at->paragraph,
                   .start = at->in_paragraph,
                   .end = at->in_paragraph + finding->match.len,
                   .rank = rank_of(finding)};
}

static int compare_claims(const void *left, const void *right)
{
    const Claim *a = left, *b = right;
    if (a->paragraph != b->paragraph)
        return a->paragraph < b->paragraph ? -1 : 1;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static bool stands_before(const Claim *a, const Claim *b)
{
    if (a->rank != b->rank)
        return a->rank < b->rank;
    size_t len_a = a->end - a->start, len_b = b->end - b->start;
    return len_a != len_b ? len_a > len_b : a->index < b->index;
}

/* Marks in IS_OUT the losers among CLAIMS, sorted by place. */
static void settle(const Claim *claims, size_t n, bool *is_out)
{
    const Claim *holder = NULL;
    for (size_t i = 0; i < n; i++) {
        const Claim *claim = &claims[i];
        if (!holder || holder->paragraph != claim->paragraph || holder->end <= claim->start) {
            holder = claim;
        } else if (stands_before(claim, holder)) {
            is_out[holder->index] = true;
            holder = claim;
        } else {
            is_out[claim->index] = true;
        }
    }
}

void findings_settle(FindingList *findings)
{
    Claim *claims = mem_calloc(findings->len + 1, sizeof *claims);
    bool *is_out = mem_calloc(findings->len + 1, sizeof *is_out);
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < findings->len; i++)
        if (is_about_words(&findings->items[i]))
            claims[n++] = claim_of(findings, i);
    qsort(claims, n, sizeof *claims, compare_claims);
    settle(claims, n, is_out);
    for (size_t i = 0; i < findings->len; i++)
        if (!is_out[i])
            findings->items[kept++] = findings->items[i];
    findings->len = kept;
    mem_free(claims);
    mem_free(is_out);
}
