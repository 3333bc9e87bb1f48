/* jargon.passive: something is done, and no one does it. */
#include "check/checks.h"

#include "check/word_set.h"
#include "check/word_traits.h"

enum { AGENT_WORDS_MAX = 10 };

static const char obliging[] = "will must should shall not";
static const char due[] = "is are was were has have need needs ought due";

/* What the paper reports or asks for, not what is so in general or may be: "was
 * reviewed", "must be reviewed", "it is proposed"; not "is kept here", "can be seen". */
static bool is_action(const Prose *prose, size_t be)
{
    if (word_is_any(prose, be, "is are"))
        return word_is_any(prose, be - 1, "it") &&
               (word_is_any(prose, be + 2, "that to") || word_is_any(prose, be + 3, "that to"));
    if (be >= 2 && word_is_any(prose, be - 1, "to"))
        return word_is_any(prose, be - 2, due);
    if (word_is_any(prose, be - 1, "i"))
        return false;
    return !word_is_any(prose, be, "be") || word_is_any(prose, be - 1, obliging);
}

/* "made available" says how things are. */
static bool is_state(const Prose *prose, size_t participle)
{
    return word_is_any(prose, participle + 1, "available aware clear sure up source loop as off") ||
           (participle + 1 < prose->n_words && prose->words[participle + 1].gap == GAP_HYPHEN);
}

/* In a clause that hangs on another the doer seldom matters ("the note that was made"), and
 * where the authors speak of themselves they are the doers. */
static bool is_beside_the_point(const Prose *prose, const Sentence *sentence, size_t be)
{
    for (size_t i = sentence->first_word; i < be; i++)
        if (word_is_any(prose, i,
                        "that which who whose whom why how what when where whether if unless once "
                        "until while whilst although because since as after before than we i my "
                        "our us time"))
            return true;
    return word_is_any(prose, be - 1, "having you") || word_is_any(prose, be - 2, "you") ||
           (word_is_any(prose, be, "being") && !word_has_trait(prose, be - 1, TRAIT_FORM_OF_BE));
}

/* Done by a machine, or the sentence says where it is done. */
static bool has_other_doer(const Prose *prose, size_t be, size_t participle)
{
    for (size_t i = be + 1; i < participle; i++)
        if (word_is_any(prose, i, "automatically"))
            return true;
    return word_is_any(prose, participle + 1, "automatically at alongside") ||
           (word_is_any(prose, participle + 1, "in") &&
            word_is_any(prose, participle + 2, "the our its their a"));
}

/* "by the board" later in the sentence: then someone does it. */
static bool has_agent(const Prose *prose, const Sentence *sentence, size_t participle)
{
    size_t end = sentence->end_word;
    if (end > participle + AGENT_WORDS_MAX)
        end = participle + AGENT_WORDS_MAX;
    for (size_t i = participle + 1; i < end; i++)
        if (word_is_any(prose, i, "by"))
            return true;
    return false;
}

static bool is_between(const Prose *prose, size_t index)
{
    return word_is_any(prose, index, "not also now then still already being since yet never") ||
           str_ends_with(word_text(prose, &prose->words[index]), STR("ly"));
}

/* The participle of the passive that begins with the form of "be" at word BE; 0 when
 * there is none. */
static size_t participle_after(const Prose *prose, const Sentence *sentence, size_t be)
{
    for (size_t i = be + 1; i < sentence->end_word && i <= be + 3; i++) {
        if (prose->words[i].gap != GAP_SPACE)
            return 0;
        if (prose->words[i].traits & TRAIT_PARTICIPLE)
            return i;
        if (!is_between(prose, i))
            return 0;
    }
    return 0;
}

/* "Have the plans been checked?" asks, and "care must be taken" is said of everyone. */
static bool is_asked_of_all(const Prose *prose, const Sentence *sentence, size_t participle)
{
    Str last = word_text(prose, &prose->words[sentence->end_word - 1]);
    size_t end = (size_t)(last.data - prose->text.data) + last.len;
    if (end < prose->text.len && prose->text.data[end] == '?')
        return true;
    return word_is_any(prose, participle, "taken") && word_is_any(prose, participle - 3, "care");
}

/* "it's been", "it may have been": talk, where the doer was named before or is guessed at. */
static bool is_talk(const Prose *prose, size_t be)
{
    return word_is_any(prose, be, "been") && ((prose->words[be - 1].shape & WORD_HAS_APOSTROPHE) ||
                                              word_is_any(prose, be - 2, "might may could would"));
}

/* "it was scheduled", "this needs to be checked": the sentence before says more. What is
 * said of nothing, "it was agreed that", stays. */
static bool has_pronoun_subject(const Prose *prose, const Sentence *sentence, size_t be,
                                size_t participle)
{
    size_t i = be;
    while (i > sentence->first_word &&
           word_is_any(prose, i - 1,
                       "will must should shall not also now still really already "
                       "need needs has have had ought to"))
        i--;
    if (i == sentence->first_word)
        return false;
    if (word_is_any(prose, i - 1, "it"))
        return !word_is_any(prose, participle + 1, "that to");
    return word_is_any(prose, i - 1, "this that these those they he she there");
}

/* "has been reviewed" tells how far things are; only these words of saying and doing are
 * told of things past. */
static bool is_progress(const Prose *prose, size_t be, size_t participle)
{
    return word_is_any(prose, be, "been") &&
           !word_is_any(prose, participle,
                        "made taken identified observed noted agreed highlighted suggested "
                        "raised felt hoped proposed recommended thought decided");
}

/* "is to be considered a record": that is what it is. */
static bool is_naming(const Prose *prose, const Sentence *sentence, size_t participle)
{
    return word_is_any(prose, participle, "considered thought felt") &&
           participle + 1 < sentence->end_word && prose->words[participle + 1].gap == GAP_SPACE &&
           !word_is_any(prose, participle + 1, "in at for by when before that to with during and");
}

static void check_sentence(CheckContext *context, const Rule *rule, const Prose *prose,
                           const Sentence *sentence)
{
    for (size_t i = sentence->first_word + 1; i + 1 < sentence->end_word; i++) {
        if (!word_has_trait(prose, i, TRAIT_FORM_OF_BE))
            continue;
        size_t participle = participle_after(prose, sentence, i);
        if (!participle || !is_action(prose, i))
            continue;
        if (has_agent(prose, sentence, participle) || is_state(prose, participle) ||
            has_other_doer(prose, i, participle) || is_beside_the_point(prose, sentence, i) ||
            has_pronoun_subject(prose, sentence, i, participle) ||
            is_progress(prose, i, participle) || is_naming(prose, sentence, participle) ||
            is_talk(prose, i) || is_asked_of_all(prose, sentence, participle) ||
            words_are_quoted(prose, i, participle)) {
            i = participle;
            continue;
        }
        Span span = words_span(prose, i, participle);
        Str text = span_of(span, prose->text);
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = prose, .span = span},
                                     .args = STR_LIST(text),
                                     .yields = true});
        return;
    }
}

void passive_on_document(CheckContext *context, const Rule *rule)
{
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->block->kind != NODE_PARAGRAPH || restraint_keeps_block(context->restraint, i) ||
            !scope_matches(&rule->scope, prose_scope(context, prose)))
            continue;
        for (size_t k = 0; k < prose->n_sentences; k++)
            check_sentence(context, rule, prose, &prose->sentences[k]);
    }
}
