#include "rule/guard.h"

#include "base/utf8.h"
#include "text/inflect.h"

enum { GUARD_WORD_MAX = 48, OPENINGS_MAX = 128, PAIR_ANY = 1024 };

/* A word in small letters with straight apostrophes, cut when it is too long. */
typedef struct Folded {
    char bytes[GUARD_WORD_MAX];
    size_t len;
} Folded;

static void fold(Str word, Folded *ret)
{
    ret->len = 0;
    for (size_t i = 0; i < word.len && ret->len < sizeof ret->bytes; i++) {
        bool is_quote =
            word.data[i] == '\xE2' && str_eq(str_sub(word, i, i + 3), STR("\xE2\x80\x99"));
        ret->bytes[ret->len++] = is_quote ? '\'' : ascii_lower(word.data[i]);
        i += is_quote ? 2 : 0;
    }
}

/* Letters, digits, apostrophes and all beyond ASCII make words. */
static bool is_word_byte(char c)
{
    unsigned char byte = (unsigned char)c;
    return ascii_is_alpha(byte) || ascii_is_digit(byte) || c == '\'' || byte >= 0x80;
}

/* The next word of PHRASE at or after *AT, which moves behind it; empty at the end. */
static Str next_word(Str phrase, size_t *at)
{
    size_t start = *at;
    while (start < phrase.len && !is_word_byte(phrase.data[start]))
        start++;
    size_t end = start;
    while (end < phrase.len && is_word_byte(phrase.data[end]))
        end++;
    *at = end;
    return str_sub(phrase, start, end);
}

/* A word of a guard, ready to be held against words of a text. */
typedef struct GuardWord {
    Folded folded;
    BaseWord base; /* of folded; made when first needed, which is seldom */
    bool has_base;
} GuardWord;

static void guard_word_init(GuardWord *word, Str text)
{
    fold(text, &word->folded);
    word->has_base = false;
}

static bool is_vowel_or_y(char c)
{
    return ascii_is_vowel(c) || c == 'y';
}

/* Forms begin as their base does, but for a vowel that changes ("took") and the
 * forms of "go" and "be": this turns most words away before they are folded. */
static bool may_be_form(Str word, const Folded *base)
{
    /* "lit" of "light", "stopping’s" of "stop" */
    enum { BYTES_LESS_MAX = 2, BYTES_MORE_MAX = 8 };
    if (word.len + BYTES_LESS_MAX < base->len || word.len > base->len + BYTES_MORE_MAX)
        return false;
    char first = ascii_lower(word.data[0]);
    if (first != base->bytes[0])
        return first == 'w' && base->len == 2;
    if (word.len < 2 || base->len <= 2)
        return true;
    char second = ascii_lower(word.data[1]), wanted = base->bytes[1];
    return second == wanted || (is_vowel_or_y(second) && is_vowel_or_y(wanted));
}

static bool is_form_of(Str word, GuardWord *guard)
{
    if (!may_be_form(word, &guard->folded))
        return false;
    if (!guard->has_base)
        guard->base = inflect_base((Str){guard->folded.bytes, guard->folded.len});
    guard->has_base = true;
    Folded folded;
    fold(word, &folded);
    return inflect_is_form((Str){folded.bytes, folded.len}, &guard->base);
}

/* How the words of a sentence begin: each by its first two letters, of which a vowel
 * in second place is any vowel (see may_be_form), and all of them as bits. */
typedef struct Openings {
    uint64_t pairs[16];
    uint16_t by_word[OPENINGS_MAX]; /* of the first so many words */
} Openings;

static unsigned pair_of(char first, char second)
{
    unsigned vowel_or_second = is_vowel_or_y(second) ? 0 : (unsigned char)second & 0x1Fu;
    return ((unsigned char)first & 0x1Fu) << 5 | vowel_or_second;
}

static void note_openings(const Prose *prose, const Sentence *sentence, Openings *ret)
{
    memset(ret->pairs, 0, sizeof ret->pairs);
    for (size_t i = sentence->first_word, n = 0; i < sentence->end_word; i++, n++) {
        Str word = word_text(prose, &prose->words[i]);
        char second = word.len > 1 ? ascii_lower(word.data[1]) : '\0';
        unsigned pair = pair_of(ascii_lower(word.data[0]), second);
        ret->pairs[pair / 64] |= UINT64_C(1) << (pair % 64);
        if (n < OPENINGS_MAX)
            ret->by_word[n] = (uint16_t)pair;
    }
}

/* The pair with which all forms of the first word of GUARD begin; PAIR_ANY when they do
 * not: "go", "be". */
static unsigned pair_of_guard(Str guard)
{
    if (guard.len < 3 || !is_word_byte(guard.data[0]) || !is_word_byte(guard.data[1]) ||
        !is_word_byte(guard.data[2]))
        return PAIR_ANY;
    return pair_of(ascii_lower(guard.data[0]), ascii_lower(guard.data[1]));
}

/* The words of REST one behind the other from word INDEX of PROSE on. */
static bool rest_stands_at(Str rest, const Prose *prose, size_t index, size_t end)
{
    size_t at = 0;
    for (Str text; (text = next_word(rest, &at)).len != 0; index++) {
        GuardWord word;
        guard_word_init(&word, text);
        if (index >= end || !is_form_of(word_text(prose, &prose->words[index]), &word))
            return false;
    }
    return true;
}

static bool stands_in(Str guard, const Prose *prose, const Sentence *sentence,
                      const Openings *openings)
{
    unsigned pair = pair_of_guard(guard);
    if (pair != PAIR_ANY && !(openings->pairs[pair / 64] >> (pair % 64) & 1))
        return false;
    size_t at = 0;
    Str first = next_word(guard, &at);
    if (!first.len)
        return false;
    Str rest = str_sub(guard, at, guard.len);
    GuardWord word;
    guard_word_init(&word, first);
    for (size_t i = sentence->first_word, n = 0; i < sentence->end_word; i++, n++)
        if ((pair == PAIR_ANY || n >= OPENINGS_MAX || openings->by_word[n] == pair) &&
            is_form_of(word_text(prose, &prose->words[i]), &word) &&
            rest_stands_at(rest, prose, i + 1, sentence->end_word))
            return true;
    return false;
}

/* SENTENCE, or what of it is no further than GUARD_REACH from word INDEX. */
static Sentence part_around(const Sentence *sentence, size_t index)
{
    Sentence part = *sentence;
    if (index > part.first_word + (size_t)GUARD_REACH)
        part.first_word = (uint32_t)(index - GUARD_REACH);
    if (part.end_word > index + GUARD_REACH)
        part.end_word = (uint32_t)(index + GUARD_REACH);
    return part;
}

bool guards_stand_near(StrList guards, const Prose *prose, size_t word_index)
{
    const Sentence *sentence = guards.len ? prose_sentence_at(prose, word_index) : NULL;
    if (!sentence)
        return false;
    Sentence part = part_around(sentence, word_index);
    Openings openings;
    note_openings(prose, &part, &openings);
    for (size_t i = 0; i < guards.len; i++)
        if (stands_in(guards.items[i], prose, &part, &openings))
            return true;
    return false;
}
