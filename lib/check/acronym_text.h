/* Text: the small things that all who look for short and long forms do with a
 * block's text. */
#ifndef PLAINPAPER_CHECK_ACRONYM_TEXT_H
#define PLAINPAPER_CHECK_ACRONYM_TEXT_H

#include "text/prose.h"

/* The sentence of PROSE that holds word INDEX. */
const Sentence *sentence_of_word(const Prose *prose, size_t index);

/* SPAN of TEXT without white space, quotation marks, commas and marks of emphasis at
 * either end. */
Span trim_marks(Str text, Span span);

/* SPAN of PROSE without the words at its start that introduce a short or long form
 * and belong to neither: "hereafter", "known as", "the". */
Span skip_cues(const Prose *prose, Span span);

/* Is word INDEX of PROSE such a word? Small letters only. */
bool is_cue(const Prose *prose, size_t index);

/* Is WORD one that any sentence may have and no long form is made of: "after",
 * "must", "which"? In whatever case; shorter linking words are not among them. */
bool is_function_word(Str word);

/* Is TEXT part of a sentence rather than a name for something ("did not attend",
 * "suggesting that inhibitors")? */
bool is_clause(Str text);

static inline bool has_byte(Str text, char c)
{
    return text.len && memchr(text.data, c, text.len);
}

static inline bool has_space(Str text)
{
    return has_byte(text, ' ');
}

/* The byte at OFFSET, or NUL behind the end. */
static inline char byte_at(const Prose *prose, size_t offset)
{
    return offset < prose->text.len ? prose->text.data[offset] : '\0';
}

#endif
