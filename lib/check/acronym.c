#include "check/acronym.h"

#include "base/hash.h"
#include "check/acronym_definition.h"
#include "check/acronym_gather.h"
#include "check/acronym_meanings.h"
#include "check/acronym_people.h"
#include "check/acronym_shapes.h"
#include "check/acronym_text.h"

#include <stdlib.h>

/* A longer word in capitals, met once, is more likely a name than a short form; a known
 * word that is used so often may still be shouted. */
enum { STRANGE_LETTERS_MAX = 5, TIMES_SHOUTED_MAX = 2 };

/* Somebody's initials may stand behind "the" once, as in "the JS action". */
enum { THINGS_MIN = 2 };

enum { SPEAKER_LETTERS_MAX = 4, SPEAKER_TIMES_MIN = 3 };

/* What settles whether a word is a short form. */
typedef struct Verdict {
    const RuleSet *rules; /* may be NULL */
    StrList known;
    WordFilter *known_filter; /* by hash_bytes */
} Verdict;

static void note_term(void *context, const Term *term)
{
    (void)term;
    *(bool *)context = true;
}

static bool is_listed(const Verdict *verdict, Str folded)
{
    bool is_found = false;
    if (!verdict->rules)
        return false;
    const TermTrie *tries[] = {ruleset_acronyms(verdict->rules), ruleset_glossary(verdict->rules)};
    for (size_t i = 0; i < 2; i++)
        if (tries[i] && !is_found)
            term_trie_find(tries[i], folded, note_term, &is_found);
    return is_found;
}

/* Every reader knows what the list says, with or without dots and hyphens, and "e.g.", also
 * where it opens a sentence. */
static bool is_known(const Verdict *verdict, Str folded)
{
    bool has_dot = has_byte(folded, '.');
    if (!has_dot && !has_byte(folded, '-'))
        return word_filter_has(verdict->known_filter, hash_bytes(folded)) &&
               str_list_has(verdict->known, folded);
    if (has_dot && count_capitals(str_sub(folded, 1, folded.len)) == 0)
        return true;
    for (size_t i = 0; i < verdict->known.len; i++)
        if (same_letters(verdict->known.items[i], folded))
            return true;
    return false;
}

static bool is_told(const Verdict *verdict, Str folded)
{
    return is_known(verdict, folded) || is_listed(verdict, folded);
}

/* Is DRAFT, though it reads as a word in capitals, a short form by how the paper has it:
 * never in small letters, and in capitals time and again ("AIDS") or short and not one of the
 * words that are shouted, which all know ("ARIA", not "URGENT" nor "INSULIN")? */
static bool is_settled(const Verdict *verdict, const Draft *draft)
{
    bool is_strange = draft->folded.len <= STRANGE_LETTERS_MAX && verdict->rules &&
                      !ruleset_is_familiar(verdict->rules, word_hash(draft->folded));
    return draft->n_firm >= (is_strange ? 1U : TIMES_SHOUTED_MAX + 1U) &&
           !draft->is_written_small && count_capitals(draft->folded) == draft->folded.len &&
           !is_function_word(draft->folded);
}

static bool may_be_word(const Verdict *verdict, const Draft *draft)
{
    return draft->is_word_like && !is_settled(verdict, draft);
}

/* Is DRAFT what minutes call somebody: does it open half of the blocks that it stands in, as
 * in "TB: I agree."? */
static bool is_speaker(const Draft *draft)
{
    return draft->folded.len <= SPEAKER_LETTERS_MAX && draft->n_spoken >= SPEAKER_TIMES_MIN &&
           2 * draft->n_spoken >= draft->uses.len;
}

/* Does the paper set a long form beside DRAFT? */
static bool is_defined(const Draft *draft)
{
    for (size_t i = 0; i < draft->definitions.len; i++)
        if (!draft->definitions.items[i].is_name)
            return true;
    return false;
}

/* Does the sentence show that USE, of somebody's initials, is a thing? */
static bool is_thing(const AcronymUse *use)
{
    size_t first = prose_word_from(use->prose, use->span.start);
    size_t behind = prose_word_from(use->prose, use->span.end);
    return is_worded_as_thing(use->prose, first, behind - 1);
}

/* Is DRAFT, somebody's initials, elsewhere a short form: of the list, or time and again? */
static bool is_also_thing(const Verdict *verdict, const Draft *draft)
{
    size_t n = 0;
    for (size_t i = 0; i < draft->uses.len; i++)
        n += is_thing(&draft->uses.items[i]);
    return n >= (is_listed(verdict, draft->folded) ? 1U : THINGS_MIN);
}

/* Is DRAFT a short form after all that was seen of it? */
static bool is_kept(const Verdict *verdict, const Draft *draft)
{
    if (!draft->uses.len)
        return false;
    if (draft->is_person)
        return is_also_thing(verdict, draft);
    if (is_defined(draft))
        return true;
    if (draft->n_letters == draft->uses.len)
        return false;
    if (draft->is_initials)
        return is_known(verdict, draft->folded) || is_also_thing(verdict, draft);
    bool is_word = may_be_word(verdict, draft);
    bool is_firm = draft->n_firm > 0 && !draft->is_attendee && !is_speaker(draft);
    return is_word == is_firm ? is_told(verdict, draft->folded) : is_firm;
}

/* Uses of DRAFT that no joined short form has taken. */
static size_t count_left(const Draft *draft)
{
    return draft->uses.len - draft->n_taken;
}

/* Do LEFT and RIGHT, joined N_JOINTS times as in JOINT, look like one short form? The acronym
 * list says so, or one half at least stands nowhere else: "JSON-LD". A slash may also mean
 * "or": "ICB/GP". */
static bool is_one_form(const Verdict *verdict, const Draft *left, const Draft *right,
                        size_t n_joints, const Joint *joint)
{
    if (left->definitions.len || right->definitions.len || left->is_person || right->is_person ||
        may_be_word(verdict, left) || may_be_word(verdict, right))
        return false;
    if (is_told(verdict, short_form_fold(span_of(joint->span, joint->prose->text))))
        return true;
    bool is_left_bound = count_left(left) == n_joints;
    bool is_right_bound = count_left(right) == n_joints;
    size_t n_told = is_told(verdict, left->folded) + is_told(verdict, right->folded);
    if (joint->has_slash && n_joints == 1)
        return !n_told && is_left_bound && is_right_bound;
    return n_told < (joint->has_slash ? 1U : 2U) && (is_left_bound || is_right_bound);
}

/* Makes one draft of the uses that JOINTS join; they are taken from LEFT and RIGHT. */
static Draft join_drafts(Draft *left, Draft *right, const Joint *joints, size_t n_joints)
{
    Draft whole = {.folded = short_form_fold(span_of(joints->span, joints->prose->text))};
    for (size_t i = 0; i < n_joints; i++) {
        AcronymUse *first = &left->uses.items[joints[i].left_use];
        AcronymUse *second = &right->uses.items[joints[i].right_use];
        if (!first->prose || !second->prose)
            continue;
        array_push(&whole.uses, (AcronymUse){joints[i].prose, joints[i].span, false});
        first->prose = second->prose = NULL;
        left->n_taken++;
        right->n_taken++;
    }
    whole.n_firm = whole.uses.len;
    return whole;
}

static void drop_taken_uses(Draft *draft)
{
    size_t n = 0;
    for (size_t i = 0; i < draft->uses.len; i++)
        if (draft->uses.items[i].prose)
            draft->uses.items[n++] = draft->uses.items[i];
    draft->uses.len = n;
}

/* Those of the same two drafts together, in reading order. */
static int compare_joints(const void *left, const void *right)
{
    const Joint *a = left, *b = right;
    if (a->left != b->left)
        return a->left < b->left ? -1 : 1;
    if (a->right != b->right)
        return a->right < b->right ? -1 : 1;
    return (a->left_use > b->left_use) - (a->left_use < b->left_use);
}

static void join_short_forms(Gathering *gathering, const Verdict *verdict)
{
    Joint *joints = gathering->joints.items;
    size_t n = gathering->joints.len, n_drafts = gathering->drafts.len;
    if (n)
        qsort(joints, n, sizeof *joints, compare_joints);
    for (size_t i = 0, end; i < n; i = end) {
        end = i + 1;
        while (end < n && joints[end].left == joints[i].left &&
               joints[end].right == joints[i].right)
            end++;
        Draft *left = &gathering->drafts.items[joints[i].left];
        Draft *right = &gathering->drafts.items[joints[i].right];
        if (!is_one_form(verdict, left, right, end - i, &joints[i]))
            continue;
        Draft whole = join_drafts(left, right, joints + i, end - i);
        array_push(&gathering->drafts, whole);
    }
    for (size_t i = 0; n && i < n_drafts; i++)
        if (gathering->drafts.items[i].n_taken)
            drop_taken_uses(&gathering->drafts.items[i]);
}

static int compare_order(const Prose *a, size_t a_at, const Prose *b, size_t b_at)
{
    if (a != b)
        return a < b ? -1 : 1;
    return (a_at > b_at) - (a_at < b_at);
}

/* In reading order, names that are only spelt out last. */
static int compare_definitions(const void *left, const void *right)
{
    const AcronymDefinition *a = left, *b = right;
    if (a->is_name != b->is_name)
        return a->is_name - b->is_name;
    return compare_order(a->prose, a->long_span.start, b->prose, b->long_span.start);
}

static int compare_acronyms(const void *left, const void *right)
{
    const Acronym *a = left, *b = right;
    return compare_order(a->uses[0].prose, a->uses[0].span.start, b->uses[0].prose,
                         b->uses[0].span.start);
}

/* The form to show: as defined, else the singular, with the last stop of "U.S." and the
 * sign of "LGBT+". */
static Str shown_form(const Draft *draft)
{
    if (draft->shown.len)
        return draft->shown;
    Str text = span_of(draft->uses.items[0].span, draft->uses.items[0].prose->text);
    char last = text.data[text.len - 1];
    bool has_mark = (draft->is_dotted && last == '.') || last == '+';
    return has_mark && text.len == draft->folded.len + 1 ? text : draft->folded;
}

static bool is_law_name(Str text)
{
    static const char *const laws[] = {" Act", " Bill", " Directive", " Order", " Regulations"};
    for (size_t i = 0; i < sizeof laws / sizeof *laws; i++)
        if (str_ends_with(text, str_of(laws[i])))
            return true;
    return false;
}

/* Does one of MEANINGS say what LONG_FORM says? Laws share their first words with much else:
 * the "Local Government Act" is not what LGA stands for. */
static bool is_among(const Meanings *meanings, Str long_form)
{
    bool is_law = is_law_name(long_form);
    for (size_t i = 0; i < meanings->len; i++) {
        Str listed = meanings->items[i]->long_form;
        if (long_forms_agree(listed, long_form) && (!is_law || is_law_name(listed)))
            return true;
    }
    return false;
}

/* May the name DEFINITION be what DRAFT stands for? Where the acronym list says another thing,
 * no law is; nor are two words for what every reader knows: IT is no "Internet Tools". */
static bool is_likely(const Draft *draft, const AcronymDefinition *definition,
                      const Meanings *meanings, bool is_known_to_all)
{
    Str long_form = definition->long_form;
    bool is_pair = !draft->is_dotted && count_capitals(draft->folded) <= 2;
    bool is_law = !is_among(meanings, long_form) && is_law_name(long_form);
    return !(is_known_to_all && is_pair && !is_among(meanings, long_form)) &&
           !(meanings->len && is_law);
}

static bool has_name(const Draft *draft)
{
    for (size_t i = 0; i < draft->definitions.len; i++)
        if (draft->definitions.items[i].is_name)
            return true;
    return false;
}

static void drop_unlikely_names(const Verdict *verdict, Draft *draft, bool is_known_to_all)
{
    Meanings meanings = listed_meanings_of(verdict->rules, draft->folded);
    size_t n = 0;
    for (size_t i = 0; i < draft->definitions.len; i++) {
        const AcronymDefinition *definition = &draft->definitions.items[i];
        if (!definition->is_name || is_likely(draft, definition, &meanings, is_known_to_all))
            draft->definitions.items[n++] = *definition;
    }
    draft->definitions.len = n;
}

/* Drops the uses of DRAFT that are somebody's initials, unless all are. */
static void drop_people(Draft *draft)
{
    size_t n = 0;
    for (size_t i = 0; i < draft->uses.len; i++)
        if (draft->uses.items[i].is_definition || is_thing(&draft->uses.items[i]))
            draft->uses.items[n++] = draft->uses.items[i];
    if (n)
        draft->uses.len = n;
}

/* LONG_FORM of a heading in capitals as a sentence would have it: "West Barset NHS Trust". */
static Str without_shouting(const Verdict *verdict, Str long_form, Arena *arena)
{
    if (!has_space(long_form) || count_capitals(long_form) < count_letters(long_form))
        return long_form;
    Str calm = arena_str(arena, long_form);
    for (size_t start = 0, end; start < calm.len; start = end + 1) {
        end = str_find(calm, STR(" "), start);
        Str word = str_sub(calm, start, end);
        size_t first = start && is_linking_word(word) ? start : start + 1;
        bool is_kept_so = first > start && is_told(verdict, word);
        for (size_t i = first; i < end && !is_kept_so; i++)
            ((char *)calm.data)[i] = ascii_lower(calm.data[i]);
    }
    return calm;
}

static void calm_names(const Verdict *verdict, Draft *draft, Arena *arena)
{
    for (size_t i = 0; i < draft->definitions.len; i++) {
        AcronymDefinition *definition = &draft->definitions.items[i];
        if (definition->is_name)
            definition->long_form = without_shouting(verdict, definition->long_form, arena);
    }
}

static Acronym finish(const Draft *draft, bool is_known_to_all, Arena *arena)
{
    AcronymUse *uses = arena_new_array(arena, AcronymUse, draft->uses.len);
    memcpy(uses, draft->uses.items, draft->uses.len * sizeof *uses);
    AcronymDefinition *definitions =
        arena_new_array(arena, AcronymDefinition, draft->definitions.len);
    if (draft->definitions.len) {
        memcpy(definitions, draft->definitions.items, draft->definitions.len * sizeof *definitions);
        qsort(definitions, draft->definitions.len, sizeof *definitions, compare_definitions);
    }
    return (Acronym){.short_form = shown_form(draft),
                     .folded = draft->folded,
                     .is_known = is_known_to_all,
                     .uses = uses,
                     .n_uses = draft->uses.len,
                     .definitions = definitions,
                     .n_definitions = draft->definitions.len};
}

static AcronymList finish_all(const Gathering *gathering, const Verdict *verdict)
{
    Acronym *items = arena_new_array(gathering->arena, Acronym, gathering->drafts.len);
    size_t n = 0;
    for (size_t i = 0; i < gathering->drafts.len; i++) {
        Draft *draft = &gathering->drafts.items[i];
        if (!is_kept(verdict, draft))
            continue;
        bool is_known_to_all = is_known(verdict, draft->folded);
        calm_names(verdict, draft, gathering->arena);
        if (draft->is_person || (draft->is_initials && !is_defined(draft)))
            drop_people(draft);
        if (verdict->rules && has_name(draft))
            drop_unlikely_names(verdict, draft, is_known_to_all);
        items[n++] = finish(draft, is_known_to_all, gathering->arena);
    }
    if (n)
        qsort(items, n, sizeof *items, compare_acronyms);
    return (AcronymList){items, n};
}

static StrList known_short_forms(const RuleSet *rules)
{
    const Rule *rule = rules ? ruleset_find(rules, STR("acronyms.undefined")) : NULL;
    return rule ? rule_option_list(rule, STR("known")) : (StrList){0};
}

AcronymList acronyms_find(const Document *document, const ProseList *proses, const RuleSet *rules,
                          Lexicon *lexicon, Arena *arena)
{
    (void)document;
    Gathering gathering = {.proses = proses, .lexicon = lexicon, .arena = arena};
    gather_acronyms(&gathering);
    WordFilter known_filter = {0};
    Verdict verdict = {rules, known_short_forms(rules), &known_filter};
    for (size_t i = 0; i < verdict.known.len; i++)
        word_filter_add(&known_filter, hash_bytes(verdict.known.items[i]));
    join_short_forms(&gathering, &verdict);
    AcronymList list = finish_all(&gathering, &verdict);
    gathering_free(&gathering);
    return list;
}
