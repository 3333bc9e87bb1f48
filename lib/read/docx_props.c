#include "read/docx_props.h"

static void take_toggle(RunProps *props, uint8_t toggle, const Element *element)
{
    props->toggles_stated |= toggle;
    if (element_is_on(element))
        props->toggles |= toggle;
    else
        props->toggles &= (uint8_t)~toggle;
}

/* ST_HighlightColor, ECMA-376 part 1, 17.18.40. */
static Colour highlight_colour(Str name)
{
    static const struct {
        const char *name;
        uint32_t rgb;
    } colours[] = {
        {"yellow", 0xFFFF00},   {"green", 0x00FF00},       {"cyan", 0x00FFFF},
        {"magenta", 0xFF00FF},  {"blue", 0x0000FF},        {"red", 0xFF0000},
        {"darkBlue", 0x000080}, {"darkCyan", 0x008080},    {"darkGreen", 0x008000},
        {"darkRed", 0x800000},  {"darkMagenta", 0x800080}, {"darkYellow", 0x808000},
        {"darkGray", 0x808080}, {"lightGray", 0xC0C0C0},   {"black", 0x000000},
        {"white", 0xFFFFFF},
    };
    for (size_t i = 0; i < sizeof colours / sizeof colours[0]; i++)
        if (str_eq(name, str_of(colours[i].name)))
            return (Colour){.rgb = colours[i].rgb, .is_set = true};
    return (Colour){0};
}

static uint32_t mix(uint32_t front, uint32_t back, unsigned percent)
{
    uint32_t mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        uint32_t part =
            ((front >> shift & 0xFF) * percent + (back >> shift & 0xFF) * (100 - percent)) / 100;
        mixed = mixed << 8 | part;
    }
    return mixed;
}

/* ST_Shd, 17.18.78: a full pattern shows its own colour, "pct20" a fifth of it on the
 * ground, and stripes cannot be told as one colour. */
static Colour shading_colour(const Element *element, const Theme *theme)
{
    Str pattern = element_value(element);
    Colour ground = theme_colour(theme, element, true);
    Colour front = colour_of_hex(element_text(element, NS_W, "color"));
    if (!front.is_set)
        front = (Colour){.rgb = 0x000000, .is_set = true};
    if (str_eq(pattern, STR("solid")))
        return front;
    if (!pattern.len || str_eq(pattern, STR("clear")) || str_eq(pattern, STR("nil")))
        return ground;
    if (!str_starts_with(pattern, STR("pct")) || ground.is_unknown)
        return (Colour){.is_unknown = true};
    int percent = number_of(str_sub(pattern, 3, pattern.len), 0);
    uint32_t back = ground.is_set ? ground.rgb : 0xFFFFFF;
    unsigned share = percent < 0 ? 0 : percent > 100 ? 100 : (unsigned)percent;
    return (Colour){.rgb = mix(front.rgb, back, share), .is_set = true};
}

static void take_complex_font(RunProps *props, const Element *element, const PropsContext *context)
{
    Str font = theme_font(context->theme, element_text(element, NS_W, "cstheme"));
    if (!font.len)
        font = element_text(element, NS_W, "cs");
    if (!font.len)
        return;
    props->font_complex = intern_str(context->intern, font);
    props->stated |= RUN_FONT_COMPLEX;
}

static void take_font(RunProps *props, const Element *element, const PropsContext *context)
{
    take_complex_font(props, element, context);
    Str font = theme_font(context->theme, element_text(element, NS_W, "asciiTheme"));
    if (!font.len)
        font = element_text(element, NS_W, "ascii");
    if (!font.len)
        font = theme_font(context->theme, element_text(element, NS_W, "hAnsiTheme"));
    if (!font.len)
        font = element_text(element, NS_W, "hAnsi");
    if (!font.len)
        return;
    props->font = intern_str(context->intern, font);
    props->stated |= RUN_FONT;
}

static void take_vertical(RunProps *props, Str value)
{
    props->vertical = str_eq(value, STR("superscript")) ? VERTICAL_SUPERSCRIPT
                      : str_eq(value, STR("subscript")) ? VERTICAL_SUBSCRIPT
                                                        : VERTICAL_BASELINE;
    props->stated |= RUN_VERTICAL;
}

static uint16_t small_number(Str text, int max)
{
    int number = number_of(text, 0);
    return (uint16_t)(number < 0 ? 0 : number > max ? max : number);
}

/* Strict files may give a size as "12pt" instead of half points. */
static uint16_t half_points(Str value)
{
    int scale = str_ends_with(value, STR("pt")) ? 2 : 1;
    return (uint16_t)(small_number(value, 16000) * scale);
}

static void take_size(RunProps *props, Str value)
{
    props->size_half_points = half_points(value);
    if (props->size_half_points)
        props->stated |= RUN_SIZE;
}

static void take_complex_size(RunProps *props, Str value)
{
    props->size_complex = half_points(value);
    if (props->size_complex)
        props->stated |= RUN_SIZE_COMPLEX;
}

static void take_language(RunProps *props, const Element *element, const PropsContext *context)
{
    Str language = element_value(element);
    if (!language.len)
        return;
    props->language = intern_str(context->intern, language);
    props->stated |= RUN_LANGUAGE;
}

void run_props_take(RunProps *props, const Element *element, const PropsContext *context)
{
    switch (element->tag) {
    case W_rStyle:
        props->style = intern_str(context->intern, element_value(element));
        break;
    case W_b:
        take_toggle(props, TOGGLE_BOLD, element);
        break;
    case W_i:
        take_toggle(props, TOGGLE_ITALIC, element);
        break;
    case W_bCs:
        take_toggle(props, TOGGLE_BOLD_COMPLEX, element);
        break;
    case W_iCs:
        take_toggle(props, TOGGLE_ITALIC_COMPLEX, element);
        break;
    case W_rtl:
        props->is_right_to_left = element_is_on(element);
        props->stated |= RUN_RIGHT_TO_LEFT;
        break;
    case W_cs:
        props->is_complex = element_is_on(element);
        props->stated |= RUN_COMPLEX;
        break;
    case W_caps:
        take_toggle(props, TOGGLE_CAPS, element);
        break;
    case W_smallCaps:
        take_toggle(props, TOGGLE_SMALL_CAPS, element);
        break;
    case W_strike:
    case W_dstrike:
        take_toggle(props, TOGGLE_STRIKE, element);
        break;
    case W_vanish:
        take_toggle(props, TOGGLE_VANISH, element);
        break;
    case W_u:
        props->underline =
            element_value(element).len > 0 && !str_eq(element_value(element), STR("none"));
        props->stated |= RUN_UNDERLINE;
        break;
    case W_vertAlign:
        take_vertical(props, element_value(element));
        break;
    case W_color:
        props->colour = theme_colour(context->theme, element, false);
        props->stated |= RUN_COLOUR;
        break;
    case W_highlight:
        props->highlight = highlight_colour(element_value(element));
        props->stated |= RUN_HIGHLIGHT;
        break;
    case W_shd:
        props->shading = shading_colour(element, context->theme);
        props->stated |= RUN_SHADING;
        break;
    case W_rFonts:
        take_font(props, element, context);
        break;
    case W_sz:
        take_size(props, element_value(element));
        break;
    case W_szCs:
        take_complex_size(props, element_value(element));
        break;
    case W_lang:
        take_language(props, element, context);
        break;
    default:
        break;
    }
}

/* ST_Jc, 17.18.44; Strict says start and end. */
static Alignment alignment_of(Str value)
{
    if (str_eq(value, STR("left")) || str_eq(value, STR("start")))
        return ALIGN_LEFT;
    if (str_eq(value, STR("right")) || str_eq(value, STR("end")))
        return ALIGN_RIGHT;
    if (str_eq(value, STR("center")))
        return ALIGN_CENTRE;
    return value.len ? ALIGN_JUSTIFIED : ALIGN_UNSET;
}

static void take_spacing(ParagraphProps *props, const Element *element)
{
    Str line = element_text(element, NS_W, "line");
    if (!line.len)
        return;
    Str rule = element_text(element, NS_W, "lineRule");
    props->line_rule = str_eq(rule, STR("exact"))     ? LINE_EXACT
                       : str_eq(rule, STR("atLeast")) ? LINE_AT_LEAST
                                                      : LINE_AUTO;
    int scale = str_ends_with(line, STR("pt")) ? 20 : 1;
    props->line = (uint16_t)(small_number(line, 3000 * (21 - scale)) * scale);
    props->stated |= PARAGRAPH_LINE;
}

bool paragraph_props_take(ParagraphProps *props, const Element *element,
                          const PropsContext *context)
{
    switch (element->tag) {
    case W_numPr:
        return true;
    case W_pStyle:
        props->style = intern_str(context->intern, element_value(element));
        break;
    case W_outlineLvl:
        props->outline = (uint8_t)small_number(element_value(element), 9);
        props->stated |= PARAGRAPH_OUTLINE;
        break;
    case W_jc:
        props->alignment = (uint8_t)alignment_of(element_value(element));
        props->stated |= PARAGRAPH_ALIGNMENT;
        break;
    case W_spacing:
        take_spacing(props, element);
        break;
    case W_pageBreakBefore:
        props->page_break_before = element_is_on(element);
        props->stated |= PARAGRAPH_BREAK;
        break;
    case W_numId:
        props->num_id = number_of(element_value(element), 0);
        props->stated |= PARAGRAPH_NUMBERING;
        break;
    case W_ilvl:
        props->list_level = small_number(element_value(element), 8);
        props->stated |= PARAGRAPH_LEVEL;
        break;
    case W_shd:
        props->shading = shading_colour(element, context->theme);
        props->stated |= PARAGRAPH_SHADING;
        break;
    default:
        break;
    }
    return false;
}

void run_props_settle(RunProps *props)
{
    if (!props->is_right_to_left && !props->is_complex)
        return;
    props->toggles &= (uint8_t) ~(TOGGLE_BOLD | TOGGLE_ITALIC);
    props->toggles |= props->toggles & TOGGLE_BOLD_COMPLEX ? TOGGLE_BOLD : 0;
    props->toggles |= props->toggles & TOGGLE_ITALIC_COMPLEX ? TOGGLE_ITALIC : 0;
    if (props->stated & RUN_SIZE_COMPLEX)
        props->size_half_points = props->size_complex;
    if (props->stated & RUN_FONT_COMPLEX)
        props->font = props->font_complex;
}

void run_props_lay(RunProps *below, const RunProps *above)
{
    uint8_t keep = (uint8_t)~above->toggles_stated;
    below->toggles = (uint8_t)((below->toggles & keep) | (above->toggles & above->toggles_stated));
    below->toggles_stated |= above->toggles_stated;
    if (above->stated & RUN_UNDERLINE)
        below->underline = above->underline;
    if (above->stated & RUN_VERTICAL)
        below->vertical = above->vertical;
    if (above->stated & RUN_COLOUR)
        below->colour = above->colour;
    if (above->stated & RUN_HIGHLIGHT)
        below->highlight = above->highlight;
    if (above->stated & RUN_SHADING)
        below->shading = above->shading;
    if (above->stated & RUN_FONT)
        below->font = above->font;
    if (above->stated & RUN_LANGUAGE)
        below->language = above->language;
    if (above->stated & RUN_SIZE)
        below->size_half_points = above->size_half_points;
    if (above->stated & RUN_SIZE_COMPLEX)
        below->size_complex = above->size_complex;
    if (above->stated & RUN_FONT_COMPLEX)
        below->font_complex = above->font_complex;
    if (above->stated & RUN_RIGHT_TO_LEFT)
        below->is_right_to_left = above->is_right_to_left;
    if (above->stated & RUN_COMPLEX)
        below->is_complex = above->is_complex;
    below->stated |= above->stated;
}

void paragraph_props_lay(ParagraphProps *below, const ParagraphProps *above)
{
    if (above->stated & PARAGRAPH_OUTLINE)
        below->outline = above->outline;
    if (above->stated & PARAGRAPH_ALIGNMENT)
        below->alignment = above->alignment;
    if (above->stated & PARAGRAPH_LINE) {
        below->line = above->line;
        below->line_rule = above->line_rule;
    }
    if (above->stated & PARAGRAPH_BREAK)
        below->page_break_before = above->page_break_before;
    if (above->stated & PARAGRAPH_NUMBERING)
        below->num_id = above->num_id;
    if (above->stated & PARAGRAPH_LEVEL)
        below->list_level = above->list_level;
    if (above->stated & PARAGRAPH_SHADING)
        below->shading = above->shading;
    below->stated |= above->stated;
}
