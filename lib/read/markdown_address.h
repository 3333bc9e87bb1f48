/* Addresses in running text that become links without any mark around them
 * (GitHub Flavored Markdown 0.29, 6.9): http://…, https://…, ftp://…, www.…
 * and e-mail addresses. */
#ifndef PLAINPAPER_READ_MARKDOWN_ADDRESS_H
#define PLAINPAPER_READ_MARKDOWN_ADDRESS_H

#include "base/span.h"

typedef struct Address {
    Span span;
    Str scheme; /* to put in front where the author left it out; may be empty */
} Address;

/* Whether MARK, the offset of a `:`, `w` or `@` in TEXT, belongs to an address that
 * lies between START and END. Fills RET and returns true when so. */
bool address_find(Str text, size_t mark, size_t start, size_t end, Address *ret);

#endif
