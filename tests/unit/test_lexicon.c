/* The lexicon, over the British dictionary of the machine and a list of our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#include "rule/lexicon.h"

#define AFF "/usr/share/hunspell/en_GB.aff"
#define DIC "/usr/share/hunspell/en_GB.dic"

static bool knows(Lexicon *lexicon, const char *word)
{
    Str s = str_of(word);
    return lexicon_knows(lexicon, s, word_hash(s));
}

static void test_words(void **state)
{
    (void)state;
    static const char *const right[] = {
        "colour",
        "organise",
        "organize",
        "travelled",
        "board's",
        "board\xE2\x80\x99s",
        "London",
        "don't",
        "don\xE2\x80\x99t",
        "it's",
        "Board",
        "BOARD",
        "co\xC2\xADoperate",
        "children's",
    };
    static const char *const wrong[] = {"colur",      "recieve", "london",
                                        "travelledd", "PSIRF",   "organnise"};
    if (access(AFF, R_OK) != 0)
        skip();
    Lexicon *lexicon = lexicon_new(&(LexiconFiles){.aff = STR(AFF), .dic = STR(DIC)});
    assert_true(lexicon_is_available(lexicon));
    for (int again = 0; again < 2; again++) { /* the second time from the verdicts kept */
        for (size_t i = 0; i < sizeof right / sizeof right[0]; i++)
            if (!knows(lexicon, right[i]))
                fail_msg("%s", right[i]);
        for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
            if (knows(lexicon, wrong[i]))
                fail_msg("%s", wrong[i]);
    }
    assert_true(lexicon_knows_lower(lexicon, STR("PLEASE")));
    assert_false(lexicon_knows_lower(lexicon, STR("PSIRF")));

    Arena arena = {0};
    Str suggestions[3];
    size_t n = lexicon_suggest(lexicon, STR("recieve"), 3, suggestions, &arena);
    assert_true(n >= 1 && n <= 3);
    assert_true(str_eq(suggestions[0], STR("receive")));
    assert_int_equal(lexicon_suggest(lexicon, STR("recieve"), 0, suggestions, &arena), 0);
    arena_free(&arena);
    lexicon_free(lexicon);
}

/* Many words, so that the table of verdicts grows and still tells them apart. */
static void test_many_words(void **state)
{
    (void)state;
    if (access(AFF, R_OK) != 0)
        skip();
    Lexicon *lexicon = lexicon_new(&(LexiconFiles){.aff = STR(AFF), .dic = STR(DIC)});
    char word[] = "qxaaa";
    for (int i = 0; i < 26 * 26; i++) {
        word[2] = (char)('a' + i / 26);
        word[3] = (char)('a' + i % 26);
        assert_false(knows(lexicon, word));
    }
    assert_true(knows(lexicon, "meeting"));
    lexicon_free(lexicon);
}

static void test_no_files(void **state)
{
    (void)state;
    const Str extra[] = {STR("/nowhere/x.dic")};
    Lexicon *lexicon = lexicon_new(&(LexiconFiles){.aff = STR("/nowhere/en_GB.aff"),
                                                   .dic = STR("/nowhere/en_GB.dic"),
                                                   .extra = extra,
                                                   .n_extra = 1});
    assert_false(lexicon_is_available(lexicon));
    assert_true(knows(lexicon, "qxzzy"));
    assert_true(lexicon_knows_lower(lexicon, STR("QXZZY")));
    Arena arena = {0};
    Str suggestion;
    assert_int_equal(lexicon_suggest(lexicon, STR("recieve"), 1, &suggestion, &arena), 0);
    arena_free(&arena);
    lexicon_free(lexicon);
    lexicon_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_many_words),
        cmocka_unit_test(test_no_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
