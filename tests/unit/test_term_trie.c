#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "rule/dictionary.h"
#include "rule/guard.h"
#include "text/inflect_rules.h"

/* Matches as "term<words>form term<words>form"; the rule's number in front when it is not the
 * first. */
typedef struct Found {
    Buf buf;
    const Prose *prose;
    const Rule *rules;
} Found;

static void write_match(void *context, const TermMatch *match)
{
    Found *found = context;
    Span span = words_span(found->prose, match->first_word, match->last_word);
    Str text = span_of(span, found->prose->text);
    if (found->buf.len)
        buf_append_char(&found->buf, ' ');
    if (match->term->rule != found->rules)
        buf_printf(&found->buf, "%d:", (int)(match->term->rule - found->rules));
    buf_printf(&found->buf, "%.*s<%.*s>", STR_ARG(match->term->term), STR_ARG(text));
    if (match->form != FORM_BASE)
        buf_printf(&found->buf, "%d", (int)match->form);
}

static const Rule rules[2];

static Str guard_baby[] = {{"baby", 4}, {"parcel", 6}};
static Str guard_cash[] = {{"order to cash", 13}};
static Str only_ward[] = {{"ward", 4}, {"waiting list", 12}};
static Str guard_go[] = {{"go", 2}, {"child", 5}};

static Term terms[] = {
    {.term = {"utilise", 7}, .part = PART_VERB},
    {.term = {"pathway", 7}, .part = PART_NOUN},
    {.term = {"care pathway", 12}, .part = PART_NOUN},
    {.term = {"pathway", 7}, .part = PART_NOUN, .rule = &rules[1]},
    {.term = {"take forward", 12}, .part = PART_VERB},
    {.term = {"package of care", 15}, .part = PART_NOUN},
    {.term = {"co-morbidity", 12}, .part = PART_NOUN},
    {.term = {"ring-fence", 10}, .part = PART_VERB},
    {.term = {"in order to", 11}, .guards = {guard_cash, 1}},
    {.term = {"in order", 8}},
    {.term = {"deliver", 7}, .part = PART_VERB, .guards = {guard_baby, 2}},
    {.term = {"e.g.", 4}},
    {.term = {"and/or", 6}},
    {.term = {"A&E", 3}, .is_cased = true, .part = PART_NOUN},
    {.term = {"IT", 2}, .is_cased = true},
    {.term = {"GP", 2}, .is_cased = true, .part = PART_NOUN},
    {.term = {"vis-\xC3\xA0-vis", 10}},
    {.term = {"chair's action", 14}},
    {.term = {"step change", 11}, .is_exact = true},
    {.term = {"robust", 6}, .part = PART_ADJECTIVE},
    {.term = {"leaf", 4}, .part = PART_NOUN},
    {.term = {"leave", 5}, .part = PART_VERB},
    {.term = {"fudge", 5}, .guards = {guard_go, 2}},
    {.term = {"organisation", 12}, .part = PART_NOUN},
    {.term = {"flow", 4}, .only_near = {only_ward, 2}, .guards = {guard_cash, 1}},
};

static TermTrie *make_trie(void)
{
    TermTrie *trie = term_trie_new();
    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        if (!terms[i].rule)
            terms[i].rule = &rules[0];
        term_trie_add(trie, &terms[i]);
    }
    term_trie_finish(trie);
    return trie;
}

static const struct {
    const char *text;
    const char *want;
} cases[] = {
    {"", ""},
    {"Nothing to see.", ""},
    {"We utilise it.", "utilise<utilise>"},
    {"UTILISE Utilised utilizing utilizes",
     "utilise<UTILISE> utilise<Utilised>5 utilise<utilizing>7 utilise<utilizes>4"},
    {"reutilise utiliser util", ""},
    {"The pathway's end", "pathway<pathway's>2 1:pathway<pathway's>2"},
    {"The pathway\xE2\x80\x99s end",
     "pathway<pathway\xE2\x80\x99s>2 1:pathway<pathway\xE2\x80\x99s>2"},
    {"both pathways' ends", "pathway<pathways>1 1:pathway<pathways>1"},
    /* the longest of a rule, none inside it; another rule has its own */
    {"a care pathway", "care pathway<care pathway> 1:pathway<pathway>"},
    {"care pathways", "care pathway<care pathways>1 1:pathway<pathways>1"},
    {"care, pathway", "pathway<pathway> 1:pathway<pathway>"},
    {"care. Pathway", "pathway<Pathway> 1:pathway<Pathway>"},
    {"care-pathway", "care pathway<care-pathway> 1:pathway<pathway>"},
    {"It took forward ideas", "take forward<took forward>5"},
    {"taken forward, taking forward", "take forward<taken forward>6 take forward<taking forward>7"},
    {"take it forward", ""},
    {"packages of care", "package of care<packages of care>1"},
    {"package of cares", ""},
    {"co morbidity, comorbidity, co-morbidities",
     "co-morbidity<co morbidity> co-morbidity<co-morbidities>1"},
    {"ring-fenced ring fencing ringed-fence", "ring-fence<ring-fenced>5 ring-fence<ring fencing>7"},
    {"in order to win", "in order to<in order to>"},
    {"in order. To win", "in order<in order>"},
    {"in\norder  to win", "in order to<in\norder  to>"},
    /* guards: same sentence only, all forms, several words in their order */
    {"We deliver care.", "deliver<deliver>"},
    {"We deliver babies.", ""},
    {"The baby was delivered.", ""},
    {"A baby came. We deliver care.", "deliver<deliver>"},
    {"in order to cash a cheque", ""},
    {"in order to win cash", "in order to<in order to>"},
    {"cash in order to order", "in order to<in order to>"},
    {"fudge went there", ""},
    {"children like fudge", ""},
    {"fudge, please", "fudge<fudge>"},
    /* only_near: the other way round */
    {"The flow from the wards is slow.", "flow<flow>"},
    {"The river's flow is slow. The ward is full.", ""},
    {"Waiting lists slow the flow.", "flow<flow>"},
    {"We wait for a list of the flow.", ""},
    {"The ward's flow is in order to cash.", ""},
    /* marks must be as written, spaces around them are let pass */
    {"e.g. this, e.g this, eg this", "e.g.<e.g> e.g.<e.g>"},
    {"e g this", ""},
    {"and/or, and / or", "and/or<and/or> and/or<and / or>"},
    {"and or; and-or", ""},
    {"A&E A & E A&Es A&E's", "A&E<A&E> A&E<A & E> A&E<A&Es>1 A&E<A&E's>2"},
    {"a&e A/E A E", ""},
    /* capitals */
    {"IT and it and It", "IT<IT>"},
    {"GPs, gps, GP's, GPS", "GP<GPs>1 GP<GP's>2"},
    {"Vis-\xC3\x80-vis, vis \xC3\xA0 vis",
     "vis-\xC3\xA0-vis<Vis-\xC3\x80-vis> vis-\xC3\xA0-vis<vis \xC3\xA0 vis>"},
    {"chair\xE2\x80\x99s action", "chair's action<chair\xE2\x80\x99s action>"},
    {"path\xC2\xADway", "pathway<path\xC2\xADway> 1:pathway<path\xC2\xADway>"},
    /* exact terms of rule files */
    {"step change, step-change, step change's, step changes",
     "step change<step change> step change<step change's>2"},
    {"robustly more robust", "robust<robust>"},
    /* a form of two terms: the first added */
    {"leaves leaving", "leaf<leaves>1 leave<leaving>7"},
    {"an organization's pathway",
     "organisation<organization's>2 pathway<pathway> 1:pathway<pathway>"},
    /* addresses */
    {"see www.pathway.org/utilise now", ""},
    {"see https://example.org/pathway/utilise now", ""},
};

static void test_cases(void **state)
{
    (void)state;
    TermTrie *trie = make_trie();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Prose prose = prose_of_text(str_of(cases[i].text), &arena);
        Found found = {.prose = &prose, .rules = rules};
        term_trie_match(trie, &prose, write_match, &found);
        buf_append_char(&found.buf, '\0');
        assert_string_equal(found.buf.data, cases[i].want);
        buf_free(&found.buf);
        arena_free(&arena);
    }
    term_trie_free(trie);
}

/* Two words of one hash must still be told apart by their letters. */
static void test_collision(void **state)
{
    (void)state;
    TermTrie *trie = make_trie();
    Arena arena = {0};
    Prose prose = prose_of_text(STR("We neglect pathway"), &arena);
    ((Word *)(uintptr_t)prose.words)[1].hash = word_hash(STR("utilise"));
    Found found = {.prose = &prose, .rules = rules};
    term_trie_match(trie, &prose, write_match, &found);
    buf_append_char(&found.buf, '\0');
    assert_string_equal(found.buf.data, "pathway<pathway> 1:pathway<pathway>");
    buf_free(&found.buf);
    arena_free(&arena);
    term_trie_free(trie);
}

static void test_words_not_to_look_at(void **state)
{
    (void)state;
    TermTrie *trie = make_trie();
    Arena arena = {0};
    Prose prose = prose_of_text(STR("utilise care pathway"), &arena);
    Word *words = (Word *)(uintptr_t)prose.words;
    words[0].shape |= WORD_IN_CODE;
    words[2].shape |= WORD_IN_ADDRESS;
    Found found = {.prose = &prose, .rules = rules};
    term_trie_match(trie, &prose, write_match, &found);
    assert_int_equal(found.buf.len, 0);
    words[0].shape = words[2].shape = 0;
    ((Node *)(uintptr_t)prose.block)->is_hidden = true;
    term_trie_match(trie, &prose, write_match, &found);
    assert_int_equal(found.buf.len, 0);
    arena_free(&arena);
    term_trie_free(trie);
}

static void write_term(void *context, const Term *term)
{
    Buf *buf = context;
    buf_printf(buf, "%.*s=%.*s;", STR_ARG(term->term), STR_ARG(term->long_form));
}

static void test_find(void **state)
{
    (void)state;
    static const Term acronyms[] = {
        {.term = {"CPA", 3}, .long_form = {"care programme approach", 23}, .is_cased = true},
        {.term = {"CPA", 3}, .long_form = {"cost per action", 15}, .is_cased = true},
        {.term = {"A&E", 3}, .long_form = {"accident and emergency", 22}, .is_cased = true},
        {.term = {"LeDeR", 5}, .long_form = {"learning from lives", 19}, .is_cased = true},
    };
    static const struct {
        const char *words;
        const char *want;
    } looked_up[] = {
        {"CPA", "CPA=care programme approach;CPA=cost per action;"},
        {"A&E", "A&E=accident and emergency;"},
        {"LeDeR", "LeDeR=learning from lives;"},
        {"LEDER", ""},
        {"cpa", ""},
        {"CPA plan", ""},
        {"A", ""},
        {"", ""},
        {"&", ""},
    };
    TermTrie *trie = term_trie_new();
    for (size_t i = 0; i < sizeof acronyms / sizeof acronyms[0]; i++)
        term_trie_add(trie, &acronyms[i]);
    term_trie_finish(trie);
    for (size_t i = 0; i < sizeof looked_up / sizeof looked_up[0]; i++) {
        Buf buf = {0};
        term_trie_find(trie, str_of(looked_up[i].words), write_term, &buf);
        buf_append_char(&buf, '\0');
        assert_string_equal(buf.data, looked_up[i].want);
        buf_free(&buf);
    }
    term_trie_free(trie);
}

static void test_empty(void **state)
{
    (void)state;
    TermTrie *trie = term_trie_new();
    term_trie_add(trie, &(Term){.term = {"&", 1}});
    term_trie_finish(trie);
    Arena arena = {0};
    Prose prose = prose_of_text(STR("a & b"), &arena);
    Found found = {.prose = &prose, .rules = rules};
    term_trie_match(trie, &prose, write_match, &found);
    term_trie_find(trie, STR("a"), write_term, &found.buf);
    assert_int_equal(found.buf.len, 0);
    arena_free(&arena);
    term_trie_free(trie);
    term_trie_free(NULL);
}

static void count_match(void *context, const TermMatch *match)
{
    (void)match;
    ++*(size_t *)context;
}

static void test_rule_guards(void **state)
{
    (void)state;
    const Rule guarded = {.guards = {guard_baby, 2}};
    TermTrie *trie = term_trie_new();
    term_trie_add(trie, &(Term){.term = {"deliver", 7}, .rule = &guarded});
    term_trie_add(trie, &(Term){.term = {"deliver", 7}, .rule = &rules[1]});
    term_trie_finish(trie);
    Arena arena = {0};
    Prose prose = prose_of_text(STR("We deliver babies. We deliver."), &arena);
    assert_true(term_trie_rule_is_guarded(trie, &guarded, &prose, 1));
    assert_false(term_trie_rule_is_guarded(trie, &guarded, &prose, 4));
    assert_false(term_trie_rule_is_guarded(trie, &rules[1], &prose, 1));
    size_t n = 0;
    term_trie_match(trie, &prose, count_match, &n);
    assert_int_equal(n, 3); /* both of the second rule, one of the first */
    arena_free(&arena);
    term_trie_free(trie);
}

static void assert_guards(Str guard, Str alternatives)
{
    Str form;
    while (next_alternative(&alternatives, &form)) {
        if (form.data[0] != guard.data[0])
            continue; /* "went", "ate": not known to guards, but for "go" */
        Arena arena = {0};
        Prose prose = prose_of_text(form, &arena);
        if (!guards_stand_near((StrList){&guard, 1}, &prose, 0))
            fail_msg("%.*s does not guard %.*s", STR_ARG(guard), STR_ARG(form));
        arena_free(&arena);
    }
}

static void assert_guards_form(void *context, Str form, Inflection inflection)
{
    (void)inflection;
    assert_guards(*(Str *)context, form);
}

/* Words are turned away by their length and first letters before they are compared: none
 * that is a form. */
static void test_guards_know_forms(void **state)
{
    (void)state;
    const Str regular[] = {STR("stop"),     STR("criticise"), STR("policy"), STR("panic"),
                           STR("lie"),      STR("box"),       STR("travel"), STR("use"),
                           STR("analysis"), STR("fix")};
    size_t n_verbs, n_nouns;
    const IrregularVerb *verbs = irregular_verbs(&n_verbs);
    const IrregularNoun *nouns = irregular_nouns(&n_nouns);
    for (size_t i = 0; i < n_verbs; i++) {
        assert_guards(verbs[i].base, verbs[i].past);
        assert_guards(verbs[i].base, verbs[i].participle);
    }
    for (size_t i = 0; i < n_nouns; i++)
        assert_guards(nouns[i].singular, nouns[i].plural);
    for (size_t i = 0; i < sizeof regular / sizeof regular[0]; i++) {
        Str word = regular[i];
        inflect_each(word, PART_VERB, assert_guards_form, &word);
        inflect_each(word, PART_NOUN, assert_guards_form, &word);
    }
    assert_guards(STR("stop"), STR("stopping\xE2\x80\x99s"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_collision),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_words_not_to_look_at),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_rule_guards),
        cmocka_unit_test(test_guards_know_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
