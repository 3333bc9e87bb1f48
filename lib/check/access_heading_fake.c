/* access.heading-fake: a paragraph that only looks like a heading. */
#include "check/access.h"

#include "base/hash.h"
#include "check/checks.h"
#include "text/calendar.h"
#include "text/word_map.h"

enum { BODY_WORDS_MIN = 5 };

/* How the letters of a paragraph look. */
typedef struct Look {
    bool has_text;
    bool is_one_line;
    bool is_bold, is_italic, is_underlined; /* all its letters */
    bool is_link;                           /* all its letters */
    size_t size_half_points;                /* of its smallest text; 0 not known */
} Look;

static void look_at_text(Look *look, const Node *node, const Node *block)
{
    AccessLook at = access_look(node);
    look->has_text = true;
    look->is_bold &= at.is_bold;
    look->is_italic &= at.is_italic;
    look->is_underlined &= at.is_underlined;
    look->is_link &= at.is_linked;
    size_t size = node->text_style ? node->text_style->size_half_points : 0;
    if (!size && block->block_style)
        size = block->block_style->size_half_points;
    if (!look->size_half_points || size < look->size_half_points)
        look->size_half_points = size;
}

/* How BLOCK looks. Plain letters are not read to the end where no size can make up for it. */
static Look look_of(const Node *block, bool has_sizes)
{
    Look look = {.is_one_line = true,
                 .is_bold = true,
                 .is_italic = true,
                 .is_underlined = true,
                 .is_link = true};
    NodeIter iter = node_iter(block);
    while ((has_sizes || look.is_bold || look.is_italic || look.is_underlined) &&
           node_iter_next(&iter)) {
        const Node *at = iter.node;
        if (iter.event != NODE_ENTER)
            continue;
        if (at->is_hidden)
            node_iter_skip(&iter);
        else if (at->kind == NODE_TEXT && !str_is_blank(at->as.text.literal))
            look_at_text(&look, at, block);
        else if (at->kind == NODE_SOFT_BREAK || at->kind == NODE_LINE_BREAK)
            look.is_one_line = false;
        else if (at->kind == NODE_CODE || at->kind == NODE_IMAGE || at->kind == NODE_EMBED)
            look.is_bold = look.is_italic = look.is_underlined = false;
    }
    return look;
}

/* The commonest size of running text, by letters; 0 where none is known. */
static size_t body_size(const CheckContext *context)
{
    enum { SIZE_MAX_HALF_POINTS = 144 };
    size_t letters[SIZE_MAX_HALF_POINTS + 1] = {0};
    for (size_t i = 0; context->document->has_styles && i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        const Node *block = prose->block;
        if (block->kind != NODE_PARAGRAPH || !access_is_body(context->document, block))
            continue;
        size_t size = look_of(block, true).size_half_points;
        if (size <= SIZE_MAX_HALF_POINTS)
            letters[size] += prose->text.len;
    }
    size_t best = 0;
    for (size_t size = 1; size <= SIZE_MAX_HALF_POINTS; size++)
        if (letters[size] > letters[best] || !best)
            best = letters[size] ? size : best;
    return best;
}

/* Text that ends in a stop, or in any mark that closes a clause, is a sentence. */
static bool ends_in_stop(Str text)
{
    static const char *const stops[] = {".",  ",",  ";",  ":",  "!",  "?", "…",
                                        "。", "，", "；", "：", "！", "？"};
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++)
        if (str_ends_with(text, str_of(stops[i])))
            return true;
    return false;
}

/* "Program.cs", "config/routes": a name in a file system, not words. */
static bool is_path(Str text)
{
    bool has_mark = false;
    for (size_t i = 0; i < text.len; i++) {
        if (ascii_is_space((unsigned char)text.data[i]))
            return false;
        has_mark |= text.data[i] == '.' || text.data[i] == '/' || text.data[i] == '_';
    }
    return has_mark;
}

/* Headings begin with a capital or a number: "*discussion of the budget*" is a remark. */
static bool starts_like_heading(const Prose *prose)
{
    const Word *first = &prose->words[0];
    bool has_letters = false;
    for (size_t i = 0; i < prose->n_words; i++) {
        if (prose->words[i].shape & WORD_IN_ADDRESS)
            return false;
        has_letters |= (prose->words[i].shape & WORD_HAS_LETTER) != 0;
    }
    return has_letters && (first->shape & (WORD_FIRST_UPPER | WORD_HAS_DIGIT));
}

/* Lists, tables, quotes and the like have bold lines of their own kind. */
static bool stands_free(const Node *block)
{
    for (const Node *at = block->parent; at; at = at->parent)
        if (at->kind != NODE_DOCUMENT && at->kind != NODE_PART)
            return false;
    return true;
}

/* Titles, captions and lines of contents have a style that says what they are. */
static bool has_role(const Rule *rule, const Node *block)
{
    Str role;
    if (node_attribute(block, STR("role"), &role))
        return true;
    return block->block_style &&
           access_list_has(rule_option_list(rule, STR("styles")), block->block_style->name);
}

/* "Date: 4 May", "Agreed", "Source: ONS": leads in or labels, heads nothing. */
static bool is_lead_in(const Rule *rule, Str text)
{
    StrList lead_ins = rule_option_list(rule, STR("lead-ins"));
    if (access_list_has(lead_ins, text))
        return true;
    StrList labels = rule_option_list(rule, STR("labels"));
    for (size_t end = 0; end < text.len; end++)
        if (text.data[end] == ':' || text.data[end] == ' ')
            return access_list_has(labels, str_sub(text, 0, end));
    return false;
}

/* "Thursday 26 November 2026", "Last updated 12/02/2025": says when, heads nothing. */
static bool is_date_line(const Prose *prose)
{
    const Word *words = prose->words;
    if (is_weekday_name(word_text(prose, &words[0])))
        return true;
    for (size_t i = 1; i + 1 < prose->n_words; i++) {
        bool has_numbers =
            (words[i - 1].shape & WORD_HAS_DIGIT) && (words[i + 1].shape & WORD_HAS_DIGIT);
        bool is_slashed = words[i].gap == GAP_SLASH && words[i + 1].gap == GAP_SLASH;
        if (has_numbers && (is_slashed || is_month_name(word_text(prose, &words[i]))))
            return true;
    }
    return false;
}

typedef struct Search {
    CheckContext *context;
    const Rule *rule;
    size_t body_half_points;
    bool has_counted;   /* n_speeches: counted when the first line asks */
    WordMap n_speeches; /* by the name of who speaks */
} Search;

static bool looks_like_heading(const Search *search, const Node *block, bool is_loose)
{
    if (block->kind != NODE_PARAGRAPH || !block->first_child || !stands_free(block) ||
        has_role(search->rule, block))
        return false;
    Look look = look_of(block, search->body_half_points > 0);
    bool is_large =
        search->body_half_points && look.size_half_points >= search->body_half_points + 4;
    bool stands_out =
        look.is_bold || look.is_underlined || is_large || (look.is_italic && is_loose);
    return look.has_text && look.is_one_line && !look.is_link && stands_out;
}

/* What a heading heads: running text, a list, a table. A short line below a bold
 * one may be the other half of an address or a signature. */
static bool is_body_text(const Search *search, const Node *block)
{
    if (block->kind != NODE_PARAGRAPH)
        return block->kind != NODE_HEADING && block->kind != NODE_THEMATIC_BREAK &&
               block->kind != NODE_PART;
    const Prose *prose = prose_of(&search->context->proses, block);
    return prose && prose->n_words >= BODY_WORDS_MIN && !looks_like_heading(search, block, true);
}

static const Node *next_block(const Node *block)
{
    const Node *next = block->next;
    while (next && (next->is_hidden || (node_is_text_block(next) && !next->first_child &&
                                        next->kind != NODE_CODE_BLOCK)))
        next = next->next;
    return next;
}

/* At the end of a paper, where nothing follows: three words or more, and too many
 * in small letters for a name or an office. */
static bool reads_as_heading(const Prose *prose)
{
    size_t n_small = 0;
    for (size_t i = 1; i < prose->n_words; i++)
        n_small += !(prose->words[i].shape & (WORD_FIRST_UPPER | WORD_HAS_DIGIT));
    return prose->n_words >= 3 && n_small >= 2;
}

/* "(in private)", "[Pick the date]", "<Table>": a remark, or a place to fill in. */
static bool is_bracketed(Str text)
{
    return text.data[0] == '(' || text.data[0] == '[' || text.data[0] == '<' || text.data[0] == '{';
}

/* Does PROSE begin with the name of who says it: "Jane: we have two nurses more."? */
static bool is_speech(const Prose *prose)
{
    if (!prose->n_words || !(prose->words[0].shape & WORD_FIRST_UPPER))
        return false;
    Span name = word_span(&prose->words[0]);
    return str_starts_with(str_trim(str_sub(prose->text, name.end, prose->text.len)), STR(":")) &&
           str_is_blank(str_sub(prose->text, 0, name.start));
}

/* The first word of PROSE, capitals as they are. */
static uint64_t name_hash(const Prose *prose)
{
    return hash_bytes(word_text(prose, &prose->words[0]));
}

/* How often each name says something: "Jane: …", where that is no heading itself. */
static void count_speeches(Search *search)
{
    const ProseList *proses = &search->context->proses;
    search->has_counted = true;
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        if (!is_speech(prose) || looks_like_heading(search, prose->block, true))
            continue;
        uint32_t n = 0;
        (void)word_map_get(&search->n_speeches, name_hash(prose), &n);
        word_map_put(&search->n_speeches, name_hash(prose), n + 1);
    }
}

/* "Jane to send the plan" where Jane speaks more than once, "*all agree*" before what
 * somebody says: a note of what was done. */
static bool is_remark(Search *search, const Prose *prose)
{
    enum { SPEECHES_MIN = 2 };
    Look look = look_of(prose->block, true);
    const Node *next = next_block(prose->block);
    const Prose *after = next ? prose_of(&search->context->proses, next) : NULL;
    if (look.is_italic && !look.is_bold && after && after->n_words > 1 && is_speech(after))
        return true;
    if (!search->has_counted)
        count_speeches(search);
    uint32_t n = 0;
    (void)word_map_get(&search->n_speeches, name_hash(prose), &n);
    return prose->n_words > 1 && n >= SPEECHES_MIN && !is_speech(prose);
}

static bool is_fake(Search *search, const Prose *prose)
{
    const Node *block = prose->block;
    /* Where emphasis has a mark of its own, an italic line too is meant as a heading. */
    bool has_marks = search->context->document->format == FORMAT_MARKDOWN;
    if (!looks_like_heading(search, block, has_marks) || !starts_like_heading(prose))
        return false;
    Str text = str_trim(prose->text);
    size_t words_max = (size_t)rule_option_number(search->rule, STR("words"), 11);
    if (is_path(text) || str_count_words(text) > words_max || ends_in_stop(text) ||
        is_bracketed(text) || is_lead_in(search->rule, text) || is_date_line(prose))
        return false;
    const Node *next = next_block(block);
    return (next ? is_body_text(search, next) : reads_as_heading(prose)) &&
           !is_remark(search, prose);
}

/* Args: the paragraph. Options: `words`, the most a heading has; `lead-ins`,
 * whole lines that head nothing; `labels`, first words of such lines; `styles`,
 * names of styles that are titles already. */
void heading_fake_on_document(CheckContext *context, const Rule *rule)
{
    Search search = {.context = context, .rule = rule, .body_half_points = body_size(context)};
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->n_words && is_fake(&search, prose))
            access_emit(context, rule, prose->block,
                        STR_LIST(access_quote(prose->block, context->arena)));
    }
    word_map_free(&search.n_speeches);
}
