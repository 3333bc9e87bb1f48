#include "read/docx_walk.h"

static Str keep(Walk *walk, Str text)
{
    return intern_str(walk->props.intern, str_trim(text));
}

static void take_names(Walk *walk, Drawing *drawing, const Element *element)
{
    if (!drawing->alt.len)
        drawing->alt = keep(walk, element_text(element, NS_NONE, "descr"));
    if (!drawing->title.len)
        drawing->title = keep(walk, element_text(element, NS_NONE, "title"));
}

static void take_address(Walk *walk, Drawing *drawing, Str id)
{
    const Relation *relation = relations_find(&walk->relations, id);
    if (relation && !drawing->url.len)
        drawing->url = relation->target;
}

static void drawing_begin(Walk *walk, Tag tag)
{
    walk_need_run(walk);
    array_push(&walk->drawings, (Drawing){.is_object = tag == W_object});
}

/* VML's own picture; without an address it only tints a shape. */
static void take_imagedata(Walk *walk, Drawing *drawing, const Element *element)
{
    Str id = element_text(element, NS_R, "id");
    if (!id.len)
        id = element_text(element, NS_R, "pict");
    drawing->is_picture |= id.len || element_text(element, NS_NONE, "src").len;
    take_address(walk, drawing, id);
}

/* Word calls its own "PowerPlusWaterMarkObject357" and "WordPictureWatermark2", and
 * sets them into headers. */
static void take_watermark(const Walk *walk, Drawing *drawing, Str name)
{
    static const char *const names[] = {"PowerPlusWaterMark", "WordPictureWatermark"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (walk->role == PART_HEADER && str_starts_with(name, str_of(names[i])))
            drawing->is_watermark = true;
}

static void take_vml_shape(Walk *walk, Drawing *drawing, const Element *element)
{
    Str rule = element_text(element, NS_O, "hr");
    drawing->is_rule |= str_starts_with(rule, STR("t")) || str_eq(rule, STR("1"));
    if (!drawing->alt.len)
        drawing->alt = keep(walk, element_text(element, NS_NONE, "alt"));
    if (!drawing->title.len)
        drawing->title = keep(walk, element_text(element, NS_NONE, "title"));
    take_watermark(walk, drawing, element_text(element, NS_NONE, "id"));
    Str style = element_text(element, NS_NONE, "style");
    if (str_find(style, STR("position:absolute"), 0) < style.len)
        drawing->is_floating = true;
}

static void take_part(Walk *walk, Drawing *drawing, const Element *element)
{
    switch (element->tag) {
    case WP_anchor:
        drawing->is_floating = true;
        break;
    case WP_docPr:
    case PIC_cNvPr:
        take_names(walk, drawing, element);
        take_watermark(walk, drawing, element_text(element, NS_NONE, "name"));
        break;
    case ADEC_decorative: {
        Str value = element_text(element, NS_NONE, "val");
        drawing->is_decorative = switch_is_on(value);
        break;
    }
    case PIC_pic:
    case A_pic:
        drawing->is_picture = true;
        break;
    case A_blip: {
        Str id = element_text(element, NS_R, "embed");
        take_address(walk, drawing, id.len ? id : element_text(element, NS_R, "link"));
        break;
    }
    case C_chart:
    case CX_chart:
        drawing->is_chart = true;
        break;
    case DGM_relIds:
        drawing->is_diagram = true;
        break;
    case WPS_wsp:
        drawing->is_shape = true;
        break;
    case V_shape:
    case V_rect:
    case V_roundrect:
    case V_oval:
    case V_group:
        take_vml_shape(walk, drawing, element);
        break;
    case V_imagedata:
        take_imagedata(walk, drawing, element);
        break;
    case W_control:
        drawing->is_control = true;
        break;
    case V_textpath:
        if (!drawing->words.len)
            drawing->words = keep(walk, element_text(element, NS_NONE, "string"));
        break;
    default:
        break;
    }
}

bool walk_drawing_start(Walk *walk, const Element *element)
{
    Tag tag = element->tag;
    if (tag == W_drawing || tag == W_pict || tag == W_object) {
        drawing_begin(walk, tag);
        return true;
    }
    if (!walk->drawings.len || tag == W_txbxContent)
        return false;
    take_part(walk, array_last(&walk->drawings), element);
    fill_take(&array_last(&walk->drawings)->fill, element, walk->props.theme);
    return false;
}

static Node *image_node(Walk *walk, const Drawing *drawing)
{
    Node *node = tree_node(&walk->tree, NODE_IMAGE);
    node->as.image.url = drawing->url;
    node->as.image.alt = drawing->alt.len ? drawing->alt : drawing->title;
    node->as.image.title = drawing->title;
    node->as.image.has_alt = node->as.image.alt.len > 0;
    node->as.image.is_decorative = drawing->is_decorative;
    return node;
}

static Node *embed_node(Walk *walk, const Drawing *drawing)
{
    Node *node = tree_node(&walk->tree, NODE_EMBED);
    node->as.embed.what = drawing->is_chart     ? STR("chart")
                          : drawing->is_diagram ? STR("diagram")
                          : drawing->is_control ? STR("control")
                          : drawing->is_object  ? STR("object")
                                                : STR("shape");
    node->as.embed.name = drawing->alt.len ? drawing->alt : drawing->title;
    node->as.embed.has_name = node->as.embed.name.len > 0;
    node->is_unread = drawing->is_decorative;
    return node;
}

static void note_watermark(Walk *walk, const Drawing *drawing)
{
    const Document *document = walk->document;
    for (size_t i = 0; i < document->traits.len; i++)
        if (document->traits.items[i].kind == TRAIT_WATERMARK)
            return;
    document_add_trait(walk->document, TRAIT_WATERMARK, drawing->words, NULL, (Span){0, 0});
}

/* One node for the drawing as a whole, which has one text alternative. */
void walk_drawing_end(Walk *walk)
{
    if (!walk->drawings.len)
        return;
    Drawing drawing = *array_last(&walk->drawings);
    walk->drawings.len--;
    Node *node = NULL;
    if (drawing.is_watermark) {
        note_watermark(walk, &drawing);
        return;
    }
    if (drawing.is_object || drawing.is_chart || drawing.is_diagram)
        node = embed_node(walk, &drawing);
    else if (drawing.is_picture && !drawing.is_rule)
        node = image_node(walk, &drawing);
    else if (drawing.is_shape && !drawing.has_box)
        node = embed_node(walk, &drawing);
    if (walk->n_instructions)
        return;
    if (!node && !drawing.is_picture && drawing.words.len) /* WordArt */
        tree_drawn_text(&walk->tree, drawing.words);
    if (!node)
        return;
    if (drawing.is_floating)
        tree_attribute(&walk->tree, node, STR("floating"), STR("true"));
    tree_object(&walk->tree, node);
}
