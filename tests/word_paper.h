/* Word papers written down as a few elements, for tests: the wrapping that every such
 * file has (namespaces, relations, styles, a title) is put around them, and the whole is
 * zipped as Word does it.
 *
 * What is written is what stands in w:body, without it. Elements that are parts of
 * their own become those parts: w:hdr and w:ftr (with a w:sectPr that refers to them, as
 * "header" and "footer"), w:settings, w:styles, w:numbering, w:comments, w:footnotes,
 * a:theme, dc:title and Pages. The body may refer to "link" and "pdf", addresses
 * outside, and to "image", "chart" and "diagram". Where no styles are given, text is
 * Arial of 12 points in British English, set with 1.5 lines, and there are headings. */
#ifndef PLAINPAPER_TESTS_WORD_PAPER_H
#define PLAINPAPER_TESTS_WORD_PAPER_H

#include "base/buf.h"

/* Is TEXT such a paper, and not Markdown or HTML? */
bool is_word_paper(Str text);

/* Appends the bytes of a DOCX file with ELEMENTS to RET. */
void word_paper_zip(Str elements, Buf *ret);

#endif
