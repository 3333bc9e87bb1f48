#include "text/english.h"

enum { SMALL_WORD_BYTES_MAX = 6, PASSAGE_WORDS = 12, FOREIGN_WORDS_MIN = 40 };

static const char *const small_words[] = {
    "a",    "about", "after", "all",  "also",   "an",    "and",   "any",  "are",  "as",    "at",
    "be",   "been",  "but",   "by",   "can",    "could", "did",   "do",   "does", "for",   "from",
    "had",  "has",   "have",  "he",   "her",    "his",   "how",   "i",    "if",   "in",    "into",
    "is",   "it",    "its",   "may",  "more",   "must",  "no",    "not",  "of",   "on",    "or",
    "our",  "out",   "shall", "she",  "should", "so",    "than",  "that", "the",  "their", "them",
    "then", "there", "these", "they", "this",   "those", "to",    "up",   "was",  "we",    "were",
    "what", "when",  "which", "who",  "will",   "with",  "would", "you",  "your",
};

bool word_is_small(Str word)
{
    return word.len <= SMALL_WORD_BYTES_MAX &&
           str_is_listed(word, small_words, sizeof small_words / sizeof *small_words);
}

bool words_are_english(const Prose *prose, size_t first, size_t end)
{
    size_t n_small = 0;
    for (size_t i = first; i < end; i++)
        n_small += prose->words[i].traits & WORD_IS_SMALL;
    return n_small && 8 * n_small >= end - first;
}

bool paper_is_english(const ProseList *proses)
{
    size_t n_english = 0, n_foreign = 0;
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        if (prose->n_words < PASSAGE_WORDS)
            continue;
        if (words_are_english(prose, 0, prose->n_words))
            n_english += prose->n_words;
        else
            n_foreign += prose->n_words;
    }
    return n_foreign < FOREIGN_WORDS_MIN || 4 * n_english >= n_foreign;
}
