#include "check/acronym_pieces.h"

#include "base/utf8.h"
#include "check/acronym_text.h"

bool is_linking_word(Str word)
{
    static const char words[][8] = {"a",  "an", "and", "at", "by",  "de", "du",  "for", "from",
                                    "in", "of", "on",  "or", "the", "to", "und", "with"};
    char lower[4];
    if (!word.len || word.len > sizeof lower)
        return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = ascii_lower(word.data[i]);
    return STR_IS_SHORT_ONE_OF(((Str){lower, word.len}), words);
}

size_t letter_at(Str text, size_t i, Letter *ret)
{
    unsigned char byte = (unsigned char)text.data[i];
    *ret = (Letter){0};
    if (byte < 0x80) {
        bool is_digit = ascii_is_digit(byte);
        if (is_digit || ascii_is_alpha(byte))
            *ret = (Letter){(unsigned char)ascii_lower((char)byte), is_digit, ascii_is_upper(byte)};
        return 1;
    }
    uint32_t c;
    size_t n = utf8_decode(text, i, &c);
    bool is_digit = utf8_is_digit(c);
    if (is_digit || utf8_is_letter(c))
        *ret = (Letter){utf8_lower(c), is_digit, utf8_is_upper(c)};
    return n;
}

size_t letters_of(Str short_form, Letter letters[LETTERS_MAX])
{
    size_t n = 0;
    for (size_t i = 0; i < short_form.len;) {
        Letter letter;
        i += letter_at(short_form, i, &letter);
        if (!letter.lower)
            continue;
        if (n == LETTERS_MAX)
            return 0;
        letters[n++] = letter;
    }
    return n;
}

static bool is_digit_at(Str text, size_t i)
{
    return ascii_is_digit((unsigned char)text.data[i]);
}

/* Does a new piece begin inside a word before byte I of it? */
static bool splits_inside(Str word, size_t i)
{
    unsigned char before = (unsigned char)word.data[i - 1], c = (unsigned char)word.data[i];
    if (ascii_is_digit(before) != ascii_is_digit(c))
        return ascii_is_digit(c) || ascii_is_alpha(c);
    return ascii_is_lower(before) && ascii_is_upper(c);
}

static Piece piece_of(Str text, size_t word, Joint joint)
{
    Piece piece = {.text = text, .word = word, .joint = joint, .is_number = is_digit_at(text, 0)};
    piece.is_linking = is_linking_word(text);
    piece.is_upper = text.len > 1;
    for (size_t i = 0; i < text.len && piece.is_upper; i++)
        piece.is_upper = ascii_is_upper((unsigned char)text.data[i]);
    return piece;
}

/* Marks the pieces that stand in brackets closed within the window. */
static void mark_brackets(const Prose *prose, Piece *pieces, size_t n_pieces)
{
    size_t depth = 0;
    for (size_t i = n_pieces; i-- > 0;) {
        pieces[i].in_bracket = depth > 0;
        if (i == 0 || pieces[i].word == pieces[i - 1].word)
            continue;
        size_t from = word_span(&prose->words[pieces[i - 1].word]).end;
        for (size_t k = prose->words[pieces[i].word].start; k-- > from;) {
            char c = prose->text.data[k];
            if (c == ')' || c == ']')
                depth++;
            else if ((c == '(' || c == '[') && depth)
                depth--;
        }
    }
}

size_t pieces_of(const AlignWindow *window, Piece pieces[PIECES_MAX])
{
    const Prose *prose = window->prose;
    size_t n = 0;
    bool has_bracket = false;
    for (size_t w = window->first_word; w < window->end_word; w++) {
        const Word *word = &prose->words[w];
        Str text = word_text(prose, word);
        bool is_apart = w == window->first_word || word->gap == GAP_SPACE ||
                        word->gap == GAP_COMMA || word->gap == GAP_STOP;
        if (!is_apart && word->gap == GAP_OTHER) {
            unsigned char before = (unsigned char)prose->text.data[word->start - 1];
            Str gap = str_sub(prose->text, word_span(word - 1).end, word->start);
            is_apart = ascii_is_space(before) || str_find(gap, STR(" "), 0) < gap.len;
            has_bracket |= str_find(gap, STR(")"), 0) < gap.len;
        }
        Joint joint = is_apart ? JOINT_SPACE : JOINT_MARK;
        size_t start = 0;
        for (size_t i = 1; i <= text.len; i++) {
            if (i < text.len && !splits_inside(text, i))
                continue;
            if (n == PIECES_MAX)
                return 0;
            pieces[n] = piece_of(str_sub(text, start, i), w, start ? JOINT_INSIDE : joint);
            if (text.len != pieces[n].text.len)
                pieces[n].is_linking = false;
            pieces[n].after_comma = !start && word->gap == GAP_COMMA && w > window->first_word;
            n++;
            start = i;
        }
    }
    if (has_bracket)
        mark_brackets(prose, pieces, n);
    return n;
}
