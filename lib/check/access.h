/* What the access.* checks share: what a reader sees and hears of a node, how a
 * message names it, and which formats a rule is about.
 *
 * Options that several of them read, all set in the rule's file:
 *   markdown, html, docx, text   how severe a finding is at most in that format
 */
#ifndef PLAINPAPER_CHECK_ACCESS_H
#define PLAINPAPER_CHECK_ACCESS_H

#include "check/check.h"

/* What is seen of NODE, on one line: white space as single blanks, none at the ends,
 * hidden parts left out. Lives as long as ARENA and the paper. */
Str access_text(const Node *node, Arena *arena);

/* Would access_text be more than nothing? */
bool access_has_text(const Node *node);

/* TEXT cut to its first words, with "…" where something was cut: names a thing
 * in a message without filling it. Lives as long as TEXT and ARENA. */
Str access_short(Str text, Arena *arena);

/* NODE's text, cut as by access_short. */
Str access_quote(const Node *node, Arena *arena);

/* Does a screen reader tell of NODE: is neither it nor what holds it hidden or
 * kept from screen readers? */
bool access_is_heard(const Node *node);

/* Does a screen reader come to NODE as it reads the paper: is it heard, and not in a
 * header or footer, which are passed over? */
bool access_is_read(const Document *document, const Node *node);

/* Does NODE stand in the running paper, not in a header, footer or comment? */
bool access_is_body(const Document *document, const Node *node);

/* Does NODE, a text block or in one, stand in a table of contents? */
bool access_is_contents(const Node *node);

/* True when TEXT is one of VALUES, whatever the case of ASCII letters. */
bool access_list_has(StrList values, Str text);

/* How TEXT, a text node, looks: by the marks around it and by its own style. */
typedef struct AccessLook {
    bool is_bold, is_italic, is_underlined;
    bool is_linked;
} AccessLook;

AccessLook access_look(const Node *text);

/* Is TEXT, a text node, set in a font of even width, as code is? */
bool access_is_code(const Node *text);

/* Does BLOCK show nothing: no letter, no picture? */
bool access_is_blank(const Node *block);

/* Where TRAIT is told: at its node, its place in the source, or of the paper. */
Place access_place_of(const Trait *trait);

/* Offset of the first PART in TEXT at or after FROM, whatever the case of ASCII letters;
 * text.len when there is none. */
size_t access_find(Str text, Str part, size_t from);

/* Does TEXT hold PART, whatever the case of ASCII letters? */
bool access_holds(Str text, Str part);

/* Does TEXT hold one of PARTS? */
bool access_holds_any(Str text, StrList parts);

/* TABLE in a message, by its first text: "The table “Area”", or "This table". */
Str access_table_name(const Node *table, Arena *arena);

/* The name by which LINK is told, without white space at its ends; empty when it has none.
 * Lives as long as ARENA and the paper. */
Str access_link_name(const Node *link, Arena *arena);

/* NODE, a picture or what else is set in, in a message: "The picture “Figure 2”" by its
 * caption, "The picture “chart.png”" by its file where its author sees that, "The chart by
 * “Falls in May”" by the text it stands in or next to, or "This chart". A frame or text box
 * is named by its own words. */
Str access_name(const CheckContext *context, const Node *node);

/* What NODE says, else the first text in front of it, else behind it, among its siblings and
 * those around; cut as by access_short. What has no letter or number says nothing. */
Str access_beside(const Node *node, Arena *arena);

/* Where NODE, a block without words, stands: "above “Purpose”", "below …", or "here" where the
 * file has lines to tell. */
Str access_where(const CheckContext *context, const Node *node);

/* Adds a finding about NODE (NULL: the paper) with ARGS for its message. */
void access_emit(CheckContext *context, const Rule *rule, const Node *node, StrList args);

/* As finding_emit, but no more severe than the rule's option named like the paper's
 * format says; no finding when there is no such option. */
void access_emit_by_format(CheckContext *context, const Rule *rule, FindingDraft draft);

#endif
