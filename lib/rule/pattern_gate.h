/* PatternGate: one pass over a text that tells which of many patterns can match in it
 * at all, by the texts that each needs (Need). The automaton of Aho and Corasick,
 * "Efficient String Matching" (1975), over bytes, ASCII letters folded. Immutable. */
#ifndef PLAINPAPER_RULE_PATTERN_GATE_H
#define PLAINPAPER_RULE_PATTERN_GATE_H

#include "rule/pattern.h"

#include <stdint.h>

typedef struct PatternGate PatternGate;

/* A gate for N PATTERNS (borrowed; pattern_number tells them apart, and is their place
 * here). Those that are not ASKED (one flag each) never count as able to match. The
 * caller frees the result with pattern_gate_free. */
PatternGate *pattern_gate_new(Pattern *const *patterns, const bool *asked, size_t n);

void pattern_gate_free(PatternGate *gate);

/* Length of a set of pattern numbers, in 64-bit parts. */
size_t pattern_gate_set_len(const PatternGate *gate);

/* Which patterns may match in TEXT, one bit each, into RET_SET. */
void pattern_gate_open(const PatternGate *gate, Str text, uint64_t *ret_set);

#endif
