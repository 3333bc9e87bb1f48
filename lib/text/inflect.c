#include "text/inflect.h"

#include "base/utf8.h"
#include "text/inflect_rules.h"

#define ROW(literal)                                                                               \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

static const IrregularVerb verbs[] = {
#define VERB(base, past, participle) {ROW(base), ROW(past), ROW(participle)},
#include "text/irregular_verbs.def"
#undef VERB
};

static const IrregularNoun nouns[] = {
#define NOUN(singular, plural) {ROW(singular), ROW(plural)},
#include "text/irregular_nouns.def"
#undef NOUN
};

enum {
    N_VERBS = sizeof verbs / sizeof verbs[0],
    N_NOUNS = sizeof nouns / sizeof nouns[0],
    IRREGULAR_LEN_MAX = 13, /* "misunderstand" */
};

/* Looked up for every term of every dictionary: bsearch would cost a call a step. */
const IrregularVerb *irregular_verb(Str base)
{
    size_t low = 0, high = base.len > IRREGULAR_LEN_MAX ? 0 : N_VERBS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(base, verbs[middle].base);
        if (order == 0)
            return &verbs[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const IrregularNoun *irregular_noun(Str singular)
{
    size_t low = 0, high = singular.len > IRREGULAR_LEN_MAX ? 0 : N_NOUNS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(singular, nouns[middle].singular);
        if (order == 0)
            return &nouns[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const IrregularVerb *irregular_verbs(size_t *ret_n)
{
    *ret_n = N_VERBS;
    return verbs;
}

const IrregularNoun *irregular_nouns(size_t *ret_n)
{
    *ret_n = N_NOUNS;
    return nouns;
}

bool next_alternative(Str *rest, Str *ret)
{
    if (!rest->len)
        return false;
    size_t bar = str_find(*rest, STR("|"), 0);
    *ret = str_sub(*rest, 0, bar);
    *rest = str_sub(*rest, bar + 1, rest->len);
    return true;
}

/* The letter at INDEX is heard as a vowel: y inside a word is, u behind q is not. */
static bool sounds_vowel(Str word, size_t index)
{
    char c = word.data[index];
    if (c == 'y')
        return index > 0;
    if (c == 'u' && index > 0 && word.data[index - 1] == 'q')
        return false;
    return ascii_is_vowel(c);
}

static bool ends_consonant_y(Str word)
{
    return word.len > 1 && word.data[word.len - 1] == 'y' &&
           !ascii_is_vowel(word.data[word.len - 2]);
}

/* One consonant behind one vowel that stands behind a consonant: "stop", "quit". */
static bool ends_short(Str word)
{
    size_t n = word.len;
    if (n < 3 || sounds_vowel(word, n - 1) || !sounds_vowel(word, n - 2))
        return false;
    char last = word.data[n - 1];
    if (last == 'w' || last == 'x' || last == 'h')
        return false;
    return !sounds_vowel(word, n - 3);
}

static bool is_one_syllable(Str word)
{
    size_t groups = 0;
    bool in_group = false;
    for (size_t i = 0; i < word.len; i++) {
        bool vowel = sounds_vowel(word, i);
        groups += vowel && !in_group;
        in_group = vowel;
    }
    return groups == 1;
}

/* "underpin", "refer": a light first part and a short word that takes the stress. */
static bool is_prefixed_short_word(Str word)
{
    static const char *const prefixes[] = {"co", "de",  "in",  "mis", "off",   "out", "over",
                                           "re", "pre", "sub", "un",  "under", "up"};
    static const char *const exceptions[] = {"covet", "debit",  "input",  "inset",
                                             "rebel", "reckon", "redden", "upend"};
    if (STR_IS_ONE_OF(word, exceptions))
        return false;
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        Str prefix = str_of(prefixes[i]);
        if (!str_starts_with(word, prefix))
            continue;
        Str rest = str_sub(word, prefix.len, word.len);
        if (rest.len >= 3 && !ascii_is_vowel(rest.data[0]) && is_one_syllable(rest) &&
            ends_short(rest))
            return true;
    }
    return false;
}

static bool doubles_l(Str verb)
{
    static const char *const two_vowels[] = {"dial", "duel", "fuel", "initial", "refuel", "trial"};
    static const char *const single[] = {"parallel", "unparallel"};
    return (ends_short(verb) && !STR_IS_ONE_OF(verb, single)) || STR_IS_ONE_OF(verb, two_vowels);
}

bool doubles_last(Str verb)
{
    static const char *const stressed[] = {
        "abet",     "abhor",    "abut",     "acquit",    "admit",   "allot", "aver",
        "begin",    "commit",   "concur",   "confer",    "embed",   "emit",  "equip",
        "forget",   "format",   "handicap", "hobnob",    "input",   "inset", "kidnap",
        "occur",    "omit",     "outfit",   "permit",    "program", "quiz",  "regret",
        "retrofit", "transfer", "transmit", "transship", "worship", "zigzag"};
    if (verb.len && verb.data[verb.len - 1] == 'l')
        return doubles_l(verb);
    if (STR_IS_ONE_OF(verb, stressed))
        return true;
    if (!ends_short(verb))
        return false;
    return is_one_syllable(verb) || is_prefixed_short_word(verb);
}

/* "panic" keeps its hard c: panicked. Longer words in -ic are not verbs as they stand. */
static bool adds_k(Str verb)
{
    static const char *const list[] = {"frolic", "mimic", "panic", "picnic", "traffic"};
    return STR_IS_ONE_OF(verb, list);
}

static bool ch_is_k(Str word)
{
    static const char *const list[] = {"czech", "epoch", "eunuch", "loch", "stomach", "tech"};
    return str_ends_with(word, STR("arch"))
               ? !str_eq(word, STR("arch")) && !str_eq(word, STR("march")) &&
                     !str_eq(word, STR("search")) && !str_eq(word, STR("research"))
               : STR_IS_ONE_OF(word, list);
}

static bool is_hissing(Str word)
{
    if (!word.len)
        return false;
    switch (word.data[word.len - 1]) {
    case 's':
    case 'x':
    case 'z':
        return true;
    case 'h':
        return str_ends_with(word, STR("sh")) || (str_ends_with(word, STR("ch")) && !ch_is_k(word));
    default:
        return false;
    }
}

static bool ends_consonant_o(Str word)
{
    return word.len > 1 && word.data[word.len - 1] == 'o' &&
           !ascii_is_vowel(word.data[word.len - 2]);
}

/* A word with a capital after its first letter is spelt out: "GP", "ToR". */
static bool is_acronym(Str word)
{
    for (size_t i = 1; i < word.len; i++)
        if (ascii_is_upper((unsigned char)word.data[i]))
            return true;
    return false;
}

static void append_two(Buf *buf, Str stem, Str ending)
{
    buf_append(buf, stem);
    buf_append(buf, ending);
}

/* Plural of a noun and third person of a verb, where they are regular. */
static void append_s(Str word, bool o_takes_e, Buf *buf)
{
    if (ends_consonant_y(word))
        append_two(buf, str_sub(word, 0, word.len - 1), STR("ies"));
    else if (is_hissing(word) || (o_takes_e && ends_consonant_o(word)))
        append_two(buf, word, STR("es"));
    else
        append_two(buf, word, STR("s"));
}

static void append_regular_plural(Str word, Buf *buf)
{
    static const char *const oes[] = {"buffalo", "cargo",  "echo",    "embargo", "hero", "mosquito",
                                      "potato",  "tomato", "tornado", "torpedo", "veto", "volcano"};
    static const char *const mans[] = {"german", "human",  "norman",  "ottoman",
                                       "roman",  "shaman", "talisman"};
    if (str_ends_with(word, STR("sis")) && word.len > 4)
        append_two(buf, str_sub(word, 0, word.len - 2), STR("es"));
    else if (str_ends_with(word, STR("man")) && !STR_IS_ONE_OF(word, mans))
        append_two(buf, str_sub(word, 0, word.len - 2), STR("en"));
    else if (str_ends_with(word, STR("child")))
        append_two(buf, word, STR("ren"));
    else
        append_s(word, STR_IS_ONE_OF(word, oes), buf);
}

static void append_plural(Str word, Buf *buf)
{
    if (is_acronym(word)) {
        append_two(buf, word, STR("s"));
        return;
    }
    const IrregularNoun *irregular = irregular_noun(word);
    Str first;
    if (irregular) {
        Str rest = irregular->plural;
        if (next_alternative(&rest, &first))
            buf_append(buf, first);
        return;
    }
    append_regular_plural(word, buf);
}

static void append_possessive(Str word, bool is_plural, Buf *buf)
{
    bool bare = is_plural && str_ends_with(word, STR("s"));
    append_two(buf, word, bare ? STR("'") : STR("'s"));
}

static void append_plural_possessive(Str word, Buf *buf)
{
    size_t start = buf->len;
    append_plural(word, buf);
    bool bare = buf->len > start && buf->data[buf->len - 1] == 's';
    buf_append(buf, bare ? STR("'") : STR("'s"));
}

static void append_third_person(Str verb, Buf *buf)
{
    if (str_eq(verb, STR("be")))
        buf_append(buf, STR("is"));
    else if (str_eq(verb, STR("have")))
        buf_append(buf, STR("has"));
    else if (str_eq(verb, STR("quiz")))
        buf_append(buf, STR("quizzes"));
    else
        append_s(verb, true, buf);
}

/* The verb as it stands before -ed and -ing when it does not end in e. */
static void append_stem(Str verb, Buf *buf)
{
    buf_append(buf, verb);
    if (adds_k(verb))
        buf_append_char(buf, 'k');
    else if (doubles_last(verb))
        buf_append_char(buf, verb.data[verb.len - 1]);
}

static bool keeps_e(Str verb)
{
    static const char *const list[] = {"age", "be", "binge", "singe", "tinge", "whinge"};
    return str_ends_with(verb, STR("ee")) || str_ends_with(verb, STR("oe")) ||
           str_ends_with(verb, STR("ye")) || STR_IS_ONE_OF(verb, list);
}

static void append_ing(Str verb, Buf *buf)
{
    if (str_ends_with(verb, STR("ie")))
        append_two(buf, str_sub(verb, 0, verb.len - 2), STR("y"));
    else if (str_ends_with(verb, STR("e")) && !keeps_e(verb))
        buf_append(buf, str_sub(verb, 0, verb.len - 1));
    else if (str_ends_with(verb, STR("e")))
        buf_append(buf, verb);
    else
        append_stem(verb, buf);
    buf_append(buf, STR("ing"));
}

static void append_regular_past(Str verb, Buf *buf)
{
    if (str_ends_with(verb, STR("e"))) {
        append_two(buf, verb, STR("d"));
    } else if (ends_consonant_y(verb)) {
        append_two(buf, str_sub(verb, 0, verb.len - 1), STR("ied"));
    } else {
        append_stem(verb, buf);
        buf_append(buf, STR("ed"));
    }
}

static void append_past(Str verb, Inflection form, Buf *buf)
{
    const IrregularVerb *irregular = irregular_verb(verb);
    if (!irregular) {
        append_regular_past(verb, buf);
        return;
    }
    Str rest = form == FORM_PAST ? irregular->past : irregular->participle;
    Str first;
    if (next_alternative(&rest, &first))
        buf_append(buf, first);
}

void inflect_word(Str word, Inflection form, Buf *buf)
{
    switch (form) {
    case FORM_PLURAL:
        append_plural(word, buf);
        break;
    case FORM_POSSESSIVE:
        append_possessive(word, false, buf);
        break;
    case FORM_PLURAL_POSSESSIVE:
        append_plural_possessive(word, buf);
        break;
    case FORM_THIRD_PERSON:
        append_third_person(word, buf);
        break;
    case FORM_PAST:
    case FORM_PARTICIPLE:
        append_past(word, form, buf);
        break;
    case FORM_ING:
        append_ing(word, buf);
        break;
    case FORM_BASE:
    case INFLECTION_COUNT:
        buf_append(buf, word);
        break;
    }
}

/* Every form of a word. */

typedef struct EachForm {
    void (*each)(void *context, Str form_text, Inflection form);
    void *context;
    Buf buf;
} EachForm;

static void give(EachForm *out, Inflection form)
{
    out->each(out->context, buf_str(&out->buf), form);
    buf_clear(&out->buf);
}

static void give_alternatives(EachForm *out, Str rest, Inflection form)
{
    Str text;
    while (next_alternative(&rest, &text))
        out->each(out->context, text, form);
}

static void each_of_verb(EachForm *out, Str verb)
{
    append_third_person(verb, &out->buf);
    give(out, FORM_THIRD_PERSON);
    append_ing(verb, &out->buf);
    give(out, FORM_ING);
    const IrregularVerb *irregular = irregular_verb(verb);
    if (irregular) {
        give_alternatives(out, irregular->past, FORM_PAST);
        if (!str_eq(irregular->past, irregular->participle))
            give_alternatives(out, irregular->participle, FORM_PARTICIPLE);
        if (str_eq(verb, STR("be")))
            give_alternatives(out, STR("am|are"), FORM_THIRD_PERSON);
        return;
    }
    append_regular_past(verb, &out->buf);
    give(out, FORM_PAST);
}

static void each_of_noun(EachForm *out, Str noun)
{
    const IrregularNoun *irregular = is_acronym(noun) ? NULL : irregular_noun(noun);
    Str rest = irregular ? irregular->plural : (Str){0}, plural;
    while (next_alternative(&rest, &plural))
        out->each(out->context, plural, FORM_PLURAL);
    if (irregular)
        return;
    if (is_acronym(noun))
        append_two(&out->buf, noun, STR("s"));
    else
        append_regular_plural(noun, &out->buf);
    give(out, FORM_PLURAL);
}

/* Verbs whose -ise is no ending, so that -ize would be wrong. */
static bool is_only_ise(Str verb)
{
    static const char *const ends[] = {
        "advertise",   "advise",   "apprise",  "arise",     "chastise",  "circumcise",
        "compromise",  "comprise", "demise",   "despise",   "devise",    "disguise",
        "enterprise",  "excise",   "exercise", "franchise", "improvise", "incise",
        "merchandise", "noise",    "poise",    "praise",    "precise",   "premise",
        "promise",     "raise",    "revise",   "rise",      "supervise", "surmise",
        "surprise",    "televise", "wise",     "concise",   "appraise",  "cruise",
        "bruise",      "reprise",  "liaise",   "expertise"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (str_ends_with(verb, str_of(ends[i])))
            return true;
    return false;
}

/* Offset of the s or z of -ise, -ize, -yse, -isation, -ization in WORD; else its length. */
static size_t ise_letter(Str word, PartOfSpeech part)
{
    size_t tail = part == PART_VERB ? 2 : part == PART_NOUN ? 6 : 0;
    if (!tail || word.len < tail + 3)
        return word.len;
    size_t at = word.len - tail;
    char before = word.data[at - 1], letter = word.data[at];
    bool spelt = letter == 's' || letter == 'z';
    if (part == PART_NOUN)
        return spelt && before == 'i' && str_ends_with(word, STR("ation")) ? at : word.len;
    if (!spelt || word.data[word.len - 1] != 'e' || is_only_ise(word))
        return word.len;
    return before == 'i' || (before == 'y' && word.data[at - 2] == 'l') ? at : word.len;
}

static void each_of_part(EachForm *out, Str word, PartOfSpeech part)
{
    if (part == PART_VERB)
        each_of_verb(out, word);
    else if (part == PART_NOUN)
        each_of_noun(out, word);
}

void inflect_each(Str word, PartOfSpeech part,
                  void (*each)(void *context, Str form_text, Inflection form), void *context)
{
    EachForm out = {.each = each, .context = context};
    if (!word.len)
        return;
    each_of_part(&out, word, part);
    size_t at = ise_letter(word, part);
    if (at < word.len) {
        Buf other = {0};
        buf_append(&other, word);
        other.data[at] = word.data[at] == 's' ? 'z' : 's';
        each(context, buf_str(&other), FORM_BASE);
        each_of_part(&out, buf_str(&other), part);
        buf_free(&other);
    }
    buf_free(&out.buf);
}
