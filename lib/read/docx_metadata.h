/* Metadata: what a Word file says of itself outside of its text. */
#ifndef PLAINPAPER_READ_DOCX_METADATA_H
#define PLAINPAPER_READ_DOCX_METADATA_H

#include "document/document.h"
#include "read/docx_relations.h"

/* Fills DOCUMENT's title, language and pages from the parts that PACKAGE_RELATIONS
 * name. */
void metadata_read(Package *package, const Relations *package_relations, Document *document);

/* Fills DOCUMENT's is_protected from the part SETTINGS (may be empty).
 * *RET_SHOWS_BACKGROUND: is the page's colour shown? */
void settings_read(Package *package, Str settings, Document *document, bool *ret_shows_background);

#endif
