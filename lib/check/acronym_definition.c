#include "check/acronym_definition.h"

#include "base/utf8.h"
#include "check/acronym_pieces.h"
#include "check/acronym_text.h"

#include <math.h>

/* What the ways of taking and leaving letters cost. */
static const struct {
    double skip_word, skip_joined, skip_inside, skip_linking, skip_bracketed, skip_number;
    double comma, comma_initial, trailing_word, trailing_joined, start_linking, start_joined,
        start_letter;
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

static bool is_vowel(uint32_t c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
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
    if (str_eq(word, STR("I")))
        return '1';
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

static double start_cost(const Piece *piece, bool is_numbered)
{
    bool is_letter = piece->text.len == 1 && !piece->is_linking &&
                     ascii_is_lower((unsigned char)piece->text.data[0]);
    return (piece->is_linking ? COST.start_linking : 0) +
           (piece->joint != JOINT_SPACE && !is_numbered ? COST.start_joined : 0) +
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
            take_letters(piece, letters, n_letters, 0,
                         (Way){is_fixed ? 0 : start_cost(piece, p && pieces[p - 1].is_number), p},
                         next);
        lose_letters(letters, n_letters, piece->text, next);
        memcpy(ways, next, (n_letters + 1) * sizeof *ways);
    }
    return ways[n_letters];
}

bool acronym_may_align(const AlignWindow *window, Str short_form)
{
    Letter letter = {0};
    for (size_t i = 0; i < short_form.len && !letter.lower;)
        i += letter_at(short_form, i, &letter);
    if (letter.is_digit || letter.lower == 'x' || letter.lower >= 0x80)
        return true;
    Str text = window->prose->text;
    const Word *words = window->prose->words;
    for (size_t w = window->first_word; w < window->end_word; w++) {
        if ((uint32_t)(unsigned char)ascii_lower(text.data[words[w].start]) == letter.lower)
            return true;
        if (window->is_fixed)
            return false;
        if (words[w].shape & (WORD_LATER_UPPER | WORD_HAS_DIGIT))
            return true;
    }
    return false;
}

/* Does the text of WINDOW hold all LETTERS, but perhaps the last and digits, in whatever
 * order? Wrong only by saying yes. */
static bool holds_letters(const AlignWindow *window, const Letter *letters, size_t n_letters)
{
    const Prose *prose = window->prose;
    Str text = span_of(words_span(prose, window->first_word, window->end_word - 1), prose->text);
    uint32_t held = 0, wanted = 0; /* a bit for each letter */
    for (size_t i = 0; i < text.len; i++)
        held |= UINT32_C(1) << ((unsigned char)text.data[i] & 31);
    for (size_t i = 0; i + 1 < n_letters; i++)
        if (!letters[i].is_digit && letters[i].lower < 0x80)
            wanted |= UINT32_C(1) << (letters[i].lower & 31);
    return (held & wanted) == wanted;
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
    if (window->first_word >= window->end_word || !acronym_may_align(window, short_form))
        return false;
    size_t n_letters = letters_of(short_form, letters);
    if (!n_letters || !holds_letters(window, letters, n_letters))
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
