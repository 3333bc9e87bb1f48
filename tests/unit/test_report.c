/* Golden tests of the reporters: every case of report_cases.c in every format.
 *
 *     test_report FOLDER            compares with FOLDER/report-CASE.FORMAT
 *     test_report FOLDER --write    writes those files instead */
#include "base/file_loader.h"
#include "base/utf8.h"
#include "report/visible.h"
#include "report_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdio.h>
#include <string.h>

typedef struct Golden {
    const ReportCase *report_case;
    const Reporter *reporter;
    const char *variant; /* "", "-colour" or "-quiet" */
    ReportOptions options;
    const char *folder;
    bool is_writing;
    char name[64];
} Golden;

static void write_file(const char *path, Str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

static void compare(const char *path, Str got)
{
    Buf golden = {0};
    const Loader *loader = file_loader();
    if (loader->read(loader, str_of(path), &golden) != STATUS_OK)
        fail_msg("%s is missing; write it with --write", path);
    size_t line = 1, at = 0;
    while (at < got.len && at < golden.len && got.data[at] == golden.data[at])
        line += got.data[at++] == '\n';
    if (!str_eq(got, buf_str(&golden)))
        fail_msg("%s differs in line %zu; the reporter gave:\n%.*s", path, line, STR_ARG(got));
    buf_free(&golden);
}

static void assert_is_json(Str report)
{
    json_error_t error;
    json_t *value =
        json_loadb(report.data, report.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (!value)
        fail_msg("no JSON: %s, line %d", error.text, error.line);
    json_decref(value);
}

/* Nothing that a paper holds may steer a terminal or a log. */
static void assert_is_harmless(Str report, bool has_colour)
{
    for (size_t i = 0; i < report.len;) {
        uint32_t code_point;
        i += utf8_decode(report, i, &code_point);
        bool is_ours = code_point == '\n' || (has_colour && code_point == 0x1B);
        if (utf8_is_control(code_point) && !is_ours)
            fail_msg("a control character at byte %zu", i);
    }
}

static void assert_lines_fit(Str report)
{
    for (size_t start = 0; start < report.len;) {
        size_t end = str_find(report, STR("\n"), start);
        Str line = str_sub(report, start, end);
        start = end + 1;
        bool is_one_word = str_find(str_trim(line), STR(" "), 0) == str_trim(line).len;
        if (visible_columns(line) > 80 && !is_one_word)
            fail_msg("more than 80 columns: %.*s", STR_ARG(line));
    }
}

static void test_golden(void **state)
{
    const Golden *golden = *state;
    Buf report = {0}, again = {0};
    golden->report_case->write(golden->reporter, &golden->options, &report);
    golden->report_case->write(golden->reporter, &golden->options, &again);
    Str got = buf_str(&report), name = golden->reporter->name;
    assert_true(str_eq(got, buf_str(&again)));
    if (str_eq(name, STR("text"))) {
        assert_is_harmless(got, golden->options.has_colour);
        if (!golden->options.has_colour)
            assert_lines_fit(got);
    } else if (!str_eq(name, STR("github"))) {
        assert_is_json(got);
    }
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", golden->folder, golden->name);
    if (golden->is_writing)
        write_file(path, got);
    else
        compare(path, got);
    buf_free(&report);
    buf_free(&again);
}

static void fill(Golden *golden, const ReportCase *report_case, const Reporter *reporter,
                 const char *variant)
{
    *golden = (Golden){
        .report_case = report_case,
        .reporter = reporter,
        .variant = variant,
        .options = {.has_colour = strcmp(variant, "-colour") == 0,
                    .is_quiet = strcmp(variant, "-quiet") == 0,
                    .rules = report_case_rules(),
                    .version = STR("0.1.0")},
    };
    (void)snprintf(golden->name, sizeof golden->name, "report-%s%s.%.*s", report_case->name,
                   variant, STR_ARG(reporter->name));
}

enum { GOLDENS_MAX = 64 };

static size_t fill_all(Golden *goldens)
{
    static const char *const variants[] = {"-colour", "-quiet"};
    size_t n = 0, n_reporters;
    const Reporter *const *reporters = reporters_all(&n_reporters);
    for (size_t i = 0; i < n_report_cases; i++) {
        for (size_t j = 0; j < n_reporters; j++)
            fill(&goldens[n++], &report_cases[i], reporters[j], "");
        for (size_t j = 0; j < 2; j++)
            fill(&goldens[n++], &report_cases[i], reporter_named(STR("text")), variants[j]);
        assert_true(n <= GOLDENS_MAX);
    }
    return n;
}

int main(int argc, char **argv)
{
    static Golden goldens[GOLDENS_MAX];
    static struct CMUnitTest tests[GOLDENS_MAX];
    if (argc < 2) {
        fprintf(stderr, "usage: test_report FOLDER [--write]\n");
        return 2;
    }
    size_t n = fill_all(goldens);
    for (size_t i = 0; i < n; i++) {
        goldens[i].folder = argv[1];
        goldens[i].is_writing = argc > 2 && strcmp(argv[2], "--write") == 0;
        tests[i] = (struct CMUnitTest){
            .name = goldens[i].name, .test_func = test_golden, .initial_state = &goldens[i]};
    }
    return _cmocka_run_group_tests("report", tests, n, NULL, NULL);
}
