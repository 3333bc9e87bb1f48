/* Pattern: one regular expression. The only room that knows PCRE2.
 *
 * Patterns are compiled as UTF with Unicode properties, and matched under
 * limits on steps, depth and memory. A Pattern is immutable and may be shared by
 * threads; a Matcher is scratch for one thread. Texts must be well-formed UTF-8
 * (Source.text and Prose.text are): they are not checked again. */
#ifndef PLAINPAPER_RULE_PATTERN_H
#define PLAINPAPER_RULE_PATTERN_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"
#include "rule/need.h"

typedef struct Pattern Pattern;

typedef struct PatternList {
    const Pattern *const *items;
    size_t len;
} PatternList;
typedef struct Matcher Matcher;

typedef enum PatternFlags {
    PATTERN_CASELESS = 1 << 0,
    PATTERN_MULTILINE = 1 << 1, /* ^ and $ at line ends too */
} PatternFlags;

/* What does not compile: where in the pattern (bytes), and why. */
typedef struct PatternError {
    size_t offset;
    char message[256];
} PatternError;

/* Compiles SOURCE. STATUS_SYNTAX with *ret_error filled when it is no valid
 * expression. The caller frees *ret. */
PP_MUST_USE Status pattern_compile(Str source, unsigned flags, Pattern **ret,
                                   PatternError *ret_error);

/* Compiles PATTERN just in time where the machine can: worth it for those that
 * will be matched often. Before the pattern is shared. */
void pattern_speed_up(Pattern *pattern);

void pattern_free(Pattern *pattern);

/* The texts of which a match of PATTERN holds one. */
const Need *pattern_need(const Pattern *pattern);

/* The place of PATTERN among all of a rule set; 0 until it is set. Before the pattern
 * is shared. */
void pattern_set_number(Pattern *pattern, size_t number);
size_t pattern_number(const Pattern *pattern);

/* Number of capture groups. */
size_t pattern_n_groups(const Pattern *pattern);

Matcher *matcher_new(void);
void matcher_free(Matcher *matcher);

typedef enum MatchResult {
    MATCH_NONE = 0,
    MATCH_FOUND,
    MATCH_LIMIT, /* gave up: too many steps or too deep */
} MatchResult;

/* Finds PATTERN in TEXT at or after FROM (the start of a character). On MATCH_FOUND matcher_group
 * tells the spans; group 0 is the whole match. */
MatchResult pattern_match(const Pattern *pattern, Matcher *matcher, Str text, size_t from);

/* Span of GROUP in the last match, a group of its pattern; {SIZE_MAX, SIZE_MAX} when it took no
 * part. */
Span matcher_group(const Matcher *matcher, size_t group);

#endif
