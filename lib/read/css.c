#include "read/css.h"

#include <stdlib.h>

enum { RULES_MAX = 1000, SIMPLES_MAX = 12, STEPS_MAX = 2000 };

typedef enum Holds { HOLDS_NOT = 0, HOLDS_MAYBE, HOLDS } Holds;

/* One condition: "p", ".note", "#top", "[lang=cy]". */
typedef struct Simple {
    char kind;     /* 't' type, '.' class, '#' id, '[' attribute, '*' any */
    char operator; /* of an attribute: '=', '~', '|', '^', '$', '*'; 0 for mere presence */
    Str name, value;
} Simple;

typedef struct Compound {
    Simple simples[SIMPLES_MAX];
    size_t n;
    bool is_unsure;  /* has conditions that are not understood */
    char combinator; /* to the one in front: ' ' or '>' */
} Compound;

struct CssRule {
    Compound *compounds;
    size_t n;
    size_t order, specificity;
    Str declarations;
    bool is_unsure;
};

static bool is_name_char(char c)
{
    return ascii_is_alpha((unsigned char)c) || ascii_is_digit((unsigned char)c) || c == '-' ||
           c == '_' || c == '\\' || (unsigned char)c >= 0x80;
}

static Str take_name(Str text, size_t *at)
{
    size_t start = *at;
    while (*at < text.len && is_name_char(text.data[*at]))
        *at += text.data[*at] == '\\' && *at + 1 < text.len ? 2 : 1;
    return str_sub(text, start, *at);
}

/* Past the bracket that closes the one at AT; quotation marks keep what they hold. */
static size_t end_of_block(Str text, size_t at)
{
    size_t depth = 0;
    char quote = 0;
    for (; at < text.len; at++) {
        char c = text.data[at];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '{' || c == '(' || c == '[')
            depth++;
        else if ((c == '}' || c == ')' || c == ']') && depth && !--depth)
            return at + 1;
    }
    return text.len;
}

static Str unquoted(Str value)
{
    value = str_trim(value);
    bool is_quoted = value.len >= 2 && (value.data[0] == '"' || value.data[0] == '\'');
    return is_quoted ? str_sub(value, 1, value.len - 1) : value;
}

static void add_simple(Compound *compound, Simple simple)
{
    if (compound->n < SIMPLES_MAX)
        compound->simples[compound->n++] = simple;
    else
        compound->is_unsure = true;
}

/* "[name op value]" at *AT. */
static void take_attribute(Compound *compound, Str text, size_t *at)
{
    size_t end = end_of_block(text, *at);
    Str inside = str_trim(str_sub(text, *at + 1, end - 1));
    *at = end;
    size_t i = 0;
    Simple simple = {.kind = '[', .name = take_name(inside, &i)};
    Str rest = str_trim(str_sub(inside, i, inside.len));
    if (rest.len) {
        bool is_long = rest.data[0] != '=';
        simple.operator= rest.data[0];
        simple.value = unquoted(str_sub(rest, is_long ? 2 : 1, rest.len));
    }
    if (simple.operator&& !strchr("=~|^$*", simple.operator))
        compound->is_unsure = true;
    else
        add_simple(compound, simple);
}

/* ":hover" and "::before" say nothing of how the element itself looks: false. */
static bool take_pseudo(Compound *compound, Str text, size_t *at)
{
    static const char *const passing[] = {
        "active",       "after",       "backdrop",  "before",        "checked",      "disabled",
        "first-letter", "first-line",  "focus",     "focus-visible", "focus-within", "hover",
        "marker",       "placeholder", "selection", "target",        "visited"};
    bool is_element = *at + 1 < text.len && text.data[*at + 1] == ':';
    *at += is_element ? 2 : 1;
    Str name = take_name(text, at);
    if (*at < text.len && text.data[*at] == '(')
        *at = end_of_block(text, *at);
    if (is_element || STR_IS_LISTED(name, passing))
        return false;
    if (str_eq_nocase(name, STR("root")))
        add_simple(compound, (Simple){.kind = 't', .name = STR("html")});
    else if (str_eq_nocase(name, STR("link")))
        add_simple(compound, (Simple){.kind = '[', .name = STR("href")});
    else
        compound->is_unsure = true;
    return true;
}

/* Reads the conditions at *AT up to a blank or combinator; false when the rule is not
 * about an element as it stands. */
static bool take_compound(Compound *compound, Str text, size_t *at)
{
    while (*at < text.len) {
        size_t before = *at;
        char c = text.data[*at];
        if (ascii_is_space((unsigned char)c) || strchr(">+~", c))
            return true;
        if (c == '.' || c == '#') {
            ++*at;
            add_simple(compound, (Simple){.kind = c, .name = take_name(text, at)});
        } else if (c == '[') {
            take_attribute(compound, text, at);
        } else if (c == ':') {
            if (!take_pseudo(compound, text, at))
                return false;
        } else if (c == '*') {
            ++*at;
            add_simple(compound, (Simple){.kind = '*'});
        } else {
            add_simple(compound, (Simple){.kind = 't', .name = take_name(text, at)});
        }
        if (*at == before)
            return false;
    }
    return true;
}

static size_t specificity_of(const CssRule *rule)
{
    size_t specificity = 0;
    for (size_t i = 0; i < rule->n; i++)
        for (size_t k = 0; k < rule->compounds[i].n; k++) {
            char kind = rule->compounds[i].simples[k].kind;
            specificity += kind == '#' ? 10000 : kind == 't' ? 1 : kind == '*' ? 0 : 100;
        }
    return specificity;
}

/* Reads SELECTOR into RULE; false when it is about nothing that is seen at once. */
static bool take_selector(Css *css, CssRule *rule, Str selector)
{
    ARRAY(Compound) compounds = {0};
    char combinator = ' ';
    bool is_seen = true;
    for (size_t at = 0; at < selector.len && is_seen;) {
        char c = selector.data[at];
        if (ascii_is_space((unsigned char)c)) {
            at++;
        } else if (strchr(">+~", c)) {
            combinator = c;
            at++;
        } else {
            Compound compound = {.combinator = combinator};
            is_seen = take_compound(&compound, selector, &at);
            if (combinator == '+' || combinator == '~') { /* siblings are not kept */
                compounds.len = 0;
                compound.is_unsure = true;
            }
            array_push(&compounds, compound);
            combinator = ' ';
        }
    }
    rule->n = compounds.len;
    rule->compounds = arena_new_array(&css->arena, Compound, compounds.len + 1);
    for (size_t i = 0; i < compounds.len; i++) {
        rule->compounds[i] = compounds.items[i];
        rule->is_unsure |= compounds.items[i].is_unsure;
    }
    array_free(&compounds);
    rule->specificity = specificity_of(rule);
    return is_seen && rule->n;
}

/* Does a rule set anything that is asked for? */
static bool is_of_use(Str declarations)
{
    static const char *const starts[] = {"color",   "background", "font",   "text-", "opacity",
                                         "display", "visibility", "column", NULL};
    HtmlDeclaration one;
    while (html_style_next(&declarations, &one))
        for (const char *const *start = starts; *start; start++)
            if (str_eq_nocase(str_sub(one.name, 0, strlen(*start)), str_of(*start)))
                return true;
    return false;
}

static void add_rules(Css *css, Str selectors, Str declarations, bool is_unsure)
{
    if (!is_of_use(declarations))
        return;
    for (size_t start = 0; start < selectors.len;) {
        size_t end = start;
        while (end < selectors.len && selectors.data[end] != ',')
            end = strchr("([\"'", selectors.data[end]) ? end_of_block(selectors, end) : end + 1;
        CssRule *rule = arena_new(&css->arena, CssRule);
        rule->declarations = declarations;
        rule->is_unsure = is_unsure;
        rule->order = css->rules.len;
        Str selector = str_trim(str_sub(selectors, start, end));
        if (css->rules.len == RULES_MAX)
            css->has_import = true; /* as if they were in a file that is not read */
        else if (take_selector(css, rule, selector)) {
            css->n_unsure += rule->is_unsure;
            array_push(&css->rules, rule);
        }
        start = end + 1;
    }
}

static bool holds_word(Str text, const char *word)
{
    for (size_t i = 0; i + strlen(word) <= text.len; i++)
        if (str_eq_nocase(str_sub(text, i, i + strlen(word)), str_of(word)))
            return true;
    return false;
}

static void add_sheet(Css *css, Str sheet, bool is_unsure, int depth);

/* "@media print {…}": what stands inside is read as far as it is for the screen. */
static void add_at_rule(Css *css, Str prelude, Str block, bool is_unsure, int depth)
{
    static const char *const screens[] = {"@media all", "@media only screen", "@media screen"};
    static const char *const groups[] = {"@container", "@layer", "@media", "@supports"};
    size_t at = 1;
    (void)take_name(prelude, &at);
    if (!STR_IS_LISTED(str_sub(prelude, 0, at), groups))
        return;
    bool is_paper = !holds_word(prelude, "screen") && !holds_word(prelude, "(") &&
                    !holds_word(prelude, "all") && holds_word(prelude, "@media");
    if (!is_paper)
        add_sheet(css, block, is_unsure || !STR_IS_LISTED(prelude, screens), depth + 1);
}

static void add_sheet(Css *css, Str sheet, bool is_unsure, int depth)
{
    enum { DEPTH_MAX = 4 };
    for (size_t at = 0; at < sheet.len && depth < DEPTH_MAX;) {
        size_t open = at;
        while (open < sheet.len && sheet.data[open] != '{' && sheet.data[open] != ';' &&
               sheet.data[open] != '}')
            open = strchr("([", sheet.data[open]) ? end_of_block(sheet, open) : open + 1;
        Str prelude = str_trim(str_sub(sheet, at, open));
        if (open >= sheet.len || sheet.data[open] != '{') {
            css->has_import |= holds_word(prelude, "@import");
            at = open + 1;
            continue;
        }
        size_t end = end_of_block(sheet, open);
        Str block = str_sub(sheet, open + 1, end - 1);
        if (str_starts_with(prelude, STR("@")))
            add_at_rule(css, prelude, block, is_unsure, depth);
        else
            add_rules(css, prelude, block, is_unsure);
        at = end;
    }
}

/* SHEET without comments, and without the marks that once hid it from old browsers. */
static Str without_comments(Css *css, Str sheet)
{
    Buf plain = {0};
    for (size_t at = 0; at < sheet.len;) {
        Str rest = str_sub(sheet, at, sheet.len);
        if (str_starts_with(rest, STR("/*"))) {
            at = str_find(sheet, STR("*/"), at + 2) + 2;
            buf_append_char(&plain, ' ');
        } else if (str_starts_with(rest, STR("<!--"))) {
            at += 4;
        } else if (str_starts_with(rest, STR("-->"))) {
            at += 3;
        } else {
            buf_append_char(&plain, sheet.data[at++]);
        }
    }
    Str kept = arena_str(&css->arena, buf_str(&plain));
    buf_free(&plain);
    return kept;
}

void css_add(Css *css, Str sheet)
{
    add_sheet(css, without_comments(css, sheet), false, 0);
}

static bool has_class(Str classes, Str name)
{
    for (size_t i = 0; i < classes.len;) {
        size_t end = i;
        while (end < classes.len && !ascii_is_space((unsigned char)classes.data[end]))
            end++;
        if (end > i && str_eq(str_sub(classes, i, end), name))
            return true;
        i = end + 1;
    }
    return false;
}

static bool value_holds(const Simple *simple, Str value)
{
    Str wanted = simple->value;
    switch (simple->operator) {
    case '=':
        return str_eq(value, wanted);
    case '~':
        return has_class(value, wanted);
    case '|':
        return str_eq(value, wanted) ||
               (str_starts_with(value, wanted) && str_sub(value, wanted.len, wanted.len + 1).len &&
                value.data[wanted.len] == '-');
    case '^':
        return wanted.len && str_starts_with(value, wanted);
    case '$':
        return wanted.len && str_ends_with(value, wanted);
    case '*':
        return wanted.len && str_find(value, wanted, 0) < value.len;
    default:
        return true;
    }
}

static Holds simple_holds(const Simple *simple, const CssElement *element)
{
    switch (simple->kind) {
    case '*':
        return HOLDS;
    case 't':
        return str_eq_nocase(element->name, simple->name) ? HOLDS : HOLDS_NOT;
    case '.':
        return has_class(html_attribute(element->attributes, STR("class")), simple->name)
                   ? HOLDS
                   : HOLDS_NOT;
    case '#':
        return str_eq(html_attribute(element->attributes, STR("id")), simple->name) ? HOLDS
                                                                                    : HOLDS_NOT;
    default:
        break;
    }
    if (!html_has_attribute(element->attributes, simple->name))
        return element->has_all_attributes ? HOLDS_NOT : HOLDS_MAYBE;
    return value_holds(simple, html_attribute(element->attributes, simple->name)) ? HOLDS
                                                                                  : HOLDS_NOT;
}

static Holds compound_holds(const Compound *compound, const CssElement *element)
{
    Holds holds = compound->is_unsure ? HOLDS_MAYBE : HOLDS;
    for (size_t i = 0; i < compound->n && holds; i++) {
        Holds one = simple_holds(&compound->simples[i], element);
        holds = one < holds ? one : holds;
    }
    return holds;
}

typedef struct Search {
    const void *open;
    CssElementAt *at;
    size_t steps;
} Search;

/* Do the first N of RULE's compounds hold for element INDEX and those around it? */
static Holds selector_holds(Search *search, const CssRule *rule, size_t n, size_t index)
{
    if (search->steps++ > STEPS_MAX)
        return HOLDS_MAYBE;
    CssElement element = search->at(search->open, index);
    const Compound *compound = &rule->compounds[n - 1];
    Holds holds = compound_holds(compound, &element), around = HOLDS_NOT;
    if (n == 1 || !holds)
        return holds;
    if (compound->combinator == '>' && index)
        around = selector_holds(search, rule, n - 1, index - 1);
    for (size_t i = index; compound->combinator == ' ' && i > 0 && around != HOLDS; i--) {
        Holds one = selector_holds(search, rule, n - 1, i - 1);
        around = one > around ? one : around;
    }
    return around < holds ? around : holds;
}

static int compare_matches(const void *left, const void *right)
{
    const HtmlRuleMatch *a = left, *b = right;
    if (a->specificity != b->specificity)
        return a->specificity < b->specificity ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

HtmlRuleMatches css_match(Css *css, const void *open, CssElementAt *at, size_t last)
{
    css->matches.len = 0;
    for (size_t i = 0; i < css->rules.len; i++) {
        const CssRule *rule = css->rules.items[i];
        Search search = {.open = open, .at = at};
        Holds holds = selector_holds(&search, rule, rule->n, last);
        if (holds)
            array_push(&css->matches,
                       (HtmlRuleMatch){.declarations = rule->declarations,
                                       .specificity = rule->specificity,
                                       .order = rule->order,
                                       .is_unsure = rule->is_unsure || holds != HOLDS});
    }
    if (css->matches.len)
        qsort(css->matches.items, css->matches.len, sizeof *css->matches.items, compare_matches);
    return (HtmlRuleMatches){css->matches.items, css->matches.len};
}

void css_free(Css *css)
{
    array_free(&css->rules);
    array_free(&css->matches);
    arena_free(&css->arena);
}
