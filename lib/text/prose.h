/* Prose: the plain text of one text block, with its words and sentences and
 * the way back to the source.
 *
 * Built once a block: text from the inlines (a soft break is one space, a hard
 * one a line feed, inline
 * code and pictures are one U+FFFC, so that nothing matches across or inside
 * them), then one tokenising pass over it. Everything that looks at language
 * works on these words; nothing tokenises again.
 *
 * A word is a run of letters, digits and marks, with apostrophes inside
 * ("board's", "don't"). Hyphens, slashes and ampersands part words; the gap
 * in front of a word says by what it is joined to the one before. */
#ifndef PLAINPAPER_TEXT_PROSE_H
#define PLAINPAPER_TEXT_PROSE_H

#include "document/document.h"
#include "document/source_map.h"

/* What stands between a word and the word before it. */
typedef enum WordGap {
    GAP_START = 0, /* nothing before it in the block */
    GAP_SPACE,     /* white space only */
    GAP_HYPHEN,    /* one hyphen, nothing else: "co-morbidity" */
    GAP_SLASH,     /* one slash, nothing else */
    GAP_AMPERSAND, /* one ampersand, nothing else: "A&E" */
    GAP_DOT,       /* one full stop, nothing else: "e.g", "U.S", "4.1" */
    GAP_JOINED,    /* one other mark, nothing else: "10:30", "(s" after a word */
    GAP_COMMA,     /* comma and white space */
    GAP_STOP,      /* . ! or ? then white space, perhaps with brackets or quotes */
    GAP_OTHER,     /* anything else: brackets, dashes, several marks, code */
} WordGap;

/* The letters of a word, as bits of Word.shape. */
enum {
    WORD_FIRST_UPPER = 1 << 0, /* begins with a capital */
    WORD_ALL_UPPER = 1 << 1,   /* has a capital and no small letter */
    WORD_LATER_UPPER = 1 << 2, /* a capital after the first letter: "LeDeR", "ICBs" */
    WORD_HAS_DIGIT = 1 << 3,
    WORD_HAS_LETTER = 1 << 4,
    WORD_HAS_APOSTROPHE = 1 << 5,
    WORD_NON_ASCII = 1 << 6,
    WORD_IN_CODE = 1 << 7,     /* of a code block; no language check looks at it */
    WORD_IN_LINK = 1 << 8,
    WORD_IN_EMPHASIS = 1 << 9, /* italic or bold */
    WORD_IN_QUOTE = 1 << 10,   /* between quotation marks, or in a quotation element */
    WORD_IN_ADDRESS = 1 << 11, /* part of a web address, e-mail address or file name */
};

typedef struct Word {
    uint64_t hash;  /* of its letters in lower case, ’ as ' (word_hash) */
    uint32_t start; /* first byte in Prose.text */
    uint16_t len;   /* bytes; a longer run of letters is cut there */
    uint16_t shape;
    uint8_t gap;    /* WordGap */
} Word;

/* Words [first, end) of the block, and the bytes from its first word to past its
 * closing mark. */
typedef struct Sentence {
    uint32_t first_word, end_word;
    Span span;
    bool is_closed; /* ends with . ! ? or the like */
} Sentence;

typedef struct Prose {
    const Node *block;
    Str text;
    SourceMap map;
    const Word *words;
    size_t n_words;
    const Sentence *sentences;
    size_t n_sentences;
    bool is_shouted; /* nearly all its letters are capitals */
} Prose;

/* The whole paper's prose, in reading order; lives as long as its arena. */
typedef struct ProseList {
    const Prose *items;
    size_t len;
} ProseList;

/* Hash of WORD as Word.hash has it. */
uint64_t word_hash(Str word);

/* Bytes of WORD in PROSE. */
static inline Str word_text(const Prose *prose, const Word *word)
{
    return str_sub(prose->text, word->start, (size_t)word->start + word->len);
}

static inline Span word_span(const Word *word)
{
    return (Span){ word->start, (size_t)word->start + word->len };
}

/* Bytes of PROSE from word FIRST to word LAST, both counted in. */
static inline Span words_span(const Prose *prose, size_t first, size_t last)
{
    return (Span){ prose->words[first].start, word_span(&prose->words[last]).end };
}

/* The sentence that holds word INDEX (the last when none does). */
const Sentence *prose_sentence_at(const Prose *prose, size_t word_index);

/* The prose of every text block of DOCUMENT that is not hidden, code blocks
 * left out. Memory comes from ARENA. */
ProseList prose_list_of(const Document *document, Arena *arena);

/* The prose of BLOCK in LIST, or NULL. */
const Prose *prose_of(const ProseList *list, const Node *block);

/* Plain text as prose without a document: for tests and rule examples. */
Prose prose_of_text(Str text, Arena *arena);

#endif
