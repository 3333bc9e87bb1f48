/* acronyms.undefined, .ambiguous, .defined-late: short forms met before, or without,
 * their long forms. */
#include "check/checks.h"

#include "check/acronym_fit.h"
#include "check/acronym_shapes.h"
#include "check/acronym_text.h"
#include "check/acronyms_shared.h"
#include "text/inflect.h"

enum { ADVICE_WORDS_MAX = 8, CHOICE_WORDS_MAX = 12 };

/* The long form that the paper spells out as a name, or the only one that is known;
 * empty when there is none or more than one. The organisation's list knows better than
 * a guess. *ret_plain is what it means. */
static Str long_form_of(const Acronym *acronym, const Meanings *meanings, Str *ret_plain)
{
    *ret_plain = (Str){0};
    bool is_told =
        acronym->n_definitions && !(meanings->are_own && acronym->definitions[0].is_hint);
    Str found = is_told ? acronym->definitions[0].long_form : (Str){0};
    for (size_t i = 0; i < meanings->len; i++) {
        const Term *term = meanings->items[i];
        if (meanings->len > 1 && !str_eq_nocase(term->long_form, found))
            continue;
        if (found.len && !str_eq_nocase(term->long_form, found))
            continue;
        if (term->plain.len)
            *ret_plain = term->plain.items[0];
        return found.len ? found : term->long_form;
    }
    return found;
}

/* Is the short form left for readers to guess at USE? */
static bool is_unexplained(const Acronym *acronym, const AcronymUse *use)
{
    if (!use || acronym->is_known)
        return false;
    for (size_t i = 0; i < acronym->n_definitions; i++) {
        const AcronymDefinition *definition = &acronym->definitions[i];
        bool is_before = stands_before(definition->prose, definition->long_span.start, use->prose,
                                       use->span.start);
        if (!definition->is_name || (!definition->is_hint && is_before))
            return false;
    }
    return true;
}

/* Is SHORT_FORM a name that begins with a word of the language, "OpenSSL"? Nobody can write it out.
 */
static bool begins_with_word(Str short_form, Lexicon *lexicon)
{
    enum { WORD_LETTERS_MIN = 3, CAPITALS_MIN = 2 };
    size_t end = 1;
    while (end < short_form.len && ascii_is_lower((unsigned char)short_form.data[end]))
        end++;
    return end >= WORD_LETTERS_MIN && ascii_is_upper((unsigned char)short_form.data[0]) &&
           count_capitals(str_sub(short_form, end, short_form.len)) >= CAPITALS_MIN && lexicon &&
           lexicon_is_available(lexicon) &&
           lexicon_knows_lower(lexicon, str_sub(short_form, 0, end));
}

static bool opens_sentence(const AcronymUse *use)
{
    for (size_t i = 0; i < use->prose->n_sentences; i++)
        if (use->prose->sentences[i].span.start == use->span.start)
            return true;
    return false;
}

static bool is_possessive(Str written)
{
    return has_byte(written, '\'') || str_find(written, STR("\xE2\x80\x99"), 0) < written.len;
}

/* Several of LONG_FORM: its last word changes, or the one before "of" and its like. */
static void append_plural(Str long_form, Buf *buf)
{
    static const char *const behind[] = {" at ", " by ", " for ", " from ", " in ",
                                         " of ", " on ", " to ",  " with "};
    size_t end = long_form.len, start;
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        size_t found = str_find(long_form, str_of(behind[i]), 0);
        end = found < end ? found : end;
    }
    for (start = end; start && long_form.data[start - 1] != ' ';)
        start--;
    buf_append(buf, str_sub(long_form, 0, start));
    inflect_phrase(str_sub(long_form, start, end), PART_NOUN, FORM_PLURAL, buf);
    buf_append(buf, str_sub(long_form, end, long_form.len));
}

/* LONG_FORM (SHORT) as it may stand in place of USE. */
static Str spelt_out(const Acronym *acronym, const AcronymUse *use, Str long_form, Arena *arena)
{
    Str written = span_of(use->span, use->prose->text);
    Buf buf = {0};
    bool is_plural = written.len == acronym->folded.len + 1 && str_ends_with(written, STR("s")) &&
                     !str_ends_with(long_form, STR("s")) && !is_clause(long_form);
    if (is_plural)
        append_plural(long_form, &buf);
    else
        buf_append(&buf, long_form);
    if (buf.len && opens_sentence(use))
        buf.data[0] = ascii_upper(buf.data[0]);
    if (is_possessive(written))
        written = acronym->folded;
    Str text = arena_printf(arena, "%.*s (%.*s)", STR_ARG(buf_str(&buf)), STR_ARG(written));
    buf_free(&buf);
    return text;
}

/* Where the article in front of USE begins when TEXT in its place wants another one,
 * with that put before TEXT; else where USE begins. */
static size_t take_article(const AcronymUse *use, Str *text, Arena *arena)
{
    static const char *const articles[] = {"a ", "an ", "A ", "An "};
    Str before = str_sub(use->prose->text, 0, use->span.start);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        Str article = str_of(articles[i]);
        size_t start = before.len - article.len;
        if (!str_ends_with(before, article) ||
            (before.len > article.len && !ascii_is_space((unsigned char)before.data[start - 1])))
            continue;
        if ((article.len == 3) == inflect_takes_an(*text))
            return use->span.start;
        const char *wanted = inflect_takes_an(*text) ? "an" : "a";
        *text = arena_printf(arena, "%s %.*s", wanted, STR_ARG(*text));
        if (ascii_is_upper((unsigned char)article.data[0]))
            ((char *)text->data)[0] = 'A';
        return start;
    }
    return use->span.start;
}

/* Can the words at USE be replaced as they stand? */
static bool is_replaceable(const AcronymUse *use)
{
    Str written = span_of(use->span, use->prose->text);
    char before = use->span.start ? use->prose->text.data[use->span.start - 1] : ' ';
    char after = use->span.end < use->prose->text.len ? use->prose->text.data[use->span.end] : ' ';
    return !is_possessive(written) && !strchr("(-/", before) && !strchr(")-/", after) &&
           use->prose->block->kind != NODE_HEADING;
}

static Str times_used(size_t n, Arena *arena)
{
    return n == 1 ? STR("once") : n == 2 ? STR("twice") : arena_printf(arena, "%zu times", n);
}

static void emit_undefined(CheckContext *context, const Rule *rule, const Acronym *acronym,
                           const AcronymUse *use, const Meanings *meanings)
{
    Arena *arena = context->arena;
    Str plain, long_form = long_form_of(acronym, meanings, &plain);
    Str advice = STR("Write what it stands for the first time.");
    Str suggestions[2];
    size_t n = 0;
    Span span = use->span;
    if (long_form.len) {
        Str text = spelt_out(acronym, use, long_form, arena);
        if (str_count_words(text) <= ADVICE_WORDS_MAX)
            advice = arena_printf(arena, "Write “%.*s” the first time.", STR_ARG(text));
        span.start = take_article(use, &text, arena);
        suggestions[n++] = text;
        if (plain.len)
            suggestions[n++] = arena_printf(arena, "%.*s, %.*s", STR_ARG(text), STR_ARG(plain));
    }
    Str written = span_of(use->span, use->prose->text);
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.prose = use->prose, .span = span},
                        .args = STR_LIST(written, times_used(acronym->n_uses, arena), advice),
                        .suggestions = {suggestions, n},
                        .can_replace = n > 0 && is_replaceable(use)});
}

/* Several meanings that fit, and nothing in the paper to choose by: then it is
 * acronyms.ambiguous that asks. *ret_meanings gets those that fit. */
static bool is_ambiguous(CheckContext *context, const Acronym *acronym, Meanings *ret_meanings)
{
    Str plain;
    *ret_meanings = meanings_of(context->checker->rules, acronym->folded);
    meanings_fit(context, &acronym->uses[0], ret_meanings);
    return ret_meanings->len >= 2 && !long_form_of(acronym, ret_meanings, &plain).len;
}

void acronym_undefined_on_document(CheckContext *context, const Rule *rule)
{
    for (size_t i = 0; i < context->acronyms->len; i++) {
        const Acronym *acronym = &context->acronyms->items[i];
        const AcronymUse *use = first_read_use(context, acronym);
        Meanings meanings;
        if (is_unexplained(acronym, use) && !is_ambiguous(context, acronym, &meanings) &&
            (meanings.len || !begins_with_word(acronym->folded, context->checker->lexicon)))
            emit_undefined(context, rule, acronym, use, &meanings);
    }
}

/* "“A”, “B” or “C”" of as many meanings as a short message holds. */
static Str list_meanings(const Meanings *meanings, Arena *arena)
{
    Buf buf = {0};
    size_t n = 0, n_words = 0;
    while (n < meanings->len) {
        n_words += str_count_words(meanings->items[n]->long_form);
        if (n && n_words > CHOICE_WORDS_MAX)
            break;
        n++;
    }
    for (size_t i = 0; i < n; i++)
        buf_printf(&buf, "%s“%.*s”",
                   !i                       ? ""
                   : i + 1 == meanings->len ? " or "
                                            : ", ",
                   STR_ARG(meanings->items[i]->long_form));
    if (n < meanings->len)
        buf_append(&buf, STR(" or another"));
    Str text = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}

void acronym_ambiguous_on_document(CheckContext *context, const Rule *rule)
{
    Arena *arena = context->arena;
    for (size_t i = 0; i < context->acronyms->len; i++) {
        const Acronym *acronym = &context->acronyms->items[i];
        const AcronymUse *use = first_read_use(context, acronym);
        Meanings meanings;
        if (!is_unexplained(acronym, use) || !is_ambiguous(context, acronym, &meanings))
            continue;
        Str *suggestions = arena_new_array(arena, Str, meanings.len);
        for (size_t k = 0; k < meanings.len; k++)
            suggestions[k] = spelt_out(acronym, use, meanings.items[k]->long_form, arena);
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = use->prose, .span = use->span},
                                     .args = STR_LIST(span_of(use->span, use->prose->text),
                                                      list_meanings(&meanings, arena)),
                                     .suggestions = {suggestions, meanings.len}});
    }
}

/* The first place that says what ACRONYM means and is not a mere name; NULL when none. */
static const AcronymDefinition *first_definition(const Acronym *acronym)
{
    return acronym->n_definitions && !acronym->definitions[0].is_name ? &acronym->definitions[0]
                                                                      : NULL;
}

/* The first use that readers meet in running text, headings and captions passed over. */
static const AcronymUse *first_use_in_text(const CheckContext *context, const Acronym *acronym)
{
    for (size_t i = 0; i < acronym->n_uses; i++) {
        NodeKind kind = acronym->uses[i].prose->block->kind;
        if (kind != NODE_HEADING && kind != NODE_CAPTION &&
            is_read_in_order(context, &acronym->uses[i]))
            return &acronym->uses[i];
    }
    return NULL;
}

/* "PSIRF update", and the paragraph below says what it is; "Talk to PALS.", and below
 * "PALS means …": soon enough. */
static bool is_explained_below(const AcronymUse *use, const AcronymDefinition *definition)
{
    enum { LABEL_WORDS_MAX = 6 };
    const Prose *prose = use->prose;
    bool is_label = prose->n_words <= LABEL_WORDS_MAX && !prose->sentences[0].is_closed;
    bool is_told = !span_is_empty(definition->short_span) &&
                   definition->short_span.start < definition->long_span.start;
    return definition->prose == prose + 1 && (is_label || is_told);
}

void acronym_defined_late_on_document(CheckContext *context, const Rule *rule)
{
    double reliable = rule_option_number(rule, STR("reliable"), 0.8);
    for (size_t i = 0; i < context->acronyms->len; i++) {
        const Acronym *acronym = &context->acronyms->items[i];
        const AcronymDefinition *definition = first_definition(acronym);
        const AcronymUse *use = first_use_in_text(context, acronym);
        if (!definition || !use || acronym->is_known || use->prose == definition->prose ||
            !count_capitals(acronym->folded) || definition->reliability < reliable)
            continue;
        if (is_explained_below(use, definition))
            continue;
        bool is_apart = !is_body_block(context, definition->prose->block);
        if (!is_apart && !stands_before(use->prose, use->span.start, definition->prose,
                                        definition->long_span.start))
            continue;
        Str text = spelt_out(acronym, use, definition->long_form, context->arena);
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = use->prose, .span = use->span},
                                     .args = STR_LIST(span_of(use->span, use->prose->text), text),
                                     .suggestions = {&text, 1},
                                     .can_replace = is_replaceable(use)});
    }
}
