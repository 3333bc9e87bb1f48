/* access.heading-*, access.headings-none: is the outline whole and told as one? */
#include "check/access.h"
#include "check/checks.h"

static const Node *heading_of(const CheckContext *context, const Prose *prose)
{
    const Node *block = prose->block;
    bool counts = block->kind == NODE_HEADING && access_is_body(context->document, block) &&
                  access_is_heard(block);
    return counts ? block : NULL;
}

static bool is_quoted(const Node *heading)
{
    return node_ancestor(heading, NODE_BLOCK_QUOTE) != NULL;
}

/* The front matter of a Markdown paper is shown as its first heading. */
static bool title_is_heading(const Document *document)
{
    return document->format == FORMAT_MARKDOWN && document->title.len;
}

static void emit_skip(CheckContext *context, const Rule *rule, const Node *heading, int above)
{
    Arena *arena = context->arena;
    access_emit(context, rule, heading,
                STR_LIST(access_quote(heading, arena),
                         arena_number(arena, (size_t)heading->as.heading.level),
                         arena_number(arena, (size_t)above + 1)));
}

/* Args: the heading, its level, the level it should have. A quoted heading
 * follows what stands before it, but the paper goes on from its own. */
void heading_skip_on_document(CheckContext *context, const Rule *rule)
{
    int own = title_is_heading(context->document) ? 1 : 0;
    int before = own;
    for (size_t i = 0; i < context->proses.len; i++) {
        const Node *heading = heading_of(context, &context->proses.items[i]);
        if (!heading || str_is_blank(context->proses.items[i].text))
            continue;
        int level = heading->as.heading.level;
        int above = is_quoted(heading) ? before : own;
        if (above && level > above + 1)
            emit_skip(context, rule, heading, above);
        before = level;
        if (!is_quoted(heading))
            own = level;
    }
}

static bool is_title_style(const Node *block)
{
    return block->block_style && str_eq_nocase(block->block_style->name, STR("title"));
}

/* Args: the level, where it stands. Option `title`: the wording for the style Title, whose
 * level nobody sees (args: where it stands). */
void heading_empty_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (node->kind != NODE_HEADING || !access_is_heard(node))
        return;
    Buf name = {0};
    node_append_name(node, &name);
    bool is_empty = str_is_blank(buf_str(&name));
    buf_free(&name);
    if (!is_empty)
        return;
    Str where = access_where(context, node);
    Str level = arena_number(context->arena, (size_t)node->as.heading.level);
    bool is_title = is_title_style(node);
    finding_emit(
        context, rule,
        &(FindingDraft){.place = {.node = node},
                        .args = is_title ? STR_LIST(where) : STR_LIST(level, where),
                        .wording = is_title ? wording_of(context, rule, STR("title")) : (Str){0}});
}

/* Does A begin with B, or B with A, in any case? */
static bool begin_alike(Str a, Str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    return str_eq_nocase(str_sub(a, 0, n), str_sub(b, 0, n));
}

/* Is HEADING the title again: read off it, said in its words and perhaps more, or by a mark
 * that a site generator fills in? */
static bool says_title(const Document *document, const Node *heading, Arena *arena)
{
    Str text = access_text(heading, arena);
    return heading->span.start == document->title_span.start ||
           begin_alike(text, document->title) || str_starts_with(text, STR("<%")) ||
           str_starts_with(text, STR("{{"));
}

/* Where a paper has no lines its author works with styles, and chapters at level 1
 * are common: told once and mildly. */
static void emit_second(CheckContext *context, const Rule *rule, const Node *heading)
{
    bool is_mild = !context->document->has_lines;
    Str mild_message = rule_option_text(rule, STR("chapter-message"), (Str){0});
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.node = heading},
                                 .message = is_mild ? mild_message : (Str){0},
                                 .args = STR_LIST(access_quote(heading, context->arena)),
                                 .has_severity = is_mild,
                                 .severity = SEVERITY_SUGGESTION,
                                 .fold_key = is_mild ? STR("second") : (Str){0}});
}

/* Args: the heading. Each of level 1 after the first is told where it stands, but not
 * below a paragraph in the style Title, where Word's own outline has its chapters; a
 * paper with headings but none of level 1, once. Options: `none`, the formats in
 * which the latter is told, and `none-message`, in what words; `chapter-message`, what
 * is told where chapters are likely. */
void heading_h1_count_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    bool has_main = title_is_heading(document), has_title = false;
    size_t n_headings = 0;
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (is_title_style(prose->block) && !str_is_blank(prose->text))
            has_main = has_title = true;
        const Node *heading = heading_of(context, prose);
        if (!heading || str_is_blank(prose->text))
            continue;
        n_headings++;
        if (heading->as.heading.level != 1)
            continue;
        bool is_same = has_main && n_headings == 1 && says_title(document, heading, context->arena);
        if (has_main && !is_same && !has_title)
            emit_second(context, rule, heading);
        has_main = true;
    }
    bool tells_none =
        str_list_has(rule_option_list(rule, STR("none")), format_text(document->format));
    if (!has_main && n_headings && tells_none && !document->is_fragment)
        finding_emit(context, rule,
                     &(FindingDraft){.wording = wording_of(context, rule, STR("none-message"))});
}

/* "Dear Ann Smith,": a letter goes without headings. */
static bool is_salutation(const Rule *rule, const Prose *prose)
{
    enum { SALUTATION_WORDS_MAX = 8 };
    return prose->block->kind == NODE_PARAGRAPH && prose->n_words &&
           prose->n_words <= SALUTATION_WORDS_MAX &&
           access_list_has(rule_option_list(rule, STR("salutations")),
                           word_text(prose, &prose->words[0]));
}

/* Words of the text that people read on in: figures in a table or a calendar need no
 * headings to skim by. */
static size_t count_words(const CheckContext *context)
{
    size_t n = 0;
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (access_is_body(context->document, prose->block) &&
            !node_ancestor(prose->block, NODE_TABLE))
            n += words_spoken(prose, 0, prose->n_words);
    }
    return n;
}

/* Args: the number of words outside tables. Options: `words`, from how many on a paper
 * needs headings; `salutations`, first words of a line by which a paper is a letter. */
void headings_none_on_document(CheckContext *context, const Rule *rule)
{
    size_t min = (size_t)rule_option_number(rule, STR("words"), 400);
    if (context->readability->all.words <= min || context->document->is_fragment)
        return;
    for (size_t i = 0; i < context->proses.len; i++)
        if (heading_of(context, &context->proses.items[i]) ||
            is_salutation(rule, &context->proses.items[i]))
            return;
    size_t n_words = count_words(context);
    if (n_words > min)
        access_emit(context, rule, NULL, STR_LIST(arena_number(context->arena, n_words)));
}

enum { LEVELS_MAX = 10 }; /* one more than Word has */

/* The level that each heading would have if none above it were missing, by its own. The first
 * of a paper stands below its title, if not for it. */
typedef struct Outline {
    int levels[LEVELS_MAX]; /* of the headings that stand open; 0 for none */
} Outline;

static int outline_add(Outline *outline, int level)
{
    int above = level < LEVELS_MAX ? level - 1 : LEVELS_MAX - 1;
    while (above > 0 && !outline->levels[above])
        above--;
    int whole = above ? outline->levels[above] + 1 : level > 1 ? 2 : 1;
    for (int at = level; at < LEVELS_MAX; at++)
        outline->levels[at] = at == level ? whole : 0;
    return whole;
}

/* Args: the heading, its level. Option `level`: the first that is too deep. A heading that is
 * so only for levels left out above it is heading-skip's. */
void heading_deep_on_document(CheckContext *context, const Rule *rule)
{
    int too_deep = (int)rule_option_number(rule, STR("level"), 5);
    Outline outline = {.levels = {0, title_is_heading(context->document)}};
    for (size_t i = 0; i < context->proses.len; i++) {
        const Node *heading = heading_of(context, &context->proses.items[i]);
        if (!heading || !access_has_text(heading) ||
            outline_add(&outline, heading->as.heading.level) < too_deep)
            continue;
        Str level = arena_number(context->arena, (size_t)heading->as.heading.level);
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.node = heading},
                                     .args = STR_LIST(access_quote(heading, context->arena), level),
                                     .fold_key = level});
    }
}
