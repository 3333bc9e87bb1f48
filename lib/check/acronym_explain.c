#include "check/acronym_explain.h"

#include "check/acronym_definition.h"
#include "check/acronym_text.h"
#include "check/word_set.h"

/* At so many commas a long form may end. */
enum { ENDS_MAX = 6 };

/* How sure the letters must be: by the shape of the short form where it stands
 * alone behind its long form, more in places that speak less plainly. */
static const struct {
    double capitals, two_capitals, mixed, digits, small_letters, several_words, one_word;
} NEED = {
    .capitals = 0.45,
    .two_capitals = 0.4,
    .mixed = 0.45,
    .digits = 0.35,
    .small_letters = 0.5,
    .several_words = 0.7,
    .one_word = 0.9,
};

/* Does the text at OFFSET, behind a closed bracket, go on with another item? */
static bool is_coordinate(const Prose *prose, size_t offset)
{
    static const char *const goes_on[] = {",", ";", " and ", " or ", " & ", "/"};
    Str rest = str_sub(prose->text, offset, prose->text.len);
    for (size_t i = 0; i < sizeof goes_on / sizeof goes_on[0]; i++)
        if (str_starts_with(rest, str_of(goes_on[i])))
            return true;
    return false;
}

/* A long form of N_LETTERS has so many words at most. */
static size_t words_in_reach(size_t n_letters)
{
    return 2 * n_letters + 5;
}

/* The first word of the stretch before word END, and byte END_BYTE behind it, where a
 * long form of N_LETTERS may begin. */
static size_t window_start(const Prose *prose, size_t end, size_t end_byte, size_t n_letters)
{
    size_t floor = sentence_of_word(prose, end - 1)->first_word;
    size_t max_words = words_in_reach(n_letters), depth = 0, w = end - 1;
    for (size_t i = word_span(&prose->words[w]).end; i < end_byte; i++)
        depth += prose->text.data[i] == ')' || prose->text.data[i] == ']';
    while (w > floor && end - w < max_words) {
        size_t from = word_span(&prose->words[w - 1]).end;
        bool stops = false;
        for (size_t i = prose->words[w].start; i-- > from && !stops;) {
            char c = prose->text.data[i];
            if (c == ')' || c == ']')
                depth++;
            else if ((c == '(' || c == '[') && depth)
                depth--;
            else
                stops = c == '(' || c == '[' || c == ';' || c == '\n';
            if (depth == 1 && (c == ')' || c == ']') && i + 1 < prose->words[w].start)
                stops = is_coordinate(prose, i + 1);
        }
        if (stops || prose->words[w - 1].shape & WORD_IN_ADDRESS)
            break;
        w--;
    }
    return w;
}

/* Reliability that the letters of SHORT_FORM need, at least LEAST. */
static double need_for(Str short_form, double least)
{
    size_t n_letters = count_letters(short_form), n_capitals = count_capitals(short_form);
    bool has_digit = false;
    for (size_t i = 0; i < short_form.len; i++)
        has_digit |= ascii_is_digit((unsigned char)short_form.data[i]);
    bool is_plural = short_form.data[short_form.len - 1] == 's';
    double need = NEED.mixed;
    if (!n_capitals)
        need = NEED.small_letters;
    else if (has_space(short_form) || str_find(short_form, STR("/"), 0) < short_form.len)
        need = NEED.several_words;
    else if (has_digit)
        need = NEED.digits;
    else if (n_capitals + is_plural == n_letters)
        need = n_capitals > 2 ? NEED.capitals : NEED.two_capitals;
    return need > least ? need : least;
}

void explanation_add(ExplanationList *list, const Prose *prose, Span short_span, Span long_span,
                     double reliability)
{
    array_push(list, (Explanation){.short_form = span_of(short_span, prose->text),
                                   .prose = prose,
                                   .short_span = short_span,
                                   .long_span = long_span,
                                   .reliability = reliability});
}

Span balance_span(Str text, Span span)
{
    size_t depth = 0, open = span.end;
    for (size_t i = span.start; i < span.end; i++) {
        char c = text.data[i];
        if (c == '(' || c == '[') {
            if (!depth++)
                open = i;
        } else if ((c == ')' || c == ']') && !depth--) {
            span.end = i;
            depth = 0;
        }
    }
    if (depth)
        span.end = open;
    return trim_marks(text, span);
}

/* Does LONG_FORM hold the short form itself as a word? */
static bool holds_itself(Str long_form, Str short_form)
{
    Str start = str_sub(long_form, 0, short_form.len);
    if (count_capitals(short_form) < 2 && str_eq_nocase(start, short_form) &&
        (long_form.len > short_form.len ? long_form.data[short_form.len] : 0) == ' ')
        return true;
    for (size_t at = str_find(long_form, short_form, 0); at < long_form.len;
         at = str_find(long_form, short_form, at + 1)) {
        size_t end = at + short_form.len;
        bool opens = !at || !ascii_is_alpha((unsigned char)long_form.data[at - 1]);
        if (opens && (end == long_form.len || !ascii_is_alpha((unsigned char)long_form.data[end])))
            return true;
    }
    return false;
}

/* "MAP kinase": a plain word in a short form stands at the end of its long form too. */
static bool shares_last_word(Str long_form, Str short_form)
{
    size_t start = short_form.len;
    while (start > 0 && ascii_is_lower((unsigned char)short_form.data[start - 1]))
        start--;
    Str word = str_sub(short_form, start, short_form.len);
    return start == 0 || short_form.data[start - 1] != ' ' || word.len < 4 ||
           str_ends_with(long_form, word);
}

/* One word with capitals or digits inside: "L1CAM" explains nothing. */
static bool is_symbol(Str text)
{
    if (has_space(text))
        return false;
    for (size_t i = 1; i < text.len; i++)
        if (text.data[i - 1] != '-' && !ascii_is_lower((unsigned char)text.data[i]) &&
            text.data[i] != '-')
            return true;
    return false;
}

/* Are there three small letters in a row in TEXT, or, where it is several words, any? */
static bool has_words(Str text)
{
    size_t n_small = 0, least = has_space(text) ? 1 : 3;
    for (size_t i = 0; i < text.len && n_small < least; i++) {
        unsigned char c = (unsigned char)text.data[i];
        n_small = ascii_is_lower(c) || c >= 0x80 ? n_small + 1 : 0;
    }
    return n_small >= least;
}

/* Does a hyphen at either end show that TEXT is only part of a word? */
static bool is_torn(Str text)
{
    return text.len && (text.data[0] == '-' || text.data[text.len - 1] == '-');
}

/* Can LONG_FORM explain SHORT_FORM at all, whatever its letters? */
static bool may_explain(Str long_form, Str short_form, double reliability)
{
    size_t n_letters = count_letters(short_form);
    bool is_long = has_space(long_form) || 2 * long_form.len >= 5 * n_letters || n_letters <= 2 ||
                   reliability >= NEED.one_word;
    bool is_title = has_space(long_form) && reliability >= NEED_EXACT; /* "CARE BOARD (CB)" */
    return (has_words(long_form) || is_title) && !is_torn(long_form) && is_long &&
           long_form.len > short_form.len && shares_last_word(long_form, short_form) &&
           !holds_itself(long_form, short_form) &&
           (reliability >= NEED_APART || !is_clause(long_form));
}

/* A letter first, then letters and digits: "p85" of "p85-kinase family". */
static bool is_code(Str text)
{
    bool has_digit = false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        has_digit |= ascii_is_digit(c);
        if (!ascii_is_digit(c) && !ascii_is_alpha(c))
            return false;
    }
    return has_digit && ascii_is_alpha((unsigned char)text.data[0]);
}

/* Where the bracket that closes before byte END opens, when it is part of a word as in
 * "Delta(24)-sterol"; else END. */
static size_t inner_bracket(const Prose *prose, size_t end, size_t floor)
{
    size_t open = end - 1;
    bool has_letter = false;
    while (open > floor && prose->text.data[open] != '(') {
        unsigned char c = (unsigned char)prose->text.data[open--];
        if (ascii_is_space(c))
            return end;
        has_letter |= ascii_is_alpha(c);
    }
    bool is_attached = open > floor && !ascii_is_space((unsigned char)prose->text.data[open - 1]);
    bool is_open = prose->text.data[open] == '(';
    return is_open && (is_attached || !has_letter) ? open : end;
}

/* Where the hyphenated word that byte START stands in begins: a long form is not
 * cut from the middle of one. */
static size_t token_start(const Prose *prose, size_t start, size_t floor)
{
    size_t given = start;
    while (start > floor) {
        unsigned char c = (unsigned char)prose->text.data[start - 1];
        size_t open = c == ')' ? inner_bracket(prose, start, floor) : start;
        if (open < start) {
            start = open;
            continue;
        }
        bool is_dash = c == '-' && start > floor + 1 && prose->text.data[start - 2] == '-';
        if (is_dash ||
            (!ascii_is_alpha(c) && !ascii_is_digit(c) && c != '-' && c != ',' && c != '\''))
            break;
        start--;
    }
    static const char *const prefixes[] = {"Anti", "anti", "ex"};
    Str prefix = str_sub(prose->text, start, given);
    bool is_prefix = prefix.len && prefix.data[prefix.len - 1] == '-' &&
                     (STR_IS_ONE_OF(str_sub(prefix, 0, prefix.len - 1), prefixes) ||
                      is_code(str_sub(prefix, 0, prefix.len - 1)));
    return is_prefix ? given : start;
}

/* "20-item scale (SCALE-20)": the word before START when it begins with the number
 * that SHORT_FORM ends with; else START. */
static size_t with_moved_digit(const Prose *prose, size_t start, Str short_form)
{
    size_t from = short_form.len;
    while (from > 0 && ascii_is_digit((unsigned char)short_form.data[from - 1]))
        from--;
    Str digits = str_sub(short_form, from, short_form.len);
    if (!digits.len || start < digits.len + 2)
        return start;
    size_t at = start - 1;
    while (at > 0 && !ascii_is_space((unsigned char)prose->text.data[at - 1]))
        at--;
    Str word = str_sub(prose->text, at, start);
    bool has_digits =
        word.len > digits.len && str_starts_with(word, digits) && word.data[digits.len] == '-';
    bool is_first = str_eq(digits, STR("1")) && str_eq_nocase(word, STR("first "));
    return has_digits || is_first ? at : start;
}

/* Words [first, end) before byte END_BYTE, among which a long form is sought. */
typedef struct Stretch {
    size_t first_word, end_word, end_byte;
} Stretch;

static bool explain_by_stretch(const Prose *prose, Span short_span, Stretch stretch, double least,
                               ExplanationList *list)
{
    Str short_form = span_of(short_span, prose->text);
    AlignWindow window = {prose, stretch.first_word, stretch.end_word, false};
    AlignMatch alignment;
    if (!acronym_align(&window, short_form, &alignment) ||
        alignment.reliability < need_for(short_form, least))
        return false;
    size_t start = token_start(prose, prose->words[alignment.first_word].start,
                               prose->words[stretch.first_word].start);
    start = with_moved_digit(prose, start, short_form);
    Span long_span = trim_marks(prose->text, (Span){start, stretch.end_byte});
    if (span_len(balance_span(prose->text, long_span)) != span_len(long_span) ||
        !may_explain(span_of(long_span, prose->text), short_form, alignment.reliability))
        return false;
    explanation_add(list, prose, short_span, long_span, alignment.reliability);
    return true;
}

/* The word of STRETCH behind its last small word that no name holds. */
static size_t after_clause(const Prose *prose, const Stretch *stretch)
{
    size_t w = stretch->end_word;
    while (w > stretch->first_word && (prose->words[w - 1].shape & WORD_FIRST_UPPER ||
                                       !is_function_word(word_text(prose, &prose->words[w - 1]))))
        w--;
    return w;
}

/* "both currents and (Ca2+)": the sentence goes on with the short form. */
static bool ends_open(const Prose *prose, size_t end_word)
{
    static const char *const open[] = {"a",  "an", "and", "for",  "from",
                                       "of", "or", "the", "with", "without"};
    return STR_IS_ONE_OF(word_text(prose, &prose->words[end_word - 1]), open);
}

/* Begins one of the words right before word END like SHORT_FORM? Most brackets hold no short
 * form, and this tells so soonest; wrong only by saying yes. */
static bool has_initial_before(const Prose *prose, Str short_form, size_t end)
{
    char first = short_form.len ? ascii_lower(short_form.data[0]) : '\0';
    size_t reach = words_in_reach(short_form.len);
    if (!ascii_is_lower((unsigned char)first) || first == 'x')
        return true;
    for (size_t w = end; w-- > 0 && end - w <= reach;)
        if (ascii_lower(prose->text.data[prose->words[w].start]) == first ||
            prose->words[w].shape & (WORD_LATER_UPPER | WORD_HAS_DIGIT))
            return true;
    return false;
}

bool explain_before(const Prose *prose, Span short_span, size_t end, double least,
                    ExplanationList *list)
{
    Str short_form = span_of(short_span, prose->text);
    if (short_form.len > SHORT_FORM_BYTES_MAX)
        return false;
    size_t end_word = prose_word_from(prose, end);
    if (!end_word || !has_initial_before(prose, short_form, end_word) ||
        !short_form_fits(short_form) || ends_open(prose, end_word))
        return false;
    Stretch stretch = {window_start(prose, end_word, end, count_letters(short_form)), end_word,
                       end};
    if (explain_by_stretch(prose, short_span, stretch, least, list))
        return true;
    size_t first = stretch.first_word;
    stretch.first_word = after_clause(prose, &stretch);
    return stretch.first_word > first &&
           explain_by_stretch(prose, short_span, stretch, least, list);
}

/* Long form that is just LONG_SPAN, or begins it and ends at a comma or semicolon. */
static bool explain_after(const Prose *prose, Span short_span, Span long_span, double least,
                          ExplanationList *list)
{
    Str short_form = span_of(short_span, prose->text);
    size_t first = prose_word_from(prose, long_span.start);
    size_t end_word = prose_word_from(prose, long_span.end);
    bool is_handle = byte_at(prose, long_span.start) == '@'; /* "Trott (@trott)" */
    if (first >= end_word || is_handle || prose->words[first].shape & WORD_IN_ADDRESS ||
        !acronym_may_align(&(AlignWindow){prose, first, end_word, true}, short_form) ||
        !short_form_fits(short_form))
        return false;
    double best = count_capitals(short_form) < 2 ? need_for(short_form, least) : least;
    Span best_span = {0, 0};
    size_t n_ends = 0;
    for (size_t w = first + 1; w <= end_word && n_ends < ENDS_MAX; w++) {
        size_t end = word_span(&prose->words[w - 1]).end;
        char next = byte_at(prose, end);
        if (w < end_word && next != ',' && next != ';' && next != ':')
            continue;
        n_ends++;
        AlignMatch alignment;
        if (acronym_align(&(AlignWindow){prose, first, w, true}, short_form, &alignment) &&
            alignment.reliability >= best) {
            best = alignment.reliability;
            best_span = (Span){long_span.start, w == end_word ? long_span.end : end};
        }
        if (next == ';')
            break;
    }
    best_span = balance_span(prose->text, best_span);
    if (span_is_empty(best_span) || is_symbol(span_of(best_span, prose->text)) ||
        !may_explain(span_of(best_span, prose->text), short_form, best))
        return false;
    explanation_add(list, prose, short_span, best_span, best);
    return true;
}

/* Articles may belong to the long form: the "A" of "A Disintegrin And
 * Metalloprotease". */
bool explain_behind(const Prose *prose, Span short_span, Span long_span, double least,
                    ExplanationList *list)
{
    Span whole = trim_marks(prose->text, long_span), bare = skip_cues(prose, whole);
    if ((bare.start == whole.start ||
         word_is_article(prose, prose_word_from(prose, whole.start))) &&
        explain_after(prose, short_span, whole, least, list))
        return true;
    return bare.start != whole.start && explain_after(prose, short_span, bare, least, list);
}
