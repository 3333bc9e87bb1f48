#include "read/docx_numbering.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>

typedef enum NumberFormat {
    NUMBER_DECIMAL = 0,
    NUMBER_DECIMAL_ZERO,
    NUMBER_UPPER_ROMAN,
    NUMBER_LOWER_ROMAN,
    NUMBER_UPPER_LETTER,
    NUMBER_LOWER_LETTER,
    NUMBER_ORDINAL,
    NUMBER_BULLET,
    NUMBER_NONE,
} NumberFormat;

typedef struct Level {
    NumberFormat format;
    int start;
    int restart;   /* counts anew after this level (from 1); 0 never; -1 after any higher one */
    bool is_legal; /* shows all numbers in decimal */
    Str text;      /* "%1.%2" */
    Str style;     /* id of its paragraph style */
} Level;

/* The counters of all lists of one design are shared. */
typedef struct Design {
    int id;
    Level levels[LIST_LEVELS];
    Str style_link;
    int counters[LIST_LEVELS];
    bool is_counting[LIST_LEVELS];
} Design;

typedef struct List {
    int id;
    int design_id;
    size_t design;    /* index; SIZE_MAX when not defined */
    Level *overrides; /* LIST_LEVELS of them, or NULL */
    bool is_overridden[LIST_LEVELS];
    int start_override[LIST_LEVELS]; /* -1 none */
    bool is_started[LIST_LEVELS];
} List;

struct Numbering {
    Arena *arena;
    Intern *intern;
    ARRAY(Design) designs; /* in order of id */
    ARRAY(List) lists;     /* likewise */

    /* While it is being read. */
    Level *level;
    int level_index; /* of the w:lvl or w:lvlOverride */
    bool in_design, in_list;
};

/* A level that does not say where it starts does so at 0 (17.9.25). */
static const Level plain_level = {.restart = -1};

static NumberFormat format_of(Str text)
{
    static const struct {
        const char *name;
        NumberFormat format;
    } formats[] = {
        {"decimalZero", NUMBER_DECIMAL_ZERO},
        {"upperRoman", NUMBER_UPPER_ROMAN},
        {"lowerRoman", NUMBER_LOWER_ROMAN},
        {"upperLetter", NUMBER_UPPER_LETTER},
        {"lowerLetter", NUMBER_LOWER_LETTER},
        {"ordinal", NUMBER_ORDINAL},
        {"bullet", NUMBER_BULLET},
        {"none", NUMBER_NONE},
    };
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (str_eq(text, str_of(formats[i].name)))
            return formats[i].format;
    return NUMBER_DECIMAL;
}

static int level_index(const Element *element)
{
    int index = number_of(element_text(element, NS_W, "ilvl"), 0);
    return index < 0 || index >= LIST_LEVELS ? -1 : index;
}

static int id_of(const Element *element, const char *name)
{
    return number_of(element_text(element, NS_W, name), -1);
}

static void design_begin(Numbering *numbering, const Element *element)
{
    Design design = {.id = id_of(element, "abstractNumId")};
    for (int i = 0; i < LIST_LEVELS; i++)
        design.levels[i] = plain_level;
    array_push(&numbering->designs, design);
    numbering->in_design = true;
    numbering->level = NULL;
}

static void list_begin(Numbering *numbering, const Element *element)
{
    List list = {.id = id_of(element, "numId"), .design_id = -1, .design = SIZE_MAX};
    for (int i = 0; i < LIST_LEVELS; i++)
        list.start_override[i] = -1;
    array_push(&numbering->lists, list);
    numbering->in_list = true;
    numbering->level_index = -1;
}

static void level_begin(Numbering *numbering, const Element *element)
{
    int index = level_index(element);
    numbering->level = NULL;
    if (index < 0)
        return;
    if (numbering->in_design) {
        numbering->level = &array_last(&numbering->designs)->levels[index];
    } else if (numbering->in_list) {
        List *list = array_last(&numbering->lists);
        if (!list->overrides)
            list->overrides = arena_new_array(numbering->arena, Level, LIST_LEVELS);
        list->is_overridden[index] = true;
        list->overrides[index] = plain_level;
        numbering->level = &list->overrides[index];
    }
}

static void take_level(Numbering *numbering, Level *level, const Element *element)
{
    Str value = element_value(element);
    switch (element->tag) {
    case W_start:
        level->start = number_of(value, 1);
        break;
    case W_numFmt:
        level->format = format_of(value);
        break;
    case W_lvlText:
        level->text = intern_str(numbering->intern, value);
        break;
    case W_lvlRestart:
        level->restart = number_of(value, -1);
        break;
    case W_isLgl:
        level->is_legal = element_is_on(element);
        break;
    case W_pStyle:
        level->style = intern_str(numbering->intern, value);
        break;
    default:
        break;
    }
}

static void take_list(Numbering *numbering, const Element *element)
{
    List *list = array_last(&numbering->lists);
    if (element->tag == W_abstractNumId)
        list->design_id = number_of(element_value(element), -1);
    else if (element->tag == W_lvlOverride)
        numbering->level_index = level_index(element);
    else if (element->tag == W_startOverride && numbering->level_index >= 0)
        list->start_override[numbering->level_index] = number_of(element_value(element), 1);
}

static bool numbering_start(void *user, const Element *element)
{
    Numbering *numbering = user;
    Tag tag = element->tag;
    if (tag == W_abstractNum)
        design_begin(numbering, element);
    else if (tag == W_num)
        list_begin(numbering, element);
    else if (tag == W_lvl)
        level_begin(numbering, element);
    else if (numbering->level)
        take_level(numbering, numbering->level, element);
    else if (numbering->in_list)
        take_list(numbering, element);
    else if (numbering->in_design && tag == W_numStyleLink)
        array_last(&numbering->designs)->style_link =
            intern_str(numbering->intern, element_value(element));
    return tag != W_pPr && tag != W_rPr;
}

static void numbering_end(void *user, Tag tag)
{
    Numbering *numbering = user;
    if (tag == W_lvl)
        numbering->level = NULL;
    else if (tag == W_abstractNum)
        numbering->in_design = false;
    else if (tag == W_num)
        numbering->in_list = false;
}

static int compare_ints(int a, int b)
{
    return (a > b) - (a < b);
}

static int design_by_id(const void *a, const void *b)
{
    return compare_ints(((const Design *)a)->id, ((const Design *)b)->id);
}

static int list_by_id(const void *a, const void *b)
{
    return compare_ints(((const List *)a)->id, ((const List *)b)->id);
}

static List *list_find(const Numbering *numbering, int id)
{
    List wanted = {.id = id};
    if (!numbering->lists.len)
        return NULL;
    return bsearch(&wanted, numbering->lists.items, numbering->lists.len, sizeof wanted,
                   list_by_id);
}

static size_t design_find(const Numbering *numbering, int id)
{
    Design wanted = {.id = id};
    if (!numbering->designs.len)
        return SIZE_MAX;
    const Design *design = bsearch(&wanted, numbering->designs.items, numbering->designs.len,
                                   sizeof wanted, design_by_id);
    return design ? (size_t)(design - numbering->designs.items) : SIZE_MAX;
}

/* A design that only names a style stands for the design of that style's list. */
static void follow_link(Numbering *numbering, List *list, Styles *styles)
{
    if (list->design == SIZE_MAX)
        return;
    Str link = numbering->designs.items[list->design].style_link;
    if (!link.len)
        return;
    const Style *style = styles_find(styles, link, STYLE_NUMBERING);
    const List *other = list_find(numbering, style->paragraph.num_id);
    if (other)
        list->design = design_find(numbering, other->design_id);
}

Numbering *numbering_read(Package *package, Str part, Styles *styles, Arena *arena)
{
    static const XmlHandler handler = {.start = numbering_start, .end = numbering_end};
    Numbering *numbering = mem_calloc(1, sizeof *numbering);
    numbering->arena = arena;
    numbering->intern = styles->context.intern;
    if (part.len)
        (void)xml_read_part(package, part, &handler, numbering);
    numbering->level = NULL;
    if (numbering->designs.len)
        qsort(numbering->designs.items, numbering->designs.len, sizeof(Design), design_by_id);
    if (numbering->lists.len)
        qsort(numbering->lists.items, numbering->lists.len, sizeof(List), list_by_id);
    for (size_t i = 0; i < numbering->lists.len; i++) {
        List *list = &numbering->lists.items[i];
        list->design = design_find(numbering, list->design_id);
    }
    for (size_t i = 0; i < numbering->lists.len; i++)
        follow_link(numbering, &numbering->lists.items[i], styles);
    return numbering;
}

void numbering_free(Numbering *numbering)
{
    if (!numbering)
        return;
    array_free(&numbering->designs);
    array_free(&numbering->lists);
    mem_free(numbering);
}

int numbering_level_of_style(const Numbering *numbering, int num_id, Str style_id)
{
    const List *list = list_find(numbering, num_id);
    if (!list || list->design == SIZE_MAX || !style_id.len)
        return 0;
    for (int i = 0; i < LIST_LEVELS; i++)
        if (str_eq(numbering->designs.items[list->design].levels[i].style, style_id))
            return i;
    return 0;
}

static const Level *level_of(const List *list, const Design *design, int level)
{
    return list->is_overridden[level] ? &list->overrides[level] : &design->levels[level];
}

static void count_level(List *list, Design *design, int level)
{
    if (list->start_override[level] >= 0 && !list->is_started[level])
        design->counters[level] = list->start_override[level];
    else if (!design->is_counting[level])
        design->counters[level] = level_of(list, design, level)->start;
    else
        design->counters[level]++;
    list->is_started[level] = true;
    design->is_counting[level] = true;
}

/* A level that is passed over counts as used once: after 2.1.1 comes 2.2. */
static void count(List *list, Design *design, int level)
{
    for (int higher = 0; higher < level; higher++)
        if (!design->is_counting[higher])
            count_level(list, design, higher);
    count_level(list, design, level);
    for (int deeper = level + 1; deeper < LIST_LEVELS; deeper++) {
        int restart = level_of(list, design, deeper)->restart;
        if (restart < 0 || level < restart)
            design->is_counting[deeper] = false;
    }
}

void append_letters(Buf *buf, int number)
{
    if (number <= 0)
        return;
    int times = (number - 1) / 26 + 1;
    for (int i = 0; i < times && i < 100; i++)
        buf_append_char(buf, (char)('a' + (number - 1) % 26));
}

void append_roman(Buf *buf, int number)
{
    static const struct {
        int value;
        const char *digits;
    } steps[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"},
    };
    if (number > 30000)
        number = 30000;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            buf_append(buf, str_of(steps[i].digits));
}

static const char *ordinal_end(int number)
{
    int tens = number % 100;
    if (tens >= 11 && tens <= 13)
        return "th";
    return number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th";
}

static void append_upper(Buf *buf, size_t from)
{
    for (size_t i = from; i < buf->len; i++)
        buf->data[i] = ascii_upper(buf->data[i]);
}

static void append_number(Buf *buf, NumberFormat format, int number)
{
    size_t from = buf->len;
    switch (format) {
    case NUMBER_UPPER_ROMAN:
    case NUMBER_LOWER_ROMAN:
        append_roman(buf, number);
        break;
    case NUMBER_UPPER_LETTER:
    case NUMBER_LOWER_LETTER:
        append_letters(buf, number);
        break;
    case NUMBER_ORDINAL:
        buf_printf(buf, "%d%s", number, ordinal_end(number));
        break;
    case NUMBER_DECIMAL_ZERO:
        buf_printf(buf, "%02d", number);
        break;
    case NUMBER_BULLET:
    case NUMBER_NONE:
        break;
    case NUMBER_DECIMAL:
        buf_printf(buf, "%d", number);
    }
    if (format == NUMBER_UPPER_ROMAN || format == NUMBER_UPPER_LETTER)
        append_upper(buf, from);
}

static void append_label(Buf *buf, const List *list, const Design *design, const Level *level)
{
    for (size_t i = 0; i < level->text.len; i++) {
        char c = level->text.data[i];
        char next = i + 1 < level->text.len ? level->text.data[i + 1] : '\0';
        if (c != '%' || next < '1' || next > '9') {
            buf_append_char(buf, c);
            continue;
        }
        int of = next - '1';
        const Level *shown = level_of(list, design, of);
        append_number(buf, level->is_legal ? NUMBER_DECIMAL : shown->format, design->counters[of]);
        i++;
    }
}

/* A bullet of a symbol font is a private character that means nothing here. */
static void append_bullet(Buf *buf, Str text)
{
    uint32_t c = 0;
    if (text.len)
        (void)utf8_decode(text, 0, &c);
    if (c >= 0xE000 && c <= 0xF8FF)
        utf8_append(buf, 0x2022);
    else if (str_eq(text, STR("o"))) /* Word's hollow bullet, drawn by Courier */
        utf8_append(buf, 0x25E6);
    else
        buf_append(buf, text);
}

ListLabel numbering_next(Numbering *numbering, int num_id, int level)
{
    ListLabel label = {0};
    List *list = list_find(numbering, num_id);
    if (!list || list->design == SIZE_MAX || level < 0 || level >= LIST_LEVELS)
        return label;
    Design *design = &numbering->designs.items[list->design];
    const Level *at = level_of(list, design, level);
    count(list, design, level);
    Buf text = {0};
    if (at->format == NUMBER_BULLET)
        append_bullet(&text, at->text);
    else
        append_label(&text, list, design, at);
    label.label = intern_str(numbering->intern, str_trim(buf_str(&text)));
    label.is_ordered = at->format != NUMBER_BULLET && at->format != NUMBER_NONE;
    label.number = design->counters[level];
    buf_free(&text);
    return label;
}
