#define PCRE2_CODE_UNIT_WIDTH 8
#include "rule/pattern.h"

#include "base/memory.h"

#include <pcre2.h>

/* Steps and depth one match may take: enough for honest patterns, and short of
 * a second on a paragraph for those that run wild. */
enum { MATCH_STEPS_MAX = 1000 * 1000, MATCH_DEPTH_MAX = 10 * 1000 };

struct Pattern {
    pcre2_code *code;
};

struct Matcher {
    pcre2_match_context *limits;
    pcre2_match_data *data;
    size_t n_groups; /* that data has room for */
    int n_set;       /* groups of the last match, the whole counted; 0 when none */
};

static uint32_t compile_flags(unsigned flags)
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
    if (flags & PATTERN_CASELESS)
        options |= PCRE2_CASELESS;
    if (flags & PATTERN_MULTILINE)
        options |= PCRE2_MULTILINE;
    return options;
}

Status pattern_compile(Str source, unsigned flags, Pattern **ret, PatternError *ret_error)
{
    int error;
    PCRE2_SIZE offset;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)(source.data ? source.data : ""), source.len,
                                     compile_flags(flags), &error, &offset, NULL);
    if (!code) {
        ret_error->offset = offset;
        if (pcre2_get_error_message(error, (PCRE2_UCHAR *)ret_error->message,
                                    sizeof ret_error->message) < 0)
            ret_error->message[0] = '\0';
        return STATUS_SYNTAX;
    }
    /* Where the machine cannot compile it just in time, matching interprets it. */
    (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    Pattern *pattern = mem_calloc(1, sizeof *pattern);
    pattern->code = code;
    *ret = pattern;
    return STATUS_OK;
}

void pattern_free(Pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_code_free(pattern->code);
    mem_free(pattern);
}

size_t pattern_n_groups(const Pattern *pattern)
{
    uint32_t n = 0;
    (void)pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &n);
    return n;
}

Matcher *matcher_new(void)
{
    Matcher *matcher = mem_calloc(1, sizeof *matcher);
    matcher->limits = pcre2_match_context_create(NULL);
    if (!matcher->limits)
        pp_out_of_memory(sizeof *matcher);
    (void)pcre2_set_match_limit(matcher->limits, MATCH_STEPS_MAX);
    (void)pcre2_set_depth_limit(matcher->limits, MATCH_DEPTH_MAX);
    return matcher;
}

void matcher_free(Matcher *matcher)
{
    if (!matcher)
        return;
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->limits);
    mem_free(matcher);
}

static void matcher_make_room(Matcher *matcher, size_t n_groups)
{
    if (n_groups <= matcher->n_groups)
        return;
    pcre2_match_data_free(matcher->data);
    matcher->n_groups = n_groups < 16 ? 16 : n_groups;
    matcher->data = pcre2_match_data_create((uint32_t)matcher->n_groups, NULL);
    if (!matcher->data)
        pp_out_of_memory(n_groups);
}

MatchResult pattern_match(const Pattern *pattern, Matcher *matcher, Str text, size_t from)
{
    matcher->n_set = 0;
    if (from > text.len)
        return MATCH_NONE;
    matcher_make_room(matcher, pattern_n_groups(pattern) + 1);
    int n = pcre2_match(pattern->code, (PCRE2_SPTR)(text.data ? text.data : ""), text.len, from,
                        PCRE2_NO_UTF_CHECK, matcher->data, matcher->limits);
    if (n == PCRE2_ERROR_NOMATCH)
        return MATCH_NONE;
    if (n < 0)
        return MATCH_LIMIT;
    matcher->n_set = n ? n : (int)matcher->n_groups;
    return MATCH_FOUND;
}

Span matcher_group(const Matcher *matcher, size_t group)
{
    if (group >= (size_t)matcher->n_set)
        return (Span){SIZE_MAX, SIZE_MAX};
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(matcher->data);
    if (ends[2 * group] == PCRE2_UNSET)
        return (Span){SIZE_MAX, SIZE_MAX};
    return (Span){ends[2 * group], ends[2 * group + 1]};
}
