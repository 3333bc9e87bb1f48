#include "text/readability.h"

#include <math.h>

double flesch_reading_ease(size_t words, size_t sentences, size_t syllables)
{
    return 206.835 - 1.015 * ((double)words / (double)sentences) -
           84.6 * ((double)syllables / (double)words);
}

double flesch_kincaid_grade(size_t words, size_t sentences, size_t syllables)
{
    return 0.39 * ((double)words / (double)sentences) + 11.8 * ((double)syllables / (double)words) -
           15.59;
}

double smog_grade(size_t sentences, size_t polysyllables)
{
    return 1.0430 * sqrt(30.0 * (double)polysyllables / (double)sentences) + 3.1291;
}

double gunning_fog(size_t words, size_t sentences, size_t complex_words)
{
    return 0.4 *
           ((double)words / (double)sentences + 100.0 * (double)complex_words / (double)words);
}

double automated_readability(size_t words, size_t sentences, size_t letters)
{
    return 4.71 * (double)letters / (double)words + 0.5 * (double)words / (double)sentences - 21.43;
}

double coleman_liau(size_t words, size_t sentences, size_t letters)
{
    return 0.0588 * (100.0 * (double)letters / (double)words) -
           0.296 * (100.0 * (double)sentences / (double)words) - 15.8;
}

bool is_running_text(const Node *block)
{
    if (block->kind != NODE_PARAGRAPH)
        return false;
    for (const Node *above = block->parent; above; above = above->parent) {
        switch (above->kind) {
        case NODE_LIST:
        case NODE_TABLE:
        case NODE_DEFINITION_LIST:
        case NODE_PART:
        case NODE_FIGURE:
        case NODE_FOOTNOTE:
            return false;
        default:
            break;
        }
    }
    return true;
}

/* Joined to the word before, so that the two are spoken of as one. */
static bool is_joined(const Word *word)
{
    switch (word->gap) {
    case GAP_HYPHEN:
    case GAP_DOT:
    case GAP_AMPERSAND:
    case GAP_JOINED:
        return true;
    default:
        return false;
    }
}

size_t words_spoken(const Prose *prose, size_t first, size_t end)
{
    size_t n = 0;
    for (size_t i = first; i < end; i++)
        n += i == first || !is_joined(&prose->words[i]);
    return n;
}

/* Gunning leaves out capitalised words, and those made long by a common ending. */
static bool is_complex(const Prose *prose, const Word *word, bool opens_sentence, size_t syllables)
{
    if ((word->shape & WORD_FIRST_UPPER) && !opens_sentence)
        return false;
    Str text = word_text(prose, word);
    bool has_ending = str_ends_with(text, STR("es")) || str_ends_with(text, STR("ed")) ||
                      str_ends_with(text, STR("ing"));
    return syllables > 3 || !has_ending;
}

/* Counts the word at FIRST of PROSE with those joined to it, before END; returns the
 * index behind them. */
static size_t count_word(const Prose *prose, size_t first, size_t end, bool opens_sentence,
                         TextCounts *counts)
{
    size_t syllables = 0, letters = 0, i = first;
    do {
        syllables += prose->words[i].n_syllables;
        letters += prose->words[i].n_letters;
        i++;
    } while (i < end && is_joined(&prose->words[i]));
    counts->words++;
    counts->syllables += syllables;
    counts->letters += letters;
    counts->long_words += letters > 6;
    if (syllables < 3)
        return i;
    counts->polysyllables++;
    counts->complex_words +=
        i - first == 1 && is_complex(prose, &prose->words[first], opens_sentence, syllables);
    return i;
}

static void count_sentence(const Prose *prose, const Sentence *sentence, TextCounts *counts)
{
    counts->sentences++;
    for (size_t i = sentence->first_word; i < sentence->end_word;)
        i = count_word(prose, i, sentence->end_word, i == sentence->first_word, counts);
}

static TextCounts count_prose(const Prose *prose)
{
    TextCounts counts = {.paragraphs = prose->n_words > 0};
    for (size_t i = 0; i < prose->n_sentences; i++)
        count_sentence(prose, &prose->sentences[i], &counts);
    return counts;
}

static void add_counts(TextCounts *sum, const TextCounts *more)
{
    sum->words += more->words;
    sum->sentences += more->sentences;
    sum->paragraphs += more->paragraphs;
    sum->syllables += more->syllables;
    sum->polysyllables += more->polysyllables;
    sum->complex_words += more->complex_words;
    sum->long_words += more->long_words;
    sum->letters += more->letters;
}

static void count_structure(const Document *document, Readability *readability)
{
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter)) {
        if (iter.event != NODE_ENTER)
            continue;
        const Node *node = iter.node;
        if (node->is_hidden || node->kind == NODE_PARAGRAPH)
            node_iter_skip(&iter);
        if (node->kind == NODE_HEADING && node->as.heading.level >= 1 &&
            node->as.heading.level <= 6)
            readability->n_headings[node->as.heading.level - 1]++;
        readability->n_list_items += node->kind == NODE_ITEM;
        readability->n_block_quotes += node->kind == NODE_BLOCK_QUOTE;
        readability->n_code_blocks += node->kind == NODE_CODE_BLOCK;
    }
}

static void work_out_scores(Readability *readability)
{
    const TextCounts *n = &readability->prose;
    readability->has_scores = n->words > 0 && n->sentences > 0;
    if (!readability->has_scores)
        return;
    readability->flesch_reading_ease = flesch_reading_ease(n->words, n->sentences, n->syllables);
    readability->flesch_kincaid_grade = flesch_kincaid_grade(n->words, n->sentences, n->syllables);
    readability->smog = smog_grade(n->sentences, n->polysyllables);
    readability->gunning_fog = gunning_fog(n->words, n->sentences, n->complex_words);
    readability->automated_readability = automated_readability(n->words, n->sentences, n->letters);
    readability->coleman_liau = coleman_liau(n->words, n->sentences, n->letters);
    double age = readability->flesch_kincaid_grade + 5.0;
    readability->reading_age = age < 5.0 ? 5.0 : age;
}

Readability readability_of(const Document *document, const ProseList *proses)
{
    Readability readability = {.pages = document->pages};
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        if (prose->block->part)
            continue;
        TextCounts counts = count_prose(prose);
        add_counts(&readability.all, &counts);
        if (is_running_text(prose->block))
            add_counts(&readability.prose, &counts);
    }
    count_structure(document, &readability);
    work_out_scores(&readability);
    return readability;
}
