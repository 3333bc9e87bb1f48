#include "check/acronym_places.h"

#include "check/acronym_definition.h"
#include "check/acronym_text.h"

enum {
    BRACKET_BYTES_MAX = 400,
    PIECES_MAX = 8,
    SMALL_CONTENT = 8,
    SMALL_TOKEN = 6,
    NAME_WORDS_MAX = 14,
    BRACKETS_DEEP_MAX = 8,
    FURTHER_BACK_MAX = 3, /* words between a short form and its bracket */
    LIST_BYTES_MAX = 2000 /* how far off the items of a list are looked for */
};

/* How far to trust a name that only shares most of the letters. */
#define NAME_RELIABLE 0.6
/* "SHORT (LONG FORM)": the bracket says where the long form begins. */
#define NEED_BEHIND 0.35

/* Where the bracket opened at OPEN closes; 0 when it does not, or too far off. */
static size_t find_close(Str text, size_t open)
{
    char opener = text.data[open], closer = opener == '(' ? ')' : ']';
    size_t end = open + BRACKET_BYTES_MAX < text.len ? open + BRACKET_BYTES_MAX : text.len;
    size_t from = open + 1;
    for (size_t depth = 1; from < end;) {
        const char *close = memchr(text.data + from, closer, end - from);
        if (!close)
            return 0;
        size_t at = (size_t)(close - text.data);
        const char *inner = text.data + from;
        while ((inner = memchr(inner, opener, (size_t)(close - inner))) != NULL) {
            inner++;
            if (++depth > BRACKETS_DEEP_MAX)
                return 0;
        }
        if (--depth == 0)
            return at;
        from = at + 1;
    }
    return 0;
}

/* May this bracket explain anything? Most only hold a remark. */
static bool is_worth_reading(const Prose *prose, size_t open, size_t close)
{
    Str content = str_sub(prose->text, open + 1, close);
    bool is_one_letter = content.len > 1 && !ascii_is_alpha((unsigned char)content.data[1]);
    if (content.len <= SMALL_CONTENT || is_one_letter)
        return true;
    size_t n_inside = count_capitals(content);
    if (n_inside >= 2 || (n_inside && short_form_fits(content)))
        return true;
    size_t end = open, n_capitals = 0;
    while (end > 0 && (prose->text.data[end - 1] == ' ' || prose->text.data[end - 1] == '"' ||
                       prose->text.data[end - 1] == '\''))
        end--;
    size_t start = end;
    while (start > 0 && !ascii_is_space((unsigned char)prose->text.data[start - 1]))
        n_capitals += ascii_is_upper((unsigned char)prose->text.data[--start]);
    bool begins_alike = ascii_lower(byte_at(prose, start)) == ascii_lower(content.data[0]) ||
                        str_starts_with(content, STR("for "));
    bool ends_alike = /* "polymerase delta (pol delta)" */
        end > start && str_ends_with(content, str_sub(prose->text, start, end)) &&
        short_form_fits(content);
    return n_capitals >= 2 || ends_alike || (begins_alike && end - start <= SMALL_TOKEN);
}

/* Bytes of " or " or " and " at the start of TEXT; 0 when it begins otherwise. */
static size_t length_of_or(Str text)
{
    return str_starts_with(text, STR(" or ")) ? 4 : str_starts_with(text, STR(" and ")) ? 5 : 0;
}

/* Bytes of what parts two pieces at byte I of PROSE, before END; 0 when nothing does. *DEPTH is
 * how many brackets are open there. */
static size_t separator_length(const Prose *prose, size_t i, size_t end, size_t *depth)
{
    switch (prose->text.data[i]) {
    case '(':
    case '[':
        ++*depth;
        return 0;
    case ')':
    case ']':
        *depth -= *depth > 0;
        return 0;
    case ';':
    case ':':
        return !*depth;
    case ',':
        return !*depth && i + 1 < end && prose->text.data[i + 1] == ' ';
    case ' ':
        return *depth ? 0 : length_of_or(str_sub(prose->text, i, end));
    default:
        return 0;
    }
}

/* The pieces of a bracket, parted by commas, semicolons, "or" and "and". */
static size_t split_pieces(const Prose *prose, Span content, Span pieces[PIECES_MAX])
{
    size_t n = 0, start = content.start, depth = 0;
    for (size_t i = content.start; i <= content.end; i++) {
        size_t skip = i < content.end ? separator_length(prose, i, content.end, &depth) : 1;
        if (!skip)
            continue;
        Span piece = skip_cues(prose, trim_marks(prose->text, (Span){start, i}));
        if (!span_is_empty(piece) && n < PIECES_MAX)
            pieces[n++] = piece;
        start = i + skip;
        i += skip - 1;
    }
    return n;
}

/* Does LETTER number an item near byte OPEN, as in "(A) … (B)"? "(i)", "(v)" and "(c)" always
 * may. */
static bool numbers_item(const Prose *prose, size_t open, char letter)
{
    if (strchr("Aacivx", letter))
        return true;
    const char beside[] = {'(', (char)(letter - 1), ')', '\0', '(', (char)(letter + 1), ')', '\0'};
    Str around = str_sub(prose->text, open > LIST_BYTES_MAX ? open - LIST_BYTES_MAX : 0,
                         open + LIST_BYTES_MAX);
    return str_find(around, str_of(beside), 0) < around.len ||
           str_find(around, str_of(beside + 4), 0) < around.len;
}

static bool begins_with(const Prose *prose, const Word *word, char letter)
{
    return ascii_upper(prose->text.data[word->start]) == ascii_upper(letter) &&
           word->gap != GAP_HYPHEN;
}

/* "excitatory (E)", "embryonic day (E)": one letter that is no number of a list. */
static bool explain_one_letter(const Prose *prose, size_t open, Span short_span,
                               ExplanationList *list)
{
    char letter = prose->text.data[short_span.start];
    if (span_len(short_span) != 1 || !ascii_is_alpha((unsigned char)letter))
        return false;
    size_t end = prose_word_from(prose, open);
    if (!end || prose->words[end - 1].len < 3 || numbers_item(prose, open, letter) ||
        byte_at(prose, word_span(&prose->words[end - 1]).end) == '-')
        return false;
    const Word *word = &prose->words[end - 1];
    bool is_pair = end > 1 && word->gap == GAP_SPACE && !(word->shape & WORD_FIRST_UPPER) &&
                   ascii_is_upper((unsigned char)letter);
    if (!begins_with(prose, word, letter) && is_pair)
        word--;
    if (!begins_with(prose, word, letter) || word->len < 3)
        return false;
    explanation_add(list, prose, short_span, trim_marks(prose->text, (Span){word->start, open}),
                    NEED_IN_BRACKET);
    return true;
}

/* The run of characters without a space that ends before byte END. */
static Span token_before(const Prose *prose, size_t end)
{
    Span span = trim_marks(prose->text, (Span){0, end});
    size_t start = span.end;
    while (start > 0 && !ascii_is_space((unsigned char)prose->text.data[start - 1]) &&
           prose->text.data[start - 1] != '(' && prose->text.data[start - 1] != '[')
        start--;
    return trim_marks(prose->text, (Span){start, span.end});
}

/* "two cyclases (GC1 and GC2)": do A and B differ in their last digit alone, and does
 * the text that ends at OPEN not name that digit? They are members, not meanings. */
static bool are_members(const Prose *prose, size_t open, Span a, Span b)
{
    Str first = span_of(a, prose->text), second = span_of(b, prose->text);
    if (first.len != second.len || first.len < 2 ||
        !str_eq(str_sub(first, 0, first.len - 1), str_sub(second, 0, first.len - 1)) ||
        !ascii_is_digit((unsigned char)first.data[first.len - 1]) ||
        !ascii_is_digit((unsigned char)second.data[first.len - 1]))
        return false;
    Str before = span_of(token_before(prose, open), prose->text);
    for (size_t i = 0; i < before.len; i++)
        if (!ascii_is_digit((unsigned char)before.data[i]))
            return true;
    return !before.len;
}

/* "urgent care (UC-1 and UC-2)": what stands before the hyphen is what they all are. */
static bool explain_kind(const Prose *prose, size_t open, Span member, ExplanationList *list)
{
    return member.end > member.start + 3 && prose->text.data[member.end - 2] == '-' &&
           explain_before(prose, (Span){member.start, member.end - 2}, open, NEED_APART, list);
}

/* "LONG FORM (SHORT/OTHER)". */
static bool explain_half(const Prose *prose, size_t open, Span piece, ExplanationList *list)
{
    size_t slash = str_find(span_of(piece, prose->text), STR("/"), 0);
    return slash >= 2 && slash < span_len(piece) &&
           explain_before(prose, (Span){piece.start, piece.start + slash}, open, NEED_APART, list);
}

/* "LONG FORM (SHORT; remark)", "LONG FORM (SHORT or OTHER)". */
static bool explain_from_outside(const Prose *prose, size_t open, const Span *pieces,
                                 size_t n_pieces, ExplanationList *list)
{
    size_t n_before = list->len;
    if (n_pieces > 1 && are_members(prose, open, pieces[0], pieces[1]))
        return explain_kind(prose, open, pieces[0], list);
    for (size_t i = 0; i < n_pieces; i++) {
        double least = i ? NEED_IN_BRACKET : 0;
        if (n_pieces > 1 && !count_capitals(span_of(pieces[i], prose->text)))
            continue;
        if (!explain_before(prose, pieces[i], open, least, list))
            explain_half(prose, open, pieces[i], list);
        if (!i && n_pieces > 1 && list->len == n_before &&
            count_letters(span_of(pieces[0], prose->text)) < 2)
            break;
    }
    return list->len > n_before;
}

/* "(LONG FORM, SHORT)" within one bracket. */
static bool explain_inside(const Prose *prose, Span content, const Span *pieces, size_t n_pieces,
                           ExplanationList *list)
{
    for (size_t i = 1; i < n_pieces; i++) {
        Str short_form = span_of(pieces[i], prose->text);
        if (count_capitals(short_form) < 2 || !short_form_fits(short_form) || has_space(short_form))
            continue;
        size_t first = prose_word_from(prose, content.start);
        size_t end_word = prose_word_from(prose, pieces[i].start);
        AlignMatch alignment;
        if (first < end_word &&
            acronym_align(&(AlignWindow){prose, first, end_word, false}, short_form, &alignment) &&
            alignment.reliability >= NEED_APART) {
            Span long_span = {prose->words[alignment.first_word].start, pieces[i - 1].end};
            if (span_is_empty(long_span) || !has_space(span_of(long_span, prose->text)))
                continue;
            explanation_add(list, prose, pieces[i], long_span, alignment.reliability);
            return true;
        }
    }
    return false;
}

static bool parts_reversed(char c)
{
    return c == ' ' || c == ',' || c == '=' || c == ':' || c == ';' || c == '\0';
}

/* "(SHORT, LONG FORM)" and "(SHORT = LONG FORM)" within one bracket. */
static bool explain_reversed(const Prose *prose, Span content, ExplanationList *list)
{
    size_t end = content.start;
    while (end < content.end && !parts_reversed(prose->text.data[end]))
        end++;
    size_t rest = end;
    while (rest < content.end && parts_reversed(prose->text.data[rest]))
        rest++;
    if (rest <= end + (prose->text.data[end] == ' ') || rest >= content.end)
        return false;
    Span short_span = trim_marks(prose->text, (Span){content.start, end});
    return count_capitals(span_of(short_span, prose->text)) >= 2 &&
           explain_behind(prose, short_span, (Span){rest, content.end}, NEED_SEVERAL, list);
}

/* The first word of the run of words with capitals, small linking words between them,
 * that ends before word END; *ret_n is how many have capitals. */
static size_t name_start(const Prose *prose, size_t end, size_t *ret_n)
{
    size_t floor = sentence_of_word(prose, end - 1)->first_word, first = end, w = end;
    *ret_n = 0;
    while (w-- > floor && end - w <= NAME_WORDS_MAX) {
        const Word *word = &prose->words[w];
        if (word->shape & WORD_FIRST_UPPER && word->len > 1) {
            first = w;
            ++*ret_n;
        } else if (!is_linking_word(word_text(prose, word))) {
            break;
        }
        if (word->gap != GAP_SPACE && word->gap != GAP_COMMA && word->gap != GAP_HYPHEN)
            break;
    }
    return first;
}

/* How many letters of SHORT_FORM are initials of words [first, end), in any order. */
static size_t count_initials(const Prose *prose, size_t first, size_t end, Str short_form)
{
    bool is_taken[NAME_WORDS_MAX + 1] = {false};
    size_t n = 0;
    for (size_t i = 0; i < short_form.len; i++)
        for (size_t w = first; w < end; w++)
            if (!is_taken[w - first] &&
                prose->text.data[prose->words[w].start] == short_form.data[i]) {
                is_taken[w - first] = true;
                n++;
                break;
            }
    return n;
}

/* "Kent and Medway NHS Partnership Trust (KMPT)": a name of several words that has most
 * of the letters, if not in order. */
static bool explain_by_name(const Prose *prose, size_t open, Span short_span, ExplanationList *list)
{
    Str short_form = span_of(short_span, prose->text);
    if (short_form.len < 3 || !ascii_is_upper((unsigned char)short_form.data[short_form.len - 1]) ||
        count_capitals(short_form) != short_form.len)
        return false;
    size_t end = prose_word_from(prose, open), n_capitals;
    size_t first = end ? name_start(prose, end, &n_capitals) : 0;
    if (!end || n_capitals < 3)
        return false;
    size_t n_found = count_initials(prose, first, end, short_form);
    bool begins_alike = prose->text.data[prose->words[first].start] == short_form.data[0];
    if (n_found * 5 < short_form.len * (begins_alike ? 2 : 3))
        return false;
    Span long_span = trim_marks(prose->text, (Span){prose->words[first].start, open});
    explanation_add(list, prose, short_span, long_span, NAME_RELIABLE);
    return true;
}

/* "FIX Protocol Limited (Financial Information eXchange)": a short form a few words in
 * front of the bracket. */
static void explain_further_back(const Prose *prose, size_t open, Span content,
                                 ExplanationList *list)
{
    size_t end = prose_word_from(prose, open);
    for (size_t back = 2; back <= FURTHER_BACK_MAX + 1 && back <= end; back++) {
        const Word *word = &prose->words[end - back];
        if (word[1].gap != GAP_SPACE)
            return;
        Span span = word_span(word);
        if (word->shape & WORD_ALL_UPPER && word->len >= 3 &&
            explain_behind(prose, span, content, NEED_SEVERAL, list))
            return;
    }
}

/* "ubiquitin(Ub)": PIECE begins like the word that the bracket is joined to. */
static bool abbreviates_token(const Prose *prose, size_t open, Str piece)
{
    Str token = span_of(token_before(prose, open), prose->text);
    return piece.len > 1 && token.len && ascii_is_upper((unsigned char)piece.data[0]) &&
           ascii_upper(token.data[0]) == piece.data[0];
}

/* "small nuclear (sn)RNA": all initials of the words in front, and a capital behind. */
static void explain_prefix(const Prose *prose, size_t open, size_t close, Span piece,
                           ExplanationList *list)
{
    bool is_apart = open && ascii_is_space((unsigned char)prose->text.data[open - 1]);
    if (is_apart && span_len(piece) >= 2 &&
        ascii_is_upper((unsigned char)byte_at(prose, close + 1)))
        explain_before(prose, piece, open, NEED_EXACT, list);
}

static void look_into_bracket(const Prose *prose, size_t open, size_t close, ExplanationList *list)
{
    if (!is_worth_reading(prose, open, close))
        return;
    Span content = trim_marks(prose->text, (Span){open + 1, close});
    Span pieces[PIECES_MAX];
    size_t n_pieces = split_pieces(prose, content, pieces);
    if (!n_pieces)
        return;
    bool is_attached = ascii_is_alpha((unsigned char)byte_at(prose, close + 1)) ||
                       (open && !ascii_is_space((unsigned char)prose->text.data[open - 1]));
    Str piece = span_of(pieces[0], prose->text);
    if (is_attached && count_capitals(piece) < 2 && !abbreviates_token(prose, open, piece)) {
        explain_prefix(prose, open, close, pieces[0], list);
        return;
    }
    if (explain_from_outside(prose, open, pieces, n_pieces, list) ||
        explain_one_letter(prose, open, pieces[0], list) ||
        explain_by_name(prose, open, pieces[0], list))
        return;
    if (explain_inside(prose, content, pieces, n_pieces, list) ||
        explain_reversed(prose, content, list))
        return;
    Span token = token_before(prose, open);
    if ((count_capitals(span_of(token, prose->text)) || span_len(token) <= SMALL_TOKEN) &&
        !explain_behind(prose, token, content, NEED_BEHIND, list)) {
        size_t slash = token.end;
        while (slash > token.start && prose->text.data[slash - 1] != '/')
            slash--;
        if (slash > token.start &&
            explain_behind(prose, (Span){slash, token.end}, content, NEED_IN_BRACKET, list))
            return;
        explain_further_back(prose, open, content, list);
    }
}

void explanations_in_brackets(const Prose *prose, ExplanationList *list)
{
    static const char opens[] = {'(', '['};
    for (size_t k = 0; k < sizeof opens; k++) {
        const char *end = prose->text.data + prose->text.len;
        for (const char *at = prose->text.data; at && at < end; at++) {
            at = memchr(at, opens[k], (size_t)(end - at));
            if (!at)
                break;
            size_t open = (size_t)(at - prose->text.data);
            if (opens[k] == '[' && open && prose->text.data[open - 1] == '(')
                continue;
            size_t close = find_close(prose->text, open);
            if (close)
                look_into_bracket(prose, open, close, list);
        }
    }
}
