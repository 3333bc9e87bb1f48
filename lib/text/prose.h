/* Prose: the plain text of one text block, with its words and sentences and
 * the way back to the source.
 *
 * Built once a block: text from the inlines (a soft break is one space, a hard one a
 * line feed; inline code and pictures are one U+FFFC, so that nothing matches across
 * or inside them), then one tokenising pass over it. Everything that looks at
 * language works on these words; nothing tokenises again. */
#ifndef PLAINPAPER_TEXT_PROSE_H
#define PLAINPAPER_TEXT_PROSE_H

#include "document/document.h"
#include "document/source_map.h"
#include "text/sentence.h"
#include "text/vocabulary.h"

typedef struct Prose {
    const Node *block;
    Str text;
    SourceMap map;
    const Word *words;
    size_t n_words;
    const Sentence *sentences;
    size_t n_sentences;
    bool is_shouted;        /* nearly all its letters are capitals */
    bool has_brackets;      /* a round or square one opens in it */
    bool has_abbreviations; /* markup of that kind stands in it */
} Prose;

/* The whole paper's prose, in reading order; lives as long as its arena. */
typedef struct ProseList {
    const Prose *items;
    size_t len;
} ProseList;

/* Bytes of WORD in PROSE. */
static inline Str word_text(const Prose *prose, const Word *word)
{
    return str_sub(prose->text, word->start, (size_t)word->start + word->len);
}

/* Bytes of PROSE from word FIRST to word LAST, both counted in. */
static inline Span words_span(const Prose *prose, size_t first, size_t last)
{
    return (Span){prose->words[first].start, word_span(&prose->words[last]).end};
}

/* Index of the first word of PROSE that starts at or after byte OFFSET; n_words when
 * none does. */
size_t prose_word_from(const Prose *prose, size_t offset);

/* The sentence that holds word INDEX (the last when none does). */
const Sentence *prose_sentence_at(const Prose *prose, size_t word_index);

/* The prose of every text block of DOCUMENT that is not hidden, code blocks
 * left out. VOCABULARY, which may be NULL, tells of the words. Memory comes from ARENA. */
ProseList prose_list_of(const Document *document, Vocabulary *vocabulary, Arena *arena);

/* The prose of BLOCK in LIST, or NULL. */
const Prose *prose_of(const ProseList *list, const Node *block);

/* Plain text as prose without a document: for tests and rule examples. */
Prose prose_of_text(Str text, Arena *arena);

#endif
