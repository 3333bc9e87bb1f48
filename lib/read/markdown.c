/* The only file that knows cmark-gfm. Its blocks become nodes here, its
 * inlines in markdown_inline.c. */
#include "read/reader.h"

#include "read/encoding.h"
#include "read/front_matter.h"
#include "read/html.h"
#include "read/markdown_inline.h"
#include "read/markdown_tables.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

typedef struct Builder {
    Document *document;
    const ReadOptions *options;
    size_t lines_before; /* of front matter, which cmark does not see */
    Node *container;     /* where the next block goes */
    size_t quote_depth;
    size_t header_line; /* of the table we are in */
    Cursor row;         /* of the table row we are in; stands behind the last cell */
    InlineBuilder inlines;
} Builder;

static void attach(cmark_parser *parser, const char *extension)
{
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension));
}

/* "[^", looked for by its rarer sign. */
static bool has_footnote_mark(Str text)
{
    for (size_t at = str_find(text, STR("^"), 0); at < text.len;
         at = str_find(text, STR("^"), at + 1))
        if (at && text.data[at - 1] == '[')
            return true;
    return false;
}

/* The extensions for struck out text and bare addresses write to a table that all
 * parses of the process share, each time, under the feet of parses in other
 * threads. So they are not used: markdown_inline.c does what they do. */
static cmark_node *parse(Str text, bool has_tables)
{
    cmark_gfm_core_extensions_ensure_registered(); /* in threads: done by readers_prepare */
    /* Footnotes cost two walks over all nodes: spare papers without any. */
    bool has_footnotes = has_footnote_mark(text);
    cmark_parser *parser =
        cmark_parser_new(has_footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT);
    attach(parser, "tasklist");
    if (has_tables)
        attach(parser, "table");
    cmark_parser_feed(parser, text.data, text.len);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

static const Source *source_of(const Builder *builder)
{
    return &builder->document->source;
}

/* Line of the whole paper, or 0 where cmark has none. */
static size_t line_of(const Builder *builder, int cmark_line)
{
    return cmark_line > 0 ? (size_t)cmark_line + builder->lines_before : 0;
}

static size_t start_line(const Builder *builder, cmark_node *node)
{
    return line_of(builder, cmark_node_get_start_line(node));
}

static size_t end_line(const Builder *builder, cmark_node *node)
{
    return line_of(builder, cmark_node_get_end_line(node));
}

static size_t line_end(const Builder *builder, size_t line)
{
    return source_line_start(source_of(builder), line) + source_line(source_of(builder), line).len;
}

/* Where NODE begins. Right for blocks alone. */
static size_t start_offset(const Builder *builder, cmark_node *node)
{
    size_t line = start_line(builder, node);
    int column = cmark_node_get_start_column(node);
    size_t offset = source_line_start(source_of(builder), line) + (column > 0 ? column - 1 : 0);
    size_t end = line_end(builder, line);
    return offset < end ? offset : end;
}

static Span block_span(const Builder *builder, cmark_node *node)
{
    Span span = {start_offset(builder, node), line_end(builder, end_line(builder, node))};
    Str text = source_of(builder)->text;
    while (span.end > span.start && ascii_is_space((unsigned char)text.data[span.end - 1]))
        span.end--;
    return span.end >= span.start ? span : (Span){span.start, span.start};
}

static Node *add_block(Builder *builder, NodeKind kind, Span span)
{
    Node *node = node_new(&builder->document->arena, kind);
    node->span = span;
    node_append_child(builder->container, node);
    return node;
}

static void open_container(Builder *builder, NodeKind kind, Span span)
{
    builder->container = add_block(builder, kind, span);
}

/* A container ends where its last block does: cmark counts blank lines in. */
static void close_container(Builder *builder)
{
    Node *node = builder->container;
    if (node->last_child)
        node->span.end = node->last_child->span.end;
    builder->container = node->parent;
}

static void open_list(Builder *builder, cmark_node *node)
{
    open_container(builder, NODE_LIST, block_span(builder, node));
    builder->container->as.list.is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    builder->container->as.list.start = cmark_node_get_list_start(node);
}

/* The number that the item behind ITEM has, whatever the author wrote there. */
static int next_number(const Node *item)
{
    int number = 0;
    Str label = item->as.item.label;
    for (size_t i = 0; i < label.len && ascii_is_digit((unsigned char)label.data[i]); i++)
        number = number * 10 + (label.data[i] - '0');
    return number + 1;
}

static void open_item(Builder *builder, cmark_node *node)
{
    const Node *list = builder->container;
    int number = list->last_child ? next_number(list->last_child) : list->as.list.start;
    open_container(builder, NODE_ITEM, block_span(builder, node));
    if (!list->as.list.is_ordered)
        return;
    cmark_delim_type delimiter = cmark_node_get_list_delim(cmark_node_parent(node));
    builder->container->as.item.label = arena_printf(&builder->document->arena, "%d%c", number,
                                                     delimiter == CMARK_PAREN_DELIM ? ')' : '.');
}

/* cmark moves footnotes to the end and does not say what they are called. */
static void open_footnote(Builder *builder, cmark_node *node)
{
    Span span = block_span(builder, node);
    size_t start = source_line_start(source_of(builder), start_line(builder, node));
    Str line = str_sub(source_of(builder)->text, 0, span.start);
    size_t mark = str_find(line, STR("[^"), start);
    size_t close = str_find(line, STR("]:"), mark);
    if (close < line.len)
        span.start = mark;
    open_container(builder, NODE_FOOTNOTE, span);
    builder->container->as.footnote.label = str_sub(line, mark + 2, close);
}

static void begin_inlines(Builder *builder, Node *block, Cursor cursor)
{
    inline_begin(&builder->inlines, block, cursor);
}

static Cursor cursor_from(const Builder *builder, size_t line, size_t offset, size_t last_line)
{
    Span first = {offset, line_end(builder, line)};
    return cursor_at(source_of(builder), line, first, last_line, builder->quote_depth);
}

static size_t find_header_line(const Builder *builder, cmark_node *table)
{
    TableLines lines = {
        .source = source_of(builder),
        .first = start_line(builder, table),
        .start = start_offset(builder, table),
        .last = end_line(builder, table),
        .quote_depth = builder->quote_depth,
        .n_columns = cmark_gfm_extensions_get_table_columns(table),
    };
    return table_header_line(&lines);
}

/* A paragraph whose last line became a table's header: cmark says nothing of
 * its place, which begins where it says the table does. */
static void open_paragraph_before_table(Builder *builder, cmark_node *table)
{
    size_t line = start_line(builder, table), header = find_header_line(builder, table);
    size_t start = start_offset(builder, table);
    size_t last = header > line ? header - 1 : line;
    Node *block = add_block(builder, NODE_PARAGRAPH, (Span){start, line_end(builder, last)});
    begin_inlines(builder, block, cursor_from(builder, line, start, last));
}

static void open_paragraph(Builder *builder, cmark_node *node)
{
    cmark_node *next = cmark_node_next(node);
    if (!start_line(builder, node) && next) {
        open_paragraph_before_table(builder, next);
        return;
    }
    Node *block = add_block(builder, NODE_PARAGRAPH, block_span(builder, node));
    Cursor cursor =
        cursor_from(builder, start_line(builder, node), block->span.start, end_line(builder, node));
    cursor_skip_definitions(&cursor);
    block->span.start = cursor.offset;
    begin_inlines(builder, block, cursor);
}

static void open_heading(Builder *builder, cmark_node *node)
{
    Node *block = add_block(builder, NODE_HEADING, block_span(builder, node));
    block->as.heading.level = cmark_node_get_heading_level(node);
    Cursor cursor =
        cursor_from(builder, start_line(builder, node), block->span.start, end_line(builder, node));
    if (!cursor_skip_heading_mark(&cursor, (size_t)block->as.heading.level)) {
        cursor_skip_definitions(&cursor);
        block->span.start = cursor.offset;
    }
    begin_inlines(builder, block, cursor);
}

static void close_text_block(Builder *builder)
{
    inline_end(&builder->inlines);
}

static void open_table(Builder *builder, cmark_node *node)
{
    Span span = block_span(builder, node);
    builder->header_line = find_header_line(builder, node);
    if (builder->header_line != start_line(builder, node))
        span.start =
            line_content(source_of(builder), builder->header_line, builder->quote_depth).start;
    open_container(builder, NODE_TABLE, span);
}

static void open_row(Builder *builder, cmark_node *node)
{
    bool is_header = cmark_gfm_extensions_get_table_row_is_header(node);
    size_t line = is_header ? builder->header_line : start_line(builder, node);
    Span span = line_content(source_of(builder), line, builder->quote_depth);
    if (is_header)
        span.start = builder->container->span.start;
    open_container(builder, NODE_TABLE_ROW, span);
    builder->container->as.row.is_header = is_header;
    builder->row = row_at(source_of(builder), line, span.start);
}

static void open_cell(Builder *builder, cmark_node *node)
{
    bool is_header = builder->container->as.row.is_header;
    Span span = row_next_cell(&builder->row);
    open_container(builder, NODE_TABLE_CELL, span);
    builder->container->as.cell.is_header = is_header;
    if (!cmark_node_first_child(node))
        return;
    size_t line = builder->row.line;
    Node *block = add_block(builder, NODE_PARAGRAPH, span);
    begin_inlines(builder, block, cursor_at(source_of(builder), line, span, line, 0));
}

static void close_cell(Builder *builder)
{
    if (builder->container->first_child)
        inline_end(&builder->inlines);
    builder->container = builder->container->parent;
}

static void close_row(Builder *builder)
{
    builder->container = builder->container->parent;
}

/* Code that stands in one run, as fenced code outside quotes does, is verbatim. */
static void add_code_block(Builder *builder, cmark_node *node)
{
    Node *block = add_block(builder, NODE_CODE_BLOCK, block_span(builder, node));
    Str literal = str_of(cmark_node_get_literal(node));
    size_t start = block->span.start;
    int length, offset;
    char character;
    if (cmark_node_get_fenced(node, &length, &offset, &character))
        start = source_line_start(source_of(builder), start_line(builder, node) + 1);
    Span span = {start, start + literal.len};
    Str source = span_of(span, source_of(builder)->text);
    block->as.text.is_verbatim = str_eq(source, literal);
    if (block->as.text.is_verbatim)
        block->span = span;
    block->as.text.literal =
        block->as.text.is_verbatim ? source : arena_str(&builder->document->arena, literal);
}

static bool is_comment(Str html)
{
    html = str_trim(html);
    return str_starts_with(html, STR("<!--")) && str_find(html, STR("-->"), 4) + 3 == html.len;
}

/* HTML in a quote is handed over line by line, for its marks are no part of it. */
static void add_html_block(Builder *builder, cmark_node *node)
{
    Span span = block_span(builder, node);
    size_t line = start_line(builder, node), last = end_line(builder, node);
    if (is_comment(str_of(cmark_node_get_literal(node))))
        return;
    Document *document = builder->document;
    if (!builder->quote_depth || line == last) {
        Status status = html_read_fragment(document, builder->container, span, builder->options);
        (void)status; /* the sink knows, and the rest can be read */
        return;
    }
    for (; line <= last; line++) {
        Span content = line_content(source_of(builder), line, builder->quote_depth);
        Status status = html_read_fragment(document, builder->container, content, builder->options);
        (void)status;
    }
}

static void enter_extension(Builder *builder, cmark_node *node)
{
    Str type = str_of(cmark_node_get_type_string(node));
    if (str_eq(type, STR("table")))
        open_table(builder, node);
    else if (str_eq(type, STR("table_row")) || str_eq(type, STR("table_header")))
        open_row(builder, node);
    else if (str_eq(type, STR("table_cell")))
        open_cell(builder, node);
}

static void exit_extension(Builder *builder, cmark_node *node)
{
    Str type = str_of(cmark_node_get_type_string(node));
    if (str_eq(type, STR("table")))
        close_container(builder);
    else if (str_eq(type, STR("table_row")) || str_eq(type, STR("table_header")))
        close_row(builder);
    else if (str_eq(type, STR("table_cell")))
        close_cell(builder);
}

static void enter_block(Builder *builder, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        open_container(builder, NODE_BLOCK_QUOTE, block_span(builder, node));
        builder->quote_depth++;
        break;
    case CMARK_NODE_LIST:
        open_list(builder, node);
        break;
    case CMARK_NODE_ITEM:
        open_item(builder, node);
        break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        open_footnote(builder, node);
        break;
    case CMARK_NODE_PARAGRAPH:
        open_paragraph(builder, node);
        break;
    case CMARK_NODE_HEADING:
        open_heading(builder, node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        add_code_block(builder, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        add_html_block(builder, node);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        add_block(builder, NODE_THEMATIC_BREAK, block_span(builder, node));
        break;
    default:
        enter_extension(builder, node);
    }
}

static void exit_block(Builder *builder, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        builder->quote_depth--;
        close_container(builder);
        break;
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        close_container(builder);
        break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        close_text_block(builder);
        break;
    default:
        exit_extension(builder, node);
    }
}

/* The bytes of CHUNK, as long as its node lives. What cmark_node_get_literal and its
 * like give is a copy that they make first. */
static Str chunk_str(const cmark_chunk *chunk)
{
    return (Str){(const char *)chunk->data, (size_t)chunk->len};
}

static void enter_inline(Builder *builder, cmark_node *node)
{
    InlineBuilder *inlines = &builder->inlines;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        inline_text(inlines, chunk_str(&node->as.literal), start_line(builder, node));
        break;
    case CMARK_NODE_CODE:
        inline_code(inlines, chunk_str(&node->as.literal), start_line(builder, node));
        break;
    case CMARK_NODE_SOFTBREAK:
        inline_break(inlines, NODE_SOFT_BREAK);
        break;
    case CMARK_NODE_LINEBREAK:
        inline_break(inlines, NODE_LINE_BREAK);
        break;
    case CMARK_NODE_HTML_INLINE:
        inline_html(inlines, chunk_str(&node->as.literal));
        break;
    case CMARK_NODE_EMPH:
        inline_open(inlines, NODE_EMPHASIS);
        break;
    case CMARK_NODE_STRONG:
        inline_open(inlines, NODE_STRONG);
        break;
    case CMARK_NODE_LINK:
        inline_open_link(inlines, chunk_str(&node->as.link.url), chunk_str(&node->as.link.title));
        break;
    case CMARK_NODE_IMAGE:
        inline_open_image(inlines, chunk_str(&node->as.link.url), chunk_str(&node->as.link.title));
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        inline_footnote_reference(inlines);
        break;
    default:
        enter_extension(builder, node);
    }
}

static void exit_inline(Builder *builder, cmark_node *node)
{
    InlineBuilder *inlines = &builder->inlines;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
        inline_close(inlines, NODE_EMPHASIS);
        break;
    case CMARK_NODE_STRONG:
        inline_close(inlines, NODE_STRONG);
        break;
    case CMARK_NODE_LINK:
        inline_close_link(inlines);
        break;
    case CMARK_NODE_IMAGE:
        inline_close_image(inlines);
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        break;
    default:
        exit_extension(builder, node);
    }
}

static bool is_inline(cmark_node *node)
{
    return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

static void build(Builder *builder, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        bool enters = event == CMARK_EVENT_ENTER;
        if (is_inline(node) && builder->inlines.parent)
            (enters ? enter_inline : exit_inline)(builder, node);
        else
            (enters ? enter_block : exit_block)(builder, node);
    }
    cmark_iter_free(iter);
    inline_builder_free(&builder->inlines);
}

static Status markdown_read(Str name, Str bytes, const ReadOptions *options, Document **ret)
{
    Document *document = document_new(FORMAT_MARKDOWN, name, bytes);
    Status status = encoding_decode(&document->source, STR(""), options->sink);
    if (status != STATUS_OK) {
        document_free(document);
        return status;
    }
    Str text = document->source.text;
    document->root->span = (Span){0, text.len};
    Builder builder = {
        .document = document,
        .options = options,
        .container = document->root,
        .inlines.document = document,
        .lines_before = front_matter_read(document, options->sink),
    };
    size_t start = source_line_start(&document->source, builder.lines_before + 1);
    bool has_tables = tables_may_be_in(str_sub(text, start, text.len));
    size_t costly =
        has_tables ? tables_too_costly_at(&document->source, builder.lines_before + 1) : 0;
    if (costly)
        diagnostic_add(options->sink, DIAG_LIMIT_REACHED, name, costly, 1,
                       "The tables are too large; all were read as running text. Split the paper.");
    cmark_node *root = parse(str_sub(text, start, text.len), has_tables && !costly);
    build(&builder, root);
    cmark_node_free(root);
    title_from_heading(document);
    document_finish(document);
    *ret = document;
    return STATUS_OK;
}

/* Any text may be Markdown: it is told by its name. */
static bool markdown_sniff(Str bytes)
{
    (void)bytes;
    return false;
}

const Reader reader_markdown = {
    .format = FORMAT_MARKDOWN,
    .extensions = {".md .markdown", 13},
    .sniff = markdown_sniff,
    .read = markdown_read,
    .prepare = cmark_gfm_core_extensions_ensure_registered,
};
