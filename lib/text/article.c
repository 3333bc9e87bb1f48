/* "a" or "an", and the capitals of a suggestion. Sound decides, not spelling:
 * "an hour", "a university", "an NHS trust", "a NICE guideline". */
#include "base/utf8.h"
#include "text/inflect.h"
#include "text/inflect_rules.h"

#include <stdint.h>

static bool starts_with_any(Str lower, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_starts_with(lower, str_of(list[i])))
            return true;
    return false;
}

#define STARTS_WITH_ANY(lower, list)                                                               \
    starts_with_any((lower), (list), sizeof(list) / sizeof(list)[0])

/* Names of these letters begin with a vowel: "ay", "ee", "ef", "aitch" … */
static bool letter_takes_an(char letter)
{
    return memchr("AEFHILMNORSX", ascii_upper(letter), 12) != NULL;
}

/* Acronyms read as words although they could be spelt out. */
static bool is_read_as_word(Str word)
{
    static const char *const list[] = {
        "FAST",  "FIT",   "HASU",  "LADO",  "LAC",  "LEDER",  "LEP",    "LIFT", "LOLER",  "MAPPA",
        "MARAC", "MASH",  "MECC",  "MIND",  "NATO", "NASA",   "NEBOSH", "NED",  "NEET",   "NEWS",
        "NICE",  "RAAC",  "RAG",   "REACH", "RIBA", "RIDDOR", "ROSPA",  "SAGE", "SALT",   "SAR",
        "SARS",  "SCORE", "SENCO", "SEND",  "SHMI", "SHOUT",  "SIM",    "SIRO", "SITREP", "SMART",
        "STAMP", "RAM",   "ROM",   "RADAR", "SIT",  "MUST",   "LARC",   "SUDEP"};
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        if (str_eq_nocase(word, str_of(list[i])))
            return true;
    return false;
}

/* Read letter by letter: two capitals at the start ("NHS", "MSc"), a capital
 * behind the first letter ("mRNA", "eGFR", "MoU"), or one letter alone ("X-ray"). */
static bool is_spelt_out(Str word)
{
    if (word.len == 1)
        return true;
    for (size_t i = 1; i < word.len; i++)
        if (ascii_is_upper((unsigned char)word.data[i]))
            return true;
    return false;
}

/* "eight", "eleven", "eighteen", "eighty…", "eight hundred…" are said first. */
static bool number_takes_an(Str text)
{
    size_t n = 0;
    while (n < text.len && ascii_is_digit((unsigned char)text.data[n]))
        n++;
    if (text.data[0] == '8')
        return true;
    bool eleven = n >= 2 && text.data[0] == '1' && (text.data[1] == '1' || text.data[1] == '8');
    bool by_two = n % 3 == 2 || n == 4; /* 11; 11000; the year 1811 */
    return eleven && by_two;
}

/* "un-" as a prefix has the vowel of "under"; "uni-" that of "you". */
static bool un_takes_an(Str lower)
{
    static const char *const you[] = {"uni", "unanim"};
    static const char *const prefixed[] = {"unid", "unim", "unin", "unill"};
    if (!STARTS_WITH_ANY(lower, you))
        return true;
    return STARTS_WITH_ANY(lower, prefixed);
}

static bool u_takes_an(Str lower)
{
    static const char *const you[] = {"uk", "ufo", "eu"};
    if (str_starts_with(lower, STR("un")))
        return un_takes_an(lower);
    if (STARTS_WITH_ANY(lower, you))
        return false;
    if (lower.len < 3 || ascii_is_vowel(lower.data[1]) || lower.data[1] == 'p' ||
        lower.data[1] == 'm')
        return true;
    return !ascii_is_vowel(lower.data[2]);
}

static bool word_takes_an(Str lower)
{
    static const char *const silent_h[] = {"hour", "honest", "honor", "honour", "heir"};
    static const char *const you_or_w[] = {"eu", "ewe", "once", "oneself", "ouija"};
    if (lower.data[0] == 'h')
        return STARTS_WITH_ANY(lower, silent_h);
    if (str_eq(lower, STR("one")) || str_eq(lower, STR("ones")) || STARTS_WITH_ANY(lower, you_or_w))
        return false;
    if (lower.data[0] == 'u')
        return u_takes_an(lower);
    return ascii_is_vowel(lower.data[0]);
}

/* The first run of letters and digits of TEXT. */
static Str first_word(Str text)
{
    size_t start = 0;
    uint32_t c = 0;
    for (size_t n; start < text.len; start += n) {
        n = utf8_decode(text, start, &c);
        if (utf8_is_letter(c) || utf8_is_digit(c))
            break;
    }
    size_t end = start;
    for (size_t n; end < text.len; end += n) {
        n = utf8_decode(text, end, &c);
        if (!utf8_is_letter(c) && !utf8_is_digit(c))
            break;
    }
    return str_sub(text, start, end);
}

bool inflect_takes_an(Str text)
{
    Str word = first_word(text);
    if (!word.len)
        return false;
    if (ascii_is_digit((unsigned char)word.data[0]))
        return number_takes_an(word);
    if (is_spelt_out(word) && !is_read_as_word(word))
        return letter_takes_an(word.data[0]);
    Buf lower = {0};
    utf8_append_lower(&lower, word);
    bool an = word_takes_an(buf_str(&lower));
    buf_free(&lower);
    return an;
}

/* How many letters of TEXT are capitals, and how many letters it has. */
static void count_capitals(Str text, size_t *ret_upper, size_t *ret_letters)
{
    *ret_upper = *ret_letters = 0;
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        i += utf8_decode(text, i, &c);
        *ret_upper += utf8_is_upper(c);
        *ret_letters += utf8_is_letter(c);
    }
}

/* Appends TEXT, its first N_CHARACTERS as capitals. */
static void append_upper(Buf *buf, Str text, size_t n_characters)
{
    size_t i = 0;
    for (; i < text.len && n_characters; n_characters--) {
        uint32_t c;
        i += utf8_decode(text, i, &c);
        utf8_append(buf, utf8_upper(c));
    }
    buf_append(buf, str_sub(text, i, text.len));
}

void inflect_match_case(Str suggestion, Str original, Buf *buf)
{
    size_t n_upper, n_letters;
    uint32_t first = 0;
    count_capitals(original, &n_upper, &n_letters);
    if (original.len)
        utf8_decode(original, 0, &first);
    if (n_letters > 1 && n_upper == n_letters)
        append_upper(buf, suggestion, SIZE_MAX);
    else
        append_upper(buf, suggestion, utf8_is_upper(first) ? 1 : 0);
}
