/* Is a word, or a phrase, one of a few given in the code? For what stands around a finding;
 * lists that people may want to change belong into rule files. */
#ifndef PLAINPAPER_CHECK_WORD_SET_H
#define PLAINPAPER_CHECK_WORD_SET_H

#include "text/prose.h"

/* Is word INDEX of PROSE one of the words of LIST, small letters parted by blanks?
 * False beyond either end. */
bool word_is_any(const Prose *prose, size_t index, const char *list);

/* Is WORD, without blanks, one of the words of LIST in any case? */
bool is_any_word(Str word, const char *list);

bool word_is_article(const Prose *prose, size_t index);

/* Does a letter stand at byte AT of TEXT? False beyond its end. */
static inline bool is_letter_at(Str text, size_t at)
{
    return at < text.len &&
           (ascii_is_alpha((unsigned char)text.data[at]) || (unsigned char)text.data[at] >= 0xC3);
}

/* Letters of TEXT begin with PHRASE and a word ends there; ASCII case is folded. */
bool starts_with_words(Str text, Str phrase);

/* Which of N PHRASES (small letters, none empty) TEXT opens with, the first that it does;
 * N when with none. */
size_t words_opening(Str text, const char *const *phrases, size_t n);

/* Does TEXT open with one of them? */
bool starts_with_any_words(Str text, const char *const *phrases, size_t n);

/* The first place of PHRASE in TEXT as whole words, in any case; TEXT.len when none. */
size_t find_words(Str text, Str phrase);

/* The first place at or after FROM of one of N PHRASES (small letters, two bytes
 * or more) in TEXT as whole words, in any case; text.len when none. Sets *RET_PHRASE to the one
 * found: of several at one place the first given. */
size_t find_any_words(Str text, size_t from, const char *const *phrases, size_t n, Str *ret_phrase);

/* Does TEXT hold one of N PHRASES, as find_any_words finds them? */
bool has_any_words(Str text, const char *const *phrases, size_t n);

/* The same of any of PROSES. */
bool proses_have_words(const ProseList *proses, const char *const *phrases, size_t n);

#endif
