/* HTML inside other formats: what the Markdown reader needs for raw HTML. */
#ifndef PLAINPAPER_READ_HTML_H
#define PLAINPAPER_READ_HTML_H

#include "read/reader.h"

/* Reads the bytes SPAN of DOCUMENT's source text as HTML and appends its
 * blocks to the container PARENT, with spans in that text. Title, language and
 * reload of the fragment are not taken over. The fragment may be torn out of
 * its context: unclosed and stray tags are fine. STATUS_LIMIT when it is nested
 * too deep (told to the sink); what was read until then stays. */
PP_MUST_USE Status html_read_fragment(Document *document, Node *parent, Span span,
                                      const ReadOptions *options);

#endif
