#include "read/reader.h"

#include "read/docx_metadata.h"
#include "read/docx_walk.h"

typedef struct DocxReader {
    Package *package;
    Document *document;
    Relations package_relations;
    MainPart main;
    Relations relations; /* of the main part */
    Theme theme;
    Intern intern;
    PropsContext context;
    Styles styles;
    Numbering *numbering;
    ARRAY(Part) parts;
    bool shows_background; /* the page's colour */
} DocxReader;

static Status refuse_kind(const Package *package, OfficeKind kind)
{
    package_tell(package, DIAG_FORMAT_MISMATCH,
                 kind == OFFICE_PRESENTATION
                     ? "This is a presentation, not a Word paper. Save its text as .docx."
                     : "This is a spreadsheet, not a Word paper. Save its text as .docx.");
    return STATUS_UNSUPPORTED;
}

/* Finds the parts; refuses what is no Word paper. */
static Status find_parts(DocxReader *reader)
{
    Arena *arena = &reader->document->arena;
    if (package_kind(reader->package) != PACKAGE_BARE)
        (void)relations_read(reader->package, (Str){0}, arena, &reader->package_relations);
    reader->main = main_part_find(reader->package, &reader->package_relations, arena);
    if (reader->main.kind == OFFICE_SPREADSHEET || reader->main.kind == OFFICE_PRESENTATION)
        return refuse_kind(reader->package, reader->main.kind);
    if (package_kind(reader->package) != PACKAGE_BARE)
        (void)relations_read(reader->package, reader->main.name, arena, &reader->relations);
    return STATUS_OK;
}

/* Without a language of the whole paper its text's usual one stands. */
static void set_language(DocxReader *reader)
{
    Document *document = reader->document;
    const Styles *styles = &reader->styles;
    RunProps usual = styles_cascade(styles, NULL, styles->default_paragraph, NULL, NULL);
    if (document->language.len || !usual.language.len)
        return;
    document->language = usual.language;
    document->has_language_field = true;
}

/* A bare document.xml comes without the parts that tell of the paper as a whole. */
static void tell_text_alone(DocxReader *reader)
{
    reader->document->is_text_alone = true;
    package_tell(reader->package, DIAG_CHECK_SKIPPED,
                 "Only the text is here: title, language, styles and page numbers could not be "
                 "checked. Give the whole file.");
}

static void read_context(DocxReader *reader)
{
    Package *package = reader->package;
    const Relations *relations = &reader->relations;
    Arena *arena = &reader->document->arena;
    reader->intern.arena = arena;
    reader->context = (PropsContext){&reader->theme, &reader->intern};
    metadata_read(package, &reader->package_relations, reader->document);
    settings_read(package, relations_part(relations, STR("settings")), reader->document,
                  &reader->shows_background);
    theme_read(package, relations_part(relations, STR("theme")), arena, &reader->theme);
    styles_read(package, relations_part(relations, STR("styles")), &reader->context, arena,
                &reader->styles);
    reader->numbering = numbering_read(package, relations_part(relations, STR("numbering")),
                                       &reader->styles, arena);
    set_language(reader);
}

static Status read_main(DocxReader *reader, Walk *walk)
{
    array_push(&reader->parts, (Part){reader->main.name, PART_BODY});
    PartResult result = walk_part(walk, PART_BODY, reader->main.name, 0);
    if (result == PART_ABSENT) {
        package_tell(reader->package, DIAG_PART_MISSING,
                     "The file holds no Word text. Open it in Word and save it as .docx.");
        return STATUS_SYNTAX;
    }
    if (walk->is_wrong_root) {
        package_tell(reader->package, DIAG_FORMAT_MISMATCH,
                     "The file's main part is no Word text. Save it from Word as .docx.");
        return STATUS_UNSUPPORTED;
    }
    return walk->has_root ? STATUS_OK : STATUS_SYNTAX;
}

/* One more part that holds text. */
static void read_part(DocxReader *reader, Walk *walk, PartRole role, Str name)
{
    Node *root = reader->document->root;
    array_push(&reader->parts, (Part){name, role});
    if (walk_part(walk, role, name, (uint16_t)(reader->parts.len - 1)) == PART_ABSENT)
        package_tell(reader->package, DIAG_PART_SKIPPED,
                     "%.*s is named in the file but missing. Save the paper again in Word.",
                     STR_ARG(name));
    Node *part = root->last_child;
    if (part && part->kind == NODE_PART && part->as.part.role == role && !part->first_child)
        node_unlink(part);
}

static void read_parts(DocxReader *reader, Walk *walk)
{
    static const struct {
        PartRole role;
        const char *type;
    } others[] = {
        {PART_FOOTNOTES, "footnotes"},
        {PART_ENDNOTES, "endnotes"},
        {PART_COMMENTS, "comments"},
    };
    for (size_t i = 0; i < walk->margins.len; i++)
        read_part(reader, walk, walk->margins.items[i].role, walk->margins.items[i].name);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        Str name = relations_part(&reader->relations, str_of(others[i].type));
        if (name.len)
            read_part(reader, walk, others[i].role, name);
    }
}

static void keep_parts(DocxReader *reader)
{
    Document *document = reader->document;
    Part *parts = arena_new_array(&document->arena, Part, reader->parts.len);
    memcpy(parts, reader->parts.items, reader->parts.len * sizeof *parts);
    document->parts = parts;
    document->n_parts = reader->parts.len;
}

static Status read_document(DocxReader *reader)
{
    Status status = find_parts(reader);
    if (status != STATUS_OK)
        return status;
    read_context(reader);
    Walk walk;
    walk_init(&walk, reader->package, reader->document, &reader->styles, reader->numbering);
    walk.shows_background = reader->shows_background;
    status = read_main(reader, &walk);
    if (status == STATUS_OK) {
        if (package_kind(reader->package) == PACKAGE_BARE)
            tell_text_alone(reader);
        read_parts(reader, &walk);
        tree_finish_pages(&walk.tree);
        keep_parts(reader);
    }
    if (tree_is_full(&walk.tree))
        package_tell(reader->package, DIAG_LIMIT_REACHED,
                     "The paper is too large; its end was not read. Split it.");
    walk_release(&walk);
    return status;
}

static Status docx_read(Str name, Str bytes, const ReadOptions *options, Document **ret)
{
    DocxReader reader = {0};
    Status status = package_open(name, bytes, options, &package_limits, &reader.package);
    if (status != STATUS_OK)
        return status;
    reader.document = document_new(FORMAT_DOCX, name, bytes);
    reader.document->has_lines = false;
    source_set_text(&reader.document->source, (Str){0});
    status = read_document(&reader);
    numbering_free(reader.numbering);
    intern_free(&reader.intern);
    array_free(&reader.parts);
    package_free(reader.package);
    if (status != STATUS_OK) {
        document_free(reader.document);
        return status;
    }
    document_finish(reader.document);
    *ret = reader.document;
    return STATUS_OK;
}

static bool docx_sniff(Str bytes)
{
    return package_sniff(bytes);
}

const Reader reader_docx = {
    .format = FORMAT_DOCX,
    .extensions = {".docx .docm .dotx", 17},
    .sniff = docx_sniff,
    .read = docx_read,
};
