#include "check/acronym_places.h"

#include "base/utf8.h"
#include "check/acronym_definition.h"

enum { BRACKET_BYTES_MAX = 400, PIECES_MAX = 8 };

/* How sure the letters must be: by the shape of the short form where it stands
 * alone behind its long form, more in places that speak less plainly. */
static const struct {
    double capitals, two_capitals, mixed, digits, small_letters, several_words;
    double in_bracket, apart, one_word;
} NEED = {
    .capitals = 0.1,
    .two_capitals = 0.4,
    .mixed = 0.5,
    .digits = 0.6,
    .small_letters = 0.7,
    .several_words = 0.85,
    .in_bracket = 0.5,
    .apart = 0.9,
    .one_word = 0.9,
};

size_t word_index_from(const Prose *prose, size_t offset)
{
    size_t low = 0, high = prose->n_words;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (prose->words[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static char byte_at(const Prose *prose, size_t offset)
{
    return offset < prose->text.len ? prose->text.data[offset] : '\0';
}

static char closer_of(char open)
{
    return open == '(' ? ')' : ']';
}

/* Where the bracket opened at OPEN closes; 0 when it does not, or too far off. */
static size_t find_close(Str text, size_t open)
{
    char opener = text.data[open], closer = closer_of(opener);
    size_t depth = 0;
    for (size_t i = open; i < text.len && i - open < BRACKET_BYTES_MAX; i++) {
        if (text.data[i] == opener)
            depth++;
        else if (text.data[i] == closer && --depth == 0)
            return i;
    }
    return 0;
}

/* Cuts white space and quotation marks off both ends of SPAN. */
static Span trim_span(Str text, Span span)
{
    static const char *const marks[] = { " ", "\n", "\t", "\"", "'", "\xE2\x80\x98", "\xE2\x80\x99",
                                         "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xA0", ",", "*", "_" };
    for (bool cuts = true; cuts;) {
        cuts = false;
        for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
            Str mark = str_of(marks[i]), rest = span_of(span, text);
            if (str_starts_with(rest, mark)) {
                span.start += mark.len;
                cuts = true;
            } else if (str_ends_with(rest, mark)) {
                span.end -= mark.len;
                cuts = true;
            }
        }
    }
    return span;
}

/* Words that introduce a short form or a long form and belong to neither. */
static bool is_cue(Str word)
{
    static const char *const cues[] = {
        "abbreviated", "abbreviation", "acronym", "aka",     "also",    "as",       "called",
        "eg",          "for",          "formerly", "hence",  "henceforth", "hereafter", "herein",
        "hereinafter", "i.e",          "ie",      "initialism", "is",   "known",    "meaning",
        "named",       "now",          "or",      "otherwise", "previously", "referred", "short",
        "shortened",   "simply",       "standing", "stands", "termed",  "the",      "to",
        "here", "a", "an", "by", "in", "commonly", "usually", "often", "designated", "denoted", "and"
    };
    for (size_t i = 0; i < sizeof cues / sizeof cues[0]; i++)
        if (str_eq(word, str_of(cues[i])))
            return true;
    return false;
}

/* SPAN without the cues at its start. */
static Span skip_cues(const Prose *prose, Span span)
{
    for (size_t w = word_index_from(prose, span.start); w < prose->n_words; w++) {
        Span word = word_span(&prose->words[w]);
        if (word.start != span.start || word.end >= span.end ||
            !is_cue(span_of(word, prose->text)))
            break;
        char next = byte_at(prose, word.end);
        if (next != ' ' && next != ':' && next != ',' && next != '\n')
            break;
        span = trim_span(prose->text, (Span){ word.end + (next == ':'), span.end });
    }
    return span;
}

/* Does the text at OFFSET, behind a closed bracket, go on with another item? */
static bool is_coordinate(const Prose *prose, size_t offset)
{
    static const char *const goes_on[] = { ",", ";", " and ", " or ", " & ", "/" };
    Str rest = str_sub(prose->text, offset, prose->text.len);
    for (size_t i = 0; i < sizeof goes_on / sizeof goes_on[0]; i++)
        if (str_starts_with(rest, str_of(goes_on[i])))
            return true;
    return false;
}

/* The first word of the stretch before word END where a long form of N_LETTERS
 * may begin. */
static size_t window_start(const Prose *prose, size_t end, size_t n_letters)
{
    size_t floor = prose_sentence_at(prose, end - 1)->first_word;
    size_t max_words = 2 * n_letters + 5, depth = 0, w = end - 1;
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


static bool has_space(Str text)
{
    return str_find(text, STR(" "), 0) < text.len;
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
    else if (has_space(short_form))
        need = NEED.several_words;
    else if (has_digit)
        need = NEED.digits;
    else if (n_capitals + is_plural == n_letters)
        need = n_capitals > 2 ? NEED.capitals : NEED.two_capitals;
    return need > least ? need : least;
}

static void add(const Prose *prose, Span short_span, Span long_span, double reliability,
                ExplanationList *list)
{
    array_push(list, (Explanation){ .short_form = span_of(short_span, prose->text),
                                    .prose = prose,
                                    .short_span = short_span,
                                    .long_span = long_span,
                                    .reliability = reliability });
}

/* SPAN up to a bracket in it that closes one opened before, or opens one closed after. */
static Span balance_span(Str text, Span span)
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
    return trim_span(text, span);
}

/* Does LONG_FORM hold the short form itself as a word? */
static bool holds_itself(Str long_form, Str short_form)
{
    for (size_t at = str_find(long_form, short_form, 0); at < long_form.len;
         at = str_find(long_form, short_form, at + 1)) {
        size_t end = at + short_form.len;
        bool opens = !at || !ascii_is_alpha((unsigned char)long_form.data[at - 1]);
        if (opens && (end == long_form.len || !ascii_is_alpha((unsigned char)long_form.data[end])))
            return true;
    }
    return false;
}

/* Can LONG_FORM explain SHORT_FORM at all, whatever its letters? */
static bool may_explain(Str long_form, Str short_form, double reliability)
{
    bool has_small = false;
    for (size_t i = 0; i < long_form.len; i++)
        has_small |= ascii_is_lower((unsigned char)long_form.data[i]) ||
                     (unsigned char)long_form.data[i] >= 0x80;
    size_t n_letters = count_letters(short_form);
    bool is_long = has_space(long_form) || 2 * long_form.len >= 5 * n_letters || n_letters <= 2 ||
                   reliability >= NEED.one_word;
    return has_small && is_long && long_form.len > short_form.len &&
           !holds_itself(long_form, short_form);
}

/* Where the hyphenated word that byte START stands in begins: a long form is not
 * cut from the middle of one. */
static size_t token_start(const Prose *prose, size_t start, size_t floor)
{
    while (start > floor) {
        unsigned char c = (unsigned char)prose->text.data[start - 1];
        if (!ascii_is_alpha(c) && !ascii_is_digit(c) && c != '-' && c != ',' && c != '\'')
            break;
        start--;
    }
    return start;
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
    bool has_digits = str_starts_with(word, digits) && word.data[digits.len] == '-';
    bool is_first = str_eq(digits, STR("1")) && str_eq_nocase(word, STR("first "));
    return has_digits || is_first ? at : start;
}

/* Long form before byte END, where SHORT_SPAN stands behind it. */
static bool explain_before(const Prose *prose, Span short_span, size_t end, double least,
                           ExplanationList *list)
{
    Str short_form = span_of(short_span, prose->text);
    if (!short_form_fits(short_form))
        return false;
    size_t end_word = word_index_from(prose, end);
    if (end_word == 0)
        return false;
    size_t first = window_start(prose, end_word, count_letters(short_form));
    AlignMatch alignment;
    if (!acronym_align(&(AlignWindow){ prose, first, end_word, false }, short_form, &alignment))
        return false;
    size_t start = token_start(prose, prose->words[alignment.first_word].start,
                               prose->words[first].start);
    start = with_moved_digit(prose, start, short_form);
    Span long_span = trim_span(prose->text, (Span){ start, end });
    if (alignment.reliability < need_for(short_form, least) ||
        !may_explain(span_of(long_span, prose->text), short_form, alignment.reliability))
        return false;
    add(prose, short_span, long_span, alignment.reliability, list);
    return true;
}

/* One word with capitals or digits inside: "L1CAM" explains nothing. */
static bool is_symbol(Str text)
{
    if (has_space(text))
        return false;
    for (size_t i = 1; i < text.len; i++)
        if (text.data[i - 1] != '-' && !ascii_is_lower((unsigned char)text.data[i]) && text.data[i] != '-')
            return true;
    return false;
}

/* Long form that is just LONG_SPAN, or begins it and ends at a comma or semicolon. */
static bool explain_after(const Prose *prose, Span short_span, Span long_span, double least,
                          ExplanationList *list)
{
    Str short_form = span_of(short_span, prose->text);
    size_t first = word_index_from(prose, long_span.start);
    size_t end_word = word_index_from(prose, long_span.end);
    double best = need_for(short_form, least);
    Span best_span = { 0, 0 };
    for (size_t w = first + 1; w <= end_word; w++) {
        size_t end = word_span(&prose->words[w - 1]).end;
        char next = byte_at(prose, end);
        if (w < end_word && next != ',' && next != ';' && next != ':')
            continue;
        AlignMatch alignment;
        if (acronym_align(&(AlignWindow){ prose, first, w, true }, short_form, &alignment) &&
            alignment.reliability >= best) {
            best = alignment.reliability;
            best_span = (Span){ long_span.start, w == end_word ? long_span.end : end };
        }
        if (next == ';')
            break;
    }
    best_span = balance_span(prose->text, best_span);
    if (span_is_empty(best_span) || is_symbol(span_of(best_span, prose->text)) ||
        !may_explain(span_of(best_span, prose->text), short_form, best))
        return false;
    add(prose, short_span, best_span, best, list);
    return true;
}

/* As explain_after, with or without the words that introduce the long form: the "A" of
 * "A Disintegrin And Metalloprotease" belongs to it. */
static bool explain_behind(const Prose *prose, Span short_span, Span long_span, double least,
                           ExplanationList *list)
{
    if (!short_form_fits(span_of(short_span, prose->text)))
        return false;
    Span bare = skip_cues(prose, trim_span(prose->text, long_span));
    return explain_after(prose, short_span, trim_span(prose->text, long_span), least, list) ||
           (bare.start != long_span.start && explain_after(prose, short_span, bare, least, list));
}

/* The pieces of a bracket, parted by commas, semicolons, "or" and "and". */
static size_t split_pieces(const Prose *prose, Span content, Span pieces[PIECES_MAX])
{
    size_t n = 0, start = content.start, depth = 0;
    for (size_t i = content.start; i <= content.end; i++) {
        char c = i < content.end ? prose->text.data[i] : ';';
        depth += c == '(' || c == '[';
        depth -= (c == ')' || c == ']') && depth;
        size_t skip = 0;
        Str rest = str_sub(prose->text, i, content.end);
        if (i == content.end || (!depth && (c == ';' || c == ':' || (c == ',' && rest.len > 1 && rest.data[1] == ' '))))
            skip = 1;
        else if (!depth && str_starts_with(rest, STR(" or ")))
            skip = 4;
        else if (!depth && str_starts_with(rest, STR(" and ")))
            skip = 5;
        if (!skip)
            continue;
        Span piece = skip_cues(prose, trim_span(prose->text, (Span){ start, i }));
        if (!span_is_empty(piece) && n < PIECES_MAX)
            pieces[n++] = piece;
        start = i + skip;
        i += skip - 1;
    }
    return n;
}

/* "excitatory (E)": one capital that is no number of a list, "(A) … (B)". */
static bool explain_one_letter(const Prose *prose, size_t open, Span short_span,
                               ExplanationList *list)
{
    char letter = prose->text.data[short_span.start];
    if (span_len(short_span) != 1 || !ascii_is_upper((unsigned char)letter) || letter == 'A')
        return false;
    const char beside[] = { '(', (char)(letter - 1), ')', '\0', '(', (char)(letter + 1), ')', '\0' };
    if (str_find(prose->text, str_of(beside), 0) < prose->text.len ||
        str_find(prose->text, str_of(beside + 4), 0) < prose->text.len)
        return false;
    size_t end_word = word_index_from(prose, open);
    if (!end_word || prose->words[end_word - 1].len < 3)
        return false;
    const Word *word = &prose->words[end_word - 1];
    if (ascii_upper(prose->text.data[word->start]) != letter || word->gap == GAP_HYPHEN)
        return false;
    add(prose, short_span, trim_span(prose->text, (Span){ word->start, open }), NEED.in_bracket, list);
    return true;
}

/* "LONG FORM (SHORT; remark)", "LONG FORM (SHORT or OTHER)". */
static bool explain_from_outside(const Prose *prose, size_t open, const Span *pieces,
                                 size_t n_pieces, ExplanationList *list)
{
    size_t n_before = list->len;
    for (size_t i = 0; i < n_pieces; i++) {
        double least = i ? NEED.in_bracket : 0;
        if (n_pieces > 1 && !count_capitals(span_of(pieces[i], prose->text)))
            continue;
        explain_before(prose, pieces[i], open, least, list);
        if (!i && list->len == n_before && count_letters(span_of(pieces[0], prose->text)) < 2)
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
        size_t first = word_index_from(prose, content.start);
        size_t end_word = word_index_from(prose, pieces[i].start);
        AlignMatch alignment;
        if (first < end_word &&
            acronym_align(&(AlignWindow){ prose, first, end_word, false }, short_form, &alignment) &&
            alignment.reliability >= NEED.apart) {
            Span long_span = { prose->words[alignment.first_word].start, pieces[i - 1].end };
            if (span_is_empty(long_span))
                continue;
            add(prose, pieces[i], long_span, alignment.reliability, list);
            return true;
        }
    }
    return false;
}

/* "(SHORT, LONG FORM)" and "(SHORT = LONG FORM)" within one bracket. */
static bool explain_reversed(const Prose *prose, Span content, ExplanationList *list)
{
    size_t end = content.start;
    while (end < content.end && !strchr(" ,=:;", prose->text.data[end]))
        end++;
    size_t rest = end;
    while (rest < content.end && strchr(" ,=:;", prose->text.data[rest]))
        rest++;
    Span short_span = trim_span(prose->text, (Span){ content.start, end });
    if (rest <= end + (prose->text.data[end] == ' ') || rest >= content.end ||
        count_capitals(span_of(short_span, prose->text)) < 2)
        return false;
    return explain_behind(prose, short_span, (Span){ rest, content.end }, NEED.several_words, list);
}

/* The run of characters without a space that ends before byte END. */
static Span token_before(const Prose *prose, size_t end)
{
    Span span = trim_span(prose->text, (Span){ 0, end });
    size_t start = span.end;
    while (start > 0 && !ascii_is_space((unsigned char)prose->text.data[start - 1]) &&
           prose->text.data[start - 1] != '(' && prose->text.data[start - 1] != '[')
        start--;
    return trim_span(prose->text, (Span){ start, span.end });
}

static void look_into_bracket(const Prose *prose, size_t open, size_t close, ExplanationList *list)
{
    Span content = trim_span(prose->text, (Span){ open + 1, close });
    Span pieces[PIECES_MAX];
    size_t n_pieces = split_pieces(prose, content, pieces);
    if (!n_pieces)
        return;
    if (close + 1 < prose->text.len && ascii_is_alpha((unsigned char)prose->text.data[close + 1]))
        return;
    bool is_attached = open && !ascii_is_space((unsigned char)prose->text.data[open - 1]);
    if (is_attached && count_capitals(span_of(pieces[0], prose->text)) < 2)
        return;
    if (explain_from_outside(prose, open, pieces, n_pieces, list) ||
        explain_one_letter(prose, open, pieces[0], list))
        return;
    if (explain_inside(prose, content, pieces, n_pieces, list) ||
        explain_reversed(prose, content, list))
        return;
    Span token = token_before(prose, open);
    if (count_capitals(span_of(token, prose->text)) || span_len(token) <= 6)
        explain_behind(prose, token, content, NEED.in_bracket, list);
}

void explanations_in_brackets(const Prose *prose, ExplanationList *list)
{
    static const char opens[] = { '(', '[' };
    for (size_t k = 0; k < sizeof opens; k++) {
        const char *end = prose->text.data + prose->text.len;
        for (const char *at = prose->text.data; at && at < end; at++) {
            at = memchr(at, opens[k], (size_t)(end - at));
            if (!at)
                break;
            size_t open = (size_t)(at - prose->text.data);
            size_t close = find_close(prose->text, open);
            if (close)
                look_into_bracket(prose, open, close, list);
        }
    }
}

/* Verbs and signs that stand between a short form and its long form. */
static bool skip_meaning(const Prose *prose, size_t *word)
{
    static const char *const phrases[] = {
        "stands for",          "stood for",           "standing for", "is short for",
        "which stands for",    "short for",           "means",        "meaning",
        "is an acronym for",   "is an abbreviation for", "is an abbreviation of",
        "is the abbreviation for", "is the acronym for", "refers to", "denotes",
    };
    Str rest = str_sub(prose->text, prose->words[*word].start, prose->text.len);
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++) {
        Str phrase = str_of(phrases[i]);
        if (!str_starts_with(rest, phrase) || byte_at(prose, prose->words[*word].start + phrase.len) != ' ')
            continue;
        *word = word_index_from(prose, prose->words[*word].start + phrase.len);
        return *word < prose->n_words;
    }
    return false;
}

/* The end of the clause that word INDEX stands in: a stop, a semicolon, a bracket or a
 * line end behind it. */
static size_t clause_end(const Prose *prose, size_t index)
{
    size_t end = prose_sentence_at(prose, index)->span.end;
    for (size_t i = prose->words[index].start; i < end; i++)
        if (strchr(";()\n", prose->text.data[i]))
            return i;
    while (end > prose->words[index].start && strchr(".!?", prose->text.data[end - 1]))
        end--;
    return end;
}

/* Where a line begins, "ICB: integrated care board", as in a glossary. */
static bool opens_line(const Prose *prose, size_t offset)
{
    Str before = str_sub(prose->text, 0, offset);
    while (before.len && strchr(" *\"\t", before.data[before.len - 1]))
        before.len--;
    return !before.len || before.data[before.len - 1] == '\n';
}

/* A colon, dash, equals sign or wide gap at OFFSET; how many bytes, 0 when none. */
static size_t separator_length(Str text, size_t offset)
{
    size_t i = offset, n_spaces = 0;
    bool has_sign = false;
    for (; i < text.len; i++) {
        Str rest = str_sub(text, i, text.len);
        if (text.data[i] == ' ')
            n_spaces++;
        else if (text.data[i] == '\t')
            has_sign = true;
        else if (!has_sign && strchr(":=-", text.data[i]))
            has_sign = true;
        else if (!has_sign && (str_starts_with(rest, STR("\xE2\x80\x93")) ||
                               str_starts_with(rest, STR("\xE2\x80\x94"))))
            has_sign = true, i += 2;
        else
            break;
    }
    return has_sign || n_spaces >= 2 ? i - offset : 0;
}

/* "SHORT stands for LONG FORM", and "SHORT: LONG FORM" on a line of its own. */
static bool explain_to_right(const Prose *prose, size_t first, const ShortForm *form,
                             ExplanationList *list)
{
    size_t next = form->last_word + 1;
    if (next >= prose->n_words)
        return false;
    size_t word = next;
    if (prose->words[next].gap != GAP_STOP && skip_meaning(prose, &word)) {
        Span rest = { prose->words[word].start, clause_end(prose, word) };
        return explain_behind(prose, form->span, rest, NEED.in_bracket, list);
    }
    size_t separator = separator_length(prose->text, form->span.end);
    if (!separator || form->span.end + separator != prose->words[next].start)
        return false;
    bool is_item = opens_line(prose, prose->words[first].start);
    Span rest = { prose->words[next].start, clause_end(prose, next) };
    return explain_behind(prose, form->span, rest, is_item ? NEED.in_bracket : NEED.apart, list);
}

/* Are all of the words FIRST to LAST cues? */
static size_t cues_before(const Prose *prose, size_t index, bool *ret_is_strong)
{
    size_t first = index;
    *ret_is_strong = false;
    while (first > 0) {
        Str word = word_text(prose, &prose->words[first - 1]);
        if (!is_cue(word) || str_eq(word, STR("and")) || str_eq(word, STR("in")) ||
            str_eq(word, STR("for")) || prose->words[first - 1].gap == GAP_STOP)
            break;
        *ret_is_strong |= word.len > 3 || str_eq(word, STR("or"));
        first--;
    }
    return *ret_is_strong ? first : index;
}

/* "LONG FORM, SHORT", "LONG FORM, or SHORT", "LONG FORM, hereafter SHORT". */
static bool explain_to_left(const Prose *prose, size_t first, const ShortForm *form,
                            ExplanationList *list)
{
    bool is_strong;
    size_t cue = cues_before(prose, first, &is_strong);
    if (cue == 0 || count_capitals(form->text) < 2)
        return false;
    size_t end = word_span(&prose->words[cue - 1]).end;
    Str gap = str_sub(prose->text, end, prose->words[cue].start);
    bool is_set_off = gap.len && (gap.data[0] == ',' || str_find(gap, STR("\xE2\x80\x93"), 0) < gap.len ||
                                  str_find(gap, STR("\xE2\x80\x94"), 0) < gap.len);
    if (!is_strong && !is_set_off)
        return false;
    size_t n_before = list->len;
    if (!explain_before(prose, form->span, end, NEED.apart, list))
        return false;
    Explanation *found = array_last(list);
    if (!is_strong && !has_space(span_of(found->long_span, prose->text)))
        list->len = n_before;
    return list->len > n_before;
}

void explanations_around(const Prose *prose, size_t first, const ShortForm *form,
                         ExplanationList *list)
{
    size_t next = form->last_word + 1;
    bool is_piece = next < prose->n_words && (prose->words[next].gap == GAP_HYPHEN ||
                                              prose->words[next].gap == GAP_SLASH);
    if (is_piece || prose->words[first].gap == GAP_HYPHEN)
        return;
    if (!explain_to_right(prose, first, form, list))
        explain_to_left(prose, first, form, list);
}

void explanations_in_markup(const Prose *prose, ExplanationList *list)
{
    const SourceMap *map = &prose->map;
    for (size_t i = 0; i < map->n_segments; i++) {
        const Node *node = map->segments[i].node->parent;
        if (!node || node->kind != NODE_ABBREVIATION || !node->as.abbreviation.title.len)
            continue;
        size_t end = i + 1 < map->n_segments ? map->segments[i + 1].text_start : map->text_len;
        Span span = trim_span(prose->text, (Span){ map->segments[i].text_start, end });
        if (short_form_fits(span_of(span, prose->text)))
            array_push(list, (Explanation){ .short_form = span_of(span, prose->text),
                                            .prose = prose,
                                            .short_span = span,
                                            .long_span = span,
                                            .long_form = node->as.abbreviation.title,
                                            .reliability = 1 });
    }
}
