#include "read/docx_walk.h"

enum { MARGINS_MAX = 1000, SPAN_MAX = 1000 };

void walk_context_push(Walk *walk, WalkContext context)
{
    if (walk->n_contexts < CONTEXTS_MAX)
        walk->contexts[walk->n_contexts++] = context;
}

static bool is_change_record(Tag tag)
{
    return tag >= W_pPrChange && tag <= W_numberingChange;
}

static bool paragraph_start(Walk *walk, const Element *element)
{
    if (element->tag == W_rPr) {
        walk_context_push(walk, CONTEXT_MARK);
        return true;
    }
    if (element->tag == W_sectPr) {
        walk_section_begin(walk);
        walk_context_push(walk, CONTEXT_SECTION);
        return true;
    }
    if (element->tag == W_framePr) {
        Str drop = element_text(element, NS_W, "dropCap");
        if (drop.len && !str_eq(drop, STR("none")))
            walk->paragraph.is_joined_on = true;
        else
            walk->paragraph.is_floating = true;
        return false;
    }
    return paragraph_props_take(&walk->paragraph.props, element, &walk->props);
}

static void mark_start(Walk *walk, const Element *element)
{
    if (element->tag == W_del || element->tag == W_moveFrom) {
        walk->paragraph.is_joined_on = true;
        walk->document->has_tracked_changes = true;
    } else if (element->tag == W_ins || element->tag == W_moveTo) {
        walk->document->has_tracked_changes = true;
    } else {
        run_props_take(&walk->paragraph.mark, element, &walk->props);
    }
}

static Colour shading_of(const Walk *walk, const Element *element)
{
    ParagraphProps props = {0};
    (void)paragraph_props_take(&props, element, &walk->props);
    return props.shading;
}

/* w:tblLook says it in attributes, or all at once as bits (17.4.56). */
static void take_look(TableState *table, const Element *element)
{
    uint32_t flags = 0;
    (void)hex_number(element_value(element), &flags);
    Str row = element_text(element, NS_W, "firstRow");
    Str column = element_text(element, NS_W, "firstColumn");
    Str no_bands = element_text(element, NS_W, "noHBand");
    table->has_first_row = row.len ? switch_is_on(row) : flags & 0x0020;
    table->has_first_column = column.len ? switch_is_on(column) : flags & 0x0080;
    table->has_bands = no_bands.len ? !switch_is_on(no_bands) : !(flags & 0x0200);
}

static void table_start(Walk *walk, const Element *element)
{
    TableState *table = tree_table(&walk->tree);
    Str value = element_value(element);
    switch (element->tag) {
    case W_tblStyle:
        table->style = styles_find(walk->tree.styles, value, STYLE_TABLE);
        break;
    case W_tblLook:
        take_look(table, element);
        break;
    case W_shd:
        table->ground = shading_of(walk, element);
        break;
    case W_tblCaption:
        if (!table->table->as.table.summary.len)
            table->table->as.table.summary = intern_str(walk->props.intern, str_trim(value));
        break;
    case W_tblDescription:
        if (!str_is_blank(value))
            table->table->as.table.summary = intern_str(walk->props.intern, str_trim(value));
        break;
    default:
        break;
    }
}

static unsigned columns_of(const Element *element, int least)
{
    int span = number_of(element_value(element), least);
    return (unsigned)(span < least ? least : span > SPAN_MAX ? SPAN_MAX : span);
}

static void row_start(Walk *walk, const Element *element)
{
    TableState *table = tree_table(&walk->tree);
    switch (element->tag) {
    case W_tblHeader:
        tree_row_header(&walk->tree, element_is_on(element));
        break;
    case W_cantSplit:
        if (table->row)
            table->row->as.row.may_split = !element_is_on(element);
        break;
    case W_gridBefore:
        table->column = columns_of(element, 0);
        break;
    case W_del:
        table->is_row_deleted = true;
        walk->document->has_tracked_changes = true;
        break;
    case W_ins:
        walk->document->has_tracked_changes = true;
        break;
    default:
        break;
    }
}

static uint16_t width_of(Str text)
{
    int width = number_of(text, 0);
    return (uint16_t)(width < 0 ? 0 : width > UINT16_MAX ? UINT16_MAX : width);
}

static void cell_start(Walk *walk, const Element *element)
{
    CellStart *cell = &walk->cell;
    Str value = element_value(element);
    switch (element->tag) {
    case W_tcW:
        if (str_eq(element_text(element, NS_W, "type"), STR("dxa")))
            cell->width_twips = width_of(element_text(element, NS_W, "w"));
        break;
    case W_gridSpan:
        cell->column_span = columns_of(element, 1);
        break;
    case W_vMerge:
        cell->is_merge_start = str_eq(value, STR("restart"));
        cell->is_merged = !cell->is_merge_start;
        break;
    case W_hMerge:
        cell->is_joined_left = !str_eq(value, STR("restart"));
        break;
    case W_shd:
        cell->shading = shading_of(walk, element);
        cell->has_shading = true;
        break;
    default:
        break;
    }
}

/* Each header and footer is read once, however many sections name it. */
static void take_margin(Walk *walk, const Element *element)
{
    const Relation *relation = relations_find(&walk->relations, element_text(element, NS_R, "id"));
    if (!relation || relation->is_external || walk->margins.len >= MARGINS_MAX)
        return;
    Str name = intern_str(walk->props.intern, relation->target);
    for (size_t i = 0; i < walk->margins.len; i++)
        if (walk->margins.items[i].name.data == name.data)
            return;
    PartRole role = element->tag == W_headerReference ? PART_HEADER : PART_FOOTER;
    array_push(&walk->margins, (TextPart){role, name});
}

static unsigned columns_of_section(const Element *element)
{
    enum { COLUMNS_MAX = 45 }; /* that Word allows */
    int n = number_of(element_text(element, NS_W, "num"), 1);
    return (unsigned)(n < 1 ? 1 : n > COLUMNS_MAX ? COLUMNS_MAX : n);
}

static void take_page_size(SectionLook *section, const Element *element)
{
    int width = number_of(element_text(element, NS_W, "w"), 0);
    int height = number_of(element_text(element, NS_W, "h"), 0);
    Str turned = element_text(element, NS_W, "orient");
    section->has_size = true;
    section->is_sideways = str_eq(turned, STR("landscape")) || width > height;
}

static void section_start(Walk *walk, const Element *element)
{
    if (element->tag == W_headerReference || element->tag == W_footerReference)
        take_margin(walk, element);
    else if (element->tag == W_cols)
        walk->section.n_columns = columns_of_section(element);
    else if (element->tag == W_pgSz)
        take_page_size(&walk->section, element);
    else if (element->tag == W_type)
        walk->is_section_on_new_page = !str_eq(element_value(element), STR("continuous")) &&
                                       !str_eq(element_value(element), STR("nextColumn"));
}

static bool control_start(Walk *walk, const Element *element)
{
    if (!walk->controls.len)
        return false;
    Control *control = array_last(&walk->controls);
    switch (element->tag) {
    case W_docPartGallery:
        if (!control->is_contents &&
            str_eq_nocase(element_value(element), STR("Table of Contents"))) {
            control->is_contents = true;
            walk->n_contents++;
        }
        return false;
    case W_alias:
        control->is_titled = !str_is_blank(element_value(element));
        return false;
    case W_text:
    case W_date:
    case W_comboBox:
    case W_dropDownList:
    case W14_checkbox:
        control->is_field = true;
        return false;
    default:
        return element->tag == W_docPartObj;
    }
}

bool walk_props_start(Walk *walk, const Element *element)
{
    if (is_change_record(element->tag)) {
        walk->document->has_tracked_changes = true;
        return false;
    }
    switch (walk->contexts[walk->n_contexts - 1]) {
    case CONTEXT_PARAGRAPH:
        return paragraph_start(walk, element);
    case CONTEXT_MARK:
        mark_start(walk, element);
        return false;
    case CONTEXT_RUN:
        run_props_take(&walk->run, element, &walk->props);
        return false;
    case CONTEXT_TABLE:
        table_start(walk, element);
        return false;
    case CONTEXT_ROW:
        row_start(walk, element);
        return false;
    case CONTEXT_CELL:
        cell_start(walk, element);
        return false;
    case CONTEXT_SECTION:
        section_start(walk, element);
        return false;
    case CONTEXT_CONTROL:
        return control_start(walk, element);
    case CONTEXT_CONTENT:
        break;
    }
    return true;
}
