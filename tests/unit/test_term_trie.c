/* The term trie: forms, joints, guards, capitals, longest match. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rule/dictionary.h"

typedef struct Row {
    const char *term;
    PartOfSpeech part;
    const char *guard; /* NULL: none */
    bool is_cased;
} Row;

static const Row rows[] = {
    { "utilise", PART_VERB, NULL, false },
    { "step change", PART_NOUN, NULL, false },
    { "change", PART_NOUN, NULL, false },
    { "co-morbidity", PART_NOUN, NULL, false },
    { "and/or", PART_FIXED, NULL, false },
    { "deliver", PART_VERB, "baby", false },
    { "API", PART_NOUN, NULL, true },
    { "in order to", PART_FIXED, NULL, false },
};

typedef struct Case {
    const char *text;
    const char *found; /* matches joined by '|' */
} Case;

static const Case cases[] = {
    { "We utilise it and utilised it, utilizing all.", "utilise|utilised|utilizing" },
    { "A step change, and step changes.", "step change|step changes" },
    { "A step-change.", "step-change" },
    { "A step. Change it.", "Change" },
    { "Many co morbidities and comorbidity.", "co morbidities" },
    { "This and/or that, this and or that.", "and/or" },
    { "We deliver care.", "deliver" },
    { "She delivered two babies.", "" },
    { "We deliver. The baby slept.", "deliver" },
    { "The API and the api and APIs.", "API|APIs" },
    { "In Order To win, IN ORDER TO WIN.", "In Order To|IN ORDER TO" },
    { "See https://example.org/change/utilise now.", "" },
};

typedef struct Collect {
    const Prose *prose;
    Buf found;
} Collect;

static void collect(void *context, const TermMatch *match)
{
    Collect *collect = context;
    if (collect->found.len)
        buf_append_char(&collect->found, '|');
    Span span = words_span(collect->prose, match->first_word, match->last_word);
    buf_append(&collect->found, span_of(span, collect->prose->text));
}

static void finds_terms(void **state)
{
    (void)state;
    static const Rule rule;
    Arena arena = { 0 };
    TermTrie *trie = term_trie_new();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Str *guard = arena_new(&arena, Str);
        *guard = str_of(rows[i].guard);
        term_trie_add(trie, &(Term){ .term = str_of(rows[i].term),
                                     .part = rows[i].part,
                                     .guards = { guard, rows[i].guard != NULL },
                                     .is_cased = rows[i].is_cased,
                                     .rule = &rule });
    }
    term_trie_finish(trie);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Prose prose = prose_of_text(str_of(cases[i].text), &arena);
        Collect found = { .prose = &prose };
        term_trie_match(trie, &prose, collect, &found);
        buf_append_char(&found.found, '\0');
        assert_string_equal(found.found.data, cases[i].found);
        buf_free(&found.found);
    }
    term_trie_free(trie);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(finds_terms) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
