/* Names: capitals in the middle of a sentence, and the words that make a name of
 * what stands before them. */
#include "check/restraint.h"

#include "check/word_set.h"

/* Laws, bodies, jobs and reports: with capitals these end a name. */
static const char naming_nouns[] =
    "act acts bill regulations order safeguards board boards committee committees council trust "
    "team teams group groups panel forum department directorate division ward clinic unit service "
    "services hospital centre college institute commission authority agency office officer "
    "officers "
    "director directors manager managers lead leads nurse secretary chair report review charter "
    "partnership network alliance academy association society federation ombudsman inspectorate "
    "inquiry conference award awards university standard standards code codes";

/* In plain small letters these make a job or a team of the words before them. */
static const char role_nouns[] =
    "manager managers director directors officer officers lead leads team teams nurse nurses "
    "consultant consultants coordinator coordinators administrator administrators analyst analysts "
    "advisor advisors adviser advisers practitioner practitioners committee committees department "
    "directorate executive";
static const char role_heads[] =
    "director directors head heads manager officer chief chair minister "
    "secretary professor lead deputy";

static const char small_words[] =
    "a an the and or of for in on to at by with from our your their "
    "its this that these those all any each some we you they he she it "
    "no not is are was were be as if when where while although however "
    "there";

static bool has_capital(const Prose *prose, size_t index)
{
    return index < prose->n_words && (prose->words[index].shape & WORD_FIRST_UPPER);
}

static bool is_near(const Prose *prose, size_t index)
{
    unsigned gap = index < prose->n_words ? prose->words[index].gap : GAP_OTHER;
    return gap == GAP_SPACE || gap == GAP_HYPHEN || gap == GAP_AMPERSAND || gap == GAP_SLASH;
}

static bool opens_sentence(const Prose *prose, size_t index)
{
    const Sentence *sentence = prose_sentence_at(prose, index);
    return !index || (sentence && sentence->first_word == index);
}

static bool links_names(const Prose *prose, size_t index)
{
    return word_is_any(prose, index, "of and for the in to on");
}

/* The word in front of the small words that lead up to word FIRST: "Office" before
 * "Office for the Better …". FIRST itself when a mark stands between. */
static size_t name_before(const Prose *prose, size_t first)
{
    size_t before = first;
    while (before > 0 && is_near(prose, before) && first - before < 3) {
        before--;
        if (has_capital(prose, before) || !links_names(prose, before))
            break;
    }
    return before;
}

/* The last word of the name that words [.., LAST] stand in. */
static size_t name_end(const Prose *prose, size_t last)
{
    while (is_near(prose, last + 1) && (has_capital(prose, last + 1) ||
                                        (links_names(prose, last + 1) && is_near(prose, last + 2) &&
                                         has_capital(prose, last + 2))))
        last++;
    return last;
}

/* "the Committee Action Log": the body is not named, so nothing named after it is. */
static bool is_any_body(const Prose *prose, size_t index)
{
    return index && word_is_any(prose, index, "committee board trust council panel group team") &&
           word_is_any(prose, index - 1, "the this our");
}

/* "a Scoping Report" is one of many and no name. */
static bool is_one_of_many(const Prose *prose, size_t first, size_t last)
{
    return first && last > first && word_is_any(prose, first - 1, "a an another each every") &&
           name_end(prose, last) == last;
}

/* Does a name go on to the left of word FIRST? Over "and" it does when it began as
 * names of bodies and jobs do: "Office for Health Improvement and …". */
static bool name_goes_left(const Prose *prose, size_t first)
{
    size_t before = name_before(prose, first);
    if (before == first || !has_capital(prose, before) || opens_sentence(prose, before) ||
        word_is_any(prose, before, small_words))
        return false;
    if (before + 1 == first)
        return !is_any_body(prose, before);
    if (!word_is_any(prose, first - 1, "and"))
        return true;
    for (size_t n = 0; n < 6 && has_capital(prose, before); n++) {
        if (word_is_any(prose, before, naming_nouns) || word_is_any(prose, before, role_heads))
            return true;
        size_t next = name_before(prose, before);
        if (next == before)
            break;
        before = next;
    }
    return false;
}

/* … to the right of word LAST? Not over "and", which parts two of one kind, nor to
 * somebody: "Judicial Review of the Council's plan". */
static bool name_goes_right(const Prose *prose, size_t last)
{
    size_t after = last + 1;
    if (!is_near(prose, after) || word_is_any(prose, after, "and"))
        return false;
    while (after - last < 3 && links_names(prose, after) && !has_capital(prose, after) &&
           is_near(prose, after + 1))
        after++;
    return has_capital(prose, after) && !word_is_any(prose, after - 1, "the");
}

/* Most words of a heading or a short label have capitals: then they say nothing. */
static bool is_title_case(const Prose *prose)
{
    size_t n_upper = 0, n_lower = 0;
    for (size_t i = 1; i < prose->n_words && i < 16; i++) {
        if (!(prose->words[i].shape & WORD_HAS_LETTER) || prose->words[i].len < 4)
            continue;
        if (prose->words[i].shape & WORD_FIRST_UPPER)
            n_upper++;
        else
            n_lower++;
    }
    return n_upper > n_lower;
}

static bool is_role(const Prose *prose, size_t first, size_t last)
{
    if (is_near(prose, last + 1) && word_is_any(prose, last + 1, role_nouns))
        return true;
    return first >= 2 && word_is_any(prose, first - 1, "of for") &&
           word_is_any(prose, first - 2, role_heads);
}

bool words_are_named(const Prose *prose, size_t first, size_t last, ScopeSet scope)
{
    if (is_role(prose, first, last))
        return true;
    if (prose->is_shouted || !has_capital(prose, first) || is_one_of_many(prose, first, last))
        return false;
    bool is_label = scope & (SCOPE_SET(HEADING) | SCOPE_SET(HEADER) | SCOPE_SET(TABLE));
    bool goes_on = name_goes_left(prose, first) || name_goes_right(prose, last);
    bool is_whole =
        word_is_any(prose, name_end(prose, last), naming_nouns) && has_capital(prose, last);
    if (is_label && is_title_case(prose))
        return goes_on && is_whole;
    if (opens_sentence(prose, first)) {
        bool has_more = is_near(prose, last + 1) && has_capital(prose, last + 1);
        return (has_more && (last == first || has_capital(prose, last))) ||
               (is_whole && last > first);
    }
    return goes_on || is_whole || last == first;
}
