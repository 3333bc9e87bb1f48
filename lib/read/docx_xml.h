/* The XML of one part as events, by libxml2's SAX2 interface (used by the Word
 * reader in this module only).
 *
 * Elements come as a Tag, whatever prefix the file uses and whether its
 * namespaces are Transitional or Strict. Of mc:AlternateContent only the first
 * Choice is seen whose needs the Word reader knows, or else the Fallback; the three
 * elements themselves are not. No entity but XML's own five is known, nothing is
 * fetched, and libxml2's limits on depth and size stand. */
#ifndef PLAINPAPER_READ_DOCX_XML_H
#define PLAINPAPER_READ_DOCX_XML_H

#include "read/docx_package.h"

#include <stdint.h>

typedef enum Namespace {
    NS_NONE = 0,
#define NAMESPACE(name, transitional, strict) NS_##name,
#include "read/docx_namespaces.def"
#undef NAMESPACE
    NS_OTHER,
    NAMESPACE_COUNT
} Namespace;

typedef enum Tag {
    TAG_OTHER = 0,
#define TAG(namespace, local) namespace##_##local,
#include "read/docx_tags.def"
#undef TAG
    TAG_COUNT
} Tag;

typedef struct Element {
    Tag tag;
    const unsigned char **attributes; /* libxml2's: five pointers an attribute */
    size_t n_attributes;
} Element;

typedef struct XmlHandler {
    /* An element begins. False: leave it out with all that it holds (its end
     * is then not told either). The Element lives as long as the call. */
    bool (*start)(void *user, const Element *element);
    void (*end)(void *user, Tag tag); /* may be NULL */
    /* A piece of text; may be NULL. */
    void (*text)(void *user, Str text);
} XmlHandler;

/* What came of reading a part. */
typedef enum PartResult {
    PART_READ = 0,
    PART_ABSENT, /* no such part; nothing told */
    PART_BROKEN, /* an error was told; the events before it were given */
} PartResult;

/* Reads part PART of PACKAGE and gives its events to HANDLER. */
PartResult xml_read_part(Package *package, Str part, const XmlHandler *handler, void *user);

/* Value of an attribute in *RET, valid during the event; false when absent. */
bool element_attribute(const Element *element, Namespace ns, const char *local, Str *ret);

/* The same, empty when absent. */
Str element_text(const Element *element, Namespace ns, const char *local);

/* `w:val`, empty when absent. */
Str element_value(const Element *element);

/* Is a switch such as <w:b/> or <w:b w:val="0"/> on? */
bool element_is_on(const Element *element);

/* Is the text of a switch's value, such as "0", "off" or "true", on? */
bool switch_is_on(Str value);

/* The whole number TEXT begins with, cut to ±1e9; FALLBACK when there is none. */
int number_of(Str text, int fallback);

/* Reads TEXT, one to eight hexadecimal digits; false when it is none. */
bool hex_number(Str text, uint32_t *ret);

#endif
