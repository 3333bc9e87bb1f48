#include "report_cases.h"

#include <math.h>

/* A rule set without files. The library's own is not linked beside it, for
 * reporters need of a RuleSet only the list of its rules. */
struct RuleSet {
    const Rule *const *items;
    size_t len;
};

const Rule *const *ruleset_all(const RuleSet *rules, size_t *ret_n)
{
    *ret_n = rules->len;
    return rules->items;
}

#define TEXT(literal)                                                                              \
    {                                                                                              \
        "" literal, sizeof(literal) - 1                                                            \
    }

static const Str undefined_bad[] = {TEXT("The ICB met."), TEXT("# Paper\n\nThe `ICB` met.")};
static const Str undefined_good[] = {TEXT("The integrated care board (ICB) met.")};
static const Str undefined_sources[] = {TEXT("NHS service manual: A to Z <content>")};

static const Rule rule_undefined = {
    .id = TEXT("acronyms.undefined"),
    .family = TEXT("acronyms"),
    .severity = SEVERITY_WARNING,
    .is_on = true,
    .message = TEXT("Write out “%s” where it first appears."),
    .link = TEXT("https://example.org/acronyms"),
    .why = TEXT("A reader who does not know the letters cannot follow the sentence.\n"),
    .bad_examples = {undefined_bad, 2},
    .good_examples = {undefined_good, 1},
    .sources = {undefined_sources, 1},
};

static const Rule rule_off = {.id = TEXT("jargon.off"), .family = TEXT("jargon")};

static const Rule rule_wordy = {
    .id = TEXT("jargon.wordy"),
    .family = TEXT("jargon"),
    .severity = SEVERITY_SUGGESTION,
    .is_on = true,
    .message = TEXT("Say “%s” instead of “%s”, 100%% of the time."),
    .link = TEXT("not a link"),
};

static const Rule rule_title = {
    .id = TEXT("access.doc-title-missing"),
    .family = TEXT("access"),
    .severity = SEVERITY_ERROR,
    .is_on = true,
    .message = TEXT("Give the paper a title in the file’s properties."),
    .why = TEXT("Screen readers say the title first."),
};

static const Rule rule_sentence = {
    .id = TEXT("reading.sentence-long"),
    .family = TEXT("reading"),
    .severity = SEVERITY_WARNING,
    .is_on = true,
    .message = TEXT("Split this sentence of %s words."),
};

const RuleSet *report_case_rules(void)
{
    static const Rule *const rules[] = {&rule_title, &rule_undefined, &rule_off, &rule_wordy,
                                        &rule_sentence};
    static const RuleSet set = {rules, sizeof rules / sizeof rules[0]};
    return &set;
}

/* The one report that a case makes. */
typedef struct Run {
    const Reporter *reporter;
    ReportState *state;
    ReportSummary summary;
    Buf *ret;
} Run;

static Run run_begin(const Reporter *reporter, const ReportOptions *options, Buf *ret)
{
    return (Run){.reporter = reporter, .state = reporter->begin(options, ret), .ret = ret};
}

static void run_document(Run *run, const char *path, const LintResult *result,
                         const DiagnosticSink *sink)
{
    ReportDocument document = {.path = str_of(path), .result = result, .diagnostics = sink};
    report_summary_add(&run->summary, &document);
    run->reporter->document(run->state, &document, run->ret);
}

static void run_end(Run *run)
{
    run->reporter->end(run->state, &run->summary, run->ret);
}

/* Adds a finding about the words between [ and ] of EXCERPT. */
static Finding *add(LintResult *result, const Rule *rule, const char *message, const char *excerpt)
{
    Str text = str_of(excerpt);
    size_t open = str_find(text, STR("["), 0), close = str_find(text, STR("]"), 0);
    Buf plain = {0};
    buf_append(&plain, str_sub(text, 0, open));
    buf_append(&plain, str_sub(text, open + 1, close));
    buf_append(&plain, str_sub(text, close + 1, text.len));
    Finding finding = {
        .rule = rule,
        .severity = rule->severity,
        .message = str_of(message),
        .match = str_sub(text, open + 1, close),
        .excerpt = arena_str(&result->arena, buf_str(&plain)),
        .count = 1,
        .fingerprint = 0xFEED0000 + result->findings.len,
    };
    if (close < text.len)
        finding.in_excerpt = (Span){open, close - 1};
    buf_free(&plain);
    array_push(&result->findings, finding);
    return array_last(&result->findings);
}

static void suggest(LintResult *result, Finding *finding, const char *first, const char *second)
{
    Str *items = arena_new_array(&result->arena, Str, 2);
    items[0] = str_of(first);
    items[1] = str_of(second);
    finding->suggestions = (StrList){items, second ? 2 : 1};
}

static StrList headings(LintResult *result, const char *outer, const char *inner)
{
    Str *items = arena_new_array(&result->arena, Str, 2);
    items[0] = str_of(outer);
    items[1] = str_of(inner);
    return (StrList){items, inner ? 2 : 1};
}

static Location on_line(size_t line, size_t column, size_t len)
{
    return (Location){
        .has_lines = true,
        .start = {line, column},
        .end = {line, column + len},
        .offset = line * 100 + column,
        .length = len,
        .paragraph = (uint32_t)line,
    };
}

static void result_free(LintResult *result)
{
    array_free(&result->acronyms);
    array_free(&result->findings);
    arena_free(&result->arena);
}

static void add_statistics(LintResult *result)
{
    result->readability = (Readability){
        .all = {.words = 1204,
                .sentences = 61,
                .paragraphs = 30,
                .syllables = 1900,
                .polysyllables = 210,
                .letters = 5800},
        .has_scores = true,
        .flesch_reading_ease = 41.23456,
        .flesch_kincaid_grade = 12.005,
        .smog = 13.1,
        .gunning_fog = 15.999,
        .reading_age = 17.0049,
    };
    result->reading_minutes = 1204.0 / 238;
    result->difficulty = 61.25;
}

static void add_markdown_findings(LintResult *result)
{
    Finding *finding = add(result, &rule_title, "Give the paper a title.", "[]");
    finding->location.precision = PRECISION_DOCUMENT;
    finding->location.paragraph = 9; /* means nothing for the paper as a whole */

    finding = add(result, &rule_undefined, "Write out “ICB” where it first appears.",
                  "The [ICB] will utilise the learning.");
    finding->location = on_line(12, 5, 3);
    finding->location.headings = headings(result, "1. Purpose", NULL);
    suggest(result, finding, "integrated care board (ICB)", NULL);

    finding = add(result, &rule_wordy, "Say “use” instead of “utilise”.",
                  "The ICB will [utilise] the learning.");
    finding->location = on_line(12, 14, 7);
    finding->location.headings = headings(result, "1. Purpose", "1.1 Aim");
    finding->can_replace = true;
    suggest(result, finding, "use", "make use of");

    finding = add(result, &rule_sentence,
                  "Split this sentence of 41 words: one idea in each, the main point first, and "
                  "what you ask of the board at its start.",
                  "[We note that the programme, which was set out in the paper of March last, and "
                  "which the board then agreed, has] ");
    finding->location = on_line(20, 1, 0);
    finding->location.end = (Position){23, 1};
    finding->location.length = 240;
    finding->location.precision = PRECISION_BLOCK;
}

static void write_papers(const Reporter *reporter, const ReportOptions *options, Buf *ret)
{
    LintResult markdown = {
        .format = FORMAT_MARKDOWN, .title = STR("Quality report"), .language = STR("en-GB")};
    add_statistics(&markdown);
    add_markdown_findings(&markdown);
    array_push(
        &markdown.acronyms,
        (AcronymFact){.short_form = STR("ICB"), .n_uses = 7, .first_use = on_line(12, 5, 3)});
    array_push(&markdown.acronyms, (AcronymFact){.short_form = STR("GP"),
                                                 .long_form = STR("general practitioner"),
                                                 .is_known = true,
                                                 .n_uses = 1,
                                                 .first_use = on_line(13, 30, 2),
                                                 .has_definition = true,
                                                 .definition = on_line(13, 8, 20)});
    LintResult html = {.format = FORMAT_HTML};
    html.readability.all.words = 1;
    DiagnosticSink sink = {0};
    diagnostic_add(&sink, DIAG_ENCODING_GUESSED, STR("b.html"), 3, 1,
                   "Save the file as UTF-8; we took it as Windows-1252.");
    Run run = run_begin(reporter, options, ret);
    run_document(&run, "papers/04-quality.md", &markdown, NULL);
    run_document(&run, "./b.html", &html, &sink);
    run_end(&run);
    diagnostic_sink_free(&sink);
    result_free(&markdown);
    result_free(&html);
}

static Location in_word(uint32_t page, uint32_t paragraph, const char *part)
{
    return (Location){.page = page, .paragraph = paragraph, .part = str_of(part)};
}

static void write_word(const Reporter *reporter, const ReportOptions *options, Buf *ret)
{
    LintResult word = {.format = FORMAT_DOCX, .title = STR("Workforce")};
    add_statistics(&word);
    word.readability.pages = 6;
    Finding *finding =
        add(&word, &rule_undefined, "Write out “ICB” where it first appears.", "The [ICB] met.");
    finding->location = in_word(3, 14, "word/document.xml");
    finding->location.headings = headings(&word, "4. Quality", "4.2 Staff: “safe” > legal");
    finding->can_replace = true; /* yet there is no place in the file to tell */
    suggest(&word, finding, "integrated care board (ICB)", NULL);
    finding = add(&word, &rule_sentence, "Split this sentence of 30 words.", "[]");
    finding->location = in_word(0, 15, "word/document.xml");
    finding->location.precision = PRECISION_BLOCK;
    finding = add(&word, &rule_wordy, "Say “use”.", "To [utilise].");
    finding->location = in_word(4, 40, "word/footnotes.xml");
    finding = add(&word, &rule_wordy, "Say “use”.", "To [utilise].");
    finding->location = in_word(0, 0, "word/header2.xml");
    finding = add(&word, &rule_wordy, "Say “use”.", "To [utilise].");
    finding->location = in_word(0, 0, "");
    array_push(&word.acronyms, (AcronymFact){.short_form = STR("ICB"),
                                             .n_uses = 1,
                                             .first_use = in_word(3, 14, "word/document.xml")});
    Run run = run_begin(reporter, options, ret);
    run_document(&run, "/srv/board/05 Workforce.docx", &word, NULL);
    run_end(&run);
    result_free(&word);
}

static void add_odd_excerpts(LintResult *result)
{
    static const char *const excerpts[] = {
        "\x1B[2J hidden \x1B]0;title\x07 [word\x7F]",
        "日本語 e\xCC\x81 [語e\xCC\x81🙂] end",
        "broken [\xFF\xC2] \xED\xA0\x80 text",
        "right \xE2\x80\xAE[to]\xE2\x81\xA6 left \xE2\x80\xA8 line \xC2\x9B",
        "many words stand in front of it, so many that the line is far too long for us: [here] is.",
        "[Here] is the start of a line with so many words behind it that they do not all fit in.",
        "words on the left side of it that go on and on [middle] and on the right go on, on, far.",
        "[verylongwordverylongwordverylongwordverylongwordverylongwordverylongwordverylongword] x",
        "verylongwordverylongwordverylongwordverylongwordverylongwordverylongwordverylongwordxx",
        "[]",
        "   ",
    };
    for (size_t i = 0; i < sizeof excerpts / sizeof excerpts[0]; i++) {
        Finding *finding =
            add(result, &rule_wordy, "Line\r\n::error::100% \x1B[31mred\t:,", excerpts[i]);
        if (excerpts[i][0] != ' ' && !strchr(excerpts[i], '['))
            finding->match = (Str){0};
        finding->location = on_line(i + 1, 1, 4);
        finding->can_replace = true;
        suggest(result, finding, "50% of\nit, or: “\xFF”", NULL);
    }
}

static void write_odd(const Reporter *reporter, const ReportOptions *options, Buf *ret)
{
    LintResult odd = {.title = STR("Bell\x07\nforged line"), .language = STR("x\0y")};
    add_odd_excerpts(&odd);
    odd.readability.has_scores = true;
    odd.readability.flesch_reading_ease = -0.001;
    odd.readability.flesch_kincaid_grade = (double)NAN;
    odd.readability.smog = (double)INFINITY;
    odd.readability.gunning_fog = -121.216;
    odd.readability.reading_age = 1.0 / 3;
    odd.difficulty = -0.0;
    odd.readability.all.words = 1234567;
    odd.reading_minutes = 0.1;
    LintResult long_title = {
        .title = STR("A title that a person once wrote who wanted to say in it all that the paper "
                     "says as well, and then said it")};
    Finding *finding = add(&long_title, &rule_wordy, "", "[]");
    finding->location.precision = PRECISION_LINE;
    finding->location.has_lines = true;
    finding->location.start = finding->location.end = (Position){1, 1};
    Run run = run_begin(reporter, options, ret);
    run_document(&run, "50%, a:b  c/ü\n::error::\x1B.md", &odd, NULL);
    run_document(&run, "\xFFname", &long_title, NULL);
    run_end(&run);
    result_free(&odd);
    result_free(&long_title);
}

static void write_empty(const Reporter *reporter, const ReportOptions *options, Buf *ret)
{
    Run run = run_begin(reporter, options, ret);
    run_end(&run);
}

static void write_clean(const Reporter *reporter, const ReportOptions *options, Buf *ret)
{
    LintResult one = {.format = FORMAT_TEXT}, two = {.format = FORMAT_MARKDOWN};
    add_statistics(&two);
    Run run = run_begin(reporter, options, ret);
    run.summary.n_passed_over = 3;
    run_document(&run, "a.txt", &one, NULL);
    run_document(&run, "b.md", &two, NULL);
    run_end(&run);
}

static void write_unread(const Reporter *reporter, const ReportOptions *options, Buf *ret)
{
    LintResult part = {.format = FORMAT_DOCX};
    part.readability.all.words = 300;
    part.reading_minutes = 300.0 / 238;
    DiagnosticSink damaged = {0}, missing = {0};
    diagnostic_add(&damaged, DIAG_FILE_DAMAGED, STR("a.docx"), 0, 0, "Ask for the file again.");
    diagnostic_add(&missing, DIAG_PART_MISSING, STR("b.docx"), 2, 5, "Its footnotes are missing.");
    diagnostic_add(&missing, DIAG_PART_SKIPPED, STR("b.docx"), 0, 0, "A chart was passed over.");
    Run run = run_begin(reporter, options, ret);
    run.summary.n_not_checked = 1; /* a folder that could not be opened */
    run_document(&run, "papers/a.docx", NULL, &damaged);
    run_document(&run, "papers/b.docx", &part, &missing);
    run_document(&run, "papers/c", NULL, NULL);
    run_end(&run);
    diagnostic_sink_free(&damaged);
    diagnostic_sink_free(&missing);
}

const ReportCase report_cases[] = {
    {"papers", write_papers}, {"word", write_word},   {"odd", write_odd},
    {"empty", write_empty},   {"clean", write_clean}, {"unread", write_unread},
};

const size_t n_report_cases = sizeof report_cases / sizeof report_cases[0];
