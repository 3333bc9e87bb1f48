/* overload.* of one paper: too long, no summary, heavy appendices. */
#include "check/checks.h"

static bool heading_begins(const Prose *prose, StrList names)
{
    size_t at = 0;
    /* "3. Summary", "Item 3: summary": the number in front is not the name. */
    while (at < prose->n_words && !(prose->words[at].shape & WORD_HAS_LETTER))
        at++;
    if (at == prose->n_words)
        return false;
    Str text = str_trim(str_sub(prose->text, prose->words[at].start, prose->text.len));
    for (size_t i = 0; i < names.len; i++) {
        Str name = names.items[i];
        if (text.len >= name.len && str_eq_nocase(str_sub(text, 0, name.len), name) &&
            (text.len == name.len || !ascii_is_alpha((unsigned char)text.data[name.len])))
            return true;
    }
    return false;
}

static bool is_heading_like(const Prose *prose)
{
    const Node *block = prose->block;
    if (block->kind == NODE_HEADING)
        return true;
    /* Front sheets put their labels into cells or bold lines. */
    return prose->n_words <= 6 && prose->n_words > 0;
}

typedef struct AppendixCount {
    size_t n_words, n_appendices;
    const Prose *first; /* heading of the first one */
} AppendixCount;

/* Words under headings that begin with "Appendix" or "Annex", to the next heading
 * of the same level or above that does not. */
static AppendixCount count_appendices(const CheckContext *context)
{
    const StrList names = STR_LIST(STR("appendix"), STR("annex"), STR("appendices"));
    AppendixCount count = {0};
    int level = 0; /* of the appendix heading we are under; 0 outside */
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if (prose->block->part)
            continue;
        if (prose->block->kind == NODE_HEADING) {
            bool is_appendix = heading_begins(prose, names);
            int own = prose->block->as.heading.level;
            if (is_appendix && (!level || own <= level)) {
                level = own;
                count.n_appendices++;
                if (!count.first)
                    count.first = prose;
            } else if (level && own <= level) {
                level = 0;
            }
        }
        if (level)
            count.n_words += words_spoken(prose, 0, prose->n_words);
    }
    return count;
}

void paper_too_long_on_document(CheckContext *context, const Rule *rule)
{
    size_t warn = (size_t)rule_option_number(rule, STR("max"), 2000);
    size_t advise = (size_t)rule_option_number(rule, STR("advise"), 1500);
    AppendixCount appendices = count_appendices(context);
    size_t n = context->readability->all.words - appendices.n_words;
    if (n <= advise || (n <= warn && advise >= warn))
        return;
    size_t minutes = (n + READING_WORDS_PER_MINUTE / 2) / READING_WORDS_PER_MINUTE;
    bool is_mild = n <= warn;
    finding_emit(
        context, rule,
        &(FindingDraft){.args = STR_LIST(arena_number(context->arena, n),
                                         arena_number(context->arena, minutes),
                                         arena_number(context->arena, is_mild ? advise : warn)),
                        .has_severity = is_mild,
                        .severity = SEVERITY_SUGGESTION});
}

/* Agendas and minutes are told by their title or first heading. */
static bool is_titled(const CheckContext *context, StrList words)
{
    for (size_t i = 0; i < context->proses.len && i < 10; i++) {
        const Prose *prose = &context->proses.items[i];
        for (size_t k = 0; k < prose->n_words && prose->n_words <= 20; k++)
            for (size_t n = 0; n < words.len; n++)
                if (str_eq_nocase(word_text(prose, &prose->words[k]), words.items[n]))
                    return true;
        if (prose->block->kind == NODE_HEADING && prose->n_words)
            return false;
    }
    return false;
}

void summary_missing_on_document(CheckContext *context, const Rule *rule)
{
    size_t min_words = (size_t)rule_option_number(rule, STR("min-words"), 1000);
    double share = rule_option_number(rule, STR("share"), 0.15);
    StrList names = rule_option_list(rule, STR("headings"));
    size_t n_all = context->readability->all.words, n_so_far = 0;
    if (n_all <= min_words || is_titled(context, rule_option_list(rule, STR("not-for"))))
        return;
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        if ((double)n_so_far > share * (double)n_all)
            break;
        if (is_heading_like(prose) && heading_begins(prose, names))
            return;
        n_so_far += prose->n_words;
    }
    finding_emit(context, rule, &(FindingDraft){.args = {0}});
}

void appendix_heavy_on_document(CheckContext *context, const Rule *rule)
{
    size_t max = (size_t)rule_option_number(rule, STR("max-appendices"), 3);
    AppendixCount appendices = count_appendices(context);
    size_t n_body = context->readability->all.words - appendices.n_words;
    if (!appendices.first || (appendices.n_words <= n_body && appendices.n_appendices <= max))
        return;
    finding_emit(context, rule,
                 &(FindingDraft){
                     .place = {.prose = appendices.first, .span = {0, appendices.first->text.len}},
                     .args = STR_LIST(arena_number(context->arena, appendices.n_words),
                                      arena_number(context->arena, n_body))});
}
