/* access.text-*, access.line-spacing-tight: how the text looks. What a format does
 * not tell of its looks is not judged. */
#include "check/access.h"
#include "check/checks.h"

#include "base/utf8.h"

static size_t segment_end(const Prose *prose, size_t index)
{
    return index + 1 < prose->map.n_segments ? prose->map.segments[index + 1].text_start
                                             : prose->text.len;
}

static bool is_running(const CheckContext *context, const Prose *prose)
{
    return is_running_text(prose->block) && access_is_body(context->document, prose->block) &&
           prose->n_words > 0;
}

/* Which texts a rule is about. */
typedef bool (*LookTest)(const Node *text);

static bool is_italic(const Node *text)
{
    return text->kind == NODE_TEXT && access_look(text).is_italic;
}

static bool is_underlined(const Node *text)
{
    AccessLook look = text->kind == NODE_TEXT ? access_look(text) : (AccessLook){0};
    return look.is_underlined && !look.is_linked;
}

static bool is_bold(const Node *text)
{
    return text->kind == NODE_TEXT && access_look(text).is_bold;
}

/* The next stretch of PROSE at or after segment *INDEX whose texts all pass TEST. */
static bool next_stretch(const Prose *prose, LookTest test, size_t *index, Span *ret)
{
    size_t n = prose->map.n_segments;
    while (*index < n && !test(prose->map.segments[*index].node))
        ++*index;
    if (*index == n)
        return false;
    ret->start = prose->map.segments[*index].text_start;
    while (*index < n && (test(prose->map.segments[*index].node) ||
                          prose->map.segments[*index].node->kind == NODE_SOFT_BREAK))
        ret->end = segment_end(prose, (*index)++);
    return true;
}

typedef struct Stretch {
    size_t n_words, n_capitals, n_quoted;
} Stretch;

static Stretch stretch_of(const Prose *prose, Span span)
{
    Stretch stretch = {0};
    for (size_t i = prose_word_from(prose, span.start); i < prose->n_words; i++) {
        const Word *word = &prose->words[i];
        if (word->start >= span.end)
            break;
        stretch.n_words += !(word->shape & WORD_IN_ADDRESS);
        stretch.n_capitals += (word->shape & WORD_FIRST_UPPER) != 0;
        stretch.n_quoted += (word->shape & WORD_IN_QUOTE) != 0;
    }
    return stretch;
}

static void emit_stretch(CheckContext *context, const Rule *rule, const Prose *prose, Span span)
{
    span = span_trim(span, prose->text);
    Str words = access_short(span_of(span, prose->text), context->arena);
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.prose = prose, .span = span},
                                 .args = STR_LIST(words),
                                 .fold_key = rule->id});
}

/* Args: the words, cut. Options: `words`, how many are told; `titles`, the share of
 * capitals in percent from which a run is a title and passes. */
void text_italic_run_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    if (!is_running(context, prose))
        return;
    Span span;
    for (size_t i = 0; next_stretch(prose, is_italic, &i, &span);) {
        size_t words_min = (size_t)rule_option_number(rule, STR("words"), 5);
        size_t titles = (size_t)rule_option_number(rule, STR("titles"), 50);
        Stretch stretch = stretch_of(prose, span);
        if (stretch.n_words >= words_min && 100 * stretch.n_capitals < titles * stretch.n_words &&
            !stretch.n_quoted)
            emit_stretch(context, rule, prose, span);
    }
}

/* Args: the words, cut. */
void text_underline_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    Span span;
    for (size_t i = 0; next_stretch(prose, is_underlined, &i, &span);)
        if (stretch_of(prose, span).n_words && access_is_body(context->document, prose->block))
            emit_stretch(context, rule, prose, span);
}

static size_t percent(size_t part, size_t whole)
{
    return whole ? 100 * part / whole : 0;
}

/* The bytes of PROSE that are bold. A few words at the start of a paragraph, or all
 * of a short one, name what follows and do not count. */
static size_t bold_len(const Prose *prose)
{
    enum { NAME_WORDS_MAX = 8 };
    size_t len = 0;
    Span span;
    for (size_t i = 0; next_stretch(prose, is_bold, &i, &span);)
        if (prose_word_from(prose, span.start) > 0 ||
            stretch_of(prose, span).n_words > NAME_WORDS_MAX)
            len += span_len(span);
    return len;
}

/* Args: the share in percent. Options: `percent`, the most; `words`, from how many
 * in running text on it counts. */
void text_bold_heavy_on_document(CheckContext *context, const Rule *rule)
{
    size_t n_bold = 0, n_all = 0;
    for (size_t p = 0; p < context->proses.len; p++) {
        const Prose *prose = &context->proses.items[p];
        if (!is_running(context, prose))
            continue;
        n_all += prose->text.len;
        n_bold += bold_len(prose);
    }
    size_t share = percent(n_bold, n_all);
    if (share > (size_t)rule_option_number(rule, STR("percent"), 15) &&
        context->readability->prose.words >= (size_t)rule_option_number(rule, STR("words"), 150))
        access_emit(context, rule, NULL, STR_LIST(arena_number(context->arena, share)));
}

/* Tables may be set a little smaller; what hangs above or below the line is no text
 * of its own, nor are code and formulas. */
static bool is_small(const Prose *prose, const Node *text, size_t least)
{
    const TextStyle *style = text->text_style;
    if (text->kind == NODE_CODE || !style || !style->size_half_points || style->superscript ||
        style->subscript)
        return false;
    if (node_ancestor(prose->block, NODE_TABLE))
        least = least > 20 ? 20 : least;
    return style->size_half_points < least;
}

/* Args: the share in percent, the size in points, the least size. Options: `points`, the least;
 * `percent`, how much of the text may be smaller. */
void text_small_on_document(CheckContext *context, const Rule *rule)
{
    if (!context->document->has_styles)
        return;
    size_t least = (size_t)(2 * rule_option_number(rule, STR("points"), 12));
    size_t n_small = 0, n_all = 0, size = 0;
    const Node *first = NULL;
    for (size_t p = 0; p < context->proses.len; p++) {
        const Prose *prose = &context->proses.items[p];
        if (prose->block->kind == NODE_CAPTION || !access_is_body(context->document, prose->block))
            continue;
        n_all += prose->text.len;
        for (size_t i = 0; i < prose->map.n_segments; i++) {
            const Node *text = prose->map.segments[i].node;
            if (!is_small(prose, text, least))
                continue;
            n_small += segment_end(prose, i) - prose->map.segments[i].text_start;
            size = first ? size : text->text_style->size_half_points;
            first = first ? first : prose->block;
        }
    }
    size_t share = percent(n_small, n_all);
    if (first && share > (size_t)rule_option_number(rule, STR("percent"), 5))
        access_emit(context, rule, first,
                    STR_LIST(arena_number(context->arena, share),
                             arena_printf(context->arena, "%g", (double)size / 2),
                             arena_printf(context->arena, "%g", (double)least / 2)));
}

static bool has_serifs(StrList fonts, Str font)
{
    for (size_t i = 0; i < fonts.len; i++)
        if (font.len >= fonts.items[i].len &&
            str_eq_nocase(str_sub(font, 0, fonts.items[i].len), fonts.items[i]))
            return true;
    return false;
}

/* Args: the font. Options: `fonts`, beginnings of names of those with serifs; `sans`,
 * names that begin so and have none; `percent`, how much may be set in them. */
void text_serif_on_document(CheckContext *context, const Rule *rule)
{
    if (!context->document->has_styles)
        return;
    StrList fonts = rule_option_list(rule, STR("fonts"));
    StrList sans = rule_option_list(rule, STR("sans"));
    size_t n_serif = 0, n_all = 0;
    Str font = {0};
    for (size_t p = 0; p < context->proses.len; p++) {
        const Prose *prose = &context->proses.items[p];
        if (!access_is_body(context->document, prose->block))
            continue;
        n_all += prose->text.len;
        for (size_t i = 0; i < prose->map.n_segments; i++) {
            const Node *text = prose->map.segments[i].node;
            const TextStyle *style = text->text_style;
            if (text->kind == NODE_CODE || !style || !style->font.len ||
                !has_serifs(fonts, style->font) || access_list_has(sans, style->font))
                continue;
            n_serif += segment_end(prose, i) - prose->map.segments[i].text_start;
            font = font.len ? font : style->font;
        }
    }
    if (percent(n_serif, n_all) > (size_t)rule_option_number(rule, STR("percent"), 50))
        access_emit(context, rule, NULL, STR_LIST(font));
}

/* Is the look of PROSE's block, which has a style, one that a rule counts? *ret_is_known: does
 * the file tell it? */
typedef bool (*BlockTest)(const Rule *rule, const Prose *prose, bool *ret_is_known);

/* Is the first letter of TEXT of a script that runs from right to left: Hebrew, Arabic and
 * those around them in Unicode? */
static bool runs_leftwards(Str text)
{
    uint32_t c = 0;
    for (size_t i = 0; i < text.len && !utf8_is_letter(c);)
        i += utf8_decode(text, i, &c);
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFF);
}

/* Text from right to left has its even edge elsewhere, and other ways to fill a line. */
static bool is_justified(const Rule *rule, const Prose *prose, bool *ret_is_known)
{
    (void)rule;
    *ret_is_known = true;
    return prose->block->block_style->alignment == ALIGN_JUSTIFIED && !runs_leftwards(prose->text);
}

static bool is_tight(const Rule *rule, const Prose *prose, bool *ret_is_known)
{
    const BlockStyle *style = prose->block->block_style;
    *ret_is_known = style->line_spacing_percent != 0;
    double least = style->is_spacing_fixed ? 100 : rule_option_number(rule, STR("spacing"), 115);
    return style->line_spacing_percent < least;
}

/* What is shorter stands on one line, where neither the space between lines nor the
 * stretching of all but the last shows. */
enum { LINE_CHARACTERS = 80 };

/* Told once, at the first block, when more than option `percent` of the running
 * paragraphs of several lines, and at least two, pass TEST. Args: how many. */
static void block_share(CheckContext *context, const Rule *rule, BlockTest test, double most)
{
    if (!context->document->has_styles)
        return;
    size_t n = 0, n_all = 0;
    const Node *first = NULL;
    for (size_t p = 0; p < context->proses.len; p++) {
        const Prose *prose = &context->proses.items[p];
        if (!is_running(context, prose) || utf8_length(prose->text) <= LINE_CHARACTERS)
            continue;
        bool is_known = false;
        bool is_met = prose->block->block_style && test(rule, prose, &is_known) && is_known;
        n_all++;
        n += is_met;
        first = first || !is_met ? first : prose->block;
    }
    if (n >= 2 &&
        (double)(100 * n) > rule_option_number(rule, STR("percent"), most) * (double)n_all)
        access_emit(context, rule, first, STR_LIST(arena_number(context->arena, n)));
}

/* Args: the number of paragraphs. */
void text_justified_on_document(CheckContext *context, const Rule *rule)
{
    block_share(context, rule, is_justified, 10);
}

/* Args: the number of paragraphs. Option `spacing`: the least, in percent of single. */
void line_spacing_tight_on_document(CheckContext *context, const Rule *rule)
{
    block_share(context, rule, is_tight, 50);
}
