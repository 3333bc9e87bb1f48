#include "check/acronym_places.h"

#include "check/acronym_definition.h"
#include "check/acronym_text.h"

/* A long form ends before so many bytes. */
enum { CLAUSE_BYTES_MAX = 300 };

/* If the words from *WORD on say that a meaning follows ("stands for"), moves *WORD
 * behind them. */
static bool skip_meaning(const Prose *prose, size_t *word)
{
    static const char *const phrases[] = {
        "stands for",
        "stood for",
        "standing for",
        "is short for",
        "which stands for",
        "short for",
        "means",
        "meaning",
        "is an acronym for",
        "is an abbreviation for",
        "is an abbreviation of",
        "is the abbreviation for",
        "is the acronym for",
        "refers to",
        "denotes",
    };
    size_t start = prose->words[*word].start;
    if (!strchr("dimrsw", byte_at(prose, start)))
        return false;
    Str rest = str_sub(prose->text, start, prose->text.len);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        if (phrases[i][0] != rest.data[0])
            continue;
        Str phrase = str_of(phrases[i]);
        if (!str_starts_with(rest, phrase) || byte_at(prose, start + phrase.len) != ' ')
            continue;
        *word = prose_word_from(prose, start + phrase.len);
        return *word < prose->n_words;
    }
    return false;
}

static bool ends_clause(char c)
{
    return c == ';' || c == '(' || c == ')' || c == '\n' || c == '\0';
}

/* The end of the clause that word INDEX stands in: a stop, a semicolon, a bracket or a
 * line end behind it. */
static size_t clause_end(const Prose *prose, size_t index)
{
    size_t start = prose->words[index].start, end = sentence_of_word(prose, index)->span.end;
    if (end > start + CLAUSE_BYTES_MAX)
        end = start + CLAUSE_BYTES_MAX;
    for (size_t i = start; i < end; i++)
        if (ends_clause(prose->text.data[i]))
            return i;
    while (end > start && strchr(".!?", prose->text.data[end - 1]))
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

static bool is_dash(Str text)
{
    return str_starts_with(text, STR("\xE2\x80\x93")) || str_starts_with(text, STR("\xE2\x80\x94"));
}

static bool holds_dash(Str gap)
{
    return gap.len >= 3 && (str_find(gap, STR("\xE2\x80\x93"), 0) < gap.len ||
                            str_find(gap, STR("\xE2\x80\x94"), 0) < gap.len);
}

/* A colon, dash, equals sign or wide gap at OFFSET; how many bytes, 0 when none. */
static size_t separator_length(Str text, size_t offset)
{
    size_t i = offset, n_spaces = 0;
    bool has_sign = false;
    for (; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == ' ')
            n_spaces++;
        else if (c == '\t')
            has_sign = true;
        else if (!has_sign && (c == ':' || c == '=' || c == '-'))
            has_sign = true;
        else if (!has_sign && c == 0xE2 && is_dash(str_sub(text, i, text.len)))
            has_sign = true, i += 2;
        else
            break;
    }
    return has_sign || n_spaces >= 2 ? i - offset : 0;
}

/* Is LONG_FORM one word of several parts, such as a setting's name, "contain-intrinsic-size"? */
static bool is_compound(Str long_form)
{
    return !has_space(long_form) && has_byte(long_form, '-');
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
        Span rest = {prose->words[word].start, clause_end(prose, word)};
        return explain_behind(prose, form->span, rest, NEED_IN_BRACKET, list);
    }
    size_t separator = separator_length(prose->text, form->span.end);
    if (!separator || form->span.end + separator != prose->words[next].start)
        return false;
    bool is_item = opens_line(prose, prose->words[first].start);
    Span rest = {prose->words[next].start, clause_end(prose, next)};
    size_t n_before = list->len;
    if (!explain_behind(prose, form->span, rest, is_item ? NEED_IN_BRACKET : NEED_APART, list))
        return false;
    const Explanation *found = array_last(list);
    if (is_compound(span_of(found->long_span, prose->text)) && found->reliability < NEED_SEVERAL)
        list->len = n_before;
    return list->len > n_before;
}

/* The first of the cues right before word INDEX, when one of them says plainly that a
 * short form follows; else INDEX. */
static size_t cues_before(const Prose *prose, size_t index, bool *ret_is_strong)
{
    size_t first = index;
    *ret_is_strong = false;
    while (first > 0) {
        Str word = word_text(prose, &prose->words[first - 1]);
        if (!is_cue(prose, first - 1) || str_eq(word, STR("and")) || str_eq(word, STR("in")) ||
            str_eq(word, STR("for")) || prose->words[first - 1].gap == GAP_STOP)
            break;
        *ret_is_strong |= word.len > 3 || str_eq(word, STR("or"));
        first--;
    }
    return *ret_is_strong ? first : index;
}

/* Does a comma, stop or bracket close what ends at OFFSET? ("New York, NY 10021" does
 * not explain.) */
static bool is_set_off_behind(const Prose *prose, size_t offset)
{
    while (byte_at(prose, offset) == '"' || byte_at(prose, offset) == '\'')
        offset++;
    char c = byte_at(prose, offset);
    return !c || strchr(",.;:)]?!\n", c);
}

/* "LONG FORM, SHORT", "LONG FORM, or SHORT", "LONG FORM, hereafter SHORT". */
static bool explain_to_left(const Prose *prose, size_t first, const ShortForm *form,
                            ExplanationList *list)
{
    if (!first)
        return false;
    bool is_strong;
    size_t cue = cues_before(prose, first, &is_strong);
    if (cue == 0)
        return false;
    size_t end = word_span(&prose->words[cue - 1]).end;
    Str gap = str_sub(prose->text, end, prose->words[cue].start);
    bool is_set_off = gap.len && (gap.data[0] == ',' || holds_dash(gap));
    if (!is_strong && (!is_set_off || !is_set_off_behind(prose, form->span.end)))
        return false;
    if (count_capitals(form->text) < 2)
        return false;
    size_t n_before = list->len;
    if (!explain_before(prose, form->span, end, NEED_APART, list))
        return false;
    Explanation *found = array_last(list);
    if (!has_space(span_of(found->long_span, prose->text)))
        list->len = n_before;
    return list->len > n_before;
}

/* "the integrated care board ICB": words with just its initials right before it. */
static bool explain_beside(const Prose *prose, size_t first, const ShortForm *form,
                           ExplanationList *list)
{
    if (!first || prose->words[first].gap != GAP_SPACE)
        return false;
    const Word *before = &prose->words[first - 1];
    Str word = word_text(prose, before);
    if (ascii_upper(word.data[0]) != form->text.data[form->text.len - 1] ||
        count_capitals(form->text) != form->text.len || is_linking_word(word) ||
        is_function_word(word))
        return false;
    size_t n_before = list->len;
    if (!explain_before(prose, form->span, word_span(before).end, NEED_EXACT, list))
        return false;
    Str long_form = span_of(array_last(list)->long_span, prose->text);
    if (!has_space(long_form) && str_find(long_form, STR("-"), 0) == long_form.len)
        list->len = n_before;
    return list->len > n_before;
}

void explanations_around(const Prose *prose, size_t first, const ShortForm *form,
                         ExplanationList *list)
{
    size_t next = form->last_word + 1;
    bool is_piece = next < prose->n_words &&
                    (prose->words[next].gap == GAP_HYPHEN || prose->words[next].gap == GAP_SLASH);
    if (is_piece || prose->words[first].gap == GAP_HYPHEN)
        return;
    if (!explain_to_right(prose, first, form, list) && !explain_to_left(prose, first, form, list))
        explain_beside(prose, first, form, list);
}

void explanations_in_markup(const Prose *prose, ExplanationList *list)
{
    const SourceMap *map = &prose->map;
    for (size_t i = 0; i < map->n_segments; i++) {
        const Node *node = map->segments[i].node->parent;
        if (!node || node->kind != NODE_ABBREVIATION || !node->as.abbreviation.title.len)
            continue;
        size_t end = i + 1 < map->n_segments ? map->segments[i + 1].text_start : map->text_len;
        Span span = trim_marks(prose->text, (Span){map->segments[i].text_start, end});
        if (short_form_fits(span_of(span, prose->text)))
            array_push(list, (Explanation){.short_form = span_of(span, prose->text),
                                           .prose = prose,
                                           .short_span = span,
                                           .long_span = span,
                                           .long_form = node->as.abbreviation.title,
                                           .reliability = 1});
    }
}
