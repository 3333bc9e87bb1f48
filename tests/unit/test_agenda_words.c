/* The words agendas are read by, and the lists that texts are searched for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "check/agenda_fields.h"
#include "check/agenda_words.h"

/* Each label is found: a row out of order would hide some. */
static void test_labels(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        AgendaField field;
    } labels[] = {
#define AGENDA_LABEL(label, field) {label, FIELD_##field},
#include "check/agenda_labels.def"
#undef AGENDA_LABEL
        {"Presented by:", FIELD_LEAD},
        {"Lle / Where", FIELD_PLACE},
        {"The committee is asked to", FIELD_PURPOSE},
        {"Presented bye", FIELD_NONE},
        {"", FIELD_NONE},
    };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        AgendaField field = field_of(str_of(labels[i].label));
        if (field != labels[i].field)
            print_error("%s: %d\n", labels[i].label, (int)field);
        assert_int_equal(field, labels[i].field);
    }
}

static void test_purpose_words(void **state)
{
    (void)state;
    enum { PURPOSE_WEIGHING = PURPOSE_DISCUSSION }; /* by itself */
    static const struct {
        const char *word;
        unsigned purpose;
        bool is_whole, opens;
    } words[] = {
#define PURPOSE_WORD(word, purpose, is_whole, opens) {word, PURPOSE_##purpose, is_whole, opens},
#include "check/agenda_purposes.def"
#undef PURPOSE_WORD
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char longer[32], title[32];
        (void)snprintf(longer, sizeof longer, "%sxx", words[i].word);
        (void)snprintf(title, sizeof title, "%s of chair", words[i].word);
        unsigned whole = words[i].is_whole ? 0 : words[i].purpose;
        unsigned opening = words[i].opens ? words[i].purpose : 0;
        assert_int_equal(purposes_in(str_of(words[i].word), true), words[i].purpose);
        assert_int_equal(purposes_in(str_of(longer), true), whole);
        assert_int_equal(purposes_in(str_of(title), false), opening);
    }
}

static void test_people(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_person;
    } cases[] = {
        {"Jo Bloggs", true},
        {"J Bloggs and Al Green", true},
        {"Jo Bloggs, Treasurer", true},
        {"director of finance", true},
        {"All", true},
        {"Budget for next year", false},
        {"Winter Plan 2026", false},
        {"Jo", false},
        {"Jo Bloggs.", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(is_person(str_of(cases[i].text)), cases[i].is_person);
}

static void test_any_word(void **state)
{
    (void)state;
    assert_true(is_any_word(STR("an"), "a an the"));
    assert_true(is_any_word(STR("The"), "a an the"));
    assert_false(is_any_word(STR("then"), "a an the"));
    assert_false(is_any_word(STR("n"), "a an the"));
    assert_false(is_any_word(STR("th"), "a an the"));
    assert_false(is_any_word((Str){"the\0e", 5}, "a an the"));
    assert_false(is_any_word((Str){0}, "a an the"));
    assert_false(is_any_word(STR("a"), ""));
}

static void test_any_phrase(void **state)
{
    (void)state;
    static const char *const phrases[] = {"to follow", "tabled", "on the day"};
    static const struct {
        const char *text;
        size_t from, at;
    } cases[] = {
        {"Tabled", 0, 0},
        {"report To Follow, tabled", 0, 7},
        {"report To Follow, tabled", 8, 18},
        {"untabled, tablet", 0, 16},
        {"it is (on the day)", 0, 7},
        {"t", 0, 1},
        {"", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str phrase;
        assert_int_equal(find_any_words(str_of(cases[i].text), cases[i].from, phrases, 3, &phrase),
                         cases[i].at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels),     cmocka_unit_test(test_purpose_words),
        cmocka_unit_test(test_people),     cmocka_unit_test(test_any_word),
        cmocka_unit_test(test_any_phrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
