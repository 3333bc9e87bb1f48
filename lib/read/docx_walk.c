#include "read/docx_walk.h"

#include <stdlib.h>

void walk_init(Walk *walk, Package *package, Document *document, Styles *styles,
               Numbering *numbering)
{
    *walk = (Walk){.package = package, .document = document, .props = styles->context};
    tree_init(&walk->tree, document, styles, numbering, styles->context.intern);
}

void walk_release(Walk *walk)
{
    walk_fields_clear(walk);
    tree_release(&walk->tree);
    buf_free(&walk->piece);
    array_free(&walk->fields);
    array_free(&walk->link_elements);
    array_free(&walk->links);
    array_free(&walk->controls);
    array_free(&walk->drawings);
    array_free(&walk->footnotes);
    array_free(&walk->endnotes);
    array_free(&walk->margins);
}

void walk_need_cell(Walk *walk)
{
    if (!walk->is_cell_pending)
        return;
    walk->is_cell_pending = false;
    tree_cell_begin(&walk->tree, &walk->cell);
}

void walk_need_paragraph(Walk *walk)
{
    walk_need_cell(walk);
    if (!walk->is_paragraph_pending)
        return;
    walk->is_paragraph_pending = false;
    walk->paragraph.is_contents = walk->n_contents > 0;
    tree_paragraph_begin(&walk->tree, &walk->paragraph);
}

void walk_need_run(Walk *walk)
{
    walk_need_paragraph(walk);
    if (!walk->is_run_pending)
        return;
    walk->is_run_pending = false;
    tree_run_begin(&walk->tree, &walk->run);
    for (; walk->n_nameless; walk->n_nameless--)
        document_add_trait(walk->document, TRAIT_NAMELESS_CONTROL, (Str){0},
                           tree_frame(&walk->tree)->paragraph.node, (Span){0, 0});
}

static void give_reference(Walk *walk, const Element *element)
{
    bool is_endnote = element->tag == W_endnoteReference;
    NoteMarks *marks = is_endnote ? &walk->endnotes : &walk->footnotes;
    Buf label = {0};
    Str has_own_mark = element_text(element, NS_W, "customMarkFollows");
    if (!has_own_mark.len || !switch_is_on(has_own_mark)) {
        if (is_endnote)
            append_roman(&label, (int)marks->len + 1);
        else
            buf_printf(&label, "%zu", marks->len + 1);
    }
    NoteMark mark = {number_of(element_text(element, NS_W, "id"), -1),
                     intern_str(walk->props.intern, buf_str(&label))};
    buf_free(&label);
    walk_need_run(walk);
    if (walk->n_instructions)
        return;
    array_push(marks, mark);
    tree_reference(&walk->tree, mark.label);
}

static int by_id(const void *a, const void *b)
{
    int left = ((const NoteMark *)a)->id, right = ((const NoteMark *)b)->id;
    return (left > right) - (left < right);
}

/* Notes that the text does not refer to are not shown by Word, nor are its
 * separator lines notes. */
static bool note_begin(Walk *walk, const Element *element)
{
    NoteMarks *marks = element->tag == W_endnote ? &walk->endnotes : &walk->footnotes;
    Str type = element_text(element, NS_W, "type");
    if ((type.len && !str_eq(type, STR("normal"))) || !marks->len)
        return false;
    NoteMark wanted = {.id = number_of(element_text(element, NS_W, "id"), -1)};
    const NoteMark *mark = bsearch(&wanted, marks->items, marks->len, sizeof wanted, by_id);
    if (!mark)
        return false;
    tree_note_begin(&walk->tree, mark->label);
    return true;
}

static void paragraph_start(Walk *walk)
{
    walk_need_paragraph(walk);
    walk->paragraph = (ParagraphStart){0};
    walk->is_paragraph_pending = true;
}

/* A section says at its end how it is set out: that is told of its first block. */
static void section_end(Walk *walk)
{
    const Tree *tree = &walk->tree;
    const Node *first = tree->section_blocks.len ? tree->section_blocks.items[0] : NULL;
    SectionLook look = walk->section;
    Str columns = {0};
    if (look.has_size)
        document_add_trait(walk->document,
                           look.is_sideways ? TRAIT_SECTION_SIDEWAYS : TRAIT_SECTION_UPRIGHT,
                           columns, first, (Span){0, 0});
    if (look.n_columns > 1) {
        columns = arena_printf(&walk->document->arena, "%u", look.n_columns);
        document_add_trait(walk->document, TRAIT_COLUMNS, columns, first, (Span){0, 0});
    }
    tree_section_end(&walk->tree, walk->is_section_on_new_page);
}

static void paragraph_end(Walk *walk)
{
    walk_need_paragraph(walk);
    walk_fields_settle(walk);
    tree_paragraph_end(&walk->tree);
    if (walk->is_section_pending)
        section_end(walk);
    walk->is_section_pending = false;
}

static void cell_start(Walk *walk)
{
    walk_need_cell(walk);
    walk->cell = (CellStart){.column_span = 1};
    walk->is_cell_pending = true;
}

static void box_start(Walk *walk)
{
    static const Fill no_fill;
    walk_need_run(walk);
    Drawing *drawing = walk->drawings.len ? array_last(&walk->drawings) : NULL;
    tree_box_begin(&walk->tree, drawing ? &drawing->fill : &no_fill);
    if (!drawing)
        return;
    drawing->has_box = true;
    if (drawing->is_floating && !drawing->is_decorative)
        tree_attribute(&walk->tree, tree_frame(&walk->tree)->container, STR("floating"),
                       STR("true"));
}

static bool block_start(Walk *walk, const Element *element)
{
    Tree *tree = &walk->tree;
    switch (element->tag) {
    case W_p:
        paragraph_start(walk);
        return true;
    case W_tbl:
        walk_need_paragraph(walk);
        tree_table_begin(tree);
        return true;
    case W_tr:
        walk_need_cell(walk);
        tree_row_begin(tree);
        return true;
    case W_tc:
        cell_start(walk);
        return true;
    case W_footnote:
    case W_endnote:
        return note_begin(walk, element);
    case W_comment:
        walk->document->has_comments = true;
        return true;
    case W_txbxContent:
        box_start(walk);
        return true;
    default:
        return true;
    }
}

static void block_end(Walk *walk, Tag tag)
{
    Tree *tree = &walk->tree;
    switch (tag) {
    case W_p:
        paragraph_end(walk);
        break;
    case W_tbl:
        tree_paragraph_close(tree);
        tree_table_end(tree);
        break;
    case W_tr:
        tree_row_end(tree);
        break;
    case W_tc:
        walk_need_cell(walk);
        tree_cell_end(tree);
        break;
    case W_footnote:
    case W_endnote:
        tree_note_end(tree);
        break;
    case W_txbxContent:
        tree_box_end(tree);
        break;
    default:
        break;
    }
}

static void tell_skipped(Walk *walk, const Element *element)
{
    const Relation *relation = relations_find(&walk->relations, element_text(element, NS_R, "id"));
    Str target = relation ? relation->target : STR("?");
    package_tell(walk->package, DIAG_PART_SKIPPED,
                 element->tag == W_subDoc
                     ? "The linked paper %.*s was not read. Check it by itself."
                     : "The inserted file %.*s was not read. Open the paper in Word and save it.",
                 STR_ARG(target));
}

/* Elements that hold nothing a reader sees, or that was taken out again. */
static bool is_left_out(Walk *walk, const Element *element)
{
    switch (element->tag) {
    case W_del:
    case W_moveFrom:
        walk->document->has_tracked_changes = true;
        return true;
    case W_altChunk:
    case W_subDoc:
        tell_skipped(walk, element);
        return true;
    case W_delText:
    case W_delInstrText:
    case W_fldData:
    case W_rt:
    case W_sdtEndPr:
    case W_smartTagPr:
    case W_customXmlPr:
    case W_ffData:
    case W_tblGrid:
    case W_tblPrEx:
    case W_numberingChange:
    case M_rPr:
    case M_ctrlPr:
    case A_ln:
    case A_effectLst:
    case A_lnRef:
    case A_effectRef:
    case A_fontRef:
        return true;
    default:
        return false;
    }
}

/* The page's colour; a v:fill in it says what stands in its place. */
static void take_background(Walk *walk, const Element *element)
{
    Fill fill = {.colour = theme_colour(walk->props.theme, element, false)};
    if (!fill.colour.is_set)
        fill.colour = colour_of_hex(element_text(element, NS_W, "color"));
    if (element->tag == V_fill)
        fill_take(&fill, element, walk->props.theme);
    if (walk->shows_background && (element->tag == W_background || fill.is_unknown))
        tree_page_fill(&walk->tree, &fill);
}

void walk_section_begin(Walk *walk)
{
    walk->is_section_on_new_page = true;
    walk->section = (SectionLook){.n_columns = 1};
}

static void props_begin(Walk *walk, Tag tag)
{
    static const struct {
        Tag tag;
        WalkContext context;
    } contexts[] = {
        {W_pPr, CONTEXT_PARAGRAPH}, {W_rPr, CONTEXT_RUN},   {W_tblPr, CONTEXT_TABLE},
        {W_trPr, CONTEXT_ROW},      {W_tcPr, CONTEXT_CELL}, {W_sectPr, CONTEXT_SECTION},
        {W_sdtPr, CONTEXT_CONTROL},
    };
    for (size_t i = 0; i < sizeof contexts / sizeof contexts[0]; i++)
        if (contexts[i].tag == tag)
            walk_context_push(walk, contexts[i].context);
    if (tag == W_sectPr)
        walk_section_begin(walk);
}

static bool content_start(Walk *walk, const Element *element)
{
    if (is_left_out(walk, element))
        return false;
    switch (element->tag) {
    case W_r:
    case M_r:
        walk_need_run(walk);
        walk->run = (RunProps){0};
        walk->is_run_pending = true;
        return true;
    case W_background:
        take_background(walk, element);
        return true;
    case V_fill:
        if (walk->drawings.len)
            return walk_drawing_start(walk, element);
        take_background(walk, element);
        return false;
    case W_ins:
    case W_moveTo:
        walk->document->has_tracked_changes = true;
        return true;
    case W_instrText:
        walk->in_instruction = true;
        return true;
    case W_fldChar:
        walk_field_char(walk, element);
        return false;
    case W_hyperlink:
    case W_fldSimple:
        walk_link_begin(walk, element);
        return true;
    case W_sdt:
        array_push(&walk->controls, (Control){.is_contents = false});
        return true;
    case W_pgNum:
        walk_note_page_field(walk, STR("PAGE"));
        return false;
    case W_footnoteReference:
    case W_endnoteReference:
        give_reference(walk, element);
        return false;
    case W_commentReference:
        walk->document->has_comments = true;
        return false;
    case W_pPr:
        if (!walk->is_paragraph_pending)
            return false;
        props_begin(walk, element->tag);
        return true;
    default:
        props_begin(walk, element->tag);
        walk_text_start(walk, element);
        return walk_drawing_start(walk, element) || block_start(walk, element);
    }
}

static bool on_start(void *user, const Element *element)
{
    Walk *walk = user;
    if (!walk->has_root) {
        walk->has_root = true;
        walk->is_wrong_root = walk->role == PART_BODY && element->tag != W_document;
        return !walk->is_wrong_root;
    }
    if (tree_is_full(&walk->tree))
        return false;
    if (walk->n_contexts)
        return walk_props_start(walk, element);
    return content_start(walk, element);
}

static void control_end(Walk *walk)
{
    if (!walk->controls.len)
        return;
    if (array_last(&walk->controls)->is_contents)
        walk->n_contents--;
    walk->controls.len--;
}

static void context_end(Walk *walk, Tag tag)
{
    if (tag != W_pPr && tag != W_rPr && tag != W_tblPr && tag != W_trPr && tag != W_tcPr &&
        tag != W_sectPr && tag != W_sdtPr)
        return;
    walk->n_contexts--;
    if (tag == W_sdtPr && walk->controls.len) {
        const Control *control = array_last(&walk->controls);
        walk->n_nameless += control->is_field && !control->is_titled;
    }
    if (tag != W_sectPr)
        return;
    walk->is_section_pending = walk->n_contexts > 0;
    if (!walk->is_section_pending)
        section_end(walk);
}

static void run_end(Walk *walk)
{
    walk_need_run(walk);
    tree_run_end(&walk->tree);
}

static void on_end(void *user, Tag tag)
{
    Walk *walk = user;
    if (walk->n_contexts) {
        context_end(walk, tag);
        return;
    }
    switch (tag) {
    case W_t:
    case M_t:
        walk_text_end(walk, tag);
        break;
    case W_r:
    case M_r:
        run_end(walk);
        break;
    case W_instrText:
        walk->in_instruction = false;
        break;
    case W_hyperlink:
    case W_fldSimple:
        walk_link_end(walk);
        break;
    case W_sdt:
        control_end(walk);
        break;
    case W_drawing:
    case W_pict:
    case W_object:
        walk_drawing_end(walk);
        break;
    default:
        block_end(walk, tag);
    }
}

static void on_text(void *user, Str text)
{
    Walk *walk = user;
    if (walk->in_text)
        buf_append(&walk->piece, text);
    else if (walk->in_instruction && walk->fields.len && !array_last(&walk->fields)->is_in_result)
        buf_append(&array_last(&walk->fields)->instruction, text);
}

static void part_reset(Walk *walk, PartRole role)
{
    walk->role = role;
    walk->has_root = walk->is_wrong_root = false;
    walk->n_contexts = 0;
    walk->is_paragraph_pending = walk->is_run_pending = walk->is_cell_pending = false;
    walk->is_section_pending = walk->in_text = walk->in_instruction = false;
    walk_fields_clear(walk);
    walk->controls.len = walk->drawings.len = 0;
    walk->n_contents = walk->n_nameless = 0;
}

/* Notes are looked up by id from here on. */
static void sort_marks(NoteMarks *marks)
{
    if (marks->len)
        qsort(marks->items, marks->len, sizeof *marks->items, by_id);
}

PartResult walk_part(Walk *walk, PartRole role, Str name, uint16_t index)
{
    static const XmlHandler handler = {.start = on_start, .end = on_end, .text = on_text};
    part_reset(walk, role);
    walk->relations = (Relations){0};
    if (package_kind(walk->package) != PACKAGE_BARE)
        (void)relations_read(walk->package, name, &walk->document->arena, &walk->relations);
    tree_part_begin(&walk->tree, role, name, index);
    PartResult result = xml_read_part(walk->package, name, &handler, walk);
    tree_part_end(&walk->tree);
    if (role == PART_BODY) {
        sort_marks(&walk->footnotes);
        sort_marks(&walk->endnotes);
    }
    return result;
}
