/* access.columns-multiple, orientation-mixed, page-numbers-missing, watermark,
 * header-footer-only: how the pages of a paper are made up. */
#include "check/access.h"
#include "check/agenda_when.h"
#include "check/checks.h"

/* An index is set in columns everywhere. */
static bool is_index(const Node *block)
{
    return block && block->block_style && str_starts_with(block->block_style->name, STR("index"));
}

/* The first words of the section that TRAIT is about. */
static Str start_of(const Trait *trait, Arena *arena)
{
    Str start = {0};
    for (const Node *at = trait->node; at && !start.len; at = at->next)
        start = access_quote(at, arena);
    return start;
}

/* Args: the part, the number of columns. */
void columns_multiple_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    for (size_t i = 0; i < document->traits.len; i++) {
        const Trait *trait = &document->traits.items[i];
        if (trait->kind != TRAIT_COLUMNS || is_index(trait->node))
            continue;
        Str start = start_of(trait, context->arena);
        if (!start.len && span_is_empty(trait->span)) /* nothing stands in them */
            continue;
        Str part = start.len
                       ? arena_printf(context->arena, "The part from “%.*s” on", STR_ARG(start))
                       : STR("This part");
        finding_emit(context, rule,
                     &(FindingDraft){.place = access_place_of(trait),
                                     .args = STR_LIST(part, trait->detail),
                                     .fold_key = rule->id});
    }
}

static bool is_section(const Trait *trait)
{
    return trait->kind == TRAIT_SECTION_UPRIGHT || trait->kind == TRAIT_SECTION_SIDEWAYS;
}

/* Args: where ("at “Budget”", "here"). Told at the first page that is turned. One turned section at
 * the end is an appendix, and lets wide tables lie flat. */
void orientation_mixed_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    const Trait *first = NULL, *turned = NULL, *last = NULL;
    size_t n_turned = 0;
    for (size_t i = 0; i < document->traits.len; i++) {
        const Trait *trait = &document->traits.items[i];
        if (!is_section(trait))
            continue;
        first = first ? first : trait;
        last = trait;
        n_turned += trait->kind != first->kind;
        turned = turned || trait->kind == first->kind ? turned : trait;
    }
    if (!turned || (n_turned == 1 && turned == last))
        return;
    Str start = start_of(turned, context->arena);
    Str where = start.len ? arena_printf(context->arena, "at “%.*s”", STR_ARG(start)) : STR("here");
    finding_emit(context, rule,
                 &(FindingDraft){.place = access_place_of(turned), .args = STR_LIST(where)});
}

static const Trait *find_trait(const Document *document, TraitKind kind)
{
    for (size_t i = 0; i < document->traits.len; i++)
        if (document->traits.items[i].kind == kind)
            return &document->traits.items[i];
    return NULL;
}

/* No args. Options: `words`, which fill more than a page where the file does
 * not tell its pages; `least`, the words of a paper that people look places up in. */
void page_numbers_missing_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    size_t words = (size_t)rule_option_number(rule, STR("words"), 1000);
    size_t least = (size_t)rule_option_number(rule, STR("least"), 300);
    size_t n = context->readability->all.words;
    bool has_pages = document->pages ? document->pages > 1 && n >= least : n > words;
    if (has_pages && !document->is_text_alone && !find_trait(document, TRAIT_PAGE_NUMBERS))
        access_emit(context, rule, NULL, (StrList){0});
}

/* Args: the watermark. Option `picture`: the wording for one without words (no args). */
void watermark_on_document(CheckContext *context, const Rule *rule)
{
    const Trait *watermark = find_trait(context->document, TRAIT_WATERMARK);
    if (!watermark)
        return;
    Arena *arena = context->arena;
    Str words = access_short(watermark->detail, arena);
    if (words.len)
        access_emit(context, rule, NULL, STR_LIST(arena_printf(arena, "“%.*s”", STR_ARG(words))));
    else
        finding_emit(context, rule,
                     &(FindingDraft){.wording = wording_of(context, rule, STR("picture"))});
}

static bool body_holds(const CheckContext *context, Str text)
{
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (access_is_body(context->document, prose->block) && access_holds(prose->text, text))
            return true;
    }
    return false;
}

static bool has_date(Str text, Date wanted)
{
    Date date;
    Span span = {0, 0};
    bool is_wrong;
    while (when_find_date(text, span.end, &date, &span, &is_wrong))
        if (date.year == wanted.year && date.month == wanted.month && date.day == wanted.day)
            return true;
    return false;
}

static bool body_has_date(const CheckContext *context, Date date)
{
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (access_is_body(context->document, prose->block) && has_date(prose->text, date))
            return true;
    }
    return false;
}

/* "Printed 4 May 2026", "Version 2", the day on which the file is opened: about the file,
 * not about the meeting. */
static bool is_about_file(const Rule *rule, const Prose *prose)
{
    Str clock;
    return node_attribute(prose->block, STR("clock"), &clock) ||
           access_holds_any(prose->text, rule_option_list(rule, STR("file-words")));
}

/* The first date in TEXT, whose parts tabs keep apart: "Page 3\tJune 27, 2005". */
static bool find_date(Str text, Date *ret, Span *ret_span)
{
    bool is_wrong;
    for (size_t start = 0, end; start < text.len; start = end + 1) {
        end = str_find(text, STR("\t"), start);
        if (!when_find_date(str_sub(text, start, end), 0, ret, ret_span, &is_wrong))
            continue;
        *ret_span = (Span){start + ret_span->start, start + ret_span->end};
        return true;
    }
    return false;
}

static void emit_only(CheckContext *context, const Rule *rule, const Prose *prose, Str fact)
{
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.node = prose->block},
                                 .args = STR_LIST(access_short(fact, context->arena)),
                                 .fold_key = fact});
}

/* Args: what stands there only: the paper's title or a date. Option `file-words`:
 * words of lines about the file itself. */
void header_footer_only_on_document(CheckContext *context, const Rule *rule)
{
    const Document *document = context->document;
    Str title = document->title;
    bool may_hold_title = str_count_words(title) >= 2;
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        PartRole role = document->parts[prose->block->part].role;
        if (role != PART_HEADER && role != PART_FOOTER)
            continue;
        if (may_hold_title && access_holds(prose->text, title)) {
            may_hold_title = false;
            if (!body_holds(context, title))
                emit_only(context, rule, prose, title);
        }
        Date date;
        Span span;
        if (!is_about_file(rule, prose) && find_date(prose->text, &date, &span) &&
            !body_has_date(context, date))
            emit_only(context, rule, prose, span_of(span, prose->text));
    }
}
