#include "read/docx_tree.h"

#include "base/utf8.h"

/* The paragraph that text goes to; text outside of any opens one. */
static ParagraphState *paragraph_of(Tree *tree)
{
    static const ParagraphStart nothing;
    if (!tree_frame(tree)->in_paragraph)
        tree_paragraph_begin(tree, &nothing);
    return &tree_frame(tree)->paragraph;
}

static const TextStyle *text_style(Tree *tree, const RunProps *run, const ParagraphState *paragraph)
{
    TextStyle style;
    memset(&style, 0, sizeof style);
    style.size_half_points = run->size_half_points;
    style.bold = run->toggles & TOGGLE_BOLD;
    style.italic = run->toggles & TOGGLE_ITALIC;
    style.all_caps = run->toggles & TOGGLE_CAPS;
    style.small_caps = run->toggles & TOGGLE_SMALL_CAPS;
    style.strike = run->toggles & TOGGLE_STRIKE;
    style.underline = run->underline;
    style.superscript = run->vertical == VERTICAL_SUPERSCRIPT;
    style.subscript = run->vertical == VERTICAL_SUBSCRIPT;
    style.colour.rgb = run->colour.rgb;
    style.colour.is_set = run->colour.is_set;
    style.colour.is_unknown = run->colour.is_unknown;
    Colour behind = colour_is_stated(run->highlight) ? run->highlight
                    : colour_is_stated(run->shading) ? run->shading
                                                     : paragraph->ground;
    style.background.rgb = behind.rgb;
    style.background.is_set = behind.is_set;
    style.background.is_unknown = behind.is_unknown;
    style.font = run->font;
    style.language = run->language;
    return intern_value(tree->intern, &style, sizeof style);
}

void tree_run_begin(Tree *tree, const RunProps *direct)
{
    ParagraphState *paragraph = paragraph_of(tree);
    tree_run_end(tree);
    const Style *character =
        direct->style.len ? styles_find(tree->styles, direct->style, STYLE_CHARACTER) : NULL;
    paragraph->run = styles_cascade(tree->styles, &tree_frame(tree)->table_run, paragraph->style,
                                    character, direct);
    paragraph->text_style = text_style(tree, &paragraph->run, paragraph);
    paragraph->is_code =
        paragraph->style->role == ROLE_CODE || (character && character->role == ROLE_CODE);
    paragraph->in_run = true;
    paragraph->n_runs++;
    paragraph->run_bytes = 0;
}

void tree_run_end(Tree *tree)
{
    ParagraphState *paragraph = &tree_frame(tree)->paragraph;
    if (!tree_frame(tree)->in_paragraph || !paragraph->in_run)
        return;
    tree_flush(tree);
    paragraph->in_run = false;
}

/* Text outside of any run counts as a run of its own. */
static ParagraphState *run_of(Tree *tree)
{
    static const RunProps nothing;
    ParagraphState *paragraph = paragraph_of(tree);
    if (!paragraph->in_run)
        tree_run_begin(tree, &nothing);
    return paragraph;
}

/* The inline containers that the present run wants around it, outermost first. */
static size_t wanted_inlines(const Tree *tree, const ParagraphState *paragraph, OpenInline *ret)
{
    const RunProps *run = &paragraph->run;
    uint8_t set_apart = run->toggles & (uint8_t)~paragraph->base.toggles;
    const struct {
        NodeKind kind;
        bool is_wanted;
    } wants[] = {
        {NODE_LINK, tree->link != NULL},
        {NODE_STRONG, set_apart & TOGGLE_BOLD},
        {NODE_EMPHASIS, set_apart & TOGGLE_ITALIC},
        {NODE_UNDERLINE, run->underline && !paragraph->base.underline && !tree->link},
        {NODE_STRIKE, set_apart & TOGGLE_STRIKE},
        {NODE_SUPERSCRIPT, run->vertical == VERTICAL_SUPERSCRIPT},
    };
    size_t n = 0;
    for (size_t i = 0; i < sizeof wants / sizeof wants[0]; i++)
        if (wants[i].is_wanted)
            ret[n++] = (OpenInline){wants[i].kind, i == 0 ? tree->link : NULL, NULL};
    return n;
}

/* Opens and closes inline containers until just the N in WANTED are open. */
static Node *open_inlines(Tree *tree, ParagraphState *paragraph, const OpenInline *wanted, size_t n)
{
    size_t same = 0;
    while (same < n && same < paragraph->n_open &&
           paragraph->open[same].kind == wanted[same].kind &&
           paragraph->open[same].link == wanted[same].link)
        same++;
    Node *parent = same ? paragraph->open[same - 1].node : paragraph->node;
    for (size_t i = same; i < n; i++) {
        Node *node = tree_node(tree, wanted[i].kind);
        if (wanted[i].link) {
            node->as.link.url = wanted[i].link->url;
            node->as.link.title = wanted[i].link->title;
        }
        node_append_child(parent, node);
        paragraph->open[i] = wanted[i];
        paragraph->open[i].node = node;
        parent = node;
    }
    paragraph->n_open = n;
    return parent;
}

/* Where text of the present run goes. */
static Node *text_parent(Tree *tree, ParagraphState *paragraph)
{
    OpenInline wanted[INLINES_OPEN_MAX];
    size_t n = wanted_inlines(tree, paragraph, wanted);
    return open_inlines(tree, paragraph, wanted, n);
}

/* Where that goes which is neither strong nor emphasis: pictures, references. */
static Node *plain_parent(Tree *tree, ParagraphState *paragraph)
{
    OpenInline link = {NODE_LINK, tree->link, NULL};
    return open_inlines(tree, paragraph, &link, tree->link ? 1 : 0);
}

void tree_flush(Tree *tree)
{
    if (!tree->text.len)
        return;
    ParagraphState *paragraph = &tree_frame(tree)->paragraph;
    Node *node = tree_node(tree, paragraph->text_kind);
    node->as.text.literal = arena_str(&tree->document->arena, buf_str(&tree->text));
    node->as.text.is_verbatim = true;
    node->as.text.run = paragraph->n_runs - 1;
    node->span = (Span){paragraph->run_bytes - tree->text.len, paragraph->run_bytes};
    node->text_style = paragraph->text_style;
    if (!str_eq_nocase(paragraph->text_style->language, tree->document->language))
        node->language = paragraph->text_style->language;
    node_append_child(text_parent(tree, paragraph), node);
    if (tree->is_counting_pages)
        tree->n_characters += utf8_length(node->as.text.literal);
    buf_clear(&tree->text);
}

/* A page break inside of a paragraph parts the words around it. */
static void part_at_break(Tree *tree, ParagraphState *paragraph)
{
    if (!paragraph->has_break)
        return;
    paragraph->has_break = false;
    if (!paragraph->node->first_child)
        return;
    Node *node = tree_node(tree, NODE_LINE_BREAK);
    node_append_child(plain_parent(tree, paragraph), node);
}

static void add_text(Tree *tree, Str text, NodeKind kind)
{
    ParagraphState *paragraph = run_of(tree);
    if (!text.len || paragraph->run.toggles & TOGGLE_VANISH)
        return;
    if (tree->text.len && kind != paragraph->text_kind)
        tree_flush(tree);
    part_at_break(tree, paragraph);
    tree_fill(tree, paragraph->node);
    paragraph->text_kind = kind;
    paragraph->run_bytes += text.len;
    buf_append(&tree->text, text);
}

void tree_text(Tree *tree, Str text)
{
    ParagraphState *paragraph = run_of(tree);
    add_text(tree, text, paragraph->is_code ? NODE_CODE : NODE_TEXT);
}

void tree_code(Tree *tree, Str text)
{
    add_text(tree, text, NODE_CODE);
}

void tree_drawn_text(Tree *tree, Str text)
{
    ParagraphState *paragraph = run_of(tree);
    tree_flush(tree);
    const TextStyle *of_run = paragraph->text_style;
    TextStyle drawn;
    memset(&drawn, 0, sizeof drawn);
    drawn.language = of_run->language;
    paragraph->text_style = intern_value(tree->intern, &drawn, sizeof drawn);
    tree_text(tree, text);
    tree_flush(tree);
    paragraph->text_style = of_run;
}

void tree_line_break(Tree *tree)
{
    ParagraphState *paragraph = run_of(tree);
    if (paragraph->run.toggles & TOGGLE_VANISH)
        return;
    tree_flush(tree);
    tree_fill(tree, paragraph->node);
    Node *node = tree_node(tree, NODE_LINE_BREAK);
    node_append_child(text_parent(tree, paragraph), node);
}

void tree_link(Tree *tree, const LinkTarget *link)
{
    if (link == tree->link)
        return;
    if (tree->frames.len)
        tree_flush(tree);
    tree->link = link;
}

void tree_reference(Tree *tree, Str label)
{
    ParagraphState *paragraph = run_of(tree);
    tree_flush(tree);
    part_at_break(tree, paragraph);
    tree_fill(tree, paragraph->node);
    Node *node = tree_node(tree, NODE_FOOTNOTE_REFERENCE);
    node->as.footnote.label = label;
    node_append_child(plain_parent(tree, paragraph), node);
}

void tree_object(Tree *tree, Node *node)
{
    ParagraphState *paragraph = run_of(tree);
    if (paragraph->run.toggles & TOGGLE_VANISH)
        return;
    tree_flush(tree);
    part_at_break(tree, paragraph);
    tree_fill(tree, paragraph->node);
    node_append_child(plain_parent(tree, paragraph), node);
}
