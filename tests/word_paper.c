#include "word_paper.h"

#include "base/array.h"

#include <zip.h>

#include <stdlib.h>

#define OFFICE    "http://schemas.openxmlformats.org/officeDocument/2006"
#define DRAWING   "http://schemas.openxmlformats.org/drawingml/2006"
#define MICROSOFT "http://schemas.microsoft.com/office"

static const char namespaces[] =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"" OFFICE "/relationships\""
    " xmlns:wp=\"" DRAWING "/wordprocessingDrawing\" xmlns:a=\"" DRAWING "/main\""
    " xmlns:pic=\"" DRAWING "/picture\" xmlns:c=\"" DRAWING "/chart\""
    " xmlns:dgm=\"" DRAWING "/diagram\""
    " xmlns:wps=\"" MICROSOFT "/word/2010/wordprocessingShape\""
    " xmlns:w14=\"" MICROSOFT "/word/2010/wordml\""
    " xmlns:adec=\"" MICROSOFT "/drawing/2017/decorative\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

/* A part that an element becomes, and the wrapping of those that are no part's root. */
typedef struct PartKind {
    const char *element, *path, *relation, *id;
    const char *before, *after; /* around the element, namespaces go behind BEFORE */
    const char *usual;          /* where the paper gives none; or NULL */
} PartKind;

#define STYLE(id, name, level)                                                                     \
    "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name                     \
    "\"/><w:pPr><w:outlineLvl w:val=\"" level "\"/></w:pPr></w:style>"

static const char usual_styles[] =
    "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\"/><w:sz "
    "w:val=\"24\"/>"
    "<w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing "
    "w:line=\"360\"/>"
    "</w:pPr></w:pPrDefault></w:docDefaults>" STYLE("Heading1", "heading 1", "0")
        STYLE("Heading2", "heading 2", "1") STYLE("Heading3", "heading 3", "2")
            STYLE("Heading4", "heading 4", "3")
                STYLE("Heading5", "heading 5",
                      "4") "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name "
                           "w:val=\"caption\"/></w:style>"
                           "</w:styles>";

static const PartKind kinds[] = {
    {"w:hdr", "word/header1.xml", "header", "header", "", "", NULL},
    {"w:ftr", "word/footer1.xml", "footer", "footer", "", "", NULL},
    {"w:settings", "word/settings.xml", "settings", "settings", "", "", NULL},
    {"w:styles", "word/styles.xml", "styles", "styles", "", "", usual_styles},
    {"w:numbering", "word/numbering.xml", "numbering", "numbering", "", "", NULL},
    {"w:comments", "word/comments.xml", "comments", "comments", "", "", NULL},
    {"w:footnotes", "word/footnotes.xml", "footnotes", "footnotes", "", "", NULL},
    {"a:theme", "word/theme/theme1.xml", "theme", "theme", "", "", NULL},
    {"dc:title", "docProps/core.xml", NULL, NULL,
     "<cp:coreProperties "
     "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"",
     "</cp:coreProperties>", "<dc:title>Falls on the wards</dc:title>"},
    {"Pages", "docProps/app.xml", NULL, NULL,
     "<Properties xmlns=\"" OFFICE "/extended-properties\"", "</Properties>", NULL},
};

enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static const char types[] =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

#define RELATIONSHIPS                                                                              \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id=\"" id "\" Type=\"" OFFICE "/relationships/" type "\" Target=\"" target "\"" \
    "/>"
#define LINK(id, target)                                                                           \
    "<Relationship Id=\"" id "\" Type=\"" OFFICE                                                   \
    "/relationships/hyperlink\" Target=\"https://www.example.org/" target                          \
    "\" TargetMode=\"External\"/>"

static const char package_relations[] =
    RELATIONSHIPS RELATION("d", "officeDocument", "word/document.xml") RELATION(
        "a", "extended-properties",
        "docProps/app.xml") "<Relationship Id=\"c\" "
                            "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/"
                            "metadata/core-properties\" "
                            "Target=\"docProps/core.xml\"/></Relationships>";

static const char body_relations[] =
    RELATIONSHIPS LINK("link", "plan.html") LINK("link2", "other.html") LINK("pdf", "plan.pdf")
        RELATION("image", "image", "media/image1.png")
            RELATION("chart", "chart", "charts/chart1.xml")
                RELATION("diagram", "diagramData", "data1.xml");

/* The name of the element at the start of TEXT. */
static Str element_name(Str text)
{
    size_t end = 1;
    while (end < text.len && !strchr(" \t\n/>", text.data[end]))
        end++;
    return str_sub(text, 1, end);
}

/* Past the element at the start of TEXT. */
static size_t element_end(Str text)
{
    size_t depth = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] != '<')
            continue;
        size_t close = str_find(text, STR(">"), i);
        if (text.data[i + 1] == '/')
            depth--;
        else if (text.data[close - 1] != '/')
            depth++;
        i = close;
        if (!depth)
            return close + 1;
    }
    return text.len;
}

static void add_file(zip_t *zip, const char *path, Str content)
{
    char *kept = malloc(content.len + 1);
    memcpy(kept, content.data, content.len);
    zip_source_t *source = zip_source_buffer(zip, kept, content.len, 1);
    if (!source || zip_file_add(zip, path, source, 0) < 0)
        abort();
}

/* ELEMENT with all namespaces, and what KIND wants around it. */
static void add_part(zip_t *zip, const PartKind *kind, Str element)
{
    Buf part = {0};
    if (*kind->before) {
        buf_printf(&part, "%s%s>%.*s%s", kind->before, namespaces, STR_ARG(element), kind->after);
    } else {
        size_t name_end = 1 + element_name(element).len;
        buf_append(&part, str_sub(element, 0, name_end));
        buf_append(&part, str_of(namespaces));
        buf_append(&part, str_sub(element, name_end, element.len));
    }
    add_file(zip, kind->path, buf_str(&part));
    buf_free(&part);
}

static void fill(zip_t *zip, Str elements)
{
    Buf body = {0}, relations = {0};
    bool is_given[KIND_COUNT] = {false};
    buf_printf(&body, "<w:document%s><w:body>", namespaces);
    buf_printf(&relations, "%s", body_relations);
    for (elements = str_trim(elements); elements.len;) {
        size_t end = element_end(elements), k = 0;
        Str element = str_sub(elements, 0, end);
        while (k < KIND_COUNT && !str_eq(element_name(element), str_of(kinds[k].element)))
            k++;
        if (k == KIND_COUNT) {
            buf_append(&body, element);
        } else {
            add_part(zip, &kinds[k], element);
            is_given[k] = true;
        }
        elements = str_trim(str_sub(elements, end, elements.len));
    }
    if (is_given[0] || is_given[1])
        buf_printf(&body, "<w:sectPr>%s%s</w:sectPr>",
                   is_given[0] ? "<w:headerReference r:id=\"header\"/>" : "",
                   is_given[1] ? "<w:footerReference r:id=\"footer\"/>" : "");
    for (size_t k = 0; k < KIND_COUNT; k++) {
        if (!is_given[k] && kinds[k].usual)
            add_part(zip, &kinds[k], str_of(kinds[k].usual));
        if ((is_given[k] || kinds[k].usual) && kinds[k].relation)
            buf_printf(&relations,
                       "<Relationship Id=\"%s\" Type=\"" OFFICE "/relationships/%s\" "
                       "Target=\"/%s\"/>",
                       kinds[k].id, kinds[k].relation, kinds[k].path);
    }
    buf_printf(&body, "</w:body></w:document>");
    buf_printf(&relations, "</Relationships>");
    add_file(zip, "word/document.xml", buf_str(&body));
    add_file(zip, "word/_rels/document.xml.rels", buf_str(&relations));
    add_file(zip, "_rels/.rels", str_of(package_relations));
    add_file(zip, "[Content_Types].xml", str_of(types));
    buf_free(&body);
    buf_free(&relations);
}

static void take_bytes(zip_source_t *source, Buf *ret)
{
    char chunk[4096];
    zip_int64_t n;
    if (zip_source_open(source) < 0)
        abort();
    while ((n = zip_source_read(source, chunk, sizeof chunk)) > 0)
        buf_append(ret, (Str){chunk, (size_t)n});
    zip_source_close(source);
}

bool is_word_paper(Str text)
{
    static const char *const starts[] = {"<w:", "<dc:title", "<Pages"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (str_starts_with(str_trim(text), str_of(starts[i])))
            return true;
    return false;
}

void word_paper_zip(Str elements, Buf *ret)
{
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_TRUNCATE, NULL) : NULL;
    if (!zip)
        abort();
    zip_source_keep(source);
    fill(zip, elements);
    if (zip_close(zip) < 0)
        abort();
    take_bytes(source, ret);
    zip_source_free(source);
}
