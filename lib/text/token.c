#include "text/token.h"

#include "base/hash.h"
#include "base/utf8.h"

/* What a byte does in a word. Letters and digits of ASCII are what they add to its
 * shape, were they not first. */
enum {
    CLASS_NONE = 0,
    CLASS_BRACKET, /* one that opens */
    CLASS_APOSTROPHE,
    CLASS_HIGH,                   /* a byte of 0x80 and up: look at the character */
    CLASS_DIGIT = WORD_HAS_DIGIT, /* the least of those that are in a word by themselves */
    CLASS_UPPER = WORD_HAS_LETTER | WORD_LATER_UPPER,
    HAS_SMALL = 1 << 7, /* taken out of the shape when the word is read */
    CLASS_LOWER = WORD_HAS_LETTER | HAS_SMALL,
};

/* One row of thirty-two bytes a line, 0x00 to 0xFF. */
#define N CLASS_NONE
#define B CLASS_BRACKET
#define L CLASS_LOWER
#define U CLASS_UPPER
#define D CLASS_DIGIT
#define A CLASS_APOSTROPHE
#define H CLASS_HIGH
static const uint8_t byte_class[256] = {
    N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N,
    N, N, N, N, N, N, N, A, B, N, N, N, N, N, N, N, D, D, D, D, D, D, D, D, D, D, N, N, N, N, N, N,
    N, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, B, N, N, N, N,
    N, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, N, N, N, N, N,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
};
#undef N
#undef B
#undef L
#undef U
#undef D
#undef A
#undef H

enum { SOFT_HYPHEN = 0xAD, RIGHT_QUOTE = 0x2019, WORD_BYTES_MAX = UINT16_MAX - 8 };

typedef struct Scan {
    Str text;
    size_t at;
    uint64_t hash;
    unsigned shape;   /* with HAS_SMALL */
    size_t n_letters; /* letters and digits of the word so far */
} Scan;

/* Is a word character right at OFFSET? */
static bool is_word_at(Str text, size_t offset)
{
    if (offset >= text.len)
        return false;
    switch (byte_class[(unsigned char)text.data[offset]]) {
    case CLASS_NONE:
    case CLASS_BRACKET:
    case CLASS_APOSTROPHE:
        return false;
    case CLASS_HIGH: {
        uint32_t code_point;
        utf8_decode(text, offset, &code_point);
        return utf8_is_letter(code_point) || utf8_is_digit(code_point);
    }
    default:
        return true;
    }
}

static void hash_code_point(Scan *scan, uint32_t code_point)
{
    for (; code_point; code_point >>= 8)
        scan->hash = hash_byte(scan->hash, (unsigned char)code_point);
}

/* Takes the character beyond ASCII at scan->at into the word, or returns false. */
static bool take_high(Scan *scan, size_t start)
{
    uint32_t code_point;
    size_t n = utf8_decode(scan->text, scan->at, &code_point);
    if (code_point == RIGHT_QUOTE) {
        if (scan->at == start || !is_word_at(scan->text, scan->at + n))
            return false;
        scan->shape |= WORD_HAS_APOSTROPHE;
        scan->hash = hash_byte(scan->hash, '\'');
    } else if (code_point == SOFT_HYPHEN || utf8_is_mark(code_point)) {
        if (scan->at == start)
            return false;
        if (code_point != SOFT_HYPHEN)
            hash_code_point(scan, code_point);
    } else if (utf8_is_letter(code_point) || utf8_is_digit(code_point)) {
        scan->shape |= WORD_NON_ASCII | WORD_HAS_LETTER;
        scan->n_letters++;
        if (utf8_is_upper(code_point))
            scan->shape |= scan->at == start ? WORD_FIRST_UPPER : WORD_LATER_UPPER;
        else
            scan->shape |= HAS_SMALL;
        hash_code_point(scan, utf8_lower(code_point));
    } else {
        return false;
    }
    scan->at += n;
    return true;
}

static bool take_apostrophe(Scan *scan, size_t start)
{
    if (scan->at == start || !is_word_at(scan->text, scan->at + 1))
        return false;
    scan->shape |= WORD_HAS_APOSTROPHE;
    scan->hash = hash_byte(scan->hash, '\'');
    scan->at++;
    return true;
}

/* Takes the run of ASCII letters and digits from scan->at to END at most. */
static void take_ascii(Scan *scan, size_t end)
{
    const unsigned char *text = (const unsigned char *)scan->text.data;
    size_t at = scan->at;
    uint64_t hash = scan->hash;
    unsigned shape = 0, class;
    for (; at < end && (class = byte_class[text[at]]) >= CLASS_DIGIT; at++) {
        shape |= class;
        hash = hash_byte(hash, text[at] | 0x20); /* small letters and digits have that bit */
    }
    scan->shape |= shape;
    scan->hash = hash;
    scan->n_letters += at - scan->at;
    scan->at = at;
}

/* Starts on a word, and takes its first byte where that is ASCII. */
static void take_first(Scan *scan)
{
    unsigned char first = (unsigned char)scan->text.data[scan->at];
    unsigned class = byte_class[first];
    *scan = (Scan){.text = scan->text, .at = scan->at, .hash = HASH_SEED};
    if (class < CLASS_DIGIT)
        return;
    scan->shape = class == CLASS_UPPER ? WORD_HAS_LETTER | WORD_FIRST_UPPER : class;
    scan->hash = hash_byte(HASH_SEED, first | 0x20);
    scan->n_letters = 1;
    scan->at++;
}

/* Reads the word at scan->at; leaves scan->at behind it. False when none is there. */
static bool scan_word(Scan *scan)
{
    const size_t start = scan->at;
    size_t end = scan->text.len;
    if (end - start > WORD_BYTES_MAX)
        end = start + WORD_BYTES_MAX;
    take_first(scan);
    for (bool goes_on = true; goes_on;) {
        take_ascii(scan, end);
        if (scan->at >= end)
            break;
        unsigned class = byte_class[(unsigned char)scan->text.data[scan->at]];
        goes_on = (class == CLASS_APOSTROPHE && take_apostrophe(scan, start)) ||
                  (class == CLASS_HIGH && take_high(scan, start));
    }
    if (!(scan->shape & HAS_SMALL) && (scan->shape & (WORD_FIRST_UPPER | WORD_LATER_UPPER)))
        scan->shape |= WORD_ALL_UPPER;
    scan->shape &= ~(unsigned)HAS_SMALL;
    return scan->at > start;
}

static bool is_closer(uint32_t code_point)
{
    return code_point == ')' || code_point == ']' || code_point == '"' || code_point == '\'' ||
           code_point == RIGHT_QUOTE || code_point == 0x201D;
}

static WordGap gap_of_one(unsigned char c)
{
    switch (c) {
    case ' ':
    case '\n':
    case '\t':
        return GAP_SPACE;
    case '-':
        return GAP_HYPHEN;
    case '/':
        return GAP_SLASH;
    case '&':
        return GAP_AMPERSAND;
    case '.':
        return GAP_DOT;
    default:
        return c < 0x80 ? GAP_JOINED : GAP_OTHER;
    }
}

/* What kind of gap the bytes GAP between two words are, when not one byte. */
static WordGap gap_of_many(Str gap)
{
    if (str_eq(gap, STR("\xE2\x80\x90")) || str_eq(gap, STR("\xE2\x80\x91")))
        return GAP_HYPHEN;
    bool has_stop = false, has_comma = false, has_space = false;
    for (size_t i = 0; i < gap.len;) {
        uint32_t c;
        i += utf8_decode(gap, i, &c);
        if (utf8_is_space(c))
            has_space = true;
        else if (has_space)
            return has_stop ? GAP_STOP : GAP_OTHER;
        else if (c == '.' || c == '!' || c == '?')
            has_stop = true;
        else if (c == ',' && !has_stop && !has_comma)
            has_comma = true;
        else if (!is_closer(c) || has_comma)
            return GAP_OTHER;
        else if (!has_stop)
            return GAP_OTHER;
    }
    if (!has_space)
        return GAP_OTHER;
    if (has_stop)
        return GAP_STOP;
    return has_comma ? GAP_COMMA : GAP_SPACE;
}

/* Endings that make "name.ending" a file or web name rather than two words. */
static bool is_name_ending(Str word)
{
    static const char *const endings[] = {
        "com",  "csv", "doc", "docx", "gov", "html", "htm", "info", "io",  "js",  "json",
        "md",   "net", "odt", "org",  "pdf", "png",  "jpg", "jpeg", "gif", "svg", "ppt",
        "pptx", "py",  "txt", "uk",   "xls", "xlsx", "xml", "yaml", "yml", "zip",
    };
    if (word.len < 2 || word.len > 4)
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (str_eq_nocase(word, str_of(endings[i])))
            return true;
    return false;
}

/* Marks the words of the unbroken run of characters around the last word as an
 * address; returns where that run ends. */
static size_t mark_address(Str text, WordArray *words)
{
    size_t i = words->len;
    while (i > 0) {
        Word *word = &words->items[--i];
        word->shape |= WORD_IN_ADDRESS;
        if (!word->start || ascii_is_space((unsigned char)text.data[word->start - 1]) ||
            text.data[word->start - 1] == '(' || text.data[word->start - 1] == '<')
            break;
        if (word->gap == GAP_START || word->gap == GAP_SPACE || word->gap == GAP_STOP ||
            word->gap == GAP_COMMA)
            break;
    }
    size_t end = word_span(array_last(words)).end;
    while (end < text.len && !ascii_is_space((unsigned char)text.data[end]))
        end++;
    return end;
}

/* Does the newest word, with the GAP before it, show that this is an address? */
static bool begins_address(Str text, const WordArray *words, Str gap)
{
    const Word *word = array_last(words);
    Str text_of_word = str_sub(text, word->start, word_span(word).end);
    if (str_eq(gap, STR("://")) || str_eq(gap, STR("@")))
        return true;
    if (word->gap != GAP_DOT)
        return false;
    if (is_name_ending(text_of_word))
        return true;
    const Word *before = word - 1;
    return words->len > 1 &&
           str_eq_nocase(str_sub(text, before->start, word_span(before).end), STR("www"));
}

/* Quotation marks seen and not yet closed, by kind. */
typedef struct OpenQuotes {
    size_t first_word[2]; /* double, single; SIZE_MAX when none is open */
} OpenQuotes;

enum { QUOTE_DOUBLE = 0, QUOTE_SINGLE = 1, QUOTE_WORDS_MAX = 150 };

static void close_quote(OpenQuotes *open, int kind, WordArray *words)
{
    size_t first = open->first_word[kind];
    open->first_word[kind] = SIZE_MAX;
    if (first == SIZE_MAX || words->len - first > QUOTE_WORDS_MAX)
        return;
    for (size_t i = first; i < words->len; i++)
        words->items[i].shape |= WORD_IN_QUOTE;
}

/* Looks through the GAP in front of the next word for quotation marks. */
static void follow_quotes(OpenQuotes *open, Str gap, WordArray *words, bool is_last)
{
    bool after_space = words->len == 0;
    for (size_t i = 0; i < gap.len;) {
        uint32_t c;
        i += utf8_decode(gap, i, &c);
        bool before_word = i == gap.len && !is_last;
        if (c == 0x201C || (c == '"' && before_word && open->first_word[QUOTE_DOUBLE] == SIZE_MAX))
            open->first_word[QUOTE_DOUBLE] = words->len;
        else if (c == 0x201D || c == '"')
            close_quote(open, QUOTE_DOUBLE, words);
        else if (c == 0x2018 || (c == '\'' && before_word && after_space))
            open->first_word[QUOTE_SINGLE] = words->len;
        else if ((c == RIGHT_QUOTE || c == '\'') && !before_word)
            close_quote(open, QUOTE_SINGLE, words);
        after_space = utf8_is_space(c) || c == '(' || c == '[';
    }
}

static bool has_quote(Str gap)
{
    for (size_t i = 0; i < gap.len; i++)
        if (gap.data[i] == '"' || gap.data[i] == '\'' || (unsigned char)gap.data[i] == 0xE2)
            return true;
    return false;
}

/* The byte that most gaps are, or a longer gap. */
static WordGap gap_kind(Str gap, size_t n_words)
{
    if (!n_words)
        return GAP_START;
    return gap.len == 1 ? gap_of_one((unsigned char)gap.data[0]) : gap_of_many(gap);
}

bool tokenise(Str text, WordArray *words)
{
    Scan scan = {.text = text};
    bool has_brackets = false;
    OpenQuotes open = {{SIZE_MAX, SIZE_MAX}};
    size_t previous_end = 0, address_end = 0;
    while (scan.at < text.len) {
        size_t start = scan.at;
        if (byte_class[(unsigned char)text.data[start]] == CLASS_NONE) {
            scan.at++;
            continue;
        }
        if (!scan_word(&scan)) {
            uint32_t skipped;
            has_brackets |= byte_class[(unsigned char)text.data[start]] == CLASS_BRACKET;
            scan.at += utf8_decode(text, scan.at, &skipped);
            continue;
        }
        Str gap = {text.data + previous_end, start - previous_end};
        if ((gap.len > 1 || words->len == 0) && has_quote(gap))
            follow_quotes(&open, gap, words, false);
        bool in_address = start < address_end;
        WordGap kind = gap_kind(gap, words->len);
        array_push(words,
                   (Word){.hash = scan.hash,
                          .start = (uint32_t)start,
                          .len = (uint16_t)(scan.at - start),
                          .shape = (uint16_t)(scan.shape | (in_address ? WORD_IN_ADDRESS : 0)),
                          .gap = (uint8_t)kind,
                          .n_letters =
                              (uint8_t)(scan.n_letters < UINT8_MAX ? scan.n_letters : UINT8_MAX)});
        bool may_begin = !in_address && kind != GAP_START && kind != GAP_SPACE;
        if (may_begin && begins_address(text, words, gap))
            address_end = mark_address(text, words);
        previous_end = scan.at;
    }
    if (previous_end < text.len)
        follow_quotes(&open, str_sub(text, previous_end, text.len), words, true);
    return has_brackets;
}

uint64_t word_hash(Str word)
{
    Scan scan = {.text = word};
    if (!word.len || !scan_word(&scan))
        return hash_bytes(word);
    return scan.hash;
}
