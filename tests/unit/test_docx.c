/* What golden trees cannot show of the Word reader: packed files whole, cut,
 * spoilt and hostile; facts that a dump leaves out; numbers of lists.
 *
 *     test_docx FOLDER    FOLDER holds unpacked Word files, *.docx */
#include "base/file_loader.h"
#include "document/dump.h"
#include "read/docx_numbering.h"
#include "read/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include <zip.h>

#define W                 "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATIONS         "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

#define MAIN_RELATION                                                                              \
    "<Relationships xmlns='" PACKAGE_RELATIONS "'><Relationship Id='a' Type='" RELATIONS           \
    "/officeDocument' Target='word/document.xml'/></Relationships>"

typedef struct Entry {
    Str name, bytes;
} Entry;

typedef ARRAY(Entry) Entries;

/* The bytes of a zip of ENTRIES; PASSWORD may be NULL. The caller frees them. */
static Buf zip_of(const Entry *entries, size_t n, const char *password)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    assert_non_null(source);
    zip_source_keep(source);
    zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    Arena arena = {0};
    for (size_t i = 0; i < n; i++) {
        zip_source_t *bytes =
            zip_source_buffer(zip, entries[i].bytes.data, entries[i].bytes.len, 0);
        zip_int64_t index =
            zip_file_add(zip, arena_str(&arena, entries[i].name).data, bytes, ZIP_FL_ENC_UTF_8);
        assert_true(index >= 0);
        if (password)
            assert_int_equal(
                zip_file_set_encryption(zip, (zip_uint64_t)index, ZIP_EM_TRAD_PKWARE, password), 0);
    }
    assert_int_equal(zip_close(zip), 0);
    arena_free(&arena);

    Buf packed = {0};
    assert_int_equal(zip_source_open(source), 0);
    char chunk[4096];
    zip_int64_t got;
    while ((got = zip_source_read(source, chunk, sizeof chunk)) > 0)
        buf_append(&packed, (Str){chunk, (size_t)got});
    zip_source_close(source);
    zip_source_free(source);
    zip_error_fini(&error);
    return packed;
}

/* A paper of these parts and a relation to word/document.xml. */
static Buf paper_of(Str document)
{
    const Entry entries[] = {
        {STR("_rels/.rels"), STR(MAIN_RELATION)},
        {STR("word/document.xml"), document},
    };
    return zip_of(entries, 2, NULL);
}

typedef struct Reading {
    DiagnosticSink sink;
    Document *document;
    Status status;
    Buf packed; /* of a fixture: lives as long as the document */
} Reading;

static Reading read_from(Str bytes, const Loader *loader, Str folder)
{
    Reading reading = {.status = STATUS_OK};
    ReadOptions options = {.sink = &reading.sink, .loader = loader, .folder = folder};
    reading.status = reader_docx.read(STR("paper.docx"), bytes, &options, &reading.document);
    /* What every reading promises. */
    assert_int_equal(reading.status == STATUS_OK, reading.document != NULL);
    if (reading.status != STATUS_OK)
        assert_true(reading.sink.n_errors > 0);
    return reading;
}

static Reading read_bytes(Str bytes)
{
    return read_from(bytes, NULL, (Str){0});
}

static void reading_free(Reading *reading)
{
    document_free(reading->document);
    diagnostic_sink_free(&reading->sink);
    buf_free(&reading->packed);
}

static bool has_told(const Reading *reading, DiagnosticCode code)
{
    for (size_t i = 0; i < reading->sink.items.len; i++)
        if (reading->sink.items.items[i].code == code)
            return true;
    return false;
}

static void dump_reading(const Reading *reading, Buf *ret)
{
    if (reading->document)
        document_dump(reading->document, ret);
    for (size_t i = 0; i < reading->sink.items.len; i++)
        buf_printf(ret, "%.*s\n", STR_ARG(reading->sink.items.items[i].message));
}

typedef struct Folder {
    Arena *arena;
    Str path;  /* of the folder being listed */
    Str inner; /* the same as a part name: empty, or with its slash */
    Entries *entries;
    unsigned depth;
} Folder;

static Status add_entry(void *context, Str name, bool is_folder)
{
    Folder *folder = context;
    Str path = arena_printf(folder->arena, "%.*s/%.*s", STR_ARG(folder->path), STR_ARG(name));
    Str inner = arena_printf(folder->arena, "%.*s%.*s", STR_ARG(folder->inner), STR_ARG(name));
    if (is_folder && folder->depth < 4) {
        Folder below = *folder;
        below.path = path;
        below.inner = arena_printf(folder->arena, "%.*s/", STR_ARG(inner));
        below.depth++;
        return file_loader()->list(file_loader(), path, add_entry, &below);
    }
    Buf bytes = {0};
    Status status = file_loader()->read(file_loader(), path, &bytes);
    array_push(folder->entries, (Entry){inner, arena_str(folder->arena, buf_str(&bytes))});
    buf_free(&bytes);
    return status;
}

/* The zip of the unpacked Word file at PATH. */
static Buf zip_folder(Str path, Arena *arena)
{
    Entries entries = {0};
    Folder folder = {.arena = arena, .path = path, .entries = &entries};
    assert_int_equal(file_loader()->list(file_loader(), path, add_entry, &folder), STATUS_OK);
    assert_true(entries.len > 1);
    Buf packed = zip_of(entries.items, entries.len, NULL);
    array_free(&entries);
    return packed;
}

typedef struct Fixtures {
    Arena arena;
    Str root;
    size_t n;
} Fixtures;

static Status compare_packed(void *context, Str name, bool is_folder)
{
    Fixtures *fixtures = context;
    if (!is_folder || !str_ends_with(name, STR(".docx")))
        return STATUS_OK;
    fixtures->n++;
    Str path = arena_printf(&fixtures->arena, "%.*s/%.*s", STR_ARG(fixtures->root), STR_ARG(name));
    Buf packed = zip_folder(path, &fixtures->arena);
    Reading from_zip = read_bytes(buf_str(&packed));
    Reading from_folder = read_from((Str){0}, file_loader(), path);
    Buf zip_dump = {0}, folder_dump = {0};
    dump_reading(&from_zip, &zip_dump);
    dump_reading(&from_folder, &folder_dump);
    buf_append_char(&zip_dump, '\0');
    buf_append_char(&folder_dump, '\0');
    assert_int_equal(from_zip.status, from_folder.status);
    assert_string_equal(zip_dump.data, folder_dump.data);
    buf_free(&zip_dump);
    buf_free(&folder_dump);
    reading_free(&from_zip);
    reading_free(&from_folder);
    buf_free(&packed);
    return STATUS_OK;
}

static void packed_is_as_unpacked(void **state)
{
    Fixtures fixtures = {.root = str_of(*state)};
    assert_int_equal(file_loader()->list(file_loader(), fixtures.root, compare_packed, &fixtures),
                     STATUS_OK);
    assert_true(fixtures.n > 10);
    arena_free(&fixtures.arena);
}

static Buf fixture_zip(void **state, const char *name)
{
    Arena arena = {0};
    Buf packed = zip_folder(arena_printf(&arena, "%s/%s", (const char *)*state, name), &arena);
    arena_free(&arena);
    return packed;
}

/* Reads an exact copy, so that a read past its end is seen. */
static void read_copy(const char *bytes, size_t len)
{
    char *copy = malloc(len ? len : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, len);
    Reading reading = read_bytes((Str){copy, len});
    reading_free(&reading);
    free(copy);
}

static void cut_short_is_told(void **state)
{
    Buf packed = fixture_zip(state, "notes.docx");
    for (size_t len = 0; len < packed.len; len += 50) {
        Reading reading = read_bytes((Str){packed.data, len});
        assert_true(reading.sink.n_errors > 0);
        reading_free(&reading);
        read_copy(packed.data, len);
    }
    buf_free(&packed);
}

static void spoilt_bytes_do_no_harm(void **state)
{
    static const char *const names[] = {"lists.docx", "pictures.docx", "strict.docx"};
    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
        Buf packed = fixture_zip(state, names[n]);
        for (size_t at = 0; at < packed.len; at += 7) {
            char kept = packed.data[at];
            packed.data[at] = (char)(kept ^ 0x55);
            read_copy(packed.data, packed.len);
            packed.data[at] = kept;
        }
        buf_free(&packed);
    }
}

typedef struct Refused {
    const char *name;
    Str bytes;
    Status status;
    DiagnosticCode code;
} Refused;

static const Refused refused[] = {
    {"empty", {"", 0}, STATUS_SYNTAX, DIAG_FILE_DAMAGED},
    {"text", {"Dear all", 8}, STATUS_SYNTAX, DIAG_FILE_DAMAGED},
    {"only a zip's mark", {"PK\x03\x04", 4}, STATUS_SYNTAX, DIAG_FILE_DAMAGED},
    {"other xml", {"<html/>", 7}, STATUS_SYNTAX, DIAG_FILE_DAMAGED},
    {"old Word", {"\xD0\xCF\x11\xE0 W\0o\0r\0d", 12}, STATUS_UNSUPPORTED, DIAG_FORMAT_MISMATCH},
    {"with a password",
     {"\xD0\xCF\x11\xE0"
      "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
      36},
     STATUS_UNSUPPORTED,
     DIAG_FILE_ENCRYPTED},
};

static void others_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        Reading reading = read_bytes(refused[i].bytes);
        if (reading.status != refused[i].status || !has_told(&reading, refused[i].code))
            fail_msg("%s: status %d", refused[i].name, reading.status);
        reading_free(&reading);
    }
}

static void locked_parts_are_told(void **state)
{
    (void)state;
    const Entry entries[] = {
        {STR("_rels/.rels"), STR(MAIN_RELATION)},
        {STR("word/document.xml"), STR("<w:document xmlns:w='" W "'/>")},
    };
    Buf packed = zip_of(entries, 2, "secret");
    Reading reading = read_bytes(buf_str(&packed));
    assert_int_not_equal(reading.status, STATUS_OK);
    assert_true(has_told(&reading, DIAG_FILE_ENCRYPTED));
    reading_free(&reading);
    buf_free(&packed);
}

/* libzip makes no two entries of one name: the second is renamed in the bytes. */
static void doubles_are_told(void **state)
{
    (void)state;
    const Entry entries[] = {
        {STR("_rels/.rels"), STR(MAIN_RELATION)},
        {STR("word/document.xml"), STR("<w:document xmlns:w='" W "'/>")},
        {STR("word/dokument.xml"), STR("<w:document xmlns:w='" W "'/>")},
    };
    Buf packed = zip_of(entries, 3, NULL);
    for (size_t at = 0; (at = str_find(buf_str(&packed), STR("dokument"), at)) < packed.len;)
        packed.data[at + 2] = 'c';
    Reading reading = read_bytes(buf_str(&packed));
    assert_int_equal(reading.status, STATUS_OK);
    assert_int_equal(reading.sink.n_errors, 1);
    assert_true(has_told(&reading, DIAG_FILE_DAMAGED));
    reading_free(&reading);
    buf_free(&packed);
}

/* A main part of OPENING, then PIECE again and again, then CLOSING. */
static Buf repeated(const char *opening, const char *piece, size_t times, const char *closing)
{
    Buf text = {0};
    buf_append(&text, str_of(opening));
    for (size_t i = 0; i < times; i++)
        buf_append(&text, str_of(piece));
    buf_append(&text, str_of(closing));
    return text;
}

#define OPENING "<w:document xmlns:w='" W "'><w:body>"
#define CLOSING "</w:body></w:document>"

static void a_bomb_is_stopped(void **state)
{
    (void)state;
    Buf text = repeated(OPENING, "<w:proofErr/>", 2000000, CLOSING);
    Buf packed = paper_of(buf_str(&text));
    assert_true(packed.len < 100000);
    Reading reading = read_bytes(buf_str(&packed));
    assert_int_equal(reading.status, STATUS_OK);
    assert_true(has_told(&reading, DIAG_LIMIT_REACHED));
    reading_free(&reading);
    buf_free(&packed);
    buf_free(&text);
}

static bool any_element(void *user, const Element *element)
{
    (void)user, (void)element;
    return true;
}

static void limits_hold(void **state)
{
    (void)state;
    const PackageLimits usual = {
        .part_bytes = 1 << 20, .total_bytes = 1 << 20, .ratio = 1000, .n_entries = 10};
    const struct {
        const char *name;
        PackageLimits limits;
        PartResult result;
    } cases[] = {
        {"none", usual, PART_READ},
        {"part", {1000, 1 << 20, 1000, 0, 10}, PART_BROKEN},
        {"total", {1 << 20, 1000, 1000, 0, 10}, PART_BROKEN},
        {"ratio", {1 << 20, 1 << 20, 3, 0, 10}, PART_BROKEN},
    };
    Buf text = repeated(OPENING, "<w:p/>", 500, CLOSING);
    Buf packed = paper_of(buf_str(&text));
    const XmlHandler handler = {.start = any_element};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        DiagnosticSink sink = {0};
        ReadOptions options = {.sink = &sink};
        Package *package = NULL;
        assert_int_equal(
            package_open(STR("x"), buf_str(&packed), &options, &cases[i].limits, &package),
            STATUS_OK);
        PartResult result = xml_read_part(package, STR("word/document.xml"), &handler, NULL);
        if (result != cases[i].result || (sink.n_errors > 0) != (result == PART_BROKEN))
            fail_msg("%s: %d", cases[i].name, result);
        if (sink.items.len)
            assert_int_equal(sink.items.items[0].code, DIAG_LIMIT_REACHED);
        package_free(package);
        diagnostic_sink_free(&sink);
    }
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    PackageLimits one_entry = usual;
    one_entry.n_entries = 1;
    Package *package = NULL;
    assert_int_equal(package_open(STR("x"), buf_str(&packed), &options, &one_entry, &package),
                     STATUS_LIMIT);
    assert_null(package);
    diagnostic_sink_free(&sink);
    buf_free(&packed);
    buf_free(&text);
}

typedef struct Hostile {
    const char *name, *piece, *middle, *closing;
    size_t times;
    bool is_told; /* as damaged */
} Hostile;

static const Hostile hostile[] = {
    {"deep tables", "<w:tbl><w:tr><w:tc>", "<w:p/>", "</w:tc></w:tr></w:tbl>", 60, false},
    {"too deep tables", "<w:tbl><w:tr><w:tc>", "<w:p/>", "</w:tc></w:tr></w:tbl>", 100000, true},
    {"boxes in boxes", "<w:p><w:r><w:txbxContent>", "<w:p/>", "</w:txbxContent></w:r></w:p>", 70,
     false},
    {"cells in cells", "<w:tc>", "<w:r><w:t>x</w:t></w:r>", "</w:tc>", 200, false},
    {"rows in rows", "<w:tr>", "<w:p/>", "</w:tr>", 200, false},
    {"paragraphs in paragraphs", "<w:p>", "<w:r><w:t>x</w:t></w:r>", "</w:p>", 200, false},
    {"fields without end", "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>", "", "", 5000,
     false},
    {"field ends without field", "<w:r><w:fldChar w:fldCharType='end'/></w:r>", "", "", 5000,
     false},
    {"links in links", "<w:hyperlink w:anchor='a'>", "<w:r><w:t>x</w:t></w:r>", "</w:hyperlink>",
     200, false},
    {"controls",
     "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
     "</w:docPartObj></w:sdtPr>",
     "<w:p/>", "</w:sdt>", 200, false},
    {"wide spans",
     "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999'/><w:vMerge "
     "w:val='restart'/></w:tcPr></w:tc></w:tr></w:tbl>",
     "", "", 100, false},
    {"properties in properties", "<w:p><w:pPr><w:pPr><w:sectPr><w:pPr>", "",
     "</w:pPr></w:sectPr></w:pPr></w:pPr></w:p>", 40, false},
    {"branches",
     "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/"
     "markup-compatibility/2006'><mc:Choice>",
     "<w:p/>", "</mc:Choice><mc:Choice/><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent>",
     100, false},
    {"drawings", "<w:p><w:r><w:drawing><w:pict>", "", "</w:pict></w:drawing></w:r></w:p>", 60,
     false},
};

static void hostile_papers_do_no_harm(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        Buf text = repeated(OPENING, hostile[i].piece, hostile[i].times, hostile[i].middle);
        for (size_t n = 0; n < hostile[i].times; n++)
            buf_append(&text, str_of(hostile[i].closing));
        buf_append(&text, STR(CLOSING));
        Reading reading = read_bytes(buf_str(&text));
        if (reading.status != STATUS_OK ||
            has_told(&reading, DIAG_FILE_DAMAGED) != hostile[i].is_told)
            fail_msg("%s: status %d", hostile[i].name, reading.status);
        reading_free(&reading);
        buf_free(&text);
    }
}

static void sniffing(void **state)
{
    (void)state;
    const struct {
        Str bytes;
        bool is_word;
    } cases[] = {
        {STR("PK\x03\x04 and so on"), true},
        {STR("<?xml version='1.0'?>\n<w:document xmlns:w='" W "'>"), true},
        {STR("\xEF\xBB\xBF<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'>"),
         true},
        {STR("<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>"),
         true},
        {STR("<feed xmlns='http://www.w3.org/2005/Atom'>"), false},
        {STR("<w:styles xmlns:w='" W "'>"), false},
        {STR("# A paper about " W " and :document"), false},
        {STR(""), false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(reader_docx.sniff(cases[i].bytes), cases[i].is_word);
}

static Reading read_fixture(void **state, const char *name)
{
    Buf packed = fixture_zip(state, name);
    Reading reading = read_bytes(buf_str(&packed));
    reading.packed = packed;
    assert_int_equal(reading.status, STATUS_OK);
    return reading;
}

static void facts_of_the_file(void **state)
{
    Reading text = read_fixture(state, "text.docx");
    assert_true(text.document->has_title_field);
    assert_true(text.document->has_language_field);
    assert_false(text.document->has_lines);
    assert_false(text.document->has_tracked_changes);
    assert_false(text.document->has_comments);
    assert_false(text.document->is_protected);
    assert_int_equal(text.document->format, FORMAT_DOCX);
    reading_free(&text);

    Reading changes = read_fixture(state, "changes.docx");
    assert_false(changes.document->has_title_field);
    assert_false(changes.document->has_language_field);
    assert_true(changes.document->has_tracked_changes);
    reading_free(&changes);

    Reading notes = read_fixture(state, "notes.docx");
    assert_true(notes.document->has_comments);
    assert_int_equal(notes.document->n_parts, 7);
    assert_int_equal(notes.document->parts[0].role, PART_BODY);
    assert_true(str_eq(notes.document->parts[0].name, STR("word/document.xml")));
    const Node *last = notes.document->root->last_child;
    assert_int_equal(last->as.part.role, PART_COMMENTS);
    assert_int_equal(notes.document->parts[last->first_child->part].role, PART_COMMENTS);
    reading_free(&notes);
}

static void protection(void **state)
{
    (void)state;
    const struct {
        Str settings;
        bool is_protected;
    } cases[] = {
        {STR("<w:settings xmlns:w='" W "'/>"), false},
        {STR("<w:settings xmlns:w='" W "'><w:documentProtection w:edit='forms'/></w:settings>"),
         false},
        {STR("<w:settings xmlns:w='" W "'><w:documentProtection w:edit='readOnly' "
             "w:enforcement='1'/></w:settings>"),
         true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Entry entries[] = {
            {STR("_rels/.rels"), STR(MAIN_RELATION)},
            {STR("word/document.xml"), STR(OPENING "<w:p/>" CLOSING)},
            {STR("word/_rels/document.xml.rels"),
             STR("<Relationships xmlns='" PACKAGE_RELATIONS
                 "'><Relationship Id='s' Type='" RELATIONS
                 "/settings' Target='settings.xml'/></Relationships>")},
            {STR("word/settings.xml"), cases[i].settings},
        };
        Buf packed = zip_of(entries, 4, NULL);
        Reading reading = read_bytes(buf_str(&packed));
        assert_int_equal(reading.status, STATUS_OK);
        assert_int_equal(reading.document->is_protected, cases[i].is_protected);
        reading_free(&reading);
        buf_free(&packed);
    }
}

/* A program that is not Word left "1 page" in a long paper. */
static void impossible_pages_are_not_believed(void **state)
{
    (void)state;
    const struct {
        size_t n_paragraphs;
        unsigned pages, page_of_first;
    } cases[] = {{10, 1, 1}, {3000, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf text = repeated(OPENING, "<w:p><w:r><w:t>Agreed as set out.</w:t></w:r></w:p>",
                            cases[i].n_paragraphs, CLOSING);
        const Entry entries[] = {
            {STR("_rels/.rels"),
             STR("<Relationships xmlns='" PACKAGE_RELATIONS
                 "'><Relationship Id='a' Type='" RELATIONS
                 "/officeDocument' Target='word/document.xml'/><Relationship Id='b' "
                 "Type='" RELATIONS "/extended-properties' Target='app.xml'/></Relationships>")},
            {STR("word/document.xml"), buf_str(&text)},
            {STR("app.xml"), STR("<Properties xmlns='http://schemas.openxmlformats.org/"
                                 "officeDocument/2006/extended-properties'><Pages>1</Pages>"
                                 "</Properties>")},
        };
        Buf packed = zip_of(entries, 3, NULL);
        Reading reading = read_bytes(buf_str(&packed));
        assert_int_equal(reading.status, STATUS_OK);
        assert_int_equal(reading.document->pages, cases[i].pages);
        assert_int_equal(reading.document->root->first_child->page, cases[i].page_of_first);
        reading_free(&reading);
        buf_free(&packed);
        buf_free(&text);
    }
}

/* The nth text block of the paper, from 1. */
static const Node *block(const Document *document, uint32_t number)
{
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter))
        if (iter.event == NODE_ENTER && iter.node->paragraph == number)
            return iter.node;
    fail_msg("no block %u", (unsigned)number);
    return NULL;
}

static void styles_of_blocks_and_text(void **state)
{
    Reading reading = read_fixture(state, "styles.docx");
    const BlockStyle *heading = block(reading.document, 2)->block_style;
    assert_int_equal(heading->size_half_points, 32);
    assert_int_equal(heading->line_spacing_percent, 115);
    assert_int_equal(heading->alignment, ALIGN_UNSET);
    const BlockStyle *justified = block(reading.document, 9)->block_style;
    assert_int_equal(justified->alignment, ALIGN_JUSTIFIED);
    assert_int_equal(justified->line_spacing_percent, 150);
    assert_true(block(reading.document, 12)->block_style->page_break_before);
    /* Equal styles are one. */
    assert_ptr_equal(block(reading.document, 6)->block_style,
                     block(reading.document, 7)->block_style);
    assert_ptr_equal(block(reading.document, 6)->first_child->text_style,
                     block(reading.document, 7)->first_child->text_style);
    const TextStyle *plain = block(reading.document, 9)->first_child->text_style;
    assert_false(plain->colour.is_set);
    assert_false(plain->background.is_set);
    assert_true(str_eq(plain->language, STR("en-GB")));
    reading_free(&reading);
}

static void numbers_of_lists(void **state)
{
    (void)state;
    static const struct {
        int number;
        const char *letters, *roman;
    } cases[] = {
        {-1, "", ""},      {0, "", ""},         {1, "a", "i"},       {4, "d", "iv"},
        {26, "z", "xxvi"}, {27, "aa", "xxvii"}, {53, "aaa", "liii"}, {1994, NULL, "mcmxciv"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf letters = {0}, roman = {0};
        append_letters(&letters, cases[i].number);
        append_roman(&roman, cases[i].number);
        if (cases[i].letters)
            assert_true(str_eq(buf_str(&letters), str_of(cases[i].letters)));
        assert_true(str_eq(buf_str(&roman), str_of(cases[i].roman)));
        buf_free(&letters);
        buf_free(&roman);
    }
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(packed_is_as_unpacked, argv[1]),
        cmocka_unit_test_prestate(cut_short_is_told, argv[1]),
        cmocka_unit_test_prestate(spoilt_bytes_do_no_harm, argv[1]),
        cmocka_unit_test(others_are_refused),
        cmocka_unit_test(locked_parts_are_told),
        cmocka_unit_test(doubles_are_told),
        cmocka_unit_test(a_bomb_is_stopped),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(hostile_papers_do_no_harm),
        cmocka_unit_test(sniffing),
        cmocka_unit_test_prestate(facts_of_the_file, argv[1]),
        cmocka_unit_test(protection),
        cmocka_unit_test(impossible_pages_are_not_believed),
        cmocka_unit_test_prestate(styles_of_blocks_and_text, argv[1]),
        cmocka_unit_test(numbers_of_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
