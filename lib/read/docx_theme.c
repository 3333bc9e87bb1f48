#include "read/docx_theme.h"

typedef struct ThemeReader {
    Arena *arena;
    Theme *theme;
    int colour; /* being read; -1 none */
    Str *font;  /* being read, or NULL */
} ThemeReader;

Colour colour_of_hex(Str text)
{
    Colour colour = {0};
    if (str_starts_with(text, STR("#")))
        text = str_sub(text, 1, text.len);
    colour.is_set = text.len == 6 && hex_number(text, &colour.rgb);
    return colour.is_set ? colour : (Colour){0};
}

static bool theme_start(void *user, const Element *element)
{
    ThemeReader *reader = user;
    Tag tag = element->tag;
    if (tag >= A_dk1 && tag <= A_folHlink)
        reader->colour = (int)tag - (int)A_dk1;
    else if (tag == A_majorFont || tag == A_minorFont)
        reader->font = tag == A_majorFont ? &reader->theme->major_font : &reader->theme->minor_font;
    else if (tag == A_latin && reader->font)
        *reader->font = arena_str(reader->arena, element_text(element, NS_NONE, "typeface"));
    else if ((tag == A_srgbClr || tag == A_sysClr) && reader->colour >= 0)
        reader->theme->colours[reader->colour] =
            colour_of_hex(element_text(element, NS_NONE, tag == A_srgbClr ? "val" : "lastClr"));
    return true;
}

static void theme_end(void *user, Tag tag)
{
    ThemeReader *reader = user;
    if (tag >= A_dk1 && tag <= A_folHlink)
        reader->colour = -1;
    else if (tag == A_majorFont || tag == A_minorFont)
        reader->font = NULL;
}

void theme_read(Package *package, Str part, Arena *arena, Theme *ret)
{
    static const XmlHandler handler = {.start = theme_start, .end = theme_end};
    *ret = (Theme){0};
    ThemeReader reader = {.arena = arena, .theme = ret, .colour = -1};
    if (part.len)
        (void)xml_read_part(package, part, &handler, &reader);
}

Str theme_font(const Theme *theme, Str name)
{
    if (str_starts_with(name, STR("major")))
        return theme->major_font;
    return str_starts_with(name, STR("minor")) ? theme->minor_font : (Str){0};
}

/* ST_ThemeColor, ECMA-376 part 1, 17.18.97; text and background as they are
 * mapped where settings say nothing else. */
static int theme_index(Str name)
{
    static const struct {
        const char *name;
        int index;
    } names[] = {
        {"text1", 0},   {"dark1", 0},   {"background1", 1}, {"light1", 1},
        {"text2", 2},   {"dark2", 2},   {"background2", 3}, {"light2", 3},
        {"accent1", 4}, {"accent2", 5}, {"accent3", 6},     {"accent4", 7},
        {"accent5", 8}, {"accent6", 9}, {"hyperlink", 10},  {"followedHyperlink", 11},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_eq(name, str_of(names[i].name)))
            return names[i].index;
    return -1;
}

/* ST_SchemeColorVal, 20.1.10.54; the numbered accents are called as in Word. */
Colour theme_scheme_colour(const Theme *theme, Str name)
{
    static const struct {
        const char *name;
        int index;
    } names[] = {
        {"tx1", 0}, {"dk1", 0}, {"bg1", 1}, {"lt1", 1},    {"tx2", 2},
        {"dk2", 2}, {"bg2", 3}, {"lt2", 3}, {"hlink", 10}, {"folHlink", 11},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_eq(name, str_of(names[i].name)))
            return theme->colours[names[i].index];
    int index = theme_index(name);
    return index >= 0 ? theme->colours[index] : (Colour){0};
}

static double fraction(Str hex)
{
    uint32_t number;
    return hex_number(hex, &number) && number <= 0xFF ? number / 255.0 : 1.0;
}

/* How far a colour of lightness LIGHT can be from grey. */
static double chroma_room(double light)
{
    return light > 0.5 ? 2 - 2 * light : 2 * light;
}

/* Makes the colour lighter by TINT or darker by SHADE (1 leaves it): moving
 * the lightness of HSL with the same hue and saturation, as 17.3.2.6 says. */
static uint32_t shift_lightness(uint32_t rgb, double tint, double shade)
{
    double channel[3], least = 1, most = 0;
    for (int i = 0; i < 3; i++) {
        channel[i] = (rgb >> (16 - 8 * i) & 0xFF) / 255.0;
        least = channel[i] < least ? channel[i] : least;
        most = channel[i] > most ? channel[i] : most;
    }
    double light = (least + most) / 2;
    double target = light * shade * tint + (1 - tint);
    double scale = chroma_room(light) > 0 ? chroma_room(target) / chroma_room(light) : 0;
    uint32_t shifted = 0;
    for (int i = 0; i < 3; i++) {
        double value = target + (channel[i] - light) * scale;
        value = value < 0 ? 0 : value > 1 ? 1 : value;
        shifted = shifted << 8 | (uint32_t)(value * 255 + 0.5);
    }
    return shifted;
}

Colour theme_colour(const Theme *theme, const Element *element, bool is_fill)
{
    Str name = element_text(element, NS_W, is_fill ? "themeFill" : "themeColor");
    int index = name.len ? theme_index(name) : -1;
    if (index < 0 || !theme->colours[index].is_set) {
        Colour stated = colour_of_hex(element_text(element, NS_W, is_fill ? "fill" : "val"));
        stated.is_unknown = name.len && !stated.is_set;
        return stated;
    }
    double tint = fraction(element_text(element, NS_W, is_fill ? "themeFillTint" : "themeTint"));
    double shade = fraction(element_text(element, NS_W, is_fill ? "themeFillShade" : "themeShade"));
    Colour colour = theme->colours[index];
    colour.rgb = shift_lightness(colour.rgb, tint, shade);
    return colour;
}
