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

/* Args: the words, the ratio, the least ratio. Options: `ratio` and `ratio-large`,
 * the least; `white`. Told once for each pair of colours. */
void text_contrast_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    const TextStyle *style = node->text_style;
    uint32_t ground;
    if (node->kind != NODE_TEXT || !style || !style->colour.is_set ||
        !ground_of(context, rule, style, &ground) || !has_word(node->as.text.literal))
        return;
    double least = is_large(style) ? rule_option_number(rule, STR("ratio-large"), 3)
                                   : rule_option_number(rule, STR("ratio"), 4.5);
    double ratio = colour_contrast(style->colour.rgb, ground);
    if (ratio >= least || style->colour.rgb == ground) /* the same: not meant to be seen */
        return;
    Arena *arena = context->arena;
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.node = node},
                        .args = STR_LIST(access_short(node->as.text.literal, arena),
                                         arena_printf(arena, "%.1f", floor(ratio * 10) / 10),
                                         arena_printf(arena, "%g", least)),
                        .fold_key = arena_printf(arena, "%06x %06x", (unsigned)style->colour.rgb,
                                                 (unsigned)ground)});
}
