#include "check/agenda_words.h"

Str purpose_text(unsigned purposes)
{
    if (purposes & PURPOSE_DECISION)
        return STR("decision");
    if (purposes & PURPOSE_DISCUSSION)
        return STR("discussion");
    return purposes & PURPOSE_INFORMATION ? STR("information") : (Str){0};
}

enum { PURPOSE_WEIGHING = 1 << 3 }; /* consider, review: part of deciding when both stand there */

/* A word of purpose by its beginning, so that "approve", "approval", "approved" are one. */
static const struct {
    const char *stem;
    unsigned char purpose;
    bool is_whole; /* the word itself, not its beginning */
    bool opens;    /* says it too as the first word of a title: "Election of Chair" */
} stems[] = {
    {"decision", PURPOSE_DECISION, false, true},
    {"decide", PURPOSE_DECISION, false, true},
    {"approv", PURPOSE_DECISION, false, true},
    {"ratif", PURPOSE_DECISION, false, true},
    {"agree", PURPOSE_DECISION, true, true},
    {"agreement", PURPOSE_DECISION, true, false},
    {"adopt", PURPOSE_DECISION, false, true},
    {"authoris", PURPOSE_DECISION, false, true},
    {"resolve", PURPOSE_DECISION, false, true},
    {"resolution", PURPOSE_DECISION, true, false},
    {"determin", PURPOSE_DECISION, false, true},
    {"endorse", PURPOSE_DECISION, false, true},
    {"elect", PURPOSE_DECISION, true, true},
    {"election", PURPOSE_DECISION, true, true},
    {"appoint", PURPOSE_DECISION, true, true},
    {"appointment", PURPOSE_DECISION, true, true},
    {"confirm", PURPOSE_DECISION, true, true},
    {"confirmation", PURPOSE_DECISION, true, false},
    {"vote", PURPOSE_DECISION, false, true},
    {"choose", PURPOSE_DECISION, true, true},
    {"accept", PURPOSE_DECISION, true, false},
    {"recommend", PURPOSE_DECISION, true, false},
    {"delegate", PURPOSE_DECISION, true, false},
    {"sign", PURPOSE_DECISION, true, false},
    {"signing", PURPOSE_DECISION, true, false},
    {"set", PURPOSE_DECISION, true, false},
    {"discuss", PURPOSE_DISCUSSION, false, true},
    {"debate", PURPOSE_DISCUSSION, false, true},
    {"comment", PURPOSE_DISCUSSION, false, false},
    {"consult", PURPOSE_DISCUSSION, false, false},
    {"explore", PURPOSE_DISCUSSION, true, true},
    {"advise", PURPOSE_DISCUSSION, true, false},
    {"shape", PURPOSE_DISCUSSION, true, false},
    {"steer", PURPOSE_DISCUSSION, true, false},
    {"talk", PURPOSE_DISCUSSION, true, false},
    {"feedback", PURPOSE_DISCUSSION, true, false},
    {"scrutin", PURPOSE_DISCUSSION, false, true},
    {"challenge", PURPOSE_DISCUSSION, true, false},
    {"input", PURPOSE_DISCUSSION, true, false},
    {"consider", PURPOSE_WEIGHING, false, true},
    {"review", PURPOSE_WEIGHING, true, false},
    {"note", PURPOSE_INFORMATION, true, false},
    {"noting", PURPOSE_INFORMATION, true, false},
    {"receive", PURPOSE_INFORMATION, true, true},
    {"receipt", PURPOSE_INFORMATION, true, false},
    {"information", PURPOSE_INFORMATION, true, false},
    {"info", PURPOSE_INFORMATION, true, false},
    {"inform", PURPOSE_INFORMATION, true, false},
    {"update", PURPOSE_INFORMATION, true, false},
    {"assurance", PURPOSE_INFORMATION, true, false},
    {"assure", PURPOSE_INFORMATION, false, false},
    {"hear", PURPOSE_INFORMATION, true, true},
    {"report", PURPOSE_INFORMATION, true, false},
    {"awareness", PURPOSE_INFORMATION, true, false},
    {"listen", PURPOSE_INFORMATION, true, false},
    {"learn", PURPOSE_INFORMATION, true, false},
    {"acknowledge", PURPOSE_INFORMATION, true, false},
    {"welcome", PURPOSE_INFORMATION, true, false},
    {"declare", PURPOSE_INFORMATION, true, false},
    {"monitor", PURPOSE_INFORMATION, true, false},
    {"reflect", PURPOSE_DISCUSSION, true, false},
};

static unsigned purpose_of(Str word, bool is_opening)
{
    for (size_t i = 0; i < sizeof stems / sizeof stems[0]; i++) {
        if (stems[i].stem[0] != ascii_lower(word.data[0]))
            continue;
        Str stem = str_of(stems[i].stem);
        bool is_it = stems[i].is_whole ? str_eq_nocase(word, stem)
                                       : str_eq_nocase(str_sub(word, 0, stem.len), stem);
        if (is_it && (stems[i].opens || !is_opening))
            return stems[i].purpose;
    }
    return 0;
}

/* Words that may stand between "to" or "for" and what is asked, or join two of them. */
static bool is_filler(Str word)
{
    static const char *const fillers[] = {
        "and",      "or",        "formally", "also",    "the",         "board",  "committee",
        "council",  "members",   "if",       "thought", "fit",         "then",   "trust",
        "trustees", "to",        "for",      "asked",   "appropriate", "either", "agreed",
        "jointly",  "governors", "s",        "your",    "their"};
    for (size_t i = 0; i < sizeof fillers / sizeof fillers[0]; i++)
        if (str_eq_nocase(word, str_of(fillers[i])))
            return true;
    return false;
}

/* Words that join two things asked: "note and, if thought fit, approve". */
static bool is_join(Str word)
{
    static const char *const joins[] = {"and",  "or",       "if", "thought", "fit",
                                        "then", "formally", "to", "for",     "appropriate"};
    for (size_t i = 0; i < sizeof joins / sizeof joins[0]; i++)
        if (str_eq_nocase(word, str_of(joins[i])))
            return true;
    return false;
}

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
        if (arms(word))
            is_armed = true;
        else if (is_armed || is_opening) {
            unsigned purpose = purpose_of(word, is_opening);
            bool goes_on = found | purpose ? purpose || is_join(word) : is_filler(word);
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
