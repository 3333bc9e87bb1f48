#include "rule/guard.h"

#include "base/utf8.h"
#include "text/inflect.h"

enum { GUARD_WORD_MAX = 48 };

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

static bool is_vowel(char c)
{
    switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
        return true;
    default:
        return false;
    }
}

/* Forms begin as their base does, but for a vowel that changes ("took") and the
 * forms of "go" and "be": this turns most words away before they are folded. */
static bool may_be_form(Str word, const Folded *base)
{
    char first = ascii_lower(word.data[0]);
    if (first != base->bytes[0])
        return first == 'w' && base->len == 2;
    if (word.len < 2 || base->len <= 2)
        return true;
    char second = ascii_lower(word.data[1]), wanted = base->bytes[1];
    return second == wanted || (is_vowel(second) && is_vowel(wanted));
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

/* The first two letters that forms of a word can have, as bits: see may_be_form. */
typedef struct Openings {
    uint64_t pairs[16];
} Openings;

static unsigned pair_of(char first, char second)
{
    unsigned vowel_or_second = is_vowel(second) ? 0 : (unsigned char)second & 0x1Fu;
    return ((unsigned char)first & 0x1Fu) << 5 | vowel_or_second;
}

static Openings openings_of(const Prose *prose, const Sentence *sentence)
{
    Openings openings = {{0}};
    for (size_t i = sentence->first_word; i < sentence->end_word; i++) {
        Str word = word_text(prose, &prose->words[i]);
        char first = ascii_lower(word.data[0]);
        unsigned pair = pair_of(first, word.len > 1 ? ascii_lower(word.data[1]) : '\0');
        openings.pairs[pair / 64] |= UINT64_C(1) << (pair % 64);
    }
    return openings;
}

/* Can no word of a sentence with these OPENINGS be a form of GUARD's first word? */
static bool is_ruled_out(Str guard, const Openings *openings)
{
    if (guard.len < 3 || !is_word_byte(guard.data[0]) || !is_word_byte(guard.data[1]) ||
        !is_word_byte(guard.data[2]))
        return false; /* "go", "be": their forms begin with other letters */
    unsigned pair = pair_of(ascii_lower(guard.data[0]), ascii_lower(guard.data[1]));
    return !(openings->pairs[pair / 64] >> (pair % 64) & 1);
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

static bool stands_in(Str guard, const Prose *prose, const Sentence *sentence)
{
    size_t at = 0;
    Str first = next_word(guard, &at);
    if (!first.len)
        return false;
    Str rest = str_sub(guard, at, guard.len);
    GuardWord word;
    guard_word_init(&word, first);
    for (size_t i = sentence->first_word; i < sentence->end_word; i++)
        if (is_form_of(word_text(prose, &prose->words[i]), &word) &&
            rest_stands_at(rest, prose, i + 1, sentence->end_word))
            return true;
    return false;
}

bool guards_stand_near(StrList guards, const Prose *prose, size_t word_index)
{
    const Sentence *sentence = guards.len ? prose_sentence_at(prose, word_index) : NULL;
    if (!sentence)
        return false;
    Openings openings = openings_of(prose, sentence);
    for (size_t i = 0; i < guards.len; i++)
        if (!is_ruled_out(guards.items[i], &openings) &&
            stands_in(guards.items[i], prose, sentence))
            return true;
    return false;
}
