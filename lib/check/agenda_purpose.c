#include "check/agenda_words.h"

#include <stdlib.h>

Str purpose_text(unsigned purposes)
{
    if (purposes & PURPOSE_DECISION)
        return STR("decision");
    if (purposes & PURPOSE_DISCUSSION)
        return STR("discussion");
    return purposes & PURPOSE_INFORMATION ? STR("information") : (Str){0};
}

enum { PURPOSE_WEIGHING = 1 << 3 }; /* consider, review: part of deciding when both stand there */

typedef struct PurposeWord {
    const char *word;
    unsigned char purpose;
    bool is_whole, opens;
} PurposeWord;

static const PurposeWord purpose_words[] = {
#define PURPOSE_WORD(word, purpose, is_whole, opens) {word, PURPOSE_##purpose, is_whole, opens},
#include "check/agenda_purposes.def"
#undef PURPOSE_WORD
};

/* Order of a Str and a PurposeWord; alike when it is that word or begins with it. */
static int compare_purpose(const void *key, const void *row)
{
    const Str *text = key;
    const PurposeWord *known = row;
    const char *word = known->word;
    size_t i = 0;
    while (i < text->len && ascii_lower(text->data[i]) == word[i])
        i++;
    if (!word[i] && (i == text->len || !known->is_whole))
        return 0;
    return (i < text->len ? ascii_lower(text->data[i]) : '\0') - word[i];
}

static unsigned purpose_of(Str word, bool is_opening)
{
    const PurposeWord *known =
        bsearch(&word, purpose_words, sizeof purpose_words / sizeof *purpose_words,
                sizeof *purpose_words, compare_purpose);
    return known && (known->opens || !is_opening) ? known->purpose : 0;
}

/* Words that may stand between "to" or "for" and what is asked, or join two of them. */
static const char fillers[] =
    "and or formally also the board committee council members if thought fit then trust trustees "
    "to for asked appropriate either agreed jointly governors s your their";

/* Words that join two things asked: "note and, if thought fit, approve". */
static const char joins[] = "and or if thought fit then formally to for appropriate";

static bool arms(Str word)
{
    return str_eq_nocase(word, STR("to")) || str_eq_nocase(word, STR("for"));
}

unsigned purposes_in(Str text, bool is_labelled)
{
    unsigned found = 0;
    bool is_armed = is_labelled, is_first = true, is_after_and = false;
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && ascii_is_alpha((unsigned char)text.data[end]))
            end++;
        if (end == at) {
            at++;
            continue;
        }
        Str word = str_sub(text, at, end);
        bool is_opening = is_first && !is_labelled && !is_armed;
        if (starts_with_words(str_sub(text, at, text.len), STR("talk about")))
            found |= PURPOSE_DISCUSSION;
        if (arms(word))
            is_armed = true;
        else if (is_armed || is_opening) {
            unsigned purpose = purpose_of(word, is_opening);
            bool goes_on =
                found | purpose ? purpose || is_any_word(word, joins) : is_any_word(word, fillers);
            found |= purpose;
            is_armed = is_labelled || (is_armed && goes_on) || purpose;
        } else if (found && is_after_and) {
            found |= purpose_of(word, true);
        }
        is_after_and = str_eq_nocase(word, STR("and"));
        is_first = false;
        at = end;
    }
    if ((found & PURPOSE_WEIGHING) && !(found & PURPOSE_DECISION))
        found |= PURPOSE_DISCUSSION;
    return found & ~(unsigned)PURPOSE_WEIGHING;
}
