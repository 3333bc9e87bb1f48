/* plainpaper: tells the authors of meeting papers what will stop their readers.
 *
 * Load the rules once; make a checker; check any number of papers from memory;
 * walk the findings or write them as a report. Papers are Markdown, HTML, Word
 * or plain text.
 *
 *     #include "plainpaper.h"
 *
 *     #include <stdio.h>
 *     #include <string.h>
 *
 *     int main(int argc, char **argv)
 *     {
 *         const char *data = argc > 1 ? argv[1] : "/usr/share/plainpaper";
 *         pp_diagnostics *problems = pp_diagnostics_new();
 *         pp_rules *rules = NULL;
 *         if (pp_rules_load(NULL, data, NULL, problems, &rules) != PP_OK) {
 *             for (size_t i = 0; i < pp_diagnostics_count(problems); i++)
 *                 fprintf(stderr, "%s\n", pp_diagnostics_message(problems, i, NULL));
 *             pp_diagnostics_free(problems);
 *             return 2;
 *         }
 *         const char *paper = "The board will utilise the findings of the review.\n";
 *         pp_checker *checker = pp_checker_new(rules);
 *         pp_report *report = NULL;
 *         pp_status status = pp_check(checker, "paper.md", paper, strlen(paper), NULL, &report);
 *         for (size_t i = 0; i < pp_report_count(report); i++) {
 *             const pp_finding *finding = pp_report_finding(report, i);
 *             printf("line %zu: %s (%s)\n", pp_finding_location(finding).line,
 *                    pp_finding_message(finding, NULL), pp_finding_rule(finding, NULL));
 *         }
 *         pp_report_free(report);
 *         pp_checker_free(checker);
 *         pp_rules_free(rules);
 *         pp_diagnostics_free(problems);
 *         return status == PP_OK ? 0 : 3;
 *     }
 *
 * What holds for every function:
 * - Texts are UTF-8. Those passed in end in a NUL byte and are borrowed for the
 *   call. Those given out are never NULL, end in a NUL byte, and live as long as
 *   the object they were asked of; their length in bytes goes to *ret_len, which
 *   may be NULL. A text may hold NUL bytes of the paper's own: then only the
 *   length tells its end.
 * - An index must be below the count that belongs to it.
 * - What pp_…_new, pp_rules_load and pp_check give belongs to the caller, who
 *   hands it to the pp_…_free of its type; these take NULL.
 * - The library prints nothing, keeps no state of its own, and opens files only
 *   through the loader (save spelling dictionaries, which Hunspell opens).
 * - pp_rules and a finished pp_report may be read by many threads at once; a
 *   pp_checker and a pp_diagnostics serve one thread at a time.
 * - Severity, precision and status keep their numbers; new ones come at the end. */
#ifndef PLAINPAPER_H
#define PLAINPAPER_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define PP_API      __attribute__((visibility("default")))
#define PP_MUST_USE __attribute__((warn_unused_result))
#else
#define PP_API
#define PP_MUST_USE
#endif

/* Version of the library, "0.1.0". */
PP_API const char *pp_version(void);

typedef enum pp_status {
    PP_OK = 0,
    PP_IO,          /* a file could not be opened or read */
    PP_SYNTAX,      /* the paper is not what its format says it must be */
    PP_UNSUPPORTED, /* a format nobody here knows, or something in it we do not do */
    PP_LIMIT,       /* larger or deeper than we allow */
    PP_CONFIG       /* a rule file, dictionary or option is wrong */
} pp_status;

/* How much a finding matters. */
typedef enum pp_severity {
    PP_SUGGESTION = 0, /* consider it */
    PP_WARNING,        /* mend it before the paper goes out */
    PP_ERROR           /* a reader is shut out, or the law is broken */
} pp_severity;

/* How sure the place of a finding is. */
typedef enum pp_precision {
    PP_EXACT = 0, /* these very characters */
    PP_LINE,      /* somewhere on this line */
    PP_BLOCK,     /* somewhere in this paragraph, cell or heading */
    PP_DOCUMENT   /* the paper as a whole */
} pp_precision;

/* Diagnostics: what the tool could not do, in the order it met it. */

typedef struct pp_diagnostics pp_diagnostics;

PP_API pp_diagnostics *pp_diagnostics_new(void);
PP_API void pp_diagnostics_free(pp_diagnostics *diagnostics);
PP_API size_t pp_diagnostics_count(const pp_diagnostics *diagnostics);

/* True when the one at INDEX means that something was not done at all; false
 * when it only asks for care. */
PP_API bool pp_diagnostics_is_error(const pp_diagnostics *diagnostics, size_t index);

/* A short name that does not change with the wording: "file-damaged". */
PP_API const char *pp_diagnostics_code(const pp_diagnostics *diagnostics, size_t index,
                                       size_t *ret_len);

/* One plain sentence, which names neither file nor line. */
PP_API const char *pp_diagnostics_message(const pp_diagnostics *diagnostics, size_t index,
                                          size_t *ret_len);

/* The file it is about; empty when it is about none. */
PP_API const char *pp_diagnostics_path(const pp_diagnostics *diagnostics, size_t index,
                                       size_t *ret_len);

/* Line and column from 1; 0 when not known. */
PP_API size_t pp_diagnostics_line(const pp_diagnostics *diagnostics, size_t index);
PP_API size_t pp_diagnostics_column(const pp_diagnostics *diagnostics, size_t index);

/* Loaders: how the library gets at rule files and dictionaries. */

/* Takes LEN_BYTES of BYTES, borrowed for the call. */
typedef void (*pp_take)(void *context, const void *bytes, size_t len_bytes);

/* Takes one entry of a folder: its name, not its path. */
typedef pp_status (*pp_take_entry)(void *context, const char *name, bool is_folder);

typedef struct pp_loader pp_loader;
struct pp_loader {
    void *user; /* the loader's own; the library does not look at it */

    /* Gives the bytes of file PATH to TAKE, in one call or several; PP_IO when
     * they cannot be had. */
    pp_status (*read)(const pp_loader *loader, const char *path, pp_take take, void *context);

    /* Calls EACH for every entry of folder PATH in byte order of names; PP_IO when
     * it cannot be listed. Stops at, and returns, the first status of EACH that is
     * not PP_OK. Paths of entries are made by PATH, a slash and the name. */
    pp_status (*list)(const pp_loader *loader, const char *path, pp_take_entry each, void *context);
};

/* The loader of plain files; never freed. */
PP_API const pp_loader *pp_file_loader(void);

/* Rules */

typedef struct pp_rules pp_rules;

/* What to load and how to check. All zeroes are good defaults; set what differs.
 * Lists end in NULL; a NULL list is empty. Texts are borrowed for the call. */
typedef struct pp_options {
    const char *const
        *rule_folders;             /* further rules; they add, or replace those of the same name */
    const char *const *glossaries; /* CSV files of an organisation's own words */
    const char *const *only;       /* rule names or families; empty: all */
    const char *const *skip;
    const char *spelling_aff; /* Hunspell's files, such as /usr/share/hunspell/en_GB.aff … */
    const char *spelling_dic; /* … and .dic. NULL: spelling is not checked */
    bool keeps_repeats;       /* every repeat of a finding is one of its own */
    bool explains_words;      /* a pp_glossary has special words too, not short forms alone */
} pp_options;

/* Loads the built-in rules from the folders `rules` and `dictionaries` of
 * DATA_FOLDER, through LOADER (NULL: plain files; used only during the call), as
 * OPTIONS (NULL: the defaults) say. On PP_OK *RET is theirs. PP_CONFIG or PP_IO
 * when any file is wrong: DIAGNOSTICS (may be NULL) then has all that is, and *RET
 * is untouched. It also readies the foreign libraries for use by several
 * threads: call it, or let it return, before the others start. */
PP_API PP_MUST_USE pp_status pp_rules_load(const pp_loader *loader, const char *data_folder,
                                           const pp_options *options, pp_diagnostics *diagnostics,
                                           pp_rules **ret);

/* Frees RULES; its checkers and reports must be gone. */
PP_API void pp_rules_free(pp_rules *rules);

/* Checking */

typedef struct pp_checker pp_checker;
typedef struct pp_report pp_report;
typedef struct pp_finding pp_finding;

/* A checker over RULES, which must outlive it. Making one is cheap; spelling
 * tables are loaded when the first word is looked up, and kept. */
PP_API pp_checker *pp_checker_new(const pp_rules *rules);
PP_API void pp_checker_free(pp_checker *checker);

/* Checks the paper of LEN_BYTES at BYTES (borrowed for the call; may be NULL when
 * empty), called NAME. FORMAT is "markdown", "html", "docx" or "text"; NULL lets
 * the name's extension tell. *RET is always set, and owned by the caller. The
 * status is PP_OK when the paper was read, at least in part (pp_report_is_whole
 * tells); else the report has no findings, and its diagnostics say why: PP_SYNTAX
 * for a damaged paper, PP_UNSUPPORTED for an unknown or locked one, PP_LIMIT for
 * one too large. */
PP_API PP_MUST_USE pp_status pp_check(pp_checker *checker, const char *name, const void *bytes,
                                      size_t len_bytes, const char *format, pp_report **ret);

/* Frees REPORT and its findings. It needs its rules, but not its checker. */
PP_API void pp_report_free(pp_report *report);

/* True when the whole paper was read and checked. */
PP_API bool pp_report_is_whole(const pp_report *report);

/* What could not be done; lives as long as REPORT. */
PP_API const pp_diagnostics *pp_report_diagnostics(const pp_report *report);

/* The paper's own title; empty when it has none. */
PP_API const char *pp_report_title(const pp_report *report, size_t *ret_len);

typedef struct pp_statistics {
    size_t words, sentences, paragraphs;
    size_t pages;           /* 0 when the file does not say */
    double reading_minutes; /* at 238 words a minute */
    bool has_scores;        /* false without running text; the rest is then 0 */
    double reading_age;     /* years */
    double difficulty;      /* 0 plain to 100, for a reader from outside */
} pp_statistics;

PP_API pp_statistics pp_report_statistics(const pp_report *report);

/* Findings stand in the order of the paper; those about it as a whole come first. */
PP_API size_t pp_report_count(const pp_report *report);
PP_API size_t pp_report_count_of(const pp_report *report, pp_severity severity);

/* The finding at INDEX; lives as long as REPORT. */
PP_API const pp_finding *pp_report_finding(const pp_report *report, size_t index);

/* The rule's name: "acronyms.undefined". */
PP_API const char *pp_finding_rule(const pp_finding *finding, size_t *ret_len);

PP_API pp_severity pp_finding_severity(const pp_finding *finding);

/* What to do, in one sentence. */
PP_API const char *pp_finding_message(const pp_finding *finding, size_t *ret_len);

/* The author's words it is about; empty when it is about a place. */
PP_API const char *pp_finding_match(const pp_finding *finding, size_t *ret_len);

/* The line, or a part of the paragraph, around it; perhaps empty. */
PP_API const char *pp_finding_excerpt(const pp_finding *finding, size_t *ret_len);

/* What to write instead, best first. */
PP_API size_t pp_finding_suggestion_count(const pp_finding *finding);
PP_API const char *pp_finding_suggestion(const pp_finding *finding, size_t index, size_t *ret_len);

/* True when a suggestion may be put in place of the match just as it is. */
PP_API bool pp_finding_can_replace(const pp_finding *finding);

/* Where a finding stands; 0 wherever something is not known. */
typedef struct pp_location {
    pp_precision precision;
    size_t line, column;         /* from 1; the column in code points. 0 in Word */
    size_t end_line, end_column; /* behind the last character */
    size_t offset, length;       /* bytes of the file; only when line is not 0 */
    size_t paragraph;            /* from 1, in reading order */
    size_t page;                 /* from 1, where Word recorded it */
} pp_location;

PP_API pp_location pp_finding_location(const pp_finding *finding);

/* The headings it stands under, outermost first. */
PP_API size_t pp_finding_heading_count(const pp_finding *finding);
PP_API const char *pp_finding_heading(const pp_finding *finding, size_t index, size_t *ret_len);

/* The file inside a Word file, "word/footnotes.xml"; empty elsewhere. */
PP_API const char *pp_finding_part(const pp_finding *finding, size_t *ret_len);

/* A number that stays when lines above the finding come and go. */
PP_API unsigned long long pp_finding_fingerprint(const pp_finding *finding);

/* Writes N_REPORTS reports as one in FORMAT ("text", "json", "sarif", "github") to
 * WRITE, piece by piece. All must come from the same rules. PP_UNSUPPORTED,
 * nothing written, for another FORMAT. */
PP_API PP_MUST_USE pp_status pp_reports_write(const pp_report *const *reports, size_t n_reports,
                                              const char *format, pp_take write, void *context);

/* Glossaries: the short forms and special words of some papers, for their readers. A word
 * is named by its INDEX in the order of a word list; one of its different meanings by
 * MEANING, from 0. */

typedef struct pp_glossary pp_glossary;

typedef enum pp_word_state {
    PP_WORD_EXPLAINED = 0,
    PP_WORD_SEVERAL,    /* it has several meanings, and nobody says which one */
    PP_WORD_UNEXPLAINED /* it has none that anybody tells */
} pp_word_state;

typedef enum pp_source {
    PP_SOURCE_GLOSSARY = 0, /* the organisation's own list: pp_options.glossaries */
    PP_SOURCE_PAPER,
    PP_SOURCE_DICTIONARY /* ours, which is asked when nobody else tells */
} pp_source;

/* The glossary of N_REPORTS reports, which all come from the same rules, and must outlive
 * it; papers that could not be read are named by pp_glossary_write. */
PP_API pp_glossary *pp_glossary_new(const pp_report *const *reports, size_t n_reports);
PP_API void pp_glossary_free(pp_glossary *glossary);

PP_API size_t pp_glossary_count(const pp_glossary *glossary);

/* The word itself: "ICB", "risk register". */
PP_API const char *pp_glossary_word(const pp_glossary *glossary, size_t index, size_t *ret_len);

PP_API pp_word_state pp_glossary_state(const pp_glossary *glossary, size_t index);

/* True when papers explain it differently, or not as the organisation does. */
PP_API bool pp_glossary_is_disputed(const pp_glossary *glossary, size_t index);

/* How often it stands in the papers; the index of the report it stands in first, and
 * where there. */
PP_API size_t pp_glossary_uses(const pp_glossary *glossary, size_t index);
PP_API size_t pp_glossary_first_report(const pp_glossary *glossary, size_t index);
PP_API pp_location pp_glossary_first_use(const pp_glossary *glossary, size_t index);

PP_API size_t pp_glossary_meaning_count(const pp_glossary *glossary, size_t index);
PP_API pp_source pp_glossary_meaning_source(const pp_glossary *glossary, size_t index,
                                            size_t meaning);

/* What a short form stands for, and what a word means in plain words; perhaps empty. */
PP_API const char *pp_glossary_meaning_long(const pp_glossary *glossary, size_t index,
                                            size_t meaning, size_t *ret_len);
PP_API const char *pp_glossary_meaning_plain(const pp_glossary *glossary, size_t index,
                                             size_t meaning, size_t *ret_len);

/* Writes it as a sheet in FORMAT ("markdown", "html", "csv") to WRITE, in one piece; what is
 * explained is grouped by paper where BY_PAPER. PP_UNSUPPORTED, nothing written, for
 * another FORMAT. */
PP_API PP_MUST_USE pp_status pp_glossary_write(const pp_glossary *glossary, const char *format,
                                               bool by_paper, pp_take write, void *context);

/* Called when LEN_BYTES of memory cannot be had; aborts. A program may define its
 * own function of this name, which must not return. */
#ifdef __cplusplus
[[noreturn]]
#else
_Noreturn
#endif
void pp_out_of_memory(size_t len_bytes);

#ifdef __cplusplus
}
#endif

#endif
