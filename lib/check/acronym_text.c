#include "check/acronym_text.h"

#include "check/word_traits.h"

#include <assert.h>

const Sentence *sentence_of_word(const Prose *prose, size_t index)
{
    assert(prose->n_sentences);
    size_t low = 0, high = prose->n_sentences - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (prose->sentences[middle].end_word <= index)
            low = middle + 1;
        else
            high = middle;
    }
    return &prose->sentences[low];
}

bool is_function_word(Str word)
{
    static const char words[][8] = {
        "about",  "after", "all",   "also",  "any",   "are",   "because", "been",   "before",
        "being",  "both",  "but",   "can",   "could", "did",   "does",    "during", "each",
        "had",    "has",   "have",  "her",   "him",   "his",   "how",     "into",   "its",
        "just",   "made",  "many",  "may",   "might", "more",  "most",    "much",   "must",
        "not",    "only",  "other", "our",   "out",   "over",  "same",    "she",    "should",
        "since",  "some",  "such",  "than",  "that",  "their", "them",    "then",   "there",
        "these",  "they",  "this",  "those", "until", "upon",  "used",    "very",   "was",
        "were",   "what",  "when",  "where", "which", "while", "who",     "whose",  "will",
        "within", "would", "you",   "your",
    };
    char lower[8];
    if (word.len < 3 || word.len > sizeof lower)
        return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = ascii_lower(word.data[i]);
    return STR_IS_SHORT_ONE_OF(((Str){lower, word.len}), words);
}

bool is_clause(Str text)
{
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, STR(" "), start);
        Str word = str_sub(text, start, end);
        if (word.len && ascii_is_lower((unsigned char)word.data[0]) && is_function_word(word) &&
            !str_eq(word, STR("very")))
            return true;
        start = end + 1;
    }
    return false;
}

/* How many bytes of what trim_marks cuts stand at the start of TEXT. */
static size_t leading_mark(Str text)
{
    if (!text.len)
        return 0;
    unsigned char c = (unsigned char)text.data[0];
    switch (c) {
    case ' ':
    case '\n':
    case '\t':
    case '\r':
    case '"':
    case '\'':
    case ',':
    case '*':
    case '_':
        return 1;
    default:
        break;
    }
    if (c == 0xC2)
        return text.len > 1 && strchr("\xA0\xA9\xAE", text.data[1]) ? 2 : 0; /* blank, ©, ® */
    bool is_quote = text.len >= 3 && c == 0xE2 && (unsigned char)text.data[1] == 0x80 &&
                    strchr("\x98\x99\x9C\x9D", text.data[2]);
    return is_quote ? 3 : 0;
}

/* The same for the end of TEXT. */
static size_t trailing_mark(Str text)
{
    bool is_ascii = text.len && (unsigned char)text.data[text.len - 1] < 0x80;
    size_t longest = is_ascii ? 1 : 3;
    for (size_t n = 1; n <= longest && n <= text.len; n++)
        if (leading_mark(str_sub(text, text.len - n, text.len)) == n)
            return n;
    return 0;
}

static bool is_letter_or_digit(char c)
{
    return ascii_is_alpha((unsigned char)c) || ascii_is_digit((unsigned char)c);
}

Span trim_marks(Str text, Span span)
{
    if (span.start < span.end && is_letter_or_digit(text.data[span.start]) &&
        is_letter_or_digit(text.data[span.end - 1]))
        return span;
    for (size_t n = 1; n && span.start < span.end;) {
        n = leading_mark(span_of(span, text));
        span.start += n;
    }
    for (size_t n = 1; n && span.start < span.end;) {
        n = trailing_mark(span_of(span, text));
        span.end -= n;
    }
    return span;
}

bool is_cue(const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index];
    return word->traits & TRAIT_CUE && !(word->shape & (WORD_FIRST_UPPER | WORD_LATER_UPPER));
}

/* SPAN without the cues at its start. */
Span skip_cues(const Prose *prose, Span span)
{
    if (!ascii_is_lower((unsigned char)byte_at(prose, span.start)))
        return span;
    for (size_t w = prose_word_from(prose, span.start); w < prose->n_words; w++) {
        Span word = word_span(&prose->words[w]);
        if (word.start != span.start || word.end >= span.end || !is_cue(prose, w))
            break;
        char next = byte_at(prose, word.end);
        if (next != ' ' && next != ':' && next != ',' && next != '\n')
            break;
        span = trim_marks(prose->text, (Span){word.end + (next == ':'), span.end});
    }
    return span;
}
