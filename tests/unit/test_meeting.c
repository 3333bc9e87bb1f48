/* The agenda.* rules on agendas and minutes as people write them, in Markdown, HTML and
 * Word (word_paper.h): what they must tell, and what they must not. */
#include "word_paper.h"
#include "words_lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static WordsLint lint;

typedef struct MeetingCase {
    const char *rule; /* without "agenda." */
    const char *paper;
    size_t n_findings;
    const char *says; /* in the message of the first; NULL: anything */
} MeetingCase;

#define P(text)         "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define CELL(text)      "<w:tc>" P(text) "</w:tc>"
#define WIDE(n, text)   "<w:tc><w:tcPr><w:gridSpan w:val=\"" n "\"/></w:tcPr>" P(text) "</w:tc>"
#define TALL(how, text) "<w:tc><w:tcPr><w:vMerge" how "/></w:tcPr>" P(text) "</w:tc>"
#define EMPTY           "<w:tc><w:p/></w:tc>"
#define ROW(cells)      "<w:tr>" cells "</w:tr>"
#define PAGE(body)      "<!DOCTYPE html><html lang=\"en-GB\"><title>T</title><body>" body "</html>"
#define WORD_MINUTES    P("Minutes of the board, 4 May 2027")
#define MINUTES         "# Minutes of the board\n\n"

static LintResult *check(Str text)
{
    if (!is_word_paper(text))
        return words_lint(&lint, text);
    Buf bytes = {0};
    word_paper_zip(text, &bytes);
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    Document *document = NULL;
    LintResult *result = NULL;
    if (reader_of(FORMAT_DOCX)->read(STR("paper.docx"), buf_str(&bytes), &options, &document) ==
        STATUS_OK)
        result = lint_run(lint.checker, document, &(LintOptions){0}, &sink);
    document_free(document);
    diagnostic_sink_free(&sink);
    buf_free(&bytes);
    return result;
}

static void run_case(const MeetingCase *c)
{
    LintResult *result = check(str_of(c->paper));
    if (!result)
        fail_msg("cannot be read: %s", c->paper);
    size_t n = 0;
    Str first = {0};
    for (size_t i = 0; i < result->findings.len; i++) {
        const Finding *finding = &result->findings.items[i];
        Str id = finding->rule->id;
        if (!str_starts_with(id, STR("agenda.")) ||
            !str_eq(str_sub(id, sizeof "agenda", id.len), str_of(c->rule)))
            continue;
        if (!n++)
            first = finding->message;
    }
    bool says = !c->says || str_find(first, str_of(c->says), 0) < first.len;
    if (n != c->n_findings || !says)
        fail_msg("%s: %zu findings, not %zu, the first “%.*s”, not “%s”:\n%s", c->rule, n,
                 c->n_findings, STR_ARG(first), c->says ? c->says : "", c->paper);
    lint_result_free(result);
}

static void run_cases(const MeetingCase *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        run_case(&cases[i]);
}

#define RUN(cases) run_cases(cases, sizeof(cases) / sizeof(cases)[0])

static void test_actions(void **state)
{
    (void)state;
    static const char *const rule = "minutes-action-incomplete";
    const MeetingCase cases[] = {
        {rule, MINUTES "Action: Mo to send letters by 12 May.", 0, NULL},
        {rule, MINUTES "Action: Sam, Tess and Ade to meet by 12 Feb.", 0, NULL},
        {rule, MINUTES "Action: the Head of Youth Justice to write by 19/3.", 0, NULL},
        {rule, MINUTES "Action: all to read the plan before the next meeting.", 0, NULL},
        {rule, MINUTES "Action: officers will bring figures in three weeks.", 0, NULL},
        {rule, MINUTES "Action: new rota, by Easter. Owner: Al.", 0, NULL},
        {rule, MINUTES "Action: school business manager to send it this term.", 0, NULL},
        {rule, MINUTES "Action: none.", 0, NULL},
        {rule, MINUTES "Take action: it is needed.", 0, NULL},
        {rule, MINUTES "There was no action: all agreed.", 0, NULL},
        {rule, MINUTES "**Action:** Cllr Ford", 1, "does not say by when"},
        {rule, MINUTES "All agreed. [Action: JB] Next we meet on 3 June 2027.", 1, "say by when"},
        {rule, MINUTES "All agreed. (Action: Democratic Services Officer)", 1, "say by when"},
        {rule, MINUTES "All agreed.\nACTION – write to the council by Friday.", 1, "who does it."},
        {rule, MINUTES "All agreed. Action: Write to the council by Friday.", 1, "who does it."},
        {rule, MINUTES "Action: write to the council by Friday.", 1, "who does it."},
        {rule, MINUTES "Action: check with the team, then write, by Friday.", 1, "who does it."},
        {rule, MINUTES "- ACTION Sol to print it by May\n- ACTION JB to ask", 1, "say by when"},
        {rule, MINUTES "The ACTION PLAN is here. ACTION words matter.", 0, NULL},
        {rule, MINUTES "Action 3: mend it. Action 4: JB to ask by May.", 1, "who does it and by"},
        {rule, MINUTES "Action: it may be mended by JB.", 1, "say by when"},
        {rule, MINUTES "Action 3: mend it. Action 4: ask why.", 2, NULL},
        {rule, "# Report\n\nAction: mend it.", 0, NULL},
    };
    RUN(cases);
}

static void test_action_tables(void **state)
{
    (void)state;
    static const char *const rule = "minutes-action-incomplete";
    const MeetingCase cases[] = {
        {rule,
         MINUTES "| Ref | Action | Who | When |\n|---|---|---|---|\n"
                 "| 27/01 | Mend the door | JB | |\n| 27/02 | Mend it | | 3 May |\n"
                 "| 27/03 | JB to mend it by 3 May | | |\n| | | | |\n| 27/04 | None | | |",
         2, "say by when"},
        {rule, MINUTES "| Action agreed | Owner | Due |\n|---|---|---|\n| Mend it | TBC | TBC |", 1,
         "who does it and by"},
        {rule,
         MINUTES "| Item | Notes | Who | When |\n|---|---|---|---|\n"
                 "| 1 | Action: mend the door | Jo | 3 May |\n| 2 | Action: mend it | | |",
         1, "who does it and by"},
        {rule,
         PAGE("<h1>Minutes</h1><table><caption>Actions agreed</caption><tr><th>Action<th>Owner"
              "<th>Due<tr><td>Mend the door<td><td>3 May</table>"),
         1, "who does it."},
        {rule,
         PAGE("<h1>Minutes</h1><table><tr><th>Action<th>Owner<th>Due<tr><td>Mend the door"
              "<td rowspan=2>Jo<td>3 May<tr><td>Mend the roof<td>4 May<tr><td>Ask why<td><td>5 May"
              "</table>"),
         1, "who does it."},
        {rule,
         WORD_MINUTES "<w:tbl>" ROW(WIDE("3", "Actions from this meeting"))
             ROW(CELL("Action") CELL("By whom") CELL("By when"))
                 ROW(CELL("Mend the door") CELL("Jo") EMPTY) "</w:tbl>",
         1, "say by when"},
        {rule,
         WORD_MINUTES "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t>Actions</w:t>"
                      "</w:r></w:p><w:tbl>" ROW(CELL("Action") CELL("By whom") CELL("By when"))
                          ROW(CELL("Mend the door") TALL(" w:val=\"restart\"", "Jo") CELL("May"))
                              ROW(CELL("Mend it") TALL("", "") CELL("May"))
                                  ROW(CELL("Ask why") EMPTY CELL("May")) "</w:tbl>",
         1, "who does it."},
    };
    RUN(cases);
}

#define AGENDA "# Board agenda\n\nMonday 3 May 2027, 2pm to 3.45pm\n\n"

#define AFTERNOON(item)                                                                            \
    AGENDA "## 1. Beds (2pm, 45 minutes)\n\n## " item "\n\n## 3. Roads (3pm, 40 minutes)\n\n"      \
           "## 4. Close (3.40pm, 5 minutes)"

#define EVENING                                                                                    \
    PAGE("<h1>Board agenda</h1><p>Monday 3 May 2027, 5.30pm to 6.45pm</p><h2>1. Welcome</h2>"      \
         "<p>5.30pm, Chair.</p><h2>2. Budget</h2><p>5.40pm, business manager. <b>Decision:</b> "   \
         "approve it.</p><h2>3. What pupils say</h2><p>6.10pm, two pupils from Year 6. To "        \
         "listen and discuss.</p><h2>4. Next meeting</h2><p>Monday 7 June 2027, 5.30pm</p>")

#define TABS(title, lead, paper, time)                                                             \
    "<w:p><w:r><w:t>" title "</w:t><w:tab/><w:t>" lead "</w:t><w:tab/><w:t>" paper                 \
    "</w:t><w:tab/><w:t>" time "</w:t></w:r></w:p>"
#define AFTERNOON_IN_TABS                                                                          \
    P("Board agenda")                                                                              \
    P("Monday 3 May 2027 at 2.00 pm")                                                              \
    P("Boardroom, 3 Mill Street. Step-free. Ask Jo on 01632 960000.")                              \
    TABS("1. Welcome", "Chair", "Verbal", "2.00")                                                  \
    TABS("2. Audit plan (to approve)", "KPMG", "Paper A", "2.10")                                  \
    TABS("3. Risks (to discuss)", "Al Green", "Paper B", "2.30")                                   \
    TABS("4. Close", "Chair", "", "2.55")

#define TWO_CELLS                                                                                  \
    PAGE("<h1>Board agenda</h1><table><tr><td>Date: Tuesday 4 May 2027<td>Time: 1pm to 3pm"        \
         "<tr><td>Venue: County Hall<td>Contact: jo@board.example</table>"                         \
         "<p>Ask for large print.</p>"                                                             \
         "<table><tr><th>Item<th>For<th>Time<tr><td>Welcome<td>Information<td>1.00<tr><td>Plan"    \
         "<td>Approval<td>1.10<tr><td>Break<td><td>2.00<tr><td>Pay<td>Approval<td>2.10</table>")

static void test_agendas(void **state)
{
    (void)state;
    const MeetingCase cases[] = {
        /* A break between numbered headings counts, whatever it is called. */
        {"meeting-long-no-break", AFTERNOON("Tea and cake (2.45pm, 15 minutes)"), 0, NULL},
        {"agenda-untimed", AFTERNOON("Tea and cake (2.45pm, 15 minutes)"), 0, NULL},
        {"meeting-long-no-break", AFTERNOON("2. Tea rooms (2.45pm, 15 minutes)"), 1, "without"},
        /* What an item is for may stand in a short sentence below it. */
        {"purpose-missing",
         AGENDA "1. Beds\n\n   Jo will show the plan. For information. See paper 1.\n\n"
                "2. Roads\n\n   Report of the treasurer. To note.\n\n3. Update on the stile\n"
                "4. Budget – update\n5. Items for the next agenda",
         0, NULL},
        /* What nearly all lack is told once. */
        {"purpose-missing",
         AGENDA "1. Beds\n2. Roads\n3. Trees\n4. Pay\n5. Cars\n6. Swings\n7. Roofs (to note)", 1,
         "6 of 7 items do not say"},
        {"purpose-missing",
         AGENDA "1. Beds\n2. Roads\n3. Trees\n4. Pay\n5. Cars (to note)\n6. Roofs (to note)", 4,
         "“Beds”"},
        {"purpose-missing", AGENDA "1. Beds\n\n   Jo will show the plan.\n\n2. Roads (to note)", 1,
         "Beds"},
        {"purpose-missing",
         AGENDA "### 1. Beds\n\nLed by: Jo Bloggs\nYou will be asked to choose.\n\n"
                "### 2. Roads\n\nLed by: Al Green\nWhat we want from you: agree the list.\n\n"
                "### 3. Trees\n\nTo note.",
         0, NULL},
        /* Points with letters ask one thing each. */
        {"purpose-mixed",
         AGENDA "1. Plan\n\n   The board is asked to:\n\n   - comment on it; and\n"
                "   - approve it.\n\n2. Roads (to note)",
         0, NULL},
        {"purpose-mixed", AGENDA "1. Plan (to discuss and agree)\n2. Roads (to note)", 0, NULL},
        {"purpose-mixed", AGENDA "1. Families tell us (to listen and choose)\n2. Roads (to note)",
         0, NULL},
        {"purpose-missing",
         AGENDA "1. How do we spend £200? Decide\n2. Roads (to note)\n3. Trees (to agree)\n4. "
                "Finish\n5. Ideas box – talk about three of them\n\n"
                "6. Swings\n\n   We will talk about the new ones.",
         0, NULL},
        {"purpose-mixed", AGENDA "1. Plan (to note and approve)\n2. Roads (to note)", 1, NULL},
        /* Those who tell their own story bring no paper. */
        {"tabled-or-verbal", AGENDA "1. Patient story (verbal)\n2. Roads (to note)", 0, NULL},
        {"tabled-or-verbal", AGENDA "1. Beds (verbal)\n2. Roads (to note)", 1, NULL},
        {"to-note-ratio", AGENDA "1. Beds (to note)\n2. Roads (to agree)\n3. Pay (to agree)", 0,
         NULL},
        {"patient-voice-missing",
         "# Residents' panel agenda\n\n1. Welcome\n2. Beds\n3. Roads\n4. Pay\n5. Close", 0, NULL},
        {"patient-voice-missing", AGENDA "1. Welcome\n2. Beds\n3. Staff survey\n4. Pay\n5. Close",
         0, NULL},
        {"patient-voice-missing",
         "# Audit committee agenda\n\n1. Welcome\n2. Beds\n3. Roads\n4. Pay\n5. Close", 0, NULL},
        /* Sentences below a title: times, who leads, what for; another day's time is none. */
        {"agenda-untimed", EVENING, 0, NULL},
        {"purpose-missing", EVENING, 0, NULL},
        {"purpose-mixed", EVENING, 0, NULL},
        /* Columns set with tabs, and times of an afternoon without "pm". */
        {"agenda-untimed", AFTERNOON_IN_TABS, 0, NULL},
        {"purpose-missing", AFTERNOON_IN_TABS, 0, NULL},
        {"meeting-long-no-break", AFTERNOON_IN_TABS, 0, NULL},
        {"contact-and-access-missing", AFTERNOON_IN_TABS, 0, NULL},
        {"contact-and-access-missing", TWO_CELLS, 0, NULL},
        {"meeting-long-no-break", TWO_CELLS, 0, NULL},
        /* "Minutes" as a length of time is no item that every agenda has. */
        {"purpose-missing",
         AGENDA "1. How was winter? Each site, two minutes\n2. Pause\n3. Minutes\n"
                "4. Anything else",
         1, "How was winter"},
        {"patient-voice-missing", AGENDA "1. Welcome\n2. Beds\n3. Roads\n4. Pay\n5. Close", 1,
         NULL},
    };
    RUN(cases);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    Arena arena = {0};
    if (!words_lint_open(&lint, argv[1], &arena))
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_actions),
        cmocka_unit_test(test_action_tables),
        cmocka_unit_test(test_agendas),
    };
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    words_lint_close(&lint);
    arena_free(&arena);
    return n_failed;
}
