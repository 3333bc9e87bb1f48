#include "read/html_markup.h"

#include <stdlib.h>

static const HtmlTag tags[] = {
#define HTML_TAG(name, class, detail, what) {{name, sizeof name - 1}, HTML_##class, detail, what},
#include "read/html_tags.def"
#undef HTML_TAG
};

static const HtmlTag unknown_tag = {.class = HTML_TRANSPARENT, .what = ""};

typedef struct RoleName {
    const char *name;
    HtmlRole role;
} RoleName;

static const RoleName roles[] = {
#define HTML_ROLE(name, meaning) {name, HTML_ROLE_##meaning},
#include "read/html_roles.def"
#undef HTML_ROLE
};

static int compare_tag(const void *key, const void *item)
{
    return str_compare(*(const Str *)key, ((const HtmlTag *)item)->name);
}

const HtmlTag *html_tag(Str name)
{
    const HtmlTag *tag =
        bsearch(&name, tags, sizeof tags / sizeof *tags, sizeof *tags, compare_tag);
    return tag ? tag : &unknown_tag;
}

static const Attribute *find_attribute(HtmlAttributes attributes, Str name)
{
    for (size_t i = 0; i < attributes.n; i++)
        if (str_eq(attributes.items[i].name, name))
            return &attributes.items[i];
    return NULL;
}

Str html_attribute(HtmlAttributes attributes, Str name)
{
    const Attribute *attribute = find_attribute(attributes, name);
    return attribute ? attribute->value : (Str){0};
}

bool html_has_attribute(HtmlAttributes attributes, Str name)
{
    return find_attribute(attributes, name) != NULL;
}

unsigned html_number(Str text, unsigned fallback, unsigned max)
{
    size_t i = 0;
    while (i < text.len && ascii_is_space((unsigned char)text.data[i]))
        i++;
    if (i < text.len && text.data[i] == '+')
        i++;
    if (i == text.len || !ascii_is_digit((unsigned char)text.data[i]))
        return fallback;
    unsigned number = 0;
    for (; i < text.len && ascii_is_digit((unsigned char)text.data[i]); i++) {
        number = number * 10 + (unsigned)(text.data[i] - '0');
        if (number > max)
            return max;
    }
    return number;
}

static bool is_integer(Str text)
{
    if (text.len && (text.data[0] == '-' || text.data[0] == '+'))
        text = str_sub(text, 1, text.len);
    return text.len && ascii_is_digit((unsigned char)text.data[0]);
}

static bool is_focusable(const HtmlTag *tag, HtmlAttributes attributes)
{
    static const char *const by_nature[] = {"button", "iframe", "select", "summary", "textarea"};
    if (is_integer(str_trim(html_attribute(attributes, STR("tabindex")))))
        return true;
    if (html_has_attribute(attributes, STR("contenteditable")) &&
        !str_eq_nocase(html_attribute(attributes, STR("contenteditable")), STR("false")))
        return true;
    if (html_has_attribute(attributes, STR("disabled")))
        return false;
    if (tag->class == HTML_INPUT)
        return !str_eq_nocase(html_attribute(attributes, STR("type")), STR("hidden"));
    if (tag->class == HTML_LINK || tag->class == HTML_AREA)
        return html_has_attribute(attributes, STR("href"));
    for (size_t i = 0; i < sizeof by_nature / sizeof *by_nature; i++)
        if (str_eq(tag->name, str_of(by_nature[i])))
            return true;
    return false;
}

static bool has_global_aria(HtmlAttributes attributes)
{
    static const char *const globals[] = {
        "atomic",     "busy",     "controls",   "current",      "describedby",
        "details",    "disabled", "dropeffect", "errormessage", "flowto",
        "grabbed",    "haspopup", "invalid",    "keyshortcuts", "label",
        "labelledby", "live",     "owns",       "relevant",     "roledescription"};
    for (size_t i = 0; i < attributes.n; i++) {
        if (!str_starts_with(attributes.items[i].name, STR("aria-")))
            continue;
        Str rest = str_sub(attributes.items[i].name, 5, attributes.items[i].name.len);
        for (size_t g = 0; g < sizeof globals / sizeof *globals; g++)
            if (str_eq(rest, str_of(globals[g])))
                return true;
    }
    return false;
}

bool html_is_exposed(const HtmlTag *tag, HtmlAttributes attributes)
{
    return is_focusable(tag, attributes) || has_global_aria(attributes);
}

static HtmlRole role_of_token(Str token)
{
    const RoleName *known =
        str_row_named(token, roles, sizeof roles / sizeof *roles, sizeof *roles);
    return known ? known->role : HTML_ROLE_UNSET;
}

HtmlRole html_role(const HtmlTag *tag, HtmlAttributes attributes)
{
    Str list = html_attribute(attributes, STR("role"));
    for (size_t i = 0; i < list.len;) {
        size_t start = i;
        while (i < list.len && !ascii_is_space((unsigned char)list.data[i]))
            i++;
        HtmlRole role = role_of_token(str_sub(list, start, i));
        bool conflicts = role == HTML_ROLE_PRESENTATION && html_is_exposed(tag, attributes);
        if (role != HTML_ROLE_UNSET && !conflicts)
            return role;
        i++;
    }
    return HTML_ROLE_UNSET;
}

/* Offset of the next ';' of STYLE that stands in no bracket or string. */
static size_t declaration_end(Str style)
{
    size_t depth = 0;
    char quote = 0;
    for (size_t i = 0; i < style.len; i++) {
        char c = style.data[i];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '(')
            depth++;
        else if (c == ')' && depth)
            depth--;
        else if (c == ';' && !depth)
            return i;
    }
    return style.len;
}

bool html_style_next(Str *style, HtmlDeclaration *ret)
{
    while (style->len) {
        size_t end = declaration_end(*style);
        Str one = str_sub(*style, 0, end);
        *style = str_sub(*style, end + 1, style->len);
        size_t colon = str_find(one, STR(":"), 0);
        ret->name = str_trim(str_sub(one, 0, colon));
        ret->value = str_trim(str_sub(one, colon + 1, one.len));
        size_t bang = str_find(ret->value, STR("!"), 0);
        ret->is_important = bang < ret->value.len;
        ret->is_unsure = false;
        ret->value = str_trim(str_sub(ret->value, 0, bang));
        if (ret->name.len && ret->value.len)
            return true;
    }
    return false;
}

/* Goes on to the declarations that come next; false when there are none. */
static bool styling_turn(HtmlStyling *styling)
{
    if (styling->next > styling->matches.n) {
        if (styling->in_important)
            return false;
        styling->in_important = true;
        styling->next = 0;
    }
    bool is_rule = styling->next < styling->matches.n;
    const HtmlRuleMatch *rule = is_rule ? &styling->matches.items[styling->next] : NULL;
    styling->rest = is_rule ? rule->declarations : styling->style;
    styling->is_unsure = is_rule && rule->is_unsure;
    styling->next++;
    return true;
}

bool html_styling_next(HtmlStyling *styling, HtmlDeclaration *ret)
{
    do {
        while (html_style_next(&styling->rest, ret)) {
            ret->is_unsure = styling->is_unsure;
            if (ret->is_important == styling->in_important)
                return true;
        }
    } while (styling_turn(styling));
    return false;
}

bool html_refresh_seconds(Str content, unsigned *ret)
{
    Str text = str_trim(content);
    size_t i = 0;
    while (i < text.len && ascii_is_digit((unsigned char)text.data[i]))
        i++;
    if (!i && (!text.len || text.data[0] != '.'))
        return false;
    *ret = html_number(str_sub(text, 0, i), 0, 1000000000);
    while (i < text.len && (ascii_is_digit((unsigned char)text.data[i]) || text.data[i] == '.'))
        i++;
    return i == text.len || text.data[i] == ';' || text.data[i] == ',' ||
           ascii_is_space((unsigned char)text.data[i]);
}

static bool has_ending(Str path, const char *endings)
{
    Str list = str_of(endings);
    for (size_t start = 0; start < list.len;) {
        size_t end = str_find(list, STR(" "), start);
        Str ending = str_sub(list, start, end);
        if (path.len > ending.len &&
            str_eq_nocase(str_sub(path, path.len - ending.len, path.len), ending))
            return true;
        start = end + 1;
    }
    return false;
}

bool html_is_media(Str type, Str address)
{
    if (type.len)
        return str_eq_nocase(str_sub(type, 0, 6), STR("image/")) ||
               str_eq_nocase(str_sub(type, 0, 6), STR("audio/")) ||
               str_eq_nocase(str_sub(type, 0, 6), STR("video/"));
    size_t end = str_find(address, STR("?"), 0);
    size_t hash = str_find(address, STR("#"), 0);
    return has_ending(str_sub(address, 0, end < hash ? end : hash),
                      ".apng .avif .bmp .gif .ico .jpeg .jpg .png .svg .webp "
                      ".aac .flac .m4a .mp3 .oga .ogg .opus .wav "
                      ".avi .m4v .mov .mp4 .mpeg .mpg .ogv .webm");
}
