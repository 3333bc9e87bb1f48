#include "check/acronym_gather.h"

#include "base/hash.h"
#include "check/acronym_glossary.h"
#include "check/acronym_names.h"
#include "check/acronym_people.h"
#include "check/acronym_places.h"
#include "check/acronym_text.h"

#include <stdlib.h>

/* A paper that explains one thing more often than that is not looked at further. */
enum { DEFINITIONS_MAX = 64, ODD_TRIES_MAX = 64, LABEL_BYTES_MAX = 3, WORD_LETTERS_MIN = 3 };

/* TEXT with white space folded. */
static Str fold_space(Str text, Arena *arena)
{
    char *copy = arena_alloc(arena, text.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool is_space = ascii_is_space((unsigned char)text.data[i]);
        if (!is_space)
            copy[n++] = text.data[i];
        else if (n && copy[n - 1] != ' ')
            copy[n++] = ' ';
    }
    return str_trim((Str){copy, n});
}

static bool has_definition_at(const Draft *draft, const Explanation *found)
{
    for (size_t i = 0; i < draft->definitions.len; i++) {
        const AcronymDefinition *other = &draft->definitions.items[i];
        if (other->prose == found->prose && span_overlaps(other->long_span, found->long_span))
            return true;
    }
    return false;
}

static bool has_vowel(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (strchr("AEIOUYaeiouy", word.data[i]))
            return true;
    return false;
}

static bool is_letters(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_alpha((unsigned char)word.data[i]))
            return false;
    return true;
}

/* Is WORD, in small letters, a word of the language that can be spoken? (Hunspell's lists also hold
 * "http" and its like: those have no vowel.) */
static bool is_plain_word(Lexicon *lexicon, Str word)
{
    return lexicon && has_vowel(word) && lexicon_is_available(lexicon) &&
           lexicon_knows_lower(lexicon, word);
}

/* Is every word of SHORT_FORM a word of the language, so that it abbreviates
 * nothing: "see", "TEXT DATA"? One word in capitals may still be a short form. */
static bool is_only_words(Lexicon *lexicon, Str short_form, double reliability)
{
    if (!count_capitals(short_form) && short_form.len < 4 && reliability > 0.85)
        return false;
    size_t n_words = 0;
    for (size_t start = 0; start < short_form.len; n_words++) {
        size_t end = str_find(short_form, STR(" "), start);
        Str word = str_sub(short_form, start, end);
        bool is_short = word.len < 4 && count_capitals(word);
        if (is_short || !is_letters(word) || !is_plain_word(lexicon, word))
            return false;
        start = end + 1;
    }
    return n_words > 1 || !count_capitals(short_form);
}

/* "pol" of "pol delta" where LONG_FORM ends with that word too; else SHORT_FORM. */
static Str without_shared_word(Str short_form, Str long_form)
{
    size_t space = str_find(short_form, STR(" "), 0);
    bool is_shared = space < short_form.len &&
                     str_ends_with(long_form, str_sub(short_form, space, short_form.len));
    return is_shared ? str_sub(short_form, 0, space) : short_form;
}

static void add_definition(Gathering *gathering, const Explanation *found)
{
    Str whole = found->prose->text;
    size_t start = found->long_span.start;
    bool is_extension =
        start < whole.len && (whole.data[start] == '.' || (start && whole.data[start - 1] == '.'));
    Str own = without_shared_word(found->short_form, span_of(found->long_span, whole));
    if (is_only_words(gathering->lexicon, own, found->reliability) || is_extension)
        return;
    Draft *draft = draft_of(gathering, short_form_fold(found->short_form));
    if (draft->definitions.len == DEFINITIONS_MAX || has_definition_at(draft, found))
        return;
    Str text =
        found->long_form.len ? found->long_form : span_of(found->long_span, found->prose->text);
    if (!draft->definitions.len && !found->is_name)
        draft->shown = fold_space(found->short_form, gathering->arena);
    if (explains_person(found, gathering->proses, gathering->lexicon)) {
        draft->is_person = true;
        return;
    }
    array_push(&draft->definitions, (AcronymDefinition){
                                        .prose = found->prose,
                                        .short_span = found->short_span,
                                        .long_span = found->long_span,
                                        .long_form = fold_space(text, gathering->arena),
                                        .reliability = found->reliability,
                                        .is_name = found->is_name,
                                        .is_hint = found->is_hint,
                                    });
}

static void add_definitions(Gathering *gathering, ExplanationList *found)
{
    for (size_t i = 0; i < found->len; i++)
        add_definition(gathering, &found->items[i]);
    found->len = 0;
}

/* By hash; of those alike the longest first. */
static int compare_odd_forms(const void *left, const void *right)
{
    const OddForm *a = left, *b = right;
    if (a->first_hash != b->first_hash)
        return a->first_hash < b->first_hash ? -1 : 1;
    if (a->text.len != b->text.len)
        return a->text.len > b->text.len ? -1 : 1;
    return str_compare(a->text, b->text);
}

/* Notes the explained short forms that their letters alone do not show to be such. */
static void note_odd_forms(Gathering *gathering)
{
    for (size_t i = 0; i < gathering->drafts.len; i++) {
        Str folded = gathering->drafts.items[i].folded;
        if (is_plain_short_form(folded))
            continue;
        uint64_t hash = word_hash(folded);
        array_push(&gathering->odd_forms, (OddForm){hash, folded});
        word_filter_add(&gathering->odd_words, hash);
    }
    if (gathering->odd_forms.len)
        qsort(gathering->odd_forms.items, gathering->odd_forms.len,
              sizeof *gathering->odd_forms.items, compare_odd_forms);
}

/* Index of the first odd form whose hash is not below HASH. */
static size_t find_odd_form(const Gathering *gathering, uint64_t hash)
{
    size_t low = 0, high = gathering->odd_forms.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (gathering->odd_forms.items[middle].first_hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The odd form that stands at word INDEX of PROSE, as a short form; false when none. */
static bool odd_form_at(const Gathering *gathering, const Prose *prose, size_t index,
                        ShortForm *ret)
{
    const Word *word = &prose->words[index];
    size_t first = find_odd_form(gathering, word->hash);
    for (size_t i = first; i < gathering->odd_forms.len && i - first < ODD_TRIES_MAX; i++) {
        const OddForm *odd = &gathering->odd_forms.items[i];
        Str here = str_sub(prose->text, word->start, word->start + odd->text.len);
        if (odd->first_hash != word->hash)
            break;
        if (!str_eq(here, odd->text))
            continue;
        size_t end = word->start + odd->text.len, last = index;
        while (last + 1 < prose->n_words && prose->words[last + 1].start < end)
            last++;
        if (word_span(&prose->words[last]).end > end)
            continue;
        *ret = (ShortForm){
            .last_word = last, .span = {word->start, end}, .text = here, .folded = odd->text};
        return true;
    }
    return false;
}

/* Alone in a bracket and short, or two letters alone in a cell or before a hyphen: as likely a
 * label, somebody's initials or part of a name. */
static bool may_be_label(const Prose *prose, const ShortForm *form)
{
    size_t start = form->span.start, end = form->span.end;
    if (form->text.len <= LABEL_BYTES_MAX && start && end < prose->text.len &&
        prose->text.data[start - 1] == '(' && prose->text.data[end] == ')')
        return true;
    char before = start ? prose->text.data[start - 1] : ' ';
    char after = end < prose->text.len ? prose->text.data[end] : ' ';
    if (form->text.len <= 2 && (before == '-' || after == '-' || after == '$'))
        return true;
    return form->text.len <= 2 && prose->n_words == 1 && prose->block->parent &&
           prose->block->parent->kind == NODE_TABLE_CELL;
}

/* Are words LEFT and LEFT + 1 of PROSE both in capitals, a blank between them? */
static bool are_capitals(const Prose *prose, size_t left)
{
    return left + 1 < prose->n_words && prose->words[left + 1].gap == GAP_SPACE &&
           prose->words[left].shape & prose->words[left + 1].shape & WORD_ALL_UPPER;
}

/* Is word INDEX of PROSE a word of the language that is shouted? */
static bool is_loud_word(const Gathering *gathering, const Prose *prose, size_t index)
{
    return prose->words[index].len >= WORD_LETTERS_MIN &&
           is_plain_word(gathering->lexicon, word_text(prose, &prose->words[index]));
}

/* Is FORM, from word FIRST of PROSE on, a label ("TIP: read this") or shouted with the words beside
 * it ("TOP SECRET")? Three letters are only where they are a word of the language. */
static bool is_loud(const Gathering *gathering, const Prose *prose, size_t first,
                    const ShortForm *form)
{
    bool is_label = byte_at(prose, form->span.end) == ':';
    bool goes_on = are_capitals(prose, form->last_word);
    bool comes_on = first && are_capitals(prose, first - 1);
    if (!is_label && !goes_on && !comes_on)
        return false;
    bool is_word = is_plain_word(gathering->lexicon, form->folded);
    if (!form->is_word_like && !(is_word && form->folded.len == WORD_LETTERS_MIN))
        return false;
    return is_label || stands_among_capitals(prose, first) ||
           (is_word && goes_on && is_loud_word(gathering, prose, form->last_word + 1)) ||
           (is_word && comes_on && is_loud_word(gathering, prose, first - 1));
}

/* The index of its draft. */
static size_t add_use(Gathering *gathering, const Prose *prose, size_t first, const ShortForm *form)
{
    Draft *draft = draft_of(gathering, form->folded);
    bool is_definition = false;
    for (size_t i = 0; i < draft->definitions.len && !is_definition; i++)
        is_definition =
            draft->definitions.items[i].prose == prose &&
            str_eq(span_of(draft->definitions.items[i].short_span, prose->text), form->text) &&
            span_overlaps(draft->definitions.items[i].short_span, form->span);
    draft->is_word_like |= form->is_word_like;
    draft->is_dotted |= form->is_dotted;
    draft->n_spoken += !first && byte_at(prose, form->span.end) == ':';
    draft->is_person |= form->last_word == first && is_person_in_bracket(prose, first);
    draft->is_attendee |=
        form->text.len <= LABEL_BYTES_MAX && stands_for_attendee(prose, first, form->last_word);
    bool is_letters = follows_name(prose, first);
    draft->n_letters += is_letters;
    draft->n_firm += !prose->is_shouted && !is_letters && !may_be_label(prose, form) &&
                     !follows_title(prose, first, form->is_word_like) &&
                     !is_loud(gathering, prose, first, form);
    array_push(&draft->uses, (AcronymUse){prose, form->span, is_definition});
    return (size_t)(draft - gathering->drafts.items);
}

/* Notes that the draft LEFT, used right before word INDEX of PROSE, and RIGHT are joined there. */
static void note_joint(Gathering *gathering, const Prose *prose, size_t index, size_t left,
                       size_t right)
{
    const Draft *drafts = gathering->drafts.items;
    uint8_t gap = prose->words[index].gap;
    if ((gap == GAP_SLASH || gap == GAP_HYPHEN) && left != right &&
        !follows_title(prose, index, false) && count_capitals(drafts[left].folded) >= 2 &&
        count_capitals(drafts[right].folded) >= 2)
        array_push(&gathering->joints, (Joint){.left = left,
                                               .right = right,
                                               .left_use = drafts[left].uses.len - 1,
                                               .right_use = drafts[right].uses.len - 1,
                                               .prose = prose,
                                               .span = {array_last(&drafts[left].uses)->span.start,
                                                        array_last(&drafts[right].uses)->span.end},
                                               .has_slash = gap == GAP_SLASH});
}

/* The first word of PROSE from INDEX on that a short form may begin with; n_words when none. */
static size_t find_beginning(const Gathering *gathering, const Prose *prose, size_t index)
{
    const Word *word = prose->words + index, *end = prose->words + prose->n_words;
    bool has_odd = gathering->odd_forms.len > 0;
    for (; word < end; word++)
        if (word_may_be_short_form(word, word + 1 < end ? word[1].gap : GAP_START) ||
            (has_odd && word_filter_has(&gathering->odd_words, word->hash)))
            break;
    return (size_t)(word - prose->words);
}

/* Uses in PROSE, and the definitions around them. */
static void gather_uses(Gathering *gathering, const Prose *prose, ExplanationList *found)
{
    size_t end_before = SIZE_MAX, before = 0; /* of the short form used last */
    size_t w = 0;
    while ((w = find_beginning(gathering, prose, w)) < prose->n_words) {
        ShortForm form = {.last_word = w};
        bool is_odd = gathering->odd_forms.len && odd_form_at(gathering, prose, w, &form);
        if (is_odd || (short_form_may_begin(prose, w) && short_form_at(prose, w, &form))) {
            if (!is_odd) {
                explanations_around(prose, w, &form, found);
                add_definitions(gathering, found);
            }
            size_t draft = add_use(gathering, prose, w, &form);
            if (w == end_before)
                note_joint(gathering, prose, w, before, draft);
            before = draft;
            end_before = form.last_word + 1;
        }
        w = form.last_word + 1;
    }
}

/* A definition is a use, also where the words alone would not show it. */
static void count_definitions(Gathering *gathering)
{
    for (size_t i = 0; i < gathering->drafts.len; i++) {
        Draft *draft = &gathering->drafts.items[i];
        if (draft->uses.len || !draft->definitions.len)
            continue;
        const AcronymDefinition *definition = &draft->definitions.items[0];
        if (!span_is_empty(definition->short_span))
            array_push(&draft->uses, (AcronymUse){definition->prose, definition->short_span, true});
    }
}

static void note_small_word(Gathering *gathering, const Prose *prose, const Word *word)
{
    char capitals[SHORT_FORM_BYTES_MAX];
    if (word->shape & WORD_LATER_UPPER || word->len > SHORT_FORM_BYTES_MAX)
        return;
    for (size_t i = 0; i < word->len; i++)
        capitals[i] = ascii_upper(prose->text.data[word->start + i]);
    Draft *draft = draft_find(gathering, (Str){capitals, word->len});
    if (draft)
        draft->is_written_small = true;
}

/* Is WORD of PROSE the "meta" of "meta-data", no word of its own? */
static bool is_prefix(const Prose *prose, const Word *word)
{
    return word + 1 < prose->words + prose->n_words && word[1].gap == GAP_HYPHEN;
}

/* Notes which drafts are words in capitals, and which of those the paper also writes in small
 * letters: they are shouted. */
static void note_small_words(Gathering *gathering)
{
    WordFilter sought = {0};
    bool has_any = false;
    for (size_t i = 0; i < gathering->drafts.len; i++) {
        Draft *draft = &gathering->drafts.items[i];
        draft->is_word_like =
            draft->is_word_like && is_plain_word(gathering->lexicon, draft->folded);
        if (!draft->is_word_like || !draft->n_firm ||
            count_capitals(draft->folded) < draft->folded.len)
            continue;
        word_filter_add(&sought, word_hash(draft->folded));
        has_any = true;
    }
    for (size_t p = 0; has_any && p < gathering->proses->len; p++) {
        const Prose *prose = &gathering->proses->items[p];
        const Word *end = prose->words + prose->n_words;
        for (const Word *word = prose->words; word < end; word++)
            if (word_filter_has(&sought, word->hash) && !is_prefix(prose, word))
                note_small_word(gathering, prose, word);
    }
}

static void explain_by_names(Gathering *gathering, ExplanationList *found)
{
    SoughtFormArray sought = {0};
    for (size_t i = 0; i < gathering->drafts.len; i++) {
        const Draft *draft = &gathering->drafts.items[i];
        bool is_capitals = draft->is_dotted || count_capitals(draft->folded) == draft->folded.len;
        if (!draft->definitions.len && draft->uses.len && is_capitals &&
            count_capitals(draft->folded) >= 2)
            array_push(&sought, (SoughtForm){draft->folded, draft->uses.items[0].prose});
    }
    explanations_in_names(gathering->proses, &sought, found);
    add_definitions(gathering, found);
    array_free(&sought);
}

static void note_people(Gathering *gathering)
{
    const ProseList *proses = gathering->proses;
    for (size_t i = 0; i < proses->len; i++) {
        Str initials = initials_beside_name(proses, i);
        if (initials.len)
            draft_of(gathering, short_form_fold(initials))->is_person = true;
    }
    InitialsArray attendees = {0};
    initials_of_attendees(proses, gathering->lexicon, gathering->arena, &attendees);
    for (size_t i = 0; i < attendees.len; i++)
        draft_of(gathering, attendees.items[i])->is_initials = true;
    array_free(&attendees);
}

void gather_acronyms(Gathering *gathering)
{
    ExplanationList found = {0};
    const ProseList *proses = gathering->proses;
    for (size_t i = 0; i < proses->len; i++) {
        if (proses->items[i].has_brackets)
            explanations_in_brackets(&proses->items[i], &found);
        if (proses->items[i].has_abbreviations)
            explanations_in_markup(&proses->items[i], &found);
    }
    explanations_in_glossaries(proses, &found);
    add_definitions(gathering, &found);
    note_people(gathering);
    note_odd_forms(gathering);
    for (size_t i = 0; i < proses->len; i++)
        gather_uses(gathering, &proses->items[i], &found);
    count_definitions(gathering);
    explain_by_names(gathering, &found);
    note_small_words(gathering);
    share_definitions(gathering);
    array_free(&found);
}

void gathering_free(Gathering *gathering)
{
    for (size_t i = 0; i < gathering->drafts.len; i++) {
        array_free(&gathering->drafts.items[i].uses);
        array_free(&gathering->drafts.items[i].definitions);
    }
    array_free(&gathering->drafts);
    array_free(&gathering->odd_forms);
    array_free(&gathering->joints);
    mem_free(gathering->slots);
}
