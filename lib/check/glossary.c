#include "check/glossary.h"

#include "base/utf8.h"
#include "check/acronym_meanings.h"
#include "check/acronym_lookalikes.h"
#include "check/acronym_shapes.h"

#include <stdlib.h>

enum { PLAIN_SHOWN_MAX = 3 };

/* The next letter or digit of S from *AT on, in small letters; a blank for the space
 * between two words; 0 at the end. */
static uint32_t next_key(Str s, size_t *at)
{
    bool has_gap = false;
    while (*at < s.len) {
        uint32_t c;
        size_t len = utf8_decode(s, *at, &c);
        if (utf8_is_letter(c) || utf8_is_digit(c)) {
            if (has_gap)
                return ' ';
            *at += len;
            return utf8_lower(c);
        }
        has_gap |= utf8_is_space(c) || c == '-';
        *at += len;
    }
    return 0;
}

/* As glossary_compare, but capitals make no difference. */
static int compare_nocase(Str a, Str b)
{
    for (size_t i = 0, k = 0;;) {
        uint32_t x = next_key(a, &i), y = next_key(b, &k);
        if (x != y)
            return x < y ? -1 : 1;
        if (!x)
            break;
    }
    for (size_t i = 0, k = 0; i < a.len && k < b.len;) {
        uint32_t x, y;
        i += utf8_decode(a, i, &x);
        k += utf8_decode(b, k, &y);
        if (utf8_lower(x) != utf8_lower(y))
            return utf8_lower(x) < utf8_lower(y) ? -1 : 1;
    }
    return (a.len > b.len) - (a.len < b.len);
}

int glossary_compare(Str a, Str b)
{
    int order = compare_nocase(a, b);
    return order ? order : str_compare(a, b);
}

/* A word of one paper: one of the two facts. */
typedef struct Item {
    Str term;
    size_t paper;
    const AcronymFact *acronym;
    const WordFact *word;
} Item;

typedef struct Gathering {
    const RuleSet *rules;
    Glossary *glossary;
    ARRAY(Item) items;
    ARRAY(GlossaryMeaning) meanings; /* of the entry being made */
    ARRAY(GlossaryUse) uses;
} Gathering;

/* Short forms before words that are spelt alike; then by paper. */
static int compare_items(const void *left, const void *right)
{
    const Item *a = left, *b = right;
    int order = compare_nocase(a->term, b->term);
    if (!order)
        order = (b->acronym != NULL) - (a->acronym != NULL);
    if (!order)
        order = str_compare(a->term, b->term);
    return order ? order : (a->paper > b->paper) - (a->paper < b->paper);
}

static int compare_texts(const void *left, const void *right)
{
    return glossary_compare(*(const Str *)left, *(const Str *)right);
}

/* What to make of the definition that a paper has. */
typedef enum Trust {
    TRUST_SURE, /* another long form is another meaning */
    TRUST_SAID,
    TRUST_GUESS, /* to be asked about */
    TRUST_NONE,
} Trust;

static bool agrees_with_any(const Meanings *meanings, Str long_form)
{
    for (size_t i = 0; i < meanings->len; i++)
        if (long_forms_agree(meanings->items[i]->long_form, long_form))
            return true;
    return false;
}

/* Names are found by their initials, and two letters fit many. */
static Trust trust_in(const AcronymFact *fact, const Meanings *listed)
{
    Str long_form = fact->long_form;
    bool is_fitting = is_long_form_of(long_form, fact->folded);
    bool is_strong = !fact->is_name && fact->reliability >= DEFINITION_SURE;
    if (!fact->has_definition || str_find(long_form, STR("@"), 0) < long_form.len ||
        str_find(long_form, STR("#"), 0) < long_form.len)
        return TRUST_NONE;
    if (is_strong)
        return is_fitting ? TRUST_SURE : TRUST_SAID;
    if (agrees_with_any(listed, long_form))
        return TRUST_SAID;
    if (!is_fitting || (listed->len && !fact->is_name))
        return TRUST_NONE;
    return listed->len || count_letters(fact->folded) < 3 ? TRUST_GUESS : TRUST_SAID;
}

/* Does every reader know it, or is it perhaps no short form at all? */
static bool is_left_out(const Gathering *gathering, const AcronymFact *fact)
{
    Meanings meanings = meanings_of(gathering->rules, fact->folded);
    if (meanings.are_own && meanings.len)
        return false;
    bool is_no_form =
        is_like_word(fact->folded) || is_hexadecimal(fact->folded) || fact->is_shouted_name;
    bool is_plain = fact->is_known || (is_no_form && !meanings.len);
    return is_plain && trust_in(fact, &meanings) != TRUST_SURE;
}

static bool has_capital(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_upper((unsigned char)text.data[i]))
            return true;
    return false;
}

static void gather(Gathering *gathering, const LintResult *result, size_t paper)
{
    for (size_t i = 0; i < result->acronyms.len; i++) {
        const AcronymFact *fact = &result->acronyms.items[i];
        if (!is_left_out(gathering, fact))
            array_push(&gathering->items,
                       (Item){.term = fact->folded, .paper = paper, .acronym = fact});
        else if (fact->is_known && has_capital(fact->short_form))
            array_push(&gathering->glossary->known, fact->folded);
    }
    for (size_t i = 0; i < result->words.len; i++)
        array_push(&gathering->items, (Item){.term = result->words.items[i].term->term,
                                             .paper = paper,
                                             .word = &result->words.items[i]});
}

/* Several plain words as one text. */
static Str join_plain(const Gathering *gathering, StrList plain)
{
    if (plain.len <= 1)
        return plain.len ? plain.items[0] : (Str){0};
    Buf buf = {0};
    for (size_t i = 0; i < plain.len && i < PLAIN_SHOWN_MAX; i++)
        buf_printf(&buf, "%s%.*s", i ? "; " : "", STR_ARG(plain.items[i]));
    Str text = arena_str(&gathering->glossary->arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}

static void add_meaning(Gathering *gathering, GlossaryMeaning meaning, size_t same_as)
{
    meaning.same_as = same_as;
    array_push(&gathering->meanings, meaning);
}

static void add_terms(Gathering *gathering, const Meanings *meanings, GlossarySource source)
{
    for (size_t i = 0; i < meanings->len; i++) {
        const Term *term = meanings->items[i];
        add_meaning(gathering,
                    (GlossaryMeaning){.source = source,
                                      .long_form = term->long_form,
                                      .plain = join_plain(gathering, term->plain)},
                    gathering->meanings.len);
    }
}

/* The meaning so far that LONG_FORM agrees with, or its own place when there is none. */
static size_t agreeing(const Gathering *gathering, Str long_form)
{
    for (size_t i = 0; i < gathering->meanings.len; i++) {
        const GlossaryMeaning *other = &gathering->meanings.items[i];
        if (other->long_form.len && long_forms_agree(other->long_form, long_form))
            return other->same_as;
    }
    return gathering->meanings.len;
}

/* The first meaning with a long form, which one that is not sure cannot be held against;
 * else the place of the next. */
static size_t standing(const Gathering *gathering)
{
    for (size_t i = 0; i < gathering->meanings.len; i++)
        if (gathering->meanings.items[i].long_form.len)
            return gathering->meanings.items[i].same_as;
    return gathering->meanings.len;
}

/* Plain words for long forms that came without. */
static void add_plain_words(Gathering *gathering, const Meanings *listed)
{
    for (size_t i = 0; i < gathering->meanings.len; i++) {
        GlossaryMeaning *meaning = &gathering->meanings.items[i];
        for (size_t k = 0; k < listed->len && !meaning->plain.len; k++) {
            if (!long_forms_are_equal(listed->items[k]->long_form, meaning->long_form))
                continue;
            meaning->plain = join_plain(gathering, listed->items[k]->plain);
            meaning->has_dictionary_plain = true;
        }
    }
}

static void add_said(Gathering *gathering, size_t paper, Str long_form, const Location *at,
                     size_t same_as)
{
    add_meaning(gathering,
                (GlossaryMeaning){
                    .source = SAID_BY_PAPER, .long_form = long_form, .paper = paper, .at = at},
                same_as);
}

/* What the papers of ITEMS say, as far as it is of the kind TRUST. */
static void add_definitions(Gathering *gathering, const Item *items, size_t n,
                            const Meanings *listed, Trust trust)
{
    for (size_t i = 0; i < n; i++) {
        const AcronymFact *fact = items[i].acronym;
        if (trust_in(fact, listed) != trust)
            continue;
        size_t same_as =
            trust == TRUST_SAID ? standing(gathering) : agreeing(gathering, fact->long_form);
        add_said(gathering, items[i].paper, fact->long_form, &fact->definition, same_as);
        array_last(&gathering->meanings)->is_guess = trust == TRUST_GUESS;
        for (size_t k = 0; k < fact->n_others && trust == TRUST_SURE; k++)
            add_said(gathering, items[i].paper, fact->others[k].long_form, &fact->others[k].at,
                     agreeing(gathering, fact->others[k].long_form));
    }
}

/* Those of LISTED that fit one of the papers of ITEMS. */
static Meanings fitting_in(const Item *items, size_t n, const Meanings *listed)
{
    Meanings fitting = {.len = 0};
    for (size_t k = 0; k < listed->len; k++) {
        bool fits = false;
        for (size_t i = 0; i < n; i++) {
            fits |= !items[i].acronym->fitting.len; /* nobody asked */
            for (size_t m = 0; m < items[i].acronym->fitting.len; m++)
                fits |= items[i].acronym->fitting.items[m] == listed->items[k];
        }
        if (fits)
            fitting.items[fitting.len++] = listed->items[k];
    }
    return fitting;
}

static void note_short_form(Gathering *gathering, const Item *items, size_t n)
{
    Meanings own = own_meanings_of(gathering->rules, items->term);
    Meanings listed = listed_meanings_of(gathering->rules, items->term);
    add_terms(gathering, &own, SAID_BY_LIST);
    add_definitions(gathering, items, n, &listed, TRUST_SURE);
    add_definitions(gathering, items, n, &listed, TRUST_SAID);
    if (gathering->meanings.len) {
        add_plain_words(gathering, &listed);
    } else {
        Meanings fitting = fitting_in(items, n, &listed);
        add_terms(gathering, &fitting, SAID_BY_DICTIONARY);
        add_definitions(gathering, items, n, &listed, TRUST_GUESS);
    }
    for (size_t i = 0; i < n; i++)
        array_push(&gathering->uses,
                   (GlossaryUse){.paper = items[i].paper,
                                 .n_uses = items[i].acronym->n_uses,
                                 .first = &items[i].acronym->first_use,
                                 .is_explained = items[i].acronym->has_definition});
}

/* Of what papers say of a word the first is shown: whether two wordings differ in
 * meaning nobody can tell from their letters. */
static void add_word_said(Gathering *gathering, const Item *item)
{
    const WordFact *fact = item->word;
    size_t same_as = gathering->meanings.len;
    for (size_t i = 0; i < gathering->meanings.len; i++)
        if (gathering->meanings.items[i].source == SAID_BY_PAPER)
            same_as = gathering->meanings.items[i].same_as;
    add_meaning(gathering,
                (GlossaryMeaning){.source = SAID_BY_PAPER,
                                  .plain = fact->said,
                                  .paper = item->paper,
                                  .at = &fact->said_at},
                same_as);
}

static void add_word_use(Gathering *gathering, const Item *item)
{
    const WordFact *fact = item->word;
    GlossaryUse *last = gathering->uses.len ? array_last(&gathering->uses) : NULL;
    if (last && last->paper == item->paper) {
        last->n_uses += fact->n_uses;
        last->is_explained |= fact->said.len > 0;
    } else {
        array_push(&gathering->uses, (GlossaryUse){.paper = item->paper,
                                                   .n_uses = fact->n_uses,
                                                   .first = &fact->first_use,
                                                   .is_explained = fact->said.len > 0});
    }
}

static void note_word(Gathering *gathering, const Item *items, size_t n)
{
    const Item *own = items;
    while (own < items + n && !own->word->is_own)
        own++;
    bool has_own = own < items + n;
    const Term *term = has_own ? own->word->term : items->word->term;
    GlossaryMeaning meaning = {.source = has_own ? SAID_BY_LIST : SAID_BY_DICTIONARY,
                               .long_form = term->long_form,
                               .plain = join_plain(gathering, term->plain)};
    if (has_own && (meaning.long_form.len || meaning.plain.len))
        add_meaning(gathering, meaning, 0);
    for (size_t i = 0; i < n; i++) {
        if (items[i].word->said.len)
            add_word_said(gathering, &items[i]);
        add_word_use(gathering, &items[i]);
    }
    if (!gathering->meanings.len && meaning.plain.len)
        add_meaning(gathering, meaning, 0);
}

/* How many different meanings SOURCE tells of. */
static size_t count_first(const Gathering *gathering, GlossarySource source)
{
    size_t n = 0;
    for (size_t i = 0; i < gathering->meanings.len; i++)
        n += gathering->meanings.items[i].source == source &&
             gathering->meanings.items[i].same_as == i;
    return n;
}

static bool list_has_long_form(const Gathering *gathering)
{
    for (size_t i = 0; i < gathering->meanings.len; i++)
        if (gathering->meanings.items[i].source == SAID_BY_LIST &&
            gathering->meanings.items[i].long_form.len)
            return true;
    return false;
}

static void judge(const Gathering *gathering, GlossaryEntry *entry)
{
    size_t n_own = count_first(gathering, SAID_BY_LIST),
           n_said = count_first(gathering, SAID_BY_PAPER),
           n_listed = count_first(gathering, SAID_BY_DICTIONARY);
    bool is_guessed = gathering->meanings.len && array_last(&gathering->meanings)->is_guess;
    entry->is_disputed = entry->is_short_form && !is_guessed &&
                         (n_said > 1 || (n_said && list_has_long_form(gathering)));
    if (n_own > 1 || is_guessed || (!n_own && !n_said && n_listed > 1))
        entry->state = GLOSSARY_SEVERAL;
    else
        entry->state = n_own || n_said || n_listed ? GLOSSARY_EXPLAINED : GLOSSARY_UNEXPLAINED;
}

/* "U.S." with its last stop; else in the singular. */
static Str shown_term(const Item *item)
{
    return item->acronym && str_ends_with(item->acronym->short_form, STR("."))
               ? item->acronym->short_form
               : item->term;
}

static void add_entry(Gathering *gathering, const Item *items, size_t n)
{
    Arena *arena = &gathering->glossary->arena;
    gathering->meanings.len = gathering->uses.len = 0;
    GlossaryEntry entry = {.term = arena_str(arena, shown_term(items)),
                           .is_short_form = items->acronym != NULL,
                           .is_known = items->acronym && items->acronym->is_known};
    if (entry.is_short_form)
        note_short_form(gathering, items, n);
    else
        note_word(gathering, items, n);
    judge(gathering, &entry);
    entry.n_meanings = gathering->meanings.len;
    entry.n_papers = gathering->uses.len;
    for (size_t i = 0; i < entry.n_papers; i++)
        entry.n_uses += gathering->uses.items[i].n_uses;
    GlossaryMeaning *meanings = arena_new_array(arena, GlossaryMeaning, entry.n_meanings);
    GlossaryUse *uses = arena_new_array(arena, GlossaryUse, entry.n_papers);
    for (size_t i = 0; i < entry.n_meanings; i++) {
        meanings[i] = gathering->meanings.items[i];
        meanings[i].long_form = arena_str(arena, meanings[i].long_form);
        meanings[i].plain = arena_str(arena, meanings[i].plain);
    }
    memcpy(uses, gathering->uses.items, entry.n_papers * sizeof *uses);
    entry.meanings = meanings;
    entry.uses = uses;
    array_push(&gathering->glossary->entries, entry);
}

/* Do A and B, next to each other in order, belong to one entry? "PoC" and "POC" are two. */
static bool is_one_entry(const Item *a, const Item *b)
{
    return (a->acronym != NULL) == (b->acronym != NULL) && utf8_eq_nocase(a->term, b->term) &&
           (!a->acronym || str_eq(a->term, b->term));
}

/* A word spelt like the short form before it is that short form again: "api". */
static bool repeats_short_form(const Gathering *gathering, const Item *item)
{
    const Glossary *glossary = gathering->glossary;
    const GlossaryEntry *last = glossary->entries.len ? array_last(&glossary->entries) : NULL;
    return !item->acronym && last && last->is_short_form && utf8_eq_nocase(last->term, item->term);
}

static void add_entries(Gathering *gathering)
{
    const Item *items = gathering->items.items;
    for (size_t i = 0, end; i < gathering->items.len; i = end) {
        for (end = i + 1; end < gathering->items.len; end++)
            if (!is_one_entry(&items[i], &items[end]))
                break;
        if (!repeats_short_form(gathering, &items[i]))
            add_entry(gathering, &items[i], end - i);
    }
}

/* Those that no entry has, once each. */
static void settle_known(Glossary *glossary)
{
    size_t n = 0;
    if (!glossary->known.len)
        return;
    Str *known = glossary->known.items;
    qsort(known, glossary->known.len, sizeof *known, compare_texts);
    for (size_t i = 0; i < glossary->known.len; i++) {
        bool is_entry = false;
        for (size_t k = 0; k < glossary->entries.len && !is_entry; k++)
            is_entry = str_eq(glossary->entries.items[k].term, known[i]);
        if (!is_entry && (!n || !str_eq(known[n - 1], known[i])))
            known[n++] = known[i];
    }
    glossary->known.len = n;
}

Glossary *glossary_of(const RuleSet *rules, const LintResult *const *results, size_t n)
{
    Gathering gathering = {.rules = rules, .glossary = mem_calloc(1, sizeof(Glossary))};
    for (size_t i = 0; i < n; i++)
        if (results[i])
            gather(&gathering, results[i], i);
    if (gathering.items.len)
        qsort(gathering.items.items, gathering.items.len, sizeof(Item), compare_items);
    add_entries(&gathering);
    settle_known(gathering.glossary);
    array_free(&gathering.items);
    array_free(&gathering.meanings);
    array_free(&gathering.uses);
    return gathering.glossary;
}

void glossary_free(Glossary *glossary)
{
    if (!glossary)
        return;
    array_free(&glossary->entries);
    array_free(&glossary->known);
    arena_free(&glossary->arena);
    mem_free(glossary);
}
