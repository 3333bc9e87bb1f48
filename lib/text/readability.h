/* Readability: what a paper's running text counts, and the scores made of it.
 *
 * Scores look at running text only: paragraphs that are not in lists or tables
 * (rule-catalogue 2.3). A hyphenated word is one word, a number is one word.
 * Sources: Flesch 1948 (reading ease); Kincaid and others 1975 (grade);
 * McLaughlin 1969 (SMOG); Gunning 1952 (fog); Smith and Senter 1967 (ARI);
 * Coleman and Liau 1975. */
#ifndef PLAINPAPER_TEXT_READABILITY_H
#define PLAINPAPER_TEXT_READABILITY_H

#include "text/prose.h"

typedef struct TextCounts {
    size_t words, sentences, paragraphs;
    size_t syllables;
    size_t polysyllables; /* words of three syllables and more */
    size_t complex_words; /* those but names and words three long only by -es, -ed, -ing */
    size_t long_words;    /* more than six letters */
    size_t letters;       /* letters and digits */
} TextCounts;

typedef struct Readability {
    TextCounts all;   /* every text block of the body */
    TextCounts prose; /* running text only */
    size_t pages;     /* recorded, or 0 */
    double flesch_reading_ease, flesch_kincaid_grade, smog, gunning_fog;
    double automated_readability, coleman_liau;
    double reading_age; /* years: Flesch-Kincaid grade + 5, at least 5 */
    bool has_scores;    /* false without running text: the scores are then unset */
    size_t n_headings[6], n_list_items, n_block_quotes, n_code_blocks;
} Readability;

/* Adults read English non-fiction at 238 words a minute (Brysbaert 2019). */
enum { READING_WORDS_PER_MINUTE = 238, CAREFUL_WORDS_PER_MINUTE = 150 };

double flesch_reading_ease(size_t words, size_t sentences, size_t syllables);
double flesch_kincaid_grade(size_t words, size_t sentences, size_t syllables);
double smog_grade(size_t sentences, size_t polysyllables);
double gunning_fog(size_t words, size_t sentences, size_t complex_words);
double automated_readability(size_t words, size_t sentences, size_t letters);
double coleman_liau(size_t words, size_t sentences, size_t letters);

/* Counts PROSES of DOCUMENT and works out the scores. */
Readability readability_of(const Document *document, const ProseList *proses);

/* Number of spoken words in [first, end) of PROSE: a hyphenated one is one. */
size_t words_spoken(const Prose *prose, size_t first, size_t end);

/* Is BLOCK running text: a paragraph of the body outside lists, tables, quotes of code? */
bool is_running_text(const Node *block);

#endif
