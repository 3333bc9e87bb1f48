#include "read/html_colour.h"

static const struct {
    const char *name;
    uint32_t rgb;
} colours[] = {
#define HTML_COLOUR(name, rgb) {name, rgb},
#include "read/html_colours.def"
#undef HTML_COLOUR
};

bool html_next_number(Str text, size_t *at, double *ret)
{
    size_t i = *at;
    while (i < text.len && (ascii_is_space((unsigned char)text.data[i]) || text.data[i] == ',' ||
                            text.data[i] == '/'))
        i++;
    bool is_negative = i < text.len && text.data[i] == '-';
    if (i < text.len && (text.data[i] == '-' || text.data[i] == '+'))
        i++;
    size_t first = i;
    double value = 0, unit = 1;
    bool has_point = false;
    for (; i < text.len && i < first + 30; i++) {
        if (text.data[i] == '.' && !has_point) {
            has_point = true;
        } else if (ascii_is_digit((unsigned char)text.data[i])) {
            value = value * 10 + (text.data[i] - '0');
            unit *= has_point ? 10 : 1;
        } else {
            break;
        }
    }
    if (i == first || (i == first + 1 && has_point))
        return false;
    *ret = (is_negative ? -value : value) / unit;
    *at = i;
    return true;
}

bool html_skip_percent(Str text, size_t *at)
{
    bool is_percent = *at < text.len && text.data[*at] == '%';
    *at += is_percent;
    return is_percent;
}

double html_clamp(double value, double max)
{
    return value < 0 ? 0 : value > max ? max : value;
}

uint32_t html_rgb(double red, double green, double blue)
{
    return (uint32_t)(html_clamp(red, 255) + 0.5) << 16 |
           (uint32_t)(html_clamp(green, 255) + 0.5) << 8 | (uint32_t)(html_clamp(blue, 255) + 0.5);
}

static int hex_digit(char c)
{
    if (ascii_is_digit((unsigned char)c))
        return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool hex_colour(Str digits, HtmlColour *ret)
{
    int values[8];
    if (digits.len != 3 && digits.len != 4 && digits.len != 6 && digits.len != 8)
        return false;
    for (size_t i = 0; i < digits.len; i++)
        if ((values[i] = hex_digit(digits.data[i])) < 0)
            return false;
    double part[4] = {0, 0, 0, 255};
    size_t n = digits.len < 6 ? digits.len : digits.len / 2;
    for (size_t i = 0; i < n; i++)
        part[i] = digits.len < 6 ? values[i] * 17 : values[2 * i] * 16 + values[2 * i + 1];
    *ret = (HtmlColour){html_rgb(part[0], part[1], part[2]), part[3] / 255};
    return true;
}

/* One channel of hsl() by CSS Color 4, 7.1. */
static double hue_channel(double n, double hue, double saturation, double light)
{
    double k = n + hue / 30;
    while (k >= 12)
        k -= 12;
    double least = k - 3 < 9 - k ? k - 3 : 9 - k;
    least = least > 1 ? 1 : least < -1 ? -1 : least;
    return 255 * (light - saturation * (light < 1 - light ? light : 1 - light) * least);
}

static bool function_colour(Str arguments, bool is_hsl, HtmlColour *ret)
{
    double part[4] = {0, 0, 0, 1};
    size_t at = 0, n = 0;
    for (; n < 4 && html_next_number(arguments, &at, &part[n]); n++)
        if (html_skip_percent(arguments, &at))
            part[n] = (n == 3 || is_hsl ? part[n] : part[n] * 255) / 100;
        else if (is_hsl && n == 0)
            while (at < arguments.len && ascii_is_alpha((unsigned char)arguments.data[at]))
                at++;
    if (n < 3 || (is_hsl && (part[0] < 0 || part[0] > 360)))
        return false;
    double saturation = html_clamp(part[1], 1), light = html_clamp(part[2], 1);
    ret->rgb = is_hsl ? html_rgb(hue_channel(0, part[0], saturation, light),
                                 hue_channel(8, part[0], saturation, light),
                                 hue_channel(4, part[0], saturation, light))
                      : html_rgb(part[0], part[1], part[2]);
    ret->alpha = html_clamp(part[3], 1);
    return true;
}

static bool named_colour(Str name, HtmlColour *ret)
{
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
        if (!str_eq_nocase(name, str_of(colours[i].name)))
            continue;
        *ret = (HtmlColour){colours[i].rgb, 1};
        return true;
    }
    return false;
}

bool html_colour(Str text, HtmlColour *ret)
{
    text = str_trim(text);
    if (str_starts_with(text, STR("#")))
        return hex_colour(str_sub(text, 1, text.len), ret);
    size_t open = str_find(text, STR("("), 0);
    if (open == text.len)
        return named_colour(text, ret);
    Str name = str_sub(text, 0, open);
    Str arguments = str_sub(text, open + 1, str_find(text, STR(")"), open));
    if (str_eq_nocase(name, STR("rgb")) || str_eq_nocase(name, STR("rgba")))
        return function_colour(arguments, false, ret);
    if (str_eq_nocase(name, STR("hsl")) || str_eq_nocase(name, STR("hsla")))
        return function_colour(arguments, true, ret);
    return false;
}
