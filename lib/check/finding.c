#include "check/finding.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* Order of place: bytes where there are lines, else paragraph and place in it;
 * what is about the paper as a whole comes first. */
static int compare_places(const Location *a, const Location *b)
{
    bool a_whole = a->precision == PRECISION_DOCUMENT;
    bool b_whole = b->precision == PRECISION_DOCUMENT;
    if (a_whole || b_whole)
        return b_whole - a_whole;
    if (a->has_lines && b->has_lines) {
        int order = compare_sizes(a->offset, b->offset);
        return order ? order : compare_sizes(a->length, b->length);
    }
    int order = compare_sizes(a->paragraph, b->paragraph);
    return order ? order : compare_sizes(a->in_paragraph, b->in_paragraph);
}

static int compare_findings(const void *left, const void *right)
{
    const Finding *a = left, *b = right;
    int order = compare_places(&a->location, &b->location);
    if (!order)
        order = str_compare(a->rule->id, b->rule->id);
    if (!order)
        order = str_compare(a->match, b->match);
    return order ? order : str_compare(a->message, b->message);
}

static uint64_t key_hash(const Rule *rule, Str key)
{
    uint64_t hash = hash_byte(hash_bytes(rule->id), 0);
    for (size_t i = 0; i < key.len; i++)
        hash = hash_byte(hash, (unsigned char)ascii_lower(key.data[i]));
    return hash;
}

/* Open addressing from a hash to the finding that came first with it. */
typedef struct FirstTable {
    size_t *slots; /* index + 1; 0 is free */
    size_t mask;
} FirstTable;

static FirstTable first_table_new(size_t n_items)
{
    size_t n_slots = 16;
    while (n_slots < 2 * n_items)
        n_slots *= 2;
    return (FirstTable){mem_calloc(n_slots, sizeof(size_t)), n_slots - 1};
}

/* The slot where a finding like FINDING stands, or the free one where it belongs. */
static size_t find_fold(const FirstTable *table, const FindingList *findings,
                        const Finding *finding)
{
    size_t slot = (size_t)key_hash(finding->rule, finding->fold_key) & table->mask;
    for (; table->slots[slot]; slot = (slot + 1) & table->mask) {
        const Finding *other = &findings->items[table->slots[slot] - 1];
        if (other->rule == finding->rule && utf8_eq_nocase(other->fold_key, finding->fold_key))
            break;
    }
    return slot;
}

/* Counts repeats in the first of each kind and drops them from the list. */
static void fold_repeats(FindingList *findings)
{
    FirstTable table = first_table_new(findings->len);
    size_t kept = 0;
    for (size_t i = 0; i < findings->len; i++) {
        Finding finding = findings->items[i];
        if (finding.fold_key.len) {
            size_t slot = find_fold(&table, findings, &finding);
            if (table.slots[slot]) {
                findings->items[table.slots[slot] - 1].count++;
                continue;
            }
            table.slots[slot] = kept + 1;
        }
        findings->items[kept++] = finding;
    }
    findings->len = kept;
    mem_free(table.slots);
}

/* In Word a place is a paragraph, which may hold several things of one kind: each
 * finding without words is about one of them. */
static bool is_repeat(const Finding *a, const Finding *b)
{
    bool is_about_thing =
        a->location.precision == PRECISION_BLOCK && !a->location.has_lines && !a->match.len;
    return !is_about_thing && compare_findings(a, b) == 0;
}

void findings_finish(FindingList *findings, bool folds, Arena *arena)
{
    if (!findings->len)
        return;
    qsort(findings->items, findings->len, sizeof *findings->items, compare_findings);
    size_t kept = 1;
    for (size_t i = 1; i < findings->len; i++)
        if (!is_repeat(&findings->items[i], &findings->items[kept - 1]))
            findings->items[kept++] = findings->items[i];
    findings->len = kept;
    if (folds)
        fold_repeats(findings);
    for (size_t i = 0; i < findings->len; i++) {
        Finding *finding = &findings->items[i];
        if (finding->count > 1)
            finding->message = arena_printf(arena, "%.*s (%zu times in this paper)",
                                            STR_ARG(finding->message), finding->count);
    }
}

static uint64_t mix(uint64_t hash, uint64_t more)
{
    return (hash ^ more) * UINT64_C(0x9E3779B97F4A7C15) + 1;
}

/* The last fingerprint given to findings that are alike in everything. */
typedef struct Alike {
    uint64_t hash, last;
    bool is_used;
} Alike;

static uint64_t fingerprint_of(Alike *table, size_t mask, uint64_t hash)
{
    size_t slot = (size_t)hash & mask;
    while (table[slot].is_used && table[slot].hash != hash)
        slot = (slot + 1) & mask;
    table[slot].last = table[slot].is_used ? mix(table[slot].last, 1) : hash;
    table[slot].hash = hash;
    table[slot].is_used = true;
    return table[slot].last;
}

void findings_give_fingerprints(FindingList *findings)
{
    size_t n_slots = 16;
    while (n_slots < 2 * findings->len)
        n_slots *= 2;
    Alike *table = mem_calloc(n_slots, sizeof *table);
    for (size_t i = 0; i < findings->len; i++) {
        Finding *finding = &findings->items[i];
        uint64_t hash = mix(key_hash(finding->rule, finding->match), hash_bytes(finding->excerpt));
        finding->fingerprint = fingerprint_of(table, n_slots - 1, hash);
    }
    mem_free(table);
}
