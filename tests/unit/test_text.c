/* Words, sentences, syllables, formulas. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/readability.h"
#include "text/syllable.h"

#include <math.h>

/* The items of PROSE joined by '|', for comparing at a glance. */
static Str joined_words(const Prose *prose, Arena *arena)
{
    Buf buf = {0};
    for (size_t i = 0; i < prose->n_words; i++) {
        if (i)
            buf_append_char(&buf, '|');
        buf_append(&buf, word_text(prose, &prose->words[i]));
    }
    Str text = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}

static Str joined_sentences(const Prose *prose, Arena *arena)
{
    Buf buf = {0};
    for (size_t i = 0; i < prose->n_sentences; i++) {
        if (i)
            buf_append_char(&buf, '|');
        buf_append(&buf, span_of(prose->sentences[i].span, prose->text));
    }
    Str text = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}

static void parts_words(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"The board's A&E plan, e.g. 4.1.", "The|board's|A|E|plan|e|g|4|1"},
        {"don’t co-morbidity", "don’t|co|morbidity"},
        {"naïve café ÉLITE", "naïve|café|ÉLITE"},
        {"'quoted' words'", "quoted|words"},
        {"", ""},
        {"— … !", ""},
    };
    Arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Prose prose = prose_of_text(str_of(cases[i][0]), &arena);
        assert_string_equal(joined_words(&prose, &arena).data, cases[i][1]);
    }
    arena_free(&arena);
}

static void parts_sentences(void **state)
{
    (void)state;
    /* Each case is its own answer: sentences are parted by '|', which is cut out. */
    static const char *const cases[] = {
        "One.| Two!| Three?",
        "Dr. Smith and Mr. J. R. Jones met Prof. Khan.| They left.",
        "Use a list, e.g. apples.| The rest, i.e. pears, can wait.",
        "It rose by 4.1 per cent.| See para. 4.1 of the plan.",
        "We met at 10.30 a.m. on Monday.| It was short.",
        "See section 4.| The plan is there.",
        "1. Purpose of this paper.| It asks for a decision.",
        "Acme Ltd. was paid.| Then Acme Ltd.| The rest was late.",
        "He said “Stop.”| Then he left.",
        "Is it safe?| Yes (we think so.)| Good.",
        "Wait… then go.| Wait…| Then go.",
        "The U.S. Navy came.| No. 4 was last.| He said no.| We agreed.",
        "St. Mary's is near.| We walked.",
        "We meet from 2 p.m. to 4 p.m.| Tea is at 3 p.m. Monday.| Come.",
        ("The ward must ensure that:| (i) times are shown;| (ii) visitors know; and| (iii) it is "
         "kept."),
        "Actions taken:| a) Huddles came back;| b) A pilot began.",
        "We agreed (a) the plan and (b) the budget.",
        "She said so.| “It is late.”| (He agreed.)",
    };
    Arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf text = {0}, expected = {0};
        for (const char *c = cases[i]; *c; c++) {
            if (*c != '|')
                buf_append_char(&text, *c);
            bool is_space_after_bar = *c == ' ' && c > cases[i] && c[-1] == '|';
            if (!is_space_after_bar)
                buf_append_char(&expected, *c);
        }
        buf_append_char(&expected, '\0');
        Prose prose = prose_of_text(buf_str(&text), &arena);
        assert_string_equal(joined_sentences(&prose, &arena).data, expected.data);
        buf_free(&text);
        buf_free(&expected);
    }
    Prose code = prose_of_text(STR("Save it. \xEF\xBF\xBC names the file."), &arena);
    Prose example = prose_of_text(STR("Write e.g. \xEF\xBF\xBC in it."), &arena);
    assert_int_equal(code.n_sentences, 2);
    assert_int_equal(example.n_sentences, 1);
    arena_free(&arena);
}

static void flags_words(void **state)
{
    (void)state;
    Arena arena = {0};
    Prose prose = prose_of_text(STR("See www.nhs.uk/a-b or a.b@nhs.uk, report.docx and “her own "
                                    "words” but not it's"),
                                &arena);
    static const struct {
        const char *word;
        unsigned flag;
        bool is_set;
    } cases[] = {
        {"See", WORD_IN_ADDRESS, false}, {"nhs", WORD_IN_ADDRESS, true},
        {"or", WORD_IN_ADDRESS, false},  {"docx", WORD_IN_ADDRESS, true},
        {"and", WORD_IN_ADDRESS, false}, {"her", WORD_IN_QUOTE, true},
        {"words", WORD_IN_QUOTE, true},  {"but", WORD_IN_QUOTE, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (size_t k = 0; k < prose.n_words; k++) {
            if (!str_eq(word_text(&prose, &prose.words[k]), str_of(cases[i].word)))
                continue;
            assert_int_equal((prose.words[k].shape & cases[i].flag) != 0, cases[i].is_set);
        }
    }
    arena_free(&arena);
}

static void counts_syllables(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        size_t n;
    } cases[] = {
        {"a", 1},          {"the", 1},       {"care", 1},       {"caring", 2},     {"patient", 2},
        {"patients", 2},   {"policy", 3},    {"governance", 3}, {"management", 3}, {"hopeful", 2},
        {"safely", 2},     {"table", 2},     {"tables", 2},     {"centre", 2},     {"wanted", 2},
        {"walked", 1},     {"boxes", 2},     {"makes", 1},      {"various", 3},    {"anxious", 2},
        {"happier", 3},    {"society", 4},   {"client", 2},     {"ancient", 2},    {"create", 2},
        {"reaction", 3},   {"idea", 3},      {"museum", 3},     {"people", 2},     {"question", 2},
        {"fluent", 2},     {"prism", 2},     {"rhythm", 2},     {"didn't", 2},     {"can't", 1},
        {"board's", 1},    {"NHS", 3},       {"2026", 1},       {"café", 2},       {"naïve", 2},
        {"clinically", 3}, {"committee", 3}, {"eye", 1},        {"beyond", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (syllable_count(str_of(cases[i].word)) != cases[i].n)
            fail_msg("%s: %zu, not %zu", cases[i].word, syllable_count(str_of(cases[i].word)),
                     cases[i].n);
}

static void assert_near(double value, double expected)
{
    if (fabs(value - expected) > 0.006)
        fail_msg("%f is not %f", value, expected);
}

/* Published check values: rule-catalogue 2.2. */
static void works_out_scores(void **state)
{
    (void)state;
    assert_near(flesch_reading_ease(6, 1, 6), 116.145);
    assert_near(flesch_reading_ease(16, 1, 22), 74.27);
    assert_near(flesch_reading_ease(13, 1, 26), 24.44);
    assert_near(flesch_kincaid_grade(13, 1, 26), 13.08);
    assert_near(smog_grade(1, 0), 3.1291);
    assert_near(smog_grade(1, 4), 14.554593);
    assert_near(gunning_fog(13, 1, 0), 5.2);
    assert_near(gunning_fog(13, 1, 2), 11.353846);
    assert_near(automated_readability(151, 6, 623), 10.585982);
    assert_near(coleman_liau(119, 5, 639), 14.530420);
}

static void sees_brackets(void **state)
{
    static const struct {
        const char *text;
        bool has_brackets;
    } cases[] = {
        {"the board (or trust) agreed", true},
        {"[1] the board", true},
        {"member(s)", true},
        {"the board agreed (", true},
        {"the board agreed) that", false},
        {"{the board} <agreed>", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = {0};
        Prose prose = prose_of_text(str_of(cases[i].text), &arena);
        assert_int_equal(prose.has_brackets, cases[i].has_brackets);
        arena_free(&arena);
    }
}

static void finds_words_by_byte(void **state)
{
    (void)state;
    Arena arena = {0};
    Prose prose = prose_of_text(STR(" the care board, and its staff"), &arena);
    for (size_t offset = 0; offset <= prose.text.len + 1; offset++) {
        size_t first = 0;
        while (first < prose.n_words && prose.words[first].start < offset)
            first++;
        assert_int_equal(prose_word_from(&prose, offset), first);
    }
    Prose none = prose_of_text(STR(" -- "), &arena);
    assert_int_equal(prose_word_from(&none, 2), 0);
    arena_free(&arena);
}

static void finds_words_in_lists(void **state)
{
    static const char *const words[] = {"GB", "Gb", "GiB", "MBits", "TB", "kilobyte"};
    static const char short_words[][8] = {"GB", "Gb", "GiB", "MBits", "TB", "kilobyte"};
    static const char *const others[] = {"",   "G",   "GBs",   "GC",   "Gi",        "MB",
                                         "gb", "zzz", "AAAAA", "kilo", "kilobytes", "\xC2\xB5s"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_true(STR_IS_ONE_OF(str_of(words[i]), words));
        assert_true(STR_IS_SHORT_ONE_OF(str_of(words[i]), short_words));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(STR_IS_ONE_OF(str_of(others[i]), words));
        assert_false(STR_IS_SHORT_ONE_OF(str_of(others[i]), short_words));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_words),         cmocka_unit_test(parts_sentences),
        cmocka_unit_test(flags_words),         cmocka_unit_test(counts_syllables),
        cmocka_unit_test(works_out_scores),    cmocka_unit_test(sees_brackets),
        cmocka_unit_test(finds_words_by_byte), cmocka_unit_test(finds_words_in_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
