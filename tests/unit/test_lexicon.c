/* The lexicon, over the British dictionary of the machine and a list of our own. */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file_loader.h"
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

typedef struct Twins {
    Lexicon *hunspell, *listed;
    size_t n;
} Twins;

static void compare_word(Twins *twins, Str word)
{
    bool expected = lexicon_knows(twins->hunspell, word, word_hash(word));
    if (lexicon_knows(twins->listed, word, word_hash(word)) != expected)
        fail_msg("“%.*s” is %s", STR_ARG(word), expected ? "a word" : "no word");
    assert_int_equal(lexicon_knows_lower(twins->listed, word),
                     lexicon_knows_lower(twins->hunspell, word));
    twins->n++;
}

static Str recased(Str word, bool is_upper, char *ret)
{
    for (size_t i = 0; i < word.len; i++)
        ret[i] = i == 0 || is_upper ? (char)toupper((unsigned char)word.data[i]) : word.data[i];
    return (Str){ret, word.len};
}

/* WORD as written, with capitals, in the plural, and with two letters swapped. */
static void compare_forms(Twins *twins, Str word)
{
    char letters[64];
    if (word.len < 2 || word.len + 1 > sizeof letters)
        return;
    compare_word(twins, word);
    compare_word(twins, recased(word, false, letters));
    compare_word(twins, recased(word, true, letters));
    memcpy(letters, word.data, word.len);
    letters[word.len] = 's';
    compare_word(twins, (Str){letters, word.len + 1});
    letters[0] = word.data[1];
    letters[1] = word.data[0];
    compare_word(twins, (Str){letters, word.len});
}

static void compare_file(Twins *twins, const char *path)
{
    Buf file = {0};
    const Loader *loader = file_loader();
    assert_int_equal(loader->read(loader, str_of(path), &file), STATUS_OK);
    Str text = buf_str(&file);
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len &&
               (ascii_is_alpha((unsigned char)text.data[end]) || text.data[end] == '\''))
            end++;
        if (end > at)
            compare_forms(twins, str_sub(text, at, end));
        at = end + 1;
    }
    buf_free(&file);
}

/* The list of known words, made by the build, says of every word what Hunspell says. */
static void test_known_words(void **state)
{
    (void)state;
    static const char *const papers[] = {
        SOURCE_ROOT "/dictionaries/common.txt",   SOURCE_ROOT "/dictionaries/familiar.txt",
        SOURCE_ROOT "/dictionaries/acronyms.csv", SOURCE_ROOT "/dictionaries/jargon-clinical.csv",
        SOURCE_ROOT "/dictionaries/health.dic",
    };
    static const char *const odd[] = {"pH",       "GHZ",      "protégé",    "Protégé",
                                      "PROTÉGÉ",  "COVID-19", "CO-OPERATE", "well-meaning",
                                      "well-qxz", "-board",   "board-",     "board--room",
                                      "A5",       "D2A",      "x-ray"};
    const Str extra[] = {STR(SOURCE_ROOT "/dictionaries/health.dic")};
    LexiconFiles files = {.aff = STR(AFF), .dic = STR(DIC), .extra = extra, .n_extra = 1};
    Buf known = {0};
    const Loader *loader = file_loader();
    if (!KNOWN_WORDS[0])
        skip();
    assert_int_equal(loader->read(loader, str_of(KNOWN_WORDS), &known), STATUS_OK);
    Twins twins = {.hunspell = lexicon_new(&files)};
    files.known = buf_str(&known);
    twins.listed = lexicon_new(&files);
    for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++)
        compare_file(&twins, papers[i]);
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
        compare_word(&twins, str_of(odd[i]));
    assert_true(twins.n > 100000);
    lexicon_free(twins.listed);
    lexicon_free(twins.hunspell);
    buf_free(&known);
}

/* A list made from other dictionaries is no answer; Hunspell is asked instead. */
static void test_other_known_words(void **state)
{
    (void)state;
    static const char *const lists[] = {"", "PPKNOWN1", "PPKNOWN1xxxxxxxx",
                                        "PPKNOWN1xxxxxxxxyyyyyyyy"};
    if (access(AFF, R_OK) != 0)
        skip();
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        Lexicon *lexicon = lexicon_new(
            &(LexiconFiles){.aff = STR(AFF), .dic = STR(DIC), .known = str_of(lists[i])});
        assert_true(knows(lexicon, "meeting"));
        assert_false(knows(lexicon, "meetting"));
        lexicon_free(lexicon);
    }
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
    lexicon_free(lexicon);
    lexicon_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),       cmocka_unit_test(test_many_words),
        cmocka_unit_test(test_known_words), cmocka_unit_test(test_other_known_words),
        cmocka_unit_test(test_no_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
