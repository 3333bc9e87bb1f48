#include "check/lint.h"

#include "check/difficulty.h"
#include "check/acronym_fit.h"
#include "check/acronym_people.h"
#include "check/overlap.h"
#include "check/paper_words.h"
#include "check/terms.h"
#include "check/word_traits.h"
#include "text/english.h"

Checker *checker_new(const RuleSet *rules, Lexicon *lexicon)
{
    Checker *checker = mem_calloc(1, sizeof *checker);
    checker->rules = rules;
    checker->lexicon = lexicon;
    checker->matcher = matcher_new();
    checker->traits = word_traits_new(rules);
    checker->vocabulary = (Vocabulary){.traits_of = word_traits_of, .data = checker->traits};
    return checker;
}

/* A rule that is on, with the check that carries it out. */
typedef struct Active {
    const Rule *rule;
    const Check *check;
} Active;

typedef ARRAY(Active) ActiveList;

/* These families know English words, sentences and acronyms, and no others. */
static bool needs_english(const Rule *rule)
{
    static const char *const families[] = {"acronyms", "jargon", "people", "reading"};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (str_eq(rule->family, str_of(families[i])))
            return true;
    return false;
}

/* Does RULE look at papers in FORMAT? Its option `formats` names those it looks at, where it
 * does not look at all. */
static bool is_about(const Rule *rule, Format format)
{
    StrList formats = rule_option_list(rule, STR("formats"));
    return !formats.len || str_list_has(formats, format_text(format));
}

/* The rules that are on, by what their checks want to be given. */
typedef struct ActiveRules {
    ActiveList on_prose, on_document;
    ActiveList on_node[NODE_KIND_COUNT]; /* by the kind of node */
} ActiveRules;

static void activate(ActiveRules *active, const Rule *rule, const Check *check)
{
    if (check->on_prose)
        array_push(&active->on_prose, (Active){rule, check});
    for (size_t kind = 0; check->on_node && kind < NODE_KIND_COUNT; kind++)
        if (!check->node_kinds || (check->node_kinds >> kind & 1))
            array_push(&active->on_node[kind], (Active){rule, check});
    if (check->on_document)
        array_push(&active->on_document, (Active){rule, check});
}

/* Worked out when the first paper asks for them. */
static const ActiveRules *active_rules(Checker *checker, bool is_english, Format format)
{
    ActiveRules **slot = &checker->active[is_english][format];
    if (*slot)
        return *slot;
    *slot = mem_calloc(1, sizeof **slot);
    size_t n;
    const Rule *const *all = ruleset_all(checker->rules, &n);
    for (size_t i = 0; i < n; i++) {
        bool is_asked =
            all[i]->is_on && (is_english || !needs_english(all[i])) && is_about(all[i], format);
        const Check *check = is_asked ? check_for(all[i]) : NULL;
        const Check *beside = is_asked ? check_beside(all[i]) : NULL;
        if (check)
            activate(*slot, all[i], check);
        if (beside)
            activate(*slot, all[i], beside);
    }
    return *slot;
}

static void active_rules_free(ActiveRules *active)
{
    if (!active)
        return;
    array_free(&active->on_prose);
    for (size_t kind = 0; kind < NODE_KIND_COUNT; kind++)
        array_free(&active->on_node[kind]);
    array_free(&active->on_document);
    mem_free(active);
}

void checker_free(Checker *checker)
{
    if (!checker)
        return;
    for (size_t format = 0; format < FORMAT_COUNT; format++) {
        active_rules_free(checker->active[false][format]);
        active_rules_free(checker->active[true][format]);
    }
    matcher_free(checker->matcher);
    lexicon_free(checker->lexicon);
    word_traits_free(checker->traits);
    vocabulary_free(&checker->vocabulary);
    word_map_free(&checker->unfamiliar);
    mem_free(checker);
}

enum { HEADINGS_DEEP_MAX = 32 };

/* The headings above the present place: one of level n closes all of level n
 * and deeper. */
typedef struct HeadingStack {
    int levels[HEADINGS_DEEP_MAX];
    Str texts[HEADINGS_DEEP_MAX];
    size_t len;
} HeadingStack;

static StrList heading_path(const HeadingStack *stack, Arena *arena)
{
    Str *path = arena_new_array(arena, Str, stack->len);
    for (size_t i = 0; i < stack->len; i++)
        path[i] = arena_str(arena, stack->texts[i]);
    return (StrList){path, stack->len};
}

static void heading_push(HeadingStack *stack, int level, Str text)
{
    while (stack->len && stack->levels[stack->len - 1] >= level)
        stack->len--;
    if (stack->len == HEADINGS_DEEP_MAX)
        return;
    stack->levels[stack->len] = level;
    stack->texts[stack->len++] = text;
}

/* For each prose, the headings it stands under; a heading stands under itself. */
static StrList *headings_of(const ProseList *proses, Arena *arena)
{
    StrList *headings = arena_new_array(arena, StrList, proses->len);
    HeadingStack stack = {.len = 0};
    StrList path = {0};
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        Str text = str_trim(prose->text);
        if (prose->block->kind == NODE_HEADING && text.len && !prose->block->part) {
            heading_push(&stack, prose->block->as.heading.level, text);
            path = heading_path(&stack, arena);
        }
        headings[i] = prose->block->part ? (StrList){0} : path;
    }
    return headings;
}

static ScopeSet *scopes_of(const Document *document, const ProseList *proses, Arena *arena)
{
    ScopeSet *scopes = arena_new_array(arena, ScopeSet, proses->len);
    for (size_t i = 0; i < proses->len; i++)
        scopes[i] = scope_of(document, proses->items[i].block);
    return scopes;
}

static void check_prose(CheckContext *context, const ActiveList *active, const Prose *prose)
{
    context->present_headings = context->headings[prose - context->proses.items];
    terms_check(context, prose);
    for (size_t i = 0; i < active->len; i++)
        active->items[i].check->on_prose(context, active->items[i].rule, prose);
}

static void check_node(CheckContext *context, const ActiveList *active, const Node *node)
{
    for (size_t i = 0; i < active->len; i++)
        active->items[i].check->on_node(context, active->items[i].rule, node);
}

static void note_node(CheckContext *context, const Node *node)
{
    if (node->kind == NODE_LINK)
        array_push(&context->links, node);
    context->n_notes += node->kind == NODE_FOOTNOTE_REFERENCE;
}

static void walk(CheckContext *context, const ActiveRules *active)
{
    size_t next = 0;
    NodeIter iter = node_iter(context->document->root);
    while (node_iter_next(&iter)) {
        if (iter.event != NODE_ENTER)
            continue;
        if (iter.node->is_hidden) {
            node_iter_skip(&iter);
            continue;
        }
        if (next < context->proses.len && context->proses.items[next].block == iter.node)
            check_prose(context, &active->on_prose, &context->proses.items[next++]);
        note_node(context, iter.node);
        check_node(context, &active->on_node[iter.node->kind], iter.node);
    }
}

static void check_document(CheckContext *context, const ActiveList *active)
{
    context->present_headings = (StrList){0};
    for (size_t i = 0; i < active->len; i++)
        active->items[i].check->on_document(context, active->items[i].rule);
}

static bool is_sure(const Acronym *acronym, const AcronymDefinition *definition)
{
    return !definition->is_name && definition->reliability >= DEFINITION_SURE &&
           is_long_form_of(definition->long_form, acronym->short_form);
}

static LongFormFact long_form_fact(const CheckContext *context, const AcronymDefinition *definition)
{
    Place place = {.prose = definition->prose, .span = definition->long_span};
    return (LongFormFact){arena_str(context->arena, definition->long_form),
                          place_locate(context, place)};
}

/* The definitions of ACRONYM after the first that agree with none before them. */
static void note_others(const CheckContext *context, const Acronym *acronym, AcronymFact *fact)
{
    LongFormFact *others = arena_new_array(context->arena, LongFormFact, acronym->n_definitions);
    for (size_t i = 1; i < acronym->n_definitions; i++) {
        const AcronymDefinition *definition = &acronym->definitions[i];
        bool is_new = is_sure(acronym, definition) &&
                      !long_forms_agree(fact->long_form, definition->long_form);
        for (size_t k = 0; k < fact->n_others && is_new; k++)
            is_new = !long_forms_agree(others[k].long_form, definition->long_form);
        if (is_new)
            others[fact->n_others++] = long_form_fact(context, definition);
    }
    fact->others = others;
}

static void note_acronyms(const CheckContext *context, LintResult *result)
{
    for (size_t i = 0; i < context->acronyms->len; i++) {
        const Acronym *acronym = &context->acronyms->items[i];
        AcronymFact fact = {
            .short_form = arena_str(&result->arena, acronym->short_form),
            .folded = arena_str(&result->arena, acronym->folded),
            .is_known = acronym->is_known,
            .is_shouted_name = ruleset_words(context->checker->rules) &&
                               is_shouted_name(acronym, context->checker->lexicon, &result->arena),
            .n_uses = acronym->n_uses,
            .first_use = place_locate(
                context, (Place){.prose = acronym->uses[0].prose, .span = acronym->uses[0].span}),
        };
        if (ruleset_words(context->checker->rules)) {
            fact.fitting = listed_meanings_of(context->checker->rules, acronym->folded);
            meanings_fit(context, &acronym->uses[0], &fact.fitting);
        }
        if (acronym->n_definitions) {
            const AcronymDefinition *definition = &acronym->definitions[0];
            LongFormFact first = long_form_fact(context, definition);
            fact.long_form = first.long_form;
            fact.definition = first.at;
            fact.has_definition = !definition->is_hint;
            fact.reliability = definition->reliability;
            fact.is_name = definition->is_name;
            note_others(context, acronym, &fact);
        }
        array_push(&result->acronyms, fact);
    }
}

CheckContext check_context(Checker *checker, const Document *document, Arena *arena, Arena *scratch)
{
    CheckContext context = {.checker = checker,
                            .document = document,
                            .proses = prose_list_of(document, &checker->vocabulary, scratch),
                            .arena = arena};
    context.scopes = scopes_of(document, &context.proses, scratch);
    context.headings = headings_of(&context.proses, arena);
    size_t n_rules;
    (void)ruleset_all(checker->rules, &n_rules);
    context.n_by_rule = arena_new_array(scratch, size_t, n_rules);
    context.able =
        arena_new_array(scratch, uint64_t, pattern_gate_set_len(ruleset_gate(checker->rules)));
    return context;
}

static WordList words_of(const ProseList *proses)
{
    WordList words = {0};
    for (size_t i = 0; i < proses->len; i++)
        for (size_t k = 0; k < proses->items[i].n_words; k++)
            (void)word_list_add_hash(&words, proses->items[i].words[k].hash);
    return words;
}

LintResult *lint_run(Checker *checker, const Document *document, const LintOptions *options,
                     DiagnosticSink *sink)
{
    LintResult *result = mem_calloc(1, sizeof *result);
    Arena scratch = {0}; /* words, proses and acronyms: gone when the result stands */
    Arena *arena = &result->arena;
    result->path = arena_str(arena, document->source.name);
    result->format = document->format;
    result->title = arena_str(arena, document->title);
    result->language = arena_str(arena, document->language);

    CheckContext context = check_context(checker, document, arena, &scratch);
    context.sink = sink;
    context.findings = &result->findings;
    result->readability = readability_of(document, &context.proses);
    context.readability = &result->readability;
    context.is_english = paper_is_english(&context.proses);
    AcronymList acronyms =
        acronyms_find(document, &context.proses, checker->rules, checker->lexicon, &scratch);
    context.acronyms = &acronyms;
    WordList words = acronyms.len ? words_of(&context.proses) : (WordList){0};
    context.words = &words;
    context.kind = acronyms.len ? paper_kind(&context) : PAPER_UNKNOWN;
    Restraint restraint = restraint_of(&context.proses, context.headings, &scratch);
    context.restraint = &restraint;
    Agenda agenda;
    if (options->is_agenda || agenda_is_one(document, &context.proses, document->source.name)) {
        agenda = agenda_read(document, &context.proses, &scratch);
        context.agenda = &agenda;
    }

    if (!options->finds_words_only) {
        const ActiveRules *active = active_rules(checker, context.is_english, document->format);
        walk(&context, active);
        check_document(&context, &active->on_document);
    }

    note_acronyms(&context, result);
    paper_words_find(&context, &result->words);
    result->reading_minutes = (double)result->readability.all.words / READING_WORDS_PER_MINUTE;
    result->difficulty = difficulty_of(&context);
    array_free(&context.links);
    restraint_free(&restraint);
    word_list_free(&words);
    findings_settle(&result->findings);
    findings_finish(&result->findings, !options->keeps_repeats, arena);
    if (options->has_fingerprints)
        findings_give_fingerprints(&result->findings);
    arena_free(&scratch);
    return result;
}

void lint_result_free(LintResult *result)
{
    if (!result)
        return;
    array_free(&result->acronyms);
    array_free(&result->words);
    array_free(&result->findings);
    arena_free(&result->arena);
    mem_free(result);
}
