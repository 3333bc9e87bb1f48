/* Rules that no word list carries: unfamiliar words, strings of nouns, hidden verbs,
 * passives, double negatives, people. argv[1] is the source folder. */
#include "words_lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static WordsLint lint;

typedef struct Case {
    const char *rule;
    const char *paper;
    const char *match;      /* NULL: the rule must find nothing */
    const char *suggestion; /* NULL: any */
} Case;

static const Finding *find(const LintResult *result, Str rule)
{
    for (size_t i = 0; i < result->findings.len; i++)
        if (str_eq(result->findings.items[i].rule->id, rule))
            return &result->findings.items[i];
    return NULL;
}

static bool holds(const LintResult *result, const Case *row)
{
    const Finding *finding = find(result, str_of(row->rule));
    if (!finding || !row->match)
        return !finding && !row->match;
    return str_eq(finding->match, str_of(row->match)) &&
           (!row->suggestion || (finding->suggestions.len &&
                                 str_eq(finding->suggestions.items[0], str_of(row->suggestion))));
}

static void test_rules(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"jargon.unfamiliar", "The scan showed an adenoma.", "adenoma", NULL},
        {"jargon.unfamiliar", "The scan showed an adenoma (a harmless growth in a gland).", NULL,
         NULL},
        {"jargon.unfamiliar", "She thanked Adenoma Smith, as Adenoma is her name.", NULL, NULL},
        {"jargon.unfamiliar", "The adenomma grew.", NULL, NULL},
        {"jargon.unfamiliar", "He said “the adenoma grew”.", NULL, NULL},
        {"jargon.unfamiliar", "They unpacked quickly and walked homewards kindly.", NULL, NULL},
        {"jargon.unfamiliar", "The websites, laptops and footpaths were unusable.", NULL, NULL},
        {"jargon.unfamiliar", "## Glossary\n\n- Adenoma: a growth\n\n## News\n\nAn adenoma grew.",
         NULL, NULL},

        {"jargon.noun-string", "We wrote a ward staff safety report review group.",
         "ward staff safety report review group", NULL},
        {"jargon.noun-string", "We wrote an incident response plan.", NULL, NULL},
        {"jargon.noun-string", "Staff report patient safety incidents.", NULL, NULL},
        {"jargon.noun-string", "We want to review incident report trends.", NULL, NULL},
        {"jargon.noun-string", "The Patient Safety Incident Response Framework began.", NULL, NULL},
        {"jargon.noun-string", "The person-level data set is old.", NULL, NULL},

        {"jargon.hidden-verb", "We undertook an assessment of the ward.",
         "undertook an assessment of", "assessed"},
        {"jargon.hidden-verb", "Undertaking a review of the ward took days.",
         "Undertaking a review of", "Reviewing"},
        {"jargon.hidden-verb", "She carries out audits of notes.", "carries out audits of",
         "audits"},
        {"jargon.hidden-verb", "Members came to an agreement.", "came to an agreement", "agreed"},
        {"jargon.hidden-verb", "We undertook an assessment tool study.", NULL, NULL},
        {"jargon.hidden-verb", "The assessment of the ward was good.", NULL, NULL},
        {"jargon.hidden-verb", "This will make the evaluation of care easier.", NULL, NULL},

        {"jargon.passive", "In May the ward was reviewed.", "was reviewed", NULL},
        {"jargon.passive", "In May the ward was reviewed by the sister.", NULL, NULL},
        {"jargon.passive", "It is proposed to close the ward.", "is proposed", NULL},
        {"jargon.passive", "The record is reviewed each year.", NULL, NULL},
        {"jargon.passive", "If the ward was reviewed, tell us.", NULL, NULL},
        {"jargon.passive", "The notes were made available.", NULL, NULL},

        {"jargon.double-negative", "It is not uncommon to wait.", "not uncommon", "common"},
        {"jargon.double-negative", "It was not at all unusual.", "not at all unusual", "common"},
        {"jargon.double-negative", "It is hard, if not impossible.", NULL, NULL},
        {"jargon.double-negative", "It is not common.", NULL, NULL},
    };
    size_t n_failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        LintResult *result = words_lint(&lint, str_of(cases[i].paper));
        assert_non_null(result);
        if (!holds(result, &cases[i])) {
            const Finding *finding = find(result, str_of(cases[i].rule));
            n_failed++;
            printf("%s: %s\n  wanted %s, got %.*s\n", cases[i].rule, cases[i].paper,
                   cases[i].match ? cases[i].match : "nothing",
                   STR_ARG(finding ? finding->message : STR("nothing")));
        }
        lint_result_free(result);
    }
    assert_int_equal(n_failed, 0);
}

/* Of two rules on the same words one speaks: the longer, and a list before a guess. */
static void test_one_finding_a_word(void **state)
{
    (void)state;
    LintResult *result = words_lint(&lint, STR("The work was utilised. He had nosocomial sepsis."));
    assert_null(find(result, STR("jargon.passive")));
    assert_non_null(find(result, STR("jargon.formal")));
    size_t n = 0;
    for (size_t i = 0; i < result->findings.len; i++)
        n += str_eq(result->findings.items[i].match, STR("nosocomial"));
    assert_int_equal(n, 1);
    lint_result_free(result);
}

static void test_impact(void **state)
{
    (void)state;
    Buf paper = {0};
    buf_append(&paper, STR("The board is asked to approve the contract.\n\n"));
    for (int i = 0; i < 12; i++)
        buf_append(&paper, STR("The patient safety contract costs less than the old one did.\n\n"));
    LintResult *result = words_lint(&lint, buf_str(&paper));
    assert_non_null(find(result, STR("people.patient-impact-missing")));
    lint_result_free(result);
    buf_append(&paper, STR("Patients will be seen sooner."));
    result = words_lint(&lint, buf_str(&paper));
    assert_null(find(result, STR("people.patient-impact-missing")));
    lint_result_free(result);
    buf_free(&paper);
}

/* The finding stands where the longest stretch without people begins. */
static void test_balance(void **state)
{
    (void)state;
    Buf paper = {0};
    buf_append(&paper, STR("# Report\n\nPatients told us about their care.\n\n"));
    buf_append(&paper, STR("The strategy went to the committee.\n\n"));
    buf_append(&paper, STR("Residents came to the hospital too.\n\n# Plan\n\n"));
    for (int i = 0; i < 25; i++)
        buf_append(&paper, STR("The care programme has a governance framework.\n\n"));
    LintResult *result = words_lint(&lint, buf_str(&paper));
    const Finding *finding = find(result, STR("people.balance"));
    assert_non_null(finding);
    assert_int_equal(finding->location.start.line, 11);
    lint_result_free(result);
    buf_free(&paper);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    Arena arena = {0};
    if (!words_lint_open(&lint, argv[1], &arena))
        return 1;
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_one_finding_a_word),
        cmocka_unit_test(test_impact),
        cmocka_unit_test(test_balance),
    };
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    words_lint_close(&lint);
    arena_free(&arena);
    return n_failed;
}
