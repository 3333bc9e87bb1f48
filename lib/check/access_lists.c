/* access.list-fake, access.list-long. */
#include "check/access.h"
#include "check/checks.h"

/* How a paragraph that is typed as a list item begins: what it could be, as "(i) " is
 * both the ninth letter and the first of the small Roman numbers. */
typedef struct Marker {
    const char *bullet; /* the sign; NULL for none */
    int number;         /* of a numbered one; 0 for none */
    int letter;         /* 1 for "a"; 0 for none */
    int roman;          /* 1 for "i"; 0 for none */
} Marker;

static const char *const bullets[] = {"•", "·", "▪", "◦", "‣", "○", "●", "■", "\xEF\x82\xB7",
                                      "➢", "✓", "–", "—", "-", "*"};

enum { SURE_BULLETS = 11 }; /* the first so many begin nothing else */

static bool starts_with_blank(Str text)
{
    return str_starts_with(text, STR(" ")) || str_starts_with(text, STR("\t")) ||
           str_starts_with(text, STR("\xC2\xA0"));
}

/* "3. " or "3) ", not "3.1" and not "3 May". */
static int number_of(Str text)
{
    size_t i = text.len && text.data[0] == '(' ? 1 : 0;
    int number = 0;
    for (size_t n = 0; i < text.len && n < 2 && ascii_is_digit((unsigned char)text.data[i]);
         i++, n++)
        number = number * 10 + (text.data[i] - '0');
    bool is_closed = i < text.len && (text.data[i] == '.' || text.data[i] == ')');
    return is_closed && starts_with_blank(str_sub(text, i + 1, text.len)) ? number : 0;
}

/* The small Roman number that NUMERAL is, as far as lists go; 0 for none. */
static int roman_of(Str numeral)
{
    static const char *const numerals[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                           "vii", "viii", "ix",  "x",  "xi", "xii"};
    for (size_t i = 0; i < sizeof numerals / sizeof numerals[0]; i++)
        if (str_eq(numeral, str_of(numerals[i])))
            return (int)i + 1;
    return 0;
}

/* "(a) ", "a) " and "(ii) "; not "a. ", which may be an initial. */
static Marker lettered(Str text)
{
    size_t start = str_starts_with(text, STR("(")), end = start;
    while (end < text.len && text.data[end] >= 'a' && text.data[end] <= 'z')
        end++;
    if (end == start || end == text.len || text.data[end] != ')' ||
        !starts_with_blank(str_sub(text, end + 1, text.len)))
        return (Marker){0};
    Str label = str_sub(text, start, end);
    return (Marker){.letter = label.len == 1 ? label.data[0] - 'a' + 1 : 0,
                    .roman = roman_of(label)};
}

static bool is_marker(Marker marker)
{
    return marker.bullet || marker.number || marker.letter || marker.roman;
}

/* What TEXT, which is not empty, begins with. */
static Marker marker_of(Str text)
{
    unsigned char first = (unsigned char)text.data[0];
    bool is_sign = !ascii_is_alpha(first) && !ascii_is_digit(first);
    for (size_t i = 0; is_sign && i < sizeof bullets / sizeof bullets[0]; i++) {
        Str bullet = str_of(bullets[i]);
        if (str_starts_with(text, bullet) &&
            (i < SURE_BULLETS || starts_with_blank(str_sub(text, bullet.len, text.len))))
            return (Marker){.bullet = bullets[i]};
    }
    int number = number_of(text);
    return number ? (Marker){.number = number} : lettered(text);
}

/* "• one • two": a whole list in one paragraph. */
static bool holds_second(Marker marker, Str text)
{
    if (!marker.bullet || (unsigned char)marker.bullet[0] < 0x80)
        return false;
    Str bullet = str_of(marker.bullet);
    size_t second = str_find(text, bullet, bullet.len);
    return second < text.len && !str_eq(bullet, STR("–")) && !str_eq(bullet, STR("—"));
}

/* Is NUMBER the one behind BEFORE, where both are numbers? */
static bool is_next(int number, int before)
{
    return before && number == before + 1;
}

static bool follows(Marker marker, Marker before)
{
    if (marker.bullet)
        return marker.bullet == before.bullet;
    return is_next(marker.number, before.number) || is_next(marker.letter, before.letter) ||
           is_next(marker.roman, before.roman);
}

static bool may_be_typed(const CheckContext *context, const Prose *prose, size_t words_max)
{
    return prose->block->kind == NODE_PARAGRAPH && prose->n_words && prose->n_words <= words_max &&
           !node_ancestor(prose->block, NODE_LIST) &&
           access_is_body(context->document, prose->block);
}

/* Args: the first item, cut. Option `words`: the most an item has.
 * Told once, where two that follow one another begin alike. */
void list_fake_on_document(CheckContext *context, const Rule *rule)
{
    size_t words_max = (size_t)rule_option_number(rule, STR("words"), 40);
    Marker before = {0};
    const Prose *first = NULL;
    bool is_told = false;
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        Marker marker =
            may_be_typed(context, prose, words_max) ? marker_of(prose->text) : (Marker){0};
        bool goes_on =
            first && prose->block->parent == first->block->parent && follows(marker, before);
        if (!goes_on) {
            first = is_marker(marker) ? prose : NULL;
            is_told = false;
        }
        if (first && !is_told && (goes_on || holds_second(marker, prose->text))) {
            access_emit(context, rule, first->block,
                        STR_LIST(access_short(first->text, context->arena)));
            is_told = true;
        }
        before = marker;
    }
}

static bool holds_link(const Node *block)
{
    const Node *inline_node = block->first_child;
    while (inline_node && inline_node->kind != NODE_LINK)
        inline_node = inline_node->next;
    return inline_node != NULL;
}

typedef struct ListShape {
    size_t n_items;
    size_t n_links; /* items of references, as in an agenda */
    bool is_flat;
} ListShape;

static ListShape list_shape(const Node *list)
{
    ListShape shape = {.is_flat = true};
    for (const Node *item = list->first_child; item; item = item->next) {
        shape.n_items++;
        for (const Node *block = item->first_child; block; block = block->next) {
            shape.is_flat &= block->kind != NODE_LIST;
            shape.n_links += holds_link(block);
        }
    }
    return shape;
}

/* Lists of people, of references and of contents are long by nature: told by the
 * heading or line above them. */
static bool is_of_entries(const Rule *rule, const Node *list)
{
    const Node *above = list->previous;
    if (!above || !node_is_text_block(above))
        return false;
    Arena scratch = {0};
    bool is_found =
        access_holds_any(access_text(above, &scratch), rule_option_list(rule, STR("entries")));
    arena_free(&scratch);
    return is_found;
}

/* Args: the number of items. Options: `items`, the most; `many`, past
 * which it is more than a suggestion; `entries`, words above
 * lists that may be long. */
void list_long_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (node->kind != NODE_LIST || node->as.list.is_ordered || context->agenda ||
        node_ancestor(node, NODE_LIST))
        return;
    ListShape shape = list_shape(node);
    if (shape.n_items <= (size_t)rule_option_number(rule, STR("items"), 12) || !shape.is_flat ||
        2 * shape.n_links > shape.n_items || is_of_entries(rule, node) || !access_is_heard(node))
        return;
    bool is_mild = shape.n_items <= (size_t)rule_option_number(rule, STR("many"), 12) &&
                   rule->severity > SEVERITY_SUGGESTION;
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.node = node},
                                 .args = STR_LIST(arena_number(context->arena, shape.n_items)),
                                 .has_severity = is_mild,
                                 .severity = SEVERITY_SUGGESTION});
}
