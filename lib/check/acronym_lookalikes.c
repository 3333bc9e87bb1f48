#include "check/acronym_lookalikes.h"

#include "check/acronym_text.h"
#include "check/word_set.h"

/* "NC" of "Durham, NC 27710" and "WA" of "Perth, WA 6001", not "NAO" of "NHSE, NAO 2023". */
static bool is_state(const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index], *next = word + 1;
    if (word->gap != GAP_COMMA || word->len > 3 || index + 1 == prose->n_words ||
        next->gap != GAP_SPACE || next->len < 4 || next->len > 5 || !is_number(next))
        return false;
    Str number = word_text(prose, next);
    bool is_year = str_starts_with(number, STR("19")) || str_starts_with(number, STR("20"));
    return next->len == 5 || !is_year;
}

/* A handle, the ending of a file's name (".NET", "C#.NET"), a variable, a currency ("US$24") or the
 * tail of a number ("2.5GB"). */
static bool is_marked(const Prose *prose, const Word *word)
{
    char before = word->start ? prose->text.data[word->start - 1] : ' ';
    char first = prose->text.data[word->start];
    bool begins_so = ascii_is_digit((unsigned char)first);
    switch (before) {
    case '@':
    case '#':
    case '\\':
    case '_':
    case '$':
        return true;
    case '.':
        if (begins_so || word->start == 1 || strchr(" #+", prose->text.data[word->start - 2]))
            return true;
        break;
    case ',':
    case '-':
        if (begins_so)
            return true;
        break;
    default:
        break;
    }
    char after = byte_at(prose, word_span(word).end);
    return after == '$' || after == '_';
}

/* "CC: Mrs Jones" at the foot of a letter, "FAO: Mrs Jones" at its head. */
static bool is_copy_line(const Prose *prose, size_t index)
{
    static const char *const copies[] = {"BCC", "CC", "FAO", "PS", "RE"};
    size_t end = word_span(&prose->words[index]).end;
    Str word = word_text(prose, &prose->words[index]);
    return index == 0 && byte_at(prose, end) == ':' && STR_IS_ONE_OF(word, copies);
}

/* "DD", "MM" or "YYYY" joined to another, as dates are to be filled in. */
static bool is_date_mask(const Prose *prose, size_t index)
{
    static const char *const masks[] = {"DD", "MM", "YY", "YYYY"};
    const Word *word = &prose->words[index];
    char first = prose->text.data[word->start];
    if ((first != 'D' && first != 'M' && first != 'Y') ||
        !STR_IS_ONE_OF(word_text(prose, word), masks))
        return false;
    bool joins_next = index + 1 < prose->n_words && is_joint(word[1].gap) &&
                      STR_IS_ONE_OF(word_text(prose, word + 1), masks);
    return joins_next ||
           (index && is_joint(word->gap) && STR_IS_ONE_OF(word_text(prose, word - 1), masks));
}

/* "4 MAR", "SAT 4": part of a date. The other months and days are never short forms. */
static bool is_dated(const Prose *prose, size_t index)
{
    static const char *const dates[] = {"APR", "MAR", "OCT", "SAT"};
    const Word *word = &prose->words[index];
    return word->len == 3 &&
           ((index && is_number(word - 1)) ||
            (index + 1 < prose->n_words && is_number(word + 1))) &&
           STR_IS_ONE_OF(word_text(prose, word), dates);
}

/* "PO Box 317". */
static bool is_post_box(const Prose *prose, size_t index)
{
    return index + 1 < prose->n_words &&
           str_eq(word_text(prose, &prose->words[index]), STR("PO")) &&
           str_eq_nocase(word_text(prose, &prose->words[index + 1]), STR("box"));
}

/* Two capitals that a hyphen or slash joins to a number, "RJ-45", or a hyphen to a letter, "X-MP";
 * capitals that a bracket joins to a number, "TB(24)12", or a colon or semicolon to other
 * capitals, "TL;DR"; not "ICB:Integrated". */
static bool is_coded(const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index], *next = word + 1;
    bool has_next = index + 1 < prose->n_words;
    size_t end = word_span(word).end;
    if (word->len == 2 && word->gap == GAP_HYPHEN && word[-1].len == 1)
        return true;
    if (has_next && word->len == 2 && (next->gap == GAP_HYPHEN || next->gap == GAP_SLASH) &&
        is_number(next))
        return true;
    if (byte_at(prose, end) == '(' && ascii_is_digit((unsigned char)byte_at(prose, end + 1)))
        return true;
    bool is_ahead = has_next && next->start == end + 1 && next->shape & WORD_ALL_UPPER &&
                    strchr(":;", prose->text.data[end]);
    bool is_behind = index && word->start == word_span(word - 1).end + 1 &&
                     word[-1].shape & WORD_ALL_UPPER &&
                     strchr(":;", prose->text.data[word->start - 1]);
    return is_ahead || is_behind;
}

/* "AA level", "four AAA batteries". */
static bool is_grade(const Prose *prose, size_t index)
{
    Str word = word_text(prose, &prose->words[index]);
    return (str_eq(word, STR("AA")) || str_eq(word, STR("AAA"))) &&
           (word_is_any(prose, index + 1,
                        "accessibility batteries battery compliance compliant conformance level "
                        "rated rating "
                        "standard standards") ||
            (index && word_is_any(prose, index - 1, "level rated triple wcag")));
}

/* "CO₂". */
static bool is_formula(const Prose *prose, const Word *word)
{
    Str rest = str_sub(prose->text, word_span(word).end, prose->text.len);
    return rest.len > 2 && str_starts_with(rest, STR("\xE2\x82")) &&
           (unsigned char)rest.data[2] <= 0x89;
}

bool only_looks_short(const Prose *prose, size_t index)
{
    return is_grade(prose, index) || is_formula(prose, &prose->words[index]) ||
           is_coded(prose, index) || is_marked(prose, &prose->words[index]) ||
           is_copy_line(prose, index) || is_post_box(prose, index) || is_dated(prose, index) ||
           is_state(prose, index) || is_date_mask(prose, index);
}

bool is_unit(Str text)
{
    static const char units[][8] = {
        "AU",  "C",     "CEST", "CET", "CM",  "EDT",  "EST", "F",   "GB",   "GHz",   "GW",   "GWh",
        "Gb",  "Gbit",  "Gbps", "GiB", "HP",  "Hz",   "KB",  "KG",  "KM",   "Kb",    "KiB",  "LB",
        "MB",  "MBits", "MHz",  "ML",  "MM",  "MW",   "MWh", "Mb",  "Mbit", "Mbits", "Mbps", "Mhz",
        "MiB", "Ml",    "PB",   "PDT", "PST", "TB",   "TW",  "TWh", "TiB",  "UTC",   "dB",   "kB",
        "kHz", "kV",    "kVA",  "kW",  "kWh", "kbps", "mAh", "mL",  "mmHg", "pH",
    };
    return STR_IS_SHORT_ONE_OF(text, units);
}

bool is_like_word(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_lower((unsigned char)text.data[i]) &&
            (i || !ascii_is_alpha((unsigned char)text.data[i])))
            return false;
    return true;
}

bool is_hexadecimal(Str text)
{
    enum { DIGITS = 4 };
    bool has_digit = false;
    for (size_t i = 0; i < text.len; i++) {
        bool is_digit = ascii_is_digit((unsigned char)text.data[i]);
        if (!is_digit && !(text.data[i] >= 'A' && text.data[i] <= 'F'))
            return false;
        has_digit |= is_digit;
    }
    return has_digit && text.len == DIGITS;
}
