#include "check/acronym_definition.h"

#include "base/utf8.h"
#include "check/acronym_text.h"

#include <math.h>

enum { LETTERS_MAX = 16, PIECES_MAX = 40 };

/* How a piece of a word follows the piece before it. */
typedef enum Joint {
    JOINT_SPACE,  /* a word of its own */
    JOINT_MARK,   /* behind a hyphen, slash or other mark: "non-small" */
    JOINT_INSIDE, /* a change of case or to digits within one word: "HaCaT" */
} Joint;

/* A piece of a long form that may lend its first letter. */
typedef struct Piece {
    Str text;
    size_t word;
    Joint joint;
    bool is_linking;
    bool in_bracket;
    bool is_upper; /* capitals only: an abbreviation itself */
    bool is_number;
    bool after_comma;
} Piece;

/* A letter or digit of the short form. */
typedef struct Letter {
    uint32_t lower;
    bool is_digit, is_upper;
} Letter;

/* What the ways of taking and leaving letters cost. */
static const struct {
    double skip_word, skip_joined, skip_inside, skip_linking, skip_bracketed, skip_number;
    double comma, comma_initial, trailing_word, trailing_joined, start_linking, start_joined, start_letter;
    double reordered;
    double inner_follows, inner_capital, inner_compound, inner_consonant, inner_vowel, inner_first;
    double number_word, lost_digit, lost_plural, lost_last;
} COST = {
    /* words left out */
    .skip_word = 0.8,
    .skip_joined = 0.3,
    .skip_inside = 0.3,
    .skip_linking = 0.15,
    .skip_bracketed = 0.1,
    .skip_number = 0.6,
    .comma = 0.7,
    .comma_initial = 0.3, /* "Situation, Background, Assessment" */
    .trailing_word = 0.8,
    .trailing_joined = 0.2,
    /* an odd beginning or order */
    .start_linking = 2.5,
    .start_joined = 0.8,
    .start_letter = 1.0, /* "c oxidase" of "cytochrome c oxidase" */
    .reordered = 1.2,
    /* letters from within a word: right behind the last one taken, in an abbreviation,
     * where two words make one ("electro-cardio"), and so on */
    .inner_follows = 0.3,
    .inner_capital = 0.1,
    .inner_compound = 0.35,
    .inner_consonant = 0.6,
    .inner_vowel = 0.9,
    .inner_first = 1.6, /* though its first letter was not taken */
    /* digits for words, and letters that stand for nothing */
    .number_word = 0.2,
    .lost_digit = 1.5,
    .lost_plural = 1.5,
    .lost_last = 2.0,
};

bool is_linking_word(Str word)
{
    static const char *const words[] = {"a",  "an", "and", "at", "by",  "de", "du",  "for", "from",
                                        "in", "of", "on",  "or", "the", "to", "und", "with"};
    char lower[4];
    if (!word.len || word.len > sizeof lower)
        return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = ascii_lower(word.data[i]);
    return WORD_IS_IN(((Str){lower, word.len}), words);
}

static bool is_vowel(uint32_t c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* Letters and digits of SHORT_FORM into LETTERS; how many, 0 when there are too many. */
static size_t letters_of(Str short_form, Letter letters[LETTERS_MAX])
{
    size_t n = 0;
    for (size_t i = 0; i < short_form.len;) {
        uint32_t c;
        i += utf8_decode(short_form, i, &c);
        bool is_digit = utf8_is_digit(c);
        if (!is_digit && !utf8_is_letter(c))
            continue;
        if (n == LETTERS_MAX)
            return 0;
        letters[n++] = (Letter){utf8_lower(c), is_digit, utf8_is_upper(c)};
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

/* The pieces of the words of WINDOW, the last PIECES_MAX of them. */
static size_t pieces_of(const AlignWindow *window, Piece pieces[PIECES_MAX])
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

/* The digit that a number word stands for: "three", "third", "first"; else 0. */
static uint32_t digit_of_word(Str word)
{
    static const struct {
        const char *word;
        uint32_t digit;
    } words[] = {
        {"one", '1'},    {"two", '2'},   {"three", '3'},  {"four", '4'}, {"five", '5'},
        {"six", '6'},    {"seven", '7'}, {"eight", '8'},  {"nine", '9'}, {"first", '1'},
        {"second", '2'}, {"third", '3'}, {"fourth", '4'}, {"to", '2'},   {"for", '4'},
        {"II", '2'},     {"III", '3'},   {"IV", '4'},     {"VI", '6'},   {"VII", '7'},
        {"VIII", '8'},   {"IX", '9'},
    };
    if (word.len < 2 || word.len > 6)
        return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if ((ascii_lower(word.data[0]) == words[i].word[0] &&
             str_eq_nocase(word, str_of(words[i].word))) ||
            str_eq(word, str_of(words[i].word)))
            return words[i].digit;
    return 0;
}

/* What it costs that PART begins with LETTER; negative when it does not.
 * *ret_at is the byte behind it. */
static double match_initial(const Piece *piece, const Letter *letter, size_t *ret_at)
{
    uint32_t c = (unsigned char)piece->text.data[0];
    size_t n = 1;
    if (c >= 0x80)
        n = utf8_decode(piece->text, 0, &c);
    if (utf8_lower(c) == letter->lower) {
        *ret_at = n;
        return 0;
    }
    if (letter->is_digit && digit_of_word(piece->text) == letter->lower) {
        *ret_at = piece->text.len;
        return COST.number_word;
    }
    if (letter->lower == 'x' && piece->text.len > 2 && utf8_lower(c) == 'e' &&
        ascii_lower(piece->text.data[1]) == 'x') {
        *ret_at = 2;
        return COST.number_word;
    }
    return -1;
}

/* The cost of taking LETTER from within PART at or after byte AT; negative when
 * it is not there. */
static double match_inner(const Piece *piece, const Letter *letter, size_t at, size_t *ret_at)
{
    if (letter->lower >= 0x80)
        return -1;
    Str text = piece->text;
    for (size_t i = at; i < text.len; i++) {
        if ((uint32_t)(unsigned char)ascii_lower(text.data[i]) != letter->lower)
            continue;
        *ret_at = i + 1;
        if (piece->is_upper || letter->is_digit)
            return i == at ? COST.inner_capital : COST.inner_consonant;
        if (i == at)
            return COST.inner_follows;
        if (is_vowel(letter->lower))
            return COST.inner_vowel;
        char before = ascii_lower(text.data[i - 1]);
        return before == 'o' ? COST.inner_compound : COST.inner_consonant;
    }
    return -1;
}

/* A way that has taken some letters: its cost, and the piece it began with. */
typedef struct Way {
    double cost;
    size_t start;
} Way;

static void keep_cheaper(Way *way, double cost, size_t start)
{
    if (cost < way->cost || (cost == way->cost && start > way->start))
        *way = (Way){cost, start};
}

static double skip_cost(const Piece *piece, bool is_trailing)
{
    if (piece->in_bracket)
        return piece->joint == JOINT_SPACE ? COST.skip_bracketed : 0;
    if (piece->is_linking)
        return COST.skip_linking + (piece->after_comma ? COST.comma : 0);
    if (piece->joint == JOINT_INSIDE)
        return COST.skip_inside;
    double cost = piece->joint == JOINT_MARK ? COST.skip_joined : COST.skip_word;
    if (is_trailing)
        cost = piece->joint == JOINT_SPACE ? COST.trailing_word : COST.trailing_joined;
    if (piece->is_number && COST.skip_number < cost)
        cost = COST.skip_number;
    return cost + (piece->after_comma ? COST.comma : 0);
}

/* Takes letters [from …) out of PART and notes each way in NEXT. */
static void take_letters(const Piece *piece, const Letter *letters, size_t n_letters, size_t from,
                         Way way, Way *next)
{
    size_t at;
    double cost = match_initial(piece, &letters[from], &at);
    double comma = cost < 0 ? COST.comma : COST.comma_initial;
    if (cost < 0) {
        if (!from || piece->is_upper || piece->text.len < 3)
            return;
        cost = match_inner(piece, &letters[from], 1, &at);
        if (cost < 0)
            return;
        cost = COST.inner_first;
    }
    cost += way.cost + (piece->after_comma && from ? comma : 0);
    keep_cheaper(&next[from + 1], cost, way.start);
    for (size_t i = from + 1; i < n_letters; i++) {
        double more = match_inner(piece, &letters[i], at, &at);
        if (more < 0)
            return;
        cost += more;
        keep_cheaper(&next[i + 1], cost, way.start);
    }
}

static double start_cost(const Piece *piece)
{
    bool is_letter = piece->text.len == 1 && !piece->is_linking &&
                     ascii_is_lower((unsigned char)piece->text.data[0]);
    return (piece->is_linking ? COST.start_linking : 0) +
           (piece->joint != JOINT_SPACE ? COST.start_joined : 0) +
           (is_letter ? COST.start_letter : 0);
}

/* A digit, or the s of a plural, that stands for nothing in the long form. */
static void lose_letters(const Letter *letters, size_t n_letters, Str last_word, Way *ways)
{
    for (size_t i = 1; i < n_letters; i++) {
        if (letters[i].is_digit && n_letters > 2)
            keep_cheaper(&ways[i + 1], ways[i].cost + COST.lost_digit, ways[i].start);
        if (i + 1 == n_letters && n_letters >= 4)
            keep_cheaper(&ways[i + 1], ways[i].cost + COST.lost_last, ways[i].start);
        bool is_plural = i > 1 && i + 1 == n_letters && letters[i].lower == 's' &&
                         !letters[i].is_upper && letters[i - 1].is_upper;
        if (is_plural) {
            bool fits = last_word.len && ascii_lower(last_word.data[last_word.len - 1]) == 's';
            keep_cheaper(&ways[i + 1], ways[i].cost + (fits ? 0.0 : COST.lost_plural),
                         ways[i].start);
        }
    }
}

/* The cheapest way to find all LETTERS in PIECES. */
static Way cheapest_way(const Piece *pieces, size_t n_pieces, const Letter *letters,
                        size_t n_letters, bool is_fixed)
{
    Way ways[LETTERS_MAX + 1], next[LETTERS_MAX + 1];
    for (size_t i = 0; i <= n_letters; i++)
        ways[i] = (Way){INFINITY, 0};
    for (size_t p = 0; p < n_pieces; p++) {
        const Piece *piece = &pieces[p];
        for (size_t i = 0; i <= n_letters; i++)
            next[i] = (Way){INFINITY, 0};
        for (size_t i = 1; i <= n_letters; i++) {
            if (ways[i].cost == INFINITY)
                continue;
            keep_cheaper(&next[i], ways[i].cost + skip_cost(piece, i == n_letters), ways[i].start);
            if (i < n_letters)
                take_letters(piece, letters, n_letters, i, ways[i], next);
        }
        if (is_fixed ? p == 0 : !piece->in_bracket)
            take_letters(piece, letters, n_letters, 0, (Way){is_fixed ? 0 : start_cost(piece), p},
                         next);
        lose_letters(letters, n_letters, piece->text, next);
        memcpy(ways, next, (n_letters + 1) * sizeof *ways);
    }
    return ways[n_letters];
}

/* Does any word of WINDOW hold the first LETTER, so that an alignment can begin? */
static bool may_begin(const AlignWindow *window, const Letter *letter)
{
    if (letter->is_digit || letter->lower == 'x' || letter->lower >= 0x80)
        return true;
    Str text = window->prose->text;
    for (size_t w = window->first_word; w < window->end_word; w++) {
        const Word *word = &window->prose->words[w];
        if ((uint32_t)(unsigned char)ascii_lower(text.data[word->start]) == letter->lower ||
            word->shape & (WORD_LATER_UPPER | WORD_HAS_DIGIT))
            return true;
        if (window->is_fixed)
            return false;
    }
    return false;
}

/* The cheapest way through the pieces from START on with those from LINK on taken first. */
static Way turned_way(const Piece *pieces, size_t n_pieces, size_t start, size_t link,
                      const Letter *letters, size_t n_letters)
{
    Piece turned[PIECES_MAX];
    size_t n = 0;
    for (size_t i = link; i < n_pieces; i++)
        turned[n++] = pieces[i];
    for (size_t i = start; i < link; i++)
        if (!pieces[i].is_linking || i + 1 < link)
            turned[n++] = pieces[i];
    turned[0].joint = JOINT_SPACE;
    Way way = cheapest_way(turned, n, letters, n_letters, true);
    return (Way){way.cost + COST.reordered, start};
}

/* "Type C receptor for natriuretic peptides" is NPR-C, "polymerase beta" beta-Pol: what
 * stands behind taken first. */
static Way reordered_way(const Piece *pieces, size_t n_pieces, const Letter *letters,
                         size_t n_letters)
{
    Way best = {INFINITY, 0};
    size_t last = n_pieces > 6 ? n_pieces - 6 : 1;
    for (size_t link = n_pieces; link-- > last;) {
        size_t at;
        if (pieces[link].joint != JOINT_SPACE || pieces[link].is_linking ||
            match_initial(&pieces[link], &letters[0], &at) < 0)
            continue;
        for (size_t start = link; start-- > 0 && link - start <= 4;) {
            if (pieces[start].joint != JOINT_SPACE || pieces[start].is_linking)
                continue;
            Way way = turned_way(pieces, n_pieces, start, link, letters, n_letters);
            keep_cheaper(&best, way.cost, start);
            if (!pieces[link - 1].is_linking)
                break;
        }
    }
    return best;
}

/* "W3C" as "WWWC": a digit that says how often the letter before it stands there. Zero
 * when there is no such digit. */
static size_t repeat_letters(const Letter *letters, size_t n_letters, Letter repeated[LETTERS_MAX])
{
    size_t n = 0;
    bool has_repeat = false;
    for (size_t i = 0; i < n_letters; i++) {
        uint32_t digit = letters[i].lower;
        size_t n_copies = 1;
        Letter letter = letters[i];
        if (i && digit >= '2' && digit <= '4' && !letters[i - 1].is_digit) {
            n_copies = digit - '1';
            letter = letters[i - 1];
            has_repeat = true;
        }
        for (size_t k = 0; k < n_copies && n < LETTERS_MAX; k++)
            repeated[n++] = letter;
    }
    return has_repeat ? n : 0;
}

bool acronym_align(const AlignWindow *window, Str short_form, AlignMatch *ret)
{
    Letter letters[LETTERS_MAX];
    Piece pieces[PIECES_MAX];
    size_t n_letters = letters_of(short_form, letters);
    if (!n_letters || window->first_word >= window->end_word)
        return false;
    if (!may_begin(window, &letters[0]))
        return false;
    size_t n_pieces = pieces_of(window, pieces);
    Way way = cheapest_way(pieces, n_pieces, letters, n_letters, window->is_fixed);
    if (n_letters >= 2 && !window->is_fixed && way.cost > 0.6 * ((double)n_letters + 1.0)) {
        Way turned = reordered_way(pieces, n_pieces, letters, n_letters);
        bool is_pair =
            turned.cost <= COST.reordered && n_pieces == turned.start + 2 && letters[0].is_upper;
        if (turned.cost < way.cost && (n_letters > 2 || is_pair))
            way = turned;
    }
    Letter repeated[LETTERS_MAX];
    size_t n_repeated =
        way.cost >= COST.lost_digit ? repeat_letters(letters, n_letters, repeated) : 0;
    if (n_repeated) {
        Way other = cheapest_way(pieces, n_pieces, repeated, n_repeated, window->is_fixed);
        if (other.cost < COST.number_word)
            keep_cheaper(&way, other.cost + COST.number_word, other.start);
    }
    if (way.cost == INFINITY)
        return false;
    double per_letter = way.cost / ((double)n_letters + 1.0);
    ret->reliability = 1.0 / (1.0 + exp(8.0 * (per_letter - 0.6)));
    ret->first_word = pieces[way.start].word;
    return true;
}
