#include "check/acronym_shapes.h"

#include "base/utf8.h"

size_t count_capitals(Str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += ascii_is_upper((unsigned char)text.data[i]);
    return n;
}

static size_t count_small(Str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += ascii_is_lower((unsigned char)text.data[i]);
    return n;
}

static size_t count_digits(Str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += ascii_is_digit((unsigned char)text.data[i]);
    return n;
}

bool is_roman_numeral(Str text)
{
    size_t n_tens = 0, i = 0;
    while (i < text.len && text.data[i] == 'X')
        i++, n_tens++;
    Str ones = str_sub(text, i, text.len);
    static const char *const ends[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
    if (n_tens > 3 || !text.len)
        return false;
    for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++)
        if (str_eq(ones, str_of(ends[k])))
            return true;
    return false;
}

Str short_form_fold(Str text)
{
    static const char *const endings[] = { "'s", "\xE2\x80\x99s", "s'", "s\xE2\x80\x99" };
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        Str ending = str_of(endings[i]);
        if (str_ends_with(text, ending) && text.len > ending.len) {
            text.len -= ending.len;
            break;
        }
    }
    if (text.len > 2 && text.data[text.len - 1] == 's') {
        Str stem = str_sub(text, 0, text.len - 1);
        unsigned char last = (unsigned char)stem.data[stem.len - 1];
        if (count_capitals(stem) >= 2 && (ascii_is_upper(last) || ascii_is_digit(last)))
            return stem;
    }
    return text;
}

/* "ii", "IV": as items of a list are numbered. */
static bool is_numbering(Str text)
{
    char upper[8];
    if (text.len > sizeof upper)
        return false;
    for (size_t i = 0; i < text.len; i++)
        upper[i] = ascii_upper(text.data[i]);
    return is_roman_numeral((Str){ upper, text.len });
}

/* Has TEXT a word of four small letters or more that is no Greek letter? */
static bool has_plain_word(Str text)
{
    static const char *const greek[] = { "alpha", "beta", "gamma", "delta", "epsilon",
                                         "zeta",  "kappa", "lambda", "sigma", "omega" };
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, STR(" "), start);
        Str word = str_sub(text, start, end);
        bool is_plain = word.len >= 4 && count_small(word) == word.len;
        for (size_t i = 0; i < sizeof greek / sizeof greek[0]; i++)
            is_plain = is_plain && !str_eq(word, str_of(greek[i]));
        if (is_plain)
            return true;
        start = end + 1;
    }
    return false;
}

bool short_form_fits(Str text)
{
    if (!text.len || text.len > SHORT_FORM_BYTES_MAX || is_numbering(text))
        return false;
    size_t n_spaces = 0;
    for (size_t i = 0; i < text.len; i++)
        n_spaces += ascii_is_space((unsigned char)text.data[i]);
    size_t n_capitals = count_capitals(text), n_small = count_small(text), n_digits = count_digits(text);
    if (n_spaces > 2 || n_capitals + n_small + n_digits < 2 || !(n_capitals + n_small))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] && strchr("<>=%~*?!:;\"\n", text.data[i]))
            return false;
    unsigned char first = (unsigned char)text.data[0];
    if (!ascii_is_alpha(first) && !ascii_is_digit(first) && first < 0x80)
        return false;
    if (n_capitals == 0)
        return !n_spaces && text.len <= 6;
    if (n_spaces && has_plain_word(text))
        return false;
    if (n_spaces)
        return n_capitals >= 2 || (n_capitals && n_digits);
    return n_capitals >= 2 || n_digits || text.len <= 5;
}

bool short_form_at(const Prose *prose, size_t index, ShortForm *ret)
{
    const Word *word = &prose->words[index];
    Str text = word_text(prose, word);
    *ret = (ShortForm){ .first_word = index, .last_word = index, .span = word_span(word), .text = text };
    if (word->shape & (WORD_IN_CODE | WORD_IN_ADDRESS))
        return false;
    if (!(word->shape & WORD_ALL_UPPER) || text.len < 2 || text.len > 10)
        return false;
    ret->folded = short_form_fold(text);
    ret->is_word_like = text.len >= 4;
    return !is_roman_numeral(text);
}
