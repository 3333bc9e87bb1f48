/* Dictionaries: what a CSV file may hold, and every complaint with its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "rule/dictionary.h"

static const struct {
    const char *csv;
    const char *want; /* "line:column message", each behind a line feed */
} faults[] = {
    {"", "1:1 The file is empty: its first row must name the columns."},
    {"\n\n", "1:1 The file is empty: its first row must name the columns."},
    {"plain,note\na,b\n", "1:1 The first row must name a column \"term\"."},
    {"term,plian\na,b\n", "1:6 Unknown column \"plian\": did you mean \"plain\"?"},
    {"term,zzzzz\na,b\n", "1:6 Unknown column \"zzzzz\": remove it."},
    {"term;long\na;b\n", "1:1 Commas must part the columns: save the file as \"CSV UTF-8\"."},
    {"term\tlong\na\tb\n", "1:1 Commas must part the columns: save the file as \"CSV UTF-8\"."},
    {"term,plain,Term\na,b,c\n", "1:12 Column \"term\" is here twice: remove one."},
    {"term,plain\na\n", "2:1 This row has 1 fields, the first row 2."},
    {"term,plain\na,b,c\nd,e\n", "2:1 This row has 3 fields, the first row 2."},
    {"term,plain\n,b\n", "2:1 This row has no term: fill it in or remove the row."},
    {"plain,term\n\"x,\ny\", \n", "3:4 This row has no term: fill it in or remove the row."},
    {"term\n&\n", "2:1 Term \"&\" has no letter or digit."},
    {"term,part\na,nuon\n", "2:3 Unknown part \"nuon\": did you mean \"noun\"?"},
    {"term,severity\na,worst\n", "2:3 Unknown severity \"worst\": did you mean \"warning\"?"},
    {"term,field\na,generel\n", "2:3 Unknown field \"generel\": did you mean \"general\"?"},
    {"term,plain\nStep-change,b\nx,y\nstep change,c\n", /* one is cased, the other not */ NULL},
    {"term,plain\nstep-change,b\nx,y\nstep change,c\n",
     "4:1 Term \"step change\" is in line 2 already: remove one."},
    {"plain,term\nb,a\n\"c\nd\",e\nc,a\n", "5:3 Term \"a\" is in line 2 already: remove one."},
    {"term,long\nCPA,a\nCPA,b\n", NULL},
    {"term,long\nCPA,a\nCPA,a\n", "3:1 Term \"CPA\" is in line 2 already: remove one."},
    {"term,plain\na,b\"c\n", "2:4 A quotation mark stands inside a field: double it."},
    {"term,plain\na,\"b\"c\n", "2:6 A quotation mark stands inside a field: double it."},
    {"term,plain\na,\"b\nc\n", "2:1 A quotation mark is opened here and never closed."},
    {"term\nok\ncaf\xE9\n", "3:4 This is not UTF-8 text: save the file as \"CSV UTF-8\"."},
    {"term,plain\n,x\ny,z,w\n", "2:1 This row has no term: fill it in or remove the row.\n"
                                "3:1 This row has 3 fields, the first row 2."},
};

static void test_faults(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        Arena arena = {0};
        DiagnosticSink sink = {0};
        Dictionary dictionary = {0};
        Status status =
            dictionary_read(STR("d.csv"), str_of(faults[i].csv), &arena, &sink, &dictionary);
        assert_int_equal(status, faults[i].want ? STATUS_CONFIG : STATUS_OK);
        Buf told = {0};
        for (size_t k = 0; k < sink.items.len; k++) {
            const Diagnostic *item = &sink.items.items[k];
            assert_string_equal(item->path.data, "d.csv");
            assert_int_equal(item->code, DIAG_DICTIONARY_BROKEN);
            buf_printf(&told, "%s%zu:%zu %.*s", k ? "\n" : "", item->line, item->column,
                       STR_ARG(item->message));
        }
        buf_append_char(&told, '\0');
        assert_string_equal(told.data, faults[i].want ? faults[i].want : "");
        buf_free(&told);
        diagnostic_sink_free(&sink);
        arena_free(&arena);
    }
}

static void write_list(Buf *buf, const char *name, StrList list)
{
    buf_printf(buf, " %s=", name);
    for (size_t i = 0; i < list.len; i++)
        buf_printf(buf, "%s%.*s", i ? "+" : "", STR_ARG(list.items[i]));
}

static void test_rows(void **state)
{
    (void)state;
    static const char csv[] =
        "\xEF\xBB\xBFTerm,plain,note,unless_near,source,part,severity,long,only_near,field\r\n"
        "utilise,use | employ|, Say \xE2\x80\x9Cuse\xE2\x80\x9D. ,baby|order to "
        "cash,own,Verb,,,,\r\n"
        "\r\n"
        "\"A&E\",\"emergency, or \"\"A\"\"\",\"two\nlines\",,,noun,suggestion,accident and "
        "emergency,ward | patients,General\r\n"
        ",,,,,,,,,\r\n"
        "caf\xC3\xA9,,,,,,error,,,";
    static const char *const want[] = {
        "utilise part=2 cased=0 severity=-1 plain=use+employ guards=baby+order to cash only="
        " note=Say \xE2\x80\x9Cuse\xE2\x80\x9D. source=own long= general=0",
        "A&E part=1 cased=1 severity=0 plain=emergency, or \"A\" guards= only=ward+patients"
        " note=two\nlines source= long=accident and emergency general=1",
        "caf\xC3\xA9 part=0 cased=0 severity=2 plain= guards= only= note= source= long= general=0",
    };
    Arena arena = {0};
    DiagnosticSink sink = {0};
    Dictionary dictionary;
    Str bytes = {csv, sizeof csv - 1};
    assert_int_equal(dictionary_read(STR("d.csv"), bytes, &arena, &sink, &dictionary), STATUS_OK);
    assert_int_equal(sink.items.len, 0);
    assert_int_equal(dictionary.n_terms, 3);
    assert_true(dictionary.has_long_forms && dictionary.has_parts);
    for (size_t i = 0; i < 3; i++) {
        const Term *term = &dictionary.terms[i];
        Buf buf = {0};
        buf_printf(&buf, "%.*s part=%d cased=%d severity=%d", STR_ARG(term->term), (int)term->part,
                   term->is_cased, term->has_severity ? term->severity : -1);
        write_list(&buf, "plain", term->plain);
        write_list(&buf, "guards", term->guards);
        write_list(&buf, "only", term->only_near);
        buf_printf(&buf, " note=%.*s source=%.*s long=%.*s general=%d", STR_ARG(term->note),
                   STR_ARG(term->source), STR_ARG(term->long_form), term->is_general);
        buf_append_char(&buf, '\0');
        assert_string_equal(buf.data, want[i]);
        assert_true(term->is_from_dictionary);
        buf_free(&buf);
    }
    diagnostic_sink_free(&sink);
    arena_free(&arena);
}

static void test_header_only(void **state)
{
    (void)state;
    Arena arena = {0};
    Dictionary dictionary;
    assert_int_equal(dictionary_read(STR("d.csv"), STR("term"), &arena, NULL, &dictionary),
                     STATUS_OK);
    assert_int_equal(dictionary.n_terms, 0);
    assert_false(dictionary.has_long_forms || dictionary.has_parts);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_header_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
