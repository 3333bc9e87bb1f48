#include "check/pack.h"

#include "check/agenda_words.h"
#include "check/pack_parts.h"

#include <stdlib.h>

/* 30 pages an hour at 238 words a minute (rule-catalogue 3.1). */
enum { WORDS_A_PAGE = 476, BEST_MAX = 5, FIGURE_SECONDS = 12 };

static bool reads_like_agenda(const PackInput *input, bool by_name)
{
    Arena arena = {0};
    if (!input->document)
        return false;
    ProseList proses = prose_list_of(input->document, NULL, &arena);
    Str name = by_name ? input->result->path : (Str){0};
    bool is_one = agenda_is_one(input->document, &proses, name);
    if (is_one)
        is_one = agenda_read(input->document, &proses, &arena).n_items >= 2;
    arena_free(&arena);
    return is_one;
}

static bool is_called_agenda(Str path)
{
    Str name = str_file_name(path);
    for (size_t at = 0; at + 6 <= name.len; at++)
        if (str_eq_nocase(str_sub(name, at, at + 6), STR("agenda")))
            return true;
    return false;
}

int pack_find_agenda(const PackInput *inputs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (inputs[i].document && is_called_agenda(inputs[i].result->path) &&
            reads_like_agenda(&inputs[i], true))
            return (int)i;
    for (size_t i = 0; i < n; i++)
        if (reads_like_agenda(&inputs[i], false))
            return (int)i;
    return PACK_NO_AGENDA;
}

static void open_papers(PackRun *run, const PackInput *inputs, size_t n, int agenda)
{
    run->papers = arena_new_array(&run->scratch, PackPaper, n);
    for (size_t i = 0; i < n; i++) {
        if (!inputs[i].document)
            continue;
        PackPaper *paper = &run->papers[run->n_papers++];
        paper->input = &inputs[i];
        paper->item = NO_ITEM;
        paper->context =
            check_context(run->checker, inputs[i].document, &run->result->arena, &run->scratch);
        paper->context.findings = &paper->findings;
        paper->context.readability = &inputs[i].result->readability;
        paper->ask = paper_ask_of(&paper->context.proses);
        if ((int)i == agenda)
            run->agenda_paper = paper;
    }
    if (run->agenda_paper)
        run->agenda = agenda_read(run->agenda_paper->input->document,
                                  &run->agenda_paper->context.proses, &run->scratch);
    else
        run->agenda.time = NO_TIME;
}

static size_t count_figures(const Document *document)
{
    size_t n = 0;
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter))
        n += iter.event == NODE_ENTER &&
             (iter.node->kind == NODE_IMAGE || iter.node->kind == NODE_FIGURE);
    return n;
}

static void count(PackRun *run)
{
    PackResult *result = run->result;
    size_t n_figures = 0;
    for (size_t i = 0; i < run->n_papers; i++) {
        PackPaper *paper = &run->papers[i];
        const Readability *read = &paper->input->result->readability;
        paper->n_pages =
            read->pages ? read->pages : (read->all.words + WORDS_A_PAGE - 1) / WORDS_A_PAGE;
        if (paper == run->agenda_paper)
            continue;
        size_t n_shared =
            paper->n_shared_words < read->all.words ? paper->n_shared_words : read->all.words;
        result->n_papers++;
        result->n_words += read->all.words - n_shared;
        result->n_pages += paper->n_pages - (paper->n_pages * n_shared) / (read->all.words + 1);
        n_figures += count_figures(paper->input->document);
    }
    double figures = (double)n_figures * FIGURE_SECONDS / 60;
    result->reading_minutes = (double)result->n_words / READING_WORDS_PER_MINUTE + figures;
    result->careful_minutes = (double)result->n_words / CAREFUL_WORDS_PER_MINUTE + figures;
}

static bool has_date(const ProseList *proses)
{
    static const char *const months[] = {
        "january", "february", "april",    "june",     "july",   "august",   "september",
        "october", "november", "december", "in march", "in may", "by march", "by may"};
    return proses_have_words(proses, months, sizeof months / sizeof months[0]);
}

/* What a decision's paper leaves open, for the questions of the companion. */
static void note_gaps(PackItem *item, const PackPaper *paper)
{
    static const char *const options[] = {"option",       "options",    "alternative",
                                          "alternatives", "do nothing", "other ways"};
    static const char *const owners[] = {"lead",        "owner",        "responsible",
                                         "accountable", "sponsor",      "author",
                                         "report of",   "presented by", "contact"};
    const ProseList *proses = &paper->context.proses;
    item->has_no_options = !proses_have_words(proses, options, sizeof options / sizeof options[0]);
    item->has_no_owner = !proses_have_words(proses, owners, sizeof owners / sizeof owners[0]);
    item->has_no_impact = !paper_speaks_of_people(proses);
    item->has_no_date = !has_date(proses);
}

static void add_paper(PackRun *run, PackItem *item, const AgendaItem *source,
                      const PackPaper *paper)
{
    Arena *arena = &run->result->arena;
    const LintResult *result = paper->input->result;
    if (!item->paper.len) {
        item->paper = arena_str(arena, result->path);
        if (paper->ask.has_sentence)
            item->ask =
                arena_str(arena, str_trim(span_of(paper->ask.span, paper->ask.prose->text)));
        if (source->purposes & PURPOSE_DECISION)
            note_gaps(item, paper);
    }
    item->n_words += result->readability.all.words;
    item->n_pages += paper->n_pages;
    item->reading_minutes = (double)item->n_words / READING_WORDS_PER_MINUTE;
    item->n_findings += result->findings.len + paper->findings.len;
}

static void note_items(PackRun *run)
{
    PackResult *result = run->result;
    Arena *arena = &result->arena;
    for (size_t i = 0; i < run->agenda.n_items; i++) {
        const AgendaItem *source = &run->agenda.items[i];
        PackItem item = {.number = arena_str(arena, source->number),
                         .title = arena_str(arena, source->title),
                         .purpose = purpose_text(source->purposes),
                         .minutes = source->minutes,
                         .is_standing = source->is_standing,
                         .is_break = source->is_break,
                         .is_patient_voice = is_patient_voice(source->title)};
        for (size_t k = 0; k < run->n_papers; k++)
            if (run->papers[k].item == (int)i)
                add_paper(run, &item, source, &run->papers[k]);
        array_push(&result->items, item);
        result->meeting_minutes += source->minutes;
    }
    if (run->agenda.time.end > run->agenda.time.start)
        result->meeting_minutes = (unsigned)(run->agenda.time.end - run->agenda.time.start);
}

static void note_missing(PackRun *run, bool is_found, const char *what)
{
    if (!is_found)
        array_push(&run->result->not_found, str_of(what));
}

static void count_notice(PackResult *result, const BankHolidays *holidays, ClearDayRule asked)
{
    long sent = day_of(result->sent), meeting = day_of(result->date);
    result->clear_days = clear_days_between(holidays, asked, sent, meeting);
    result->notice_working = notice_working(holidays, asked, meeting, sent, &result->arena);
}

static void note_notice(PackRun *run)
{
    PackResult *result = run->result;
    const Rule *rule = ruleset_find(run->checker->rules, STR("agenda.papers-late"));
    if (!rule)
        return;
    ClearDayRule asked = notice_asked(rule, &run->agenda);
    BankHolidays holidays = bank_holidays_in(run->checker->rules, &run->scratch);
    result->required_clear_days = asked.n_days;
    if (date_is_known(result->date) && date_is_known(result->sent))
        count_notice(result, &holidays, asked);
}

static void note_meeting(PackRun *run)
{
    PackResult *result = run->result;
    Arena *arena = &result->arena;
    const Agenda *agenda = &run->agenda;
    result->time = agenda->time;
    note_missing(run, run->agenda_paper != NULL, "an agenda");
    if (!run->agenda_paper)
        return;
    result->agenda = arena_str(arena, run->agenda_paper->input->result->path);
    result->title = arena_str(arena, agenda->title);
    result->date = agenda->date;
    result->sent = agenda->sent;
    result->place = arena_str(arena, agenda->place.text);
    result->link = arena_str(arena, agenda->link.text);
    result->contact = arena_str(arena, agenda->contact.text);
    result->n_items = agenda_count_substantive(agenda);
    size_t n, n_to_note = agenda_count_to_note(agenda, &n);
    result->has_to_note_share = n > 0;
    result->to_note_share = n ? (double)n_to_note / (double)n : 0;
    note_missing(run, agenda->n_items > 0, "the items");
    note_missing(run, date_is_known(agenda->date), "the date of the meeting");
    note_missing(run, agenda->time.start >= 0, "when it starts");
    note_missing(run, agenda->time.end >= 0, "when it ends");
    note_missing(run, agenda->place.text.len || agenda->link.text.len, "where it is");
    note_missing(run, date_is_known(agenda->sent), "when papers were sent");
    note_missing(run, agenda->contact.text.len > 0, "whom to ask");
    note_notice(run);
}

static void note_words(PackRun *run)
{
    const LintResult **results = mem_calloc(run->n_papers + 1, sizeof *results);
    for (size_t i = 0; i < run->n_papers; i++)
        results[i] = run->papers[i].input->result;
    run->result->glossary = glossary_of(run->checker->rules, results, run->n_papers);
    mem_free(results);
}

static void take_list(PackRun *run, PackPaper *paper)
{
    Arena *arena = &run->result->arena;
    Str path = arena_str(arena, paper->input->result->path);
    findings_finish(&paper->findings, true, arena);
    findings_give_fingerprints(&paper->findings);
    for (size_t i = 0; i < paper->findings.len; i++)
        array_push(&run->result->findings, (PackFinding){path, paper->findings.items[i]});
}

/* What the agenda's own check said of the meeting as a whole is the pack's. */
static void move_agenda_findings(PackRun *run)
{
    if (!run->agenda_paper)
        return;
    FindingList *findings = &run->agenda_paper->input->result->findings;
    size_t kept = 0;
    for (size_t i = 0; i < findings->len; i++) {
        Finding finding = findings->items[i];
        if (finding.location.precision == PRECISION_DOCUMENT &&
            str_eq(finding.rule->family, STR("agenda")))
            array_push(&run->result->findings, (PackFinding){run->result->agenda, finding});
        else
            findings->items[kept++] = finding;
    }
    findings->len = kept;
}

/* How much mending FINDING would help those who read the pack. */
static unsigned weight(const Finding *finding)
{
    static const char *const families[] = {"overload", "agenda", "people", "acronyms", "reading"};
    unsigned own = 0;
    for (unsigned i = 0; i < 5; i++)
        if (str_eq(finding->rule->family, str_of(families[i])))
            own = 6 - i;
    return (unsigned)finding->severity * 10 + own;
}

static bool has_rule(const PackResult *result, const Rule *rule)
{
    for (size_t i = 0; i < result->best.len; i++)
        if (result->best.items[i].finding.rule == rule)
            return true;
    return false;
}

/* A walk over the pack's findings and then those of each paper. */
static const Finding *finding_at(const PackRun *run, size_t index, Str *ret_path)
{
    if (index < run->result->findings.len) {
        *ret_path = run->result->findings.items[index].path;
        return &run->result->findings.items[index].finding;
    }
    index -= run->result->findings.len;
    for (size_t i = 0; i < run->n_papers; i++) {
        const LintResult *lint = run->papers[i].input->result;
        *ret_path = lint->path;
        if (index < lint->findings.len)
            return &lint->findings.items[index];
        index -= lint->findings.len;
    }
    return NULL;
}

/* The five rules whose mending would help most, each by its first finding. */
static void choose_best(PackRun *run)
{
    while (run->result->best.len < BEST_MAX) {
        const Finding *best = NULL, *finding;
        Str path, best_path = {0};
        for (size_t i = 0; (finding = finding_at(run, i, &path)); i++)
            if (!has_rule(run->result, finding->rule) &&
                (!best || weight(finding) > weight(best))) {
                best = finding;
                best_path = path;
            }
        if (!best)
            return;
        array_push(&run->result->best,
                   (PackFinding){arena_str(&run->result->arena, best_path), *best});
    }
}

/* By file; what is about it as a whole first, then the worst. */
static int compare_pack_findings(const void *left, const void *right)
{
    const PackFinding *a = left, *b = right;
    int order = str_compare(a->path, b->path);
    if (!order)
        order = (b->finding.location.precision == PRECISION_DOCUMENT) -
                (a->finding.location.precision == PRECISION_DOCUMENT);
    if (!order)
        order = (int)b->finding.severity - (int)a->finding.severity;
    if (!order)
        order = str_compare(a->finding.rule->id, b->finding.rule->id);
    return order ? order : str_compare(a->finding.message, b->finding.message);
}

/* What is about the agenda first, then paper by paper. */
static void sort_findings(PackResult *result)
{
    if (!result->findings.len)
        return;
    qsort(result->findings.items, result->findings.len, sizeof *result->findings.items,
          compare_pack_findings);
    PackFinding *sorted = mem_calloc(result->findings.len, sizeof *sorted);
    size_t n = 0;
    for (int of_agenda = 1; of_agenda >= 0; of_agenda--)
        for (size_t i = 0; i < result->findings.len; i++)
            if (str_eq(result->findings.items[i].path, result->agenda) == of_agenda)
                sorted[n++] = result->findings.items[i];
    memcpy(result->findings.items, sorted, n * sizeof *sorted);
    mem_free(sorted);
}

PackResult *pack_run(Checker *checker, const PackInput *inputs, size_t n, int agenda)
{
    PackRun run = {.checker = checker, .result = mem_calloc(1, sizeof *run.result)};
    open_papers(&run, inputs, n, agenda);
    note_meeting(&run);
    pack_match(&run);
    pack_find_duplicates(&run);
    count(&run);
    pack_check(&run);
    note_items(&run);
    note_words(&run);
    for (size_t i = 0; i < run.n_papers; i++)
        take_list(&run, &run.papers[i]);
    move_agenda_findings(&run);
    sort_findings(run.result);
    choose_best(&run);
    for (size_t i = 0; i < run.n_papers; i++)
        array_free(&run.papers[i].findings);
    arena_free(&run.scratch);
    return run.result;
}

void pack_result_free(PackResult *result)
{
    if (!result)
        return;
    array_free(&result->items);
    array_free(&result->not_found);
    glossary_free(result->glossary);
    array_free(&result->findings);
    array_free(&result->best);
    arena_free(&result->arena);
    mem_free(result);
}
