/* The kinds of the shared vocabulary that look for patterns in one block:
 * existence, substitution, occurrence, repetition. Meaning as in Vale 3.15.1. */
#include "check/checks.h"
#include "check/pieces.h"

#include "base/utf8.h"

static void emit_match(CheckContext *context, const Rule *rule, const Piece *piece, Span span,
                       StrList args, StrList suggestions)
{
    finding_emit(context, rule,
                 &(FindingDraft){.place = piece_place(piece, span),
                                 .match = span_of(span, piece->text),
                                 .args = args,
                                 .suggestions = suggestions,
                                 .can_replace = suggestions.len > 0,
                                 .fold_key = span_of(span, piece->text)});
}

void existence_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    PatternList patterns = rule->as.existence.patterns;
    if (!pieces_may_match(context, rule, prose, patterns))
        return;
    PieceIter pieces = pieces_of_prose(context, rule, prose);
    Piece piece;
    while (piece_next(&pieces, &piece)) {
        Span span;
        size_t from = 0;
        while (piece_match_any(context, rule, patterns, &piece, &from, &span))
            emit_match(context, rule, &piece, span, STR_LIST(span_of(span, piece.text)),
                       (StrList){0});
    }
}

/* SUGGESTIONS with a capital where the match has one. */
static StrList capitalised(const Rule *rule, StrList suggestions, Str observed, Arena *arena)
{
    uint32_t first;
    if (!rule->as.substitution.is_capitalised || !observed.len)
        return suggestions;
    (void)utf8_decode(observed, 0, &first);
    if (!utf8_is_upper(first))
        return suggestions;
    Str *items = arena_new_array(arena, Str, suggestions.len);
    for (size_t i = 0; i < suggestions.len; i++) {
        Buf buf = {0};
        uint32_t c;
        size_t n = suggestions.items[i].len ? utf8_decode(suggestions.items[i], 0, &c) : 0;
        if (n)
            utf8_append(&buf, utf8_upper(c));
        buf_append(&buf, str_sub(suggestions.items[i], n, suggestions.items[i].len));
        items[i] = arena_str(arena, buf_str(&buf));
        buf_free(&buf);
    }
    return (StrList){items, suggestions.len};
}

void substitution_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    if (!rule->as.substitution.n_swaps)
        return;
    PieceIter pieces = pieces_of_prose(context, rule, prose);
    Piece piece;
    while (piece_next(&pieces, &piece)) {
        for (size_t i = 0; i < rule->as.substitution.n_swaps; i++) {
            const Swap *swap = &rule->as.substitution.swaps[i];
            size_t from = 0;
            Span span;
            while (swap->pattern &&
                   piece_match(context, rule, swap->pattern, &piece, &from, &span)) {
                Str observed = span_of(span, piece.text);
                if (swap_is_accepted(rule, swap, context->checker->matcher, observed))
                    continue;
                StrList suggestions =
                    capitalised(rule, swap->suggestions, observed, context->arena);
                Str expected = suggestions_text(rule, suggestions, context->arena);
                emit_match(context, rule, &piece, span, STR_LIST(expected, observed), suggestions);
            }
        }
    }
}

void occurrence_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    PieceIter pieces = pieces_of_prose(context, rule, prose);
    Piece piece;
    while (piece_next(&pieces, &piece)) {
        size_t n = 0, from = 0;
        Span span, first = {0, 0};
        while (piece_match(context, rule, rule->as.occurrence.token, &piece, &from, &span)) {
            if (n++ == 0)
                first = span;
        }
        unsigned max = rule->as.occurrence.max, min = rule->as.occurrence.min;
        if ((max && n > max) || (min && n < min))
            finding_emit(context, rule,
                         &(FindingDraft){.place = piece_place(&piece, first),
                                         .match = span_of(first, piece.text),
                                         .args = STR_LIST(arena_number(context->arena, n))});
    }
}

static bool is_letters(Str text)
{
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        i += utf8_decode(text, i, &c);
        if (!utf8_is_letter(c))
            return false;
    }
    return true;
}

static bool same_token(const Rule *rule, Str a, Str b)
{
    return str_eq(a, b) || (rule->as.repetition.ignores_case && utf8_eq_nocase(a, b));
}

/* A repeat over the end of a sentence ("That is that. That …") is none. */
static bool crosses_sentence(const Prose *prose, Span span)
{
    for (size_t i = 0; prose && i < prose->n_sentences; i++) {
        size_t end = prose->sentences[i].span.end;
        if (span.start < end && end < span.end)
            return true;
    }
    return false;
}

void repetition_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    PieceIter pieces = pieces_of_prose(context, rule, prose);
    Piece piece;
    while (piece_next(&pieces, &piece)) {
        Span span, previous = {0, 0}, first = {0, 0};
        size_t from = 0, n = 0;
        while (piece_match(context, rule, rule->as.repetition.token, &piece, &from, &span)) {
            Str text = span_of(span, piece.text);
            bool repeats = n && same_token(rule, text, span_of(previous, piece.text)) &&
                           !(rule->as.repetition.letters_only && !is_letters(text));
            first = repeats ? first : span;
            n = repeats ? n + 1 : 1;
            previous = span;
            Span whole = {first.start, span.end};
            if (n <= rule->as.repetition.max || n < 2 || crosses_sentence(piece.prose, whole))
                continue;
            emit_match(context, rule, &piece, whole, STR_LIST(text), (StrList){0});
            n = 0;
        }
    }
}
