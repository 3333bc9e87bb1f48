/* The access.* rules on Word files: for each a paper with the fault and one without,
 * written as elements and zipped here (word_paper.h); and the same fault in three
 * formats, which is told under the same name. */
#include "access_cases.h"
#include "word_paper.h"

#include "read/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

typedef struct WordCase {
    const char *rule; /* without "access." */
    const char *bad, *good;
} WordCase;

#define T(text)          "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(text)          "<w:p>" T(text) "</w:p>"
#define SET(props, text) "<w:p><w:pPr>" props "</w:pPr>" T(text) "</w:p>"
#define RUN(props, text) "<w:r><w:rPr>" props "</w:rPr><w:t>" text "</w:t></w:r>"
#define H(level, text)   SET("<w:pStyle w:val=\"Heading" level "\"/>", text)
#define BODY             P("Every ward had fewer falls last month.")
#define LONG                                                                                       \
    "Every ward had fewer falls last month than in any month since the alarms were put in. The "   \
    "night staff say that the alarms wake nobody who is asleep."
#define CELL(text) "<w:tc><w:p>" T(text) "</w:p></w:tc>"
#define EMPTY      "<w:tc><w:p/></w:tc>"
#define SHADED(rgb, text)                                                                          \
    "<w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"" rgb "\"/></w:tcPr><w:p>" text "</w:p></w:tc>"
#define ROW(cells)  "<w:tr>" cells "</w:tr>"
#define HEAD(cells) "<w:tr><w:trPr><w:tblHeader/></w:trPr>" cells "</w:tr>"
#define TABLE(rows) "<w:tbl>" rows "</w:tbl>"
#define WARDS       ROW(CELL("Rose") CELL("4") CELL("20")) ROW(CELL("Lily") CELL("2") CELL("18"))
#define NAMES       CELL("Ward") CELL("Falls") CELL("Beds")
#define GOOD_TABLE  TABLE(HEAD(NAMES) WARDS)
#define LINK(text)  "<w:p><w:hyperlink r:id=\"link\">" text "</w:hyperlink></w:p>"
#define DRAWING(kind, props, graphic)                                                              \
    "<w:p><w:r><w:drawing><wp:" kind "><wp:docPr id=\"1\" name=\"Picture 1\" " props               \
    "/><a:graphic><a:graphicData>" graphic "</a:graphicData></a:graphic></wp:" kind                \
    "></w:drawing></w:r></w:p>"
#define PICTURE "<pic:pic><pic:blipFill><a:blip r:embed=\"image\"/></pic:blipFill></pic:pic>"
#define CHART   "<c:chart r:id=\"chart\"/>"
#define BOX(kind)                                                                                  \
    "<w:p>" T("Falls.") "<w:r><w:drawing><wp:" kind "><wp:docPr id=\"2\" name=\"Text Box\"/>"      \
                        "<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>" P(          \
                            "Send papers by Friday.") "</w:txbxContent></wps:txbx></wps:wsp></"    \
                                                      "a:graphicData></a:graphic></wp:" kind       \
                                                      "></w:drawing></w:r></w:p>"
#define ITEM(text) SET("<w:pStyle w:val=\"ListBullet\"/>", text)
#define ITEMS7     ITEM("a") ITEM("b") ITEM("c") ITEM("d") ITEM("e") ITEM("f") ITEM("g")
#define SIZE(w, h) "<w:sectPr><w:pgSz w:w=\"" w "\" w:h=\"" h "\"/></w:sectPr>"
#define TURNED     SIZE("16838", "11906")
#define UPRIGHT    SIZE("11906", "16838")
#define SETTINGS(edit)                                                                             \
    "<w:settings><w:documentProtection w:edit=\"" edit "\" w:enforcement=\"1\"/></w:settings>"
#define STYLES(size, lang)                                                                         \
    "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"" size "\"/>" lang                \
    "</w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
#define WELSH "Mae y gwaith yn y dref wedi ei wneud gan ein staff ac mae pawb yn hapus."
#define CONTROL(props)                                                                             \
    "<w:p>" T("Date: ") "<w:sdt><w:sdtPr>" props "<w:date/></w:sdtPr><w:sdtContent>" T(            \
        "Choose a date") "</w:sdtContent></w:sdt></w:p>"
#define TICK_BOX                                                                                   \
    "<w:p><w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>" T(                              \
        "☐") "</w:sdtContent></w:sdt></w:p>"
#define WATERMARK(id, shown)                                                                       \
    "<w:hdr><w:p><w:r><w:pict><v:shape id=\"" id "\"><" shown                                      \
    "/></v:shape></w:pict></w:r></w:p></w:hdr>"
#define WORDS(n) "{" #n "}" /* at least so many words of running text */
#define PAGE_NUMBER                                                                                \
    "<w:ftr><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE "          \
    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>"
#define NOTE(id)                                                                                   \
    "<w:p>" T("One of many words.") "<w:r><w:footnoteReference w:id=\"" id "\"/></w:r></w:p>"

static const WordCase cases[] = {
    {"blank-runs", P("Falls.") "<w:p/><w:p/><w:p/><w:p/>" P("Staff."),
     P("Falls.") "<w:p/>" P("Staff.")},
    {"chart-no-text-summary", BODY DRAWING("inline", "descr=\"Falls\"", CHART),
     P("The chart shows fewer falls.") DRAWING("inline", "descr=\"Falls\"", CHART)},
    {"colour-only",
     TABLE(HEAD(CELL("Work") CELL("RAG")) ROW(CELL("Alarms") SHADED("FF0000", ""))
               ROW(CELL("Beds") SHADED("92D050", ""))),
     TABLE(HEAD(CELL("Work") CELL("RAG")) ROW(CELL("Alarms") SHADED("FF0000", T("Red")))
               ROW(CELL("Beds") SHADED("92D050", T("Green"))))},
    {"colour-only", P("Late work is shown in red."), P("Late work is marked “late”.")},
    {"columns-multiple", BODY "<w:sectPr><w:cols w:num=\"2\"/></w:sectPr>",
     BODY "<w:sectPr><w:cols w:num=\"1\"/></w:sectPr>"},
    {"date-ambiguous", P("Send papers by 03/04/26."), P("Send papers by 3 April 2026.")},
    {"doc-lang-missing", STYLES("24", "") BODY, STYLES("24", "<w:lang w:val=\"en-GB\"/>") BODY},
    {"doc-locked", BODY SETTINGS("readOnly"), BODY SETTINGS("forms")},
    {"doc-title-missing", "<dc:title></dc:title>" BODY, "<dc:title>Falls in May</dc:title>" BODY},
    {"doc-title-missing", "<dc:title>Document1</dc:title>" BODY, BODY},
    {"footnote-heavy", NOTE("1") NOTE("2") NOTE("3") NOTE("4") NOTE("5"), BODY NOTE("1")},
    {"form-control-untitled", CONTROL(""), CONTROL("<w:alias w:val=\"Date of the meeting\"/>")},
    {"header-footer-only", BODY "<w:hdr>" P("Health Committee, 4 May 2026") "</w:hdr>",
     P("We met on 4 May 2026.") "<w:hdr>" P("Health Committee, 4 May 2026") "</w:hdr>"},
    {"heading-case",
     H("1", "Report") H("2", "What The Safety Team Found Last Spring")
         P("The safety team found fewer falls last spring."),
     H("1", "Report") H("2", "What the safety team found last spring") BODY},
    {"heading-deep", H("1", "A") H("2", "B") H("3", "C") H("4", "D") H("5", "Night shifts"),
     H("1", "A") H("2", "B") H("3", "C") H("5", "Night shifts")},
    {"heading-duplicate", H("1", "Report") H("2", "Falls") BODY H("2", "Falls") BODY,
     H("1", "Report") H("2", "Falls") H("2", "Staff")},
    {"heading-empty",
     H("1", "Report") "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr></w:p>" BODY,
     H("1", "Report") BODY},
    {"heading-fake", "<w:p>" RUN("<w:b/>", "What we found") "</w:p>" BODY BODY,
     H("1", "What we found") BODY},
    {"heading-fake", "<w:p>" RUN("<w:sz w:val=\"32\"/>", "What we found") "</w:p>" BODY BODY,
     "<w:p>" RUN("<w:b/>", "Jane Smith") "</w:p>" P("Chief nurse")},
    {"heading-h1-count", H("1", "Report") H("1", "Falls") BODY,
     H("1", "Report") H("2", "Falls") BODY},
    {"heading-h1-count", H("2", "Report") BODY, H("1", "Report") BODY},
    {"heading-long",
     H("1",
       "A report on the progress that we have made with falls on all of our wards since spring"),
     H("1", "Falls on our wards")},
    {"heading-skip", H("1", "Report") H("3", "Falls") BODY, H("1", "Report") H("2", "Falls") BODY},
    {"headings-none", WORDS(420), H("1", "Falls") WORDS(420)},
    {"img-alt-filename", DRAWING("inline", "descr=\"falls-v2.png\"", PICTURE),
     DRAWING("inline", "descr=\"Falls went down\"", PICTURE)},
    {"img-alt-long", DRAWING("inline", "descr=\"" LONG " " LONG "\"", PICTURE),
     DRAWING("inline", "descr=\"Falls went down\"", PICTURE)},
    {"img-alt-missing", DRAWING("inline", "", PICTURE),
     DRAWING("inline", "descr=\"Falls went down\"", PICTURE)},
    {"lang-part-unmarked", P(WELSH), "<w:p>" RUN("<w:lang w:val=\"cy-GB\"/>", WELSH) "</w:p>"},
    {"line-spacing-tight",
     SET("<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>", LONG)
         SET("<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>", LONG),
     P(LONG) P(LONG)},
    {"link-empty",
     LINK("<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" "
          "name=\"p\"/><a:graphic><a:graphicData>" PICTURE
          "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"),
     LINK(T("the winter plan"))},
    {"link-pdf-unlabelled",
     "<w:p><w:hyperlink r:id=\"pdf\">" T("the winter plan") "</w:hyperlink></w:p>",
     "<w:p><w:hyperlink r:id=\"pdf\">" T("the winter plan (PDF, 2 MB)") "</w:hyperlink></w:p>"},
    {"link-same-text",
     LINK(T("the winter plan")) "<w:p><w:hyperlink r:id=\"link2\">" T(
         "the winter plan") "</w:hyperlink></w:p>",
     LINK(T("the winter plan")) LINK(T("the winter plan"))},
    {"link-text-generic", LINK(T("click here")), LINK(T("the winter plan"))},
    {"link-text-generic",
     "<w:p><w:fldSimple w:instr=\" HYPERLINK &quot;https://www.example.org/a&quot; \">" T(
         "here") "</w:fldSimple></w:p>",
     LINK(T("more about the plan"))},
    {"link-text-url", LINK(T("https://www.example.org/plan-for-winter.html")),
     LINK(T("the winter plan"))},
    {"list-fake", P("• Send papers") P("• Bring your badge"),
     ITEM("Send papers") ITEM("Bring your badge")},
    {"list-long", P("We bought:") ITEMS7 ITEMS7, P("We bought:") ITEM("a") ITEM("b")},
    {"object-floating", DRAWING("anchor", "descr=\"Falls\"", PICTURE),
     DRAWING("inline", "descr=\"Falls\"", PICTURE)},
    {"object-floating", BOX("anchor"), BOX("inline")},
    {"object-floating",
     SET("<w:framePr w:w=\"2000\" w:hAnchor=\"page\"/>", "Send papers by Friday."),
     SET("<w:framePr w:dropCap=\"drop\"/>", "S") P("end papers by Friday.")},
    {"orientation-mixed", SET(UPRIGHT, "Falls.") SET(TURNED, "Beds.") P("Staff.") UPRIGHT,
     SET(UPRIGHT, "Falls.") P("Appendix.") TURNED},
    {"page-break-manual", P("Falls.") "<w:p/><w:p/><w:p/><w:p/><w:p/>" H("1", "Staff"),
     P("Falls.") "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" H("1", "Staff")},
    {"page-numbers-missing", "<Pages>3</Pages>" WORDS(400),
     "<Pages>3</Pages>" WORDS(400) PAGE_NUMBER},
    {"page-numbers-missing", WORDS(1100), "<Pages>1</Pages>" WORDS(1100)},
    {"page-numbers-missing", WORDS(1100),
     WORDS(1100) "<w:ftr><w:p><w:r><w:t>Page </w:t><w:pgNum/></w:r></w:p></w:ftr>"},
    {"page-numbers-missing", WORDS(1100) "<w:p><w:r><w:pgNum/></w:r></w:p>",
     WORDS(1100) "<w:hdr><w:p><w:r><w:pgNum/></w:r></w:p></w:hdr>"},
    {"page-numbers-missing", WORDS(1100), "<Pages>3</Pages>" BODY},
    {"sensory-only", P("See the box on the right for dates."),
     P("You have the right to bring a friend.")},
    {"symbol-noise", P("Bring your badge and/or letter."), P("Go to A&amp;E.")},
    {"table-empty-cells",
     TABLE(HEAD(NAMES) ROW(CELL("Rose") EMPTY EMPTY) ROW(CELL("Lily") CELL("2") EMPTY)
               ROW(CELL("Iris") EMPTY CELL("9"))),
     TABLE(HEAD(NAMES) WARDS ROW(CELL("Iris") EMPTY CELL("9")))},
    {"table-layout", TABLE(ROW(CELL("Send papers by Friday."))), GOOD_TABLE},
    {"table-merged",
     TABLE(HEAD(NAMES) ROW(
         CELL("Rose") "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" P("4") "</w:tc>") WARDS),
     GOOD_TABLE},
    {"table-nested",
     TABLE(HEAD(NAMES) ROW(CELL("Rose") CELL("4") "<w:tc>" GOOD_TABLE "<w:p/></w:tc>")),
     GOOD_TABLE},
    {"table-no-caption", GOOD_TABLE GOOD_TABLE, BODY GOOD_TABLE},
    {"table-no-header", TABLE(ROW(NAMES) WARDS), GOOD_TABLE},
    {"table-row-splits", TABLE(HEAD(NAMES) WARDS ROW(CELL("Iris") CELL("5") CELL(LONG))),
     TABLE(HEAD(NAMES) WARDS "<w:tr><w:trPr><w:cantSplit/></w:trPr>" CELL("Iris") CELL("5")
               CELL(LONG) "</w:tr>")},
    {"table-wide",
     TABLE(HEAD(NAMES NAMES NAMES) ROW(CELL("Rose") CELL("1") CELL("2") CELL("3") CELL("4")
                                           CELL("5") CELL("6") CELL("7") CELL("8"))),
     GOOD_TABLE},
    {"text-allcaps",
     "<w:p>" RUN("<w:caps/>", "please send your papers") "<w:r><w:t>.</w:t></w:r></w:p>",
     P("Please send your papers.")},
    {"text-bold-heavy",
     WORDS(150) "<w:p>" RUN("<w:b/>", LONG) "</w:p><w:p>" RUN("<w:b/>", LONG) "</w:p>",
     WORDS(150) "<w:p>" T("Send papers ") RUN("<w:b/>", "by Friday") T(".") "</w:p>"},
    {"text-contrast", "<w:p>" RUN("<w:color w:val=\"999999\"/>", "Send papers") "</w:p>",
     "<w:p>" RUN("<w:color w:val=\"333333\"/>", "Send papers") "</w:p>"},
    {"text-contrast",
     TABLE(ROW(SHADED("FFFF00", RUN("<w:color w:val=\"FFC000\"/>", "Send papers")))),
     TABLE(ROW(SHADED("1F3864", RUN("<w:color w:val=\"FFFFFF\"/>", "Send papers"))))},
    {"text-italic-run",
     "<w:p>" RUN("<w:i/>", "Please read all of this paper today") T(" or soon.") "</w:p>", P(LONG)},
    {"text-justified", SET("<w:jc w:val=\"both\"/>", LONG) SET("<w:jc w:val=\"both\"/>", LONG),
     P(LONG) P(LONG)},
    {"text-serif", "<w:p>" RUN("<w:rFonts w:ascii=\"Times New Roman\"/>", LONG) "</w:p>", P(LONG)},
    {"text-small", STYLES("18", "") P(LONG), STYLES("24", "") P(LONG)},
    {"text-small", "<w:p>" RUN("<w:rtl/><w:sz w:val=\"24\"/><w:szCs w:val=\"18\"/>", LONG) "</w:p>",
     "<w:p>" RUN("<w:rtl/><w:sz w:val=\"18\"/><w:szCs w:val=\"24\"/>", LONG) "</w:p>"},
    {"text-underline",
     "<w:p>" T("Send papers ") RUN("<w:u w:val=\"single\"/>", "by Friday") T(" please.") "</w:p>",
     LINK(RUN("<w:u w:val=\"single\"/>", "the winter plan"))},
    {"toc-missing", H("1", "Falls") WORDS(4200),
     H("1", "Falls") "<w:p><w:fldSimple w:instr=\" TOC \">" T(
         "Falls 1") "</w:fldSimple></w:p>" WORDS(4200)},
    {"tracked-changes-left", "<w:p>" T("Falls ") "<w:ins w:id=\"1\">" T("down") "</w:ins></w:p>",
     BODY},
    {"watermark", BODY WATERMARK("PowerPlusWaterMarkObject1", "v:textpath string=\"DRAFT\""),
     BODY "<w:hdr>" P("Quality report") "</w:hdr>"},
};

/* ELEMENTS with paragraphs for each WORDS in them. */
static void expand(Str elements, Buf *ret)
{
    enum { WORDS_IN_LONG = 25 };
    for (size_t at = 0; at < elements.len;) {
        size_t open = str_find(elements, STR("{"), at);
        buf_append(ret, str_sub(elements, at, open));
        at = open < elements.len ? str_find(elements, STR("}"), open) + 1 : elements.len;
        int n_words = atoi(str_sub(elements, open + 1, at).data);
        for (int n = 0; open < elements.len && n < n_words; n += WORDS_IN_LONG)
            buf_append(ret, STR(P(LONG)));
    }
}

/* A Word file made of ELEMENTS, checked; the caller frees both. */
static LintResult *check_word(const char *elements, Document **ret_document)
{
    Buf zip = {0}, whole = {0};
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    expand(str_of(elements), &whole);
    word_paper_zip(buf_str(&whole), &zip);
    buf_free(&whole);
    if (reader_of(FORMAT_DOCX)->read(STR("case.docx"), buf_str(&zip), &options, ret_document) !=
        STATUS_OK)
        fail_msg("cannot be read: %s", elements);
    LintResult *result = access_check(*ret_document);
    diagnostic_sink_free(&sink);
    buf_free(&zip);
    return result;
}

static size_t count_in(const char *rule, const char *elements)
{
    Document *document = NULL;
    LintResult *result = check_word(elements, &document);
    size_t n = access_count(result, rule, NULL);
    lint_result_free(result);
    document_free(document);
    return n;
}

static void test_cases(void **state)
{
    (void)state;
    size_t n_wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const WordCase *c = &cases[i];
        size_t in_bad = count_in(c->rule, c->bad), in_good = count_in(c->rule, c->good);
        if (in_bad && !in_good)
            continue;
        n_wrong++;
        print_message("%s: %zu findings in the bad paper, %zu in the good one\n", c->rule, in_bad,
                      in_good);
    }
    assert_int_equal(n_wrong, 0);
}

/* How a finding names its thing. */
typedef struct NameCase {
    const char *rule, *elements, *name;
} NameCase;

static const NameCase name_cases[] = {
    {"chart-no-text-summary", P("Winter") DRAWING("inline", "descr=\"Falls\"", CHART),
     "The chart by “Winter”"},
    {"columns-multiple", BODY "<w:sectPr><w:cols w:num=\"2\"/></w:sectPr>",
     "The part from “Every ward had fewer falls…” on"},
    {"form-control-untitled", CONTROL(""), "The field by “Date: Choose a date”"},
    {"form-control-untitled",
     P("Before you leave") TABLE(ROW("<w:tc>" TICK_BOX "</w:tc>" CELL("Lock up"))),
     "The field by “Lock up”"},
    {"heading-empty", "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr></w:p>" P("Falls."),
     "The Heading 2 above “Falls.” has no text."},
    {"heading-empty", "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr></w:p>" P("Falls."),
     "The Title above “Falls.” has no text."},
    {"img-alt-missing", TABLE(ROW(CELL("Rose") "<w:tc>" DRAWING("inline", "", PICTURE) "</w:tc>")),
     "The picture by “Rose”"},
    {"object-floating", BOX("anchor"), "The text box “Send papers by Friday.”"},
    {"watermark", BODY WATERMARK("PowerPlusWaterMarkObject1", "v:textpath string=\"DRAFT\""),
     "“DRAFT” is a watermark"},
    {"watermark", BODY WATERMARK("WordPictureWatermark1", "v:imagedata r:id=\"image\""),
     "A picture behind the text"},
    {"object-floating", P("Our ward") DRAWING("anchor", "descr=\"A ward\"", PICTURE),
     "The picture by “Our ward”"},
};

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof name_cases / sizeof name_cases[0]; i++) {
        const NameCase *c = &name_cases[i];
        Document *document = NULL;
        LintResult *result = check_word(c->elements, &document);
        const Finding *finding = NULL;
        assert_int_equal(access_count(result, c->rule, &finding), 1);
        if (!str_starts_with(finding->message, str_of(c->name)))
            fail_msg("%s is named otherwise: %.*s", c->name, STR_ARG(finding->message));
        lint_result_free(result);
        document_free(document);
    }
}

/* One fault in three formats. */
typedef struct ParityCase {
    const char *rule;
    const char *markdown, *html, *word;
} ParityCase;

#define PAGE(body)                                                                                 \
    "<html lang=\"en-GB\"><head><title>Falls</title></head><body>" body "</body></html>"
#define PLAIN "Every ward had fewer falls last month."

static const ParityCase parity_cases[] = {
    {"colour-only", "Late work is shown in red.", PAGE("<p>Late work is shown in red.</p>"),
     P("Late work is shown in red.")},
    {"date-ambiguous", "Send it by 03/04/26.", PAGE("<p>Send it by 03/04/26.</p>"),
     P("Send it by 03/04/26.")},
    {"doc-title-missing", "## A\n\ntext", "<html lang=\"en\"><title></title><h1>A</h1></html>",
     "<dc:title></dc:title>" H("1", "A")},
    {"heading-case", "# A\n\n## What The Team Found Last Spring\n\nThe team found it last spring.",
     PAGE(
         "<h1>A</h1><h2>What The Team Found Last Spring</h2><p>The team found it last spring.</p>"),
     H("1", "A") H("2", "What The Team Found Last Spring") P("The team found it last spring.")},
    {"heading-deep", "# A\n\n## B\n\n### C\n\n#### D\n\n##### E",
     PAGE("<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4><h5>E</h5>"),
     H("1", "A") H("2", "B") H("3", "C") H("4", "D") H("5", "E")},
    {"heading-duplicate", "# A\n\n## B\n\n## B", PAGE("<h1>A</h1><h2>B</h2><h2>B</h2>"),
     H("1", "A") H("2", "B") H("2", "B")},
    {"heading-empty", "# A\n\n##\n\ntext", PAGE("<h1>A</h1><h2></h2>"),
     H("1", "A") "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr></w:p>" BODY},
    {"heading-fake", "**What we found**\n\n" PLAIN,
     PAGE("<p><b>What we found</b></p><p>" PLAIN "</p>"),
     "<w:p>" RUN("<w:b/>", "What we found") "</w:p>" BODY},
    {"heading-h1-count", "# A\n\n# B", PAGE("<h1>A</h1><h1>B</h1>"), H("1", "A") H("1", "B")},
    {"heading-long", "# A report on the progress that we have made with falls on all of our wards",
     PAGE("<h1>A report on the progress that we have made with falls on all of our wards</h1>"),
     H("1", "A report on the progress that we have made with falls on all of our wards")},
    {"heading-skip", "# A\n\n### B", PAGE("<h1>A</h1><h3>B</h3>"), H("1", "A") H("3", "B")},
    {"img-alt-filename", "![a.png](a.png)", PAGE("<img src=\"a.png\" alt=\"a.png\">"),
     DRAWING("inline", "descr=\"a.png\"", PICTURE)},
    {"img-alt-missing", "![](a.png)", PAGE("<img src=\"a.png\">"), DRAWING("inline", "", PICTURE)},
    {"link-pdf-unlabelled", "[the plan](plan.pdf)", PAGE("<a href=\"plan.pdf\">the plan</a>"),
     "<w:p><w:hyperlink r:id=\"pdf\">" T("the plan") "</w:hyperlink></w:p>"},
    {"link-same-text", "[the plan](a) [the plan](b)",
     PAGE("<a href=\"a\">the plan</a> <a href=\"b\">the plan</a>"),
     LINK(T("the plan")) "<w:p><w:hyperlink r:id=\"link2\">" T("the plan") "</w:hyperlink></w:p>"},
    {"link-text-generic", "[click here](a)", PAGE("<a href=\"a\">click here</a>"),
     LINK(T("click here"))},
    {"link-text-url", "<https://www.example.org/plan-for-winter>",
     PAGE("<a href=\"a\">https://www.example.org/plan-for-winter</a>"),
     LINK(T("https://www.example.org/plan-for-winter"))},
    {"list-fake", "• one\n\n• two", PAGE("<p>• one</p><p>• two</p>"), P("• one") P("• two")},
    {"sensory-only", "See the box on the right.", PAGE("<p>See the box on the right.</p>"),
     P("See the box on the right.")},
    {"symbol-noise", "Bring a badge and/or letter.", PAGE("<p>Bring a badge and/or letter.</p>"),
     P("Bring a badge and/or letter.")},
    {"table-no-header",
     "| | | |\n|-|-|-|\n| Ward | Falls | Beds |\n| Rose | 4 | 20 |\n| Lily | 2 | 18 |",
     PAGE("<table><tr><td>Ward<td>Falls<td>Beds<tr><td>Rose<td>4<td>20<tr><td>Lily<td>2<td>18</"
          "table>"),
     TABLE(ROW(NAMES) WARDS)},
    {"text-allcaps", "Now PLEASE SEND YOUR PAPERS to us.",
     PAGE("<p>Now PLEASE SEND YOUR PAPERS to us.</p>"), P("Now PLEASE SEND YOUR PAPERS to us.")},
    {"text-italic-run", "Do *please read all of this paper* soon.",
     PAGE("<p>Do <i>please read all of this paper</i> soon.</p>"),
     "<w:p>" T("Do ") RUN("<w:i/>", "please read all of this paper") T(" soon.") "</w:p>"},
};

static size_t count_in_text(const char *rule, Format format, const char *paper)
{
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    Document *document = NULL;
    if (reader_of(format)->read(STR("case"), str_of(paper), &options, &document) != STATUS_OK)
        fail_msg("%s: cannot be read: %s", rule, paper);
    LintResult *result = access_check(document);
    size_t n = access_count(result, rule, NULL);
    lint_result_free(result);
    document_free(document);
    diagnostic_sink_free(&sink);
    return n;
}

static void test_parity(void **state)
{
    (void)state;
    size_t n_wrong = 0;
    for (size_t i = 0; i < sizeof parity_cases / sizeof parity_cases[0]; i++) {
        const ParityCase *c = &parity_cases[i];
        size_t markdown = count_in_text(c->rule, FORMAT_MARKDOWN, c->markdown);
        size_t html = count_in_text(c->rule, FORMAT_HTML, c->html);
        size_t word = count_in(c->rule, c->word);
        if (markdown && html == markdown && word == markdown)
            continue;
        n_wrong++;
        print_message("%s: %zu in Markdown, %zu in HTML, %zu in Word\n", c->rule, markdown, html,
                      word);
    }
    assert_int_equal(n_wrong, 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_names),
                                       cmocka_unit_test(test_parity)};
    access_load(argc > 1 ? argv[1] : ".");
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    access_unload();
    return n_failed;
}
