#include "check/acronym_shapes.h"

#include "check/acronym_text.h"
#include "check/word_set.h"

enum { CAPITALS_MAX = 8, SHOUTED_ROW = 4, LONG_WORD = 7, RUN_WORDS_MAX = 12 };

typedef struct LetterCounts {
    size_t n_upper, n_lower, n_digits, n_others;
} LetterCounts;

static LetterCounts count_kinds(Str text)
{
    LetterCounts counts = {0};
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        counts.n_upper += ascii_is_upper(c);
        counts.n_lower += ascii_is_lower(c);
        counts.n_digits += ascii_is_digit(c);
    }
    counts.n_others = text.len - counts.n_upper - counts.n_lower - counts.n_digits;
    return counts;
}

size_t count_capitals(Str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += ascii_is_upper((unsigned char)text.data[i]);
    return n;
}

size_t count_letters(Str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        n += ascii_is_alpha(c) || ascii_is_digit(c);
    }
    return n;
}

/* "II", "XIV": well formed, of I, V and X alone. */
static bool is_roman_numeral(Str text)
{
    static const char *const ones[] = {"I", "II", "III", "IV", "IX", "V", "VI", "VII", "VIII"};
    size_t n_tens = 0;
    if (!text.len || (text.data[0] != 'I' && text.data[0] != 'V' && text.data[0] != 'X'))
        return false;
    while (n_tens < text.len && text.data[n_tens] == 'X')
        n_tens++;
    return n_tens <= 3 && text.len <= 8 &&
           (n_tens == text.len || STR_IS_ONE_OF(str_sub(text, n_tens, text.len), ones));
}

/* "ii", "IV": as the items of a list are numbered. */
static bool is_numbering(Str text)
{
    char upper[8];
    if (text.len > sizeof upper)
        return false;
    for (size_t i = 0; i < text.len; i++)
        upper[i] = ascii_upper(text.data[i]);
    return is_roman_numeral((Str){upper, text.len});
}

Str short_form_fold(Str text)
{
    unsigned char end = text.len ? (unsigned char)text.data[text.len - 1] : 0;
    if (end != 's' && end != '\'' && end < 0x80)
        return text;
    const Str endings[] = {STR("'s"), STR("\xE2\x80\x99s"), STR("s'"), STR("s\xE2\x80\x99")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (text.len > endings[i].len && str_ends_with(text, endings[i])) {
            text.len -= endings[i].len;
            break;
        }
    if (text.len < 3 || text.data[text.len - 1] != 's')
        return text;
    Str stem = str_sub(text, 0, text.len - 1);
    unsigned char last = (unsigned char)stem.data[stem.len - 1];
    bool is_stem = count_capitals(stem) >= 2 && (ascii_is_upper(last) || ascii_is_digit(last));
    return is_stem ? stem : text;
}

/* A letter, three digits or more, a letter: "R512C"; not "I18N". */
static bool is_letter_code(Str text)
{
    if (text.len < 5)
        return false;
    for (size_t i = 1; i + 1 < text.len; i++)
        if (!ascii_is_digit((unsigned char)text.data[i]))
            return false;
    return ascii_is_alpha((unsigned char)text.data[0]) &&
           ascii_is_alpha((unsigned char)text.data[text.len - 1]);
}

/* "gamma" of "gamma IFN". */
static bool is_greek_letter(Str word)
{
    static const char *const names[] = {"alpha",  "beta",  "delta", "epsilon", "gamma", "kappa",
                                        "lambda", "omega", "sigma", "theta",   "zeta"};
    return STR_IS_ONE_OF(word, names);
}

/* Is WORD four small letters or more? */
static bool is_plain_word(Str word)
{
    return word.len >= 4 && ascii_is_lower((unsigned char)word.data[0]) &&
           count_kinds(word).n_lower == word.len;
}

/* Has TEXT a plain word before its last? */
static bool has_plain_word(Str text)
{
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, STR(" "), start);
        Str word = str_sub(text, start, end);
        if (end < text.len && is_plain_word(word) && !is_greek_letter(word))
            return true;
        start = end + 1;
    }
    return false;
}

/* Words of two and three letters that are shouted more often than they are
 * short forms, and parts of dates and times. */
static bool is_small_word(Str text)
{
    static const char words[][8] = {
        "ADD", "ALL", "AM",  "AN",  "AND", "ANY", "ARE", "AS",  "AT",  "AUG", "BE",  "BUT", "BY",
        "CAN", "DAY", "DEC", "DID", "DO",  "END", "FEB", "FOR", "FRI", "GO",  "HAS", "HE",  "HER",
        "HIS", "HOW", "IF",  "IN",  "IS",  "ITS", "JAN", "JUL", "JUN", "KEY", "LOW", "MAY", "ME",
        "MON", "MR",  "MRS", "MS",  "MY",  "NEW", "NO",  "NOT", "NOV", "NOW", "OF",  "OFF", "OLD",
        "ON",  "ONE", "OR",  "OUR", "OUT", "PM",  "RED", "SEE", "SEP", "SHE", "SO",  "SUN", "THE",
        "THU", "TO",  "TOP", "TUE", "TWO", "UP",  "WAS", "WE",  "WED", "WHY", "YES", "YOU",
    };
    return text.len <= 3 && STR_IS_SHORT_ONE_OF(text, words);
}

static bool is_small_word_nocase(Str text)
{
    char upper[3];
    if (text.len > sizeof upper)
        return false;
    for (size_t i = 0; i < text.len; i++)
        upper[i] = ascii_upper(text.data[i]);
    return is_small_word((Str){upper, text.len}) || str_eq(text, STR("it")) ||
           str_eq(text, STR("us"));
}

/* "400 K": a number, then what it counts. */
static bool is_measure(Str text)
{
    size_t i = 0;
    while (i < text.len && ascii_is_digit((unsigned char)text.data[i]))
        i++;
    return i && i < text.len && text.data[i] == ' ';
}

/* Can TEXT of two or three words be a short form? */
static bool words_fit(Str text, LetterCounts counts, size_t n_spaces)
{
    size_t start = text.len;
    while (!ascii_is_space((unsigned char)text.data[start - 1]))
        start--;
    Str last = str_sub(text, start, text.len);
    bool is_species = text.len > 4 && ascii_is_upper((unsigned char)text.data[0]) &&
                      text.data[1] == '.' && start == 3 &&
                      counts.n_lower == text.len - 3; /* "H. pylori" */
    if (is_species)
        return true;
    bool ends_plain = is_plain_word(last);
    bool is_named = counts.n_upper || is_greek_letter(last);
    if (!is_named || is_measure(text) || (ends_plain && n_spaces > 1) || has_plain_word(text))
        return false;
    bool is_kind =
        ends_plain && ascii_is_upper((unsigned char)text.data[start - 2]); /* "pro-B cell" */
    return counts.n_upper >= 2 || counts.n_digits || is_greek_letter(last) || is_kind;
}

/* Is TEXT joined by a plus sign, or by a full stop behind more than initials: "AB+loop",
 * "8-OxoG.C"? */
static bool is_compound(Str text)
{
    size_t n_since = 0; /* letters since the last mark */
    for (size_t i = 0; i + 1 < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i], next = (unsigned char)text.data[i + 1];
        bool is_word = i + 2 < text.len && ascii_is_lower(next); /* not the last of "dm+d" */
        if ((c == '+' && is_word) || (c == '.' && n_since > 2 && ascii_is_alpha(next)))
            return true;
        n_since = ascii_is_alpha(c) ? n_since + 1 : 0;
    }
    return false;
}

/* Marks that no short form has. */
static bool is_no_letter(char c)
{
    switch (c) {
    case '\0':
    case '\n':
    case '<':
    case '>':
    case '=':
    case '%':
    case '~':
    case '*':
    case '?':
    case '!':
    case ':':
    case ';':
    case '_':
    case '"':
        return true;
    default:
        return false;
    }
}

bool short_form_fits(Str text)
{
    if (!text.len || text.len > SHORT_FORM_BYTES_MAX || is_numbering(text))
        return false;
    LetterCounts counts = count_kinds(text);
    size_t n_spaces = 0;
    for (size_t i = 0; i < text.len && counts.n_others; i++) {
        n_spaces += ascii_is_space((unsigned char)text.data[i]);
        if (is_no_letter(text.data[i]) || n_spaces > 2)
            return false;
    }
    size_t n_letters = counts.n_upper + counts.n_lower;
    unsigned char first = (unsigned char)text.data[0];
    if (!n_letters || n_letters + counts.n_digits < 2 ||
        (!ascii_is_alpha(first) && !ascii_is_digit(first) && first < 0x80))
        return false;
    if (n_spaces)
        return words_fit(text, counts, n_spaces);
    if ((counts.n_upper < 2 && is_small_word_nocase(text)) || is_letter_code(text) ||
        is_compound(text))
        return false;
    if (!counts.n_upper)
        return text.len <= 6;
    return counts.n_upper >= 2 || counts.n_digits || text.len <= 5 || counts.n_others;
}

/* "SW1A" of "SW1A 1AA": *ret_last is then the second half. */
static bool is_postcode(const Prose *prose, size_t index)
{
    if (!(prose->words[index].shape & WORD_HAS_DIGIT) || index + 1 >= prose->n_words ||
        prose->words[index + 1].gap != GAP_SPACE)
        return false;
    Str outward = word_text(prose, &prose->words[index]);
    Str inward = word_text(prose, &prose->words[index + 1]);
    if (outward.len < 2 || outward.len > 4 || inward.len != 3)
        return false;
    LetterCounts in = count_kinds(inward), out = count_kinds(outward);
    return ascii_is_digit((unsigned char)inward.data[0]) && in.n_upper == 2 && out.n_digits &&
           out.n_upper && ascii_is_upper((unsigned char)outward.data[0]);
}

/* Capitals mixed with small letters: "LeDeR", "PhD", "OpenSSL", not "SharePoint". */
static bool is_mixed_shape(Str text, LetterCounts counts)
{
    if (str_starts_with(text, STR("Mc")) || counts.n_upper < 2)
        return false;
    bool begins_so = ascii_is_upper((unsigned char)text.data[1]);
    return counts.n_upper >= counts.n_lower || (text.len <= 5 && begins_so);
}

/* Do the digits of TEXT stand together and begin no code, unlike "R07D" and "Q2A0A"? */
static bool has_one_number(Str text)
{
    size_t first = 0, n = 0;
    while (first < text.len && !ascii_is_digit((unsigned char)text.data[first]))
        first++;
    while (first + n < text.len && ascii_is_digit((unsigned char)text.data[first + n]))
        n++;
    for (size_t i = first + n; i < text.len; i++)
        if (ascii_is_digit((unsigned char)text.data[i]))
            return false;
    return first < text.len && text.data[first] != '0';
}

/* Letters and digits: "D2A", "3D", "P2P", "2WW"; not "Q1", "M25", "SO3", "16GB". */
static bool is_digit_shape(Str text, LetterCounts counts)
{
    bool begins = ascii_is_digit((unsigned char)text.data[0]);
    char last = text.data[text.len - 1];
    static const char *const ordinals[] = {
        "AM", "ND", "PM", "RD", "ST", "TH",
    };
    if (counts.n_upper + 2 == text.len && text.data[text.len - 2] == 'v')
        return counts.n_digits == 1 && counts.n_upper >= 2; /* "IPv4" */
    bool ends = ascii_is_digit((unsigned char)last);
    if (counts.n_digits > 2 || counts.n_lower > counts.n_upper || !counts.n_upper ||
        !has_one_number(text))
        return false;
    if (begins && counts.n_upper == 1)
        return text.len == 2 && (last == 'D' || last == 'G');
    Str rest = str_sub(text, counts.n_digits, text.len);
    if (begins && (STR_IS_ONE_OF(rest, ordinals) || is_unit(rest) || rest.len > 3))
        return false;
    return counts.n_upper >= 2 && !ends;
}

/* "YYYY", "XXX": a place to fill in; not "AAA" and "WWW". */
static bool is_one_letter(Str text)
{
    for (size_t i = 1; i < text.len; i++)
        if (text.data[i] != text.data[0])
            return false;
    return text.len >= 3 && !strchr("AW", text.data[0]);
}

static bool is_single_word_shape(Str folded, bool *ret_is_word_like)
{
    LetterCounts counts = {.n_upper = count_capitals(folded)};
    if (counts.n_upper < folded.len)
        counts = count_kinds(folded);
    *ret_is_word_like = false;
    if (counts.n_others || folded.len < 2 || is_one_letter(folded))
        return false;
    if (counts.n_digits)
        return is_digit_shape(folded, counts);
    static const char *const notes[] = {"FIXME", "README", "TODO"};
    if (folded.len >= 4 && STR_IS_ONE_OF(folded, notes))
        return false;
    *ret_is_word_like = folded.len >= 4 || counts.n_lower;
    if (counts.n_lower)
        return is_mixed_shape(folded, counts);
    return folded.len <= CAPITALS_MAX && !is_roman_numeral(folded) && !is_small_word(folded);
}

bool is_plain_short_form(Str text)
{
    bool is_word_like;
    return is_single_word_shape(text, &is_word_like);
}

static bool is_capitals(const Word *word)
{
    return (word->shape & WORD_ALL_UPPER) && !(word->shape & (WORD_HAS_DIGIT | WORD_NON_ASCII));
}

/* One capital and a plural s: the "As" of "Q&As". */
static bool is_plural_piece(Str text)
{
    return text.len >= 2 && text.data[text.len - 1] == 's' && count_capitals(text) + 1 == text.len;
}

/* 1 when word INDEX is a number, 2 when it is a long one or letters and digits. */
static size_t count_numbers(const Prose *prose, size_t index)
{
    const Word *word = &prose->words[index];
    size_t n_digits =
        word->shape & WORD_HAS_DIGIT ? count_kinds(word_text(prose, word)).n_digits : 0;
    return n_digits >= 3 ? 2 : is_number(word);
}

/* The last word of the unbroken run that begins with word INDEX, and how many of
 * its words are numbers. */
static size_t run_end(const Prose *prose, size_t index, size_t *ret_n_numbers)
{
    size_t last = index;
    *ret_n_numbers = 0;
    if (index + 1 == prose->n_words || !is_joint(prose->words[index + 1].gap))
        return index;
    *ret_n_numbers = count_numbers(prose, index);
    while (last + 1 < prose->n_words && last - index < RUN_WORDS_MAX) {
        if (!is_joint(prose->words[last + 1].gap))
            break;
        last++;
        *ret_n_numbers += count_numbers(prose, last);
    }
    return last;
}

/* Do words A and B = A + 1 make one short form across the mark between them? */
static bool joins(const Prose *prose, const Word *a, const Word *b)
{
    bool is_plural = is_plural_piece(word_text(prose, b));
    switch (b->gap) {
    case GAP_AMPERSAND:
        return is_capitals(a) && (is_capitals(b) || is_plural) && a->len <= 5 && b->len <= 5;
    case GAP_SLASH:
        return is_capitals(a) && is_capitals(b) && (a->len == 1 || b->len == 1);
    case GAP_HYPHEN:
        if (is_number(a)) /* "3-D" */
            return a->len == 1 && str_eq(word_text(prose, b), STR("D"));
        if (is_number(b))
            return is_capitals(a) && a->len >= 4 && b->len <= 2;
        return is_capitals(a) && a->len >= 2 && is_capitals(b) && b->len == 1;
    default:
        return false;
    }
}

/* "LGBT+": a plus sign at OFFSET, behind three capitals or more, that nothing follows. */
static bool has_plus(const Prose *prose, Str text, size_t offset)
{
    unsigned char next = (unsigned char)byte_at(prose, offset + 1);
    return byte_at(prose, offset) == '+' && text.len >= 3 && count_capitals(text) == text.len &&
           !ascii_is_alpha(next) && !ascii_is_digit(next);
}

static void set_span(const Prose *prose, size_t first, size_t last, ShortForm *ret)
{
    ret->last_word = last;
    ret->span = words_span(prose, first, last);
    ret->text = span_of(ret->span, prose->text);
    ret->folded = short_form_fold(ret->text);
    ret->span.end += has_plus(prose, ret->text, ret->span.end);
    ret->text = span_of(ret->span, prose->text);
}

static bool is_person_behind(const Prose *prose, size_t last)
{
    if (last + 1 >= prose->n_words)
        return false;
    const Word *next = &prose->words[last + 1];
    size_t end = word_span(&prose->words[last]).end;
    bool is_near = next->start <= end + 2;
    return is_near && (next->shape & WORD_FIRST_UPPER) && !(next->shape & WORD_ALL_UPPER);
}

/* "U.S.", "e.g.", "Ph.D.", "the A.V. Club"; not "J.K. Rowling". */
static bool take_dotted(const Prose *prose, size_t index, ShortForm *ret)
{
    static const char *const places[] = {
        "D.C", "E.U", "U.K", "U.N", "U.S",
    };
    size_t last = index;
    while (last + 1 < prose->n_words && prose->words[last + 1].gap == GAP_DOT &&
           prose->words[last + 1].len <= 2 && !(prose->words[last + 1].shape & WORD_HAS_DIGIT))
        last++;
    set_span(prose, index, last, ret);
    ret->is_dotted = true;
    if (last == index || prose->words[index].len > 2 || is_number(&prose->words[index]))
        return false;
    bool is_small = !count_capitals(ret->text);
    bool is_person = !is_small && last == index + 1 && is_person_behind(prose, last) &&
                     !(index && word_is_article(prose, index - 1)) &&
                     !STR_IS_ONE_OF(ret->text, places);
    size_t end = ret->span.end;
    bool has_stop = end < prose->text.len && prose->text.data[end] == '.';
    ret->folded = ret->text;
    if (has_stop)
        ret->span.end++;
    ret->text = span_of(ret->span, prose->text);
    return !is_person && (has_stop || !is_small);
}

bool short_form_at(const Prose *prose, size_t index, ShortForm *ret)
{
    const Word *word = &prose->words[index];
    *ret = (ShortForm){.last_word = index};
    if (word->shape & (WORD_IN_CODE | WORD_IN_ADDRESS) || only_looks_short(prose, index))
        return false;
    size_t n_numbers, run_last = run_end(prose, index, &n_numbers);
    bool is_dotted = run_last > index && prose->words[index + 1].gap == GAP_DOT;
    if (is_dotted && !(run_last == index + 1 && is_capitals(word) && word->len >= 3))
        return take_dotted(prose, index, ret);
    bool is_code = n_numbers >= 2 || (n_numbers && run_last >= index + 2);
    if (is_code || is_postcode(prose, index)) {
        ret->last_word = is_code ? run_last : index + 1;
        return false;
    }
    size_t last = index;
    while (last < run_last && joins(prose, &prose->words[last], &prose->words[last + 1]))
        last++;
    set_span(prose, index, last, ret);
    if (last > index)
        return true;
    if (index && is_number(word - 1) && word->gap == GAP_SPACE && is_unit(ret->text))
        return false;
    return is_single_word_shape(ret->folded, &ret->is_word_like);
}

bool stands_among_capitals(const Prose *prose, size_t index)
{
    if (prose->is_shouted)
        return true;
    size_t first = index, last = index;
    while (first > 0 && index - first < SHOUTED_ROW && prose->words[first].gap == GAP_SPACE &&
           is_capitals(&prose->words[first - 1]))
        first--;
    while (last + 1 < prose->n_words && last - index < SHOUTED_ROW &&
           prose->words[last + 1].gap == GAP_SPACE && is_capitals(&prose->words[last + 1]))
        last++;
    if (last - first + 1 >= SHOUTED_ROW)
        return true;
    for (size_t i = first; i <= last; i++)
        if (i != index &&
            (prose->words[i].len >= LONG_WORD || is_small_word(word_text(prose, &prose->words[i]))))
            return true;
    return false;
}
