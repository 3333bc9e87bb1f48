#include "check/agenda_words.h"

#include "base/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static size_t skip_letters_and_digits(Str text, size_t at)
{
    while (at < text.len && ascii_is_digit((unsigned char)text.data[at]))
        at++;
    return at;
}

/* "4", "4.2.1", "24/101", "2019/45"; a letter may follow ("4a") or stand in front ("A1"). */
static size_t number_end(Str text)
{
    size_t at = 0;
    if (text.len > 1 && ascii_is_upper((unsigned char)text.data[0]) &&
        ascii_is_digit((unsigned char)text.data[1]))
        at = 1;
    size_t digits = skip_letters_and_digits(text, at);
    if (digits == at || digits - at > 4)
        return 0;
    at = digits;
    while (at + 1 < text.len && (text.data[at] == '.' || text.data[at] == '/') &&
           ascii_is_digit((unsigned char)text.data[at + 1]))
        at = skip_letters_and_digits(text, at + 1);
    if (at < text.len && ascii_is_lower((unsigned char)text.data[at]) &&
        !is_letter_at(text, at + 1))
        at++;
    return at;
}

static size_t skip_separators(Str text, size_t at)
{
    static const char *const marks[] = {" ", "\t", "\n", "\xC2\xA0", "–", "—",
                                        "-", ":",  ".",  ")",        "|"};
    for (bool moves = true; moves;) {
        moves = false;
        for (size_t i = 0; i < COUNT(marks) && !moves; i++)
            if (str_starts_with(str_sub(text, at, text.len), str_of(marks[i]))) {
                at += strlen(marks[i]);
                moves = true;
            }
    }
    return at;
}

/* Is the word behind a bare number one that goes with it: "10 minutes", "3 May"? */
static bool is_counted(Str rest)
{
    return !rest.len ||
           !(ascii_is_upper((unsigned char)rest.data[0]) || (unsigned char)rest.data[0] >= 0x80 ||
             rest.data[0] == '(') ||
           starts_with_words(rest, STR("January")) || starts_with_words(rest, STR("February")) ||
           starts_with_words(rest, STR("March")) || starts_with_words(rest, STR("April")) ||
           starts_with_words(rest, STR("May")) || starts_with_words(rest, STR("June")) ||
           starts_with_words(rest, STR("July")) || starts_with_words(rest, STR("August")) ||
           starts_with_words(rest, STR("September")) || starts_with_words(rest, STR("October")) ||
           starts_with_words(rest, STR("November")) || starts_with_words(rest, STR("December"));
}

size_t item_number(Str text, Str *ret_number)
{
    static const char *const openings[] = {"agenda item", "item"};
    size_t which = words_opening(text, openings, COUNT(openings));
    size_t start = which < COUNT(openings) ? skip_separators(text, strlen(openings[which])) : 0;
    Str rest = str_sub(text, start, text.len);
    size_t end = number_end(rest);
    if (!end || is_letter_at(rest, end) ||
        (end < rest.len && ascii_is_digit((unsigned char)rest.data[end])))
        return 0;
    char mark = end < rest.len ? rest.data[end] : ' ';
    size_t after = skip_separators(rest, end);
    bool is_marked = start || mark == '.' || mark == ')' || mark == ':' || mark == '\t';
    if (after == end && after < rest.len)
        return 0;
    if (!is_marked && is_counted(str_sub(rest, after, rest.len)))
        return 0;
    *ret_number = str_sub(rest, 0, end);
    return start + after;
}

size_t sentence_end(Str line, size_t start)
{
    for (size_t at = str_find(line, STR(" "), start); at + 1 < line.len;
         at = str_find(line, STR(" "), at + 1)) {
        char mark = at > start ? line.data[at - 1] : ' ';
        if ((mark != '.' && mark != '?' && mark != '!') ||
            !ascii_is_upper((unsigned char)line.data[at + 1]))
            continue;
        size_t word = at - 1;
        while (word > start && ascii_is_alpha((unsigned char)line.data[word - 1]))
            word--;
        Str last = str_sub(line, word, at - 1);
        if (mark != '.' ||
            (last.len != 1 && !is_any_word(last, "mr mrs ms dr st no cllr prof revd")))
            return at;
    }
    return line.len;
}

static const char *const standing_words[] = {
    "apologies",
    "apology",
    "welcome",
    "welcomes",
    "introductions",
    "introduction",
    "declaration of interest",
    "declarations of interest",
    "declarations",
    "disclosure of interest",
    "disclosures of interest",
    "disclosable",
    "conflicts of interest",
    "register of interests",
    "quorum",
    "quoracy",
    "minutes of",
    "previous minutes",
    "minutes from",
    "last minutes",
    "matters arising",
    "action log",
    "actions arising",
    "action tracker",
    "any other business",
    "aob",
    "a.o.b",
    "other business",
    "urgent business",
    "urgent items",
    "date of next meeting",
    "next meeting",
    "date and time of next",
    "dates of future meetings",
    "close",
    "close of meeting",
    "meeting closes",
    "meeting close",
    "chair's announcements",
    "chair’s announcements",
    "chairman's announcements",
    "chairman’s announcements",
    "chair's report",
    "chair’s report",
    "chair's remarks",
    "chair’s remarks",
    "announcements",
    "housekeeping",
    "exclusion of the public",
    "exclusion of press and public",
    "exclusion of public and press",
    "dispensations",
    "reflections on the meeting",
    "review of the meeting",
    "substitutions",
    "membership changes",
    "public participation",
    "public questions",
    "questions from the public",
    "members of the public",
    "public question time",
    "public session",
    "open session",
    "public forum",
    "petitions",
    "anything else",
    "items for next",
    "items for the next",
    "future agenda items",
    "time and place of next meeting",
    "hello",
    "say hello",
    "goodbye",
    "thank you and goodbye",
    "record of attendance",
    "fire exits",
    "sederunt",
};

/* "Draft minutes", not "Each site, two minutes". */
static bool names_minutes(Str title)
{
    size_t at = find_words(title, STR("minutes"));
    Str before = str_trim(str_sub(title, 0, at));
    size_t word = before.len;
    while (word && ascii_is_alpha((unsigned char)before.data[word - 1]))
        word--;
    bool is_counted =
        (before.len && ascii_is_digit((unsigned char)before.data[before.len - 1])) ||
        is_any_word(str_sub(before, word, before.len),
                    "two three four five six seven eight nine ten fifteen twenty thirty few");
    return at < title.len && !is_counted;
}

bool is_standing_title(Str title)
{
    enum { SHORT_BYTES = 90 };
    Str opening = str_sub(title, 0, SHORT_BYTES);
    return title.len <= SHORT_BYTES * 3 &&
           (names_minutes(opening) || is_any_word(title, "finish end") ||
            has_any_words(opening, standing_words, COUNT(standing_words)));
}

bool is_break_title(Str title)
{
    static const char *const words[] = {
        "break",          "comfort break", "short break",  "tea break",
        "tea and coffee", "tea",           "coffee break", "coffee",
        "rest break",     "lunch break",   "lunch",        "refreshments",
        "adjournment",    "interval",      "pause",        "screen break"};
    static const char *const joins[] = {"for", "at", "and", "until", "of", "from"};
    enum { REST_BYTES_MAX = 30 };
    size_t which = words_opening(title, words, COUNT(words));
    if (which == COUNT(words))
        return false;
    size_t bracket = str_find(title, STR("("), 0);
    Str rest = str_trim(str_sub(title, strlen(words[which]), bracket));
    bool ends_there = !rest.len || !ascii_is_alpha((unsigned char)rest.data[0]);
    return rest.len < REST_BYTES_MAX &&
           (ends_there || starts_with_any_words(rest, joins, COUNT(joins)));
}

bool is_patient_voice(Str text)
{
    static const char *const words[] = {"patient story",
                                        "patient stories",
                                        "patient's story",
                                        "patient’s story",
                                        "staff story",
                                        "patient experience",
                                        "patient voice",
                                        "patient and public",
                                        "carer's story",
                                        "carer’s story",
                                        "carer story",
                                        "family story",
                                        "families",
                                        "lived experience",
                                        "experience of care",
                                        "service user",
                                        "service users",
                                        "resident voice",
                                        "community voice",
                                        "resident story",
                                        "residents",
                                        "public questions",
                                        "questions from the public",
                                        "public participation",
                                        "public question time",
                                        "public forum",
                                        "petitions",
                                        "healthwatch",
                                        "patient council",
                                        "patient panel",
                                        "complaints",
                                        "what people told us",
                                        "members of the public",
                                        "story"};
    return has_any_words(text, words, COUNT(words));
}

Str late_words_in(Str text)
{
    static const char *const words[] = {
        "to follow",   "tabled",     "to be tabled",   "verbal update", "verbal report",
        "verbal",      "verbally",   "oral report",    "oral",          "late paper",
        "late report", "on the day", "at the meeting", "tbc",           "report to follow"};
    Str found = {0};
    Str phrase;
    for (size_t at = find_any_words(text, 0, words, COUNT(words), &phrase); at < text.len;
         at = find_any_words(text, at + 1, words, COUNT(words), &phrase))
        if (phrase.len > found.len)
            found = str_sub(text, at, at + phrase.len);
    return found;
}

static bool has_file_ending(Str text)
{
    static const char *const endings[] = {".docx", ".pdf",  ".html", ".htm", ".md",
                                          ".doc",  ".pptx", ".xlsx", ".txt"};
    for (size_t i = 0; i < COUNT(endings); i++)
        if (str_ends_with(text, str_of(endings[i])))
            return true;
    return false;
}

bool is_paper_reference(Str text)
{
    static const char *const openings[] = {
        "paper",           "papers",     "enc",         "encs",
        "enclosure",       "enclosures", "appendix",    "appendices",
        "attachment",      "attached",   "attachments", "document",
        "report attached", "annex",      "ref",         "item",
        "see paper",       "enclosed",   "doc"};
    enum { REFERENCE_BYTES_MAX = 60 };
    if (text.len > REFERENCE_BYTES_MAX)
        return false;
    bool is_file = str_find(text, STR(" "), 0) == text.len && has_file_ending(text);
    return is_file || starts_with_any_words(text, openings, COUNT(openings));
}

static bool is_role(Str text)
{
    static const char *const roles[] = {"chair",
                                        "vice chair",
                                        "vice-chair",
                                        "chairman",
                                        "chairwoman",
                                        "chairperson",
                                        "all",
                                        "clerk",
                                        "treasurer",
                                        "secretary",
                                        "ceo",
                                        "coo",
                                        "cfo",
                                        "mayor",
                                        "president",
                                        "chief",
                                        "director",
                                        "head of",
                                        "deputy",
                                        "company secretary",
                                        "cllr",
                                        "councillor",
                                        "dr",
                                        "prof",
                                        "professor",
                                        "mr",
                                        "mrs",
                                        "ms",
                                        "miss",
                                        "mx",
                                        "sir",
                                        "dame",
                                        "rev",
                                        "officer",
                                        "manager",
                                        "leader",
                                        "trustee",
                                        "non-executive",
                                        "executive",
                                        "assistant",
                                        "associate",
                                        "interim",
                                        "acting",
                                        "portfolio holder",
                                        "cabinet member",
                                        "everyone",
                                        "monitoring officer",
                                        "company",
                                        "medical director",
                                        "finance director"};
    return starts_with_any_words(text, roles, COUNT(roles));
}

/* "Jo Bloggs", "J Bloggs", "Jo Bloggs-Smith and Al Green": two or more capitalised
 * words and nothing else but "and", "of", commas. */
static bool is_name(Str text)
{
    size_t n_words = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && !ascii_is_space((unsigned char)text.data[end]))
            end++;
        Str word = str_sub(text, at, end);
        at = end + 1;
        if (!word.len)
            continue;
        if (str_eq(word, STR("and")) || str_eq(word, STR("&")) || str_eq(word, STR("/")))
            continue;
        if (!ascii_is_upper((unsigned char)word.data[0]))
            return false;
        n_words++;
        for (size_t i = 0; i < word.len; i++)
            if (ascii_is_digit((unsigned char)word.data[i]))
                return false;
    }
    return n_words >= 2 && n_words <= 4;
}

bool is_person(Str text)
{
    enum { PERSON_BYTES_MAX = 70 };
    if (!text.len || text.len > PERSON_BYTES_MAX || text.data[text.len - 1] == '.')
        return false;
    Str first = str_trim(str_sub(text, 0, str_find(text, STR(","), 0)));
    return is_name(first) || is_role(text);
}

bool is_notes_heading(Str text)
{
    static const char *const openings[] = {"notes for",
                                           "information for",
                                           "members of the",
                                           "in attendance",
                                           "how to",
                                           "filming",
                                           "recording of",
                                           "to members",
                                           "key to",
                                           "getting to",
                                           "accessibility",
                                           "emergency",
                                           "who will be there",
                                           "what the words mean",
                                           "asking questions",
                                           "need help",
                                           "word list",
                                           "glossary",
                                           "guide to",
                                           "access to",
                                           "public participation",
                                           "guidance for"};
    static const char *const alone[] = {
        "notes",       "note",      "membership",   "guidance",     "contact details",
        "contact",     "contacts",  "quorum",       "attendance",   "attendees",
        "access",      "recording", "distribution", "circulation",  "key",
        "members",     "fire",      "words",        "ground rules", "help",
        "getting here"};
    size_t which = words_opening(text, alone, COUNT(alone));
    if (which < COUNT(alone) && text.len <= strlen(alone[which]) + 1)
        return true;
    return starts_with_any_words(text, openings, COUNT(openings));
}

bool is_agenda_heading(Str text)
{
    size_t at = find_words(text, STR("agenda"));
    if (at == text.len)
        return false;
    Str after = str_trim(str_sub(text, at + 6, text.len));
    static const char *const others[] = {
        "item", "for change", "setting", "items",           "no",
        "no.",  "number",     "ref",     "for sustainable", "planning"};
    return !starts_with_any_words(after, others, COUNT(others));
}
