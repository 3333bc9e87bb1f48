/* Rules about minutes: actions, stories, who speaks. */
#include "check/agenda_words.h"
#include "check/checks.h"

static bool is_minutes(const CheckContext *context)
{
    enum { HEAD_BLOCKS = 6 };
    if (context->agenda)
        return false;
    if (find_words(context->document->title, STR("minutes")) < context->document->title.len)
        return true;
    for (size_t i = 0; i < context->proses.len && i < HEAD_BLOCKS; i++) {
        const Prose *prose = &context->proses.items[i];
        bool is_title = prose->block->kind == NODE_HEADING || prose->n_words <= 12;
        size_t at = is_title ? find_words(prose->text, STR("minutes")) : prose->text.len;
        bool is_counted = at > 1 && ascii_is_digit((unsigned char)prose->text.data[at - 2]);
        if (at < prose->text.len && !is_counted)
            return true;
    }
    return false;
}

static bool is_initials(Str word)
{
    if (word.len < 2 || word.len > 3)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_upper((unsigned char)word.data[i]))
            return false;
    return true;
}

/* "Jo Bloggs to write …", "JB to …", "(JB)", "the Clerk will …". */
static bool has_owner(const Prose *prose, Str action)
{
    Str number, before = str_sub(action, item_number(action, &number), action.len);
    static const char *const joins[] = {" to ", " will ", " – ", " - ", ": ", " is to "};
    for (size_t i = 0; i < sizeof joins / sizeof joins[0]; i++) {
        Str who = str_trim(str_sub(before, 0, str_find(before, str_of(joins[i]), 0)));
        if (starts_with_words(who, STR("the")))
            who = str_trim(str_sub(who, 3, who.len));
        if (who.len < before.len && is_person(who))
            return true;
    }
    for (size_t open = str_find(action, STR("("), 0); open < action.len;
         open = str_find(action, STR("("), open + 1))
        if (is_person(str_sub(action, open + 1, str_find(action, STR(")"), open))))
            return true;
    for (size_t i = 0; i < prose->n_words; i++)
        if (is_initials(word_text(prose, &prose->words[i])))
            return true;
    Str last = str_sub(action, 0, action.len);
    for (size_t at = str_find(action, STR(" – "), 0); at < action.len;
         at = str_find(action, STR(" – "), at + 1))
        last = str_sub(action, at + 5, action.len);
    return last.len < action.len && is_person(str_trim(last));
}

static bool has_deadline(Str action)
{
    static const char *const words[] = {
        "next meeting", "by the end", "end of",      "monday",    "tuesday",   "wednesday",
        "thursday",     "friday",     "january",     "february",  "march",     "april",
        "june",         "july",       "august",      "september", "october",   "november",
        "december",     "within",     "immediately", "ongoing",   "today",     "by may",
        "in may",       "this week",  "next week",   "complete",  "completed", "done",
        "closed"};
    Date date;
    Span span;
    bool is_wrong;
    if (when_find_date(action, 0, &date, &span, &is_wrong))
        return true;
    return has_any_words(action, words, sizeof words / sizeof words[0]);
}

static void tell_action(CheckContext *context, const Rule *rule, const Prose *prose, bool has_who,
                        bool has_when)
{
    Str missing = has_who    ? STR("by when")
                  : has_when ? STR("who does it")
                             : STR("who does it and by when");
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.prose = prose, .span = {0, prose->text.len}},
                                 .args = STR_LIST(missing)});
}

static bool opens_action(Str text, Str *ret_action)
{
    static const char *const openings[] = {"action:", "action –", "action -",
                                           "action point:", "actions:"};
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++) {
        Str opening = str_of(openings[i]);
        if (str_eq_nocase(str_sub(text, 0, opening.len), opening)) {
            *ret_action = str_trim(str_sub(text, opening.len, text.len));
            return ret_action->len > 0;
        }
    }
    return false;
}

typedef enum ActionColumn { COLUMN_OTHER, COLUMN_ACTION, COLUMN_OWNER, COLUMN_DATE } ActionColumn;

static ActionColumn action_column(Str name)
{
    static const struct {
        const char *name;
        ActionColumn column;
    } names[] = {
        {"action", COLUMN_ACTION},     {"actions", COLUMN_ACTION},     {"owner", COLUMN_OWNER},
        {"who", COLUMN_OWNER},         {"by whom", COLUMN_OWNER},      {"lead", COLUMN_OWNER},
        {"responsible", COLUMN_OWNER}, {"action owner", COLUMN_OWNER}, {"due", COLUMN_DATE},
        {"due date", COLUMN_DATE},     {"deadline", COLUMN_DATE},      {"by when", COLUMN_DATE},
        {"when", COLUMN_DATE},         {"date", COLUMN_DATE},          {"target date", COLUMN_DATE},
        {"timescale", COLUMN_DATE}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_eq_nocase(str_trim(name), str_of(names[i].name)))
            return names[i].column;
    return COLUMN_OTHER;
}

enum { COLUMNS_MAX = 12 };

static const Prose *cell_prose(const CheckContext *context, const Node *cell)
{
    NodeIter iter = node_iter(cell);
    while (node_iter_next(&iter)) {
        const Prose *prose = iter.event == NODE_ENTER && node_is_text_block(iter.node)
                                 ? prose_of(&context->proses, iter.node)
                                 : NULL;
        if (prose && !str_is_blank(prose->text))
            return prose;
    }
    return NULL;
}

static void check_action_row(CheckContext *context, const Rule *rule, const Node *row,
                             const ActionColumn *columns, bool has_owners, bool has_dates)
{
    const Prose *action = NULL;
    bool has_who = !has_owners, has_when = !has_dates;
    size_t i = 0;
    for (const Node *cell = row->first_child; cell && i < COLUMNS_MAX; cell = cell->next, i++) {
        const Prose *prose = cell_prose(context, cell);
        if (columns[i] == COLUMN_ACTION)
            action = prose;
        has_who |= columns[i] == COLUMN_OWNER && prose;
        has_when |= columns[i] == COLUMN_DATE && prose;
    }
    if (action && (!has_who || !has_when))
        tell_action(context, rule, action, has_who, has_when);
}

static void check_action_table(CheckContext *context, const Rule *rule, const Node *table)
{
    ActionColumn columns[COLUMNS_MAX] = {COLUMN_OTHER};
    const Node *header = table->first_child;
    size_t i = 0, n[COLUMN_DATE + 1] = {0};
    for (const Node *cell = header ? header->first_child : NULL; cell && i < COLUMNS_MAX;
         cell = cell->next, i++) {
        const Prose *prose = cell_prose(context, cell);
        columns[i] = prose ? action_column(prose->text) : COLUMN_OTHER;
        n[columns[i]]++;
    }
    if (n[COLUMN_ACTION] != 1 || !(n[COLUMN_OWNER] + n[COLUMN_DATE]))
        return;
    for (const Node *row = header->next; row; row = row->next)
        if (row->kind == NODE_TABLE_ROW)
            check_action_row(context, rule, row, columns, n[COLUMN_OWNER] > 0, n[COLUMN_DATE] > 0);
}

void minutes_action_incomplete_on_document(CheckContext *context, const Rule *rule)
{
    if (!is_minutes(context))
        return;
    for (size_t i = 0; i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        Str action;
        if (!opens_action(str_trim(prose->text), &action))
            continue;
        bool has_who = has_owner(prose, action), has_when = has_deadline(action);
        if (!has_who || !has_when)
            tell_action(context, rule, prose, has_who, has_when);
    }
    NodeIter iter = node_iter(context->document->root);
    while (node_iter_next(&iter))
        if (iter.event == NODE_ENTER && iter.node->kind == NODE_TABLE)
            check_action_table(context, rule, iter.node);
}

static bool says_what_follows(Str text)
{
    static const char *const words[] = {"action", "actions",  "agreed",
                                        "will",   "resolved", "to be done"};
    return has_any_words(text, words, sizeof words / sizeof words[0]);
}

void story_no_action_on_document(CheckContext *context, const Rule *rule)
{
    const ProseList *proses = &context->proses;
    if (!is_minutes(context))
        return;
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        if (prose->block->kind != NODE_HEADING ||
            find_words(prose->text, STR("story")) == prose->text.len)
            continue;
        bool is_followed = false;
        for (size_t k = i + 1; k < proses->len && proses->items[k].block->kind != NODE_HEADING; k++)
            is_followed |= says_what_follows(proses->items[k].text);
        if (!is_followed)
            finding_emit(context, rule,
                         &(FindingDraft){.place = {.prose = prose, .span = {0, prose->text.len}}});
    }
}

/* "The Chair said …": the role that opens a recorded turn; empty for none. Roles
 * only, never names. */
static Str speaker_of(const Prose *prose, const Sentence *sentence)
{
    static const char *const verbs[] = {"said",    "asked", "reported", "explained", "added",
                                        "replied", "noted", "thanked",  "responded", "commented"};
    enum { ROLE_WORDS_MAX = 6 };
    Str text = span_of(sentence->span, prose->text);
    if (!starts_with_words(text, STR("the")))
        return (Str){0};
    for (size_t w = sentence->first_word + 1;
         w < sentence->end_word && w <= sentence->first_word + ROLE_WORDS_MAX; w++)
        for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
            if (str_eq_nocase(word_text(prose, &prose->words[w]), str_of(verbs[i])))
                return w > sentence->first_word + 1
                           ? span_of(words_span(prose, sentence->first_word + 1, w - 1),
                                     prose->text)
                           : (Str){0};
    return (Str){0};
}

void minutes_speaker_balance_on_document(CheckContext *context, const Rule *rule)
{
    enum { ROLES_MAX = 32, TURNS_MIN = 6 };
    struct {
        Str role;
        size_t n;
    } roles[ROLES_MAX];
    size_t n_roles = 0, n_turns = 0, top = 0;
    for (size_t i = 0; is_minutes(context) && i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        for (size_t k = 0; k < prose->n_sentences; k++) {
            Str role = speaker_of(prose, &prose->sentences[k]);
            size_t at = 0;
            while (at < n_roles && !str_eq_nocase(roles[at].role, role))
                at++;
            if (!role.len || at == ROLES_MAX)
                continue;
            if (at == n_roles) {
                roles[n_roles].role = role;
                roles[n_roles++].n = 0;
            }
            roles[at].n++;
            n_turns++;
            top = roles[at].n > roles[top].n ? at : top;
        }
    }
    double max = rule_option_number(rule, STR("max-share"), 0.5);
    if (n_turns < TURNS_MIN || (double)roles[top].n <= max * (double)n_turns)
        return;
    finding_emit(context, rule,
                 &(FindingDraft){.args = STR_LIST(roles[top].role,
                                                  arena_number(context->arena, roles[top].n),
                                                  arena_number(context->arena, n_turns))});
}
