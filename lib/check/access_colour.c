/* access.text-contrast: can the letters be told from what is behind them? */
#include "check/access.h"
#include "check/checks.h"

#include "document/colour.h"

#include <math.h>

/* 18 points, or 14 in bold (WCAG: "large scale"). */
static bool is_large(const TextStyle *style)
{
    return style->size_half_points >= 36 || (style->size_half_points >= 28 && style->bold);
}

/* Two letters side by side; a line of signs and a lone "X" are no text to read. */
static bool has_word(Str text)
{
    bool was_letter = false;
    for (size_t i = 0; i < text.len; i++) {
        bool is_letter =
            ascii_is_alpha((unsigned char)text.data[i]) || (unsigned char)text.data[i] >= 0xC3;
        if (is_letter && was_letter)
            return true;
        was_letter = is_letter || (unsigned char)text.data[i] >= 0x80;
    }
    return false;
}

/* What is behind TEXT; where the file says nothing, the paper's white in the
 * formats that option `white` lists. */
static bool ground_of(const CheckContext *context, const Rule *rule, const TextStyle *style,
                      uint32_t *ret)
{
    *ret = style->background.is_set ? style->background.rgb : 0xFFFFFF;
    return style->background.is_set || str_list_has(rule_option_list(rule, STR("white")),
                                                    format_text(context->document->format));
}

/* Are both texts in the same colours, and both large or not? */
static bool is_alike(const Node *a, const Node *b)
{
    return b && b->kind == NODE_TEXT && !b->is_hidden && b->text_style &&
           is_large(a->text_style) == is_large(b->text_style) &&
           a->text_style->colour.is_set == b->text_style->colour.is_set &&
           a->text_style->colour.rgb == b->text_style->colour.rgb &&
           a->text_style->background.is_set == b->text_style->background.is_set &&
           a->text_style->background.rgb == b->text_style->background.rgb;
}

/* The words of TEXT and of those behind it that look alike. */
static Str stretch_of(const Node *text, Arena *arena)
{
    Buf buf = {0};
    for (const Node *at = text; is_alike(text, at); at = at->next)
        buf_append(&buf, at->as.text.literal);
    Str stretch = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    return stretch;
}

/* Args: the words, the ratio, the least ratio. Options: `ratio` and `ratio-large`,
 * the least; `white`. Told once for each pair of colours, at the first of texts that go on
 * alike: Word cuts a line into many. */
void text_contrast_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const TextStyle *style = node->text_style;
    uint32_t ground;
    if (node->kind != NODE_TEXT || !style || !style->colour.is_set ||
        !ground_of(context, rule, style, &ground) || is_alike(node, node->previous))
        return;
    double least = is_large(style) ? rule_option_number(rule, STR("ratio-large"), 3)
                                   : rule_option_number(rule, STR("ratio"), 4.5);
    double ratio = colour_contrast(style->colour.rgb, ground);
    if (ratio >= least || style->colour.rgb == ground) /* the same: not meant to be seen */
        return;
    Arena *arena = context->arena;
    Str stretch = stretch_of(node, arena);
    if (!has_word(stretch))
        return;
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.node = node},
                        .args = STR_LIST(access_short(stretch, arena),
                                         arena_printf(arena, "%.1f", floor(ratio * 10) / 10),
                                         arena_printf(arena, "%g", least)),
                        .fold_key = arena_printf(arena, "%06x %06x", (unsigned)style->colour.rgb,
                                                 (unsigned)ground)});
}
