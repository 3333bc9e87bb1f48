#include "text/sentence.h"

#include "base/utf8.h"
#include "text/calendar.h"

/* Never end a sentence, whatever follows. */
static const char *const titles[] = {
    "app",  "approx", "art",  "capt", "cf",   "cllr", "col",    "dr",   "eg",  "esp", "fig", "figs",
    "gen",  "hon",    "ie",   "insp", "lt",   "maj",  "messrs", "mr",   "mrs", "ms",  "mx",  "pp",
    "prof", "ref",    "refs", "rev",  "revd", "sec",  "sgt",    "supt", "viz", "vol", "vs",
};

/* Belong to a number that follows, and only then go on. */
static const char *const before_number[] = {
    "c",     "ca", "cap", "ch",  "chap", "cl",  "ex", "ext", "no",  "nos", "p",   "para",
    "paras", "pt", "r",   "reg", "s",    "sch", "ss", "st",  "tel", "v",   "ver",
};

/* May end a sentence: only when the next word begins like one. */
static const char *const may_end[] = {
    "am",  "assoc", "bros", "co",  "corp", "dept", "est", "etc", "govt",
    "inc", "jr",    "ltd",  "max", "min",  "plc",  "pm",  "sr",  "st",
};

/* Words that open a sentence far more often than they follow an abbreviation. */
static bool is_opener(Str word)
{
    static const char *const openers[] = {
        "a",    "all",  "an",    "and",   "as",    "at",   "both", "but",   "each", "for",
        "from", "he",   "her",   "his",   "how",   "i",    "if",   "in",    "it",   "its",
        "many", "most", "no",    "on",    "one",   "our",  "she",  "since", "some", "such",
        "that", "the",  "their", "there", "these", "they", "this", "those", "to",   "we",
        "what", "when", "where", "while", "who",   "with", "you",
    };
    return STR_IS_LISTED(word, openers);
}

typedef struct Splitter {
    Str text;
    const Word *words;
    size_t n_words;
    size_t first; /* first word of the present sentence */
} Splitter;

static Str word_at(const Splitter *splitter, size_t index)
{
    return span_of(word_span(&splitter->words[index]), splitter->text);
}

/* The mark that may end a sentence between words INDEX-1 and INDEX: '.', '!', '?',
 * U+2026 or a line feed; 0 when there is none followed by white space. */
static uint32_t end_mark(Str gap)
{
    uint32_t mark = 0;
    for (size_t i = 0; i < gap.len;) {
        uint32_t c;
        i += utf8_decode(gap, i, &c);
        if (c == '\n')
            return mark ? mark : c;
        if (utf8_is_space(c) && mark)
            return mark;
        if (c == '.' || c == '!' || c == '?' || c == 0x2026)
            mark = mark == '!' || mark == '?' ? mark : c;
    }
    return 0;
}

/* "a", "12", "iv": what numbers the items of a list. */
static bool is_item_number(Str word)
{
    bool is_roman = true;
    for (size_t i = 0; i < word.len; i++)
        is_roman &= strchr("ivxIVX", word.data[i]) != NULL;
    if (ascii_is_digit((unsigned char)word.data[0]))
        return word.len <= 2;
    return word.len == 1 ? ascii_is_alpha((unsigned char)word.data[0]) : is_roman && word.len <= 5;
}

/* Does word INDEX number the next item of a list that runs on: "…; (ii) visitors",
 * "…; and b) the ward"? */
static bool opens_item(const Splitter *splitter, size_t index)
{
    if (index + 1 >= splitter->n_words || index == splitter->first)
        return false;
    size_t end = word_span(&splitter->words[index]).end;
    if (splitter->text.data[end] != ')' ||
        !ascii_is_space((unsigned char)splitter->text.data[end + 1]) ||
        !is_item_number(word_at(splitter, index)))
        return false;
    Str before = word_at(splitter, index - 1);
    bool joins = str_eq_nocase(before, STR("and")) || str_eq_nocase(before, STR("or"));
    size_t last = joins && index >= 2 ? index - 1 : index;
    size_t gap_start = word_span(&splitter->words[last - 1]).end;
    Str gap = str_sub(splitter->text, gap_start, splitter->words[last].start);
    return memchr(gap.data, ';', gap.len) || memchr(gap.data, ':', gap.len) ||
           memchr(gap.data, '\n', gap.len);
}

/* Weekdays and months go on after a time: "at 10 a.m. Monday". */
static bool is_date_word(Str word)
{
    return is_weekday_name(word) || is_month_name(word);
}

/* "a.m.", "p.m." in front of word INDEX. */
static bool is_time_of_day(const Splitter *splitter, size_t index)
{
    if (index < 2 || splitter->words[index - 1].gap != GAP_DOT)
        return false;
    Str half = word_at(splitter, index - 2);
    return str_eq_nocase(word_at(splitter, index - 1), STR("m")) &&
           (str_eq_nocase(half, STR("a")) || str_eq_nocase(half, STR("p")));
}

/* "J. Smith", "e.g. this", "U.S. law": the word before the stop is one letter. */
static bool is_initial(const Splitter *splitter, size_t index)
{
    const Word *before = &splitter->words[index - 1];
    if (before->len != 1 || !(before->shape & WORD_HAS_LETTER))
        return false;
    if (is_opener(word_at(splitter, index)))
        return before->gap == GAP_DOT && !(before->shape & WORD_FIRST_UPPER) &&
               !(splitter->words[index].shape & WORD_FIRST_UPPER);
    return before->gap == GAP_DOT || (before->shape & WORD_FIRST_UPPER);
}

/* Is the full stop in front of word INDEX part of a word, not an end? */
static bool is_abbreviation(const Splitter *splitter, size_t index)
{
    const Word *before = &splitter->words[index - 1];
    const Word *next = &splitter->words[index];
    Str word = word_at(splitter, index - 1);
    if (before->gap == GAP_DOT && before->len == 1 && index >= 2) {
        Str first = word_at(splitter, index - 2);
        bool is_eg = (str_eq_nocase(first, STR("e")) && str_eq_nocase(word, STR("g"))) ||
                     (str_eq_nocase(first, STR("i")) && str_eq_nocase(word, STR("e")));
        if (is_eg)
            return true;
    }
    if (STR_IS_LISTED(word, titles))
        return true;
    if ((next->shape & WORD_HAS_DIGIT) && STR_IS_LISTED(word, before_number))
        return true;
    if (str_eq_nocase(word, STR("st")) && (before->shape & WORD_FIRST_UPPER))
        return true; /* St. Mary's */
    if (STR_IS_LISTED(word, may_end) && !(next->shape & WORD_FIRST_UPPER))
        return true;
    if (is_time_of_day(splitter, index))
        return !(next->shape & WORD_FIRST_UPPER) || is_date_word(word_at(splitter, index));
    bool is_clause_number = index - 1 == splitter->first && !(before->shape & WORD_HAS_LETTER);
    return is_clause_number || is_initial(splitter, index);
}

/* A block that begins with some words in bold has a heading of its own in them:
 * "3. Action log KL said that …", with the first words bold. */
static bool is_after_label(const Splitter *splitter, size_t index)
{
    const Word *words = splitter->words;
    bool is_edge = (words[index - 1].shape & WORD_IN_EMPHASIS) &&
                   !(words[index].shape & WORD_IN_EMPHASIS) &&
                   (words[index].shape & WORD_FIRST_UPPER) && words[index].gap == GAP_SPACE;
    if (!is_edge || splitter->first != 0)
        return false;
    size_t start = 0;
    while (start < index && !(words[start].shape & WORD_HAS_LETTER))
        start++;
    if (index < start + 2)
        return false;
    for (size_t i = start; i < index; i++)
        if (!(words[i].shape & WORD_IN_EMPHASIS))
            return false;
    return true;
}

/* "Save it. `-o FILE` names the file": what stands for code opens a sentence too. */
static bool ends_in_object(Str gap)
{
    const Str object = STR(" \xEF\xBF\xBC ");
    return str_ends_with(gap, object) && !str_starts_with(gap, object);
}

/* Does a sentence end in front of word INDEX? */
static bool ends_before(const Splitter *splitter, size_t index)
{
    const Word *next = &splitter->words[index];
    if (opens_item(splitter, index) || is_after_label(splitter, index))
        return true;
    if (next->gap != GAP_STOP && next->gap != GAP_OTHER && next->gap != GAP_SPACE)
        return false;
    size_t gap_start = word_span(&splitter->words[index - 1]).end;
    Str gap = str_sub(splitter->text, gap_start, next->start);
    if (next->gap == GAP_SPACE && !memchr(gap.data, '\n', gap.len))
        return false;
    uint32_t mark = end_mark(gap);
    if (!mark)
        return false;
    bool opens = (next->shape & (WORD_FIRST_UPPER | WORD_HAS_DIGIT)) != 0 || ends_in_object(gap) ||
                 !(next->shape & (WORD_HAS_LETTER | WORD_HAS_DIGIT));
    if (!opens && !(next->shape & WORD_LATER_UPPER))
        return false;
    if (mark == '\n')
        return true;
    return mark != '.' || !is_abbreviation(splitter, index);
}

static bool is_end_mark(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026;
}

/* Where the sentence of word INDEX begins: with what opens in front of it. */
static size_t opening_start(const Splitter *splitter, size_t index, size_t limit)
{
    static const Str openers[] = {{"(", 1}, {"[", 1}, {"“", 3}, {"‘", 3}, {"\"", 1}, {"'", 1}};
    size_t start = splitter->words[index].start;
    for (bool is_moved = true; is_moved;) {
        is_moved = false;
        for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
            if (str_ends_with(str_sub(splitter->text, limit, start), openers[i])) {
                start -= openers[i].len;
                is_moved = true;
            }
        }
    }
    return start;
}

static void push_sentence(const Splitter *splitter, size_t end, SentenceArray *sentences)
{
    size_t before = sentences->len ? sentences->items[sentences->len - 1].span.end : 0;
    size_t start = opening_start(splitter, splitter->first, before);
    size_t stop = word_span(&splitter->words[end - 1]).end;
    size_t limit = end < splitter->n_words ? splitter->words[end].start : splitter->text.len;
    size_t at = stop;
    bool is_closed = false;
    while (at < limit && !ascii_is_space((unsigned char)splitter->text.data[at])) {
        uint32_t c;
        at += utf8_decode(splitter->text, at, &c);
        is_closed |= is_end_mark(c);
    }
    array_push(sentences, (Sentence){.first_word = (uint32_t)splitter->first,
                                     .end_word = (uint32_t)end,
                                     .span = {start, is_closed ? at : stop},
                                     .is_closed = is_closed});
}

/* Most words follow another by one blank inside a sentence, and nothing makes them
 * begin one. */
static inline bool goes_on_plainly(const Splitter *splitter, size_t index)
{
    const Word *next = &splitter->words[index], *before = next - 1;
    size_t end = word_span(next).end;
    return next->gap == GAP_SPACE && next->start == word_span(before).end + 1 &&
           splitter->text.data[next->start - 1] != '\n' &&
           !(before->shape & ~next->shape & WORD_IN_EMPHASIS) &&
           (end == splitter->text.len || splitter->text.data[end] != ')');
}

void split_sentences(Str text, const Word *words, size_t n_words, SentenceArray *sentences)
{
    Splitter splitter = {.text = text, .words = words, .n_words = n_words};
    for (size_t i = 1; i <= n_words; i++) {
        if (i < n_words && (goes_on_plainly(&splitter, i) || !ends_before(&splitter, i)))
            continue;
        push_sentence(&splitter, i, sentences);
        splitter.first = i;
    }
}
