/* The acronyms of whole papers, and the rules about them. */
#include "base/file_loader.h"
#include "check/lint.h"
#include "read/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

static RuleSet *rules;

typedef struct Case {
    const char *text; /* Markdown; HTML when it begins with <, Word with <? */
    const char *found;
} Case;

static LintResult *lint(const char *text)
{
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    const Reader *reader = text[0] != '<'   ? &reader_markdown
                           : text[1] == '?' ? &reader_docx
                                            : &reader_html;
    Document *document;
    assert_int_equal(reader->read(STR("paper"), str_of(text), &options, &document), STATUS_OK);
    Checker *checker = checker_new(rules, NULL);
    LintResult *result = lint_run(checker, document, &(LintOptions){0}, &sink);
    checker_free(checker);
    document_free(document);
    diagnostic_sink_free(&sink);
    return result;
}

/* short=long*uses, a bar behind each; + behind those that every reader knows */
static const Case list_cases[] = {
    {"Nothing here.", ""},
    {"The ICB met. ICBs meet. The ICB's plan.", "ICB=*3|"},
    {"All ICBs meet.", "ICB=*1|"},
    {"Ask the NHS, e.g. in the U.K.", "NHS=*1+|e.g.=*1+|U.K.=*1+|"},
    {"The *integrated care\nboard* ([ICB](https://example.org)) met. The ICB agreed.",
     "ICB=integrated care board*2|"},
    {"<p>The <b>integrated</b> care <i>board</i> (<a href=\"x\">ICB</a>) met.</p>",
     "ICB=integrated care board*1|"},
    {"<p>The <abbr title=\"integrated care board\">ICB</abbr> met. The ICB agreed.</p>",
     "ICB=integrated care board*2|"},
    {"| Word | Meaning |\n| --- | --- |\n| ICB | integrated care board |\n\nThe ICB met.",
     "ICB=integrated care board*2|"},
    {"| Meaning | Word |\n| --- | --- |\n| integrated care board | ICB |\n\nThe ICB met.",
     "ICB=integrated care board*2|"},
    {"<dl><dt>ICB</dt><dd>integrated care board</dd></dl><p>The ICB met.</p>",
     "ICB=integrated care board*2|"},
    {"- ICB: integrated care board\n- CQC – Care Quality Commission",
     "ICB=integrated care board*1|CQC=Care Quality Commission*1|"},
    {"The Global Positioning System helps. We use GPS.", "GPS=Global Positioning System*1|"},
    {"The global positioning system helps. We use GPS.", "GPS=*1|"},
    {"The U.S. and the United States of America. USA!",
     "U.S.=United States*1+|USA=United States of America*1+|"},
    {"# Talks with the European Union\n\nThe EUX and the EU.", "EUX=*1|EU=European Union*1+|"},
    {"Our urgent treatment centre is open. The urgent treatment centre is full. UTC staff met.",
     "UTC=urgent treatment centre*1|"},
    {"Use the care record. Later: CR.", "CR=*1|"},
    {"Use our Internet Tools. IT staff help.", "IT=*1+|"},
    {"Ask the Ministry of Justice. The MOJ knows.", "MOJ=Ministry of Justice*1|"},
    {"Take the Silver line. Our TTS team.", "TTS=*1|"},
    {"Under the Local Government Act the LGA may speak.", "LGA=*1|"},
    {"Under the Human Rights Act we act. The HRA says so.", "HRA=Human Rights Act*1|"},
    {"A user story. Each user story. Our user story. The US.", "US=*1+|"},
    {"The user–carer–board group met. Our user–carer–board group. The UCBG left.",
     "UCBG=user–carer–board group*1|"},
    {"# 6. Any other business\n\nThere was no AOB.", "AOB=Any other business*1|"},
    {"E.g. here. I.e. there.", "E.g.=*1+|I.e.=*1+|"},
    {"A 3-D map for LGBT+ people.", "3-D=*1+|LGBT+=*1|"},
    /* initials of those present, and the same letters for a thing */
    {"## Present\n\n- Harriet Reed (HR), Chair\n- Tom Bell, member\n\n## 1. Staff\n\nHR met the HR "
     "team "
     "and TB.",
     "HR=*1|"},
    {"## Present\n\n- Jane Smythe\n\n## 1. Web\n\nThe JS files and our JS code. JS will write. "
     "Action: JS",
     "JS=*2|"},
    {"# WEST BARSET NHS TRUST\n\nThe WBNT met.", "NHS=*1+|WBNT=West Barset NHS Trust*1|"},
    {"# WEST BARSET DISTRICT COUNCIL\n\nThe WBDC met.", "WBDC=West Barset District Council*1|"},
    {"Cllr JONES and Mrs YARDLEY spoke.", ""},
    {"Mrs YARDLEY-KHAN, Dr SMITH-JONES and Mr LI spoke.", ""},
    {"## Present\n\n- Sarah O'Neill (SO'N), Chair\n\n## 1. Web\n\nSO'N spoke.", ""},
    {"## Present\n\n- Jane Smythe\n\n## 1. Web\n\nThe JS action is done. JS will write to all.",
     ""},
    {"## Present\n\n- Jane Smythe\n\n## 1. Web\n\nJS asked. JS reports on it. JS chair. So JS did.",
     ""},
    /* joined by a slash or hyphen */
    {"We use TCP/IP. An IP address is needed.", "TCP/IP=*1|IP=*1|"},
    {"Our XQ-YZP rules. All XQ-YZP rules.", "XQ-YZP=*2|"},
    {"An XQZ/YZP post, and one more XQZ/YZP post.", "XQZ/YZP=*2|"},
    {"An XQZ/YZP post. The XQZ met.", "XQZ=*2|YZP=*1|"},
    {"An NHSE/XQZ post, and one more NHSE/XQZ post.", "NHSE=*2|XQZ=*2|"},
    {"An XQ/YZ/ZX post.", "XQ/YZ=*1|ZX=*1|"},
    {"The ICB/CQC view.", "ICB=*1|CQC=*1|"},
    {"Write to us in Durham, North Carolina, NC 27710.", ""},
    {"# Integrated care board (ICB)\n\nThe integrated care board (ICB) met.",
     "ICB=Integrated care board*2|"},
    {"The film board (AMPAS) and the chair (XQ) agreed.", "AMPAS=*1|"},
    {"POSIX.2 and IPv6 are in. GOAL: do it.\n\nGOAL: do more.", "POSIX=*1|IPv6=*1|"},
    {"## Present\n\nJane Hughes (JH), Chair\n\n## Actions\n\nJH will write.", ""},
    {"Present: Jane Hughes (JH)\nMary Green\nDr Tom Bell, Chair\n\nMG asked. TB left. GX left.",
     "GX=*1|"},
    {"Present: Jane Hughes, Mary\nGreen, Tom Bell\n\nMG asked. TB left. MH left.", "MH=*1|"},
    {"Apologies: Peter Fox, NED; Cllr Ann Green; Finance Director, Mark Rose.\n\nPF, AG and MR "
     "sent "
     "notes. FD asked.",
     "NED=*1|FD=Finance Director*1|"},
    {"## Present\n\n- Anne-Marie Lee (AML), Jean Smith-Jones (JSJ)\n\n## Minutes\n\nAML and JSJ "
     "left.",
     ""},
    {"In attendance \xE2\x80\x93 Joan Fry (JF), Treasurer and acting Chair\nRob Day (RD) "
     "\xE2\x80\x93 Minutes\n\nJF thanked RD.",
     ""},
    {"Mrs Ann Jones RN and Dr Bell FRCP spoke.", ""},
    {"Dr A. N. Other MBBS FRCP, Ms B Smith BSc (Hons) RGN. An RGN.", "RGN=*2|"},
    {"On 4 MAR and SAT 7 APR we met.\n\nFAO: Chair\n\nThe MAR chart.", "MAR=*1|"},
    {"Mrs Ann Jones RN spoke. Each RN wrote.", "RN=*2|"},
    {"Paper TB(24)12 is for MON and FRI. The risk is LOW, not RED.", ""},
    {"Dr Jane Hughes (JH) spoke. JH will write.", ""},
    {"TZQ: I agree.\n\nKWX: Why?\n\nTZQ: It is so.\n\nTZQ: And TZQ will write.", "KWX=*1|"},
    {"Dr A. Khan (AK) and Mr Lee (TL) led. AK spoke to TL.", ""},
    {"L. Ade (LA) spoke. LA left. The Plan (XQ) is late. XQ is big.", "XQ=*2|"},
    {"## Present\n\n- Lola Ade, Chief Executive\n- Dr Kwame Amo Tetteh\n\n## Minutes\n\nWe met.\n\n"
     "Later KT and KAT wrote, LA left. The CE of XQZ.",
     "CE=*1|XQZ=*1|"},
    {"Members noted the report.\n\nNorth End\n\nThe NE plan is late. Our NE plan.",
     "NE=North End*2|"},
    {"Strive for AAA level, the 2.2 AA accessibility standard, level AA and four AAA "
     "batteries. Less CO\xE2\x82\x82 is best.",
     ""},
    {"The AAA is due.", "AAA=*1|"},
    {"The A.V. Club met A.V. Khan. A 20 GiB disk, 10 Gbit of text and an X-MP.", "A.V.=*1|"},
    {"Plug XQ-45 in and see XQ/2, LSE:XQZ, TL:DR or TL;DR. Set XQZ_TOKEN and [XQZ_TOKEN](x).", ""},
    {"XQZ: xylo-quiet-zone\n\nCSS: contain-intrinsic-size\n\nECG: electro-cardiogram",
     "XQZ=xylo-quiet-zone*1|CSS=*1|ECG=electro-cardiogram*1|"},
    {"ICB:Integrated care board.", "ICB=Integrated care board*1|"},
    {"The Ministry of Housing, Communities and Local Government. The MHCLG.",
     "MHCLG=Ministry of Housing, Communities and Local Government*1|"},
    {"Xenon, Quartz and Zinc are in store. The XQZ left.", "XQZ=*1|"},
    {"We write C#.NET and .NET code for ICB staff.", "ICB=*1|"},
    {"`ICB` and a code block:\n\n    CQC\n", ""},
    {"FIXME: tell them.\n\nTODO: FIXME later.", ""},
    {"PLEASE READ THIS NOTE BEFORE WE MEET. THEN VOTE.", ""},
    {"# QUALITY COMMITTEE AGENDA FOR MAY\n\nThe PSIRF plan.", "PSIRF=*1|"},
    {"PSIRF PLAN FOR THE WARDS OF THE TRUST\n\nThe PSIRF plan.", "PSIRF=*2|"},
    {"MIP-1 (macrophage inflammatory protein 1) and a second MIP-1 test.",
     "MIP-1=macrophage inflammatory protein 1*2|"},
};

static void test_list(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof list_cases / sizeof *list_cases; i++) {
        LintResult *result = lint(list_cases[i].text);
        Buf found = {0};
        for (size_t k = 0; k < result->acronyms.len; k++) {
            const AcronymFact *fact = &result->acronyms.items[k];
            buf_printf(&found, "%.*s=%.*s*%zu%s|", STR_ARG(fact->short_form),
                       STR_ARG(fact->long_form), fact->n_uses, fact->is_known ? "+" : "");
        }
        buf_append_char(&found, '\0');
        assert_string_equal(found.data, list_cases[i].found);
        buf_free(&found);
        lint_result_free(result);
    }
}

/* rule:match>first suggestion, a bar behind each */
static const Case rule_cases[] = {
    {"The ICB met.", "undefined:ICB>integrated care board (ICB)|"},
    {"An ICB met.", "undefined:ICB>integrated care board (ICB)|"},
    {"We met a CQC inspector.", "undefined:CQC>Care Quality Commission (CQC)|"},
    {"We met an NICU team.", "undefined:an NICU>a neonatal intensive care unit (NICU)|"},
    {"ICB, CQC, PSIRF, DHSC and NICE met.",
     "undefined:ICB>Integrated care board (ICB)|dense:ICB, CQC, PSIRF, DHSC and NICE met>|"
     "undefined:CQC>Care Quality Commission (CQC)|"
     "undefined:PSIRF>Patient Safety Incident Response Framework (PSIRF)|"
     "undefined:DHSC>Department of Health and Social Care (DHSC)|"
     "undefined:NICE>National Institute for Health and Care Excellence (NICE)|"},
    {"ICBs met.", "undefined:ICBs>Integrated care boards (ICBs)|"},
    {"Ask the HWBs.", "undefined:HWBs>health and wellbeing boards (HWBs)|"},
    {"Ask the SROs.", "undefined:SROs>senior responsible owners (SROs)|"},
    {"Ask the DoFs.", "undefined:DoFs>directors of finance (DoFs)|"},
    {"Ask for FOIs.", "undefined:FOIs>freedom of information (FOIs)|"},
    {"The ICB's plan.", "undefined:ICB's>integrated care board (ICB)|"},
    {"All SFIs apply.", "undefined:SFIs>standing financial instructions (SFIs)|"},
    {"All DNAs fell.\n\nThose who did not attend (DNA) rang. The DNA rate fell. A DNA letter.",
     "defined-late:DNAs>did not attend (DNAs)|"},
    {"The XQZ met. The XQZ met.", "undefined:XQZ>|"},
    {"The CPA is due.", "ambiguous:CPA>care programme approach (CPA)|"},
    {"The PPE is due.", "ambiguous:PPE>personal protective equipment (PPE)|"},
    {"The MCA is due.", "ambiguous:MCA>Mental Capacity Act (MCA)|"},
    {"The ICP is due.", "ambiguous:ICP>integrated care partnership (ICP)|"},
    {"The PSP is due.", "ambiguous:PSP>patient safety partner (PSP)|"},
    {"The HRA is due.", "ambiguous:HRA>housing revenue account (HRA)|"},
    {"The CHC is due.", "ambiguous:CHC>continuing healthcare (CHC)|"},
    {"The DNA is due.", "ambiguous:DNA>did not attend (DNA)|"},
    {"The PE is due.", "ambiguous:PE>pulmonary embolism (PE)|"},
    {"The MI is due.", "ambiguous:MI>management information (MI)|"},
    {"The API is due.", "undefined:API>application programming interface (API)|"},
    {"The BP is due.", "ambiguous:BP>blood pressure (BP)|"},
    {"The CT is due.", "ambiguous:CT>computed tomography (CT)|"},
    /* first use in reading order: headings let be, tables and notes counted */
    {"# The ICB plan\n\n| Who | What |\n| --- | --- |\n| ICB | plan |\n\nThe integrated care "
     "board (ICB) met. The ICB left.",
     "defined-late:ICB>Integrated care board (ICB)|"},
    {"The ICB met.[^1] The ICB left.\n\n[^1]: The integrated care board (ICB) plans care.",
     "defined-late:ICB>integrated care board (ICB)|"},
    {"The ICB met. The ICB left.\n\n# Appendix A\n\n| Word | Meaning |\n| --- | --- |\n| ICB | "
     "integrated care board |",
     "defined-late:ICB>integrated care board (ICB)|"},
    {"OR the US or IT. See report-ICB.pdf and <https://cqc.example.org/CQC>.", ""},
    {"The NHS and your GP.", ""},
    {"The integrated care board (ICB) met. The ICB agreed. The ICB left.", ""},
    {"The ICB met.\n\nThe integrated care board (ICB) met. The ICB left.",
     "defined-late:ICB>integrated care board (ICB)|"},
    {"# The ICB\n\nThe integrated care board (ICB) met. The ICB left.", ""},
    {"> The ICB said so.\n\nNothing more.", ""},
    {"The patient safety partner (PSP) met. The PSP left. The PSP came back.\n\n"
     "The Public Services Programme (PSP) is late.",
     "redefined:Public Services Programme>|"},
    {"The patient safety partner (PSP) met.\n\nBoth patient safety partners (PSPs) left. A PSP "
     "came. A PSP went.",
     ""},
    {"The integrated care board (ICB) met in May.", "unused:ICB>|"},
    {"Read the [integrated care board (ICB)](https://example.org).", "unused:ICB>|"},
    {"Read [ICB (integrated care board)](https://example.org).", "unused:ICB>|"},
    {"Read [Plans of the integrated care board (ICB)](https://example.org).", ""},
    {"Read [The integrated care board (ICB) in May](https://example.org).", ""},
    {"- [Integrated care board (ICB)](https://example.org), by Ann", ""},
    {"# [Integrated care board (ICB)](https://example.org)", ""},
    {"The CI was wide (0.7 at 95% CI).", "undefined:CI>confidence interval (CI)|"},
    {"The medical director and the executive team met. The ED is due.",
     "ambiguous:ED>emergency department (ED)|"},
    {"The RAG is due.", "undefined:RAG>red, amber, green (RAG)|"},
    {"The chatbot has a RAG.", "undefined:RAG>retrieval-augmented generation (RAG)|"},
    {"Ask the PR team. A chatbot came.\n\nPlease merge and commit.\n\nPublicity is good.",
     "ambiguous:PR>public relations (PR)|"},
    {"Ask the PR team for publicity.\n\nPlease merge and commit.",
     "undefined:PR>public relations (PR)|"},
    {"The ICB met in May.\n\nThe integrated care board (ICB) will meet again.",
     "defined-late:ICB>integrated care board (ICB)|"},
    {"The intensive care board met. The intensive care board left. An ICB came.",
     "undefined:ICB>intensive care board (ICB)|"},
};

static void check_rules(const char *text, const char *want)
{
    LintResult *result = lint(text);
    Buf found = {0};
    for (size_t k = 0; k < result->findings.len; k++) {
        const Finding *finding = &result->findings.items[k];
        Str suggestion = finding->suggestions.len ? finding->suggestions.items[0] : (Str){0};
        Str rule = str_sub(finding->rule->id, strlen("acronyms."), SIZE_MAX);
        buf_printf(&found, "%.*s:%.*s>%.*s|", STR_ARG(rule), STR_ARG(finding->match),
                   STR_ARG(suggestion));
    }
    buf_append_char(&found, '\0');
    assert_string_equal(found.data, want);
    buf_free(&found);
    lint_result_free(result);
}

static void test_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rule_cases / sizeof *rule_cases; i++)
        check_rules(rule_cases[i].text, rule_cases[i].found);
}

static const char garden[] =
    "A kitchen garden repays every hour spent on it. Begin in autumn, when the ground is soft and "
    "most weeds have died down. Dig one long bed, turn in old leaves, and let frost break the "
    "clods. Sow broad beans first, since they mind neither cold nor rain. Peas follow once buds "
    "open, then carrots, beetroot and onions in narrow rows. Water deeply but seldom; roots that "
    "search for moisture grow strong. Slugs come after dark, so walk round with a torch and carry "
    "them off. By midsummer you will eat something fresh each evening. Save seed from whatever "
    "tasted best, dry it on paper, label the packets, and keep all of them in a tin until spring "
    "returns. Nothing sold by any shop can match that first handful of warm red berries.";

/* Short forms of health services and councils are not guessed at in papers of another field. */
static void test_fields(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"The UA is new. A UI too. The DC left. A DHSC view.",
         "undefined:UA>|undefined:UI>user interface (UI)|undefined:DC>|"
         "undefined:DHSC>Department of Health and Social Care (DHSC)|"},
        {"The IDP is new. All schools are shut. The PR is new. Merge it.",
         "undefined:IDP>|undefined:PR>pull request (PR)|"},
        {"The IDP of our schools is new.", "undefined:IDP>individual development plan (IDP)|"},
        {"The UA is new. The DC left. The parish and its residents.",
         "undefined:UA>unitary authority (UA)|undefined:DC>district council (DC)|"},
        {"The UA is new. The DC left. The parish.",
         "undefined:UA>unitary authority (UA)|ambiguous:DC>district council (DC)|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buf text = {0};
        buf_printf(&text, "%s\n\n%s", cases[i].text, garden);
        buf_append_char(&text, '\0');
        check_rules(text.data, cases[i].found);
        buf_free(&text);
    }
}

#define OFFICE    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define WORDS     "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static const char word_paper[] =
    "<?xml version='1.0'?>"
    "<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>"
    "<pkg:part pkg:name='/_rels/.rels'><pkg:xmlData><Relationships xmlns='" RELATIONS "'>"
    "<Relationship Id='a' Type='" OFFICE "/officeDocument' Target='word/document.xml'/>"
    "</Relationships></pkg:xmlData></pkg:part>"
    "<pkg:part pkg:name='/word/_rels/document.xml.rels'><pkg:xmlData>"
    "<Relationships xmlns='" RELATIONS "'>"
    "<Relationship Id='h' Type='" OFFICE "/header' Target='header1.xml'/>"
    "</Relationships></pkg:xmlData></pkg:part>"
    "<pkg:part pkg:name='/word/header1.xml'><pkg:xmlData><w:hdr xmlns:w='" WORDS "'>"
    "<w:p><w:r><w:t>Integrated care board (ICB)</w:t></w:r></w:p></w:hdr></pkg:xmlData></pkg:part>"
    "<pkg:part pkg:name='/word/document.xml'><pkg:xmlData>"
    "<w:document xmlns:w='" WORDS "' xmlns:r='" OFFICE "'><w:body>"
    "<w:p><w:r><w:t>The ICB met. The ICB left.</w:t></w:r></w:p>"
    "<w:sectPr><w:headerReference r:id='h'/></w:sectPr></w:body></w:document>"
    "</pkg:xmlData></pkg:part></pkg:package>";

/* What the header says does not help those who read the page. */
static void test_header(void **state)
{
    (void)state;
    LintResult *result = lint(word_paper);
    assert_int_equal(result->findings.len, 1);
    assert_true(str_eq(result->findings.items[0].rule->id, STR("acronyms.defined-late")));
    assert_true(str_eq(result->findings.items[0].match, STR("ICB")));
    lint_result_free(result);
}

/* Messages are for people: 20 words at most. */
static void test_messages(void **state)
{
    (void)state;
    static const char *const texts[] = {"The CPA is due.", "The ACAS view.", "LeDeR is late.",
                                        "The CI is late."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        LintResult *result = lint(texts[i]);
        assert_int_equal(result->findings.len, 1);
        Str message = result->findings.items[0].message;
        size_t n_words = 1;
        for (size_t k = 0; k < message.len; k++)
            n_words += message.data[k] == ' ';
        if (n_words > 20)
            fail_msg("%.*s", STR_ARG(message));
        lint_result_free(result);
    }
}

static void test_hostile(void **state)
{
    (void)state;
    static const char *const texts[] = {"(",
                                        ")(",
                                        "()",
                                        "( )",
                                        "ICB (",
                                        "(ICB",
                                        "ICB ()",
                                        "[[[[(((",
                                        "(((())))",
                                        ", ICB",
                                        "ICB:",
                                        "ICB - ",
                                        "(ICB) (A)",
                                        "&ICB&",
                                        "A&",
                                        "U.S.A.",
                                        "ICB\xC2\xA0(x)",
                                        "- ",
                                        "\xE2\x80\x9CICB\xE2\x80\x9D ("};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        lint_result_free(lint(texts[i]));
    static const char *const pieces[] = {"XQ/YZP ", "(h) half (H)", "XQ/YZP/QXZ-", "day care (DC"};
    enum { TIMES = 20000 };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        Buf text = {0};
        for (size_t k = 0; k < TIMES; k++) {
            buf_append(&text, str_of(pieces[i]));
            if (!(k % 3))
                buf_printf(&text, "A%c%c%c/XQ ", (int)('A' + k % 26), (int)('A' + k / 26 % 26),
                           (int)('A' + k / 676 % 26));
        }
        buf_append_char(&text, '\0');
        lint_result_free(lint(text.data));
        buf_free(&text);
    }
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    DiagnosticSink sink = {0};
    const char *root = argc > 1 ? argv[1] : ".";
    Str rule_folder = arena_printf(&arena, "%s/rules", root);
    Str dictionary_folder = arena_printf(&arena, "%s/dictionaries", root);
    Str family = STR("acronyms");
    RuleSources sources = {.loader = file_loader(),
                           .rule_folders = {&rule_folder, 1},
                           .dictionary_folders = {&dictionary_folder, 1},
                           .only = {&family, 1}};
    if (ruleset_load(&sources, &sink, &rules) != STATUS_OK)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_list),     cmocka_unit_test(test_rules),
        cmocka_unit_test(test_fields),   cmocka_unit_test(test_header),
        cmocka_unit_test(test_messages), cmocka_unit_test(test_hostile),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    ruleset_free(rules);
    diagnostic_sink_free(&sink);
    arena_free(&arena);
    return failed;
}
