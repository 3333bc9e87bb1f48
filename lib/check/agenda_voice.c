/* agenda.patient-voice-missing: are people heard whom the meeting decides for? */
#include "check/agenda_rules.h"
#include "check/agenda_words.h"
#include "check/checks.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* "Residents' panel": it is they who meet. "Audit committee": none of them has to do
 * with what it does. */
static bool names_such_meeting(Str meeting)
{
    static const char *const own[] = {"volunteers", "tenants", "carers",   "parents",
                                      "forum",      "panel",   "citizens", "youth",
                                      "assembly",   "friends", "pta",      "user group"};
    static const char *const inner[] = {"audit",          "remuneration",    "nominations",
                                        "project",        "working group",   "task group",
                                        "steering group", "programme board", "team meeting"};
    return is_patient_voice(meeting) || has_any_words(meeting, own, COUNT(own)) ||
           has_any_words(meeting, inner, COUNT(inner));
}

/* Says so the agenda's title, or one of the lines at its top? */
static bool needs_no_voice(const CheckContext *context)
{
    enum { TOP_BLOCKS = 3, TOP_WORDS_MAX = 12 };
    for (size_t i = 0; i < context->proses.len && i < TOP_BLOCKS; i++)
        if (context->proses.items[i].n_words <= TOP_WORDS_MAX &&
            names_such_meeting(context->proses.items[i].text))
            return true;
    return names_such_meeting(context->agenda->title);
}

/* "Volunteers' views from the survey": others speak for people, which is better than nothing. */
static bool tells_views(const Agenda *agenda)
{
    static const char *const words[] = {"views",         "voices",       "feedback",
                                        "survey",        "pupils",       "say",
                                        "what we heard", "young people", "ideas"};
    for (size_t i = 0; i < agenda->n_items; i++)
        if (has_any_words(agenda->items[i].title, words, COUNT(words)))
            return true;
    return false;
}

void patient_voice_missing_on_document(CheckContext *context, const Rule *rule)
{
    enum { ITEMS_MIN = 4 };
    const Agenda *agenda = context->agenda;
    if (!agenda || agenda->n_items < ITEMS_MIN || needs_no_voice(context))
        return;
    size_t first = 0;
    while (first < agenda->n_items && !is_patient_voice(agenda->items[first].title))
        first++;
    if (first == agenda->n_items) {
        if (!tells_views(agenda))
            finding_emit(context, rule, &(FindingDraft){.args = {0}});
        return;
    }
    if (first * 3 < agenda->n_items * 2)
        return;
    finding_emit(context, rule,
                 &(FindingDraft){.place = agenda_item_place(&agenda->items[first]),
                                 .message = STR("People are heard only at the end. Move this item "
                                                "near the start.")});
}
