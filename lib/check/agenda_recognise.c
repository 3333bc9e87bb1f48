/* Is a paper an agenda? By its name, its headings, or the items that every agenda has. */
#include "check/agenda_lines.h"
#include "check/agenda_words.h"

/* The word in a file's name, where "_" and "-" part words too. */
static bool is_agenda_name(Str path)
{
    Str name = str_file_name(path);
    for (size_t at = 0; at + 6 <= name.len; at++)
        if (str_eq_nocase(str_sub(name, at, at + 6), STR("agenda")) &&
            !(at && ascii_is_alpha((unsigned char)name.data[at - 1])))
            return !(name.len > at + 6 && ascii_is_alpha((unsigned char)name.data[at + 6]));
    return false;
}

/* Items that every agenda has and little else does, each counted once. */
static size_t count_standing(const ProseList *proses)
{
    static const char *const openings[] = {"welcome",
                                           "apologies",
                                           "to receive apologies",
                                           "declarations of interest",
                                           "declaration of interest",
                                           "to receive declarations",
                                           "minutes of",
                                           "previous minutes",
                                           "matters arising",
                                           "any other business",
                                           "aob",
                                           "date of next meeting",
                                           "next meeting",
                                           "dates of future meetings"};
    enum { OPENINGS = sizeof openings / sizeof openings[0], LINE_BYTES_MAX = 90 };
    Arena arena = {0};
    AgendaLineArray lines = {0};
    bool has[OPENINGS + 1] = {false}; /* the last: of none */
    size_t n = 0;
    agenda_lines_of(proses, &arena, &lines);
    for (size_t i = 0; i < lines.len; i++) {
        bool is_short = lines.items[i].text.len <= LINE_BYTES_MAX;
        size_t which =
            is_short ? words_opening(lines.items[i].title, openings, OPENINGS) : OPENINGS;
        n += which < OPENINGS && !has[which];
        has[which] = true;
    }
    array_free(&lines);
    arena_free(&arena);
    return n;
}

/* A record of a meeting has an agenda in it, but is none. */
static bool is_record(Str text)
{
    static const char *const words[] = {"minutes",     "notes",        "present",
                                        "attendees",   "action items", "actions",
                                        "resolutions", "regrets",      "summary of"};
    Str number;
    if (item_number(text, &number))
        return false;
    if (find_words(text, STR("agenda")) < text.len)
        return starts_with_words(text, STR("minutes")) || starts_with_words(text, STR("notes"));
    return starts_with_any_words(text, words, sizeof words / sizeof words[0]) ||
           find_words(text, STR("minutes")) < text.len;
}

/* What the first blocks say the paper is. */
typedef struct Heads {
    bool is_titled, has_heading; /* "Agenda" in its title, or in a heading below it */
    bool is_titled_record, is_record;
} Heads;

static Heads look_at_heads(const Document *document, const ProseList *proses)
{
    enum { HEAD_BLOCKS = 12, HEAD_BYTES_MAX = 120 };
    Heads heads = {.is_titled = is_agenda_heading(document->title),
                   .is_titled_record = is_record(document->title)};
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        bool is_heading = prose->block->kind == NODE_HEADING;
        bool is_bold = i < HEAD_BLOCKS && prose->n_words &&
                       (prose->words[0].shape & WORD_IN_EMPHASIS) &&
                       (prose->n_words <= 12 || word_is_any(prose, 0, "agenda"));
        if (!is_heading && !is_bold && i)
            continue;
        Str text = str_trim(prose->text);
        if (text.len > HEAD_BYTES_MAX)
            continue;
        bool is_title = i == 0 || (is_heading && prose->block->as.heading.level == 1);
        bool says_agenda = i < HEAD_BLOCKS && is_agenda_heading(text);
        heads.is_titled |= says_agenda && is_title;
        heads.has_heading |= says_agenda;
        bool says_record = (is_title || is_heading) && is_record(text);
        heads.is_titled_record |= says_record && is_title;
        heads.is_record |= says_record && is_heading;
    }
    return heads;
}

static size_t count_words(const ProseList *proses)
{
    size_t n = 0;
    for (size_t i = 0; i < proses->len; i++)
        n += proses->items[i].n_words;
    return n;
}

/* "2025-03-minutes.md", "board_notes.docx" */
static bool is_record_name(Str path)
{
    static const char *const words[] = {"minutes", "notes"};
    Str name = str_file_name(path);
    return has_any_words(name, words, sizeof words / sizeof words[0]);
}

bool agenda_is_one(const Document *document, const ProseList *proses, Str name)
{
    enum { WORDS_MAX = 4000, SHORT_WORDS_MAX = 1500, BLOCKS_MAX = 80, STANDING_MIN = 3 };
    size_t n_words = count_words(proses);
    if (n_words > WORDS_MAX || is_record_name(name))
        return false;
    Heads heads = look_at_heads(document, proses);
    if (heads.is_titled_record)
        return false;
    if (heads.is_titled || is_agenda_name(name))
        return true;
    ProseList head = {proses->items, proses->len < BLOCKS_MAX ? proses->len : BLOCKS_MAX};
    return n_words <= SHORT_WORDS_MAX && !heads.is_record &&
           (heads.has_heading || count_standing(&head) >= STANDING_MIN);
}
