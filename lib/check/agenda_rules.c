/* agenda.* about single items: what for, how long, with which paper. */
#include "check/agenda_rules.h"

#include "check/agenda_words.h"
#include "check/checks.h"

Place agenda_item_place(const AgendaItem *item)
{
    return (Place){.prose = item->prose, .span = item->span};
}

static bool is_substantive(const AgendaItem *item)
{
    return !item->is_standing && !item->is_break;
}

/* Where hardly any item says it, it is a habit and told once. */
static void tell_purposes(CheckContext *context, const Rule *rule, size_t n_missing, size_t n)
{
    Arena *arena = context->arena;
    Str message =
        n_missing == n
            ? arena_printf(arena,
                           "None of the %zu items says what it is for: a decision, a discussion, "
                           "or information.",
                           n)
            : arena_printf(arena,
                           "%zu of %zu items do not say what they are for: a decision, a "
                           "discussion, or information.",
                           n_missing, n);
    finding_emit(context, rule, &(FindingDraft){.message = message});
}

void purpose_missing_on_document(CheckContext *context, const Rule *rule)
{
    enum { TOLD_ONE_BY_ONE_MAX = 5 };
    const Agenda *agenda = context->agenda;
    size_t n = agenda ? agenda_count_substantive(agenda) : 0, n_missing = 0;
    for (size_t i = 0; agenda && i < agenda->n_items; i++)
        n_missing += is_substantive(&agenda->items[i]) && !agenda->items[i].purposes;
    if (n_missing > TOLD_ONE_BY_ONE_MAX && n_missing * 5 >= n * 4) {
        tell_purposes(context, rule, n_missing, n);
        return;
    }
    for (size_t i = 0; agenda && i < agenda->n_items; i++)
        if (is_substantive(&agenda->items[i]) && !agenda->items[i].purposes)
            finding_emit(context, rule,
                         &(FindingDraft){.place = agenda_item_place(&agenda->items[i]),
                                         .args = STR_LIST(agenda->items[i].title)});
}

void purpose_mixed_on_document(CheckContext *context, const Rule *rule)
{
    const Agenda *agenda = context->agenda;
    for (size_t i = 0; agenda && i < agenda->n_items; i++) {
        const AgendaItem *item = &agenda->items[i];
        unsigned hiding = PURPOSE_DECISION | PURPOSE_INFORMATION; /* to decide is to discuss too */
        bool is_mixed = (item->purposes & hiding) == hiding && item->n_points < 2 &&
                        !is_patient_voice(item->title); /* to listen, and then decide */
        if (is_substantive(item) && is_mixed)
            finding_emit(context, rule,
                         &(FindingDraft){.place = agenda_item_place(item),
                                         .args = STR_LIST(purpose_text(item->purposes))});
    }
}

void tabled_or_verbal_on_document(CheckContext *context, const Rule *rule)
{
    const Agenda *agenda = context->agenda;
    size_t n_items = 0, n_late = 0;
    for (size_t i = 0; agenda && i < agenda->n_items; i++) {
        const AgendaItem *item = &agenda->items[i];
        if (!is_substantive(item) || is_patient_voice(item->title))
            continue; /* people tell their own story */
        n_items++;
        if (!item->late_words.len)
            continue;
        n_late++;
        finding_emit(
            context, rule,
            &(FindingDraft){.place = agenda_item_place(item), .args = STR_LIST(item->late_words)});
    }
    double max = rule_option_number(rule, STR("max-share"), 0.1);
    if (n_late < 2 || (double)n_late <= max * (double)n_items)
        return;
    Str message = arena_printf(context->arena,
                               "%zu of %zu items have no paper to read before. Send papers out, or "
                               "drop the items.",
                               n_late, n_items);
    finding_emit(context, rule, &(FindingDraft){.message = message});
}

void item_time_thin_on_document(CheckContext *context, const Rule *rule)
{
    unsigned min = (unsigned)rule_option_number(rule, STR("min-minutes"), 5);
    const Agenda *agenda = context->agenda;
    for (size_t i = 0; agenda && i < agenda->n_items; i++) {
        const AgendaItem *item = &agenda->items[i];
        bool is_short = item->minutes && item->minutes < min;
        if (is_substantive(item) && !item->is_consent && is_short &&
            (item->purposes & PURPOSE_DECISION))
            finding_emit(
                context, rule,
                &(FindingDraft){.place = agenda_item_place(item),
                                .args = STR_LIST(arena_number(context->arena, item->minutes),
                                                 arena_number(context->arena, min))});
    }
}

/* Has ITEM a time or a length? The last one of a timed agenda may do without. */
static bool is_timed(const AgendaItem *item)
{
    return item->time.start >= 0 || item->minutes;
}

static void tell_overlap(CheckContext *context, const Rule *rule, const AgendaItem *item)
{
    finding_emit(context, rule,
                 &(FindingDraft){.place = agenda_item_place(item),
                                 .message = STR("This item starts before the one above it ends. "
                                                "Mend the times.")});
}

static void check_overlaps(CheckContext *context, const Rule *rule, const Agenda *agenda)
{
    int end = -1;
    for (size_t i = 0; i < agenda->n_items; i++) {
        const AgendaItem *item = &agenda->items[i];
        if (item->time.start < 0)
            continue;
        if (item->time.start < end)
            tell_overlap(context, rule, item);
        int own_end = item->time.start + (item->has_minutes ? (int)item->minutes : 0);
        end = own_end > end ? own_end : end;
    }
}

/* The times of all items against the length of the meeting, where both are written. */
static void check_sum(CheckContext *context, const Rule *rule, const Agenda *agenda)
{
    unsigned slack = (unsigned)rule_option_number(rule, STR("slack-minutes"), 5), sum = 0;
    if (agenda->time.end < 0 || !agenda->n_items)
        return;
    for (size_t i = 0; i < agenda->n_items; i++) {
        if (!agenda->items[i].has_minutes)
            return;
        sum += agenda->items[i].minutes;
    }
    unsigned length = (unsigned)(agenda->time.end - agenda->time.start);
    if (sum <= length + slack && length <= sum + slack)
        return;
    Str message = arena_printf(context->arena,
                               "The items come to %u minutes, but the meeting is %u long. Make "
                               "them agree.",
                               sum, length);
    finding_emit(context, rule, &(FindingDraft){.message = message});
}

void agenda_untimed_on_document(CheckContext *context, const Rule *rule)
{
    const Agenda *agenda = context->agenda;
    if (!agenda || !agenda->n_items)
        return;
    size_t n_untimed = 0, n = 0;
    const AgendaItem *first = NULL;
    for (size_t i = 0; i < agenda->n_items; i++) {
        const AgendaItem *item = &agenda->items[i];
        if (!is_substantive(item) || item->is_consent)
            continue;
        n++;
        n_untimed += !is_timed(item);
        if (!is_timed(item) && !first)
            first = item;
    }
    if (first)
        finding_emit(
            context, rule,
            &(FindingDraft){.place = n_untimed == n ? (Place){0} : agenda_item_place(first),
                            .args = STR_LIST(arena_number(context->arena, n_untimed),
                                             arena_number(context->arena, n))});
    check_overlaps(context, rule, agenda);
    check_sum(context, rule, agenda);
}

void agenda_items_many_on_document(CheckContext *context, const Rule *rule)
{
    if (!context->agenda)
        return;
    size_t max = (size_t)rule_option_number(rule, STR("max"), 15);
    size_t advise = (size_t)rule_option_number(rule, STR("advise"), 10);
    size_t n = agenda_count_substantive(context->agenda);
    size_t limit = advise < max ? advise : max;
    if (n > limit)
        finding_emit(context, rule,
                     &(FindingDraft){.args = STR_LIST(arena_number(context->arena, n),
                                                      arena_number(context->arena, limit)),
                                     .has_severity = n <= max,
                                     .severity = SEVERITY_SUGGESTION});
}

size_t agenda_count_to_note(const Agenda *agenda, size_t *ret_n)
{
    size_t n_to_note = 0;
    *ret_n = 0;
    for (size_t i = 0; i < agenda->n_items; i++) {
        const AgendaItem *item = &agenda->items[i];
        if (!is_substantive(item) || item->is_consent)
            continue;
        ++*ret_n;
        n_to_note += item->purposes == PURPOSE_INFORMATION;
    }
    return n_to_note;
}

void to_note_ratio_on_document(CheckContext *context, const Rule *rule)
{
    enum { ITEMS_MIN = 3, TO_NOTE_MIN = 2 };
    size_t n;
    size_t n_to_note = context->agenda ? agenda_count_to_note(context->agenda, &n) : 0;
    if (n_to_note < TO_NOTE_MIN || n < ITEMS_MIN)
        return;
    double max = rule_option_number(rule, STR("max-share"), 0.5);
    double advise = rule_option_number(rule, STR("advise-share"), 0.3);
    double share = (double)n_to_note / (double)n;
    if (share <= advise && share <= max)
        return;
    finding_emit(context, rule,
                 &(FindingDraft){.args = STR_LIST(arena_number(context->arena, n_to_note),
                                                  arena_number(context->arena, n)),
                                 .has_severity = share <= max,
                                 .severity = SEVERITY_SUGGESTION});
}

void meeting_long_no_break_on_document(CheckContext *context, const Rule *rule)
{
    const Agenda *agenda = context->agenda;
    if (!agenda)
        return;
    unsigned max = (unsigned)rule_option_number(rule, STR("max-minutes"), 180);
    unsigned max_sitting = (unsigned)rule_option_number(rule, STR("max-without-break"), 90);
    unsigned length = 0, sitting = 0, longest = 0;
    for (size_t i = 0; i < agenda->n_items; i++) {
        const AgendaItem *item = &agenda->items[i];
        length += item->minutes;
        sitting = item->is_break ? 0 : sitting + item->minutes;
        longest = sitting > longest ? sitting : longest;
    }
    bool has_break = length > sitting && longest < length;
    if (agenda->time.end >= 0)
        length = (unsigned)(agenda->time.end - agenda->time.start);
    for (size_t i = 0; i < agenda->n_items; i++)
        has_break |= agenda->items[i].is_break;
    if (!has_break)
        longest = length;
    if (length > max)
        finding_emit(
            context, rule,
            &(FindingDraft){.message = arena_printf(
                                context->arena,
                                "The meeting is %u minutes long. Keep it to %u, or hold two.",
                                length, max)});
    if (longest > max_sitting)
        finding_emit(context, rule,
                     &(FindingDraft){.args = STR_LIST(arena_number(context->arena, longest),
                                                      arena_number(context->arena, max_sitting))});
}

void contact_and_access_missing_on_document(CheckContext *context, const Rule *rule)
{
    static const char *const access[] = {"access",
                                         "accessible",
                                         "accessibility",
                                         "large print",
                                         "easy read",
                                         "braille",
                                         "hearing loop",
                                         "induction loop",
                                         "interpreter",
                                         "another format",
                                         "other formats",
                                         "other languages",
                                         "different format",
                                         "support to take part",
                                         "reasonable adjustment",
                                         "reasonable adjustments",
                                         "step-free"};
    const Agenda *agenda = context->agenda;
    if (!agenda || agenda->n_items < 2)
        return;
    bool has_access = proses_have_words(&context->proses, access, sizeof access / sizeof access[0]);
    bool has_place = agenda->place.text.len || agenda->link.text.len;
    const char *missing[3];
    size_t n = 0;
    if (!agenda->contact.text.len)
        missing[n++] = "whom to ask";
    if (!has_place)
        missing[n++] = "how to join";
    if (!has_access)
        missing[n++] = "access and other formats";
    if (!n)
        return;
    Buf list = {0};
    for (size_t i = 0; i < n; i++)
        buf_printf(&list, "%s%s", i == 0 ? "" : i + 1 == n ? " and " : ", ", missing[i]);
    finding_emit(context, rule, &(FindingDraft){.args = STR_LIST(buf_str(&list))});
    buf_free(&list);
}

BankHolidays bank_holidays_in(const RuleSet *rules, Arena *arena)
{
    BankHolidays holidays = {0};
    const Dictionary *dictionary = ruleset_dictionary(rules, STR("bank-holidays.csv"));
    if (!dictionary || bank_holidays_of(dictionary, arena, NULL, &holidays) != STATUS_OK)
        return (BankHolidays){0};
    return holidays;
}

/* Without a profile the shortest notice that any public body owes is asked, and more
 * only of those whose name says that they owe it: too early a date is a false alarm. */
ClearDayRule notice_asked(const Rule *rule, const Agenda *agenda)
{
    ClearDayRule asked = {.nation = NATION_ENGLAND,
                          .n_days = (unsigned)rule_option_number(rule, STR("clear-days"), 3)};
    (void)nation_parse(rule_option_text(rule, STR("nation"), STR("england")), &asked.nation);
    asked.counts_saturdays =
        str_eq(rule_option_text(rule, STR("saturdays"), STR("leave-out")), STR("count"));
    StrList names = rule_option_list(rule, STR("more-for"));
    for (size_t i = 0; i < names.len; i++)
        if (find_words(agenda->title, names.items[i]) < agenda->title.len)
            asked.n_days = (unsigned)rule_option_number(rule, STR("more-days"), asked.n_days);
    return asked;
}

static Str day_text(Arena *arena, long day)
{
    Buf buf = {0};
    day_append(day, false, &buf);
    Str text = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}

Str notice_working(const BankHolidays *holidays, ClearDayRule asked, long meeting, long sent,
                   Arena *arena)
{
    Buf buf = {0};
    long last = last_day_to_send(holidays, asked, meeting);
    bool is_late = clear_days_between(holidays, asked, sent, meeting) < asked.n_days;
    buf_append(&buf, STR("Meeting "));
    day_append(meeting, false, &buf);
    buf_printf(&buf, "; %u clear days", asked.n_days);
    Buf left_out = {0};
    clear_days_append_left_out(holidays, asked, last, meeting, &left_out);
    if (left_out.len)
        buf_printf(&buf, ", leaving out %.*s,", STR_ARG(buf_str(&left_out)));
    buf_append(&buf, STR(" need papers out by "));
    day_append(last, false, &buf);
    buf_append(&buf, STR("; sent "));
    day_append(sent, false, &buf);
    if (is_late)
        buf_printf(&buf, ": %ld %s late.", sent - last, sent - last == 1 ? "day" : "days");
    else
        buf_append(&buf, STR(": in time."));
    Str text = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    buf_free(&left_out);
    return text;
}

static void tell_late(CheckContext *context, const Rule *rule, const BankHolidays *holidays,
                      ClearDayRule asked, long meeting, long sent)
{
    long last = last_day_to_send(holidays, asked, meeting), late = sent - last;
    Arena *arena = context->arena;
    Str days = arena_printf(arena, "%ld %s", late, late == 1 ? "day" : "days");
    finding_emit(
        context, rule,
        &(FindingDraft){.args = STR_LIST(day_text(arena, sent), days, day_text(arena, last)),
                        .excerpt = notice_working(holidays, asked, meeting, sent, arena)});
}

/* Late by no law, but too late to read in peace. */
static void tell_short_notice(CheckContext *context, const Rule *rule, Str have, Str want,
                              Severity severity)
{
    Str message = arena_printf(
        context->arena, "Papers went out %.*s before the meeting. Give readers at least %.*s.",
        STR_ARG(have), STR_ARG(want));
    finding_emit(context, rule,
                 &(FindingDraft){.message = message, .has_severity = true, .severity = severity});
}

void papers_late_on_document(CheckContext *context, const Rule *rule)
{
    const Agenda *agenda = context->agenda;
    if (!agenda || !date_is_known(agenda->date) || !date_is_known(agenda->sent))
        return;
    Arena *arena = context->arena;
    long meeting = day_of(agenda->date), sent = day_of(agenda->sent);
    BankHolidays holidays = bank_holidays_in(context->checker->rules, arena);
    ClearDayRule asked = notice_asked(rule, agenda);
    long warn = (long)rule_option_number(rule, STR("warn-days"), 7);
    unsigned working_days = (unsigned)rule_option_number(rule, STR("working-days"), 0);
    asked.n_days = asked.n_days ? asked.n_days : 1;
    unsigned n_clear = clear_days_between(&holidays, asked, sent, meeting);
    ClearDayRule week = {.nation = asked.nation};
    unsigned n_working = clear_days_between(&holidays, week, sent, meeting);
    if (n_clear < asked.n_days)
        tell_late(context, rule, &holidays, asked, meeting, sent);
    else if (meeting - sent < warn)
        tell_short_notice(context, rule, arena_printf(arena, "%ld days", meeting - sent),
                          arena_printf(arena, "%ld days", warn), SEVERITY_WARNING);
    else if (n_working < working_days)
        tell_short_notice(context, rule, arena_printf(arena, "%u working days", n_working),
                          arena_printf(arena, "%u", working_days), SEVERITY_SUGGESTION);
}
