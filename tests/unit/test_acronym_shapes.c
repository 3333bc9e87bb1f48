/* What looks like a short form, and what only seems to. */
#include "check/acronym_shapes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

typedef struct Case {
    const char *text;
    const char *found; /* folded forms in order, a bar behind each */
} Case;

static const Case cases[] = {
    {"", ""},
    {"The board met.", ""},
    {"The ICB met.", "ICB|"},
    {"The ICBs and the ICB’s plans, the ICBs' and ICB's", "ICB|ICB|ICB|ICB|"},
    {"A&E, R&D, OD&L, AT&T and two Q&As", "A&E|R&D|OD&L|AT&T|Q&A|"},
    {"D2A, 2WW, P2P, 3D and 4G", "D2A|2WW|P2P|3D|4G|"},
    {"LeDeR, DfE, CoG, PhD and eGFR", "LeDeR|DfE|CoG|PhD|eGFR|"},
    {"two GPs, the ToR and the GP's view", "GP|ToR|GP|"},
    {"BRCA1, TP53 and HER2", ""},
    {"NHSE/I and I/O, but CQC/ICB apart", "NHSE/I|I/O|CQC|ICB|"},
    {"COVID-19, ICB-led, non-ICB", "COVID-19|ICB|ICB|"},
    {"the U.S. and the U.K., e.g. here, i.e. there", "U.S|U.K|e.g|i.e|"},
    {"J.K. Rowling and H.G. Wells", ""},
    {"Part II, section IV, annex XIV", ""},
    {"Write to SW1A 1AA or LS1 4AP.", ""},
    {"in Durham, NC 27710, and Perth, WA 6001, says NHSE, NAO 2023", "NHSE|NAO|"},
    {"TB/24/05, EFF-2024-01 and MIL-STD-810G", ""},
    {"20 MB, 5 GHz and 3 kW", ""},
    {"Q1, Q2, M25, SO3, W12", ""},
    {"a .NET page, a (.PDF file", "PDF|"},
    {"at 09:30 UTC, 10:00 CEST", ""},
    {"R07D, Q2A0A, but I18N", "I18N|"},
    {"version 2.53MP of the Care-5GT", ""},
    {"US$24 and $US24", ""},
    {"3-D and 2-D, not 3-E", "3-D|2-D|"},
    {"LGBT+ people, the ICB+NHSE plan", "LGBT|ICB|NHSE|"},
    {"README and TODO", ""},
    {"SharePoint, YouTube, GitHub and McGee", ""},
    {"at 10AM on the 21ST", ""},
    {"YYYY or XXX", ""},
    {"as DD/MM/YYYY or YYYY-MM-DD", ""},
    {"see report.pdf, www.CQC.org.uk and me@ICB.nhs.uk", ""},
    {"#ICB and @NHSE", ""},
    {"This is NOT so, but you MAY.", ""},
    {"caf\xC3\x89 NO\xC3\x8BL", ""},
};

static void test_short_form_at(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = {0};
        Buf found = {0};
        Prose prose = prose_of_text(str_of(cases[i].text), &arena);
        for (size_t w = 0; w < prose.n_words; w++) {
            ShortForm form;
            if (!short_form_may_begin(&prose, w))
                continue;
            if (short_form_at(&prose, w, &form))
                buf_printf(&found, "%.*s|", STR_ARG(form.folded));
            w = form.last_word;
        }
        buf_append_char(&found, '\0');
        assert_string_equal(found.data, cases[i].found);
        buf_free(&found);
        arena_free(&arena);
    }
}

static void test_short_form_fits(void **state)
{
    (void)state;
    static const char *const fit[] = {"ICB",  "ICBs",  "A&E",    "LeDeR", "IL-2", "apm",
                                      "V(T)", "CF II", "d.p.c.", "2WW",   "NaBu"};
    static const char *const unfit[] = {"",
                                        "I",
                                        "ii",
                                        "IV",
                                        "n = 6",
                                        "P < 0.5",
                                        "2019",
                                        "as below",
                                        "some board ICB",
                                        "A_B",
                                        "(x",
                                        "because",
                                        "a very long short form indeed"};
    for (size_t i = 0; i < sizeof fit / sizeof *fit; i++)
        if (!short_form_fits(str_of(fit[i])))
            fail_msg("%s should fit", fit[i]);
    for (size_t i = 0; i < sizeof unfit / sizeof *unfit; i++)
        if (short_form_fits(str_of(unfit[i])))
            fail_msg("%s should not fit", unfit[i]);
}

static void test_fold(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"ICBs", "ICB"}, {"ICB's", "ICB"}, {"ICBs'", "ICB"}, {"AS", "AS"}, {"As", "As"},
        {"CMS", "CMS"},  {"bus", "bus"},   {"Q&As", "Q&A"},  {"", ""},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_true(str_eq(short_form_fold(str_of(pairs[i][0])), str_of(pairs[i][1])));
}

static void test_row_of_capitals(void **state)
{
    (void)state;
    Arena arena = {0};
    Prose shouted = prose_of_text(STR("Please READ ALL OF THIS now."), &arena);
    Prose calm = prose_of_text(STR("The NHS ICB met at once today."), &arena);
    assert_true(stands_among_capitals(&shouted, 1));
    assert_false(stands_among_capitals(&calm, 1));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_form_at),
        cmocka_unit_test(test_short_form_fits),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_row_of_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
