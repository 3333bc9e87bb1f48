#include "read/docx_metadata.h"

typedef struct MetadataReader {
    Document *document;
    Tag tag; /* whose text is being read; TAG_OTHER for none */
    Buf text;
} MetadataReader;

static bool metadata_start(void *user, const Element *element)
{
    MetadataReader *reader = user;
    Tag tag = element->tag;
    if (tag == DC_title || tag == DC_language || tag == EP_Pages) {
        reader->tag = tag;
        buf_clear(&reader->text);
    }
    return true;
}

static void metadata_text(void *user, Str text)
{
    MetadataReader *reader = user;
    if (reader->tag != TAG_OTHER)
        buf_append(&reader->text, text);
}

/* TEXT with one space for each run of white space. */
static Str collapse(Arena *arena, Str text)
{
    Buf flat = {0};
    for (size_t i = 0; i < text.len; i++) {
        bool is_space = ascii_is_space((unsigned char)text.data[i]);
        if (!is_space || (flat.len && flat.data[flat.len - 1] != ' '))
            buf_append_char(&flat, is_space ? ' ' : text.data[i]);
    }
    Str kept = arena_str(arena, buf_str(&flat));
    buf_free(&flat);
    return kept;
}

static void metadata_end(void *user, Tag tag)
{
    MetadataReader *reader = user;
    if (tag != reader->tag || tag == TAG_OTHER)
        return;
    Document *document = reader->document;
    Str text = str_trim(buf_str(&reader->text));
    if (tag == DC_title) {
        document->title = collapse(&document->arena, text);
        document->has_title_field = true;
    } else if (tag == DC_language) {
        document->language = arena_str(&document->arena, text);
        document->has_language_field = text.len > 0;
    } else {
        int pages = number_of(text, 0);
        document->pages = pages > 0 ? (unsigned)pages : 0;
    }
    reader->tag = TAG_OTHER;
}

void metadata_read(Package *package, const Relations *package_relations, Document *document)
{
    static const XmlHandler handler = {
        .start = metadata_start,
        .end = metadata_end,
        .text = metadata_text,
    };
    static const char *const types[] = {"core-properties", "extended-properties",
                                        "extendedProperties"};
    MetadataReader reader = {.document = document};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        Str part = relations_part(package_relations, str_of(types[i]));
        reader.tag = TAG_OTHER;
        if (part.len)
            (void)xml_read_part(package, part, &handler, &reader);
    }
    buf_free(&reader.text);
}

typedef struct SettingsReader {
    Document *document;
    bool shows_background;
} SettingsReader;

static bool settings_start(void *user, const Element *element)
{
    SettingsReader *reader = user;
    if (element->tag == W_displayBackgroundShape) {
        reader->shows_background = element_is_on(element);
    } else if (element->tag == W_documentProtection) {
        Str is_enforced = element_text(element, NS_W, "enforcement");
        /* A form is locked so that only its fields change: that is its use. */
        bool is_form = str_eq(element_text(element, NS_W, "edit"), STR("forms"));
        reader->document->is_protected =
            !is_form && is_enforced.len > 0 && switch_is_on(is_enforced);
    }
    return true;
}

void settings_read(Package *package, Str settings, Document *document, bool *ret_shows_background)
{
    static const XmlHandler handler = {.start = settings_start};
    SettingsReader reader = {.document = document};
    if (settings.len)
        (void)xml_read_part(package, settings, &handler, &reader);
    *ret_shows_background = reader.shows_background;
}
