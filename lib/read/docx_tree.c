#include "read/docx_tree.h"

void tree_init(Tree *tree, Document *document, Styles *styles, Numbering *numbering, Intern *intern)
{
    *tree = (Tree){
        .document = document,
        .styles = styles,
        .numbering = numbering,
        .intern = intern,
        .page = 1,
        .is_page_fresh = true,
        .is_section_fresh = true,
    };
}

static void frame_push(Tree *tree, Node *container, const Fill *fill)
{
    array_push(&tree->frames, (Frame){.container = container, .ground = fill_ground(fill)});
}

static void frame_pop(Tree *tree)
{
    tree_paragraph_close(tree);
    tree_table_end(tree);
    array_free(&tree_frame(tree)->table.merges);
    tree->frames.len--;
}

void tree_release(Tree *tree)
{
    while (tree->frames.len)
        frame_pop(tree);
    array_free(&tree->frames);
    array_free(&tree->section_blocks);
    buf_free(&tree->text);
}

Frame *tree_frame(Tree *tree)
{
    return array_last(&tree->frames);
}

bool tree_is_full(const Tree *tree)
{
    return tree->n_nodes >= TREE_NODES_MAX;
}

Node *tree_node(Tree *tree, NodeKind kind)
{
    Node *node = node_new(&tree->document->arena, kind);
    node->part = tree->part;
    node->precision = node_class(kind) == NODE_CLASS_INLINE ? PRECISION_EXACT : PRECISION_BLOCK;
    tree->n_nodes++;
    return node;
}

void tree_attribute(Tree *tree, Node *node, Str name, Str value)
{
    Attribute *attributes =
        arena_new_array(&tree->document->arena, Attribute, node->n_attributes + 1);
    if (node->n_attributes)
        memcpy(attributes, node->attributes, node->n_attributes * sizeof *attributes);
    attributes[node->n_attributes++] = (Attribute){name, value};
    node->attributes = attributes;
}

void tree_part_begin(Tree *tree, PartRole role, Str name, uint16_t part)
{
    tree->part = part;
    tree->is_counting_pages = role == PART_BODY;
    tree->link = NULL;
    if (role == PART_BODY) {
        frame_push(tree, tree->document->root, &tree->page_fill);
        return;
    }
    Node *node = tree_node(tree, NODE_PART);
    node->as.part.role = role;
    node->as.part.name = name;
    node_append_child(tree->document->root, node);
    frame_push(tree, node, &tree->page_fill);
}

void tree_page_fill(Tree *tree, const Fill *fill)
{
    tree->page_fill = *fill;
    tree_frame(tree)->ground = fill_ground(fill);
}

void tree_part_end(Tree *tree)
{
    while (tree->frames.len)
        frame_pop(tree);
    tree->is_counting_pages = false;
}

void tree_note_begin(Tree *tree, Str label)
{
    Node *note = tree_node(tree, NODE_FOOTNOTE);
    note->as.footnote.label = label;
    node_append_child(tree_frame(tree)->container, note);
    frame_push(tree, note, &tree->page_fill);
}

void tree_note_end(Tree *tree)
{
    frame_pop(tree);
}

void tree_box_begin(Tree *tree, const Fill *fill)
{
    static const ParagraphStart nothing;
    if (!tree_frame(tree)->in_paragraph)
        tree_paragraph_begin(tree, &nothing);
    tree_flush(tree);
    ParagraphState *paragraph = &tree_frame(tree)->paragraph;
    if (!paragraph->boxes)
        paragraph->boxes = node_new(&tree->document->arena, NODE_PART);
    Node *box = tree_node(tree, NODE_PART);
    box->as.part.role = PART_TEXT_BOX;
    node_append_child(paragraph->boxes, box);
    bool is_open = !fill->colour.is_set && !fill->is_unknown;
    frame_push(tree, box, is_open ? &tree->page_fill : fill);
}

void tree_box_end(Tree *tree)
{
    if (tree->frames.len > 1)
        frame_pop(tree);
}

Node *tree_block_container(Tree *tree)
{
    Frame *frame = tree_frame(tree);
    frame->n_lists = 0;
    frame->quote = NULL;
    return frame->container;
}

/* What a paragraph turns out to be. */
typedef struct BlockPlan {
    NodeKind kind;
    int heading_level;
    bool is_listed;
    int num_id, list_level;
    ListLabel label;
} BlockPlan;

static void plan_numbering(Tree *tree, const ParagraphStart *start, const ParagraphProps *props,
                           const Style *style, BlockPlan *plan)
{
    plan->num_id = props->num_id;
    plan->list_level = props->list_level;
    bool is_by_style = !(start->props.stated & PARAGRAPH_NUMBERING);
    if (!props->num_id && is_by_style &&
        (style->role == ROLE_BULLET || style->role == ROLE_NUMBER)) {
        plan->is_listed = true;
        plan->num_id = style->role == ROLE_BULLET ? -1 : -2;
        plan->list_level = style->list_level;
        plan->label.is_ordered = style->role == ROLE_NUMBER;
        plan->label.number = 1;
        if (style->role == ROLE_BULLET)
            plan->label.label = STR("\xE2\x80\xA2");
    } else if (props->num_id) {
        plan->is_listed = true;
        if (is_by_style && !(props->stated & PARAGRAPH_LEVEL))
            plan->list_level = numbering_level_of_style(tree->numbering, props->num_id, style->id);
        plan->label = numbering_next(tree->numbering, props->num_id, plan->list_level);
    }
}

static BlockPlan plan_block(Tree *tree, const ParagraphStart *start, const ParagraphProps *props,
                            const Style *style)
{
    BlockPlan plan = {.kind = NODE_PARAGRAPH, .heading_level = style->heading_level};
    if (start->props.stated & PARAGRAPH_OUTLINE)
        plan.heading_level = start->props.outline < 9 ? start->props.outline + 1 : 0;
    if (style->role == ROLE_TITLE)
        plan.heading_level = 1;
    plan_numbering(tree, start, props, style, &plan);
    if (plan.heading_level)
        plan.kind = NODE_HEADING;
    else if (style->role == ROLE_CAPTION)
        plan.kind = NODE_CAPTION;
    return plan;
}

/* Does a paragraph go on with OPEN as a reader sees it? Word often gives the
 * items of one list different ids: then the same bullet or the next number says so. */
static bool goes_on(const OpenList *open, const BlockPlan *plan)
{
    if (open->level != plan->list_level)
        return false;
    if (open->num_id == plan->num_id)
        return true;
    if (open->list->as.list.is_ordered != plan->label.is_ordered)
        return false;
    return plan->label.is_ordered ? plan->label.number == open->number + 1
                                  : str_eq(open->label, plan->label.label);
}

static OpenList *open_list(Tree *tree, const BlockPlan *plan, Node *container)
{
    Node *list = tree_node(tree, NODE_LIST);
    list->as.list.is_ordered = plan->label.is_ordered;
    list->as.list.start = plan->label.is_ordered ? plan->label.number : 0;
    node_append_child(container, list);
    Frame *frame = tree_frame(tree);
    OpenList *open = &frame->lists[frame->n_lists++];
    *open = (OpenList){.level = plan->list_level, .list = list};
    return open;
}

/* The item for a listed paragraph: of the list that is open at its level, or of
 * a new one inside the item above or beside. */
static Node *item_for(Tree *tree, const BlockPlan *plan)
{
    Frame *frame = tree_frame(tree);
    frame->quote = NULL;
    while (frame->n_lists) {
        const OpenList *last = &frame->lists[frame->n_lists - 1];
        if (last->level < plan->list_level || goes_on(last, plan))
            break;
        frame->n_lists--;
    }
    OpenList *open = frame->n_lists ? &frame->lists[frame->n_lists - 1] : NULL;
    if (!open || open->level < plan->list_level)
        open = open_list(tree, plan, open ? open->list->last_child : frame->container);
    Node *item = tree_node(tree, NODE_ITEM);
    item->as.item.label = plan->label.label;
    node_append_child(open->list, item);
    open->num_id = plan->num_id;
    open->label = plan->label.label;
    open->number = plan->label.number;
    return item;
}

static Node *quote_for(Tree *tree)
{
    Frame *frame = tree_frame(tree);
    frame->n_lists = 0;
    if (!frame->quote) {
        frame->quote = tree_node(tree, NODE_BLOCK_QUOTE);
        node_append_child(frame->container, frame->quote);
    }
    return frame->quote;
}

static Node *container_for(Tree *tree, const BlockPlan *plan, const Style *style)
{
    if (plan->kind == NODE_PARAGRAPH && plan->is_listed)
        return item_for(tree, plan);
    if (plan->kind == NODE_PARAGRAPH && style->role == ROLE_QUOTE)
        return quote_for(tree);
    return tree_block_container(tree);
}

/* Exact spacing is compared with 1.2 times the letters' size, which is about
 * what single spacing gives. */
static uint16_t line_percent(const ParagraphProps *props, unsigned size_half_points)
{
    if (!(props->stated & PARAGRAPH_LINE) || !props->line)
        return 0;
    unsigned percent = props->line * 100u / 240u;
    if (props->line_rule != LINE_AUTO) {
        if (!size_half_points)
            return 0;
        percent = props->line * 100u / (size_half_points * 12u);
        if (props->line_rule == LINE_AT_LEAST && percent < 100)
            percent = 100;
    }
    return (uint16_t)(percent > UINT16_MAX ? UINT16_MAX : percent);
}

static const BlockStyle *block_style(Tree *tree, const ParagraphStart *start,
                                     const ParagraphProps *props, const ParagraphState *paragraph)
{
    BlockStyle style;
    memset(&style, 0, sizeof style);
    style.name = paragraph->style->name;
    style.alignment = (Alignment)props->alignment;
    style.size_half_points = start->mark.size_half_points ? start->mark.size_half_points
                                                          : paragraph->base.size_half_points;
    style.line_spacing_percent = line_percent(props, style.size_half_points);
    style.is_spacing_fixed = props->line_rule != LINE_AUTO && style.line_spacing_percent;
    style.page_break_before = props->page_break_before;
    return intern_value(tree->intern, &style, sizeof style);
}

void tree_contents(Tree *tree)
{
    Str role;
    Frame *frame = tree_frame(tree);
    if (frame->in_paragraph && !node_attribute(frame->paragraph.node, STR("role"), &role))
        tree_attribute(tree, frame->paragraph.node, STR("role"), STR("contents"));
}

void tree_clock(Tree *tree)
{
    Str clock;
    Frame *frame = tree_frame(tree);
    if (frame->in_paragraph && !node_attribute(frame->paragraph.node, STR("clock"), &clock))
        tree_attribute(tree, frame->paragraph.node, STR("clock"), STR("true"));
}

static void set_block(Tree *tree, const ParagraphStart *start, const ParagraphProps *props,
                      const BlockPlan *plan)
{
    ParagraphState *paragraph = &tree_frame(tree)->paragraph;
    Node *node = paragraph->node;
    node->kind = plan->kind;
    node->block_style = block_style(tree, start, props, paragraph);
    if (plan->kind == NODE_HEADING)
        node->as.heading.level = plan->heading_level;
    if (plan->kind != NODE_PARAGRAPH && plan->label.label.len)
        tree_attribute(tree, node, STR("label"), plan->label.label);
    if (start->is_floating)
        tree_attribute(tree, node, STR("floating"), STR("true"));
    if (start->is_contents || paragraph->style->role == ROLE_CONTENTS)
        tree_contents(tree);
    if (tree->is_counting_pages)
        array_push(&tree->section_blocks, node);
}

/* How the text of a paragraph looks before runs say anything. */
static void set_base(Tree *tree, const ParagraphProps *props)
{
    Frame *frame = tree_frame(tree);
    ParagraphState *paragraph = &frame->paragraph;
    paragraph->base = styles_cascade(tree->styles, &frame->table_run, paragraph->style, NULL, NULL);
    paragraph->ground = colour_is_stated(props->shading) ? props->shading : frame->ground;
    paragraph->is_code = paragraph->style->role == ROLE_CODE;
}

void tree_paragraph_begin(Tree *tree, const ParagraphStart *start)
{
    Frame *frame = tree_frame(tree);
    if (frame->in_paragraph && !frame->paragraph.is_joined_on)
        tree_paragraph_close(tree);
    tree_table_end(tree);
    if (!frame->in_paragraph) {
        frame->paragraph = (ParagraphState){.node = tree_node(tree, NODE_PARAGRAPH)};
        frame->in_paragraph = true;
    }
    ParagraphState *paragraph = &frame->paragraph;
    paragraph->style = styles_find(tree->styles, start->props.style, STYLE_PARAGRAPH);
    ParagraphProps props = styles_paragraph(tree->styles, paragraph->style, &start->props);
    set_base(tree, &props);
    paragraph->is_joined_on = start->is_joined_on;
    if (start->is_joined_on)
        return;
    if (props.page_break_before)
        tree_break_before(tree);
    BlockPlan plan = plan_block(tree, start, &props, paragraph->style);
    set_block(tree, start, &props, &plan);
    node_append_child(container_for(tree, &plan, paragraph->style), paragraph->node);
}

/* A paragraph that was to be joined on but is the last: it stands by itself. */
static void place_leftover(Tree *tree)
{
    Frame *frame = tree_frame(tree);
    ParagraphState *paragraph = &frame->paragraph;
    if (paragraph->node->first_child || paragraph->boxes)
        node_append_child(tree_block_container(tree), paragraph->node);
}

static void release_boxes(ParagraphState *paragraph)
{
    if (!paragraph->boxes)
        return;
    for (Node *box = paragraph->boxes->first_child; box;) {
        Node *next = box->next;
        node_unlink(box);
        if (box->first_child)
            node_append_child(paragraph->node->parent, box);
        box = next;
    }
}

void tree_paragraph_close(Tree *tree)
{
    Frame *frame = tree_frame(tree);
    if (!frame->in_paragraph)
        return;
    ParagraphState *paragraph = &frame->paragraph;
    tree_run_end(tree);
    tree_place(tree, paragraph->node);
    if (!paragraph->node->parent)
        place_leftover(tree);
    release_boxes(paragraph);
    frame->in_paragraph = false;
}

void tree_paragraph_end(Tree *tree)
{
    Frame *frame = tree_frame(tree);
    if (!frame->in_paragraph)
        return;
    tree_run_end(tree);
    if (!frame->paragraph.is_joined_on)
        tree_paragraph_close(tree);
}
