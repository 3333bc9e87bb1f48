#include "check/pieces.h"

#include "base/utf8.h"

PieceIter pieces_of_prose(const CheckContext *context, const Rule *rule, const Prose *prose)
{
    PieceIter iter = {.prose = prose};
    if (scope_asks(&rule->scope, SCOPE_BIT_RAW)) {
        iter.by_raw = prose == context->proses.items && context->document->has_lines;
        iter.raw = context->document->source.text;
        return iter;
    }
    ScopeSet scope = prose_scope(context, prose);
    bool is_plain = scope & SCOPE_SET(PARAGRAPH);
    iter.by_sentence = scope_asks(&rule->scope, SCOPE_BIT_SENTENCE) && is_plain &&
                       scope_matches(&rule->scope, scope | SCOPE_SET(SENTENCE));
    iter.by_block = !iter.by_sentence && scope_matches(&rule->scope, scope);
    return iter;
}

bool piece_next(PieceIter *iter, Piece *ret)
{
    const Prose *prose = iter->prose;
    size_t index = iter->next++;
    if (iter->by_sentence) {
        if (index >= prose->n_sentences)
            return false;
        Span span = prose->sentences[index].span;
        *ret = (Piece){span_of(span, prose->text), prose, span.start};
        return true;
    }
    if (index)
        return false;
    if (iter->by_raw)
        *ret = (Piece){iter->raw, NULL, 0};
    else if (iter->by_block)
        *ret = (Piece){prose->text, prose, 0};
    return iter->by_raw || iter->by_block;
}

/* An exception that lies in the match, or covers it, protects it. */
static bool is_excepted(CheckContext *context, const Rule *rule, Str text, Span span)
{
    Matcher *matcher = context->checker->matcher;
    size_t from = span.start > 200 ? span.start - 200 : 0;
    while (from && ((unsigned char)text.data[from] & 0xC0) == 0x80)
        from--;
    while (pattern_match(rule->exception, matcher, text, from) == MATCH_FOUND) {
        Span exception = matcher_group(matcher, 0);
        if (exception.start >= span.end)
            return false;
        if (span_contains(span, exception) || span_contains(exception, span))
            return !span_is_empty(exception);
        from = exception.end > from ? exception.end : from + 1;
    }
    return false;
}

/* One of the words of `unless_near` stands in the sentence of SPAN. */
static bool is_guarded(const CheckContext *context, const Rule *rule, const Piece *piece, Span span)
{
    if (!piece->prose || !piece->prose->n_words)
        return false;
    size_t word = prose_word_from(piece->prose, piece->start + span.start);
    if (word == piece->prose->n_words)
        word--;
    return term_trie_rule_is_guarded(ruleset_terms(context->checker->rules), rule, piece->prose,
                                     word);
}

static void tell_limit(CheckContext *context, const Rule *rule)
{
    for (size_t i = 0; i < context->sink->items.len; i++)
        if (context->sink->items.items[i].code == DIAG_PATTERN_LIMIT)
            return;
    diagnostic_add(context->sink, DIAG_PATTERN_LIMIT, context->document->source.name, 0, 0,
                   "The pattern of rule %.*s takes too long here, so part of it was left out.",
                   STR_ARG(rule->id));
}

/* May PATTERN match in PROSE, going by the letters of the whole block? */
static bool may_match(CheckContext *context, const Pattern *pattern, const Prose *prose)
{
    if (context->able_in != prose) {
        pattern_gate_open(ruleset_gate(context->checker->rules), prose->text, context->able);
        context->able_in = prose;
    }
    size_t number = pattern_number(pattern);
    return context->able[number / 64] >> (number % 64) & 1;
}

bool pieces_may_match(CheckContext *context, const Rule *rule, const Prose *prose,
                      PatternList patterns)
{
    if (scope_asks(&rule->scope, SCOPE_BIT_RAW))
        return true;
    for (size_t i = 0; i < patterns.len; i++)
        if (may_match(context, patterns.items[i], prose))
            return true;
    return false;
}

/* Where the first of PATTERNS matches PIECE at or after FROM; false when none does. */
static bool find_first(CheckContext *context, const Rule *rule, PatternList patterns,
                       const Piece *piece, size_t from, Span *ret)
{
    Matcher *matcher = context->checker->matcher;
    bool is_found = false;
    for (size_t i = 0; i < patterns.len; i++) {
        if (piece->prose && !may_match(context, patterns.items[i], piece->prose))
            continue;
        MatchResult result = pattern_match(patterns.items[i], matcher, piece->text, from);
        if (result == MATCH_LIMIT)
            tell_limit(context, rule);
        if (result != MATCH_FOUND)
            continue;
        Span span = matcher_group(matcher, 0);
        if (!is_found || span.start < ret->start)
            *ret = span;
        is_found = true;
    }
    return is_found;
}

bool piece_match_any(CheckContext *context, const Rule *rule, PatternList patterns,
                     const Piece *piece, size_t *from, Span *ret)
{
    Span span;
    while (find_first(context, rule, patterns, piece, *from, &span)) {
        if (span_is_empty(span)) {
            uint32_t ignored;
            if (span.end >= piece->text.len)
                return false;
            *from = span.end + utf8_decode(piece->text, span.end, &ignored);
            continue;
        }
        *from = span.end;
        if (rule->exception && is_excepted(context, rule, piece->text, span))
            continue;
        if (rule->guards.len && is_guarded(context, rule, piece, span))
            continue;
        *ret = span;
        return true;
    }
    return false;
}

bool piece_match(CheckContext *context, const Rule *rule, const Pattern *pattern,
                 const Piece *piece, size_t *from, Span *ret)
{
    return piece_match_any(context, rule, (PatternList){&pattern, 1}, piece, from, ret);
}

Place piece_place(const Piece *piece, Span span)
{
    Span moved = {span.start + piece->start, span.end + piece->start};
    return (Place){.prose = piece->prose, .span = moved, .in_source = !piece->prose};
}

Str suggestions_text(const Rule *rule, StrList suggestions, Arena *arena)
{
    size_t at = str_find(rule->message, STR("%s"), 0);
    char before = at && at < rule->message.len ? rule->message.data[at - 1] : ' ';
    bool is_straight = before == '\'' || before == '"';
    bool is_curly = str_ends_with(str_sub(rule->message, 0, at), STR("“"));
    bool adds_marks = suggestions.len && !is_straight && !is_curly;
    Str open = is_straight ? str_sub(rule->message, at - 1, at) : STR("“");
    Str close = is_straight ? open : STR("”");
    Buf buf = {0};
    buf_append(&buf, adds_marks ? open : STR(""));
    for (size_t i = 0; i < suggestions.len; i++) {
        if (i) {
            buf_append(&buf, close);
            buf_append(&buf, i + 1 == suggestions.len ? STR(" or ") : STR(", "));
            buf_append(&buf, open);
        }
        buf_append(&buf, suggestions.items[i]);
    }
    buf_append(&buf, adds_marks ? close : STR(""));
    Str text = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}
