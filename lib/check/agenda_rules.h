/* What the rules about agendas work out, for the pack's summary too. */
#ifndef PLAINPAPER_CHECK_AGENDA_RULES_H
#define PLAINPAPER_CHECK_AGENDA_RULES_H

#include "check/check.h"
#include "check/clear_days.h"

/* Where ITEM stands in the agenda's paper. */
Place agenda_item_place(const AgendaItem *item);

/* The notice that RULE (agenda.papers-late) asks for the meeting of AGENDA: its
 * `clear-days`, or `more-days` for bodies whose name is one of `more-for`. */
ClearDayRule notice_asked(const Rule *rule, const Agenda *agenda);

/* The bank holidays that the rules of RULES were loaded with. Memory is ARENA's. */
BankHolidays bank_holidays_in(const RuleSet *rules, Arena *arena);

/* "Meeting Thursday 25 April; 5 clear days, leaving out …, need papers out by Monday
 * 15 April; sent Wednesday 17 April: 2 days late." Memory is ARENA's. */
Str notice_working(const BankHolidays *holidays, ClearDayRule asked, long meeting, long sent,
                   Arena *arena);

/* How many of the items that are neither standing, breaks nor taken by consent are
 * only there to note; *ret_n is how many such items there are. */
size_t agenda_count_to_note(const Agenda *agenda, size_t *ret_n);

#endif
