#include "check/acronym_names.h"

#include "base/hash.h"
#include "check/acronym_definition.h"
#include "check/acronym_text.h"
#include "check/word_set.h"

#define NAME_RELIABLE 0.8

enum {
    LETTER_BITS = 31, /* of a byte: the same for a letter and its capital */
    FIRST_UPPER_BIT = 32,
    INITIALS_MIN = 2,
    LISTED_MIN = 4, /* of a name with a comma in it */
    INITIALS_MAX = 8,
    PHRASES_MAX = 4, /* so many are counted for one short form */
    OFTEN = 2        /* times that make a phrase a settled one */
};

/* Words that have the initials of a short form. */
typedef struct Phrase {
    uint64_t hash; /* of its words */
    const Prose *prose;
    Span span; /* where it stands first */
    size_t n_times;
} Phrase;

typedef struct Wanted {
    bool is_found;
    size_t n_phrases;
    Phrase phrases[PHRASES_MAX];
} Wanted;

/* The short forms sought, found by the hash of their letters. */
typedef struct Sought {
    const SoughtFormArray *forms;
    Wanted *wanted; /* of each form */
    size_t *slots;  /* index + 1; 0 is free */
    size_t mask;
    /* bits for the letters: the second by the first, with FIRST_UPPER_BIT where the word has a
     * capital; of forms of two letters, the second by the first; the third by the first two */
    uint32_t seconds[64], pairs[32], thirds[32 * 32];
} Sought;

/* A row of words looked at: their initials, and what they are. */
typedef struct Row {
    const Prose *prose;
    size_t first, last;
    size_t n_initials;
    uint64_t initials, words; /* hashes */
    bool is_name;             /* all its words have capitals */
    bool has_comma;
} Row;

/* Hash of the letters of SHORT_FORM, dots left out. */
static uint64_t hash_letters(Str short_form)
{
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < short_form.len; i++)
        if (short_form.data[i] != '.')
            hash = hash_byte(hash, (unsigned char)short_form.data[i]);
    return hash;
}

/* Notes the first three letters of SHORT_FORM. */
static void note_letters(Sought *sought, Str short_form)
{
    unsigned letters[3] = {0};
    size_t n = 0;
    for (size_t i = 0; i < short_form.len && n < 3; i++)
        if (short_form.data[i] != '.')
            letters[n++] = (unsigned char)short_form.data[i] & LETTER_BITS;
    sought->seconds[letters[0] | FIRST_UPPER_BIT] |= UINT32_C(1) << letters[1];
    if (n < 3) {
        sought->pairs[letters[0]] |= UINT32_C(1) << letters[1];
        return;
    }
    sought->seconds[letters[0]] |= UINT32_C(1) << letters[1];
    sought->thirds[letters[0] << 5 | letters[1]] |= UINT32_C(1) << letters[2];
}

static void sought_init(Sought *sought, const SoughtFormArray *forms)
{
    size_t n_slots = 16;
    while (n_slots < 2 * forms->len + 2)
        n_slots *= 2;
    *sought = (Sought){.forms = forms,
                       .wanted = mem_calloc(forms->len + 1, sizeof *sought->wanted),
                       .slots = mem_calloc(n_slots, sizeof *sought->slots),
                       .mask = n_slots - 1};
    for (size_t i = 0; i < forms->len; i++) {
        Str text = forms->items[i].text;
        size_t slot = (size_t)hash_letters(text) & sought->mask;
        while (sought->slots[slot])
            slot = (slot + 1) & sought->mask;
        sought->slots[slot] = i + 1;
        note_letters(sought, text);
    }
}

/* How often ROW must stand in the paper to be taken for the long form of FORM. */
static size_t times_needed(const Row *row, const SoughtForm *form)
{
    bool is_near = row->prose <= form->first_use + 1 && form->first_use <= row->prose + 1;
    if (row->is_name && (is_near || row->n_initials > 2))
        return 1;
    return OFTEN;
}

/* Counts ROW among the phrases of WANTED; NULL when there are too many. */
static Phrase *count_phrase(Wanted *wanted, const Row *row)
{
    for (size_t i = 0; i < wanted->n_phrases; i++)
        if (wanted->phrases[i].hash == row->words) {
            wanted->phrases[i].n_times++;
            return &wanted->phrases[i];
        }
    if (wanted->n_phrases == PHRASES_MAX)
        return NULL;
    Phrase *phrase = &wanted->phrases[wanted->n_phrases++];
    *phrase = (Phrase){row->words, row->prose, words_span(row->prose, row->first, row->last), 1};
    return phrase;
}

/* "New York, NY 10021": part of an address. */
static bool is_address(const Row *row, Str short_form)
{
    const Word *next = &row->prose->words[row->last + 1];
    return row->last + 1 < row->prose->n_words && next->gap == GAP_COMMA &&
           str_eq(word_text(row->prose, next), short_form);
}

/* Notes ROW for each short form that has its initials. Two words in small letters are not
 * enough: too many have any two initials; nor are three names in a list. */
static void note_row(Sought *sought, const Row *row, ExplanationList *list)
{
    if ((row->n_initials <= INITIALS_MIN && !row->is_name) ||
        (row->has_comma && (row->n_initials < LISTED_MIN || !row->is_name)))
        return;
    for (size_t slot = (size_t)row->initials & sought->mask; sought->slots[slot];
         slot = (slot + 1) & sought->mask) {
        size_t index = sought->slots[slot] - 1;
        const SoughtForm *form = &sought->forms->items[index];
        Wanted *wanted = &sought->wanted[index];
        if (wanted->is_found || hash_letters(form->text) != row->initials ||
            is_address(row, form->text))
            continue;
        const Phrase *phrase = count_phrase(wanted, row);
        if (!phrase || phrase->n_times < times_needed(row, form))
            continue;
        wanted->is_found = true;
        array_push(list, (Explanation){.short_form = form->text,
                                       .prose = phrase->prose,
                                       .long_span = phrase->span,
                                       .reliability = NAME_RELIABLE,
                                       .is_name = true,
                                       .is_hint = !row->is_name});
    }
}

/* May WORD lend its initial to a long form? */
static bool lends_initial(const Prose *prose, const Word *word)
{
    const unsigned wrong = WORD_LATER_UPPER | WORD_HAS_DIGIT | WORD_IN_CODE | WORD_IN_ADDRESS;
    if (word->shape & wrong || word->len < 2)
        return false;
    return word->shape & WORD_FIRST_UPPER ||
           (word->len >= 3 && !is_linking_word(word_text(prose, word)) &&
            !is_function_word(word_text(prose, word)));
}

static bool is_passed_over(const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index];
    return index + 1 < prose->n_words && word->gap == GAP_SPACE && word->len <= 4 &&
           !(word->shape & WORD_FIRST_UPPER) && is_linking_word(word_text(prose, word));
}

/* Does only a blank, a hyphen or a dash part word INDEX from the one before? */
static bool follows_on(const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index];
    if (word->gap == GAP_SPACE || word->gap == GAP_HYPHEN)
        return true;
    Str gap = str_sub(prose->text, word_span(word - 1).end, word->start);
    return word->gap == GAP_OTHER && str_eq(gap, STR("\xE2\x80\x93"));
}

static void take_word(Row *row, size_t index)
{
    const Word *word = &row->prose->words[index];
    char initial = ascii_upper(row->prose->text.data[word->start]);
    row->last = index;
    row->n_initials++;
    row->initials = hash_byte(row->initials, (unsigned char)initial);
    row->words = (row->words << 7 | row->words >> 57) ^ word->hash;
    row->is_name &= (word->shape & WORD_FIRST_UPPER) != 0;
}

/* Takes the small linking word INDEX into ROW: the "of" of FOIA. It makes no name. */
static void take_link(Row *row, size_t index)
{
    bool is_name = row->is_name;
    take_word(row, index);
    row->is_name = is_name;
}

/* Looks up the rows that begin with word FIRST. Small linking words are passed over, but with
 * TAKES_LINKS "of" lends its initial. True when there is an "of". */
static bool rows_at(Sought *sought, const Prose *prose, size_t first, bool takes_links,
                    ExplanationList *list)
{
    Row row = {.prose = prose, .first = first, .initials = HASH_SEED, .is_name = true};
    bool has_links = false;
    for (size_t w = first; w < prose->n_words && row.n_initials < INITIALS_MAX; w++) {
        if (row.n_initials && is_passed_over(prose, w)) {
            bool is_link = word_is_any(prose, w, "of");
            has_links |= is_link;
            if (takes_links && is_link)
                take_link(&row, w);
            w++;
        }
        const Word *word = &prose->words[w];
        bool is_listed = w != first && word->gap == GAP_COMMA;
        if ((w != first && !is_listed && !follows_on(prose, w)) || !lends_initial(prose, word))
            return has_links;
        row.has_comma |= is_listed;
        take_word(&row, w);
        if (row.n_initials >= INITIALS_MIN && (!takes_links || (has_links && row.is_name)))
            note_row(sought, &row, list);
    }
    return has_links;
}

/* The first letter of word INDEX of PROSE, in either case; zero beyond its end. */
static unsigned first_letter(const Prose *prose, size_t index)
{
    if (index >= prose->n_words)
        return 0;
    return (unsigned char)prose->text.data[prose->words[index].start] & LETTER_BITS;
}

/* Looks up a heading as a whole, whatever its words: "Any other business" is AOB. */
static void row_of_heading(Sought *sought, const Prose *prose, ExplanationList *list)
{
    size_t first = 0;
    while (first < prose->n_words && prose->words[first].shape & WORD_HAS_DIGIT)
        first++;
    if (prose->n_words > first + INITIALS_MAX || !sought->seconds[first_letter(prose, first)])
        return;
    Row row = {.prose = prose, .first = first, .initials = HASH_SEED, .is_name = true};
    for (size_t w = first; w < prose->n_words; w++)
        if (w == first || !is_passed_over(prose, w))
            take_word(&row, w);
    row.is_name = true;
    if (row.n_initials > INITIALS_MIN)
        note_row(sought, &row, list);
}

/* Can a long form begin with word INDEX of PROSE, by the letters of those behind it? One linking
 * word may stand between any two. */
static bool may_begin(const Sought *sought, const Prose *prose, size_t index)
{
    unsigned first = first_letter(prose, index), second = first_letter(prose, index + 1);
    unsigned third = first_letter(prose, index + 2), fourth = first_letter(prose, index + 3);
    unsigned fifth = first_letter(prose, index + 4);
    uint32_t pairs = prose->words[index].shape & WORD_FIRST_UPPER ? sought->pairs[first] : 0;
    uint32_t next = sought->thirds[first << 5 | second], other = sought->thirds[first << 5 | third];
    return (pairs >> second | pairs >> third | next >> third | next >> fourth | other >> fourth |
            other >> fifth) &
           1;
}

/* Looks up the rows that begin with word FIRST of PROSE, with and without links. */
static void rows_from(Sought *sought, const Prose *prose, size_t first, ExplanationList *list)
{
    if (may_begin(sought, prose, first) && rows_at(sought, prose, first, false, list))
        rows_at(sought, prose, first, true, list);
}

/* Looks up the rows of PROSE where a word and one of the two behind it begin as is wanted. */
static void rows_in(Sought *sought, const Prose *prose, ExplanationList *list)
{
    const char *text = prose->text.data;
    uint32_t wanted = 0, wanted_before = 0; /* letters, by the last word and the one before */
    unsigned last = 0;                      /* letter */
    for (size_t w = 0; w < prose->n_words; w++) {
        const Word *word = &prose->words[w];
        unsigned letter = (unsigned char)text[word->start] & LETTER_BITS;
        unsigned is_upper = word->shape & WORD_FIRST_UPPER; /* 0 or 1 */
        if ((wanted_before >> last | wanted_before >> letter) & 1)
            rows_from(sought, prose, w - 2, list);
        wanted_before = wanted;
        wanted = sought->seconds[letter | is_upper * FIRST_UPPER_BIT];
        last = letter;
    }
    if (wanted_before >> last & 1)
        rows_from(sought, prose, prose->n_words - 2, list);
}

void explanations_in_names(const ProseList *proses, const SoughtFormArray *forms,
                           ExplanationList *list)
{
    if (!forms->len)
        return;
    Sought sought;
    sought_init(&sought, forms);
    for (const Prose *prose = proses->items; prose < proses->items + proses->len; prose++) {
        if (prose->block->kind == NODE_HEADING)
            row_of_heading(&sought, prose, list);
        rows_in(&sought, prose, list);
    }
    mem_free(sought.slots);
    mem_free(sought.wanted);
}
