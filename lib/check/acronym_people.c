#include "check/acronym_people.h"

#include "check/acronym_text.h"
#include "check/word_set.h"
#include "check/word_traits.h"
#include "text/calendar.h"

enum {
    ATTENDANCE_BLOCKS_MAX = 60,
    LABEL_WORDS_MAX = 12,
    LIST_LABEL_BYTES = 24,
    LIST_LABEL_WORDS = 3,
    LIST_ITEM_WORDS_MAX = 60,
    NAME_WORDS_MAX = 3,
    NAME_WORDS_BACK = 8
};

static bool is_title(const Word *word)
{
    return word->traits & TRAIT_TITLE;
}

/* Does a colon or dash make a label of word INDEX of PROSE: "Present: ", "Present – "? */
static bool is_label(const Prose *prose, size_t index)
{
    static const char *const marks[] = {":", "-", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    Str rest = str_sub(prose->text, word_span(&prose->words[index]).end, prose->text.len);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts_with(rest, str_of(marks[i])))
            return true;
    return false;
}

/* The word that may open a list of those at a meeting: the first, but the second of "in
 * attendance". */
static size_t opener_of(const Prose *prose)
{
    return prose->n_words && prose->words[0].len == 2 && word_is_any(prose, 0, "in");
}

/* Does PROSE open a list of those at a meeting? */
static bool opens_attendance(const Prose *prose)
{
    size_t opener = opener_of(prose);
    return word_has_trait(prose, opener, TRAIT_ATTENDANCE) &&
           (prose->n_words <= LABEL_WORDS_MAX || is_label(prose, opener));
}

/* Does PROSE open such a list beyond doubt? "Members noted the report." does not. */
static bool opens_list(const Prose *prose)
{
    return opens_attendance(prose) &&
           (prose->block->kind == NODE_HEADING || prose->n_words <= LIST_LABEL_WORDS ||
            is_label(prose, opener_of(prose)) ||
            has_byte(str_sub(prose->text, 0, LIST_LABEL_BYTES), ':'));
}

static bool is_in_attendance(const Prose *prose, const ProseList *proses)
{
    size_t index = (size_t)(prose - proses->items);
    for (size_t back = 0; back <= index && back < ATTENDANCE_BLOCKS_MAX; back++) {
        const Prose *above = &proses->items[index - back];
        if (opens_list(above))
            return true;
        if (above->block->kind == NODE_HEADING)
            return false;
    }
    return false;
}

/* Does a line begin with word INDEX of PROSE? */
static bool opens_line(const Prose *prose, size_t index)
{
    const Segment *before =
        index ? source_map_segment(&prose->map, prose->words[index].start - 1) : NULL;
    return !index || (before && (before->node->kind == NODE_SOFT_BREAK ||
                                 before->node->kind == NODE_LINE_BREAK));
}

/* Two or three words with a capital and small letters, nothing between them. */
static bool is_name_shape(const Prose *prose, size_t first, size_t end)
{
    if (end - first < 2 || end - first > NAME_WORDS_MAX)
        return false;
    for (size_t w = first; w < end; w++) {
        const Word *word = &prose->words[w];
        bool follows = w == first || word->gap == GAP_SPACE ||
                       (word->gap == GAP_HYPHEN && end - first == NAME_WORDS_MAX);
        bool is_capital = (word->shape & WORD_FIRST_UPPER) && !(word->shape & WORD_ALL_UPPER);
        if (!follows || !is_capital || word->shape & WORD_HAS_DIGIT)
            return false;
    }
    return true;
}

/* Is one of the words [first, end) of PROSE part of what somebody does: "Finance Director"? */
static bool names_post(const Prose *prose, size_t first, size_t end)
{
    static const char *const words[] = {
        "assistant", "board",    "chair",     "chief",   "clerk",    "committee", "council",
        "deputy",    "director", "executive", "finance", "governor", "head",      "lead",
        "manager",   "medical",  "member",    "minutes", "nurse",    "officer",   "president",
        "secretary", "team",     "treasurer", "trust",   "trustee",
    };
    for (size_t w = first; w < end; w++)
        if (STR_IS_LISTED(word_text(prose, &prose->words[w]), words))
            return true;
    return false;
}

bool explains_person(const Explanation *found, const ProseList *proses, Lexicon *lexicon)
{
    const Prose *prose = found->prose;
    size_t first = prose_word_from(prose, found->long_span.start);
    size_t end = prose_word_from(prose, found->long_span.end);
    size_t n_letters = count_letters(found->short_form); /* "SO'N" */
    if (n_letters > NAME_WORDS_MAX || count_capitals(found->short_form) != n_letters)
        return false;
    if (first < end && is_title(&prose->words[first]))
        first++;
    if (found->long_form.len || !is_name_shape(prose, first, end) || names_post(prose, first, end))
        return false;
    if (first && is_title(&prose->words[first - 1]))
        return true;
    bool has_lexicon = lexicon && lexicon_is_available(lexicon);
    size_t n_words = 0; /* that are also words in small letters */
    for (size_t w = first; w < end && has_lexicon; w++)
        n_words += lexicon_knows_lower(lexicon, word_text(prose, &prose->words[w]));
    if (is_in_attendance(prose, proses))
        return n_words < end - first || end - first == 2;
    return has_lexicon && !n_words && end - first == 2;
}

Str initials_beside_name(const ProseList *proses, size_t index)
{
    const Prose *prose = &proses->items[index];
    if (!index || prose->n_words != 1 || !(prose->words[0].shape & WORD_ALL_UPPER))
        return (Str){0};
    Str initials = word_text(prose, &prose->words[0]);
    const Prose *name = prose - 1;
    size_t first = name->n_words && is_title(&name->words[0]);
    if (initials.len != name->n_words - first || !is_name_shape(name, first, name->n_words))
        return (Str){0};
    for (size_t i = 0; i < initials.len; i++)
        if (word_text(name, &name->words[first + i]).data[0] != initials.data[i])
            return (Str){0};
    return initials;
}

/* Is one of the words [first, end) of PROSE only ever a name? */
static bool holds_name(const Prose *prose, size_t first, size_t end, Lexicon *lexicon)
{
    if (!lexicon || !lexicon_is_available(lexicon))
        return first == 0 || (first == 1 && is_title(&prose->words[0]));
    for (size_t w = first; w < end; w++)
        if (!lexicon_knows_lower(lexicon, word_text(prose, &prose->words[w])))
            return true;
    return false;
}

static void add_initials(const Prose *prose, size_t first, size_t end, Arena *arena,
                         InitialsArray *ret)
{
    char initials[NAME_WORDS_MAX], ends[2];
    size_t n = 0;
    for (size_t w = first; w < end; w++)
        initials[n++] = prose->text.data[prose->words[w].start];
    array_push(ret, arena_str(arena, (Str){initials, n}));
    if (n == 2)
        return;
    ends[0] = initials[0];
    ends[1] = initials[n - 1];
    array_push(ret, arena_str(arena, (Str){ends, 2}));
}

static bool is_name_word(const Word *word)
{
    return (word->shape & WORD_FIRST_UPPER) && !(word->shape & WORD_ALL_UPPER);
}

/* Do the words [first, end) of PROSE, a title before them left aside, open a line or follow a mark,
 * and nothing, a comma or a bracket follow: "Tom Bell, member"? */
static bool opens_entry(const Prose *prose, size_t first, size_t end)
{
    size_t start = first && is_title(&prose->words[first - 1]) ? first - 1 : first;
    const Word *word = &prose->words[start];
    bool follows_mark = start && word->start > 1 && prose->text.data[word->start - 1] == ' ' &&
                        strchr(",:;", prose->text.data[word->start - 2]);
    size_t next = word_span(&prose->words[end - 1]).end;
    next += byte_at(prose, next) == ' ';
    char mark = byte_at(prose, next);
    bool is_last = !mark || (end < prose->n_words && opens_line(prose, end));
    return (follows_mark || opens_line(prose, start)) && (is_last || strchr(",;(-.", mark)) &&
           !names_post(prose, first, end);
}

/* Behind the words with a capital that follow word FIRST of PROSE: all on its line where
 * IS_ONE_LINE, else no more than tell that they are too many for a name. */
static size_t names_end(const Prose *prose, size_t first, bool is_one_line)
{
    size_t end = first + 1;
    while (end < prose->n_words && is_name_word(&prose->words[end]) &&
           (prose->words[end].gap == GAP_SPACE || prose->words[end].gap == GAP_HYPHEN) &&
           (is_one_line ? !opens_line(prose, end) : end - first <= NAME_WORDS_MAX))
        end++;
    return end;
}

/* Adds the initials of the names in PROSE. A name may run on from one line to the next, but
 * several stand each on its own. */
static void names_in(const Prose *prose, Lexicon *lexicon, Arena *arena, InitialsArray *ret)
{
    for (size_t w = 0, end; w < prose->n_words; w = end) {
        end = w + 1;
        if (!is_name_word(&prose->words[w]))
            continue;
        end = names_end(prose, w, false);
        if (end - w > NAME_WORDS_MAX)
            end = names_end(prose, w, true);
        size_t first = w + is_title(&prose->words[w]);
        if (is_name_shape(prose, first, end) &&
            (opens_entry(prose, first, end) || holds_name(prose, first, end, lexicon)))
            add_initials(prose, first, end, arena, ret);
    }
}

void initials_of_attendees(const ProseList *proses, Lexicon *lexicon, Arena *arena,
                           InitialsArray *ret)
{
    size_t n_blocks = 0; /* of the list that are still to come */
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        if (opens_list(prose))
            n_blocks = ATTENDANCE_BLOCKS_MAX;
        else if (n_blocks &&
                 (prose->block->kind == NODE_HEADING || prose->n_words > LIST_ITEM_WORDS_MAX))
            n_blocks = 0;
        if (!n_blocks)
            continue;
        n_blocks--;
        names_in(prose, lexicon, arena, ret);
    }
}

/* May a name and the letters behind it go on from word LEFT of PROSE to the next: "A. N. Other
 * BSc (Hons) RN"? */
static bool continues_name(const Prose *prose, size_t left)
{
    const Word *word = &prose->words[left];
    switch (word[1].gap) {
    case GAP_SPACE:
    case GAP_COMMA:
    case GAP_HYPHEN:
        return true;
    case GAP_STOP:
        return word->len == 1;
    default:
        return word_is_any(prose, left, "hons") || word_is_any(prose, left + 1, "hons");
    }
}

bool follows_name(const Prose *prose, size_t index)
{
    size_t n_names = 0;
    for (size_t w = index; w-- > 0 && index - w <= NAME_WORDS_BACK;) {
        const Word *word = &prose->words[w];
        if (!(word->shape & WORD_FIRST_UPPER) || !continues_name(prose, w))
            return false;
        if (is_title(word))
            return n_names > 0;
        n_names += !(word->shape & WORD_ALL_UPPER);
    }
    return false;
}

bool follows_title(const Prose *prose, size_t index, bool may_be_shouted)
{
    while (index && prose->words[index].gap == GAP_HYPHEN)
        index--;
    const Word *title = index ? &prose->words[index - 1] : NULL;
    return title && prose->words[index].gap == GAP_SPACE && is_title(title) &&
           (may_be_shouted || !(title->shape & WORD_ALL_UPPER));
}

bool is_person_in_bracket(const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index];
    if (index < 2 || word->len < 2 || word->len > NAME_WORDS_MAX || !word->start ||
        prose->text.data[word->start - 1] != '(' || byte_at(prose, word_span(word).end) != ')')
        return false;
    const Word *name = word - 1, *before = name - 1;
    char last = prose->text.data[word_span(word).end - 1];
    if (!is_name_word(name) || prose->text.data[name->start] != last)
        return false;
    bool is_initial = before->len == 1 && before->shape & WORD_FIRST_UPPER &&
                      prose->text.data[before->start] == prose->text.data[word->start];
    return is_initial || is_title(before);
}

/* A thing that a short form may describe, and surely no verb: "JS asked", "JS reports". */
static bool is_thing(const Prose *prose, size_t index)
{
    if (index >= prose->n_words)
        return false;
    const Word *word = &prose->words[index];
    Str text = word_text(prose, word);
    return word->gap == GAP_SPACE && !(word->shape & WORD_FIRST_UPPER) &&
           word_has_trait(prose, index, TRAIT_NOUN) &&
           !word_has_trait(prose, index, TRAIT_ALSO_VERB | TRAIT_BEFORE_VERB) &&
           !str_ends_with(text, STR("s")) && !str_ends_with(text, STR("ed"));
}

bool is_worded_as_thing(const Prose *prose, size_t first, size_t last)
{
    bool has_article = first && prose->words[first].gap == GAP_SPACE &&
                       word_is_any(prose, first - 1, "the a an our their your this these");
    return has_article || is_thing(prose, last + 1);
}

static bool is_and(const Prose *prose, size_t index)
{
    return index < prose->n_words && str_eq(word_text(prose, &prose->words[index]), STR("and"));
}

bool stands_for_attendee(const Prose *prose, size_t first, size_t last)
{
    if (!first || !opens_attendance(prose))
        return false;
    uint8_t gap = prose->words[first].gap;
    char after = byte_at(prose, word_span(&prose->words[last]).end);
    bool begins = gap == GAP_COMMA || gap == GAP_OTHER || is_and(prose, first - 1);
    return begins && (!after || strchr(",.;\n", after) || is_and(prose, last + 1));
}

/* Is LETTERS, small but for its first, a name and no word: "London"? */
static bool is_spelt_as_name(Str letters, Lexicon *lexicon, Arena *arena)
{
    enum { NAME_BYTES_MIN = 4 };
    if (!lexicon || !lexicon_is_available(lexicon) || letters.len < NAME_BYTES_MIN ||
        count_capitals(letters) != letters.len)
        return false;
    Str name = arena_str(arena, letters);
    for (size_t i = 1; i < name.len; i++)
        ((char *)name.data)[i] = ascii_lower(name.data[i]);
    return !lexicon_knows_lower(lexicon, name) && lexicon_knows(lexicon, name, word_hash(name));
}

static bool is_small_letters(const Prose *prose, size_t index)
{
    return index < prose->n_words && prose->words[index].gap <= GAP_HYPHEN &&
           !(prose->words[index].shape & (WORD_FIRST_UPPER | WORD_LATER_UPPER | WORD_HAS_DIGIT));
}

/* Has a sentence the name in capitals that USE is as a thing, by the small words around it?
 * "In LONDON today" tells of a place. */
static bool is_thing_in_sentence(const AcronymUse *use)
{
    const Prose *prose = use->prose;
    size_t first = prose_word_from(prose, use->span.start);
    if (!first || prose->is_shouted || prose->words[first].gap != GAP_SPACE ||
        !is_small_letters(prose, prose_word_from(prose, use->span.end)))
        return false;
    const Word *before = &prose->words[first - 1];
    bool opens = first == 1 || before->gap == GAP_STOP;
    bool is_plain = !(before->shape & (WORD_FIRST_UPPER | WORD_LATER_UPPER)) ||
                    (opens && word_has_trait(prose, first - 1, TRAIT_COMMON));
    return is_plain && !word_is_any(prose, first - 1, "at by for from in near of on that to with");
}

bool is_shouted_name(const Acronym *acronym, Lexicon *lexicon, Arena *arena)
{
    if (!is_spelt_as_name(acronym->folded, lexicon, arena))
        return false;
    bool is_time = is_weekday_name(acronym->folded) || is_month_name(acronym->folded);
    for (size_t i = 0; i < acronym->n_uses && !is_time; i++)
        if (is_thing_in_sentence(&acronym->uses[i]))
            return false;
    return true;
}
