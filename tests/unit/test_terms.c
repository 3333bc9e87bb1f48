/* Terms of the dictionaries in whole papers: what is found, with which suggestion,
 * and above all what is left alone. argv[1] is the source folder. */
#include "words_lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static WordsLint lint;

typedef struct Case {
    const char *paper;
    const char *match; /* of the finding wanted; NULL: none of jargon.*, people.* may be there */
    const char *suggestion; /* the first one; NULL: any; "": none, the meaning is told */
} Case;

/* Of the lists, that is: the rules that guess from the words alone have their own tests. */
static bool is_about_words(const Finding *finding)
{
    if (finding->yields)
        return false;
    return str_eq(finding->rule->family, STR("jargon")) ||
           str_eq(finding->rule->family, STR("people"));
}

static bool is_wanted(const Finding *finding, const Case *row)
{
    if (!str_eq(finding->match, str_of(row->match)))
        return false;
    if (row->suggestion && !*row->suggestion)
        return !finding->suggestions.len;
    return !row->suggestion || (finding->suggestions.len &&
                                str_eq(finding->suggestions.items[0], str_of(row->suggestion)));
}

static bool holds(const LintResult *result, const Case *row)
{
    size_t n = 0;
    bool is_found = false;
    for (size_t i = 0; i < result->findings.len; i++) {
        const Finding *finding = &result->findings.items[i];
        if (!is_about_words(finding))
            continue;
        n++;
        is_found = is_found || (row->match && is_wanted(finding, row));
    }
    return row->match ? is_found : n == 0;
}

static void print_words(const LintResult *result)
{
    for (size_t i = 0; i < result->findings.len; i++)
        if (is_about_words(&result->findings.items[i]))
            printf("    %.*s: %.*s\n", STR_ARG(result->findings.items[i].rule->id),
                   STR_ARG(result->findings.items[i].message));
}

static void run_cases(const Case *cases, size_t n)
{
    size_t n_failed = 0;
    for (size_t i = 0; i < n; i++) {
        LintResult *result = words_lint(&lint, str_of(cases[i].paper));
        assert_non_null(result);
        if (!holds(result, &cases[i])) {
            n_failed++;
            printf("%s\n  wanted: %s -> %s\n", cases[i].paper,
                   cases[i].match ? cases[i].match : "nothing",
                   cases[i].suggestion ? cases[i].suggestion : "any");
            print_words(result);
        }
        lint_result_free(result);
    }
    assert_int_equal(n_failed, 0);
}

#define RUN(cases) run_cases((cases), sizeof(cases) / sizeof((cases)[0]))

/* rule-catalogue 4.3: ordinary words that look like jargon. */
static void test_ordinary_words(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"She will deliver a baby in May.", NULL, NULL},
        {"The midwife delivered twins.", NULL, NULL},
        {"The garden pathway was cleared.", NULL, NULL},
        {"They took a DNA sample.", NULL, NULL},
        {"He has acute lymphoblastic leukaemia.", NULL, NULL},
        {"The Acute Trust moved.", NULL, NULL},
        {"They nailed a board over the window.", NULL, NULL},
        {"We will meet in May.", NULL, NULL},
        {"She moved to the US.", NULL, NULL},
        {"The theatre company came to the ward.", NULL, NULL},
        {"The foster carer came with the child.", NULL, NULL},
        {"Foster carers met their social worker.", NULL, NULL},
        {"Relatives drive to hospital every day.", NULL, NULL},
        {"Her key worker rang her.", NULL, NULL},
        {"Ask for the key code at the desk.", NULL, NULL},
        {"The report says “there is robust evidence” of harm.", NULL, NULL},
        {"The school will host the fair.", NULL, NULL},
        {"It was an invalid vote.", NULL, NULL},
        {"The disabled toilet is on the left.", NULL, NULL},
        {"They must execute a deed.", NULL, NULL},
        {"She is a critical friend.", NULL, NULL},
        {"He was hurt in a rugby tackle.", NULL, NULL},
        {"The land is owned by the council.", NULL, NULL},
        {"The court looked at case law.", NULL, NULL},
        {"The solicitor wrote to her client.", NULL, NULL},
        {"Please ring Customer Services.", NULL, NULL},
        {"She said: “I am a service user and I am proud of it.”", NULL, NULL},
        {"Ring the Pathways Team at Elm House.", NULL, NULL},
        {"The IT helpdesk opens at nine.", NULL, NULL},
        {"Tick one box OR two.", NULL, NULL},
        {"The panel board in the hall is made of wood.", NULL, NULL},
        {"The land flow of the river is slow.", NULL, NULL},
        {"The computer system was slow.", NULL, NULL},
        {"The hall has a capacity of 200.", NULL, NULL},
        {"Come to our craft activity on Monday.", NULL, NULL},
    };
    RUN(cases);
}

static void test_names(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"He is held under the Mental Health Act.", NULL, NULL},
        {"The Deprivation of Liberty Safeguards apply.", NULL, NULL},
        {"The Health and Wellbeing Board met.", NULL, NULL},
        {"The Patient Flow Team met.", NULL, NULL},
        {"Ask the Director of Transformation.", NULL, NULL},
        {"Ask the director of transformation.", NULL, NULL},
        {"We hired a procurement officer.", NULL, NULL},
        {"Staff of the Patient Flow Improvement Group met.", NULL, NULL},
        {"# Patient Flow Team\n\nWe met.", NULL, NULL},
        {"See the report Harnessing Stakeholder Assurance for Change.", NULL, NULL},
        {"Patient Flow Team members met.", NULL, NULL},
        {"Ask a Patient Flow Team for help.", NULL, NULL},
        {"They wrote an Exception Report today.", "an Exception Report", NULL},
        {"They read the Committee Action Log today.", "Action Log", NULL},
        {"We must improve Patient Flow this winter.", "Patient Flow", NULL},
        {"# Improving Patient Flow This Winter\n\nWe met.", "Patient Flow", NULL},
        {"Patient flow is poor.", "Patient flow", NULL},
        {"We pay for Domiciliary Care in the county.", "Domiciliary Care", NULL},
        {"We run Clubs and Domiciliary Care.", "Domiciliary Care", NULL},
        {"We help with Discharge pathways.", "Discharge pathways", NULL},
        {"The Office for Better Lives and Domiciliary Care wrote.", NULL, NULL},
        {"The Legal Duty of Candour Handbook is out.", NULL, NULL},
        {"The Clubs and Domiciliary Care Committee met.", NULL, NULL},
        {"The file is patient-flow.docx today.", NULL, NULL},
        {"PATIENT FLOW IS POOR IN OUR HOSPITAL", "PATIENT FLOW", NULL},
    };
    RUN(cases);
}

static void test_quotations(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"“I was a frequent flyer,” he told us.", NULL, NULL},
        {"He said \"patient flow was poor\" to us.", NULL, NULL},
        {"> We must leverage patient flow.", NULL, NULL},
        {"<p>A man told us <q>I was a bed blocker</q>.</p>", NULL, NULL},
        {"<blockquote><p>I was a bed blocker.</p></blockquote>", NULL, NULL},
        {"The folder is `patient flow` today.", NULL, NULL},
        {"```\npatient flow\n```", NULL, NULL},
        {"Go to https://example.org/patient-flow today.", NULL, NULL},
        {"He was a frequent flyer last year.", "frequent flyer", NULL},
    };
    RUN(cases);
}

static void test_mentions(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"We no longer say “bed blocker”.", NULL, NULL},
        {"We no longer say bed blocker.", NULL, NULL},
        {"We no longer say *bed blocker* here.", NULL, NULL},
        {"The term bed blocker hurts.", NULL, NULL},
        {"| Avoid | Use |\n|---|---|\n| bed blocker | a person who waits |", NULL, NULL},
        {"| Do not say | Say |\n|---|---|\n| frequent flyer | someone who needs us |", NULL, NULL},
        {"## Words to avoid\n\n- bed blocker\n- patient flow", NULL, NULL},
        {"| Ward | Problem |\n|---|---|\n| Elm | bed blocker |", "bed blocker", NULL},
        {"We need **patient flow** here.", "patient flow", NULL},
    };
    RUN(cases);
}

static void test_explanations(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"The meeting was quorate (enough members were there).", NULL, NULL},
        {"Enough members were there (quorate).", NULL, NULL},
        {"Quorate means enough members are there.", NULL, NULL},
        {"Moving money between budgets is known as virement.", NULL, NULL},
        {"Virement is when money moves between budgets.", NULL, NULL},
        {"The meeting was quorate (enough members were there).\n\nIt was quorate again.", NULL,
         NULL},
        {"## Glossary\n\n- Virement: moving money\n\n## Money\n\nWe agreed a virement.", NULL,
         NULL},
        {"| Term | Meaning |\n|---|---|\n| virement | moving money |\n\nWe saw a virement.", NULL,
         NULL},
        {"The meeting was quorate (see page 4).", "quorate", NULL},
        {"The meeting was quorate (14 March 2024).", "quorate", NULL},
        {"The meeting was quorate. It ended at noon.", "quorate", NULL},
        {"He was a bed blocker (a man who could not go home).", "bed blocker", NULL},
    };
    RUN(cases);
}

/* The suggestion has the form, the capitals and the article of what it replaces. */
static void test_forms(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"We will utilise the hall.", "utilise", "use"},
        {"Utilise the hall.", "Utilise", "Use"},
        {"She utilises the hall.", "utilises", "uses"},
        {"We are utilising the hall.", "utilising", "using"},
        {"We utilized the hall.", "utilized", "used"},
        {"The hall was utilised.", "utilised", "used"},
        {"UTILISE THE HALL TODAY", "UTILISE", "USE"},
        {"We commenced the work.", "commenced", "started"},
        {"An objective was delivered.", "delivered", "done"},
        {"It hasn't yet fully delivered an objective.", "delivered", NULL},
        {"It has not fully delivered an objective.", "delivered", "done"},
        {"We delivered an objective.", "delivered", "did"},
        {"We ascertained the facts.", "ascertained", "found out"},
        {"He is a frequent flyer.", "frequent flyer", "person who often needs us"},
        {"We met two frequent flyers.", "frequent flyers", "people who often need us"},
        {"She is an addict.", "an addict", "a person with an addiction"},
        {"An addict called.", "An addict", "A person with an addiction"},
        {"An OAP came (old age pensioner).\n\nAn OAP came.", "OAP", "older person"},
        {"We met a stakeholder.", "stakeholder", NULL},
        {"The comorbidities were listed.", "comorbidities", "other conditions"},
    };
    RUN(cases);
}

/* What cannot take the place of the words found is told as their meaning. */
static void test_meanings(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"We need an assurance level plan.", "assurance level", ""},
        {"We use risk stratification models.", "risk stratification", ""},
        {"The practice began risk stratification in May.", "risk stratification",
         "sorting people by risk"},
        {"The nurse kept a look at her risk appetite.", "risk appetite", ""},
        {"It set out the decision-making process in May.", "the decision-making process",
         "how we decide"},
        {"The decision-making process is slow.", "The decision-making process", "How we decide"},
        {"The council's decision-making process is slow.", "decision-making process", ""},
        {"We will look at secondary care data in May.", "secondary care", "hospital care"},
        {"Midwife-led continuity of carer helps.", "continuity of carer", ""},
        {"The forum wrote a data-driven plan.", "data-driven", ""},
        {"We wrote about harm minimisation aspects.", "harm minimisation", ""},
        {"The proposed governance structure is new.", "governance structure", ""},
        {"They asked what level of assurance she had.", "level of assurance", ""},
        {"They read the stakeholder's plan.", "stakeholder's", ""},
        {"We used a quartile-based table.", "quartile", ""},
        {"Assurance levels were low.", "Assurance levels", ""},
        {"The board noted green shoots.", "The board noted", "The board heard"},
        {"The projected outturn position is poor.", "projected outturn", ""},
        {"It is part of the due diligence process.", "due diligence", ""},
        {"They began the procurement process in May.", "procurement process", "buying process"},
        {"They are outsourcing the cleaning.", "outsourcing", "paying another firm to do"},
        {"They met to talk about outsourcing.", "outsourcing", "paying another firm to do it"},
        {"It is a self-assurance mechanism.", NULL, NULL},
        {"We saw the Forest Hill EBITDA today.", NULL, NULL},
        {"We will streamline the forms.", "streamline", "simplify"},
        {"We will ring-fence the money.", "ring-fence", "set … aside for one use"},
        {"The paper was socialised in May.", "socialised", "shared for comment"},
        {"The perinatal team met.", NULL, NULL},
        {"She has perinatal depression.", "perinatal", ""},
    };
    RUN(cases);
}

/* A term with guards: the same letters in another sense. */
static void test_guards(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"The bank will repatriate the funds.", NULL, NULL},
        {"The figure is an outlier on the chart of data.", NULL, NULL},
        {"She lacks capacity under the Mental Capacity Act.", NULL, NULL},
        {"The Mental Capacity Act says who has capacity.", NULL, NULL},
        {"The research followed a cohort of nurses.", NULL, NULL},
        {"The vaccination cohort is everyone over 65.", NULL, NULL},
        {"The triage nurse saw him first.", NULL, NULL},
        {"Table 4 shows mortality by year.", NULL, NULL},
        {"We will repatriate the patient to Leeds.", "repatriate", NULL},
    };
    RUN(cases);
}

/* British usage: who people are is named as they name themselves. */
static void test_identity(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Disabled people came.", NULL, NULL},
        {"Autistic people came.", NULL, NULL},
        {"Deaf people came.", NULL, NULL},
        {"Blind people and wheelchair users came.", NULL, NULL},
        {"The able-bodied came.", "The able-bodied", NULL},
    };
    RUN(cases);
}

/* Identity terms are a matter of advice, labels that blame are to be mended. */
static void test_severities(void **state)
{
    (void)state;
    static const struct {
        const char *paper, *rule;
        Severity severity;
    } cases[] = {
        {"The able-bodied came.", "people.identity", SEVERITY_SUGGESTION},
        {"The Afro-Caribbean families came.", "people.identity", SEVERITY_SUGGESTION},
        {"He is a frequent flyer.", "people.labels", SEVERITY_WARNING},
        {"She is a bed blocker.", "people.labels", SEVERITY_WARNING},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        LintResult *result = words_lint(&lint, str_of(cases[i].paper));
        size_t n = 0;
        for (size_t k = 0; k < result->findings.len; k++) {
            const Finding *finding = &result->findings.items[k];
            if (!str_eq(finding->rule->id, str_of(cases[i].rule)))
                continue;
            assert_int_equal(finding->severity, cases[i].severity);
            n++;
        }
        assert_int_equal(n, 1);
        lint_result_free(result);
    }
}

/* Words of a longer finding are not found again. */
static void test_overlap(void **state)
{
    (void)state;
    LintResult *result =
        words_lint(&lint, STR("The trust must improve patient flow and length of stay at pace."));
    for (size_t i = 0; i < result->findings.len; i++)
        for (size_t k = i + 1; k < result->findings.len; k++) {
            const Location *a = &result->findings.items[i].location;
            const Location *b = &result->findings.items[k].location;
            if (is_about_words(&result->findings.items[i]) &&
                is_about_words(&result->findings.items[k]))
                assert_true(a->offset + a->length <= b->offset);
        }
    lint_result_free(result);
}

static void test_repeats_are_folded(void **state)
{
    (void)state;
    LintResult *result =
        words_lint(&lint, STR("Patient flow is poor.\n\nWe talked about patient flow."));
    size_t n = 0;
    for (size_t i = 0; i < result->findings.len; i++)
        if (str_eq_nocase(result->findings.items[i].match, STR("patient flow"))) {
            n++;
            assert_int_equal(result->findings.items[i].count, 2);
        }
    assert_int_equal(n, 1);
    lint_result_free(result);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    Arena arena = {0};
    if (!words_lint_open(&lint, argv[1], &arena))
        return 1;
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ordinary_words), cmocka_unit_test(test_names),
        cmocka_unit_test(test_quotations),     cmocka_unit_test(test_mentions),
        cmocka_unit_test(test_explanations),   cmocka_unit_test(test_forms),
        cmocka_unit_test(test_meanings),       cmocka_unit_test(test_guards),
        cmocka_unit_test(test_overlap),        cmocka_unit_test(test_repeats_are_folded),
        cmocka_unit_test(test_identity),       cmocka_unit_test(test_severities),
    };
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    words_lint_close(&lint);
    arena_free(&arena);
    return n_failed;
}
