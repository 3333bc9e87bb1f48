/* The public functions, over rules that lie in memory. */
#include "plainpaper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct MemoryFile {
    const char *folder, *name, *text;
} MemoryFile;

static const MemoryFile good_files[] = {
    {"data", "rules", NULL},
    {"data/rules", "jargon", NULL},
    {"data/rules/jargon", "wordy.yaml",
     "extends: substitution\nmessage: \"Say “%s” instead of “%s”.\"\nlevel: suggestion\n"
     "why: Short words are read faster.\nswap:\n  utilise: use\n"
     "examples:\n  bad: [We utilise it.]\n  good: [We use it.]\nsources: [A style guide]\n"},
    {"data/rules/jargon", "banned.yaml",
     "extends: substitution\nmessage: \"Say “%s” instead of “%s”.\"\nlevel: error\n"
     "why: It says nothing.\nswap:\n  synergy: joint work\n"
     "examples:\n  bad: [There is synergy.]\n  good: [There is none.]\nsources: [A style guide]\n"},
    {NULL, NULL, NULL},
};

static const MemoryFile glossary_files[] = {
    {"data", "rules", NULL},
    {"data", "dictionaries", NULL},
    {"data/rules", "jargon", NULL},
    {"data/rules/jargon", "money.yaml",
     "extends: substitution\nmessage: \"Say “%s” instead of “%s”.\"\nlevel: suggestion\n"
     "why: Few know money words.\ndictionary: money\noptions:\n  glossary: yes\n"
     "examples:\n  bad: [The risk register is long.]\n  good: [We spent it.]\n"
     "sources: [A style guide]\n"},
    {"data/dictionaries", "money.csv",
     "term,plain,part\nrisk register,list of risks,noun\nin accordance with,by,fixed\n"},
    {"data", "own.csv", "term,long,plain\nHVG,harbour view group,a club\n"},
    {NULL, NULL, NULL},
};

static const MemoryFile bad_files[] = {
    {"data", "rules", NULL},
    {"data/rules", "jargon", NULL},
    {"data/rules/jargon", "broken.yaml", "extends: nothing-known\nmessage: Say so.\n"},
    {NULL, NULL, NULL},
};

static pp_status memory_read(const pp_loader *loader, const char *path, pp_take take, void *context)
{
    for (const MemoryFile *file = loader->user; file->folder; file++) {
        char whole[128];
        (void)snprintf(whole, sizeof whole, "%s/%s", file->folder, file->name);
        if (!file->text || strcmp(whole, path) != 0)
            continue;
        size_t half = strlen(file->text) / 2;
        take(context, file->text, half);
        take(context, file->text + half, strlen(file->text) - half);
        return PP_OK;
    }
    return PP_IO;
}

static pp_status memory_list(const pp_loader *loader, const char *path, pp_take_entry each,
                             void *context)
{
    bool is_known = false;
    for (const MemoryFile *file = loader->user; file->folder; file++) {
        if (strcmp(file->folder, path) != 0)
            continue;
        is_known = true;
        pp_status status = each(context, file->name, !file->text);
        if (status != PP_OK)
            return status;
    }
    return is_known ? PP_OK : PP_IO;
}

static pp_loader memory_loader(const MemoryFile *files)
{
    return (pp_loader){.user = (void *)files, .read = memory_read, .list = memory_list};
}

static pp_rules *load_from(const MemoryFile *files, const pp_options *options)
{
    pp_loader loader = memory_loader(files);
    pp_diagnostics *diagnostics = pp_diagnostics_new();
    pp_rules *rules = NULL;
    pp_status status = pp_rules_load(&loader, "data", options, diagnostics, &rules);
    for (size_t i = 0; i < pp_diagnostics_count(diagnostics); i++)
        print_error("%s:%zu: %s\n", pp_diagnostics_path(diagnostics, i, NULL),
                    pp_diagnostics_line(diagnostics, i),
                    pp_diagnostics_message(diagnostics, i, NULL));
    assert_int_equal(status, PP_OK);
    assert_int_equal(pp_diagnostics_count(diagnostics), 0);
    pp_diagnostics_free(diagnostics);
    return rules;
}

static pp_rules *load(const pp_options *options)
{
    return load_from(good_files, options);
}

static pp_report *check(const pp_rules *rules, const char *name, const char *paper)
{
    pp_checker *checker = pp_checker_new(rules);
    pp_report *report = NULL;
    assert_int_equal(pp_check(checker, name, paper, strlen(paper), NULL, &report), PP_OK);
    pp_checker_free(checker);
    return report;
}

static const char paper[] = "# Quality\n\nThe board will utilise\nthe synergy it has.\n";

static void test_findings(void **state)
{
    (void)state;
    pp_rules *rules = load(NULL);
    pp_report *report = check(rules, "paper.md", paper);
    assert_true(pp_report_is_whole(report));
    assert_int_equal(pp_diagnostics_count(pp_report_diagnostics(report)), 0);
    assert_int_equal(pp_report_count(report), 2);
    assert_int_equal(pp_report_count_of(report, PP_ERROR), 1);
    assert_int_equal(pp_report_count_of(report, PP_WARNING), 0);

    const pp_finding *finding = pp_report_finding(report, 0);
    size_t len = 99;
    assert_string_equal(pp_finding_rule(finding, &len), "jargon.wordy");
    assert_int_equal(len, strlen("jargon.wordy"));
    assert_string_equal(pp_finding_message(finding, NULL), "Say “use” instead of “utilise”.");
    assert_string_equal(pp_finding_match(finding, NULL), "utilise");
    assert_string_equal(pp_finding_excerpt(finding, NULL), "The board will utilise");
    assert_int_equal(pp_finding_severity(finding), PP_SUGGESTION);
    assert_int_equal(pp_finding_suggestion_count(finding), 1);
    assert_string_equal(pp_finding_suggestion(finding, 0, NULL), "use");
    assert_int_equal(pp_finding_heading_count(finding), 1);
    assert_string_equal(pp_finding_heading(finding, 0, NULL), "Quality");
    assert_string_equal(pp_finding_part(finding, NULL), "");
    assert_true(pp_finding_fingerprint(finding) !=
                pp_finding_fingerprint(pp_report_finding(report, 1)));
    pp_location at = pp_finding_location(finding);
    assert_int_equal(at.precision, PP_EXACT);
    assert_int_equal(at.line, 3);
    assert_int_equal(at.column, 16);
    assert_int_equal(at.end_column, 23);
    assert_memory_equal(paper + at.offset, "utilise", at.length);
    assert_int_equal(at.length, 7);
    assert_int_equal(at.page, 0);
    pp_report_free(report);
    pp_rules_free(rules);
}

static void test_options(void **state)
{
    (void)state;
    static const char *const banned[] = {"jargon.banned", NULL};
    pp_rules *only = load(&(pp_options){.only = banned});
    pp_rules *skip = load(&(pp_options){.skip = banned});
    pp_report *with = check(only, "paper.md", paper), *without = check(skip, "paper.md", paper);
    assert_int_equal(pp_report_count(with), 1);
    assert_int_equal(pp_report_count_of(with, PP_ERROR), 1);
    assert_int_equal(pp_report_count(without), 1);
    assert_int_equal(pp_report_count_of(without, PP_ERROR), 0);
    pp_report_free(with);
    pp_report_free(without);
    pp_rules_free(only);
    pp_rules_free(skip);
}

static void test_rules_wrong(void **state)
{
    (void)state;
    pp_loader loader = memory_loader(bad_files);
    pp_diagnostics *diagnostics = pp_diagnostics_new();
    pp_rules *rules = NULL;
    assert_int_equal(pp_rules_load(&loader, "data", NULL, diagnostics, &rules), PP_CONFIG);
    assert_null(rules);
    assert_true(pp_diagnostics_count(diagnostics) >= 1);
    assert_true(pp_diagnostics_is_error(diagnostics, 0));
    assert_string_equal(pp_diagnostics_path(diagnostics, 0, NULL), "data/rules/jargon/broken.yaml");
    assert_int_equal(pp_diagnostics_line(diagnostics, 0), 1);
    assert_true(strlen(pp_diagnostics_message(diagnostics, 0, NULL)) > 10);
    assert_int_equal(pp_rules_load(&loader, "data", NULL, NULL, &rules), PP_CONFIG);
    assert_int_not_equal(pp_rules_load(&loader, "none", NULL, diagnostics, &rules), PP_OK);
    assert_int_not_equal(pp_rules_load(NULL, "/none", NULL, diagnostics, &rules), PP_OK);
    assert_null(rules);
    pp_diagnostics_free(diagnostics);
}

static void assert_unread(const pp_rules *rules, const char *name, const char *format,
                          pp_status expected, const char *code)
{
    pp_checker *checker = pp_checker_new(rules);
    pp_report *report = NULL;
    assert_int_equal(pp_check(checker, name, "not a zip", 9, format, &report), expected);
    assert_non_null(report);
    assert_false(pp_report_is_whole(report));
    assert_int_equal(pp_report_count(report), 0);
    assert_string_equal(pp_report_title(report, NULL), "");
    assert_int_equal(pp_report_statistics(report).words, 0);
    const pp_diagnostics *diagnostics = pp_report_diagnostics(report);
    assert_true(pp_diagnostics_count(diagnostics) >= 1);
    if (code)
        assert_string_equal(pp_diagnostics_code(diagnostics, 0, NULL), code);
    pp_report_free(report);
    pp_checker_free(checker);
}

static void test_unread(void **state)
{
    (void)state;
    pp_rules *rules = load(NULL);
    assert_unread(rules, "paper.odt", NULL, PP_UNSUPPORTED, "format-unknown");
    assert_unread(rules, "paper", NULL, PP_UNSUPPORTED, "format-unknown");
    assert_unread(rules, "paper.md", "odt", PP_UNSUPPORTED, "format-unknown");
    assert_unread(rules, "paper.docx", NULL, PP_SYNTAX, NULL);
    pp_rules_free(rules);
}

typedef struct Output {
    char text[16384];
    size_t len;
} Output;

static void take(void *context, const void *bytes, size_t len_bytes)
{
    Output *output = context;
    assert_true(output->len + len_bytes < sizeof output->text);
    memcpy(output->text + output->len, bytes, len_bytes);
    output->len += len_bytes;
}

static void test_write(void **state)
{
    (void)state;
    static const struct {
        const char *format, *start, *holds;
    } cases[] = {
        {"text", "a.md\n", "2 papers: 1 thing shuts readers out, 1 to consider."},
        {"json", "{\"plainpaper\": \"", "\"documents\": 2, \"errors\": 1, \"warnings\": 0"},
        {"sarif", "{\"$schema\"", "\"ruleId\": \"jargon.wordy\", \"ruleIndex\": 1"},
        {"github", "::notice file=a.md,line=3,col=16,endColumn=23,title=jargon.wordy::",
         "::error file=a.md,line=4,"},
    };
    pp_rules *rules = load(NULL);
    pp_report *reports[] = {check(rules, "a.md", paper), check(rules, "b.txt", "")};
    const pp_report *const *list = (const pp_report *const *)reports;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Output *output = calloc(1, sizeof *output);
        assert_int_equal(pp_reports_write(list, 2, cases[i].format, take, output), PP_OK);
        assert_memory_equal(output->text, cases[i].start, strlen(cases[i].start));
        assert_non_null(strstr(output->text, cases[i].holds));
        free(output);
    }
    Output *output = calloc(1, sizeof *output);
    assert_int_equal(pp_reports_write(list, 2, "xml", take, output), PP_UNSUPPORTED);
    assert_int_equal(output->len, 0);
    assert_int_equal(pp_reports_write(NULL, 0, "sarif", take, output), PP_OK);
    assert_true(output->len > 0);
    free(output);
    pp_report_free(reports[0]);
    pp_report_free(reports[1]);
    pp_rules_free(rules);
}

static void test_file_loader(void **state)
{
    (void)state;
    const pp_loader *loader = pp_file_loader();
    Output *output = calloc(1, sizeof *output);
    assert_int_equal(loader->read(loader, "/none", take, output), PP_IO);
    assert_int_equal(loader->read(loader, "/dev/null", take, output), PP_OK);
    assert_int_equal(output->len, 0);
    free(output);
}

static void test_version(void **state)
{
    (void)state;
    assert_true(strlen(pp_version()) >= 5);
    pp_rules_free(NULL);
    pp_checker_free(NULL);
    pp_report_free(NULL);
    pp_diagnostics_free(NULL);
}

static void append(void *context, const void *bytes, size_t len_bytes)
{
    char *text = context;
    size_t len = strlen(text);
    assert_true(len + len_bytes < 4096);
    memcpy(text + len, bytes, len_bytes);
    text[len + len_bytes] = '\0';
}

static void check_word(const pp_glossary *glossary, size_t index, const char *word,
                       pp_word_state state, size_t n_uses, size_t n_meanings)
{
    size_t len = 0;
    assert_string_equal(pp_glossary_word(glossary, index, &len), word);
    assert_int_equal(len, strlen(word));
    assert_int_equal(pp_glossary_state(glossary, index), state);
    assert_int_equal(pp_glossary_uses(glossary, index), n_uses);
    assert_int_equal(pp_glossary_meaning_count(glossary, index), n_meanings);
}

static void check_meaning(const pp_glossary *glossary, size_t index, size_t meaning,
                          pp_source source, const char *long_form, const char *plain)
{
    size_t len = 99;
    assert_int_equal(pp_glossary_meaning_source(glossary, index, meaning), source);
    assert_string_equal(pp_glossary_meaning_long(glossary, index, meaning, &len), long_form);
    assert_int_equal(len, strlen(long_form));
    assert_string_equal(pp_glossary_meaning_plain(glossary, index, meaning, &len), plain);
    assert_int_equal(len, strlen(plain));
}

static void test_glossary(void **state)
{
    (void)state;
    const char *const own[] = {"data/own.csv", NULL};
    pp_rules *rules =
        load_from(glossary_files, &(pp_options){.glossaries = own, .explains_words = true});
    pp_report *reports[] = {
        check(rules, "a.md", "# One\n\nThe ABC, in accordance with the risk register, met.\n"),
        check(rules, "b.md",
              "# Two\n\nThe amber boat club (ABC) met. The ABC and the health visiting group (HVG) "
              "sang. The XQZ left.\n")};
    pp_glossary *glossary = pp_glossary_new((const pp_report *const *)reports, 2);
    assert_int_equal(pp_glossary_count(glossary), 4);

    check_word(glossary, 0, "ABC", PP_WORD_EXPLAINED, 3, 1);
    check_meaning(glossary, 0, 0, PP_SOURCE_PAPER, "amber boat club", "");
    assert_int_equal(pp_glossary_first_report(glossary, 0), 0);
    assert_int_equal(pp_glossary_first_use(glossary, 0).line, 3);
    assert_int_equal(pp_glossary_first_use(glossary, 0).column, 5);
    assert_false(pp_glossary_is_disputed(glossary, 0));

    check_word(glossary, 1, "HVG", PP_WORD_EXPLAINED, 1, 2);
    check_meaning(glossary, 1, 0, PP_SOURCE_GLOSSARY, "harbour view group", "a club");
    check_meaning(glossary, 1, 1, PP_SOURCE_PAPER, "health visiting group", "");
    assert_true(pp_glossary_is_disputed(glossary, 1));
    assert_int_equal(pp_glossary_first_report(glossary, 1), 1);

    check_word(glossary, 2, "risk register", PP_WORD_EXPLAINED, 1, 1);
    check_meaning(glossary, 2, 0, PP_SOURCE_DICTIONARY, "", "list of risks");
    check_word(glossary, 3, "XQZ", PP_WORD_UNEXPLAINED, 1, 0);

    char sheet[4096] = "";
    assert_int_equal(pp_glossary_write(glossary, "json", false, append, sheet), PP_UNSUPPORTED);
    assert_string_equal(sheet, "");
    assert_int_equal(pp_glossary_write(glossary, "markdown", false, append, sheet), PP_OK);
    assert_non_null(strstr(sheet,
                           "| ABC | amber boat club | `b.md` | Line 3, under `One` in `a.md` "
                           "| 3 |\n"));
    pp_glossary_free(glossary);
    pp_glossary_free(NULL);
    for (size_t i = 0; i < 2; i++)
        pp_report_free(reports[i]);
    pp_rules_free(rules);
}

static void test_glossary_of_nothing(void **state)
{
    (void)state;
    pp_glossary *glossary = pp_glossary_new(NULL, 0);
    char sheet[4096] = "";
    assert_int_equal(pp_glossary_count(glossary), 0);
    assert_int_equal(pp_glossary_write(glossary, "html", true, append, sheet), PP_OK);
    assert_non_null(strstr(sheet, "No paper could be read"));
    pp_glossary_free(glossary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_glossary),
        cmocka_unit_test(test_glossary_of_nothing),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_rules_wrong),
        cmocka_unit_test(test_unread),
        cmocka_unit_test(test_write),
        cmocka_unit_test(test_file_loader),
        cmocka_unit_test(test_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
