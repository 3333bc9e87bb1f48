#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "text/inflect.h"
#include "text/inflect_rules.h"

typedef struct Case {
    const char *word;
    Inflection form;
    const char *want;
} Case;

static const Case cases[] = {
    /* third person */
    {"use", FORM_THIRD_PERSON, "uses"},
    {"pass", FORM_THIRD_PERSON, "passes"},
    {"fix", FORM_THIRD_PERSON, "fixes"},
    {"push", FORM_THIRD_PERSON, "pushes"},
    {"reach", FORM_THIRD_PERSON, "reaches"},
    {"go", FORM_THIRD_PERSON, "goes"},
    {"do", FORM_THIRD_PERSON, "does"},
    {"undergo", FORM_THIRD_PERSON, "undergoes"},
    {"veto", FORM_THIRD_PERSON, "vetoes"},
    {"radio", FORM_THIRD_PERSON, "radios"},
    {"carry", FORM_THIRD_PERSON, "carries"},
    {"play", FORM_THIRD_PERSON, "plays"},
    {"buy", FORM_THIRD_PERSON, "buys"},
    {"be", FORM_THIRD_PERSON, "is"},
    {"have", FORM_THIRD_PERSON, "has"},
    {"quiz", FORM_THIRD_PERSON, "quizzes"},
    {"buzz", FORM_THIRD_PERSON, "buzzes"},
    {"say", FORM_THIRD_PERSON, "says"},
    {"argue", FORM_THIRD_PERSON, "argues"},
    {"research", FORM_THIRD_PERSON, "researches"},
    /* -ing */
    {"use", FORM_ING, "using"},
    {"stop", FORM_ING, "stopping"},
    {"plan", FORM_ING, "planning"},
    {"run", FORM_ING, "running"},
    {"get", FORM_ING, "getting"},
    {"travel", FORM_ING, "travelling"},
    {"model", FORM_ING, "modelling"},
    {"signal", FORM_ING, "signalling"},
    {"fuel", FORM_ING, "fuelling"},
    {"appeal", FORM_ING, "appealing"},
    {"reveal", FORM_ING, "revealing"},
    {"fail", FORM_ING, "failing"},
    {"fulfil", FORM_ING, "fulfilling"},
    {"enrol", FORM_ING, "enrolling"},
    {"parallel", FORM_ING, "paralleling"},
    {"control", FORM_ING, "controlling"},
    {"refer", FORM_ING, "referring"},
    {"prefer", FORM_ING, "preferring"},
    {"occur", FORM_ING, "occurring"},
    {"offer", FORM_ING, "offering"},
    {"deliver", FORM_ING, "delivering"},
    {"consider", FORM_ING, "considering"},
    {"commit", FORM_ING, "committing"},
    {"submit", FORM_ING, "submitting"},
    {"visit", FORM_ING, "visiting"},
    {"edit", FORM_ING, "editing"},
    {"audit", FORM_ING, "auditing"},
    {"benefit", FORM_ING, "benefiting"},
    {"target", FORM_ING, "targeting"},
    {"budget", FORM_ING, "budgeting"},
    {"begin", FORM_ING, "beginning"},
    {"open", FORM_ING, "opening"},
    {"happen", FORM_ING, "happening"},
    {"develop", FORM_ING, "developing"},
    {"worship", FORM_ING, "worshipping"},
    {"kidnap", FORM_ING, "kidnapping"},
    {"set", FORM_ING, "setting"},
    {"reset", FORM_ING, "resetting"},
    {"offset", FORM_ING, "offsetting"},
    {"underpin", FORM_ING, "underpinning"},
    {"format", FORM_ING, "formatting"},
    {"show", FORM_ING, "showing"},
    {"draw", FORM_ING, "drawing"},
    {"fix", FORM_ING, "fixing"},
    {"quit", FORM_ING, "quitting"},
    {"quiz", FORM_ING, "quizzing"},
    {"equip", FORM_ING, "equipping"},
    {"need", FORM_ING, "needing"},
    {"lead", FORM_ING, "leading"},
    {"feel", FORM_ING, "feeling"},
    {"lie", FORM_ING, "lying"},
    {"die", FORM_ING, "dying"},
    {"tie", FORM_ING, "tying"},
    {"see", FORM_ING, "seeing"},
    {"agree", FORM_ING, "agreeing"},
    {"dye", FORM_ING, "dyeing"},
    {"age", FORM_ING, "ageing"},
    {"be", FORM_ING, "being"},
    {"have", FORM_ING, "having"},
    {"make", FORM_ING, "making"},
    {"write", FORM_ING, "writing"},
    {"panic", FORM_ING, "panicking"},
    {"traffic", FORM_ING, "trafficking"},
    {"play", FORM_ING, "playing"},
    {"study", FORM_ING, "studying"},
    {"argue", FORM_ING, "arguing"},
    {"help", FORM_ING, "helping"},
    {"debit", FORM_ING, "debiting"},
    {"utilise", FORM_ING, "utilising"},
    /* past */
    {"use", FORM_PAST, "used"},
    {"stop", FORM_PAST, "stopped"},
    {"travel", FORM_PAST, "travelled"},
    {"cancel", FORM_PAST, "cancelled"},
    {"label", FORM_PAST, "labelled"},
    {"total", FORM_PAST, "totalled"},
    {"dial", FORM_PAST, "dialled"},
    {"practise", FORM_PAST, "practised"},
    {"utilise", FORM_PAST, "utilised"},
    {"analyse", FORM_PAST, "analysed"},
    {"carry", FORM_PAST, "carried"},
    {"play", FORM_PAST, "played"},
    {"agree", FORM_PAST, "agreed"},
    {"die", FORM_PAST, "died"},
    {"focus", FORM_PAST, "focused"},
    {"benefit", FORM_PAST, "benefited"},
    {"transfer", FORM_PAST, "transferred"},
    {"permit", FORM_PAST, "permitted"},
    {"admit", FORM_PAST, "admitted"},
    {"limit", FORM_PAST, "limited"},
    {"panic", FORM_PAST, "panicked"},
    {"help", FORM_PAST, "helped"},
    {"start", FORM_PAST, "started"},
    {"review", FORM_PAST, "reviewed"},
    {"veto", FORM_PAST, "vetoed"},
    {"allot", FORM_PAST, "allotted"},
    {"be", FORM_PAST, "was"},
    {"have", FORM_PAST, "had"},
    {"do", FORM_PAST, "did"},
    {"go", FORM_PAST, "went"},
    {"make", FORM_PAST, "made"},
    {"take", FORM_PAST, "took"},
    {"give", FORM_PAST, "gave"},
    {"get", FORM_PAST, "got"},
    {"run", FORM_PAST, "ran"},
    {"hold", FORM_PAST, "held"},
    {"lead", FORM_PAST, "led"},
    {"meet", FORM_PAST, "met"},
    {"send", FORM_PAST, "sent"},
    {"tell", FORM_PAST, "told"},
    {"say", FORM_PAST, "said"},
    {"think", FORM_PAST, "thought"},
    {"bring", FORM_PAST, "brought"},
    {"buy", FORM_PAST, "bought"},
    {"build", FORM_PAST, "built"},
    {"keep", FORM_PAST, "kept"},
    {"lose", FORM_PAST, "lost"},
    {"pay", FORM_PAST, "paid"},
    {"lay", FORM_PAST, "laid"},
    {"learn", FORM_PAST, "learnt"},
    {"spell", FORM_PAST, "spelt"},
    {"put", FORM_PAST, "put"},
    {"cut", FORM_PAST, "cut"},
    {"let", FORM_PAST, "let"},
    {"set", FORM_PAST, "set"},
    {"cost", FORM_PAST, "cost"},
    {"understand", FORM_PAST, "understood"},
    {"undertake", FORM_PAST, "undertook"},
    {"oversee", FORM_PAST, "oversaw"},
    {"underspend", FORM_PAST, "underspent"},
    {"withdraw", FORM_PAST, "withdrew"},
    {"choose", FORM_PAST, "chose"},
    {"speak", FORM_PAST, "spoke"},
    {"leave", FORM_PAST, "left"},
    {"find", FORM_PAST, "found"},
    {"feel", FORM_PAST, "felt"},
    {"become", FORM_PAST, "became"},
    {"prove", FORM_PAST, "proved"},
    /* participle */
    {"use", FORM_PARTICIPLE, "used"},
    {"be", FORM_PARTICIPLE, "been"},
    {"do", FORM_PARTICIPLE, "done"},
    {"go", FORM_PARTICIPLE, "gone"},
    {"take", FORM_PARTICIPLE, "taken"},
    {"give", FORM_PARTICIPLE, "given"},
    {"run", FORM_PARTICIPLE, "run"},
    {"begin", FORM_PARTICIPLE, "begun"},
    {"write", FORM_PARTICIPLE, "written"},
    {"show", FORM_PARTICIPLE, "shown"},
    {"undertake", FORM_PARTICIPLE, "undertaken"},
    {"prove", FORM_PARTICIPLE, "proven"},
    {"get", FORM_PARTICIPLE, "got"},
    {"stop", FORM_PARTICIPLE, "stopped"},
    /* plural */
    {"word", FORM_PLURAL, "words"},
    {"bus", FORM_PLURAL, "buses"},
    {"gas", FORM_PLURAL, "gases"},
    {"bias", FORM_PLURAL, "biases"},
    {"status", FORM_PLURAL, "statuses"},
    {"box", FORM_PLURAL, "boxes"},
    {"church", FORM_PLURAL, "churches"},
    {"dish", FORM_PLURAL, "dishes"},
    {"stomach", FORM_PLURAL, "stomachs"},
    {"monarch", FORM_PLURAL, "monarchs"},
    {"search", FORM_PLURAL, "searches"},
    {"march", FORM_PLURAL, "marches"},
    {"quiz", FORM_PLURAL, "quizzes"},
    {"city", FORM_PLURAL, "cities"},
    {"day", FORM_PLURAL, "days"},
    {"pathway", FORM_PLURAL, "pathways"},
    {"potato", FORM_PLURAL, "potatoes"},
    {"veto", FORM_PLURAL, "vetoes"},
    {"photo", FORM_PLURAL, "photos"},
    {"video", FORM_PLURAL, "videos"},
    {"memo", FORM_PLURAL, "memos"},
    {"child", FORM_PLURAL, "children"},
    {"grandchild", FORM_PLURAL, "grandchildren"},
    {"person", FORM_PLURAL, "people"},
    {"man", FORM_PLURAL, "men"},
    {"woman", FORM_PLURAL, "women"},
    {"chairman", FORM_PLURAL, "chairmen"},
    {"human", FORM_PLURAL, "humans"},
    {"german", FORM_PLURAL, "germans"},
    {"foot", FORM_PLURAL, "feet"},
    {"tooth", FORM_PLURAL, "teeth"},
    {"mouse", FORM_PLURAL, "mice"},
    {"half", FORM_PLURAL, "halves"},
    {"life", FORM_PLURAL, "lives"},
    {"shelf", FORM_PLURAL, "shelves"},
    {"leaf", FORM_PLURAL, "leaves"},
    {"brief", FORM_PLURAL, "briefs"},
    {"proof", FORM_PLURAL, "proofs"},
    {"analysis", FORM_PLURAL, "analyses"},
    {"crisis", FORM_PLURAL, "crises"},
    {"diagnosis", FORM_PLURAL, "diagnoses"},
    {"basis", FORM_PLURAL, "bases"},
    {"axis", FORM_PLURAL, "axes"},
    {"criterion", FORM_PLURAL, "criteria"},
    {"phenomenon", FORM_PLURAL, "phenomena"},
    {"appendix", FORM_PLURAL, "appendices"},
    {"index", FORM_PLURAL, "indices"},
    {"matrix", FORM_PLURAL, "matrices"},
    {"curriculum", FORM_PLURAL, "curricula"},
    {"memorandum", FORM_PLURAL, "memoranda"},
    {"referendum", FORM_PLURAL, "referendums"},
    {"forum", FORM_PLURAL, "forums"},
    {"stadium", FORM_PLURAL, "stadiums"},
    {"bacterium", FORM_PLURAL, "bacteria"},
    {"medium", FORM_PLURAL, "media"},
    {"stimulus", FORM_PLURAL, "stimuli"},
    {"virus", FORM_PLURAL, "viruses"},
    {"campus", FORM_PLURAL, "campuses"},
    {"formula", FORM_PLURAL, "formulas"},
    {"bureau", FORM_PLURAL, "bureaux"},
    {"sheep", FORM_PLURAL, "sheep"},
    {"series", FORM_PLURAL, "series"},
    {"species", FORM_PLURAL, "species"},
    {"staff", FORM_PLURAL, "staff"},
    {"aircraft", FORM_PLURAL, "aircraft"},
    {"headquarters", FORM_PLURAL, "headquarters"},
    {"consortium", FORM_PLURAL, "consortia"},
    {"GP", FORM_PLURAL, "GPs"},
    {"NHS", FORM_PLURAL, "NHSs"},
    {"ToR", FORM_PLURAL, "ToRs"},
    /* possessive */
    {"board", FORM_POSSESSIVE, "board's"},
    {"boss", FORM_POSSESSIVE, "boss's"},
    {"board", FORM_PLURAL_POSSESSIVE, "boards'"},
    {"child", FORM_PLURAL_POSSESSIVE, "children's"},
    {"GP", FORM_PLURAL_POSSESSIVE, "GPs'"},
    {"word", FORM_BASE, "word"},
};

static void test_words(void **state)
{
    (void)state;
    Buf buf = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        buf_clear(&buf);
        inflect_word(str_of(cases[i].word), cases[i].form, &buf);
        buf_append_char(&buf, '\0');
        assert_string_equal(buf.data, cases[i].want);
    }
    buf_free(&buf);
}

static void test_phrases(void **state)
{
    (void)state;
    static const struct {
        const char *phrase;
        PartOfSpeech part;
        Inflection form;
        const char *want;
    } phrases[] = {
        {"person who often needs us", PART_NOUN, FORM_PLURAL, "people who often need us"},
        {"person waiting for support", PART_NOUN, FORM_PLURAL, "people waiting for support"},
        {"organisation doing the work with us", PART_NOUN, FORM_PLURAL,
         "organisations doing the work with us"},
        {"camera test inside the body", PART_NOUN, FORM_PLURAL, "camera tests inside the body"},
        {"person outside the organisation", PART_NOUN, FORM_PLURAL,
         "people outside the organisation"},
        {"nurse trained abroad", PART_NOUN, FORM_PLURAL, "nurses trained abroad"},
        {"care firm closing down", PART_NOUN, FORM_PLURAL, "care firms closing down"},
        {"law made by ministers", PART_NOUN, FORM_PLURAL, "laws made by ministers"},
        {"breathing tube", PART_NOUN, FORM_PLURAL, "breathing tubes"},
        {"spending on buildings", PART_NOUN, FORM_PLURAL, "spending on buildings"},
        {"checking who someone is", PART_NOUN, FORM_PLURAL, "checking who someone is"},
        {"written rules", PART_NOUN, FORM_PLURAL, "written rules"},
        {"how well it works", PART_NOUN, FORM_PLURAL, "how well it works"},
        {"internet speed", PART_NOUN, FORM_PLURAL, "internet speeds"},
        {"take forward", PART_VERB, FORM_PAST, "took forward"},
        {"drill down", PART_VERB, FORM_ING, "drilling down"},
        {"ring-fence", PART_VERB, FORM_PAST, "ring-fenced"},
        {"sign-off", PART_VERB, FORM_THIRD_PERSON, "signs-off"},
        {"co-produce plans", PART_VERB, FORM_ING, "co-producing plans"},
        {"action owner", PART_NOUN, FORM_PLURAL, "action owners"},
        {"package of care", PART_NOUN, FORM_PLURAL, "packages of care"},
        {"patients' own rating of their health", PART_NOUN, FORM_PLURAL,
         "patients' own ratings of their health"},
        {"application programming interface", PART_NOUN, FORM_PLURAL,
         "application programming interfaces"},
        {"doctor or nurse", PART_NOUN, FORM_PLURAL, "doctors or nurses"},
        {"care home, hospital or clinic", PART_NOUN, FORM_PLURAL,
         "care homes, hospitals or clinics"},
        {"package of care", PART_NOUN, FORM_POSSESSIVE, "package of care's"},
        {"package of care", PART_NOUN, FORM_PLURAL_POSSESSIVE, "packages of care's"},
        {"head of service", PART_NOUN, FORM_PLURAL, "heads of service"},
        {"co-morbidity", PART_NOUN, FORM_PLURAL, "co-morbidities"},
        {"step change", PART_NOUN, FORM_POSSESSIVE, "step change's"},
        {"in order to", PART_FIXED, FORM_PLURAL, "in order to"},
        {"in order to", PART_FIXED, FORM_PAST, "in order to"},
        {"robust", PART_ADJECTIVE, FORM_BASE, "robust"},
        {"elderly", PART_ADJECTIVE, FORM_POSSESSIVE, "elderly's"},
    };
    Buf buf = {0};
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++) {
        buf_clear(&buf);
        inflect_phrase(str_of(phrases[i].phrase), phrases[i].part, phrases[i].form, &buf);
        buf_append_char(&buf, '\0');
        assert_string_equal(buf.data, phrases[i].want);
    }
    buf_free(&buf);
}

static void list_form(void *context, Str form_text, Inflection form)
{
    Buf *buf = context;
    buf_printf(buf, " %.*s:%d", STR_ARG(form_text), (int)form);
}

static void test_each(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        PartOfSpeech part;
        const char *want;
    } words[] = {
        {"help", PART_VERB, " helps:4 helping:7 helped:5"},
        {"give", PART_VERB, " gives:4 giving:7 gave:5 given:6"},
        {"hold", PART_VERB, " holds:4 holding:7 held:5"},
        {"learn", PART_VERB, " learns:4 learning:7 learnt:5 learned:5"},
        {"be", PART_VERB, " is:4 being:7 was:5 were:5 been:6 am:4 are:4"},
        {"utilise", PART_VERB,
         " utilises:4 utilising:7 utilised:5 utilize:0 utilizes:4 utilizing:7 utilized:5"},
        {"organize", PART_VERB,
         " organizes:4 organizing:7 organized:5 organise:0 organises:4 organising:7 organised:5"},
        {"analyse", PART_VERB,
         " analyses:4 analysing:7 analysed:5 analyze:0 analyzes:4 analyzing:7 analyzed:5"},
        {"advise", PART_VERB, " advises:4 advising:7 advised:5"},
        {"revise", PART_VERB, " revises:4 revising:7 revised:5"},
        {"board", PART_NOUN, " boards:1"},
        {"GP", PART_NOUN, " GPs:1"},
        {"index", PART_NOUN, " indices:1 indexes:1"},
        {"utilisation", PART_NOUN, " utilisations:1 utilization:0 utilizations:1"},
        {"robust", PART_ADJECTIVE, ""},
        {"always", PART_ADVERB, ""},
        {"prior to", PART_FIXED, ""},
        {"", PART_NOUN, ""},
    };
    Buf buf = {0};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        buf_clear(&buf);
        inflect_each(str_of(words[i].word), words[i].part, list_form, &buf);
        buf_append_char(&buf, '\0');
        assert_string_equal(buf.data, words[i].want);
    }
    buf_free(&buf);
}

static void test_is_form(void **state)
{
    (void)state;
    static const char *const forms[][2] = {
        {"baby", "baby"},
        {"babies", "baby"},
        {"baby's", "baby"},
        {"delivered", "deliver"},
        {"using", "use"},
        {"used", "use"},
        {"stopped", "stop"},
        {"travelling", "travel"},
        {"panicked", "panic"},
        {"went", "go"},
        {"goes", "go"},
        {"gone", "go"},
        {"bought", "buy"},
        {"children", "child"},
        {"people", "person"},
        {"organizing", "organise"},
        {"organised", "organize"},
        {"utilization", "utilisation"},
        {"analyses", "analysis"},
        {"women", "woman"},
        {"lying", "lie"},
        {"studying", "study"},
        {"studied", "study"},
        {"boxes", "box"},
        {"chair's", "chair's"},
        {"criteria", "criterion"},
    };
    static const char *const others[][2] = {
        {"babysit", "baby"}, {"us", "use"},   {"stop", "stopped"}, {"deliverance", "deliver"},
        {"bus", "buy"},      {"", "go"},      {"go", ""},          {"gong", "go"},
        {"parties", "part"}, {"son", "zone"}, {"size", "side"},    {"care", "car"},
        {"visit", "vizier"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        BaseWord base = inflect_base(str_of(forms[i][1]));
        if (!inflect_is_form(str_of(forms[i][0]), &base))
            fail_msg("%s is a form of %s", forms[i][0], forms[i][1]);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        BaseWord base = inflect_base(str_of(others[i][1]));
        if (inflect_is_form(str_of(others[i][0]), &base))
            fail_msg("%s is no form of %s", others[i][0], others[i][1]);
    }
}

static void test_bases(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        PartOfSpeech part;
        const char *first; /* NULL: none */
    } words[] = {
        {"using", PART_VERB, "use"},
        {"used", PART_VERB, "use"},
        {"uses", PART_VERB, "use"},
        {"helping", PART_VERB, "help"},
        {"stopped", PART_VERB, "stop"},
        {"stopping", PART_VERB, "stop"},
        {"travelled", PART_VERB, "travel"},
        {"filled", PART_VERB, "fill"},
        {"passing", PART_VERB, "pass"},
        {"creating", PART_VERB, "create"},
        {"treating", PART_VERB, "treat"},
        {"delivered", PART_VERB, "deliver"},
        {"organised", PART_VERB, "organise"},
        {"changing", PART_VERB, "change"},
        {"carried", PART_VERB, "carry"},
        {"lying", PART_VERB, "lie"},
        {"studying", PART_VERB, "study"},
        {"panicked", PART_VERB, "panic"},
        {"went", PART_VERB, "go"},
        {"taken", PART_VERB, "take"},
        {"led", PART_VERB, "lead"},
        {"are", PART_VERB, "be"},
        {"goes", PART_VERB, "go"},
        {"reaches", PART_VERB, "reach"},
        {"making", PART_VERB, "make"},
        {"needed", PART_VERB, "need"},
        {"handled", PART_VERB, "handle"},
        {"moving", PART_VERB, "move"},
        {"boards", PART_NOUN, "board"},
        {"board's", PART_NOUN, "board"},
        {"boards'", PART_NOUN, "board"},
        {"children", PART_NOUN, "child"},
        {"people", PART_NOUN, "person"},
        {"policies", PART_NOUN, "policy"},
        {"analyses", PART_NOUN, "analysis"},
        {"boxes", PART_NOUN, "box"},
        {"services", PART_NOUN, "service"},
        {"chairmen", PART_NOUN, "chairman"},
        {"criteria", PART_NOUN, "criterion"},
        {"lives", PART_NOUN, "life"},
        {"robust", PART_ADJECTIVE, NULL},
        {"board", PART_NOUN, NULL},
        {"word", PART_VERB, NULL},
        {"s", PART_NOUN, NULL},
        {"", PART_VERB, NULL},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        Arena arena = {0};
        Str bases[8];
        size_t n = inflect_bases(str_of(words[i].word), words[i].part, bases, 8, &arena);
        if (words[i].first) {
            assert_true(n > 0);
            assert_string_equal(bases[0].data, words[i].first);
        } else {
            assert_int_equal(n, 0);
        }
        arena_free(&arena);
    }
}

static void test_article(void **state)
{
    (void)state;
    static const char *const an[] = {"apple",        "hour",        "honest answer",
                                     "heir",         "NHS trust",   "MP",
                                     "MSc",          "X-ray",       "8",
                                     "11",           "18",          "80",
                                     "11,000",       "8,000",       "1811",
                                     "ICB",          "A&E visit",   "AI tool",
                                     "umbrella",     "urgent",      "unusual",
                                     "uncle",        "unimportant", "unidentified",
                                     "usher",        "upper",       "e-mail",
                                     "FAQ",          "SEN",         "eGFR",
                                     "mRNA vaccine", "honour",      "\"open\" letter",
                                     "MoU",          "EU rule",     "onerous task",
                                     "island",       "unanswered",  "ulcer",
                                     "utter",        "upset",       "urban",
                                     "ugly",         "idea",        "HR matter",
                                     "LGBT group"};
    static const char *const a[] = {
        "board",      "university", "one-off",      "UK law",  "user",  "unit",
        "union",      "European",   "house",        "history", "hotel", "NICE guideline",
        "RAG rating", "NATO",       "PhD",          "GP",      "7",     "100",
        "110",        "1,100",      "uniform",      "unique",  "urine", "useful",
        "usual",      "utility",    "once",         "U-turn",  "QIA",   "unanimous",
        "SMART goal", "Ukrainian",  "ewe",          "eulogy",  "year",  "word",
        "",           "12",         "B-road",       "BAF",     "CQC",   "ubiquitous",
        "universal",  "herb",       "SALT referral"};
    for (size_t i = 0; i < sizeof an / sizeof an[0]; i++)
        if (!inflect_takes_an(str_of(an[i])))
            fail_msg("an %s", an[i]);
    for (size_t i = 0; i < sizeof a / sizeof a[0]; i++)
        if (inflect_takes_an(str_of(a[i])))
            fail_msg("a %s", a[i]);
}

static void test_match_case(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"use", "utilise", "use"},
        {"use", "Utilise", "Use"},
        {"use", "UTILISE", "USE"},
        {"start with", "Commence", "Start with"},
        {"NHS trust", "provider", "NHS trust"},
        {"\xC3\xA9lan", "Verve", "\xC3\x89lan"},
        {"a", "A", "A"},
        {"use", "", "use"},
        {"patient", "A&E", "PATIENT"},
        {"people", "iPad", "people"},
    };
    Buf buf = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        buf_clear(&buf);
        inflect_match_case(str_of(rows[i][0]), str_of(rows[i][1]), &buf);
        buf_append_char(&buf, '\0');
        assert_string_equal(buf.data, rows[i][2]);
    }
    buf_free(&buf);
}

/* The look-up needs sorted tables. */
static void test_tables_are_sorted(void **state)
{
    (void)state;
    size_t n_verbs, n_nouns;
    const IrregularVerb *verbs = irregular_verbs(&n_verbs);
    const IrregularNoun *nouns = irregular_nouns(&n_nouns);
    assert_true(n_verbs >= 150);
    for (size_t i = 0; i < n_verbs; i++)
        assert_ptr_equal(irregular_verb(verbs[i].base), &verbs[i]);
    for (size_t i = 0; i < n_nouns; i++)
        assert_ptr_equal(irregular_noun(nouns[i].singular), &nouns[i]);
    assert_null(irregular_verb(STR("utilise")));
}

static void assert_begin_alike(Str alternatives)
{
    Str rest = alternatives, alternative;
    while (next_alternative(&rest, &alternative))
        assert_int_equal(alternative.data[0], alternatives.data[0]);
}

/* has_alternative relies on it. */
static void test_alternatives_begin_alike(void **state)
{
    (void)state;
    size_t n_verbs, n_nouns;
    const IrregularVerb *verbs = irregular_verbs(&n_verbs);
    const IrregularNoun *nouns = irregular_nouns(&n_nouns);
    for (size_t i = 0; i < n_verbs; i++) {
        assert_begin_alike(verbs[i].past);
        assert_begin_alike(verbs[i].participle);
    }
    for (size_t i = 0; i < n_nouns; i++)
        assert_begin_alike(nouns[i].plural);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_each),
        cmocka_unit_test(test_bases),
        cmocka_unit_test(test_is_form),
        cmocka_unit_test(test_article),
        cmocka_unit_test(test_match_case),
        cmocka_unit_test(test_tables_are_sorted),
        cmocka_unit_test(test_alternatives_begin_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
