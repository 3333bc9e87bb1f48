/* Front matter: a block of YAML between `---` lines at the very start of a
 * Markdown paper. Only the keys `title` and `lang` (or `language`) are read. */
#ifndef PLAINPAPER_READ_FRONT_MATTER_H
#define PLAINPAPER_READ_FRONT_MATTER_H

#include "document/document.h"

/* Takes title and language over into DOCUMENT, whose source text is set. Returns
 * how many lines the front matter has, its marks included; 0 when there is
 * none. A value that cannot be read is told to SINK and left out. */
size_t front_matter_read(Document *document, DiagnosticSink *sink);

/* Gives DOCUMENT, read so far that its tree is whole, the text of its first main
 * heading as title when the front matter has none. */
void title_from_heading(Document *document);

#endif
