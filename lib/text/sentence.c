#include "text/sentence.h"

#include "base/utf8.h"

#include <stdlib.h>

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

static int compare_name(const void *key, const void *row)
{
    const Str *word = key;
    Str name = str_of(*(const char *const *)row);
    size_t shared = word->len < name.len ? word->len : name.len;
    for (size_t i = 0; i < shared; i++) {
        int order = ascii_lower(word->data[i]) - name.data[i];
        if (order)
            return order;
    }
    return (word->len > name.len) - (word->len < name.len);
}

#define is_listed(word, table)                                                                     \
    (bsearch(&(word), table, sizeof(table) / sizeof *(table), sizeof *(table), compare_name) !=    \
     NULL)

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
    return is_listed(word, openers);
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
    if (is_listed(word, titles))
        return true;
    if ((next->shape & WORD_HAS_DIGIT) && is_listed(word, before_number))
        return true;
    if (str_eq_nocase(word, STR("st")) && (before->shape & WORD_FIRST_UPPER))
        return true; /* St. Mary's */
    if (is_listed(word, may_end) && !(next->shape & WORD_FIRST_UPPER))
        return true;
    bool is_clause_number = index - 1 == splitter->first && !(before->shape & WORD_HAS_LETTER);
    return is_clause_number || is_initial(splitter, index);
}

/* Does a sentence end in front of word INDEX? */
static bool ends_before(const Splitter *splitter, size_t index)
{
    const Word *next = &splitter->words[index];
    if (next->gap != GAP_STOP && next->gap != GAP_OTHER && next->gap != GAP_SPACE)
        return false;
    size_t gap_start = word_span(&splitter->words[index - 1]).end;
    Str gap = str_sub(splitter->text, gap_start, next->start);
    if (next->gap == GAP_SPACE && !memchr(gap.data, '\n', gap.len))
        return false;
    uint32_t mark = end_mark(gap);
    if (!mark)
        return false;
    bool opens = (next->shape & (WORD_FIRST_UPPER | WORD_HAS_DIGIT)) != 0 ||
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

static void push_sentence(const Splitter *splitter, size_t end, SentenceArray *sentences)
{
    size_t start = splitter->words[splitter->first].start;
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

void split_sentences(Str text, const Word *words, size_t n_words, SentenceArray *sentences)
{
    Splitter splitter = {.text = text, .words = words, .n_words = n_words};
    for (size_t i = 1; i <= n_words; i++) {
        if (i < n_words && !ends_before(&splitter, i))
            continue;
        push_sentence(&splitter, i, sentences);
        splitter.first = i;
    }
}
