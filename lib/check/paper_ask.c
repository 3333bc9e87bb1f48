#include "check/paper_ask.h"

#include "check/agenda_fields.h"
#include "check/agenda_words.h"
#include "check/checks.h"
#include "check/word_traits.h"

static const char *const ask_words[] = {"asked to",
                                        "invited to",
                                        "recommended to",
                                        "recommended that",
                                        "requested to",
                                        "asks you to",
                                        "ask you to",
                                        "asks members to",
                                        "asks the board to",
                                        "asks the committee to",
                                        "is asked for",
                                        "are asked for",
                                        "we ask you",
                                        "seeks approval",
                                        "seeks your",
                                        "asks the council to",
                                        "we recommend that you",
                                        "ask the board to",
                                        "ask members to"};

/* Does TEXT name those who decide, or their readers? */
static bool names_deciders(Str text)
{
    static const char *const words[] = {"board",    "committee",      "sub-committee", "council",
                                        "members",  "trustees",       "governors",     "cabinet",
                                        "panel",    "forum",          "directors",     "executive",
                                        "partners", "readers",        "you",           "authority",
                                        "it is",    "is recommended", "councillors"};
    return has_any_words(text, words, sizeof words / sizeof words[0]);
}

static bool is_ask_sentence(Str sentence, size_t *ret_at)
{
    enum { N_WORDS = sizeof ask_words / sizeof ask_words[0] };
    Str words;
    for (size_t at = find_any_words(sentence, 0, ask_words, N_WORDS, &words); at < sentence.len;
         at = find_any_words(sentence, at + 1, ask_words, N_WORDS, &words)) {
        *ret_at = at;
        if (names_deciders(str_sub(sentence, 0, at + words.len)))
            return true;
    }
    return false;
}

/* Points of the list that stands right behind the block of PROSES[INDEX]. */
static size_t count_points(const ProseList *proses, size_t index)
{
    size_t n = 0;
    for (size_t i = index + 1; i < proses->len; i++) {
        const Node *block = proses->items[i].block;
        if (!block->parent || block->parent->kind != NODE_ITEM)
            break;
        bool is_top = true;
        for (const Node *above = block->parent->parent; above; above = above->parent)
            is_top &= above->kind != NODE_ITEM;
        n += is_top && !block->previous;
    }
    return n;
}

static unsigned purposes_of_points(const ProseList *proses, size_t index, size_t n)
{
    unsigned found = 0;
    for (size_t i = index + 1; i <= index + n && i < proses->len; i++) {
        Str text = proses->items[i].text;
        size_t end = 0;
        while (end < text.len && ascii_is_alpha((unsigned char)text.data[end]))
            end++;
        found |= purposes_in(str_sub(text, 0, end), true);
    }
    return found;
}

/* One of the words without which there is none of ask_words. */
static bool has_asking_word(const Prose *prose, const Sentence *sentence)
{
    for (size_t i = sentence->first_word; i < sentence->end_word; i++)
        if (prose->words[i].traits & TRAIT_ASKING)
            return true;
    return false;
}

static bool find_sentence(const ProseList *proses, PaperAsk *ret)
{
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        for (size_t k = 0; k < prose->n_sentences; k++) {
            Span span = prose->sentences[k].span;
            Str sentence = span_of(span, prose->text);
            size_t at;
            if (!has_asking_word(prose, &prose->sentences[k]) || !is_ask_sentence(sentence, &at))
                continue;
            size_t n = count_points(proses, i);
            unsigned purposes = purposes_in(str_sub(sentence, at, sentence.len), false);
            *ret = (PaperAsk){.purposes = purposes | purposes_of_points(proses, i, n),
                              .has_sentence = true,
                              .prose = prose,
                              .span = span,
                              .n_recommendations = n};
            return true;
        }
    }
    return false;
}

static bool is_recommendation_heading(const Prose *prose)
{
    static const char *const names[] = {"recommendation", "recommendations", "decision required",
                                        "decision needed", "what we ask you to decide"};
    if (prose->block->kind != NODE_HEADING)
        return false;
    Str number, text = str_trim(prose->text);
    text = str_sub(text, item_number(text, &number), text.len);
    return starts_with_any_words(text, names, sizeof names / sizeof names[0]);
}

/* "Purpose: for decision" near the top, or a heading "Recommendations". */
static void find_label(const ProseList *proses, PaperAsk *ret)
{
    enum { HEAD_BLOCKS = 30, LABEL_BYTES_MAX = 80 };
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        Str text = i < HEAD_BLOCKS ? str_trim(prose->text) : (Str){0}, rest = {0};
        unsigned purposes = 0;
        bool is_short = text.len && text.len <= LABEL_BYTES_MAX;
        if (is_short && field_opening(text, &rest) == FIELD_PURPOSE)
            purposes = purposes_in(rest, true);
        else if (is_short && starts_with_words(text, STR("for")) && prose->n_words <= 4)
            purposes = purposes_in(text, false);
        bool is_heading = is_recommendation_heading(prose);
        if (!purposes && !is_heading)
            continue;
        *ret = (PaperAsk){.purposes = purposes ? purposes : PURPOSE_DECISION,
                          .has_label = purposes != 0,
                          .prose = prose,
                          .span = {0, prose->text.len},
                          .n_recommendations = is_heading ? count_points(proses, i) : 0};
        return;
    }
}

PaperAsk paper_ask_of(const ProseList *proses)
{
    PaperAsk ask = {0};
    if (!find_sentence(proses, &ask))
        find_label(proses, &ask);
    return ask;
}

bool paper_speaks_of_people(const ProseList *proses)
{
    static const char *const stems[] = {"patient", "resident", "carer",    "famil",  "tenant",
                                        "child",   "communit", "equality", "public", "people",
                                        "citizen", "pupil",    "customer", "parent", "visitor"};
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        if (prose->block->kind == NODE_HEADING)
            continue;
        for (size_t w = 0; w < prose->n_words; w++)
            for (size_t k = 0; k < sizeof stems / sizeof stems[0]; k++) {
                Str stem = str_of(stems[k]), word = word_text(prose, &prose->words[w]);
                if (word.len >= stem.len && str_eq_nocase(str_sub(word, 0, stem.len), stem))
                    return true;
            }
    }
    return false;
}

/* An agenda says of each item what it is for; it has rules of its own. */
void ask_unclear_on_document(CheckContext *context, const Rule *rule)
{
    size_t max = (size_t)rule_option_number(rule, STR("max-recommendations"), 3);
    PaperAsk ask = context->agenda ? (PaperAsk){0} : paper_ask_of(&context->proses);
    if (!ask.prose)
        return;
    Place place = {.prose = ask.prose, .span = ask.span};
    if (!ask.has_sentence && ask.has_label && (ask.purposes & PURPOSE_DECISION) &&
        !ask.n_recommendations)
        finding_emit(context, rule, &(FindingDraft){.place = place});
    if (ask.n_recommendations <= max || !ask.purposes || !(ask.has_sentence || ask.has_label))
        return;
    Str message = arena_printf(context->arena,
                               "There are %zu recommendations. Ask for at most %zu, one verb each.",
                               ask.n_recommendations, max);
    finding_emit(context, rule,
                 &(FindingDraft){.place = place,
                                 .message = message,
                                 .has_severity = true,
                                 .severity = SEVERITY_SUGGESTION});
}
