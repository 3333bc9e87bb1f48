/* The access.* rules on small papers: what they must tell, and what they must not. */
#include "access_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#define PAGE(body)                                                                                 \
    "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><title>T</title></head>\n<body>\n" body           \
    "\n</body></html>"
#define BODY "Every ward had fewer falls last month."
#define TWO_LINES                                                                                  \
    "Every ward had fewer falls last month, and those that had none say what they did to keep it " \
    "so."
#define FORM                                                                                       \
    "<table><tr><td>Name<td><td>Date of birth<td><tr><td>Street<td><td>Town<td>"                   \
    "<tr><td>School<td>Oak<td>Class<td>4</table>"
#define NINE       "<tr><td>a<td>b<td>c<td>d<td>e<td>f<td>g<td>h<td>i"
#define TWENTY     "&nbsp; &nbsp; &nbsp; &nbsp; &nbsp; &nbsp; &nbsp; &nbsp; &nbsp; &nbsp; "
#define RUN(cases) access_run(cases, sizeof(cases) / sizeof(cases)[0])

static void test_headings(void **state)
{
    (void)state;
    static const AccessCase cases[] = {
        {"heading-skip", "# A\n\n### B\n\ntext", 1, 3},
        {"heading-skip", "# A\n\n## B\n\n#### C\n\n#### D", 1, 5},
        {"heading-skip", "### First\n\ntext", 0, 0},
        {"heading-skip", "---\ntitle: T\n---\n\n### First", 1, 5},
        {"heading-skip", "# A\n\n## B\n\n### C\n\n## D", 0, 0},
        {"heading-skip", "# A\n\n## B\n\n> # Quoted\n\n### C", 0, 0},
        {"heading-skip", "# A\n\n> ### Quoted", 1, 3},
        {"heading-skip", "# A\n\n#\n\n## B", 0, 0},
        {"heading-skip", PAGE("<h1>A</h1><h2 hidden>B</h2><h3>C</h3>"), 1, 4},
        {"heading-skip", PAGE("<h1>A</h1><h3 aria-hidden=\"true\">C</h3>"), 0, 0},
        {"heading-skip", PAGE("<h1>A</h1><p role=\"heading\" aria-level=\"3\">C</p>"), 1, 4},

        {"heading-empty", PAGE("<h2></h2>"), 1, 4},
        {"heading-empty", PAGE("<h2 aria-label=\"Falls\"></h2>"), 0, 0},
        {"heading-empty", PAGE("<h2><img src=\"a\" alt=\"Falls\"></h2>"), 0, 0},
        {"heading-empty", PAGE("<h2><span aria-hidden=\"true\">Falls</span></h2>"), 1, 4},
        {"heading-empty", PAGE("<h2 hidden></h2>"), 0, 0},

        {"heading-h1-count", "# A\n\n# B\n\n# C", 2, 3},
        {"heading-h1-count", "# A\n\n## B", 0, 0},
        {"heading-h1-count", "---\ntitle: T\n---\n\n# A", 1, 5},
        {"heading-h1-count", "---\ntitle: Falls\n---\n\n# Falls on wards", 0, 0},
        {"heading-h1-count", "---\ntitle: T\n---\n\ntext\n\n# A", 1, 7},
        {"heading-h1-count", "---\ntitle: T\n---\n\n## B\n\n# A", 1, 7},
        {"heading-h1-count", "---\ntitle: T\n---\n\n# T\n\n# B", 1, 7},
        {"heading-h1-count", "text\n\n# Two  blanks", 0, 0},
        {"heading-h1-count", "---\ntitle: T\n---\n\n# T", 0, 0},
        {"heading-h1-count", "---\ntitle: T\n---\n\n# <%= title %>", 0, 0},
        {"heading-h1-count", "# A\n\n> # Quoted", 1, 3},
        {"heading-h1-count", "## A", 0, 0},
        {"heading-h1-count", PAGE("<h2>A</h2>"), 1, 0},
        {"heading-h1-count", PAGE("<p>A</p>"), 0, 0},
        {"heading-h1-count", "<h2>A fragment</h2>", 0, 0},

        {"heading-deep", "# A\n\n## B\n\n### C\n\n#### D\n\n##### E", 1, 9},
        {"heading-deep", "# A\n\n## B\n\n### C\n\n#### D", 0, 0},
        {"heading-deep", "# A\n\n##### B", 0, 0},
        {"heading-deep", "# A\n\n##### B\n\n## C\n\n### D\n\n#### E\n\n##### F", 1, 11},
        {"heading-deep", "##### A\n\n###### B", 0, 0},
        {"heading-deep", "## A\n\n### B\n\n#### C\n\n##### D", 1, 7},
        {"heading-deep", "---\ntitle: T\n---\n\n##### B", 0, 0},
        {"heading-long", "# The title of this long paper has just sixty-five characters in it", 0,
         0},
        {"heading-long", "# The title of this long paper has just sixty-five characters in it.", 1,
         1},
        {"heading-duplicate", "# A\n\n## B\n\n## B", 1, 5},
        {"heading-duplicate", "# A\n\n## B\n\n### X\n\n## C\n\n### X", 0, 0},
        {"heading-case", "# A\n\n## The Report About Every Ward\n\nThe report is about every ward.",
         1, 3},
        {"heading-case", "# A\n\n## Anytown Hospital Trust\n\nWe met.", 0, 0},
        {"heading-case",
         "# A\n\n## [The Report About Every Ward](a)\n\nThe report is about every ward.", 0, 0},
        {"heading-duplicate", PAGE("<h1>A</h1><table><tr><td><h2>B</h2><td><h2>B</h2></table>"), 0,
         0},
    };
    RUN(cases);
}

static void test_fake_headings(void **state)
{
    (void)state;
    static const AccessCase cases[] = {
        {"heading-fake", "**What we found**\n\n" BODY, 1, 1},
        {"heading-fake", "*What we found*\n\n" BODY, 1, 1},
        {"heading-fake", PAGE("<p><b>What we found</b></p><p>" BODY "</p>"), 1, 4},
        {"heading-fake", PAGE("<p><i>What we found</i></p><p>" BODY "</p>"), 0, 0},
        {"heading-fake", "**What we found:**\n\n" BODY, 0, 0},
        {"heading-fake", "**We found this.**\n\n" BODY, 0, 0},
        {"heading-fake", "**WHAT WE FOUND ON THE WARDS**\n\n" BODY, 1, 1},
        {"text-allcaps", "**WHAT WE FOUND ON THE WARDS**\n\n" BODY, 0, 0},
        {"text-allcaps", "WHAT WE FOUND ON THE WARDS.\n\n" BODY, 1, 1},
        {"heading-fake", "**What** we found\n\n" BODY, 0, 0},
        {"heading-fake", "**What\nwe found**\n\n" BODY, 0, 0},
        {"heading-fake", "**[What we found](a.html)**\n\n" BODY, 0, 0},
        {"heading-fake", "*what we found*\n\n" BODY, 0, 0},
        {"heading-fake", "- **What we found**\n- other\n\n" BODY, 0, 0},
        {"heading-fake", "| **What we found** |\n|---|\n| a |\n\n" BODY, 0, 0},
        {"heading-fake", "> **What we found**\n>\n> " BODY, 0, 0},
        {"heading-fake", "**Jane Smith**\n\nChief nurse", 0, 0},
        {"heading-fake", BODY "\n\n**Jane Smith**", 0, 0},
        {"heading-fake", "**Date: 4 May**\n\n" BODY, 0, 0},
        {"heading-fake", "**Agreed**\n\n" BODY, 0, 0},
        {"heading-fake", "*Program.cs*\n\n" BODY, 0, 0},
        {"heading-fake", "**Title**\n\n# Heading\n\n" BODY, 0, 0},
        {"heading-fake",
         "**One two three four five six seven eight nine ten eleven twelve**\n\n" BODY, 0, 0},
    };
    RUN(cases);
}

static void test_pictures(void **state)
{
    (void)state;
    static const AccessCase cases[] = {
        {"img-alt-missing", "text\n\n![](a.png)", 1, 3},
        {"img-alt-missing", "![Falls](a.png)", 0, 0},
        {"img-alt-missing", "text\n\nReview of the <img> element", 0, 0},
        {"img-alt-missing", "text\n\nA ward <img src=\"a.png\">", 1, 3},
        {"img-alt-missing", PAGE("<img src=\"a.png\">"), 1, 4},
        {"img-alt-missing", PAGE("<img data-src=\"a.png\">"), 1, 4},
        {"img-alt-missing", PAGE("<img src=\"a.png\" alt=\"\">"), 0, 0},
        {"img-alt-missing", PAGE("<img src=\"a.png\" aria-hidden=\"true\">"), 0, 0},
        {"img-alt-missing", PAGE("<div hidden><img src=\"a.png\"></div>"), 0, 0},
        {"img-alt-missing", PAGE("<img src=\"a.png\" role=\"none\" tabindex=\"0\">"), 1, 4},
        {"img-alt-missing", PAGE("<img src=\"a.png\" alt=\" \">"), 1, 4},
        {"img-alt-missing", PAGE("<div role=\"img\"></div>"), 1, 4},
        {"img-alt-missing", PAGE("<div role=\"img\" aria-label=\"Falls\"></div>"), 0, 0},
        {"img-alt-filename", "![IMG_2041.JPG](a.jpg)", 1, 1},
        {"img-alt-filename", "![Image 12](a.jpg)", 1, 1},
        {"img-alt-filename", "![Image of the new ward](a.jpg)", 0, 0},
        {"frame-title-missing", PAGE("<iframe src=\"a\"></iframe>"), 1, 4},
        {"frame-title-missing", PAGE("<iframe src=\"a\" title=\"Map\"></iframe>"), 0, 0},
        {"frame-title-missing", PAGE("<iframe src=\"a\" tabindex=\"-1\"></iframe>"), 0, 0},
        {"frame-title-missing", PAGE("<iframe src=\"a\" role=\"none\"></iframe>"), 1, 4},
        {"object-alt-missing", PAGE("<object data=\"a.png\"></object>"), 1, 4},
        {"object-alt-missing", PAGE("<object data=\"a.html\"></object>"), 0, 0},
        {"svg-alt-missing", PAGE("<svg role=\"img\"></svg>"), 1, 4},
        {"svg-alt-missing", PAGE("<svg></svg>"), 0, 0},
        {"svg-alt-missing", PAGE("<svg role=\"img\"><title>Falls</title></svg>"), 0, 0},
        {"svg-alt-missing", PAGE("<svg role=\"img\"><g><title>Falls</title></g></svg>"), 1, 4},
        {"svg-alt-missing", PAGE("<svg role=\"img\"><title> </title></svg>"), 1, 4},
        {"svg-alt-missing", PAGE("<svg><circle role=\"graphics-symbol\"/></svg>"), 1, 4},
        {"image-button-alt-missing", PAGE("<input type=\"image\" src=\"a\">"), 1, 4},
        {"image-button-alt-missing", PAGE("<input type=\"image\" src=\"a\" alt=\"\">"), 1, 4},
        {"image-button-alt-missing", PAGE("<input type=\"image\" src=\"a\" value=\"Go\">"), 1, 4},
        {"image-button-alt-missing", PAGE("<input type=\"image\" src=\"a\" aria-label=\"Go\">"), 0,
         0},
        {"image-button-alt-missing", PAGE("<input type=\"submit\">"), 0, 0},
    };
    RUN(cases);
}

static void test_links(void **state)
{
    (void)state;
    static const AccessCase cases[] = {
        {"link-text-generic", "a\n\n[Click here](b)", 1, 3},
        {"link-text-generic", "[here](b) or [this page.](b)", 2, 1},
        {"link-text-generic", "[(more)](b)", 1, 1},
        {"link-text-generic", "[more about falls](b)", 0, 0},
        {"link-text-generic", PAGE("<a href=\"b\" aria-label=\"More about falls\">More</a>"), 0, 0},
        {"link-text-generic", PAGE("<a>here</a>"), 0, 0},
        {"link-text-url", "See <https://example.org/a/b>", 1, 1},
        {"link-text-url", "see https://example.org/a/b for more", 1, 1},
        {"link-text-url", "Write to <chair@example.org>", 0, 0},
        {"link-text-url", "[www.example.org](https://www.example.org/)", 0, 0},
        {"link-text-url", "[the plan](https://example.org/a/b)", 0, 0},
        {"link-empty", "[](b)", 1, 1},
        {"link-empty", "[the plan]()", 1, 1},
        {"link-empty", "[the plan](#)", 1, 1},
        {"link-empty", "<a name=\"top\"></a>", 0, 0},
        {"link-empty", "text <a name=\"top\"></a> text", 0, 0},
        {"link-empty", PAGE("<a href=\"b\"></a>"), 1, 4},
        {"link-empty", PAGE("<a href=\"#\">Top</a>"), 0, 0},
        {"link-empty", PAGE("<div role=\"link\" tabindex=\"0\"></div>"), 1, 4},
        {"link-empty", PAGE("<a href=\"b\"><svg><title>Plan</title></svg></a>"), 0, 0},
        {"link-empty", PAGE("<a href=\"b\"><span class=\"icon\"></span></a>"), 1, 4},
        {"link-empty", PAGE("<a href=\"b\" role=\"none\"></a>"), 1, 4},
        {"link-empty", PAGE("<b id=\"n\">Plan</b> <a href=\"b\" aria-labelledby=\"n\"></a>"), 0, 0},
        {"link-empty", PAGE("<a href=\"b\" title=\"Plan\"></a>"), 0, 0},
        {"link-empty", PAGE("<a href=\"b\" aria-hidden=\"true\"></a>"), 0, 0},
        {"link-same-text", "[the plan](a) [the plan](b)", 1, 1},
        {"link-same-text", "[the plan](a) [the plan](a/)", 0, 0},
        {"link-same-text", "[1](a) [1](b)", 0, 0},
        {"link-same-text", "[Back to top](a#top) [Back to top](b#top)", 0, 0},
        {"link-new-window", PAGE("<a href=\"b\" target=\"_blank\">Plan</a>"), 1, 4},
        {"link-new-window", PAGE("<a href=\"b\" target=\"_blank\">Plan (new tab)</a>"), 0, 0},
        {"link-pdf-unlabelled", "[the plan](a.pdf?v=2)", 1, 1},
        {"link-pdf-unlabelled", "[the plan](a.pdf) (PDF, 2 MB)", 0, 0},
        {"link-pdf-unlabelled", "[the plan](pdf)", 0, 0},
    };
    RUN(cases);
}

static void test_tables(void **state)
{
    (void)state;
    static const AccessCase cases[] = {
        {"table-no-header", "text\n\n| | | |\n|-|-|-|\n| Ward | Falls | Beds |\n| Rose | 4 | 9 |",
         1, 3},
        {"table-no-header", "| Ward | Falls |\n|-|-|\n| Rose | 4 |", 0, 0},
        {"table-no-header",
         PAGE("<table><tr><td>Ward<td>Falls<tr><td>Rose<td>4<tr><td>Lily<td>5</table>"), 1, 4},
        {"table-no-header", PAGE("<table><tr><td>Chair<td>Jane Smith<tr><td>Nurse<td>Bob</table>"),
         0, 0},
        {"table-no-header", PAGE("<table><tr><th>Rose<td>4<tr><th>Lily<td>5</table>"), 0, 0},
        {"table-no-header", PAGE("<table><tr><td>a<td>b<td>c</table>"), 0, 0},
        {"table-no-header", PAGE("<table><tr><td>a<tr><td>b</table>"), 0, 0},
        {"table-no-header",
         PAGE("<table><tr><td>Signed<td>x<td>Date<tr><td>Name<td>y<td>Role</table>"), 0, 0},
        {"table-no-header",
         PAGE("<table role=\"presentation\"><tr><td>a<td>b<td>c<tr><td>1<td>2<td>3</table>"), 0, 0},
        {"table-headers-attr", PAGE("<table><tr><th id=a>A<tr><td headers=b>1</table>"), 1, 4},
        {"table-headers-attr", PAGE("<table><tr><th id=a>A<tr><td id=b headers=b>1</table>"), 1, 4},
        {"table-headers-attr", PAGE("<table><tr><th id=a>A<tr><td headers=a>1</table>"), 0, 0},
        {"table-headers-attr",
         PAGE("<table><tr><th id=a>A</table><table><tr><td headers=a>1</table>"), 1, 4},
        {"table-header-unused", PAGE("<table><tr><th>A<th>B<tr><td>1</table>"), 1, 4},
        {"table-header-unused", PAGE("<table><tr><th>A<th>B<tr><td colspan=2>1</table>"), 0, 0},
        {"table-header-unused", PAGE("<table><tr><th>A<td>1<tr><th>B<td>2</table>"), 0, 0},
        {"table-header-unused", PAGE("<table><tr><th><th>B<tr><td>1<td>2</table>"), 0, 0},
        {"table-header-unused",
         PAGE("<table><tr><th id=a>A<th id=b>B<tr><td>1<td headers=a>2</table>"), 1, 4},
        {"table-header-unused", PAGE("<table><tr><th>A<tr><td>1<tr><th scope=colgroup>B</table>"),
         0, 0},
        {"table-merged", PAGE("<table><tr><th>A<th>B<tr><td colspan=2>1</table>"), 1, 4},
        {"table-merged", PAGE("<table><tr><th colspan=2>T<tr><td>1<td>2</table>"), 0, 0},
        {"table-merged",
         PAGE("<table><tr><td colspan=2>Ward<td>Falls<tr><td colspan=2>Rose<td>4</table>"), 0, 0},
        {"table-merged",
         PAGE("<table><tr><td colspan=2>Ward<td>Falls<tr><td>Rose<td>3<td>4</table>"), 1, 4},
        {"table-merged", PAGE("<table><tr><td><td><tr><td rowspan=2><td><tr><td></table>"), 0, 0},
        {"table-wide", PAGE("<table>" NINE NINE "</table>"), 1, 4},
        {"table-wide", PAGE("<table>" NINE "<tr><td><table><tr><td>To:</table>Ann</table>"), 0, 0},
        {"heading-long",
         PAGE("<h1>A</h1><h2 style=\"white-space:pre\">News" TWENTY TWENTY TWENTY TWENTY TWENTY
              "</h2>"),
         0, 0},
        {"table-merged",
         PAGE("<table><tr><td>To: Ann<td colspan=2>From: Jo<tr><td>a<td>b<td>c</table>"), 0, 0},
        {"link-pdf-unlabelled", "See the [plan](plan.pdf) and type=[xs:plan](plan.pdf).", 1, 1},
        {"text-serif", PAGE("<p style=\"font-family:Century Gothic\">Send it</p>"), 0, 0},
        {"text-serif", PAGE("<p style=\"font-family:Century\">Send it</p>"), 1, 0},
        {"table-no-header",
         PAGE("<table><tr><td><h1>Plan</h1><td>Ward<tr><td>Rose<td>4<tr><td>Ivy<td>5</table>"), 0,
         0},
        {"table-no-header",
         PAGE("<table><tr><td><p>Ann</p><p>1 Oak "
              "Road</p><p>Anytown</p><td>Bill<td>c<tr><td>Rose<td>4<td>5</table>"),
         0, 0},
        {"table-empty-cells",
         PAGE("<table><tr><th>Mon<th>Tue<th>Wed<th>Thu<th>Fri<tr><td>1<td><td><td><td>5"
              "<tr><td>1<td>2<td>3<td>4<td></table>"),
         0, 0},
        {"table-no-header", PAGE(FORM), 0, 0},
        {"table-no-header",
         PAGE("<table><tr><td>To: Ann<td>From: Jo<tr><td>Rose<td>4<tr><td>Lily<td>2</table>"), 0,
         0},
        {"table-no-header",
         PAGE("<table><tr><td>Ward<td>09:30<td>%<tr><td>Rose<td>4<td>5<tr><td>Ivy<td>2<td>5</"
              "table>"),
         1, 4},
        {"table-no-header",
         PAGE("<table><tr><td><td>Falls<tr><td>Rose<td>4<tr><td>Lily<td>2</table>"), 1, 4},
        {"table-no-header",
         PAGE("<table><tr><td>The board<td>____<td>____<tr><td>Ann<td>a<td>b</table>"), 0, 0},
        {"table-empty-cells", PAGE(FORM), 0, 0},
        {"table-nested", PAGE("<table><tr><th>A<tr><td><table><tr><td></table>Urgent</table>"), 0,
         0},
        {"table-nested", PAGE("<table><tr><th>A<tr><td><table><tr><td>1</table></table>"), 1, 4},
        {"table-layout", PAGE("<table><tr><td>Send papers.</table>"), 1, 4},
        {"table-layout", "| a | b |\n|-|-|\n| 1 | 2 |", 0, 0},
        {"table-empty-cells", "| a | b | c |\n|-|-|-|\n| 1 | | |\n| 2 | 5 | |\n| 3 | | 6 |", 1, 1},
        {"table-empty-cells", "| a | to do |\n|-|-|\n| 1 | |\n| 2 | |\n| 3 | |\n| 4 | |", 0, 0},
        {"table-wide", "| a | b | c | d | e | f | g |\n|-|-|-|-|-|-|-|\n| 1 |", 0, 0},
    };
    RUN(cases);
}

static void test_text(void **state)
{
    (void)state;
    static const AccessCase cases[] = {
        {"text-allcaps", "a\n\nPLEASE SEND YOUR PAPERS by Friday", 1, 3},
        {"text-allcaps", "ALL PAPERS, PLEASE", 0, 0},
        {"text-allcaps", "NHS ICB CQC GMC NMC", 0, 0},
        {"text-allcaps", "TB/24/05 AGM/12/03 HR/22/01", 0, 0},
        {"text-allcaps", "`PLEASE SEND YOUR PAPERS`", 0, 0},
        {"text-allcaps", "Under “PLEASE SEND YOUR PAPERS” choose a date.", 0, 0},
        {"text-allcaps", "SEND FOUR PAPERS TO THE OFFICE. SEND NOTHING ELSE.", 1, 1},
        {"text-allcaps", PAGE("<p style=\"text-transform: uppercase\">please send your papers</p>"),
         1, 4},
        {"text-italic-run", "Read *all of this paper now please* today.", 1, 1},
        {"text-italic-run", "Read *The State of Health Care in England* today.", 0, 0},
        {"text-italic-run", "Read *all of this* today.", 0, 0},
        {"text-underline", PAGE("<p>a <u>b</u></p>"), 1, 4},
        {"text-underline", PAGE("<p><a href=\"b\"><u>b</u></a></p>"), 0, 0},
        {"text-underline", PAGE("<p>Name: <u>&nbsp; &nbsp;</u></p>"), 0, 0},
        {"text-contrast", PAGE("<p style=\"color:#999\">Send papers</p>"), 1, 4},
        {"text-contrast", PAGE("<p style=\"color:#767676\">Send papers</p>"), 0, 0},
        {"text-contrast", PAGE("<p style=\"color:#777\">Send papers</p>"), 1, 4},
        {"text-contrast", PAGE("<p style=\"color:#999\">----</p>"), 0, 0},
        {"text-contrast", PAGE("<p style=\"color:#999\">S&amp;nd &lt;it&gt;</p>"), 1, 4},
        {"text-contrast", PAGE("<p style=\"color:#888;font-size:18pt\">Send papers</p>"), 0, 0},
        {"text-contrast", PAGE("<p style=\"color:#fff\">Send papers</p>"), 0, 0},
        {"text-contrast",
         PAGE("<p style=\"color:#aaa;background:linear-gradient(to right,#fff,#00f)\">Send it</p>"),
         1, 4},
        {"text-contrast",
         PAGE("<p style=\"color:#333;background:linear-gradient(to right,#fff,#00f)\">Send it</p>"),
         0, 0},
        {"text-contrast",
         PAGE("<p style=\"background:linear-gradient(#fff,#eee)\"><b style=\"color:#999\">Send "
              "it</b></p>"),
         1, 4},
        {"text-contrast",
         PAGE(
             "<p style=\"color:#aaa;background:linear-gradient(#fff,rgba(0,0,0,.5))\">Send it</p>"),
         0, 0},
        {"text-contrast", PAGE("<p style=\"color:#999;text-shadow:#000 0 0 3px\">Send it</p>"), 0,
         0},
        {"text-small", PAGE("<p style=\"font-size:11pt\">Send papers</p>"), 1, 4},
        {"text-small", PAGE("<p style=\"font-size:16px\">Send papers</p>"), 0, 0},
        {"text-small", PAGE("<p style=\"font:italic 9pt/1.2 Arial\">Send papers</p>"), 1, 4},
        {"text-small", PAGE("<p style=\"font:bold 16px/1.5 Arial\">Send papers</p>"), 0, 0},
        {"text-serif", PAGE("<p style=\"font:12pt 'Times New Roman',serif\">Send papers</p>"), 1,
         0},
        {"text-contrast", PAGE("<p style=\"color:#888;font:700 14pt Arial\">Send papers</p>"), 0,
         0},
        {"text-contrast", PAGE("<p style=\"color:#888;font:400 14pt Arial\">Send papers</p>"), 1,
         4},
        {"text-justified", PAGE("<p align=justify>" TWO_LINES "</p><p>" TWO_LINES "</p>"), 0, 0},
        {"text-justified",
         PAGE("<p align=justify>" TWO_LINES "</p><p align=justify>" TWO_LINES "</p><p>c</p>"), 1,
         4},
        {"text-justified", PAGE("<p align=justify>a</p><p align=justify>b</p><p>c</p>"), 0, 0},
        {"text-justified",
         PAGE("<p align=justify>«א " TWO_LINES "</p><p align=justify>م " TWO_LINES "</p>"), 0, 0},
        {"list-fake", "• one\n\n• two", 1, 1},
        {"list-fake", "- one\n- two", 0, 0},
        {"list-fake", PAGE("<p>1. one</p><p>2. two</p>"), 1, 4},
        {"list-fake", PAGE("<p>4.1 one</p><p>4.2 two</p>"), 0, 0},
        {"list-fake", PAGE("<p>1. one</p><p>text</p><p>2. two</p>"), 0, 0},
        {"list-fake", PAGE("<p>– one</p>"), 0, 0},
        {"blank-runs", PAGE("<p>a<br><br><br>b</p>"), 1, 4},
        {"blank-runs", PAGE("<p>a<br><br>b<br>c</p>"), 0, 0},
        {"colour-only", "Late work is shown in red.", 1, 1},
        {"colour-only", "The door is red.", 0, 0},
        {"sensory-only", "You have the right to bring a friend.", 0, 0},
        {"date-ambiguous", "Send it by 03/04/26.", 1, 1},
        {"date-ambiguous", "See TB/24/05 and 12/13/14/15.", 0, 0},
        {"symbol-noise", "Use A&E and R&D.", 0, 0},
    };
    RUN(cases);
}

#define STYLED(rules, body)                                                                        \
    "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><title>T</title><style>" rules                    \
    "</style></head>\n<body>\n" body "\n</body></html>"

#define TEN(text)  text text text text text text text text text text
#define LONG_SHEET "/*" TEN(TEN("a long remark ")) "*/" /* libxml2 tells it in pieces */

static void test_styles(void **state)
{
    (void)state;
    static const AccessCase cases[] = {
        {"text-contrast", STYLED("p{color:#999}", "<p>Send papers</p>"), 1, 4},
        {"text-contrast", STYLED("p{color:#333}", "<p>Send papers</p>"), 0, 0},
        {"text-contrast", STYLED(LONG_SHEET "p{color:#999}", "<p>Send papers</p>"), 1, 4},
        {"text-contrast", STYLED("body{color:#999}", "<p>Send papers</p>"), 1, 4},
        {"text-contrast", STYLED(".a .b{color:#999}", "<p class=a>a <i class=b>Send it</i></p>"), 1,
         4},
        {"text-contrast",
         STYLED(".a>.b{color:#999}", "<p class=a><i><b class=b>Send it</b></i></p>"), 0, 0},
        {"text-contrast", STYLED("#a{color:#999}", "<p id=a>Send papers</p>"), 1, 4},
        {"text-contrast", STYLED("[lang|=cy]{color:#999}", "<p lang=cy-GB>Bore da</p>"), 1, 4},
        {"text-contrast", STYLED("p{color:#999}.a{color:#000}", "<p class=a>Send papers</p>"), 0,
         0},
        {"text-contrast", STYLED(".a{color:#000}p{color:#999}", "<p class=a>Send papers</p>"), 0,
         0},
        {"text-contrast", STYLED("p{color:#999}", "<p style=\"color:#000\">Send papers</p>"), 0, 0},
        {"text-contrast",
         STYLED("p{color:#999!important}", "<p style=\"color:#000\">Send papers</p>"), 1, 4},
        {"text-contrast", STYLED("p:hover,p::before{color:#999}", "<p>Send papers</p>"), 0, 0},
        {"text-contrast", STYLED("p:first-child{color:#999}", "<p>Send papers</p>"), 0, 0},
        {"text-contrast", STYLED("p{color:#999}p:first-child{color:#000}", "<p>Send papers</p>"), 0,
         0},
        {"text-contrast", STYLED("@media print{p{color:#999}}", "<p>Send papers</p>"), 0, 0},
        {"text-contrast", STYLED("@media screen{p{color:#999}}", "<p>Send papers</p>"), 1, 4},
        {"text-contrast", STYLED("@media (max-width:9px){p{color:#999}}", "<p>Send papers</p>"), 0,
         0},
        {"text-contrast", STYLED("/* p{color:#999} */", "<p>Send papers</p>"), 0, 0},
        {"text-contrast", STYLED("p{color:var(--faint)}", "<p>Send papers</p>"), 0, 0},
        {"text-contrast", STYLED("p{background:#999}p{background:var(--ground)}", "<p>Send it</p>"),
         0, 0},
        {"text-small", STYLED("p{font-size:8pt}p{font-size:var(--size)}", "<p>Send it</p>"), 0, 0},
        {"text-small", STYLED("p{font:8pt Arial}p{font:var(--font)}", "<p>Send it</p>"), 0, 0},
        {"text-contrast", STYLED("h1{color:#888}", "<h1>Send papers</h1>"), 0, 0},
        {"text-contrast", STYLED("p{color:#999}", "<p><a href=b>Send papers</a></p>"), 0, 0},
        {"text-contrast",
         STYLED("body{color:#fff;background:#000}", "<p><a href=b>Send it</a></p>"), 1, 4},
        {"img-alt-missing", STYLED(".a{display:none}", "<p class=a><img src=b></p>"), 0, 0},
        {"img-alt-missing", STYLED(".a{visibility:hidden}", "<p class=a><img src=b></p>"), 0, 0},
        {"img-alt-missing", STYLED(".b{display:none}", "<p class=a><img src=b></p>"), 1, 4},
        {"text-small", STYLED("p{font-size:8pt}", "<p>Send papers</p>"), 1, 4},
        {"text-allcaps", STYLED("p{text-transform:uppercase}", "<p>please send your papers</p>"), 1,
         4},
        {"columns-multiple", STYLED("div{columns:2 20em}", "<div><p>a</p></div>"), 1, 4},
        {"columns-multiple", STYLED("div{columns:20em}", "<div><p>a</p></div>"), 0, 0},
    };
    RUN(cases);
}

#define TEN_WORDS    "We have beds for those who come to us now. "
#define TWO_HUNDRED  TEN(TEN_WORDS) TEN(TEN_WORDS)
#define FOUR_HUNDRED TWO_HUNDRED TWO_HUNDRED

static void test_document(void **state)
{
    (void)state;
    static const AccessCase cases[] = {
        {"doc-title-missing", "## A\n\ntext", 1, 1},
        {"doc-title-missing", "text\n\n## A", 1, 0},
        {"doc-title-missing", "## A\n\n### B\n\n## C", 1, 0},
        {"doc-title-missing", "# A\n\ntext", 0, 0},
        {"doc-title-missing", "---\ntitle: T\n---\n\ntext", 0, 0},
        {"doc-title-missing", "", 0, 0},
        {"doc-title-missing", "<html lang=\"en\"><title> </title><p>a", 1, 0},
        {"doc-title-missing", "<html lang=\"en\"><title>Untitled</title><p>a", 1, 0},
        {"doc-title-missing", "<p>a fragment</p>", 0, 0},
        {"doc-lang-missing", "<html><title>T</title><p>a", 1, 0},
        {"doc-lang-missing", "<html lang=\" \"><title>T</title><p>a", 1, 0},
        {"doc-lang-missing", "<html xml:lang=\"en\"><title>T</title><p>a", 1, 0},
        {"doc-lang-missing", "<?xml version=\"1.0\"?><html xml:lang=\"en\"><title>T</title></html>",
         0, 0},
        {"doc-lang-missing", "text", 0, 0},
        {"doc-lang-missing", "<html lang=\"cy\"><title>T</title><p>A short English line", 0, 0},
        {"doc-lang-invalid", "<html lang=\"eng\"><title>T</title><p>a", 1, 0},
        {"doc-lang-invalid", "<html lang=\"en_GB\"><title>T</title><p>a", 1, 0},
        {"doc-lang-invalid", "<html lang=\"cy-GB\"><title>T</title><p>a", 0, 0},
        {"doc-lang-invalid", "<html lang=\"gsw\"><title>T</title><p>a", 0, 0},
        {"part-lang-invalid", PAGE("<p lang=\"welsh\">bore da</p>"), 1, 4},
        {"part-lang-invalid", PAGE("<p lang=\"CY\">bore da</p>"), 0, 0},
        {"part-lang-invalid", PAGE("<p lang=\"welsh\"></p>"), 0, 0},
        {"lang-part-unmarked", PAGE("<p>Mae y gwaith yn y dref wedi ei wneud gan ein staff.</p>"),
         1, 4},
        {"lang-part-unmarked",
         PAGE("<p lang=\"cy\">Mae y gwaith yn y dref wedi ei wneud gan ein staff.</p>"), 0, 0},
        {"meta-refresh", "<html><head><meta http-equiv=refresh content=30></head><p>a", 1, 1},
        {"meta-refresh", "<html><head><meta http-equiv=refresh content='30; url=a'></head><p>a", 1,
         1},
        {"meta-refresh", "<html><head><meta http-equiv=refresh content=72000></head><p>a", 1, 1},
        {"meta-refresh", "<html><head><meta http-equiv=refresh content='0: a'></head><p>a", 0, 0},
        {"meta-refresh", "<html><head><meta http-equiv=refresh content=0></head><p>a", 0, 0},
        {"meta-refresh", "<html><head><meta http-equiv=refresh content=72001></head><p>a", 0, 0},
        {"toc-missing", PAGE("<h1>T</h1><p>a</p>"), 0, 0},
        {"headings-none", "a short note", 0, 0},
        {"headings-none", FOUR_HUNDRED TEN_WORDS, 1, 0},
        {"headings-none", "# Beds\n\n" FOUR_HUNDRED TEN_WORDS, 0, 0},
        {"headings-none", PAGE("<ul><li>" TWO_HUNDRED "<li>" TWO_HUNDRED TEN_WORDS "</ul>"), 1, 0},
        {"headings-none",
         PAGE("<table><tr><th>May<tr><td>" TWO_HUNDRED "<tr><td>" TWO_HUNDRED TEN_WORDS "</table>"),
         0, 0},
        {"headings-none",
         PAGE("<p>" TWO_HUNDRED "<table><tr><th>May<tr><td>" TWO_HUNDRED TEN_WORDS "</table>"), 0,
         0},
    };
    RUN(cases);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings), cmocka_unit_test(test_fake_headings),
        cmocka_unit_test(test_pictures), cmocka_unit_test(test_links),
        cmocka_unit_test(test_tables),   cmocka_unit_test(test_text),
        cmocka_unit_test(test_styles),   cmocka_unit_test(test_document),
    };
    access_load(argc > 1 ? argv[1] : ".");
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    access_unload();
    return n_failed;
}
