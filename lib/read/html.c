/* libxml2's HTML parser told as tags and pieces of text with their places.
 *
 * The parser knows lines only, but calls back in step with its reading: its
 * cursor stands behind what it tells. What stands there is compared with the
 * source each time, so that a parser of other habits costs precision, not truth. */
#include "read/html.h"

#include "read/encoding.h"
#include "read/html_builder.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <assert.h>

enum {
    DEPTH_MAX = 2000,      /* libxml2 searches all open elements for each stray end tag */
    ATTRIBUTES_MAX = 5000, /* and all attributes of a tag for each one more */
    REFERENCE_BYTES_MAX = 128,
    END_TAG_BYTES_MAX = 300,
    HEADING_BYTES_MAX = 1000,
    CHUNK_BYTES = 1000, /* libxml2 splits longer text */
};

typedef struct HtmlSax {
    HtmlBuilder builder;
    htmlParserCtxtPtr parser;
    Str text;    /* what is parsed */
    size_t base; /* where that begins in the source */
    size_t end;  /* of what was told so far, in text */
    ARRAY(Attribute) attributes;
    bool is_too_deep;
} HtmlSax;

/* Where the parser stands in the text. */
static size_t cursor(const HtmlSax *sax)
{
    const xmlParserInput *input = sax->parser->input;
    size_t at = (size_t)(input->cur - input->base) + (size_t)input->consumed;
    return at < sax->text.len ? at : sax->text.len;
}

static Span in_source(const HtmlSax *sax, size_t start, size_t end)
{
    return (Span){sax->base + start, sax->base + end};
}

static bool is_name_char(char c)
{
    return ascii_is_alpha((unsigned char)c) || ascii_is_digit((unsigned char)c) || c == ':' ||
           c == '-' || c == '_' || c == '.';
}

/* Does NAME stand at AT, as a whole? (The parser cuts names of 100 bytes.) */
static bool has_name_at(Str text, size_t at, Str name)
{
    if (!str_eq_nocase(str_sub(text, at, at + name.len), name))
        return false;
    size_t after = at + name.len;
    return after >= text.len || name.len > 90 || !is_name_char(text.data[after]);
}

/* The '<' of the start tag of NAME told at AT; AT where the parser implied it. */
static size_t start_of_tag(const HtmlSax *sax, Str name, size_t at)
{
    for (size_t i = sax->end; i < at; i++) {
        const char *found = memchr(sax->text.data + i, '<', at - i);
        if (!found)
            break;
        i = (size_t)(found - sax->text.data);
        if (has_name_at(sax->text, i + 1, name))
            return i;
    }
    return at;
}

static size_t end_of_tag(Str text, size_t at)
{
    if (at < text.len && text.data[at] == '/')
        at++;
    if (at < text.len && text.data[at] == '>')
        at++;
    return at;
}

/* Is what was just read, up to AT, the end tag of NAME? */
static bool is_end_tag(const HtmlSax *sax, Str name, size_t at)
{
    size_t first = at > END_TAG_BYTES_MAX ? at - END_TAG_BYTES_MAX : 0;
    if (first < sax->end)
        first = sax->end;
    for (size_t i = at; i > first + 1; i--)
        if (sax->text.data[i - 1] == '/' && sax->text.data[i - 2] == '<')
            return has_name_at(sax->text, i, name);
    return false;
}

static HtmlAttributes take_attributes(HtmlSax *sax, const xmlChar **list)
{
    sax->attributes.len = 0;
    for (; list && list[0]; list += 2)
        array_push(&sax->attributes, (Attribute){.name = str_of((const char *)list[0]),
                                                 .value = str_of((const char *)list[1])});
    return (HtmlAttributes){sax->attributes.items, sax->attributes.len};
}

/* The heading NAME (h1 to h6) is ended by the start of a p at AT, as HTML 4 wanted
 * it. Browsers put the p inside; so it is where its end tag is near. */
static bool holds_on(const HtmlSax *sax, Str name, size_t at)
{
    if (name.len != 2 || name.data[0] != 'h' || !ascii_is_digit((unsigned char)name.data[1]) ||
        !str_starts_with(str_sub(sax->text, sax->end, at + 1), STR("<")) ||
        !has_name_at(sax->text, sax->end + 1, STR("p")))
        return false;
    Str ahead = str_sub(sax->text, sax->end + 2, sax->end + HEADING_BYTES_MAX);
    for (size_t i = 0; (i = str_find(ahead, STR("<"), i)) < ahead.len; i++) {
        if (i + 1 < ahead.len && ahead.data[i + 1] == '/' && has_name_at(ahead, i + 2, name))
            return true;
        if (i + 2 < ahead.len && ascii_lower(ahead.data[i + 1]) == 'h' &&
            ascii_is_digit((unsigned char)ahead.data[i + 2]))
            return false;
    }
    return false;
}

/* Ends the heading that was held once its end tag is past, of which the parser
 * tells nothing; what comes next begins at NEXT. */
static void release_heading(HtmlSax *sax, size_t next)
{
    if (!sax->builder.held || next <= sax->end)
        return;
    Str gap = str_sub(sax->text, sax->end, next);
    size_t at = str_find(gap, STR("</"), 0);
    if (!str_eq_nocase(str_sub(gap, at + 2, at + 3), STR("h")))
        return;
    size_t end = str_find(gap, STR(">"), at);
    html_release_heading(&sax->builder, sax->base + sax->end + (end < gap.len ? end + 1 : end));
}

static void on_start(void *user, const xmlChar *c_name, const xmlChar **list)
{
    HtmlSax *sax = user;
    Str name = str_of((const char *)c_name);
    size_t at = cursor(sax);
    size_t start = start_of_tag(sax, name, at);
    release_heading(sax, start);
    if (start < at)
        sax->end = end_of_tag(sax->text, at);
    else
        start = sax->end;
    html_open(&sax->builder, name, take_attributes(sax, list), in_source(sax, start, sax->end));
    if (sax->builder.elements.len > DEPTH_MAX) {
        sax->is_too_deep = true;
        xmlStopParser(sax->parser);
    }
}

static void on_end(void *user, const xmlChar *c_name)
{
    HtmlSax *sax = user;
    Str name = str_of((const char *)c_name);
    size_t at = cursor(sax);
    release_heading(sax, at);
    if (at > sax->end && is_end_tag(sax, name, at))
        sax->end = at;
    else if (holds_on(sax, name, at))
        html_hold_heading(&sax->builder);
    html_close(&sax->builder, sax->base + sax->end);
}

static bool is_reference_char(char c)
{
    return is_name_char(c) || c == '#' || (unsigned char)c >= 0x80;
}

/* The '&' of the reference that ends at AT, or AT when none does. */
static size_t start_of_reference(const HtmlSax *sax, size_t at)
{
    size_t first = at > REFERENCE_BYTES_MAX ? at - REFERENCE_BYTES_MAX : 0;
    if (first < sax->end)
        first = sax->end;
    size_t i = at;
    if (i > first && sax->text.data[i - 1] == ';')
        i--;
    while (i > first && is_reference_char(sax->text.data[i - 1]))
        i--;
    return i > first && sax->text.data[i - 1] == '&' ? i - 1 : at;
}

/* PIECE stands at START to END. What is verbatim is taken from the source itself, as
 * the parser may have got it with blanks for control characters. */
static void tell(HtmlSax *sax, Str piece, size_t start, size_t end, bool is_verbatim)
{
    Span span = in_source(sax, start, end);
    sax->end = end;
    if (is_verbatim)
        piece = span_of(span, sax->builder.document->source.text);
    html_text(&sax->builder, piece, span, is_verbatim, PRECISION_EXACT);
}

/* Where PIECE cannot be found the line must do. */
static void tell_line(HtmlSax *sax, Str piece, size_t at)
{
    const Source *source = &sax->builder.document->source;
    size_t line = source_position(source, sax->base + at).line;
    size_t start = source_line_start(source, line);
    Span span = {start, start + source_line(source, line).len};
    sax->end = at;
    html_text(&sax->builder, piece, span, false, PRECISION_LINE);
}

/* A piece that a reference gave: the character it stands for, or, where it
 * stands for none, its own '&' (its name comes as the next piece). */
static void tell_reference(HtmlSax *sax, Str piece, size_t start, size_t at)
{
    bool is_numeric = start + 1 < at && sax->text.data[start + 1] == '#';
    bool is_bare = str_eq(piece, STR("&")) && sax->text.data[at - 1] != ';' && !is_numeric;
    if (is_bare)
        tell(sax, piece, start, start + 1, true);
    else
        tell(sax, piece, start, at, false);
}

/* Where PIECE ends that was told with the parser at AT: there, but where the
 * parser's buffer was full it had not yet passed the last character. */
static size_t end_of_piece(const HtmlSax *sax, Str piece, size_t at)
{
    if (piece.len < CHUNK_BYTES)
        return at;
    size_t last = piece.len - 1;
    while (last && ((unsigned char)piece.data[last] & 0xC0) == 0x80)
        last--;
    size_t end = at + (piece.len - last);
    bool fits =
        end >= sax->end + piece.len && str_eq(str_sub(sax->text, end - piece.len, end), piece);
    return fits ? end : at;
}

static void on_text(void *user, const xmlChar *data, int len)
{
    HtmlSax *sax = user;
    Str piece = {(const char *)data, len > 0 ? (size_t)len : 0};
    size_t at = end_of_piece(sax, piece, cursor(sax));
    size_t start = at >= piece.len ? at - piece.len : 0;
    size_t reference = start_of_reference(sax, at);
    if (!piece.len)
        return;
    release_heading(sax, reference < at ? reference : start);
    if (reference < at)
        tell_reference(sax, piece, reference, at);
    else if (start >= sax->end && str_eq(str_sub(sax->text, start, at), piece))
        tell(sax, piece, start, at, true);
    else if (str_eq(piece, STR("<")) && str_starts_with(str_sub(sax->text, at, at + 1), piece))
        tell(sax, piece, at, at + 1, true); /* told before it is read */
    else
        tell_line(sax, piece, at);
}

static void on_script(void *user, const xmlChar *data, int len)
{
    HtmlSax *sax = user;
    html_raw_text(&sax->builder, (Str){(const char *)data, len > 0 ? (size_t)len : 0});
    sax->end = cursor(sax);
}

static void on_comment(void *user, const xmlChar *text)
{
    HtmlSax *sax = user;
    (void)text;
    sax->end = cursor(sax);
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    (void)data;
    on_comment(user, target);
}

static void on_document_type(void *user, const xmlChar *name, const xmlChar *public_id,
                             const xmlChar *system_id)
{
    HtmlSax *sax = user;
    (void)public_id;
    (void)system_id;
    on_comment(user, name);
    sax->builder.has_page_tags = true;
}

static const htmlSAXHandler handler = {
    .startElement = on_start,
    .endElement = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_script,
    .comment = on_comment,
    .processingInstruction = on_instruction,
    .internalSubset = on_document_type,
};

/* Past the attribute value that begins at the quotation mark AT. */
static size_t end_of_quoted(Str text, size_t at)
{
    const char *close = memchr(text.data + at + 1, text.data[at], text.len - at - 1);
    return close ? (size_t)(close - text.data) + 1 : text.len;
}

/* Past the tag that begins at START; *RET_N tells how many attributes it may have. */
static size_t count_attributes(Str text, size_t start, size_t *ret_n)
{
    size_t i = start + 1;
    for (*ret_n = 0; i < text.len && text.data[i] != '>';) {
        char c = text.data[i];
        bool parts = ascii_is_space((unsigned char)c) || c == '/';
        *ret_n += parts;
        i = (c == '"' || c == '\'') && text.data[i - 1] == '=' ? end_of_quoted(text, i) : i + 1;
    }
    return i;
}

/* The length of TEXT up to a tag with more attributes than any tag needs. */
static size_t length_before_monster(Str text)
{
    for (size_t i = 0; i < text.len;) {
        const char *open = memchr(text.data + i, '<', text.len - i);
        if (!open)
            break;
        i = (size_t)(open - text.data);
        size_t n = 0;
        size_t end = i + 1;
        if (end < text.len && ascii_is_alpha((unsigned char)text.data[end]))
            end = count_attributes(text, i, &n);
        if (n > ATTRIBUTES_MAX)
            return i;
        i = end;
    }
    return text.len;
}

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* Word's "<![if …]>" and its like are comments to a browser but text to libxml2:
 * they become comments of the same length. */
static void make_comments(Buf *page)
{
    Str text = buf_str(page);
    for (size_t i = 0; (i = str_find(text, STR("<!"), i)) < text.len; i++) {
        Str rest = str_sub(text, i, text.len);
        if (str_starts_with(rest, STR("<!--"))) {
            i = str_find(text, STR("-->"), i);
            continue;
        }
        size_t len = str_find(rest, STR(">"), 0) + 1;
        if (len > rest.len)
            return;
        if (!str_starts_with(rest, STR("<![")) || len < strlen("<!---->"))
            continue;
        memset(page->data + i, ' ', len);
        memcpy(page->data + i, "<!--", 4);
        memcpy(page->data + i + len - 3, "-->", 3);
    }
}

/* TEXT as libxml2 can take it, byte for byte in its place; a copy in RET where it
 * differs. A NUL ends the parser's input and it drops other control characters,
 * which would shift what comes after; they become blanks. */
static Str digestible(Str text, Buf *ret)
{
    size_t i = 0;
    while (i < text.len && !is_control(text.data[i]))
        i++;
    if (i == text.len && str_find(text, STR("<!["), 0) == text.len)
        return text;
    buf_append(ret, text);
    for (; i < ret->len; i++)
        if (is_control(ret->data[i]))
            ret->data[i] = ' ';
    make_comments(ret);
    return buf_str(ret);
}

static void parse(HtmlSax *sax)
{
    if (!sax->text.len)
        return;
    sax->parser = htmlCreateMemoryParserCtxt(sax->text.data, (int)sax->text.len);
    if (!sax->parser)
        pp_out_of_memory(sax->text.len);
    htmlCtxtUseOptions(sax->parser, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                        HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER);
    *sax->parser->sax = handler;
    sax->parser->userData = sax;
    xmlSwitchEncoding(sax->parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(sax->parser);
    htmlFreeParserCtxt(sax->parser);
}

static void tell_limit(const HtmlSax *sax, DiagnosticSink *sink, const char *message)
{
    const Source *source = &sax->builder.document->source;
    Position place = source_position(source, sax->base + sax->end);
    diagnostic_add(sink, DIAG_LIMIT_REACHED, source->name, place.line, place.column, "%s", message);
}

/* What style sheets may do to the looks of a page that was not worked out. */
static void tell_sheets(const HtmlBuilder *builder, DiagnosticSink *sink)
{
    Str name = builder->document->source.name;
    if (builder->has_sheet)
        diagnostic_add(sink, DIAG_CHECK_SKIPPED, name, 0, 0,
                       "Style sheets in files of their own are not read. Look at colours and sizes "
                       "in a browser.");
    if (builder->css.n_unsure)
        diagnostic_add(sink, DIAG_CHECK_SKIPPED, name, 0, 0,
                       "%zu style rule%s could not be followed. Look at colours and sizes in a "
                       "browser.",
                       builder->css.n_unsure, builder->css.n_unsure == 1 ? "" : "s");
}

/* Reads SPAN of the document's text into CONTAINER; IS_PAGE: it is the paper. */
static Status read_into(Document *document, Node *container, Span span, bool is_page,
                        DiagnosticSink *sink)
{
    HtmlSax sax = {.base = span.start};
    Buf copy = {0};
    Str whole = digestible(span_of(span, document->source.text), &copy);
    sax.text = str_sub(whole, 0, length_before_monster(whole));
    html_builder_init(&sax.builder, document, container, !is_page);
    sax.builder.names.is_on = str_find(whole, STR("labelledby"), 0) < whole.len ||
                              str_find(whole, STR("disabled"), 0) < whole.len;
    sax.builder.is_xml =
        str_starts_with(whole, STR("<?xml")) || str_ends_with(document->source.name, STR(".xhtml"));
    sax.builder.end = span.start;
    parse(&sax);
    html_builder_finish(&sax.builder);
    if (sax.is_too_deep)
        tell_limit(&sax, sink, "Too many elements stand inside each other; close those left open.");
    else if (sax.text.len < whole.len)
        tell_limit(&sax, sink, "A tag has too many attributes; the page was read up to it.");
    if (is_page)
        document->is_fragment = !sax.builder.has_page_tags;
    if (is_page)
        tell_sheets(&sax.builder, sink);
    bool is_whole = !sax.is_too_deep && sax.text.len == whole.len;
    html_builder_free(&sax.builder);
    array_free(&sax.attributes);
    buf_free(&copy);
    return is_whole ? STATUS_OK : STATUS_LIMIT;
}

Status html_read_fragment(Document *document, Node *parent, Span span, const ReadOptions *options)
{
    return read_into(document, parent, span, false, options->sink);
}

static Status html_read(Str name, Str bytes, const ReadOptions *options, Document **ret)
{
    Document *document = document_new(FORMAT_HTML, name, bytes);
    Status status =
        encoding_decode(&document->source, html_declared_encoding(bytes), options->sink);
    if (status != STATUS_OK) {
        document_free(document);
        return status;
    }
    Span whole = {0, document->source.text.len};
    document->root->span = whole;
    if (read_into(document, document->root, whole, true, options->sink) != STATUS_OK)
        assert(options->sink->n_errors); /* read in part, and said so */
    document_finish(document);
    *ret = document;
    return STATUS_OK;
}

/* A page says what it is in its first tag, after comments and white space. */
static bool html_sniff(Str bytes)
{
    static const char *const starts[] = {"<!doctype html", "<html", "<head", "<body"};
    Str rest = str_sub(bytes, 0, 1024);
    if (str_starts_with(rest, STR("\xEF\xBB\xBF")))
        rest = str_sub(rest, 3, rest.len);
    rest = str_trim(rest);
    while (str_starts_with(rest, STR("<?")) || str_starts_with(rest, STR("<!--"))) {
        size_t end = str_find(rest, STR(">"), 0);
        rest = str_trim(str_sub(rest, end + 1, rest.len));
    }
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_eq_nocase(str_sub(rest, 0, strlen(starts[i])), str_of(starts[i])))
            return true;
    return false;
}

const Reader reader_html = {
    .format = FORMAT_HTML,
    .extensions = {".html .htm .xhtml", 17},
    .sniff = html_sniff,
    .read = html_read,
    .prepare = xmlInitParser,
};
