/* Phrases: which of their words takes their form, and which phrases have none. */
#include "text/inflect.h"

/* A noun phrase has its head before these: "package of care", "person who waits",
 * "system able to share", "people caring together". */
static const char *const behind_head[] = {
    "a",           "able",      "about",   "abroad",     "after",     "again",      "against",
    "ahead",       "alone",     "already", "an",         "and",       "apart",      "are",
    "around",      "as",        "aside",   "at",         "available", "away",       "back",
    "be",          "because",   "before",  "beforehand", "behind",    "being",      "below",
    "beside",      "between",   "beyond",  "bought",     "built",     "by",         "can",
    "cannot",      "cared",     "caught",  "chosen",     "doing",     "done",       "down",
    "due",         "during",    "earlier", "early",      "elsewhere", "everyone",   "except",
    "far",         "following", "for",     "found",      "from",      "given",      "he",
    "held",        "here",      "hidden",  "how",        "if",        "in",         "inside",
    "instead",     "into",      "is",      "it",         "just",      "kept",       "left",
    "lost",        "made",      "most",    "must",       "nearby",    "no",         "nobody",
    "not",         "now",       "of",      "off",        "on",        "online",     "open",
    "or",          "our",       "out",     "outside",    "over",      "paid",       "ready",
    "responsible", "sent",      "she",     "should",     "so",        "someone",    "spent",
    "still",       "straight",  "stuck",   "such",       "taken",     "than",       "that",
    "the",         "their",     "there",   "they",       "through",   "throughout", "to",
    "together",    "too",       "unable",  "under",      "unpaid",    "until",      "up",
    "used",        "was",       "we",      "what",       "whatever",  "when",       "where",
    "whether",     "which",     "who",     "whose",      "why",       "will",       "with",
    "within",      "without",   "worn",    "worse",      "worth",     "would",      "yet",
    "you",         "your"};

/* Words in -ing that say what kind of thing follows: "breathing tube". */
static const char *const describing[] = {
    "bleeding", "booking", "breathing", "building", "buying",      "cleaning",
    "closing",  "feeding", "housing",   "learning", "listening",   "meeting",
    "nursing",  "opening", "parking",   "planning", "programming", "rating",
    "reading",  "running", "savings",   "spending", "standing",    "starting",
    "training", "voting",  "waiting",   "warning",  "working",     "writing"};

/* Nouns that are not counted. */
static const char *const uncounted[] = {
    "advice",     "autism",       "bleeding",   "breastfeeding", "care",        "chickenpox",
    "cleaning",   "coordination", "data",       "enough",        "equipment",   "everyone",
    "everything", "evidence",     "feeding",    "freedom",       "guidance",    "health",
    "help",       "homelessness", "housing",    "indigestion",   "information", "insurance",
    "itching",    "knowledge",    "management", "milk",          "money",       "most",
    "news",       "nothing",      "ownership",  "patience",      "pay",         "people",
    "phlegm",     "pollution",    "potassium",  "prevention",    "privacy",     "progress",
    "research",   "safety",       "software",   "staff",         "support",     "swallowing",
    "training",   "ups",          "urine",      "vomiting",      "work"};

/* Words that begin what is no noun phrase at all. */
static const char *const no_noun_phrase[] = {
    "able", "at",   "being", "better", "by",   "enough", "far",     "fewer", "how",
    "in",   "many", "more",  "nearby", "not",  "on",     "several", "some",  "transgender",
    "up",   "used", "very",  "what",   "when", "where",  "who",     "why",   "worse"};

static bool is_countable_gerund(Str word)
{
    static const char *const gerunds[] = {"being",    "booking", "building", "drawing", "feeling",
                                          "finding",  "heading", "hearing",  "meeting", "opening",
                                          "painting", "rating",  "reading",  "ruling",  "saving",
                                          "setting",  "warning"};
    return STR_IS_ONE_OF(word, gerunds);
}

/* Ends of hyphenated verbs whose first part is the verb: "sign-off". */
static bool is_particle(Str word)
{
    static const char *const particles[] = {"away", "back", "down", "forward", "in",    "off",
                                            "on",   "out",  "over", "through", "under", "up"};
    return STR_IS_ONE_OF(word, particles);
}

static size_t word_end(Str phrase, size_t start)
{
    while (start < phrase.len && !ascii_is_space((unsigned char)phrase.data[start]))
        start++;
    return start;
}

static size_t word_start(Str phrase, size_t end)
{
    while (end < phrase.len && ascii_is_space((unsigned char)phrase.data[end]))
        end++;
    return end;
}

static size_t last_hyphen(Str phrase, Span word)
{
    for (size_t i = word.end; i > word.start; i--)
        if (phrase.data[i - 1] == '-')
            return i - 1;
    return word.end;
}

static Span head_of_verb(Str phrase)
{
    Span first = {0, word_end(phrase, 0)};
    size_t hyphen = last_hyphen(phrase, first);
    if (hyphen == first.end)
        return first;
    Span after = {hyphen + 1, first.end};
    if (is_particle(span_of(after, phrase)))
        return (Span){0, hyphen};
    return after;
}

/* "tool listening to you", "people affected": WORD says something of the noun before. */
static bool is_participle(Str word, Str next)
{
    if (is_countable_gerund(word) && str_eq(next, STR("of")))
        return false;
    if (word.len > 5 && str_ends_with(word, STR("ing")))
        return next.len && !(is_countable_gerund(word) && str_eq(next, STR("of"))) &&
               (STR_IS_ONE_OF(next, behind_head) ||
                (!STR_IS_ONE_OF(word, describing) && !is_countable_gerund(word)));
    return word.len > 4 && str_ends_with(word, STR("ed")) && !str_ends_with(word, STR("eed")) &&
           (!next.len || STR_IS_ONE_OF(next, behind_head));
}

static Span head_of_noun(Str phrase)
{
    Span head = {0, word_end(phrase, 0)};
    for (size_t start = word_start(phrase, head.end); start < phrase.len;) {
        Span word = {start, word_end(phrase, start)};
        start = word_start(phrase, word.end);
        Str next = str_sub(phrase, start, word_end(phrase, start));
        if (STR_IS_ONE_OF(span_of(word, phrase), behind_head) ||
            is_participle(span_of(word, phrase), next))
            break;
        head = word;
    }
    size_t hyphen = last_hyphen(phrase, head);
    if (hyphen < head.end)
        head.start = hyphen + 1;
    return head;
}

Span inflect_head(Str phrase, PartOfSpeech part)
{
    if (part == PART_VERB)
        return head_of_verb(phrase);
    if (part == PART_NOUN)
        return head_of_noun(phrase);
    return (Span){0, 0};
}

/* "rules", but not "bus", "illness". */
static bool looks_plural(Str word)
{
    return word.len > 3 && str_ends_with(word, STR("s")) && !str_ends_with(word, STR("ss")) &&
           !str_ends_with(word, STR("us")) && !str_ends_with(word, STR("is"));
}

/* Has the noun phrase PHRASE with this HEAD a plural of its own? */
static bool has_plural(Str phrase, Str head)
{
    static const char *const joining[] = {"and", "to", "with"};
    Str first = str_sub(phrase, 0, word_end(phrase, 0));
    size_t after = word_start(phrase, first.len);
    Str next = str_sub(phrase, after, word_end(phrase, after));
    bool is_gerund = first.len > 4 && str_ends_with(first, STR("ing")) &&
                     (!is_countable_gerund(first) || STR_IS_ONE_OF(next, joining));
    if (is_gerund &&
        (!next.len || !STR_IS_ONE_OF(first, describing) || STR_IS_ONE_OF(next, behind_head)))
        return false;
    if (STR_IS_ONE_OF(first, no_noun_phrase) || looks_plural(head) ||
        STR_IS_ONE_OF(head, uncounted))
        return false;
    return !(head.len > 5 && str_ends_with(head, STR("ness")) &&
             !str_ends_with(head, STR("illness")));
}

/* "who uses" of one person is "who use" of several. */
static void append_clause(Str clause, Buf *buf)
{
    static const char *const irregular[][2] = {
        {"is", "are"}, {"was", "were"}, {"has", "have"}, {"does", "do"}};
    static const char *const adverbs[] = {"also",      "never", "now",    "often",
                                          "sometimes", "still", "usually"};
    static const char *const relatives[] = {"that", "which", "who"};
    size_t start = word_start(clause, 0), end = word_end(clause, start);
    size_t verb = word_start(clause, end), verb_end = word_end(clause, verb);
    if (STR_IS_ONE_OF(str_sub(clause, verb, verb_end), adverbs)) {
        verb = word_start(clause, verb_end);
        verb_end = word_end(clause, verb);
    }
    Str word = str_sub(clause, verb, verb_end), stem = str_sub(word, 0, word.len - (word.len > 0));
    if (!STR_IS_ONE_OF(str_sub(clause, start, end), relatives) || !str_ends_with(word, STR("s"))) {
        buf_append(buf, clause);
        return;
    }
    buf_append(buf, str_sub(clause, 0, verb));
    for (size_t i = 0; i < sizeof irregular / sizeof irregular[0]; i++)
        if (str_eq(word, str_of(irregular[i][0]))) {
            buf_append(buf, str_of(irregular[i][1]));
            buf_append(buf, str_sub(clause, verb_end, clause.len));
            return;
        }
    bool is_hissing = str_ends_with(stem, STR("she")) || str_ends_with(stem, STR("che")) ||
                      str_ends_with(stem, STR("sse")) || str_ends_with(stem, STR("oe"));
    if (str_ends_with(stem, STR("ie")))
        buf_printf(buf, "%.*sy", (int)stem.len - 2, stem.data);
    else
        buf_append(buf, str_sub(stem, 0, stem.len - is_hissing));
    buf_append(buf, str_sub(clause, verb_end, clause.len));
}

/* Where PHRASE goes on with ", " or " or " at or after FROM, and how long that is. */
static size_t next_choice(Str phrase, size_t from, size_t *ret_len)
{
    size_t comma = str_find(phrase, STR(", "), from), joined = str_find(phrase, STR(" or "), from);
    *ret_len = comma < joined ? 2 : 4;
    return comma < joined ? comma : joined;
}

/* "care home, hospital or clinic": several nouns, each with its own plural. */
static bool is_choice_of_nouns(Str phrase)
{
    size_t n = 0, len = 0;
    for (size_t start = 0; start <= phrase.len; n++) {
        size_t end = next_choice(phrase, start, &len);
        Str noun = str_sub(phrase, start, end < phrase.len ? end : phrase.len);
        Span head = head_of_noun(noun);
        if (!noun.len || head.end != noun.len || !has_plural(noun, span_of(head, noun)))
            return false;
        start = end < phrase.len ? end + len : phrase.len + 1;
    }
    return n > 1;
}

static void append_choice(Str phrase, Inflection form, Buf *buf)
{
    size_t len = 0;
    for (size_t start = 0; start < phrase.len;) {
        size_t end = next_choice(phrase, start, &len);
        if (end >= phrase.len) {
            inflect_phrase(str_sub(phrase, start, phrase.len), PART_NOUN, form, buf);
            return;
        }
        inflect_phrase(str_sub(phrase, start, end), PART_NOUN, form, buf);
        buf_append(buf, str_sub(phrase, end, end + len));
        start = end + len;
    }
}

void inflect_phrase(Str phrase, PartOfSpeech part, Inflection form, Buf *buf)
{
    if (form == FORM_PLURAL && part == PART_NOUN && is_choice_of_nouns(phrase)) {
        append_choice(phrase, form, buf);
        return;
    }
    bool is_possessive = form == FORM_POSSESSIVE || form == FORM_PLURAL_POSSESSIVE;
    bool is_plural = form == FORM_PLURAL || form == FORM_PLURAL_POSSESSIVE;
    Span head = inflect_head(phrase, part);
    if (is_plural && part == PART_NOUN && !has_plural(phrase, span_of(head, phrase))) {
        inflect_word(phrase, form == FORM_PLURAL ? FORM_BASE : FORM_POSSESSIVE, buf);
        return;
    }
    if (form == FORM_BASE || (span_is_empty(head) && !is_possessive)) {
        buf_append(buf, phrase);
        return;
    }
    if (span_is_empty(head) || (form == FORM_POSSESSIVE && head.end < phrase.len)) {
        inflect_word(phrase, FORM_POSSESSIVE, buf);
        return;
    }
    bool apart = form == FORM_PLURAL_POSSESSIVE && head.end < phrase.len;
    buf_append(buf, str_sub(phrase, 0, head.start));
    inflect_word(span_of(head, phrase), apart ? FORM_PLURAL : form, buf);
    Str clause = str_sub(phrase, head.end, phrase.len);
    if (part == PART_NOUN && is_plural)
        append_clause(clause, buf);
    else
        buf_append(buf, clause);
    if (apart)
        buf_append(buf, STR("'s"));
}
