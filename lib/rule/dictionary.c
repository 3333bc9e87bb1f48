#include "rule/dictionary.h"

#include "base/hash.h"
#include "base/source.h"
#include "base/utf8.h"
#include "rule/nearest.h"

#include <assert.h>
#include <csv.h>
#include <limits.h>
#include <stdint.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef enum Column {
    COLUMN_TERM,
    COLUMN_PLAIN,
    COLUMN_LONG,
    COLUMN_NOTE,
    COLUMN_UNLESS_NEAR,
    COLUMN_ONLY_NEAR,
    COLUMN_SOURCE,
    COLUMN_PART,
    COLUMN_SEVERITY,
    COLUMN_FIELD,
    COLUMN_COUNT
} Column;

#define TEXT(literal)                                                                              \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

static const Str column_texts[COLUMN_COUNT] = {
    TEXT("term"),      TEXT("plain"),  TEXT("long"), TEXT("note"),     TEXT("unless_near"),
    TEXT("only_near"), TEXT("source"), TEXT("part"), TEXT("severity"), TEXT("field"),
};

static const Str part_texts[PART_OF_SPEECH_COUNT] = {
    TEXT("fixed"), TEXT("noun"), TEXT("verb"), TEXT("adjective"), TEXT("adverb"),
};

enum { FIELDS_MAX = 32, CSV_BLOCK_BYTES = 4096 };

typedef struct Row {
    uint32_t line;   /* it begins on */
    uint32_t offset; /* of its first byte */
} Row;

typedef struct CsvReading {
    Str path, bytes;
    Arena *arena;
    DiagnosticSink *sink;
    Row row;            /* the one being read */
    bool is_inside_row; /* libcsv wants more lines to end it */
    Str fields[FIELDS_MAX];
    size_t n_fields;           /* of this row; may exceed FIELDS_MAX */
    int column_at[FIELDS_MAX]; /* Column of each field */
    size_t n_columns;          /* 0 until the header is read */
    bool has_column[COLUMN_COUNT];
    Term *terms; /* as many as the file has lines, in the arena */
    Row *rows;   /* where each term stands */
    size_t n_terms;
    char *texts; /* free room for the texts of fields, in the arena */
    bool has_failed;
} CsvReading;

/* Where field INDEX of ROW begins: looked for anew, as only complaints need it. */
static Position field_place(const CsvReading *reading, Row row, size_t index)
{
    Str bytes = reading->bytes;
    size_t line = row.line, line_start = row.offset, start = row.offset;
    bool is_quoted = false;
    for (size_t i = row.offset; i < bytes.len && index; i++) {
        char c = bytes.data[i];
        is_quoted ^= c == '"';
        if (c == '\n') {
            line++;
            line_start = i + 1;
        }
        if (c == ',' && !is_quoted) {
            start = i + 1;
            index--;
        }
    }
    return (Position){line, utf8_length(str_sub(bytes, line_start, start)) + 1};
}

#define fail_in(reading, row_, field_, ...)                                                        \
    do {                                                                                           \
        Position place_ = field_place((reading), (row_), (field_));                                \
        (reading)->has_failed = true;                                                              \
        diagnostic_add((reading)->sink, DIAG_DICTIONARY_BROKEN, (reading)->path, place_.line,      \
                       place_.column, __VA_ARGS__);                                                \
    } while (0)

static void tell_unknown_column(CsvReading *reading, size_t index)
{
    Str name = reading->fields[index];
    Str best = nearest_of(name, column_texts, COLUMN_COUNT);
    if (str_find(name, STR(";"), 0) < name.len || str_find(name, STR("\t"), 0) < name.len)
        fail_in(reading, reading->row, index,
                "Commas must part the columns: save the file as \"CSV UTF-8\".");
    else if (best.len)
        fail_in(reading, reading->row, index, "Unknown column \"%.*s\": did you mean \"%.*s\"?",
                STR_ARG(name), STR_ARG(best));
    else
        fail_in(reading, reading->row, index, "Unknown column \"%.*s\": remove it.", STR_ARG(name));
}

static void read_column(CsvReading *reading, size_t index)
{
    for (size_t k = 0; k < COLUMN_COUNT; k++) {
        if (!str_eq_nocase(reading->fields[index], column_texts[k]))
            continue;
        if (reading->has_column[k])
            fail_in(reading, reading->row, index, "Column \"%.*s\" is here twice: remove one.",
                    STR_ARG(column_texts[k]));
        reading->has_column[k] = true;
        reading->column_at[index] = (int)k;
        return;
    }
    tell_unknown_column(reading, index);
}

static void read_header(CsvReading *reading)
{
    reading->n_columns = reading->n_fields;
    if (reading->n_fields > FIELDS_MAX) {
        fail_in(reading, reading->row, 0, "The first row has too many columns.");
        return;
    }
    for (size_t i = 0; i < reading->n_fields; i++)
        read_column(reading, i);
    if (!reading->has_column[COLUMN_TERM] && !reading->has_failed)
        fail_in(reading, reading->row, 0, "The first row must name a column \"term\".");
}

/* "a|b" as a list without empty items. */
static StrList split_cell(Arena *arena, Str cell)
{
    if (!cell.len)
        return (StrList){0};
    size_t n = 1;
    for (size_t i = 0; i < cell.len; i++)
        n += cell.data[i] == '|';
    Str *items = arena_new_array(arena, Str, n);
    StrList list = {items, 0};
    for (size_t start = 0; start <= cell.len;) {
        size_t bar = str_find(cell, STR("|"), start);
        Str item = str_trim(str_sub(cell, start, bar));
        if (item.len)
            items[list.len++] = item;
        start = bar + 1;
    }
    return list;
}

static bool has_capital(Str text)
{
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        i += utf8_decode(text, i, &c);
        if (utf8_is_upper(c))
            return true;
    }
    return false;
}

static bool has_letter(Str text)
{
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        i += utf8_decode(text, i, &c);
        if (utf8_is_letter(c) || utf8_is_digit(c))
            return true;
    }
    return false;
}

static void tell_unknown_word(CsvReading *reading, size_t index, const char *what, const Str *known,
                              size_t n)
{
    Str word = reading->fields[index];
    Str best = nearest_of(word, known, n);
    fail_in(reading, reading->row, index, "Unknown %s \"%.*s\": did you mean \"%.*s\"?", what,
            STR_ARG(word), STR_ARG(best.len ? best : known[0]));
}

static void read_part(CsvReading *reading, size_t index, Term *term)
{
    for (size_t i = 0; i < PART_OF_SPEECH_COUNT; i++) {
        if (str_eq_nocase(reading->fields[index], part_texts[i])) {
            term->part = (PartOfSpeech)i;
            return;
        }
    }
    tell_unknown_word(reading, index, "part", part_texts, PART_OF_SPEECH_COUNT);
}

static void read_severity(CsvReading *reading, size_t index, Term *term)
{
    Severity severity;
    term->has_severity = severity_parse(reading->fields[index], &severity);
    if (term->has_severity) {
        term->severity = (int)severity;
        return;
    }
    const Str known[] = {severity_text(SEVERITY_WARNING), severity_text(SEVERITY_SUGGESTION),
                         severity_text(SEVERITY_ERROR)};
    tell_unknown_word(reading, index, "severity", known, 3);
}

static void read_general(CsvReading *reading, size_t index, Term *term)
{
    static const Str general = TEXT("general");
    term->is_general = str_eq_nocase(reading->fields[index], general);
    if (!term->is_general)
        tell_unknown_word(reading, index, "field", &general, 1);
}

static void read_field(CsvReading *reading, size_t index, Term *term)
{
    Str field = reading->fields[index];
    if (!field.len && reading->column_at[index] != COLUMN_TERM)
        return;
    switch ((Column)reading->column_at[index]) {
    case COLUMN_TERM:
        term->term = field;
        if (!field.len)
            fail_in(reading, reading->row, index,
                    "This row has no term: fill it in or remove the row.");
        else if (!has_letter(field))
            fail_in(reading, reading->row, index, "Term \"%.*s\" has no letter or digit.",
                    STR_ARG(field));
        else if (field.len > TERM_BYTES_MAX)
            fail_in(reading, reading->row, index, "This term is too long: shorten it.");
        term->is_cased = has_capital(field);
        break;
    case COLUMN_PLAIN:
        term->plain = split_cell(reading->arena, field);
        break;
    case COLUMN_LONG:
        term->long_form = field;
        break;
    case COLUMN_NOTE:
        term->note = field;
        break;
    case COLUMN_UNLESS_NEAR:
        term->guards = split_cell(reading->arena, field);
        break;
    case COLUMN_ONLY_NEAR:
        term->only_near = split_cell(reading->arena, field);
        break;
    case COLUMN_SOURCE:
        term->source = field;
        break;
    case COLUMN_PART:
        read_part(reading, index, term);
        break;
    case COLUMN_SEVERITY:
        read_severity(reading, index, term);
        break;
    case COLUMN_FIELD:
        read_general(reading, index, term);
        break;
    case COLUMN_COUNT:
        break;
    }
}

/* Spreadsheets save rows of nothing but commas below the last one. */
static bool is_blank_row(const CsvReading *reading)
{
    for (size_t i = 0; i < reading->n_fields && i < FIELDS_MAX; i++)
        if (reading->fields[i].len)
            return false;
    return true;
}

static void finish_row(CsvReading *reading)
{
    if (!reading->n_columns) {
        read_header(reading);
    } else if (is_blank_row(reading)) {
        /* says nothing */
    } else if (reading->n_fields != reading->n_columns) {
        fail_in(reading, reading->row, 0, "This row has %zu fields, the first row %zu.",
                reading->n_fields, reading->n_columns);
    } else {
        Term term = {.is_from_dictionary = true};
        for (size_t i = 0; i < reading->n_fields; i++)
            read_field(reading, i, &term);
        reading->rows[reading->n_terms] = reading->row;
        reading->terms[reading->n_terms++] = term;
    }
}

static void on_field(void *data, size_t len, void *context)
{
    CsvReading *reading = context;
    if (reading->n_fields < FIELDS_MAX) {
        Str text = str_trim((Str){data, len});
        if (text.len)
            memcpy(reading->texts, text.data, text.len);
        reading->fields[reading->n_fields] = (Str){reading->texts, text.len};
        reading->texts += text.len;
    }
    reading->n_fields++;
}

static void on_row(int end, void *context)
{
    (void)end;
    CsvReading *reading = context;
    /* Without a header that makes sense, rows make none. */
    if (!reading->n_columns || reading->has_column[COLUMN_TERM])
        finish_row(reading);
    reading->n_fields = 0;
    reading->is_inside_row = false;
}

/* A row on one LINE without quotation marks, which nearly all are: libcsv takes some
 * forty steps a byte, and every run begins with half a million of them. */
static void read_plain_line(CsvReading *reading, Str line)
{
    if (str_is_blank(line))
        return;
    for (size_t start = 0; start <= line.len;) {
        const char *comma = memchr(line.data + start, ',', line.len - start);
        size_t end = comma ? (size_t)(comma - line.data) : line.len;
        on_field((void *)(uintptr_t)(line.data + start), end - start, reading);
        start = end + 1;
    }
    on_row('\n', reading);
}

/* Gives LINE to libcsv; false, with the place told, when it breaks the rules. */
static bool parse_line(CsvReading *reading, struct csv_parser *parser, Str line, uint32_t number)
{
    size_t done = csv_parse(parser, line.data, line.len, on_field, on_row, reading);
    if (done == line.len)
        return true;
    reading->has_failed = true;
    diagnostic_add(reading->sink, DIAG_DICTIONARY_BROKEN, reading->path, number,
                   utf8_length(str_sub(line, 0, done)) + 1,
                   "A quotation mark stands inside a field: double it.");
    return false;
}

/* libcsv tells no places, so it is given one line at a time. */
static void feed(CsvReading *reading, struct csv_parser *parser)
{
    Str bytes = reading->bytes;
    size_t at = str_starts_with(bytes, STR(BYTE_ORDER_MARK)) ? 3 : 0;
    reading->row = (Row){1, (uint32_t)at};
    for (uint32_t number = 1; at < bytes.len; number++) {
        const char *lf = memchr(bytes.data + at, '\n', bytes.len - at);
        size_t end = lf ? (size_t)(lf - bytes.data) + 1 : bytes.len;
        Str line = str_sub(bytes, at, end);
        if (!reading->is_inside_row)
            reading->row = (Row){number, (uint32_t)at};
        if (!reading->is_inside_row && !memchr(line.data, '"', line.len)) {
            read_plain_line(reading, line);
        } else {
            reading->is_inside_row = true;
            if (!parse_line(reading, parser, line, number))
                return;
        }
        at = end;
    }
    if (csv_fini(parser, on_field, on_row, reading) != 0)
        fail_in(reading, reading->row, 0, "A quotation mark is opened here and never closed.");
}

/* Repeated terms. */

/* The same term in other capitals is another one only when it is a cased term. */
static uint64_t term_key(const Term *term)
{
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < term->term.len; i++) {
        char c = term->is_cased ? term->term.data[i] : ascii_lower(term->term.data[i]);
        hash = hash_byte(hash, c == '-' ? ' ' : (unsigned char)c);
    }
    for (size_t i = 0; i < term->long_form.len; i++)
        hash = hash_byte(hash, (unsigned char)term->long_form.data[i]);
    return hash;
}

static bool is_same_term(const Term *a, const Term *b)
{
    if (a->term.len != b->term.len || a->is_cased != b->is_cased ||
        !str_eq(a->long_form, b->long_form))
        return false;
    for (size_t i = 0; i < a->term.len; i++) {
        char x = ascii_lower(a->term.data[i]), y = ascii_lower(b->term.data[i]);
        bool is_gap = (x == '-' || x == ' ') && (y == '-' || y == ' ');
        if (x != y && !is_gap)
            return false;
    }
    return !a->is_cased || str_eq(a->term, b->term);
}

static void check_repeated(CsvReading *reading)
{
    size_t size = 16;
    while (size < reading->n_terms * 2)
        size *= 2;
    uint32_t *slots = mem_calloc(size, sizeof *slots);
    size_t field = 0;
    while (reading->n_columns && reading->column_at[field] != COLUMN_TERM)
        field++;
    for (size_t i = 0; i < reading->n_terms; i++) {
        const Term *term = &reading->terms[i];
        size_t slot = term_key(term) & (size - 1);
        while (slots[slot] && !is_same_term(&reading->terms[slots[slot] - 1], term))
            slot = (slot + 1) & (size - 1);
        if (slots[slot])
            fail_in(reading, reading->rows[i], field,
                    "Term \"%.*s\" is in line %u already: remove one.", STR_ARG(term->term),
                    reading->rows[slots[slot] - 1].line);
        else
            slots[slot] = (uint32_t)i + 1;
    }
    mem_free(slots);
}

static bool check_bytes(CsvReading *reading)
{
    Str bytes = reading->bytes;
    size_t bad = utf8_find_invalid(bytes);
    if (bad == bytes.len && bytes.len <= INT_MAX)
        return true;
    size_t line = 1, line_start = 0;
    for (size_t i = 0; i < bad; i++) {
        if (bytes.data[i] == '\n') {
            line++;
            line_start = i + 1;
        }
    }
    diagnostic_add(reading->sink, DIAG_DICTIONARY_BROKEN, reading->path, line,
                   utf8_length(str_sub(bytes, line_start, bad)) + 1,
                   "This is not UTF-8 text: save the file as \"CSV UTF-8\".");
    return false;
}

static void read_rows(CsvReading *reading)
{
    size_t n_lines = 1;
    for (size_t at = 0; at < reading->bytes.len; n_lines++)
        at = str_find(reading->bytes, STR("\n"), at) + 1;
    reading->terms = arena_new_array(reading->arena, Term, n_lines);
    reading->rows = mem_calloc(n_lines, sizeof *reading->rows);
    reading->texts = arena_alloc(reading->arena, reading->bytes.len);
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        pp_out_of_memory(sizeof parser);
    csv_set_blk_size(&parser, CSV_BLOCK_BYTES);
    feed(reading, &parser);
    csv_free(&parser);
    if (!reading->n_columns && !reading->has_failed)
        fail_in(reading, ((Row){1, 0}), 0,
                "The file is empty: its first row must name the columns.");
    check_repeated(reading);
}

Status dictionary_read(Str path, Str bytes, Arena *arena, DiagnosticSink *sink, Dictionary *ret)
{
    CsvReading reading = {.path = path, .bytes = bytes, .arena = arena, .sink = sink};
    if (!check_bytes(&reading))
        return STATUS_CONFIG;
    read_rows(&reading);
    mem_free(reading.rows);
    if (reading.has_failed)
        return STATUS_CONFIG;
    *ret = (Dictionary){.path = path,
                        .terms = reading.terms,
                        .n_terms = reading.n_terms,
                        .has_long_forms = reading.has_column[COLUMN_LONG],
                        .has_parts = reading.has_column[COLUMN_PART]};
    return STATUS_OK;
}
