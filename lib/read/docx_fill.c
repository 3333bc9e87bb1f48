#include "read/docx_fill.h"

Fill fill_of_vml(Str colour)
{
    Str word = str_sub(colour, 0, str_find(colour, STR(" "), 0));
    if (!word.len || str_eq(word, STR("white")) || str_eq_nocase(word, STR("#fff")))
        return (Fill){.colour = {.rgb = 0xFFFFFF, .is_set = true}};
    if (str_eq(word, STR("black")))
        return (Fill){.colour = {.rgb = 0x000000, .is_set = true}};
    Colour known = colour_of_hex(word);
    return (Fill){.colour = known, .is_unknown = !known.is_set};
}

static void set_unknown(Fill *fill)
{
    *fill = (Fill){.is_unknown = true};
}

static void take_colour(Fill *fill, Colour colour)
{
    if (fill->awaits_colour)
        *fill = (Fill){.colour = colour, .is_unknown = !colour.is_set};
}

static void take_vml_shape(Fill *fill, const Element *element)
{
    Str is_filled = element_text(element, NS_NONE, "filled");
    bool is_empty = str_starts_with(is_filled, STR("f")) || str_eq(is_filled, STR("0"));
    *fill = is_empty ? (Fill){0} : fill_of_vml(element_text(element, NS_NONE, "fillcolor"));
}

/* v:fill beside a plain colour: a gradient, a picture, or a colour that shines through. */
static void take_vml_fill(Fill *fill, const Element *element)
{
    Str type = element_text(element, NS_NONE, "type");
    bool is_plain =
        (!type.len || str_eq(type, STR("solid"))) && !element_text(element, NS_NONE, "opacity").len;
    Str is_on = element_text(element, NS_NONE, "on");
    if (!is_plain && !str_starts_with(is_on, STR("f")))
        set_unknown(fill);
}

void fill_take(Fill *fill, const Element *element, const Theme *theme)
{
    switch (element->tag) {
    case WPS_spPr:
    case A_noFill:
        *fill = (Fill){0};
        break;
    case A_solidFill:
        *fill = (Fill){.is_unknown = true, .awaits_colour = true};
        break;
    case A_gradFill:
    case A_blipFill:
    case A_pattFill:
    case A_grpFill:
        set_unknown(fill);
        break;
    case A_srgbClr:
        take_colour(fill, colour_of_hex(element_text(element, NS_NONE, "val")));
        break;
    case A_schemeClr:
        take_colour(fill, theme_scheme_colour(theme, element_text(element, NS_NONE, "val")));
        break;
    case A_lumMod:
    case A_lumOff:
    case A_tint:
    case A_shade:
    case A_alpha:
    case A_satMod:
        if (fill->colour.is_set)
            set_unknown(fill);
        break;
    case A_fillRef:
        if (!fill->colour.is_set && number_of(element_text(element, NS_NONE, "idx"), 0) > 0)
            set_unknown(fill);
        break;
    case V_shape:
    case V_rect:
    case V_roundrect:
    case V_oval:
        take_vml_shape(fill, element);
        break;
    case V_fill:
        take_vml_fill(fill, element);
        break;
    default:
        break;
    }
}
