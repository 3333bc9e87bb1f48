/* The rules that need the agenda and its papers together. */
#include "check/agenda_words.h"
#include "check/pack_parts.h"

const Rule *pack_rule(const PackRun *run, Str id)
{
    const Rule *rule = ruleset_find(run->checker->rules, id);
    return rule && rule->is_on ? rule : NULL;
}

/* The paper that stands for the pack as a whole: its agenda, else its first. */
static PackPaper *whole(PackRun *run)
{
    return run->agenda_paper ? run->agenda_paper : &run->papers[0];
}

static bool has_paper(const PackRun *run, size_t item)
{
    for (size_t i = 0; i < run->n_papers; i++)
        if (run->papers[i].item == (int)item)
            return true;
    return false;
}

static bool is_local(Str link)
{
    return link.len && str_find(link, STR("//"), 0) == link.len && link.data[0] != '#' &&
           !str_starts_with(link, STR("mailto:"));
}

/* An item wants a paper when it names one, or is there for a decision. */
static bool wants_paper(const AgendaItem *item)
{
    if (item->is_standing || item->is_break || item->late_words.len)
        return false;
    return item->paper.len || is_local(item->link) || (item->purposes & PURPOSE_DECISION);
}

static void check_papers_missing(PackRun *run)
{
    const Rule *rule = pack_rule(run, STR("agenda.paper-missing"));
    for (size_t i = 0; rule && i < run->agenda.n_items; i++) {
        const AgendaItem *item = &run->agenda.items[i];
        if (!wants_paper(item) || has_paper(run, i))
            continue;
        Str what = item->paper.len ? item->paper : item->title;
        finding_emit(&run->agenda_paper->context, rule,
                     &(FindingDraft){.place = agenda_item_place(item), .args = STR_LIST(what)});
    }
}

static void check_papers_unlisted(PackRun *run)
{
    const Rule *rule = pack_rule(run, STR("overload.paper-not-on-agenda"));
    for (size_t i = 0; rule && run->agenda.n_items && i < run->n_papers; i++)
        if (&run->papers[i] != run->agenda_paper && run->papers[i].item == NO_ITEM)
            finding_emit(&run->papers[i].context, rule, &(FindingDraft){.args = {0}});
}

static bool has_finding(const PackPaper *paper, Str rule_id)
{
    const FindingList *findings = &paper->input->result->findings;
    for (size_t i = 0; i < findings->len; i++)
        if (str_eq(findings->items[i].rule->id, rule_id))
            return true;
    return false;
}

/* Decisions in the agenda whose paper never says what is asked, or of whom. The
 * papers' own words were looked at when each was checked by itself. */
static void check_decision_papers(PackRun *run)
{
    const Rule *unclear = pack_rule(run, STR("agenda.ask-unclear"));
    const Rule *impact = pack_rule(run, STR("agenda.patient-impact-missing"));
    for (size_t i = 0; i < run->n_papers; i++) {
        PackPaper *paper = &run->papers[i];
        if (paper->item == NO_ITEM || paper == run->agenda_paper)
            continue;
        const AgendaItem *item = &run->agenda.items[paper->item];
        if (!(item->purposes & PURPOSE_DECISION) || item->is_standing)
            continue;
        if (unclear && !paper->ask.prose)
            finding_emit(&paper->context, unclear, &(FindingDraft){.args = {0}});
        if (impact && !has_finding(paper, STR("people.patient-impact-missing")) &&
            !paper_speaks_of_people(&paper->context.proses))
            finding_emit(&paper->context, impact, &(FindingDraft){.args = {0}});
    }
}

static void check_item_times(PackRun *run)
{
    const Rule *rule = pack_rule(run, STR("agenda.item-time-thin"));
    double max = rule ? rule_option_number(rule, STR("max-pages-a-minute"), 2) : 0;
    for (size_t i = 0; rule && i < run->agenda.n_items; i++) {
        const AgendaItem *item = &run->agenda.items[i];
        size_t n_pages = 0;
        for (size_t k = 0; k < run->n_papers; k++)
            n_pages += run->papers[k].item == (int)i ? run->papers[k].n_pages : 0;
        if (!item->minutes || item->is_consent || (double)n_pages <= max * item->minutes)
            continue;
        Str message = arena_printf(&run->result->arena,
                                   "%zu pages for %u minutes. Give it more time, or cut the paper.",
                                   n_pages, item->minutes);
        finding_emit(&run->agenda_paper->context, rule,
                     &(FindingDraft){.place = agenda_item_place(item), .message = message});
    }
}

static void check_length(PackRun *run)
{
    const Rule *rule = pack_rule(run, STR("overload.pack-too-long"));
    size_t n = run->result->n_pages;
    size_t max = rule ? (size_t)rule_option_number(rule, STR("max"), 200) : 0;
    size_t advise = rule ? (size_t)rule_option_number(rule, STR("advise"), 100) : 0;
    size_t limit = advise < max ? advise : max;
    if (rule && n > limit)
        finding_emit(&whole(run)->context, rule,
                     &(FindingDraft){.args = STR_LIST(arena_number(&run->result->arena, n),
                                                      arena_number(&run->result->arena, limit)),
                                     .has_severity = n <= max,
                                     .severity = SEVERITY_SUGGESTION});
}

static Str hours_text(PackRun *run, double minutes)
{
    return arena_printf(&run->result->arena, "%.1f", minutes / 60);
}

static void check_reading_time(PackRun *run)
{
    const Rule *rule = pack_rule(run, STR("overload.pack-reading-time"));
    double max = rule ? rule_option_number(rule, STR("max-hours"), 4) : 0;
    if (rule && run->result->reading_minutes > 60 * max)
        finding_emit(&whole(run)->context, rule,
                     &(FindingDraft){.args = STR_LIST(hours_text(run, run->result->reading_minutes),
                                                      hours_text(run, run->result->careful_minutes),
                                                      hours_text(run, 60 * max))});
}

void pack_check(PackRun *run)
{
    if (!run->n_papers)
        return;
    if (run->agenda_paper) {
        check_papers_missing(run);
        check_papers_unlisted(run);
        check_decision_papers(run);
        check_item_times(run);
    }
    check_length(run);
    check_reading_time(run);
}
