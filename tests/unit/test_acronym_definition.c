/* Letters of short forms against words; places that explain; the acronym list. */
#include "base/file_loader.h"
#include "check/acronym_definition.h"
#include "base/file_loader.h"
#include "check/acronym_places.h"
#include "check/word_traits.h"
#include "rule/dictionary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

static const char *source_root;

typedef struct Case {
    const char *text;
    const char *found; /* short=long, a bar behind each */
} Case;

static const Case cases[] = {
    /* numbers and joined pieces */
    {"Children at Level I (L1) swim.", "L1=Level I|"},
    {"the 9-hole recreation ground for young people (HRY)",
     "HRY=9-hole recreation ground for young people|"},
    {"the dictionary of medicines and devices (dm+d)", "dm+d=dictionary of medicines and devices|"},
    {"a unit with an inserted ward (U2+ward)", ""},
    {"the room at door 512 (R512C)", ""},
    {"the growth hormone delta (hor delta) level", "hor delta=hormone delta|"},
    {"large urban (lu)PCN areas", "lu=large urban|"},
    {"patient (s)Trust areas", ""},
    /* the plain order, large and small letters, words left out and used */
    {"The Integrated Care Board (ICB) met.", "ICB=Integrated Care Board|"},
    {"The integrated care board (ICB) met.", "ICB=integrated care board|"},
    {"the Department of Health and Social Care (DHSC)",
     "DHSC=Department of Health and Social Care|"},
    {"the Department for Education (DfE)", "DfE=Department for Education|"},
    {"the terms of reference (ToR)", "ToR=terms of reference|"},
    {"a site-based small and medium-sized enterprise (SME)",
     "SME=small and medium-sized enterprise|"},
    {"two integrated care boards (ICBs)", "ICBs=integrated care boards|"},
    {"accident and emergency (A&E) staff", "A&E=accident and emergency|"},
    {"discharge to assess (D2A) beds", "D2A=discharge to assess|"},
    {"the two-week wait (2WW)", "2WW=two-week wait|"},
    {"the Extensible Markup Language (XML)", "XML=Extensible Markup Language|"},
    /* letters inside words */
    {"an electrocardiogram (ECG) was taken", "ECG=electrocardiogram|"},
    {"took valproate (VPA) daily", "VPA=valproate|"},
    /* hyphenated words are not cut */
    {"the non-small cell clinic (SCC)", "SCC=non-small cell clinic|"},
    {"two faults--patient safety incidents (PSI)", "PSI=patient safety incidents|"},
    {"a measure of vitamin c oxidation (VCO)", "VCO=vitamin c oxidation|"},
    /* digits for Roman numerals, Greek letters, species */
    {"the topology group III (TG3) met", "TG3=topology group III|"},
    {"given gamma interferon (gamma IFN) weekly", "gamma IFN=gamma interferon|"},
    {"a test for Helicobacter pylori (H. pylori)", "H. pylori=Helicobacter pylori|"},
    {"the factor VIII group (F8G)", "F8G=factor VIII group|"},
    {"given nitrous oxide (N2O)", "N2O=nitrous oxide|"},
    {"one priority (P1) and two bands (B6)", ""},
    /* turned round, two capitals only */
    {"of muscular weakness (WM)", "WM=muscular weakness|"},
    {"it showed lower means (mL)", ""},
    /* what is joined to the first word */
    {"a p85-linked day unit (LDU)", "LDU=linked day unit|"},
    {"the Level(3)-staff care model (SCM)", "SCM=Level(3)-staff care model|"},
    {"the (rural)staff care model (SCM)", "SCM=staff care model|"},
    {"the transport group B(0) (TGB)", "TGB=transport group B(0)|"},
    /* joined to the bracket */
    {"the transport service group (TSG)led trips", "TSG=transport service group|"},
    {"with chair(s)here", ""},
    /* words of a sentence are no name */
    {"exploits such as cross-site scripting (XSS)", ""},
    {"an INT before in year targets (IYT)", "IYT=in year targets|"},
    {"measure its outputs (it)", ""},
    /* one letter; small ones too, not those that number a list */
    {"the price in pence (p) rose", "p=pence|"},
    {"we met Ada (d), Eve (e) and Flo (f)", ""},
    {"on recovery day (R) they walk", "R=recovery day|"},
    {"Copyright (c) and including (i) a plan and (ii) a map", ""},
    /* a word with its short form joined on; members of a kind; an open end */
    {"the ubiquinone(Ub) pool", "Ub=ubiquinone|"},
    {"the tables(Ser)", ""},
    {"partial least squares (PLS-1 and PLS-2)", "PLS=partial least squares|"},
    {"both currents and (CA)", ""},
    {"in the emergency department (ED/XQ)", "ED=emergency department|"},
    {"the QUALITY IMPROVEMENT PLAN (QIP)", "QIP=QUALITY IMPROVEMENT PLAN|"},
    {"the PLAN (PIN) and a QUILT PLAN (QIP)", ""},
    {"the day- [D] and dial-a-ride- (DR) buses", ""},
    {"the service user (SU)-informed care plan (ICP)", "SU=service user|"},
    /* odd short forms */
    {"the regional audit summary plan-1 (rasp-1)", "rasp-1=regional audit summary plan-1|"},
    {"an Elbow test (E-test)", "E-test=Elbow test|"},
    {"the primary B team (pri-B team)", "pri-B team=primary B team|"},
    {"a 400-kelvin (400 K) oven", ""},
    {"the plan RPC32 (RPC39)", ""},
    {"(named C4ST-1 and C4ST-2)", ""},
    /* members of a group are no meanings */
    {"two cleaning teams (CT1 and CT2)", ""},
    {"two cleaning teams of CT100 (CT1 and CT2)", ""},
    {"creatine kinase concentration ([CK])", ""},
    /* remarks and other short forms in the bracket */
    {"coronary artery disease (CAD; see part 3)", "CAD=coronary artery disease|"},
    {"integrated care board (hereafter the “ICB”)", "ICB=integrated care board|"},
    {"integrated care board (or ICB)", "ICB=integrated care board|"},
    {"integrated care board [ICB] staff", "ICB=integrated care board|"},
    /* two definitions in one sentence */
    {"a Care Quality Commission (CQC) and National Audit Office (NAO) paper",
     "CQC=Care Quality Commission|NAO=National Audit Office|"},
    /* the other order, and both inside */
    {"ICB (integrated care board) staff", "ICB=integrated care board|"},
    {"use SBAR (Situation, Background, Assessment, Recommendation) now",
     "SBAR=Situation, Background, Assessment, Recommendation|"},
    {"PREP (programme for easy recovery at home in practice) began",
     "PREP=programme for easy recovery at home in practice|"},
    {"called BREACH (short for Browser Reconnaissance and Exfiltration via Adaptive "
     "Compression of Hypertext)",
     "BREACH=Browser Reconnaissance and Exfiltration via Adaptive Compression of Hypertext|"},
    {"in all vessels (blood-brain barrier, BBB) and", "BBB=blood-brain barrier|"},
    {"a new group (PEG, patient experience group) met", "PEG=patient experience group|"},
    {"NHSIC (now called the HSCIC)", ""},
    {"Trott (@trott) and Ruby (@rubys)", ""},
    {"we (work with everyone)", ""},
    {"RCS Homes Limited (Rural Care Services)", "RCS=Rural Care Services|"},
    {"the RCS homes (run by the council)", ""},
    {"the day centre (DC®) plan", "DC=day centre|"},
    {"the plan for day care in schools (DC in schools)", ""},
    /* no bracket */
    {"the Care Quality Panel CQP met", "CQP=Care Quality Panel|"},
    {"a risk ratio RR of two", "RR=risk ratio|"},
    {"the actors in AI and they are confident that CT helps", ""},
    {"PSIRF stands for patient safety incident response framework.",
     "PSIRF=patient safety incident response framework|"},
    {"ICB means integrated care board.", "ICB=integrated care board|"},
    {"ICB: integrated care board", "ICB=integrated care board|"},
    {"The Home Treatment Team, or HTT, met.", "HTT=Home Treatment Team|"},
    {"the Home Treatment Team, known as HTT.", "HTT=Home Treatment Team|"},
    {"by the World Wide Web Consortium, W3C.", "W3C=World Wide Web Consortium|"},
    {"in New York, NY 10021", ""},
    {"the World Health Assembly, WHA, agreed", "WHA=World Health Assembly|"},
    /* nothing is explained here */
    {"We met in York (see map).", ""},
    {"The plan (PSIRF) is late.", ""},
    {"It was cold (and dark) at night.", ""},
    {"Both groups (n = 6) fell (P < 0.05).", ""},
    {"We will: (a) assess needs, (b) build homes.", ""},
    {"eye injuries; (ii) compare profiles", ""},
    {"at 900 MHz, a RAM of 1 GB", ""},
    {"See the page (https://ace.example.org/ace) for ACE", ""},
    {"The CQC (CQC) said so.", ""},
};

static void print_found(const ExplanationList *list, Buf *found)
{
    for (size_t i = 0; i < list->len; i++) {
        const Explanation *item = &list->items[i];
        buf_printf(found, "%.*s=%.*s|", STR_ARG(item->short_form),
                   STR_ARG(span_of(item->long_span, item->prose->text)));
    }
    buf_append_char(found, '\0');
}

/* Gives the words of PROSE the traits that need no rules. */
static void tell_traits(Prose *prose)
{
    DiagnosticSink sink = {0};
    RuleSet *rules;
    assert_int_equal(ruleset_load(&(RuleSources){.loader = file_loader()}, &sink, &rules),
                     STATUS_OK);
    WordTraits *traits = word_traits_new(rules);
    for (size_t i = 0; i < prose->n_words; i++)
        ((Word *)&prose->words[i])->traits |= word_traits_of(traits, prose->words[i].hash);
    word_traits_free(traits);
    ruleset_free(rules);
    diagnostic_sink_free(&sink);
}

static void test_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = {0};
        Buf found = {0};
        ExplanationList list = {0};
        Prose prose = prose_of_text(str_of(cases[i].text), &arena);
        tell_traits(&prose);
        explanations_in_brackets(&prose, &list);
        for (size_t w = 0; !list.len && w < prose.n_words; w++) {
            ShortForm form;
            if (short_form_may_begin(&prose, w) && short_form_at(&prose, w, &form))
                explanations_around(&prose, w, &form, &list);
        }
        print_found(&list, &found);
        assert_string_equal(found.data, cases[i].found);
        array_free(&list);
        buf_free(&found);
        arena_free(&arena);
    }
}

static double fit(Str short_form, Str long_form)
{
    Arena arena = {0};
    Prose prose = prose_of_text(long_form, &arena);
    AlignMatch match;
    bool fits = acronym_align(&(AlignWindow){&prose, 0, prose.n_words, true}, short_form, &match);
    arena_free(&arena);
    return fits ? match.reliability : 0;
}

static void test_reliability(void **state)
{
    (void)state;
    assert_true(fit(STR("ICB"), STR("integrated care board")) > 0.95);
    assert_true(fit(STR("ICB"), STR("integrated health care board")) <
                fit(STR("ICB"), STR("integrated care board")));
    assert_true(fit(STR("ECG"), STR("electrocardiogram")) <
                fit(STR("ECG"), STR("early care group")));
    assert_true(fit(STR("ICB"), STR("the care inspector")) == 0);
    assert_true(fit(STR("ABCDEFGHIJKLMNOPQRST"), STR("a b c d e f g h i j k l m n o p q r s t")) ==
                0);
}

/* Long forms of the list that do not hold the letters of their short forms, checked
 * by hand. */
static const char *const misfits[] = {
    "Department for Business, Energy and Industrial Strategy",
    "Bath and North East Somerset, Swindon and Wiltshire",
    "carbon dioxide",
    "Learning from Lives and Deaths – people with a learning disability and autistic people",
    "Scottish Charity Regulator",
    "section 20 of the Landlord and Tenant Act",
    "South, Central and West Commissioning Support Unit",
};

static bool is_misfit(Str long_form)
{
    for (size_t i = 0; i < sizeof misfits / sizeof *misfits; i++)
        if (str_eq(long_form, str_of(misfits[i])))
            return true;
    return false;
}

static void test_list(void **state)
{
    (void)state;
    Arena arena = {0};
    Buf bytes = {0};
    DiagnosticSink sink = {0};
    Dictionary list;
    Str path = arena_printf(&arena, "%s/dictionaries/acronyms.csv", source_root);
    assert_int_equal(file_loader()->read(file_loader(), path, &bytes), STATUS_OK);
    assert_int_equal(dictionary_read(path, buf_str(&bytes), &arena, &sink, &list), STATUS_OK);
    assert_true(list.n_terms > 2000);
    for (size_t i = 0; i < list.n_terms; i++) {
        const Term *term = &list.terms[i];
        bool fits = fit(term->term, term->long_form) >= 0.3;
        if (fits == is_misfit(term->long_form))
            fail_msg("%.*s: %.*s", STR_ARG(term->term), STR_ARG(term->long_form));
        assert_true(term->plain.len > 0);
    }
    diagnostic_sink_free(&sink);
    buf_free(&bytes);
    arena_free(&arena);
}

int main(int argc, char **argv)
{
    source_root = argc > 1 ? argv[1] : ".";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_reliability),
        cmocka_unit_test(test_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
