#include "check/term_fit.h"

#include "check/word_set.h"
#include "check/word_traits.h"

enum { LONG_PHRASE_WORDS = 4 };

/* A suggestion with one of these inside is a phrase: it cannot stand before a noun. */
static const char *const linking[] = {
    "of",  "for",  "by",    "with", "to",  "at",   "from", "that",  "who",  "which", "we",   "us",
    "our", "they", "their", "is",   "are", "when", "how",  "where", "what", "while", "until"};
/* The same of noun terms; in a verb these are its particle ("carry out"). */
static const char *const placing[] = {"in", "on", "around", "about", "before", "after", "during"};

static const char *const people_like[] = {"people", "staff", "money", "homes", "an", "the"};

static const char *const ours[] = {"we", "us", "our"};

static const char *const clauses[] = {"how",   "what",    "who", "when",
                                      "where", "whether", "why", "the"};

#define HAS_ANY(text, list) has_any_words(text, list, sizeof(list) / sizeof((list)[0]))

static bool opens_clause(Str suggestion)
{
    return starts_with_any_words(suggestion, clauses, sizeof clauses / sizeof clauses[0]);
}

static Str first_word_of(Str text)
{
    return str_sub(text, 0, str_find(text, STR(" "), 0));
}

static bool is_one_word(Str text)
{
    return first_word_of(text).len == text.len;
}

static bool ends_in_plural(Str text)
{
    return str_ends_with(text, STR("s")) && !str_ends_with(text, STR("ss"));
}

/* "sorting people by risk", not "waiting list": the doing has its object with it. */
static bool is_gerund_phrase(Str suggestion)
{
    return str_ends_with(first_word_of(suggestion), STR("ing")) && !is_one_word(suggestion) &&
           (str_count_words(suggestion) > 2 || HAS_ANY(suggestion, linking) ||
            HAS_ANY(suggestion, people_like) || ends_in_plural(suggestion));
}

/* "making the most of": made to have a noun behind it. */
static bool leads_to_noun(Str suggestion)
{
    static const char *const endings[] = {" of", " for", " to", " with", " by", " from", " about"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (str_ends_with(suggestion, str_of(endings[i])))
            return true;
    return false;
}

static bool can_stand_before_noun(Str suggestion, PartOfSpeech part)
{
    if (is_one_word(suggestion) || leads_to_noun(suggestion))
        return true;
    if (opens_clause(suggestion) || HAS_ANY(suggestion, linking) || is_gerund_phrase(suggestion))
        return false;
    if (str_count_words(suggestion) >= LONG_PHRASE_WORDS || ends_in_plural(suggestion) ||
        str_ends_with(suggestion, STR("ed")))
        return false;
    return part == PART_FIXED || !HAS_ANY(suggestion, placing);
}

/* Nouns that the list of nouns leaves out as they may be verbs, or stand in few strings. */
static const char more_nouns[] =
    "implication implications position positions aspect aspects number numbers colleague "
    "colleagues element elements form forms limit limits matter matters message messages money "
    "needs reason reasons relation relations rule rules step steps version waiver";

/* What follows an adjective is taken for its noun unless it is a small word; to be
 * wrong there costs no more than a meaning told where a replacement would do. */
static bool may_be_described(const Prose *prose, size_t index, PartOfSpeech part)
{
    if (part == PART_ADJECTIVE)
        return index < prose->n_words &&
               !word_has_trait(prose, index, WORD_IS_SMALL | TRAIT_AFTER_NOUN);
    return word_has_trait(prose, index, TRAIT_NOUN) || word_is_any(prose, index, more_nouns);
}

/* "progress against": the term leads on to what follows. */
static bool ends_small(const Prose *prose, const TermMatch *match)
{
    return word_has_trait(prose, match->last_word, WORD_IS_SMALL | TRAIT_AFTER_NOUN);
}

/* "Primary care networks": the term only says what kind. A plural before a word that
 * may be a verb is its subject. */
static bool is_before_noun(const Prose *prose, const TermMatch *match, PartOfSpeech part)
{
    size_t next = match->last_word + 1;
    if (next < prose->n_words && prose->words[next].gap == GAP_HYPHEN)
        return true;
    if (!may_be_described(prose, next, part) || ends_small(prose, match) ||
        word_is_any(prose, next, "subject due next last"))
        return false;
    if (prose->words[next].gap != GAP_SPACE)
        return false;
    Str last = word_text(prose, &prose->words[match->last_word]);
    return !str_ends_with(last, STR("s")) || !word_has_trait(prose, next, TRAIT_ALSO_VERB);
}

static bool is_possessive(const Prose *prose, size_t index)
{
    Str word = word_text(prose, &prose->words[index]);
    return word_is_any(prose, index, "our your their his her its my whose") ||
           str_ends_with(word, STR("'s")) || str_ends_with(word, STR("’s"));
}

static bool ends_as_adjective(Str word)
{
    static const char *const endings[] = {"al",  "ive", "ic",  "ous",  "ful", "ary",
                                          "ate", "ent", "ant", "able", "ed"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (word.len > strlen(endings[i]) + 1 && str_ends_with(word, str_of(endings[i])))
            return true;
    return false;
}

/* Does the word in front belong to the term, so that no clause can take its place? */
static bool is_described(const Prose *prose, const TermMatch *match, bool is_gerund)
{
    size_t first = match->first_word;
    if (!first || (prose->words[first].gap != GAP_SPACE && prose->words[first].gap != GAP_HYPHEN))
        return false;
    size_t before = first - 1;
    if (word_is_any(prose, before, "what which"))
        return true;
    if (word_is_article(prose, before) || word_has_trait(prose, before, WORD_IS_SMALL))
        return word_is_any(prose, before,
                           "this these those its our their his her your my no any some") &&
               !is_gerund;
    if (prose->words[first].gap == GAP_HYPHEN || prose->words[before].gap == GAP_HYPHEN)
        return true;
    if (is_possessive(prose, before))
        return !is_gerund;
    if (before && prose->words[before].gap == GAP_SPACE && word_is_article(prose, before - 1))
        return true;
    if (word_has_trait(prose, before, TRAIT_ALSO_VERB))
        return false;
    return word_has_trait(prose, before, TRAIT_NOUN | TRAIT_WEIGHING) ||
           word_is_any(prose, before,
                       "good better best high higher low lower new poor strong more less") ||
           ends_as_adjective(word_text(prose, &prose->words[before]));
}

static bool fits_noun(const Prose *prose, const TermMatch *match, Str suggestion)
{
    bool is_gerund = is_gerund_phrase(suggestion);
    bool opens_alike =
        word_is_any(prose, match->first_word, "the") && str_starts_with(suggestion, STR("the "));
    if (opens_alike || (!is_gerund && !opens_clause(suggestion)))
        return true;
    size_t next = match->last_word + 1;
    if (word_is_any(prose, next, "are were have"))
        return false; /* "how sure we are were moderate" */
    bool is_describing =
        may_be_described(prose, next, PART_ADJECTIVE) && prose->words[next].gap == GAP_SPACE;
    return !is_describing && !is_described(prose, match, is_gerund) &&
           !word_is_any(prose, next, "of");
}

bool term_suggestion_fits(const Prose *prose, const TermMatch *match, PartOfSpeech part,
                          Str suggestion)
{
    if (part == PART_VERB)
        return true;
    if (is_before_noun(prose, match, part) && !can_stand_before_noun(suggestion, part))
        return false;
    if (match->first_word && is_possessive(prose, match->first_word - 1) &&
        prose->words[match->first_word].gap == GAP_SPACE &&
        !word_is_any(prose, match->first_word - 1, "our my") && HAS_ANY(suggestion, ours))
        return false;
    return fits_noun(prose, match, suggestion);
}

bool term_suggestion_takes_no_article(Str suggestion)
{
    return opens_clause(suggestion) || is_gerund_phrase(suggestion);
}

Inflection term_form_in_place(const Prose *prose, const TermMatch *match)
{
    if (match->form != FORM_PAST)
        return match->form;
    size_t i = match->first_word;
    while (i && prose->words[i].gap == GAP_SPACE &&
           (word_is_any(prose, i - 1, "not also already never now still since only just") ||
            str_ends_with(word_text(prose, &prose->words[i - 1]), STR("ly"))))
        i--;
    bool is_participle =
        i && prose->words[i].gap == GAP_SPACE &&
        (word_has_trait(prose, i - 1, TRAIT_FORM_OF_BE) ||
         word_is_any(
             prose, i - 1,
             "have has had having haven't hasn't hadn't isn't aren't wasn't weren't "
             "haven’t hasn’t hadn’t isn’t aren’t wasn’t weren’t we've they've you've i've"));
    return is_participle ? FORM_PARTICIPLE : FORM_PAST;
}

/* "is streamlined by", "to streamline and": nothing follows that the verb acts on. */
static bool has_object(const Prose *prose, const TermMatch *match)
{
    size_t next = match->last_word + 1;
    Str last = word_text(prose, &prose->words[match->last_word]);
    bool is_passive = match->first_word && !str_ends_with(last, STR("ing")) &&
                      word_has_trait(prose, match->first_word - 1, TRAIT_FORM_OF_BE);
    return !is_passive && next < prose->n_words && prose->words[next].gap == GAP_SPACE &&
           !word_is_any(
               prose, next,
               "to in on at by for from with as of and or if when where than across "
               "through within into so because but while until before after against between "
               "under over during about is are was were has have will");
}

Str term_suggestion_close(const Prose *prose, const TermMatch *match, Str suggestion, Arena *arena,
                          bool *ret_has_gap)
{
    const Str gap = STR("… ");
    bool is_acting = has_object(prose, match);
    if (is_acting && str_ends_with(suggestion, STR(" it")))
        return str_sub(suggestion, 0, suggestion.len - 3);
    size_t at = str_find(suggestion, gap, 0);
    if (at == suggestion.len)
        return suggestion;
    if (is_acting) {
        *ret_has_gap = true;
        return suggestion;
    }
    Str before = str_sub(suggestion, 0, at),
        after = str_sub(suggestion, at + gap.len, suggestion.len);
    return arena_printf(arena, "%.*s%.*s", STR_ARG(before), STR_ARG(after));
}
