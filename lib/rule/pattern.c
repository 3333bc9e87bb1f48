#define PCRE2_CODE_UNIT_WIDTH 8
#include "rule/pattern.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <pcre2.h>
#include <stdint.h>
#include <stdio.h>

/* Backtracking that needs more than this finds nothing a person meant. */
enum {
    MATCH_STEPS_MAX = 1000 * 1000,
    MATCH_DEPTH_MAX = 50 * 1000,
    MATCH_HEAP_KIB_MAX = 32 * 1024,
    JIT_STACK_START = 32 * 1024,
    JIT_STACK_MAX = 1024 * 1024,
};

struct Pattern {
    pcre2_code *code;
    uint32_t n_groups;
    Need need;
    size_t number;
};

struct Matcher {
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *jit_stack;
    uint32_t n_pairs;
    bool has_match;
};

/* .NET writes \u00E9 where PCRE2 wants \x{00E9}; everything else passes as it is. */
static void translate(Str source, Buf *buf)
{
    for (size_t i = 0; i < source.len; i++) {
        if (source.data[i] != '\\' || i + 1 >= source.len) {
            buf_append_char(buf, source.data[i]);
            continue;
        }
        size_t digits = 0;
        while (source.data[i + 1] == 'u' && digits < 4 && i + 2 + digits < source.len &&
               memchr("0123456789abcdefABCDEF", source.data[i + 2 + digits], 22))
            digits++;
        if (digits == 4) {
            buf_printf(buf, "\\x{%.4s}", source.data + i + 2);
            i += 5;
        } else {
            buf_append(buf, str_sub(source, i, i + 2));
            i++;
        }
    }
}

static void explain(int code, PatternError *ret)
{
    if (code == PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH) {
        (void)snprintf(ret->message, sizeof ret->message,
                       "each alternative of a lookbehind must have a fixed length");
        return;
    }
    if (pcre2_get_error_message(code, (PCRE2_UCHAR *)ret->message, sizeof ret->message) < 0)
        (void)snprintf(ret->message, sizeof ret->message, "it is not a valid pattern");
}

Status pattern_compile(Str source, unsigned flags, Pattern **ret, PatternError *ret_error)
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DUPNAMES | PCRE2_NEVER_BACKSLASH_C;
    if (flags & PATTERN_CASELESS)
        options |= PCRE2_CASELESS;
    if (flags & PATTERN_MULTILINE)
        options |= PCRE2_MULTILINE;
    Buf text = {0};
    bool is_net = str_find(source, STR("\\u"), 0) < source.len;
    if (is_net)
        translate(source, &text);
    Str plain = is_net ? buf_str(&text) : source;
    int code;
    PCRE2_SIZE offset;
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)(plain.data ? plain.data : ""), plain.len,
                                         options, &code, &offset, NULL);
    if (!compiled) {
        buf_free(&text);
        ret_error->offset = offset < source.len ? offset : source.len;
        explain(code, ret_error);
        return STATUS_SYNTAX;
    }
    Pattern *pattern = mem_calloc(1, sizeof *pattern);
    pattern->code = compiled;
    (void)pcre2_pattern_info(compiled, PCRE2_INFO_CAPTURECOUNT, &pattern->n_groups);
    need_init(&pattern->need, plain);
    buf_free(&text);
    *ret = pattern;
    return STATUS_OK;
}

void pattern_speed_up(Pattern *pattern)
{
    /* Where there is no just-in-time compiler the interpreter does the work. */
    (void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
}

void pattern_free(Pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_code_free(pattern->code);
    need_free(&pattern->need);
    mem_free(pattern);
}

const Need *pattern_need(const Pattern *pattern)
{
    return &pattern->need;
}

void pattern_set_number(Pattern *pattern, size_t number)
{
    pattern->number = number;
}

size_t pattern_number(const Pattern *pattern)
{
    return pattern->number;
}

size_t pattern_n_groups(const Pattern *pattern)
{
    return pattern->n_groups;
}

Matcher *matcher_new(void)
{
    Matcher *matcher = mem_calloc(1, sizeof *matcher);
    matcher->context = pcre2_match_context_create(NULL);
    if (!matcher->context)
        pp_out_of_memory(sizeof *matcher);
    (void)pcre2_set_match_limit(matcher->context, MATCH_STEPS_MAX);
    (void)pcre2_set_depth_limit(matcher->context, MATCH_DEPTH_MAX);
    (void)pcre2_set_heap_limit(matcher->context, MATCH_HEAP_KIB_MAX);
    matcher->jit_stack = pcre2_jit_stack_create(JIT_STACK_START, JIT_STACK_MAX, NULL);
    if (matcher->jit_stack)
        pcre2_jit_stack_assign(matcher->context, NULL, matcher->jit_stack);
    return matcher;
}

void matcher_free(Matcher *matcher)
{
    if (!matcher)
        return;
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->context);
    pcre2_jit_stack_free(matcher->jit_stack);
    mem_free(matcher);
}

static void make_room(Matcher *matcher, uint32_t n_pairs)
{
    if (matcher->n_pairs >= n_pairs)
        return;
    pcre2_match_data_free(matcher->data);
    matcher->data = pcre2_match_data_create(n_pairs, NULL);
    if (!matcher->data)
        pp_out_of_memory(n_pairs * sizeof(PCRE2_SIZE));
    matcher->n_pairs = n_pairs;
}

MatchResult pattern_match(const Pattern *pattern, Matcher *matcher, Str text, size_t from)
{
    matcher->has_match = false;
    if (from > text.len)
        return MATCH_NONE;
    make_room(matcher, pattern->n_groups + 1);
    int result = pcre2_match(pattern->code, (PCRE2_SPTR)(text.data ? text.data : ""), text.len,
                             from, PCRE2_NO_UTF_CHECK, matcher->data, matcher->context);
    if (result == PCRE2_ERROR_NOMATCH)
        return MATCH_NONE;
    if (result < 0)
        return MATCH_LIMIT;
    matcher->has_match = true;
    return MATCH_FOUND;
}

Span matcher_group(const Matcher *matcher, size_t group)
{
    if (!matcher->has_match || group >= matcher->n_pairs)
        return (Span){SIZE_MAX, SIZE_MAX};
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(matcher->data);
    Span span = {ends[2 * group], ends[2 * group + 1]};
    /* \K inside a lookahead can put the start behind the end. */
    if (span.start != PCRE2_UNSET && span.start > span.end)
        span.start = span.end;
    return span;
}
