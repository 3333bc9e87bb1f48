/* agenda.minutes-action-incomplete: an action that does not say who does it, or by when. */
#include "check/agenda_when.h"
#include "check/agenda_words.h"
#include "check/checks.h"
#include "check/minutes.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool is_initials(Str word)
{
    if (word.len < 2 || word.len > 3)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_upper((unsigned char)word.data[i]))
            return false;
    return true;
}

static bool has_initials(Str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && ascii_is_alpha((unsigned char)text.data[end]))
            end++;
        if (is_initials(str_sub(text, at, end)))
            return true;
        at = end + 1;
    }
    return false;
}

/* "Mo", "Sam, Tess and Ade", "Head of Youth Justice", "Finance team"; not "Write", as in
 * "Write to the council". */
static bool is_named(Str who)
{
    enum { WORDS_MAX = 8 };
    size_t n_words = 0;
    bool has_name = false;
    for (size_t at = 0; at < who.len;) {
        size_t end = str_find(who, STR(" "), at);
        Str word = str_sub(who, at, end);
        at = end + 1;
        bool is_name = word.len && ascii_is_upper((unsigned char)word.data[0]);
        n_words += word.len > 0;
        has_name |= is_name;
        if (word.len && !is_name &&
            !is_any_word(word, "and & / of the for team teams group staff members officers lead"))
            return false;
    }
    bool is_verb =
        n_words == 1 &&
        is_any_word(who, "write speak talk report reply respond listen go return apply refer add");
    return has_name && n_words <= WORDS_MAX && !is_verb;
}

/* "school business manager", "estates governor": a role, by its last word; not "write to
 * the council". */
static bool is_role(Str who)
{
    enum { WORDS_MAX = 6 };
    Str last = {0};
    size_t n_words = 0;
    for (size_t at = 0; at < who.len;) {
        size_t end = str_find(who, STR(" "), at);
        last = str_sub(who, at, end);
        n_words += last.len > 0;
        if (is_any_word(last, "to the a an with from by in on at about"))
            return false;
        at = end + 1;
    }
    return n_words <= WORDS_MAX &&
           is_any_word(last, "manager managers governor governors officer officers director "
                             "directors head chair clerk secretary treasurer lead leads nurse "
                             "doctor teacher team teams group committee board staff members "
                             "department service council councillors trustees partners warden "
                             "mayor leader deputy coordinator administrator adviser secretariat "
                             "everybody everyone all");
}

enum { OWNER_BYTES_MAX = 80 };

static bool is_owner(Str who)
{
    if (who.len > OWNER_BYTES_MAX)
        return false;
    if (starts_with_words(who, STR("the")))
        who = str_trim(str_sub(who, 3, who.len));
    while (who.len && (who.data[who.len - 1] == '.' || who.data[who.len - 1] == ')'))
        who.len--;
    return is_person(who) || is_named(who) || is_role(who);
}

/* "Jo Bloggs to write …", "JB to …", "(JB)", "the Clerk will …", "… – Jo Bloggs". */
static bool has_owner(Str action)
{
    static const char *const joins[] = {" to ", " will ", " – ",     " — ",     " - ",
                                        ": ",   ", ",     " is to ", " are to "};
    static const char *const labels[] = {"owner", "by whom", "responsible", "assigned to"};
    Str number, text = str_sub(action, item_number(action, &number), action.len);
    if (is_owner(text) || has_initials(text) || has_any_words(text, labels, COUNT(labels)))
        return true;
    for (size_t i = 0; i < COUNT(joins); i++) {
        size_t at = str_find(text, str_of(joins[i]), 0);
        if (at < text.len && is_owner(str_trim(str_sub(text, 0, at))))
            return true;
    }
    for (size_t open = str_find(text, STR("("), 0); open < text.len;
         open = str_find(text, STR("("), open + 1)) {
        Str behind = str_sub(text, open + 1, open + 2 + OWNER_BYTES_MAX);
        if (is_owner(str_sub(behind, 0, str_find(behind, STR(")"), 0))))
            return true;
    }
    Str last = text;
    for (size_t at = str_find(text, STR(" – "), 0); at < text.len;
         at = str_find(text, STR(" – "), at + 1))
        last = str_sub(text, at + 5, text.len);
    return last.len < text.len && is_owner(str_trim(last));
}

/* "12 May", not "may". */
static bool has_may(Str text)
{
    size_t at = find_words(text, STR("may"));
    return at && at < text.len && text.data[at] == 'M';
}

/* "19/3", "19/03/27" */
static bool has_figures_of_date(Str text)
{
    for (size_t at = str_find(text, STR("/"), 1); at + 1 < text.len;
         at = str_find(text, STR("/"), at + 1))
        if (ascii_is_digit((unsigned char)text.data[at - 1]) &&
            ascii_is_digit((unsigned char)text.data[at + 1]))
            return true;
    return false;
}

static bool has_deadline(Str text)
{
    static const char *const words[] = {
        "next",       "by the end", "end of",    "week",     "weeks",       "days",
        "month",      "months",     "term",      "weekend",  "half-term",   "year end",
        "monday",     "tuesday",    "wednesday", "thursday", "friday",      "mon",
        "tue",        "tues",       "wed",       "thu",      "thur",        "thurs",
        "fri",        "january",    "february",  "march",    "april",       "june",
        "july",       "august",     "september", "october",  "november",    "december",
        "jan",        "feb",        "mar",       "apr",      "jun",         "jul",
        "aug",        "sep",        "sept",      "oct",      "nov",         "dec",
        "easter",     "christmas",  "spring",    "summer",   "autumn",      "winter",
        "before the", "within",     "tomorrow",  "today",    "immediately", "ongoing",
        "complete",   "completed",  "done",      "closed"};
    Date date;
    Span span;
    bool is_wrong;
    return has_any_words(text, words, COUNT(words)) || has_may(text) || has_figures_of_date(text) ||
           when_find_date(text, 0, &date, &span, &is_wrong);
}

/* "Action: none" */
static bool is_nothing(Str action)
{
    static const char *const words[] = {"none",       "nil",        "n/a",    "no action",
                                        "no actions", "no further", "nothing"};
    size_t letters = 0;
    for (size_t i = 0; i < action.len; i++)
        letters += ascii_is_alpha((unsigned char)action.data[i]);
    return !letters || starts_with_any_words(action, words, COUNT(words));
}

static void tell(CheckContext *context, const Rule *rule, Place place, bool has_who, bool has_when)
{
    if (has_who && has_when)
        return;
    Str missing = has_who    ? STR("by when")
                  : has_when ? STR("who does it")
                             : STR("who does it and by when");
    finding_emit(context, rule, &(FindingDraft){.place = place, .args = STR_LIST(missing)});
}

/* Length of the mark that TEXT has at AT between "Action" and what it is, perhaps behind
 * a number: " 3:", " –"; 0 for none. */
static size_t mark_len(Str text, size_t at)
{
    static const char *const marks[] = {":", "–", "—", "-"};
    size_t end = at;
    while (end < text.len && (ascii_is_space((unsigned char)text.data[end]) ||
                              ascii_is_digit((unsigned char)text.data[end]) ||
                              text.data[end] == '/' || text.data[end] == '.'))
        end++;
    for (size_t i = 0; i < COUNT(marks); i++)
        if (str_starts_with(str_sub(text, end, text.len), str_of(marks[i])))
            return end + strlen(marks[i]) - at;
    return 0;
}

/* "ACTION Sol to …", "ACTION JB to …": is WORD in capitals, and behind it a name? */
static bool opens_without_mark(Str text, size_t at, Str word)
{
    size_t start = at + word.len + 1, end = start;
    while (end < text.len && ascii_is_alpha((unsigned char)text.data[end]))
        end++;
    Str next = str_sub(text, start, end);
    bool is_name =
        next.len && ascii_is_upper((unsigned char)next.data[0]) &&
        (is_initials(next) || (next.len > 1 && ascii_is_lower((unsigned char)next.data[1])));
    return str_eq(str_sub(text, at, start), STR("ACTION ")) && is_name;
}

/* Does a sentence, a line or what stands in brackets begin at AT of TEXT? */
static bool begins_something(Str text, size_t at)
{
    Str before = str_trim(str_sub(text, 0, at));
    return !before.len || (at && text.data[at - 1] == '\n') ||
           strchr(".!?:;([", before.data[before.len - 1]);
}

/* Where the first action of TEXT at or after FROM begins, text.len for none; *RET_TEXT is
 * where what is to be done begins: "Action: …", "ACTION – …", "(Action 3: …)". */
static size_t find_action(Str text, size_t from, size_t *ret_text)
{
    static const char *const words[] = {"action points", "action point", "actions", "action"};
    Str word;
    for (size_t at = find_any_words(text, from, words, COUNT(words), &word); at < text.len;
         at = find_any_words(text, at + 1, words, COUNT(words), &word)) {
        size_t mark = mark_len(text, at + word.len);
        if (!mark && opens_without_mark(text, at, word))
            mark = 1;
        *ret_text = at + word.len + mark;
        if (mark && begins_something(text, at))
            return at;
    }
    return text.len;
}

/* Do the other cells of the table row that BLOCK stands in say who, and when? */
static void ask_row(const CheckContext *context, const Node *block, bool *ret_who, bool *ret_when)
{
    enum { TEXTS_MAX = 40 };
    const Node *row = node_ancestor(block, NODE_TABLE_ROW);
    NodeIter iter = node_iter(row);
    for (size_t n = 0; row && n < TEXTS_MAX && node_iter_next(&iter);) {
        bool is_text = iter.event == NODE_ENTER && node_is_text_block(iter.node);
        const Prose *prose = is_text ? prose_of(&context->proses, iter.node) : NULL;
        Str text = prose ? str_trim(prose->text) : (Str){0};
        n += is_text;
        *ret_who |= text.len && (is_owner(text) || is_initials(text));
        *ret_when |= has_deadline(text);
    }
}

/* Where the action that begins at AT ends, before NEXT: with its bracket, if it stands in one. */
static size_t action_end(Str text, size_t at, size_t next)
{
    char open = at ? text.data[at - 1] : '\0';
    if (open != '(' && open != '[')
        return next;
    return str_find(str_sub(text, 0, next), open == '(' ? STR(")") : STR("]"), at);
}

static void check_text(CheckContext *context, const Rule *rule, const Prose *prose)
{
    Str text = prose->text;
    size_t start, next_start = 0, at = find_action(text, 0, &start);
    bool row_says_who = false, row_says_when = false;
    if (at < text.len)
        ask_row(context, prose->block, &row_says_who, &row_says_when);
    while (at < text.len) {
        size_t next = find_action(text, start, &next_start), end = action_end(text, at, next);
        Str action = str_trim(str_sub(text, start, end));
        if (!is_nothing(action))
            tell(context, rule, (Place){.prose = prose, .span = {at, end}},
                 row_says_who || has_owner(action), row_says_when || has_deadline(action));
        at = next;
        start = next_start;
    }
}

typedef enum ActionColumn { COLUMN_OTHER, COLUMN_ACTION, COLUMN_OWNER, COLUMN_DATE } ActionColumn;

typedef struct ColumnName {
    const char *name;
    ActionColumn column;
} ColumnName;

static const ColumnName column_names[] = {{"action", COLUMN_ACTION},
                                          {"action agreed", COLUMN_ACTION},
                                          {"action by", COLUMN_OWNER},
                                          {"action for", COLUMN_OWNER},
                                          {"action owner", COLUMN_OWNER},
                                          {"action required", COLUMN_ACTION},
                                          {"actions", COLUMN_ACTION},
                                          {"assigned to", COLUMN_OWNER},
                                          {"by when", COLUMN_DATE},
                                          {"by who", COLUMN_OWNER},
                                          {"by whom", COLUMN_OWNER},
                                          {"complete by", COLUMN_DATE},
                                          {"completion date", COLUMN_DATE},
                                          {"date", COLUMN_DATE},
                                          {"date due", COLUMN_DATE},
                                          {"deadline", COLUMN_DATE},
                                          {"due", COLUMN_DATE},
                                          {"due by", COLUMN_DATE},
                                          {"due date", COLUMN_DATE},
                                          {"lead", COLUMN_OWNER},
                                          {"owner", COLUMN_OWNER},
                                          {"person responsible", COLUMN_OWNER},
                                          {"responsible", COLUMN_OWNER},
                                          {"responsibility", COLUMN_OWNER},
                                          {"target date", COLUMN_DATE},
                                          {"timescale", COLUMN_DATE},
                                          {"what", COLUMN_ACTION},
                                          {"when", COLUMN_DATE},
                                          {"who", COLUMN_OWNER}};

static ActionColumn action_column(Str name)
{
    const ColumnName *known =
        str_row_named(str_trim(name), column_names, COUNT(column_names), sizeof *column_names);
    return known ? known->column : COLUMN_OTHER;
}

enum { COLUMNS_MAX = 12, HEADER_ROWS_MAX = 3 };

/* A row of a table: of each column the first text, NULL for none. */
typedef struct ActionRow {
    const Prose *texts[COLUMNS_MAX];
    unsigned n_below[COLUMNS_MAX]; /* rows that the cell reaches down from here */
} ActionRow;

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

/* Columns from I on that a cell of the row above reaches down into, and the next that none does. */
static size_t pass_covered(ActionRow *row, size_t i)
{
    while (i < COLUMNS_MAX && row->n_below[i])
        row->n_below[i++]--;
    return i;
}

/* ROW holds the row above NODE, and then NODE's. */
static void read_row(const CheckContext *context, const Node *node, ActionRow *row)
{
    size_t i = pass_covered(row, 0);
    for (const Node *cell = node->first_child; cell && i < COLUMNS_MAX; cell = cell->next) {
        if (cell->kind != NODE_TABLE_CELL)
            continue;
        const Prose *prose = cell_prose(context, cell);
        for (size_t end = i + cell->as.cell.column_span; i < end && i < COLUMNS_MAX; i++) {
            row->texts[i] = prose;
            row->n_below[i] = cell->as.cell.row_span - 1u;
        }
        i = pass_covered(row, i);
    }
    for (; i < COLUMNS_MAX; i = pass_covered(row, i + 1))
        row->texts[i] = NULL;
}

typedef struct ActionTable {
    ActionColumn columns[COLUMNS_MAX];
    size_t n[COLUMN_DATE + 1]; /* columns of each kind */
} ActionTable;

/* Does ROW name the columns of a table of actions? */
static bool is_header(const ActionRow *row, ActionTable *ret)
{
    *ret = (ActionTable){.n = {0}};
    for (size_t i = 0; i < COLUMNS_MAX; i++) {
        ret->columns[i] = row->texts[i] ? action_column(row->texts[i]->text) : COLUMN_OTHER;
        ret->n[ret->columns[i]]++;
    }
    return ret->n[COLUMN_ACTION] == 1 && ret->n[COLUMN_OWNER] + ret->n[COLUMN_DATE];
}

/* Is something written there, and not that it will be? */
static bool is_told(const Prose *prose)
{
    return prose && !is_any_word(str_trim(prose->text), "tbc tba tbd ? - –");
}

static void check_row(CheckContext *context, const Rule *rule, const ActionRow *row,
                      const ActionTable *table)
{
    const Prose *action = NULL;
    bool has_who = !table->n[COLUMN_OWNER], has_when = !table->n[COLUMN_DATE];
    for (size_t i = 0; i < COLUMNS_MAX; i++) {
        const Prose *prose = row->texts[i];
        if (table->columns[i] == COLUMN_ACTION)
            action = prose;
        has_who |= table->columns[i] == COLUMN_OWNER && is_told(prose);
        has_when |= table->columns[i] == COLUMN_DATE && is_told(prose);
    }
    if (!action || is_nothing(action->text))
        return;
    has_who |= has_owner(str_trim(action->text));
    has_when |= has_deadline(action->text);
    tell(context, rule, (Place){.prose = action, .span = {0, action->text.len}}, has_who, has_when);
}

static void check_table(CheckContext *context, const Rule *rule, const Node *node)
{
    ActionRow row = {.n_below = {0}};
    ActionTable table;
    const Node *at = node_first_row(node);
    bool has_header = false;
    for (size_t n = 0; at && n < HEADER_ROWS_MAX && !has_header; n++, at = node_next_row(at)) {
        read_row(context, at, &row);
        has_header = is_header(&row, &table);
    }
    for (; has_header && at; at = node_next_row(at)) {
        read_row(context, at, &row);
        check_row(context, rule, &row, &table);
    }
}

void minutes_action_incomplete_on_document(CheckContext *context, const Rule *rule)
{
    if (!is_minutes(context))
        return;
    for (size_t i = 0; i < context->proses.len; i++)
        check_text(context, rule, &context->proses.items[i]);
    NodeIter iter = node_iter(context->document->root);
    while (node_iter_next(&iter))
        if (iter.event == NODE_ENTER && iter.node->kind == NODE_TABLE)
            check_table(context, rule, iter.node);
}
