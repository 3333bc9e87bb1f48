#include "rule/dictionary.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <csv.h>

/* The columns a dictionary may have. */
typedef enum Column {
    COLUMN_TERM,
    COLUMN_PLAIN,
    COLUMN_LONG,
    COLUMN_NOTE,
    COLUMN_UNLESS_NEAR,
    COLUMN_SOURCE,
    COLUMN_PART,
    COLUMN_SEVERITY,
    COLUMN_COUNT
} Column;

static const char *const columns[COLUMN_COUNT] = {
    [COLUMN_TERM] = "term",
    [COLUMN_PLAIN] = "plain",
    [COLUMN_LONG] = "long",
    [COLUMN_NOTE] = "note",
    [COLUMN_UNLESS_NEAR] = "unless_near",
    [COLUMN_SOURCE] = "source",
    [COLUMN_PART] = "part",
    [COLUMN_SEVERITY] = "severity",
};

static const char *const parts[PART_OF_SPEECH_COUNT] = {
    [PART_FIXED] = "fixed",         [PART_NOUN] = "noun",     [PART_VERB] = "verb",
    [PART_ADJECTIVE] = "adjective", [PART_ADVERB] = "adverb",
};

enum { FIELDS_MAX = 32 };

typedef struct CsvReading {
    Str path;
    Arena *arena;
    DiagnosticSink *sink;
    ARRAY(Term) terms;
    Column column_of[FIELDS_MAX];
    size_t n_columns; /* 0 until the header row is read */
    Str fields[FIELDS_MAX];
    size_t n_fields;
    size_t line; /* on which the present row begins */
    bool row_ended;
    bool is_broken;
} CsvReading;

static void complain(CsvReading *reading, size_t line, size_t column, const char *problem, Str word)
{
    diagnostic_add(reading->sink, DIAG_DICTIONARY_BROKEN, reading->path, line, column,
                   word.len ? "%s: “%.*s”." : "%s.", problem, STR_ARG(word));
    reading->is_broken = true;
}

/* `a|b|c` as a list, blanks around each taken off, empty ones left out. */
static StrList split_bars(Str text, Arena *arena)
{
    size_t n = 1;
    for (size_t i = 0; i < text.len; i++)
        n += text.data[i] == '|';
    Str *items = text.len ? arena_new_array(arena, Str, n) : NULL;
    size_t kept = 0;
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, STR("|"), start);
        Str item = str_trim(str_sub(text, start, end));
        if (item.len)
            items[kept++] = item;
        start = end + 1;
    }
    return (StrList){items, kept};
}

static bool has_upper(Str text)
{
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        i += utf8_decode(text, i, &c);
        if (utf8_is_upper(c))
            return true;
    }
    return false;
}

static void read_part(CsvReading *reading, size_t column, Str value, Term *term)
{
    for (size_t i = 0; i < PART_OF_SPEECH_COUNT; i++) {
        if (!str_eq_nocase(value, str_of(parts[i])))
            continue;
        term->part = (PartOfSpeech)i;
        return;
    }
    if (value.len)
        complain(reading, reading->line, column,
                 "A part is noun, verb, adjective, adverb or fixed, and not this", value);
}

static void read_severity(CsvReading *reading, size_t column, Str value, Term *term)
{
    Severity severity = SEVERITY_WARNING;
    if (!value.len)
        return;
    if (!severity_parse(value, &severity))
        complain(reading, reading->line, column,
                 "A severity is error, warning or suggestion, and not this", value);
    term->has_severity = true;
    term->severity = (int)severity;
}

static void read_field(CsvReading *reading, size_t index, Term *term)
{
    Str value = str_trim(reading->fields[index]);
    switch (reading->column_of[index]) {
    case COLUMN_TERM:
        term->term = value;
        term->is_cased = has_upper(value);
        if (!value.len)
            complain(reading, reading->line, index + 1,
                     "This row has no term: write one or "
                     "delete the row",
                     (Str){0});
        break;
    case COLUMN_PLAIN:
        term->plain = split_bars(value, reading->arena);
        break;
    case COLUMN_LONG:
        term->long_form = value;
        break;
    case COLUMN_NOTE:
        term->note = value;
        break;
    case COLUMN_UNLESS_NEAR:
        term->guards = split_bars(value, reading->arena);
        break;
    case COLUMN_SOURCE:
        term->source = value;
        break;
    case COLUMN_PART:
        read_part(reading, index + 1, value, term);
        break;
    case COLUMN_SEVERITY:
        read_severity(reading, index + 1, value, term);
        break;
    case COLUMN_COUNT:
        break;
    }
}

static void read_header(CsvReading *reading)
{
    bool has_term = false;
    for (size_t i = 0; i < reading->n_fields; i++) {
        Str name = str_trim(reading->fields[i]);
        size_t column = 0;
        while (column < COLUMN_COUNT && !str_eq_nocase(name, str_of(columns[column])))
            column++;
        reading->column_of[i] = (Column)column;
        has_term |= column == COLUMN_TERM;
        if (column == COLUMN_COUNT)
            complain(reading, reading->line, i + 1,
                     "This column is not known (term, plain, long, "
                     "note, unless_near, source, part, severity are)",
                     name);
    }
    reading->n_columns = reading->n_fields;
    if (!has_term)
        complain(reading, reading->line, 1,
                 "The first row must name the columns, one of them "
                 "“term”",
                 (Str){0});
}

static void on_field(void *data, size_t len, void *user)
{
    CsvReading *reading = user;
    if (reading->n_fields < FIELDS_MAX)
        reading->fields[reading->n_fields] = arena_str(reading->arena, (Str){data, data ? len : 0});
    reading->n_fields++;
}

static bool is_blank_row(const CsvReading *reading)
{
    for (size_t i = 0; i < reading->n_fields && i < FIELDS_MAX; i++)
        if (!str_is_blank(reading->fields[i]))
            return false;
    return true;
}

static void on_row(int end, void *user)
{
    (void)end;
    CsvReading *reading = user;
    size_t n = reading->n_fields;
    if (n > FIELDS_MAX) {
        complain(reading, reading->line, 0, "This row has too many fields", (Str){0});
    } else if (!reading->n_columns) {
        read_header(reading);
    } else if (!is_blank_row(reading) && n != reading->n_columns) {
        diagnostic_add(reading->sink, DIAG_DICTIONARY_BROKEN, reading->path, reading->line, 0,
                       "This row has %zu fields and the first row %zu: check commas and quotation "
                       "marks.",
                       n, reading->n_columns);
        reading->is_broken = true;
    } else if (!is_blank_row(reading)) {
        Term term = {.part = PART_FIXED, .index = reading->line};
        for (size_t i = 0; i < n; i++)
            read_field(reading, i, &term);
        array_push(&reading->terms, term);
    }
    reading->n_fields = 0;
    reading->row_ended = true;
}

/* Feeds BYTES line by line, so that each row knows the line it begins on. */
static void feed(CsvReading *reading, struct csv_parser *parser, Str bytes)
{
    size_t line = 1;
    reading->line = 1;
    for (size_t start = 0; start < bytes.len && !reading->is_broken;) {
        const char *lf = memchr(bytes.data + start, '\n', bytes.len - start);
        size_t end = lf ? (size_t)(lf - bytes.data) + 1 : bytes.len;
        reading->row_ended = false;
        if (csv_parse(parser, bytes.data + start, end - start, on_field, on_row, reading) !=
            end - start) {
            complain(reading, line, 0,
                     "A quotation mark stands where none may: write it twice "
                     "(\"\") inside a field",
                     (Str){0});
            return;
        }
        line++;
        if (reading->row_ended)
            reading->line = line;
        start = end;
    }
    if (!reading->is_broken && csv_fini(parser, on_field, on_row, reading) != 0)
        complain(reading, reading->line, 0, "A quotation mark is opened here and never closed",
                 (Str){0});
}

/* Two rows say the same of one term: a meaning of an acronym may come once. */
static bool is_repeat(const Term *a, const Term *b)
{
    bool same_term =
        a->is_cased || b->is_cased ? str_eq(a->term, b->term) : utf8_eq_nocase(a->term, b->term);
    return same_term && utf8_eq_nocase(a->long_form, b->long_form);
}

static uint64_t folded_hash(Str text)
{
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < text.len; i++)
        hash = hash_byte(hash, (unsigned char)ascii_lower(text.data[i]));
    return hash;
}

static void find_repeats(CsvReading *reading)
{
    size_t n_slots = 16;
    while (n_slots < 2 * reading->terms.len)
        n_slots *= 2;
    size_t *slots = mem_calloc(n_slots, sizeof *slots);
    for (size_t i = 0; i < reading->terms.len; i++) {
        const Term *term = &reading->terms.items[i];
        size_t slot = (size_t)folded_hash(term->term) & (n_slots - 1);
        for (; slots[slot]; slot = (slot + 1) & (n_slots - 1)) {
            const Term *other = &reading->terms.items[slots[slot] - 1];
            if (is_repeat(term, other)) {
                complain(reading, term->index, 0, "This term stands twice: delete one", term->term);
                break;
            }
        }
        if (!slots[slot])
            slots[slot] = i + 1;
    }
    mem_free(slots);
}

Status dictionary_read(Str path, Str bytes, Arena *arena, DiagnosticSink *sink, Dictionary *ret)
{
    CsvReading reading = {.path = arena_str(arena, path), .arena = arena, .sink = sink};
    if (str_starts_with(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_sub(bytes, 3, bytes.len);
    size_t invalid = utf8_find_invalid(bytes);
    if (invalid < bytes.len) {
        size_t line = 1;
        for (size_t i = 0; i < invalid; i++)
            line += bytes.data[i] == '\n';
        complain(&reading, line, 0, "This is not UTF-8 text: save the file as “CSV UTF-8”",
                 (Str){0});
        return STATUS_CONFIG;
    }
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
        pp_out_of_memory(sizeof parser);
    feed(&reading, &parser, bytes);
    csv_free(&parser);
    if (!reading.n_columns && !reading.is_broken)
        complain(&reading, 1, 0, "This file is empty: the first row must name the columns",
                 (Str){0});
    find_repeats(&reading);
    Term *terms = arena_new_array(arena, Term, reading.terms.len);
    for (size_t i = 0; i < reading.terms.len; i++) {
        terms[i] = reading.terms.items[i];
        terms[i].index = i;
    }
    size_t n_terms = reading.terms.len;
    array_free(&reading.terms);
    if (reading.is_broken)
        return STATUS_CONFIG;
    *ret = (Dictionary){.path = reading.path, .terms = terms, .n_terms = n_terms};
    return STATUS_OK;
}
