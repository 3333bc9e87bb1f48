#include "read/docx_styles.h"

#include "base/utf8.h"

#include <stdlib.h>

/* Word itself follows fewer styles than this. */
enum { CHAIN_MAX = 16 };

typedef struct StyleReader {
    Styles *styles;
    ARRAY(Style) items;
    bool in_style;
    TableLook looks[TABLE_PLACE_COUNT];
    int place; /* being read; -1 for one that is not kept */
    RunProps *run;
    ParagraphProps *paragraph;
    RunProps unused_run;
    ParagraphProps unused_paragraph;
} StyleReader;

static Str lower_name(Intern *intern, Str name)
{
    Buf lower = {0};
    utf8_append_lower(&lower, str_trim(name));
    Str kept = intern_str(intern, buf_str(&lower));
    buf_free(&lower);
    return kept;
}

static StyleType type_of(Str text)
{
    if (str_eq(text, STR("character")))
        return STYLE_CHARACTER;
    if (str_eq(text, STR("table")))
        return STYLE_TABLE;
    return str_eq(text, STR("numbering")) ? STYLE_NUMBERING : STYLE_PARAGRAPH;
}

/* ST_TblStyleOverrideType, 17.18.89. Last row and column are not kept: which
 * they are is not known while the table is being read. */
static int place_of(Str text)
{
    static const char *const names[TABLE_PLACE_COUNT] = {
        "wholeTable", "band1Horz", "band2Horz", "firstCol", "firstRow",
    };
    for (int i = 0; i < TABLE_PLACE_COUNT; i++)
        if (str_eq(text, str_of(names[i])))
            return i;
    return -1;
}

static void style_begin(StyleReader *reader, const Element *element)
{
    Intern *intern = reader->styles->context.intern;
    Str is_default = element_text(element, NS_W, "default");
    Style style = {
        .id = intern_str(intern, element_text(element, NS_W, "styleId")),
        .type = type_of(element_text(element, NS_W, "type")),
        .is_default = is_default.len && switch_is_on(is_default),
    };
    array_push(&reader->items, style);
    reader->in_style = true;
    reader->place = PLACE_WHOLE;
    memset(reader->looks, 0, sizeof reader->looks);
}

/* Where the properties go that begin here. */
static void props_begin(StyleReader *reader, Tag tag)
{
    bool is_run = tag == W_rPr;
    Style *style = reader->in_style ? array_last(&reader->items) : NULL;
    if (!style) {
        reader->run = is_run ? &reader->styles->run_defaults : NULL;
        reader->paragraph = is_run ? NULL : &reader->styles->paragraph_defaults;
    } else if (reader->place < 0) {
        reader->run = is_run ? &reader->unused_run : NULL;
        reader->paragraph = is_run ? NULL : &reader->unused_paragraph;
    } else if (style->type == STYLE_TABLE) {
        reader->run = is_run ? &reader->looks[reader->place].run : NULL;
        reader->paragraph = is_run ? NULL : &reader->unused_paragraph;
    } else {
        reader->run = is_run ? &style->run : NULL;
        reader->paragraph = is_run ? NULL : &style->paragraph;
    }
}

/* Shading outside of paragraph and run is that of the table or its cells. */
static void take_cell_shading(StyleReader *reader, const Element *element)
{
    if (!reader->in_style || reader->place < 0)
        return;
    ParagraphProps props = {0};
    (void)paragraph_props_take(&props, element, &reader->styles->context);
    reader->looks[reader->place].shading = props.shading;
    reader->looks[reader->place].has_shading = true;
}

static void take_row_header(StyleReader *reader, const Element *element)
{
    if (!reader->in_style || reader->place < 0)
        return;
    reader->looks[reader->place].is_header = element_is_on(element);
    reader->looks[reader->place].has_header = true;
}

static bool style_start(void *user, const Element *element)
{
    StyleReader *reader = user;
    const PropsContext *context = &reader->styles->context;
    if (reader->run) {
        run_props_take(reader->run, element, context);
        return false;
    }
    if (reader->paragraph)
        return paragraph_props_take(reader->paragraph, element, context);
    switch (element->tag) {
    case W_style:
        style_begin(reader, element);
        break;
    case W_name:
        if (reader->in_style)
            array_last(&reader->items)->name = lower_name(context->intern, element_value(element));
        break;
    case W_basedOn:
        if (reader->in_style)
            array_last(&reader->items)->based_on =
                intern_str(context->intern, element_value(element));
        break;
    case W_tblStylePr:
        reader->place = place_of(element_text(element, NS_W, "type"));
        break;
    case W_rPr:
    case W_pPr:
        props_begin(reader, element->tag);
        break;
    case W_cantSplit:
        if (reader->in_style && reader->place == PLACE_WHOLE)
            array_last(&reader->items)->keeps_rows = element_is_on(element);
        break;
    case W_shd:
        take_cell_shading(reader, element);
        break;
    case W_tblHeader:
        take_row_header(reader, element);
        break;
    default:
        break;
    }
    return true;
}

static void style_close(StyleReader *reader)
{
    Style *style = array_last(&reader->items);
    reader->in_style = false;
    if (style->type != STYLE_TABLE)
        return;
    TableLook *looks = arena_new_array(reader->styles->arena, TableLook, TABLE_PLACE_COUNT);
    memcpy(looks, reader->looks, sizeof reader->looks);
    style->looks = looks;
}

static void style_end(void *user, Tag tag)
{
    StyleReader *reader = user;
    if (tag == W_rPr)
        reader->run = NULL;
    else if (tag == W_pPr)
        reader->paragraph = NULL;
    else if (tag == W_tblStylePr)
        reader->place = PLACE_WHOLE;
    else if (tag == W_style && reader->in_style)
        style_close(reader);
}

static int by_id(const void *a, const void *b)
{
    return str_compare(((const Style *)a)->id, ((const Style *)b)->id);
}

static const Style *find(const Styles *styles, Str id)
{
    if (!id.len || !styles->n_items)
        return NULL;
    Style wanted = {.id = id};
    return bsearch(&wanted, styles->items, styles->n_items, sizeof wanted, by_id);
}

/* "heading 3" is 3, anything else 0. */
static int number_after(Str name, Str word)
{
    if (!str_starts_with(name, word) || name.len != word.len + 1)
        return 0;
    char digit = name.data[word.len];
    return digit >= '1' && digit <= '9' ? digit - '0' : 0;
}

static StyleRole role_of(Str name)
{
    static const struct {
        const char *name;
        StyleRole role;
    } roles[] = {
        {"title", ROLE_TITLE},
        {"caption", ROLE_CAPTION},
        {"quote", ROLE_QUOTE},
        {"intense quote", ROLE_QUOTE},
        {"block text", ROLE_QUOTE},
        {"html preformatted", ROLE_CODE},
        {"html code", ROLE_CODE},
        {"source code", ROLE_CODE},
        {"verbatim char", ROLE_CODE},
        {"toc heading", ROLE_CONTENTS},
        {"table of figures", ROLE_CONTENTS},
        {"list bullet", ROLE_BULLET},
        {"list number", ROLE_NUMBER},
    };
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        if (str_eq(name, str_of(roles[i].name)))
            return roles[i].role;
    if (number_after(name, STR("toc ")))
        return ROLE_CONTENTS;
    if (number_after(name, STR("list bullet ")))
        return ROLE_BULLET;
    return number_after(name, STR("list number ")) ? ROLE_NUMBER : ROLE_NONE;
}

/* What STYLE's own name and properties say it is. True: they say something
 * about headings, so that no style below it is asked. */
static bool take_heading(Style *ret, const Style *style)
{
    int level = number_after(style->name, STR("heading "));
    if (style->paragraph.stated & PARAGRAPH_OUTLINE)
        level = style->paragraph.outline < 9 ? style->paragraph.outline + 1 : 0;
    else if (!level)
        return false;
    ret->heading_level = (uint8_t)level;
    return true;
}

static void take_role(Style *ret, const Style *style)
{
    ret->role = role_of(style->name);
    int level = number_after(style->name, STR("list bullet "));
    if (!level)
        level = number_after(style->name, STR("list number "));
    ret->list_level = (uint8_t)(level ? level - 1 : 0);
}

/* STYLE with all that it is based on; loops and long chains are cut. */
static Style resolve(const Styles *styles, const Style *style)
{
    const Style *chain[CHAIN_MAX];
    size_t n = 0;
    for (const Style *at = style; at && n < CHAIN_MAX; at = find(styles, at->based_on)) {
        if (n && (at == style || at->type != style->type))
            break;
        chain[n++] = at;
    }
    Style whole = *style;
    whole.run = (RunProps){0};
    whole.paragraph = (ParagraphProps){0};
    for (size_t i = n; i > 0; i--) {
        run_props_lay(&whole.run, &chain[i - 1]->run);
        paragraph_props_lay(&whole.paragraph, &chain[i - 1]->paragraph);
        whole.keeps_rows |= chain[i - 1]->keeps_rows;
    }
    for (size_t i = 0; i < n && !take_heading(&whole, chain[i]); i++)
        ;
    for (size_t i = 0; i < n && whole.role == ROLE_NONE; i++)
        take_role(&whole, chain[i]);
    return whole;
}

static const TableLook *resolve_looks(const Styles *styles, const Style *style)
{
    TableLook *looks = arena_new_array(styles->arena, TableLook, TABLE_PLACE_COUNT);
    const Style *chain[CHAIN_MAX];
    size_t n = 0;
    for (const Style *at = style; at && at->looks && n < CHAIN_MAX;
         at = find(styles, at->based_on)) {
        if (n && at == style)
            break;
        chain[n++] = at;
    }
    for (size_t i = n; i > 0; i--)
        for (int place = 0; place < TABLE_PLACE_COUNT; place++) {
            const TableLook *own = &chain[i - 1]->looks[place];
            run_props_lay(&looks[place].run, &own->run);
            if (own->has_shading) {
                looks[place].shading = own->shading;
                looks[place].has_shading = true;
            }
            if (own->has_header) {
                looks[place].is_header = own->is_header;
                looks[place].has_header = true;
            }
        }
    return looks;
}

static const Style *default_of(Styles *styles, StyleType type)
{
    for (size_t i = 0; i < styles->n_items; i++)
        if (styles->items[i].is_default && styles->items[i].type == type)
            return &styles->items[i];
    Style *none = arena_new(styles->arena, Style);
    none->type = type;
    return none;
}

static void resolve_all(Styles *styles)
{
    Style *whole = arena_new_array(styles->arena, Style, styles->n_items);
    for (size_t i = 0; i < styles->n_items; i++) {
        whole[i] = resolve(styles, &styles->items[i]);
        if (whole[i].looks)
            whole[i].looks = resolve_looks(styles, &styles->items[i]);
    }
    styles->items = whole;
    styles->default_paragraph = default_of(styles, STYLE_PARAGRAPH);
    styles->default_character = default_of(styles, STYLE_CHARACTER);
    styles->default_table = default_of(styles, STYLE_TABLE);
}

void styles_read(Package *package, Str part, const PropsContext *context, Arena *arena, Styles *ret)
{
    static const XmlHandler handler = {.start = style_start, .end = style_end};
    *ret = (Styles){.arena = arena, .context = *context};
    StyleReader reader = {.styles = ret};
    if (part.len)
        (void)xml_read_part(package, part, &handler, &reader);
    ret->items = reader.items.items;
    ret->n_items = reader.items.len;
    if (ret->n_items)
        qsort(ret->items, ret->n_items, sizeof *ret->items, by_id);
    resolve_all(ret);
    array_free(&reader.items);
}

/* Does a word begin at byte I of an id such as "ListBullet2" or "TOCHeading"? */
static bool begins_word(Str id, size_t i)
{
    if (!i)
        return false;
    unsigned char before = (unsigned char)id.data[i - 1], c = (unsigned char)id.data[i];
    unsigned char after = i + 1 < id.len ? (unsigned char)id.data[i + 1] : 0;
    if (ascii_is_digit(c))
        return !ascii_is_digit(before);
    return ascii_is_upper(c) && (!ascii_is_upper(before) || ascii_is_lower(after));
}

/* Word makes the ids of its own styles from their English names. */
static Str name_from_id(Intern *intern, Str id)
{
    Buf name = {0};
    for (size_t i = 0; i < id.len; i++) {
        if (begins_word(id, i))
            buf_append_char(&name, ' ');
        buf_append_char(&name, ascii_lower(id.data[i]));
    }
    Str kept = intern_str(intern, buf_str(&name));
    buf_free(&name);
    return kept;
}

static const Style *guess(Styles *styles, Str id, StyleType type)
{
    if (styles->guessed && str_eq(styles->guessed->id, id) && styles->guessed->type == type)
        return styles->guessed;
    Style *style = arena_new(styles->arena, Style);
    style->type = type;
    style->id = intern_str(styles->context.intern, id);
    style->name = name_from_id(styles->context.intern, id);
    *style = resolve(styles, style);
    styles->guessed = style;
    return style;
}

const Style *styles_find(Styles *styles, Str id, StyleType type)
{
    const Style *const defaults[] = {styles->default_paragraph, styles->default_character,
                                     styles->default_table};
    if (!id.len)
        return defaults[type < STYLE_NUMBERING ? type : STYLE_PARAGRAPH];
    const Style *style = find(styles, id);
    return style && style->type == type ? style : guess(styles, id, type);
}

RunProps styles_cascade(const Styles *styles, const RunProps *table, const Style *paragraph,
                        const Style *character, const RunProps *direct)
{
    RunProps run = styles->run_defaults;
    const RunProps *const levels[] = {table, &paragraph->run, character ? &character->run : NULL};
    uint8_t toggles = 0;
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        if (!levels[i])
            continue;
        toggles ^= levels[i]->toggles;
        run_props_lay(&run, levels[i]);
    }
    run.toggles = styles->run_defaults.toggles | toggles;
    if (direct)
        run_props_lay(&run, direct);
    run_props_settle(&run);
    return run;
}

ParagraphProps styles_paragraph(const Styles *styles, const Style *paragraph,
                                const ParagraphProps *direct)
{
    ParagraphProps props = styles->paragraph_defaults;
    paragraph_props_lay(&props, &paragraph->paragraph);
    paragraph_props_lay(&props, direct);
    return props;
}
