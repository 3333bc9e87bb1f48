#include "read/docx_symbol.h"
#include "read/docx_walk.h"

#include "base/utf8.h"

/* The instruction of a field is not shown, nor what fields inside of it give. */
static bool is_shown(const Walk *walk)
{
    return walk->n_instructions == 0;
}

static void give_text(Walk *walk, Str text)
{
    walk_need_run(walk);
    if (is_shown(walk))
        tree_text(&walk->tree, text);
}

static void give_line_break(Walk *walk)
{
    walk_need_run(walk);
    if (is_shown(walk))
        tree_line_break(&walk->tree);
}

static void text_begin(Walk *walk, const Element *element)
{
    walk->in_text = true;
    walk->is_space_kept =
        str_eq(element_text(element, NS_XML, "space"), STR("preserve")) || element->tag == M_t;
    buf_clear(&walk->piece);
}

/* Word shows a line end in a w:t as a space, and white space at its ends only
 * where xml:space says so. */
void walk_text_end(Walk *walk, Tag tag)
{
    walk->in_text = false;
    for (size_t i = 0; i < walk->piece.len; i++)
        if (ascii_is_space((unsigned char)walk->piece.data[i]))
            walk->piece.data[i] = ' ';
    Str text = buf_str(&walk->piece);
    while (!walk->is_space_kept && text.len && text.data[0] == ' ')
        text = str_sub(text, 1, text.len);
    while (!walk->is_space_kept && text.len && text.data[text.len - 1] == ' ')
        text.len--;
    if (tag == W_t) {
        give_text(walk, text);
    } else {
        walk_need_run(walk);
        if (is_shown(walk))
            tree_code(&walk->tree, text);
    }
}

static void break_start(Walk *walk, const Element *element)
{
    Str type = element_text(element, NS_W, "type");
    if (!str_eq(type, STR("page"))) {
        give_line_break(walk);
        return;
    }
    walk_need_run(walk);
    if (is_shown(walk))
        tree_hard_break(&walk->tree);
}

static void give_symbol(Walk *walk, const Element *element)
{
    uint32_t c = 0;
    if (!hex_number(element_text(element, NS_W, "char"), &c))
        return;
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return;
    Buf sign = {0};
    utf8_append(&sign, symbol_sign(element_text(element, NS_W, "font"), c));
    give_text(walk, buf_str(&sign));
    buf_free(&sign);
}

void walk_text_start(Walk *walk, const Element *element)
{
    switch (element->tag) {
    case W_t:
    case M_t:
        text_begin(walk, element);
        break;
    case W_tab:
    case W_ptab:
        give_text(walk, STR("\t"));
        break;
    case W_br:
        break_start(walk, element);
        break;
    case W_cr:
        give_line_break(walk);
        break;
    case W_noBreakHyphen:
        give_text(walk, STR("-"));
        break;
    case W_sym:
        give_symbol(walk, element);
        break;
    case W_lastRenderedPageBreak:
        walk_need_run(walk);
        tree_rendered_break(&walk->tree);
        break;
    default:
        break;
    }
}
