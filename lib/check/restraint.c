#include "check/restraint.h"

#include "check/word_set.h"

static const char *const glossary_headings[] = {"glossary",
                                                "jargon buster",
                                                "abbreviations",
                                                "acronyms",
                                                "definitions",
                                                "definition of terms",
                                                "explanation of terms",
                                                "terms used",
                                                "terminology",
                                                "what the words mean",
                                                "key terms"};
static const char *const avoid_headings[] = {
    "words to avoid",   "language to avoid",  "terms to avoid", "phrases to avoid",
    "words not to use", "plain english list", "a to z of words"};
static const char *const avoid_cells[] = {
    "avoid",        "instead of",       "do not use",  "don't use",  "don’t use",
    "do not say",   "don't say",        "don’t say",   "not this",   "rather than",
    "less helpful", "we no longer say", "stop saying", "out of date"};
static const char *const term_cells[] = {"term",          "terms",      "word",     "words",
                                         "phrase",        "acronym",    "acronyms", "abbreviation",
                                         "abbreviations", "expression", "initials"};
static const char *const meaning_cells[] = {
    "meaning",    "means",   "definition", "definitions",   "description",  "explanation",
    "stands for", "in full", "full name",  "plain english", "what it means"};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static uint64_t phrase_hash(const Prose *prose, size_t first, size_t last)
{
    uint64_t hash = 0;
    for (size_t i = first; i <= last; i++)
        hash = (hash ^ prose->words[i].hash) * UINT64_C(0x9E3779B97F4A7C15) + 1;
    return hash;
}

void restraint_learn(Restraint *restraint, const Prose *prose, size_t first, size_t last)
{
    if (!restraint_knows(restraint, prose, first, last))
        array_push(&restraint->explained, phrase_hash(prose, first, last));
}

bool restraint_knows(const Restraint *restraint, const Prose *prose, size_t first, size_t last)
{
    if (!restraint->explained.len)
        return false;
    uint64_t hash = phrase_hash(prose, first, last);
    for (size_t i = 0; i < restraint->explained.len; i++)
        if (restraint->explained.items[i] == hash)
            return true;
    return false;
}

void restraint_free(Restraint *restraint)
{
    array_free(&restraint->explained);
}

/* Blocks that are kept as a whole. */

typedef enum TableUse { TABLE_DATA, TABLE_GLOSSARY, TABLE_AVOID } TableUse;

/* What the first row of TABLE says it is for. */
static TableUse table_use(const Node *table)
{
    const Node *row = node_first_row(table);
    bool has_term = false, has_meaning = false, has_avoid = false;
    Buf text = {0};
    for (const Node *cell = row ? row->first_child : NULL; cell; cell = cell->next) {
        buf_clear(&text);
        node_append_text(cell, &text);
        Str heading = buf_str(&text);
        if (heading.len > 60)
            continue;
        has_term = has_term || has_any_words(heading, term_cells, COUNT(term_cells));
        has_meaning = has_meaning || has_any_words(heading, meaning_cells, COUNT(meaning_cells));
        has_avoid = has_avoid || has_any_words(heading, avoid_cells, COUNT(avoid_cells));
    }
    buf_free(&text);
    return has_avoid ? TABLE_AVOID : has_term && has_meaning ? TABLE_GLOSSARY : TABLE_DATA;
}

/* The words of PROSE up to the first mark that parts a term from its meaning. */
static void learn_entry(Restraint *restraint, const Prose *prose)
{
    size_t last = 0;
    while (last + 1 < prose->n_words && last < 7 &&
           (prose->words[last + 1].gap == GAP_SPACE || prose->words[last + 1].gap == GAP_HYPHEN))
        last++;
    if (prose->n_words && last < 7)
        restraint_learn(restraint, prose, 0, last);
}

static bool opens_row(const Node *block)
{
    const Node *cell = node_ancestor(block, NODE_TABLE_CELL);
    return cell && !cell->previous;
}

/* A PATH of headings differs from the one before in its last. *DEPTH is how many of them lead
 * to the one that is called by any of NAMES; 0 when none is. */
static void follow_headings(StrList path, const char *const *names, size_t n_names, size_t *depth)
{
    if (!path.len || (*depth && *depth < path.len))
        return;
    Str last = path.items[path.len - 1];
    *depth = last.len < 60 && has_any_words(last, names, n_names) ? path.len : 0;
}

Restraint restraint_of(const ProseList *proses, const StrList *headings, Arena *arena)
{
    Restraint restraint = {0};
    bool *is_kept = arena_new_array(arena, bool, proses->len);
    const Node *table = NULL;
    const Str *path = NULL;
    TableUse use = TABLE_DATA;
    size_t glossary_depth = 0, avoid_depth = 0;
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        const Node *above = node_ancestor(prose->block, NODE_TABLE);
        if (above && above != table)
            use = table_use(above);
        table = above ? above : table;
        if (headings[i].items != path) {
            path = headings[i].items;
            follow_headings(headings[i], glossary_headings, COUNT(glossary_headings),
                            &glossary_depth);
            follow_headings(headings[i], avoid_headings, COUNT(avoid_headings), &avoid_depth);
        }
        bool in_glossary = path && glossary_depth, in_avoid = path && avoid_depth;
        bool is_entry = in_glossary || prose->block->kind == NODE_DEFINITION_TERM ||
                        (above && use == TABLE_GLOSSARY);
        if (is_entry && prose->block->kind != NODE_HEADING && (!above || opens_row(prose->block)))
            learn_entry(&restraint, prose);
        is_kept[i] = is_entry || in_avoid || (above && use == TABLE_AVOID) ||
                     node_ancestor(prose->block, NODE_BLOCK_QUOTE);
    }
    restraint.is_kept = is_kept;
    return restraint;
}

/* Words that are not the paper's own. */

bool words_are_quoted(const Prose *prose, size_t first, size_t last)
{
    const unsigned kept = WORD_IN_QUOTE | WORD_IN_CODE | WORD_IN_ADDRESS;
    for (size_t i = first; i <= last; i++)
        if (prose->words[i].shape & kept)
            return true;
    return false;
}

static bool is_italic(const Prose *prose, size_t word_index)
{
    if (word_index >= prose->n_words || !(prose->words[word_index].shape & WORD_IN_EMPHASIS))
        return false;
    const Segment *segment = source_map_segment(&prose->map, prose->words[word_index].start);
    return segment && node_ancestor(segment->node, NODE_EMPHASIS);
}

bool words_are_mentioned(const Prose *prose, size_t first, size_t last)
{
    if (is_italic(prose, first) && is_italic(prose, last) &&
        !(first && is_italic(prose, first - 1)) && !is_italic(prose, last + 1) &&
        (first || last + 1 < prose->n_words))
        return true;
    if (!first)
        return false;
    if (word_is_any(prose, first - 1, "say saying"))
        return true;
    return first >= 2 &&
           word_is_any(prose, first - 1,
                       "term terms word words phrase phrases expression label labels jargon") &&
           word_is_any(prose, first - 2, "the this these a as");
}

/* Words with which a bracket points elsewhere or goes on, but explains nothing. */
static const char not_explaining[] = "see as at page p pp appendix annex section para paragraph "
                                     "table figure chart and including excluding up down from but "
                                     "if v version ref item agenda attached by in on for to of "
                                     "with per both all also which chair chaired";

/* Of the words in brackets behind LAST: at least three, most of them words. */
static bool is_glossed(const Prose *prose, size_t last)
{
    size_t end = word_span(&prose->words[last]).end;
    Str after = str_trim(str_sub(prose->text, end, prose->text.len));
    if (!after.len || after.data[0] != '(' || word_is_any(prose, last + 1, not_explaining))
        return false;
    const char *close = memchr(after.data, ')', after.len);
    size_t close_at = close ? (size_t)(close - prose->text.data) : prose->text.len;
    size_t n_words = 0, n_other = 0;
    for (size_t i = last + 1; i < prose->n_words && prose->words[i].start < close_at; i++) {
        const unsigned not_plain = WORD_HAS_DIGIT | WORD_ALL_UPPER | WORD_FIRST_UPPER;
        n_words++;
        n_other += i > last + 1 && (prose->words[i].shape & not_plain);
    }
    return n_words >= 3 && 2 * n_other < n_words;
}

/* "enough members present (quorate)": alone in brackets. */
static bool is_bracketed(const Prose *prose, size_t first, size_t last)
{
    size_t start = prose->words[first].start, end = word_span(&prose->words[last]).end;
    return first >= 2 && prose->text.data[start - 1] == '(' && end < prose->text.len &&
           prose->text.data[end] == ')';
}

static bool is_told_by_means(const Prose *prose, size_t last)
{
    return word_is_any(prose, last + 1, "means meaning") &&
           prose->words[last + 1].gap != GAP_STOP &&
           !word_is_any(prose, last + 2, "that it we they there this");
}

/* What stands in the bracket behind word LAST when it opens with words that say it is an
 * explanation: others hold examples and asides as well. */
static Span told_in_bracket(const Prose *prose, size_t last)
{
    static const char *const cues[] = {"i.e. ",        "i.e., ",      "ie ",
                                       "that is ",     "that is, ",   "meaning ",
                                       "which means ", "this means ", "in other words, "};
    Str text = prose->text;
    size_t start = word_span(&prose->words[last]).end;
    while (start < text.len && text.data[start] == ' ')
        start++;
    if (start == text.len || text.data[start] != '(')
        return (Span){0, 0};
    Str inside = str_sub(text, start + 1, str_find(text, STR(")"), start));
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
        size_t len = strlen(cues[i]);
        if (str_eq_nocase(str_sub(inside, 0, len), str_of(cues[i])))
            return (Span){start + 1 + len, start + 1 + inside.len};
    }
    return (Span){0, 0};
}

/* "Quorate means …", where the sentence begins with the word. */
static Span told_by_sentence(const Prose *prose, size_t first, size_t last)
{
    const Sentence *sentence = prose_sentence_at(prose, last);
    if (first > sentence->first_word + 1 || !is_told_by_means(prose, last) ||
        !word_is_any(prose, last + 1, "means") || last + 2 >= prose->n_words)
        return (Span){0, 0};
    Span span = {prose->words[last + 2].start, sentence->span.end};
    while (span.end > span.start && strchr(". \n", prose->text.data[span.end - 1]))
        span.end--;
    return span;
}

Span words_explanation(const Prose *prose, size_t first, size_t last)
{
    Span span = told_by_sentence(prose, first, last);
    return span_is_empty(span) ? told_in_bracket(prose, last) : span;
}

bool words_are_explained(const Prose *prose, size_t first, size_t last)
{
    if (is_glossed(prose, last) || is_bracketed(prose, first, last))
        return true;
    if (first >= 1 && word_is_any(prose, first - 1, "called termed"))
        return true;
    if (first >= 2 && word_is_any(prose, first - 1, "as") && word_is_any(prose, first - 2, "known"))
        return true;
    if (is_told_by_means(prose, last))
        return true;
    return (word_is_any(prose, last + 1, "is") && word_is_any(prose, last + 2, "when where")) ||
           (word_is_any(prose, last + 1, "refers") && word_is_any(prose, last + 2, "to")) ||
           (word_is_any(prose, last + 1, "that") && word_is_any(prose, last + 2, "is") &&
            prose->words[last + 1].gap == GAP_COMMA);
}
