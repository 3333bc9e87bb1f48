/* Which paper belongs to which item: by link, by file name, by reference, by title. */
#include "check/agenda_fields.h"
#include "check/agenda_words.h"
#include "check/pack_parts.h"

enum { WORDS_MAX = 24, HEAD_BLOCKS = 12, SCORE_MIN = 40 };

static Str without_extension(Str name)
{
    for (size_t i = name.len; i-- > 1;)
        if (name.data[i] == '.')
            return str_sub(name, 0, i);
    return name;
}

typedef struct WordSet {
    uint64_t hashes[WORDS_MAX];
    size_t n;
} WordSet;

static bool has_word(const WordSet *set, uint64_t hash)
{
    for (size_t i = 0; i < set->n; i++)
        if (set->hashes[i] == hash)
            return true;
    return false;
}

static bool is_weak(Str word)
{
    static const char *const weak[] = {
        "the",         "a",      "an",    "of",        "and",     "to",       "for",
        "in",          "on",     "at",    "by",        "with",    "from",     "report",
        "paper",       "update", "item",  "enc",       "approve", "note",     "receive",
        "consider",    "agenda", "board", "committee", "annual",  "decision", "discussion",
        "information", "docx",   "pdf",   "html",      "md"};
    for (size_t i = 0; i < sizeof weak / sizeof weak[0]; i++)
        if (str_eq_nocase(word, str_of(weak[i])))
            return true;
    return word.len < 2;
}

/* The words of TEXT that carry meaning; a plural s is dropped. */
static void add_words(WordSet *set, Str text)
{
    for (size_t at = 0; at < text.len && set->n < WORDS_MAX;) {
        size_t end = at;
        while (end < text.len && (ascii_is_alpha((unsigned char)text.data[end]) ||
                                  (unsigned char)text.data[end] >= 0x80))
            end++;
        Str word = str_sub(text, at, end);
        at = end > at ? end : at + 1;
        if (is_weak(word))
            continue;
        if (word.len > 3 && (word.data[word.len - 1] == 's' || word.data[word.len - 1] == 'S'))
            word.len--;
        uint64_t hash = word_hash(word);
        if (!has_word(set, hash))
            set->hashes[set->n++] = hash;
    }
}

/* Letters and figures of a reference in small letters, without "Paper", "Enc" and the
 * like: "Paper QC/25/11" gives "qc2511". */
static Str reference_key(Str reference, Arena *arena)
{
    static const char *const openings[] = {"papers",      "paper", "enclosures", "enclosure",
                                           "encs",        "enc",   "appendix",   "attachment",
                                           "annex",       "ref",   "document",   "doc",
                                           "agenda item", "item",  "report"};
    reference = str_trim(reference);
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++)
        if (starts_with_words(reference, str_of(openings[i]))) {
            reference = str_sub(reference, strlen(openings[i]), reference.len);
            break;
        }
    Buf key = {0};
    for (size_t i = 0; i < reference.len; i++)
        if (ascii_is_alpha((unsigned char)reference.data[i]) ||
            ascii_is_digit((unsigned char)reference.data[i]))
            buf_append_char(&key, ascii_lower(reference.data[i]));
    Str text = arena_str(arena, buf_str(&key));
    buf_free(&key);
    size_t zeros = 0;
    while (zeros + 1 < text.len && text.data[zeros] == '0')
        zeros++;
    return str_sub(text, zeros, text.len);
}

/* Does the file name give REFERENCE: "paper-a-winter.docx", "Enc 3 Beds.docx"? */
static bool name_has_reference(Str name, Str reference, Arena *arena)
{
    Str key = reference_key(reference, arena);
    static const char *const openings[] = {"paper",      "enc",  "enclosure", "appendix",
                                           "attachment", "item", "annex",     "doc"};
    if (!key.len)
        return false;
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++) {
        size_t len = strlen(openings[i]);
        size_t at = find_words(name, str_of(openings[i]));
        if (at == name.len)
            continue;
        size_t start = at + len;
        while (start < name.len && !ascii_is_alpha((unsigned char)name.data[start]) &&
               !ascii_is_digit((unsigned char)name.data[start]))
            start++;
        size_t end = start;
        while (end < name.len && (ascii_is_alpha((unsigned char)name.data[end]) ||
                                  ascii_is_digit((unsigned char)name.data[end])))
            end++;
        if (str_eq(reference_key(str_sub(name, start, end), arena), key))
            return true;
    }
    Str whole = reference_key(name, arena);
    return key.len >= 4 && str_find(whole, key, 0) < whole.len;
}

/* Does the top of the paper give REFERENCE as its own: "Paper A", "Enc 3"? */
static bool top_has_reference(const PackPaper *paper, Str reference, Arena *arena)
{
    Str key = reference_key(reference, arena);
    const ProseList *proses = &paper->context.proses;
    for (size_t i = 0; key.len && i < proses->len && i < HEAD_BLOCKS; i++) {
        Str text = str_trim(proses->items[i].text);
        Str rest = text;
        bool is_label = field_opening(text, &rest) != FIELD_NONE;
        if (text.len <= 60 && (is_label || is_paper_reference(text)) &&
            str_eq(reference_key(is_label ? rest : text, arena), key))
            return true;
    }
    return false;
}

/* The number at the start of a file's name, "04" of "04-quality.docx". */
static Str leading_number(Str name)
{
    size_t end = 0, start = 0;
    while (end < name.len && (ascii_is_digit((unsigned char)name.data[end]) ||
                              (end && name.data[end] == '.' && end + 1 < name.len &&
                               ascii_is_digit((unsigned char)name.data[end + 1]))))
        end++;
    while (start + 1 < end && name.data[start] == '0')
        start++;
    return end <= 5 ? str_sub(name, start, end) : (Str){0};
}

/* "Agenda item 4" at the top of the paper. */
static bool top_names_item(const PackPaper *paper, Str number)
{
    const ProseList *proses = &paper->context.proses;
    for (size_t i = 0; number.len && i < proses->len && i < HEAD_BLOCKS; i++) {
        Str text = proses->items[i].text, found;
        size_t at = find_words(text, STR("agenda item"));
        if (at < text.len && item_number(str_sub(text, at, text.len), &found) &&
            str_eq(found, number))
            return true;
    }
    return false;
}

static Str first_heading(const PackPaper *paper)
{
    const ProseList *proses = &paper->context.proses;
    for (size_t i = 0; i < proses->len; i++)
        if (proses->items[i].block->kind == NODE_HEADING)
            return str_trim(proses->items[i].text);
    return (Str){0};
}

static int title_score(const AgendaItem *item, const PackPaper *paper, Str name)
{
    WordSet wanted = {.n = 0}, have = {.n = 0};
    size_t n_shared = 0;
    add_words(&wanted, item->title);
    add_words(&have, name);
    add_words(&have, first_heading(paper));
    add_words(&have, paper->input->document->title);
    for (size_t i = 0; i < wanted.n; i++)
        n_shared += has_word(&have, wanted.hashes[i]);
    if (!wanted.n || !n_shared || n_shared * 2 < wanted.n)
        return 0;
    return 30 + (int)(30 * n_shared / wanted.n) + (n_shared > 2 ? 5 : 0);
}

static int score(PackRun *run, const AgendaItem *item, const PackPaper *paper)
{
    Str file = str_file_name(paper->input->result->path), name = without_extension(file);
    if (item->link.len && str_eq(str_file_name(item->link), file))
        return 200;
    if (item->paper.len && find_words(item->paper, name) < item->paper.len)
        return 190;
    int best = title_score(item, paper, name);
    if (item->paper.len && top_has_reference(paper, item->paper, &run->scratch))
        best += 120;
    else if (item->paper.len && name_has_reference(name, item->paper, &run->scratch))
        best += 100;
    if (top_names_item(paper, item->number))
        best += 80;
    if (item->number.len && str_eq(leading_number(name), item->number))
        best += 35;
    return best;
}

void pack_match(PackRun *run)
{
    for (size_t i = 0; i < run->n_papers; i++) {
        PackPaper *paper = &run->papers[i];
        int best = SCORE_MIN - 1;
        paper->item = NO_ITEM;
        for (size_t k = 0; paper != run->agenda_paper && k < run->agenda.n_items; k++) {
            int own = score(run, &run->agenda.items[k], paper);
            if (own > best) {
                best = own;
                paper->item = (int)k;
            }
        }
    }
}
