/* Tables that are no data: forms to fill in or to read label by label, and places to
 * sign. */
#include "check/access_table.h"

enum { LABEL_WORDS_MAX = 6 };

static bool text_is_bold(const Node *block)
{
    bool has_text = false;
    NodeIter iter = node_iter(block);
    while (node_iter_next(&iter)) {
        const Node *at = iter.node;
        if (iter.event != NODE_ENTER || at->kind != NODE_TEXT || str_is_blank(at->as.text.literal))
            continue;
        if (!access_look(at).is_bold)
            return false;
        has_text = true;
    }
    return has_text;
}

/* Does CELL look like what stands before a value: "Date:", "Author", bold or not? */
static bool is_label(const Node *cell, bool *ret_is_marked)
{
    Arena scratch = {0};
    Str label = access_text(cell, &scratch);
    bool starts_with_letter = label.len && !ascii_is_digit((unsigned char)label.data[0]);
    bool is_short = starts_with_letter && str_count_words(label) <= LABEL_WORDS_MAX;
    *ret_is_marked = is_short && (str_ends_with(label, STR(":")) || text_is_bold(cell));
    arena_free(&scratch);
    return is_short;
}

static bool has_digit(const Node *cell)
{
    Arena scratch = {0};
    Str text = access_text(cell, &scratch);
    bool is_found = false;
    for (size_t i = 0; i < text.len && !is_found; i++)
        is_found = ascii_is_digit((unsigned char)text.data[i]);
    arena_free(&scratch);
    return is_found;
}

/* Does the first row name what stands below: words above figures, or bold above
 * plain? */
static bool first_row_names_columns(const Node *table)
{
    const Node *first = node_first_row(table);
    bool is_bold = true;
    for (const Node *cell = first->first_child; cell; cell = cell->next)
        is_bold &= text_is_bold(cell);
    size_t n_rows = 0, n_figures = 0, n_bold = 0;
    for (const Node *row = node_next_row(first); row; row = node_next_row(row)) {
        n_rows++;
        n_figures += row->last_child && has_digit(row->last_child);
        n_bold += row->last_child && text_is_bold(row->last_child);
    }
    bool is_above_figures =
        first->last_child && !has_digit(first->last_child) && n_figures == n_rows;
    return (is_bold && !n_bold) || is_above_figures;
}

/* All first cells are labels, and are marked as such or stand before one value. */
bool access_table_is_form(const TableShape *shape)
{
    size_t n_marked = 0;
    for (const Node *row = node_first_row(shape->table); row; row = node_next_row(row)) {
        bool is_marked = false;
        if (!access_has_text(row)) {
            n_marked++;
            continue;
        }
        bool is_whole_row = row->first_child && !row->first_child->next;
        if (!row->first_child || (!is_whole_row && !is_label(row->first_child, &is_marked)))
            return false;
        n_marked += is_marked || is_whole_row;
    }
    if (n_marked == shape->n_rows && shape->n_columns <= 4)
        return true;
    return shape->n_columns == 2 && !first_row_names_columns(shape->table);
}

bool access_table_is_signed(const Rule *rule, const Node *table)
{
    Arena scratch = {0};
    Str text = access_text(table, &scratch);
    StrList words = rule_option_list(rule, STR("signatures"));
    bool is_found = false;
    for (size_t i = 0; i < words.len && !is_found; i++)
        for (size_t at = access_find(text, words.items[i], 0); at < text.len && !is_found;
             at = access_find(text, words.items[i], at + 1))
            is_found = !at || !ascii_is_alpha((unsigned char)text.data[at - 1]);
    arena_free(&scratch);
    return is_found;
}
