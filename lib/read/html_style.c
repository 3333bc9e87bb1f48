#include "read/html_style.h"

#include "document/colour.h"

#include <stdlib.h>

/* FRONT laid over BACK. */
static uint32_t blend(uint32_t front, uint32_t back, double alpha)
{
    double part[3];
    for (int i = 0; i < 3; i++) {
        int shift = 16 - 8 * i;
        part[i] =
            alpha * (double)(front >> shift & 0xFF) + (1 - alpha) * (double)(back >> shift & 0xFF);
    }
    return html_rgb(part[0], part[1], part[2]);
}

/* Past the next part of a `background` value, brackets kept together. */
static size_t end_of_part(Str value, size_t at)
{
    size_t depth = 0;
    for (; at < value.len; at++) {
        char c = value.data[at];
        if (c == '(')
            depth++;
        else if (c == ')' && depth)
            depth--;
        else if (!depth && ascii_is_space((unsigned char)c))
            break;
    }
    return at;
}

static bool has_picture(Str value)
{
    for (size_t i = 0; i < value.len; i++) {
        Str rest = str_sub(value, i, value.len);
        if (str_eq_nocase(str_sub(rest, 0, 4), STR("url(")) ||
            str_eq_nocase(str_sub(rest, 0, 9), STR("gradient(")) ||
            str_eq_nocase(str_sub(rest, 0, 4), STR("var(")))
            return true;
    }
    return false;
}

static bool has_word(Str value, Str word)
{
    for (size_t at = 0; at < value.len; at++) {
        size_t end = end_of_part(value, at);
        if (str_eq_nocase(str_sub(value, at, end), word))
            return true;
        at = end;
    }
    return false;
}

/* Past the next argument in TEXT, brackets kept together. */
static size_t end_of_argument(Str text, size_t at)
{
    size_t depth = 0;
    for (; at < text.len && (depth || text.data[at] != ','); at++)
        depth += text.data[at] == '(' ? 1 : text.data[at] == ')' && depth ? (size_t)-1 : 0;
    return at;
}

/* Adds the colour that ARGUMENT of a gradient begins with; false when it has none
 * or one that lets something shine through. */
static bool add_stop(HtmlLook *look, Str argument)
{
    HtmlColour colour;
    argument = str_trim(argument);
    if (look->n_stops == HTML_STOPS_MAX ||
        !html_colour(str_sub(argument, 0, end_of_part(argument, 0)), &colour) || colour.alpha < 1)
        return false;
    look->stops[look->n_stops++] = colour.rgb;
    return true;
}

/* Reads the colours of the one gradient that VALUE is; false when it is none, or
 * more than that. Its first argument may tell the direction instead. */
static bool read_gradient(HtmlLook *look, Str value)
{
    Str mark = STR("-gradient(");
    size_t open = str_find(value, mark, 0);
    if (open == value.len || str_find(value, mark, open + 1) < value.len ||
        str_find(value, STR("url("), 0) < value.len || str_find(value, STR("var("), 0) < value.len)
        return false;
    look->n_stops = 0;
    size_t start = open + mark.len;
    Str arguments = str_sub(value, start, end_of_part(value, open));
    arguments = str_sub(arguments, 0, arguments.len - (arguments.len ? 1 : 0));
    for (size_t at = 0; at < arguments.len; at++) {
        size_t end = end_of_argument(arguments, at);
        if (!add_stop(look, str_sub(arguments, at, end)) && at > 0)
            return false;
        at = end;
    }
    return look->n_stops > 1;
}

/* A picture behind text can be of any colour. One that is not repeated leaves the
 * colour named with it to be seen. */
static void set_background(HtmlLook *look, Str value)
{
    if (has_picture(value)) {
        look->has_background = read_gradient(look, value);
        if (look->has_background)
            look->background = look->stops[0];
        else
            look->n_stops = 0;
        if (look->has_background || !has_word(value, STR("no-repeat")))
            return;
    }
    for (size_t at = 0; at < value.len; at++) {
        size_t end = end_of_part(value, at);
        HtmlColour colour;
        if (html_colour(str_sub(value, at, end), &colour)) {
            bool is_known = (look->has_background && !look->n_stops) || colour.alpha >= 1;
            look->background = blend(colour.rgb, look->background, colour.alpha);
            look->has_background = is_known;
            look->n_stops = 0;
        }
        at = end;
    }
}

static void set_text(HtmlLook *look, Str value)
{
    if (html_colour(value, &look->text))
        look->has_text = true;
    else if (!str_eq_nocase(value, STR("inherit")) && !str_eq_nocase(value, STR("currentcolor")))
        look->has_text = false;
}

/* False when VALUE is no size. */
static bool set_size(HtmlLook *look, Str value)
{
    static const struct {
        const char *unit;
        double points; /* 0: times the size around */
    } units[] = {{"pt", 1}, {"px", 0.75}, {"rem", 12},  {"em", 0},
                 {"%", 0},  {"in", 72},   {"cm", 28.35}};
    static const struct {
        const char *word;
        double points;
    } words[] = {{"xx-small", 6.75}, {"x-small", 7.5}, {"small", 9.75}, {"medium", 12},
                 {"large", 13.5},    {"x-large", 18},  {"xx-large", 24}};
    double number, around = look->size_points > 0 ? look->size_points : 12;
    size_t at = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(value, str_of(words[i].word)))
            return look->size_points = words[i].points, true;
    if (!html_next_number(value, &at, &number) || number <= 0 || number > 10000)
        return false;
    Str unit = str_trim(str_sub(value, at, value.len));
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!str_eq_nocase(unit, str_of(units[i].unit)))
            continue;
        double share = str_eq(unit, STR("%")) ? number / 100 : number;
        look->size_points = units[i].points > 0 ? number * units[i].points : around * share;
        return true;
    }
    return false;
}

static void set_weight(HtmlLook *look, Str value)
{
    unsigned weight = html_number(value, 0, 1000);
    if (str_eq_nocase(value, STR("bold")) || str_eq_nocase(value, STR("bolder")) || weight >= 600)
        look->shown.bold = true;
    else if (str_eq_nocase(value, STR("normal")) || weight)
        look->shown.bold = false;
}

/* What an element with opacity holds, its background too, lets shine through what
 * lies behind the outermost of them. */
static void set_opacity(HtmlLook *look, const HtmlLook *around, Str value)
{
    double opacity;
    size_t at = 0;
    if (!html_next_number(value, &at, &opacity))
        return;
    if (html_skip_percent(value, &at))
        opacity /= 100;
    if (look->opacity >= 1) {
        look->has_behind = around && around->has_background && !around->n_stops;
        look->behind = around ? around->background : 0;
    }
    look->opacity *= html_clamp(opacity, 1);
}

/* The first family of a list, without quotation marks; borrowed. */
static void set_font(HtmlLook *look, Str value)
{
    Str first = str_trim(str_sub(value, 0, str_find(value, STR(","), 0)));
    if (first.len >= 2 && (first.data[0] == '"' || first.data[0] == '\''))
        first = str_sub(first, 1, first.len - 1);
    if (!str_eq_nocase(first, STR("inherit")))
        look->shown.font = first;
}

static void set_alignment(HtmlLook *look, Str value)
{
    static const struct {
        const char *word;
        Alignment alignment;
    } words[] = {{"left", ALIGN_LEFT},   {"start", ALIGN_LEFT}, {"center", ALIGN_CENTRE},
                 {"right", ALIGN_RIGHT}, {"end", ALIGN_RIGHT},  {"justify", ALIGN_JUSTIFIED}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(value, str_of(words[i].word)))
            look->block.alignment = words[i].alignment;
}

/* "italic bold 9pt/1.2 Georgia, serif": what it does not name goes back to normal. */
static void set_font_shorthand(HtmlLook *look, Str value)
{
    if (str_eq_nocase(value, STR("inherit")))
        return;
    look->shown.bold = look->shown.italic = false;
    for (size_t at = 0; at < value.len; at++) {
        size_t end = end_of_part(value, at);
        Str part = str_sub(value, at, end), size = str_sub(part, 0, str_find(part, STR("/"), 0));
        if (set_size(look, size)) {
            set_font(look, str_trim(str_sub(value, end, value.len)));
            return;
        }
        look->shown.italic |=
            str_eq_nocase(part, STR("italic")) || str_eq_nocase(part, STR("oblique"));
        set_weight(look, part);
        at = end;
    }
}

/* What an element sets; the bits of the changes that apply_declaration made. */
enum { SET_TEXT = 1, SET_BACKGROUND = 2, SET_OTHER = 4 };

/* What a rule sets that may or may not hold is not known, nor what a custom property
 * (var(--size)) stands for: it is told as not looked at. */
static unsigned apply_unsure(HtmlLook *look, Str name)
{
    if (str_eq_nocase(name, STR("color")) || str_eq_nocase(name, STR("opacity")) ||
        str_eq_nocase(name, STR("text-shadow")))
        return look->has_text = false, SET_TEXT;
    if (str_eq_nocase(str_sub(name, 0, 10), STR("background")))
        return look->has_background = false, SET_BACKGROUND;
    if (str_eq_nocase(name, STR("text-align")))
        return look->block.alignment = ALIGN_UNSET, SET_OTHER;
    bool is_font = str_eq_nocase(name, STR("font"));
    if (is_font || str_eq_nocase(name, STR("font-size")))
        look->size_points = 0;
    if (is_font || str_eq_nocase(name, STR("font-family")))
        look->shown.font = (Str){0};
    if (str_eq_nocase(str_sub(name, 0, 4), STR("font")))
        return SET_OTHER;
    if (str_eq_nocase(name, STR("text-transform")))
        return look->shown.all_caps = false, SET_OTHER;
    return 0;
}

static unsigned apply_declaration(HtmlLook *look, const HtmlLook *around, HtmlDeclaration one)
{
    if (one.is_unsure || str_find(one.value, STR("var("), 0) < one.value.len)
        return apply_unsure(look, one.name);
    if (str_eq_nocase(one.name, STR("color")))
        return set_text(look, one.value), SET_TEXT;
    if (str_eq_nocase(one.name, STR("background")) ||
        str_eq_nocase(one.name, STR("background-color")) ||
        str_eq_nocase(one.name, STR("background-image")))
        return set_background(look, one.value), SET_BACKGROUND;
    if (str_eq_nocase(one.name, STR("font-family")))
        return set_font(look, one.value), SET_OTHER;
    if (str_eq_nocase(one.name, STR("text-align")))
        return set_alignment(look, one.value), SET_OTHER;
    if (str_eq_nocase(one.name, STR("text-shadow"))) /* may set it off from what is behind */
        return look->has_text &= str_eq_nocase(one.value, STR("none")), SET_OTHER;
    if (str_eq_nocase(one.name, STR("font-size")))
        return set_size(look, one.value), SET_OTHER;
    if (str_eq_nocase(one.name, STR("font")))
        return set_font_shorthand(look, one.value), SET_OTHER;
    if (str_eq_nocase(one.name, STR("font-weight")))
        return set_weight(look, one.value), SET_OTHER;
    if (str_eq_nocase(one.name, STR("opacity")))
        return set_opacity(look, around, one.value), SET_OTHER;
    if (str_eq_nocase(one.name, STR("font-style")))
        return look->shown.italic = !str_eq_nocase(one.value, STR("normal")), SET_OTHER;
    if (str_eq_nocase(one.name, STR("text-transform")))
        return look->shown.all_caps = str_eq_nocase(one.value, STR("uppercase")), SET_OTHER;
    return 0;
}

/* <font color size>, <body bgcolor text>, <td bgcolor>. */
static unsigned apply_old_attributes(HtmlLook *look, const HtmlTag *tag, HtmlAttributes attributes)
{
    static const double sizes[] = {0, 7.5, 9.75, 12, 13.5, 18, 24, 36};
    unsigned changes = 0;
    bool is_body = str_eq(tag->name, STR("body"));
    bool is_font = str_eq(tag->name, STR("font"));
    Str colour = html_attribute(attributes, is_body ? STR("text") : STR("color"));
    Str background = html_attribute(attributes, STR("bgcolor"));
    if (colour.len && (is_body || is_font))
        set_text(look, colour), changes |= SET_TEXT;
    if (background.len)
        set_background(look, background), changes |= SET_BACKGROUND;
    unsigned size = html_number(html_attribute(attributes, STR("size")), 0, 7);
    if (size && is_font)
        look->size_points = sizes[size], changes |= SET_OTHER;
    if (is_font && html_has_attribute(attributes, STR("face")))
        set_font(look, html_attribute(attributes, STR("face"))), changes |= SET_OTHER;
    if (tag->class == HTML_PARAGRAPH && html_has_attribute(attributes, STR("align")))
        set_alignment(look, html_attribute(attributes, STR("align"))), changes |= SET_OTHER;
    return changes;
}

static unsigned apply_disabled(HtmlLook *look, HtmlAttributes attributes)
{
    bool is_disabled =
        html_has_attribute(attributes, STR("disabled")) ||
        str_eq_nocase(str_trim(html_attribute(attributes, STR("aria-disabled"))), STR("true"));
    look->is_disabled = look->is_disabled || is_disabled;
    return is_disabled ? SET_OTHER : 0;
}

/* Of the colours of a gradient the one that TEXT stands out from best: where even
 * that is too near, the text is too faint all over. */
static uint32_t best_stop(const HtmlLook *look, uint32_t text)
{
    uint32_t best = look->background;
    for (size_t i = 0; i < look->n_stops; i++)
        if (colour_contrast(look->stops[i], text) > colour_contrast(best, text))
            best = look->stops[i];
    return best;
}

/* Works out what meets the eye. */
static void settle(HtmlLook *look)
{
    look->background = best_stop(look, look->text.rgb);
    HtmlLook l = *look;
    bool is_known =
        l.has_text && l.has_background && !l.is_disabled && (l.opacity >= 1 || l.has_behind);
    bool is_unknown = !is_known && l.names_colours && !l.is_disabled;
    uint32_t text = blend(l.text.rgb, l.background, l.text.alpha);
    look->shown.colour = (Colour){
        .rgb = blend(text, l.behind, l.opacity), .is_set = is_known, .is_unknown = is_unknown};
    look->shown.background =
        (Colour){.rgb = blend(l.background, l.behind, l.opacity), .is_set = is_known};
    look->block.background = (Colour){.rgb = blend(l.background, l.behind, l.opacity),
                                      .is_set = l.has_background && !l.n_stops};
    look->shown.size_half_points = (uint16_t)(html_clamp(l.size_points * 2, 60000) + 0.5);
}

void html_look_disable(HtmlLook *look)
{
    look->is_disabled = true;
    look->shown.colour.is_set = look->shown.background.is_set = false;
    look->shown.colour.is_unknown = false;
}

/* What browsers give an element before any rule: headings are large and bold, links
 * blue (HTML standard, 15.3). */
static void apply_nature(HtmlLook *look, const HtmlTag *tag, HtmlAttributes attributes)
{
    static const double heading_sizes[] = {1, 2, 1.5, 1.17, 1, 0.83, 0.67};
    double around = look->size_points > 0 ? look->size_points : 12;
    if (tag->class == HTML_HEADING && tag->detail >= 1 && tag->detail <= 6) {
        look->size_points = around * heading_sizes[tag->detail];
        look->shown.bold = true;
    } else if ((tag->class == HTML_INLINE && tag->detail == NODE_STRONG) ||
               (tag->class == HTML_CELL && tag->detail)) {
        look->shown.bold = true;
    } else if (tag->class == HTML_LINK && html_has_attribute(attributes, STR("href")) &&
               look->has_text) {
        look->text = (HtmlColour){0x0000EE, 1};
    }
}

static bool has_nature(const HtmlTag *tag)
{
    return tag->class == HTML_HEADING || tag->class == HTML_LINK ||
           (tag->class == HTML_INLINE && tag->detail == NODE_STRONG) ||
           (tag->class == HTML_CELL && tag->detail);
}

HtmlLook *html_look(HtmlLook *around, const HtmlTag *tag, HtmlAttributes attributes,
                    HtmlRuleMatches matches, bool has_sheet, bool is_page, Arena *arena)
{
    if (!around && !attributes.n && !matches.n)
        return NULL;
    const HtmlLook page = {.opacity = 1,
                           .text = {0x000000, 1},
                           .has_text = true,
                           .background = 0xFFFFFF,
                           .has_background = true};
    const HtmlLook *base = around ? around : is_page && !has_sheet ? &page : NULL;
    HtmlLook look = base ? *base : (HtmlLook){.opacity = 1};
    unsigned changes = around && has_nature(tag) ? SET_OTHER : 0;
    apply_nature(&look, tag, attributes);
    if (has_sheet && tag->class == HTML_LINK) /* it may give links another colour */
        look.has_text = false;
    changes |= apply_old_attributes(&look, tag, attributes);
    HtmlStyling styling = {.matches = matches, .style = html_attribute(attributes, STR("style"))};
    HtmlDeclaration declaration;
    while (html_styling_next(&styling, &declaration))
        changes |= apply_declaration(&look, base, declaration);
    changes |= apply_disabled(&look, attributes);
    if (around && str_eq(tag->name, STR("label")))
        changes |= SET_OTHER; /* a look of its own, which html_look_disable may change */
    if (!changes)
        return around;
    /* A sheet may have changed what this element does not set itself. */
    if (has_sheet && (changes & (SET_TEXT | SET_BACKGROUND))) {
        look.has_text = look.has_text && (changes & SET_TEXT);
        look.has_background = look.has_background && (changes & SET_BACKGROUND);
    }
    look.names_colours |= (changes & (SET_TEXT | SET_BACKGROUND)) != 0;
    settle(&look);
    HtmlLook *kept = arena_new(arena, HtmlLook);
    *kept = look;
    if (!base || look.shown.font.data != base->shown.font.data)
        kept->shown.font = arena_str(arena, look.shown.font);
    return kept;
}
