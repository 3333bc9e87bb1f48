/* access.blank-runs, access.page-break-manual: blanks and empty lines that make room. */
#include "check/access.h"
#include "check/checks.h"

static bool is_empty_paragraph(const Node *node)
{
    return node && node->kind == NODE_PARAGRAPH && access_is_blank(node);
}

static bool starts_run(const Node *node)
{
    return is_empty_paragraph(node) && !is_empty_paragraph(node->previous);
}

/* Empty paragraphs from NODE on; *ret_next is what stands behind them. */
static size_t empty_run(const Node *node, const Node **ret_next)
{
    size_t n = 0;
    for (; is_empty_paragraph(node); node = node->next)
        n++;
    *ret_next = node;
    return n;
}

static size_t pushing_run(const Rule *rule)
{
    return (size_t)rule_option_number(rule, STR("paragraphs"), 5);
}

/* Args: the number of empty paragraphs. Option `paragraphs`: the least. */
void page_break_manual_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    size_t n = 0;
    for (const Node *at = node->previous; is_empty_paragraph(at); at = at->previous)
        n++;
    if (n && n >= pushing_run(rule))
        access_emit(context, rule, node, STR_LIST(arena_number(context->arena, n)));
}

static void emit_blanks(CheckContext *context, const Rule *rule, Place place, size_t n, Str what)
{
    finding_emit(context, rule,
                 &(FindingDraft){.place = place,
                                 .args = STR_LIST(arena_number(context->arena, n), what),
                                 .fold_key = what});
}

/* Blanks of one kind in a row. */
typedef struct BlankRun {
    Span span;
    size_t n;
    bool is_tabs;
} BlankRun;

/* The bytes of the space in front of TEXT, one that does not break counted in; 0 for none. */
static size_t space_at_start(Str text)
{
    Str unbroken = STR("\u00A0");
    return str_starts_with(text, STR(" ")) ? 1 : str_starts_with(text, unbroken) ? unbroken.len : 0;
}

/* The next run of spaces or tabs in LINE from byte AT on; of none when there is no more. */
static BlankRun next_run(Str line, size_t at)
{
    BlankRun run = {.n = 0};
    while (at < line.len && line.data[at] != '\t' && !space_at_start(str_sub(line, at, line.len)))
        at++;
    run.is_tabs = at < line.len && line.data[at] == '\t';
    run.span = (Span){at, at};
    for (size_t len = 1; len; run.n += len > 0) {
        Str rest = str_sub(line, run.span.end, line.len);
        len = run.is_tabs ? str_starts_with(rest, STR("\t")) : space_at_start(rest);
        run.span.end += len;
    }
    return run;
}

/* Is BEFORE, the part of a line before blanks, the end of a sentence? "1." is none. */
static bool ends_sentence(Str before)
{
    static const char *const closing[] = {"\"", "'", ")", "”", "’"};
    before = str_trim(before);
    if (str_count_words(before) < 2)
        return false;
    for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++)
        if (str_ends_with(before, str_of(closing[i])))
            before.len -= strlen(closing[i]);
    return before.len && strchr(".!?", before.data[before.len - 1]);
}

/* A line of a program, whatever its font: blanks tell there what belongs together. */
static bool is_program(Str line)
{
    static const char *const marks[] = {"{", "}", "</", "/>", "//", "=\"", "#>"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (str_find(line, str_of(marks[i]), 0) < line.len)
            return true;
    return str_ends_with(str_trim(line), STR(";"));
}

/* Is RUN long enough to make room in LINE? Between sentences some leave more than one space:
 * that is a habit up to option `sentence`. */
static bool makes_room(const Rule *rule, Str line, BlankRun run)
{
    if (run.is_tabs)
        return run.n >= (size_t)rule_option_number(rule, STR("tabs"), 2);
    bool is_long = run.n > (size_t)rule_option_number(rule, STR("sentence"), 7);
    return run.n >= (size_t)rule_option_number(rule, STR("spaces"), 4) &&
           (is_long || !ends_sentence(str_sub(line, 0, run.span.start)));
}

/* The longest run that makes room in LINE, if any. Behind its last word no blank shows. */
static BlankRun longest_run(const Rule *rule, Str line)
{
    BlankRun longest = {.n = 0};
    Str trimmed = str_trim(line);
    size_t end = (size_t)(trimmed.data - line.data) + trimmed.len;
    if (!trimmed.len || is_program(line) ||
        access_holds_any(line, rule_option_list(rule, STR("signatures"))))
        return longest;
    for (BlankRun run = next_run(line, 0); run.span.start < end; run = next_run(line, run.span.end))
        if (run.n > longest.n && makes_room(rule, line, run))
            longest = run;
    return longest;
}

static void check_spaces(CheckContext *context, const Rule *rule, const Prose *prose)
{
    BlankRun longest = {.n = 0};
    for (size_t start = 0, end; start < prose->text.len; start = end + 1) {
        end = str_find(prose->text, STR("\n"), start);
        BlankRun run = longest_run(rule, str_sub(prose->text, start, end));
        if (run.n <= longest.n)
            continue;
        longest = run;
        longest.span = (Span){start + run.span.start, start + run.span.end};
    }
    const Segment *segment = source_map_segment(&prose->map, longest.span.start);
    if (!longest.n || (segment && segment->node && access_is_code(segment->node)))
        return;
    emit_blanks(context, rule, (Place){.prose = prose, .span = longest.span}, longest.n,
                longest.is_tabs ? STR("tabs") : STR("spaces"));
}

/* Line breaks in a row, with nothing but white space between. */
static void check_line_breaks(CheckContext *context, const Rule *rule, const Prose *prose)
{
    size_t least = (size_t)rule_option_number(rule, STR("lines"), 3);
    Str text = prose->text;
    for (size_t start = str_find(text, STR("\n"), 0), end; start < text.len;
         start = str_find(text, STR("\n"), end)) {
        size_t n = 0;
        for (end = start; end < text.len && ascii_is_space((unsigned char)text.data[end]); end++)
            n += text.data[end] == '\n';
        if (n >= least)
            emit_blanks(context, rule, (Place){.prose = prose, .span = {start, end}}, n,
                        STR("line breaks"));
    }
}

/* Told where text goes on: empty lines have no number to find them by. */
static void check_empty_lines(CheckContext *context, const Rule *rule, const Node *first)
{
    const Node *next;
    size_t n = empty_run(first, &next);
    bool is_page_break = n >= pushing_run(rule) && next && next->kind == NODE_HEADING;
    if (n >= (size_t)rule_option_number(rule, STR("lines"), 3) && next && !is_page_break)
        emit_blanks(context, rule, (Place){.node = next}, n, STR("empty lines"));
}

/* Args: how many, of what. Options: `lines`, `spaces`, `tabs`, the least of each;
 * `sentence`; `signatures`, what stands in lines to sign or to fill in, which pass;
 * `paragraphs`, as for a page break, which is told elsewhere. Of spaces and tabs, only the
 * longest run of a paragraph is told. */
void blank_runs_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    const Node *block = prose->block;
    if (!access_is_body(context->document, block))
        return;
    if (starts_run(block))
        check_empty_lines(context, rule, block);
    check_line_breaks(context, rule, prose);
    if (prose->n_words && !access_is_contents(block))
        check_spaces(context, rule, prose);
}
