/* access.text-allcaps: several words in a row in capitals. */
#include "check/access.h"
#include "check/checks.h"

/* Words that no name or acronym is, whatever a lexicon knows. */
static const char *const plain_words[] = {
    "THE",  "AND",  "OF",   "TO",   "IN",  "FOR",  "ON", "IS", "ARE",  "BE",     "WILL",
    "NOT",  "WITH", "THIS", "THAT", "ALL", "FROM", "BY", "AT", "OR",   "YOUR",   "YOU",
    "MUST", "HAVE", "HAS",  "WE",   "OUR", "ANY",  "NO", "DO", "BEEN", "PLEASE",
};

static bool is_plain_word(Str word)
{
    for (size_t i = 0; i < sizeof plain_words / sizeof plain_words[0]; i++)
        if (str_eq(word, str_of(plain_words[i])))
            return true;
    return false;
}

static bool style_is_caps(const Prose *prose, const Word *word)
{
    const Segment *segment = source_map_segment(&prose->map, word->start);
    const TextStyle *style = segment ? segment->node->text_style : NULL;
    return style && style->all_caps;
}

/* Does a style make any letters of PROSE capitals? */
static bool has_caps_style(const Prose *prose)
{
    for (size_t i = 0; i < prose->map.n_segments; i++) {
        const TextStyle *style = prose->map.segments[i].node->text_style;
        if (style && style->all_caps)
            return true;
    }
    return false;
}

/* Nothing is read as the author's language there: code, addresses, and labels that
 * a text quotes as they stand on a screen or a form. */
static bool is_out_of_text(const Word *word)
{
    return word->shape & (WORD_IN_CODE | WORD_IN_ADDRESS | WORD_IN_QUOTE);
}

static bool is_in_capitals(const Prose *prose, const Word *word)
{
    bool has_letters = (word->shape & WORD_HAS_LETTER) && !is_out_of_text(word);
    return has_letters && ((word->shape & WORD_ALL_UPPER) || style_is_caps(prose, word));
}

/* Written small, would it be an ordinary word? Not so acronyms, codes and names. */
static bool is_ordinary(const CheckContext *context, const Prose *prose, const Word *word)
{
    Str text = word_text(prose, word);
    if (word->shape & WORD_HAS_DIGIT)
        return false;
    bool is_typed_small = !(word->shape & WORD_ALL_UPPER); /* a style makes it capitals */
    if (is_typed_small || is_plain_word(text))
        return true;
    Lexicon *lexicon = context->checker->lexicon;
    if (lexicon && lexicon_is_available(lexicon))
        return text.len > 3 && lexicon_knows_lower(lexicon, text);
    return text.len > 5;
}

/* Does the word after a gap like this still belong to the run? */
static bool is_joined(const Word *word)
{
    switch ((WordGap)word->gap) {
    case GAP_SPACE:
    case GAP_HYPHEN:
    case GAP_SLASH:
    case GAP_AMPERSAND:
    case GAP_COMMA:
    case GAP_STOP:
        return true;
    default:
        return false;
    }
}

typedef struct CapsRun {
    size_t first, last; /* words in capitals at its ends */
    size_t n_words;
} CapsRun;

/* The run of capitals that begins with word FIRST; numbers may stand inside. */
static CapsRun caps_run(const Prose *prose, size_t first)
{
    CapsRun run = {.first = first, .last = first};
    for (size_t i = first; i < prose->n_words; i++) {
        const Word *word = &prose->words[i];
        bool is_number = !(word->shape & WORD_HAS_LETTER);
        if ((i > first && !is_joined(word)) || (!is_number && !is_in_capitals(prose, word)))
            break;
        if (is_number)
            continue;
        run.n_words++;
        run.last = i;
    }
    return run;
}

/* Acronyms, codes and names in a row are no shouting. */
static bool is_mostly_ordinary(const CheckContext *context, const Prose *prose, CapsRun run)
{
    size_t n = 0;
    for (size_t i = run.first; i <= run.last; i++)
        n += is_ordinary(context, prose, &prose->words[i]);
    return 2 * n >= run.n_words;
}

static void check_block(CheckContext *context, const Rule *rule, const Prose *prose,
                        size_t words_min)
{
    bool is_styled = context->document->has_styles && has_caps_style(prose);
    const Word *words = prose->words;
    for (size_t i = 0, n = prose->n_words; i < n; i++) {
        while (!is_styled && i < n && !(words[i].shape & WORD_ALL_UPPER))
            i++;
        if (i == n || !is_in_capitals(prose, &words[i]))
            continue;
        CapsRun run = caps_run(prose, i);
        i = run.last;
        if (run.n_words < words_min || access_is_contents(prose->block) ||
            !is_mostly_ordinary(context, prose, run))
            continue;
        Span span = words_span(prose, run.first, run.last);
        Str shown = access_short(span_of(span, prose->text), context->arena);
        finding_emit(
            context, rule,
            &(FindingDraft){.place = {.prose = prose, .span = span}, .args = STR_LIST(shown)});
    }
}

/* By number of paragraph: is it told of as a heading in disguise? It wants a heading's
 * style then, and one finding will do. (access.heading-fake comes first by name.) */
static bool *fake_headings(const CheckContext *context)
{
    size_t n = 0;
    for (size_t i = 0; i < context->proses.len; i++)
        if (context->proses.items[i].block->paragraph > n)
            n = context->proses.items[i].block->paragraph;
    bool *is_heading = mem_calloc(n + 1, sizeof *is_heading);
    for (size_t i = 0; i < context->findings->len; i++) {
        const Finding *finding = &context->findings->items[i];
        if (str_eq(finding->rule->id, STR("access.heading-fake")))
            is_heading[finding->location.paragraph] = true;
    }
    return is_heading;
}

/* Args: the words, cut. Option `words`: how many in a row are told. At least half
 * of them must be ordinary words, so that acronyms, codes and names pass. A line of a
 * table of contents repeats its heading. */
void text_allcaps_on_document(CheckContext *context, const Rule *rule)
{
    size_t words_min = (size_t)rule_option_number(rule, STR("words"), 4);
    bool *is_heading = fake_headings(context);
    for (size_t i = 0; i < context->proses.len; i++)
        if (!is_heading[context->proses.items[i].block->paragraph])
            check_block(context, rule, &context->proses.items[i], words_min);
    mem_free(is_heading);
}
