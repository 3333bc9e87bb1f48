/* access.text-contrast: can the letters be told from what is behind them?
 * access.colour-only: does a table's cell say something by its colour alone? */
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

/* Has the text a colour, or a ground, of which the file does not tell which it is? Text
 * of no colour of its own is made to stand out by the program that shows it. */
static bool has_unknown(const TextStyle *style)
{
    return style->colour.is_unknown || (style->colour.is_set && style->background.is_unknown);
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
    if (node->kind != NODE_TEXT || !style || !style->colour.is_set || has_unknown(style) ||
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

/* Says how much could not be looked at. */
void text_contrast_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    if (!document->has_styles)
        return;
    size_t n = 0;
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter)) {
        const Node *node = iter.node;
        if (iter.event == NODE_ENTER && node->is_hidden)
            node_iter_skip(&iter);
        else if (iter.event == NODE_ENTER && node->kind == NODE_TEXT && node->text_style &&
                 has_unknown(node->text_style) && has_word(node->as.text.literal))
            n++;
    }
    if (n)
        diagnostic_add(context->sink, DIAG_CHECK_SKIPPED, document->source.name, 0, 0,
                       "Contrast could not be checked in %zu place%s: the file does not tell the "
                       "colours. Look there yourself. (%.*s)",
                       n, n == 1 ? "" : "s", STR_ARG(rule->id));
}

enum { RED = 1, AMBER = 2, GREEN = 4 };

/* Which of the colours of a traffic light RGB is, pale or full; 0 for none. Ranges of
 * the hue in degrees, as people name them. */
static unsigned light_of(uint32_t rgb)
{
    double red = (rgb >> 16 & 0xFF) / 255.0, green = (rgb >> 8 & 0xFF) / 255.0;
    double blue = (rgb & 0xFF) / 255.0;
    double most = fmax(red, fmax(green, blue)), least = fmin(red, fmin(green, blue));
    double range = most - least;
    if (most < 0.3 || range < 0.2 * most)
        return 0;
    double hue = most <= red     ? 60 * (green - blue) / range
                 : most <= green ? 60 * (blue - red) / range + 120
                                 : 60 * (red - green) / range + 240;
    hue = hue < 0 ? hue + 360 : hue;
    if (hue < 18 || hue > 342)
        return RED;
    if (hue >= 24 && hue < 66)
        return AMBER;
    return hue >= 75 && hue < 165 ? GREEN : 0;
}

static unsigned light_of_cell(const Node *cell)
{
    const BlockStyle *style = cell->block_style;
    return style && style->background.is_set ? light_of(style->background.rgb) : 0;
}

/* Is the first cell of COLUMN in TABLE a word such as "RAG"? */
static bool is_rated(const Rule *rule, const Node *table, size_t column)
{
    const Node *row = node_first_row(table);
    const Node *cell = row ? row->first_child : NULL;
    for (size_t at = 0; cell && at + cell->as.cell.column_span <= column; cell = cell->next)
        at += cell->as.cell.column_span;
    if (!cell)
        return false;
    Arena scratch = {0};
    bool is_found =
        access_holds_any(access_text(cell, &scratch), rule_option_list(rule, STR("columns")));
    arena_free(&scratch);
    return is_found;
}

typedef struct Lights {
    unsigned seen;     /* of all cells */
    size_t n_wordless; /* cells with a colour and no word */
    const Node *first; /* of them */
    bool is_rated;     /* the first stands in a column that rates */
} Lights;

static Lights lights_of(const Rule *rule, const Node *table)
{
    Lights lights = {.seen = 0};
    for (const Node *row = node_first_row(table); row; row = node_next_row(row)) {
        size_t column = 0;
        for (const Node *cell = row->first_child; !row->as.row.is_header && cell;
             cell = cell->next) {
            unsigned light = light_of_cell(cell);
            lights.seen |= light;
            if (light && access_is_blank(cell)) {
                lights.n_wordless++;
                lights.is_rated = lights.is_rated || is_rated(rule, table, column);
                lights.first = lights.first ? lights.first : cell;
            }
            column += cell->as.cell.column_span;
        }
    }
    return lights;
}

/* Args: the table, the number of cells. Options: `cells`, the wording; `columns`, words
 * in the head of a column that rates. Bands of one colour are for looks: unless a column
 * rates, two colours must be there. */
void colour_only_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (node->kind != NODE_TABLE || node->as.table.is_layout || !access_is_heard(node))
        return;
    Lights lights = lights_of(rule, node);
    bool has_two = (lights.seen & (lights.seen - 1)) != 0;
    if (!lights.first || (!has_two && !lights.is_rated))
        return;
    Arena *arena = context->arena;
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.node = lights.first},
                                 .args = STR_LIST(access_table_name(node, arena),
                                                  arena_number(arena, lights.n_wordless)),
                                 .wording = wording_of(context, rule, STR("cells"))});
}
