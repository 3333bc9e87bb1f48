#include "read/docx_xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* Deeper than libxml2 goes by itself without XML_PARSE_HUGE (256). */
enum { DEPTH_MAX = 1024, NAME_SLOTS = 1024 };

static const struct {
    Namespace ns;
    const char *local;
} tags[] = {
    {NS_OTHER, ""},
#define TAG(namespace, local) {NS_##namespace, #local},
#include "read/docx_tags.def"
#undef TAG
};

_Static_assert(sizeof tags / sizeof tags[0] == TAG_COUNT, "one row a tag");

static const struct {
    const char *transitional, *strict;
} namespaces[] = {
    {"", NULL},
#define NAMESPACE(name, transitional, strict) {transitional, strict},
#include "read/docx_namespaces.def"
#undef NAMESPACE
};

_Static_assert(sizeof namespaces / sizeof namespaces[0] == NS_OTHER, "one row a namespace");

/* libxml2 keeps one copy of each name, so the pointer is the name. */
typedef struct NameSlot {
    const xmlChar *local, *uri;
    Tag tag;
} NameSlot;

typedef struct XmlReader {
    const XmlHandler *handler;
    void *user;
    PartStream *stream;
    xmlParserCtxtPtr context;
    NameSlot names[NAME_SLOTS];
    size_t n_names;
    unsigned depth;
    unsigned skip_depth;    /* depth of the element being left out; 0 none */
    bool chosen[DEPTH_MAX]; /* at an AlternateContent's depth: a branch was taken */
    Str wanted;             /* Flat OPC: the part looked for; else empty */
    unsigned wanted_depth;  /* where its events begin; 0 while outside */
    bool in_wanted_part;
    bool found;
    int error_line; /* of the first fatal error; 0 none */
    bool has_error;
} XmlReader;

static bool text_is(const xmlChar *a, const char *b)
{
    return strcmp((const char *)a, b) == 0;
}

static Namespace namespace_of(const xmlChar *uri)
{
    if (!uri)
        return NS_NONE;
    for (Namespace ns = NS_NONE + 1; ns < NS_OTHER; ns++)
        if (text_is(uri, namespaces[ns].transitional) ||
            (namespaces[ns].strict && text_is(uri, namespaces[ns].strict)))
            return ns;
    return NS_OTHER;
}

static Tag tag_search(const xmlChar *local, const xmlChar *uri)
{
    Namespace ns = namespace_of(uri);
    for (Tag tag = TAG_OTHER + 1; tag < TAG_COUNT; tag++)
        if (tags[tag].ns == ns && text_is(local, tags[tag].local))
            return tag;
    return TAG_OTHER;
}

static Tag tag_of(XmlReader *reader, const xmlChar *local, const xmlChar *uri)
{
    size_t at = ((uintptr_t)local >> 3 ^ (uintptr_t)uri >> 4) % NAME_SLOTS;
    while (reader->names[at].local) {
        const NameSlot *slot = &reader->names[at];
        if (slot->local == local && slot->uri == uri)
            return slot->tag;
        at = (at + 1) % NAME_SLOTS;
    }
    Tag tag = tag_search(local, uri);
    if (reader->n_names < NAME_SLOTS / 2) {
        reader->names[at] = (NameSlot){local, uri, tag};
        reader->n_names++;
    }
    return tag;
}

/* Finds the wanted part in a Flat OPC file. True: the element is outside of it. */
static bool is_outside_wanted(XmlReader *reader, const Element *element)
{
    if (!reader->wanted.len || reader->wanted_depth)
        return false;
    if (element->tag == PKG_part) {
        Str name = element_text(element, NS_PKG, "name");
        if (str_starts_with(name, STR("/")))
            name = str_sub(name, 1, name.len);
        reader->in_wanted_part = !reader->found && str_eq_nocase(name, reader->wanted);
    }
    if (reader->depth == 3 && element->tag == PKG_xmlData && reader->in_wanted_part) {
        reader->wanted_depth = reader->depth;
        reader->found = true;
    }
    return true;
}

/* Do we read what PREFIX, as Word writes it, stands for? Others, such as those of
 * three-dimensional models, ink and coloured emoji, come with a Fallback that we do. */
static bool is_known_prefix(Str prefix)
{
    static const char *const known[] = {"wps", "wpg", "wpc", "wp14", "w14", "w15", "a14", "c14"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (str_eq(prefix, str_of(known[i])))
            return true;
    return str_starts_with(prefix, STR("cx"));
}

static bool is_choice_known(const Element *element)
{
    Str needs = element_text(element, NS_NONE, "Requires");
    while (needs.len) {
        size_t end = str_find(needs, STR(" "), 0);
        if (end && !is_known_prefix(str_sub(needs, 0, end)))
            return false;
        needs = str_sub(needs, end + 1, needs.len);
    }
    return true;
}

/* Of mc:AlternateContent only one branch is read. */
static bool is_branch_left_out(XmlReader *reader, const Element *element)
{
    bool *is_chosen = &reader->chosen[reader->depth - 1];
    if ((element->tag != MC_Choice && element->tag != MC_Fallback) || reader->depth < 2)
        return false;
    if (*is_chosen || (element->tag == MC_Choice && !is_choice_known(element)))
        return true;
    *is_chosen = true;
    return false;
}

static bool is_transparent(Tag tag)
{
    return tag == MC_AlternateContent || tag == MC_Choice || tag == MC_Fallback;
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                     int n_namespaces, const xmlChar **namespace_list, int n_attributes,
                     int n_defaulted, const xmlChar **attributes)
{
    (void)prefix, (void)n_namespaces, (void)namespace_list, (void)n_defaulted;
    XmlReader *reader = user;
    reader->depth++;
    if (reader->skip_depth)
        return;
    Element element = {tag_of(reader, local, uri), attributes, (size_t)n_attributes};
    if (is_outside_wanted(reader, &element))
        return;
    if (reader->depth >= DEPTH_MAX || is_branch_left_out(reader, &element)) {
        reader->skip_depth = reader->depth;
        return;
    }
    reader->chosen[reader->depth] = false;
    if (!is_transparent(element.tag) && !reader->handler->start(reader->user, &element))
        reader->skip_depth = reader->depth;
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    (void)prefix;
    XmlReader *reader = user;
    unsigned depth = reader->depth--;
    if (reader->skip_depth) {
        if (reader->skip_depth == depth)
            reader->skip_depth = 0;
        return;
    }
    if (reader->wanted.len && depth <= reader->wanted_depth) {
        xmlStopParser(reader->context); /* what comes after may be large */
        reader->wanted_depth = 0;
        reader->in_wanted_part = false;
        return;
    }
    if (reader->wanted.len && !reader->wanted_depth)
        return;
    Tag tag = tag_of(reader, local, uri);
    if (!is_transparent(tag) && reader->handler->end)
        reader->handler->end(reader->user, tag);
}

static void on_text(void *user, const xmlChar *text, int len)
{
    XmlReader *reader = user;
    if (reader->skip_depth || !reader->handler->text)
        return;
    if (reader->wanted.len && !reader->wanted_depth)
        return;
    reader->handler->text(reader->user, (Str){(const char *)text, (size_t)len});
}

static void on_error(void *user, xmlErrorPtr error)
{
    XmlReader *reader = user;
    if (error->level != XML_ERR_FATAL || reader->has_error)
        return;
    reader->has_error = true;
    reader->error_line = error->line;
}

static int on_read(void *context, char *buffer, int size)
{
    return part_read(context, buffer, size);
}

/* Runs the parser; false when the XML is not whole. */
static bool parse(XmlReader *reader)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_error,
    };
    xmlParserCtxtPtr context =
        xmlCreateIOParserCtxt(&sax, reader, on_read, NULL, reader->stream, XML_CHAR_ENCODING_NONE);
    if (!context)
        return false;
    reader->context = context;
    xmlCtxtUseOptions(context, XML_PARSE_NONET);
    xmlParseDocument(context);
    bool is_whole = context->wellFormed && !reader->has_error;
    if (context->myDoc)
        xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
    return is_whole;
}

static void tell_end(const Package *package, Str part, PartEnd end)
{
    switch (end) {
    case PART_END_ENCRYPTED:
        package_tell(package, DIAG_FILE_ENCRYPTED,
                     "The file has a password. Remove the password, save, and try again.");
        break;
    case PART_END_LIMIT:
        package_tell(package, DIAG_LIMIT_REACHED,
                     "%.*s is too large when unpacked; the rest was not read. Split the paper.",
                     STR_ARG(part));
        break;
    default:
        package_tell(package, DIAG_FILE_DAMAGED,
                     "%.*s is damaged and was read in part. Open it in Word and save it again.",
                     STR_ARG(part));
    }
}

PartResult xml_read_part(Package *package, Str part, const XmlHandler *handler, void *user)
{
    PartStream *stream = part_open(package, part);
    if (!stream)
        return PART_ABSENT;
    XmlReader reader = {.handler = handler, .user = user, .stream = stream};
    bool is_flat = package_kind(package) == PACKAGE_FLAT;
    if (is_flat)
        reader.wanted = part;
    bool is_whole = parse(&reader);
    PartEnd end = part_close(stream);
    if (is_flat && end == PART_END_WHOLE && !reader.found)
        return PART_ABSENT;
    if (is_flat && !reader.in_wanted_part) /* what else the file holds is not our part's fault */
        is_whole = true;
    if (is_whole && end == PART_END_WHOLE)
        return PART_READ;
    tell_end(package, part, end);
    return PART_BROKEN;
}

bool element_attribute(const Element *element, Namespace ns, const char *local, Str *ret)
{
    for (size_t i = 0; i < element->n_attributes; i++) {
        const unsigned char **attribute = element->attributes + 5 * i;
        if (!text_is(attribute[0], local) || namespace_of(attribute[2]) != ns)
            continue;
        *ret = (Str){(const char *)attribute[3], (size_t)(attribute[4] - attribute[3])};
        return true;
    }
    return false;
}

Str element_text(const Element *element, Namespace ns, const char *local)
{
    Str value = {0};
    (void)element_attribute(element, ns, local, &value);
    return value;
}

Str element_value(const Element *element)
{
    return element_text(element, NS_W, "val");
}

bool switch_is_on(Str value)
{
    return !str_eq(value, STR("0")) && !str_eq(value, STR("false")) && !str_eq(value, STR("off"));
}

bool element_is_on(const Element *element)
{
    return switch_is_on(element_value(element));
}

int number_of(Str text, int fallback)
{
    enum { NUMBER_MAX = 1000000000 };
    text = str_trim(text);
    bool is_negative = str_starts_with(text, STR("-"));
    size_t i = is_negative || str_starts_with(text, STR("+")) ? 1 : 0;
    size_t first = i;
    long long number = 0;
    for (; i < text.len && ascii_is_digit((unsigned char)text.data[i]); i++)
        if (number < NUMBER_MAX)
            number = number * 10 + (text.data[i] - '0');
    if (i == first)
        return fallback;
    if (number > NUMBER_MAX)
        number = NUMBER_MAX;
    return (int)(is_negative ? -number : number);
}

static int hex_digit(char c)
{
    c = ascii_lower(c);
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool hex_number(Str text, uint32_t *ret)
{
    uint32_t number = 0;
    for (size_t i = 0; i < text.len; i++) {
        int digit = hex_digit(text.data[i]);
        if (digit < 0)
            return false;
        number = number << 4 | (uint32_t)digit;
    }
    *ret = number;
    return text.len > 0 && text.len <= 8;
}
